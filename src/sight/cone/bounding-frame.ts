// The wedge and range that bound a footprint, so that a viewshed is computed no further than needed.
import type { Ring, Window } from '../../geometry/types.js';
import { radiusOf, wedgeOf } from '../optics/footprint.js';
import type { Through } from '../scene/scene.js';

/** Radians: a bounding wedge is a little wider than what it bounds, which is clipped to the footprint after. */
const SLACK = 1e-9;

/**
 * Returns the bound of convex pieces of a footprint (m, the camera's foot as origin): a wedge, undefined if they lie all
 * round, and a range in metres.
 */
export function frameOf(pieces: readonly Ring[]): Through {
  const wedge = wedgeOf(pieces);
  const round = wedge === undefined || wedge.to - wedge.from + 2 * SLACK >= 2 * Math.PI;
  return { window: round ? undefined : { from: wedge.from - SLACK, to: wedge.to + SLACK }, range: radiusOf(pieces) };
}

/**
 * Returns the bound of what is seen both through the window of a mounting and within a frame; undefined if nothing is.
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
