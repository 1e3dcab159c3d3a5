// Pieces of wall between numbered grid points.

import { makeRoom, roomFor } from '../../base/arrays.js';
import type { PointNumbers } from './point-numbers.js';
import { type Lists, listsOf, sortByKey, upTo } from './radix.js';

/** Pieces of wall between numbered grid points, each led from left to right (then upwards). */
export class GridSegments {
  /** By piece, the numbers of its left end (`a`) and right end (`b`); valid up to `count`, like all columns. */
  a: Int32Array;
  b: Int32Array;
  /** By piece, which list of `origin` has the source segments that it comes from. */
  source: Int32Array;
  /** By piece, 1 if it may cross another one or pass its end, else 0. */
  suspect: Int32Array;
  /** Number of pieces. */
  count = 0;

  /**
   * @param origin lists of source segments, each ascending
   * @param expected about how many pieces will come
   */
  constructor(
    readonly points: PointNumbers,
    public origin: Lists,
    expected: number,
  ) {
    const [a, b, source, suspect] = [0, 1, 2, 3].map(() => new Int32Array(expected + 16));
    this.a = a;
    this.b = b;
    this.source = source;
    this.suspect = suspect;
  }

  /** Adds a piece between two points, unless it has no length. */
  add(p: number, q: number, source: number, suspect = 1): void {
    if (p === q) return;
    const i = this.count;
    if (i === this.a.length) makeRoom(this, i + 1, 'a', 'b', 'source', 'suspect');
    this.count = i + 1;
    this.source[i] = source;
    this.suspect[i] = suspect;
    this.lead(i, p, q);
  }

  /** Lets piece i lie between two points. */
  lead(i: number, p: number, q: number): void {
    const { x, y } = this.points;
    const isLed = x[p] < x[q] || (x[p] === x[q] && y[p] <= y[q]);
    this.a[i] = isLed ? p : q;
    this.b[i] = isLed ? q : p;
  }

  /** Returns the pieces sorted by the coordinates of their left, then right ends; those that coincide become one. */
  sorted(): GridSegments {
    const { points, a, b, source, suspect, count, origin } = this;
    const rank = points.ranks();
    const key = new Float64Array(count);
    for (let i = 0; i < count; i += 1) key[i] = rank[a[i]] * rank.length + rank[b[i]];
    const order = sortByKey(upTo(count), key, rank.length ** 2);
    const start = new Int32Array(count + 1);
    let items = new Int32Array(count + 16);
    let end = 0;
    const sorted = new GridSegments(points, origin, count);
    for (let k = 0; k < count; k += 1) {
      const i = order[k];
      const last = sorted.count - 1;
      if (last >= 0 && a[i] === sorted.a[last] && b[i] === sorted.b[last]) sorted.suspect[last] |= suspect[i];
      else sorted.add(a[i], b[i], last + 1, suspect[i]);
      for (let j = origin.start[source[i]]; j < origin.start[source[i] + 1]; j += 1) {
        items = roomFor(items, end + 1);
        end = insert(items, start[sorted.count - 1], end, origin.items[j]);
      }
      start[sorted.count] = end;
    }
    sorted.origin = { start, items };
    return sorted;
  }

  /** Returns the numbers of all points that are an end of a piece with length, each once. */
  ends(): Int32Array {
    const { points, a, b, count } = this;
    const met = new Uint8Array(points.count);
    const ends = new Int32Array(points.count);
    let n = 0;
    for (const side of [a, b]) {
      for (let i = 0; i < count; i += 1) {
        const end = side[i];
        if (met[end] === 1 || a[i] === b[i]) continue;
        met[end] = 1;
        ends[n] = end;
        n += 1;
      }
    }
    return ends.subarray(0, n);
  }

  /** Returns, by number of a point, the pieces that end there: those that begin there first. */
  byEnd(): Lists {
    const { points, a, b, count } = this;
    const keys = new Int32Array(2 * count);
    keys.set(a.subarray(0, count));
    keys.set(b.subarray(0, count), count);
    const pieces = new Int32Array(2 * count);
    pieces.set(upTo(count));
    pieces.set(upTo(count), count);
    return listsOf(keys, pieces, points.count);
  }
}

/** Inserts a number into an ascending list, unless it is there already, and returns the end of the list. */
function insert(items: Int32Array, start: number, end: number, item: number): number {
  let at = end;
  while (at > start && items[at - 1] > item) at -= 1;
  if (at > start && items[at - 1] === item) return end;
  items.copyWithin(at + 1, at, end);
  items[at] = item;
  return end + 1;
}
