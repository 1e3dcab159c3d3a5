// Where a microphone hears: shortest ways of sound round walls, within the pickup distance.

import { spendBudget } from '../../base/budget.js';
import { containsPoint, distance, positiveAngle } from '../../geometry/index.js';
import type { Point, Region, Ring, Window } from '../../geometry/types.js';
import { inRing } from '../../plan/inside.js';
import { starWithin } from './disc.js';
import type { Corner, Room } from './room.js';

/**
 * A point where sound is picked up (`eye`), and the directions from which sound comes to it (`window`): all round if
 * undefined, else one side of the wall that the microphone is on.
 */
export interface Ear {
  readonly eye: Point;
  readonly window: Window | undefined;
}

/** Region heard straight from one point: from the microphone, or from a corner that sound bends round on its way. */
export interface Heard extends Region {
  readonly eye: Point;
  /** Length of the way from the microphone to the eye, m. */
  readonly spent: number;
  /** That way: the microphone, the corners at which it bends, the eye. */
  readonly way: readonly Point[];
}

/** Shortest way of sound from the microphone to a point, both included; m. */
export interface SoundWay {
  readonly points: readonly Point[];
  readonly length: number;
}

/** m: a way shorter than the pickup distance by no more than this has come to its end; the grid is as coarse. */
const SPENT = 1e-6;
/** m: a corner is passed at this distance, so that rounding can't decide on which side of a wall in line with it. */
const CLEAR = 1e-5;
/** m: a wall whose line passes an ear or a corner this near is in line with it. */
const IN_LINE = 1e-6;
/** Radians: a narrower gap is a line. */
const LINE = 1e-9;
/**
 * Radians by which the region heard round a corner begins before the part that isn't seen; the overlap is heard as
 * well. Walls are bent by rounding, and where the next corner lies in line, the point by which it is passed may lie
 * before.
 */
const BEFORE = 0.01;
/** m that viewsheds reach beyond the sound, since arcs are drawn round their circle. */
const ROUND = 0.01;

/** A corner that sound may reach, and how. */
interface Reached {
  readonly corner: Corner;
  /** m; Infinity: not reached. */
  spent: number;
  /** Where sound goes on to from here, behind what hid it. */
  onward: readonly Window[];
  from: Heard | undefined;
  settled: boolean;
}

/**
 * Returns where a microphone hears: every point whose shortest way round walls is at most `pickup` m long, and, since
 * arcs are drawn by their tangents, some that lie up to 0.5 mm beyond. A shortest way bends only at ends of walls
 * (Lozano-Pérez and Wesley 1979), there only towards the wall, and never through one: from each corner in turn, the
 * nearest first (Dijkstra 1959), everything seen behind it within the rest of the pickup distance is heard too. Regions
 * heard straight from an ear come first.
 *
 * @param room the level as sound passes through it (`createRoom`)
 * @param ears several if a microphone on a wall hears on both its sides
 */
export function earshot(room: Room, ears: readonly Ear[], pickup: number): Heard[] {
  const reached = cornersAbout(room, ears, pickup);
  const heard: Heard[] = [];
  const listen = (eye: Point, windows: readonly (Window | undefined)[], spent: number, way: readonly Point[]) => {
    const rest = pickup - spent;
    if (!(rest > SPENT)) return;
    for (const window of windows) {
      const seen = room.viewshed(eye, window, rest + ROUND);
      const ring = starWithin(seen, eye, rest);
      spendBudget(900 + 30 * (seen.length + ring.length) + 30 * reached.length);
      if (ring.length < 3) continue;
      const here = { eye, rings: [ring], shadows: [], spent, way };
      heard.push(here);
      for (const one of reached) if (!one.settled) offer(one, here, { seen, window }, pickup);
    }
  };
  for (const { eye, window } of ears) listen(eye, [window], 0, [eye]);
  for (;;) {
    const next = nearest(reached);
    if (next?.from === undefined) return heard;
    next.settled = true;
    listen(next.corner.at, next.onward, next.spent, [...next.from.way, next.corner.at]);
  }
}

