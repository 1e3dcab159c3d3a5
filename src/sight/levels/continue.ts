// How sight lines go on through a cell of a hole between two levels.
import { append } from '../../base/arrays.js';
import { spendBudget } from '../../base/budget.js';
import {
  boxesOverlap,
  boxOf,
  clipConvex,
  clipHalfPlane,
  coveredPieces,
  distanceToSegment,
  grow,
  type HalfPlane,
  ringOfBox,
} from '../../geometry/index.js';
import type { Box, Point, Ring, Segment } from '../../geometry/types.js';
import type { Span } from '../optics/optics.js';
import type { Nearby } from '../scene/nearby.js';
import { type Extent, FULL, type Heights } from '../scene/shadow.js';
import type { Cell } from './cells.js';
import { about, absolute, envelopeOf, spansOf, thrownBy, type Upright } from './upright.js';

/** Course of sight lines past a cell of a hole between two levels. Heights are absolute, m. */
export interface Onward {
  /**
   * Seen points are between the first and the last of these times as far from the eye as their line's crossing of the
   * cell.
   */
  readonly times: Span;
  readonly eye: number;
  /** A point is seen at any of these heights; undefined: the eye's height is unknown, and only full walls hide. */
  readonly target: Span | undefined;
  /** Height of the plane in which the cell lies. */
  readonly plane: number;
  /** m: nothing is farther from the eye. */
  readonly range: number;
}

/** Region seen through a cell: rings less shadows, plan metres. */
export interface Seen {
  readonly rings: readonly Ring[];
  readonly shadows: readonly Ring[];
}

/** m: a wall this little in front of the line at which a cell ends stands on it. Welding bends walls by as much. */
const ON_LINE = 0.006;

/**
 * Returns what is seen through a cell; undefined if nothing is.
 *
 * Every line through the cell is past the plane once it has left the cell, so that a wall beyond the far edge hides it,
 * as far as the wall reaches up and down. A wall between the edges hides only from lines that pass the plane before it.
 * Past the cell no line is steeper or flatter than those through its edges: a low wall or a lintel that all of them
 * meet hides everything.
 *
 * @param concerned m: only what lies in this box matters
 */
export function seenThrough(
  upright: readonly Upright[],
  eye: Point,
  cell: Cell,
  onward: Onward,
  concerned?: Box,
): Seen | undefined {
  const far = about(cell.far, eye);
  const line = lineOf(far);
  const near = cell.near && lineOf(about(cell.near, eye));
  const reach = Math.max(1, Math.min(onward.times[1], onward.range / distanceToSegment([0, 0], far)));
  const wedge: Wedge = { eye, far, line, reach, near };
  /** Returns the part of a ring about the eye in the wedge from `times` the near edge on, within reach. */
  const kept = (ring: Ring, times: number): Ring => {
    const inReach = clipConvex(clipHalfPlane(ring, { a: line.a, b: line.b, c: line.c * reach }), square(onward.range));
    return near === undefined ? inReach : clipHalfPlane(inReach, past(near, times));
  };
  // Walls hide from the cell on, though nothing is seen before lines have come down (or up) to the heights looked at.
  const box = boxOf(kept(fan(wedge), 1).map((point) => absolute(point, eye)));
  if (box === undefined || (concerned !== undefined && !boxesOverlap(box, concerned))) return undefined;
  const views: Ring[] = [];
  const shadows: Ring[] = [];
  for (const one of upright) {
    if (!boxesOverlap(box, one.obstacles.bounds)) continue;
    const found = hiding(one, box, wedge, onward);
    append(shadows, found.shadows);
    if (found.solid.length > 0) views.push(viewed(found.solid, wedge, onward.range));
  }
  const rings = inAll(views.length === 0 ? [fan(wedge)] : views).map((ring) => kept(ring, onward.times[0]));
  const seen = rings.filter((ring) => ring.length >= 3).map((ring) => ring.map((point) => absolute(point, eye)));
  return seen.length === 0 ? undefined : { rings: seen, shadows };
}

