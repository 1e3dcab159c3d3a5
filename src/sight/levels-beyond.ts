import { envelope } from '../geometry/envelope.js';
import {
  boxOf,
  clipConvex,
  clipHalfPlane,
  distanceToSegment,
  grow,
  type HalfPlane,
  ringOfBox,
} from '../geometry/index.js';
import type { Box, Point, Ring, Segment } from '../geometry/types.js';
import type { World } from './barriers.js';
import type { Cell } from './levels-cells.js';
import { createNearby, type Nearby } from './nearby.js';
import type { Span } from './optics.js';
import type { Scene } from './scene.js';
import type { Panels } from './selection.js';
import { type Extent, type Heights, shadowOf, shadowSpan } from './shadow.js';

/** How lines of sight go on once they have passed a cell of a hole between two levels. */
export interface Onward {
  /** Nothing past the cell is further from the eye than this many times the point where its line leaves the cell. */
  readonly times: number;
  /** Of the eye and of what is seen, above the floor of the level looked at; undefined: not known. */
  readonly heights: Heights | undefined;
  /** Height of the plane in which the cell lies, above that floor. */
  readonly plane: number;
  /** m from the eye: nothing is further away. */
  readonly range: number;
}

/** What is seen past a cell: its lines of sight leave the cell where `beyond` begins. */
export interface Past {
  readonly ring: Ring;
  readonly shadows: readonly Ring[];
}

/** The walls of a level in one world, found by where they are. */
export interface Obstacles {
  readonly segments: readonly Segment[];
  /** Those from floor to ceiling. */
  readonly full: Nearby;
  readonly panels: readonly { readonly extents: readonly Extent[]; readonly near: Nearby }[];
}

export function obstaclesOf(scene: Scene, world: World): Obstacles {
  const { all, blocking, panels } = scene.selections();
  const { blocks } = blocking(world, undefined);
  const full = [...blocks.keys()].filter((wall) => blocks[wall] === 1);
  return {
    segments: all.segments,
    full: createNearby(all.units, full),
    panels: panels(world).map(({ extents, walls }: Panels) => ({ extents, near: createNearby(all.units, walls) })),
  };
}

/** m: a wall this little before the line at which a cell ends stands on it. Welding bends walls by as much. */
const ON_LINE = 0.006;

/**
 * What is seen of a level past a cell. Every line through the cell is on the level once it has left it, so that what stands
 * beyond the cell's far edge hides it, as far as it reaches up and down; what stands before that edge may not, and is left
 * out. Between its edges no line is steeper or flatter than those through them: a low wall or a lintel that all of them
 * meet hides everything.
 */
export function seenPast(obstacles: Obstacles, eye: Point, cell: Cell, onward: Onward): Past | undefined {
  const far = about(cell.far, eye);
  const line = lineOf(far);
  const nearest = distanceToSegment([0, 0], far);
  const reach = Math.min(onward.times, onward.range / nearest);
  if (!(reach > 1)) return undefined;
  const wedge: Wedge = { eye, far, line, reach, near: cell.near && lineOf(about(cell.near, eye)) };
  const box = boxOf(clipConvex(quad(wedge), square(onward.range)).map((point) => absolute(point, eye)));
  if (box === undefined) return undefined;
  const solid = within(obstacles, obstacles.full, box, wedge);
  const shadows: Ring[] = [];
  const { heights } = onward;
  for (const { extents, near } of heights === undefined ? [] : obstacles.panels) {
    const panels = within(obstacles, near, box, wedge);
    if (panels.length === 0 || heights === undefined) continue;
    const spans = extents.flatMap((extent) => [shadowSpan(extent, heights, false) ?? []].filter(isSpan));
    const met = ratios(extents, heights.eye, onward.plane);
    for (const panel of panels) {
      solid.push(...whole(panel, met, spans, wedge));
      for (const span of spans) {
        const shadow = shadowOf({ a: absolute(panel.a, eye), b: absolute(panel.b, eye) }, span, eye, 2 * onward.range);
        if (shadow.length > 0) shadows.push(shadow);
      }
    }
  }
  const seen = solid.length === 0 ? quad(wedge) : cut(viewed(solid, wedge, onward.range), wedge);
  const ring = clipConvex(seen, square(onward.range));
  return ring.length < 3 ? undefined : { ring: ring.map((point) => absolute(point, eye)), shadows };
}

/** A wedge of lines of sight, about the eye. */
interface Wedge {
  readonly eye: Point;
  readonly far: Segment;
  /** The far edge's line: its side of the eye. */
  readonly line: HalfPlane;
  readonly near: HalfPlane | undefined;
  /** How many times further than the far edge is looked. */
  readonly reach: number;
}

function isSpan(span: Span | readonly never[]): span is Span {
  return span.length === 2;
}

function about({ a, b }: Segment, [x, y]: Point): Segment {
  return { a: [a[0] - x, a[1] - y], b: [b[0] - x, b[1] - y] };
}

