// Which doubtful elements the views of a device meet.

import { spendBudget } from '../../base/budget.js';
import { memoize, memoizeByName } from '../../base/memo.js';
import {
  boxOfRing,
  containsPoint,
  distanceBetweenSegments,
  distanceToSegment,
  forEachEdge,
  grow,
} from '../../geometry/index.js';
import type { Box, Point, Ring, Segment } from '../../geometry/types.js';
import type { Device, Doubt } from '../../plan/model.js';
import { boxOfSegment, type Meeting as Index, meeting as indexOf } from '../../plan/nearby.js';
import type { Sight } from '../../sight/types.js';

/**
 * Most doubtful elements that a verdict lists. If more bear on a verdict, it is open as a whole, whichever of them it
 * turns on.
 */
export const MOST = 20;

/** Returns the doubtful elements of a device's own level that its views may meet. */
export type Meeting = (device: Device) => readonly Doubt[];

/**
 * Metres around a place where variants differ within which they may change a view: the depth of an opening's tunnel, and
 * the distance within which a wall decides how a device is mounted.
 */
const AROUND = 0.5;

/** Elements of one level, and an index of the boxes around where their variants differ. */
interface Placed {
  readonly doubts: readonly Doubt[];
  /** Indices in `doubts` of other outlines of a zone, which bear on whatever is asked of it. */
  readonly outlines: readonly number[];
  readonly meet: Index;
  /** Index in `doubts`, and the segment, by number of a box. */
  readonly segments: readonly (readonly [number, Segment])[];
}

/**
 * Returns a function that lists the doubtful elements that the views of a device may meet, in the order of `doubts`.
 * It stops searching at more than MOST, since no verdict lists more. A device that meets none sees and detects the
 * same in all variants: each of its rays ends before such an element.
 *
 * @param density px/m at which views are searched; no more than any that a rule asks for, since coarser views contain
 * finer ones
 */
export function meetingWith(sight: Sight, doubts: readonly Doubt[], density: number): Meeting {
  const placedOn = memoizeByName((level: string) => placed(doubts.filter(({ levels }) => levels.includes(level))));
  return memoize((device: Device) => {
    const here = placedOn(device.level);
    if (here.doubts.length === 0) return [];
    const met = new Set(here.outlines);
    const meet = (box: Box, isMet: (segment: Segment) => boolean): void => {
      for (const number of here.meet(box)) {
        if (met.size > MOST) return;
        const [n, segment] = here.segments[number] ?? [];
        if (n !== undefined && segment !== undefined && !met.has(n) && isMet(segment)) met.add(n);
      }
    };
    const reach = reachOf(device) + AROUND;
    meet(boxOfSegment({ a: device.at, b: device.at }, reach), (segment) => {
      return distanceToSegment(device.at, segment) <= reach;
    });
    for (const ring of ringsSeen(sight, device, density)) {
      const box = boxOfRing(ring);
      if (box !== undefined) meet(grow(box, AROUND), (segment) => comesNear(ring, segment));
    }
    // Not by a look at all of them: as many devices may be in doubt as there are.
    return [...met].sort((a, b) => a - b).map((n) => here.doubts[n]);
  });
}

function placed(doubts: readonly Doubt[]): Placed {
  const segments = doubts.flatMap(({ where }, n) => where.map((segment) => [n, segment] as const));
  const outlines = doubts.flatMap(({ hiding, passing }, n) => (hiding.region || passing.region ? [n] : []));
  return { doubts, outlines, segments, meet: indexOf(segments.map(([, segment]) => boxOfSegment(segment))) };
}

function ringsSeen(sight: Sight, device: Device, density: number): readonly Ring[] {
  if (device.video === 'none' || device.status === 'removed') return [];
  return sight.view(device, device.level, density, 'may').flatMap(({ rings }) => rings);
}

/** Returns the metres within which a device senses people by another way than images; 0 if it doesn't. */
function reachOf({ kind, range, video, lenses }: Device): number {
  const senses = video === 'none' && (kind === 'intrusion-detector' || lenses.length > 0);
  return senses ? (range ?? Number.POSITIVE_INFINITY) : 0;
}

/** m: rounding of a distance. */
const ROUNDING = 1e-6;

/** False only if no point between two others lies in the box. */
function comesInto({ minX, minY, maxX, maxY }: Box, [x0, y0]: Point, [x1, y1]: Point): boolean {
  return (
    (x0 >= minX || x1 >= minX) && (x0 <= maxX || x1 <= maxX) && (y0 >= minY || y1 >= minY) && (y0 <= maxY || y1 <= maxY)
  );
}

/** True if a segment lies within half a metre of a ring, or in it. */
function comesNear(ring: Ring, segment: Segment): boolean {
  spendBudget(4 * ring.length);
  if (containsPoint({ rings: [ring], shadows: [] }, segment.a)) return true;
  const box = boxOfSegment(segment, AROUND + ROUNDING);
  let isNear = false;
  forEachEdge(ring, (a, b) => {
    isNear ||= comesInto(box, a, b) && distanceBetweenSegments({ a, b }, segment) <= AROUND;
  });
  return isNear;
}
