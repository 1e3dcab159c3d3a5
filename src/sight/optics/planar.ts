// Angles between the plan and mathematics, and turning and clipping about an eye.
import { clipConvex } from '../../geometry/shapes/clip.js';
import type { Point, Ring } from '../../geometry/types.js';

/** Returns degrees as radians. */
export const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** Returns the azimuth (radians, counter-clockwise from +x) of a plan bearing (degrees, clockwise from +y). */
export const azimuth = (bearing: number): number => rad(90 - bearing);

/** Returns a point turned about the origin by `angle` radians, counter-clockwise. */
export function turn([x, y]: Point, angle: number): Point {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return [x * cos - y * sin, x * sin + y * cos];
}

/**
 * Returns the part of `ring` (plan metres, as is the result) in a convex `piece`, whose corners are given from the eye,
 * the third parameter, as origin. Clips about the eye, where the piece's edges are exact.
 */
export function clipAbout(ring: Ring, piece: Ring, [ex, ey]: Point): Ring {
  const local = ring.map(([x, y]): Point => [x - ex, y - ey]);
  return clipConvex(local, piece).map(([x, y]): Point => [x + ex, y + ey]);
}
