// The cone of directions that a camera has in frame over a box of poses, and its bounds in plan.
import { spendBudget } from '../../base/budget.js';
import { inEveryTurn } from '../optics/turning.js';
import { clipFlat, exactHull, type Flat, GRAIN, hullFlat, squareFlat, turnFlat } from './convex.js';

/** Interval [from, to] in radians or metres; from ≤ to. */
export type Span = readonly [from: number, to: number];

/**
 * A convex frame in the picture plane with the headings and tilts that the camera may have: one cone of directions from
 * the eye for each pose in that range.
 *
 * Camera axes: forward Z, left Y, up U; plan axes about the camera's foot: x along the heading, y to its left, drop d
 * below the eye. With the axis a below the horizon Z = x·cos a + d·sin a, U = x·sin a − d·cos a, Y = y, and a point is
 * in frame when Z > 0 and (Y/Z, U/Z) lies in the frame. A heading turns the plan, a tilt turns (x, d).
 */
export interface Cone {
  /** Corners at depth 1: left, up of each in turn, counter-clockwise. */
  readonly frame: Flat;
  /** Azimuths (radians, counter-clockwise from +x) that the axis may take, tolerance included; undefined: all round. */
  readonly headings: Span | undefined;
  /** Angles (radians) below the horizon that the axis may take, tolerance included. */
  readonly tilts: Span;
}

/** rad: rays of a turned frame stay this far from the side of the picture plane they are seen in. */
const STEEPEST = (89.5 * Math.PI) / 180;
/** Radians: a lens whose frame has corners this far above or below its axis isn't bounded, and is taken to see all round. */
export const TALLEST = (88.5 * Math.PI) / 180;
/**
 * Returns points about the camera's foot (x along its heading) whose hull contains every point that some tilt of the
 * cone has in frame at a drop in `drops` (m below the eye), at most `far` m from the eye.
 */
export function possiblePoints(cone: Cone, drops: Span, far: number): Flat {
  const points: number[] = [];
  const halfWidth = uprightHalf(cone.frame);
  if (halfWidth === undefined) addSwept(cone, { drops, far }, points);
  else addUpright(cone, halfWidth, { drops, far }, points);
  return points;
}

/** Limits that cut a cone, metres. */
interface Cut {
  readonly drops: Span;
  /** From the eye. */
  readonly far: number;
}

/** Half the width of a frame that is an upright rectangle; undefined: it isn't. */
function uprightHalf(frame: Flat): number | undefined {
  if (frame.length !== 8) return undefined;
  const [left, up] = [Math.abs(frame[0]), Math.abs(frame[1])];
  const same = (a: number, b: number) => Math.abs(Math.abs(a) - b) <= 1e-12 * b;
  return frame.every((value, i) => same(value, i % 2 === 0 ? left : up)) ? left : undefined;
}

/** rad: a wedge of depressions is taken in parts no wider than this, so that it is convex. */
const WIDEST_WEDGE = (150 * Math.PI) / 180;

/**
 * Of an upright frame: for tilts in [α0, α1] every point in frame has (x, d) in the convex polygon P = {depression in
 * [α0 − v/2, α1 + v/2], drop in `drops`}, and |y| ≤ tan(h/2)·m(x, d), m the largest Z. As a maximum of linear functions m is
 * convex: a point of P that is a mean of P's corners has m at most the same mean of theirs, and lies in the hull of
 * (x, ±tan(h/2)·m) over the corners. For one tilt that is exact.
 */
function addUpright(cone: Cone, halfWidth: number, { drops: [d0, d1], far }: Cut, points: number[]): void {
  const v = steepest(cone.frame);
  for (const { low, high } of parts(cone.tilts, WIDEST_WEDGE - 2 * v)) {
    let profile: Flat = [-far, d0, far, d0, far, d1, -far, d1];
    profile = clipFlat(profile, Math.sin(low - v), -Math.cos(low - v), 0);
    profile = clipFlat(profile, -Math.sin(high + v), Math.cos(high + v), 0);
    for (let i = 0; i < profile.length; i += 2) {
      const [x, d] = [profile[i], profile[i + 1]];
      const depression = Math.atan2(d, x);
      const off = depression - Math.min(high, Math.max(low, depression));
      const y = halfWidth * Math.max(0, Math.hypot(x, d) * Math.cos(off));
      points.push(x, y, x, -y);
    }
  }
}

