// Privacy masks in a table: what is seen under and over each, and in what they leave of the picture.
import type { Flat } from '../cone/convex.js';
import type { Plane } from '../cone/sectors.js';
import { type Cell, type Table, type TableSector, wholeTurn } from './table.js';

/** Most cells of a sector that masks may leave; a mask that would leave more takes nothing there, or all if `sure`. */
const MOST = 8;
/** Radians: a part of a sector narrower than this isn't cut off. */
const LEAST = 1e-9;

/**
 * Returns a table without what masks hide. A mask is the cone from the eye over a convex polygon of the floor: in a
 * direction that meets the polygon between two of its sides, what is seen lies under the plane through the nearer side
 * or over the plane through the farther one.
 *
 * @param floors convex polygons about the foot in the table's axes, m
 * @param height of the eye above the floor, m; positive
 * @param sure true if nothing may be left that a mask hides
 */
export function withoutMasks(table: Table, floors: readonly Flat[], height: number, sure = false): Table {
  let { sectors } = table;
  for (const floor of floors) sectors = sectors.flatMap((sector) => masked(sector, floor, height, sure));
  return floors.length === 0 ? table : wholeTurn(sectors.filter(({ cells }) => cells.length > 0));
}

/**
 * Returns the table of what is in frame in both tables, which must have one heading. In sectors where that would take
 * too many cells, that of `one` alone.
 */
export function inBoth(one: Table, other: Table): Table {
  const found: TableSector[] = [];
  for (let i = 0, k = 0; i < one.sectors.length && k < other.sectors.length; ) {
    const [a, b] = [one.sectors[i], other.sectors[k]];
    const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
    const both = a.cells
      .flatMap((cell) => b.cells.map((more) => bothOf(cell, more)))
      .filter((cell) => !isEmpty(cell, from, to));
    const cells = b.cells.length > 1 && both.length > 2 * MOST ? a.cells : both;
    if (from < to && cells.length > 0) found.push({ from, to, cells });
    if (a.to <= b.to) i += 1;
    if (b.to <= a.to) k += 1;
  }
  return wholeTurn(found);
}

/** True if a lower bound of a cell lies over an upper one at every distance, throughout a sector. */
function isEmpty({ lows, highs }: Cell, from: number, to: number): boolean {
  const [fx, fy, tx, ty] = [Math.cos(from), Math.sin(from), Math.cos(to), Math.sin(to)];
  return lows.some((low) =>
    highs.some((high) => {
      const [at, x, y] = [low.at - high.at, low.x - high.x, low.y - high.y];
      return at >= 0 && x * fx + y * fy > 0 && x * tx + y * ty > 0;
    }),
  );
}

function bothOf(one: Cell, other: Cell): Cell {
  return {
    lows: [...one.lows, ...other.lows],
    highs: [...one.highs, ...other.highs],
    fars: [...one.fars, ...other.fars],
  };
}

function masked(sector: TableSector, floor: Flat, height: number, sure: boolean): TableSector[] {
  const { from, to, cells } = sector;
  if (cells.length === 0) return [sector];
  if (2 * cells.length > MOST) return [sure ? { from, to, cells: [] } : sector];
  const cuts = [from, to];
  for (let i = 0; i < floor.length; i += 2) {
    const azimuth = Math.atan2(floor[i + 1], floor[i]);
    if (azimuth > from + LEAST && azimuth < to - LEAST) cuts.push(azimuth);
  }
  cuts.sort((p, q) => p - q);
  const found: TableSector[] = [];
  for (let i = 1; i < cuts.length; i += 1) {
    const [start, end] = [cuts[i - 1], cuts[i]];
    const sides = sidesAt(floor, (start + end) / 2);
    if (sides === undefined) found.push({ from: start, to: end, cells });
    else found.push({ from: start, to: end, cells: cells.flatMap((cell) => aboutMask(cell, sides, height)) });
  }
  return found;
}

/** Lines x·px + y·py = 1 of the sides of a polygon that a direction meets: the nearer (undefined: none) and the farther. */
interface Sides {
  readonly near: Plane | undefined;
  readonly far: Plane;
}

/** Returns the sides of a convex polygon that a direction meets; undefined if it meets none. */
function sidesAt(floor: Flat, azimuth: number): Sides | undefined {
  const [cos, sin] = [Math.cos(azimuth), Math.sin(azimuth)];
  const n = floor.length;
  let near: Plane | undefined;
  let far: Plane | undefined;
  for (let i = 0; i < n; i += 2) {
    const [ax, ay, bx, by] = [floor[i], floor[i + 1], floor[(i + 2) % n], floor[(i + 3) % n]];
    const [ca, cb] = [cos * ay - sin * ax, cos * by - sin * bx];
    if (ca > 0 === cb > 0) continue;
    const area = ax * by - ay * bx;
    if (area === 0) continue;
    const line = { x: (by - ay) / area, y: (ax - bx) / area };
    // A counter-clockwise polygon's far sides pass the eye counter-clockwise.
    if (line.x * cos + line.y * sin <= 0) continue;
    if (area > 0) far = line;
    else near = line;
  }
  return far && { near, far };
}

function aboutMask(cell: Cell, { near, far }: Sides, height: number): Cell[] {
  const face = ({ x, y }: Plane) => ({ at: 0, x: -height * x, y: -height * y, mask: true });
  const over = { ...cell, lows: [...cell.lows, face(far)] };
  return near === undefined ? [over] : [{ ...cell, highs: [...cell.highs, face(near)] }, over];
}
