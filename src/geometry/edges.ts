import { cut } from './cells.js';
import { forEachEdge } from './ring.js';
import type { Box, Region, Ring } from './types.js';

/** A ring of one of the regions measured: `region` 0 is the target, the covers follow. */
export interface TaggedRing {
  readonly ring: Ring;
  readonly region: number;
  readonly shadow: boolean;
}

/** Edges that aren't vertical, sorted by their left end, with the ring each belongs to. */
export interface EdgeTable {
  readonly count: number;
  readonly x0: Float64Array;
  readonly y0: Float64Array;
  readonly x1: Float64Array;
  readonly y1: Float64Array;
  readonly ring: Int32Array;
  /** Distinct x of all vertices and crossings, ascending: between two of them no edges cross, begin or end. */
  readonly cuts: Float64Array;
}

/** Rings of target and covers that reach into the box, cut to it. A region wholly outside leaves nothing. */
export function ringsWithin(target: Region, cover: readonly Region[], box: Box): TaggedRing[] {
  return [target, ...cover].flatMap((region, index) => {
    const part = cut(region, box);
    if (part === undefined) return [];
    return [
      ...part.rings.map((ring) => ({ ring, region: index, shadow: false })),
      ...part.shadows.map((ring) => ({ ring, region: index, shadow: true })),
    ];
  });
}

/**
 * The table of all edges of the rings, with the x of every vertex and crossing.
 *
 * @param merge metres: cuts nearer than this become one, and vertices move onto it in x; 0 keeps all
 */
export function edgeTable(rings: readonly TaggedRing[], merge: number): EdgeTable {
  // x0, y0, x1, y1, ring of each edge, left to right.
  const flat: number[] = [];
  rings.forEach(({ ring }, index) => {
    forEachEdge(ring, (p, q) => {
      if (p[0] < q[0]) flat.push(p[0], p[1], q[0], q[1], index);
      else if (p[0] > q[0]) flat.push(q[0], q[1], p[0], p[1], index);
    });
  });
  const order = Array.from({ length: flat.length / 5 }, (_, i) => 5 * i);
  order.sort((p, q) => (flat[p] ?? 0) - (flat[q] ?? 0));
  const column = (field: number): Float64Array => Float64Array.from(order, (at) => flat[at + field] ?? 0);
  const table = {
    count: order.length,
    x0: column(0),
    y0: column(1),
    x1: column(2),
    y1: column(3),
    ring: Int32Array.from(order, (at) => flat[at + 4] ?? 0),
  };
  const cuts = cutsOf(table);
  return merge > 0 ? mergeCuts(table, cuts, merge) : { ...table, cuts };
}

/** Keeps each cut that is at least `merge` right of the last one kept, and moves edge ends onto the kept ones. */
function mergeCuts(table: Omit<EdgeTable, 'cuts'>, cuts: Float64Array, merge: number): EdgeTable {
  const kept: number[] = [];
  const moved = new Map<number, number>();
  let last = Number.NEGATIVE_INFINITY;
  for (const x of cuts) {
    if (x - last >= merge) {
      last = x;
      kept.push(x);
    }
    moved.set(x, last);
  }
  return {
    ...table,
    x0: table.x0.map((x) => moved.get(x) ?? x),
    x1: table.x1.map((x) => moved.get(x) ?? x),
    cuts: Float64Array.from(kept),
  };
}

function cutsOf({ count, x0, y0, x1, y1 }: Omit<EdgeTable, 'cuts'>): Float64Array {
  const cuts: number[] = [];
  const low = new Float64Array(count);
  const high = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    cuts.push(x0[i] ?? 0, x1[i] ?? 0);
    low[i] = Math.min(y0[i] ?? 0, y1[i] ?? 0);
    high[i] = Math.max(y0[i] ?? 0, y1[i] ?? 0);
  }
  for (let i = 0; i < count; i += 1) {
    const right = x1[i] ?? 0;
    const bottom = low[i] ?? 0;
    const top = high[i] ?? 0;
    for (let j = i + 1; j < count && (x0[j] ?? 0) < right; j += 1) {
      if ((low[j] ?? 0) > top || (high[j] ?? 0) < bottom) continue;
      const x = crossingX(x0, y0, x1, y1, i, j);
      if (x > (x0[j] ?? 0) && x < right && x < (x1[j] ?? 0)) cuts.push(x);
    }
  }
  return Float64Array.from(new Set(cuts)).sort();
}

/** x where the lines of edges i and j meet; not finite when they are parallel. */
function crossingX(
  x0: Float64Array,
  y0: Float64Array,
  x1: Float64Array,
  y1: Float64Array,
  i: number,
  j: number,
): number {
  const ax = x0[i] ?? 0;
  const ay = y0[i] ?? 0;
  const adx = (x1[i] ?? 0) - ax;
  const ady = (y1[i] ?? 0) - ay;
  const bx = x0[j] ?? 0;
  const by = y0[j] ?? 0;
  const bdx = (x1[j] ?? 0) - bx;
  const bdy = (y1[j] ?? 0) - by;
  const t = ((bx - ax) * bdy - (by - ay) * bdx) / (adx * bdy - ady * bdx);
  return ax + t * adx;
}
