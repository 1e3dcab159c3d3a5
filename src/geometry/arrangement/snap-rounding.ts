// Snap rounding: makes segments meet only in shared ends of the integer grid.
import { spendBudget } from '../../base/budget.js';
import { turn } from '../vector.js';
import { GridSegments } from './grid-segment.js';
import type { SegmentCells } from './segment-cells.js';
import { SegmentPoints } from './segment-order.js';

/**
 * Returns the segments bent and split so that they meet only in shared ends, which are points of the grid, by snap
 * rounding (Hobby 1999; Guibas and Marimont 1998). The unit square about each end and each rounded crossing is hot, and
 * each segment is led through the middle of every hot square it passes. One pass is enough, for any input; every piece
 * keeps within 0.71 units of its segment, and segments that met still meet. Every decision is exact, so the result is a
 * function of the set of segments.
 *
 * @param segments coordinates are integers below 2^50
 * @param cells index of the segments in which no point is placed yet
 * @returns the segments themselves if nothing has to change
 */
export function snapRound(segments: GridSegments, cells: SegmentCells): GridSegments {
  const { points, count, suspect } = segments;
  if (count < 2 || !suspect.subarray(0, count).includes(1)) return segments;
  cells.place(segments.ends());
  const through = new SegmentPoints(count);
  cells.forEachPoint(segments, 1, (point, i) => {
    if (suspect[i] === 1 && passes(segments, i, point)) through.add(i, point);
  });
  for (const at of new Set(crossingsIn(segments, cells).map((crossing) => crossing.at))) {
    // Where an end lies, the square was hot already.
    if (cells.isPlaced(at)) continue;
    cells.forEachNear(segments, at, 1, (point, i) => {
      if (passes(segments, i, point)) through.add(i, point);
    });
  }
  if (through.count === 0) return segments;
  const parted = new GridSegments(points, segments.origin, count + through.count);
  for (let i = 0; i < count; i += 1) through.lead(segments, i, inColumns, parted, isHot);
  return parted;
}

/**
 * True if a segment passes the unit square about a grid point that is none of its ends. The square is half-open (its
 * left and lower edges belong to it), so squares tile the plane. Ends are integers, so a segment whose box reaches into
 * the point's square either crosses the square whole or, running downwards, touches the corner that belongs to it.
 */
function passes({ points, a, b }: GridSegments, i: number, point: number): boolean {
  const { x: xs, y: ys } = points;
  const p = a[i];
  const q = b[i];
  if (p === point || q === point) return false;
  const ax = xs[p];
  const bx = xs[q];
  const x = xs[point];
  if (ax > x + 0.5 || bx < x - 0.5) return false;
  const ay = ys[p];
  const by = ys[q];
  const y = ys[point];
  if (Math.min(ay, by) > y + 0.5 || Math.max(ay, by) < y - 0.5) return false;
  return by >= ay
    ? turn(ax, ay, bx, by, x - 0.5, y + 0.5) > 0 && turn(ax, ay, bx, by, x + 0.5, y - 0.5) < 0
    : turn(ax, ay, bx, by, x + 0.5, y + 0.5) > 0 && turn(ax, ay, bx, by, x - 0.5, y - 0.5) <= 0;
}

const isHot = (): boolean => true;

/**
 * Compares points along a segment. A straight line passes squares column by column, and those of one column up or down.
 */
function inColumns({ points: { x, y }, a, b }: GridSegments, i: number, p: number, q: number): number {
  const up = y[b[i]] >= y[a[i]] ? 1 : -1;
  return x[p] - x[q] || up * (y[p] - y[q]);
}

/** Two segments that cross, and the grid point nearest to their crossing, by number. */
interface SegmentCrossing {
  readonly at: number;
  readonly i: number;
  readonly j: number;
}

/** Steps counted for computing a crossing and processing it. */
const CROSSING = 60;

/**
 * Returns the crossings of segments that aren't an end of either: the two segments and the number of the grid point
 * nearest to the crossing, which is added to the numbered points. Tests only pairs of which at least one segment is
 * marked in `segments.suspect`; may return a crossing more than once.
 */
