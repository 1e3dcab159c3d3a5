import type { Point, Ring, Window } from './types.js';
import { along } from './vector.js';

/** How far, in metres, a chord may lie from its arc: 5 mm, far below any drawing's accuracy. */
export const SAGITTA = 0.005;

/** No arc is drawn finer than by so many chords to the turn: enough for 400 km, further than plans reach. */
const MOST_CHORDS = 20_000;

/**
 * Angle between neighbouring vertices: 2·acos(1 − s/R), at most an eighth of a turn so that small discs stay round, and at
 * least what ends: of an arc as far as the stars the chords lie further from it, and further still from all that is drawn.
 */
function chordAngle(radius: number, sagitta: number): number {
  const wide = Math.PI / 4;
  if (radius <= sagitta) return wide;
  return Math.max((2 * Math.PI) / MOST_CHORDS, Math.min(wide, 2 * Math.acos(1 - sagitta / radius)));
}

function steps(angle: number, radius: number, sagitta: number): number {
  return Math.max(1, Math.ceil(angle / chordAngle(radius, sagitta) - 1e-9));
}

/** Polygon inside the disc, never more than `sagitta` metres short of it (MOST_CHORDS). Counter-clockwise; [] for radius ≤ 0. */
export function discInscribed(center: Point, radius: number, sagitta: number = SAGITTA): Ring {
  if (!(radius > 0)) return [];
  const n = steps(2 * Math.PI, radius, sagitta);
  return Array.from({ length: n }, (_, i) => along(center, (2 * Math.PI * i) / n, radius));
}

/** Polygon round the disc, its sides tangent; no vertex further than about `sagitta` metres beyond it. */
export function discCircumscribed(center: Point, radius: number, sagitta: number = SAGITTA): Ring {
  if (!(radius > 0)) return [];
  const n = steps(2 * Math.PI, radius, sagitta);
  const outer = radius / Math.cos(Math.PI / n);
  return Array.from({ length: n }, (_, i) => along(center, (2 * Math.PI * i) / n, outer));
}

/** Polygon inside the sector of `window`; of a full turn, the disc. */
export function sectorInscribed(center: Point, radius: number, window: Window, sagitta: number = SAGITTA): Ring {
  const angle = window.to - window.from;
  if (!(radius > 0) || !(angle > 0)) return [];
  if (angle >= 2 * Math.PI) return discInscribed(center, radius, sagitta);
  const n = steps(angle, radius, sagitta);
  const arc = Array.from({ length: n + 1 }, (_, i) => along(center, window.from + (angle * i) / n, radius));
  return [center, ...arc];
}

/** Polygon round the sector of `window`: same sides, arc replaced by tangents; of a full turn, the disc's. */
export function sectorCircumscribed(center: Point, radius: number, window: Window, sagitta: number = SAGITTA): Ring {
  const angle = window.to - window.from;
  if (!(radius > 0) || !(angle > 0)) return [];
  if (angle >= 2 * Math.PI) return discCircumscribed(center, radius, sagitta);
  const n = steps(angle, radius, sagitta);
  const half = angle / n / 2;
  const outer = radius / Math.cos(half);
  const arc = Array.from({ length: n }, (_, i) => along(center, window.from + half * (2 * i + 1), outer));
  return [center, along(center, window.from, radius), ...arc, along(center, window.to, radius)];
}
