// Rule capture/cross-level: views from one level to another that the plan doesn't decide.

import { spendBudget } from '../../base/budget.js';
import {
  captureOf,
  mayCaptureUnder,
  prohibitedClauses,
  prohibitsCapture,
  prohibitsSound,
  viewDuties,
} from '../../facts/capture/bars.js';
import { devicesOf, watchersOf } from '../../facts/capture/devices.js';
import { type PrivateZone, possiblePrivateZones } from '../../facts/capture/private-zones.js';
import { gradeView, levelsWithPrivateZones, mayBeSeen } from '../../facts/capture/views.js';
import type { RuleContext } from '../../facts/context.js';
import { distinctClauses, levelLabel, levelNames, standsOn } from '../../facts/labels.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import type { Localized } from '../../i18n/locale.js';
import { plainFigure } from '../../i18n/number.js';
import type { Device, Level, Zone } from '../../plan/model.js';
import type { Reach, Unsaid } from '../../sight/types.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { andUnsettled, through } from './wording/phrases.js';
import { says } from './wording/predicates.js';
import { inPublicPlaces, SCOPE } from './wording/scope.js';
import { heardBetweenLevels, SOUND } from './wording/sound-between-levels.js';
import {
  type CaptureStatement,
  pairDependsOn,
  pairSubject,
  relatedPlaces,
  sightLine,
  zoneParams,
} from './wording/statements.js';
import { t as phrases } from './wording/texts.js';

const t = catalogue('', {
  unsaid: {
    zh: '设备“{device}”设于{stands}，{reason}，不能排除其最大可视范围{through}可及{level}“{zone}”（{zoneKind}），须结合剖面图或者立面图核对。',
    en: "Device '{device}' stands in {stands}; {reason}, so it can't be ruled out that its largest view{through} reaches '{zone}' ({zoneKind}) on {level}: check it with a section or an elevation of the building.",
  },
  same: {
    zh: '图中{levels}的标高同为{elevation}米而平面重叠，其间的可视范围不得而知；上述楼层标明有涉及个人隐私的场所和区域{count}处{unsettled}。',
    en: 'In the drawing {levels} have the same elevation, {elevation} m, and lie over each other in plan, so views between them are unknown; places that involve personal privacy are marked on them ({count}{unsettled}).',
  },
  heardInside: SOUND.heardInside,
  heardOutdoors: SOUND.heardOutdoors,
  clear: {
    zh: '已核设备{count}台：可及其他楼层的，与本层同样判定；未发现图中数据不足以计算的跨楼层可视、拾音范围。',
    en: 'Of {count} {count|device|devices} checked what {count|it sees on other levels is judged like what it sees on its own|they see on other levels is judged like what they see on their own}; none was found whose view or pickup between levels the drawing says too little to compute.',
  },
  single: {
    zh: '图中各设备所在楼层以外没有标明涉及个人隐私的场所和区域，本项不适用。',
    en: 'The drawing marks no place that involves personal privacy on a level other than those of its devices; this does not apply.',
  },
  say: { zh: '{what}。', en: '{what}.' },
  sayLevels: {
    zh: '为{levels}写明各自的标高（elevation），米。',
    en: 'Give {levels} each its elevation, in metres.',
  },
  noSound: SOUND.noSound,
});

/** Names the missing fact as a reason, and what the author should write. */
function words(
  context: RuleContext,
  device: Device,
  unsaid: Unsaid,
): { readonly reason: Localized; readonly what: Localized } {
  switch (unsaid.what) {
    case 'height':
      return { reason: phrases.noHeight, what: phrases.giveHeight({ device: device.id }) };
    case 'ceiling': {
      const level = levelNames(context.site, [unsaid.level]);
      return { reason: phrases.noCeiling({ level }), what: phrases.giveCeiling({ level }) };
    }
    case 'position':
      return { reason: phrases.vague, what: phrases.givePosition({ device: device.id }) };
    default:
      return { reason: phrases.tooHigh, what: phrases.checkHeight({ device: device.id }) };
  }
}

/** Returns the `review` of a view into another level that the plan's facts don't rule out. */
function possible(
  context: RuleContext,
  device: Device,
  target: PrivateZone,
  reach: Reach,
  unsaid: Unsaid,
): CaptureStatement {
  const { reason, what } = words(context, device, unsaid);
  const { viewClauses, clause } = target.prohibition;
  const { zone, zoneKind } = zoneParams(context, target);
  return {
    subject: pairSubject(device, target.zone),
    outcome: 'review',
    message: t.unsaid({
      device: device.id,
      stands: standsOn(context.site, device, reach.level),
      reason,
      through: through(reach),
      level: levelLabel(context.site, reach.level),
      zone,
      zoneKind,
    }),
    says: (leads) => says.review({ leads }),
    basis: 'reading',
    advice: t.say({ what }),
    clauses: distinctClauses([...viewClauses, clause]),
    decides: viewClauses.slice(0, 1),
    places: viewClauses[0] === clause ? [] : [clause],
    penalties: [],
    place: device.place,
    related: relatedPlaces(reach, target.zone),
    evidence: sightLine(reach),
    dependsOn: pairDependsOn(device, target.zone),
  };
}

