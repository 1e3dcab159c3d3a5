// Pillars whose outline is drawn with separate lines.

import { spendBudget } from '../../../base/budget.js';
import { ringArea } from '../../../geometry/shapes/ring.js';
import { lengthOf } from '../../../geometry/shapes/segment.js';
import type { Point, Ring, Segment } from '../../../geometry/types.js';
import { distance } from '../../../geometry/vector.js';
import { inRing } from '../../../plan/inside.js';
import { boxOfSegment, meeting } from '../../../plan/nearby.js';
import { LARGEST_PILLAR, PARALLEL, PILLAR, WELD } from '../limits.js';

/**
 * Returns the rectangles that four lines close, each line one whole side, of the size of a pillar. A name inside makes
 * it a small room instead.
 *
 * @param names places of room names
 */
export function pillarsAmong(lines: readonly Segment[], names: readonly Point[]): Ring[] {
  const sides = lines.filter((line) => lengthOf(line) >= PILLAR[0] && lengthOf(line) <= PILLAR[1]);
  const meet = meeting(sides.map((side) => boxOfSegment(side)));
  /** Returns the far ends of the sides that turn left at right angles where a side from `from` ends at `at`. */
  const turned = (from: Point, at: Point): Point[] => {
    const near = meet(boxOfSegment({ a: at, b: at }, WELD));
    spendBudget(10 * near.length);
    return near.flatMap((i) => {
      const { a, b } = sides[i];
      const far = distance(a, at) <= WELD ? b : distance(b, at) <= WELD ? a : undefined;
      return far !== undefined && isLeft(from, at, far) ? [far] : [];
    });
  };
  const found: Ring[] = [];
  for (const { a, b } of sides) {
    for (const [first, second] of [
      [a, b],
      [b, a],
    ]) {
      for (const third of turned(first, second)) {
        for (const fourth of turned(second, third)) {
          const closes = turned(third, fourth).some((at) => distance(at, first) <= WELD);
          const ring = [first, second, third, fourth];
          const middle: Point = [(first[0] + third[0]) / 2, (first[1] + third[1]) / 2];
          // Each rectangle is found from all of its sides.
          const isKnown = found.some((other) => inRing(other, middle) && distance(centreOf(other), middle) <= WELD);
          if (closes && !isKnown && ringArea(ring) < LARGEST_PILLAR && !names.some((at) => inRing(ring, at))) {
            found.push(ring);
          }
        }
      }
    }
  }
  return found;
}

/** True if the way from `from` by `at` to `to` turns left at right angles. */
function isLeft(from: Point, at: Point, to: Point): boolean {
  const [ux, uy] = [at[0] - from[0], at[1] - from[1]];
  const [vx, vy] = [to[0] - at[0], to[1] - at[1]];
  const size = Math.hypot(ux, uy) * Math.hypot(vx, vy);
  return ux * vy - uy * vx > 0 && Math.abs(ux * vx + uy * vy) <= PARALLEL * size;
}

function centreOf([first, , third]: Ring): Point {
  return [(first[0] + third[0]) / 2, (first[1] + third[1]) / 2];
}
