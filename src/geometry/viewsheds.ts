import type { Point, Ring, Window } from './types.js';

/** Whether a prepared wall, by its index, hides anything in a view. */
export type Stands = (wall: number) => boolean;

/** What is seen from a point among some walls. */
export interface Viewshed {
  /**
   * Viewshed of `eye`: a star-shaped, counter-clockwise ring in metres, with the eye as first vertex when the window is
   * less than a full turn. Walls that contain the eye hide nothing: the window must keep to one side of them (see
   * openWindow). Rays that hit nothing end at the bounds.
   *
   * @param range metres: what lies further than this from the eye may be wrong; the ring is exact within it
   * @param stands of the walls that block only where it says so, whether one does in this view; absent: all do
   */
  viewshed(eye: Point, window?: Window, range?: number, stands?: Stands): Ring;
}

/** Prepared walls, made ready for views among any of them. Two implementations: createExpansion and createSweep. */
export interface Viewsheds {
  /**
   * Views among the prepared walls `i` with `blocks[i]` = 1, or 2 where it depends on the view; the others
   * hide nothing. `blocks` must not change.
   */
  among(blocks: Uint8Array): Viewshed;
}

/**
 * What is seen of a device that may be anywhere in a place: a convex ring of points, in metres, or a single point or two.
 * Both bounds are proved, whatever lies between two positions: no sample is taken. Rings are counter-clockwise and may
 * overlap; their union is meant.
 *
 * The window is each position's. With a range, what lies further than it from every position may be wrong in fromAny,
 * and what lies further than it from some position in fromAll. `stands` is as for a viewshed.
 */
export interface PlaceView {
  /** The place less what walls that cut right through it part from its middle: a device isn't behind its own wall. */
  reachable(place: Ring): Ring;
  /**
   * Every point that some position sees that isn't parted from the place's middle by a wall. A little more only beside
   * walls' ends as near as the place is large.
   */
  fromAny(place: Ring, window?: Window, range?: number, stands?: Stands): Ring[];
  /** Nothing but points that all positions see; nothing at all where a wall stands in the place. */
  fromAll(place: Ring, window?: Window, range?: number, stands?: Stands): Ring[];
}

/** Views from points and from places. */
export interface PlaceViewsheds extends Viewsheds {
  among(blocks: Uint8Array): Viewshed & PlaceView;
}
