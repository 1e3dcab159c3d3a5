// Footprints: where in plan a lens may have, or certainly has, something in frame.
import { spendBudget } from '../../base/budget.js';
import type { Ring, Window } from '../../geometry/types.js';
import { type Cone, certainPolygon, possiblePoints, type Span } from '../cone/cone.js';
import { clipFlat, type Flat, flatOf, hullFlat, ringOf } from '../cone/convex.js';
import { corners, discInside, discOutside, holdsPoint, inDisc } from './disc.js';
import type { AllRound, Dome, Frustum } from './optics.js';
import { inAnyTurn } from './turning.js';

/** Limits of a footprint besides the frame. */
export interface Limits {
  /** px/m that a target needs; undefined: any density will do. */
  readonly density: number | undefined;
  /** m: nothing on the level is farther from the camera. */
  readonly reach: number;
}

/** Times the reach a footprint goes: a camera that isn't quite where it is drawn still gets all it sees. */
const SPARE = 2;
/** rad: turns of the axis are taken in parts, each the hull of its own. */
const WIDEST_TURN = Math.PI / 6;

/**
 * Returns where the lens may see any height in `drops` (Δ = mount height − height seen, m), as convex rings about the
 * camera's foot in plan axes whose union contains every such point; undefined: everywhere.
 *
 * Density: a target that faces the camera at an angle ψ off the axis has f/(Zc·cos ψ) px/m, so ρ needs Zc ≤ f·sec(ψ)/ρ
 * with the largest ψ in frame; and what is in frame and that deep is at most sec(ψ) times that away. A fisheye has its
 * pixels per radian over the distance: a ball.
 *
 * The horizon makes the cone endless; the level doesn't, so it is cut `level` m down its axis. What is cut off is more
 * than that away from the eye, and nothing on the level is, at any drop asked for.
 */
export function mayFootprint(
  pose: Frustum | Dome | AllRound,
  drops: Span,
  limits: Limits,
): readonly Ring[] | undefined {
  const { density, reach } = limits;
  const sharp = pose.kind === 'frustum' ? pose.focal : pose.perRadian;
  const depth = sharp === undefined || density === undefined ? Infinity : sharp / density;
  if (pose.kind === 'all-round') return depth >= reach ? undefined : [ringOf(discOutside(depth))];
  const level = Math.hypot(SPARE * reach, Math.max(-drops[0], drops[1]));
  if (pose.kind === 'dome') {
    const far = Math.min(level, depth);
    return withinDisc(possibleRings(pose, drops, { depth: Infinity, far, reach }), planRadius(far, drops), reach);
  }
  const deepest = depth * pose.corner;
  const far = Math.min(level, deepest * pose.corner);
  // No deeper than it is away.
  const cut = deepest >= level ? Infinity : deepest;
  const rings = possibleRings(pose, drops, { depth: cut, far, reach });
  // A small box of poses is bounded well by the depths on its axes.
  const small = pose.headings !== undefined && pose.tilts[1] - pose.tilts[0] < SMALL;
  return small ? rings : withinDisc(rings, planRadius(far, drops), reach);
}

/** Returns the largest distance (m) in plan of something at one of the drops that is `far` m from the eye. */
function planRadius(far: number, [d0, d1]: Span): number {
  const nearest = Math.max(0, d0, -d1);
  return Math.sqrt(Math.max(0, far * far - nearest * nearest));
}

/** Sides of the disc that only trims a hull. */
const SIDES = 24;
/** rad of tilt. */
const SMALL = Math.PI / 9;

/** Distances up to which a cone is followed. */
export interface Bounds {
  /** m on the axis of the pose that sees the point. */
  readonly depth: number;
  /** m from the eye. */
  readonly far: number;
  /** m in plan: a turn all round that reaches this far is everywhere. */
  readonly reach: number;
}

/**
 * Returns convex rings about the foot that contain everything that some pose of a cone has in frame at a drop in
 * `drops`; [] if nothing can be; undefined: everywhere.
 */
export function possibleRings(cone: Cone, drops: Span, { depth, far, reach }: Bounds): readonly Ring[] | undefined {
  if (drops[0] > far || drops[1] < -far) return [];
  const outline = hullFlat(possiblePoints(cone, drops, depth, far));
  if (outline.length === 0) return [];
  if (cone.headings === undefined) {
    const radius = radiusOf([ringOf(outline)]);
    return radius >= reach ? undefined : [ringOf(discOutside(radius))];
  }
  const [from, to] = cone.headings;
  const n = Math.max(1, Math.ceil((to - from) / WIDEST_TURN));
  const step = (to - from) / n;
  const rings: Ring[] = [];
  for (let i = 0; i < n; i++) rings.push(ringOf(inAnyTurn(outline, from + i * step, from + (i + 1) * step)));
  return rings;
}

