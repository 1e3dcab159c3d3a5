// Repeated points of lines and rings, and lines and rings without extent.

import { UNITS_PER_METRE } from '../../geometry/index.js';
import type { Point, Ring } from '../../geometry/types.js';

/**
 * Metres: a line no longer or a ring no wider has no extent. A tenth of a unit of the grid that walls are drawn on, and
 * more than rounding can move a point. So neither the last digit of a number nor the corner that a ring starts at
 * decides whether an element has one.
 */
export const NO_EXTENT = 0.1 / UNITS_PER_METRE;

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
