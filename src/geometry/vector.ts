// Points as vectors: turns, distances, directions, shifts and rotations.
import { orient2d } from 'robust-predicates';
import type { Point } from './types.js';

/**
 * Returns twice the signed area of the triangle abc: positive if it turns left (counter-clockwise, y up). The sign is
 * exact for the doubles given; the magnitude is rounded.
 */
export function turn(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  // robust-predicates counts turns with y downwards.
  return -orient2d(ax, ay, bx, by, cx, cy);
}

/**
 * Returns twice the signed area of the triangle abc: positive if it turns left (counter-clockwise, y up). The sign is
 * exact, as in {@link turn}.
 */
export function orientation(a: Point, b: Point, c: Point): number {
  return turn(a[0], a[1], b[0], b[1], c[0], c[1]);
}

/** Returns the distance between two points, in metres. */
export function distance(a: Point, b: Point): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** Returns the point half way between two points. */
export function halfway(a: Point, b: Point): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

/** Returns the direction from `a` to `b` in radians counter-clockwise from +x, in (−π, π]. */
export function azimuthOf(a: Point, b: Point): number {
  return Math.atan2(b[1] - a[1], b[0] - a[0]);
}

/** Returns the azimuth (radians counter-clockwise from +x, in [0, 2π)) of a heading (degrees clockwise from +y). */
export function azimuthOfHeading(heading: number): number {
  return positiveAngle(((90 - heading) * Math.PI) / 180);
}

/** Returns the same angle brought into [0, 2π); radians. */
export function positiveAngle(angle: number): number {
  const turned = angle % (2 * Math.PI);
  const positive = turned < 0 ? turned + 2 * Math.PI : turned;
  return positive >= 2 * Math.PI ? 0 : positive;
}

/** Returns the point at `length` metres from `from` in direction `azimuth` (radians counter-clockwise from +x). */
export function along(from: Point, azimuth: number, length: number): Point {
  return [from[0] + length * Math.cos(azimuth), from[1] + length * Math.sin(azimuth)];
}

/** Returns the points moved by (dx, dy) metres. */
export function translate(points: readonly Point[], dx: number, dy: number): Point[] {
  return points.map(([x, y]) => [x + dx, y + dy]);
}

/** Returns the points rotated counter-clockwise by `angle` radians about `center`. */
export function rotate(points: readonly Point[], angle: number, center: Point = [0, 0]): Point[] {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const [cx, cy] = center;
  return points.map(([x, y]) => [cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos]);
}
