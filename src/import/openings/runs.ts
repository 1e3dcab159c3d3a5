import type { Segment } from '../../geometry/types.js';
import { stretchAlong } from '../../plan/walls/along.js';
import { type LineFrame, SAME_LINE } from '../../plan/walls/plane.js';
import type { Edge } from './edges.js';

/** m: how far a line may lie from the walls it is to cut. Less than a plan allows by what rounding may add. */
export const TOUCHING = SAME_LINE - 0.002;

/** m a door keeps from the corners of its room, where there is place. Ours: the width of a narrow frame. */
export const FRAME = 0.05;

/** m by which rooms drawn along one wall may miss each other lengthwise. */
export const SLACK = 0.02;

/** A stretch along a frame's line, m from the point that the door is drawn at. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where each room and wall runs along the frame's line, as near as a line in it may be. */
export function runsAlong(frame: LineFrame, near: readonly Edge[]): Map<Edge['of'], readonly Stretch[]> {
  const runs = new Map<Edge['of'], Stretch[]>();
  for (const edge of near) {
    const stretch = closeTo(frame, edge);
    if (stretch === undefined) continue;
    const known = runs.get(edge.of);
    if (known === undefined) runs.set(edge.of, [stretch]);
    else known.push(stretch);
  }
  return new Map([...runs].map(([of, stretches]) => [of, joined(stretches)]));
}

/** The part of an edge that runs along the frame's line and no further from it than an opening may be from its wall. */
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

/** Stretches that meet end to end as one. */
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

/** Where `width` finds place in a stretch, as near to 0 as can be. */
export function laidIn({ from, to }: Stretch, width: number): Stretch | undefined {
  const length = to - from;
  if (length <= SLACK) return undefined;
  const wide = Math.min(width, length);
  const free = Math.min(FRAME, (length - wide) / 2);
  const middle = Math.min(Math.max(0, from + free + wide / 2), to - free - wide / 2);
  return { from: middle - wide / 2, to: middle + wide / 2 };
}

/** Whether all of the second lies in the first. */
export function holds(stretch: Stretch, { from, to }: Stretch): boolean {
  return stretch.from <= from + SLACK && stretch.to >= to - SLACK;
}

/** Whether a line lies on a part of some stretches and goes on past their end. */
export function strays(laid: Stretch, stretches: readonly Stretch[]): boolean {
  return stretches.some(
    (stretch) => Math.min(laid.to, stretch.to) - Math.max(laid.from, stretch.from) > SLACK && !holds(stretch, laid),
  );
}
