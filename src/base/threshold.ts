// Comparison of measured figures with limits: one tolerance for each kind of figure.
//
// Turning a plan, or writing it in degrees, moves its points by less than a tenth of a millimetre. A figure drawn exactly
// at a limit would then fall on either side. So a figure that differs from its limit by no more than a tolerance is `at`
// it, and each rule says which way that goes: towards the person (a review, or the finding is kept). The tolerances are
// ours, not the law's; docs/en/how-it-works.md states them.

/** How a figure compares with its limit: surely below, too near to tell (`at`), or surely above. */
export type LimitSide = 'below' | 'at' | 'above';

/**
 * Tolerance of lengths, widths, depths and distances, in m. It ends in half a millimetre, so that a limit in whole
 * millimetres, moved by it, never equals a figure drawn in whole millimetres.
 */
export const LENGTH_TOLERANCE = 0.0015;

/** Degrees: tolerance of angles. */
export const ANGLE_TOLERANCE = 0.01;

/** Share of a limit that the tolerance of an area never exceeds, however long the outline is. */
const MOST_OF_AREA = 0.02;

/** m, degrees: what rounding may add to the difference between a length or an angle and its limit. */
const ROUNDING = 1e-9;

/** Returns how a figure compares with its limit; a difference of up to `tolerance`, in the unit of both, is `at`. */
export function compareWithin(figure: number, limit: number, tolerance: number): LimitSide {
  if (Math.abs(figure - limit) <= tolerance) return 'at';
  return figure < limit ? 'below' : 'above';
}

/** Returns how a length compares with its limit, both in metres; a difference of up to 1.5 mm is `at`. */
export function compareLength(length: number, limit: number): LimitSide {
  return compareWithin(length, limit, LENGTH_TOLERANCE + ROUNDING);
}

/** Returns how an angle compares with its limit, both in degrees; a difference of up to 0.01° is `at`. */
export function compareAngle(angle: number, limit: number): LimitSide {
  return compareWithin(angle, limit, ANGLE_TOLERANCE + ROUNDING);
}

/** An area in m² with the figures from which its tolerance against a limit is computed. */
export interface MeasuredArea {
  /** m² */
  readonly area: number;
  /** Numerical bound on the area, m². */
  readonly bound: number;
  /** Returns the length in m of its outline; asked for only if the area is near its limit. */
  readonly outline: () => number;
}

/**
 * Returns how an area compares with its limit, both in m². The result is `at` if the two differ by no more than the
 * numerical bound, or by no more than the tolerance: {@link areaTolerance}, but at most 2 % of the limit.
 */
export function compareArea({ area, bound, outline }: MeasuredArea, limit: number): LimitSide {
  const most = MOST_OF_AREA * Math.abs(limit);
  if (Math.abs(area - limit) > Math.max(bound, most)) return compareWithin(area, limit, bound);
  return compareWithin(area, limit, Math.max(bound, Math.min(most, areaTolerance(outline()))));
}

/**
 * Returns the tolerance of an area in m²: by how much it changes if half of its outline moves by 1.5 mm.
 *
 * @param outline the length of the outline in m
 */
export function areaTolerance(outline: number): number {
  return (LENGTH_TOLERANCE * outline) / 2;
}