/**
 * Returns the findings on views into other levels for which the plan says too little. The largest view that it allows
 * is graded, and counts.
 */
function possibleViews(context: RuleContext, device: Device): CaptureStatement[] {
  const found = new Map<Zone, CaptureStatement>();
  for (const level of levelsWithPrivateZones(context.site)) {
    const unsaid = level === device.level ? undefined : context.sight.unsaid(device, level);
    if (unsaid === undefined || unsaid.what === 'elevation') continue;
    for (const target of mayBeSeen(context, device, level)) {
      if (found.has(target.zone)) continue;
      const grade = gradeView(context, device, target, level);
      if (grade.is === 'finding') found.set(target.zone, possible(context, device, target, grade.reach, unsaid));
    }
  }
  return [...found.values()];
}

/** Returns groups of levels that lie in each other, by elevation, as far as a device that sees is on one of them. */
function clashes({ site, sight }: RuleContext): readonly (readonly Level[])[] {
  const watching = new Map(watchersOf(site).map((device) => [device.level, device]));
  let groups: Level[][] = [];
  for (const level of site.levels) {
    spendBudget(20 * site.levels.length);
    const clashing = site.levels.filter(({ id }) => {
      const pairs = [watching.get(level.id), watching.get(id)] as const;
      const [there, here] = [pairs[0] && sight.unsaid(pairs[0], id), pairs[1] && sight.unsaid(pairs[1], level.id)];
      return id !== level.id && (there?.what === 'elevation' || here?.what === 'elevation');
    });
    if (clashing.length === 0) continue;
    spendBudget(groups.length * clashing.length);
    // The level may join two groups that don't lie in each other themselves.
    const joined = groups.filter((known) => known.some((one) => clashing.includes(one)));
    const group = [...joined.flat(), level];
    groups = [...groups.filter((known) => !joined.includes(known)), group];
  }
  return groups;
}

function sameElevation(context: RuleContext, levels: readonly Level[]): CaptureStatement[] {
  const ids = levels.map(({ id }) => id);
  const targets = [...possiblePrivateZones(context.site).values()].filter(({ zone }) =>
    zone.levels.some((id) => ids.includes(id)),
  );
  const seen = (target: PrivateZone) =>
    watchersOf(context.site).some(({ level }) => ids.includes(level) && !target.zone.levels.includes(level));
  const concerned = targets.filter(seen);
  const unsettled = concerned.filter((target) => target.unsettled === true).length;
  const [first] = levels;
  if (first === undefined || concerned.length === 0) return [];
  const names = levelNames(context.site, ids);
  const devices = watchersOf(context.site).filter(({ level }) => ids.includes(level));
  return [
    {
      subject: first.id,
      outcome: 'open',
      message: t.same({
        levels: names,
        elevation: plainFigure(first.elevation),
        count: String(concerned.length - unsettled),
        unsettled: andUnsettled(unsettled),
      }),
      says: (leads) => says.open({ leads }),
      advice: t.sayLevels({ levels: names }),
      ...restingOn(context),
      penalties: [],
      place: first.place,
      related: levels.slice(1).map((level) => ({ place: level.place, caption: levelNames(context.site, [level.id]) })),
      dependsOn: { levels: ids, devices: devices.map(({ id }) => id) },
    },
  ];
}

/** Keeps the first finding on each subject: for a device and a zone, the view comes before the sound. */
function onePerSubject(findings: readonly CaptureStatement[]): CaptureStatement[] {
  const found = new Map<string, CaptureStatement>();
  for (const finding of findings) if (!found.has(finding.subject)) found.set(finding.subject, finding);
  return [...found.values()];
}

function check(context: RuleContext): CaptureStatement[] {
  const { site } = context;
  if (site.levels.length < 2) return [nothingFound(context)];
  const findings = onePerSubject([
    ...clashes(context).flatMap((levels) => sameElevation(context, levels)),
    ...watchersOf(site).flatMap((device) => possibleViews(context, device)),
    ...(prohibitsSound(context.pack) ? devicesOf(site).flatMap((device) => heardBetweenLevels(context, device)) : []),
  ]);
  return findings.length > 0 ? findings : [nothingFound(context)];
}

