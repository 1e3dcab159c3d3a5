// The openings that a way of sound passes, and the points where it bends.
import { boxOf, distance } from '../../geometry/index.js';
import type { Point } from '../../geometry/types.js';
import { fromFrame, toFrame } from '../../plan/walls/plane.js';
import { AT_EYE, apart, type Gate, type NearWays, PAST, type Passed, WELD_SLACK } from '../view/crossings.js';

/** Point of the way in a gate's frame: `s` along it, `d` to its left, m. */
interface Placed {
  readonly s: number;
  readonly d: number;
}

/** Plane across a gate: its offset in the gate's frame, and the side to which it is passed, left 1. */
interface Plane {
  readonly offsetAt: (s: number) => number;
  readonly towards: 1 | -1;
}

/**
 * Returns the openings and panes that a way of several straight parts passes, in order from its first point. Unlike a
 * sight line it bends at their very jambs, where it is on the line of the opening and on neither side: an opening is
 * passed when the way comes to its other side, and its last point on the line lies between the jambs.
 */
export function passedRound({ gates }: NearWays, points: readonly Point[]): Passed[] {
  const found = gates.meeting(boxOf(points)).flatMap((gate) => through(gate, points) ?? []);
  return apart(found);
}

function through(gate: Gate, points: readonly Point[]): Passed | undefined {
  const { frame, faces, line, what } = gate;
  const placed = points.map((point): Placed => {
    const [s, d] = toFrame(frame, point);
    return { s, d };
  });
  const face = (i: 0 | 1) => (s: number) => faces[0][i] + (s / frame.length) * (faces[1][i] - faces[0][i]);
  const planes: Plane[] = [
    { offsetAt: face(0), towards: 1 },
    { offsetAt: face(1), towards: -1 },
  ];
  const within = planes.every((plane) => past(plane, placed[0]) > WELD_SLACK);
  const onLine = (towards: 1 | -1): Plane => ({ offsetAt: () => 0, towards });
  for (const plane of within ? [onLine(1), onLine(-1)] : planes) {
    const at = passing(plane, placed);
    if (at === undefined || at.s < -WELD_SLACK || at.s > frame.length + WELD_SLACK) continue;
    const where = fromFrame(frame, at.s, at.d);
    const gone = points.slice(1, at.leg + 1).reduce((sum, point, i) => sum + distance(points[i], point), 0);
    const far = gone + distance(points[at.leg], where);
    if (far <= AT_EYE) continue;
    return {
      crossing: { ...what, at: where },
      line,
      distance: far,
      between: at.s >= -ON_JAMB && at.s <= frame.length + ON_JAMB,
    };
  }
  return undefined;
}

/** m: a way that bends at a jamb is between the jambs. */
const ON_JAMB = 1e-6;

/** Returns the metres by which a point is past a plane; negative: before it. */
function past({ offsetAt, towards }: Plane, { s, d }: Placed): number {
  return towards * (d - offsetAt(s));
}

/** Returns where a way comes past a plane from behind it or from on it, and the number of its parts before that. */
function passing(plane: Plane, placed: readonly Placed[]): (Placed & { readonly leg: number }) | undefined {
  let beyond = false;
  for (let leg = 0; leg + 1 < placed.length; leg += 1) {
    const [p, q] = [placed[leg], placed[leg + 1]];
    const [from, to] = [past(plane, p), past(plane, q)];
    if (from > WELD_SLACK) beyond = true;
    else if (from < -WELD_SLACK) beyond = false;
    // Corners that welding moved are on the line; the last point is on the side from which it is heard.
    const last = leg + 2 === placed.length;
    if (beyond || to <= (last ? PAST : WELD_SLACK)) continue;
    if (from >= -WELD_SLACK) return { ...p, leg };
    const t = from / (from - to);
    return { s: p.s + t * (q.s - p.s), d: p.d + t * (q.d - p.d), leg };
  }
  return undefined;
}

/** m: an opening crossed this near to a bend is crossed there. */
const AT_BEND = 2 * WELD_SLACK;

/**
 * Returns the points where a way bends and where it passes openings, in order, without its ends.
 *
 * @param bends the first point of the way, then each point where it bends; not its last
 * @param way the openings and panes that it passes
 */
export function stationsOf(bends: readonly Point[], way: readonly Passed[]): Point[] {
  let gone = 0;
  const turns = bends.slice(1).map((at, i) => {
    gone += distance(bends[i], at);
    return { at, distance: gone };
  });
  const crossed = way
    .map((one) => ({ at: one.crossing.at, distance: one.distance }))
    .filter(({ at }) => turns.every((turn) => distance(turn.at, at) > AT_BEND));
  return [...turns, ...crossed].sort((p, q) => p.distance - q.distance).map(({ at }) => at);
}
