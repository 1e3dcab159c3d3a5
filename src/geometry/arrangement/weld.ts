// Welding: near points of the integer grid become one.

import { append, groupBy } from '../../base/arrays.js';
import { spendBudget } from '../../base/budget.js';
import type { GridSegments } from './grid-segment.js';
import type { PointNumbers } from './point-numbers.js';
import { sortPoints, upTo } from './radix.js';
import type { SegmentCells } from './segment-cells.js';

/**
 * Welding of near points on the integer grid. Points become one only if all points welded together lie closer than the
 * tolerance to each other (complete linkage), so a chain of near points never collapses. The nearest pairs go first and
 * ties go by coordinates, so the result doesn't depend on the order of the input.
 */

interface Pair {
  readonly p: number;
  readonly q: number;
  readonly d2: number;
}

/**
 * Returns where the ends of segments move so that near ones become one point. Moves nothing itself.
 *
 * @param cells index of the segments in which their ends are placed (`SegmentCells.place`)
 * @param tolerance grid units; pairs strictly closer are welded. In a group the point where most segments end stays and
 *   the others move
 * @returns by number, the point that each point moves to (of several candidates the leftmost, then lowest); undefined
 *   if none moves
 */
export function weld(segments: GridSegments, cells: SegmentCells, tolerance: number): Int32Array | undefined {
  const { points } = segments;
  const pairs = nearPairs(points, segments.ends(), cells, tolerance);
  if (pairs.length === 0) return undefined;
  const { start } = segments.byEnd();
  const moved = upTo(points.count);
  for (const group of groupsOf(points, pairs)) {
    weldGroup(points, group, tolerance, (p) => start[p + 1] - start[p], moved);
  }
  return moved;
}

/** Returns the pairs of points closer than the tolerance, the leftmost, then lowest, first. */
function nearPairs({ x, y }: PointNumbers, ends: Int32Array, cells: SegmentCells, tolerance: number): Pair[] {
  const pairs: Pair[] = [];
  let p = 0;
  const meet = (q: number): void => {
    if (x[q] < x[p] || (x[q] === x[p] && y[q] <= y[p])) return;
    const d2 = (x[p] - x[q]) ** 2 + (y[p] - y[q]) ** 2;
    if (d2 >= tolerance * tolerance) return;
    spendBudget(40);
    pairs.push({ p, q, d2 });
  };
  for (let i = 0; i < ends.length; i += 1) {
    p = ends[i];
    cells.forEachPointNear(p, tolerance, meet);
  }
  return pairs;
}

/** Returns the pairs in groups of points that are connected. */
function groupsOf(points: PointNumbers, pairs: readonly Pair[]): Pair[][] {
  const head = new Int32Array(points.count).fill(-1);
  const headOf = (n: number): number => {
    let at = n;
    for (let up = head[at] ?? -1; up !== -1; up = head[at] ?? -1) at = up;
    if (at !== n) head[n] = at;
    return at;
  };
  for (const { p, q } of pairs) {
    const [one, other] = [headOf(p), headOf(q)];
    if (one !== other) head[other] = one;
  }
  return [...groupBy(pairs, ({ p }) => headOf(p)).values()];
}

/** @param met returns how many segments end in a point */
function weldGroup(
  points: PointNumbers,
  pairs: Pair[],
  tolerance: number,
  met: (point: number) => number,
  moved: Int32Array,
): void {
  const [only, ...others] = pairs;
  if (only !== undefined && others.length === 0) {
    const [from, to] = met(only.q) > met(only.p) ? [only.p, only.q] : [only.q, only.p];
    moved[from] = to;
    return;
  }
  const { x, y } = points;
  const before = (p: number, q: number): number => x[p] - x[q] || y[p] - y[q];
  const close = (p: number, q: number): boolean => (x[p] - x[q]) ** 2 + (y[p] - y[q]) ** 2 < tolerance * tolerance;
  const clusters = new Map<number, number[]>();
  for (const { p, q } of pairs) {
    clusters.set(p, [p]);
    clusters.set(q, [q]);
  }
  for (const { p, q } of pairs.sort((a, b) => a.d2 - b.d2 || before(a.p, b.p) || before(a.q, b.q))) {
    const [one, other] = [clusters.get(p), clusters.get(q)];
    if (one === undefined || other === undefined || one === other) continue;
    if (!one.every((m) => other.every((n) => close(m, n)))) continue;
    append(one, other);
    for (const n of other) clusters.set(n, one);
  }
  for (const members of new Set(clusters.values())) {
    const [to = 0] = members.toSorted((p, q) => met(q) - met(p) || before(p, q));
    for (const n of members) moved[n] = to;
  }
}

/**
 * Joins each point to the nearest vertex strictly nearer than the tolerance. Vertices are the points already placed in
 * the cells, and those points (leftmost, then lowest first) that had no vertex to join; these are placed too. Crowded
 * points cost no extra time.
 *
 * @param numbers numbers of the points, each once
 * @returns by number, the vertex of each point, perhaps the point itself
 */
export function join(
  points: PointNumbers,
  numbers: Int32Array,
  cells: SegmentCells,
  tolerance: number,
): ReadonlyMap<number, number> {
  const { x, y } = points;
  const size = Math.max(tolerance, 1);
  const settled = new Set<number>();
  /**
   * Ranks vertices by the square of the tolerance's size they lie in, then those settled last, last: it decides among
   * equally near ones.
   */
  const rank = (n: number): readonly number[] => {
    const [nx = 0, ny = 0] = [x[n], y[n]];
    return [Math.floor(nx / size), Math.floor(ny / size), settled.has(n) ? 1 : 0, nx, ny];
  };
  const joined = new Map<number, number>();
  for (const p of sortPoints(numbers, x, y)) {
    const [px = 0, py = 0] = [x[p], y[p]];
    let best = -1;
    let least = tolerance * tolerance;
    cells.forEachPointNear(p, tolerance, (n) => {
      const d2 = (x[n] - px) ** 2 + (y[n] - py) ** 2;
      if (d2 < least || (d2 === least && best !== -1 && isBefore(rank(n), rank(best)))) [best, least] = [n, d2];
    });
    if (best === -1) {
      settled.add(p);
      cells.place([p]);
    }
    joined.set(p, best === -1 ? p : best);
  }
  return joined;
}

function isBefore(p: readonly number[], q: readonly number[]): boolean {
  for (const [i, value] of p.entries()) if (value !== q[i]) return value < q[i];
  return false;
}
