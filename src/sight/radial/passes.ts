// What gates let through: the heights that sills, lintels and low walls leave free.
import { memoize, memoizeNamed } from '../../base/memo.js';
import type { Extent } from '../scene/shadow.js';

/** Heights from `from` to `to`, m; ±∞: not bounded. */
export interface Pass {
  readonly from: number;
  readonly to: number;
}

/**
 * m: an edge of a gate this near to the eye's own height counts as this much lower than the eye if it is a sill or a low
 * wall, and higher if it is a lintel. What is seen past it lies at the eye's height and no lower, or no higher, than that:
 * a camera tilted down sees nothing over a sill at its own height. Nothing is seen through a narrower slit of a gate, nor
 * through one between a gate and a privacy mask drawn over it.
 */
export const SLIT = 1.5e-3;

/** Returns the heights between those that are hidden, from the lowest, m above the floor. */
export const passesOf = memoize((hidden: readonly Extent[]): readonly Pass[] => {
  const sorted = [...hidden].sort((p, q) => p.from - q.from);
  const passes: Pass[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const one of sorted) {
    if (one.from > from) passes.push({ from, to: one.from });
    from = Math.max(from, one.to);
  }
  if (from < Number.POSITIVE_INFINITY) passes.push({ from, to: Number.POSITIVE_INFINITY });
  return passes;
});

/**
 * Returns a pass above the floor as heights above an eye that is `eye` m above the floor. Undefined if it is so narrow a
 * slit that nothing is seen through it.
 */
export function passAbout({ from, to }: Pass, eye: number): Pass | undefined {
  if (to - from < SLIT) return undefined;
  return {
    from: Math.abs(from - eye) < SLIT ? -SLIT : from - eye,
    to: Math.abs(to - eye) < SLIT ? SLIT : to - eye,
  };
}

/** Returns the heights between those that are hidden, m above an eye that is `eye` m above the floor. */
export const passesAbout = memoizeNamed((hidden: readonly Extent[], eye: number): readonly Pass[] =>
  passesOf(hidden).flatMap((pass) => passAbout(pass, eye) ?? []),
);
