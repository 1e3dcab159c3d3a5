// Cuts a cell into vertical slabs in which no edges cross.

import { roomFor } from '../../base/arrays.js';
import { spendBudget } from '../../base/budget.js';
import { type AreaCell, SHADOW } from './cells.js';
import { Edges } from './edges.js';

/** Receives the slabs of a cell, the vertical strips in which no edges cross, from left to right. */
export interface SlabVisitor {
  /**
   * Takes a slab in which no edges cross. `order` has the `count` edges through it from bottom to top; `low[e]` and
   * `high[e]` are the heights of edge e at the slab's left and right side. All in metres. Edges closer to each other
   * than rounding may come in either order.
   */
  slab(left: number, right: number, order: Int32Array, count: number, low: Float64Array, high: Float64Array): void;
}

/** Counts the covers around a point that moves up through a slab, edge by edge, and whether it is in the target. */
export class CoverCount {
  /** True if the point is in the target. */
  inTarget = false;
  /** Number of covers that the point is in. */
  covers = 0;
  private region: Int32Array = new Int32Array(64);
  /** By ring, how the next crossing of it changes its region's cover count. */
  private step: Float64Array = new Float64Array(64);
  private standing: Float64Array = new Float64Array(16);

  /** Moves the point below all edges of the cell. */
  reset(cell: AreaCell): void {
    this.region = roomFor(this.region, cell.rings);
    this.step = roomFor(this.step, cell.rings);
    this.standing = roomFor(this.standing, cell.regions);
    for (let i = 0; i < cell.rings; i += 1) {
      this.region[i] = cell.region[i];
      this.step[i] = cell.weight[i];
    }
    this.inTarget = false;
    this.covers = 0;
    for (let i = 0; i < cell.regions; i += 1) {
      this.standing[i] = cell.base[i];
      if (i > 0 && cell.base[i] > 0 && cell.base[i] < SHADOW) this.covers += 1;
    }
  }

  /** Moves the point across an edge of the ring. */
  cross(ring: number): void {
    const region = this.region[ring];
    const step = this.step[ring];
    this.step[ring] = -step;
    const before = this.standing[region];
    const after = before + step;
    this.standing[region] = after;
    const isInside = after > 0 && after < SHADOW;
    if (region === 0) this.inTarget = isInside;
    else if (isInside !== (before > 0 && before < SHADOW)) this.covers += isInside ? 1 : -1;
  }
}

/** Heights are known to this many ε of the largest coordinate: edges that swap by less haven't crossed. */
const KNOWN = 4;

/** Up to this many numbers, insertion sort is faster. */
const FEW = 32;

/**
 * Cuts a cell into vertical slabs at every vertex and crossing, so that within a slab edges are ordered and membership
 * is found by counting. No topology can fail: if rounding swaps edges that nearly coincide, the error is their
 * distance.
 */
export class Sweep {
  readonly edges = new Edges();
  private order: Int32Array = new Int32Array(64);
  private sorted: Int32Array = new Int32Array(64);
  private low: Float64Array = new Float64Array(256);
  private high: Float64Array = new Float64Array(256);
  private subLow: Float64Array = new Float64Array(256);
  private subHigh: Float64Array = new Float64Array(256);
  private crossings: Float64Array = new Float64Array(64);
  /** Edges through the slab, and the next edge to begin. */
  private count = 0;
  private next = 0;
  private found = 0;

  /**
   * Passes the cell's slabs to `slabs`, from left to right.
   *
   * @param merge metres: cuts closer than this become one (outlines can't work with thinner slabs)
   */
  run(cell: AreaCell, merge: number, slabs: SlabVisitor): void {
    const { edges } = this;
    edges.load(cell);
    this.reserve(edges.count);
    const { minX, minY, maxX, maxY } = cell.box;
    const size = Math.max(Math.abs(minX), Math.abs(minY), Math.abs(maxX), Math.abs(maxY));
    const tolerance = KNOWN * Number.EPSILON * size;
    this.count = 0;
    this.next = 0;
    let left = Number.NEGATIVE_INFINITY;
    while (this.count > 0 || this.next < edges.count) {
      if (this.count === 0) left = Math.max(left, edges.x0[edges.order[this.next]]);
      const right = this.pass(left + merge);
      spendBudget(3 * this.count + 4);
      if (this.count === 0) continue;
      this.sort(right, right + merge, tolerance);
      if (this.swaps(tolerance)) this.split(left, right, merge, tolerance, slabs);
      else slabs.slab(left, right, this.order, this.count, this.low, this.high);
      left = right;
    }
  }

