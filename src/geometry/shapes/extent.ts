// Boxes on the grid, and when the eye counts as on a wall.
import type { Box } from '../types.js';
import { UNITS_PER_METRE } from '../units.js';

/** A box in grid units. */
export type GridExtent = readonly [minX: number, minY: number, maxX: number, maxY: number];

/**
 * Distance in grid units (1 µm) within which the eye is on a wall: projecting a point onto a slanted wall is no more
 * exact.
 */
export const ON_WALL = 1e-6 * UNITS_PER_METRE;

/**
 * Returns the bounds (metres) in grid units, rounded outwards and widened so that every wall lies strictly inside.
 *
 * @param units x0, y0, x1, y1 of each wall, in grid units
 */
export function gridExtentOf(units: Float64Array, bounds: Box): GridExtent {
  let minX = Math.floor(bounds.minX * UNITS_PER_METRE);
  let minY = Math.floor(bounds.minY * UNITS_PER_METRE);
  let maxX = Math.ceil(bounds.maxX * UNITS_PER_METRE);
  let maxY = Math.ceil(bounds.maxY * UNITS_PER_METRE);
  for (let i = 0; i < units.length; i += 2) {
    const x = units[i];
    const y = units[i + 1];
    if (x <= minX) minX = x - 1;
    if (y <= minY) minY = y - 1;
    if (x >= maxX) maxX = x + 1;
    if (y >= maxY) maxY = y + 1;
  }
  return [minX, minY, maxX, maxY];
}

/**
 * True if (x, y) lies on the wall from (x0, y0) to (x1, y1) within 1 µm, or within the tolerance given. All in grid
 * units.
 */
export function isOnWall(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  x: number,
  y: number,
  within: number = ON_WALL,
): boolean {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const t = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
  return Math.abs(x - x0 - t * dx) <= within && Math.abs(y - y0 - t * dy) <= within;
}

/**
 * Distance from the eye in grid units (2 µm): the search for the walls that the eye is on goes from triangle to
 * triangle across every edge that is no further away. Twice ON_WALL, since such a wall, or an edge before it, may be
 * off the eye by ON_WALL along both x and y.
 */
export const NEAR_WALL = 2 * ON_WALL;
