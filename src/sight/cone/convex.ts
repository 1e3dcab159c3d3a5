// Flat convex polygons: clipping by a half-plane, turning, convex hull.
import { orient2d } from 'robust-predicates';
import { spendBudget } from '../../base/budget.js';
import type { Point, Ring } from '../../geometry/types.js';

/**
 * Convex polygon as a flat list x0, y0, x1, y1 …, counter-clockwise; in plan in metres, in the picture plane in
 * tangents (left, up at depth 1). Flat for speed: each camera clips dozens of them.
 */
export type Flat = readonly number[];

/**
 * Metres: grid to which corners of a footprint are rounded. Corners that coincide but for rounding would make edges in
 * any direction.
 */
export const GRAIN = 1e-9;

/**
 * Returns the part of a convex polygon in the half-plane a·x + b·y ≤ c: the polygon itself if it lies in it, [] if none
 * of it does.
 */
export function clipFlat(polygon: Flat, a: number, b: number, c: number): Flat {
  const n = polygon.length;
  let outside = 0;
  for (let i = 0; i < n; i += 2) if (a * polygon[i] + b * polygon[i + 1] > c) outside += 2;
  if (outside === 0) return polygon;
  if (outside === n) return [];
  const kept: number[] = [];
  let px = polygon[n - 2];
  let py = polygon[n - 1];
  let dp = a * px + b * py - c;
  for (let i = 0; i < n; i += 2) {
    const qx = polygon[i];
    const qy = polygon[i + 1];
    const dq = a * qx + b * qy - c;
    if (dp > 0 !== dq > 0) {
      const t = dp / (dp - dq);
      kept.push(px + t * (qx - px), py + t * (qy - py));
    }
    if (dq <= 0) kept.push(qx, qy);
    px = qx;
    py = qy;
    dp = dq;
  }
  return kept.length < 6 ? [] : kept;
}

/** Returns the axis-parallel square about the origin with sides of 2·`half`. */
export function squareFlat(half: number): Flat {
  return [-half, -half, half, -half, half, half, -half, half];
}

/** Returns the points turned about the origin by `angle` radians, counter-clockwise. */
export function turnFlat(points: Flat, angle: number): Flat {
  if (angle === 0) return points;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const turned: number[] = [];
  for (let i = 0; i < points.length; i += 2) {
    turned.push(points[i] * cos - points[i + 1] * sin, points[i] * sin + points[i + 1] * cos);
  }
  return turned;
}

/** Returns {@link exactHull} of the points after rounding them to a grid of a nanometre. */
export function hullFlat(points: Flat): Flat {
  // Adding 0 makes 0 of −0.
  return exactHull(points.map((value) => Math.round(value / GRAIN) * GRAIN + 0));
}

/**
 * Returns the convex hull, counter-clockwise from its leftmost (then lowest) point, without collinear points (Andrew
 * 1979, exact orientation): every point lies on an edge or to its left. [] if the hull has no area.
 */
export function exactHull(points: Flat): Flat {
  const n = points.length >> 1;
  spendBudget(30 + 10 * n);
  const xs = new Float64Array(n);
  const ys = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    xs[i] = points[2 * i];
    ys[i] = points[2 * i + 1];
  }
  const order = inOrder(xs, ys);
  const lower = chain(order, xs, ys);
  const upper = chain(order.reverse(), xs, ys);
  if (lower.length + upper.length < 5) return [];
  const hull: number[] = [];
  for (const side of [lower, upper]) for (let k = 0; k < side.length - 1; k++) hull.push(xs[side[k]], ys[side[k]]);
  return hull;
}

/** Number of points up to which insertion sort is fastest. */
const FEW = 64;

/** Returns the indices of the points from left to right, then from below up; one for each place. */
function inOrder(xs: Float64Array, ys: Float64Array): number[] {
  const order: number[] = [];
  const before = (i: number, j: number) => xs[i] - xs[j] || ys[i] - ys[j];
  for (let i = 0; i < xs.length; i++) {
    order.push(i);
    if (xs.length > FEW) continue;
    const [x, y] = [xs[i], ys[i]];
    let k = i;
    for (; k > 0; k--) {
      const other = order[k - 1];
      if (xs[other] < x || (xs[other] === x && ys[other] <= y)) break;
      order[k] = other;
    }
    order[k] = i;
  }
  if (xs.length > FEW) order.sort(before);
  return order.filter((i, k) => k === 0 || before(i, order[k - 1]) !== 0);
}

/** Returns the points on the left-turning chain from the first to the last. */
function chain(order: readonly number[], xs: Float64Array, ys: Float64Array): number[] {
  const kept: number[] = [];
  for (const i of order) {
    for (let m = kept.length; m > 1; m--) {
      const [a, b] = [kept[m - 2], kept[m - 1]];
      // robust-predicates counts turns with y downwards.
      if (orient2d(xs[a], ys[a], xs[b], ys[b], xs[i], ys[i]) < 0) break;
      kept.pop();
    }
    kept.push(i);
  }
  return kept;
}

/** Returns a flat polygon as a ring. */
export function ringOf(polygon: Flat): Ring {
  const ring: Point[] = [];
  for (let i = 0; i < polygon.length; i += 2) ring.push([polygon[i], polygon[i + 1]]);
  return ring;
}

/** Returns a ring as a flat list. */
export function flatOf(ring: readonly Point[]): Flat {
  const flat: number[] = [];
  for (const [x, y] of ring) flat.push(x, y);
  return flat;
}
