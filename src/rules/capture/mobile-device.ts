// Rule capture/mobile-device: where a device that moves may capture is known from its area, not from where it is drawn.

import { captureOf, captures, mayCaptureUnder, prohibitedClauses, prohibitsCapture } from '../../facts/capture/bars.js';
import {
  isMounted,
  isPartOf,
  type MovingDevice,
  movingDevices,
  type PlaceBeside,
  placesBeside,
} from '../../facts/capture/moving.js';
import { type PrivateZone, possiblePrivateZones } from '../../facts/capture/private-zones.js';
import type { RuleContext } from '../../facts/context.js';
import { deviceKindName, distinctClauses, EMPTY, zoneLabel } from '../../facts/labels.js';
import { OUTCOMES, roomUses } from '../../facts/rooms/use.js';
import { catalogue, joined, type Text, templatesOf } from '../../i18n/catalogue.js';
import { forQuotes, quoted } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { penaltyClauses } from '../../law/lookup.js';
import type { ClauseId, Pack } from '../../law/types.js';
import type { Zone } from '../../plan/model.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';
import { docs } from './docs/mobile-device.js';
import { openingNamed } from './wording/phrases.js';
import { whereInstalled } from './wording/predicates.js';
import { inPublicPlaces, SCOPE } from './wording/scope.js';
import { relatedZone } from './wording/statements.js';