function absolute([x, y]: Point, eye: Point): Point {
  return [x + eye[0], y + eye[1]];
}

/** About the eye. */
function square(half: number): Ring {
  return ringOfBox({ minX: -half, minY: -half, maxX: half, maxY: half });
}

/** a·x + b·y ≤ c is this side of a segment that runs counter-clockwise about the origin; c > 0. */
function lineOf({ a, b }: Segment): HalfPlane {
  return { a: b[1] - a[1], b: a[0] - b[0], c: a[0] * b[1] - a[1] * b[0] };
}

/** The segments near a wedge that stand beyond its far edge, about the eye, each cut at the line of that edge. */
function within({ segments }: Obstacles, near: Nearby, box: Box, wedge: Wedge): Segment[] {
  const { line, far, eye } = wedge;
  const off = ON_LINE * Math.hypot(line.a, line.b);
  const found: Segment[] = [];
  for (const i of near.touching(grow(box, ON_LINE))) {
    const segment = segments[i];
    const beyond = segment && pastLine(about(segment, eye), line, line.c - off);
    if (beyond === undefined || isBeside(beyond, far)) continue;
    found.push(beyond);
  }
  return found;
}

/** The part of a segment where a·x + b·y ≥ c. */
function pastLine({ a: p, b: q }: Segment, { a, b }: HalfPlane, c: number): Segment | undefined {
  const [dp, dq] = [a * p[0] + b * p[1] - c, a * q[0] + b * q[1] - c];
  if (dp >= 0 && dq >= 0) return { a: p, b: q };
  if (dp <= 0 && dq <= 0) return undefined;
  const t = dp / (dp - dq);
  const at: Point = [p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])];
  return dp > 0 ? { a: p, b: at } : { a: at, b: q };
}

/** Whether a segment past the far edge's line lies to one side of the wedge. */
function isBeside({ a, b }: Segment, far: Segment): boolean {
  const right = (p: Point) => far.a[0] * p[1] - far.a[1] * p[0] < 0;
  const left = (p: Point) => far.b[0] * p[1] - far.b[1] * p[0] > 0;
  return (right(a) && right(b)) || (left(a) && left(b));
}

/**
 * Between which multiples of the cell's distance along a line it is hidden by extents that reach to the floor or the
 * ceiling: up to the first, and from the second on. The height on a line is linear in its distance, at the eye's height
 * where it begins and at the plane's in the cell.
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

/** The parts of a panel that hide everything past them, whichever way through the cell a line takes. */
function whole(panel: Segment, [upTo, from]: Span, spans: readonly Span[], { near, line }: Wedge): Segment[] {
  if (upTo >= from || spans.some(([first, last]) => first === 1 && last === Number.POSITIVE_INFINITY)) return [panel];
  const found: Segment[] = [];
  // No line is as steep as the one through the near edge, and that is still too low (or too high) here.
  if (near !== undefined && Number.isFinite(upTo)) {
    const opposite = { a: -near.a, b: -near.b, c: 0 };
    const part = upTo > 0 ? pastLine(panel, opposite, -near.c * upTo) : undefined;
    if (part !== undefined) found.push(part);
  }
  if (Number.isFinite(from)) {
    const part = from > 0 ? pastLine(panel, line, line.c * from) : panel;
    if (part !== undefined) found.push(part);
  }
  return found;
}

/** Everything in the wedge past its far edge. */
function quad({ far: { a, b }, reach }: Wedge): Ring {
  return [a, [reach * a[0], reach * a[1]], [reach * b[0], reach * b[1]], b];
}

const UNITS = 1e6;

/** The view from the eye among segments that stand past the wedge's far edge. */
function viewed(solid: readonly Segment[], { far }: Wedge, range: number): Ring {
  const farthest = solid.flatMap(({ a, b }) => [Math.hypot(...a), Math.hypot(...b)]);
  const half = (Math.max(range, ...farthest) + 1) * UNITS * 2;
  const box = [-half, -half, half, -half, half, -half, half, half, half, half, -half, half, -half, half, -half, -half];
  const ends = solid.flatMap(({ a, b }) => [a[0] * UNITS, a[1] * UNITS, b[0] * UNITS, b[1] * UNITS]);
  const window = { from: Math.atan2(far.a[1], far.a[0]), to: Math.atan2(far.b[1], far.b[0]) };
  if (window.to < window.from) window.to += 2 * Math.PI;
  const seen = envelope(0, 0, Float64Array.from([...ends, ...box]), window);
  const ring: Point[] = [[0, 0]];
  for (let i = 0; i + 1 < seen.length; i += 2) ring.push([(seen[i] ?? 0) / UNITS, (seen[i + 1] ?? 0) / UNITS]);
  return ring;
}

/** A view from the eye, between the far edge and `reach` times it. */
function cut(ring: Ring, { line: { a, b, c }, reach }: Wedge): Ring {
  return clipHalfPlane(clipHalfPlane(ring, { a, b, c: c * reach }), { a: -a, b: -b, c: -c });
}
