// Signs of an opening in the floor on a layer of walls: a line with one fold from corner to corner of the space.

import { spendBudget } from '../../../base/budget.js';
import { distanceToSegment, lengthOf } from '../../../geometry/shapes/segment.js';
import type { Point, Segment } from '../../../geometry/types.js';
import { distance } from '../../../geometry/vector.js';
import { boxOfSegment, meeting } from '../../../plan/nearby.js';
import { lineFrame, toFrame } from '../../../plan/walls/plane.js';
import { THICKEST, THINNEST, VOID, WELD } from '../limits.js';

/**
 * Returns the indices in `lines` (m) of the arms of a folded line over an opening in the floor: both arms run aslant
 * from a corner to a fold that nothing else touches. A wall with a bend has a second face, or leaves its walls at right
 * angles.
 *
 * @param around all that is drawn of walls
 */
export function voidSignsAmong(lines: readonly Segment[], around: readonly Segment[]): ReadonlySet<number> {
  const arms = [...lines.keys()].filter((n) => lengthOf(lines[n]) >= VOID.arm);
  const meetEnd = meeting(arms.flatMap((n) => [lines[n].a, lines[n].b]).map((at) => boxOfSegment({ a: at, b: at })));
  const meetWall = meeting(around.map((line) => boxOfSegment(line)));
  const near = (at: Point, reach: number): Segment[] => {
    const found = meetWall(boxOfSegment({ a: at, b: at }, reach)).map((n) => around[n]);
    spendBudget(4 * found.length);
    return found.filter((line) => distanceToSegment(at, line) <= reach);
  };
  const found: Sign[] = [];
  for (const [k, n] of arms.entries()) {
    const { a, b } = lines[n];
    for (const [far, fold] of [
      [a, b],
      [b, a],
    ]) {
      const [other, ...more] = meetEnd(boxOfSegment({ a: fold, b: fold }, WELD)).filter((e) => e >> 1 !== k);
      if (other === undefined || more.length > 0 || near(fold, WELD).length !== 2) continue;
      const m = arms[other >> 1];
      const end = other % 2 === 0 ? lines[m].b : lines[m].a;
      if (m < n || Math.abs(cosineOf(fold, far, end)) > VOID.fold) continue;
      const isArm = (at: Point, arm: Segment) =>
        isAtCorner(at, arm, near(at, VOID.corner)) && isAlone(arm, meetWall, around);
      if (!isArm(far, lines[n]) || !isArm(end, lines[m])) continue;
      found.push({ arms: [n, m], ends: [far, end], length: lengthOf(lines[n]) + lengthOf(lines[m]) });
    }
  }
  // Two walls of the frame are folded from corner to corner, too; the sign lies between them.
  const isWithin = (one: Sign) => found.every((other) => one.length <= other.length || !haveSameEnds(one, other));
  return new Set(found.filter(isWithin).flatMap((sign) => sign.arms));
}

interface Sign {
  readonly arms: readonly number[];
  readonly ends: readonly [Point, Point];
  readonly length: number;
}

function haveSameEnds({ ends: [a, b] }: Sign, { ends: [c, d] }: Sign): boolean {
  const near = (p: Point, q: Point) => distance(p, q) <= 2 * VOID.corner;
  return (near(a, c) && near(b, d)) || (near(a, d) && near(b, c));
}

/** Returns the cosine of the angle at `at` between the ways to two points. */
function cosineOf(at: Point, p: Point, q: Point): number {
  const dot = (p[0] - at[0]) * (q[0] - at[0]) + (p[1] - at[1]) * (q[1] - at[1]);
  return dot / (distance(at, p) * distance(at, q));
}

/** True if an arm ends in the corner between two walls, aslant to all that is there. */
function isAtCorner(at: Point, arm: Segment, near: readonly Segment[]): boolean {
  const walls = near.filter((line) => !isSame(line, arm));
  if (walls.some((line) => Math.abs(sineBetween(arm, line)) < VOID.aslant)) return false;
  const ways = walls.flatMap(({ a, b }) => [a, b].filter((end) => distance(end, at) > VOID.corner));
  const far = distance(arm.a, at) > distance(arm.b, at) ? arm.a : arm.b;
  const isLeft = (p: Point, q: Point) => (p[0] - at[0]) * (q[1] - at[1]) - (p[1] - at[1]) * (q[0] - at[0]) > 0;
  return ways.some((p) => ways.some((q) => isLeft(p, far) && isLeft(far, q) && isLeft(p, q)));
}

/** True if no line runs beside an arm as the other face of a wall does. */
function isAlone(arm: Segment, meet: ReturnType<typeof meeting>, around: readonly Segment[]): boolean {
  const frame = lineFrame(arm);
  if (frame === undefined) return false;
  const near = meet(boxOfSegment(arm, THICKEST));
  spendBudget(4 * near.length);
  return near.every((n) => {
    if (Math.abs(sineBetween(arm, around[n])) > VOID.parallel) return true;
    const [[sa, da], [sb, db]] = [toFrame(frame, around[n].a), toFrame(frame, around[n].b)];
    const off = Math.abs(da + db) / 2;
    const both = Math.min(Math.max(sa, sb), frame.length) - Math.max(Math.min(sa, sb), 0);
    return off < THINNEST || off > THICKEST || both < frame.length / 2;
  });
}

function isSame(one: Segment, other: Segment): boolean {
  const meets = (p: Point, q: Point) => distance(one.a, p) <= WELD && distance(one.b, q) <= WELD;
  return meets(other.a, other.b) || meets(other.b, other.a);
}

function sineBetween(one: Segment, other: Segment): number {
  const [ux, uy] = [one.b[0] - one.a[0], one.b[1] - one.a[1]];
  const [vx, vy] = [other.b[0] - other.a[0], other.b[1] - other.a[1]];
  return (ux * vy - uy * vx) / (Math.hypot(ux, uy) * Math.hypot(vx, vy) || 1);
}
