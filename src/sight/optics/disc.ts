// Discs and arcs as convex polygons, from the inside or the outside.
import type { Point } from '../../geometry/types.js';
import type { Flat } from '../cone/convex.js';

/**
 * Returns the metres by which a chord may lie off its arc of `radius` m: 5 mm, and on great arcs a two-thousandth of
 * the radius, so that no arc has hundreds of corners.
 */
function sagitta(radius: number): number {
  return Math.max(0.005, radius / 2000);
}

/**
 * Returns the angle (radians) between two corners of a polygon for an arc of `radius` m, at most an eighth of a turn.
 */
function chordOf(radius: number): number {
  const s = sagitta(radius);
  return radius <= s ? Math.PI / 4 : Math.min(Math.PI / 4, 2 * Math.acos(1 - s / radius));
}

/** Returns a polygon in the disc of `radius` m about the origin, with its corners on the circle. */
export function discInside(radius: number): Flat {
  return corners(radius, Math.ceil((2 * Math.PI) / chordOf(radius)));
}

/** Returns a polygon round the disc of `radius` m about the origin, with its sides on the circle. */
export function discOutside(radius: number): Flat {
  const n = Math.ceil((2 * Math.PI) / chordOf(radius));
  return corners(radius / Math.cos(Math.PI / n), n);
}

/**
 * Returns the corners of a regular polygon of `n` sides, on the circle of `radius` about the origin, the first on the
 * +x axis.
 */
export function corners(radius: number, n: number): Flat {
  const flat: number[] = [];
  for (let i = 0; i < n; i++) {
    flat.push(radius * Math.cos((2 * Math.PI * i) / n), radius * Math.sin((2 * Math.PI * i) / n));
  }
  return flat;
}

/**
 * Returns the part of a convex polygon in the disc of `radius` m about the origin, its arcs as chords; [] if there is
 * none.
 */
export function inDisc(polygon: Flat, radius: number): Flat {
  const n = polygon.length;
  const kept: number[] = [];
  /** Where the polygon last left the disc, and where it came in without having left. */
  let left: Point | undefined;
  let entered: Point | undefined;
  for (let i = 0; i < n; i += 2) {
    const a: Point = [polygon[i], polygon[i + 1]];
    const b: Point = [polygon[(i + 2) % n], polygon[(i + 3) % n]];
    const [begins, ends] = [isWithin(a, radius), isWithin(b, radius)];
    if (begins) kept.push(a[0], a[1]);
    if (begins && ends) continue;
    const [enter, leave] = crossings(a, b, radius);
    if (!begins && !ends && !(0 < enter && enter < leave && leave < 1)) continue;
    if (!begins) {
      const point = between(a, b, enter);
      if (left === undefined) entered = point;
      else arc(left, point, radius, polygon, kept);
      kept.push(point[0], point[1]);
    }
    if (!ends) {
      left = between(a, b, leave);
      kept.push(left[0], left[1]);
    }
  }
  if (left !== undefined && entered !== undefined) arc(left, entered, radius, polygon, kept);
  if (kept.length > 0) return kept;
  return holdsPoint(polygon, 0, 0) ? discInside(radius) : [];
}

function isWithin([x, y]: Point, radius: number): boolean {
  return x * x + y * y <= radius * radius;
}

/**
 * Returns where the line from `a` (0) to `b` (1) enters and leaves the circle; twice the same value if it misses it.
 */
function crossings([ax, ay]: Point, [bx, by]: Point, radius: number): readonly [enter: number, leave: number] {
  const [dx, dy] = [bx - ax, by - ay];
  const [square, half] = [dx * dx + dy * dy, ax * dx + ay * dy];
  const root = Math.sqrt(Math.max(0, half * half - square * (ax * ax + ay * ay - radius * radius)));
  return [(-half - root) / square, (-half + root) / square];
}

function between([ax, ay]: Point, [bx, by]: Point, t: number): Point {
  const within = Math.min(1, Math.max(0, t));
  return [ax + within * (bx - ax), ay + within * (by - ay)];
}

/** Adds corners on the circle from one point of it counter-clockwise to another. */
function arc([ax, ay]: Point, [bx, by]: Point, radius: number, polygon: Flat, into: number[]): void {
  const from = Math.atan2(ay, ax);
  const angle = (Math.atan2(by, bx) - from + 4 * Math.PI) % (2 * Math.PI);
  const middle = from + angle / 2;
  // A rounding may put the second point before the first: the way round from there isn't in the polygon.
  if (angle > Math.PI && !holdsPoint(polygon, radius * Math.cos(middle), radius * Math.sin(middle))) return;
  // An even number, so that what lies straight ahead of a camera is a corner.
  const n = 2 * Math.ceil(angle / (2 * chordOf(radius)));
  for (let i = 1; i < n; i++) {
    into.push(radius * Math.cos(from + (angle * i) / n), radius * Math.sin(from + (angle * i) / n));
  }
}

/** True if a point lies in a counter-clockwise convex polygon or on its edge. */
export function holdsPoint(polygon: Flat, x: number, y: number): boolean {
  const n = polygon.length;
  for (let i = 0; i < n; i += 2) {
    const [ax, ay] = [polygon[i], polygon[i + 1]];
    if ((polygon[(i + 2) % n] - ax) * (y - ay) - (polygon[(i + 3) % n] - ay) * (x - ax) < 0) return false;
  }
  return n >= 6;
}
