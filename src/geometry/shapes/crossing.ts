// Finds where a ring crosses or touches itself.
import Flatbush from 'flatbush';
import { spendBudget } from '../../base/budget.js';
import type { Point, Ring, Segment } from '../types.js';
import { orientation } from '../vector.js';
import { forEachEdge } from './ring.js';
import { intersectSegments } from './segment.js';

/** Number of edges from which an index pays off. */
const MANY_EDGES = 200;

/**
 * Returns the first point, in the ring's order, where the ring crosses or touches itself or runs back over itself;
 * undefined for a simple ring. Repeated neighbouring points count as one. Whether there is such a point is decided
 * exactly; the coordinates of a crossing are rounded. A ring of fewer than three distinct points returns its first
 * point.
 */
export function crossingOf(ring: Ring): Point | undefined {
  const edges: Segment[] = [];
  const points = ring.filter((p, i) => {
    const before = ring.at(i - 1);
    return i === 0 || before === undefined || p[0] !== before[0] || p[1] !== before[1];
  });
  const first = points[0];
  const last = points.at(-1);
  if (points.length > 1 && first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]) {
    points.pop();
  }
  if (points.length < 3) return first;
  forEachEdge(points, (a, b, index) => {
    edges[index] = { a, b };
  });
  const near = neighbourhood(edges);
  for (const [i, edge] of edges.entries()) {
    for (const j of near(i)) {
      const other = edges[j];
      if (other === undefined) continue;
      const at = meeting(edge, other, j - i === 1, i === 0 && j === edges.length - 1);
      if (at !== undefined) return at;
    }
  }
  return undefined;
}

/** Returns a function that lists the later edges that may meet edge i, ascending. */
function neighbourhood(edges: readonly Segment[]): (i: number) => number[] {
  if (edges.length < MANY_EDGES) {
    return (i) => Array.from({ length: edges.length - 1 - i }, (_, k) => i + 1 + k);
  }
  const index = new Flatbush(edges.length);
  const box = ({ a, b }: Segment) =>
    [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])] as const;
  for (const edge of edges) index.add(...box(edge));
  index.finish();
  return (i) => {
    const edge = edges[i];
    if (edge === undefined) return [];
    const met = index.search(...box(edge), (j) => j > i);
    spendBudget(40 + 10 * met.length);
    return met.sort((p, q) => p - q);
  };
}

/**
 * Returns where two edges meet. Neighbouring edges share a vertex anyway: they meet only if one runs back over the
 * other.
 */
function meeting(p: Segment, q: Segment, follows: boolean, closes: boolean): Point | undefined {
  if (follows) return runsBack(p.a, p.b, q.b) ? p.b : undefined;
  if (closes) return runsBack(q.a, q.b, p.b) ? q.b : undefined;
  return intersectSegments(p, q);
}

function runsBack(a: Point, b: Point, c: Point): boolean {
  if (orientation(a, b, c) !== 0) return false;
  return (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < 0;
}