/** Returns the clauses that the rule's summary verdicts rest on. */
function restingOn({ pack }: RuleContext): Pick<CaptureStatement, 'clauses' | 'decides'> {
  const { duty, prohibition } = captureOf(pack);
  return { clauses: [duty, prohibition], decides: [duty] };
}

function nothingFound(context: RuleContext): CaptureStatement {
  const { site, pack } = context;
  const devices = devicesOf(site).filter((device) => mayCaptureUnder(pack, device));
  const levels = new Set(devices.map((device) => device.level));
  const applies = [...possiblePrivateZones(site).values()].some(({ zone }) =>
    [...levels].some((level) => !isOnly(zone.levels, level)),
  );
  return {
    subject: 'site',
    outcome: applies ? 'pass' : 'notApplicable',
    message: applies ? t.clear({ count: String(devices.length) }) : t.single,
    ...restingOn(context),
    penalties: [],
    place: site.place,
    related: [],
    dependsOn: { levels: site.levels.map((level) => level.id), devices: devices.map((device) => device.id) },
  };
}

function isOnly(levels: readonly string[], level: string): boolean {
  return levels.every((id) => id === level);
}

const YARD = (camera: string) => `
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
      - {id: C1, kind: camera, at: [2, -15], ${camera}, hfov: 60, resolution: [1920, 1080], audio: none}
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
`;

/** Example plans of the page; a test lints them. */
const PLANS = [
  example(['review C1>r201'], YARD('heading: 0, tilt: 5')),
  example(['pass site'], YARD('height: 3, heading: 180, tilt: 20')),
  example(
    ['open F1'],
    `
sitecam: 1
site: {name: Example, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, name: Lobby, rect: [0, 0, 10, 10]}
    devices:
      - {id: C1, kind: camera, at: [0.2, 0.2], height: 2.8, heading: 45, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none}
  - id: F2
    ceiling: 3
    zones:
      - {id: r201, kind: guest-room, name: "201", rect: [0, 0, 4, 5]}
      - {id: hall2, kind: corridor, name: Corridor, rect: [0, 5, 10, 2]}
    openings:
      - {id: d201, kind: door, line: [[1, 5], [2, 5]]}
`,
  ),
].join('\n\n');

/**
 * The rule capture/cross-level. Views between levels that can be computed belong to capture/view-into-private-zone;
 * this rule reports those for which heights or elevations are missing or contradict each other.
 */
export const rule = defineRule({
  id: 'capture/cross-level',
  level: 'error',
  title: {
    zh: '跨楼层的可视、拾音范围由审查人判定',
    en: 'What is seen and heard from level to level is for the reviewer',
  },
  clausesIn: (pack) => [captureOf(pack).duty, ...prohibitedClauses(pack), ...viewDuties(pack)],
  appliesTo: prohibitsCapture,
  parameters: ['privacyDensity', 'viewArea', 'viewDepth', 'grazeDepth', 'grazeFraction', 'pickup', 'personHeight'],
  waivable: false,
  messages: { ...templatesOf(t), ...SCOPE },
  docs: {
    zh: `经中庭、楼梯间（\`levels\`跨越多个楼层的区域）、室外和门窗可及其他楼层的，按各楼层的标高（\`elevation\`）、净高（\`ceiling\`）和设备的安装高度（\`height\`）计算，与本层同样判定，见 \`capture/view-into-private-zone\`。
本规则只提出图中数据不足以计算的情形：

- **须审查判定**：未标明安装高度或者净高，而按图中已有数据不能排除可及；安装高度与标高互相矛盾；设备具有或者可能具有音频采集功能，设于跨越多个楼层的区域，其他楼层的该类区域在拾音距离以内，或者设于室外而距其他楼层该类区域的门窗在拾音距离以内（跨楼层的拾音范围未计算）。
- **待补充**：标高相同的楼层平面重叠。
- **怎么改**：写明安装高度、标高、净高。

${PLANS}`,
    en: `What a camera sees on other levels, through an atrium or stairs (zones whose \`levels\` are several), from outdoors and through windows, is computed from the levels' \`elevation\` and \`ceiling\` and the camera's \`height\`, and judged like what it sees on its own: see \`capture/view-into-private-zone\`.
This rule is about what the plan says too little to compute:

- **review**: no mount height or no ceiling is given, and for all the plan says a private zone may be seen; height and elevations contradict each other; a device that has or may have sound capture stands in a zone that spans levels with private zones of another one within its pickup, or outdoors with an opening of one within its pickup (sound between levels isn't computed).
- **open**: levels of the same elevation lie over each other.
- **what to do**: give mount heights, elevations and ceilings.

${PLANS}`,
  },
  check: inPublicPlaces(check),
});
