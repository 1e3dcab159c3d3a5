// Viewsheds by triangular expansion: the way sitecam computes what is seen.

import { createSweep } from '../../area/sweep.js';
import type { PreparedWalls } from '../../arrangement/prepare.js';
import { gridExtentOf } from '../../shapes/extent.js';
import { type Triangulation, triangulate } from '../../triangulation/triangulation.js';
import type { Box, Point, Ring, Window } from '../../types.js';
import { UNITS_PER_METRE } from '../../units.js';
import type { GatedSpans, Occludes, PlaceViewsheds, Viewsheds } from '../viewsheds.js';
import { placeViewAmong } from './places.js';
import { begin, surroundingsOf } from './start.js';
import { alwaysOccludes, createScratch, expand, GateLists, ITEM, type Scratch } from './walk.js';

/**
 * Returns an object that computes viewsheds by triangular expansion: all prepared walls are triangulated once, and a
 * view walks only the triangles it sees, whatever the plan's size. A flag per wall says whether it occludes, so a view
 * among more walls never sees more than one among fewer.
 *
 * Eyes outside the bounds, and walls that can't be triangulated (they cross, so they weren't prepared), are left to the
 * sweep.
 *
 * @param bounds metres; widened to hold all prepared walls, whether they occlude or not
 */
export function createExpansion(walls: Pick<PreparedWalls, 'units'>, bounds: Box): PlaceViewsheds {
  const { units } = walls;
  const extent = gridExtentOf(units, bounds);
  const [minX, minY, maxX, maxY] = extent;
  let triangulated: { readonly mesh: Triangulation | undefined } | undefined;
  const meshOfAll = (): Triangulation | undefined => {
    triangulated ??= { mesh: triangulate(units, extent) };
    return triangulated.mesh;
  };
  let sweeps: Viewsheds | undefined;
  return {
    among(blocks) {
      let hides: Uint8Array | undefined;
      const meshFor = ([x, y]: Point): Triangulation | undefined => {
        const [ex, ey] = [x * UNITS_PER_METRE, y * UNITS_PER_METRE];
        const mesh = meshOfAll();
        if (mesh === undefined || !(ex > minX && ey > minY && ex < maxX && ey < maxY)) return undefined;
        hides ??= withSides(blocks, mesh.walls);
        return mesh;
      };
      const swept = (eye: Point, window: Window | undefined, range: number, stands: Occludes): Ring => {
        sweeps ??= createSweep(walls, bounds);
        return sweeps.among(blocks).viewshed(eye, window, range, stands);
      };
      return {
        viewshed(eye, window, range = Number.POSITIVE_INFINITY, stands = alwaysOccludes) {
          const mesh = meshFor(eye);
          if (mesh === undefined || hides === undefined) return swept(eye, window, range, stands);
          return view(mesh, hides, { eye, window, range, stands });
        },
        spans(eye, window, range = Number.POSITIVE_INFINITY, stands = alwaysOccludes) {
          const mesh = meshFor(eye);
          if (mesh === undefined || hides === undefined) return spansOf(swept(eye, window, range, stands), eye, window);
          return gatedSpans(mesh, hides, { eye, window, range, stands });
        },
        ...placeViewAmong(units, extent, blocks, meshOfAll),
      };
    },
  };
}

/** Returns the occlusion flags of the walls with those of the box's sides appended, which always occlude. */
function withSides(blocks: Uint8Array, walls: number): Uint8Array {
  const hides = new Uint8Array(walls + 4).fill(1, walls);
  hides.set(blocks.subarray(0, walls));
  return hides;
}

const desk: Scratch = createScratch();

/** What one look is taken with. */
interface Look {
  readonly eye: Point;
  readonly window: Window | undefined;
  /** m; what lies farther away may be wrong. */
  readonly range: number;
  readonly stands: Occludes;
}

function view(mesh: Triangulation, hides: Uint8Array, one: Look): Ring {
  const { eye, window } = one;
  look(mesh, hides, one, undefined);
  const ring: Point[] = [];
  if (desk.end > 0 && window !== undefined && window.to - window.from < 2 * Math.PI) ring.push(eye);
  trace(desk, eye[0] * UNITS_PER_METRE, eye[1] * UNITS_PER_METRE, ring);
  return ring;
}

/** Leaves the spans of a view on the desk. */
function look(
  mesh: Triangulation,
  hides: Uint8Array,
  { eye, window, range, stands }: Look,
  gates: GateLists | undefined,
): void {
  const ex = eye[0] * UNITS_PER_METRE;
  const ey = eye[1] * UNITS_PER_METRE;
  const { sides, held } = surroundingsOf(mesh, ex, ey);
  const open = held.filter((wall) => hides[wall] !== 0);
  const before = open.map((wall) => hides[wall]);
  for (const wall of open) hides[wall] = 0;
  desk.stands = stands;
  desk.gates = gates;
  desk.top = 0;
  desk.end = 0;
  begin(mesh, hides, sides, ex, ey, window, desk);
  expand(mesh, hides, ex, ey, (range * UNITS_PER_METRE) ** 2, desk);
  desk.gates = undefined;
  for (let i = 0; i < open.length; i += 1) hides[open[i]] = before[i];
}

const lists = new GateLists();

function gatedSpans(mesh: Triangulation, hides: Uint8Array, one: Look): GatedSpans {
  lists.clear(hides.length);
  look(mesh, hides, one, lists);
  return { spans: desk.spans, end: desk.end, gates: lists };
}

/** Returns the edges of a viewshed as spans that pass no gate: an upper bound. */
function spansOf(ring: Ring, eye: Point, window: Window | undefined): GatedSpans {
  const round = window === undefined || window.to - window.from >= 2 * Math.PI;
  const corners = (round ? ring : ring.slice(1)).map(([x, y]) => [x * UNITS_PER_METRE, y * UNITS_PER_METRE] as const);
  const spans: number[] = [];
  const [ex, ey] = [eye[0] * UNITS_PER_METRE, eye[1] * UNITS_PER_METRE];
  for (let i = round ? 0 : 1; i < corners.length; i += 1) {
    const [ax, ay] = corners[(i + corners.length - 1) % corners.length];
    const [bx, by] = corners[i];
    if ((ax - ex) * (by - ey) - (ay - ey) * (bx - ex) > 0) spans.push(-1, ax, ay, bx, by, ax, ay, bx, by, 0);
  }
  lists.clear(0);
  return { spans: Float64Array.from(spans), end: spans.length, gates: lists };
}

/** Adds the spans' ends to a ring in metres, each once. */
function trace({ spans, end }: Scratch, ex: number, ey: number, ring: Point[]): void {
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
        // Both shares are proportional to the distance from the ray, so that the point stays on the wall.
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
