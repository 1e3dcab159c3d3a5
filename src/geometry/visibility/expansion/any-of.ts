// The area that some point of a place sees: the upper bound of a view from somewhere in the place.

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
import type { Triangulation } from '../../triangulation/triangulation.js';
import { GATE } from '../viewsheds.js';
import { type Convex, clipLeft, type DirectedLine, leftOfLine } from './convex.js';
import type { EyePlace } from './place.js';

/** A vertex passed on the way, with those passed before it. */
interface Passed {
  readonly x: number;
  readonly y: number;
  readonly before: Passed | undefined;
}

/** The bounds of the view on one side: the view lies left of the right side's lines, and right of the left side's. */
interface Side {
  readonly lines: readonly DirectedLine[];
  readonly passed: Passed | undefined;
}

/** One triangle entered by a view, and how it was reached. */
interface Look {
  /** Half-edge by which the triangle is entered; −1 for one of the place's own. */
  readonly into: number;
  readonly triangle: number;
  readonly parent: Look | undefined;
  readonly right: Side;
  readonly left: Side;
  /** Part of the place from which a sight line through all portals so far may begin. */
  readonly from: Convex;
  readonly own: boolean;
  /** Gates passed so far, the last one first. */
  readonly gates: Gates | undefined;
}

/** Gates passed, the last one first. */
interface Gates {
  readonly wall: number;
  readonly before: Gates | undefined;
}

/** A part of a view, x and y in grid units, and the gates (walls) that it is seen through, in order. */
export interface GatedNumbers {
  readonly ring: number[];
  readonly gates: readonly number[];
}

interface Limits {
  /** Portals that lie wholly further than `range` from (x, y) end a look; grid units. */
  readonly x: number;
  readonly y: number;
  readonly range: number;
}

/** Most looks in one view; above that the view is given up. */
const TOO_MANY = 50_000;

/**
 * Returns the area seen from any point of a convex place, or a little more, as rings (x, y in grid units) whose union
 * is meant; undefined if there would be too many.
 *
 * The place's own triangles are seen whole. A triangle beyond is entered through a sequence of sides of triangles, the
 * portals, and a point p in it is seen through them from a point k of the place exactly when p lies left of the line
 * from k through each portal's right end s, and right of the line through its left end. So if p is seen from any k, it
 * lies left of the line through s and the k from which that line turns furthest right: the tangent from s to the
 * place's far side. Only those k count that lie on the near side of all portals. And if an earlier left end q lies on
 * the near side of the portal at s, then p lies left of the line from q through s: seen along the line from k to p,
 * with q on its left and s on its right, the segment from q to s crosses that line no later than the portal does, and
 * so before p. (If q is on the portal's far side this needn't hold.) All these half-planes are necessary, so nothing
 * seen is lost; and they leave more than what is seen only where two or more turns of the place's extent add up: next
 * to vertices as near as the place is large.
 *
 * A sight line meets no triangle twice, so no sequence does. Sequences that part and meet again, as round a pillar, go
 * into different rings: no ring covers itself. Nor does a ring go on beyond a gate.
 *
 * @param hides by wall, 1 if it occludes, GATE if it hides nothing and is noted as a gate
 * @param window lines that the view lies left of
 * @param limits the range, in grid units, and the point from which it is measured
 */
export function seenFromAny(
  mesh: Triangulation,
  hides: Uint8Array,
  place: EyePlace,
  window: readonly DirectedLine[],
  limits: Limits,
): GatedNumbers[] | undefined {
  const looking = new Looking(mesh, hides, place, limits);
  const rings: GatedNumbers[] = [];
  const side: Side = { lines: window, passed: undefined };
  const bare: Side = { lines: [], passed: undefined };
  for (const triangle of place.triangles.keys()) {
    if (looking.seen.has(triangle)) continue;
    looking.later.push({
      into: -1,
      triangle,
      parent: undefined,
      right: side,
      left: bare,
      from: place.convex,
      own: true,
      gates: undefined,
    });
    for (let look = looking.later.pop(); look !== undefined; look = looking.later.pop()) {
      const ring = looking.ringFrom(look);
      if (ring === undefined) return undefined;
      if (ring.length >= 6) rings.push({ ring, gates: inOrder(look.gates) });
    }
  }
  return rings;
}

