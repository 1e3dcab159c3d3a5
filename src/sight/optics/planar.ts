import { clipConvex } from '../../geometry/shapes/clip.js';
import type { Point, Ring } from '../../geometry/types.js';

export const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** Math azimuth (rad, counterclockwise from +x) of a plan bearing (degrees, clockwise from +y). */
export const azimuth = (bearing: number): number => rad(90 - bearing);

export function turn([x, y]: Point, angle: number): Point {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return [x * cos - y * sin, x * sin + y * cos];
}

/** The part of `ring` in a convex `piece` given about `eye`; clipped about the eye, where the piece's edges are exact. */
export function clipAbout(ring: Ring, piece: Ring, [ex, ey]: Point): Ring {
  const local = ring.map(([x, y]): Point => [x - ex, y - ey]);
  return clipConvex(local, piece).map(([x, y]): Point => [x + ex, y + ey]);
}
