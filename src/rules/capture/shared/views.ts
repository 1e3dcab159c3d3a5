import { onceFor } from '../../../base/memo.js';
import type { RuleContext } from '../../../facts/context.js';
import { oncePerPlan } from '../../../facts/memo.js';
import { spend } from '../../../geometry/effort.js';
import { ringArea } from '../../../geometry/ring.js';
import type { Region } from '../../../geometry/types.js';
import { parameter } from '../../../law/lookup.js';
import type { Prohibition, Threshold } from '../../../law/types.js';
import type { Device, Site } from '../../../plan/model.js';
import { withoutTolerance } from '../../../sight/optics.js';
import type { Reach } from '../../../sight/types.js';
import { standingBy } from '../../coverage/site.js';
import { devicesOf } from './devices.js';
import { insideOf, ownRegion, type PrivateZone, privateZones, targetsById } from './private-zones.js';

/** How a view that counts gets in. `ring`: only what is near an anchor is seen, not the anchor itself. */
export type Way = 'standing' | 'glazing' | 'closed' | 'ring';

/** What a device's largest view into a private zone amounts to. */
export type Grade =
  | ({
      readonly is: 'finding';
      readonly outcome: 'fail' | 'review';
      readonly way: Way;
      readonly from: number;
      /** Its area or depth differs from the threshold by less than the numerical bound: no side can be taken. */
      readonly atThreshold: boolean;
      /** Mounted exactly as drawn the device has no such view: it hangs on the tolerances. */
      readonly byTolerance: boolean;
    } & Seen)
  /** Only through something closed, and too slight to matter: counted. */
  | ({ readonly is: 'graze' } & Seen)
  /** Too small to count, too large to be nothing. */
  | ({ readonly is: 'sliver' } & Seen)
  | { readonly is: 'nothing' };

interface Seen {
  readonly reach: Reach;
}

const NOTHING: Grade = { is: 'nothing' };

/** m²: even-odd rings less shadows, for the plain regions of zones (an outer ring and its holes). */
function areaOf(region: Region): number {
  const total = (rings: Region['rings']): number => rings.reduce((sum, ring) => sum + ringArea(ring), 0);
  return total(region.rings) - total(region.shadows);
}

interface Question {
  readonly context: RuleContext;
  readonly device: Device;
  readonly target: PrivateZone;
  readonly region: Region;
  /** On which the region is looked at. */
  readonly level: string;
  /** What is seen; absent: what sight says of the device. */
  readonly look?: Look;
}

/** What is seen of a region at a density, with every door and curtain closed or not. */
export type Look = (region: Region, density: number, world: 'may' | 'standing') => Reach | undefined;

function look(question: Question, density: number, world: 'may' | 'standing'): Reach | undefined {
  const { context, device, region, level } = question;
  return question.look === undefined
    ? context.sight.reach(device, level, region, density, world)
    : question.look(region, density, world);
}

/**
 * Whether a view counts. A place may be smaller than the least area that counts in a room: half of it is then enough.
 * A ballot box is seen from any side, so that no depth is asked.
 */
function counts(question: Question, reach: Reach): boolean {
  const { least, depth } = thresholds(question);
  return reach.area > least - reach.bound && (depth === undefined || reach.isDeeperThan(depth - DEPTH_BOUND));
}

/** m: a distance from a point to a line is known to a few roundings, far less than this. */
const DEPTH_BOUND = 1e-9;

function isAtThreshold(question: Question, reach: Reach): boolean {
  const { least, depth } = thresholds(question);
  if (Math.abs(reach.area - least) <= reach.bound) return true;
  return depth !== undefined && Math.abs(reach.depth - depth) <= DEPTH_BOUND;
}

function thresholds({ context: { pack }, target }: Question): { least: number; depth: number | undefined } {
  const least = Math.min(parameter(pack, 'viewArea'), areaOf(target.zone.region) / 2);
  return { least, depth: target.prohibition.regime === 'anchor' ? undefined : parameter(pack, 'viewDepth') };
}

/** Whether the sight line to the worst point goes through glass. */
export function throughGlazing(reach: Reach): boolean {
  return reach.crossings.some((crossing) => crossing.glazing);
}

/** Whether the site is one where another law orders clear doors for this kind of room, or may be. */
export function clearDoorsOrdered({ site }: RuleContext, { clearDoors }: Prohibition): boolean {
  if (clearDoors === undefined || standingBy(site, clearDoors.condition).standing === 'out') return false;
  return site.categories.some((category) => clearDoors.categories.includes(category.id));
}

