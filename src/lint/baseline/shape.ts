// Canonical forms of rings and lines, equal for every way to write the same shape.
import type { Point, Region, Ring } from '../../geometry/types.js';

/** A point on the grid used for hashing: [x, y] in whole units of 0.1 mm, or of 1e-9° in a plan in degrees. */
export type GridCell = readonly [number, number];

/** Converts a point of the plan (m) to the grid used for hashing. */
export type ToCell = (point: Point) => GridCell;

/**
 * Returns the canonical form of a ring: without repeated points and points on a straight line between their neighbours,
 * with a fixed start and direction.
 */
export function ringShape(ring: Ring, toCell: ToCell): readonly GridCell[] {
  let cells = ring.map(toCell);
  for (let before = Number.POSITIVE_INFINITY; cells.length > 2 && cells.length < before; ) {
    before = cells.length;
    // Repeated points first, whether listed twice or reached by a way back: one corner of each place stays.
    cells = cells.filter((cell, n) => !isSame(cell, cells.at(n - 1) ?? cell));
    cells = cells.filter((cell, n) => turns(cells.at(n - 1) ?? cell, cell, cells[(n + 1) % cells.length] ?? cell));
  }
  return least(starts(cells).flatMap((start) => [rotated(cells, start), rotated(cells.toReversed(), -1 - start)]));
}

/** Returns the canonical form of a line, the same from whichever end it is drawn. */
export function lineShape(line: readonly Point[], toCell: ToCell): readonly GridCell[] {
  const cells = line.map(toCell);
  return least([cells, cells.toReversed()]);
}

/**
 * Returns the canonical form of a region: its outlines and holes, in an order that doesn't depend on how they are
 * listed.
 */
export function regionShape({ rings, shadows }: Region, toCell: ToCell): readonly (readonly (readonly GridCell[])[])[] {
  return [rings, shadows].map((list) => sorted(list.map((ring) => ringShape(ring, toCell))));
}

/** Returns `values` (plain data) sorted by their JSON, so that it doesn't matter in which order they were listed. */
export function sorted<T>(values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, text: JSON.stringify(value) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ value }) => value);
}

function isSame(a: GridCell, b: GridCell): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** True if the path from `a` over `b` to `c` bends; false if it runs straight on, back or stays. */
function turns(a: GridCell, b: GridCell, c: GridCell): boolean {
  return (b[0] - a[0]) * (c[1] - b[1]) !== (b[1] - a[1]) * (c[0] - b[0]);
}

/** Returns the indices of the south-westernmost point: several if the ring touches itself there. */
function starts(cells: readonly GridCell[]): number[] {
  const first = cells.reduce((a, b) => (b[0] < a[0] || (b[0] === a[0] && b[1] < a[1]) ? b : a), cells[0]);
  return cells.flatMap((cell, n) => (isSame(cell, first) ? [n] : []));
}

function rotated(cells: readonly GridCell[], start: number): readonly GridCell[] {
  return [...cells.slice(start), ...cells.slice(0, start)];
}

function least(candidates: readonly (readonly GridCell[])[]): readonly GridCell[] {
  return sorted(candidates)[0] ?? [];
}
