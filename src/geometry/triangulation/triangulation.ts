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

/**
 * A grid over the box: for each of its cells, in Morton order, a triangle in or near it, from which the search for the
 * triangle of a point in the cell begins.
 */
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
  const { mirrored, ends } = indexEnds(units, extent);
  const delaunay = new Delaunator(mirrored);
  const { grid, order, numbers } = gridOver(delaunay, extent);
  const mesh = meshOf(delaunay, order, numbers, ends);
  if (mesh === undefined || !constrain(mesh, ends, mesh.out) || !isValid(mesh)) return undefined;
  const { coords, vertices, links, across } = mesh;
  return { coords, vertices, links, across, count: order.length, walls: ends.length / 2, grid };
}

type Delaunay = Pick<Delaunator<Float64Array>, 'coords' | 'triangles' | 'halfedges'>;

/**
 * Returns the distinct ends of walls and corners of the box, with y mirrored (Delaunator turns with y downwards), and the
 * ends of each wall by index.
 */
function indexEnds(
  units: Float64Array,
  [minX, minY, maxX, maxY]: GridExtent,
): { mirrored: Float64Array; ends: Int32Array } {
  const points = new PointNumbers(units.length / 4);
  const ends = points.ofAll(units);
  const { x, y, count } = points;
  const mirrored = new Float64Array(2 * count + 8);
  for (let n = 0; n < count; n += 1) {
    mirrored[2 * n] = x[n];
    mirrored[2 * n + 1] = -y[n];
  }
  mirrored.set([minX, -minY, maxX, -minY, maxX, -maxY, minX, -maxY], 2 * count);
  return { mirrored, ends };
}

/**
 * True if the triangles cover the box without overlap: each turns left, neighbours share both ends, and there are four
 * sides. Then as many triangles surround any inner point as the sides wind round it, which is once.
 */
function isValid(mesh: Mesh): boolean {
  const { coords, vertices } = mesh;
  for (let t = 0; t < vertices.length; t += 3) {
    const a = 2 * vertices[t];
    const b = 2 * vertices[t + 1];
    const c = 2 * vertices[t + 2];
    if (!(turn(coords[a], coords[a + 1], coords[b], coords[b + 1], coords[c], coords[c + 1]) > 0)) return false;
    for (let e = t; e < t + 3; e += 1) {
      const other = twin(mesh, e);
      if (other >= 0 && (vertices[other] !== vertices[next(e)] || vertices[next(other)] !== vertices[e])) return false;
    }
  }
  return true;
}

/**
 * Returns the mesh with its triangles in the order given, and its vertices in the order of the triangles; and by vertex
 * a half-edge that starts there. Its walls are the sides of the box alone; undefined if it covers something else or
 * lacks a vertex.
 *
 * @param order the triangles
 * @param numbers by triangle, its place in the order
 * @param ends by end of a wall, its vertex; the new numbers replace the old
 */
function meshOf(
  { coords: mirrored, triangles, halfedges }: Delaunay,
  order: Int32Array,
  numbers: Int32Array,
  ends: Int32Array,
): (Mesh & { readonly out: Int32Array }) | undefined {
  const coords = new Float64Array(mirrored.length);
  const vertices = new Int32Array(triangles.length);
  const links = new Int32Array(triangles.length);
  const across = new Int32Array(ends.length + 8).fill(-1);
  const out = new Int32Array(mirrored.length / 2);
  const renumbered = new Int32Array(out.length).fill(-1);
  let count = 0;
  let side = ends.length;
  for (let e = 0; e < vertices.length; e += 1) {
    const from = 3 * order[triangleOf(e)] + (e % 3);
    const old = triangles[from];
    if (renumbered[old] < 0) {
      coords[2 * count] = mirrored[2 * old];
      coords[2 * count + 1] = -mirrored[2 * old + 1];
      out[count] = e;
      renumbered[old] = count++;
    }
    vertices[e] = renumbered[old];
    const other = halfedges[from];
    if (other >= 0) links[e] = 3 * numbers[triangleOf(other)] + (other % 3);
    else {
      links[e] = -1 - side;
      across[side + 1] = e;
      side += 2;
    }
  }
  for (let i = 0; i < ends.length; i += 1) ends[i] = renumbered[ends[i]];
  const isWhole = side === ends.length + 8 && count === out.length;
  return isWhole ? { coords, vertices, links, across, out } : undefined;
}

/** Triangles per cell of the grid. */
const TO_A_CELL = 2;

/**
 * Returns a grid over the box with a triangle for each cell, the triangles in the order of cells, and the place of each
 * in it. Inserting walls may move triangles a little later: the grid only says where a walk begins.
 */
function gridOver({ coords, triangles }: Delaunay, [minX, minY, maxX, maxY]: GridExtent) {
  const count = triangles.length / 3;
  const bits = Math.max(0, Math.min(12, Math.round(Math.log2(count / TO_A_CELL) / 2)));
  const side = 2 ** bits;
  const shape = { minX, minY, perX: side / (maxX - minX), perY: side / (maxY - minY), bits };
  const numbers = new Int32Array(count);
  const hint = new Int32Array(side * side);
  for (let t = 0; t < count; t += 1) {
    const a = 2 * triangles[3 * t];
    const b = 2 * triangles[3 * t + 1];
    const c = 2 * triangles[3 * t + 2];
    const x = (coords[a] + coords[b] + coords[c]) / 3;
    const y = -(coords[a + 1] + coords[b + 1] + coords[c + 1]) / 3;
    const cell = cellAt(shape, x, y);
    numbers[t] = cell;
    hint[cell] += 1;
  }
  const free = new Int32Array(hint.length);
  let first = 0;
  for (let cell = 0; cell < hint.length; cell += 1) {
    free[cell] = first;
    first += hint[cell];
    hint[cell] = Math.min(free[cell], count - 1);
  }
  const order = new Int32Array(count);
  for (let t = 0; t < count; t += 1) {
    numbers[t] = free[numbers[t]]++;
    order[numbers[t]] = t;
  }
  return { grid: { ...shape, hint }, order, numbers };
}

/** Returns the number, in Morton order, of the grid cell that holds (x, y), a point of the box in grid units. */
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
