import { discCircumscribed, discInscribed, SAGITTA } from '../geometry/arc.js';
import { clipConvex, leftOf } from '../geometry/clip.js';
import { convexHull } from '../geometry/hull.js';
import type { Point, Ring } from '../geometry/types.js';

const ORIGIN: Point = [0, 0];

/** Small arcs on which nothing depends are not cut finer than this. */
const MOST_STEPS = 24;

export const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** Math azimuth (rad, counterclockwise from +x) of a plan bearing (degrees, clockwise from +y). */
export const azimuth = (bearing: number): number => rad(90 - bearing);

/** A polygon inscribed in the disc of `radius` m about the origin. */
export function discWithin(radius: number): Ring {
  return discInscribed(ORIGIN, radius);
}

/**
 * A convex part of a convex counter-clockwise ring in the disc of `radius` m about the origin, at most a sagitta short of
 * all of it: the hull of points that lie in both. A far reach's disc has hundreds of sides, too many to clip by in turn.
 */
export function inDisc(ring: Ring, radius: number): Ring {
  const disc = discWithin(radius);
  const [first, second] = disc;
  if (first === undefined || second === undefined || ring.length < 3) return [];
  // Within this much of the origin everything is inside the polygon.
  const sure = Math.hypot(first[0] + second[0], first[1] + second[1]) / 2;
  const sides = ring.map((p, i) => leftOf(p, ring[(i + 1) % ring.length] ?? p));
  return tidyHull([
    ...disc.filter(([x, y]) => sides.every(({ a, b, c }) => a * x + b * y <= c)),
    ...ring.filter(([x, y]) => Math.hypot(x, y) <= sure),
    ...ring.flatMap((p, i) => circleCrossings(p, ring[(i + 1) % ring.length] ?? p, sure)),
  ]);
}

/** Where the segment crosses the circle of `radius` m about the origin. */
function circleCrossings([ax, ay]: Point, [bx, by]: Point, radius: number): Point[] {
  const [dx, dy] = [bx - ax, by - ay];
  const [a, half, c] = [dx * dx + dy * dy, ax * dx + ay * dy, ax * ax + ay * ay - radius * radius];
  const root = half * half - a * c;
  if (a === 0 || root < 0) return [];
  return [-1, 1]
    .map((sign) => (-half + sign * Math.sqrt(root)) / a)
    .filter((t) => t >= 0 && t <= 1)
    .map((t): Point => [ax + t * dx, ay + t * dy]);
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
