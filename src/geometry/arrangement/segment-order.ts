// Points through which segments are to be led.
import { roomFor } from '../../base/arrays.js';
import type { GridSegments } from './grid-segment.js';

/** Compares two points, by number, along segment i (left to right): negative if it passes `p` before `q`. */
export type Order = (segments: GridSegments, i: number, p: number, q: number) => number;

/** Number of points from which sorting by insertion takes longer. */
const MANY = 32;

/** Points, by number, at which each segment is to be split: its pieces then run from point to point. */
export class SegmentPoints {
  /** Number of points over all segments. */
  count = 0;
  private readonly first: Int32Array;
  private next: Int32Array;
  private point: Int32Array;
  /** Points of one segment, in order along it. */
  private through = new Int32Array(16);

  /** @param segments number of segments */
  constructor(segments: number) {
    this.first = new Int32Array(segments).fill(-1);
    this.next = new Int32Array(segments + 16);
    this.point = new Int32Array(segments + 16);
  }

  /** Adds a point through which segment i is to be led. */
  add(i: number, point: number): void {
    if (this.count === this.next.length) {
      this.next = roomFor(this.next, this.next.length + 1);
      this.point = roomFor(this.point, this.point.length + 1);
    }
    this.next[this.count] = this.first[i];
    this.point[this.count] = point;
    this.first[i] = this.count;
    this.count += 1;
  }

  /**
   * Adds the pieces of segment i between its points to `into`; pieces without length are dropped. They are suspect unless
   * every point passes `test`.
   */
  lead(
    segments: GridSegments,
    i: number,
    order: Order,
    into: GridSegments,
    test: (segments: GridSegments, i: number, point: number) => boolean,
  ): void {
    const count = this.gather(segments, i, order);
    const { through } = this;
    let suspect = 0;
    for (let k = 0; k < count && suspect === 0; k += 1) if (!test(segments, i, through[k])) suspect = 1;
    const source = segments.source[i];
    let from = segments.a[i];
    for (let k = 0; k < count; k += 1) {
      into.add(from, through[k], source, suspect);
      from = through[k];
    }
    into.add(from, segments.b[i], source, suspect);
  }

  private gather(segments: GridSegments, i: number, order: Order): number {
    let count = 0;
    for (let at = this.first[i]; at !== -1; at = this.next[at]) {
      if (count === this.through.length) this.through = roomFor(this.through, this.through.length + 1);
      this.through[count] = this.point[at];
      count += 1;
    }
    const { through } = this;
    if (count > MANY) {
      through.set([...through.subarray(0, count)].sort((p, q) => order(segments, i, p, q)));
      return count;
    }
    for (let k = 1; k < count; k += 1) {
      const point = through[k];
      let at = k;
      for (; at > 0 && order(segments, i, through[at - 1], point) > 0; at -= 1) through[at] = through[at - 1];
      through[at] = point;
    }
    return count;
  }
}
