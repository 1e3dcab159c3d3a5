// Segments: nearest points, distances, crossings.
import type { Point, Segment } from '../types.js';
import { distance, orientation } from '../vector.js';

/** Returns the point of the segment nearest to `p`. */
export function nearestOnSegment(p: Point, { a, b }: Segment): Point {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length2 = dx * dx + dy * dy;
  if (length2 === 0) return a;
  const t = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2;
  if (t <= 0) return a;
  if (t >= 1) return b;
  return [a[0] + t * dx, a[1] + t * dy];
}

/** Returns the length of a segment, in metres. */
export function lengthOf({ a, b }: Segment): number {
  return distance(a, b);
}

/** Returns the distance from `p` to the segment, in metres. */
export function distanceToSegment(p: Point, segment: Segment): number {
  return distance(p, nearestOnSegment(p, segment));
}

/**
 * Returns the perpendicular distance from `p` to the line through a and b, in metres: positive on the line's left, NaN
 * if a = b.
 */
export function distanceToLine(p: Point, a: Point, b: Point): number {
  return orientation(a, b, p) / distance(a, b);
}

/** True if the closed segments have a point in common. Exact for the doubles given. */
export function segmentsMeet(p: Segment, q: Segment): boolean {
  if (areApart(p, q, 0) || areApart(p, q, 1)) return false;
  const sides = sidesOf(p, q);
  // All is on the line of a segment without length: whether that is on the other's line is then the question.
  if (sides.qa === 0 && sides.qb === 0) return sides.pa === 0 && sides.pb === 0 && collinearMeet(p, q);
  return !sameSide(sides.qa, sides.qb) && !sameSide(sides.pa, sides.pb);
}

/** True if the segments cross in a point that is an end of neither. Exact for the doubles given. */
export function segmentsCross(p: Segment, q: Segment): boolean {
  return (
    opposite(orientation(p.a, p.b, q.a), orientation(p.a, p.b, q.b)) &&
    opposite(orientation(q.a, q.b, p.a), orientation(q.a, q.b, p.b))
  );
}

/**
 * Returns a point that the closed segments share: their crossing or, where one touches or overlaps the other, an end of
 * one that lies on the other; undefined if they don't meet. Whether they meet is decided exactly; the coordinates of a
 * crossing are rounded.
 */
export function intersectSegments(p: Segment, q: Segment): Point | undefined {
  if (!segmentsMeet(p, q)) return undefined;
  const { pa, pb, qa, qb } = sidesOf(p, q);
  if (qa === 0 && within(q.a, p)) return q.a;
  if (qb === 0 && within(q.b, p)) return q.b;
  if (pa === 0 && within(p.a, q)) return p.a;
  if (pb === 0 && within(p.b, q)) return p.b;
  const t = pa / (pa - pb);
  return [p.a[0] + t * (p.b[0] - p.a[0]), p.a[1] + t * (p.b[1] - p.a[1])];
}

/** Returns the shortest distance between two closed segments, in metres; 0 if they meet. */
export function distanceBetweenSegments(p: Segment, q: Segment): number {
  if (segmentsMeet(p, q)) return 0;
  return Math.min(
    distanceToSegment(p.a, q),
    distanceToSegment(p.b, q),
    distanceToSegment(q.a, p),
    distanceToSegment(q.b, p),
  );
}

/** True if one segment ends before the other begins along an axis: most pairs, told without asking for sides. */
function areApart({ a, b }: Segment, { a: c, b: d }: Segment, axis: 0 | 1): boolean {
  return (
    Math.max(a[axis], b[axis]) < Math.min(c[axis], d[axis]) || Math.max(c[axis], d[axis]) < Math.min(a[axis], b[axis])
  );
}

/** Returns on which side of q the ends of p lie, and on which side of p the ends of q lie, as signed turns. */
function sidesOf(p: Segment, q: Segment) {
  return {
    pa: orientation(q.a, q.b, p.a),
    pb: orientation(q.a, q.b, p.b),
    qa: orientation(p.a, p.b, q.a),
    qb: orientation(p.a, p.b, q.b),
  };
}

function opposite(s: number, t: number): boolean {
  return (s > 0 && t < 0) || (s < 0 && t > 0);
}

function sameSide(s: number, t: number): boolean {
  return (s > 0 && t > 0) || (s < 0 && t < 0);
}

/** True if a point on the segment's line lies in the segment's box. */
function within(point: Point, { a, b }: Segment): boolean {
  return (
    point[0] >= Math.min(a[0], b[0]) &&
    point[0] <= Math.max(a[0], b[0]) &&
    point[1] >= Math.min(a[1], b[1]) &&
    point[1] <= Math.max(a[1], b[1])
  );
}

function collinearMeet(p: Segment, q: Segment): boolean {
  return within(q.a, p) || within(q.b, p) || within(p.a, q);
}
