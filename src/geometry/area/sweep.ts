// Viewsheds by an angular sweep over the walls near the eye.
import Flatbush from 'flatbush';
import type { PreparedWalls } from '../arrangement/prepare.js';
import { type GridExtent, gridExtentOf, isOnWall } from '../shapes/extent.js';
import { canOcclude, conesOf, openCones } from '../shapes/open-directions.js';
import type { Box, Point, Ring, Window } from '../types.js';
import { UNITS_PER_METRE } from '../units.js';
import { envelope } from '../visibility/envelope.js';
import type { Viewshed, Viewsheds } from '../visibility/viewsheds.js';

/** First search radius, in metres: about a room. */
const ROOM = 6;

/**
 * Returns viewsheds that sweep over the walls near the eye. Needs no preparation but an index, and takes walls as they
 * are.
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
              (blocks[i] === 1 || (blocks[i] === 2 && stands?.(i) !== false)) &&
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
