// Rule capture/device-in-private-zone: devices that capture stand in no private place.

import { grantFinding } from '../../base/budget.js';
import {
  capability,
  captureOf,
  captures,
  capturingNothing,
  isOfImages,
  mayCaptureUnder,
  perhapsCapturing,
  prohibitedClauses,
  prohibitsCapture,
  prohibitsSound,
  relatedProhibitions,
} from '../../facts/capture/bars.js';
import { meaningsOf } from '../../facts/capture/device-names.js';
import { devicesOf, isFoundedMandate, takesPictures, takesSound } from '../../facts/capture/devices.js';
import { isCarried } from '../../facts/capture/moving.js';
import {
  asEachKind,
  devicesPossiblyIn,
  exclusiveRegion,
  type Inside,
  isAnchor,
  itemSubject,
  type PrivateZone,
  placementIn,
  privateZones,
} from '../../facts/capture/private-zones.js';
import { expectedIn, holdsAnchor } from '../../facts/capture/views.js';
import type { GroundContext, RuleContext } from '../../facts/context.js';
import { citation, deviceKindName, distinctClauses, EMPTY, midSentence, zoneLabel } from '../../facts/labels.js';
import { memoizeByInputs } from '../../facts/memo.js';
import { roomUses } from '../../facts/rooms/use.js';
import { catalogue, type Text, templatesOf } from '../../i18n/catalogue.js';
import { forQuotes, localizedList } from '../../i18n/list.js';
import { type Localized, withChinese } from '../../i18n/locale.js';
import { distinct, plainFigure } from '../../i18n/number.js';
import { parameter, penaltyClauses, zoneKind } from '../../law/lookup.js';
import type { ClauseId, Pack } from '../../law/types.js';
import type { Device, Zone } from '../../plan/model.js';
import { defineRule } from '../rule.js';
import { docs } from './docs/device-in-private-zone.js';
import { doubt, orWhileVoting, whyNotPublic } from './wording/phrases.js';
import { deviceAtStart, failure, itemWords, reviewFor, says, whereInstalled } from './wording/predicates.js';
import { inPublicPlaces, SCOPE } from './wording/scope.js';
import {
  type CaptureStatement,
  clausesOfKinds,
  idsOnLevels,
  itemsWithoutZones,
  NO_ZONE,
  NO_ZONE_YET,
  pairDependsOn,
  pairSubject,
  passVerdict,
  relatedZone,
  zoneParams,
} from './wording/statements.js';
import { t as phrases } from './wording/texts.js';

