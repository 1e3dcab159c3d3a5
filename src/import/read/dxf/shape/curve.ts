import type { Point } from '../../../../geometry/types.js';

/** m by which chords stay inside an arc: less than what a plan welds, as in the arcs of views. */
export const SAGITTA = 0.005;

/** A circular arc; `sweep` in radians, counter-clockwise where positive. */
export interface Arc {
  readonly center: Point;
  readonly radius: number;
  readonly start: number;
  readonly sweep: number;
}

/** The point at `angle`, radians. */
export function onArc({ center, radius }: Arc, angle: number): Point {
  return [center[0] + radius * Math.cos(angle), center[1] + radius * Math.sin(angle)];
}

/** Both ends and points between, none of whose chords is more than `sagitta` off the arc. */
export function chords(arc: Arc, sagitta: number): Point[] {
  const { radius, start, sweep } = arc;
  // Of a quarter circle at least two, so that what is small stays round enough to be told from a line.
  const widest = Math.min(Math.PI / 4, 2 * Math.acos(Math.max(0, 1 - sagitta / radius)));
  const count = Math.max(1, Math.min(MOST, Math.ceil(Math.abs(sweep) / widest - 1e-9)));
  return Array.from({ length: count + 1 }, (_, index) => onArc(arc, start + (sweep * index) / count));
}

/** An arc of a kilometre's radius takes some six hundred. */
const MOST = 10_000;

/** The arc from `p` to `q` whose bulge is the tangent of a quarter of its sweep. */
export function bulged(p: Point, q: Point, bulge: number): Arc {
  const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
  const off = (1 - bulge * bulge) / (4 * bulge);
  const center: Point = [(p[0] + q[0]) / 2 - dy * off, (p[1] + q[1]) / 2 + dx * off];
  return {
    center,
    radius: Math.hypot(p[0] - center[0], p[1] - center[1]),
    start: Math.atan2(p[1] - center[1], p[0] - center[0]),
    sweep: 4 * Math.atan(bulge),
  };
}
