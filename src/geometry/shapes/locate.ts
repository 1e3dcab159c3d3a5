// Whether a point lies in a ring or region.
import { spendBudget } from '../../base/budget.js';
import type { Point, Region, Ring } from '../types.js';
import { turn } from '../vector.js';

/** Position of a point relative to a region: inside, exactly on an edge, or outside. */
export type Location = 'in' | 'edge' | 'out';

/**
 * Returns whether `p` lies inside, exactly on an edge, or outside. Exact for the doubles given; even-odd rule. In a
 * region, an edge that another ring covers is inside and an edge that a shadow covers is outside; a shadow's own edge
 * is an edge.
 */
export function locatePoint(where: Ring | Region, p: Point): Location {
  return 'rings' in where ? locateInRegion(where, p) : locateInRing(where, p);
}

/** True if `p` lies in the region or on its edge. */
export function containsPoint(where: Ring | Region, p: Point): boolean {
  return locatePoint(where, p) !== 'out';
}

/**
 * True if the ray from (x, y) towards greater x crosses the edge from (ax, ay) to (bx, by). The point lies inside a ring
 * if an odd number of edges is crossed; beside an edge, rounding decides.
 */
export function isCrossedByRay(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax);
}

function locateInRegion(region: Region, p: Point): Location {
  let location: Location = 'out';
  for (const ring of region.rings) {
    const here = locateInRing(ring, p);
    if (here === 'in') location = 'in';
    else if (here === 'edge' && location === 'out') location = 'edge';
  }
  if (location === 'out') return 'out';
  for (const shadow of region.shadows) {
    const here = locateInRing(shadow, p);
    if (here === 'in') return 'out';
    if (here === 'edge') location = 'edge';
  }
  return location;
}

function locateInRing(ring: Ring, [x, y]: Point): Location {
  spendBudget(ring.length);
  const last = ring.at(-1);
  if (last === undefined) return 'out';
  let odd = false;
  let [ax, ay] = last;
  for (let i = 0; i < ring.length; i += 1) {
    const [px, py] = [ax, ay];
    ax = ring[i][0];
    ay = ring[i][1];
    if ((py > y && ay > y) || (py < y && ay < y) || (px < x && ax < x)) continue;
    const side = turn(px, py, ax, ay, x, y);
    if (side === 0 && x >= Math.min(px, ax) && x <= Math.max(px, ax)) return 'edge';
    // Half-open in y, so that a ray through a vertex counts the vertex once.
    if (py > y !== ay > y && side > 0 === ay > py) odd = !odd;
  }
  return odd ? 'in' : 'out';
}
