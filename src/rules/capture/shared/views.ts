import { ringArea } from '../../../geometry/ring.js';
import type { Region } from '../../../geometry/types.js';
import { parameter } from '../../../law/lookup.js';
import type { Prohibition, Threshold } from '../../../law/types.js';
import type { Device } from '../../../plan/model.js';
import type { Reach } from '../../../sight/types.js';
import type { RuleContext } from '../../rule.js';
import { devicesOf } from './devices.js';

import { insideOf, ownRegion, type PrivateZone, privateZones } from './private-zones.js';

/** How a view that counts gets in. `ring`: only what is near an anchor is seen, not the anchor itself. */
export type Way = 'standing' | 'glazing' | 'closed' | 'ring';

/** What a device's largest view into a private zone amounts to. */
export type Grade =
  | ({ readonly is: 'finding'; readonly outcome: 'fail' | 'review'; readonly way: Way; readonly from: number } & Seen)
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
}

function look(question: Question, density: number, world: 'may' | 'standing'): Reach | undefined {
  const { context, device, region } = question;
  return context.sight.reach(device, device.level, region, density, world);
}

/**
 * Whether a view counts. A place may be smaller than the least area that counts in a room: half of it is then enough.
 * A ballot box is seen from any side, so that no depth is asked.
 */
function counts(question: Question, reach: Reach): boolean {
  const least = Math.min(parameter(question.context.pack, 'viewArea'), areaOf(question.target.zone.region) / 2);
  const anchor = question.target.prohibition.regime === 'anchor';
  return reach.area > least && (anchor || reach.depth > parameter(question.context.pack, 'viewDepth'));
}

/** Whether the sight line to the worst point goes through glass. */
export function throughGlazing(reach: Reach): boolean {
  return reach.crossings.some((crossing) => crossing.glazing);
}

/** Whether the site is one where another law orders clear doors for this kind of room. */
export function clearDoorsOrdered(context: RuleContext, prohibition: Prohibition): boolean {
  const asked = prohibition.clearDoors?.categories ?? [];
  return context.site.categories.some((category) => asked.includes(category.id));
}

/** What a drawing can't settle goes to a person, however clear the view is. */
function mayFail(question: Question, reach: Reach): boolean {
  const { context, device, target } = question;
  if (!target.applies || device.video === 'depth') return false;
  return !(clearDoorsOrdered(context, target.prohibition) && throughGlazing(reach));
}

function finding(question: Question, outcome: 'fail' | 'review', way: Way, from: number, reach: Reach): Grade {
  const capped = outcome === 'fail' && !mayFail(question, reach) ? 'review' : outcome;
  return { is: 'finding', outcome: capped, way, from, reach };
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
      return finding(question, row.outcome, way, row.from, reach);
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
    widest.depth < parameter(pack, 'grazeDepth') &&
    widest.area < parameter(pack, 'grazeFraction') * areaOf(question.target.zone.region);
  const stands = look(question, floor, 'standing');
  // A standing view too small to count stays what it is, and doesn't hide behind the door beside it.
  if (slight) return stands === undefined ? { is: 'graze', reach: widest } : { is: 'sliver', reach: stands };
  if (counts(question, widest)) return finding(question, 'review', 'closed', floor, widest);
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
  return reach !== undefined && counts(ring, reach) ? finding(ring, 'review', 'ring', density, reach) : itself;
}

/** What `device`'s largest view into the private zone amounts to; nothing for a device inside it or on another level. */
export function gradeView(context: RuleContext, device: Device, target: PrivateZone, region: Region): Grade {
  if (device.video === 'none' || !target.zone.levels.includes(device.level)) return NOTHING;
  if (insideOf(context, device, target) !== undefined) return NOTHING;
  const question = { context, device, target, region };
  if (target.prohibition.regime === 'anchor') return gradeAnchor(question);
  return target.prohibition.closed === 'as-standing' ? gradeByDensity(question) : gradeRoom(question);
}

/** A view of one device into one private zone. */
export interface View {
  readonly device: Device;
  readonly target: PrivateZone;
  readonly grade: Exclude<Grade, { is: 'nothing' }>;
}

const views = new WeakMap<object, readonly View[]>();

/** Every view into a private zone that is more than nothing. Asked by several rules, so kept as long as the sight is. */
export function allViews(context: RuleContext): readonly View[] {
  const known = views.get(context.sight);
  if (known !== undefined) return known;
  const targets = privateZones(context.site);
  const devices = devicesOf(context.site);
  const found = targets.flatMap((target) => {
    const region = ownRegion(context, target, targets);
    return devices.flatMap((device): View[] => {
      const grade = gradeView(context, device, target, region);
      return grade.is === 'nothing' ? [] : [{ device, target, grade }];
    });
  });
  views.set(context.sight, found);
  return found;
}
