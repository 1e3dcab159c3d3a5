// Position tolerance: the places where a device may be, and the footprint from all of them.
import { clipHalfPlane, wedgePlanes } from '../../geometry/index.js';
import type { Point, Ring, Window } from '../../geometry/types.js';
import { flatOf, ringOf } from '../cone/convex.js';
import { erode } from '../cone/convex-sets.js';
import { corners } from './disc.js';

/** Radians: a straight wall's two directions differ by half a turn only to a rounding. */
const STRAIGHT = 1e-9;

/**
 * Returns where a device may be that is mounted within `by` m of where it is drawn: convex polygons that together
 * cover the part of that disc in front of the wall it is on. In front of an outer corner that part isn't convex, so
 * two polygons are returned that overlap, one in front of each side of the corner. The middle of each polygon lies
 * clear of the walls; the middle of the disc lies on them.
 */
export function placesAbout(eye: Point, window: Window | undefined, by: number): Ring[] {
  const disc = ringOf(corners(by / Math.cos(Math.PI / 8), 8)).map(([x, y]): Point => [x + eye[0], y + eye[1]]);
  if (window === undefined) return [disc];
  const { from, to } = window;
  const before = (start: number, end: number): Ring => wedgePlanes(eye, start, end).reduce<Ring>(clipHalfPlane, disc);
  if (to - from <= Math.PI + STRAIGHT) return [before(from, to)];
  return [before(from, from + Math.PI), before(to - Math.PI, to)];
}

/**
 * Returns the part of a convex footprint that stays in it wherever the foot is moved by up to `by` m: the footprint
 * less all within `by` m of its edge.
 */
export function fromEvery(piece: Ring, by: number): Ring {
  return ringOf(erode(flatOf(piece), by));
}
