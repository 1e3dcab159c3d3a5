// Views of devices into private places, graded by the prohibitions of a pack.

import { groupBy } from '../../base/arrays.js';
import { charge, grantFinding, spendBudget } from '../../base/budget.js';
import { memoize } from '../../base/memo.js';
import { compareArea, compareLength, LENGTH_TOLERANCE, type LimitSide } from '../../base/threshold.js';
import { areaOfRegion, measure, outlineOfPieces, perimeterOf } from '../../geometry/index.js';
import type { Region } from '../../geometry/types.js';
import { kindsOf, parameter } from '../../law/lookup.js';
import type { Pack, Threshold } from '../../law/types.js';
import type { Ground } from '../../plan/ground.js';
import type { Device, Zone } from '../../plan/model.js';
import { withoutTolerance } from '../../sight/optics/optics.js';
import { isFrosted, type MayWorld } from '../../sight/scene/barriers.js';
import type { Reach } from '../../sight/types.js';
import type { GroundContext, RuleContext } from '../context.js';
import { memoizeOnGround, memoizeOnGroundBy, memoizePerPlan } from '../memo.js';
import { devicesOf } from './devices.js';
import { staysWhereDrawn } from './moving.js';
import {
  asEachKind,
  canFail,
  clearDoorsOrdered,
  exclusiveRegion,
  leastDensityInto,
  type PrivateZone,
  placementAs,
  possiblePlacesById,
  possiblePrivateZones,
  privateZones,
} from './private-zones.js';

/**
 * Path by which a view that counts gets in: `standing` (nothing need be opened), `glazing` (standing, through glass),
 * `closed` (a door or curtain must be opened), `ring` (only the near area of an anchor, a ballot box or the like, is
 * seen, not the anchor).
 */
export type ViewPath = 'standing' | 'glazing' | 'closed' | 'ring';

/**
 * Grade of a device's largest view into a private place: `finding`; `graze` or `sliver`, too slight to be a finding; or
 * `nothing`, no view that is judged.
 */
export type Grade =
  | ({
      readonly is: 'finding';
      readonly outcome: 'fail' | 'review';
      readonly way: ViewPath;
      /** px/m from which the row of the prohibition applies. */
      readonly from: number;
      /** True if area or depth equals its threshold within tolerance, so that a person must decide. */
      readonly atThreshold: boolean;
      /**
       * Why a view that would fail is for the reviewer: `tolerance`, the device mounted exactly as drawn has no such
       * view; `elsewhere`, the device doesn't stand in the voting room; `frosted`, the view goes through frosted glass
       * only. Undefined: no reason.
       */
      readonly lowered?: Lowered;
    } & Seen)
  /** Needs a door or curtain opened, and is too slight to matter: counted in the report, no finding. */
  | ({ readonly is: 'graze' } & Seen)
  /** Any other view that is no finding: below the thresholds of area, depth or density. */
  | ({ readonly is: 'sliver' } & Seen)
  | { readonly is: 'nothing' };

/**
 * Reasons that lower a `fail` to a `review`: only the mounting tolerance makes the view, the device doesn't stand in
 * the voting room, or the view goes through frosted glass only.
 */
export type Lowered = 'tolerance' | 'elsewhere' | 'frosted';

interface Seen {
  readonly reach: Reach;
}

const NOTHING: Grade = { is: 'nothing' };

interface Question {
  readonly context: GroundContext;
  readonly device: Device;
  readonly target: PrivateZone;
  readonly region: Region;
  /** Id of the level on which the region is looked at. */
  readonly level: string;
  /** Replaces the views that Sight returns for the device; undefined: Sight's own. */
  readonly look?: GradedView;
}

/**
 * What one device, known to the caller, sees: returns its view into a region at `density` px/m or finer, in the may
 * world or with all doors and curtains closed; undefined if it sees nothing of it.
 */
export type GradedView = (region: Region, density: number, world: 'may' | 'standing') => Reach | undefined;

function look(question: Question, density: number, world: MayWorld): Reach | undefined {
  const { context, device, region, level } = question;
  return question.look === undefined
    ? context.sight.reach(device, level, region, density, world)
    : question.look(region, density, world === 'may' ? 'may' : 'standing');
}

/**
 * True if a view is large and deep enough to count. A place may be smaller than the least area that counts in a room;
 * then half of the place is enough. A ballot box is seen from any side, so no depth is asked.
 */
