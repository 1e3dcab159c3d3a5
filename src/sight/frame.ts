import { locatePoint } from '../geometry/index.js';
import type { Point, Ring, Window } from '../geometry/types.js';
import type { Through } from './scene.js';

/** Radians: a bounding wedge is a little wider than what it bounds, which is clipped to the footprint after. */
const SLACK = 1e-9;

const FOOT: Point = [0, 0];

/** What bounds convex pieces of a footprint about the camera's foot: a wedge, where it has one, and a range. */
export function frameOf(pieces: readonly Ring[]): Through {
  const range = Math.max(0, ...pieces.flatMap((piece) => piece.map(([x, y]) => Math.hypot(x, y))));
  const [piece, second] = pieces;
  // The foot in frame: everything about it may be. Several pieces: a camera that turns.
  if (piece === undefined || second !== undefined || locatePoint(piece, FOOT) !== 'out') return { range };
  const [start] = piece;
  const first = start === undefined ? 0 : Math.atan2(start[1], start[0]);
  const offsets = piece.map(([x, y]) => wrap(Math.atan2(y, x) - first));
  return {
    window: { from: first + Math.min(...offsets) - SLACK, to: first + Math.max(...offsets) + SLACK },
    range,
  };
}

/** What is seen through a mounting's window within a frame; undefined: nothing. */
export function throughBoth(window: Window | undefined, { window: wedge, range }: Through): Through | undefined {
  if (window === undefined || wedge === undefined) return { window: window ?? wedge, range };
  const turn = 2 * Math.PI;
  const from = window.from + ((((wedge.from - window.from) % turn) + turn) % turn);
  const to = from + wedge.to - wedge.from;
  // What is open of the wedge may be in two parts, at either side of the wall: the footprint will tell.
  if (from <= window.to) {
    if (to <= window.to) return { window: { from, to }, range };
    return to >= window.from + turn ? { window, range } : { window: { from, to: window.to }, range };
  }
  const wrapped = to - turn;
  return wrapped <= window.from
    ? undefined
    : { window: { from: window.from, to: Math.min(wrapped, window.to) }, range };
}

function wrap(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle));
}
