// Numbers points, so that equal points are one number.

import { sortPoints, upTo } from './radix.js';

/**
 * Numbers points: equal points share a number, counted from 0 in the order of first use. Coordinates are compared as
 * doubles; the hash takes them for integers below 2^53, as on the grid.
 */
export class PointNumbers {
  /** Coordinates by number; valid up to `count`. */
  x: Float64Array;
  y: Float64Array;
  /** Count of numbers in use. */
  count = 0;
  private table: Int32Array;
  private ranked = new Int32Array(0);

  /** @param expected about how many different points will come */
  constructor(expected: number) {
    let size = 16;
    while (size < 2 * expected) size *= 2;
    this.table = new Int32Array(size).fill(-1);
    this.x = new Float64Array(size / 2);
    this.y = new Float64Array(size / 2);
  }

  /** Returns the number of a point; a new number if the point is new. */
  of(x: number, y: number): number {
    const slot = this.slotOf(x, y);
    const known = this.table[slot];
    if (known !== -1) return known;
    if (this.count === this.x.length) {
      this.grow();
      return this.of(x, y);
    }
    const number = this.count;
    this.table[slot] = number;
    this.x[number] = x;
    this.y[number] = y;
    this.count += 1;
    return number;
  }

  /** Returns the numbers of points given as x, y, x, y, …. */
  ofAll(coords: Float64Array): Int32Array {
    const numbers = new Int32Array(coords.length / 2);
    for (let i = 0; i < numbers.length; i += 1) numbers[i] = this.of(coords[2 * i], coords[2 * i + 1]);
    return numbers;
  }

  /** Returns, by number, which place the point has among all, leftmost first, then lowest. Made anew if points came. */
  ranks(): Int32Array {
    if (this.ranked.length === this.count) return this.ranked;
    this.ranked = new Int32Array(this.count);
    const sorted = sortPoints(upTo(this.count), this.x, this.y);
    for (let i = 0; i < sorted.length; i += 1) this.ranked[sorted[i]] = i;
    return this.ranked;
  }

  /** Returns the number of a point; −1 if it has none. */
  find(x: number, y: number): number {
    return this.table[this.slotOf(x, y)];
  }

  /** Returns where in the table the number of a point is, or would be. */
  private slotOf(x: number, y: number): number {
    const { table, x: xs, y: ys } = this;
    const mask = table.length - 1;
    let slot = hash(x, y) & mask;
    for (let n = table[slot]; n !== -1 && (xs[n] !== x || ys[n] !== y); n = table[slot]) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { x, y, count } = this;
    this.table = new Int32Array(2 * this.table.length).fill(-1);
    this.x = new Float64Array(2 * x.length);
    this.y = new Float64Array(2 * y.length);
    this.count = 0;
    for (let n = 0; n < count; n += 1) this.of(x[n], y[n]);
  }
}

const WORD = 2 ** 32;

function hash(x: number, y: number): number {
  const high = Math.imul((x / WORD) | 0, 31) + ((y / WORD) | 0);
  let h = Math.imul(x | 0, 0x9e3779b1) ^ Math.imul(y | 0, 0x85ebca6b) ^ Math.imul(high, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
