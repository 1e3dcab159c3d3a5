/** Plane geometry in metres: grid, walls, viewsheds, areas. Knows no plan, camera or law. */

export { interiorPoint } from './area/interior.js';
export { coveredArea, type Measure, measure } from './area/measure.js';
export { areaOfPieces, coveredPieces, outlineOfPieces, regionOfPiece, uncoveredPieces } from './area/pieces.js';
export { createSweep } from './area/sweep.js';
export { PointNumbers } from './arrangement/point-numbers.js';
export { type Leak, type PreparedWalls, prepareWalls, WELD_METRES } from './arrangement/prepare.js';
export type { Lists } from './arrangement/radix.js';
export * from './shapes/arc.js';
export * from './shapes/clip.js';
export { crossingOf } from './shapes/crossing.js';
export { edgesWithoutHairs } from './shapes/hairs.js';
export { convexHull } from './shapes/hull.js';
export * from './shapes/locate.js';
export * from './shapes/ring.js';
export * from './shapes/segment.js';
export { straightened } from './shapes/straight.js';
export { isDisjoint, isWiderThan, widthOf, widthTest } from './shapes/width.js';
export * from './types.js';
export { UNITS_PER_METRE } from './units.js';
export * from './vector.js';
export { createExpansion } from './visibility/expansion/expansion.js';
export * from './visibility/mounting.js';
export {
  EITHER,
  GATE,
  type GatedSpans,
  type GatedView,
  type PlaceView,
  type PlaceViewsheds,
  SPAN,
  type Viewshed,
  type Viewsheds,
} from './visibility/viewsheds.js';