const t = catalogue('', {
  inside: {
    zh: '{who}（{deviceKind}，具有{capability}功能）设于“{zone}”内。',
    en: "{who} ({deviceKind}, with {capability}) stands in '{zone}'.",
  },
  unfounded: {
    zh: '{who}（{deviceKind}，具有{capability}功能）设于“{zone}”内；图中虽载明其设置依据，但未写明规定、文件或者由谁说明，本报告未采用。',
    en: "{who} ({deviceKind}, with {capability}) stands in '{zone}'. The plan states that a rule orders it, but not which, in which document or who says so; this report doesn't go by that.",
  },
  near: {
    zh: '{who}（{deviceKind}，具有{capability}功能）距“{zone}”{distance}米且其间无遮挡{sees}。“附近”的距离法规未作规定，{radius}米为本工具参数。',
    en: "{who} ({deviceKind}, with {capability}) is {distance} m from '{zone}' with nothing between{sees}. The law sets no distance for 'near'; {radius} m is this tool's parameter.",
  },
  nearAs: {
    zh: '{who}（{deviceKind}，具有{capability}功能）距“{zone}”（{zoneKind}）{distance}米且其间无遮挡{sees}。“附近”的距离法规未作规定，{radius}米为本工具参数。',
    en: "{who} ({deviceKind}, with {capability}) is {distance} m from '{zone}' ({zoneKind}) with nothing between{sees}. The law sets no distance for 'near'; {radius} m is this tool's parameter.",
  },
  namedMandate: {
    zh: '{who}（{deviceKind}，具有{capability}功能，名称为“{name}”）设于“{zone}”内；名称表示其可能依有关规定设置，图中未写明所依据的规定和文件。',
    en: "{who} ({deviceKind}, with {capability}, named '{name}') stands in '{zone}'; by its name a rule may order it, and the plan states neither the rule nor the document.",
  },
  stateMandate: {
    zh: '请写明设置该设备所依据的规定和文件；没有的，移出该区域。',
    en: 'Please state the rule and the document by which the device is set up; if there is none, move it out.',
  },
  foundMandate: {
    zh: '确依其他规定设置的，在 mandatedBy 中写明规定、文件和由谁说明，“待补充”“待定”“无”等不作数。',
    en: "Where a rule does order the device, give the rule, the document and who states it in mandatedBy. Words such as 'TBD' or 'none' don't count.",
  },
  hallWithoutAnchor: {
    zh: '图中标明“{zone}”为{zoneKind}，但未标明{anchors}的位置，不能认定其附近的设备。',
    en: "The drawing marks '{zone}' as a {zoneKind} but not where the {anchors} are, so devices near them can't be told.",
  },
  clear: {
    zh: '已核设备{count}台，均不在图中标明的“{zone}”（{zoneKind}）内或者不具有{neither}功能{untold}。',
    en: "Of {count} {count|device|devices} checked each stands outside '{zone}' ({zoneKind}) as drawn or {neither}{untold}.",
  },
  clearNear: {
    zh: '已核设备{count}台，距图中标明的“{zone}”（{zoneKind}）{radius}米（本工具参数）以内且其间无遮挡的，均不具有{capturing}功能{untold}。',
    en: "Of {count} {count|device|devices} checked none within {radius} m (this tool's parameter) of '{zone}' ({zoneKind}) as drawn and with nothing between {capturing}{untold}.",
  },
  undrawnLevel: {
    zh: '“{level}”层设有可能具有{may}功能的设备{count}台，图中未在该层划定任何区域。',
    en: "Level '{level}' has {count} {count|device|devices} that {may}, and no zone is drawn on it.",
  },
  drawZones: {
    zh: '在该层划定区域并写明类型（室外为 yard）。',
    en: 'Draw the zones of that level and state their kinds (yard outdoors).',
  },
  notReached: {
    zh: '设备“{device}”设于“{zone}”内。{zoneKind}不属于公共场所，{prohibition}不适用{others}。',
    en: "Device '{device}' stands in '{zone}' ({zoneKind}), which is no public place; {prohibition} does not apply{others}.",
  },
  soundAlone: {
    zh: '设备“{device}”（{deviceKind}）设于“{zone}”（{zoneKind}）内，图中标明仅具有音频采集功能；{prohibition}针对具有{capture}功能的设备，不适用于该设备。',
    en: "Device '{device}' ({deviceKind}) stands in '{zone}' ({zoneKind}) and is marked as capturing sound alone; {prohibition} is about devices with {capture} and does not apply to it.",
  },
  noZone: NO_ZONE,
  noZoneYet: NO_ZONE_YET,
  moveOut: {
    zh: '将该设备移出“{zone}”。设置遮蔽、软件限定或者关闭录制，均不改变“安装”的事实；确需防范的，可以选用不具有{neither}功能的入侵探测器、门磁开关等。',
    en: "Move the device out of '{zone}'. A software limit, switching the recording off or covering part of the picture does not undo that it is installed; where protection is needed, an intrusion detector or a door contact {neither}.",
  },
  moveAway: {
    zh: '将该设备移至距“{zone}”{radius}米以外或者有实体遮挡处{vote}。转向他处、设置遮蔽或者关闭录制，均不改变“安装”的事实。',
    en: "Move the device more than {radius} m from '{zone}' or behind something solid{vote}. Turning it away, covering part of the picture or switching the recording off does not undo that it is installed.",
  },
  markAnchors: {
    zh: '在“{zone}”内标明{anchors}的位置，或者书面说明无此设置。',
    en: "Mark the {anchors} in '{zone}', or state in writing that there are none.",
  },
});

/** Returns a phrase if a device near an anchor can also read what is written there: 可摄及该处; empty if not. */
function alsoSees(context: GroundContext, device: Device, target: PrivateZone): Localized {
  const strictest = target.prohibition.standing[0];
  if (strictest === undefined || device.video === 'none') return EMPTY;
  const region = exclusiveRegion(context, target, device.level, 'view');
  const reach = context.sight.reach(device, device.level, region, strictest.from, 'may');
  return reach === undefined ? EMPTY : phrases.alsoReads;
}