function cornersAbout(room: Room, ears: readonly Ear[], pickup: number): Reached[] {
  const found = new Set(ears.flatMap(({ eye }) => room.corners(eye, pickup)));
  return Array.from(found, (corner) => {
    return { corner, spent: Number.POSITIVE_INFINITY, onward: [], from: undefined, settled: false };
  });
}

function nearest(reached: readonly Reached[]): Reached | undefined {
  let found: Reached | undefined;
  for (const one of reached) if (!one.settled && one.spent < (found?.spent ?? Number.POSITIVE_INFINITY)) found = one;
  return found;
}

/** A viewshed from a point through a window. */
interface Seen {
  readonly seen: Ring;
  readonly window: Window | undefined;
}

/** True if a window comes within `slack` of a direction, radians. */
function opensTo({ from, to }: Window, bearing: number, slack: number): boolean {
  return positiveAngle(bearing - from + slack) <= to - from + 2 * slack;
}

/** Takes the way by `from` to a corner if it is shorter than those known, is free, and bends on there. */
function offer(one: Reached, from: Heard, { seen, window }: Seen, pickup: number): void {
  const { at } = one.corner;
  const [dx, dy] = [at[0] - from.eye[0], at[1] - from.eye[1]];
  const most = Math.min(one.spent, pickup) - from.spent;
  if (dx * dx + dy * dy >= most * most) return;
  const far = Math.hypot(dx, dy);
  // An ear at a corner hears round it already.
  if (far <= IN_LINE) return;
  const bearing = Math.atan2(dy, dx);
  if (window !== undefined && !opensTo(window, bearing, CLEAR / far)) return;
  const onward = bendsAt(one.corner, bearing, far).filter(({ pass }) => inRing(seen, pass));
  if (onward.length === 0) return;
  one.spent = from.spent + far;
  one.from = from;
  one.onward = onward.map(({ window }) => window);
}

/** One possible bend of a way at a corner. */
interface Bend {
  /** The directions behind the corner. */
  readonly window: Window;
  /** A point beside the corner by which the way comes, on the side away from the walls it bends round. */
  readonly pass: Point;
}

/**
 * Returns the bends of a way that comes from `far` m away in direction `bearing`: to the right round walls that lie
 * wholly on its right, or to the left. A wall it comes along may lie on either side. Where walls lie on both sides, the
 * way can be shortened and doesn't bend here; where the wall goes on straight ahead, nothing is behind.
 */
function bendsAt({ at, free }: Corner, bearing: number, far: number): Bend[] {
  const left = free.to - free.from - positiveAngle(bearing - free.from);
  const right = free.to - free.from - left;
  const half = Math.PI - Math.min(BEFORE, IN_LINE / far);
  const aside: Point = [-CLEAR * Math.sin(bearing), CLEAR * Math.cos(bearing)];
  const bends: Bend[] = [];
  if (right > LINE && left >= half)
    bends.push({
      window: { from: free.from, to: Math.min(free.to, free.from + right + BEFORE) },
      pass: [at[0] + aside[0], at[1] + aside[1]],
    });
  if (left > LINE && right >= half)
    bends.push({
      window: { from: Math.max(free.from, free.to - left - BEFORE), to: free.to },
      pass: [at[0] - aside[0], at[1] - aside[1]],
    });
  return bends;
}

/** Returns the shortest way of sound to a point by the regions heard; undefined if it lies in none of them. */
export function wayTo(heard: readonly Heard[], point: Point): SoundWay | undefined {
  let best: Heard | undefined;
  let length = Number.POSITIVE_INFINITY;
  for (const one of heard) {
    const whole = one.spent + distance(one.eye, point);
    if (whole < length && containsPoint(one, point)) {
      length = whole;
      best = one;
    }
  }
  return best && { points: [...best.way, point], length };
}
