// Lines along which drawn doors close and windows lie.

import { spendBudget } from '../../../base/budget.js';
import { convexHull } from '../../../geometry/shapes/hull.js';
import { lengthOf } from '../../../geometry/shapes/segment.js';
import type { Point, Segment } from '../../../geometry/types.js';
import { distance } from '../../../geometry/vector.js';
import { boxOfSegment, meeting } from '../../../plan/nearby.js';
import { fromFrame, type LineFrame, lineFrame, toFrame } from '../../../plan/walls/plane.js';
import type { DrawnShape, Swing } from '../../draft.js';
import { ALONG, BESIDE, FILLED, LEAVES, SERVED, SHORTEST_LINE, SWEEP } from '../limits.js';
import type { Evidence } from '../types.js';
import { covered, type Stretch } from '../walls/stretches.js';

/** A segment along which an opening may lie, as a drawn leaf, block or loose line shows it. */
export interface Trace extends Segment {
  /** Index of its evidence. */
  readonly of: number;
  /** `leaf`: a closed leaf; `box`: the longer side of a block; `line`: a loose line. */
  readonly is: 'leaf' | 'box' | 'line';
}

/** True if an arc (m) may be a door's swing, by its radius (`LEAVES`) and its chord (`SWEEP`). */
export function isLeaf({ hinge, ends: [one, other] }: Swing): boolean {
  const radius = distance(hinge, one);
  const chord = distance(one, other) / radius;
  return radius >= LEAVES[0] && radius <= LEAVES[1] && chord >= SWEEP[0] && chord <= SWEEP[1];
}

/**
 * Returns the segments along which openings may lie, as the drawn doors and windows show. A leaf gives two, from its
 * hinge to each end of its arc, since it may close at either.
 */
export function tracesOf(evidence: readonly Evidence[]): Trace[] {
  const isOpenLeaf = openLeaves(evidence);
  return evidence.flatMap(({ shape }, of): Trace[] => {
    const leaves = shape.swings.filter(isLeaf);
    if (shape.block && leaves.length === 0) {
      const box = alongBox(shape);
      return box === undefined ? [] : [{ ...box, of, is: 'box' }];
    }
    const closed = leaves.flatMap(({ hinge, ends }) => ends.map((b): Trace => ({ a: hinge, b, of, is: 'leaf' })));
    const lines = shape.lines.flatMap((line) => line.slice(1).map((b, i): Segment => ({ a: line[i], b })));
    // Side lights are drawn beside the leaf of one block; they are no wider than leaves.
    const widest = leaves.length > 0 ? LEAVES[1] : Number.POSITIVE_INFINITY;
    const others = lines.filter((line) => {
      const length = lengthOf(line);
      return length > SHORTEST_LINE && length <= widest && !isOpenLeaf(line);
    });
    return [...closed, ...others.map((line): Trace => ({ ...line, of, is: 'line' }))];
  });
}

/** Share of a leaf's width by which a line that shows it open may miss its hinge and the end of its arc. */
const LOOSE_LEAF = 0.15;

/**
 * Returns a test that is true of a line that draws an open leaf: it runs from about the hinge of some swing in
 * `evidence` to about an end of its arc.
 */
export function openLeaves(evidence: readonly Pick<Evidence, 'shape'>[]): (line: Segment) => boolean {
  const swings = evidence.flatMap(({ shape }) => shape.swings.filter(isLeaf));
  const meet = meeting(swings.map(({ hinge }) => boxOfSegment({ a: hinge, b: hinge })));
  const isLeafOf = ({ hinge, ends }: Swing, near: Point, far: Point) => {
    const reach = LOOSE_LEAF * distance(hinge, ends[0]);
    return distance(hinge, near) <= reach && ends.some((end) => distance(end, far) <= reach);
  };
  return ({ a, b }) =>
    [
      [a, b],
      [b, a],
    ].some(([near, far]) =>
      meet(boxOfSegment({ a: near, b: near }, LOOSE_LEAF * LEAVES[1])).some((i) => isLeafOf(swings[i], near, far)),
    );
}