function counts(question: Question, reach: Reach): boolean {
  const { least, depth } = thresholds(question);
  if (compareReachArea(reach, least) === 'below') return false;
  // At the least depth, it counts. The search for the deepest point mostly ends before it knows how deep that is.
  return depth === undefined || reach.isDeeperThan(depth - LENGTH_TOLERANCE);
}

function isAtThreshold(question: Question, reach: Reach): boolean {
  const { least, depth } = thresholds(question);
  if (compareReachArea(reach, least) === 'at') return true;
  return depth !== undefined && compareLength(reach.depth, depth) === 'at';
}

/** Compares the area of a reach with a limit in m²: below, at (within its numerical bound and tolerance) or above. */
export function compareReachArea(reach: Reach, limit: number): LimitSide {
  const { area, bound } = reach;
  return compareArea({ area, bound, outline: () => outlineOfPieces(reach.pieces) }, limit);
}

function thresholds({ context: { pack }, target }: Question): { least: number; depth: number | undefined } {
  const least = Math.min(parameter(pack, 'viewArea'), areaOfRegion(target.zone.region) / 2);
  return { least, depth: target.prohibition.regime === 'anchor' ? undefined : parameter(pack, 'viewDepth') };
}

/** True if the sight line to the witness point goes through glass. */
export function throughGlazing(reach: Reach): boolean {
  return reach.crossings.some((crossing) => crossing.glazing);
}

/** True if a view may be a `fail`. What a drawing can't settle goes to a person, however clear the view is. */
function mayFail(question: Question, reach: Reach, way: ViewPath): boolean {
  const { context, device, target } = question;
  if (device.video === 'depth' || !staysWhereDrawn(context.site, device)) return false;
  return canFail(context, target, { glazing: throughGlazing(reach), closed: way === 'closed' });
}

function finding(
  question: Question,
  outcome: 'fail' | 'review',
  way: ViewPath,
  from: number,
  reach: Reach,
  world: MayWorld,
  frosted?: 'frosted',
): Grade {
  grantFinding();
  const atThreshold = isAtThreshold(question, reach);
  // A reviewer who is asked about a view through glass is told if only the tolerance makes it.
  if ((outcome !== 'fail' && way !== 'glazing') || atThreshold) {
    return { is: 'finding', outcome: 'review', way, from, reach, atThreshold };
  }
  const tolerance = () => (isByTolerance(question, from, world) ? 'tolerance' : undefined);
  const lowered: Lowered | undefined = isElsewhere(question) ? 'elsewhere' : (frosted ?? tolerance());
  return {
    is: 'finding',
    outcome: lowered === undefined && mayFail(question, reach, way) ? outcome : 'review',
    way,
    from,
    reach,
    atThreshold,
    ...(lowered !== undefined && { lowered }),
  };
}

/** True if the device has no view that counts when mounted exactly as drawn. Only the pose as drawn can fail. */
function isByTolerance(question: Question, from: number, world: MayWorld): boolean {
  const drawn = look({ ...question, device: withoutTolerance(question.device) }, from, world);
  return drawn === undefined || !counts(question, drawn);
}

/**
 * True for a box or writing place that doesn't stand in a room of voting together with the device: whether such a device
 * is near it in the sense of the item is for a person.
 */
function isElsewhere({ context: { site }, device, target: { zone, prohibition } }: Question): boolean {
  if (prohibition.regime !== 'anchor') return false;
  return !hallsOf(site, zone).some(({ id }) => device.zones.includes(id));
}

/** Returns the voting rooms that hold `zone`, a ballot box or writing place; [] if none does. */
export function hallsOf(site: Ground, zone: Zone): Zone[] {
  return site.levels.flatMap(({ zones }) => zones).filter((hall) => holdsAnchor(site, hall, zone));
}

/**
 * Returns the ids of the kinds that the zone should hold as a voting room (ballot box, writing place); [] if the zone
 * is no voting room.
 */
export function expectedIn(pack: Pack, zone: Zone): readonly string[] {
  return [...new Set(kindsOf(pack, zone).flatMap(({ expects = [] }) => expects))];
}

/**
 * True if the anchor (ballot box, writing place) is of a kind that the voting room `hall` expects, and more than half
 * of its area lies in the room.
 */
export function holdsAnchor({ pack }: Ground, hall: Zone, anchor: Zone): boolean {
  const expected = expectedIn(pack, hall);
  if (!kindsOf(pack, anchor).some(({ id }) => expected.includes(id))) return false;
  if (!anchor.levels.some((level) => hall.levels.includes(level))) return false;
  if (hall.nested.includes(anchor.id)) return true;
  const { area, covered, bound } = measure(anchor.region, [hall.region]);
  // At half it isn't surely in the hall, and what hangs on that is for a person.
  const outline = () => perimeterOf(anchor.region.rings);
  return compareArea({ area: covered, bound, outline }, area / 2) === 'above';
}

