// Affine maps of the drawing plane.

import type { Point } from '../../../../geometry/types.js';

/** An affine map x' = a·x + c·y + e, y' = b·x + d·y + f, in the order of CAD and SVG. */
export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** The map that changes nothing. */
export const IDENTITY: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

/** Mirror about the y axis: the plane of an entity extruded downwards (0, 0, -1). */
export const MIRRORED: Matrix = { ...IDENTITY, a: -1 };

/** Returns the map that applies `inner` first, then `outer`. */
export function chained(outer: Matrix, inner: Matrix): Matrix {
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e: outer.a * inner.e + outer.c * inner.f + outer.e,
    f: outer.b * inner.e + outer.d * inner.f + outer.f,
  };
}

/** Returns a shift by (x, y), in drawing units. */
export function moved(x: number, y: number): Matrix {
  return { ...IDENTITY, e: x, f: y };
}

/** Returns a scaling by x and y. */
export function scaled(x: number, y: number): Matrix {
  return { ...IDENTITY, a: x, d: y };
}

/** Returns a counter-clockwise rotation about the origin, in degrees. */
export function turned(degrees: number): Matrix {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { a: cos, b: sin, c: -sin, d: cos, e: 0, f: 0 };
}

/** Returns the point that the map takes `[x, y]` to. */
export function at({ a, b, c, d, e, f }: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Largest credible coordinate in drawing units: a national grid in tenths of a millimetre, times a hundred. */
const FARTHEST = 1e12;

/** True if both coordinates are numbers of a credible size: at most 1e12 drawing units. */
export function isPlace(point: Point): boolean {
  return point.every((value) => Math.abs(value) <= FARTHEST);
}

/** Returns the larger of the factors by which the map scales lengths along x and along y. */
export function growth({ a, b, c, d }: Matrix): number {
  return Math.max(Math.hypot(a, b), Math.hypot(c, d));
}

/** Returns the bearing, degrees clockwise from +y, that bearing `heading` becomes under the map. */
export function bearingOf({ a, b, c, d }: Matrix, heading: number): number {
  const angle = (heading * Math.PI) / 180;
  const [x, y] = [Math.sin(angle), Math.cos(angle)];
  const turn = (Math.atan2(a * x + c * y, b * x + d * y) * 180) / Math.PI;
  return (Math.round(turn * 1e6) / 1e6 + 360) % 360;
}
