import { UNITS_PER_METRE } from './units.js';
import { turn } from './vector.js';

/** Ends that lie in the same direction from the eye. */
export interface DirectionGroup {
  readonly rank: number;
  /** A point in this direction. */
  readonly x: number;
  readonly y: number;
  /** 2·segment for its first end, 2·segment + 1 for its second. */
  readonly points: readonly number[];
}

export interface RankedDirections {
  /** Rank of each end's direction, 0 being the start. */
  readonly rank: Int32Array;
  /** In order of rank, from 0. */
  readonly groups: readonly DirectionGroup[];
  /** Rank of the stop direction; −1 without one. */
  readonly last: number;
  readonly startX: number;
  readonly startY: number;
}

/** Angles from atan2 further apart than this are surely in order; nearer ones are compared exactly. */
const SURE = 1e-9;

/** Grid units: the point that stands for a direction is put this far out, so that its rounding turns it by 1e-15. */
const FAR = 100 * UNITS_PER_METRE;

/**
 * Ranks the directions from the eye to segment ends, counter-clockwise from `start` (radians), equal directions alike.
 *
 * @param ends x, y of each end; none may be the eye
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
  // The stop of a window just short of a full turn may round onto the start: it is the end all the same.
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

/** Angle of (x, y) past the start, in [0, 2π]; exactly on which side of the start it lies decides which end of that. */
function angleFrom(ex: number, ey: number, sx: number, sy: number, start: number, x: number, y: number): number {
  const full = 2 * Math.PI;
  let angle = (Math.atan2(y - ey, x - ex) - start) % full;
  if (angle < 0) angle += full;
  if (angle > SURE && angle < full - SURE) return angle;
  return turn(ex, ey, sx, sy, x, y) >= 0 ? (angle <= SURE ? angle : 0) : angle <= SURE ? full : angle;
}

/** Puts directions that atan2 can't tell apart in exact order; says which equal their predecessor. */
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
