// Which openings and panes a sight line crosses, and how deep it reaches past the last one.

import { spendBudget } from '../../base/budget.js';
import { containsPoint, distance, distanceToLine, intersectSegments, segmentsCross } from '../../geometry/index.js';
import type { Box, Point, Region, Segment } from '../../geometry/types.js';
import { boxOfSegment } from '../../plan/nearby.js';
import { edgesOfRegion, fromFrame, type LineFrame, toFrame } from '../../plan/walls/plane.js';
import { type LevelWalls, openingSegment, type Spans } from '../../plan/walls/walls.js';
import { isFrosted, isGlazed, isOpen } from '../scene/barriers.js';
import { type Along, boxesOf, type IndexedBoxes } from '../scene/box-index.js';
import type { Crossing } from '../types.js';

/** Metres: a line that passes an opening's end by this much at most counts as crossing it: welding moves walls as far. */
export const WELD_SLACK = 0.006;
/** Metres: nothing is crossed nearer to the eye than this; a device on a wall is in front of it. */
export const AT_EYE = 0.002;
/** m: rounding, across a face. */
const ON_FACE = 1e-6;
/** Metres: a point this far past a face counts as past it. */
export const PAST = 1e-10;

/** Gap in a wall that sight passes: an opening or a stretch of glass, as thick as the wall there. */
export interface Gate {
  /** Frame of `line`, from which the faces are measured. */
  readonly frame: LineFrame;
  /** Faces of the wall that it stands in: nearest and farthest at both ends of the line. */
  readonly faces: Spans;
  /** The opening's line, or the face of glass; m in plan. */
  readonly line: Segment;
  /** What is the same for every crossing of it. */
  readonly what: Omit<Crossing, 'at'>;
}

/** Crossing of a gap by a sight line. */
export interface Passed {
  readonly crossing: Crossing;
  /** Line of the opening, or face of the glass; m in plan. */
  readonly line: Segment;
  /** m from the eye to the opening's face on the side of the eye. */
  readonly distance: number;
  /** True if it lies between the ends of the opening; false if it is beyond one, by {@link WELD_SLACK} at most. */
  readonly between: boolean;
}

/**
 * The gaps in a level's walls, and its walls that hide everything in every world, both indexed for searches along a
 * line.
 */
export interface NearWays {
  readonly gates: Along<Gate>;
  readonly solid: Along<Segment>;
}

/** All openings, panes and opaque walls of a level, indexed for searches along lines. */
export interface Ways extends NearWays {
  readonly gates: IndexedBoxes<Gate>;
  readonly solid: IndexedBoxes<Segment>;
}

/** Returns the gaps and solid walls of a level in an index for lines from `eye` into `box`. */
export function waysTowards({ gates, solid }: Ways, eye: Point, box: Box): NearWays {
  return { gates: gates.towards(eye, box), solid: solid.towards(eye, box) };
}

/** Returns the gaps and solid walls of a level, indexed for searches along lines. */
export function waysThrough(walls: LevelWalls): Ways {
  const openings = walls.cuts.map(({ opening, frame, faces }): Gate => {
    const glass = { glazing: isGlazed(opening), frosted: isFrosted(opening) };
    const what = { opening, wall: undefined, standing: isOpen(opening, 'standing'), ...glass };
    return { frame, faces, line: openingSegment(opening), what };
  });
  const panes = walls.panes.map(({ face, frame, faces }): Gate => {
    const glass = { glazing: true, frosted: face.material === 'frosted' };
    const what = { opening: undefined, wall: face.owners[0], standing: true, ...glass };
    return { frame, faces, line: face, what };
  });
  const solid = walls.faces.filter((face) => face.material === 'opaque' && face.height === undefined);
  return {
    gates: boxesOf([...openings, ...panes], (gate) => boxOfSegment(gate.line, thicknessOf(gate))),
    solid: boxesOf(solid, (face) => boxOfSegment(face)),
  };
}

/**
 * Returns the metres from its line within which every face of the gate lies, and every point that counts as between its
 * ends.
 */
function thicknessOf({ faces }: Gate): number {
  return Math.max(...faces.flat().map(Math.abs)) + WELD_SLACK;
}

/**
 * Returns the openings of any kind, and the stretches of clear or frosted glass wall, that a straight line passes, in
 * order from `eye`. `point` must not lie on a face: what begins on the very line of a window is seen through it or not,
 * depending on the side of the line.
 */
export function passed({ gates }: NearWays, eye: Point, point: Point): Passed[] {
  const near = gates.along({ a: eye, b: point });
  spendBudget(40 + 20 * near.length);
  return apart(near.flatMap((gate) => through(gate, eye, point) ?? []));
}

/**
 * Returns the crossings in order of distance. Of two openings that share an end, a line through that end passes only
 * one.
 */
export function apart(found: readonly Passed[]): Passed[] {
  return found
    .filter((one) => one.between || !found.some((other) => other.between && isBeside(one, other)))
    .sort((p, q) => p.distance - q.distance);
}

function isBeside(p: Passed, q: Passed): boolean {
  return distance(p.crossing.at, q.crossing.at) < 2 * WELD_SLACK;
}

