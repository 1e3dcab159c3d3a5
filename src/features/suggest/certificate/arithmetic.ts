// The arithmetic of a certificate: what any design collects, what a pose may collect, and the bound that follows.

import type { PartTask } from '../parts.js';
import type { SearchSpace } from '../search-space.js';

/**
 * Fraction by which each sum of areas is made less favourable to the proof before it is compared with whole numbers,
 * so that no proof holds by rounding alone.
 */
export const SLACK = 1e-9;

/**
 * Returns a lower bound of the weight that the new cameras of any design of a part cover. For each zone it is the
 * weight of the required area, taken from the zone's lightest floor, less the weight that the staying devices cover.
 *
 * @param weights of each atom of the plan, per m², by its index
 */
export function leastCollected(
  { atoms, requirements, kept }: Pick<SearchSpace, 'atoms' | 'requirements' | 'kept'>,
  { task }: PartTask,
  weights: Float64Array,
): number {
  let sum = 0;
  for (const one of task.requirements) {
    const requirement = requirements[one];
    if (requirement === undefined) continue;
    const own = task.atoms.flatMap((index) => {
      const atom = atoms[index];
      return atom?.of === one ? [{ area: atom.area, weight: weights[index] ?? 0, kept: kept[index] ?? 0 }] : [];
    });
    const floor = own.reduce((total, { area }) => total + area, 0);
    // Floor that is in no atom, such as specks, may be covered too, and weighs nothing; cameras of other parts may cover
    // slivers. Both are counted in `beyond`.
    const beyond = Math.max(task.beyond.get(one) ?? 0, requirement.area - floor);
    const elsewhere = beyond * (1 + SLACK) + SLACK * requirement.area;
    let left = requirement.share * requirement.area - elsewhere;
    let least = 0;
    let stays = 0;
    for (const { area, weight, kept: share } of own.sort((a, b) => a.weight - b.weight)) {
      if (left > 0) least += Math.min(left, area) * weight;
      left -= area;
      if (share > 0) stays += Math.min(1, share + SLACK) * area * weight;
    }
    sum += Math.max(0, least * (1 - SLACK) - stays * (1 + SLACK));
  }
  return sum * (1 - SLACK);
}

/**
 * Returns a lower bound of the cost of any design, a multiple of `unit`: its cameras must cover the weight `least`, and
 * none covers more than `sigma` per unit of its cost.
 */
export function boundBy(least: number, sigma: number, unit: number): number {
  if (!(least > 0) || !(sigma > 0) || !(unit > 0)) return 0;
  let count = Math.ceil(least / (sigma * unit));
  // The division is rounded; what it says holds only if the product says so.
  while (count > 0 && (count - 1) * unit * sigma >= least) count -= 1;
  return count * unit;
}

/**
 * Returns the greatest whole `sigma` for which {@link boundBy} returns at least `bound`; 0 or less if there is none.
 * Undefined if `bound` is at most `unit`: then any `sigma` above 0 does, provided that `least` is above 0.
 *
 * @param least weight that the cameras of any design must cover
 * @param unit all costs are multiples of it
 */
export function greatestSigma(least: number, bound: number, unit: number): number | undefined {
  const before = bound - unit;
  if (before <= 0) return undefined;
  const most = Math.floor(least / before);
  return most * before >= least ? most - 1 : most;
}

/**
 * True if a camera that covers at most `weight` certainly covers no more than `sigma` per unit of `cost`, rounding
 * included.
 */
export function isWithin(weight: number, sigma: number, cost: number): boolean {
  return weight * (1 + SLACK) <= sigma * cost;
}
