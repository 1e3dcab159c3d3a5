import { clipHalfPlane } from '../geometry/clip.js';
import type { Point, Ring } from '../geometry/types.js';
import type { AllRound, Dome, Frustum, Span } from './optics.js';
import { discAround, discWithin, inDisc, rad, sweep, tidyHull, turn } from './planar.js';

/** What limits a footprint besides the frame. */
export interface Limits {
  /** px/m, or undefined where any density will do. */
  readonly density: number | undefined;
  /** m: nothing on the level is further away than this from the camera. */
  readonly reach: number;
}

/** A wedge of depressions is taken in parts no wider than this, so that it is convex. */
const WIDEST_WEDGE = rad(150);
/** Turns of the axis are taken in parts, each the hull of its own. */
const WIDEST_TURN = rad(30);

/**
 * Where the lens may see any height in `drops` (Δ = mount height − height seen, m), as convex rings about the camera's
 * foot in plan axes, whose union holds every such point; undefined: everywhere.
 *
 * In a vertical plane through the axis a point has coordinates (x, Δ), x forward. For a tilt α' its depth is
 * Zc = x·cos α' + Δ·sin α', and it is in frame when its depression φ = atan2(Δ, x) is within v/2 of α' and
 * |y| ≤ Zc·tan(h/2). So for tilts in [α0, α1] every point in frame has (x, Δ) in the convex polygon P = {φ in
 * [α0 − v/2, α1 + v/2]} ∩ {Δ in drops}, and |y| ≤ tan(h/2)·m(x, Δ), m the largest Zc. m is a maximum of linear
 * functions, so convex: a point of P that is a mean of P's vertices has m at most the same mean of theirs, and lies in
 * the hull of (x, ± tan(h/2)·m) over the vertices. For one tilt the hull is exact: a polytope's projection.
 *
 * Density: a target that faces the camera at an angle ψ off the axis has f/(Zc·cos ψ) px/m, so ρ needs
 * Zc ≤ K = f·sec(ψ)/ρ with the largest ψ in frame. Of a range of tilts the two extremes suffice: φ has one of them on
 * the far side of α', which makes cos(φ − α), hence Zc, no larger.
 *
 * The horizon makes P endless; the level does not, so x is cut well beyond it (convexity again: what lies nearer is in
 * the hull of the cut polygon).
 */
export function mayFootprint(pose: Frustum | AllRound, drops: Span, limits: Limits): readonly Ring[] | undefined {
  const { density, reach } = limits;
  if (pose.kind === 'all-round') {
    const radius = pose.perRadian === undefined || density === undefined ? Infinity : pose.perRadian / density;
    return radius >= reach ? undefined : [discAround(radius)];
  }
  const depth = pose.focal === undefined || density === undefined ? Infinity : (pose.focal * pose.corner) / density;
  const flat = tiltParts(pose).flatMap((tilts) => visibleProfile(pose, tilts, drops, depth, 4 * reach));
  if (flat.length === 0) return [];
  if (pose.headings !== undefined) return turned(flat, pose.headings);
  const radius = Math.max(...flat.map(([x, y]) => Math.hypot(x, y)));
  return radius >= reach ? undefined : [discAround(radius)];
}

function tiltParts({ tilts: [low, high], tv }: Frustum): Span[] {
  const v = 2 * Math.atan(tv);
  const n = Math.max(1, Math.ceil((high - low) / Math.max(WIDEST_WEDGE - v, rad(2))));
  return Array.from({ length: n }, (_, i) => [low + ((high - low) * i) / n, low + ((high - low) * (i + 1)) / n]);
}

/** The vertices (x, ± tan(h/2)·m) for one part of the tilts, camera looking along +x. */
function visibleProfile(pose: Frustum, [low, high]: Span, [d0, d1]: Span, depth: number, far: number): Point[] {
  const half = Math.atan(pose.tv);
  // What is in frame lies at most the corner's angle off the axis, so it is no further than this however the lens tilts:
  // over a wide span of tilts the depth alone, taken at either end, bounds nothing.
  const slantest = depth * pose.corner;
  if (d0 > slantest || d1 < -slantest) return [];
  const out = Math.min(far, slantest);
  const slab: Ring = [
    [-out, d0],
    [out, d0],
    [out, d1],
    [-out, d1],
  ];
  const above = clipHalfPlane(slab, { a: Math.sin(low - half), b: -Math.cos(low - half), c: 0 });
  const profile = clipHalfPlane(above, { a: -Math.sin(high + half), b: Math.cos(high + half), c: 0 });
  const near = [low, high].flatMap((tilt) =>
    depth === Infinity ? profile : clipHalfPlane(profile, { a: Math.cos(tilt), b: Math.sin(tilt), c: depth }),
  );
  return near.flatMap(([x, d]): Point[] => {
    const [slant, depression] = [Math.hypot(x, d), Math.atan2(d, x)];
    const nearest = Math.min(high, Math.max(low, depression));
    const y = pose.th * Math.max(0, slant * Math.cos(depression - nearest));
    return [
      [x, y],
      [x, -y],
    ];
  });
}

