// Shadows that a low panel and a hanging one throw only together.

import { spendBudget } from '../../base/budget.js';
import { memoize } from '../../base/memo.js';
import { clipHalfPlane, distanceToSegment } from '../../geometry/index.js';
import { isCrossedByRay } from '../../geometry/shapes/locate.js';
import type { Point, Ring, Segment } from '../../geometry/types.js';
import { shadowOf } from './shadow.js';

/** Edge of a panel: the top of one that stands on the floor, or the bottom of one that hangs from the ceiling. */
export interface Edge {
  readonly segment: Segment;
  /** m above the floor. */
  readonly height: number;
}

/** The eye: its place in plan metres and its height above the floor. */
export interface Eye {
  readonly at: Point;
  /** m above the floor. */
  readonly height: number;
}

/** Everything beyond an edge, and how steeply the sight line over or under it rises. About the eye. */
interface Facing {
  readonly segment: Segment;
  /** Towards the ends: from right to left, counter-clockwise. */
  readonly right: Point;
  readonly left: Point;
  /** A point is beyond the panel's line where beyond · point ≥ 1. */
  readonly beyond: Point;
  /** Slope of the sight line, per metre: in direction v it is rise · v, v of any length. */
  readonly rise: Point;
  /** Largest slope over all its directions, m per metre. */
  readonly steepest: number;
  readonly flattest: number;
}

const WHOLE = [1, Number.POSITIVE_INFINITY] as const;

/**
 * Returns the shadows in which a low panel and a hanging one hide every height together: beyond both where the sight
 * line over the first is as steep as the one under the second, so that what passes over the one meets the other. Each
 * alone may hide less. Both slopes are linear in the direction, so the bearings are a cone, and the shadow is a convex
 * polygon.
 *
 * @param view what is seen among full walls; a panel that doesn't stand in it hides nothing of it
 * @param reach m: shadows end there or beyond
 */
export function jointShadows(
  low: readonly Edge[],
  hanging: readonly Edge[],
  eye: Eye,
  view: Ring,
  reach: number,
): Ring[] {
  if (low.length === 0 || hanging.length === 0) return [];
  const lows = low.flatMap((edge) => facingOf(edge, eye) ?? []).sort((p, q) => q.steepest - p.steepest);
  const stands = memoize((facing: Facing) => standsIn(view, facing.segment));
  return hanging.flatMap((edge) => {
    const under = facingOf(edge, eye);
    if (under === undefined || !stands(under)) return [];
    const both: Facing[] = [];
    spendBudget(20 * lows.length);
    for (const over of lows) {
      if (over.steepest <= under.flattest) break;
      if (hideTogether(over, under)) both.push(over);
    }
    if (both.length === 0) return [];
    const behind = shadowOf(edge.segment, WHOLE, eye.at, reach);
    if (behind.length === 0) return [];
    return both
      .filter(stands)
      .map((over) => behindBoth(behind, over, under, eye.at))
      .filter((ring) => ring.length >= 3);
  });
}

function facingOf({ segment: { a, b }, height }: Edge, eye: Eye): Facing | undefined {
  const [ax, ay] = [a[0] - eye.at[0], a[1] - eye.at[1]];
  const [bx, by] = [b[0] - eye.at[0], b[1] - eye.at[1]];
  const turn = ax * by - ay * bx;
  const up = height - eye.height;
  // At the eye's own height an edge hides nothing in may-see.
  if (turn === 0 || up === 0) return undefined;
  const beyond: Point = [(by - ay) / turn, (ax - bx) / turn];
  const ends: readonly [Point, Point] =
    turn > 0
      ? [
          [ax, ay],
          [bx, by],
        ]
      : [
          [bx, by],
          [ax, ay],
        ];
  const [near, far] = [distanceToSegment(eye.at, { a, b }), Math.max(Math.hypot(ax, ay), Math.hypot(bx, by))];
  return {
    segment: { a, b },
    right: ends[0],
    left: ends[1],
    beyond,
    rise: [up * beyond[0], up * beyond[1]],
    steepest: up / (up > 0 ? near : far),
    flattest: up / (up > 0 ? far : near),
  };
}

/** True if in some direction that meets both panels the sight line over the low one is steeper. */
function hideTogether(over: Facing, under: Facing): boolean {
  if (!(isWithin(under.right, over) || isWithin(over.right, under))) return false;
  const steeper = (v: Point) => dot(over.rise, v) > dot(under.rise, v);
  // Linear in the direction: somewhere among their common ones where it is so at the last to the right or to the left.
  return (
    steeper(isWithin(under.right, over) ? under.right : over.right) ||
    steeper(isWithin(under.left, over) ? under.left : over.left)
  );
}

/** True if a direction meets a panel, which takes up less than half a turn. */
function isWithin(v: Point, { right, left }: Facing): boolean {
  return cross(right, v) >= 0 && cross(v, left) >= 0;
}

/** True if part of a panel is in the view: its middle, or a point where it leaves the view. */
function standsIn(view: Ring, { a: [ax, ay], b: [bx, by] }: Segment): boolean {
  const [mx, my] = [(ax + bx) / 2, (ay + by) / 2];
  let inside = false;
  let [px, py] = view[view.length - 1] ?? [0, 0];
  for (const [qx, qy] of view) {
    if (isCrossedByRay(px, py, qx, qy, mx, my)) inside = !inside;
    const apart = ((bx - ax) * (py - ay) - (by - ay) * (px - ax)) * ((bx - ax) * (qy - ay) - (by - ay) * (qx - ax));
    if (apart < 0) {
      const ends = ((qx - px) * (ay - py) - (qy - py) * (ax - px)) * ((qx - px) * (by - py) - (qy - py) * (bx - px));
      if (ends < 0) return true;
    }
    px = qx;
    py = qy;
  }
  return inside;
}

function behindBoth(behind: Ring, over: Facing, under: Facing, [ex, ey]: Point): Ring {
  const { right, left, beyond } = over;
  const sides: readonly (readonly [Point, number])[] = [
    [[right[1], -right[0]], 0],
    [[-left[1], left[0]], 0],
    [[-beyond[0], -beyond[1]], -1],
    [[under.rise[0] - over.rise[0], under.rise[1] - over.rise[1]], 0],
  ];
  let ring: Ring = behind.map(([x, y]): Point => [x - ex, y - ey]);
  for (const [[a, b], c] of sides) ring = clipHalfPlane(ring, { a, b, c });
  return ring.map(([x, y]): Point => [x + ex, y + ey]);
}

function cross(p: Point, q: Point): number {
  return p[0] * q[1] - p[1] * q[0];
}

function dot(p: Point, q: Point): number {
  return p[0] * q[0] + p[1] * q[1];
}
