// An index of segments by squares of a grid, for finding what is near.

import Flatbush from 'flatbush';
import { roomFor } from '../../base/arrays.js';
import { spendBudget } from '../../base/budget.js';
import type { GridSegments } from './grid-segment.js';
import { PointNumbers } from './point-numbers.js';

/** Grid units: more than rounding moves a line within the farthest coordinates. */
const SLACK = 2;

/** Number of segments in one square from which an index of that square pays off. */
const CROWD = 64;

/**
 * Index of segments by the squares of a grid that they come near, so that neighbours are found within one square.
 * Squares are as wide as segments are long on average: each segment is in few squares and each square holds few
 * segments, however far the plan reaches.
 */
export class SegmentCells {
  private readonly side: number;
  private readonly cells: PointNumbers;
  /** Segments of square c: items[start[c]] to items[start[c + 1] − 1]. */
  private readonly start: Int32Array;
  private readonly items: Int32Array;
  /** Points of each square in a chain: first[c], then next[point]; −1 ends it. Points that aren't placed have −2. */
  private readonly first: Int32Array;
  private next: Int32Array;
  private readonly crowds = new Map<number, Flatbush>();

  /**
   * @param margin grid units: a segment is in every square this near to it, and perhaps in some a little farther away
   */
  constructor(
    private readonly segments: GridSegments,
    private readonly margin: number,
  ) {
    const { count, points } = segments;
    this.side = Math.max(meanLength(segments), 4 * margin, 1);
    this.cells = new PointNumbers(count);
    const entries = this.enter();
    this.start = startsOf(entries.cell, this.cells.count);
    this.items = itemsOf(entries, this.start);
    this.first = new Int32Array(this.cells.count).fill(-1);
    this.next = new Int32Array(points.count).fill(-2);
  }

  /** Places points, so that they can be found. Each must lie within the margin of a segment. */
  place(numbers: Int32Array | readonly number[]): void {
    const { x, y, count } = this.segments.points;
    if (count > this.next.length) {
      const next = new Int32Array(2 * count).fill(-2);
      next.set(this.next);
      this.next = next;
    }
    for (let i = 0; i < numbers.length; i += 1) {
      const n = numbers[i] ?? 0;
      const cell = this.cellAt(x[n] ?? 0, y[n] ?? 0);
      if (cell === -1 || this.next[n] !== -2) continue;
      this.next[n] = this.first[cell] ?? -1;
      this.first[cell] = n;
    }
  }

  /** True if the point was placed. */
  isPlaced(point: number): boolean {
    return (this.next[point] ?? -2) !== -2;
  }

  /**
   * Replaces the numbers of the segments by new ones (−1 removes a segment). No segment may have moved further than the
   * margin allows.
   */
  replace(numbers: Int32Array): void {
    const { items } = this;
    for (let k = 0; k < items.length; k += 1) items[k] = numbers[items[k] ?? 0] ?? -1;
    this.crowds.clear();
  }

  /** Removes all placed points but these. */
  keep(numbers: Int32Array): void {
    const { first, next } = this;
    const kept = new Uint8Array(next.length);
    for (let i = 0; i < numbers.length; i += 1) kept[numbers[i] ?? 0] = 1;
    for (let cell = 0; cell < first.length; cell += 1) {
      let last = -1;
      for (let n = first[cell] ?? -1; n !== -1; ) {
        const after = next[n] ?? -1;
        if (kept[n] === 1) last = n;
        else {
          next[n] = -2;
          if (last === -1) first[cell] = after;
          else next[last] = after;
        }
        n = after;
      }
    }
  }

  /** Calls `visit` for pairs of segments that share a square, in either order; a pair perhaps more than once. */
  forEachPair(segments: GridSegments, visit: (i: number, j: number) => void): void {
    const { start, items } = this;
    for (let cell = 0; cell + 1 < start.length; cell += 1) {
      const [from = 0, to = 0] = [start[cell], start[cell + 1]];
      spendBudget(4 + to - from);
      if (to - from > CROWD) {
        this.forEachPairOfCrowd(segments, cell, visit);
        continue;
      }
      for (let k = from; k < to; k += 1) {
        const i = items[k] ?? -1;
        if (i === -1) continue;
        spendBudget(to - k);
        for (let l = k + 1; l < to; l += 1) {
          const j = items[l] ?? -1;
          if (j !== -1 && j !== i) visit(i, j);
        }
      }
    }
  }

