// Rule capture/view-into-private-zone: no camera outside sees into a private place.

import { amended, lazily, type Makers } from '../../base/lazy.js';
import { memoize, memoizeNamed } from '../../base/memo.js';
import { prohibitedClauses, prohibitsCapture, viewClauses } from '../../facts/capture/bars.js';
import { watchersOf } from '../../facts/capture/devices.js';
import { staysWhereDrawn } from '../../facts/capture/moving.js';
import { clearDoorsOrdered, isSealed, type PrivateZone, privateZones } from '../../facts/capture/private-zones.js';
import { type GradedDeviceView, gradeView, levelsInSight, viewsInto } from '../../facts/capture/views.js';
import type { GroundContext, RuleContext } from '../../facts/context.js';
import { distinctClauses, EMPTY, fullCitation, levelLabel, standsOn, zoneLabel } from '../../facts/labels.js';
import { memoizeByInputs, memoizeOnGroundBy } from '../../facts/memo.js';
import { asStated, type Figure, figureKeys, figureNames, missingForViews } from '../../facts/missing-figures.js';
import { catalogue, type Text, templatesOf } from '../../i18n/catalogue.js';
import { quoted } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { metres, plainFigure } from '../../i18n/number.js';
import { parameter, penaltyClauses } from '../../law/lookup.js';
import type { ClauseId, Pack, Prohibition } from '../../law/types.js';
import { defineRule } from '../rule.js';
import { docs } from './docs/view-into-private-zone.js';
import { area, density, filmHelps, frostedPanes, reasonFor, through, whenOpened } from './wording/phrases.js';
import {
  deviceAtStart,
  failure,
  itemWords,
  reviewFor,
  says,
  unprovided,
  whereInstalled,
} from './wording/predicates.js';
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
  relatedPlaces,
  sightLine,
  zoneParams,
} from './wording/statements.js';
import { t as phrases } from './wording/texts.js';

const t = catalogue('', {
  seen: {
    zh: '{who}设于{stands}，{opened}其最大可视范围{through}可及“{zone}”（{zoneKind}）{area}、最深{depth}，最大{density}{threshold}。',
    en: "{who} stands in {stands}; {opened}its largest view{through} reaches {area} of '{zone}' ({zoneKind}), {depth} deep, {density}{threshold}.",
  },
  facing: {
    zh: '{who}设于{stands}，朝向“{zone}”（{zoneKind}）的{panes}；按透明计可及{area}，最大{density}。',
    en: "{who} stands in {stands} and faces {panes} of '{zone}' ({zoneKind}); were it clear its view would reach {area}, {density}.",
  },
  ring: {
    zh: '{who}设于{stands}，未摄及“{zone}”（{zoneKind}）本身，但可摄及其附近（{radius}米内且无遮挡，本工具参数）{area}，最大{density}。',
    en: "{who} stands in {stands} and does not film '{zone}' ({zoneKind}) itself, but {area} of what is near it (within {radius} m and nothing between, this tool's parameter), {density}.",
  },
  lacking: {
    zh: '设备“{device}”设于{stands}，图中未载明其{figures}；其最大可视范围是否可及“{zone}”（{zoneKind}）取决于此。',
    en: "Device '{device}' stands in {stands}, and the plan doesn't state its {figures}. Whether its largest view reaches '{zone}' ({zoneKind}) hangs on that.",
  },
  stateFigures: { zh: '请写明设备“{device}”的{keys}。', en: "Please state of device '{device}': {keys}." },
  sealed: {
    zh: '图中“{zone}”（{zoneKind}）四周封闭，未标明任何门窗，区域外设备的最大可视范围是否可及该区域不得而知。',
    en: "In the drawing '{zone}' ({zoneKind}) is closed all round, with no door or window marked, so whether devices outside may see into it is unknown.",
  },
  clear: {
    zh: '图中标明的区域外设备，其最大可视范围未见可及“{zone}”（{zoneKind}）的；已核具有或者可能具有视频采集功能的设备{count}台{grazes}。',
    en: "No view of a device outside, as drawn, was found to reach '{zone}' ({zoneKind}) so that it counts; devices checked that have or may have image capture: {count}{grazes}.",
  },
  noZone: NO_ZONE,
  noZoneYet: NO_ZONE_YET,
  markOpenings: { zh: '请在“{zone}”的四周标明门窗。', en: "Please mark the doors and windows of '{zone}'." },
  turn: {
    zh: '{data}调整“{device}”的位置、朝向或者视场角，使其最大可视范围不再可及{kept}；云台设备须设置硬限位。确需保留的，设置全程有效的永久遮蔽（云台的须随动、各倍率均有效）{film}。仅设软件限位或者关闭录制的，不视为改正。',
    en: "{data}Move, turn or narrow '{device}' so that its largest view does not reach {kept}; give a PTZ hard limits. Where it must stay, set a permanent mask that always holds (on a PTZ dynamic, at every zoom){film}. Software limits and switching the recording off are no correction.",
  },
  turnDown: {
    zh: '{data}调整“{device}”的位置、朝向、俯角或者视场角，使其最大可视范围不再可及{kept}；云台设备须设置硬限位{film}。遮蔽区绘于设备所在楼层的地面，不能遮挡向上的视线。仅设软件限位或者关闭录制的，不视为改正。',
    en: "{data}Move, turn, tilt or narrow '{device}' so that its largest view does not reach {kept}; give a PTZ hard limits{film}. A mask is drawn on the floor of the device's own level and hides nothing of what it sees above. Software limits and switching the recording off are no correction.",
  },
});

