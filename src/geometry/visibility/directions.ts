// Ranks the directions from the eye to segment ends, exactly.
import { UNITS_PER_METRE } from '../units.js';
import { turn } from '../vector.js';

/** Segment ends that lie in the same direction from the eye. */
interface DirectionGroup {
  readonly rank: number;
  /** A point in this direction, in grid units. */
  readonly x: number;
  readonly y: number;
  /** The ends: 2·segment for a segment's first end, 2·segment + 1 for its second. */
  readonly points: readonly number[];
}

/** Directions from the eye to segment ends, ranked counter-clockwise from a start direction. */
interface RankedDirections {
  /** By end, the rank of its direction; the start has rank 0. */
  readonly rank: Int32Array;
  /** Ends grouped by direction, in order of rank from 0. */
  readonly groups: readonly DirectionGroup[];
  /** Rank of the stop direction; −1 if there is none. */
  readonly last: number;
  /** A point far out in the start direction, in grid units. */
  readonly startX: number;
  readonly startY: number;
}

/**
 * Radians: angles from atan2 that differ by more than this are certainly in order; closer ones are compared exactly.
 */
const SURE = 1e-9;

/** Grid units: the point that represents a direction lies this far out, so that its rounding turns it by only 1e-15. */
const FAR = 100 * UNITS_PER_METRE;

/**
 * Returns the rank of the direction from the eye to each segment end, counted counter-clockwise from `start` (radians),
 * and the ends grouped by direction; equal directions share a rank. All coordinates are in grid units.
 *
 * @param ends x, y of each end; none may be the eye
 * @param stop where the window ends, radians; undefined for a full turn
 */
export function rankDirections(
  ex: number,
  ey: number,
  ends: Float64Array,
  start: number,
  stop: number | undefined,
): RankedDirections {
  const count = ends.length / 2;
  const startX = ex + FAR * Math.cos(start);
  const startY = start === 0 ? ey : ey + FAR * Math.sin(start);
  const x = (i: number): number => (i < count ? (ends[2 * i] ?? 0) : i === count ? startX : stopX);
  const y = (i: number): number => (i < count ? (ends[2 * i + 1] ?? 0) : i === count ? startY : stopY);
  const stopX = ex + FAR * Math.cos(stop ?? 0);
  const stopY = ey + FAR * Math.sin(stop ?? 0);
  const total = count + (stop === undefined ? 1 : 2);
  const key = new Float64Array(total);
  for (let i = 0; i < count; i += 1) key[i] = angleFrom(ex, ey, startX, startY, start, x(i), y(i));
  // The stop of a window just short of a full turn may round onto the start; it still has to come last.
  if (stop !== undefined) key[count + 1] = stop - start;
  const order = Array.from({ length: total }, (_, i) => i).sort((i, j) => (key[i] ?? 0) - (key[j] ?? 0) || j - i);
  const same = settle(order, key, (i, j) => turn(ex, ey, x(i), y(i), x(j), y(j)));
  const rank = new Int32Array(total);
  const groups: { rank: number; x: number; y: number; points: number[] }[] = [];
  order.forEach((i, position) => {
    if (position === 0 || !same[position]) groups.push({ rank: groups.length, x: x(i), y: y(i), points: [] });
    const group = groups.at(-1);
    if (group === undefined) return;
    rank[i] = group.rank;
    if (i < count) group.points.push(i);
  });
  const last = stop === undefined ? -1 : (rank[count + 1] ?? -1);
  return { rank: rank.subarray(0, count), groups, last, startX, startY };
}

/**
 * Returns the angle of (x, y) past the start, in [0, 2π]. Close to the start an exact turn decides whether that is near
 * 0 or near 2π.
 */
function angleFrom(ex: number, ey: number, sx: number, sy: number, start: number, x: number, y: number): number {
  const full = 2 * Math.PI;
  let angle = (Math.atan2(y - ey, x - ex) - start) % full;
  if (angle < 0) angle += full;
  if (angle > SURE && angle < full - SURE) return angle;
  return turn(ex, ey, sx, sy, x, y) >= 0 ? (angle <= SURE ? angle : 0) : angle <= SURE ? full : angle;
}

/** Sorts directions that atan2 can't tell apart exactly. Returns 1 for each direction that equals the one before it. */
function settle(order: number[], key: Float64Array, turnBetween: (i: number, j: number) => number): Uint8Array {
  const same = new Uint8Array(order.length);
  for (let n = 1; n < order.length; n += 1) {
    const i = order[n] ?? 0;
    let at = n;
    while (at > 0) {
      const before = order[at - 1] ?? 0;
      if (Math.abs((key[i] ?? 0) - (key[before] ?? 0)) > SURE || turnBetween(before, i) >= 0) break;
      order[at] = before;
      at -= 1;
    }
    order[at] = i;
  }
  for (let n = 1; n < order.length; n += 1) {
    const i = order[n] ?? 0;
    const before = order[n - 1] ?? 0;
    const near = Math.abs((key[i] ?? 0) - (key[before] ?? 0)) <= SURE;
    same[n] = near && turnBetween(before, i) === 0 ? 1 : 0;
  }
  return same;
}
