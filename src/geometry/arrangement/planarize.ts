// Splits segments so that they meet only in shared ends.

import { turn } from '../vector.js';
import { GridSegments } from './grid-segment.js';
import { SegmentCells } from './segment-cells.js';
import { SegmentPoints } from './segment-order.js';
import { crossingsIn, snapRound } from './snap-rounding.js';
import { join, weld } from './weld.js';

/** Segments that meet only in shared ends, with their index of squares. */
export interface Planar {
  /** The segments, sorted by coordinates. */
  readonly segments: GridSegments;
  /** The squares that the segments come near. */
  readonly cells: SegmentCells;
}

/**
 * Splits segments at crossings, T-junctions and overlaps so that they meet only in shared ends, and merges those that
 * coincide. The result is sorted by coordinates, depends on neither order nor direction of the segments, and holds for
 * any input.
 *
 * First near ends are welded and crossings are joined to vertices. Then each segment is led, once, through its
 * crossings and the vertices near its inside: so segments that met before still meet, and no crossing just beside a
 * corner leaves a splinter there. Snap rounding then separates whatever these moves made cross.
 *
 * @param near grid units: vertices strictly nearer to each other than this become one, and a vertex that near to a
 *   segment's inside splits it
 * @param margin grid units: margin of the squares in the result
 */
export function planarize(all: GridSegments, near: number, margin: number): Planar {
  const { segments: parted, suspects } = partedAtStops(all, near);
  const cells = new SegmentCells(parted, margin);
  const rounded = snapRound(parted, cells, suspects);
  const { segments, numbers } = rounded.sorted();
  if (rounded !== parted) return { segments, cells: new SegmentCells(segments, margin) };
  cells.replace(numbers);
  return { segments, cells };
}

/**
 * Splits the segments at their points. Also returns the pieces that may cross another or come near its ends; undefined
 * if any may.
 */
function partedAtStops(
  segments: GridSegments,
  near: number,
): { readonly segments: GridSegments; readonly suspects: readonly number[] | undefined } {
  // Welding moves an end, and so a segment, by less than near.
  const cells = new SegmentCells(segments, 2 * near + 1);
  const welded = weldEnds(segments, cells, near);
  const stops = stopsOf(welded, cells, near);
  const parted = stops.count === 0 ? welded : new GridSegments(welded.points, welded.count + stops.count);
  const bent: number[] = [];
  for (let i = 0; i < welded.count && parted !== welded; i += 1) {
    const before = parted.count;
    if (stops.lead(welded, i, along, parted, isOn)) continue;
    for (let piece = before; piece < parted.count; piece += 1) bent.push(piece);
  }
  // Nothing else crosses or comes near a vertex, if `near` is wide enough to have caught it.
  return { segments: parted, suspects: near >= 1 ? bent : undefined };
}

function weldEnds(segments: GridSegments, cells: SegmentCells, near: number): GridSegments {
  const { points, a, b, count, origin } = segments;
  const ends = segments.ends();
  cells.place(ends);
  const moved = weld(points, ends, cells, near, segments.degrees());
  if (moved === undefined) return segments;
  const welded = new GridSegments(points, count);
  const numbers = new Int32Array(count);
  for (let i = 0; i < count; i += 1) {
    numbers[i] = welded.add(moved[a[i] ?? 0] ?? 0, moved[b[i] ?? 0] ?? 0, origin[i] ?? []);
  }
  cells.replace(numbers);
  cells.keep(welded.ends());
  return welded;
}

/** Returns, by segment, its crossings (joined to vertices) and the vertices near its inside. */
function stopsOf(segments: GridSegments, cells: SegmentCells, near: number): SegmentPoints {
  const crossings = crossingsIn(segments, cells);
  const distinct = Int32Array.from(new Set(crossings.map(({ at }) => at)));
  const joined = join(segments.points, distinct, cells, near);
  const stops = new SegmentPoints(segments.count);
  cells.forEachPoint(segments, near, (point, i) => {
    if (isNear(segments, i, point, near)) stops.add(i, point);
  });
  for (const { at, i, j } of crossings) {
    const vertex = joined.get(at) ?? at;
    stops.add(i, vertex);
    stops.add(j, vertex);
  }
  return stops;
}

/** True if a point is near the inside of a segment and isn't one of its ends. */
function isNear({ points, a, b }: GridSegments, i: number, point: number, near: number): boolean {
  const { x: xs, y: ys } = points;
  const p = a[i] ?? 0;
  const q = b[i] ?? 0;
  if (p === point || q === point) return false;
  const ax = xs[p] ?? 0;
  const bx = xs[q] ?? 0;
  const x = xs[point] ?? 0;
  if (x < ax - near || x > bx + near) return false;
  const ay = ys[p] ?? 0;
  const by = ys[q] ?? 0;
  const y = ys[point] ?? 0;
  if ((y < ay - near && y < by - near) || (y > ay + near && y > by + near)) return false;
  const dx = bx - ax;
  const dy = by - ay;
  const length2 = dx * dx + dy * dy;
  const dot = (x - ax) * dx + (y - ay) * dy;
  if (dot <= 0 || dot >= length2) return false;
  const cross = dx * (y - ay) - dy * (x - ax);
  return cross * cross < near * near * length2;
}

/** Compares two points by their position along the segment. */
function along({ points: { x, y }, a, b }: GridSegments, i: number, m: number, n: number): number {
  const p = a[i] ?? 0;
  const q = b[i] ?? 0;
  const ax = x[p] ?? 0;
  const ay = y[p] ?? 0;
  const dx = (x[q] ?? 0) - ax;
  const dy = (y[q] ?? 0) - ay;
  const mx = x[m] ?? 0;
  const my = y[m] ?? 0;
  const nx = x[n] ?? 0;
  const ny = y[n] ?? 0;
  return (mx - ax) * dx + (my - ay) * dy - ((nx - ax) * dx + (ny - ay) * dy) || mx - nx || my - ny;
}

/** True if a point lies exactly on the line of the segment. */
function isOn({ points: { x, y }, a, b }: GridSegments, i: number, point: number): boolean {
  const p = a[i] ?? 0;
  const q = b[i] ?? 0;
  return turn(x[p] ?? 0, y[p] ?? 0, x[q] ?? 0, y[q] ?? 0, x[point] ?? 0, y[point] ?? 0) === 0;
}
