// Corners of rooms in which cameras may be mounted: where two walls meet and leave less than half a turn open.

import type { RuleContext } from '../../../facts/context.js';
import { distance, distanceToSegment, halfway } from '../../../geometry/index.js';
import type { Point, Segment } from '../../../geometry/types.js';
import type { Level } from '../../../plan/model.js';
import { bearing } from '../../../plan/read/frame.js';
import { type Face, OFF_CORNERS } from '../../../sight/scene/faces.js';
import type { Mounting } from '../types.js';
import { type Mount, standingAt } from './camera.js';

/**
 * Distance of a camera in a corner from the faces of both walls, m: as a bracket holds it. Within 5 cm of both it would
 * count as on the nearer one, so that the directions left open depended on which that is, and it would see nothing for
 * certain along a wall.
 */
export const OFF_BOTH = 0.1;

/** m: a camera nearer to any wall would be taken for one on it. */
const CLEAR = 0.06;

/** Degrees that a corner leaves open, at least and at most: a narrower one is a gap, a wider one is a wall. */
const [NARROW, WIDE] = [20, 170];

/** m: what a stretch of wall may fall short of its corner, besides what it keeps clear of the other wall. */
const SPARE = 0.01;

/** Positions are written in centimetres: a corner has a single point, which must be one of those. */
const PER_METRE = 100;

/** Returns the corners of a level as mounts at a height, m above the floor, in a fixed order. */
export function cornerMounts(context: RuleContext, level: Level, { wall }: Mounting, height: number): Mount[] {
  const { sight } = context;
  const faces = sight.faces(level.id, height);
  const drawn = level.walls.flatMap(({ line, thickness = 0 }) =>
    line.slice(1).map((b, n) => ({ a: line[n] ?? b, b, half: thickness / 2 })),
  );
  const walls = [...sight.walls(level.id).map(({ a, b }) => ({ a, b, half: 0 })), ...drawn];
  const depthOf = (face: Face) => {
    const middle = halfway(face.a, face.b);
    const own = drawn.filter((one) => distanceToSegment(middle, one) <= SPARE);
    return OFF_BOTH + Math.max(0, ...own.map(({ half }) => half));
  };
  const openings = level.openings.map(({ line: [a, b] }): Segment => ({ a, b }));
  const found = new Map<string, Mount>();
  for (const before of faces) {
    for (const after of faces) {
      const corner = cornerBetween(before, after, depthOf);
      if (corner === undefined) continue;
      const { at, facing, spread } = corner;
      if (found.has(at.join(' '))) continue;
      if (walls.some((one) => distanceToSegment(at, one) < one.half + CLEAR)) continue;
      if (openings.some((line) => distanceToSegment(at, line) < wall.fromOpenings)) continue;
      const { zones } = standingAt(context, level.id, at, height, facing);
      found.set(at.join(' '), { kind: 'corner', level: level.id, height, at: [at], facing, spread, zones });
    }
  }
  return [...found.values()];
}

/**
 * Returns the corner in which a face ends and another begins, both with the room on their left; undefined if none is.
 * `depthOf` says how far off a face a camera is.
 */
function cornerBetween(
  before: Face,
  after: Face,
  depthOf: (face: Face) => number,
): (Pick<Mount, 'facing'> & { at: Point; spread: number }) | undefined {
  if (before === after || distance(before.b, after.a) > FAR) return undefined;
  const [p, q] = [unit(before), unit(after)];
  const turn = p[0] * q[1] - p[1] * q[0];
  const open = 180 - (Math.atan2(turn, p[0] * q[0] + p[1] * q[1]) * 180) / Math.PI;
  if (turn <= 0 || open < NARROW || open > WIDE) return undefined;
  // Where the lines meet: so far on from the end of the one, and back from the beginning of the other.
  const [dx, dy] = [after.a[0] - before.b[0], after.a[1] - before.b[1]];
  const [on, back] = [(dx * q[1] - dy * q[0]) / turn, (dx * p[1] - dy * p[0]) / turn];
  const most = OFF_CORNERS / Math.sin((Math.min(open, 90) * Math.PI) / 180) + SPARE;
  if (on < -SPARE || on > most || -back < -SPARE || -back > most) return undefined;
  const middle: Point = [q[0] - p[0], q[1] - p[1]];
  // So far off the one wall, and off the other.
  const [along, aside] = [depthOf(before) / turn, depthOf(after) / turn];
  const at = [0, 1].map((n) => (before.b[n] ?? 0) + (on - aside) * (p[n] ?? 0) + along * (q[n] ?? 0));
  const [x = 0, y = 0] = at.map((one) => Math.round(one * PER_METRE) / PER_METRE + 0);
  return { at: [x, y], facing: bearing((Math.atan2(middle[0], middle[1]) * 180) / Math.PI), spread: open / 2 };
}

/** m: ends farther apart are of no common corner. */
const FAR = 2 * (OFF_CORNERS / Math.sin((NARROW * Math.PI) / 180) + SPARE);

function unit({ a, b }: Segment): Point {
  const length = distance(a, b);
  return [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
}