function messageOf(context: GroundContext, view: Found): Text {
  const { device, target, grade } = view;
  const { reach, from, way } = grade;
  const { zone, zoneKind } = zoneOn(context, view);
  const seen = {
    who: deviceAtStart(context, device),
    stands: standsOn(context.site, device, reach.level),
    zone,
    zoneKind,
    area: area(context, reach),
    density: density(reach, from),
  };
  if (way === 'ring') return t.ring({ ...seen, radius: plainFigure(parameter(context.pack, 'nearRadius')) });
  const panes = grade.lowered === 'frosted' ? frostedPanes(reach) : undefined;
  if (panes !== undefined) return t.facing({ ...seen, panes });
  const byThreshold = target.prohibition.closed === 'as-standing' || way === 'glazing';
  return t.seen({
    ...seen,
    opened: whenOpened(reach),
    through: through(reach),
    depth: metres(reach.depth),
    threshold: byThreshold ? phrases.attains({ from: plainFigure(from) }) : EMPTY,
  });
}

/** Returns the predicate of the view: a failure, or the question to the reviewer with its reason. */
function predicateOf(context: GroundContext, view: Found): Pick<CaptureStatement, 'says' | 'because'> {
  const { device, target, grade } = view;
  const { prohibition } = target;
  const item = fullCitation(context.pack, prohibition.clause);
  const { zoneKind } = zoneParams(context, target);
  const words = itemWords(context.pack, prohibition.clause);
  if (grade.outcome === 'fail') {
    if (prohibition.regime === 'anchor') return { says: failure(context, device, 'near', { words }) };
    const on = prohibition.basis === 'law' ? 'view' : 'unlistedView';
    return { says: failure(context, device, on, { zoneKind, item }) };
  }
  if (grade.way === 'ring') return { says: (leads) => says.belongs({ words, leads }) };
  const reason = reasonFor(context, view);
  const because = reason === undefined ? {} : { because: reason };
  const unsaid = reason === undefined && grade.way === 'closed' ? unprovided(context, prohibition.clause) : EMPTY;
  return { says: reviewFor(reason ?? unsaid), ...because };
}

/** Returns the zone's message values; its kind names the level on which it is seen, if that isn't the device's own. */
function zoneOn(context: GroundContext, { device, target, grade }: Found) {
  const params = zoneParams(context, target);
  const { level } = grade.reach;
  if (level === device.level) return params;
  const zoneKind = phrases.onLevel({ kind: params.zoneKind, level: verbatim(levelLabel(context.site, level)) });
  return { ...params, zoneKind };
}

