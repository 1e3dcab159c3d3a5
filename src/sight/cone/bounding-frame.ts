// The wedge and range that bound a footprint, so that a viewshed is computed no further than needed.
import type { Ring, Window } from '../../geometry/types.js';
import { radiusOf, wedgeOf } from '../optics/footprint.js';
import type { Through } from '../scene/scene.js';

/** Radians: a bounding wedge is a little wider than what it bounds, which is clipped to the footprint after. */
const SLACK = 1e-9;

/**
 * Returns limits within which the convex pieces of a footprint lie: a wedge of directions and a range, m. The pieces
 * are given in m about the camera's foot. `window` is undefined if they lie on all sides of it.
 */
export function frameOf(pieces: readonly Ring[]): Through {
  const wedge = wedgeOf(pieces);
  const round = wedge === undefined || wedge.to - wedge.from + 2 * SLACK >= 2 * Math.PI;
  return { window: round ? undefined : { from: wedge.from - SLACK, to: wedge.to + SLACK }, range: radiusOf(pieces) };
}

/**
 * Returns limits of what can be seen both in the window that a mounting on a wall leaves open (undefined: all round)
 * and within the limits of a frame, its wedge and range; undefined if no direction is in both.
 */
export function throughBoth(window: Window | undefined, { window: wedge, range }: Through): Through | undefined {
  if (window === undefined || wedge === undefined) return { window: window ?? wedge, range };
  const turn = 2 * Math.PI;
  const from = window.from + ((((wedge.from - window.from) % turn) + turn) % turn);
  const to = from + wedge.to - wedge.from;
  // The open part of the wedge may be in two pieces, one at each side of the wall: the footprint clips them later.
  if (from <= window.to) {
    if (to <= window.to) return { window: { from, to }, range };
    return to >= window.from + turn ? { window, range } : { window: { from, to: window.to }, range };
  }
  const wrapped = to - turn;
  return wrapped <= window.from
    ? undefined
    : { window: { from: window.from, to: Math.min(wrapped, window.to) }, range };
}
