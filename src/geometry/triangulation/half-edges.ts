// Half-edges of a triangulation: neighbours, ends, walls.
import type { Triangulation } from './triangulation.js';

/** Returns the half-edge after e, counter-clockwise round its triangle. */
export function next(e: number): number {
  return e % 3 === 2 ? e - 2 : e + 1;
}

/** Returns the half-edge before e, counter-clockwise round its triangle. */
export function previous(e: number): number {
  return e % 3 === 0 ? e + 2 : e - 1;
}

// A half-edge starts at the vertex opposite to the next one, and ends at that opposite to the previous one.

/** Returns the x at which half-edge e starts, in grid units. */
export function startX({ places }: Triangulation, e: number): number {
  return places[4 * next(e)];
}

/** Returns the y at which half-edge e starts, in grid units. */
export function startY({ places }: Triangulation, e: number): number {
  return places[4 * next(e) + 1];
}

/** Returns the x at which half-edge e ends, in grid units. */
export function endX({ places }: Triangulation, e: number): number {
  return places[4 * previous(e)];
}

/** Returns the y at which half-edge e ends, in grid units. */
export function endY({ places }: Triangulation, e: number): number {
  return places[4 * previous(e) + 1];
}

/** Returns the half-edge that runs the other way; −1 on the box. */
export function twin({ links }: Triangulation, e: number): number {
  return links[8 * previous(e) + 4];
}

/** Returns the number of the wall on a half-edge; −1 for none. */
export function wallOn({ links }: Triangulation, e: number): number {
  return links[8 * previous(e) + 6];
}

/** Returns the triangle that half-edge e belongs to. */
export function triangleOf(e: number): number {
  return (e / 3) | 0;
}
