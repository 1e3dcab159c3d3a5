// Leaves that are drawn ajar, without an arc of their own.

import { spendBudget } from '../../../base/budget.js';
import { distanceToSegment, lengthOf } from '../../../geometry/shapes/segment.js';
import type { Point, Segment } from '../../../geometry/types.js';
import { distance } from '../../../geometry/vector.js';
import { boxOfSegment, meeting } from '../../../plan/nearby.js';
import { fromFrame, lineFrame, toFrame } from '../../../plan/walls/plane.js';
import { AJAR, MEND, WELD } from '../limits.js';

/**
 * Returns the lines that are door leaves set ajar, by their index in `lines` (m), each with the segment along the wall
 * that the closed leaf covers, from its hinge. One end of such a line is free; the other is at a wall, from which the
 * line turns by a small angle.
 *
 * @param mayBe true if the line of that index may be a leaf
 */
export function ajarLeaves(lines: readonly Segment[], mayBe: (n: number) => boolean): ReadonlyMap<number, Segment> {
  const meet = meeting(lines.map((line) => boxOfSegment(line)));
  const found = new Map<number, Segment>();
  for (const [n, { a, b }] of lines.entries()) {
    const width = distance(a, b);
    if (!mayBe(n) || width < AJAR.width[0] || width > AJAR.width[1]) continue;
    const near = (at: Point, reach: number): Segment[] => {
      const all = meet(boxOfSegment({ a: at, b: at }, reach)).filter((i) => i !== n);
      spendBudget(5 * all.length);
      return all.map((i) => lines[i]).filter((line) => distanceToSegment(at, line) <= reach);
    };
    for (const [hinge, free] of [
      [a, b],
      [b, a],
    ]) {
      if (near(free, WELD).length > 0) continue;
      const [shut] = near(hinge, AJAR.hinge).flatMap((wall) => shutAlong(wall, hinge, free) ?? []);
      if (shut !== undefined) found.set(n, shut);
    }
  }
  return found;
}

/** Returns a leaf closed along a wall; undefined if it doesn't stand ajar to it. */
function shutAlong(wall: Segment, hinge: Point, free: Point): Segment | undefined {
  const frame = lineFrame(wall);
  if (frame === undefined || lengthOf(wall) < MEND) return undefined;
  const [[sa, da], [sb, db]] = [toFrame(frame, hinge), toFrame(frame, free)];
  const width = distance(hinge, free);
  const sine = Math.abs(db - da) / width;
  if (sine < AJAR.sine[0] || sine > AJAR.sine[1]) return undefined;
  const end = sb > sa ? sa + width : sa - width;
  return { a: fromFrame(frame, sa, 0), b: fromFrame(frame, end, 0) };
}
