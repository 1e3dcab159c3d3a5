// Where a view begins: the eye's own triangles and the walls that hold the eye.

import { roomFor } from '../../../base/arrays.js';
import { isOnWall, NEAR_WALL, ON_WALL } from '../../shapes/extent.js';
import {
  endX,
  endY,
  next,
  previous,
  startX,
  startY,
  triangleOf,
  twin,
  wallOn,
} from '../../triangulation/half-edges.js';
import { triangleAt } from '../../triangulation/locate.js';
import type { Triangulation } from '../../triangulation/triangulation.js';
import type { Window } from '../../types.js';
import { UNITS_PER_METRE } from '../../units.js';
import { turn } from '../../vector.js';
import { GATE } from '../viewsheds.js';
import { ITEM, isShut, type Scratch } from './walk.js';

/** Grid units: the point that represents a direction lies this far out, so that its rounding turns it by only 1e-15. */
const FAR = 100 * UNITS_PER_METRE;

/** Where a view starts: the sides of the eye's triangle or, if the eye is a vertex, the far sides of all round it. */
interface Surroundings {
  /** Half-edges, counter-clockwise, with the eye on their left or on them. */
  readonly sides: readonly number[];
  /** Walls that hold the eye. */
  readonly held: readonly number[];
}

const NONE: readonly number[] = [];

/**
 * Returns the triangle sides from which a view starts, and the walls that hold the eye: those it is on, to 1 µm.
 *
 * @param ex x of the eye in grid units; the eye must lie strictly inside the triangulation's bounding box
 * @param ey y of the eye in grid units
 */
export function surroundingsOf(mesh: Triangulation, ex: number, ey: number): Surroundings {
  const t = triangleAt(mesh, ex, ey);
  const sides = [3 * t, 3 * t + 1, 3 * t + 2];
  if (!sides.some((e) => isNear(mesh, e, ex, ey))) return { sides, held: NONE };
  const at = sides.find((e) => startX(mesh, e) === ex && startY(mesh, e) === ey);
  return { sides: at === undefined ? sides : sidesRound(mesh, at), held: wallsAt(mesh, t, ex, ey) };
}

/**
 * Returns the sides opposite to the vertex at which a half-edge starts. Every vertex but the box's corners is inside.
 */
function sidesRound(mesh: Triangulation, start: number): number[] {
  const sides: number[] = [];
  let e = start;
  do {
    sides.push(next(e));
    e = twin(mesh, previous(e));
  } while (e !== start && e >= 0);
  return sides;
}

/** Returns all walls that hold the eye, searched from triangle to triangle across the edges near it. */
function wallsAt(mesh: Triangulation, t: number, ex: number, ey: number): number[] {
  const seen = new Set([t]);
  const walls = new Set<number>();
  for (const one of seen) {
    for (const e of [3 * one, 3 * one + 1, 3 * one + 2]) {
      if (!isOn(mesh, e, ex, ey, NEAR_WALL)) continue;
      const wall = wallOn(mesh, e);
      if (wall >= 0 && wall < mesh.walls && isOn(mesh, e, ex, ey, ON_WALL)) walls.add(wall);
      const beyond = twin(mesh, e);
      if (beyond >= 0) seen.add(triangleOf(beyond));
    }
  }
  return [...walls];
}

/**
 * Puts the first portals of a view (sides of triangles that it looks through) on the stack of `desk`: those of `sides`
 * that lie in the window, the first and the last cut off at its bounds. The last side is put first, since the stack is
 * worked from its top.
 *
 * @param hides by wall, as in `expand`
 * @param sides half-edges round the eye (ex, ey), counter-clockwise, as {@link surroundingsOf} returns them
 * @param window radians; undefined for a full turn
 */
