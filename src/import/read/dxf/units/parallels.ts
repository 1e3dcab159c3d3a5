// Parallel strokes: the two faces of a wall, the lines of a window.

import { addTo } from '../../../../base/arrays.js';
import { spendBudget } from '../../../../base/budget.js';
import { lengthOf } from '../../../../geometry/shapes/segment.js';
import type { Segment } from '../../../../geometry/types.js';

/** Two parallel strokes beside each other; lengths in drawing units. */
export interface Pair {
  /** Index of the stroke on the right of the common direction, and of the one on the left. */
  readonly one: number;
  readonly other: number;
  readonly gap: number;
  /** Length along which both run. */
  readonly overlap: number;
}

/**
 * Neighbours that each stroke is compared with on one side. Hatches have more within the width of a wall, and are no
 * walls. Chosen by sitecam.
 */
const NEIGHBOURS = 40;

/** Degrees: directions are counted in steps of 1° that begin here, off the round angles that buildings are drawn at. */
const OFF_ROUND = 0.37;

/**
 * Calls `visit` for every two parallel strokes (within about 1°) up to `widest` apart that run beside each other, the
 * nearest first for each stroke. `visit` returns true to go on to the next stroke.
 */
export function eachPair(strokes: readonly Segment[], widest: number, visit: (pair: Pair) => boolean): void {
  const directions = new Map<number, number[]>();
  for (const [index, stroke] of strokes.entries()) {
    const degrees = (angleOf(stroke) * 180) / Math.PI;
    addTo(directions, Math.floor(degrees - OFF_ROUND + 180) % 180, index);
  }
  for (const indices of directions.values()) along(strokes, indices, widest, visit);
}

function along(
  strokes: readonly Segment[],
  indices: readonly number[],
  widest: number,
  visit: (pair: Pair) => boolean,
): void {
  const longest = indices.reduce((best, index) => (lengthOf(strokes[index]) > lengthOf(strokes[best]) ? index : best));
  const angle = angleOf(strokes[longest]);
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
  const laid = indices.map((index) => {
    const { a, b } = strokes[index];
    const [from, to] = [a[0] * ux + a[1] * uy, b[0] * ux + b[1] * uy];
    const off = ((a[1] + b[1]) * ux - (a[0] + b[0]) * uy) / 2;
    return { index, off, from: Math.min(from, to), to: Math.max(from, to) };
  });
  laid.sort((p, q) => p.off - q.off || p.index - q.index);
  spendBudget(NEIGHBOURS * laid.length);
  for (const [at, one] of laid.entries()) {
    for (let n = at + 1; n < laid.length && n <= at + NEIGHBOURS; n += 1) {
      const other = laid[n];
      const gap = other.off - one.off;
      if (gap > widest) break;
      const overlap = Math.min(one.to, other.to) - Math.max(one.from, other.from);
      if (overlap > 0 && visit({ one: one.index, other: other.index, gap, overlap })) break;
    }
  }
}

/** Returns the direction of a stroke in radians, in [0, π): a line has no beginning. */
function angleOf({ a, b }: Segment): number {
  const angle = Math.atan2(b[1] - a[1], b[0] - a[0]);
  return angle < 0 ? angle + Math.PI : angle >= Math.PI ? 0 : angle;
}