/** Returns convex rings (undefined: everywhere) less what is certainly outside a disc about the foot. */
function withinDisc(rings: readonly Ring[] | undefined, radius: number, reach: number): readonly Ring[] | undefined {
  if (radius >= reach) return rings;
  if (rings === undefined) return [ringOf(discOutside(radius))];
  const disc = corners(radius / Math.cos(Math.PI / SIDES), SIDES);
  return rings.map((ring) => {
    if (ring.every(([x, y]) => Math.hypot(x, y) <= radius)) return ring;
    let kept = flatOf(ring);
    for (let i = 0, n = disc.length; i < n; i += 2) {
      const [ax, ay, bx, by] = [disc[i], disc[i + 1], disc[(i + 2) % n], disc[(i + 3) % n]];
      kept = clipFlat(kept, by - ay, ax - bx, (by - ay) * ax + (ax - bx) * ay);
    }
    return ringOf(hullFlat(kept));
  });
}

/**
 * Returns where the lens certainly sees height `drop` (m below the mount) at the density and within `range` m, in plan
 * axes about the camera's foot; [] if nowhere. Density is at least f/distance, or a fisheye's pixels per radian over
 * it: a disc, of which an inscribed polygon is taken.
 */
export function mustFootprint(pose: Frustum | Dome, drop: number, range: number | undefined, limits: Limits): Ring {
  const { density, reach } = limits;
  const sharp = pose.kind === 'dome' ? pose.perRadian : pose.focal;
  if (sharp === undefined) return [];
  const slant = Math.min(density === undefined ? Infinity : sharp / density, range ?? Infinity);
  if (slant <= Math.abs(drop)) return [];
  const radius = Math.sqrt(slant * slant - drop * drop);
  const half = Math.min(radius, SPARE * reach);
  const sure: Flat = seesAllBelow(pose, drop) ? discInside(half) : certainPolygon(pose, drop, half);
  return ringOf(hullFlat(radius > Math.SQRT2 * half ? sure : inDisc(sure, radius)));
}

/**
 * True if a circle of view contains every direction below the horizon, the one behind its axis too, at its least tilt.
 */
function seesAllBelow(pose: Frustum | Dome, drop: number): boolean {
  if (pose.kind !== 'dome' || drop <= 0) return false;
  return pose.tilts[0] + pose.halfAngle >= Math.PI;
}

/**
 * Returns the wedge of directions from the foot in which the convex rings lie, as a window counter-clockwise from +x: a
 * full turn if the foot is in one of them or on its edge, or if they lie on all sides; undefined if there is no ring.
 */
export function wedgeOf(rings: readonly Ring[]): Window | undefined {
  const turn = 2 * Math.PI;
  const spans: [number, number][] = [];
  spendBudget(20 * rings.length);
  for (const ring of rings) {
    if (ring.length < 3) continue;
    if (holdsPoint(flatOf(ring), 0, 0)) return { from: 0, to: turn };
    const [first] = ring;
    const base = Math.atan2(first[1], first[0]);
    let [from, to] = [0, 0];
    for (const [x, y] of ring) {
      const off = Math.atan2(y * first[0] - x * first[1], x * first[0] + y * first[1]);
      from = Math.min(from, off);
      to = Math.max(to, off);
    }
    const start = (base + from + 2 * turn) % turn;
    spans.push([start, start + to - from]);
  }
  return spans.length === 0 ? undefined : together(spans);
}

/** The shortest window that holds all spans of angles, each from within [0, 2π). */
function together(spans: readonly (readonly [number, number])[]): Window {
  const turn = 2 * Math.PI;
  const sorted = [...spans].sort((a, b) => a[0] - b[0]);
  let end = -Infinity;
  let gap = 0;
  let from = 0;
  // The widest gap between spans is what the window leaves out; the second round sees those that pass 2π.
  for (const [start, stop] of [...sorted, ...sorted.map(([a, b]) => [a + turn, b + turn] as const)]) {
    if (end > -Infinity && start - end > gap) {
      gap = start - end;
      from = start % turn;
    }
    end = Math.max(end, stop);
  }
  return { from, to: from + turn - gap };
}

/** Returns the metres from the foot to the farthest corner of the rings; 0 if there is none. */
export function radiusOf(rings: readonly Ring[]): number {
  let most = 0;
  for (const ring of rings) for (const [x, y] of ring) most = Math.max(most, Math.hypot(x, y));
  return most;
}
