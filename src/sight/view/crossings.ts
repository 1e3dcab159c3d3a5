import { spendBudget } from '../../base/budget.js';
import { distance, distanceToLine, grow, intersectSegments, segmentsCross } from '../../geometry/index.js';
import type { Box, Point, Region, Segment } from '../../geometry/types.js';
import { edgesOf, fromFrame, type LineFrame, toFrame } from '../../plan/walls/plane.js';
import { type LevelWalls, openingSegment, type Spans } from '../../plan/walls/walls.js';
import { isGlazed, isOpen } from '../scene/barriers.js';
import { type Boxes, boxesOf, type IndexedBoxes } from '../scene/box-index.js';
import type { Crossing } from '../types.js';

/** m: an opening counts as crossed this near to its ends, since welding may move what it was cut out of by as much. */
export const GRAZE = 0.006;
/** m: nearer than this to the eye nothing is crossed: a device on a wall is in front of it. */
export const AT_EYE = 0.002;
/** m: rounding, across a face. */
const ON_FACE = 1e-6;
/** m: a point this far past a face is past it. */
export const PAST = 1e-10;

/** Something in a wall that sight passes: an opening or a stretch of glass, as thick as the faces it stands for. */
export interface Gate {
  readonly frame: LineFrame;
  readonly faces: Spans;
  readonly line: Segment;
  readonly what: Omit<Crossing, 'at'>;
}

/** A crossing and the line it lies on. */
export interface Passed {
  readonly crossing: Crossing;
  readonly line: Segment;
  /** m from the eye to the first face on the way. */
  readonly distance: number;
  /** Between the ends of the opening, not only as good as. */
  readonly between: boolean;
}

/** The ways through walls, and the walls that hide everything in every world; found by where they are. */
export interface NearWays {
  readonly gates: Boxes<Gate>;
  readonly solid: Boxes<Segment>;
}

/** All of a level. */
export interface Ways extends NearWays {
  readonly gates: IndexedBoxes<Gate>;
  readonly solid: IndexedBoxes<Segment>;
}

/** The same ways, for lines most of which run within a box. */
export function waysIn({ gates, solid }: Ways, box: Box): NearWays {
  return { gates: gates.about(box), solid: solid.about(box) };
}

export function waysThrough(walls: LevelWalls): Ways {
  const openings = walls.cuts.map(({ opening, frame, faces }): Gate => {
    const what = { opening, wall: undefined, standing: isOpen(opening, 'standing'), glazing: isGlazed(opening) };
    return { frame, faces, line: openingSegment(opening), what };
  });
  const panes = walls.panes.map(({ face, frame, faces }): Gate => {
    const what = { opening: undefined, wall: face.owners[0], standing: true, glazing: true };
    return { frame, faces, line: face, what };
  });
  const solid = walls.faces.filter((face) => face.material === 'opaque' && face.height === undefined);
  return {
    gates: boxesOf([...openings, ...panes], (gate) => grow(boxOfLine(gate.line), thicknessOf(gate))),
    solid: boxesOf(solid, boxOfLine),
  };
}

function boxOfLine({ a, b }: Segment): Box {
  return {
    minX: Math.min(a[0], b[0]),
    minY: Math.min(a[1], b[1]),
    maxX: Math.max(a[0], b[0]),
    maxY: Math.max(a[1], b[1]),
  };
}

/** m: no face of the gate is further than this from its line, nor a point that counts as between its ends. */
function thicknessOf({ faces }: Gate): number {
  return Math.max(...faces.flat().map(Math.abs)) + GRAZE;
}

/**
 * The openings and clear panes a straight line passes, in order from `eye`. `point` must not lie on a face: whether what
 * begins on the very line of a window is seen through it depends on which side of the line it lies.
 */
export function passed({ gates }: NearWays, eye: Point, point: Point): Passed[] {
  const near = gates.meeting(boxOfLine({ a: eye, b: point }));
  spendBudget(40 + 20 * near.length);
  return apart(near.flatMap((gate) => through(gate, eye, point) ?? []));
}

/** What was passed, in order: where two openings share an end the line passes one of them. */
export function apart(found: readonly Passed[]): Passed[] {
  return found
    .filter((one) => one.between || !found.some((other) => other.between && isBeside(one, other)))
    .sort((p, q) => p.distance - q.distance);
}

function isBeside(p: Passed, q: Passed): boolean {
  return distance(p.crossing.at, q.crossing.at) < 2 * GRAZE;
}

/**
 * Passed once the first face on the eye's side is behind: the opening's own line may be drawn a few centimetres beyond
 * it, and what is seen between the two is seen through the opening.
 */
function through(gate: Gate, eye: Point, point: Point): Passed | undefined {
  const { frame, faces, line, what } = gate;
  const [s0, d0] = toFrame(frame, eye);
  const [s1, d1] = toFrame(frame, point);
  /** How far past the nearer (0) or farther (1) face, left positive: linear along the sight line. */
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
  if (s < -GRAZE || s > frame.length + GRAZE) return undefined;
  const first = fromFrame(frame, s, d0 + t * (d1 - d0));
  const far = distance(eye, first);
  if (far <= AT_EYE) return undefined;
  const u = d0 * d1 < 0 ? d0 / (d0 - d1) : undefined;
  const at = u === undefined ? first : fromFrame(frame, s0 + u * (s1 - s0), 0);
  return { crossing: { ...what, at }, line, distance: far, between: s >= 0 && s <= frame.length };
}

/**
 * How far past the line of the last opening on the way `point` lies, m; past the first boundary edge of `region` where
 * there is no opening, and from the eye where that is crossed neither. `inside` is a point beside it, on the side from
 * which it is seen.
 */
export function depthOf(region: Region, eye: Point, point: Point, inside: Point, way: readonly Passed[]): number {
  const last = way.at(-1);
  if (last !== undefined) return Math.abs(distanceToLine(point, last.line.a, last.line.b));
  const sight = { a: eye, b: inside };
  spendBudget(8 * [...region.rings, ...region.shadows].reduce((sum, ring) => sum + ring.length, 0));
  let nearest: { readonly edge: Segment; readonly distance: number } | undefined;
  for (const edge of [...region.rings, ...region.shadows].flatMap(edgesOf)) {
    const at = intersectSegments(sight, edge);
    if (at === undefined) continue;
    const far = distance(eye, at);
    if (far > AT_EYE && (nearest === undefined || far < nearest.distance)) nearest = { edge, distance: far };
  }
  if (nearest === undefined) return distance(eye, point);
  return Math.abs(distanceToLine(point, nearest.edge.a, nearest.edge.b));
}

/**
 * How far `point` lies past the last solid wall that the line crosses, m; Infinity where it crosses none. Welding bends
 * walls by up to 5 mm, and what is seen past the wall as drawn lies no deeper than that.
 */
export function depthPastWalls({ solid }: NearWays, eye: Point, point: Point, inside: Point): number {
  const sight = { a: eye, b: inside };
  let last: { readonly wall: Segment; readonly distance: number } | undefined;
  for (const wall of solid.meeting(boxOfLine(sight))) {
    const at = segmentsCross(sight, wall) ? intersectSegments(sight, wall) : undefined;
    if (at === undefined) continue;
    const far = distance(eye, at);
    if (far > AT_EYE && far > (last?.distance ?? 0)) last = { wall, distance: far };
  }
  return last === undefined ? Infinity : Math.abs(distanceToLine(point, last.wall.a, last.wall.b));
}
