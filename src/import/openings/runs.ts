// Stretches of walls along a line, and the space for an opening in them.

import { addTo } from '../../base/arrays.js';
import type { Point, Segment } from '../../geometry/types.js';
import { stretchAlong } from '../../plan/walls/along.js';
import { type LineFrame, SAME_LINE } from '../../plan/walls/plane.js';
import type { Note } from '../notes.js';
import type { Edge } from './edges.js';

/**
 * Greatest distance in m between an opening's line and the walls that it cuts: what a plan allows, less what rounding
 * may add.
 */
export const TOUCHING = SAME_LINE - 0.002;

/**
 * Distance in m that a door keeps from the corners of its room, if there is space: the width of a narrow frame. Chosen
 * by sitecam.
 */
export const FRAME = 0.05;

/** Tolerance in m lengthwise between rooms drawn along one wall. */
export const SLACK = 0.02;

/**
 * A stretch of the straight line along which an opening is laid (a `LineFrame`), in m from the point at which the
 * opening is drawn, the middle of that line.
 */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Lines along the wall that an opening becomes (none if it needs or finds no place; a note says so). */
export interface Laid {
  readonly lines: readonly (readonly [Point, Point])[];
  /** Keys derived from the drawing, such as `thickness` in m. */
  readonly keys?: Readonly<Record<string, unknown>>;
  readonly notes: readonly Note[];
}

/**
 * Returns, by room or wall, the stretches of the line of `frame` along which edges of it run within TOUCHING. Stretches
 * that meet end to end are one.
 */
export function runsAlong(frame: LineFrame, near: readonly Edge[]): Map<Edge['of'], readonly Stretch[]> {
  const runs = new Map<Edge['of'], Stretch[]>();
  for (const edge of near) {
    const stretch = closeTo(frame, edge);
    if (stretch !== undefined) addTo(runs, edge.of, stretch);
  }
  return new Map([...runs].map(([of, stretches]) => [of, joined(stretches)]));
}

/** Returns the part of an edge that runs along the frame's line within TOUCHING; undefined if none does. */
function closeTo(frame: LineFrame, edge: Segment): Stretch | undefined {
  const part = stretchAlong(edge, frame);
  if (part === undefined) return undefined;
  const { from, to, dFrom, dTo } = part;
  const at = (d: number): number => from + ((d - dFrom) / (dTo - dFrom)) * (to - from);
  const bounds = dFrom === dTo ? [from, to] : [at(-TOUCHING), at(TOUCHING)].sort((a, b) => a - b);
  if (dFrom === dTo && Math.abs(dFrom) > TOUCHING) return undefined;
  const [low, high] = [Math.max(from, bounds[0] ?? from), Math.min(to, bounds[1] ?? to)];
  const middle = frame.length / 2;
  return high > low ? { from: low - middle, to: high - middle } : undefined;
}

/** Returns the stretches, with those that meet end to end joined. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last !== undefined && stretch.from <= last.to + SLACK) {
      whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) };
    } else whole.push(stretch);
  }
  return whole;
}

/**
 * Returns where in a stretch an opening `width` m wide lies: as near to 0 (the point at which it is drawn) as it can
 * while it keeps FRAME from the stretch's ends, if there is space, and shortened if it must be. Undefined if the
 * stretch is too short.
 */
export function laidIn({ from, to }: Stretch, width: number): Stretch | undefined {
  const length = to - from;
  if (length <= SLACK) return undefined;
  const wide = Math.min(width, length);
  const free = Math.min(FRAME, (length - wide) / 2);
  const middle = Math.min(Math.max(0, from + free + wide / 2), to - free - wide / 2);
  return { from: middle - wide / 2, to: middle + wide / 2 };
}

/** True if the first stretch contains the second, within SLACK. */
export function holds(stretch: Stretch, { from, to }: Stretch): boolean {
  return stretch.from <= from + SLACK && stretch.to >= to - SLACK;
}

/** True if `laid` overlaps one of the stretches and runs past its end. */
export function strays(laid: Stretch, stretches: readonly Stretch[]): boolean {
  return stretches.some(
    (stretch) => Math.min(laid.to, stretch.to) - Math.max(laid.from, stretch.from) > SLACK && !holds(stretch, laid),
  );
}
