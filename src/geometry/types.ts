/** A point in metres, x east, y north. */
export type Point = readonly [x: number, y: number];

/** A closed ring of points in metres; the last point is not repeated; either orientation. */
export type Ring = readonly Point[];

/**
 * A region of the plane: a point belongs to it when it lies in any of `rings` (even-odd, each on its own) and in none
 * of `shadows`. A zone is its outer ring with its holes as shadows; a camera's view is its star polygon(s) minus the
 * shadows of masks and low walls.
 */
export interface Region {
  readonly rings: readonly Ring[];
  readonly shadows: readonly Ring[];
}

/** A straight piece of wall, in metres. */
export interface Segment {
  readonly a: Point;
  readonly b: Point;
}

/** A connected part of a measured region: area in m², outline (largest ring first, then its holes), in metres. */
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

/** An angular window in radians, counter-clockwise from `from` to `to`; 0 ≤ to − from ≤ 2π; 0 is +x. */
export interface Window {
  readonly from: number;
  readonly to: number;
}
