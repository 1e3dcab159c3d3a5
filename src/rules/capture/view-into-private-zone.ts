// Rule capture/view-into-private-zone: no camera outside sees into a private place.

import { penaltyClauses, prohibitedClauses, prohibitsCapture, viewClauses } from '../../facts/capture/bars.js';
import { watchersOf } from '../../facts/capture/devices.js';
import { isSealed, type PrivateZone, privateZones } from '../../facts/capture/private-zones.js';
import { clearDoorsOrdered, type GradedDeviceView, viewsInto } from '../../facts/capture/views.js';
import type { RuleContext } from '../../facts/context.js';
import { citation as citationOf, distinctClauses, EMPTY, levelLabel, standsOn, zoneLabel } from '../../facts/labels.js';
import { catalogue, type Text, templatesOf, textOf } from '../../i18n/catalogue.js';
import { quoted } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { metres, plainFigure } from '../../i18n/number.js';
import { parameter } from '../../law/lookup.js';
import { defineRule } from '../rule.js';
import { docs } from './docs/view-into-private-zone.js';
import {
  area,
  density,
  duties,
  filmHelps,
  nonComplianceVerb,
  orWhileVoting,
  reasonFor,
  through,
  whenOpened,
} from './wording/phrases.js';
import {
  type CaptureStatement,
  itemsWithoutZones,
  NO_ZONE,
  NO_ZONE_YET,
  onItsLevels,
  pairDependsOn,
  pairSubject,
  passVerdict,
  relatedPlaces,
  sightLine,
  zoneParams,
} from './wording/statements.js';
import { t as phrases } from './wording/texts.js';

const STANDING = {
  zh: '设备“{device}”设于{stands}，其最大可视范围{through}可及“{zone}”（{zoneKind}）{area}，{density}，能够拍摄他人隐私，按本图施工将不符合{duty}，应当调整角度或者设置永久遮蔽。',
  en: "Device '{device}' stands in {stands}; its largest view{through} reaches {area} of '{zone}' ({zoneKind}), {density}, and can film the privacy of others. Built as drawn it will not comply with {duty}; its angle should be changed or a permanent mask set.",
} as const;

const STANDING_EXISTING = {
  zh: '图中标明设备“{device}”已安装于{stands}，其最大可视范围{through}可及“{zone}”（{zoneKind}）{area}，{density}，能够拍摄他人隐私，涉嫌不符合{duty}，应当调整角度或者设置永久遮蔽。',
  en: "The drawing marks device '{device}' as installed in {stands}; its largest view{through} reaches {area} of '{zone}' ({zoneKind}), {density}, and can film the privacy of others. It appears not to comply with {duty}; its angle should be changed or a permanent mask set.",
} as const;

const GLAZING = {
  zh: '设备“{device}”设于{stands}，其最大可视范围{through}可及“{zone}”（{zoneKind}）{area}，{density}，达到本工具判定值{from}像素/米（非法定），能够拍摄他人隐私，{verb}{duty}，应当调整角度或者设置永久遮蔽。',
  en: "Device '{device}' stands in {stands}; its largest view{through} reaches {area} of '{zone}' ({zoneKind}), {density}, which attains this tool's threshold of {from} px/m (not the law's), and can film the privacy of others. {verb} comply with {duty}; its angle should be changed or a permanent mask set.",
} as const;

const INFORMATION = {
  zh: '设备“{device}”设于{stands}，可摄及“{zone}”（图中标明为{zoneKind}）{area}，{density}，达到本工具判定值{from}像素/米（非法定）。按{citation}“可能泄露”的界定，{verb}该项规定，应当调整角度或者设置永久遮蔽。',
  en: "Device '{device}' stands in {stands} and can film {area} of '{zone}' (marked as {zoneKind}), {density}, which attains this tool's threshold of {from} px/m (not the law's). Taking {citation} at its words 'may leak', {verb} comply with that item; its angle should be changed or a permanent mask set.",
} as const;

