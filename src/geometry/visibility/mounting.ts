// Where a device mounted on a wall looks from, and which directions the wall leaves open.
import { minOf } from '../../base/arrays.js';
import { ANGLE_TOLERANCE, LENGTH_TOLERANCE } from '../../base/threshold.js';
import { nearestOnSegment } from '../shapes/segment.js';
import type { Point, Segment, Window } from '../types.js';
import { azimuthOf, distance, positiveAngle } from '../vector.js';

/** The prepared walls near a device, in metres. Walls far from the device may be left out. */
export interface NearWalls {
  readonly segments: readonly Segment[];
}

/** The point from which a wall-mounted device looks, and the window that the wall leaves open. */
export interface Mounting {
  /** The eye: on the wall, or in the corner. Metres. */
  readonly eye: Point;
  /** The window between the wall's (or corner's) two directions on the heading's side, exact; radians. */
  readonly window: Window;
  /**
   * True if the heading runs along a wall. Then the side of the wall is a guess: the side on which the device is drawn.
   */
  readonly along: boolean;
}

/** Distance in metres within which a device is on a wall: 5 cm plus the tolerance of lengths. */
export const ON_WALL_METRES = 0.05 + LENGTH_TOLERANCE;

/** Radians: a heading this near to a wall's direction runs along it. 0.1°, less than anybody can mount to; at it, it does. */
const ALONG = ((0.1 + ANGLE_TOLERANCE) * Math.PI) / 180;

/** Radians: welding may bend a straight wall by this much, and it still counts as straight (0.05 mm over 5 cm). */
const STRAIGHT = 1e-3;

/** Metres: points closer than this are one. */
const SAME = 1e-6;

/** Sine of the angle up to which two walls are faces of one wall. */
const PARALLEL = 0.17;

/**
 * Returns the mounting of a device that is on a wall. Nudging the device off the wall would change grazing views, so
 * the eye moves onto the wall and the window is cut at the wall's directions. If the device is near both sides of an
 * inner corner, the eye moves into the corner. The eye moves past every face that the heading points through: a wall
 * drawn by both faces is one wall.
 *
 * @param azimuth radians counter-clockwise from +x; undefined if the plan states no heading
 * @param tolerance metres within which a device is on a wall
 * @returns undefined if there is no heading or no wall is near
 */
export function openWindow(
  eye: Point,
  walls: NearWalls,
  azimuth: number | undefined,
  tolerance: number = ON_WALL_METRES,
): Mounting | undefined {
  if (azimuth === undefined) return undefined;
  const near = wallsNear(eye, walls, tolerance);
  if (near.length === 0) return undefined;
  return inCorner(eye, near, walls, azimuth, tolerance) ?? onFace(eye, near, walls, azimuth);
}

/**
 * Returns all mountings of a device whose heading the plan omits: one for every side of the walls it touches,
 * counter-clockwise from +x. Empty if no wall is near.
 */
export function openWindows(eye: Point, walls: NearWalls, tolerance: number = ON_WALL_METRES): Mounting[] {
  const found = new Map<string, Mounting>();
  const bearings = wallsNear(eye, walls, tolerance).flatMap(({ a, b }) => [azimuthOf(a, b), azimuthOf(b, a)]);
  const sorted = bearings.map(positiveAngle).sort((p, q) => p - q);
  // Each side of a wall or corner lies between two neighbouring directions of near walls.
  sorted.forEach((from, i) => {
    const to = sorted[i + 1] ?? (sorted[0] ?? 0) + 2 * Math.PI;
    if (to - from < 2 * ALONG) return;
    const mounting = openWindow(eye, walls, (from + to) / 2, tolerance);
    if (mounting !== undefined)
      found.set(`${mounting.eye} ${Math.round(positiveAngle(mounting.window.from) * 1e9)}`, mounting);
  });
  return [...found.values()];
}

/** Returns the walls within `reach` metres. Most are dismissed by their box. */
function wallsNear([x, y]: Point, { segments }: NearWalls, reach: number): Segment[] {
  return segments.filter((s) => {
    const { a, b } = s;
    if ((a[0] < x - reach && b[0] < x - reach) || (a[0] > x + reach && b[0] > x + reach)) return false;
    if ((a[1] < y - reach && b[1] < y - reach) || (a[1] > y + reach && b[1] > y + reach)) return false;
    return distance([x, y], nearestOnSegment([x, y], s)) <= reach;
  });
}

