// The space that sound moves in: viewsheds among what stops sound, and the corners it bends round.
import Flatbush from 'flatbush';
import { spendBudget } from '../../base/budget.js';
import type { Point, Ring, Viewshed, Window } from '../../geometry/index.js';
import { UNITS_PER_METRE } from '../../geometry/index.js';

/** Geometry of one level for sound: what it reaches straight, and the corners that it bends round. */
export interface Room {
  /** Returns what is seen from `eye` past everything that stops sound; exact within `range` m. */
  viewshed(eye: Point, window?: Window, range?: number): Ring;
  /** Returns the ends of walls within `radius` m that sound can bend round. */
  corners(near: Point, radius: number): readonly Corner[];
}

/** End of walls with more than half a turn of free space about it: the only places where a shortest way bends. */
export interface Corner {
  readonly at: Point;
  /** The free space: counter-clockwise from one wall to the next. No other gap between the walls here is so wide. */
  readonly free: Window;
}

/** Radians: walls bent less than this are straight, as good as the grid of 0.1 µm can say. */
const STRAIGHT = 1e-7;

/**
 * Returns a space that answers how far sound goes round the prepared walls `i` with `blocks[i]` = 1, by shortest ways.
 * A shortest way bends only at an end of walls where these leave more than half a turn free. There is at most one such
 * gap about a point, so that a corner's inner and outer side are never taken for each other.
 *
 * @param units x0, y0, x1, y1 of each prepared wall in grid units
 * @param views computes what is in sight of a point among the same walls
 */
export function createRoom(units: Float64Array, blocks: Uint8Array, views: Viewshed): Room {
  let found: Search | undefined;
  return {
    viewshed: (eye, window, range) => views.viewshed(eye, window, range),
    corners(near, radius) {
      found ??= searchOf(cornersOf(units, blocks));
      return found(near, radius);
    },
  };
}

type Search = Room['corners'];

function searchOf(corners: readonly Corner[]): Search {
  if (corners.length === 0) return () => [];
  const index = new Flatbush(corners.length);
  for (const { at } of corners) index.add(at[0], at[1], at[0], at[1]);
  index.finish();
  return ([x, y], radius) => {
    const near: Corner[] = [];
    for (const i of index.search(x - radius, y - radius, x + radius, y + radius)) {
      const corner = corners[i];
      if ((corner.at[0] - x) ** 2 + (corner.at[1] - y) ** 2 < radius * radius) near.push(corner);
    }
    return near;
  };
}

/** Returns every end of the walls that sound can bend round, in the walls' order. */
function cornersOf(units: Float64Array, blocks: Uint8Array): Corner[] {
  const ends = meetingEnds(units, blocks);
  const corners: Corner[] = [];
  const spokes: number[] = [];
  spendBudget(50 * ends.firsts.length);
  for (const first of ends.firsts) {
    spokes.length = 0;
    for (let end = first; end >= 0; end = ends.next[end]) spokes.push(bearing(units, end));
    const free = widestGap(spokes);
    if (free.to - free.from <= Math.PI + STRAIGHT) continue;
    const [x, y] = [units[2 * first], units[2 * first + 1]];
    corners.push({ at: [x / UNITS_PER_METRE, y / UNITS_PER_METRE], free });
  }
  return corners;
}

/**
 * Returns the direction of a wall from one of its ends, radians. End 2i is the start of wall i, 2i + 1 its other end.
 */
function bearing(units: Float64Array, end: number): number {
  const other = end ^ 1;
  const dx = units[2 * other] - units[2 * end];
  const dy = units[2 * other + 1] - units[2 * end + 1];
  return Math.atan2(dy, dx);
}

function widestGap(spokes: number[]): Window {
  spokes.sort((a, b) => a - b);
  let widest = { from: spokes[spokes.length - 1], to: spokes[0] + 2 * Math.PI };
  for (let i = 1; i < spokes.length; i += 1) {
    const [from, to] = [spokes[i - 1], spokes[i]];
    if (to - from > widest.to - widest.from) widest = { from, to };
  }
  return widest;
}

/** The ends of walls that meet in a point, as a chain: one end of each point, and for each end the next. */
interface MeetingEnds {
  readonly firsts: readonly number[];
  readonly next: Int32Array;
}

/**
 * Returns the ends that meet in each point. Ends are grid points, so those that meet are equal: a hash table with at
 * least as many places as ends finds them.
 */
function meetingEnds(units: Float64Array, blocks: Uint8Array): MeetingEnds {
  const count = units.length / 2;
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * count)));
  const table = new Int32Array(size).fill(-1);
  const next = new Int32Array(count).fill(-1);
  const last = new Int32Array(count);
  const firsts: number[] = [];
  for (let end = 0; end < count; end += 1) {
    if (blocks[end >> 1] !== 1) continue;
    const [x, y] = [units[2 * end], units[2 * end + 1]];
    let place = (Math.imul(x | 0, 0x9e3779b1) ^ Math.imul(y | 0, 0x85ebca6b)) >>> 0;
    place = (place ^ (place >>> 15)) & (size - 1);
    for (;;) {
      const first = table[place];
      if (first < 0) {
        table[place] = end;
        last[end] = end;
        firsts.push(end);
        break;
      }
      if (units[2 * first] === x && units[2 * first + 1] === y) {
        next[last[first]] = end;
        last[first] = end;
        break;
      }
      place = (place + 1) & (size - 1);
    }
  }
  return { firsts, next };
}