/**
 * Returns the intersection of views from one eye. Walls of several levels cross, so they never enter one viewshed
 * together.
 */
function inAll([first, ...others]: readonly Ring[]): readonly Ring[] {
  let seen: readonly Ring[] = first === undefined ? [] : [first];
  for (const other of others) {
    seen = coveredPieces({ rings: seen, shadows: [] }, [{ rings: [other], shadows: [] }]).flatMap(({ outline }) =>
      outline.slice(0, 1),
    );
  }
  return seen;
}

/** Walls that hide everything past them, and the shadows of those that hide some of it. */
interface Hiding {
  readonly solid: readonly Segment[];
  readonly shadows: readonly Ring[];
}

function hiding({ floor, obstacles }: Upright, box: Box, wedge: Wedge, onward: Onward): Hiding {
  const { segments, full, panels } = obstacles;
  const beyond = (near: Nearby) => within(segments, near, box, wedge, 'beyond');
  const solid = beyond(full);
  const shadows: Ring[] = [];
  if (onward.target === undefined) return { solid, shadows };
  const [low, high] = onward.target;
  const heights: Heights = { eye: onward.eye - floor, target: [low - floor, high - floor] };
  const plane = onward.plane - floor;
  const thrown = (walls: readonly Segment[], spans: readonly Span[]) => {
    for (const wall of walls) shadows.push(...thrownBy(wall, spans, wedge.eye, onward.range));
  };
  const inCell = (near: Nearby, extents: readonly Extent[]) => {
    const past = extents.flatMap((extent) => cut(extent, heights.eye, plane));
    const spans = spansOf(past, heights);
    if (spans.length > 0) thrown(within(segments, near, box, wedge, 'inside'), spans);
  };
  inCell(full, [FULL]);
  spendBudget(20 * panels.length);
  for (const { extents, near } of panels) {
    inCell(near, extents);
    const walls = beyond(near);
    if (walls.length === 0) continue;
    const spans = spansOf(extents, heights);
    const met = ratios(extents, heights.eye, plane);
    append(
      solid,
      walls.flatMap((wall) => whole(wall, met, spans, wedge)),
    );
    thrown(walls, spans);
  }
  return { solid, shadows };
}

/** Returns the part of an extent that is on the level, on the far side of the plane; [] if none is. */
function cut({ from, to }: Extent, eye: number, plane: number): Extent[] {
  const part = eye < plane ? { from: Math.max(from, plane), to } : { from, to: Math.min(to, plane) };
  return part.to > part.from ? [part] : [];
}

/** Wedge of sight lines, about the eye. */
interface Wedge {
  readonly eye: Point;
  readonly far: Segment;
  /** Half-plane of the far edge on the eye's side. */
  readonly line: HalfPlane;
  readonly near: HalfPlane | undefined;
  /** How many times farther than the far edge sight lines are followed. */
  readonly reach: number;
}

/** Returns a square about the eye. */
function square(half: number): Ring {
  return ringOfBox({ minX: -half, minY: -half, maxX: half, maxY: half });
}

/**
 * Returns the half-plane a·x + b·y ≤ c on this side of a segment that runs counter-clockwise about the origin; c > 0.
 */
function lineOf({ a, b }: Segment): HalfPlane {
  return { a: b[1] - a[1], b: a[0] - b[0], c: a[0] * b[1] - a[1] * b[0] };
}

/** Returns the half-plane beyond a line `times` as far from the origin. */
function past({ a, b, c }: HalfPlane, times: number): HalfPlane {
  return { a: -a, b: -b, c: -c * times };
}