export function crossingsIn(segments: GridSegments, cells: SegmentCells): SegmentCrossing[] {
  const { points, a, b, suspect } = segments;
  const { x, y } = points;
  const pairs: number[] = [];
  cells.forEachPair(segments, (i, j) => {
    if (suspect[i] === 0 && suspect[j] === 0) return;
    const ia = a[i];
    const ib = b[i];
    const ja = a[j];
    const jb = b[j];
    // Segments that share an end don't cross.
    if (ia === ja || ib === jb || ia === jb || ib === ja) return;
    const px = x[ia];
    const pu = x[ib];
    const qx = x[ja];
    const qu = x[jb];
    if (px > qu || qx > pu) return;
    const py = y[ia];
    const pv = y[ib];
    const qy = y[ja];
    const qv = y[jb];
    if (Math.min(py, pv) > Math.max(qy, qv) || Math.min(qy, qv) > Math.max(py, pv)) return;
    const from = turn(qx, qy, qu, qv, px, py);
    const to = turn(qx, qy, qu, qv, pu, pv);
    if (!(from > 0 && to < 0) && !(from < 0 && to > 0)) return;
    const left = turn(px, py, pu, pv, qx, qy);
    const right = turn(px, py, pu, pv, qu, qv);
    if (!(left > 0 && right < 0) && !(left < 0 && right > 0)) return;
    spendBudget(CROSSING);
    pairs.push(i, j);
  });
  const crossings: SegmentCrossing[] = [];
  for (let k = 0; k < pairs.length; k += 2) {
    const [i = 0, j = 0] = [pairs[k], pairs[k + 1]];
    crossings.push({ at: crossingOf(segments, i, j), i, j });
  }
  return crossings;
}

/** Returns the number of the grid point nearest to where two segments cross, exactly (halves round up). */
function crossingOf({ points, a, b }: GridSegments, i: number, j: number): number {
  const { x, y } = points;
  const [ia = 0, ib = 0, ja = 0, jb = 0] = [a[i], b[i], a[j], b[j]];
  const [ax = 0, ay = 0, qx = 0, qy = 0] = [x[ia], y[ia], x[ja], y[ja]];
  const [dx, dy] = [x[ib] - ax, y[ib] - ay];
  const [ex, ey] = [x[jb] - qx, y[jb] - qy];
  const share: Share = { ox: qx - ax, oy: qy - ay, dx, dy, ex, ey };
  return points.of(ax + rounded(share, dx), ay + rounded(share, dy));
}

/** The directions of two segments (d, e) and the vector from the start of one to the start of the other (o). */
interface Share {
  readonly ox: number;
  readonly oy: number;
  readonly dx: number;
  readonly dy: number;
  readonly ex: number;
  readonly ey: number;
}

/** Relative error bound of a product, a difference of products and a quotient. */
const ROUNDING = 8 * Number.EPSILON;

/**
 * Returns (o × e) / (d × e) · length rounded to the nearest integer, halves up: in doubles if rounding can't matter,
 * else exactly.
 */
function rounded(share: Share, length: number): number {
  const { ox, oy, dx, dy, ex, ey } = share;
  const over = ox * ey - oy * ex;
  const under = dx * ey - dy * ex;
  const value = (over / under) * length;
  const doubt = (ROUNDING * (Math.abs(dx * ey) + Math.abs(dy * ex))) / Math.abs(under);
  const overDoubt = (ROUNDING * (Math.abs(ox * ey) + Math.abs(oy * ex))) / Math.abs(under);
  const bound = overDoubt * Math.abs(length) + (2 * doubt + ROUNDING) * Math.abs(value);
  const nearest = Math.floor(value + 0.5);
  // Certainly on this side of the half. Written so that NaN isn't certain.
  const sure = doubt < 0.001 && value + 0.5 - nearest > bound && nearest + 1 - (value + 0.5) > bound;
  return sure ? nearest : roundedExactly(share, length);
}

function roundedExactly({ ox, oy, dx, dy, ex, ey }: Share, length: number): number {
  const over = BigInt(ox) * BigInt(ey) - BigInt(oy) * BigInt(ex);
  const under = BigInt(dx) * BigInt(ey) - BigInt(dy) * BigInt(ex);
  const sign = under < 0n ? -1n : 1n;
  const dividend = sign * (2n * over * BigInt(length) + under);
  const divisor = sign * 2n * under;
  return Number(dividend / divisor - (dividend % divisor < 0n ? 1n : 0n));
}
