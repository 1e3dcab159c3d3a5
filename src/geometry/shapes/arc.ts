// Discs and sectors as polygons, inscribed or circumscribed.
import type { Point, Ring, Window } from '../types.js';
import { along } from '../vector.js';

/**
 * Greatest distance in metres between a chord and its arc: 0.4 mm. A radius that is a limit in whole millimetres, moved
 * by the tolerance of 1.5 mm, ends in half a millimetre (3.0015 m). So no whole millimetre lies between chord and arc,
 * and the bearing of the chords decides nothing.
 */
export const SAGITTA = 0.0004;

/** Most chords in a full turn. Enough to keep the sagitta up to a radius of 400 km, further than plans reach. */
const MOST_CHORDS = 20_000;

/**
 * Returns the angle in radians between neighbouring vertices: 2·acos(1 − s/R). At most an eighth of a turn, so that
 * small discs stay round; at least a MOST_CHORDS-th, so that a huge radius doesn't make endless chords. There chords
 * lie further than `sagitta` from the arc, but the arc lies beyond all that is drawn.
 */
function chordAngle(radius: number, sagitta: number): number {
  const wide = Math.PI / 4;
  if (radius <= sagitta) return wide;
  return Math.max((2 * Math.PI) / MOST_CHORDS, Math.min(wide, 2 * Math.acos(1 - sagitta / radius)));
}

function steps(angle: number, radius: number, sagitta: number): number {
  return Math.max(1, Math.ceil(angle / chordAngle(radius, sagitta) - 1e-9));
}

/**
 * Returns a counter-clockwise polygon with all vertices on the edge of the disc, whose sides lie at most `sagitta`
 * metres inside that edge (more if that would take over 20,000 sides). `radius` in metres; [] for 0 or less.
 */
export function discInscribed(center: Point, radius: number, sagitta: number = SAGITTA): Ring {
  if (!(radius > 0)) return [];
  const n = steps(2 * Math.PI, radius, sagitta);
  return Array.from({ length: n }, (_, i) => along(center, (2 * Math.PI * i) / n, radius));
}

/**
 * Returns a counter-clockwise polygon round the disc, whose sides touch the disc; no vertex lies more than about
 * `sagitta` metres beyond it. `radius` in metres; [] for a radius of 0 or less.
 */
export function discCircumscribed(center: Point, radius: number, sagitta: number = SAGITTA): Ring {
  if (!(radius > 0)) return [];
  const n = steps(2 * Math.PI, radius, sagitta);
  const outer = radius / Math.cos(Math.PI / n);
  return Array.from({ length: n }, (_, i) => along(center, (2 * Math.PI * i) / n, outer));
}

/**
 * Returns a polygon inside the sector that `window` cuts out of the disc: the center, then points of the arc, with
 * sides at most `sagitta` metres inside it. For a full turn, the inscribed disc; [] if the radius (m) or the window is
 * 0 or less.
 */
export function sectorInscribed(center: Point, radius: number, window: Window, sagitta: number = SAGITTA): Ring {
  const angle = window.to - window.from;
  if (!(radius > 0) || !(angle > 0)) return [];
  if (angle >= 2 * Math.PI) return discInscribed(center, radius, sagitta);
  const n = steps(angle, radius, sagitta);
  const arc = Array.from({ length: n + 1 }, (_, i) => along(center, window.from + (angle * i) / n, radius));
  return [center, ...arc];
}

/**
 * Returns a polygon round the sector that `window` cuts out of the disc: its two straight sides, and tangents in place
 * of the arc, with no vertex more than about `sagitta` metres beyond it. For a full turn, the circumscribed disc; [] if
 * the radius (m) or the window is 0 or less.
 */
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
