// Outlines without their hairlines.

import { spendBudget } from '../../base/budget.js';
import type { Point, Ring, Segment } from '../types.js';
import { distance } from '../vector.js';
import { forEachEdge } from './ring.js';

/**
 * Metres: what is no wider than this between two edges of an outline is a hairline. A wall on the grid leaves one along
 * the edge of its room, in degrees up to a tenth of a millimetre wide; whether it hangs on a piece turns with the plan.
 */
const HAIR = 5e-4;
/** Metres: two edges that are this near for no longer than this only meet in a corner. */
const CORNER = 10 * HAIR;

/**
 * Returns the edges of rings without the two sides of hairlines: without every stretch of more than 5 mm along which
 * another edge runs no further than 0.5 mm away.
 */
export function edgesWithoutHairs(rings: readonly Ring[]): Segment[] {
  const edges: Segment[] = [];
  for (const ring of rings) forEachEdge(ring, (a, b) => edges.push({ a, b }));
  spendBudget(2 * edges.length * edges.length);
  return edges.flatMap((edge) => {
    const length = distance(edge.a, edge.b);
    const beside = edges.flatMap((other) => (other === edge ? [] : stretchBeside(edge, other, length)));
    return withoutStretches(edge, length, beside);
  });
}

/** Returns where along an edge (m from its first point) another runs within a hairline of it; [] if nowhere. */
function stretchBeside({ a, b }: Segment, other: Segment, length: number): (readonly [from: number, to: number])[] {
  if (length === 0) return [];
  const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const [px, py, qx, qy] = [other.a[0] - a[0], other.a[1] - a[1], other.b[0] - a[0], other.b[1] - a[1]];
  const [d0, d1] = [py * ux - px * uy, qy * ux - qx * uy];
  if ((d0 > HAIR && d1 > HAIR) || (d0 < -HAIR && d1 < -HAIR)) return [];
  const at = (d: number): number => (d0 === d1 ? 0 : Math.min(1, Math.max(0, (d - d0) / (d1 - d0))));
  const within = d0 === d1 ? [0, 1] : [at(-HAIR), at(HAIR)];
  const [s0, s1] = [px * ux + py * uy, qx * ux + qy * uy];
  const ends = within.map((t) => Math.min(length, Math.max(0, s0 + t * (s1 - s0))));
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  return to - from > CORNER ? [[from, to]] : [];
}

function withoutStretches(
  { a, b }: Segment,
  length: number,
  stretches: readonly (readonly [from: number, to: number])[],
): Segment[] {
  const at = (s: number): Point => [a[0] + (s / length) * (b[0] - a[0]), a[1] + (s / length) * (b[1] - a[1])];
  const kept: Segment[] = [];
  let end = 0;
  for (const [from, to] of stretches.toSorted((p, q) => p[0] - q[0])) {
    if (from > end) kept.push({ a: at(end), b: at(from) });
    end = Math.max(end, to);
  }
  if (end < length) kept.push({ a: at(end), b });
  return kept;
}
