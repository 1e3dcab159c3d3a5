// Removal of repeated points from lines and rings.

import type { Point, Ring } from '../../geometry/types.js';

/** Returns `points` without a point that repeats the one before it, and without a last point that repeats the first. */
export function cleanRing(points: readonly Point[]): Ring {
  const ring = cleanLine(points);
  const [first, last] = [ring[0], ring[ring.length - 1]];
  return ring.length > 1 && same(first, last) ? ring.slice(0, -1) : ring;
}

/** Returns `points` without any point that repeats the one before it. */
export function cleanLine(points: readonly Point[]): readonly Point[] {
  return points.some(repeats) ? points.filter((point, index, all) => !repeats(point, index, all)) : points;
}

function repeats(point: Point, index: number, points: readonly Point[]): boolean {
  return index > 0 && same(point, points[index - 1]);
}

function same(a: Point, b: Point): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
