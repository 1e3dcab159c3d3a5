// Shapes of the plane that all of sitecam shares: points, rings, regions, boxes; in metres, x to the right, y up.
/** A point of the plane in metres: x to the right, y up. The plane's y is the plan's, which need not be true north. */
export type Point = readonly [x: number, y: number];

/** A closed ring of points in metres. The last point doesn't repeat the first; the ring may run either way round. */
export type Ring = readonly Point[];

/**
 * A region of the plane. A point belongs to it if it lies in any ring of `rings` (each by the even-odd rule, on its
 * own) and in no ring of `shadows`. A zone is its outer ring with its holes as shadows; a camera's view is its
 * star-shaped polygons less the shadows of masks and low walls.
 */
export interface Region {
  readonly rings: readonly Ring[];
  readonly shadows: readonly Ring[];
}

/** A straight piece of wall from `a` to `b`, in metres. */
export interface Segment {
  readonly a: Point;
  readonly b: Point;
}

/**
 * A connected part of a measured region: its area in m² and its outline in metres, the outer ring first, then its
 * holes.
 */
export interface Piece {
  readonly area: number;
  readonly outline: readonly Ring[];
}

/** An axis-parallel box in metres. */
export interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** An angular window in radians, counter-clockwise from `from` to `to`; 0 is +x and 0 ≤ to − from ≤ 2π. */
export interface Window {
  readonly from: number;
  readonly to: number;
}