const t = catalogue('', {
  unsaid: {
    zh: '设备“{device}”（{kind}）的名称或者型号“{called}”表示其可以移动，图中位置不能代表其采集范围；图中未写明其活动区域。',
    en: "The name or model of device '{device}' ({kind}), '{called}', means that it moves. Where it is drawn doesn't tell what it captures, and the drawing doesn't say where it goes.",
  },
  noArea: {
    zh: '设备“{device}”（{kind}）为{form}，图中位置不能代表其采集范围；图中未写明其活动区域。',
    en: "Device '{device}' ({kind}) is {form}. Where it is drawn doesn't tell what it captures, and the drawing doesn't say where it goes.",
  },
  inArea: {
    zh: '图中载明设备“{device}”（{kind}，{form}）的活动区域包括{zones}。',
    en: "The drawing states that device '{device}' ({kind}, {form}) moves in an area that includes {zones}.",
  },
  capabilityUnsaid: {
    zh: '图中载明设备“{device}”（{kind}，{form}）的活动区域包括{zones}，未注明其是否具有{capture}功能。',
    en: "The drawing states that device '{device}' ({kind}, {form}) moves in an area that includes {zones}. It doesn't say whether the device has {capture}.",
  },
  unsettledArea: {
    zh: '图中载明设备“{device}”（{kind}，{form}）的活动区域包括{zones}，其用途未写明。',
    en: "The drawing states that device '{device}' ({kind}, {form}) moves in an area that includes {zones}, and nobody has said what that is for.",
  },
  beside: {
    zh: '图中载明设备“{device}”（{kind}，{form}）的活动区域与{zones}相通或者相望；其移动中的位置和朝向，图不能判定。',
    en: "The area in which the drawing states that device '{device}' ({kind}, {form}) moves opens on {zones}. Where in it the device stands and looks, no drawing tells.",
  },
  carried: {
    zh: '设备“{device}”（{kind}）图中标明为{form}，随人移动，图中位置不能代表其采集范围{area}；使用管理制度{rules}。',
    en: "The drawing marks device '{device}' ({kind}) as {form}: it goes where its bearer goes, and where it is drawn doesn't tell what it captures{area}. Rules on its use: {rules}.",
  },
  mounted: {
    zh: '设备“{device}”（{kind}）图中标明为{form}，又写有固定安装才有的朝向、俯角、高度、所守的门窗洞口或者镜头形式，其他规则按固定安装审查{area}；使用管理制度{rules}。',
    en: "The drawing marks device '{device}' ({kind}) as {form}, but gives it a heading, tilt, height, opening or lens that only a mounted one has, and the other rules judge it as mounted{area}. Rules on its use: {rules}.",
  },
  clear: {
    zh: '图中载明设备“{device}”（{kind}，{form}）的活动区域为{zones}，其中没有涉及个人隐私的场所和区域，图中也没有门窗洞口与此类场所和区域相通。',
    en: "The drawing states that device '{device}' ({kind}, {form}) moves in {zones}. No private place lies there, and no opening is drawn that leads to one.",
  },
  inVehicle: {
    zh: '设备“{device}”（{kind}）随车移动，按固定设于车内审查。',
    en: "Device '{device}' ({kind}) moves with its vehicle and is judged as one that is fixed inside it.",
  },
  none: {
    zh: '图中没有可以移动的采集设备。',
    en: 'The drawing has no device that captures and moves.',
  },
  saysUndecided: {
    zh: '活动区域写明前，不能按{leads}判定。',
    en: "Until its area is stated it can't be judged by {leads}.",
  },
  saysFails: { zh: '按所载区域使用将不符合{leads}。', en: 'Used there it will not comply with {leads}.' },
  saysFailsExisting: {
    zh: '该设备按已安装审查，涉嫌不符合{leads}。',
    en: 'It is judged as installed, and appears not to comply with {leads}.',
  },
  saysUnknown: { zh: '写明前，不能按{leads}判定。', en: "Until that is stated it can't be judged by {leads}." },
  saysArea: {
    zh: '是否符合{leads}，须由审查人判定。',
    en: 'Whether it complies with {leads} is for the reviewer to decide.',
  },
  saysCarried: {
    zh: '{leads}所禁止的是安装，随人移动的设备是否适用，须由审查人判定；使用管理制度请当面核实。',
    en: '{leads} {leads|is|are} about installing; whether {leads|it applies|they apply} to a device that a person carries is for the reviewer to decide, who should check the rules on its use.',
  },
  saysMounted: {
    zh: '该设备是否确实随人移动、{leads}是否适用，须由审查人判定；使用管理制度请当面核实。',
    en: 'Whether a person really carries it, and whether {leads} {leads|applies|apply}, is for the reviewer to decide, who should check the rules on its use.',
  },
  saysNothing: { zh: '未发现不符合{leads}。', en: 'Nothing found that does not comply with {leads}.' },
  saysFixed: { zh: '{leads}由其他规则判定。', en: 'Other rules judge it by {leads}.' },
  saysNone: { zh: '就移动设备而言，{leads}不适用。', en: 'As for moving devices, {leads} {leads|does|do} not apply.' },
  stateArea: {
    zh: '请写明“{device}”的活动区域和禁入区域；不能移动的，请更正名称。',
    en: "State where '{device}' goes and where it must not go; correct its name if it does not move.",
  },
  editArea: {
    zh: '为“{device}”写明 mobile：form（移动方式）、area（活动区域的编号）、rules（管理规定）。',
    en: "Give '{device}' mobile, with form, area (ids of zones) and rules (the document).",
  },
  leaveOut: {
    zh: '将{zones}划为“{device}”的禁入区域，并由设备自身的限定或者实体隔断保证，活动区域写为其余部分；用途未写明的，写明用途。',
    en: "Keep '{device}' out of {zones}, by limits of its own or by something solid, and state the rest as its area. Say what a place is for if the plan doesn't.",
  },
  keepOut: {
    zh: '写明“{device}”行经上述门窗洞口时的管理措施；能够改变路线的，避开上述门窗洞口。',
    en: "State what is done while '{device}' passes these openings; lead it another way where that is possible.",
  },
  inQuotes: { zh: '：“{rules}”', en: "'{rules}'" },
  unstated: { zh: '图中未载明', en: 'not stated' },
  itsArea: { zh: '；图中载明其活动区域包括{zones}', en: '; its area is stated to include {zones}' },
  comma: { zh: '、', en: ', ' },
  by: { zh: '{zone}（经{openings}）', en: '{zone} (by {openings})' },
  part: { zh: '{zone}（其中的{parts}）', en: '{zone} (its part {parts})' },
  glass: { zh: '玻璃墙“{wall}”', en: "glass wall '{wall}'" },
  more: { zh: '{zones}等{n}处', en: '{zones} and others, {n} in all' },
});

const FORMS = catalogue('moving', {
  'body-worn': { zh: '随身佩戴', en: 'worn on the body' },
  handheld: { zh: '手持', en: 'handheld' },
  robot: { zh: '机器人', en: 'a robot' },
  drone: { zh: '无人机', en: 'a drone' },
  vehicle: { zh: '车载', en: 'in a vehicle' },
});

/** Names beyond these are counted; the places of all are in `related`. */
const MOST_NAMED = 4;

function listed(names: readonly Localized[]): Localized {
  const first = joined(names.slice(0, MOST_NAMED), t.comma);
  return names.length > MOST_NAMED ? t.more({ zones: first, n: names.length }) : first;
}

function labels(zones: readonly Zone[]): Localized {
  return listed(zones.map((zone) => quoted(zoneLabel(zone))));
}

/** Names zones that the area includes, of those that it includes in part the parts as well. */
function included({ site }: RuleContext, { zones = [], rooms }: MovingDevice, inside: readonly Zone[]): Localized {
  return listed(
    inside.map((zone): Localized => {
      const label = quoted(zoneLabel(zone));
      if (!rooms.includes(zone)) return label;
      return t.part({ zone: label, parts: labels(zones.filter((part) => isPartOf(site, part, zone))) });
    }),
  );
}