  /** Calls `visit` for every placed point with each segment within `near` grid units of it, and perhaps with others. */
  forEachPoint(segments: GridSegments, near: number, visit: (point: number, i: number) => void): void {
    for (let cell = 0; cell < this.first.length; cell += 1) {
      for (let n = this.first[cell] ?? -1; n !== -1; n = this.next[n] ?? -1) {
        this.visitAt(segments, cell, n, near, visit);
      }
    }
  }

  /** Calls `visit` for each segment within `near` grid units of a point, and perhaps for others. */
  forEachNear(segments: GridSegments, point: number, near: number, visit: (point: number, i: number) => void): void {
    const { x, y } = segments.points;
    const cell = this.cellAt(x[point] ?? 0, y[point] ?? 0);
    if (cell !== -1) this.visitAt(segments, cell, point, near, visit);
  }

  /** Calls `visit` for the placed points within `near` grid units of (x, y), measured along x and along y. */
  forEachPointNear(x: number, y: number, near: number, visit: (point: number) => void): void {
    const { side, first, next } = this;
    const { x: xs, y: ys } = this.segments.points;
    const east = Math.floor((x + near) / side);
    const north = Math.floor((y + near) / side);
    const south = Math.floor((y - near) / side);
    for (let cx = Math.floor((x - near) / side); cx <= east; cx += 1) {
      for (let cy = south; cy <= north; cy += 1) {
        const cell = this.cells.find(cx, cy);
        if (cell === -1) continue;
        let visits = 4;
        for (let n = first[cell] ?? -1; n !== -1; n = next[n] ?? -1) {
          visits += 1;
          if (Math.abs((xs[n] ?? 0) - x) <= near && Math.abs((ys[n] ?? 0) - y) <= near) visit(n);
        }
        spendBudget(visits);
      }
    }
  }

  private visitAt(
    segments: GridSegments,
    cell: number,
    point: number,
    near: number,
    visit: (point: number, i: number) => void,
  ): void {
    const { start, items } = this;
    const [from = 0, to = 0] = [start[cell], start[cell + 1]];
    if (to - from > CROWD) {
      const { x, y } = segments.points;
      const [px = 0, py = 0] = [x[point], y[point]];
      const met = this.crowd(segments, cell).search(px - near, py - near, px + near, py + near);
      spendBudget(20 + met.length);
      for (const k of met) {
        const i = items[from + k] ?? -1;
        if (i !== -1) visit(point, i);
      }
      return;
    }
    spendBudget(to - from);
    for (let k = from; k < to; k += 1) {
      const i = items[k] ?? -1;
      if (i !== -1) visit(point, i);
    }
  }

  private forEachPairOfCrowd(segments: GridSegments, cell: number, visit: (i: number, j: number) => void): void {
    const index = this.crowd(segments, cell);
    const [from = 0, to = 0] = [this.start[cell], this.start[cell + 1]];
    for (let k = 0; k < to - from; k += 1) {
      const i = this.items[from + k] ?? -1;
      if (i === -1) continue;
      const met = index.search(...boxOf(segments, i), (other) => other > k);
      spendBudget(20 + 4 * met.length);
      for (const l of met) {
        const j = this.items[from + l] ?? -1;
        if (j !== -1 && j !== i) visit(i, j);
      }
    }
  }

  private crowd(segments: GridSegments, cell: number): Flatbush {
    const known = this.crowds.get(cell);
    if (known !== undefined) return known;
    const items = this.items.subarray(this.start[cell], this.start[cell + 1]);
    const index = new Flatbush(items.length);
    for (const i of items) index.add(...boxOf(segments, Math.max(i, 0)));
    index.finish();
    this.crowds.set(cell, index);
    return index;
  }