  /** Moves past a cut: removes the edges that end up to x, adds those that begin, and returns the next cut. */
  private pass(x: number): number {
    const { order, low, high, count } = this;
    const { order: byLeft, x0, y0, x1, count: total } = this.edges;
    let next = this.next;
    let right = Number.POSITIVE_INFINITY;
    let kept = 0;
    for (let i = 0; i < count; i += 1) {
      let edge = order[i];
      if (x1[edge] > x) low[edge] = high[edge];
      else {
        // Usually an edge that begins in the same vertex takes its place.
        while (next < total && x0[byLeft[next]] <= x && x1[byLeft[next]] <= x) next += 1;
        if (next >= total || x0[byLeft[next]] > x) continue;
        edge = byLeft[next];
        next += 1;
        low[edge] = y0[edge];
      }
      order[kept] = edge;
      kept += 1;
      if (x1[edge] < right) right = x1[edge];
    }
    for (; next < total && x0[byLeft[next]] <= x; next += 1) {
      const edge = byLeft[next];
      if (x1[edge] <= x) continue;
      order[kept] = edge;
      kept += 1;
      low[edge] = y0[edge];
      if (x1[edge] < right) right = x1[edge];
    }
    this.next = next;
    this.count = kept;
    return next < total ? Math.min(right, x0[byLeft[next]]) : right;
  }

  /**
   * Computes the heights at the right and sorts by those at the left, ties by those at the right. Few edges change
   * place from slab to slab.
   */
  private sort(right: number, last: number, tolerance: number): void {
    const { order, low, high, count } = this;
    const { x0, y0, x1, y1, slope } = this.edges;
    for (let i = 0; i < count; i += 1) {
      const edge = order[i];
      const a = low[edge];
      const b = x1[edge] <= last ? y1[edge] : y0[edge] + (right - x0[edge]) * slope[edge];
      high[edge] = b;
      let at = i;
      for (; at > 0; at -= 1) {
        const below = order[at - 1];
        const above = a - low[below];
        if (above > tolerance || (above >= -tolerance && high[below] <= b)) break;
        order[at] = below;
      }
      order[at] = edge;
    }
  }

  private swaps(tolerance: number): boolean {
    const { order, count, high } = this;
    for (let i = 1; i < count; i += 1) if (high[order[i - 1]] - high[order[i]] > tolerance) return true;
    return false;
  }

  /**
   * Splits a slab in which edges cross: those pairs whose order at the right differs from that at the left. Leaves the
   * edges in the order of the right side.
   */
  private split(left: number, right: number, merge: number, tolerance: number, slabs: SlabVisitor): void {
    const { order, sorted, count, low, high, subLow, subHigh } = this;
    for (let i = 0; i < count; i += 1) sorted[i] = order[i];
    this.findCrossings(left, right, tolerance);
    let from = left;
    for (let i = 0; i < count; i += 1) subHigh[order[i]] = low[order[i]];
    for (let k = 0; k <= this.found; k += 1) {
      const to = k < this.found ? this.crossings[k] : right;
      if (k < this.found && (to - from <= merge || right - to <= merge)) continue;
      const share = (to - left) / (right - left);
      spendBudget(2 * count);
      for (let i = 0; i < count; i += 1) {
        const edge = sorted[i];
        subLow[edge] = subHigh[edge];
        subHigh[edge] = to === right ? high[edge] : low[edge] + share * (high[edge] - low[edge]);
      }
      sortByMiddle(sorted, count, subLow, subHigh);
      slabs.slab(from, to, sorted, count, subLow, subHigh);
      from = to;
    }
  }

  private findCrossings(left: number, right: number, tolerance: number): void {
    const { order, count, low, high } = this;
    this.found = 0;
    for (let i = 1; i < count; i += 1) {
      const edge = order[i];
      const a = low[edge];
      const b = high[edge];
      let at = i;
      for (; at > 0; at -= 1) {
        const other = order[at - 1];
        const before = a - low[other];
        const after = high[other] - b;
        if (after <= 0) break;
        order[at] = other;
        if (before > tolerance && after > tolerance) this.note(left + (right - left) * (before / (before + after)));
      }
      order[at] = edge;
    }
    spendBudget(2 * this.found);
    this.sortCrossings();
  }

  private sortCrossings(): void {
    const { crossings, found } = this;
    if (found > FEW) {
      crossings.subarray(0, found).sort();
      return;
    }
    for (let i = 1; i < found; i += 1) {
      const x = crossings[i];
      let at = i;
      for (; at > 0 && crossings[at - 1] > x; at -= 1) crossings[at] = crossings[at - 1];
      crossings[at] = x;
    }
  }

  private note(x: number): void {
    this.crossings = roomFor(this.crossings, this.found + 1);
    this.crossings[this.found] = x;
    this.found += 1;
  }

  private reserve(count: number): void {
    if (count <= this.order.length && count <= this.low.length) return;
    this.order = roomFor(this.order, count);
    this.sorted = roomFor(this.sorted, count);
    this.low = roomFor(this.low, count);
    this.high = roomFor(this.high, count);
    this.subLow = roomFor(this.subLow, count);
    this.subHigh = roomFor(this.subHigh, count);
  }
}

function sortByMiddle(order: Int32Array, count: number, low: Float64Array, high: Float64Array): void {
  for (let i = 1; i < count; i += 1) {
    const edge = order[i];
    const y = low[edge] + high[edge];
    let at = i;
    for (; at > 0; at -= 1) {
      const below = order[at - 1];
      if (low[below] + high[below] <= y) break;
      order[at] = below;
    }
    order[at] = edge;
  }
}
