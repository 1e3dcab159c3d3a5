// Operations on convex polygons about the origin: scale, intersect, erode, dilate, subtract.
import { corners } from '../optics/disc.js';
import { clipFlat, type Flat, hullFlat } from './convex.js';

/** Returns a polygon scaled about the origin by the factor `by`. */
export function scaled(polygon: Flat, by: number): Flat {
  return by === 1 ? polygon : polygon.map((value) => value * by);
}

/** The sides of a counter-clockwise polygon as half-planes a·x + b·y ≤ c with (a, b) of length 1. */
function sidesOf(polygon: Flat): { readonly a: number; readonly b: number; readonly c: number }[] {
  const sides = [];
  for (let i = 0, n = polygon.length; i < n; i += 2) {
    const [px, py, qx, qy] = [polygon[i], polygon[i + 1], polygon[(i + 2) % n], polygon[(i + 3) % n]];
    const size = Math.hypot(qx - px, qy - py);
    if (size > 0) sides.push({ a: (qy - py) / size, b: (px - qx) / size, c: ((qy - py) * px + (px - qx) * py) / size });
  }
  return sides;
}

/** Returns the intersection of two convex polygons; [] if there is none. */
export function common(one: Flat, other: Flat): Flat {
  return sidesOf(other).reduce((kept, { a, b, c }) => clipFlat(kept, a, b, c), other.length === 0 ? [] : one);
}

/** Returns a convex polygon less all points within `by` m of its edge. */
export function erode(polygon: Flat, by: number): Flat {
  return by > 0 ? sidesOf(polygon).reduce((kept, { a, b, c }) => clipFlat(kept, a, b, c - by), polygon) : polygon;
}

/** Returns a convex polygon that contains every point within `by` m of a convex one. */
export function dilate(polygon: Flat, by: number): Flat {
  if (by <= 0) return polygon;
  const round = corners(by / Math.cos(Math.PI / 16), 16);
  const points: number[] = [];
  for (let i = 0; i < polygon.length; i += 2) {
    for (let k = 0; k < round.length; k += 2) points.push(polygon[i] + round[k], polygon[i + 1] + round[k + 1]);
  }
  return hullFlat(points);
}

/**
 * Returns convex pieces, none overlapping another, that together are the part of `polygon` outside `hole`, both convex.
 */
export function less(polygon: Flat, hole: Flat): Flat[] {
  const pieces: Flat[] = [];
  let rest = polygon;
  for (const { a, b, c } of sidesOf(hole)) {
    const outside = clipFlat(rest, -a, -b, -c);
    if (outside.length >= 6) pieces.push(outside);
    rest = clipFlat(rest, a, b, c);
    if (rest.length < 6) break;
  }
  return hole.length < 6 ? [polygon] : pieces;
}

/**
 * Returns convex pieces that together are the difference of two convex polygons: the part beyond each side of the hole.
 * They overlap, so that each is as large as it can be.
 */
export function beyondSides(polygon: Flat, hole: Flat): Flat[] {
  if (hole.length < 6) return [polygon];
  return sidesOf(hole)
    .map(({ a, b, c }) => clipFlat(polygon, -a, -b, -c))
    .filter((piece) => piece.length >= 6);
}