/** Spans of angles in parts no wider than `widest`, or than 2° where that is less. */
function parts([low, high]: Span, widest: number): { readonly low: number; readonly high: number }[] {
  const n = Math.max(1, Math.ceil((high - low) / Math.max(widest, Math.PI / 90) - 1e-9));
  const step = (high - low) / n;
  return Array.from({ length: n }, (_, i) => ({ low: low + step * i, high: low + step * (i + 1) }));
}

/** rad: what a rolled frame sweeps is taken in parts no wider than this. */
const WIDEST_SWEEP = (24 * Math.PI) / 180;

/**
 * Of any frame: the tilts [α − δ, α + δ] turn a ray of it on a circle about the y axis; that arc lies in the hull of its ends
 * and of the corner where its tangents there meet, at 1/cos δ of its radius. So all turned frames lie in the cone over the
 * hull of these rays, seen in the picture plane of the middle tilt α: one convex frame for them all.
 *
 * Cut by the slab of drops, that cone is a polytope. In the vertical plane of the heading it shows as a
 * polygon P, the wedge of the frame's heights cut alike, and above each point of P its y runs between two sides of the
 * frame: so its corners are the ends of the frame's rays in P, and the two ys above each corner of P. Their projection's
 * hull is the projection of the polytope: no other point is needed, neither for the camera's own foot (the apex is a
 * corner of P when a drop is 0) nor for directions along the slab (every ray has a positive depth on α, which `far` bounds).
 */
function addSwept(cone: Cone, cut: Cut, points: number[]): void {
  const width = Math.min(WIDEST_SWEEP, 2 * (STEEPEST - steepest(cone.frame)));
  for (const { low, high } of parts(cone.tilts, width)) {
    const half = (high - low) / 2;
    addPolytope(turnedFrame(cone.frame, half), low + half, cut, points);
  }
}

/**
 * Returns the largest angle (radians) of the frame's corners above or below the camera's axis. If it is less than
 * {@link TALLEST}, what the camera sees can be bounded in plan.
 */
export function steepest(frame: Flat): number {
  let most = 0;
  for (let i = 1; i < frame.length; i += 2) most = Math.max(most, Math.abs(frame[i]));
  return Math.atan(most);
}

/** The frame that holds what a frame tilted by up to ±`half` has in it. */
function turnedFrame(frame: Flat, half: number): Flat {
  if (half === 0) return frame;
  const [cos, sin] = [Math.cos(half), Math.sin(half)];
  const points: number[] = [];
  for (let i = 0; i < frame.length; i += 2) {
    const [left, up] = [frame[i], frame[i + 1]];
    const [lower, upper] = [cos + up * sin, cos - up * sin];
    points.push(left / lower, (up * cos - sin) / lower, left / upper, (up * cos + sin) / upper, left * cos, up);
  }
  // Not rounded: near the horizon a nanometre of the frame is micrometres of the plan.
  return exactHull(points);
}

