// Finds zones, devices and other things by their bounding boxes.
import { boxesMeet, boxOfRegion } from '../../geometry/index.js';
import type { Box, Point, Segment } from '../../geometry/types.js';
import type { Zone } from '../../plan/model.js';
import { boxOfSegment, meeting as meetingAny } from '../../plan/nearby.js';

/**
 * Index of items by their bounding boxes. `meeting` returns those whose box meets another, in the order in which they
 * were given; [] for undefined.
 */
export interface Boxes<T> {
  meeting(box: Box | undefined): readonly T[];
}

/** Index of items by their boxes that also finds the items near a straight line. */
export interface Along<T> extends Boxes<T> {
  /** Returns the things whose box meets the box of a line, those that the line meets among them, in the order given. */
  along(line: Segment): readonly T[];
}

/** Index of items by their boxes that also gives a faster index for many lines from one point into one box. */
export interface IndexedBoxes<T> extends Along<T> {
  /** Returns the same things, found faster along lines from a point into a box. */
  towards(from: Point, into: Box): Along<T>;
}

/**
 * Returns an index that finds those of some things whose box meets another box or a line. A thing without a box is
 * never found.
 */
export function boxesOf<T>(things: readonly T[], boxOf: (thing: T) => Box | undefined): IndexedBoxes<T> {
  const boxed: { readonly thing: T; readonly box: Box }[] = [];
  for (const thing of things) {
    const box = boxOf(thing);
    if (box !== undefined) boxed.push({ thing, box });
  }
  const find = meetingAny(boxed.map(({ box }) => box));
  const meeting = (box: Box | undefined): readonly T[] => {
    const met: T[] = [];
    for (const i of box === undefined ? [] : find(box)) met.push(boxed[i].thing);
    return met;
  };
  /** Returns the things in the beam from a point into a box. */
  const inBeam = (from: Point, into: Box) => {
    const parts = beam(from, into).map(find);
    const found = parts.length === 1 ? parts[0] : [...new Set(parts.flat())].sort((i, j) => i - j);
    return found.map((i) => boxed[i]);
  };
  const meets = (near: ReturnType<typeof inBeam>, box: Box): readonly T[] => {
    const met: T[] = [];
    for (const one of near) if (boxesMeet(one.box, box)) met.push(one.thing);
    return met;
  };
  const along = (line: Segment): readonly T[] =>
    meets(inBeam(line.a, boxOfSegment({ a: line.b, b: line.b })), boxOfSegment(line));
  return {
    meeting,
    along,
    towards(from, into) {
      let near: ReturnType<typeof inBeam> | undefined;
      return {
        meeting,
        along(line) {
          if (line.a[0] !== from[0] || line.a[1] !== from[1] || !holds(into, line.b)) return along(line);
          near ??= inBeam(from, into);
          return meets(near, boxOfSegment(line));
        },
      };
    },
  };
}

function holds({ minX, minY, maxX, maxY }: Box, [x, y]: Point): boolean {
  return x >= minX && x <= maxX && y >= minY && y <= maxY;
}

/** Times its own size that a part of a beam is long: the box of a longer one holds too much beside the beam. */
const SLENDER = 4;
/** m: no part of a beam is taken for narrower. */
const NARROW = 4;
/** Most parts of a beam. */
const MOST_PARTS = 64;

/** Returns boxes that cover all lines from a point into a box. */
function beam([x, y]: Point, { minX, minY, maxX, maxY }: Box): Box[] {
  const length = Math.hypot((minX + maxX) / 2 - x, (minY + maxY) / 2 - y);
  const n = Math.min(MOST_PARTS, Math.ceil(length / (SLENDER * Math.max(NARROW, maxX - minX, maxY - minY))) || 1);
  return Array.from({ length: n }, (_, k): Box => {
    const [s, t] = [k / n, (k + 1) / n];
    return {
      minX: x + Math.min(s * (minX - x), t * (minX - x)),
      minY: y + Math.min(s * (minY - y), t * (minY - y)),
      maxX: x + Math.max(s * (maxX - x), t * (maxX - x)),
      maxY: y + Math.max(s * (maxY - y), t * (maxY - y)),
    };
  });
}

/** Returns an index that finds the zones whose bounding box meets another box. */
export function zonesByPlace(zones: readonly Zone[]): Boxes<Zone> {
  return boxesOf(zones, (zone) => boxOfRegion(zone.region));
}
