// What gates let through: the heights that sills, lintels and low walls leave free.
import { memoize, memoizeNamed } from '../../base/memo.js';
import type { Extent } from '../scene/shadow.js';

/** A range of heights that sight lines can pass, m above the floor or above an eye; ±∞: not bounded. */
export interface Pass {
  readonly from: number;
  readonly to: number;
}

/**
 * m: the least height of a gap that can be seen through. An edge of a sill this near to the eye's height counts as this
 * much below the eye, an edge of a lintel as this much above: what is seen past it lies at the eye's height and not
 * below (above) it, so that a camera tilted down sees nothing over a sill at its own height.
 */
export const SLIT = 1.5e-3;

/** Returns the heights between those that are hidden (in any order), from the lowest, m above the floor. */
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
 * Converts a pass from heights above the floor into heights above an eye that is `eye` m above the floor. Undefined if
 * the pass is too narrow to see through.
 */
export function passAbout({ from, to }: Pass, eye: number): Pass | undefined {
  if (to - from < SLIT) return undefined;
  return {
    from: Math.abs(from - eye) < SLIT ? -SLIT : from - eye,
    to: Math.abs(to - eye) < SLIT ? SLIT : to - eye,
  };
}

/**
 * Returns the heights between those that are hidden (m above the floor), m above an eye that is `eye` m above the floor;
 * without those too narrow to see through.
 */
export const passesAbout = memoizeNamed((hidden: readonly Extent[], eye: number): readonly Pass[] =>
  passesOf(hidden).flatMap((pass) => passAbout(pass, eye) ?? []),
);