const ANCHOR = {
  zh: '设备“{device}”设于{stands}，可摄及“{zone}”（{zoneKind}）{area}，{density}，达到本工具判定值{from}像素/米（非法定），属于“可能观察到个人意愿表达或者行为”；“附近”的距离条例未作规定，本项以能否观察到为准（本工具的理解）。{verb}{citation}，应当移出或者调整角度{vote}。',
  en: "Device '{device}' stands in {stands} and can film {area} of '{zone}' ({zoneKind}), {density}, which attains this tool's threshold of {from} px/m (not the law's): the expression of a person's will or a person's acts may be observed. The regulation sets no distance for 'near'; what counts here is whether it can be observed (this tool's reading). {verb} comply with {citation}; it should be moved or turned{vote}.",
} as const;

/** Adds that the regulation sets no penalty for the clause breached. */
function unpunished({ zh, en }: Localized): Localized {
  return { zh: `${zh}{unpunished}本条例未设罚则。`, en: `${en} This regulation sets no penalty for {unpunished}.` };
}

/** Adds that the penalty for installing in the place doesn't say that it punishes a view from outside. */
function elsewhere({ zh, en }: Localized, where: Localized, whom: Localized): Localized {
  return {
    zh: `${zh}{penalty}针对在${where.zh}“安装”的情形，对${whom.zh}是否适用，由公安机关确定。`,
    en: `${en} {penalty} is about installing in ${where.en}; whether it applies to ${whom.en} is for the public security organ to determine.`,
  };
}

const t = catalogue('', {
  standing: unpunished(STANDING),
  standingPunished: STANDING,
  standingExisting: unpunished(STANDING_EXISTING),
  standingExistingPunished: STANDING_EXISTING,
  glazing: unpunished(GLAZING),
  glazingPunished: GLAZING,
  information: elsewhere(
    INFORMATION,
    { zh: '该场所和区域', en: 'the place' },
    { zh: '设于区域外的设备', en: 'a device outside' },
  ),
  informationUnpunished: INFORMATION,
  anchor: elsewhere(ANCHOR, { zh: '该区域', en: 'the area' }, { zh: '本设备', en: 'this device' }),
  anchorUnpunished: ANCHOR,
  closed: {
    zh: '设备“{device}”设于{stands}，不在“{zone}”（{zoneKind}）内；{opened}其最大可视范围{through}可及该区域{area}、最深{depth}，{density}。{citation}禁止在该场所安装，对本情形未作直接规定；是否符合{duty}，须由审查人判定。',
    en: "Device '{device}' stands in {stands}, not in '{zone}' ({zoneKind}); {opened}its largest view{through} reaches {area} of that zone, {depth} deep at most, {density}. {citation} prohibits installing there and does not directly provide for this; whether it complies with {duty} is for the reviewer to decide.",
  },
  doubtful: {
    zh: '设备“{device}”设于{stands}，不在“{zone}”（{zoneKind}）内；{opened}其最大可视范围{through}可及该区域{area}、最深{depth}，{density}。{reason}是否符合{duty}，须由审查人判定。',
    en: "Device '{device}' stands in {stands}, not in '{zone}' ({zoneKind}); {opened}its largest view{through} reaches {area} of that zone, {depth} deep at most, {density}. {reason}Whether it complies with {duty} is for the reviewer to decide.",
  },
  coarse: {
    zh: '设备“{device}”设于{stands}，可摄及“{zone}”（{zoneKind}）{area}，{density}，达到本工具须审查的判定值{from}像素/米（非法定）。{reason}是否符合{duty}，须由审查人判定。',
    en: "Device '{device}' stands in {stands} and can film {area} of '{zone}' ({zoneKind}), {density}, which attains this tool's threshold for review of {from} px/m (not the law's). {reason}Whether it complies with {duty} is for the reviewer to decide.",
  },
  ring: {
    zh: '设备“{device}”设于{stands}，未摄及“{zone}”（{zoneKind}）本身，但可摄及其附近（{radius}米内且无遮挡，本工具参数）{area}，{density}。是否属于{citation}所称“附近可能观察到个人意愿表达或者行为的区域”，须由审查人判定。',
    en: "Device '{device}' stands in {stands} and does not film '{zone}' ({zoneKind}) itself, but {area} of what is near it (within {radius} m and nothing between, this tool's parameter), {density}. Whether that is an area near it 'where the expression of a person's will or a person's acts may be observed' under {citation} is for the reviewer to decide.",
  },
  sealed: {
    zh: '图中“{zone}”（{zoneKind}）四周封闭，未标明任何门窗，无法判定区域外设备的最大可视范围是否可及该区域。请补充标明门窗。',
    en: "In the drawing '{zone}' ({zoneKind}) is closed all round, with no door or window marked, so whether devices outside may see into it can't be told. Please mark its doors and windows.",
  },
  clear: {
    zh: '图中标明的区域外设备，其最大可视范围未发现可及“{zone}”（{zoneKind}）；已核具有或者可能具有视频采集功能的设备{count}台{grazes}。',
    en: "No view of a device outside, as drawn, was found to reach '{zone}' ({zoneKind}) so that it counts; devices checked that have or may have image capture: {count}{grazes}.",
  },
  noZone: NO_ZONE,
  noZoneYet: NO_ZONE_YET,
  turn: {
    zh: '{data}调整“{device}”的位置、朝向或者视场角，使其最大可视范围不及{kept}；云台设备应当设置硬限位。确需保留的，设置全程有效的永久遮蔽（云台的须随动、各倍率均有效）{film}。仅设软件限位或者关闭录制的，不视为改正。',
    en: "{data}Move, turn or narrow '{device}' so that its largest view does not reach {kept}; give a PTZ hard limits. Where it must stay, set a permanent mask that always holds (on a PTZ dynamic, at every zoom){film}. Software limits and switching the recording off are no correction.",
  },
  turnDown: {
    zh: '{data}调整“{device}”的位置、朝向、俯角或者视场角，使其最大可视范围不及{kept}；云台设备应当设置硬限位{film}。遮蔽区绘于设备所在楼层的地面，不能遮挡向上的视线。仅设软件限位或者关闭录制的，不视为改正。',
    en: "{data}Move, turn, tilt or narrow '{device}' so that its largest view does not reach {kept}; give a PTZ hard limits{film}. A mask is drawn on the floor of the device's own level and hides nothing of what it sees above. Software limits and switching the recording off are no correction.",
  },
});