function inOrder(gates: Gates | undefined): number[] {
  const walls: number[] = [];
  for (let one = gates; one !== undefined; one = one.before) walls.push(one.wall);
  return walls.reverse();
}

/** A corner of a piece: its position, and the half-edge along which the piece continues from it (−1 for none). */
interface Corner {
  readonly x: number;
  readonly y: number;
  readonly edge: number;
}

type Task = Corner | { readonly look: Look } | { readonly leave: number };

class Looking {
  /** The place's own triangles that are in a ring already. */
  readonly seen = new Set<number>();
  /** Looks that begin rings of their own. */
  readonly later: Look[] = [];
  private looks = 0;

  constructor(
    private readonly mesh: Triangulation,
    private readonly hides: Uint8Array,
    private readonly place: EyePlace,
    private readonly limits: Limits,
  ) {}

  /**
   * Returns one ring: the piece seen in the look's triangle, with everything seen through it that isn't in the ring
   * yet.
   */
  ringFrom(first: Look): number[] | undefined {
    const ring: number[] = [];
    const used = new Set<number>();
    const path = new Set<number>();
    for (let look = first.parent; look !== undefined; look = look.parent) path.add(look.triangle);
    const tasks: Task[] = [{ look: first }];
    for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
      if ('edge' in task) ring.push(task.x, task.y);
      else if ('leave' in task) path.delete(task.leave);
      else {
        const { look } = task;
        if (path.has(look.triangle)) continue;
        if (used.has(look.triangle)) {
          this.later.push(look);
          continue;
        }
        this.looks += 1;
        if (this.looks > TOO_MANY) return undefined;
        used.add(look.triangle);
        path.add(look.triangle);
        tasks.push({ leave: look.triangle });
        tasks.push(...this.tasksOf(look, look === first).reverse());
      }
    }
    return ring;
  }

  /** Returns the corners of the piece seen in the triangle, and between them the looks through its sides. */
  private tasksOf(look: Look, whole: boolean): Task[] {
    const piece = this.pieceOf(look);
    const base = piece.findIndex(({ edge }) => edge === look.into);
    if (look.into >= 0 && base < 0) return [];
    if (look.own) this.seen.add(look.triangle);
    const corners = base < 0 ? piece : [...piece.slice(base + 1), ...piece.slice(0, base + 1)];
    const tasks: Task[] = [];
    corners.forEach((corner, i) => {
      // A piece that continues another one shares both ends of its base with it.
      if (whole || look.into < 0 || (i > 0 && i < corners.length - 1)) tasks.push(corner);
      if (corner.edge < 0 || corner.edge === look.into) return;
      const beyond = this.through(look, corner.edge);
      if (beyond === undefined) return;
      if (beyond.gates === look.gates) tasks.push({ look: beyond });
      else this.later.push(beyond);
    });
    return tasks;
  }

  /** Returns the part of the triangle within all lines. */
  private pieceOf({ triangle, right, left }: Look): Corner[] {
    let piece: Corner[] = [3 * triangle, 3 * triangle + 1, 3 * triangle + 2].map((edge) => ({
      x: startX(this.mesh, edge),
      y: startY(this.mesh, edge),
      edge,
    }));
    for (const line of right.lines) piece = clip(piece, line, 1);
    for (const line of left.lines) piece = clip(piece, line, -1);
    return piece;
  }

  /** Returns the look through a half-edge of the look's triangle; undefined if it ends there. */
  private through(look: Look, e: number): Look | undefined {
    const { mesh, hides, place, limits } = this;
    const wall = wallOn(mesh, e);
    if (wall >= 0 && hides[wall] === 1) return undefined;
    const into = twin(mesh, e);
    const triangle = triangleOf(into);
    if (place.triangles.has(triangle)) {
      // The place's own triangles are reached through one another.
      return look.own && place.triangles.get(triangle) === into ? { ...look, into, triangle, parent: look } : undefined;
    }
    const portal = {
      x: startX(mesh, e),
      y: startY(mesh, e),
      dx: endX(mesh, e) - startX(mesh, e),
      dy: endY(mesh, e) - startY(mesh, e),
    };
    if (isBeyond(portal, limits)) return undefined;
    const from = clipLeft(look.from, portal);
    if (from.length === 0) return undefined;
    const far = { x: portal.x + portal.dx, y: portal.y + portal.dy, dx: -portal.dx, dy: -portal.dy };
    // Both ends are new to a look out of one of the place's own triangles; further on, only the end that isn't opposite
    // to the portal of entry.
    const right = look.own || e === previous(look.into) ? narrowed(look.right, look.left, portal, from, 1) : look.right;
    const left = look.own || e === next(look.into) ? narrowed(look.left, look.right, far, from, -1) : look.left;
    const gates = wall >= 0 && hides[wall] === GATE ? { wall, before: look.gates } : look.gates;
    return { into, triangle, parent: look, right, left, from, own: false, gates };
  }
}

