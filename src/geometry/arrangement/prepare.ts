// Prepared walls: welded, snapped to the grid and split so that they meet only in shared ends.

import { roomFor } from '../../base/arrays.js';
import { LENGTH_TOLERANCE } from '../../base/threshold.js';
import type { Point, Segment } from '../types.js';
import { UNITS_PER_METRE } from '../units.js';
import { GridSegments } from './grid-segment.js';
import { findLeaks, type Gap, WIDEST_GAP } from './leaks.js';
import { planarize } from './planarize.js';
import { PointNumbers } from './point-numbers.js';
import { itemsOf, type Lists, upTo } from './radix.js';

/**
 * Metres: points closer than this become one. It is 5 mm less the tolerance of lengths, so that a gap drawn as 5 mm
 * stays one, to be seen through and reported. Less than any wall's thickness and more than a draughtsman's noise.
 */
export const WELD_METRES = 0.005 - LENGTH_TOLERANCE;

/**
 * Grid units: the rounded foot of a gap on a wall's inside is nearer to the wall than this, and to where the wall over the
 * gap meets it. A wall between the two would be a unit long, with a direction of its own.
 */
const ON_WALL = 2;

/**
 * A gap between a wall's free end and the next wall: from {@link WELD_METRES} to 50 mm plus the tolerance of lengths.
 * It may be narrower where welding would have joined a chain of points of which some lie further apart than
 * WELD_METRES.
 */
export interface Leak {
  /** Middle of the gap, metres. */
  readonly at: Point;
  /** Width of the gap, metres. */
  readonly gap: number;
  /** From the free end to the other wall, metres. */
  readonly line: Segment;
  /** Indices of the source segments on both sides, ascending. */
  readonly between: readonly number[];
}

/** Walls that meet only in shared ends, on the grid of 0.1 µm. */
export interface PreparedWalls {
  /** The walls in metres, sorted by coordinates. Built when first read. */
  readonly segments: readonly Segment[];
  /** Returns a single wall in metres, without building all of them. */
  segmentAt(index: number): Segment;
  /**
   * By wall, the indices of all source segments it comes from, ascending; empty for a wall that closes a gap. Built when
   * first read.
   */
  readonly origin: readonly (readonly number[])[];
  /** The same as numbered lists, which need no building. */
  readonly sources: Lists;
  /** Gaps found between the walls, sorted by position. */
  readonly leaks: readonly Leak[];
  /** x0, y0, x1, y1 of each wall in grid units: exact integers. */
  readonly units: Float64Array;
}

/**
 * Prepares walls for sight: welds ends and crossings closer than {@link WELD_METRES}, snaps to the grid, splits at
 * crossings, T-junctions and overlaps, and drops duplicates. A wall that passes the end of another one closer than that
 * is bent to go through it. Holds for any input; the result depends on neither order, direction nor repetition of the
 * segments.
 *
 * @param segments metres; segments without length are dropped, and so are those that no grid point can represent
 * @param options.closeGaps true: gaps (see {@link Leak}) get a wall (for must-see); false: they stay open (for may-see)
 */
export function prepareWalls(segments: readonly Segment[], options: { readonly closeGaps: boolean }): PreparedWalls {
  const welded = planarize(onGrid(segments), WELD_METRES * UNITS_PER_METRE, WIDEST_GAP);
  const gaps = findLeaks(welded);
  const open = welded.segments;
  const grid = options.closeGaps && gaps.length > 0 ? planarize(bridged(open, gaps), ON_WALL, 1).segments : open;
  const units = unitsOf(grid);
  const { origin: sources } = grid;
  let drawn: readonly Segment[] | undefined;
  let origin: PreparedWalls['origin'] | undefined;
  return {
    get segments() {
      drawn ??= segmentsOf(units);
      return drawn;
    },
    segmentAt: (i) => segmentAt(units, i),
    get origin() {
      origin ??= Array.from({ length: units.length / 4 }, (_, i) => itemsOf(sources, i));
      return origin;
    },
    sources,
    leaks: gaps.map(({ from, to, between }) => ({
      at: toMetres((from[0] + to[0]) / 2, (from[1] + to[1]) / 2),
      gap: Math.hypot(to[0] - from[0], to[1] - from[1]) / UNITS_PER_METRE,
      line: { a: toMetres(...from), b: toMetres(...to) },
      between,
    })),
    units,
  };
}

/** Returns the segments between grid points, without those that have no place on the grid. */
function onGrid(segments: readonly Segment[]): GridSegments {
  const units = new Float64Array(4 * segments.length);
  const index = new Int32Array(segments.length);
  let count = 0;
  for (let i = 0; i < segments.length; i += 1) {
    const { a, b } = segments[i];
    const ax = snap(a[0]);
    const ay = snap(a[1]);
    const bx = snap(b[0]);
    const by = snap(b[1]);
    if (!(isOnGrid(ax) && isOnGrid(ay) && isOnGrid(bx) && isOnGrid(by))) continue;
    units[4 * count] = ax;
    units[4 * count + 1] = ay;
    units[4 * count + 2] = bx;
    units[4 * count + 3] = by;
    index[count] = i;
    count += 1;
  }
  const points = new PointNumbers(count);
  const ends = points.ofAll(units.subarray(0, 4 * count));
  const grid = new GridSegments(points, { start: upTo(count + 1), items: index }, count);
  for (let k = 0; k < count; k += 1) grid.add(ends[2 * k], ends[2 * k + 1], k);
  return grid;
}

/** Returns the segments with the gaps closed by walls that come from no source. */
function bridged({ points, a, b, count, origin }: GridSegments, gaps: readonly Gap[]): GridSegments {
  const none = origin.start.length - 1;
  const start = roomFor(origin.start, none + 2);
  start[none + 1] = start[none];
  const closed = new GridSegments(points, { start, items: origin.items }, count + gaps.length);
  for (let i = 0; i < count; i += 1) closed.add(a[i], b[i], i);
  for (const { from, to } of gaps) closed.add(points.of(...from), points.of(...to), none);
  return closed;
}

function unitsOf({ points: { x, y }, a, b, count }: GridSegments): Float64Array {
  const units = new Float64Array(4 * count);
  for (let i = 0; i < count; i += 1) {
    units[4 * i] = x[a[i]];
    units[4 * i + 1] = y[a[i]];
    units[4 * i + 2] = x[b[i]];
    units[4 * i + 3] = y[b[i]];
  }
  return units;
}

function segmentsOf(units: Float64Array): Segment[] {
  return Array.from({ length: units.length / 4 }, (_, i) => segmentAt(units, i));
}

function segmentAt(units: Float64Array, i: number): Segment {
  return {
    a: toMetres(units[4 * i], units[4 * i + 1]),
    b: toMetres(units[4 * i + 2], units[4 * i + 3]),
  };
}

/** Grid units: up to here, exact halves and differences of coordinates stay doubles. A hundred thousand kilometres. */
const FARTHEST = 2 ** 50;

function isOnGrid(units: number): boolean {
  return Math.abs(units) <= FARTHEST;
}

function snap(metres: number): number {
  // + 0 turns −0 into 0.
  return Math.round(metres * UNITS_PER_METRE) + 0;
}

function toMetres(x: number, y: number): Point {
  return [x / UNITS_PER_METRE, y / UNITS_PER_METRE];
}
