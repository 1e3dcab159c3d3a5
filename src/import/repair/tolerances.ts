/**
 * How far a mend may go, m. All ours, not the law's; what the plan itself does with careless drawing is the yardstick. What is
 * drawn just so far counts as within, whichever way it was rounded.
 */
const HAIR = 1e-9;

/**
 * Points nearer than this are one point. A fifth of the 5 mm within which the plan welds, so that nothing is lost that
 * the plan could still tell apart.
 */
export const SAME_POINT = 0.001;

/** What the plan welds itself (5 mm) is no gap and no overlap: there is nothing to mend. */
export const WELDED = 0.005 + HAIR;

/** The widest slit between two rooms that is a slip of the pen: what the plan calls a gap (5 to 50 mm). */
export const SLIT = 0.05 + HAIR;

/** Two rooms face each other for at least so long before the space between them is a slit, not the nick of a corner. */
export const SLIT_LENGTH = 0.1;

/** The widest overlap that is cut off: the thickness of a thin partition, of which two rooms were drawn by opposite faces. */
export const OVERLAP = 0.1;

/** Overlaps wider than this are a fault of the plan (design of the plan format). */
export const OVERLAP_FAULT = 0.05;

/** How far from a wall an opening may lie to be in it (design of the plan format). */
export const OPENING_REACH = 0.05 + HAIR;

/** How far about an opening it is looked for the wall it stands off, to say how far that is. */
export const NEAREST_WALL = 5;

/** m²: what a boolean operation may be off by before its result isn't trusted, and the mend is refused. */
export const AREA_ERROR = 1e-5;
