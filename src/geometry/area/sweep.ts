// Viewsheds by an angular sweep over the walls near the eye.
import Flatbush from 'flatbush';
import type { PreparedWalls } from '../arrangement/prepare.js';
import { type GridExtent, gridExtentOf, isOnWall } from '../shapes/extent.js';
import type { Box, Point, Ring, Window } from '../types.js';
import { UNITS_PER_METRE } from '../units.js';
import { envelope } from '../visibility/envelope.js';
import { EITHER, type Viewshed, type Viewsheds } from '../visibility/viewsheds.js';

/** First search radius, in metres: about a room. */
const ROOM = 6;

/**
 * Returns an object that computes viewsheds by sweeping a ray round the eye over the walls near it. Prepares nothing
 * but an index of the walls by place, in which those near an eye are found; so it takes walls, too, that can't be
 * triangulated.
 *
 * @param bounds metres; widened to hold all prepared walls, whether they occlude or not, and the eye
 */
export function createSweep({ units }: Pick<PreparedWalls, 'units'>, bounds: Box): Viewsheds {
  const extent = gridExtentOf(units, bounds);
  const index = indexOf(units);
  return { among: (blocks) => sweepAmong(units, index, extent, blocks) };
}

function sweepAmong(
  units: Float64Array,
  index: Flatbush | undefined,
  extent: GridExtent,
  blocks: Uint8Array,
): Viewshed {
  return {
    viewshed(eye, window, range = Number.POSITIVE_INFINITY, stands) {
      const ex = eye[0] * UNITS_PER_METRE;
      const ey = eye[1] * UNITS_PER_METRE;
      const edge: [number, number, number, number] = [...extent];
      widen(edge, ex - 1, ey - 1);
      widen(edge, ex + 1, ey + 1);
      const all = Math.max(ex - edge[0], ey - edge[1], edge[2] - ex, edge[3] - ey);
      const far = Math.min(range * UNITS_PER_METRE, all);
      let near: number[] = [];
      let searched = 0;
      let cones = conesOf(ex, ey, window);
      // Near walls first: a part of the view that ends within the searched square is final, and further walls matter
      // only in the directions still open.
      for (let reach = ROOM * UNITS_PER_METRE; ; reach *= 3) {
        const r = Math.min(reach, far);
        const known = searched;
        near = near.concat(
          index?.search(
            ex - r,
            ey - r,
            ex + r,
            ey + r,
            (i, x0, y0, x1, y1) =>
              (blocks[i] === 1 || ((blocks[i] === 2 || blocks[i] === EITHER) && stands?.(i) !== false)) &&
              !touches(x0, y0, x1, y1, ex, ey, known) &&
              canOcclude(units, i, ex, ey, cones),
          ) ?? [],
        );
        searched = r;
        const ring = envelope(ex, ey, gather(units, near, edge, ex, ey), window);
        cones = openCones(ring, ex, ey, r);
        if (r >= far || cones.length === 0) return toMetres(ring, eye, window);
      }
    },
  };
}

/** True if a box reaches into the square of half-width r about the eye; never if r is 0. */
function touches(x0: number, y0: number, x1: number, y1: number, ex: number, ey: number, r: number): boolean {
  return r > 0 && x0 <= ex + r && x1 >= ex - r && y0 <= ey + r && y1 >= ey - r;
}

function widen(box: [number, number, number, number], x: number, y: number): void {
  if (x < box[0]) box[0] = x;
  if (y < box[1]) box[1] = y;
  if (x > box[2]) box[2] = x;
  if (y > box[3]) box[3] = y;
}

function indexOf(units: Float64Array): Flatbush | undefined {
  if (units.length === 0) return undefined;
  const index = new Flatbush(units.length / 4);
  for (let i = 0; i < units.length; i += 4) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = units.subarray(i, i + 4);
    index.add(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
  }
  index.finish();
  return index;
}

/** Returns the walls that don't contain the eye, and the four edges of the extent. */
function gather(
  units: Float64Array,
  indices: readonly number[],
  [minX, minY, maxX, maxY]: GridExtent,
  ex: number,
  ey: number,
): Float64Array {
  const out = new Float64Array(4 * (indices.length + 4));
  let n = 0;
  for (const i of indices) {
    const x0 = units[4 * i] ?? 0;
    const y0 = units[4 * i + 1] ?? 0;
    const x1 = units[4 * i + 2] ?? 0;
    const y1 = units[4 * i + 3] ?? 0;
    if (isOnWall(x0, y0, x1, y1, ex, ey)) continue;
    out[n] = x0;
    out[n + 1] = y0;
    out[n + 2] = x1;
    out[n + 3] = y1;
    n += 4;
  }
  out.set([minX, minY, maxX, minY, maxX, minY, maxX, maxY, maxX, maxY, minX, maxY, minX, maxY, minX, minY], n);
  return out.subarray(0, n + 16);
}

function toMetres(ring: readonly number[], eye: Point, window: Window | undefined): Ring {
  const points: Point[] = [];
  if (ring.length === 0) return points;
  if (window !== undefined && window.to - window.from < 2 * Math.PI) points.push(eye);
  for (let i = 0; i < ring.length; i += 2) {
    points.push([(ring[i] ?? 0) / UNITS_PER_METRE, (ring[i + 1] ?? 0) / UNITS_PER_METRE]);
  }
  return points;
}

/**
 * Directions still open in a view, as cones of less than a right angle: fromX, fromY, toX, toY of each, relative to the
 * eye, counter-clockwise. Used only to skip walls that certainly lie beside them.
 */
type OpenDirections = readonly number[];

/** Returns the cones that make up a window; without a window, those of a full turn. */
function conesOf(ex: number, ey: number, window: Window | undefined): OpenDirections {
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
function openCones(ring: readonly number[], ex: number, ey: number, reach: number): OpenDirections {
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
function canOcclude(units: Float64Array, i: number, ex: number, ey: number, cones: OpenDirections): boolean {
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
