// Arcs and their chords.

import { spendBudget } from '../../../../base/budget.js';
import type { Point } from '../../../../geometry/types.js';

/**
 * Greatest distance in m between an arc and the chords that it becomes in the plan: as far as ends of walls are welded
 * (`WELD` in bodies/limits.ts).
 */
export const SAGITTA = 0.005;

/** A circular arc; angles in radians counter-clockwise from +x, `sweep` negative if clockwise. */
export interface Arc {
  readonly center: Point;
  readonly radius: number;
  readonly start: number;
  readonly sweep: number;
}

/** Returns the point of the circle at `angle`, in radians. */
export function onArc({ center, radius }: Arc, angle: number): Point {
  return [center[0] + radius * Math.cos(angle), center[1] + radius * Math.sin(angle)];
}

/**
 * Returns both ends of an arc and points between, with no chord further than `sagitta` from the arc, in the arc's unit.
 */
export function chords(arc: Arc, sagitta: number): Point[] {
  const { radius, start, sweep } = arc;
  // At least two chords for a quarter circle, so that a small arc stays distinct from a line.
  const widest = Math.min(Math.PI / 4, 2 * Math.acos(Math.max(0, 1 - sagitta / radius)));
  const count = Math.max(1, Math.min(MOST, Math.ceil(Math.abs(sweep) / widest - 1e-9)));
  spendBudget(CORNER_WORK * count);
  return Array.from({ length: count + 1 }, (_, index) => onArc(arc, start + (sweep * index) / count));
}

/**
 * Steps of the budget for each corner that a curve becomes. A few bytes of a drawing make ten thousand corners, and
 * each takes a third of a kilobyte until the drawing is read: at this price those of a small file stay below 512 MiB.
 */
export const CORNER_WORK = 100;

/** Most chords of an arc. One with a radius of 1 km takes some six hundred. */
const MOST = 10_000;

/**
 * Returns the arc from `p` to `q`; `bulge` is the tangent of a quarter of its sweep (DXF): positive counter-clockwise,
 * not 0.
 */
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
