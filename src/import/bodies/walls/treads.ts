// Lines on a layer of walls that are no walls: treads of stairs, and the cross over a lift, a shaft or an opening in the floor.

import { spendBudget } from '../../../base/budget.js';
import { lengthOf } from '../../../geometry/shapes/segment.js';
import type { Point, Segment } from '../../../geometry/types.js';
import { distance, halfway } from '../../../geometry/vector.js';
import { boxOfSegment, meeting } from '../../../plan/nearby.js';
import { fromFrame, lineFrame, toFrame } from '../../../plan/walls/plane.js';
import { CROSS, EVEN, LEAST_OVERLAP, STRAIGHT, TREAD_WIDTH, TREADS, WALL_LIKE, WELD } from '../limits.js';
import type { Strip } from '../types.js';
import { insideOf } from './bodies.js';
import { covered } from './stretches.js';

/**
 * Drawn lines that are no walls, by their indices: treads of stairs, and crosses over lifts, shafts and openings in the
 * floor.
 */
export interface Fixtures {
  /** Treads of flights, and what is drawn across them: arrows, the line that breaks a flight, its first and last riser. */
  readonly treads: ReadonlySet<number>;
  readonly crosses: ReadonlySet<number>;
  /** The floor under each flight: its axis and width. */
  readonly flights: readonly Strip[];
}

/**
 * Returns which of `lines` (m) are treads (four or more, evenly spaced) or crosses: both diagonals of a quadrilateral.
 *
 * @param around all lines of walls; only a cross whose four sides are drawn among them counts
 */
export function fixturesAmong(lines: readonly Segment[], around: readonly Segment[] = lines): Fixtures {
  const meet = meeting(lines.map((line) => boxOfSegment(line)));
  const flights = flightsAmong(lines, meet);
  return {
    treads: withSigns(lines, flights, meet),
    crosses: crossesAmong(lines, meet, around),
    flights: flights.map((flight) =>
      floorOf(
        flight.map((n) => lines[n]),
        0,
      ),
    ),
  };
}

/** Returns the flights of stairs: numbers of their treads, one after the other. */
function flightsAmong(lines: readonly Segment[], meet: ReturnType<typeof meeting>): number[][] {
  const isTread = (line: Segment) => lengthOf(line) >= TREAD_WIDTH[0] && lengthOf(line) <= TREAD_WIDTH[1];
  const treads = new Set<number>();
  const flights: number[][] = [];
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
      const least = Math.abs(going) < WALL_LIKE.apart ? WALL_LIKE.least : TREADS.least;
      if (flight.length < least) continue;
      for (const n of flight) treads.add(n);
      flights.push(flight);
    }
  }
  return flights;
}

/** Returns the treads of flights with the lines that lie on them for the most part, and what joins two of those. */
function withSigns(
  lines: readonly Segment[],
  flights: readonly (readonly number[])[],
  meet: ReturnType<typeof meeting>,
): Set<number> {
  const treads = new Set(flights.flat());
  const areas = flights.map((flight) => floorOf(flight.map((n) => lines[n])));
  const meetArea = meeting(areas.map((area) => boxOfSegment(area, area.thickness / 2)));
  const arrows: number[] = [];
  for (const n of new Set(areas.flatMap((area) => meet(boxOfSegment(area, area.thickness / 2))))) {
    if (treads.has(n)) continue;
    const under = meetArea(boxOfSegment(lines[n]));
    spendBudget(10 * under.length);
    const parts = under.flatMap((i) => {
      const part = insideOf(areas[i], lines[n], 0);
      return part === undefined ? [] : [part];
    });
    if (covered(parts) < SIGN * lengthOf(lines[n]) && !under.some((i) => endsOn(areas[i], lines[n]))) continue;
    treads.add(n);
    // The first and the last riser may end where the walls beside the flight do.
    if (!under.some((i) => isAcross(areas[i], lines[n]))) arrows.push(n);
  }
  // An arrow turns on the landing, and a zigzag breaks the line that breaks a flight.
  for (let at = 0; at < arrows.length; at += 1) {
    const { a, b } = lines[arrows[at]];
    for (const n of [a, b].flatMap((end) => meet(boxOfSegment({ a: end, b: end }, WELD)))) {
      const isJoined = [lines[n].a, lines[n].b].every((end) =>
        arrows.some((one) => one !== n && [lines[one].a, lines[one].b].some((other) => distance(other, end) <= WELD)),
      );
      if (treads.has(n) || !isJoined) continue;
      treads.add(n);
      arrows.push(n);
    }
  }
  return treads;
}