/** True if a device near a box or writing place may see or hear it, or whoever stands near it. */
function mayObserve(context: GroundContext, device: Device, target: PrivateZone): boolean {
  if (takesSound(device)) return true;
  const { pack, sight } = context;
  const where = sight.near(target.zone, parameter(pack, 'nearRadius'));
  return sight.reach(device, device.level, where, parameter(pack, 'privacyDensity'), 'may') !== undefined;
}

/** Returns the rule that orders a device in an area of information, as far as the plan says; undefined if none does. */
function mandateOf(
  { name, mandatedBy }: Device,
  { prohibition: { regime, mandated = [] } }: PrivateZone,
): { readonly rule?: string; readonly document?: string } | undefined {
  if (regime !== 'information') return undefined;
  if (mandatedBy !== undefined && isFoundedMandate(mandatedBy)) return mandatedBy;
  return name !== undefined && mandated.some((word) => name.includes(word)) ? {} : undefined;
}

/** Returns why the device may not be what the law prohibits installing; undefined if there is no doubt. */
function whyNotInstalled({ pack, site }: GroundContext, device: Device): Text | undefined {
  if (isCarried(site, device)) return phrases.carried;
  const { products } = captureOf(pack).words;
  const name = meaningsOf(device).get('household');
  return products === undefined || name === undefined
    ? undefined
    : phrases.perhapsOther({ name: forQuotes(name), products });
}

function judge(context: GroundContext, device: Device, { as: target, distance }: Inside): CaptureStatement {
  const { zone, prohibition } = target;
  const { pack } = context;
  const radius = parameter(pack, 'nearRadius');
  const { zone: label, zoneKind } = zoneParams(context, target);
  const who = {
    who: deviceAtStart(context, device),
    deviceKind: deviceKindName(device),
    capability: capability(pack, device),
    zone: label,
  };
  const vote = orWhileVoting(context, target);
  const { prohibition: main } = captureOf(pack);
  const nearBy = (metres: number): Text => {
    const near = {
      ...who,
      distance: distinct(metres, radius, 1),
      radius: plainFigure(radius),
      sees: alsoSees(context, device, target),
    };
    // That a room is a box as well its name doesn't say.
    return target.kind === zone.spec ? t.near(near) : t.nearAs({ ...near, zoneKind });
  };
  const references = prohibition.insideReferences.filter((id) => takesPictures(device) || !isOfImages(pack, id));
  const { mandatedBy } = device;
  const isUnfounded = prohibition.regime === 'information' && mandatedBy !== undefined && !isFoundedMandate(mandatedBy);
  const common = {
    subject: pairSubject(device, zone),
    place: device.place,
    related: [relatedZone(zone)],
    dependsOn: pairDependsOn(device, zone),
    message: distance !== undefined ? nearBy(distance) : isUnfounded ? t.unfounded(who) : t.inside(who),
    ...(isUnfounded && { edit: t.foundMandate }),
    advice:
      distance === undefined
        ? t.moveOut({ zone: label, neither: capturingNothing(pack) })
        : t.moveAway({ zone: label, radius: plainFigure(radius), vote }),
    clauses: distinctClauses([prohibition.clause, main, ...references]),
    decides: [prohibition.clause],
    basis: prohibition.basis,
  };
  const mandate = mandateOf(device, target);
  if (mandate !== undefined && mandate.document === undefined) {
    const message = isUnfounded ? common.message : t.namedMandate({ ...who, name: forQuotes(device.name ?? '') });
    return {
      ...common,
      outcome: 'open',
      message,
      says: (leads) => says.open({ leads }),
      advice: t.stateMandate,
      penalties: [],
    };
  }
  const reason =
    doubt(context, device, target) ??
    whyNotPublic(context, target) ??
    (mandate === undefined
      ? undefined
      : phrases.mandated({ rule: mandate.rule ?? '', document: mandate.document ?? '' })) ??
    (distance === undefined || mayObserve(context, device, target) ? undefined : phrases.cannotObserve) ??
    whyNotInstalled(context, device);
  if (reason !== undefined || prohibition.inside === 'review') {
    return {
      ...common,
      outcome: 'review',
      says: reviewFor(reason ?? EMPTY),
      ...(reason !== undefined && { because: reason }),
      penalties: [],
    };
  }
  const words = itemWords(pack, prohibition.clause);
  return {
    ...common,
    outcome: 'fail',
    says:
      distance === undefined
        ? failure(context, device, 'inside', { zoneKind })
        : failure(context, device, 'near', { words }),
    ...whereInstalled(context, device, [prohibition.clause]),
    penalties: penaltyClauses(pack, [prohibition.clause, main]),
  };
}

