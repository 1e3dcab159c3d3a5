import type { GridSegments } from './grid-segment.js';

/** Points through which segments are to be led, in lists by segment. */
export class Stops {
  /** How many there are. */
  count = 0;
  private readonly first: Int32Array;
  private next: Int32Array;
  private point: Int32Array;

  constructor(segments: number) {
    this.first = new Int32Array(segments).fill(-1);
    this.next = new Int32Array(segments + 16);
    this.point = new Int32Array(segments + 16);
  }

  /** Leads segment i through a point. */
  add(i: number, point: number): void {
    if (this.count === this.next.length) {
      this.next = grown(this.next);
      this.point = grown(this.point);
    }
    this.next[this.count] = this.first[i] ?? -1;
    this.point[this.count] = point;
    this.first[i] = this.count;
    this.count += 1;
  }

  /** Points of segment i, in no order, perhaps repeated. */
  of(i: number): number[] {
    const points: number[] = [];
    for (let at = this.first[i] ?? -1; at !== -1; at = this.next[at] ?? -1) points.push(this.point[at] ?? 0);
    return points;
  }

  /** Adds the pieces of segment i through points in the order given; those without length fall away. */
  static lead(segments: GridSegments, i: number, through: readonly number[], into: GridSegments): void {
    const origin = segments.origin[i] ?? [];
    let from = segments.a[i] ?? 0;
    for (const point of through) {
      into.add(from, point, origin);
      from = point;
    }
    into.add(from, segments.b[i] ?? 0, origin);
  }
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