/** What the rule states of one device, apart from where that is. */
type Said = Pick<Statement, 'outcome' | 'message' | 'says' | 'clauses'> &
  Partial<Pick<Statement, 'advice' | 'edit' | 'related' | 'basis' | 'places' | 'existing' | 'penalties' | 'duties'>>;

function judged(context: RuleContext, moving: MovingDevice): Said {
  const { pack } = context;
  const { device, moves, zones, called } = moving;
  const form = FORMS[moving.form];
  const { prohibition } = captureOf(pack);
  const who = { device: forQuotes(device.id), kind: deviceKindName(device) };
  const whole = [prohibition];
  if (moves === 'in-vehicle') {
    return {
      outcome: 'notApplicable',
      message: t.inVehicle(who),
      says: (leads) => t.saysFixed({ leads }),
      clauses: whole,
    };
  }
  if (moves === 'with-a-person') {
    const inside = [...(zones ?? []), ...moving.rooms].filter(({ id }) => possiblePrivateZones(context.site).has(id));
    const rules = device.mobile?.rules;
    const isFixedToo = isMounted(device);
    return {
      outcome: 'review',
      message: (isFixedToo ? t.mounted : t.carried)({
        ...who,
        form,
        area: inside.length === 0 ? EMPTY : t.itsArea({ zones: included(context, moving, inside) }),
        rules: rules === undefined ? t.unstated : t.inQuotes({ rules: forQuotes(rules) }),
      }),
      says: (leads) => (isFixedToo ? t.saysMounted : t.saysCarried)({ leads }),
      clauses: whole,
      related: inside.map(relatedZone),
    };
  }
  if (zones === undefined) {
    return {
      outcome: 'open',
      message:
        moves === 'unsaid' ? t.unsaid({ ...who, called: forQuotes(called ?? device.id) }) : t.noArea({ ...who, form }),
      says: (leads) => t.saysUndecided({ leads }),
      advice: t.stateArea(who),
      edit: t.editArea(who),
      clauses: whole,
    };
  }
  return (
    inArea(context, moving, [...zones, ...moving.rooms]) ??
    besideArea(context, moving) ?? {
      outcome: 'pass',
      message: t.clear({ ...who, form, zones: labels(zones) }),
      says: (leads) => t.saysNothing({ leads }),
      clauses: whole,
    }
  );
}

/** True if a device in the place certainly is where the law's words allow none. */
function isCertain({ prohibition, applies, perhapsNotPublic, unsettled }: PrivateZone): boolean {
  const { regime, inside, basis } = prohibition;
  return (
    unsettled !== true &&
    applies &&
    perhapsNotPublic === undefined &&
    regime === 'room' &&
    inside === 'fail' &&
    basis === 'law'
  );
}

/** Returns what follows from private places among `zones`, where the device moves; undefined if there are none. */
function inArea(context: RuleContext, moving: MovingDevice, zones: readonly Zone[]): Said | undefined {
  const { device, form } = moving;
  const { pack, site } = context;
  const { prohibition: whole, words } = captureOf(pack);
  const possible = possiblePrivateZones(site);
  const targets = zones
    .flatMap(({ id }) => possible.get(id) ?? [])
    .filter(({ prohibition }) => prohibition.inside !== 'notApplicable');
  const about = (inside: readonly Zone[], clauses: readonly ClauseId[]) => ({
    params: {
      device: forQuotes(device.id),
      kind: deviceKindName(device),
      form: FORMS[form],
      zones: included(context, moving, inside),
    },
    rest: {
      advice: t.leaveOut({ device: forQuotes(device.id), zones: labels(inside) }),
      clauses,
      related: inside.map(relatedZone),
    },
  });
  const certain = targets.filter(isCertain);
  // Whether depth alone is an image is doubtful; sound is captured with or without it.
  if (certain.length > 0 && (device.video !== 'depth' || captures(pack, device))) {
    const items = certain.map(({ prohibition }) => prohibition.clause);
    const { params, rest } = about(
      certain.map(({ zone }) => zone),
      distinctClauses([...items, whole]),
    );
    if (!captures(pack, device)) {
      const message = t.capabilityUnsaid({ ...params, capture: words.capture });
      return { ...rest, outcome: 'open', message, says: (leads) => t.saysUnknown({ leads }) };
    }
    const installed = whereInstalled(context, device, rest.clauses);
    return {
      ...rest,
      outcome: 'fail',
      message: t.inArea(params),
      says: (leads) => (installed.existing === true ? t.saysFailsExisting({ leads }) : t.saysFails({ leads })),
      basis: 'reading',
      penalties: penaltyClauses(pack, rest.clauses),
      ...installed,
    };
  }
  const doubted = zones.flatMap(({ id }) => {
    const use = roomUses(site).get(id);
    return use === undefined || use.settledBy !== undefined ? [] : [use];
  });
  const unstated = doubted.filter(({ doubt }) => OUTCOMES[doubt] === 'open').map(({ zone }) => zone);
  const unsettled = [...targets.filter((target) => target.unsettled === true).map(({ zone }) => zone), ...unstated];
  if (unsettled.length > 0) {
    const { params, rest } = about([...new Set(unsettled)], [whole]);
    return { ...rest, outcome: 'open', message: t.unsettledArea(params), says: (leads) => t.saysUnknown({ leads }) };
  }
  if (targets.length === 0 && doubted.length === 0) return undefined;
  const { params, rest } = about(
    [...new Set([...targets, ...doubted].map(({ zone }) => zone))],
    distinctClauses([...targets.map(({ prohibition }) => prohibition.clause), whole]),
  );
  return {
    ...rest,
    outcome: 'review',
    message: t.inArea(params),
    says: (leads) => t.saysArea({ leads }),
    basis: 'reading',
  };
}

