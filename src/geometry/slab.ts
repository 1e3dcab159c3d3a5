import { type EdgeTable, edgeTable, ringsWithin, type TaggedRing } from './edges.js';
import type { Box, Region } from './types.js';

/**
 * A run, within one slab, of points alike in standing: in the target and covered, or in it and not.
 * `bottom` and `top` are edges of the table.
 */
export interface Run {
  readonly covered: boolean;
  readonly bottom: number;
  readonly top: number;
  /** Height at the middle of the slab, metres: times the slab's width it is the area, since both edges are straight. */
  readonly height: number;
}

export interface Slabs {
  readonly table: EdgeTable;
  /** Calls `visit` for each slab that has runs, left to right; runs from bottom to top. */
  forEach(visit: (left: number, right: number, runs: readonly Run[]) => void): void;
}

/**
 * Cuts target and covers into vertical slabs at every vertex and crossing, so that within a slab edges are ordered and
 * membership is counting. It has no topology that could fail: where rounding swaps edges that nearly coincide, the error
 * is their distance.
 *
 * @param merge metres: cuts nearer than this become one (for outlines, which can't do with slabs that thin)
 */
export function slabsOf(target: Region, cover: readonly Region[], box: Box, merge = 0): Slabs {
  const rings = ringsWithin(target, cover, box);
  const table = edgeTable(rings, merge);
  return { table, forEach: (visit) => sweepSlabs(table, new Standing(rings, cover.length), visit) };
}

/** Which rings, regions and covers the point moving up through a slab is in. */
class Standing {
  private readonly odd: Uint8Array;
  private readonly region: Int32Array;
  private readonly shadow: Uint8Array;
  private readonly ringsIn: Int32Array;
  private readonly shadowsIn: Int32Array;
  covers = 0;

  constructor(rings: readonly TaggedRing[], covers: number) {
    this.odd = new Uint8Array(rings.length);
    this.region = Int32Array.from(rings, (r) => r.region);
    this.shadow = Uint8Array.from(rings, (r) => (r.shadow ? 1 : 0));
    this.ringsIn = new Int32Array(covers + 1);
    this.shadowsIn = new Int32Array(covers + 1);
  }

  get inTarget(): boolean {
    return this.inside(0);
  }

  /** Crosses an edge of the ring. */
  toggle(ring: number): void {
    const region = this.region[ring] ?? 0;
    const before = this.inside(region);
    const step = this.odd[ring] === 1 ? -1 : 1;
    this.odd[ring] = step === 1 ? 1 : 0;
    const count = this.shadow[ring] === 1 ? this.shadowsIn : this.ringsIn;
    count[region] = (count[region] ?? 0) + step;
    const after = this.inside(region);
    if (region > 0 && before !== after) this.covers += after ? 1 : -1;
  }

  private inside(region: number): boolean {
    return (this.ringsIn[region] ?? 0) > 0 && this.shadowsIn[region] === 0;
  }
}

function sweepSlabs(
  table: EdgeTable,
  standing: Standing,
  visit: (left: number, right: number, runs: readonly Run[]) => void,
): void {
  const { cuts, x0, x1 } = table;
  const active: number[] = [];
  const height = new Float64Array(table.count);
  let next = 0;
  for (let k = 0; k + 1 < cuts.length; k += 1) {
    const left = cuts[k] ?? 0;
    const right = cuts[k + 1] ?? 0;
    const middle = left + (right - left) / 2;
    let kept = 0;
    for (const edge of active) {
      if ((x1[edge] ?? 0) > left) {
        active[kept] = edge;
        kept += 1;
      }
    }
    active.length = kept;
    for (; next < table.count && (x0[next] ?? 0) <= left; next += 1) {
      if ((x1[next] ?? 0) > left) active.push(next);
    }
    for (const edge of active) height[edge] = heightAt(table, edge, middle);
    sortNearlySorted(active, height);
    const runs = runsOf(table, active, height, standing);
    if (runs.length > 0) visit(left, right, runs);
  }
}

/** y of an edge at x; exact at its ends. */
export function heightAt({ x0, y0, x1, y1 }: EdgeTable, edge: number, x: number): number {
  const ax = x0[edge] ?? 0;
  const ay = y0[edge] ?? 0;
  const bx = x1[edge] ?? 0;
  const by = y1[edge] ?? 0;
  if (x <= ax) return ay;
  if (x >= bx) return by;
  return ay + ((x - ax) / (bx - ax)) * (by - ay);
}

/** Insertion sort: from one slab to the next few edges change place. */
function sortNearlySorted(edges: number[], height: Float64Array): void {
  for (let n = 1; n < edges.length; n += 1) {
    const edge = edges[n] ?? 0;
    const y = height[edge] ?? 0;
    let at = n;
    while (at > 0 && (height[edges[at - 1] ?? 0] ?? 0) > y) {
      edges[at] = edges[at - 1] ?? 0;
      at -= 1;
    }
    edges[at] = edge;
  }
}

function runsOf(table: EdgeTable, active: readonly number[], height: Float64Array, standing: Standing): Run[] {
  const runs: Run[] = [];
  let bottom = -1;
  let covered = false;
  for (const edge of active) {
    standing.toggle(table.ring[edge] ?? 0);
    const nowCovered = standing.covers > 0;
    if (bottom >= 0 && (!standing.inTarget || nowCovered !== covered)) {
      runs.push({ covered, bottom, top: edge, height: (height[edge] ?? 0) - (height[bottom] ?? 0) });
      bottom = -1;
    }
    if (bottom < 0 && standing.inTarget) bottom = edge;
    covered = nowCovered;
  }
  return runs;
}
