// The grid that wall coordinates are rounded to.
/**
 * Grid units per metre: one unit is 0.1 µm. Rounding moves a wall by less than a unit, so the gap between a wall and
 * the edge of the room it was drawn on is less than 1e-7 m² per metre. Up to 100 km coordinates stay far below 2^53,
 * and the sign of a turn is exact for any double.
 */
export const UNITS_PER_METRE = 10_000_000;