/**
 * True for a device that capture/unknown-capability needn't ask about: it surely captures, or surely takes depth
 * images.
 */
function isJudged(pack: Pack, device: Device): boolean {
  return captures(pack, device) || device.video === 'depth';
}

/** Returns the `notApplicable` of a place that the law doesn't reach: another clause governs devices there. */
function notReached(context: GroundContext, device: Device, target: PrivateZone): CaptureStatement {
  const { pack } = context;
  const { prohibition: main } = captureOf(pack);
  const others = target.prohibition.insideReferences.filter((id) => !isOfImages(pack, id));
  const where = zoneParams(context, target);
  return {
    subject: pairSubject(device, target.zone),
    outcome: 'notApplicable',
    message: t.notReached({
      ...where,
      device: device.id,
      prohibition: citation(pack, main),
      others: instead(pack, others),
    }),
    clauses: distinctClauses([target.prohibition.clause, main, ...others]),
    penalties: [],
    place: device.place,
    related: [relatedZone(target.zone)],
    dependsOn: pairDependsOn(device, target.zone),
  };
}

/** Names the clauses that apply where the prohibition doesn't reach: ；适用第三十三条第一款. */
function instead(pack: Pack, others: readonly ClauseId[]): Localized {
  if (others.length === 0) return EMPTY;
  return phrases.instead({ clauses: localizedList(others.map((id) => citation(pack, id))) });
}

/** Returns the `notApplicable` of a device that only hears, under a law that speaks of images alone. */
function soundAlone(context: GroundContext, device: Device, target: PrivateZone): CaptureStatement {
  const { pack } = context;
  const { prohibition: main, words } = captureOf(pack);
  return {
    subject: pairSubject(device, target.zone),
    outcome: 'notApplicable',
    message: t.soundAlone({
      ...zoneParams(context, target),
      device: device.id,
      deviceKind: deviceKindName(device),
      prohibition: citation(pack, main),
      capture: words.capture,
    }),
    clauses: distinctClauses([target.prohibition.clause, main]),
    penalties: [],
    place: device.place,
    related: [relatedZone(target.zone)],
    dependsOn: pairDependsOn(device, target.zone),
  };
}

const statementsOn = memoizeByInputs(statementsBy);

/**
 * Returns the place without what its use decides: whether a dwelling lodges travellers is asked first, by another rule, but a
 * report box in it is one either way. Undefined if nothing is left.
 */
function whateverItsUse({ site }: GroundContext, target: PrivateZone): PrivateZone | undefined {
  const use = roomUses(site).get(target.zone.id);
  if (use === undefined || use.settledBy !== undefined || use.doubt !== 'lodging') return target;
  const [first, ...others] = asEachKind(target).filter(({ kind }) => kind.perhaps === undefined);
  return first && { ...first, alsoAs: others };
}

function statementsBy(
  context: GroundContext,
  place: PrivateZone,
  possible: readonly Device[],
  devices: readonly string[],
): readonly CaptureStatement[] {
  const target = whateverItsUse(context, place);
  if (target === undefined) return [];
  const { pack } = context;
  const within = possible.flatMap((device) => {
    const inside = placementIn(context, device, target);
    return inside === undefined ? [] : [{ device, inside }];
  });
  const findings = within
    .filter(({ device }) => isJudged(pack, device))
    .map(({ device, inside }) => {
      grantFinding();
      return inside.as.prohibition.inside === 'notApplicable'
        ? notReached(context, device, inside.as)
        : judge(context, device, inside);
    });
  const spared = within
    .filter(({ device }) => !prohibitsSound(pack) && takesSound(device) && device.video === 'none')
    .map(({ device, inside }) => soundAlone(context, device, inside.as));
  if (findings.length > 0) return [...findings, ...spared];
  const untold = within.filter(({ device }) => mayCaptureUnder(pack, device)).length;
  const message = () => {
    const params = {
      ...zoneParams(context, target),
      count: String(devices.length - untold),
      untold: untold === 0 ? EMPTY : phrases.untold({ n: untold }),
      neither: capturingNothing(pack),
      capturing: withChinese(
        prohibitsSound(pack) ? phrases.soundOrImage : phrases.images,
        captureOf(pack).words.capture.zh,
      ),
    };
    const anchor = target.prohibition.regime === 'anchor';
    return anchor
      ? t.clearNear({ ...params, radius: plainFigure(parameter(context.pack, 'nearRadius')) })
      : t.clear(params);
  };
  const items = clausesOfKinds(target, ({ prohibition }) => [prohibition.clause]);
  const clauses = distinctClauses([...items, captureOf(pack).prohibition]);
  return [passVerdict(target, devices, message, clauses), ...spared];
}

