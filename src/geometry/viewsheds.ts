import type { Point, Ring, Window } from './types.js';

/** What is seen from a point among some walls. */
export interface Viewshed {
  /**
   * Viewshed of `eye`: a star-shaped, counter-clockwise ring in metres, with the eye as first vertex when the window is
   * less than a full turn. Walls that contain the eye hide nothing: the window must keep to one side of them (see
   * openWindow). Rays that hit nothing end at the bounds.
   *
   * @param range metres: what lies further than this from the eye may be wrong; the ring is exact within it
   * @param except prepared walls that hide nothing in this view, though they block
   */
  viewshed(eye: Point, window?: Window, range?: number, except?: readonly number[]): Ring;
}

/** Prepared walls, made ready for views among any of them. Two implementations: createExpansion and createSweep. */
export interface Viewsheds {
  /** Views among the prepared walls `i` with `blocks[i]` = 1; the others hide nothing. `blocks` must not change. */
  among(blocks: Uint8Array): Viewshed;
}