/** Returns the middle line of the smallest rectangle around a drawing, along its longer side. */
function alongBox({ lines }: DrawnShape): Segment | undefined {
  const points = lines.flat();
  const hull = convexHull(points);
  if (hull.length < 3) {
    const [a, b] = furthest(points) ?? [];
    return a === undefined || b === undefined ? undefined : { a, b };
  }
  let best: { readonly area: number; readonly line: Segment } | undefined;
  spendBudget(hull.length * hull.length);
  for (const [i, a] of hull.entries()) {
    const frame = lineFrame({ a, b: hull[(i + 1) % hull.length] });
    if (frame === undefined) continue;
    const placed = hull.map((point) => toFrame(frame, point));
    const s = [Math.min(...placed.map(([along]) => along)), Math.max(...placed.map(([along]) => along))] as const;
    const d = [Math.min(...placed.map(([, off]) => off)), Math.max(...placed.map(([, off]) => off))] as const;
    const [length, depth] = [s[1] - s[0], d[1] - d[0]];
    if (best !== undefined && length * depth >= best.area) continue;
    const [sm, dm] = [(s[0] + s[1]) / 2, (d[0] + d[1]) / 2];
    const [p, q] =
      length >= depth
        ? [fromFrame(frame, s[0], dm), fromFrame(frame, s[1], dm)]
        : [fromFrame(frame, sm, d[0]), fromFrame(frame, sm, d[1])];
    best = { area: length * depth, line: { a: p, b: q } };
  }
  return best?.line;
}

function furthest(points: readonly Point[]): readonly [Point, Point] | undefined {
  const [first] = points;
  if (first === undefined) return undefined;
  const from = (at: Point) => points.reduce((far, one) => (distance(at, one) > distance(at, far) ? one : far), at);
  const a = from(first);
  const b = from(a);
  return distance(a, b) > 0 ? [a, b] : undefined;
}

/**
 * Share of a gap (0–1) that drawn evidence fills, the indices of that evidence, and those of the traces that lie almost
 * wholly in the gap.
 */
export interface Filled {
  readonly filled: number;
  readonly by: ReadonlySet<number>;
  readonly traces: readonly number[];
}

/** Returns how much of a gap in a wall `thickness` m thick is filled by what is drawn along it. */
export type Filling = (gap: Segment, thickness: number) => Filled;

/** Returns a function that finds how much of a gap `traces` cover, and which of them. */
export function fillingOf(traces: readonly Trace[]): Filling {
  const meet = meeting(traces.map((trace) => boxOfSegment(trace)));
  return (gap, thickness) => {
    const frame = lineFrame(gap);
    const whole: number[] = [];
    if (frame === undefined) return { filled: 0, by: new Set(), traces: whole };
    const parts: { readonly part: Stretch; readonly of: number; readonly isWhole: boolean }[] = [];
    for (const i of meet(boxOfSegment(gap, thickness / 2 + BESIDE))) {
      const trace = traces[i];
      const part = partAlong(trace, frame, thickness / 2 + BESIDE);
      if (part === undefined) continue;
      const [from, to] = [Math.max(0, part[0]), Math.min(frame.length, part[1])];
      if (to - from <= 0.1 || to - from <= 0.5 * lengthOf(trace)) continue;
      const isWhole = to - from >= SERVED * lengthOf(trace);
      parts.push({ part: [from, to], of: trace.of, isWhole });
      if (isWhole) whole.push(i);
    }
    const share = (some: typeof parts) => covered(some.map(({ part }) => part)) / frame.length;
    // A leaf that lies in it in part, drawn open beside it, is another gap's.
    const own = parts.filter(({ isWhole }) => isWhole);
    const filling = share(own) >= FILLED ? own : parts;
    return { filled: share(filling), by: new Set(filling.map(({ of }) => of)), traces: whole };
  };
}

/**
 * Returns the stretch of the straight line of `frame`, in m from the origin of the frame, beside which a line runs;
 * undefined if it isn't parallel (`ALONG`) or is farther off than `reach` m.
 */
export function partAlong({ a, b }: Segment, frame: LineFrame, reach: number): Stretch | undefined {
  const [[sa, da], [sb, db]] = [toFrame(frame, a), toFrame(frame, b)];
  if (Math.abs(db - da) > ALONG * Math.hypot(sb - sa, db - da)) return undefined;
  if (Math.max(Math.abs(da), Math.abs(db)) > reach) return undefined;
  return sa < sb ? [sa, sb] : [sb, sa];
}
