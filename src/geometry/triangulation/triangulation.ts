// Constrained triangulation of a box with walls, laid out for walking from triangle to triangle.
import Delaunator from 'delaunator';
import { spendBudget } from '../../base/budget.js';
import { PointNumbers } from '../arrangement/point-numbers.js';
import type { GridExtent } from '../shapes/extent.js';
import { turn } from '../vector.js';
import { constrain } from './constrain.js';
import { type Mesh, next, triangleOf, twin } from './half-edges.js';

/** A box cut into triangles of which every wall is an edge. */
export interface Triangulation extends Mesh {
  /** Number of triangles. */
  readonly count: number;
  /** Number of walls. Walls from this number on are the four sides of the box. */
  readonly walls: number;
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
  const delaunay = new Delaunator(flipped(coords));
  const { grid, numbers } = gridOver(coords, delaunay.triangles, extent);
  const mesh = sortedBy(numbers, coords, delaunay, ends);
  if (mesh === undefined || !constrain(mesh, ends) || !isValid(mesh)) return undefined;
  return { ...mesh, count: numbers.length, walls: ends.length / 2, grid };
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
): { coords: Float64Array; ends: Int32Array } {
  const points = new PointNumbers(units.length / 4);
  const ends = new Int32Array(units.length / 2);
  for (let i = 0; i < ends.length; i += 1) ends[i] = points.of(units[2 * i], units[2 * i + 1]);
  const { x, y, count } = points;
  const coords = new Float64Array(2 * count + 8);
  for (let n = 0; n < count; n += 1) {
    coords[2 * n] = x[n];
    coords[2 * n + 1] = y[n];
  }
  coords.set([minX, minY, maxX, minY, maxX, maxY, minX, maxY], 2 * count);
  return { coords, ends };
}

/**
 * True if the triangles cover the box without overlap: each turns left, neighbours share both ends, and there are four
 * sides. Then as many triangles surround any inner point as the sides wind round it, which is once.
 */
function isValid(mesh: Mesh): boolean {
  const { coords, vertices } = mesh;
  for (let e = 0; e < vertices.length; e += 1) {
    const other = twin(mesh, e);
    if (other >= 0 && (vertices[other] !== vertices[next(e)] || vertices[next(other)] !== vertices[e])) return false;
  }
  for (let e = 0; e < vertices.length; e += 3) {
    const a = 2 * vertices[e];
    const b = 2 * vertices[e + 1];
    const c = 2 * vertices[e + 2];
    if (!(turn(coords[a], coords[a + 1], coords[b], coords[b + 1], coords[c], coords[c + 1]) > 0)) return false;
  }
  return true;
}

/**
 * Returns the mesh with its triangles in the order given, and its vertices in the order of the triangles. Its walls are
 * the sides of the box alone; undefined if that isn't what it covers, or if it lacks a vertex.
 *
 * @param numbers by triangle, its new number
 * @param ends by end of a wall, its vertex: replaced by the new ones
 */
function sortedBy(
  numbers: Uint32Array,
  coords: Float64Array,
  { triangles, halfedges }: Pick<Delaunator<Float64Array>, 'triangles' | 'halfedges'>,
  ends: Int32Array,
): Mesh | undefined {
  const links = new Int32Array(triangles.length);
  const across = new Int32Array(ends.length + 8).fill(-1);
  const vertices = new Int32Array(triangles.length);
  let side = ends.length;
  for (let e = 0; e < triangles.length; e += 1) {
    const at = 3 * numbers[triangleOf(e)] + (e % 3);
    vertices[at] = triangles[e];
    const other = halfedges[e];
    if (other >= 0) links[at] = 3 * numbers[triangleOf(other)] + (other % 3);
    else {
      links[at] = -1 - side;
      across[side + 1] = at;
      side += 2;
    }
  }
  const renumbered = new Int32Array(coords.length / 2).fill(-1);
  const sorted = new Float64Array(coords.length);
  let count = 0;
  for (let e = 0; e < vertices.length; e += 1) {
    const v = vertices[e];
    if (renumbered[v] < 0) {
      renumbered[v] = count;
      sorted[2 * count] = coords[2 * v];
      sorted[2 * count + 1] = coords[2 * v + 1];
      count += 1;
    }
    vertices[e] = renumbered[v];
  }
  for (let i = 0; i < ends.length; i += 1) ends[i] = renumbered[ends[i]];
  const isBox = side === ends.length + 8 && 2 * count === coords.length;
  return isBox ? { coords: sorted, vertices, links, across } : undefined;
}

/** Triangles per cell of the grid. */
const TO_A_CELL = 2;

/**
 * Returns a grid over the box with a triangle for each cell, and the number of each triangle in the order of cells.
 * Inserting walls may move triangles a little later: the grid only says where a walk begins.
 */
function gridOver(coords: Float64Array, triangles: Uint32Array, [minX, minY, maxX, maxY]: GridExtent) {
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