  private cellAt(x: number, y: number): number {
    return this.cells.find(Math.floor(x / this.side), Math.floor(y / this.side));
  }

  private enter(): Entries {
    const { points, a, b, count } = this.segments;
    const { x, y } = points;
    const entries = new Entries(3 * count);
    for (let i = 0; i < count; i += 1) {
      const p = a[i] ?? 0;
      const q = b[i] ?? 0;
      this.enterOne(entries, i, x[p] ?? 0, y[p] ?? 0, x[q] ?? 0, y[q] ?? 0);
    }
    return entries;
  }

  /** Enters a segment column by column into the squares between its lowest and highest point there. */
  private enterOne(entries: Entries, i: number, ax: number, ay: number, bx: number, by: number): void {
    const { side, margin, cells } = this;
    const reach = margin + SLACK;
    const slope = bx === ax ? 0 : (by - ay) / (bx - ax);
    const east = Math.floor((bx + margin) / side);
    for (let cx = Math.floor((ax - margin) / side); cx <= east; cx += 1) {
      spendBudget(4);
      let low = Math.min(ay, by);
      let high = Math.max(ay, by);
      if (slope !== 0) {
        const y0 = ay + slope * (Math.max(ax, cx * side - margin) - ax);
        const y1 = ay + slope * (Math.min(bx, (cx + 1) * side + margin) - ax);
        low = Math.max(low, Math.min(y0, y1));
        high = Math.min(high, Math.max(y0, y1));
      }
      const north = Math.floor((high + reach) / side);
      spendBudget(4 * (north - Math.floor((low - reach) / side)));
      for (let cy = Math.floor((low - reach) / side); cy <= north; cy += 1) entries.push(cells.of(cx, cy), i);
    }
  }
}

/** Pairs of a square and a segment in it. */
class Entries {
  private cells: Int32Array;
  private segments: Int32Array;
  private length = 0;

  constructor(expected: number) {
    this.cells = new Int32Array(expected + 16);
    this.segments = new Int32Array(expected + 16);
  }

  push(cell: number, segment: number): void {
    if (this.length === this.cells.length) {
      this.cells = roomFor(this.cells, this.cells.length + 1);
      this.segments = roomFor(this.segments, this.segments.length + 1);
    }
    this.cells[this.length] = cell;
    this.segments[this.length] = segment;
    this.length += 1;
  }

  get cell(): Int32Array {
    return this.cells.subarray(0, this.length);
  }

  get segment(): Int32Array {
    return this.segments.subarray(0, this.length);
  }
}

function startsOf(cell: Int32Array, cells: number): Int32Array {
  const start = new Int32Array(cells + 1);
  for (let k = 0; k < cell.length; k += 1) {
    const next = (cell[k] ?? 0) + 1;
    start[next] = (start[next] ?? 0) + 1;
  }
  for (let c = 0; c < cells; c += 1) start[c + 1] = (start[c + 1] ?? 0) + (start[c] ?? 0);
  return start;
}

function itemsOf({ cell, segment }: Entries, start: Int32Array): Int32Array {
  const at = start.slice();
  const items = new Int32Array(cell.length);
  for (let k = 0; k < cell.length; k += 1) {
    const c = cell[k] ?? 0;
    items[at[c] ?? 0] = segment[k] ?? 0;
    at[c] = (at[c] ?? 0) + 1;
  }
  return items;
}

function boxOf({ points: { x, y }, a, b }: GridSegments, i: number): [number, number, number, number] {
  const [p = 0, q = 0] = [a[i], b[i]];
  const [ay = 0, by = 0] = [y[p], y[q]];
  return [x[p] ?? 0, Math.min(ay, by), x[q] ?? 0, Math.max(ay, by)];
}

function meanLength({ points: { x, y }, a, b, count }: GridSegments): number {
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    const p = a[i] ?? 0;
    const q = b[i] ?? 0;
    sum += (x[q] ?? 0) - (x[p] ?? 0) + Math.abs((y[q] ?? 0) - (y[p] ?? 0));
  }
  return sum / Math.max(1, count);
}