/** What a drawing can't settle goes to a person, however clear the view is. */
function mayFail(question: Question, reach: Reach): boolean {
  const { context, device, target } = question;
  if (!target.applies || device.video === 'depth') return false;
  return !(clearDoorsOrdered(context, target.prohibition) && throughGlazing(reach));
}

function finding(
  question: Question,
  outcome: 'fail' | 'review',
  way: Way,
  from: number,
  reach: Reach,
  world: 'may' | 'standing',
): Grade {
  const atThreshold = isAtThreshold(question, reach);
  const capped = outcome === 'fail' && (atThreshold || !mayFail(question, reach)) ? 'review' : outcome;
  return {
    is: 'finding',
    outcome: capped,
    way,
    from,
    reach,
    atThreshold,
    // Costs a view, so worked out where it is printed.
    get byTolerance() {
      const drawn = look({ ...question, device: withoutTolerance(question.device) }, from, world);
      return drawn === undefined || !counts(question, drawn);
    },
  };
}

/** The first of `rows` (from the strictest down) whose view counts and gets in as `accepts` says. */
function strictest(
  question: Question,
  rows: readonly Threshold[],
  world: 'may' | 'standing',
  way: Way,
  accepts: (reach: Reach) => boolean = () => true,
): Grade | undefined {
  for (const row of rows) {
    const reach = look(question, row.from, world);
    if (reach !== undefined && counts(question, reach) && accepts(reach)) {
      return finding(question, row.outcome, way, row.from, reach, world);
    }
  }
  return undefined;
}

function worse(a: Grade | undefined, b: Grade | undefined): Grade | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.is === 'finding' && b.outcome === 'fail' && a.is === 'finding' && a.outcome !== 'fail' ? b : a;
}

/** Where glazing has rows of its own, each way is judged by its own. */
function throughWhatStands(question: Question): Grade | undefined {
  const { standing, glazing } = question.target.prohibition;
  if (glazing === undefined) return strictest(question, standing, 'standing', 'standing');
  return worse(
    strictest(question, standing, 'standing', 'standing', (reach) => !throughGlazing(reach)),
    strictest(question, glazing, 'standing', 'glazing', throughGlazing),
  );
}

/** A view that somebody must open a door or curtain for. */
function throughWhatIsClosed(question: Question, floor: number, widest: Reach): Grade {
  const { pack } = question.context;
  const slight =
    widest.area < parameter(pack, 'grazeFraction') * areaOf(question.target.zone.region) &&
    widest.depth < parameter(pack, 'grazeDepth');
  const stands = look(question, floor, 'standing');
  // A standing view too small to count stays what it is, and doesn't hide behind the door beside it.
  if (slight) return stands === undefined ? { is: 'graze', reach: widest } : { is: 'sliver', reach: stands };
  if (counts(question, widest)) return finding(question, 'review', 'closed', floor, widest, 'may');
  return { is: 'sliver', reach: widest };
}

function gradeRoom(question: Question): Grade {
  const { prohibition } = question.target;
  const floor = Math.min(
    parameter(question.context.pack, 'privacyDensity'),
    ...[...prohibition.standing, ...(prohibition.glazing ?? [])].map((row) => row.from),
  );
  const widest = look(question, floor, 'may');
  if (widest === undefined) return NOTHING;
  return throughWhatStands(question) ?? throughWhatIsClosed(question, floor, widest);
}

/** Where a closed door is judged like an open one: the thresholds alone decide, in the largest view. */
function gradeByDensity(question: Question): Grade {
  const { standing } = question.target.prohibition;
  if (standing.length === 0) return NOTHING;
  const floor = Math.min(...standing.map((row) => row.from));
  const widest = look(question, floor, 'may');
  if (widest === undefined) return NOTHING;
  const way = widest.standing ? 'standing' : 'closed';
  return strictest(question, standing, 'may', way) ?? { is: 'sliver', reach: widest };
}

/** The box or writing place itself, else what is near it. */
function gradeAnchor(question: Question): Grade {
  const itself = gradeByDensity(question);
  if (itself.is === 'finding') return itself;
  const { context, target } = question;
  const density = parameter(context.pack, 'privacyDensity');
  const ring = { ...question, region: context.sight.near(target.zone, parameter(context.pack, 'nearRadius')) };
  const reach = look(ring, density, 'may');
  return reach !== undefined && counts(ring, reach) ? finding(ring, 'review', 'ring', density, reach, 'may') : itself;
}

/** Steps of asking after a view of one device into one zone. */
const PAIR = 500;

/** What `device`'s largest view into the private zone on one of its levels amounts to; nothing for a device inside it. */
export function gradeView(context: RuleContext, device: Device, target: PrivateZone, level: string): Grade {
  spend(PAIR);
  if (device.video === 'none' || insideOf(context, device, target) !== undefined) return NOTHING;
  return graded({ context, device, target, region: ownRegion(context, target), level });
}