/**
 * Returns the crossing of a gate; undefined if the line doesn't pass it. It counts as passed once the first face on the
 * eye's side is behind: the opening's own line may be drawn a few centimetres beyond it, and what is seen between the
 * two is seen through the opening.
 */
function through(gate: Gate, eye: Point, point: Point): Passed | undefined {
  const { frame, faces, line, what } = gate;
  const [s0, d0] = toFrame(frame, eye);
  const [s1, d1] = toFrame(frame, point);
  /** Returns how far past the nearer (0) or farther (1) face, left positive: linear along the sight line. */
  const past = (face: 0 | 1, s: number, d: number): number =>
    d - faces[0][face] - (s / frame.length) * (faces[1][face] - faces[0][face]);
  const leftwards = { from: past(0, s0, d0), to: past(0, s1, d1) };
  const rightwards = { from: past(1, s0, d0), to: past(1, s1, d1) };
  let t: number;
  if (leftwards.from <= ON_FACE && leftwards.to > PAST) t = leftwards.from / (leftwards.from - leftwards.to);
  else if (rightwards.from >= -ON_FACE && rightwards.to < -PAST)
    t = rightwards.from / (rightwards.from - rightwards.to);
  else if (leftwards.from > 0 && rightwards.from < 0 && d0 * d1 < 0) t = d0 / (d0 - d1);
  else return undefined;
  const s = s0 + t * (s1 - s0);
  if (s < -WELD_SLACK || s > frame.length + WELD_SLACK) return undefined;
  const first = fromFrame(frame, s, d0 + t * (d1 - d0));
  const far = distance(eye, first);
  if (far <= AT_EYE) return undefined;
  const u = d0 * d1 < 0 ? d0 / (d0 - d1) : undefined;
  const at = u === undefined ? first : fromFrame(frame, s0 + u * (s1 - s0), 0);
  return { crossing: { ...what, at }, line, distance: far, between: s >= 0 && s <= frame.length };
}

/** m: where a region reaches this far before a pane, the pane isn't its boundary. */
const BEFORE = 0.1;

/**
 * Returns the last opening or pane on the way into the region; undefined if there is none. Glass walls that stand
 * within the region, more than 0.1 m from its edges, don't count: what is seen past one is as deep as if it weren't
 * there.
 *
 * @param way what the line from the eye into the region passes, in order
 */
export function wayInto(region: Region, eye: Point, way: readonly Passed[]): Passed | undefined {
  return way.findLast(({ crossing: { wall, at }, line }) => wall === undefined || !isWithin(region, eye, at, line));
}

/** True if the region lies on the eye's side of the pane, too: it may end close behind the pane, as a wall behind a case does. */
function isWithin(region: Region, eye: Point, at: Point, { a, b }: Segment): boolean {
  spendBudget(2 * region.rings.reduce((sum, ring) => sum + ring.length, 0));
  if (!containsPoint(region, at)) return false;
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const by = Math.sign(dx * (eye[1] - a[1]) - dy * (eye[0] - a[0])) * (BEFORE / Math.hypot(dx, dy));
  return containsPoint(region, [at[0] - by * dy, at[1] + by * dx]);
}

/**
 * Returns how many metres `point` lies beyond the last opening on the way into `region`; without one, beyond the first
 * edge of `region` that the line crosses; without that either, its distance from the eye.
 *
 * @param inside a point beside `point`, on the eye's side
 * @param way what the line from the eye to `point` passes, in order
 */
export function depthOf(region: Region, eye: Point, point: Point, inside: Point, way: readonly Passed[]): number {
  const last = wayInto(region, eye, way);
  if (last !== undefined) return Math.abs(distanceToLine(point, last.line.a, last.line.b));
  const sight = { a: eye, b: inside };
  const edges = edgesOfRegion(region);
  spendBudget(12 * edges.length);
  let nearest: { readonly edge: Segment; readonly distance: number } | undefined;
  for (const edge of edges) {
    const at = intersectSegments(sight, edge);
    if (at === undefined) continue;
    const far = distance(eye, at);
    if (far > AT_EYE && (nearest === undefined || far < nearest.distance)) nearest = { edge, distance: far };
  }
  if (nearest === undefined) return distance(eye, point);
  return Math.abs(distanceToLine(point, nearest.edge.a, nearest.edge.b));
}

/**
 * Returns the metres that `point` lies past the last solid wall that the line crosses; Infinity if it crosses none.
 * Welding bends walls by up to 5 mm, and what is seen past the wall as drawn lies no deeper than that.
 *
 * @param inside a point beside `point`, on the eye's side
 */
export function depthPastWalls({ solid }: NearWays, eye: Point, point: Point, inside: Point): number {
  const sight = { a: eye, b: inside };
  let last: { readonly wall: Segment; readonly distance: number } | undefined;
  for (const wall of solid.along(sight)) {
    const at = segmentsCross(sight, wall) ? intersectSegments(sight, wall) : undefined;
    if (at === undefined) continue;
    const far = distance(eye, at);
    if (far > AT_EYE && far > (last?.distance ?? 0)) last = { wall, distance: far };
  }
  return last === undefined ? Infinity : Math.abs(distanceToLine(point, last.wall.a, last.wall.b));
}
