import Flatbush from 'flatbush';
import { replaceRun } from '../base/arrays.js';
import { spendBudget } from '../base/budget.js';
import { boxOfRegion } from '../geometry/shapes/ring.js';
import type { Box, Segment } from '../geometry/types.js';
import type { Zone } from './model.js';

/** Numbers of those of some boxes that another meets, be it in an edge, ascending. */
export type Meeting = (box: Box) => number[];

/** An index of boxes: what is looked up in it costs no more on a large plan. */
export function meeting(boxes: readonly Box[]): Meeting {
  if (boxes.length === 0) return () => [];
  spendBudget(30 * boxes.length);
  const index = new Flatbush(boxes.length);
  for (const { minX, minY, maxX, maxY } of boxes) index.add(minX, minY, maxX, maxY);
  index.finish();
  return ({ minX, minY, maxX, maxY }) => {
    const met = index.search(minX, minY, maxX, maxY);
    spendBudget(20 + 8 * met.length);
    return ascending(met);
  };
}

/** From so many numbers on, sorting by insertion takes longer. */
const MANY = 24;

/** Sorts in place; most lists are a handful. */
function ascending(numbers: number[]): number[] {
  if (numbers.length > MANY) return numbers.sort((i, j) => i - j);
  for (let n = 1; n < numbers.length; n += 1) {
    const number = numbers[n] ?? 0;
    let at = n;
    for (; at > 0 && (numbers[at - 1] ?? 0) > number; at -= 1) numbers[at] = numbers[at - 1] ?? 0;
    numbers[at] = number;
  }
  return numbers;
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

/** Finds the zones whose box another meets, in the order given. */
export function zonesMeeting(zones: readonly Zone[]): (box: Box) => Zone[] {
  const drawn = zones.filter(({ region }) => boxOfRegion(region) !== undefined);
  const meet = meeting(drawn.flatMap(({ region }) => boxOfRegion(region) ?? []));
  return (box) => meet(box).flatMap((i) => drawn[i] ?? []);
}

/** m: more than rounding moves the ends of what is left of a segment. */
const SLACK = 1e-6;

/** Segments out of which stretches are taken, in the order given: what is left of one stands in its place. */
export class Stretches<S extends Segment> {
  private readonly meet: Meeting;
  private readonly whole: readonly S[];
  private readonly left: S[][];

  /** @param reach m about each segment within which something is near it */
  constructor(
    segments: readonly S[],
    private readonly reach: (segment: S) => number,
  ) {
    this.whole = segments;
    this.meet = meeting(segments.map((segment) => boxOfSegment(segment, reach(segment) + SLACK)));
    this.left = segments.map((segment) => [segment]);
  }

  /** Numbers of those that come within their reach and `by` m of a line's box; never too few, whatever is taken out. */
  about(line: Segment, by = 0): readonly number[] {
    const box = boxOfSegment(line, by + SLACK);
    const found = this.meet(box);
    let kept = 0;
    for (const i of found) {
      const segment = this.whole[i];
      if (segment === undefined || passesBy(segment, box, this.reach(segment) + SLACK)) continue;
      found[kept] = i;
      kept += 1;
    }
    found.length = kept;
    return found;
  }

  /** The segments with these numbers as they were, whatever was taken out. */
  wholes(numbers: readonly number[]): S[] {
    return numbers.flatMap((i) => this.whole[i] ?? []);
  }

  /** What is left of the segments with these numbers. */
  pieces(numbers: readonly number[]): S[] {
    const pieces: S[] = [];
    for (const i of numbers) for (const piece of this.left[i] ?? []) pieces.push(piece);
    return pieces;
  }

  /** What is left of those near a line. */
  near(line: Segment, by = 0): S[] {
    return this.pieces(this.about(line, by));
  }

  /**
   * Puts what `cut` leaves of a piece in its place; undefined where it leaves the piece as it is. Whether anything is taken
   * out is for the whole segment to say, or it would hang on what was taken out before.
   */
  cut(numbers: readonly number[], isCut: (whole: S) => boolean, cut: (piece: S) => readonly S[] | undefined): void {
    for (const i of numbers) {
      const whole = this.whole[i];
      if (whole === undefined || !isCut(whole)) continue;
      const pieces = this.left[i] ?? [];
      for (let at = pieces.length - 1; at >= 0; at -= 1) {
        const piece = pieces[at];
        const left = piece === undefined ? undefined : cut(piece);
        if (left !== undefined) replaceRun(pieces, at, 1, left);
      }
    }
  }

  all(): S[] {
    return this.left.flat();
  }
}

/** Whether all of a box lies more than `reach` m to one side of a segment's line: a long wall's own box is wide. */
function passesBy({ a, b }: Segment, { minX, minY, maxX, maxY }: Box, reach: number): boolean {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const x = (minX + maxX) / 2 - a[0];
  const y = (minY + maxY) / 2 - a[1];
  const half = (Math.abs(dy) * (maxX - minX) + Math.abs(dx) * (maxY - minY)) / 2;
  return Math.abs(dx * y - dy * x) > half + reach * (Math.abs(dx) + Math.abs(dy));
}
