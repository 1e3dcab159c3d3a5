// Footprints: where in plan a lens may have, or certainly has, something in frame.
import { spendBudget } from '../../base/budget.js';
import type { Ring, Window } from '../../geometry/types.js';
import { type Cone, certainPolygon, possiblePoints, type Span } from '../cone/cone.js';
import { type Flat, flatOf, hullFlat, ringOf } from '../cone/convex.js';
import { discInside, discOutside, holdsPoint, inDisc } from './disc.js';
import type { Dome, Frustum } from './optics.js';
import { inAnyTurn } from './turning.js';

/** Limits of a lens's footprint (the floor it can see) besides its frame: density and distance. */
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
 * Returns convex rings about the foot, in the plan's own axes, that contain everything that some pose of a cone has in
 * frame at a drop in `drops` (m below the eye); [] if nothing can be.
 *
 * @param far m from the eye up to which the cone is followed
 */
export function possibleRings(cone: Cone, drops: Span, far: number): readonly Ring[] {
  if (drops[0] > far || drops[1] < -far) return [];
  const outline = hullFlat(possiblePoints(cone, drops, far));
  if (outline.length === 0) return [];
  if (cone.headings === undefined) return [ringOf(discOutside(radiusOf([ringOf(outline)])))];
  const [from, to] = cone.headings;
  const n = Math.max(1, Math.ceil((to - from) / WIDEST_TURN));
  const step = (to - from) / n;
  const rings: Ring[] = [];
  for (let i = 0; i < n; i++) rings.push(ringOf(inAnyTurn(outline, from + i * step, from + (i + 1) * step)));
  return rings;
}

/**
 * Returns where the lens certainly sees the height `drop` (m below the mount) at the density asked and within `range`
 * m: a ring about the camera's foot in the plan's own axes, m; [] if nowhere. At a distance of d m the density is at
 * least f/d, f the pixels per unit of tangent (of a fisheye, per radian). So density limits the view to a disc, of
 * which an inscribed polygon is taken.
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