function messageOf(context: RuleContext, view: Found): Text {
  const { device, target, grade } = view;
  const { reach, from, way } = grade;
  const { prohibition } = target;
  const { zone, zoneKind, citation } = zoneOn(context, view);
  const stands = standsOn(context.site, device, reach.level);
  const duty = duties(context, prohibition.viewClauses);
  const seen = {
    device: device.id,
    stands,
    zone,
    area: area(context, reach, grade.byTolerance),
    density: density(reach, from),
  };
  const reason = reasonFor(context, view);
  if (way === 'ring') {
    const radius = plainFigure(parameter(context.pack, 'nearRadius'));
    return t.ring({ ...seen, zoneKind, radius, citation });
  }
  if (grade.outcome === 'fail') return failure(context, view);
  if (prohibition.closed === 'as-standing') {
    return t.coarse({ ...seen, zoneKind, from: plainFigure(from), reason, duty });
  }
  const path = { opened: whenOpened(reach), through: through(reach) };
  const deep = { ...seen, ...path, zoneKind, depth: metres(reach.depth), duty };
  return reason === EMPTY && way === 'closed' ? t.closed({ ...deep, citation }) : t.doubtful({ ...deep, reason });
}

function failure(context: RuleContext, view: Found): Text {
  const { device, target, grade } = view;
  const { pack } = context;
  const { clause, viewClauses } = target.prohibition;
  const { reach, from } = grade;
  const { zone, zoneKind, citation } = zoneOn(context, view);
  const seen = { device: device.id, stands: standsOn(context.site, device, reach.level), zone, zoneKind };
  const shown = { ...seen, area: area(context, reach, grade.byTolerance), density: density(reach, from) };
  const judged = { ...shown, from: plainFigure(from) };
  const [penalty] = penaltyClauses(pack, [clause]).map((id) => citationOf(pack, id));
  const inside: Text['params'] = penalty === undefined ? {} : { penalty };
  const named = (id: 'information' | 'anchor') => (penalty === undefined ? (`${id}Unpunished` as const) : id);
  switch (target.prohibition.regime) {
    case 'information':
      return textOf(t, named('information'), {
        ...judged,
        citation,
        verb: nonComplianceVerb(device, 'within'),
        ...inside,
      });
    case 'anchor': {
      const vote = orWhileVoting(context, target);
      return textOf(t, named('anchor'), {
        ...judged,
        citation,
        verb: nonComplianceVerb(device, 'first'),
        vote,
        ...inside,
      });
    }
    default: {
      const free = penaltyClauses(pack, viewClauses.slice(0, 1)).length === 0 ? viewClauses[0] : undefined;
      const path = {
        through: through(reach),
        duty: duties(context, viewClauses),
        ...(free !== undefined && { unpunished: citationOf(pack, free) }),
      };
      const way = grade.way === 'glazing' ? 'glazing' : device.status === 'existing' ? 'standingExisting' : 'standing';
      const id = free === undefined ? (`${way}Punished` as const) : way;
      if (way === 'glazing') return textOf(t, id, { ...judged, ...path, verb: nonComplianceVerb(device, 'first') });
      return textOf(t, id, { ...shown, ...path });
    }
  }
}

