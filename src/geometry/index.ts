/** Plane geometry in metres: grid, walls, visibility, areas. Knows no plan, camera or law. */
export * from './arc.js';
export * from './clip.js';
export { crossingOf } from './crossing.js';
export { convexHull } from './hull.js';
export { interiorPoint } from './interior.js';
export * from './locate.js';
export { coveredArea, type Measure, measure } from './measure.js';
export * from './mounting.js';
export { coveredPieces, uncoveredPieces } from './pieces.js';
export * from './ring.js';
export * from './segment.js';
export { createSweep } from './sweep.js';
export * from './types.js';
export { UNITS_PER_METRE } from './units.js';
export * from './vector.js';
export type { Viewshed, Viewsheds } from './viewsheds.js';
export { type Leak, type PreparedWalls, prepareWalls, selectWalls, WELD_METRES } from './walls.js';
export { isApart, isWiderThan, widthOf } from './width.js';
