// Finds prepared walls by where they are.
import Flatbush from 'flatbush';
import { UNITS_PER_METRE } from '../../geometry/index.js';
import type { Box, Point } from '../../geometry/types.js';

/** Finds prepared walls (welded, split where they cross) near a point or in a box; returns their indices, ascending. */
export interface Nearby {
  /** Returns the walls whose box comes within `radius` m of `at` in x and y. */
  within(at: Point, radius: number): number[];
  /** Returns the walls whose box meets `box`, m; [] for undefined. */
  touching(box: Box | undefined): number[];
}

/**
 * Returns the index that finds prepared walls near a point or in a box.
 *
 * @param units x0, y0, x1, y1 of each wall in grid units, as prepareWalls gives them
 * @param walls which of them; all if absent
 */
export function createNearby(units: Float64Array, walls?: readonly number[]): Nearby {
  const count = walls?.length ?? units.length / 4;
  if (count === 0) return { within: () => [], touching: () => [] };
  const index = new Flatbush(count);
  for (let n = 0; n < count; n += 1) {
    const i = 4 * (walls?.[n] ?? n);
    const [x0, y0] = [units[i] / UNITS_PER_METRE, units[i + 1] / UNITS_PER_METRE];
    const [x1, y1] = [units[i + 2] / UNITS_PER_METRE, units[i + 3] / UNITS_PER_METRE];
    index.add(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
  }
  index.finish();
  const search = (minX: number, minY: number, maxX: number, maxY: number) =>
    index
      .search(minX, minY, maxX, maxY)
      .map((n) => walls?.[n] ?? n)
      .sort((a, b) => a - b);
  return {
    within: ([x, y], radius) => search(x - radius, y - radius, x + radius, y + radius),
    touching: (box) => (box === undefined ? [] : search(box.minX, box.minY, box.maxX, box.maxY)),
  };
}
