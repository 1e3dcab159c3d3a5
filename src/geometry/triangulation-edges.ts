import type { Triangulation } from './triangulation.js';

/** The half-edge after e, counter-clockwise round its triangle. */
export function next(e: number): number {
  return e % 3 === 2 ? e - 2 : e + 1;
}

/** The half-edge before e, counter-clockwise round its triangle. */
export function previous(e: number): number {
  return e % 3 === 0 ? e + 2 : e - 1;
}

// A half-edge starts at the vertex opposite to the next one, and ends at that opposite to the previous one.

export function startX({ places }: Triangulation, e: number): number {
  return places[4 * next(e)];
}

export function startY({ places }: Triangulation, e: number): number {
  return places[4 * next(e) + 1];
}

export function endX({ places }: Triangulation, e: number): number {
  return places[4 * previous(e)];
}

export function endY({ places }: Triangulation, e: number): number {
  return places[4 * previous(e) + 1];
}

/** The half-edge that runs the other way, −1 on the box. */
export function twin({ links }: Triangulation, e: number): number {
  return links[8 * previous(e) + 4];
}

/** The wall on a half-edge, −1 for none. */
export function wallOn({ links }: Triangulation, e: number): number {
  return links[8 * previous(e) + 6];
}

export function triangleOf(e: number): number {
  return (e / 3) | 0;
}