/**
 * Returns the finding of the first of `rows` (from the strictest down) whose view counts and that `accepts` takes;
 * undefined if none does.
 */
function strictest(
  question: Question,
  rows: readonly Threshold[],
  world: 'may' | 'standing',
  way: ViewPath,
  accepts: (reach: Reach) => boolean = () => true,
): Grade | undefined {
  for (const row of rows) {
    const reach = look(question, row.from, world);
    if (reach === undefined || !counts(question, reach) || !accepts(reach)) continue;
    const plain = (found: Reach, seenIn: MayWorld) => finding(question, row.outcome, way, row.from, found, seenIn);
    if (row.outcome !== 'fail') return plain(reach, world);
    const seenIn = (other: MayWorld): Reach | undefined => {
      const found = look(question, row.from, other);
      return found !== undefined && counts(question, found) && accepts(found) ? found : undefined;
    };
    if (mayBeOrdered(question, reach, world)) {
      const unglazed = seenIn('unglazed');
      if (unglazed !== undefined) return plain(unglazed, 'unglazed');
    }
    if (!mayBeFrosted(question, reach, world)) return plain(reach, world);
    const clear = seenIn('clear');
    return clear === undefined
      ? finding(question, row.outcome, way, row.from, reach, world, 'frosted')
      : plain(clear, 'clear');
  }
  return undefined;
}

/** True if a view that nobody need open anything for may come through frosted glass alone. */
function mayBeFrosted(question: Question, reach: Reach, world: 'may' | 'standing'): boolean {
  return hasFrosted(question.context.site) && (world === 'standing' || reach.standing);
}

/**
 * True if a view that nobody need open anything for goes, where it is deepest, through glass that a law may order: it
 * may reach far enough beside that glass, too.
 */
function mayBeOrdered({ context, target }: Question, reach: Reach, world: 'may' | 'standing'): boolean {
  if (!clearDoorsOrdered(context, target.prohibition) || !throughGlazing(reach)) return false;
  return world === 'standing' || reach.standing;
}

const hasFrosted = memoizeOnGround(({ levels }): boolean =>
  levels.some(
    ({ walls, openings }) => walls.some(({ material }) => material === 'frosted') || openings.some(isFrosted),
  ),
);

function worse(a: Grade | undefined, b: Grade | undefined): Grade | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.is === 'finding' && b.outcome === 'fail' && a.is === 'finding' && a.outcome !== 'fail' ? b : a;
}

/**
 * Grades the standing view. If glazing has rows of its own, views with and without glass are judged each by its own
 * rows.
 */
function throughWhatStands(question: Question): Grade | undefined {
  const { standing, glazing } = question.target.prohibition;
  if (glazing === undefined) return strictest(question, standing, 'standing', 'standing');
  return worse(
    strictest(question, standing, 'standing', 'standing', (reach) => !throughGlazing(reach)),
    strictest(question, glazing, 'standing', 'glazing', throughGlazing),
  );
}

/** Grades a view for which somebody must open a door or curtain. */
function throughWhatIsClosed(question: Question, floor: number, widest: Reach): Grade {
  const { pack } = question.context;
  const slight =
    compareReachArea(widest, parameter(pack, 'grazeFraction') * areaOfRegion(question.target.zone.region)) ===
      'below' && compareLength(widest.depth, parameter(pack, 'grazeDepth')) === 'below';
  const stands = look(question, floor, 'standing');
  // A standing view too small to count remains a sliver; it doesn't hide behind the door beside it.
  if (slight) return stands === undefined ? { is: 'graze', reach: widest } : { is: 'sliver', reach: stands };
  if (counts(question, widest)) return finding(question, 'review', 'closed', floor, widest, 'may');
  return { is: 'sliver', reach: widest };
}

function gradeRoom(question: Question): Grade {
  const { prohibition } = question.target;
  const floor = leastDensityInto(question.context.pack, prohibition);
  const widest = look(question, floor, 'may');
  if (widest === undefined) return NOTHING;
  return throughWhatStands(question) ?? throughWhatIsClosed(question, floor, widest);
}