/** True if a line ends on a flight, as no wall does. */
function endsOn(floor: Strip, { a, b }: Segment): boolean {
  const frame = lineFrame(floor);
  if (frame === undefined) return false;
  return [a, b].some((end) => {
    const [s, d] = toFrame(frame, end);
    return s > TREADS.apart[1] && s < frame.length - TREADS.apart[1] && Math.abs(d) < floor.thickness / 2;
  });
}

/** True if a line runs across a flight, as its treads do. */
function isAcross(floor: Segment, line: Segment): boolean {
  const frame = lineFrame(floor);
  if (frame === undefined) return false;
  return Math.abs(toFrame(frame, line.a)[0] - toFrame(frame, line.b)[0]) <= EVEN + STRAIGHT * lengthOf(line);
}

/** Returns the floor under a flight as its axis and width, a going longer at both ends and `beside` m from its sides. */
function floorOf(flight: readonly Segment[], beside = BESIDE_FLIGHT): Strip {
  const [first, last] = [flight[0], flight[flight.length - 1]];
  const [a, b] = [halfway(first.a, first.b), halfway(last.a, last.b)];
  const frame = lineFrame({ a, b });
  const width = lengthOf(first) - 2 * beside;
  if (frame === undefined) return { a, b, thickness: width };
  const going = frame.length / (flight.length - 1) + EVEN;
  return { a: fromFrame(frame, -going, 0), b: fromFrame(frame, frame.length + going, 0), thickness: width };
}

/** Metres beside the walls of a flight that are no part of its floor. */
const BESIDE_FLIGHT = 0.06;

/** Share of a line from which it is drawn on flights rather than as a wall that ends there. */
const SIGN = 0.6;

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
  // A frame has both sides at each corner, whether they end there or run on; two walls that cross at right angles
  // have no frame around them.
  const runsTo = (corner: Point, next: Point) =>
    meetWall(boxOfSegment({ a: corner, b: corner }, EVEN)).some((n) => runsAlong(around[n], corner, next));
  for (const [i, line] of lines.entries()) {
    const length = lengthOf(line);
    if (length < CROSS[0] || length > CROSS[1]) continue;
    const middle = halfway(line.a, line.b);
    const near = meet(boxOfSegment({ a: middle, b: middle }, CROSS_MIDDLE * length));
    spendBudget(4 * near.length);
    for (const j of near) {
      const other = lines[j];
      if (j <= i || lengthOf(other) < CROSS[0] || lengthOf(other) > CROSS[1] || !crossInTheMiddle(line, other))
        continue;
      const sides = [line.a, line.b].flatMap((from) => [other.a, other.b].map((to) => [from, to] as const));
      const isFramed = () => sides.every(([p, q]) => runsTo(p, q) && runsTo(q, p));
      if (sides.every(([p, q]) => distance(p, q) > CROSS_SIDE) && isFramed()) for (const n of [i, j]) crosses.add(n);
    }
  }
  return crosses;
}

/** Share of their length by which diagonals of a space that isn't right-angled may meet beside their middle. */
const CROSS_MIDDLE = 0.25;

/** True if two lines cross where the diagonals of a space do. */
function crossInTheMiddle(line: Segment, other: Segment): boolean {
  const isThere = (one: Segment, { a, b }: Segment) => {
    const frame = lineFrame(one);
    if (frame === undefined) return false;
    const [[sa, da], [sb, db]] = [toFrame(frame, a), toFrame(frame, b)];
    if (da * db >= 0) return false;
    const s = sa + (da / (da - db)) * (sb - sa);
    return Math.abs(s - frame.length / 2) <= CROSS_MIDDLE * frame.length;
  };
  return isThere(line, other) && isThere(other, line);
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
