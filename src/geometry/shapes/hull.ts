// Convex hulls.
import type { Point, Ring } from '../types.js';
import { orientation } from '../vector.js';

/**
 * Returns the convex hull, counter-clockwise from its leftmost (then lowest) point, without collinear points (Andrew
 * 1979, exact orientation). If the points don't span a triangle, returns what there is: a segment, a point or [].
 */
export function convexHull(points: readonly Point[]): Ring {
  const sorted = points
    .toSorted((p, q) => p[0] - q[0] || p[1] - q[1])
    .filter((p, i, all) => p[0] !== all[i - 1]?.[0] || p[1] !== all[i - 1]?.[1]);
  if (sorted.length < 3) return sorted;
  const lower = chain(sorted);
  const upper = chain(sorted.toReversed());
  return [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

function chain(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    for (;;) {
      const last = kept.at(-1);
      const before = kept.at(-2);
      if (last === undefined || before === undefined || orientation(before, last, point) > 0) break;
      kept.pop();
    }
    kept.push(point);
  }
  return kept;
}
