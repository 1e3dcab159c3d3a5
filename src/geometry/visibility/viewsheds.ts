// What computes viewsheds: from a point, or from all points of a place.
import type { Point, Ring, Window } from '../types.js';

/**
 * A test: true if prepared wall `wall` (an index) occludes in this view. Asked only of walls that occlude in some views
 * alone.
 */
export type Occludes = (wall: number) => boolean;

/** Computes the viewshed of an eye: the polygon that is visible from it among those walls that occlude. */
export interface Viewshed {
  /**
   * Returns the viewshed of `eye`: a star-shaped, counter-clockwise ring in metres, with the eye as first vertex if the
   * window is less than a full turn. Walls that contain the eye hide nothing, so the window must keep to one side of
   * them (see openWindow). Rays that meet no wall end at the bounds.
   *
   * @param range metres: the ring is exact within this distance of the eye and may be wrong beyond; absent: exact
   *   everywhere
   * @param stands asked only of walls with 2 or EITHER in `blocks`: true if the wall occludes in this view; absent: all
   *   do
   */
  viewshed(eye: Point, window?: Window, range?: number, stands?: Occludes): Ring;
}

/**
 * The spans of wall at which a view ends, counter-clockwise, and the gates passed on the way to each. Grid units. Valid
 * until the next view is computed.
 */
export interface GatedSpans {
  /**
   * SPAN numbers for each: the wall (−1: out of range), a point on the right ray, one on the left ray, the right and the
   * left end of the stretch of wall that the rays meet, and the list of gates passed.
   */
  readonly spans: Float64Array;
  /** Count of numbers in use. */
  readonly end: number;
  /** By list, the gate passed last (a wall) and the list of those before it; list 0 is empty. */
  readonly gates: { readonly wall: Int32Array; readonly before: Int32Array; readonly count: number };
}

/** How many numbers each span takes in {@link GatedSpans}. */
export const SPAN = 10;

/** Value in `blocks` (see {@link Viewsheds.among}) of a wall that hides nothing and is noted as a gate. */
export const GATE = 3;

/**
 * Value in `blocks` of a wall that occludes in some views and is ignored in the others. A wall with 2 occludes in some
 * views, too, but is noted as a gate in the others.
 */
export const EITHER = 4;

/** Prepared walls, ready for views among any of them. Two implementations: createExpansion and createSweep. */
export interface Viewsheds {
  /**
   * Returns the views among the prepared walls `i` with `blocks[i]` = 1, and in some views also those with 2 or EITHER
   * (`stands` decides); the others hide nothing. `blocks` must not change afterwards.
   */
  among(blocks: Uint8Array): Viewshed;
}

/**
 * Views of a device that may stand anywhere in a place: a convex ring of points in metres, or a single point or two.
 * `fromAny` returns at least what is seen from some position, `fromAll` at most what is seen from all. Both are proved
 * for all positions between; no sample is taken. Rings are counter-clockwise and may overlap; their union is meant.
 *
 * Every position looks through the same window (radians). If a `range` in metres is given, fromAny is right only within
 * that distance of some position, and fromAll only within that distance of all positions. `stands` is as for a
 * viewshed.
 */
export interface PlaceView {
  /**
   * Returns the place without the parts that walls running right through it cut off from its middle: a device isn't
   * behind its own wall.
   */
  reachable(place: Ring): Ring;
  /**
   * Returns an area that holds every point seen from some position that no wall separates from the place's middle
   * (upper bound). It is a little larger only beside walls' ends that are as near as the place is large.
   */
  fromAny(place: Ring, window?: Window, range?: number, stands?: Occludes): Ring[];
  /**
   * Returns the same area in parts, each with the gates (walls `i` with `blocks[i]` = {@link GATE}) that it is seen
   * through, in order from the place. A gate in the place isn't counted.
   */
  gatedFromAny(
    place: Ring,
    window?: Window,
    range?: number,
    stands?: Occludes,
  ): { readonly ring: Ring; readonly gates: readonly number[] }[];
  /**
   * Returns an area that holds only points that all positions see (lower bound); empty if a wall stands in the place.
   */
  fromAll(place: Ring, window?: Window, range?: number, stands?: Occludes): Ring[];
}

/** Computes views as spans that list the gates (openings, panes) they pass through. */
export interface GatedView {
  /**
   * Returns the spans of a view (see {@link Viewshed.viewshed}, whose limits these are). Gates are the walls `i` with
   * `blocks[i]` = {@link GATE}, and those with 2 that don't occlude in this view; walls that contain the eye are none.
   */
  spans(eye: Point, window?: Window, range?: number, stands?: Occludes): GatedSpans;
}

/** Computes views among the walls selected, both from points and from places. */
export interface PlaceViewsheds extends Viewsheds {
  /** Returns the views among the walls that `blocks` selects (see {@link Viewsheds}), from points and from places. */
  among(blocks: Uint8Array): Viewshed & PlaceView & GatedView;
}
