// Points through which segments are to be led.
import { roomFor } from '../../base/arrays.js';
import type { GridSegments } from './grid-segment.js';

/** Compares two points along a segment: negative if the segment passes `p` before `q`. */
export type Order = (segments: GridSegments, i: number, p: number, q: number) => number;

/** Number of points from which sorting by insertion takes longer. */
const MANY = 32;

/** Points through which segments are to be led, in lists by segment. */
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
    this.next[this.count] = this.first[i] ?? -1;
    this.point[this.count] = point;
    this.first[i] = this.count;
    this.count += 1;
  }

  /**
   * Adds the pieces of segment i between its points to `into`; pieces without length are dropped.
   *
   * @returns true if every point passes `test`
   */
  lead(
    segments: GridSegments,
    i: number,
    order: Order,
    into: GridSegments,
    test: (segments: GridSegments, i: number, point: number) => boolean,
  ): boolean {
    const count = this.gather(segments, i, order);
    const origin = segments.origin[i] ?? [];
    let from = segments.a[i] ?? 0;
    let holds = true;
    for (let k = 0; k < count; k += 1) {
      const point = this.through[k] ?? 0;
      into.add(from, point, origin);
      holds &&= test(segments, i, point);
      from = point;
    }
    into.add(from, segments.b[i] ?? 0, origin);
    return holds;
  }

  private gather(segments: GridSegments, i: number, order: Order): number {
    let count = 0;
    for (let at = this.first[i] ?? -1; at !== -1; at = this.next[at] ?? -1) {
      if (count === this.through.length) this.through = roomFor(this.through, this.through.length + 1);
      this.through[count] = this.point[at] ?? 0;
      count += 1;
    }
    const { through } = this;
    if (count > MANY) {
      through.set([...through.subarray(0, count)].sort((p, q) => order(segments, i, p, q)));
      return count;
    }
    for (let k = 1; k < count; k += 1) {
      const point = through[k] ?? 0;
      let at = k;
      for (; at > 0 && order(segments, i, through[at - 1] ?? 0, point) > 0; at -= 1) through[at] = through[at - 1] ?? 0;
      through[at] = point;
    }
    return count;
  }
}