export function begin(
  mesh: Triangulation,
  hides: Uint8Array,
  sides: readonly number[],
  ex: number,
  ey: number,
  window: Window | undefined,
  desk: Scratch,
): void {
  const m = sides.length;
  if (window === undefined || window.to - window.from >= 2 * Math.PI) {
    for (let i = m - 1; i >= 0; i -= 1) put(mesh, hides, sides[i], desk);
    return;
  }
  const width = window.to - window.from;
  const fx = ex + FAR * Math.cos(window.from);
  const fy = ey + FAR * Math.sin(window.from);
  let tx = ex + FAR * Math.cos(window.to);
  let ty = ey + FAR * Math.sin(window.to);
  const between = turn(ex, ey, fx, fy, tx, ty);
  // A window of almost nothing, or of almost a full turn, may come out the wrong way round.
  if (!(width > 0) || (width < 1 && between <= 0)) return;
  if (width > 5 && between >= 0) {
    tx = fx;
    ty = fy;
  }
  const first = sides.findIndex((e) => isAcross(mesh, e, ex, ey, fx, fy, 1));
  const last = sides.findIndex((e) => isAcross(mesh, e, ex, ey, tx, ty, -1));
  if (first < 0 || last < 0) return;
  const within = between > 0 || (between === 0 && width < 5);
  const steps = first === last ? (within ? 0 : m) : (last - first + m) % m;
  for (let i = steps; i >= 0; i -= 1) {
    put(mesh, hides, sides[(first + i) % m], desk);
    const item = desk.top - ITEM;
    if (i === 0) {
      desk.stack[item + 1] = fx;
      desk.stack[item + 2] = fy;
    }
    if (i === steps) {
      desk.stack[item + 3] = tx;
      desk.stack[item + 4] = ty;
    }
  }
}

/**
 * True if the ray to (x, y) leaves through a side. The side's right end (keep 1) or its left end (keep −1) counts as
 * part of it, the other end doesn't.
 */
function isAcross(mesh: Triangulation, e: number, ex: number, ey: number, x: number, y: number, keep: 1 | -1): boolean {
  const fromStart = turn(ex, ey, startX(mesh, e), startY(mesh, e), x, y);
  const fromEnd = turn(ex, ey, x, y, endX(mesh, e), endY(mesh, e));
  if (fromStart > 0 && fromEnd > 0) return true;
  const [kept, other] = keep === 1 ? [fromStart, fromEnd] : [fromEnd, fromStart];
  if (kept !== 0) return false;
  const [px, py] = keep === 1 ? [startX(mesh, e), startY(mesh, e)] : [endX(mesh, e), endY(mesh, e)];
  const ahead = (px - ex) * (x - ex) + (py - ey) * (y - ey) > 0;
  // If the eye is on the side itself, both ends are in line with the ray.
  return ahead && other >= 0;
}

function put(mesh: Triangulation, hides: Uint8Array, e: number, desk: Scratch): void {
  if (desk.top === desk.stack.length) desk.stack = roomFor(desk.stack, desk.top + 1);
  const wall = wallOn(mesh, e);
  const { stack, top, gates } = desk;
  const shut = wall >= 0 && isShut(hides[wall], wall, desk);
  stack[top] = shut ? -2 - wall : twin(mesh, e);
  stack[top + 1] = startX(mesh, e);
  stack[top + 2] = startY(mesh, e);
  stack[top + 3] = endX(mesh, e);
  stack[top + 4] = endY(mesh, e);
  stack.copyWithin(top + 5, top + 1, top + 5);
  const noted = wall >= 0 && !shut && hides[wall] >= 2 && hides[wall] <= GATE && gates !== undefined;
  stack[top + 9] = noted ? gates.with(wall, 0) : 0;
  desk.top = top + ITEM;
}

/** True if an edge may be near the eye, judged by its line; false only if it isn't near. */
function isNear(mesh: Triangulation, e: number, ex: number, ey: number): boolean {
  const [sx, sy] = [startX(mesh, e), startY(mesh, e)];
  const [dx, dy] = [endX(mesh, e) - sx, endY(mesh, e) - sy];
  const area = dx * (ey - sy) - dy * (ex - sx);
  return area * area <= 2 * NEAR_WALL * NEAR_WALL * (dx * dx + dy * dy);
}

function isOn(mesh: Triangulation, e: number, ex: number, ey: number, within: number): boolean {
  return isOnWall(startX(mesh, e), startY(mesh, e), endX(mesh, e), endY(mesh, e), ex, ey, within);
}