/** Returns the review of an area that opens on private places; undefined if it opens on none. */
function besideArea(context: RuleContext, moving: MovingDevice): Said | undefined {
  const { device, form } = moving;
  const beside = placesBeside(context, moving);
  if (beside.length === 0) return undefined;
  const { duty } = captureOf(context.pack);
  const places = distinctClauses(beside.map(({ target }) => target.prohibition.clause)).filter((id) => id !== duty);
  return {
    outcome: 'review',
    message: t.beside({
      device: forQuotes(device.id),
      kind: deviceKindName(device),
      form: FORMS[form],
      zones: listed(beside.map(named)),
    }),
    says: (leads) => t.saysArea({ leads }),
    advice: t.keepOut({ device: forQuotes(device.id) }),
    basis: 'reading',
    clauses: [duty, ...places],
    places,
    related: beside.map(({ target }) => relatedZone(target.zone)),
  };
}

/** Returns a place beside the area with the openings to it: “女卫生间”（经门“d-wc”）. */
function named({ target, openings, panes }: PlaceBeside): Localized {
  const ways = [...openings.map(openingNamed), ...panes.map(({ id }): Text => t.glass({ wall: id }))];
  const zone = quoted(zoneLabel(target.zone));
  return ways.length === 0 ? zone : t.by({ zone, openings: listed(ways) });
}

function check(context: RuleContext): Statement[] {
  const { site, pack } = context;
  const levels = site.levels.map(({ id }) => id);
  const found = movingDevices(site)
    .filter(({ device }) => mayCaptureUnder(pack, device))
    .map((moving) => {
      const { device, zones } = moving;
      const { penalties = [], ...said } = judged(context, moving);
      // What opens on the area hangs on every level: a drone passes windows of others.
      const dependsOn = { levels: zones === undefined ? [device.level] : levels, devices: [device.id] };
      return { ...statement({ subject: device.id, place: device.place, dependsOn, ...said }), penalties };
    });
  if (found.length > 0) return found;
  return [
    statement({
      subject: 'mobile-devices',
      outcome: 'notApplicable',
      message: t.none,
      says: (leads) => t.saysNone({ leads }),
      clauses: [captureOf(pack).prohibition],
      place: site.categories[0]?.place ?? site.place,
      dependsOn: { levels, devices: [] },
    }),
  ];
}

/** Returns the clauses that the rule may cite by the pack. */
function clausesIn(pack: Pack): ClauseId[] {
  const { capture } = pack;
  if (capture === undefined) return [];
  const prohibited = prohibitedClauses(pack);
  const reporting = capture.images?.reporting;
  return distinctClauses([
    ...prohibited,
    capture.duty,
    ...penaltyClauses(pack, prohibited),
    ...(reporting === undefined ? [] : [reporting]),
  ]);
}

/**
 * The rule capture/mobile-device, which judges devices that move, by the zones they may move in. A camera that moves
 * would escape every rule that asks where it stands.
 */
export const rule = defineRule({
  id: 'capture/mobile-device',
  level: 'error',
  title: {
    zh: '移动设备的活动区域未写明，或者涉及个人隐私',
    en: 'A moving device without a stated area, or in private places',
  },
  clausesIn,
  appliesTo: prohibitsCapture,
  parameters: ['nearRadius'],
  waivable: false,
  messages: { ...templatesOf(t, FORMS), ...SCOPE },
  docs,
  check: inPublicPlaces(check),
});
