// Directions that a view still leaves open, for skipping walls that lie beside them.
import type { Window } from '../types.js';

/**
 * Directions still open in a view, as cones of less than a right angle: fromX, fromY, toX, toY of each, relative to the
 * eye, counter-clockwise. Used only to skip walls that certainly lie beside them.
 */
export type OpenDirections = readonly number[];

/** Returns the cones that make up a window; without a window, those of a full turn. */
export function conesOf(ex: number, ey: number, window: Window | undefined): OpenDirections {
  const from = window?.from ?? 0;
  const angle = Math.min(window === undefined ? 2 * Math.PI : window.to - from, 2 * Math.PI);
  const n = Math.max(1, Math.ceil(angle / 1.5));
  const scale = 1 + Math.abs(ex) + Math.abs(ey);
  return Array.from({ length: n }, (_, i) => [from + (angle * i) / n, from + (angle * (i + 1)) / n]).flatMap(
    // Wider by 1e-9 rad, so that rounding leaves no wall out.
    ([a = 0, b = 0]) => [
      scale * Math.cos(a - 1e-9),
      scale * Math.sin(a - 1e-9),
      scale * Math.cos(b + 1e-9),
      scale * Math.sin(b + 1e-9),
    ],
  );
}

/**
 * Returns the cones in which a ring (x, y of its vertices, grid units) leaves the square of half-width `reach` about
 * the eye.
 */
export function openCones(ring: readonly number[], ex: number, ey: number, reach: number): OpenDirections {
  const cones: number[] = [];
  const n = ring.length;
  let joins = false;
  for (let i = 0; i < n; i += 2) {
    const ax = (ring[i] ?? 0) - ex;
    const ay = (ring[i + 1] ?? 0) - ey;
    const bx = (ring[(i + 2) % n] ?? 0) - ex;
    const by = (ring[(i + 3) % n] ?? 0) - ey;
    const ends = Math.max(Math.abs(ax), Math.abs(ay), Math.abs(bx), Math.abs(by)) <= reach;
    if (ends || ax * by - ay * bx <= 0) {
      // A step along a ray has no width: it doesn't separate two open directions.
      joins = joins && !ends;
      continue;
    }
    const last = cones.length - 4;
    const fx = cones[last] ?? 0;
    const fy = cones[last + 1] ?? 0;
    if (joins && fx * by - fy * bx > 0 && fx * bx + fy * by > 0) {
      cones[last + 2] = bx;
      cones[last + 3] = by;
    } else cones.push(ax, ay, bx, by);
    joins = true;
  }
  return cones;
}

/** True if wall i may reach into one of the cones; false only if it certainly doesn't. */
export function canOcclude(units: Float64Array, i: number, ex: number, ey: number, cones: OpenDirections): boolean {
  const x0 = (units[4 * i] ?? 0) - ex;
  const y0 = (units[4 * i + 1] ?? 0) - ey;
  const x1 = (units[4 * i + 2] ?? 0) - ex;
  const y1 = (units[4 * i + 3] ?? 0) - ey;
  for (let c = 0; c < cones.length; c += 4) {
    const fx = cones[c] ?? 0;
    const fy = cones[c + 1] ?? 0;
    const tx = cones[c + 2] ?? 0;
    const ty = cones[c + 3] ?? 0;
    if (fx * y0 - fy * x0 < 0 && fx * y1 - fy * x1 < 0) continue;
    if (tx * y0 - ty * x0 > 0 && tx * y1 - ty * x1 > 0) continue;
    const mx = fx / Math.hypot(fx, fy) + tx / Math.hypot(tx, ty);
    const my = fy / Math.hypot(fx, fy) + ty / Math.hypot(tx, ty);
    if (mx * x0 + my * y0 < 0 && mx * x1 + my * y1 < 0) continue;
    return true;
  }
  return false;
}
