import { interiorPoint } from '../../geometry/interior.js';
import type { Localized } from '../../i18n/locale.js';
import type { Device, Opening, Zone } from '../../plan/model.js';
import { example } from '../example.js';
import { defineRule, type RuleContext } from '../rule.js';
import { devicesOf, mayCapture } from './shared/devices.js';
import { distinctClauses, standsIn, zoneLabel } from './shared/labels.js';
import { isOutdoors, mayReach, outsideOpenings, zonesById } from './shared/levels.js';
import { openingNamed } from './shared/phrases.js';
import { type PrivateZone, privateZones } from './shared/private-zones.js';
import { type Finding, pairDependsOn, pairSubject, relatedZone, zoneParams } from './shared/verdicts.js';

const MAIN = 'nm-2017/9.2';
const DUTY = 'nm-2017/9.1';

const messages = {
  spans: {
    zh: '设备“{device}”设于跨越多个楼层的“{zone}”内，本工具未计算其在{levels}的可视、拾音范围；上述楼层标明有涉及个人隐私的场所和区域{count}处。是否符合第九条，须由审查人结合剖面图判定。',
    en: "Device '{device}' stands in '{zone}', which spans several levels; this tool does not compute what it sees and hears on {levels}, where {count} places that involve personal privacy are marked. Whether it complies with Art. 9 is for the reviewer to decide, with a section of the building.",
  },
  outdoors: {
    zh: '设备“{device}”设于室外（{stands}），平面上可及{level}“{zone}”（{zoneKind}）的{opening}；本工具未计算跨楼层的可视范围，是否符合{citation}及第九条第一款，须由审查人结合立面图判定。',
    en: "Device '{device}' stands outdoors ({stands}) and in plan reaches {opening} of '{zone}' ({zoneKind}) on {level}; this tool does not compute views between levels, so whether it complies with {citation} and Art. 9(1) is for the reviewer to decide, with an elevation of the building.",
  },
  clear: {
    zh: '已核设备{count}台：均不在跨越多个楼层的区域内，也未发现在室外平面上可及其他楼层涉及个人隐私的场所和区域的门窗的。',
    en: 'Of {count} devices checked none stands in a zone that spans levels, and none outdoors was found to reach, in plan, an opening of a private zone on another level.',
  },
  single: {
    zh: '图中各设备所在楼层以外没有标明涉及个人隐私的场所和区域，本项不适用。',
    en: 'The drawing marks no place that involves personal privacy on a level other than those of its devices; this does not apply.',
  },
  show: {
    zh: '补充“{device}”的剖面或者立面，标明其垂直视场角；或者在可及处设永久遮蔽。',
    en: "Give a section or elevation for '{device}' with its vertical field of view, or set a permanent mask where it reaches.",
  },
} as const;

function levelNames(context: RuleContext, ids: readonly string[]): Localized {
  const names = ids.map((id) => context.site.levels.find((level) => level.id === id)?.name ?? id);
  return { zh: names.map((name) => `“${name}”`).join('、'), en: names.map((name) => `'${name}'`).join(', ') };
}

/** A device in a zone that spans levels is at work on all of them. */
function spanning(context: RuleContext, device: Device, zone: Zone, all: readonly PrivateZone[]): Finding[] {
  const others = zone.levels.filter((level) => level !== device.level);
  const there = all.filter((target) => target.zone.levels.some((level) => others.includes(level)));
  const unseen = there.filter((target) => !target.zone.levels.includes(device.level));
  if (unseen.length === 0) return [];
  const params = {
    device: device.id,
    zone: zoneLabel(zone),
    levels: levelNames(context, others),
    count: String(unseen.length),
  };
  return [
    {
      subject: pairSubject(device, zone),
      outcome: 'review',
      message: { id: 'spans', params },
      advice: { id: 'show', params: { device: device.id } },
      clauses: distinctClauses([DUTY, MAIN]),
      decides: [DUTY],
      penalties: [],
      place: device.place,
      related: [relatedZone(zone), ...unseen.map((target) => relatedZone(target.zone))],
      dependsOn: pairDependsOn(device, zone),
    },
  ];
}

/** A camera outdoors looks up at windows that its own level's drawing doesn't show. */
function fromOutdoors(context: RuleContext, device: Device, target: PrivateZone): Finding[] {
  const inner = interiorPoint(target.zone.region);
  if (device.video === 'none' || inner === undefined) return [];
  const opening: Opening | undefined = outsideOpenings(context, target, device.level).find((each) =>
    mayReach(context, device, each, inner),
  );
  if (opening === undefined) return [];
  const params = {
    ...zoneParams(context, target),
    device: device.id,
    stands: standsIn(context.site, device),
    level: levelNames(context, [opening.level]),
    opening: openingNamed(opening),
  };
  return [
    {
      subject: pairSubject(device, target.zone),
      outcome: 'review',
      message: { id: 'outdoors', params },
      advice: { id: 'show', params: { device: device.id } },
      clauses: distinctClauses([...target.prohibition.viewClauses, target.prohibition.clause]),
      decides: target.prohibition.viewClauses.slice(0, 1),
      penalties: [],
      place: device.place,
      related: [{ place: opening.place, caption: params.opening }, relatedZone(target.zone)],
      dependsOn: pairDependsOn(device, target.zone),
    },
  ];
}

