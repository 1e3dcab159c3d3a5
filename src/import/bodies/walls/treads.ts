// Lines on a layer of walls that are no walls: treads of stairs, and the cross over a lift or a shaft.

import { spendBudget } from '../../../base/budget.js';
import { lengthOf } from '../../../geometry/shapes/segment.js';
import type { Point, Segment } from '../../../geometry/types.js';
import { distance, halfway } from '../../../geometry/vector.js';
import { boxOfSegment, meeting } from '../../../plan/nearby.js';
import { lineFrame, toFrame } from '../../../plan/walls/plane.js';
import { CROSS, EVEN, LEAST_OVERLAP, STRAIGHT, TREAD_WIDTH, TREADS } from '../limits.js';

/** Numbers of lines that are no walls. */
export interface Fixtures {
  readonly treads: ReadonlySet<number>;
  readonly crosses: ReadonlySet<number>;
}

/**
 * Returns the lines that are treads (four or more, evenly spaced) and the diagonals of a rectangle.
 *
 * @param around all that is drawn of walls, in which the rectangle is
 */
export function fixturesAmong(lines: readonly Segment[], around: readonly Segment[] = lines): Fixtures {
  const meet = meeting(lines.map((line) => boxOfSegment(line)));
  return { treads: treadsAmong(lines, meet), crosses: crossesAmong(lines, meet, around) };
}

function treadsAmong(lines: readonly Segment[], meet: ReturnType<typeof meeting>): Set<number> {
  const isTread = (line: Segment) => lengthOf(line) >= TREAD_WIDTH[0] && lengthOf(line) <= TREAD_WIDTH[1];
  const treads = new Set<number>();
  for (const [i, line] of lines.entries()) {
    const frame = isTread(line) ? lineFrame(line) : undefined;
    if (frame === undefined || treads.has(i)) continue;
    // The next tread of a flight lies on the left, then the next but one as far again.
    for (const first of meet(boxOfSegment(line, TREADS.apart[1]))) {
      const going = first === i ? undefined : goingOf(frame, lines[first]);
      if (going === undefined) continue;
      const flight = [i, first];
      for (let at = first; at !== -1; ) {
        const next = lineFrame(lines[at]);
        const side = next !== undefined && next.along[0] * frame.along[0] + next.along[1] * frame.along[1] < 0 ? -1 : 1;
        const after = next === undefined ? [] : meet(boxOfSegment(lines[at], TREADS.apart[1]));
        spendBudget(10 * after.length);
        at =
          after.find((j) => {
            if (flight.includes(j) || next === undefined) return false;
            const far = goingOf(next, lines[j], side);
            return far !== undefined && Math.abs(far - going) <= EVEN;
          }) ?? -1;
        if (at !== -1) flight.push(at);
      }
      if (flight.length >= TREADS.least) for (const n of flight) treads.add(n);
    }
  }
  return treads;
}

/** Returns how far a line of the same length lies beside another on one side, as treads do; undefined if it doesn't. */
function goingOf(frame: NonNullable<ReturnType<typeof lineFrame>>, other: Segment, side: 1 | -1 = 1) {
  const [[sa, da], [sb, db]] = [toFrame(frame, other.a), toFrame(frame, other.b)];
  if (Math.abs(da - db) > EVEN + STRAIGHT * frame.length) return undefined;
  const off = (side * (da + db)) / 2;
  const isBeside = Math.abs(Math.min(sa, sb)) <= EVEN && Math.abs(Math.max(sa, sb) - frame.length) <= EVEN;
  return isBeside && off >= TREADS.apart[0] && off <= TREADS.apart[1] ? off : undefined;
}

function crossesAmong(
  lines: readonly Segment[],
  meet: ReturnType<typeof meeting>,
  around: readonly Segment[],
): Set<number> {
  const crosses = new Set<number>();
  const meetWall = meeting(around.map((line) => boxOfSegment(line)));
  // A rectangle has both sides at each corner, whether they end there or run on; two walls that cross at right angles
  // have no frame around them.
  const runsTo = (corner: Point, next: Point) =>
    meetWall(boxOfSegment({ a: corner, b: corner }, EVEN)).some((n) => runsAlong(around[n], corner, next));
  for (const [i, line] of lines.entries()) {
    const length = lengthOf(line);
    if (length < CROSS[0] || length > CROSS[1]) continue;
    const middle = halfway(line.a, line.b);
    for (const j of meet(boxOfSegment({ a: middle, b: middle }))) {
      const other = lines[j];
      if (j <= i || Math.abs(lengthOf(other) - length) > EVEN) continue;
      if (distance(middle, halfway(other.a, other.b)) > EVEN) continue;
      const sides = [line.a, line.b].flatMap((from) => [other.a, other.b].map((to) => [from, to] as const));
      const isFramed = () => sides.every(([p, q]) => runsTo(p, q) && runsTo(q, p));
      if (sides.every(([p, q]) => distance(p, q) > CROSS_SIDE) && isFramed()) for (const n of [i, j]) crosses.add(n);
    }
  }
  return crosses;
}

/** Shortest side in m of a lift or a shaft. */
const CROSS_SIDE = 0.5;

/** True if a wall's line runs from a corner some way along the side to the next one: a door may break it. */
function runsAlong(line: Segment, corner: Point, next: Point): boolean {
  const frame = lineFrame({ a: corner, b: next });
  if (frame === undefined) return false;
  const [[sa, da], [sb, db]] = [toFrame(frame, line.a), toFrame(frame, line.b)];
  const isBeside = Math.abs(da) <= EVEN + STRAIGHT * Math.abs(sa) && Math.abs(db) <= EVEN + STRAIGHT * Math.abs(sb);
  return isBeside && Math.min(sa, sb) <= EVEN && Math.max(sa, sb) >= LEAST_OVERLAP;
}
