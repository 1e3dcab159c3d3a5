// Constrained triangulation of a box with walls, laid out for walking from triangle to triangle.
import Delaunator from 'delaunator';
import { spendBudget } from '../../base/budget.js';
import type { GridExtent } from '../shapes/extent.js';
import { turn } from '../vector.js';
import { constrain, type Mesh } from './constrain.js';
import { next, previous } from './half-edges.js';

/**
 * A box cut into triangles of which every wall is an edge. Laid out for walking from triangle to triangle: all that a
 * step through a half-edge needs lies in one place, and neighbours lie near each other in memory. Grid units.
 */
export interface Triangulation {
  /** Number of triangles. */
  readonly count: number;
  /** Number of walls. Walls from this number on are the four sides of the box. */
  readonly walls: number;
  /** 4 numbers for each half-edge: x and y of the opposite vertex, then the bytes of four links. */
  readonly places: Float64Array;
  /**
   * 8 integers for each half-edge e, in the same bytes as `places`: 4 is the twin of the next half-edge of its
   * triangle, 5 that of the previous one; 6 and 7 are the walls on those, −1 for none. Half-edges 3·t to 3·t + 2 go
   * counter-clockwise round triangle t.
   */
  readonly links: Int32Array;
  /** Grid of starting triangles for walks to a point. */
  readonly grid: Grid;
}

/** A grid over the box: for each of its cells, in Morton order, a triangle in or near it. */
export interface Grid {
  readonly minX: number;
  readonly minY: number;
  /** Cells per grid unit, along x and y. */
  readonly perX: number;
  readonly perY: number;
  /** The grid has 2^bits cells along each axis. */
  readonly bits: number;
  /** By cell, a triangle in or near it. */
  readonly hint: Int32Array;
}

/** Half the steps counted for triangulating one end of a wall. */
const POINT = 40;

/**
 * Triangulates a box with walls in it; nearly constrained Delaunay.
 *
 * @param units x0, y0, x1, y1 of each wall in grid units, strictly inside the extent, meeting only in shared ends
 * @returns undefined if walls cross or if rounding spoilt the triangulation: the result is checked
 */
export function triangulate(units: Float64Array, extent: GridExtent): Triangulation | undefined {
  spendBudget(POINT * units.length);
  const { coords, ends } = indexEnds(units, extent);
  const { triangles, halfedges } = new Delaunator(flipped(coords));
  const { mesh, grid } = sortByCell({ coords, triangles, halfedges }, extent);
  const wallOf = constrain(mesh, ends);
  if (wallOf === undefined || !markSides(mesh, wallOf, ends.length / 2) || !isValid(mesh)) return undefined;
  return { ...layOut(mesh, wallOf), count: triangles.length / 3, walls: ends.length / 2, grid };
}

/** Returns the coordinates with y mirrored: Delaunator turns with y downwards. */
function flipped(coords: Float64Array): Float64Array {
  const out = coords.slice();
  for (let i = 1; i < out.length; i += 2) out[i] = -out[i];
  return out;
}

/** Returns the distinct ends of walls and corners of the box, and the ends of each wall by index. */
function indexEnds(
  units: Float64Array,
  [minX, minY, maxX, maxY]: GridExtent,
): { coords: Float64Array; ends: Uint32Array } {
  const ends = new Uint32Array(units.length / 2);
  const coords = new Float64Array(units.length + 8);
  const mask = 2 ** Math.ceil(Math.log2(units.length + 2)) - 1;
  const table = new Int32Array(mask + 1).fill(-1);
  let count = 0;
  for (let i = 0; i < ends.length; i += 1) {
    const x = units[2 * i];
    const y = units[2 * i + 1];
    let slot = (Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b)) & mask;
    slot = (slot ^ (slot >>> 15)) & mask;
    for (;;) {
      const v = table[slot];
      if (v >= 0 && (coords[2 * v] !== x || coords[2 * v + 1] !== y)) {
        slot = (slot + 1) & mask;
        continue;
      }
      if (v < 0) {
        table[slot] = count;
        coords[2 * count] = x;
        coords[2 * count + 1] = y;
        count += 1;
      }
      ends[i] = table[slot];
      break;
    }
  }
  coords.set([minX, minY, maxX, minY, maxX, maxY, minX, maxY], 2 * count);
  return { coords: coords.slice(0, 2 * count + 8), ends };
}

/** Numbers the four sides of the box as walls; false if the mesh has other sides. */
function markSides({ halfedges }: Mesh, wallOf: Int32Array, walls: number): boolean {
  let sides = 0;
  for (let e = 0; e < halfedges.length; e += 1) {
    if (halfedges[e] < 0) wallOf[e] = walls + sides++;
  }
  return sides === 4;
}