/** Returns the zone's message values; its kind names the level on which it is seen, if that isn't the device's own. */
function zoneOn(context: RuleContext, { device, target, grade }: Found) {
  const params = zoneParams(context, target);
  const { level } = grade.reach;
  if (level === device.level) return params;
  const zoneKind = phrases.onLevel({ kind: params.zoneKind, level: verbatim(levelLabel(context.site, level)) });
  return { ...params, zoneKind };
}

function adviceOn(context: RuleContext, view: Found): Text {
  const { device, grade } = view;
  return (maskHelps(context, view) ? t.turn : t.turnDown)({
    device: device.id,
    kept: keptOutOf(context, view),
    film: filmHelps(context, view) ? phrases.film : EMPTY,
    data: grade.reach.density === undefined ? phrases.dataFirst : EMPTY,
  });
}

/**
 * True if a permanent mask can hide the view. A mask is drawn on the floor of the device's own level, which no sight
 * line to a higher level meets.
 */
function maskHelps({ site }: RuleContext, { device, grade }: Found): boolean {
  const elevation = (id: string) => site.levels.find((level) => level.id === id)?.elevation ?? 0;
  return elevation(grade.reach.level) <= elevation(device.level);
}

/** Returns what the view must be kept out of: “选举箱”附近（3米，本工具参数）. */
function keptOutOf({ pack }: RuleContext, { target, grade }: Found): Localized {
  const label = zoneLabel(target.zone);
  if (grade.way !== 'ring') return quoted(label);
  return phrases.near({ label, radius: plainFigure(parameter(pack, 'nearRadius')) });
}

type Found = GradedDeviceView & { readonly grade: { readonly is: 'finding' } };

function isFinding(view: GradedDeviceView): view is Found {
  return view.grade.is === 'finding';
}