/** Grades a view where a closed door is judged like an open one: the thresholds alone decide, in the largest view. */
function gradeByDensity(question: Question): Grade {
  const { standing } = question.target.prohibition;
  if (standing.length === 0) return NOTHING;
  const floor = Math.min(...standing.map((row) => row.from));
  const widest = look(question, floor, 'may');
  if (widest === undefined) return NOTHING;
  const way = widest.standing ? 'standing' : 'closed';
  return strictest(question, standing, 'may', way) ?? { is: 'sliver', reach: widest };
}

/** Grades the view of the box or writing place itself; if that is no finding, the view of its near area. */
function gradeAnchor(question: Question): Grade {
  const itself = gradeByDensity(question);
  if (itself.is === 'finding') return itself;
  const { context, target } = question;
  const density = parameter(context.pack, 'privacyDensity');
  const ring = { ...question, region: context.sight.near(target.zone, parameter(context.pack, 'nearRadius')) };
  const reach = look(ring, density, 'may');
  return reach !== undefined && counts(ring, reach) ? finding(ring, 'review', 'ring', density, reach, 'may') : itself;
}

/** Steps of the budget that grading one device and zone costs. */
const PAIR = 500;

/**
 * Returns the grade of the device's largest view into the private place on one of its levels; `nothing` for a device
 * inside the place or without video.
 */
export function gradeView(context: GroundContext, device: Device, target: PrivateZone, level: string): Grade {
  spendBudget(PAIR);
  if (device.video === 'none' || placementAs(context, device, target) !== undefined) return NOTHING;
  const region = exclusiveRegion(context, target, level, 'view');
  return charge('reaches', device.id, () => graded({ context, device, target, region, level }));
}

function graded(question: Question): Grade {
  const { prohibition } = question.target;
  if (prohibition.regime === 'anchor') return gradeAnchor(question);
  return prohibition.closed === 'as-standing' ? gradeByDensity(question) : gradeRoom(question);
}

/**
 * True if a device outside the private place that sees at least what `sees` returns certainly has a finding there, even
 * if it sees more; with `atLeast` sliver, a finding or a sliver. `sees` may be what a camera sees in every pose of a
 * box: if the result is true, every pose of the box has the finding.
 *
 * Where the pack has rows of its own for views through glass, the whole view may come through glass although the part
 * that `sees` returns doesn't, and then another row judges it. So standing views don't count there, and the view in the
 * may world must be a finding by itself.
 */
export function isSurelyFinding(
  context: GroundContext,
  device: Device,
  target: PrivateZone,
  sees: GradedView,
  atLeast: 'finding' | 'sliver' = 'finding',
): boolean {
  const { glazing } = target.prohibition;
  const least: GradedView = (region, density, world) =>
    glazing !== undefined && world === 'standing' ? undefined : sees(region, density, world);
  const { level } = device;
  const { is } = graded({
    context,
    device,
    target,
    region: exclusiveRegion(context, target, level, 'view'),
    level,
    look: least,
  });
  return is === 'finding' || is === atLeast;
}

/** A graded view of one device into one private place. Views of grade `nothing` aren't kept. */
export interface GradedDeviceView {
  readonly device: Device;
  readonly target: PrivateZone;
  readonly grade: Exclude<Grade, { is: 'nothing' }>;
}

/**
 * Returns all views of all devices into private places, as far as the plan says enough to compute them; those of grade
 * `nothing` and places of unknown use are left out.
 */
export function allViews(context: RuleContext): readonly GradedDeviceView[] {
  return privateZones(context.site).flatMap((target) => viewsInto(context, target));
}

const NONE: readonly GradedDeviceView[] = [];

/** Returns the views of all devices into one private place, or one of unknown use; [] if there are none. */
export function viewsInto(context: RuleContext, target: PrivateZone): readonly GradedDeviceView[] {
  const { settled, unsettled } = viewsByZone(context);
  return (target.unsettled === true ? unsettled : settled).get(target.zone.id) ?? NONE;
}

/** Views by zone id, those into what a zone certainly is apart from those into what it may be. */
const viewsByZone = memoizePerPlan((context) => {
  const views = devicesOf(context.site).flatMap((device) => viewsOf(context, device));
  const of = (unsettled: boolean) =>
    groupBy(
      views.filter(({ target }) => (target.unsettled === true) === unsettled),
      ({ target }) => target.zone.id,
    );
  return { settled: of(false), unsettled: of(true) };
});

