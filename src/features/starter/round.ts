// Rounding of the figures of a starter plan.

/** Returns `metres` rounded to the centimetre: a plan says 3.7, not 3.6999999999999997. */
export function round(metres: number): number {
  return Math.round(metres * 100) / 100;
}