function judge(context: RuleContext, view: Found, grazes: number): CaptureStatement {
  const { device, target, grade } = view;
  const { prohibition, zone } = target;
  const room = prohibition.regime === 'room' || prohibition.regime === 'reading';
  const clear = clearDoorsOrdered(context, prohibition) ? [prohibition.clearDoors?.reference ?? []].flat() : [];
  return {
    subject: pairSubject(device, zone),
    outcome: grade.outcome,
    message: messageOf(context, view),
    advice: adviceOn(context, view),
    clauses: distinctClauses([...prohibition.viewClauses, prohibition.clause, ...clear]),
    decides: prohibition.viewClauses.slice(0, 1),
    // The penalty for installing in the place doesn't punish a view from outside, unless the device is there for that
    // view.
    penalties: grade.outcome === 'fail' && room ? penaltyClauses(context.pack, prohibition.viewClauses) : [],
    place: device.place,
    related: relatedPlaces(grade.reach, zone),
    evidence: { ...sightLine(grade.reach), ...(grazes === 0 ? {} : { grazes }) },
    dependsOn: pairDependsOn(device, zone),
  };
}

function sealed(context: RuleContext, target: PrivateZone): CaptureStatement {
  const { zone } = target;
  const { zoneKind, zone: label } = zoneParams(context, target);
  return {
    subject: zone.id,
    outcome: 'open',
    message: t.sealed({ zone: label, zoneKind }),
    clauses: distinctClauses([...target.prohibition.viewClauses, target.prohibition.clause]),
    decides: target.prohibition.viewClauses.slice(0, 1),
    penalties: [],
    place: zone.place,
    related: [],
    dependsOn: { levels: zone.levels, devices: [] },
  };
}

function ofZone(context: RuleContext, target: PrivateZone): CaptureStatement[] {
  // Devices that may take no pictures at all belong to capture/unknown-capability.
  const views = viewsInto(context, target).filter((view) => view.device.video !== 'unknown');
  const grazes = views.filter((view) => view.grade.is === 'graze').length;
  // Grazes are counted once for each zone: on its pass, else on its first finding.
  const findings = views.filter(isFinding).map((view, index) => judge(context, view, index === 0 ? grazes : 0));
  if (isSealed(context, target.zone)) return [...findings, sealed(context, target)];
  if (findings.length > 0) return findings;
  const devices = onItsLevels(watchersOf(context.site), target.zone);
  const { zone, zoneKind } = zoneParams(context, target);
  const counted = grazes === 0 ? EMPTY : phrases.grazes({ n: grazes });
  const message = t.clear({ zone, zoneKind, count: String(devices.length), grazes: counted });
  const clauses = distinctClauses([...target.prohibition.viewClauses, target.prohibition.clause]);
  const decides = target.prohibition.viewClauses.slice(0, 1);
  return [{ ...passVerdict(target, devices, message, clauses, grazes), decides }];
}

function check(context: RuleContext): CaptureStatement[] {
  return [...privateZones(context.site).flatMap((target) => ofZone(context, target)), ...itemsWithoutZones(context, t)];
}

/**
 * The rule capture/view-into-private-zone (Art. 9(1)). The largest view a camera could have is graded for each private
 * place it stands outside of.
 */
export const rule = defineRule({
  id: 'capture/view-into-private-zone',
  level: 'error',
  title: {
    zh: '区域外设备的最大可视范围不得及于涉及个人隐私的场所和区域',
    en: 'No view of a device outside into a place that involves personal privacy',
  },
  clauses: [
    'nm-2017/9.1',
    'nm-2017/9.2',
    'nm-2017/9.2(1)',
    'nm-2017/9.2(2)',
    'nm-2017/9.2(3)',
    'nm-2017/9.2(4)',
    'nm-2017/9.2(5)',
    'nm-2017/9.2(6)',
    'cn-799-2025/8.1(4)',
    'cn-799-2025/27.1',
    'cn-civil-code/1033(2)',
    'cn-civil-code/1033(3)',
    'cn-entertainment/16',
  ],
  clausesIn: (pack) => [...viewClauses(pack), ...prohibitedClauses(pack)],
  appliesTo: prohibitsCapture,
  parameters: [
    'privacyDensity',
    'viewArea',
    'viewDepth',
    'grazeDepth',
    'grazeFraction',
    'nearRadius',
    'personHeight',
    'mayTunnel',
  ],
  waivable: false,
  messages: templatesOf(t),
  docs,
  check,
});