/**
 * Returns the device's views into the private places of every level, places of unknown use included; of a place on
 * several levels or of several private kinds, only the worst view; of one that is private and of unknown use too, the
 * worst as each of the two. Levels other than the device's own are left out if the plan doesn't give its pose or the
 * heights. As long as device and ground stay the same objects, so do the views.
 */
export const viewsOf = memoizeOnGroundBy((context, device: Device): readonly GradedDeviceView[] => {
  const [settled, unsettled] = [new Map<Zone, GradedDeviceView>(), new Map<Zone, GradedDeviceView>()];
  for (const view of viewsInTurn(context, device)) {
    const { zone } = view.target;
    const worst = view.target.unsettled === true ? unsettled : settled;
    const known = worst.get(zone);
    if (known === undefined || weight(view.grade) > weight(known.grade)) worst.set(zone, view);
  }
  return [...settled.values(), ...unsettled.values()];
});

/**
 * Yields the device's views like {@link viewsOf}, each as soon as it is graded, for callers that may stop at the first.
 * Yields a place on several levels or of several private kinds once for each. On each level, views into the zone with
 * the id `first` come before all others.
 */
export function* viewsInTurn(
  context: GroundContext,
  device: Device,
  first?: string,
): Generator<GradedDeviceView, void, void> {
  for (const level of levelsWithPrivateZones(context.site)) {
    if (!isInSight(context, device, level)) continue;
    const targets = mayBeSeen(context, device, level);
    const isFirst = ({ zone }: PrivateZone) => zone.id === first;
    const ordered =
      first === undefined ? targets : [...targets].sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
    for (const target of ordered) {
      const grade = gradeView(context, device, target, level);
      if (grade.is !== 'nothing') yield { device, target, grade };
    }
  }
}

/**
 * True if the device's views on the level are graded: it is the device's own, or the plan gives the pose and the heights
 * by which they are computed.
 */
function isInSight({ sight }: GroundContext, device: Device, level: string): boolean {
  return level === device.level || sight.unsaid(device, level) === undefined;
}

/**
 * Returns the ids of the levels with private places on which the device's views are graded: its own, and others if the
 * plan gives its pose and the heights; [] without video.
 */
export const levelsInSight = memoizeOnGroundBy((context, device: Device): readonly string[] =>
  device.video === 'none' ? [] : levelsWithPrivateZones(context.site).filter((id) => isInSight(context, device, id)),
);

function weight(grade: Grade): number {
  if (grade.is === 'finding') return grade.outcome === 'fail' ? 3 : 2;
  return grade.is === 'sliver' ? 1 : 0;
}

/**
 * Returns the private places of a level that the device may see, and perhaps some that it can't: a quick selection
 * before views are computed. They are the zones that its largest view comes near, and all anchors (ballot boxes,
 * writing places), whose near areas reach beyond their zones. A zone of several private kinds comes once as each of
 * them. [] for a device without video.
 */
export function mayBeSeen(context: GroundContext, device: Device, level: string): readonly PrivateZone[] {
  if (device.video === 'none') return [];
  const zones = context.sight.within(device, level, leastDensity(context.pack));
  // A view that comes near no zone may still meet the near area of an anchor.
  const anchors = anchorsOn(context.site).get(level) ?? [];
  if (zones.length === 0) return anchors;
  const targets = possiblePlacesById(context.site);
  const near = zones.flatMap(({ id }) => targets.get(id) ?? []).flatMap(asEachKind);
  return [...new Set([...near, ...anchors])];
}

/** px/m: no prohibition asks about views coarser than this. */
const leastDensity = memoize((pack: RuleContext['pack']) =>
  Math.min(
    parameter(pack, 'privacyDensity'),
    ...pack.prohibitions.flatMap(({ standing, glazing }) => [...standing, ...(glazing ?? [])].map(({ from }) => from)),
  ),
);

/** Returns the ids of levels with private places, or zones that may be, in the plan's order. */
export const levelsWithPrivateZones: (site: Ground) => readonly string[] = memoizeOnGround((site) => {
  const levels = new Set([...possiblePrivateZones(site).values()].flatMap(({ zone }) => zone.levels));
  return site.levels.map(({ id }) => id).filter((id) => levels.has(id));
});

const anchorsOn = memoizeOnGround((site): ReadonlyMap<string, readonly PrivateZone[]> => {
  const anchors = privateZones(site)
    .flatMap(asEachKind)
    .filter(({ prohibition }) => prohibition.regime === 'anchor');
  return new Map(site.levels.map(({ id }) => [id, anchors.filter(({ zone }) => zone.levels.includes(id))]));
});
