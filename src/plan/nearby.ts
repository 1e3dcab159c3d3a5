// Spatial indexes: boxes, zones and segments near a place.

import Flatbush from 'flatbush';
import { replaceRun } from '../base/arrays.js';
import { spendBudget } from '../base/budget.js';
import { boxOfRegion } from '../geometry/shapes/ring.js';
import type { Box, Segment } from '../geometry/types.js';
import type { Zone } from './model.js';

/** Returns, of a list of boxes, the indices (ascending) of those that meet `box`; sharing an edge is enough. */
export type Meeting = (box: Box) => number[];

/**
 * Returns a function that, given a box, returns the indices in `boxes`, ascending, of those that meet it. A call costs
 * no more on a large plan than on a small one.
 */
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

/** Numbers from which on sorting by insertion is slower. */
const MANY = 24;

/** Sorts in place and returns the list. Most lists have a handful of numbers. */
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

/** Returns the box around a segment, enlarged by `by` m on every side. */
export function boxOfSegment({ a, b }: Segment, by = 0): Box {
  return {
    minX: Math.min(a[0], b[0]) - by,
    minY: Math.min(a[1], b[1]) - by,
    maxX: Math.max(a[0], b[0]) + by,
    maxY: Math.max(a[1], b[1]) + by,
  };
}

/** Returns a function that gives the zones whose bounding box meets a box, in the order of `zones`. */
export function zonesMeeting(zones: readonly Zone[]): (box: Box) => Zone[] {
  const drawn = zones.filter(({ region }) => boxOfRegion(region) !== undefined);
  const meet = meeting(drawn.flatMap(({ region }) => boxOfRegion(region) ?? []));
  return (box) => meet(box).flatMap((i) => drawn[i] ?? []);
}

/** Metres: more than rounding can move the ends of a segment that was cut. */
const SLACK = 1e-6;

/**
 * Segments that can be looked up by what they are near, and from which stretches can be cut. After a cut the remaining
 * pieces are found in place of their segment, in the order in which the cut gives them.
 */
export class Stretches<S extends Segment> {
  private readonly meet: Meeting;
  private readonly whole: readonly S[];
  private readonly left: S[][];

  /** @param reach metres around each segment within which something counts as near it */
  constructor(
    segments: readonly S[],
    private readonly reach: (segment: S) => number,
  ) {
    this.whole = segments;
    this.meet = meeting(segments.map((segment) => boxOfSegment(segment, reach(segment) + SLACK)));
    this.left = segments.map((segment) => [segment]);
  }

  /**
   * Returns the numbers of the segments that come within their reach and `by` m of the box of `line`. May contain
   * others, never too few, whatever has been cut.
   */
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

  /** Returns the segments with these numbers as given at first, whatever has been cut. */
  wholes(numbers: readonly number[]): S[] {
    return numbers.flatMap((i) => this.whole[i] ?? []);
  }

  /** Returns the remaining pieces of the segments with these numbers. */
  pieces(numbers: readonly number[]): S[] {
    const pieces: S[] = [];
    for (const i of numbers) for (const piece of this.left[i] ?? []) pieces.push(piece);
    return pieces;
  }

  /** Returns the remaining pieces of the segments near `line`. */
  near(line: Segment, by = 0): S[] {
    return this.pieces(this.about(line, by));
  }

  /**
   * Replaces each piece by what `cut` leaves of it; undefined keeps the piece. `isCut` decides for the whole segment,
   * so that the result doesn't depend on earlier cuts.
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

  /** Returns the remaining pieces of all segments. */
  all(): S[] {
    return this.left.flat();
  }
}

/**
 * True if the whole box lies more than `reach` m to one side of a segment's line. Needed since a long wall's box is
 * wide.
 */
function passesBy({ a, b }: Segment, { minX, minY, maxX, maxY }: Box, reach: number): boolean {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const x = (minX + maxX) / 2 - a[0];
  const y = (minY + maxY) / 2 - a[1];
  const half = (Math.abs(dy) * (maxX - minX) + Math.abs(dx) * (maxY - minY)) / 2;
  return Math.abs(dx * y - dy * x) > half + reach * (Math.abs(dx) + Math.abs(dy));
}
