import Flatbush from 'flatbush';
import { boxOf } from '../geometry/ring.js';
import type { Box, Point, Segment } from '../geometry/types.js';

/** Which of some boxes come near a place; those that share no more than an edge with it included. */
export interface Nearby {
  /** Numbers of the boxes within `by` m of the box round `points`, ascending. */
  near(points: readonly Point[], by?: number): number[];
}

const NOTHING: Nearby = { near: () => [] };

/** An index of boxes: what is looked up in it costs no more on a large plan. */
export function nearby(boxes: readonly Box[]): Nearby {
  if (boxes.length === 0) return NOTHING;
  const index = new Flatbush(boxes.length);
  for (const { minX, minY, maxX, maxY } of boxes) index.add(minX, minY, maxX, maxY);
  index.finish();
  return {
    near(points, by = 0) {
      const box = boxOf(points);
      if (box === undefined) return [];
      return index.search(box.minX - by, box.minY - by, box.maxX + by, box.maxY + by).sort((i, j) => i - j);
    },
  };
}

/** The box round a segment, `by` m larger on every side. */
export function boxOfSegment({ a, b }: Segment, by = 0): Box {
  return {
    minX: Math.min(a[0], b[0]) - by,
    minY: Math.min(a[1], b[1]) - by,
    maxX: Math.max(a[0], b[0]) + by,
    maxY: Math.max(a[1], b[1]) + by,
  };
}

/** m: more than rounding moves the ends of what is left of a segment. */
const SLACK = 1e-6;

/** Segments out of which stretches are taken, in the order given: what is left of one stands in its place. */
export class Stretches<S extends Segment> {
  private readonly index: Nearby;
  private readonly left: (readonly S[])[];

  /** @param reach m about each segment within which something is near it */
  constructor(segments: readonly S[], reach: (segment: S) => number) {
    this.index = nearby(segments.map((segment) => boxOfSegment(segment, reach(segment) + SLACK)));
    this.left = segments.map((segment) => [segment]);
  }

  /** What is left of those whose reach comes within `by` m of a line's box; never too few. */
  near({ a, b }: Segment, by = 0): S[] {
    return this.index.near([a, b], by).flatMap((i) => this.left[i] ?? []);
  }

  /** Puts what `cut` leaves of each near piece in its place. */
  cut({ a, b }: Segment, by: number, cut: (piece: S) => readonly S[]): void {
    for (const i of this.index.near([a, b], by)) this.left[i] = (this.left[i] ?? []).flatMap(cut);
  }

  all(): S[] {
    return this.left.flat();
  }
}