function graded(question: Question): Grade {
  const { prohibition } = question.target;
  if (prohibition.regime === 'anchor') return gradeAnchor(question);
  return prohibition.closed === 'as-standing' ? gradeByDensity(question) : gradeRoom(question);
}

/**
 * Whether any view of the device from outside that has at least what `sees` gives in it, in the same worlds, is a finding.
 * Where glazing has rows of its own a view that holds another may be judged by another row: only what is graver than a graze
 * whatever it comes through is then taken.
 */
export function isSurelyFinding(context: RuleContext, device: Device, target: PrivateZone, sees: Look): boolean {
  const { glazing } = target.prohibition;
  const least: Look = (region, density, world) =>
    glazing !== undefined && world === 'standing' ? undefined : sees(region, density, world);
  const { level } = device;
  return graded({ context, device, target, region: ownRegion(context, target), level, look: least }).is === 'finding';
}

/** A view of one device into one private zone. */
export interface View {
  readonly device: Device;
  readonly target: PrivateZone;
  readonly grade: Exclude<Grade, { is: 'nothing' }>;
}

/** Every view into a private zone (not into one that only may be) that is more than nothing, where the plan says enough to tell. */
export function allViews(context: RuleContext): readonly View[] {
  return viewsByZone(context).flat;
}

const NONE: readonly View[] = [];

/** The views into one private zone. */
export function viewsInto(context: RuleContext, target: PrivateZone): readonly View[] {
  return viewsByZone(context).byZone.get(target.zone.id) ?? NONE;
}

const viewsByZone = oncePerPlan((context) => {
  const byZone = new Map<string, View[]>();
  for (const device of devicesOf(context.site)) {
    for (const view of viewsOf(context, device)) {
      const known = byZone.get(view.target.zone.id);
      if (known === undefined) byZone.set(view.target.zone.id, [view]);
      else known.push(view);
    }
  }
  return { byZone, flat: privateZones(context.site).flatMap(({ zone }) => byZone.get(zone.id) ?? []) };
});

/** The device's views into private zones of every level: of a zone on several the worst. */
export function viewsOf(context: RuleContext, device: Device): readonly View[] {
  const worst = new Map<PrivateZone, View['grade']>();
  for (const level of levelsWithPrivateZones(context.site)) {
    if (level !== device.level && context.sight.unsaid(device, level) !== undefined) continue;
    for (const target of mayBeSeen(context, device, level)) {
      const grade = gradeView(context, device, target, level);
      const known = worst.get(target);
      if (grade.is !== 'nothing' && (known === undefined || weight(grade) > weight(known))) worst.set(target, grade);
    }
  }
  return [...worst].map(([target, grade]) => ({ device, target, grade }));
}

function weight(grade: Grade): number {
  if (grade.is === 'finding') return grade.outcome === 'fail' ? 3 : 2;
  return grade.is === 'sliver' ? 1 : 0;
}

/**
 * Private zones of a level that the device may see: zones its largest view comes near, and what is small and private
 * about itself, which is nearer than that.
 */
export function mayBeSeen(context: RuleContext, device: Device, level: string): readonly PrivateZone[] {
  if (device.video === 'none') return [];
  const zones = context.sight.within(device, level, leastDensity(context.pack));
  // A view that comes near no zone at all may still come near what is about an anchor.
  const anchors = anchorsOn(context.site).get(level) ?? [];
  if (zones.length === 0) return anchors;
  const targets = targetsById(context.site);
  const near = zones.flatMap(({ id }) => targets.get(id) ?? []);
  return [...new Set([...near, ...anchors])];
}

/** px/m: coarser than this nothing is asked about. */
const leastDensity = onceFor((pack: RuleContext['pack']) =>
  Math.min(
    parameter(pack, 'privacyDensity'),
    ...pack.prohibitions.flatMap(({ standing, glazing }) => [...standing, ...(glazing ?? [])].map(({ from }) => from)),
  ),
);

/** Levels on which private zones lie, or zones that may be, in the plan's order. */
export const levelsWithPrivateZones: (site: Site) => readonly string[] = onceFor((site) => {
  const levels = new Set([...targetsById(site).values()].flatMap(({ zone }) => zone.levels));
  return site.levels.map(({ id }) => id).filter((id) => levels.has(id));
});

const anchorsOn = onceFor((site: Site): ReadonlyMap<string, readonly PrivateZone[]> => {
  const anchors = privateZones(site).filter(({ prohibition }) => prohibition.regime === 'anchor');
  return new Map(site.levels.map(({ id }) => [id, anchors.filter(({ zone }) => zone.levels.includes(id))]));
});