/** The hulls of `points` turned by every heading in the span. */
function turned(points: readonly Point[], [from, to]: Span): Ring[] {
  const n = Math.max(1, Math.ceil((to - from) / WIDEST_TURN));
  const step = (to - from) / n;
  const hull = tidyHull(points);
  return Array.from({ length: n }, (_, i) =>
    tidyHull(hull.flatMap((point) => sweep(point, from + i * step, from + (i + 1) * step))),
  ).filter((ring) => ring.length >= 3);
}

/**
 * Where the lens certainly sees height `drop` (m below the mount) at the density and within `range` m, in plan axes
 * about the camera's foot; [] where nowhere.
 *
 * At one height everything is linear in x: the depression is within v/2 of every tilt in [α0, α1] exactly when it is in
 * [α1 − v/2, α0 + v/2], and over the tilts Zc is concave where it is positive, so its least is at an extreme. Density is
 * at least f/distance, a disc; discs are inscribed polygons.
 */
export function mustFootprint(pose: Frustum | Dome, drop: number, range: number | undefined, limits: Limits): Ring {
  const { density, reach } = limits;
  const sharp = pose.kind === 'dome' ? pose.perRadian : pose.focal;
  if (sharp === undefined) return [];
  const slant = Math.min(density === undefined ? Infinity : sharp / density, range ?? Infinity, 4 * reach);
  if (slant <= Math.abs(drop)) return [];
  const radius = Math.sqrt(slant * slant - drop * drop);
  if (pose.kind === 'dome') return dome(pose, drop, radius);
  if (pose.headings === undefined) return [];
  const [low, high] = pose.tilts;
  const half = Math.atan(pose.tv);
  const [first, last] = [high - half, low + half];
  if (first >= last) return [];
  const { th } = pose;
  // a·x + b·y ≤ c about the foot, camera looking along +x.
  const planes = [
    { x: Math.sin(first), y: 0, c: Math.cos(first) * drop },
    { x: -Math.sin(last), y: 0, c: -Math.cos(last) * drop },
    ...[low, high].flatMap((tilt) =>
      [1, -1].map((side) => ({ x: -th * Math.cos(tilt), y: side, c: th * Math.sin(tilt) * drop })),
    ),
  ];
  const [from, to] = pose.headings;
  const middle = (from + to) / 2;
  let ring: Ring = square(2 * radius);
  for (const { x, y, c } of planes.flatMap((plane) => atEveryTurn(plane, (to - from) / 2))) {
    if (ring.length > 0) ring = clipHalfPlane(ring, { a: x, b: y, c });
  }
  return inDisc(tidyHull(ring.map((point) => turn(point, middle))), radius);
}

interface Plane {
  readonly x: number;
  readonly y: number;
  readonly c: number;
}

/** m: how far inside its arc a turned edge may be cut. */
const CHORD = 0.005;

/**
 * Half-planes whose intersection lies in every turn of `plane` by up to ±δ. With c ≤ 0 the two extremes suffice. With
 * c > 0 points in directions between the extreme normals must have |p| ≤ c: chords of that arc do it, since
 * p·n_mid ≤ c·cos(step/2) and an angle of at most step/2 to n_mid give |p| ≤ c.
 */
function atEveryTurn({ x, y, c }: Plane, delta: number): Plane[] {
  if (delta <= 0) return [{ x, y, c }];
  const size = Math.hypot(x, y);
  const radius = c / size;
  const chord = radius > CHORD ? 2 * Math.acos(1 - CHORD / radius) : Math.PI / 4;
  const n = c > 0 ? Math.max(1, Math.min(32, Math.ceil((2 * delta) / chord))) : 1;
  const step = (2 * delta) / n;
  const rotated = (angle: number, offset: number): Plane => {
    const [rx, ry] = turn([x, y], angle);
    return { x: rx, y: ry, c: offset };
  };
  const planes = Array.from({ length: n + 1 }, (_, i) => rotated(-delta + i * step, c));
  if (c > 0) {
    for (let i = 0; i < n; i++) planes.push(rotated(-delta + (i + 0.5) * step, c * Math.cos(step / 2)));
  }
  return planes;
}

/** Round the foot, within the cone that is in the circle of view however the axis leans. */
function dome({ halfAngle }: Dome, drop: number, radius: number): Ring {
  if (drop <= 0 || halfAngle <= 0) return [];
  const cone = halfAngle >= Math.PI / 2 ? Infinity : drop * Math.tan(halfAngle);
  return tidyHull(discWithin(Math.min(radius, cone)));
}

function square(half: number): Ring {
  return [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
  ];
}
