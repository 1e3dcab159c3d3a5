import { discCircumscribed, discInscribed, SAGITTA } from '../geometry/arc.js';
import { clipConvex } from '../geometry/clip.js';
import { convexHull } from '../geometry/hull.js';
import type { Point, Ring } from '../geometry/types.js';

const ORIGIN: Point = [0, 0];

/** Small arcs on which nothing depends are not cut finer than this. */
const MOST_STEPS = 24;

export const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** Math azimuth (rad, counterclockwise from +x) of a plan bearing (degrees, clockwise from +y). */
export const azimuth = (bearing: number): number => rad(90 - bearing);

/** The part of a ring in a polygon inscribed in the disc of `radius` m about the origin. */
export function clipDisc(ring: Ring, radius: number): Ring {
  return clipConvex(ring, discInscribed(ORIGIN, radius));
}

/** A polygon round the disc of `radius` m about the origin, nowhere inside it. */
export function discAround(radius: number): Ring {
  return discCircumscribed(ORIGIN, radius);
}

export function turn([x, y]: Point, angle: number): Point {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return [x * cos - y * sin, x * sin + y * cos];
}

/** Points whose hull holds every turn of `point` about the origin by an angle in [from, to] (rad). */
export function sweep(point: Point, from: number, to: number): Point[] {
  const radius = Math.hypot(point[0], point[1]);
  if (to <= from || radius === 0) return [turn(point, from)];
  const chord = radius > SAGITTA ? 2 * Math.acos(1 - SAGITTA / radius) : Math.PI / 4;
  const n = Math.max(1, Math.min(MOST_STEPS, Math.ceil((to - from) / chord)));
  const step = (to - from) / n;
  // The tangents at two points of the circle meet at radius / cos of half the angle between them.
  const out = 1 / Math.cos(step / 2);
  const tangent: Point = [point[0] * out, point[1] * out];
  const corners = Array.from({ length: n }, (_, i) => turn(tangent, from + (i + 0.5) * step));
  return [turn(point, from), ...corners, turn(point, to)];
}

/** m: rounding of a footprint's corners. Corners that coincide but for a rounding would make edges in any direction. */
const GRAIN = 1e-9;

/** Convex hull on a grid of a nanometre; [] where it has no area. */
export function tidyHull(points: readonly Point[]): Ring {
  const hull = convexHull(
    points.map(([x, y]): Point => [Math.round(x / GRAIN) * GRAIN, Math.round(y / GRAIN) * GRAIN]),
  );
  return hull.length < 3 ? [] : hull;
}

/** The part of `ring` in a convex `piece` given about `eye`; clipped about the eye, where the piece's edges are exact. */
export function clipAbout(ring: Ring, piece: Ring, [ex, ey]: Point): Ring {
  const local = ring.map(([x, y]): Point => [x - ex, y - ey]);
  return clipConvex(local, piece).map(([x, y]): Point => [x + ex, y + ey]);
}
