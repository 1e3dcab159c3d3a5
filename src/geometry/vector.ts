import { orient2d } from 'robust-predicates';
import type { Point } from './types.js';

/**
 * Twice the signed area of the triangle abc: positive when it turns left (counter-clockwise, y up). The sign is exact
 * for the doubles given; its magnitude is rounded.
 */
export function turn(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  // robust-predicates counts turns with y downwards.
  return -orient2d(ax, ay, bx, by, cx, cy);
}

/** {@link turn} of three points. */
export function turnOf(a: Point, b: Point, c: Point): number {
  return turn(a[0], a[1], b[0], b[1], c[0], c[1]);
}

/** Distance of two points, metres. */
export function distance(a: Point, b: Point): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** Direction from `a` to `b`, radians counter-clockwise from +x, in (−π, π]. */
export function azimuthOf(a: Point, b: Point): number {
  return Math.atan2(b[1] - a[1], b[0] - a[0]);
}

/** Math azimuth (radians counter-clockwise from +x) of a compass heading (degrees clockwise from +y), in [0, 2π). */
export function azimuthOfHeading(heading: number): number {
  return positiveAngle(((90 - heading) * Math.PI) / 180);
}

/** The same angle in [0, 2π). */
export function positiveAngle(angle: number): number {
  const turned = angle % (2 * Math.PI);
  const positive = turned < 0 ? turned + 2 * Math.PI : turned;
  return positive >= 2 * Math.PI ? 0 : positive;
}

/** Point at `length` metres from `from` in direction `azimuth` (radians). */
export function along(from: Point, azimuth: number, length: number): Point {
  return [from[0] + length * Math.cos(azimuth), from[1] + length * Math.sin(azimuth)];
}

/** Points moved by (dx, dy) metres. */
export function translate(points: readonly Point[], dx: number, dy: number): Point[] {
  return points.map(([x, y]) => [x + dx, y + dy]);
}

/** Points turned counter-clockwise by `angle` radians about `center`. */
export function rotate(points: readonly Point[], angle: number, center: Point = [0, 0]): Point[] {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const [cx, cy] = center;
  return points.map(([x, y]) => [cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos]);
}