/** Returns the parts of segments near a wedge that stand beyond its far edge or in the cell; about the eye. */
function within(
  segments: readonly Segment[],
  near: Nearby,
  box: Box,
  wedge: Wedge,
  where: 'beyond' | 'inside',
): Segment[] {
  const { line, far, eye } = wedge;
  const edge = line.c - ON_LINE * Math.hypot(line.a, line.b);
  const found: Segment[] = [];
  for (const i of near.touching(grow(box, ON_LINE))) {
    const here = about(segments[i], eye);
    const part = where === 'inside' ? insideOf(here, wedge, edge) : pastLine(here, line, edge);
    if (part === undefined || isBeside(part, far)) continue;
    found.push(part);
  }
  return found;
}

function insideOf(segment: Segment, { line, near }: Wedge, edge: number): Segment | undefined {
  const before = pastLine(segment, past(line, 1), -edge);
  return before === undefined || near === undefined ? before : pastLine(before, near, near.c);
}

/** Returns the part of a segment where a·x + b·y ≥ c; undefined if there is none. */
function pastLine({ a: p, b: q }: Segment, { a, b }: HalfPlane, c: number): Segment | undefined {
  const [dp, dq] = [a * p[0] + b * p[1] - c, a * q[0] + b * q[1] - c];
  if (dp >= 0 && dq >= 0) return { a: p, b: q };
  if (dp <= 0 && dq <= 0) return undefined;
  const t = dp / (dp - dq);
  const at: Point = [p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])];
  return dp > 0 ? { a: p, b: at } : { a: at, b: q };
}

/** True if a segment past the far edge's line lies to one side of the wedge. */
function isBeside({ a, b }: Segment, far: Segment): boolean {
  const right = (p: Point) => far.a[0] * p[1] - far.a[1] * p[0] < 0;
  const left = (p: Point) => far.b[0] * p[1] - far.b[1] * p[0] > 0;
  return (right(a) && right(b)) || (left(a) && left(b));
}

/**
 * Returns where a line is hidden by extents that reach to the floor or the ceiling, as multiples of the cell's distance
 * along it: up to the first, and from the second on. The height on a line is linear in its distance, at the eye's
 * height where it begins and at the plane's in the cell.
 */
function ratios(extents: readonly Extent[], eye: number, plane: number): Span {
  let [upTo, from] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const at = (height: number) => (height - eye) / (plane - eye);
  const rises = plane > eye;
  for (const extent of extents) {
    const [low, high] = [extent.from === Number.NEGATIVE_INFINITY, extent.to === Number.POSITIVE_INFINITY];
    if (low === high) continue;
    const edge = at(low ? extent.to : extent.from);
    if (low === rises) upTo = Math.max(upTo, edge);
    else from = Math.min(from, edge);
  }
  return [upTo, from];
}

/** Returns the parts of a panel that hide everything past them, whichever way through the cell a line takes. */
function whole(panel: Segment, [upTo, from]: Span, spans: readonly Span[], { near, line }: Wedge): Segment[] {
  if (upTo >= from || spans.some(([first, last]) => first === 1 && last === Number.POSITIVE_INFINITY)) return [panel];
  const found: Segment[] = [];
  // No line is as steep as the one through the near edge, and even that one is still too low (or too high) here.
  if (near !== undefined && Number.isFinite(upTo)) {
    const before = past(near, upTo);
    const part = upTo > 0 ? pastLine(panel, before, before.c) : undefined;
    if (part !== undefined) found.push(part);
  }
  if (Number.isFinite(from)) {
    const part = from > 0 ? pastLine(panel, line, line.c * from) : panel;
    if (part !== undefined) found.push(part);
  }
  return found;
}

/** Returns everything in the wedge. */
function fan({ far: { a, b }, reach }: Wedge): Ring {
  return [
    [0, 0],
    [reach * a[0], reach * a[1]],
    [reach * b[0], reach * b[1]],
  ];
}

/** Returns the view from the eye among segments that stand past the wedge's far edge. */
function viewed(solid: readonly Segment[], { far }: Wedge, range: number): Ring {
  const window = { from: Math.atan2(far.a[1], far.a[0]), to: Math.atan2(far.b[1], far.b[0]) };
  if (window.to < window.from) window.to += 2 * Math.PI;
  return envelopeOf(solid, window, range);
}
