// An index of segments by squares of a grid, for finding what is near.

import Flatbush from 'flatbush';
import { roomFor } from '../../base/arrays.js';
import { spendBudget } from '../../base/budget.js';
import type { GridSegments } from './grid-segment.js';
import { type Lists, listsOf } from './radix.js';

/** Grid units: more than rounding moves a line within the farthest coordinates. */
const SLACK = 2;

/** Number of segments in one square from which an index of that square pays off. */
const CROWD = 64;

/**
 * Index of segments by the squares of a grid. It calls a function for each segment near a point, or for each pair of
 * segments that come near a common square; points can be placed in it, to be found likewise. A segment is listed in
 * every square that it comes near, so that those near a point are all in the point's square. Squares are as wide as
 * segments are long on average: each segment is in few squares and each square holds few segments, however far the plan
 * reaches. Squares far apart may share an entry of the index, so callers must test what they get.
 */
export class SegmentCells {
  private readonly side: number;
  /** Number of entries less one; a power of 2 less one. */
  private readonly mask: number;
  /** Entries from one row of squares to the next. */
  private readonly row: number;
  /** Segments by entry. */
  private readonly segmentsIn: Lists;
  /** Points of each entry in a chain: first[c], then next[point]; −1 ends it. Points that aren't placed have −2. */
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
    const entries = 2 ** Math.ceil(Math.log2(2 * count + 16));
    this.mask = entries - 1;
    // The golden section spreads the rows evenly, however many there are.
    this.row = Math.floor(entries * 0.618) | 1;
    const [cells, pieces] = this.enter();
    this.segmentsIn = listsOf(cells, pieces, entries);
    this.first = new Int32Array(entries).fill(-1);
    this.next = new Int32Array(points.count).fill(-2);
  }

  /** Places points, so that they can be found. Each must lie within the margin of a segment. */
  place(numbers: Int32Array | readonly number[]): void {
    const { count } = this.segments.points;
    if (count > this.next.length) {
      const next = new Int32Array(2 * count).fill(-2);
      next.set(this.next);
      this.next = next;
    }
    for (let i = 0; i < numbers.length; i += 1) {
      const n = numbers[i];
      if (this.next[n] !== -2) continue;
      const cell = this.cellOf(n);
      this.next[n] = this.first[cell];
      this.first[cell] = n;
    }
  }

  /** True if the point was placed. */
  isPlaced(point: number): boolean {
    return point < this.next.length && this.next[point] !== -2;
  }

  /** Removes all placed points but these. */
  keep(numbers: Int32Array): void {
    this.first.fill(-1);
    this.next.fill(-2);
    this.place(numbers);
  }

  /** Calls `visit` for pairs of segments that share a square, in either order; a pair perhaps more than once. */
  forEachPair(segments: GridSegments, visit: (i: number, j: number) => void): void {
    const { start, items } = this.segmentsIn;
    for (let cell = 0; cell <= this.mask; cell += 1) {
      const from = start[cell];
      const to = start[cell + 1];
      if (to - from < 2) continue;
      spendBudget(4 + to - from);
      if (to - from > CROWD) {
        this.forEachPairOfCrowd(segments, cell, visit);
        continue;
      }
      for (let k = from; k < to; k += 1) {
        spendBudget(to - k);
        for (let l = k + 1; l < to; l += 1) if (items[l] !== items[k]) visit(items[k], items[l]);
      }
    }
  }

  /** Calls `visit` for every placed point with each segment within `near` grid units of it, and perhaps with others. */
  forEachPoint(segments: GridSegments, near: number, visit: (point: number, i: number) => void): void {
    for (let cell = 0; cell <= this.mask; cell += 1) {
      for (let n = this.first[cell]; n !== -1; n = this.next[n]) this.visitAt(segments, cell, n, near, visit);
    }
  }

  /** Calls `visit` for each segment within `near` grid units of a point, and perhaps for others. */
  forEachNear(segments: GridSegments, point: number, near: number, visit: (point: number, i: number) => void): void {
    this.visitAt(segments, this.cellOf(point), point, near, visit);
  }

  /**
   * Calls `visit` for the placed points within `near` grid units of a point, measured along x and along y; perhaps more
   * than once.
   */
  forEachPointNear(point: number, near: number, visit: (point: number) => void): void {
    const { side, first, next } = this;
    const { x: xs, y: ys } = this.segments.points;
    const x = xs[point];
    const y = ys[point];
    const east = Math.floor((x + near) / side);
    const north = Math.floor((y + near) / side);
    const south = Math.floor((y - near) / side);
    for (let cx = Math.floor((x - near) / side); cx <= east; cx += 1) {
      for (let cy = south; cy <= north; cy += 1) {
        let visits = 4;
        for (let n = first[this.cellAt(cx, cy)]; n !== -1; n = next[n]) {
          visits += 1;
          if (Math.abs(xs[n] - x) <= near && Math.abs(ys[n] - y) <= near) visit(n);
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
    const { start, items } = this.segmentsIn;
    const from = start[cell];
    const to = start[cell + 1];
    if (to - from > CROWD) {
      const { x, y } = segments.points;
      const [px, py] = [x[point], y[point]];
      const met = this.crowd(segments, cell).search(px - near, py - near, px + near, py + near);
      spendBudget(20 + met.length);
      for (const k of met) visit(point, items[from + k]);
      return;
    }
    spendBudget(to - from);
    for (let k = from; k < to; k += 1) visit(point, items[k]);
  }

  private forEachPairOfCrowd(segments: GridSegments, cell: number, visit: (i: number, j: number) => void): void {
    const index = this.crowd(segments, cell);
    const { start, items } = this.segmentsIn;
    const own = items.subarray(start[cell], start[cell + 1]);
    for (const [k, i] of own.entries()) {
      const met = index.search(...boxOf(segments, i), (other) => other > k);
      spendBudget(20 + 4 * met.length);
      for (const l of met) if (own[l] !== i) visit(i, own[l]);
    }
  }

  private crowd(segments: GridSegments, cell: number): Flatbush {
    const known = this.crowds.get(cell);
    if (known !== undefined) return known;
    const { start, items } = this.segmentsIn;
    const own = items.subarray(start[cell], start[cell + 1]);
    const index = new Flatbush(own.length);
    for (const i of own) index.add(...boxOf(segments, i));
    index.finish();
    this.crowds.set(cell, index);
    return index;
  }

  /** Returns the entry of the square that holds a point. */
  private cellOf(point: number): number {
    const { x, y } = this.segments.points;
    return this.cellAt(Math.floor(x[point] / this.side), Math.floor(y[point] / this.side));
  }

  /** Returns the entry of a square. */
  private cellAt(cx: number, cy: number): number {
    return ((cx | 0) + Math.imul(cy, this.row)) & this.mask;
  }

  /**
   * Returns entries and the segments in them, in pairs. Each segment is entered column by column into the squares between
   * its lowest and highest point there.
   */
  private enter(): readonly [cells: Int32Array, pieces: Int32Array] {
    const { side, margin } = this;
    const { points, a, b, count } = this.segments;
    const { x, y } = points;
    const reach = margin + SLACK;
    let cells: Int32Array = new Int32Array(2 * count + 16);
    let pieces: Int32Array = new Int32Array(2 * count + 16);
    let length = 0;
    for (let i = 0; i < count; i += 1) {
      const ax = x[a[i]];
      const bx = x[b[i]];
      const ay = y[a[i]];
      const by = y[b[i]];
      const slope = bx === ax ? 0 : (by - ay) / (bx - ax);
      const east = Math.floor((bx + margin) / side);
      for (let cx = Math.floor((ax - margin) / side); cx <= east; cx += 1) {
        let low = Math.min(ay, by);
        let high = Math.max(ay, by);
        if (slope !== 0) {
          const y0 = ay + slope * (Math.max(ax, cx * side - margin) - ax);
          const y1 = ay + slope * (Math.min(bx, (cx + 1) * side + margin) - ax);
          low = Math.max(low, Math.min(y0, y1));
          high = Math.min(high, Math.max(y0, y1));
        }
        const north = Math.floor((high + reach) / side);
        const south = Math.floor((low - reach) / side);
        spendBudget(4 + 4 * (north - south));
        for (let cy = south; cy <= north; cy += 1) {
          if (length === cells.length) {
            cells = roomFor(cells, length + 1);
            pieces = roomFor(pieces, length + 1);
          }
          cells[length] = this.cellAt(cx, cy);
          pieces[length] = i;
          length += 1;
        }
      }
    }
    return [cells.subarray(0, length), pieces.subarray(0, length)];
  }
}

function boxOf({ points: { x, y }, a, b }: GridSegments, i: number): [number, number, number, number] {
  const [ay, by] = [y[a[i]], y[b[i]]];
  return [x[a[i]], Math.min(ay, by), x[b[i]], Math.max(ay, by)];
}

function meanLength({ points: { x, y }, a, b, count }: GridSegments): number {
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += x[b[i]] - x[a[i]] + Math.abs(y[b[i]] - y[a[i]]);
  return sum / Math.max(1, count);
}
