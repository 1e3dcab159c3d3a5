/**
 * Grid units per metre: 0.1 µm. Rounding moves a wall by less than a unit, so between a wall and the room's edge it was
 * drawn on lies less than 1e-7 m² per metre; to 100 km coordinates stay far below 2^53, and turns are exact for any double.
 */
export const UNITS_PER_METRE = 10_000_000;