function ofDevice(
  context: RuleContext,
  device: Device,
  all: readonly PrivateZone[],
  zones: ReadonlyMap<string, Zone>,
): Finding[] {
  const own = device.zones.flatMap((id) => zones.get(id) ?? []).filter((zone) => zone.levels.length > 1);
  const spans = own.flatMap((zone) => spanning(context, device, zone, all));
  if (!isOutdoors(device, zones)) return spans;
  const elsewhere = all.filter((target) => target.zone.levels.some((level) => level !== device.level));
  return [...spans, ...elsewhere.flatMap((target) => fromOutdoors(context, device, target))];
}

function check(context: RuleContext): Finding[] {
  const { site } = context;
  const all = privateZones(site);
  const zones = zonesById(context);
  const devices = devicesOf(site).filter(mayCapture);
  const findings = devices.flatMap((device) => ofDevice(context, device, all, zones));
  if (findings.length > 0) return findings;
  const applies = devices.some((device) => all.some(({ zone }) => zone.levels.some((level) => level !== device.level)));
  return [
    {
      subject: 'site',
      outcome: applies ? 'pass' : 'notApplicable',
      message: applies ? { id: 'clear', params: { count: String(devices.length) } } : { id: 'single', params: {} },
      clauses: [DUTY, MAIN],
      decides: [DUTY],
      penalties: [],
      place: site.place,
      related: [],
      dependsOn: { levels: site.levels.map((level) => level.id), devices: devices.map((device) => device.id) },
    },
  ];
}

/** Plans that the page shows and a test lints. */
const PLANS = [
  example(
    ['review C1>r201'],
    `
sitecam: 1
site: {name: 示例, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    name: 一层
    elevation: 0
    ceiling: 3
    zones:
      - {id: yard, kind: yard, name: 院落, rect: [0, -20, 20, 20]}
    devices:
      - {id: C1, kind: camera, at: [2, -15], height: 3, heading: 0, tilt: 5, hfov: 60, resolution: [1920, 1080], audio: none}
  - id: F2
    name: 二层
    elevation: 3.3
    ceiling: 3
    zones:
      - {id: r201, kind: guest-room, name: "201", rect: [0, 0, 4, 5]}
      - {id: hall2, kind: corridor, name: 走廊, rect: [0, 5, 20, 2]}
    openings:
      - {id: w201, kind: window, line: [[1, 0], [3, 0]], sill: 0.9}
      - {id: d201, kind: door, line: [[1, 5], [1.9, 5]]}
`,
  ),
  example(
    ['review C1>atrium'],
    `
sitecam: 1
site: {name: Example, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    elevation: 0
    ceiling: 3
    zones:
      - {id: atrium, kind: lobby, name: Atrium, rect: [0, 0, 10, 10], levels: [F1, F2]}
    devices:
      - {id: C1, kind: camera, at: [0.2, 0.2], height: 2.8, heading: 45, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none}
  - id: F2
    elevation: 3.3
    ceiling: 3
    zones:
      - {id: r201, kind: guest-room, name: "201", rect: [10, 0, 4, 5]}
    openings:
      - {id: d201, kind: door, line: [[10, 1], [10, 2]]}
`,
  ),
].join('\n\n');

export const rule = defineRule({
  id: 'capture/cross-level',
  level: 'error',
  title: {
    zh: '跨楼层的可视、拾音范围由审查人判定',
    en: 'What is seen and heard from level to level is for the reviewer',
  },
  clauses: [
    DUTY,
    MAIN,
    'nm-2017/9.2(1)',
    'nm-2017/9.2(2)',
    'nm-2017/9.2(3)',
    'nm-2017/9.2(4)',
    'nm-2017/9.2(5)',
    'nm-2017/9.2(6)',
    'cn-799-2025/8.1(4)',
    'cn-civil-code/1033(2)',
    'cn-civil-code/1033(3)',
  ],
  waivable: false,
  messages,
  docs: {
    zh: `平面图不表达上下楼层之间的视线。以下情形不作通过处理，而交由审查人判定：

- 设备位于跨越多个楼层的区域（中庭、楼梯间），而其他楼层有涉及个人隐私的场所和区域；
- 设备位于室外，平面上可及其他楼层该类区域朝外的门窗，且在门窗的外侧。

${PLANS}`,
    en: `A floor plan doesn't show what is seen between levels. These go to the reviewer instead of passing:

- a device in a zone that spans levels (an atrium, stairs), where other levels have private zones;
- a device outdoors that, in plan, reaches the outer face of a window or door of a private zone on another level.

${PLANS}`,
  },
  check,
});
