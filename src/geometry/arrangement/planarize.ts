// Splits segments so that they meet only in shared ends.

import { turn } from '../vector.js';
import { GridSegments } from './grid-segment.js';
import { SegmentCells } from './segment-cells.js';
import { SegmentPoints } from './segment-order.js';
import { crossingsIn, snapRound } from './snap-rounding.js';
import { join, weld } from './weld.js';

/** Segments that meet only in shared ends, with an index of them by the squares of a grid. */
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
 * crossings and the vertices close to it between its ends: so segments that met before still meet, and no crossing just
 * beside a corner leaves a splinter there. Snap rounding then separates whatever these moves made cross.
 *
 * @param near grid units: vertices strictly nearer to each other than this become one, and a vertex this near to a
 *   segment, between its ends, splits it
 * @param margin grid units: how far from a point the index of the result (`cells`) finds segments by looking into the
 *   point's square alone
 */
export function planarize(all: GridSegments, near: number, margin: number): Planar {
  const segments = partedAtStops(all.sorted(), near).sorted();
  const cells = new SegmentCells(segments, margin);
  const rounded = snapRound(segments, cells);
  if (rounded === segments) return { segments, cells };
  const sorted = rounded.sorted();
  return { segments: sorted, cells: new SegmentCells(sorted, margin) };
}

/** Returns the segments split at their points. */
function partedAtStops(segments: GridSegments, near: number): GridSegments {
  // Welding moves an end, and so a segment, by less than near.
  const cells = new SegmentCells(segments, 2 * near + 1);
  weldEnds(segments, cells, near);
  const stops = stopsOf(segments, cells, near);
  const parted = new GridSegments(segments.points, segments.origin, segments.count + stops.count);
  for (let i = 0; i < segments.count; i += 1) stops.lead(segments, i, along, parted, isOn);
  // Else no straight piece crosses another or comes near a vertex.
  if (near < 1) parted.suspect.fill(1);
  return parted;
}

/** Leads the segments to where their ends are welded; some then have no length. */
function weldEnds(segments: GridSegments, cells: SegmentCells, near: number): void {
  cells.place(segments.ends());
  const moved = weld(segments, cells, near);
  if (moved === undefined) return;
  for (let i = 0; i < segments.count; i += 1) segments.lead(i, moved[segments.a[i]], moved[segments.b[i]]);
  cells.keep(segments.ends());
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
  const p = a[i];
  const q = b[i];
  if (p === point || q === point) return false;
  const ax = xs[p];
  const bx = xs[q];
  const x = xs[point];
  if (x < ax - near || x > bx + near) return false;
  const ay = ys[p];
  const by = ys[q];
  const y = ys[point];
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
  const p = a[i];
  const q = b[i];
  const ax = x[p];
  const ay = y[p];
  const dx = x[q] - ax;
  const dy = y[q] - ay;
  const mx = x[m];
  const my = y[m];
  const nx = x[n];
  const ny = y[n];
  return (mx - ax) * dx + (my - ay) * dy - ((nx - ax) * dx + (ny - ay) * dy) || mx - nx || my - ny;
}

/** True if a point lies exactly on the line of the segment. */
function isOn({ points: { x, y }, a, b }: GridSegments, i: number, point: number): boolean {
  const p = a[i];
  const q = b[i];
  return turn(x[p], y[p], x[q], y[q], x[point], y[point]) === 0;
}
