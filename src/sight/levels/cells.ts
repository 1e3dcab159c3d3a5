// Cells: pieces of a region sorted by direction about an eye, each between a near and a far edge.
import { spendBudget } from '../../base/budget.js';
import { forEachEdge } from '../../geometry/index.js';
import type { Piece, Point, Segment } from '../../geometry/types.js';

/**
 * Part of a region between two of its edges as seen from an eye. Cells of one region don't overlap and together are the
 * whole of it, however often a sight line enters and leaves it.
 */
export interface Cell {
  /** Where sight lines enter, counter-clockwise about the eye; undefined: the eye is in the cell. */
  readonly near: Segment | undefined;
  /** Where sight lines leave, counter-clockwise about the eye; straight, and less than half a turn wide. */
  readonly far: Segment;
}

/** An edge about the eye, counter-clockwise. */
interface Edge {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly from: number;
  readonly to: number;
}

/** m: a line that passes the eye this near is seen end-on, and bounds nothing. */
const END_ON = 1e-7;

/** Radians: directions closer than this are one but for rounding. */
const SAME = 1e-11;

/**
 * Divides a region, given as pieces that don't overlap, into cells as seen from `eye`, and returns them. A new cell
 * begins in each direction in which the near or the far edge changes.
 */
export function cellsOf(pieces: readonly Piece[], eye: Point): Cell[] {
  const edges = edgesAbout(pieces, eye);
  const directions = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].sort((p, q) => p - q);
  const byStart = [...edges.keys()].sort((i, j) => edges[i].from - edges[j].from);
  const found: Cell[] = [];
  let begun: Growing[] = [];
  let active: number[] = [];
  let next = 0;
  const end = (cells: readonly Growing[]) => {
    for (const { near, far, from, to } of cells) {
      found.push({
        near: near === undefined ? undefined : between(edges[near], from, to, eye),
        far: between(edges[far], from, to, eye),
      });
    }
  };
  for (let slice = 0; slice + 1 < directions.length; slice += 1) {
    const [from, to] = [directions[slice], directions[slice + 1]];
    if (to - from < SAME) continue;
    spendBudget(20 + 4 * active.length);
    active = active.filter((i) => edges[i].to >= to);
    for (; next < byStart.length && edges[byStart[next]].from <= from; next += 1) {
      const i = byStart[next];
      if (edges[i].to >= to) active.push(i);
    }
    const here = pairsAt(edges, active, (from + to) / 2);
    const grown: Growing[] = here.map(({ near, far }) => {
      const known = begun.find((one) => one.near === near && one.far === far && from - one.to < SAME);
      return { near, far, from: known?.from ?? from, to };
    });
    end(
      begun.filter(
        (one) =>
          !grown.some(({ near, far, from: start }) => near === one.near && far === one.far && start === one.from),
      ),
    );
    begun = grown;
  }
  end(begun);
  return found;
}

/** A cell that the next slice may widen: numbers of its edges, and directions, radians. */
interface Growing {
  readonly near: number | undefined;
  readonly far: number;
  readonly from: number;
  readonly to: number;
}

/** Returns the stretches of the region on a ray, nearest first, by the edges they lie between. */
function pairsAt(
  edges: readonly Edge[],
  active: readonly number[],
  direction: number,
): Pick<Growing, 'near' | 'far'>[] {
  const [x, y] = [Math.cos(direction), Math.sin(direction)];
  const crossed = active
    .map((i) => ({ i, at: reachOn(edges[i], x, y) }))
    .sort((p, q) => p.at - q.at)
    .map(({ i }) => i);
  const found: Pick<Growing, 'near' | 'far'>[] = [];
  // If an odd number of edges is met, the eye is inside.
  const start = crossed.length % 2;
  if (start === 1) found.push({ near: undefined, far: crossed[0] });
  for (let i = start; i + 1 < crossed.length; i += 2) found.push({ near: crossed[i], far: crossed[i + 1] });
  return found;
}

/** Returns the metres from the eye to an edge in a direction. */
function reachOn({ ax, ay, bx, by }: Edge, x: number, y: number): number {
  return (ax * by - ay * bx) / (x * (by - ay) - y * (bx - ax));
}

/** Returns the part of an edge between two directions. */
function between(edge: Edge, from: number, to: number, [ex, ey]: Point): Segment {
  const at = (direction: number): Point => {
    if (direction === edge.from) return [edge.ax + ex, edge.ay + ey];
    if (direction === edge.to) return [edge.bx + ex, edge.by + ey];
    const [x, y] = [Math.cos(direction), Math.sin(direction)];
    const far = reachOn(edge, x, y);
    return [ex + far * x, ey + far * y];
  };
  return { a: at(from), b: at(to) };
}

function edgesAbout(pieces: readonly Piece[], [ex, ey]: Point): Edge[] {
  const edges: Edge[] = [];
  for (const ring of pieces.flatMap(({ outline }) => outline)) {
    forEachEdge(ring, ([px, py], [qx, qy]) => {
      const cross = (px - ex) * (qy - ey) - (py - ey) * (qx - ex);
      if (Math.abs(cross) <= END_ON * Math.hypot(qx - px, qy - py)) return;
      // Of an edge so short that both ends lie in one direction rounding might make a full turn.
      if (Math.abs(cross) <= SAME * Math.hypot(px - ex, py - ey) * Math.hypot(qx - ex, qy - ey)) return;
      const [ax, ay, bx, by] = cross > 0 ? [px - ex, py - ey, qx - ex, qy - ey] : [qx - ex, qy - ey, px - ex, py - ey];
      edges.push(...inOneTurn(ax, ay, bx, by));
    });
  }
  return edges;
}

/** Returns an edge with its directions, −π to π; two edges if it crosses the direction of −x. */
function inOneTurn(ax: number, ay: number, bx: number, by: number): Edge[] {
  const [from, to] = [Math.atan2(ay, ax), Math.atan2(by, bx)];
  if (from < to) return [{ ax, ay, bx, by, from, to }];
  if (from === Math.PI) return [{ ax, ay, bx, by, from: -Math.PI, to }];
  if (to === -Math.PI) return [{ ax, ay, bx, by, from, to: Math.PI }];
  const x = (ax * by - ay * bx) / (by - ay);
  return [
    { ax, ay, bx: x, by: 0, from, to: Math.PI },
    { ax: x, ay: 0, bx, by, from: -Math.PI, to },
  ];
}