/**
 * True if the triangles cover the box without overlap: each turns left, neighbours share both ends, and there are four
 * sides. Then as many triangles surround any inner point as the sides wind round it, which is once.
 */
function isValid({ coords, triangles, halfedges }: Mesh): boolean {
  for (let e = 0; e < triangles.length; e += 1) {
    const twin = halfedges[e];
    if (twin < 0) continue;
    if (triangles[twin] !== triangles[next(e)] || triangles[next(twin)] !== triangles[e]) return false;
  }
  for (let e = 0; e < triangles.length; e += 3) {
    const a = 2 * triangles[e];
    const b = 2 * triangles[e + 1];
    const c = 2 * triangles[e + 2];
    if (!(turn(coords[a], coords[a + 1], coords[b], coords[b + 1], coords[c], coords[c + 1]) > 0)) return false;
  }
  return true;
}

/** Triangles per cell of the grid. */
const TO_A_CELL = 2;

/** Returns what a walk needs of each half-edge, in one place. */
function layOut(
  { coords, triangles, halfedges }: Mesh,
  wallOf: Int32Array,
): { places: Float64Array; links: Int32Array } {
  const places = new Float64Array(4 * triangles.length);
  const links = new Int32Array(places.buffer);
  for (let e = 0; e < triangles.length; e += 1) {
    const onward = next(e);
    const back = previous(e);
    const apex = triangles[back];
    places[4 * e] = coords[2 * apex];
    places[4 * e + 1] = coords[2 * apex + 1];
    links[8 * e + 4] = halfedges[onward];
    links[8 * e + 5] = halfedges[back];
    links[8 * e + 6] = wallOf[onward];
    links[8 * e + 7] = wallOf[back];
  }
  return { places, links };
}

/**
 * Renumbers the triangles in the order of the grid's cells, and returns the grid. Inserting walls may move triangles a
 * little later: the grid only says where a walk begins.
 */
function sortByCell(mesh: Mesh, extent: GridExtent): { mesh: Mesh; grid: Grid } {
  const { coords, triangles, halfedges } = mesh;
  const { grid, numbers } = gridOver(mesh, extent);
  const moved = (e: number): number => (e < 0 ? -1 : 3 * numbers[(e / 3) | 0] + (e % 3));
  const sorted: Mesh = {
    coords,
    triangles: new Uint32Array(triangles.length),
    halfedges: new Int32Array(triangles.length),
  };
  for (let e = 0; e < triangles.length; e += 1) {
    const at = moved(e);
    sorted.triangles[at] = triangles[e];
    sorted.halfedges[at] = moved(halfedges[e]);
  }
  return { mesh: sorted, grid };
}

/** Returns a grid over the box with a triangle for each cell, and the number of each triangle in the order of cells. */
function gridOver({ coords, triangles }: Mesh, [minX, minY, maxX, maxY]: GridExtent) {
  const count = triangles.length / 3;
  const bits = Math.max(0, Math.min(12, Math.round(Math.log2(count / TO_A_CELL) / 2)));
  const side = 2 ** bits;
  const shape = { minX, minY, perX: side / (maxX - minX), perY: side / (maxY - minY), bits };
  const numbers = new Uint32Array(count);
  const first = new Uint32Array(side * side + 1);
  for (let t = 0; t < count; t += 1) {
    const a = 2 * triangles[3 * t];
    const b = 2 * triangles[3 * t + 1];
    const c = 2 * triangles[3 * t + 2];
    const x = (coords[a] + coords[b] + coords[c]) / 3;
    const y = (coords[a + 1] + coords[b + 1] + coords[c + 1]) / 3;
    const cell = cellAt(shape, x, y);
    numbers[t] = cell;
    first[cell + 1] += 1;
  }
  for (let cell = 1; cell < first.length; cell += 1) first[cell] += first[cell - 1];
  const hint = new Int32Array(side * side);
  for (let cell = 0; cell < hint.length; cell += 1) hint[cell] = Math.min(first[cell], count - 1);
  for (let t = 0; t < count; t += 1) numbers[t] = first[numbers[t]]++;
  return { grid: { ...shape, hint }, numbers };
}

/** Returns the grid cell that holds a point of the box, in Morton order. */
export function cellAt({ minX, minY, perX, perY, bits }: Omit<Grid, 'hint'>, x: number, y: number): number {
  const most = (1 << bits) - 1;
  const column = Math.max(0, Math.min(most, Math.trunc((x - minX) * perX)));
  const row = Math.max(0, Math.min(most, Math.trunc((y - minY) * perY)));
  return spread(column) | (spread(row) << 1);
}

/** Returns a number of up to 12 bits with each bit moved to twice its place. */
function spread(n: number): number {
  let bits = n;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}