const devicesOn = idsOnLevels(devicesOf);

function ofZone(context: RuleContext, target: PrivateZone): readonly CaptureStatement[] {
  return statementsOn(context, target, devicesPossiblyIn(context, target), devicesOn(context, target.zone));
}

/** Returns the polling halls in which no ballot box or writing place is drawn. */
function hallsWithoutAnchor(context: RuleContext, all: readonly PrivateZone[]): Zone[] {
  const { site, pack } = context;
  const anchors = all.filter(isAnchor).map(({ zone }) => zone);
  return site.levels
    .flatMap((level) => level.zones)
    .filter((zone) => expectedIn(pack, zone).length > 0)
    .filter((hall) => !anchors.some((anchor) => holdsAnchor(site, hall, anchor)));
}

function openHall(context: RuleContext, hall: Zone): CaptureStatement[] {
  const { pack } = context;
  const clause = pack.prohibitions.find((row) => row.regime === 'anchor')?.clause;
  if (clause === undefined) return [];
  const kinds = expectedIn(pack, hall).flatMap((id) => zoneKind(pack, id) ?? []);
  const params = {
    zone: zoneLabel(hall),
    zoneKind: hall.spec === undefined ? hall.kind : midSentence(hall.spec.name),
    anchors: localizedList(kinds.map(({ name }) => midSentence(name))),
  };
  return [
    {
      subject: hall.id,
      outcome: 'open',
      message: t.hallWithoutAnchor(params),
      says: (leads) => says.open({ leads }),
      advice: t.markAnchors(params),
      clauses: distinctClauses([clause, captureOf(pack).prohibition]),
      penalties: [],
      place: hall.place,
      related: [],
      dependsOn: { levels: hall.levels, devices: [] },
    },
  ];
}

/** Returns an `open` for each level with devices and no zones: a missing private place there proves nothing. */
function undrawnLevels({ site, pack }: RuleContext): CaptureStatement[] {
  const { prohibition } = captureOf(pack);
  const zoned = new Set(site.levels.flatMap(({ zones }) => zones.flatMap(({ levels }) => levels)));
  return site.levels.flatMap(({ id, place }): CaptureStatement[] => {
    const devices = devicesOf(site).filter((device) => device.level === id && mayCaptureUnder(pack, device));
    if (zoned.has(id) || devices.length === 0) return [];
    return [
      {
        subject: `${itemSubject(prohibition)}@${id}`,
        outcome: 'open',
        message: t.undrawnLevel({
          level: id,
          count: String(devices.length),
          may: perhapsCapturing(pack),
        }),
        says: (leads) => says.open({ leads }),
        advice: t.drawZones,
        clauses: [prohibition],
        penalties: [],
        place,
        related: [],
        dependsOn: { levels: [id], devices: devices.map((device) => device.id) },
      },
    ];
  });
}

function check(context: RuleContext): CaptureStatement[] {
  const all = privateZones(context.site);
  const halls = hallsWithoutAnchor(context, all).flatMap((hall) => openHall(context, hall));
  const spoken = new Set(halls.map((finding) => finding.clauses[0]));
  return [
    ...all.flatMap((target) => ofZone(context, target)),
    ...halls,
    ...undrawnLevels(context),
    ...itemsWithoutZones(context, t, spoken),
  ];
}

/**
 * The rule capture/device-in-private-zone. A device that captures image or sound must not stand in a private place,
 * nor near a ballot box or the like.
 */
export const rule = defineRule({
  id: 'capture/device-in-private-zone',
  level: 'error',
  title: {
    zh: '禁止安装的场所和区域内不得设有音视频采集设备',
    en: 'No device that captures sound or image in a place where installing it is prohibited',
  },
  clausesIn: (pack) => [...prohibitedClauses(pack), ...relatedProhibitions(pack)],
  appliesTo: prohibitsCapture,
  parameters: ['nearRadius', 'privacyDensity'],
  waivable: false,
  messages: { ...templatesOf(t), ...SCOPE },
  docs,
  check: inPublicPlaces(check),
});
