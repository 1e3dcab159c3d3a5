import { begin, surroundingsOf } from './expansion-start.js';
import { createDesk, type Desk, expand, ITEM } from './expansion-walk.js';
import { extentOf } from './extent.js';
import { createSweep } from './sweep.js';
import { type Triangulation, triangulate } from './triangulation.js';
import type { Box, Point, Ring } from './types.js';
import { UNITS_PER_METRE } from './units.js';
import type { Viewshed, Viewsheds } from './viewsheds.js';
import type { PreparedWalls } from './walls.js';

/**
 * Viewsheds by triangular expansion: all prepared walls are triangulated once, and a view walks only the triangles it
 * sees, whatever the plan's size. Which walls block is a bit for each, so that what is seen among more walls is seen
 * among fewer by construction.
 *
 * Eyes outside the bounds, and walls that can't be triangulated (they cross: they weren't prepared), are left to the
 * sweep.
 *
 * @param bounds metres; widened to hold all prepared walls, whether they block or not
 */
export function createExpansion(walls: PreparedWalls, bounds: Box): Viewsheds {
  const { units } = walls;
  const extent = extentOf(units, bounds);
  const [minX, minY, maxX, maxY] = extent;
  let mesh: Triangulation | undefined | null = null;
  let sweeps: Viewsheds | undefined;
  return {
    among(blocks) {
      let hides: Uint8Array | undefined;
      return {
        viewshed(eye, window, range = Number.POSITIVE_INFINITY, except = []) {
          const ex = eye[0] * UNITS_PER_METRE;
          const ey = eye[1] * UNITS_PER_METRE;
          if (mesh === null) mesh = triangulate(units, extent);
          if (mesh === undefined || !(ex > minX && ey > minY && ex < maxX && ey < maxY)) {
            sweeps ??= createSweep(walls, bounds);
            return sweeps.among(blocks).viewshed(eye, window, range, except);
          }
          hides ??= withSides(blocks, mesh.walls);
          return view(mesh, hides, eye, window, range, except);
        },
      };
    },
  };
}

/** The blocks of walls with the sides of the box, which always block. */
function withSides(blocks: Uint8Array, walls: number): Uint8Array {
  const hides = new Uint8Array(walls + 4).fill(1, walls);
  hides.set(blocks.subarray(0, walls));
  return hides;
}

const desk: Desk = createDesk();

type ViewOf = Parameters<Viewshed['viewshed']>;

function view(
  mesh: Triangulation,
  hides: Uint8Array,
  eye: Point,
  window: ViewOf[1],
  range: number,
  except: readonly number[],
): Ring {
  const ex = eye[0] * UNITS_PER_METRE;
  const ey = eye[1] * UNITS_PER_METRE;
  const { sides, held } = surroundingsOf(mesh, ex, ey);
  const open = [...held, ...except].filter((wall) => hides[wall] === 1);
  for (const wall of open) hides[wall] = 0;
  desk.top = 0;
  desk.end = 0;
  begin(mesh, hides, sides, ex, ey, window, desk);
  expand(mesh, hides, ex, ey, (range * UNITS_PER_METRE) ** 2, desk);
  for (const wall of open) hides[wall] = 1;
  const ring: Point[] = [];
  if (desk.end > 0 && window !== undefined && window.to - window.from < 2 * Math.PI) ring.push(eye);
  trace(desk, ex, ey, ring);
  return ring;
}

/** The spans' ends, each once. */
function trace({ spans, end }: Desk, ex: number, ey: number, ring: Point[]): void {
  let lastX = Number.NaN;
  let lastY = Number.NaN;
  const started = ring.length;
  for (let at = 0; at < end; at += ITEM) {
    const sx = spans[at + 5];
    const sy = spans[at + 6];
    const tx = spans[at + 7];
    const ty = spans[at + 8];
    for (let ray = at + 1; ray <= at + 3; ray += 2) {
      const rx = spans[ray];
      const ry = spans[ray + 1];
      let x = rx;
      let y = ry;
      if ((rx !== sx || ry !== sy) && (rx !== tx || ry !== ty)) {
        // Both in proportion to the distance from the ray, so that the point stays on the wall.
        const right = (ry - ey) * (sx - ex) - (rx - ex) * (sy - ey);
        const left = (rx - ex) * (ty - ey) - (ry - ey) * (tx - ex);
        const part = right <= 0 ? 0 : left <= 0 ? 1 : right / (right + left);
        x = sx + part * (tx - sx);
        y = sy + part * (ty - sy);
      }
      if (x === lastX && y === lastY) continue;
      lastX = x;
      lastY = y;
      ring.push([x / UNITS_PER_METRE, y / UNITS_PER_METRE]);
    }
  }
  const first = ring[started];
  if (started === 0 && ring.length > 2 && first !== undefined && same(first, ring.at(-1))) ring.pop();
}

function same(p: Point, q: Point | undefined): boolean {
  return q !== undefined && p[0] === q[0] && p[1] === q[1];
}
