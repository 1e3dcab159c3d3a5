import { cut, halves, relevant, vertices } from './cells.js';
import { boxOfRegion } from './ring.js';
import { slabsOf } from './slab.js';
import type { Box, Region } from './types.js';

export interface Measure {
  /** m² of the target. */
  readonly area: number;
  /** m² of the target that lies in at least one cover. */
  readonly covered: number;
  /** Numerical bound, m², on both figures. */
  readonly bound: number;
}

/** Crossings are looked for pair by pair; above this many vertices two halves are cheaper than the whole. */
const MANY_VERTICES = 320;

const MAX_DEPTH = 12;

/** Rounding errors, in units of ε, that one evaluation of an edge may gather. */
const ROUNDINGS = 16;

/**
 * Areas of a target and of what of it the covers hold, by slabs. Agrees with exact arithmetic within `bound`: each edge
 * is evaluated to a few ε of the largest coordinate, so the sum is off by at most that times the length of all edges.
 */
export function measure(target: Region, cover: readonly Region[]): Measure {
  const box = boxOfRegion(target);
  if (box === undefined) return { area: 0, covered: 0, bound: 0 };
  const near = relevant(cover, box);
  return near.length === 0 ? measureAlone(target, box) : measureWith(target, near, box);
}

const alone = new WeakMap<Region, Measure>();

/** Remembered, since most views are nowhere near most zones, and regions don't change. */
function measureAlone(target: Region, box: Box): Measure {
  const known = alone.get(target) ?? measureWith(target, [], box);
  alone.set(target, known);
  return known;
}

function measureWith(target: Region, cover: readonly Region[], box: Box): Measure {
  const total = { area: 0, covered: 0, edges: 0 };
  measureIn(target, cover, box, MAX_DEPTH, total);
  const size = Math.max(Math.abs(box.minX), Math.abs(box.minY), Math.abs(box.maxX), Math.abs(box.maxY));
  return { area: total.area, covered: total.covered, bound: ROUNDINGS * Number.EPSILON * size * total.edges };
}

interface Total {
  area: number;
  covered: number;
  /** Length of all edges met. */
  edges: number;
}

function measureIn(target: Region, cover: readonly Region[], box: Box, depth: number, total: Total): void {
  if (depth > 0 && vertices(target, cover) > MANY_VERTICES) {
    for (const half of halves(box)) {
      const part = cut(target, half);
      if (part !== undefined)
        measureIn(
          part,
          cover.flatMap((c) => cut(c, half) ?? []),
          half,
          depth - 1,
          total,
        );
    }
    return;
  }
  const slabs = slabsOf(target, cover, box);
  slabs.forEach((left, right, runs) => {
    for (const run of runs) {
      const area = (right - left) * run.height;
      total.area += area;
      if (run.covered) total.covered += area;
    }
  });
  const { count, x0, y0, x1, y1 } = slabs.table;
  for (let i = 0; i < count; i += 1) {
    total.edges += Math.hypot((x1[i] ?? 0) - (x0[i] ?? 0), (y1[i] ?? 0) - (y0[i] ?? 0));
  }
}
