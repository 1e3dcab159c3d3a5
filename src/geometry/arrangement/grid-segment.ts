// Pieces of wall between numbered grid points.
import type { PointNumbers } from './point-numbers.js';
import { sortByKey, sortPoints } from './radix.js';

/** Indices of source segments, ascending. */
type SourceSegments = readonly number[];

/**
 * Pieces of wall between numbered grid points, each with the source segments it comes from. Each is led from left to
 * right (then upwards) and stored once.
 */
export class GridSegments {
  /** Numbers of the left ends (`a`) and right ends (`b`), by piece; valid up to `count`. */
  a: Int32Array;
  b: Int32Array;
  /** By piece, the source segments it comes from. */
  readonly origin: SourceSegments[] = [];
  /** Number of pieces. */
  count = 0;
  /** Hash table (open addressing) of the pieces' numbers by their ends. */
  private table: Int32Array;

  /** @param expected about how many pieces will come */
  constructor(
    readonly points: PointNumbers,
    expected: number,
  ) {
    let size = 16;
    while (size < 2 * expected) size *= 2;
    this.table = new Int32Array(size).fill(-1);
    this.a = new Int32Array(size / 2);
    this.b = new Int32Array(size / 2);
  }

  /**
   * Adds a piece between two points; a piece that coincides with another one joins it. Returns its number, or −1 if it
   * has no length.
   */
  add(p: number, q: number, origin: SourceSegments): number {
    if (p === q) return -1;
    return this.isLed(p, q) ? this.put(p, q, origin) : this.put(q, p, origin);
  }

  /**
   * Returns the pieces sorted by the coordinates of their left, then right ends, and the new number of each by its old
   * one.
   */
  sorted(): { readonly segments: GridSegments; readonly numbers: Int32Array } {
    const { points, a, b, count, origin } = this;
    const ends = sortPoints(this.ends(), points.x, points.y);
    const rank = new Int32Array(points.count);
    for (let i = 0; i < ends.length; i += 1) rank[ends[i] ?? 0] = i;
    const all = new Int32Array(count);
    for (let i = 0; i < count; i += 1) all[i] = i;
    const byRight = sortByKey(all, ranksOf(b, count, rank), ends.length);
    const order = sortByKey(byRight, ranksOf(a, count, rank), ends.length);
    const sorted = new GridSegments(points, count);
    const numbers = new Int32Array(count);
    for (let n = 0; n < count; n += 1) {
      const i = order[n] ?? 0;
      sorted.append(a[i] ?? 0, b[i] ?? 0, origin[i] ?? []);
      numbers[i] = n;
    }
    return { segments: sorted, numbers };
  }

  /** Returns the numbers of all points that are an end, each once. */
  ends(): Int32Array {
    const { points, a, b, count } = this;
    const met = new Uint8Array(points.count);
    const ends = new Int32Array(points.count);
    let n = 0;
    for (const side of [a, b]) {
      for (let i = 0; i < count; i += 1) {
        const end = side[i] ?? 0;
        if (met[end] === 1) continue;
        met[end] = 1;
        ends[n] = end;
        n += 1;
      }
    }
    return ends.subarray(0, n);
  }

  /** Returns, by number of a point, how many pieces end there. */
  degrees(): Uint32Array {
    const { points, a, b, count } = this;
    const degrees = new Uint32Array(points.count);
    for (const side of [a, b]) {
      for (let i = 0; i < count; i += 1) {
        const end = side[i] ?? 0;
        degrees[end] = (degrees[end] ?? 0) + 1;
      }
    }
    return degrees;
  }

  private isLed(p: number, q: number): boolean {
    const { x, y } = this.points;
    const px = x[p] ?? 0;
    const qx = x[q] ?? 0;
    return px < qx || (px === qx && (y[p] ?? 0) <= (y[q] ?? 0));
  }

  private put(a: number, b: number, origin: SourceSegments): number {
    const mask = this.table.length - 1;
    let slot = hash(a, b) & mask;
    for (let i = this.table[slot] ?? -1; i !== -1; i = this.table[slot] ?? -1) {
      if (this.a[i] === a && this.b[i] === b) {
        this.origin[i] = union(this.origin[i] ?? [], origin);
        return i;
      }
      slot = (slot + 1) & mask;
    }
    if (this.count === this.a.length) {
      this.grow();
      return this.put(a, b, origin);
    }
    this.table[slot] = this.count;
    return this.append(a, b, origin);
  }

  private append(a: number, b: number, origin: SourceSegments): number {
    const i = this.count;
    this.a[i] = a;
    this.b[i] = b;
    this.origin.push(origin);
    this.count = i + 1;
    return i;
  }

  private grow(): void {
    const { a, b, count } = this;
    const size = 2 * this.table.length;
    this.table = new Int32Array(size).fill(-1);
    this.a = new Int32Array(size / 2);
    this.b = new Int32Array(size / 2);
    this.a.set(a);
    this.b.set(b);
    for (let i = 0; i < count; i += 1) {
      let slot = hash(a[i] ?? 0, b[i] ?? 0) & (size - 1);
      while (this.table[slot] !== -1) slot = (slot + 1) & (size - 1);
      this.table[slot] = i;
    }
  }
}

function ranksOf(ends: Int32Array, count: number, rank: Int32Array): Int32Array {
  const ranks = new Int32Array(count);
  for (let i = 0; i < count; i += 1) ranks[i] = rank[ends[i] ?? 0] ?? 0;
  return ranks;
}

function hash(a: number, b: number): number {
  const h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return h ^ (h >>> 15);
}

/** Returns both lists as one, each source once. */
function union(p: SourceSegments, q: SourceSegments): SourceSegments {
  if (p === q || q.length === 0) return p;
  if (p.length === 0) return q;
  const all: number[] = [];
  for (let i = 0, j = 0; i < p.length || j < q.length; ) {
    const one = p[i] ?? Number.POSITIVE_INFINITY;
    const other = q[j] ?? Number.POSITIVE_INFINITY;
    all.push(Math.min(one, other));
    if (one <= other) i += 1;
    if (other <= one) j += 1;
  }
  return all;
}