/**
 * Returns a side of the view after it has passed the vertex at which the portal begins (the portal runs from this
 * side's end to the other's).
 *
 * @param sign 1 for the right side; −1 for the left side, which is its mirror image
 */
function narrowed(side: Side, other: Side, portal: DirectedLine, from: Convex, sign: 1 | -1): Side {
  const { x, y } = portal;
  let dx = x - from[0];
  let dy = y - from[1];
  for (let i = 2; i < from.length; i += 2) {
    const [ex, ey] = [x - from[i], y - from[i + 1]];
    if (sign * (dx * ey - dy * ex) < 0) [dx, dy] = [ex, ey];
  }
  for (let q = other.passed; q !== undefined; q = q.before) {
    const [ex, ey] = [x - q.x, y - q.y];
    if (sign * leftOfLine(portal, q.x, q.y) >= 0 && sign * (dx * ey - dy * ex) > 0) [dx, dy] = [ex, ey];
  }
  const passed = { x, y, before: side.passed };
  return { lines: dx === 0 && dy === 0 ? side.lines : withLine(side.lines, { x, y, dx, dy }, portal, sign), passed };
}

/**
 * Returns the lines with another one through the near end of the portal added. Drops each line that leaves more beyond
 * the portal than another does: one that meets the portal further out and turns further out.
 */
function withLine(
  lines: readonly DirectedLine[],
  added: DirectedLine,
  portal: DirectedLine,
  sign: 1 | -1,
): readonly DirectedLine[] {
  const kept: DirectedLine[] = [];
  for (const line of lines) {
    const here = sign * leftOfLine(line, added.x, added.y);
    const turn = sign * (line.dx * added.dy - line.dy * added.dx);
    const comparable = sign * (line.dx * portal.dy - line.dy * portal.dx) >= 0;
    if (comparable && here <= 0 && turn <= 0) return lines;
    if (!comparable || here < 0 || turn < 0) kept.push(line);
  }
  kept.push(added);
  return kept;
}

/**
 * Grid units (1 nm): the margin kept beyond a line for what rounding may take. No portal that touches the line is lost.
 */
const SLACK = 0.01;

/** Returns the part of a convex piece left of the line; right of it if the sign is −1. */
function clip(piece: readonly Corner[], line: DirectedLine, sign: 1 | -1): Corner[] {
  const slack = SLACK * Math.hypot(line.dx, line.dy);
  const out: Corner[] = [];
  piece.forEach((p, i) => {
    const q = piece[(i + 1) % piece.length] ?? p;
    const at = sign * leftOfLine(line, p.x, p.y) + slack;
    const then = sign * leftOfLine(line, q.x, q.y) + slack;
    if (at >= 0) out.push(at === 0 && then < 0 ? { ...p, edge: -1 } : p);
    if ((at > 0 && then < 0) || (at < 0 && then > 0)) {
      const part = at / (at - then);
      // On leaving, the piece continues along the line; on coming back, along its own edge.
      out.push({ x: p.x + part * (q.x - p.x), y: p.y + part * (q.y - p.y), edge: at > 0 ? -1 : p.edge });
    }
  });
  return out.length < 3 ? [] : out;
}

function isBeyond(portal: DirectedLine, { x, y, range }: Limits): boolean {
  const length2 = portal.dx * portal.dx + portal.dy * portal.dy;
  const along = ((x - portal.x) * portal.dx + (y - portal.y) * portal.dy) / length2;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(portal.x + t * portal.dx - x, portal.y + t * portal.dy - y) > range;
}
