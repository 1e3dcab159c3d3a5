// The test of points in rings, fast for rings of many corners too.

import { spendBudget } from '../base/budget.js';
import { memoize } from '../base/memo.js';
import { isCrossedByRay } from '../geometry/shapes/locate.js';
import { boxOfRing, boxOfRings, NO_BOX } from '../geometry/shapes/ring.js';
import type { Box, Point, Ring } from '../geometry/types.js';
import { boxOfSegment, meeting } from './nearby.js';

/** Corners from which on it pays to look up the edges that a ray meets. */
const MANY_CORNERS = 256;

/** True if `point` is inside `ring` by the even-odd rule. Points on the edge may fall on either side. */
export function inRing(ring: Ring, point: Point): boolean {
  const box = boxOfRing(ring);
  const [x, y] = point;
  if (box === undefined || x < box.minX || x > box.maxX || y < box.minY || y > box.maxY) return false;
  if (ring.length >= MANY_CORNERS) return inLongRing(ring, point, box);
  spendBudget(ring.length);
  let inside = false;
  let a = ring.at(-1);
  for (const b of ring) {
    if (a !== undefined && isCrossedByRay(a[0], a[1], b[0], b[1], x, y)) inside = !inside;
    a = b;
  }
  return inside;
}

/** True if `point` is inside an odd number of the rings, as in a polygon with holes. */
export function inRings(rings: readonly Ring[], point: Point): boolean {
  return rings.filter((ring) => inRing(ring, point)).length % 2 === 1;
}

/**
 * Returns a function that gives the indices, ascending, of the areas that a point is in. Each area is given by its
 * rings.
 */
export function holdersAmong(areas: readonly (readonly Ring[])[]): (at: Point) => number[] {
  const meet = meeting(areas.map((rings) => boxOfRings(rings) ?? NO_BOX));
  return (at) => meet(boxOfSegment({ a: at, b: at })).filter((i) => inRings(areas[i], at));
}

function inLongRing(ring: Ring, [x, y]: Point, { minX, minY, maxX, maxY }: Box): boolean {
  // Rays across the ring's shorter side meet fewer edges, as with combs and long walls.
  const upright = maxX - minX > maxY - minY;
  let inside = false;
  for (const i of edgesOf(ring)({ minX: x, minY: y, maxX: upright ? x : maxX, maxY: upright ? maxY : y })) {
    const [ax, ay] = ring[i === 0 ? ring.length - 1 : i - 1];
    const [bx, by] = ring[i];
    if (upright ? isCrossedByRay(ay, ax, by, bx, y, x) : isCrossedByRay(ax, ay, bx, by, x, y)) inside = !inside;
  }
  return inside;
}

/** Returns an index of a ring's edges; edge i leads to corner i. */
const edgesOf = memoize((ring: Ring) =>
  meeting(ring.map((b, i) => boxOfSegment({ a: ring[i === 0 ? ring.length - 1 : i - 1], b }))),
);
