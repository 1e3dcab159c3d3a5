// One part from the first poses to the answer: a design and its bound, or why there is none.

import type { PartTask } from '../parts.js';
import type { Root } from '../space/space.js';
import { type Offer, reducedTask, type Task } from './master.js';
import { type Field, type PartDesign, type PriorBound, partSearch, type Steps, seeding } from './part.js';
import { type Reachable, reachable } from './reach.js';

/** A requirement that no design found meets, and how much of it could be covered at most. */
export interface Unmet extends Reachable {
  /** Index of the requirement. */
  readonly requirement: number;
}

/** The design of one part, and the requirements that it leaves out. */
export interface Solved {
  /** The design for all requirements that can be met. */
  readonly found: PartDesign;
  /** Requirements that can't, or that nobody knows how to meet. */
  readonly unmet: readonly Unmet[];
}

/** Times that poses found while proving are searched again. */
const MOST_RETURNS = 2;

/**
 * Searches the design of a part and yields its progress.
 *
 * @param pool poses of an earlier search; absent: seeds are computed
 * @param known results of that search, from which this one starts
 */
export function* solvePart(
  field: Field,
  { task, roots }: PartTask,
  pool?: readonly Offer[],
  known?: PriorBound,
): Steps<Solved> {
  let offers: readonly Offer[] = pool ?? (yield* seeding(field, everySecond(roots)));
  let found = yield* partSearch(field, task, roots, offers, known);
  let left: Task = task;
  const unmet: Unmet[] = [];
  for (let i = 0; i < MOST_RETURNS && found.chosen === undefined && !found.stopped; i++) {
    const news: Offer[] = [];
    const told: Unmet[] = [];
    for (const requirement of found.unmet) {
      const reach = yield* reachable(field, left, requirement, roots, found.pool);
      news.push(...reach.found);
      told.push({ ...reach, requirement });
    }
    offers = [...found.pool, ...news];
    const isLast = news.length === 0 || i === MOST_RETURNS - 1;
    const out = told.filter(({ isImpossible }) => isImpossible || isLast);
    unmet.push(...out);
    left = reducedTask(left, field.atoms, new Set(out.map(({ requirement }) => requirement)));
    if (left.requirements.length === 0) return { found: { ...found, chosen: undefined }, unmet };
    found = yield* partSearch(field, left, roots, offers);
  }
  if (found.chosen === undefined && unmet.length === 0) {
    const rest = found.unmet.map(
      (requirement): Unmet => ({ requirement, most: 1, isImpossible: false, by: [], found: [] }),
    );
    return { found, unmet: rest };
  }
  return { found, unmet };
}

/** Returns every second mount's roots: pricing finds what lies between. */
function everySecond(roots: readonly Root[]): Root[] {
  const mounts = [...new Set(roots.map(({ mount }) => mount))];
  const kept = new Set(mounts.filter((_, n) => n % 2 === 0));
  return roots.filter(({ mount }) => kept.has(mount));
}
