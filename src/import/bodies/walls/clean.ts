// Cleans wall lines: collinear ones that touch become one.

import { addTo } from '../../../base/arrays.js';
import { lengthOf } from '../../../geometry/shapes/segment.js';
import type { Segment } from '../../../geometry/types.js';
import { boxOfSegment, meeting } from '../../../plan/nearby.js';
import { fromFrame, lineFrame, toFrame } from '../../../plan/walls/plane.js';
import { SAME_LINE, SHORTEST, STRAIGHT } from '../limits.js';

/**
 * Returns `segments` (m) without those of no length; collinear ones that overlap or touch, within `SAME_LINE`, are one.
 */
export function cleaned(segments: readonly Segment[]): Segment[] {
  const drawn = segments.filter((segment) => lengthOf(segment) >= SHORTEST);
  const meet = meeting(drawn.map((segment) => boxOfSegment(segment)));
  const cluster = drawn.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (cluster[root] !== root) root = cluster[root];
    for (let at = i; cluster[at] !== root; ) [at, cluster[at]] = [cluster[at], root];
    return root;
  };
  for (const [i, segment] of drawn.entries()) {
    for (const j of meet(boxOfSegment(segment, SAME_LINE))) {
      if (j > i && isOneLine(segment, drawn[j])) cluster[rootOf(j)] = rootOf(i);
    }
  }
  const clusters = new Map<number, Segment[]>();
  for (const [i, segment] of drawn.entries()) addTo(clusters, rootOf(i), segment);
  return [...clusters.values()].map(joined);
}

/** True if two segments lie along one line and touch or overlap. */
function isOneLine(p: Segment, q: Segment): boolean {
  const [long, short] = lengthOf(p) >= lengthOf(q) ? [p, q] : [q, p];
  const frame = lineFrame(long);
  if (frame === undefined) return false;
  const [[sa, da], [sb, db]] = [toFrame(frame, short.a), toFrame(frame, short.b)];
  if (Math.max(Math.abs(da), Math.abs(db)) > SAME_LINE) return false;
  if (Math.abs(db - da) > STRAIGHT * Math.abs(sb - sa) + 1e-6) return false;
  return Math.max(sa, sb) >= -SAME_LINE && Math.min(sa, sb) <= frame.length + SAME_LINE;
}

/** Returns one segment along the longest that reaches as far as all. */
function joined(segments: readonly Segment[]): Segment {
  const [first] = segments;
  if (segments.length === 1) return first;
  const longest = segments.reduce((most, one) => (lengthOf(one) > lengthOf(most) ? one : most), first);
  const frame = lineFrame(longest);
  if (frame === undefined) return longest;
  let [from, to] = [0, frame.length];
  for (const { a, b } of segments) {
    for (const end of [a, b]) {
      const [s] = toFrame(frame, end);
      [from, to] = [Math.min(from, s), Math.max(to, s)];
    }
  }
  return { a: fromFrame(frame, from, 0), b: fromFrame(frame, to, 0) };
}