/** Returns the mounting in an inner corner of two near walls, or where the heading leads round an outer corner. */
function inCorner(
  eye: Point,
  near: readonly Segment[],
  walls: NearWalls,
  azimuth: number,
  tolerance: number,
): Mounting | undefined {
  // On a corner only if it is on two of the walls that meet there, or at a free end: else it merely stands beside it.
  const leaving = (v: Point, among: readonly Segment[]) =>
    among.filter((s) => distance(s.a, v) <= SAME || distance(s.b, v) <= SAME).length;
  const isOn = (v: Point) => leaving(v, near) >= 2 || leaving(v, walls.segments) === 1;
  const corners = verticesOf(near)
    .filter((v) => distance(v, eye) <= tolerance * Math.SQRT2 + SAME && isOn(v))
    .sort((p, q) => distance(p, eye) - distance(q, eye) || p[0] - q[0] || p[1] - q[1]);
  for (const corner of corners) {
    const mounting = atVertex(eye, corner, walls, azimuth);
    const { from, to } = mounting.window;
    if (to - from < Math.PI - STRAIGHT) return mounting;
    // Drawn on another side of the corner than the one it is turned to: beyond all the walls between.
    const drawnIn =
      distance(eye, corner) <= SAME || positiveAngle(azimuthOf(corner, eye) - from + ALONG) <= to - from + 2 * ALONG;
    if (drawnIn) continue;
    if (to - from > Math.PI + STRAIGHT) return mounting;
    const sides = near.filter((s) => bounds(s, corner, from) || bounds(s, corner, to));
    if (sides.length > 0) return onFace(eye, sides, walls, azimuth);
  }
  return undefined;
}

/** True if the segment leaves the vertex in direction `azimuth`. */
function bounds({ a, b }: Segment, vertex: Point, azimuth: number): boolean {
  const [near, far] = distance(a, vertex) <= SAME ? [a, b] : [b, a];
  return distance(near, vertex) <= SAME && Math.abs(Math.sin((azimuthOf(near, far) - azimuth) / 2)) < 1e-9;
}

/** Returns the mounting on the face of a wall, or on its end if the device is nearest to that. */
function onFace(eye: Point, near: readonly Segment[], walls: NearWalls, azimuth: number): Mounting {
  const wall = outermost(eye, near, azimuth);
  const foot = nearestOnSegment(eye, wall);
  const end = [wall.a, wall.b].find((v) => distance(v, foot) <= SAME);
  if (end !== undefined) return atVertex(eye, end, walls, azimuth);
  return between(eye, foot, [azimuthOf(wall.a, wall.b), azimuthOf(wall.b, wall.a)], azimuth);
}

/** Returns the nearest wall, or the face parallel to it that lies furthest on the heading's side. */
function outermost(eye: Point, near: readonly Segment[], azimuth: number): Segment {
  const [first, ...others] = near.toSorted(
    (p, q) => distance(eye, nearestOnSegment(eye, p)) - distance(eye, nearestOnSegment(eye, q)),
  );
  if (first === undefined) throw new RangeError('no wall near');
  const direction = azimuthOf(first.a, first.b);
  const side = Math.sign(Math.sin(azimuth - direction));
  if (Math.abs(Math.sin(azimuth - direction)) < ALONG) return first;
  const normal: Point = [-side * Math.sin(direction), side * Math.cos(direction)];
  const offset = (s: Segment): number => {
    const [x, y] = nearestOnSegment(eye, s);
    return (x - eye[0]) * normal[0] + (y - eye[1]) * normal[1];
  };
  return others
    .filter((s) => Math.abs(Math.sin(azimuthOf(s.a, s.b) - direction)) < PARALLEL)
    .reduce((best, s) => (offset(s) > offset(best) + SAME ? s : best), first);
}

/**
 * Returns the mounting at a vertex. All walls that end there count, also those that lead away from the device: none of
 * them hides anything from its own end.
 */
function atVertex(eye: Point, vertex: Point, walls: NearWalls, azimuth: number): Mounting {
  const spokes = wallsNear(vertex, walls, SAME).flatMap(({ a, b }) => {
    if (distance(a, vertex) <= SAME) return [azimuthOf(a, b)];
    return distance(b, vertex) <= SAME ? [azimuthOf(b, a)] : [];
  });
  return between(eye, vertex, spokes, azimuth);
}

/** Returns the wedge between neighbouring wall directions that holds the heading. */
function between(eye: Point, foot: Point, spokes: readonly number[], azimuth: number): Mounting {
  const along = spokes.some((s) => Math.abs(Math.sin((azimuth - s) / 2)) < ALONG / 2);
  const aim = along && distance(foot, eye) > SAME ? azimuthOf(foot, eye) : azimuth;
  const turns = spokes.map((s) => positiveAngle(aim - s));
  const back = minOf(turns);
  const from = aim - back;
  const onward = minOf(turns.map((t) => (t <= back ? 2 * Math.PI : 2 * Math.PI - t)));
  const width = spokes.length === 1 ? 2 * Math.PI : onward + back;
  return { eye: foot, window: { from, to: from + width }, along };
}

function verticesOf(segments: readonly Segment[]): Point[] {
  const unique = new Map<string, Point>();
  for (const { a, b } of segments) {
    unique.set(a.join(' '), a);
    unique.set(b.join(' '), b);
  }
  return [...unique.values()];
}