/** The corners of the cone over `frame`, cut, in plan. */
function addPolytope(frame: Flat, tilt: number, { drops: [d0, d1], far }: Cut, points: number[]): void {
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
  let [bottom, top] = [Infinity, -Infinity];
  for (let i = 0; i < frame.length; i += 2) {
    const [left, up] = [frame[i], frame[i + 1]];
    bottom = Math.min(bottom, up);
    top = Math.max(top, up);
    // The ray (1, up)·Z: its drop grows with Z.
    const falls = sin - up * cos;
    let [from, to] = [0, far];
    if (falls !== 0) {
      const [a, b] = [d0 / falls, d1 / falls];
      from = Math.max(from, Math.min(a, b));
      to = Math.min(to, Math.max(a, b));
    } else if (d0 > 0 || d1 < 0) continue;
    if (from > to) continue;
    const forward = cos + up * sin;
    points.push(from * forward, from * left, to * forward, to * left);
  }
  let profile: Flat = [0, 0, far, far * bottom, far, far * top];
  profile = clipFlat(profile, sin, -cos, d1);
  profile = clipFlat(profile, -sin, cos, -d0);
  for (let i = 0; i < profile.length; i += 2) {
    const [z, u] = [profile[i], profile[i + 1]];
    const x = z * cos + u * sin;
    const up = z > 0 ? Math.min(top, Math.max(bottom, u / z)) : bottom;
    const [right, left] = across(frame, up);
    points.push(x, z * right, x, z * left);
  }
}

/** How far a convex frame reaches to the right and to the left at a height of it. */
function across(frame: Flat, up: number): readonly [right: number, left: number] {
  const n = frame.length;
  let [right, left] = [Infinity, -Infinity];
  for (let i = 0; i < n; i += 2) {
    const [ax, ay, bx, by] = [frame[i], frame[i + 1], frame[(i + 2) % n], frame[(i + 3) % n]];
    if ((ay > up && by > up) || (ay < up && by < up)) continue;
    const t = ay === by ? 0 : (up - ay) / (by - ay);
    const x = ax + t * (bx - ax);
    right = Math.min(right, x, ay === by ? bx : x);
    left = Math.max(left, x, ay === by ? bx : x);
  }
  return [right, left];
}

/**
 * Returns the part of a square 2·`half` m wide about the foot, its sides along and across the middle heading, that every
 * pose of the cone has in frame `drop` m below the eye, in the plan's own axes; [] if there is none.
 *
 * A side of the frame is a plane through the eye, a·Z + b·U + c·Y ≥ 0. Turned over the tilts [α − δ, α + δ] it must
 * hold for a whole arc about the y axis; that arc lies in the hull of its ends and of the corner of their tangents, the
 * point at α with x and d by 1/cos δ. So three half-planes, linear in x and y at one drop, are enough. (They imply Z ≥
 * 0: no point is on the wrong side of every side of a bounded frame.)
 */
export function certainPolygon({ frame, tilts: [low, high], headings }: Cone, drop: number, half: number): Flat {
  const delta = (high - low) / 2;
  // A point in front of one pose is behind another.
  if (headings === undefined || delta >= Math.PI / 2) return [];
  const middle = (low + high) / 2;
  const turns = (headings[1] - headings[0]) / 2;
  // A side that is off this square is off every turn of the one asked for.
  const bound = turns > 0 ? Math.round((Math.SQRT2 * half) / GRAIN) * GRAIN : half;
  let polygon: Flat = squareFlat(bound);
  const n = frame.length;
  spendBudget(20 + n * polygon.length);
  for (let i = 0; i < n && polygon.length > 0; i += 2) {
    const [ax, ay] = [frame[i], frame[i + 1]];
    const [dx, dy] = [frame[(i + 2) % n] - ax, frame[(i + 3) % n] - ay];
    const depth = dy * ax - dx * ay;
    const keep = (tilt: number, radius: number) => {
      const [cos, sin] = [Math.cos(tilt) * radius, Math.sin(tilt) * radius];
      polygon = clipFlat(polygon, -(depth * cos + dx * sin), dy, (depth * sin - dx * cos) * drop);
    };
    keep(middle, 1 / Math.cos(delta));
    if (delta > 0) {
      keep(low, 1);
      keep(high, 1);
    }
  }
  if (turns > 0) {
    polygon = inEveryTurn(hullFlat(polygon), turns, bound);
    for (const [a, b] of SIDES) polygon = clipFlat(polygon, a, b, half);
  }
  return turnFlat(polygon, (headings[0] + headings[1]) / 2);
}

const SIDES = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;
