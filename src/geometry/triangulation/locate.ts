// Finds the triangle that holds a point.

import { turn } from '../vector.js';
import { endX, endY, next, startX, startY, triangleOf, twin } from './half-edges.js';
import { cellAt, type Triangulation } from './triangulation.js';

/**
 * Returns the number of a triangle that holds the point (x, y), perhaps on its edge. The point is in grid units and
 * must lie strictly inside the box. The same point always gives the same triangle: the walk begins at the point's grid
 * cell, not where the last walk ended.
 *
 * @throws RangeError for a point outside the box
 */
export function triangleAt(mesh: Triangulation, x: number, y: number): number {
  const { grid, count } = mesh;
  let t = grid.hint[cellAt(grid, x, y)];
  // A walk may go in circles if the triangulation isn't Delaunay; starting at another edge each time breaks most
  // circles.
  for (let steps = 0; steps < 100 + 4 * Math.sqrt(count); steps += 1) {
    let e = 3 * t + (steps % 3);
    let n = 0;
    for (; n < 3 && !isBeyond(mesh, e, x, y); n += 1) e = next(e);
    if (n === 3) return t;
    t = triangleOf(twin(mesh, e));
  }
  for (t = 0; t < count; t += 1) {
    if (![3 * t, 3 * t + 1, 3 * t + 2].some((e) => isBeyond(mesh, e, x, y))) return t;
  }
  throw new RangeError('a point outside of the box has no triangle');
}

/** True if the point lies on the other side of the half-edge than its triangle. */
function isBeyond(mesh: Triangulation, e: number, x: number, y: number): boolean {
  return turn(startX(mesh, e), startY(mesh, e), endX(mesh, e), endY(mesh, e), x, y) < 0;
}
