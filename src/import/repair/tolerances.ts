// Limits of repairs, chosen by sitecam, not by the law: a plan's own tolerance of careless drawing is the measure.

import { LENGTH_TOLERANCE } from '../../base/threshold.js';
import { WELD_METRES } from '../../geometry/index.js';

/** Allowance in m for rounding, so that a figure exactly at a limit counts as within. */
const HAIR = 1e-9;

/**
 * Distance in m within which points are one point: a fraction of what a plan welds, so that nothing is lost that the plan
 * could tell apart.
 */
export const SAME_POINT = 0.001;

/** Distance in m within which a plan welds by itself: no gap and no overlap to repair. */
export const WELDED = WELD_METRES + HAIR;

/** Widest slit in m between two rooms that is a slip; a plan calls 5 to 50 mm a gap. */
export const SLIT = 0.05 + LENGTH_TOLERANCE + HAIR;

/** Length in m along which two rooms must face each other for a slit; less is the nick of a corner. */
export const SLIT_LENGTH = 0.1;

/**
 * Widest overlap in m that is cut off: the thickness of a thin partition whose two rooms were drawn to its far faces.
 */
export const OVERLAP = 0.1;

/** Overlaps wider than this (m) are a fault of the plan. */
export const OVERLAP_FAULT = 0.05 + LENGTH_TOLERANCE + HAIR;

/** Greatest distance in m from a wall at which a plan takes an opening as lying in it. */
export const OPENING_REACH = 0.05 + LENGTH_TOLERANCE + HAIR;

/** Radius in m around an opening within which the nearest wall is looked for, to report its distance. */
export const NEAREST_WALL = 5;

/** Area in m² by which the result of a boolean operation may be off; beyond it the repair is refused. */
export const AREA_ERROR = 1e-5;
