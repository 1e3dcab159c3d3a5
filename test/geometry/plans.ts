import fc from 'fast-check';
import {
  type Box,
  createExpansion,
  createSweep,
  type Point,
  type PreparedWalls,
  type Ring,
  type Segment,
  type Viewshed,
  type Viewsheds,
} from '../../src/geometry/index.js';
import { SEED } from './seed.js';

fc.configureGlobal({ seed: SEED });

/** Random plans are drawn in this square, metres. */
export const SIZE = 12;

export const bounds: Box = { minX: -1, minY: -1, maxX: SIZE + 1, maxY: SIZE + 1 };

export const wall = (ax: number, ay: number, bx: number, by: number): Segment => ({ a: [ax, ay], b: [bx, by] });

/** Blocks of every prepared wall. */
export const all = ({ segments }: Pick<PreparedWalls, 'segments'>): Uint8Array =>
  new Uint8Array(segments.length).fill(1);

/** Views among all the walls, by the sweep. */
export const sweepOf = (walls: PreparedWalls, within: Box): Viewshed => createSweep(walls, within).among(all(walls));

/** Both ways of working out a view: neither is right because it agrees with itself. */
export const implementations: readonly (readonly [
  name: string,
  create: (walls: PreparedWalls, bounds: Box) => Viewsheds,
])[] = [
  ['expansion', createExpansion],
  ['sweep', createSweep],
];

/** Walls through the points in turn. */
export const path = (...points: Point[]): Segment[] => points.slice(1).map((b, i) => ({ a: points[i] ?? b, b }));

export const rect = (x: number, y: number, w: number, h: number): Ring => [
  [x, y],
  [x + w, y],
  [x + w, y + h],
  [x, y + h],
];

const step = fc.integer({ min: 0, max: SIZE * 4 });
const direction = fc.constantFrom<Point>([1, 0], [0, 1], [1, 1], [1, -1]);

/**
 * Walls along 0, 45 and 90° between points of a 0.25 m lattice: every crossing lies on the grid, so preparing
 * bends nothing and properties hold to rounding.
 */
export const latticeWall: fc.Arbitrary<Segment> = fc
  .tuple(step, step, direction, fc.integer({ min: 1, max: 20 }))
  .map(([x, y, [dx, dy], n]) => wall(x / 4, y / 4, (x + dx * n) / 4, (y + dy * n) / 4))
  .filter(({ b }) => b[0] <= SIZE && b[1] <= SIZE && b[1] >= 0);

export const latticeWalls: fc.Arbitrary<Segment[]> = fc.array(latticeWall, { minLength: 0, maxLength: 24 });

const millimetre = fc.integer({ min: 0, max: SIZE * 1000 }).map((n) => n / 1000);

/** Walls in any direction between millimetre points, crossing as they like. */
export const anyWall: fc.Arbitrary<Segment> = fc
  .tuple(millimetre, millimetre, millimetre, millimetre)
  .map(([ax, ay, bx, by]) => wall(ax, ay, bx, by));

export const anyWalls: fc.Arbitrary<Segment[]> = fc.array(anyWall, { minLength: 0, maxLength: 24 });

/** A point that lies on no lattice line: multiples of 0.25 m moved by odd fractions. */
export const offLattice: fc.Arbitrary<Point> = fc.tuple(step, step).map(([x, y]) => [x / 4 + 0.0417, y / 4 + 0.0763]);

/** Any point, to the nanometre: no coordinates so small that products underflow. */
const nanometre = fc.integer({ min: 0, max: SIZE * 1e9 }).map((n) => n / 1e9);

export const anyPoint: fc.Arbitrary<Point> = fc.tuple(nanometre, nanometre);

/** Radians. */
export const angle: fc.Arbitrary<number> = fc.integer({ min: 0, max: 6_283_185 }).map((n) => n / 1e6);