function adviceOn(context: GroundContext, view: Found): Text {
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
function maskHelps({ site }: GroundContext, { device, grade }: Found): boolean {
  const elevation = (id: string) => site.levels.find((level) => level.id === id)?.elevation ?? 0;
  return elevation(grade.reach.level) <= elevation(device.level);
}

/** Returns what the view must be kept out of: “选举箱”附近（3米，本工具参数）. */
function keptOutOf({ pack }: GroundContext, { target, grade }: Found): Localized {
  const label = zoneLabel(target.zone);
  if (grade.way !== 'ring') return quoted(label);
  return phrases.near({ label, radius: plainFigure(parameter(pack, 'nearRadius')) });
}

type Found = GradedDeviceView & { readonly grade: { readonly is: 'finding' } };

function isFinding(view: GradedDeviceView): view is Found {
  return view.grade.is === 'finding';
}

/**
 * Returns the figures that the plan leaves out and that decide whether the device sees in; [] if it does, whatever they
 * are.
 */
function deciding(context: GroundContext, { device, target, grade }: Found): readonly Figure[] {
  const stated = asStated(device);
  // Where a device moves, no figure of the plan says what it sees.
  if (stated === undefined || !staysWhereDrawn(context.site, device)) return [];
  const known = stated.lenses.length === 0 ? undefined : gradeView(context, stated, target, grade.reach.level);
  return known?.is === 'finding' && known.outcome === grade.outcome ? [] : missingForViews(device);
}

/** Returns the open verdict on a view that hangs on figures which the plan leaves out. */
function hanging(context: GroundContext, view: Found, missing: readonly Figure[]): CaptureStatement {
  const { device, target, grade } = view;
  const { zone, zoneKind } = zoneOn(context, view);
  const params = { device: device.id, figures: figureNames(missing), keys: figureKeys(missing), zone, zoneKind };
  return {
    subject: pairSubject(device, target.zone),
    outcome: 'open',
    message: t.lacking({ ...params, stands: standsOn(context.site, device, grade.reach.level) }),
    says: (leads) => says.open({ leads }),
    advice: t.stateFigures(params),
    clauses: citedBy(target.prohibition, 'other'),
    ...restingOn(target.prohibition),
    basis: 'reading',
    penalties: [],
    place: device.place,
    related: relatedPlaces(grade.reach, target.zone),
    evidence: sightLine(grade.reach),
    dependsOn: pairDependsOn(device, target.zone),
  };
}

/** Returns the verdict on a view; kept with the view. */
const judge = memoizeOnGroundBy((context, view: Found): CaptureStatement => {
  const missing = deciding(context, view);
  if (missing.length > 0) return hanging(context, view, missing);
  const { device, target, grade } = view;
  const { prohibition, zone } = target;
  const clear = clearDoorsOrdered(context, prohibition) ? 'clear' : 'other';
  // A view of information that customers enter is left to whoever must protect it.
  const isPunished = prohibition.regime !== 'information';
  const fails = grade.outcome === 'fail';
  const settled = {
    subject: pairSubject(device, zone),
    outcome: grade.outcome,
    ...(fails ? {} : predicateOf(context, view)),
    clauses: citedBy(prohibition, clear),
    ...restingOn(prohibition),
    basis: 'reading',
    ...(fails ? whereInstalled(context, device, restingOn(prohibition).decides) : {}),
    penalties: fails && isPunished ? penaltiesBy(context.pack)(prohibition) : NONE,
    place: device.place,
    dependsOn: pairDependsOn(device, zone),
  } as const;
  // A large site has tens of thousands of views, of which reports print one for each device in full.
  return lazily<typeof settled, DetailsOf>(settled, fails ? FAILURE : REVIEW, new Details(context, view));
});

const REVIEW = ['message', 'advice', 'related', 'evidence'];
const FAILURE = [...REVIEW, 'says'];

type DetailsOf = Pick<CaptureStatement, 'message' | 'advice' | 'related' | 'evidence' | 'says'>;

/** The texts and figures of a view. */
class Details implements Makers<DetailsOf> {
  constructor(
    private readonly context: GroundContext,
    private readonly view: Found,
  ) {}

  message(): Text {
    return messageOf(this.context, this.view);
  }

  advice(): Text {
    return adviceOn(this.context, this.view);
  }

  related(): CaptureStatement['related'] {
    return relatedPlaces(this.view.grade.reach, this.view.target.zone);
  }

  evidence(): CaptureStatement['evidence'] {
    return sightLine(this.view.grade.reach);
  }

  says(): CaptureStatement['says'] {
    return predicateOf(this.context, this.view).says;
  }
}

/** Returns the verdict with the number of grazes of its zone; one that hangs on figures says nothing of other views. */
function withGrazes(found: CaptureStatement, grazes: number): CaptureStatement {
  if (grazes === 0 || found.outcome === 'open') return found;
  const { evidence } = found;
  return evidence === undefined ? found : { ...found, evidence: { ...evidence, grazes } };
}

// The same lists for all views that a prohibition is about: a large site has tens of thousands.
const NONE: readonly ClauseId[] = [];

/** Returns the clause that a view is judged by, and the item that makes the place private, which a view doesn't break. */
const restingOn = memoize(({ viewClauses, clause }: Prohibition) => {
  const decides: readonly ClauseId[] = viewClauses.slice(0, 1);
  return { decides, places: decides.includes(clause) ? NONE : [clause] };
});

/** Returns the clauses to cite, with those that order clear doors where these are ordered. */
const citedBy = memoizeNamed(({ viewClauses, clause, clearDoors }: Prohibition, doors: 'clear' | 'other') =>
  distinctClauses([...viewClauses, clause, ...(doors === 'clear' ? [clearDoors?.reference ?? []].flat() : [])]),
);

const penaltiesBy = memoize((pack: Pack) =>
  memoize((prohibition: Prohibition) => penaltyClauses(pack, restingOn(prohibition).decides)),
);

function sealed(context: GroundContext, target: PrivateZone): CaptureStatement {
  const { zone } = target;
  const { zoneKind, zone: label } = zoneParams(context, target);
  return {
    subject: zone.id,
    outcome: 'open',
    message: t.sealed({ zone: label, zoneKind }),
    says: (leads) => says.open({ leads }),
    advice: t.markOpenings({ zone: label }),
    clauses: citedBy(target.prohibition, 'other'),
    ...restingOn(target.prohibition),
    penalties: [],
    place: zone.place,
    related: [],
    dependsOn: { levels: zone.levels, devices: [] },
  };
}

const statementsOn = memoizeByInputs(statementsBy);

function statementsBy(
  context: GroundContext,
  target: PrivateZone,
  views: readonly GradedDeviceView[],
  watchers: readonly string[],
): readonly CaptureStatement[] {
  const grazes = views.filter((view) => view.grade.is === 'graze').length;
  // Grazes are counted once for each zone: on its pass, else on its first finding.
  const findings = views
    .filter(isFinding)
    .map((view, index) => withGrazes(judge(context, view), index === 0 ? grazes : 0));
  if (isSealed(context, target.zone)) return [...findings, sealed(context, target)];
  if (findings.length > 0) return findings;
  const message = () => {
    const { zone, zoneKind } = zoneParams(context, target);
    const counted = grazes === 0 ? EMPTY : phrases.grazes({ n: grazes });
    return t.clear({ zone, zoneKind, count: String(watchers.length), grazes: counted });
  };
  const clauses = clausesOfKinds(target, ({ prohibition }) => citedBy(prohibition, 'other'));
  const pass = passVerdict(target, watchers, message, clauses, grazes);
  const decides = clausesOfKinds(target, ({ prohibition }) => restingOn(prohibition).decides);
  const places = clausesOfKinds(target, ({ prohibition }) => restingOn(prohibition).places);
  return [amended(pass, { decides, places })];
}

const watchersOn = idsOnLevels(watchersOf, levelsInSight);

function ofZone(context: RuleContext, target: PrivateZone): readonly CaptureStatement[] {
  // Devices that may take no pictures at all belong to capture/unknown-capability.
  const views = viewsInto(context, target).filter((view) => view.device.video !== 'unknown');
  return statementsOn(context, target, views, watchersOn(context, target.zone));
}

function check(context: RuleContext): CaptureStatement[] {
  return [...privateZones(context.site).flatMap((target) => ofZone(context, target)), ...itemsWithoutZones(context, t)];
}

/**
 * The rule capture/view-into-private-zone. For each camera outside a private place it takes the largest view that the
 * camera could have (may-see), and grades how far that view reaches into the place.
 */
export const rule = defineRule({
  id: 'capture/view-into-private-zone',
  level: 'error',
  title: {
    zh: '区域外设备的最大可视范围不得及于涉及个人隐私的场所和区域',
    en: 'No view of a device outside into a place that involves personal privacy',
  },
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
  messages: { ...templatesOf(t), ...SCOPE },
  docs,
  check: inPublicPlaces(check),
});
