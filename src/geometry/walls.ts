import { GridSegments } from './grid-segment.js';
import { findLeaks, GAP, type Gap } from './leaks.js';
import { planarize } from './planarize.js';
import { PointNumbers } from './point-numbers.js';
import type { Point, Segment } from './types.js';
import { UNITS_PER_METRE } from './units.js';

/** Points closer than this are one: 5 mm, less than any wall's thickness and more than a draughtsman's noise. */
export const WELD_METRES = 0.005;

/** Grid units: the rounded foot of a gap on a wall's inside is nearer than this to it. */
const ON_WALL = 1;

/** A gap between a wall's free end and the next wall, of 5–50 mm (or less, where welding would have had to chain). */
export interface Leak {
  /** Middle of the gap, metres. */
  readonly at: Point;
  /** Its width, metres. */
  readonly gap: number;
  /** Source segments on both sides, ascending. */
  readonly between: readonly number[];
}

/** Walls that meet only in shared ends, on the grid of 0.1 µm. */
export interface PreparedWalls {
  /** In metres, sorted by coordinates; made when first read. */
  readonly segments: readonly Segment[];
  /** The same one by one, for those who look at a few of many. */
  segmentAt(index: number): Segment;
  /** For each, the indices of all source segments it stands for, ascending; empty for a closed gap. */
  readonly origin: readonly (readonly number[])[];
  /** Sorted by position. */
  readonly leaks: readonly Leak[];
  /** x0, y0, x1, y1 of each segment in grid units: exact integers. */
  readonly units: Float64Array;
}

/**
 * Makes walls fit for sight: welds ends and crossings closer than 5 mm, snaps to the grid, splits at crossings, T-junctions and
 * overlaps, drops duplicates. A wall with another's end within 5 mm of its inside is bent to it. Holds for any input; the
 * result depends on neither order, direction nor repetition of the segments.
 *
 * @param segments metres; those without length are dropped, and so are those that no grid point can stand for
 * @param options.closeGaps whether gaps of 5–50 mm get a wall (what must be seen) or stay open (what may be seen)
 */
export function prepareWalls(segments: readonly Segment[], options: { readonly closeGaps: boolean }): PreparedWalls {
  const welded = planarize(onGrid(segments), WELD_METRES * UNITS_PER_METRE, GAP);
  const gaps = findLeaks(welded);
  const open = welded.segments;
  const grid = options.closeGaps && gaps.length > 0 ? planarize(bridged(open, gaps), ON_WALL, 1).segments : open;
  const units = unitsOf(grid);
  let drawn: readonly Segment[] | undefined;
  return {
    get segments() {
      drawn ??= segmentsOf(units);
      return drawn;
    },
    segmentAt: (i) => segmentAt(units, i),
    origin: grid.origin,
    leaks: gaps.map(({ from, to, between }) => ({
      at: toMetres((from[0] + to[0]) / 2, (from[1] + to[1]) / 2),
      gap: Math.hypot(to[0] - from[0], to[1] - from[1]) / UNITS_PER_METRE,
      between,
    })),
    units,
  };
}

/** The segments between points of the grid, less those without a place on it. */
function onGrid(segments: readonly Segment[]): GridSegments {
  const points = new PointNumbers(segments.length);
  const grid = new GridSegments(points, segments.length);
  segments.forEach(({ a, b }, index) => {
    const ax = snap(a[0]);
    const ay = snap(a[1]);
    const bx = snap(b[0]);
    const by = snap(b[1]);
    const within = isOnGrid(ax) && isOnGrid(ay) && isOnGrid(bx) && isOnGrid(by);
    if (within) grid.add(points.of(ax, ay), points.of(bx, by), [index]);
  });
  return grid;
}

/** The segments with the gaps closed, by walls that stand for no source. */
function bridged(segments: GridSegments, gaps: readonly Gap[]): GridSegments {
  const { points, a, b, count, origin } = segments;
  const closed = new GridSegments(points, count + gaps.length);
  for (let i = 0; i < count; i += 1) closed.add(a[i] ?? 0, b[i] ?? 0, origin[i] ?? []);
  for (const { from, to } of gaps) closed.add(points.of(...from), points.of(...to), []);
  return closed;
}

function unitsOf({ points: { x, y }, a, b, count }: GridSegments): Float64Array {
  const units = new Float64Array(4 * count);
  for (let i = 0; i < count; i += 1) {
    const p = a[i] ?? 0;
    const q = b[i] ?? 0;
    units[4 * i] = x[p] ?? 0;
    units[4 * i + 1] = y[p] ?? 0;
    units[4 * i + 2] = x[q] ?? 0;
    units[4 * i + 3] = y[q] ?? 0;
  }
  return units;
}

function segmentsOf(units: Float64Array): Segment[] {
  return Array.from({ length: units.length / 4 }, (_, i) => segmentAt(units, i));
}

function segmentAt(units: Float64Array, i: number): Segment {
  return {
    a: toMetres(units[4 * i] ?? 0, units[4 * i + 1] ?? 0),
    b: toMetres(units[4 * i + 2] ?? 0, units[4 * i + 3] ?? 0),
  };
}

/**
 * The prepared walls that stand for at least one source segment that `keep` accepts. Preparing all walls once and
 * selecting from them gives several worlds the same vertices: a wall that two worlds share bends nowhere differently, so
 * a world with more walls never sees more, not even by a hair.
 *
 * @param options.gaps whether the walls that close gaps stay (none are there unless prepared with closeGaps)
 */
export function selectWalls(
  walls: PreparedWalls,
  keep: (source: number) => boolean,
  options: { readonly gaps: boolean },
): PreparedWalls {
  const kept = walls.segments
    .map((segment, i) => ({ segment, i, origin: walls.origin[i] ?? [] }))
    .filter(({ origin }) => (origin.length === 0 ? options.gaps : origin.some(keep)));
  const units = Float64Array.from(kept.flatMap(({ i }) => [...walls.units.subarray(4 * i, 4 * i + 4)]));
  return {
    segments: kept.map(({ segment }) => segment),
    segmentAt: (i) => segmentAt(units, i),
    origin: kept.map(({ origin }) => origin),
    leaks: walls.leaks,
    units,
  };
}

/** Grid units: exact halves and differences of coordinates stay doubles. A hundred thousand kilometres. */
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
