// Walls as obstacles at absolute heights, and viewsheds among segments about an eye.
import { boxOf, distanceToSegment, grow, UNITS_PER_METRE } from '../../geometry/index.js';
import type { Box, Point, Region, Ring, Segment, Window } from '../../geometry/types.js';
import { envelope } from '../../geometry/visibility/envelope.js';
import type { Span } from '../optics/optics.js';
import type { World } from '../scene/barriers.js';
import { createNearby, type Nearby } from '../scene/nearby.js';
import type { Scene } from '../scene/scene.js';
import type { Panels } from '../scene/selection.js';
import { type Extent, type Heights, shadowOf, shadowSpan } from '../scene/shadow.js';

/** Walls, and the height (absolute, m) of the floor on which they stand. */
export interface Upright {
  readonly floor: number;
  readonly obstacles: Obstacles;
  /** The level whose walls they are; undefined: they stand between levels. */
  readonly scene: Scene | undefined;
}

/** The walls of a level in one world, indexed by where they are. */
export interface Obstacles {
  /** Box round everything drawn on the level. */
  readonly bounds: Box;
  readonly segments: readonly Segment[];
  /** Index of the walls from floor to ceiling. */
  readonly full: Nearby;
  /** Panels, grouped by the heights between which they hide. */
  readonly panels: readonly { readonly extents: readonly Extent[]; readonly near: Nearby }[];
}

/** Returns the walls of a level in one world. */
export function obstaclesOf(scene: Scene, world: World): Obstacles {
  const { all, blocking, panels } = scene.selections();
  const { blocks } = blocking(world, undefined);
  const full = [...blocks.keys()].filter((wall) => blocks[wall] === 1);
  return {
    bounds: scene.bounds,
    segments: all.segments,
    full: createNearby(all.units, full),
    panels: panels(world).map(({ extents, walls }: Panels) => ({ extents, near: createNearby(all.units, walls) })),
  };
}

/** Returns walls that are full in every world; they must not cross. */
export function fullWalls(segments: readonly Segment[], bounds: Box): Obstacles {
  const ends = segments.flatMap(({ a, b }) => [...a, ...b].map((value) => value * UNITS_PER_METRE));
  return { bounds, segments, full: createNearby(Float64Array.from(ends)), panels: [] };
}

/** m: a wall nearer to the eye than this is the one it is mounted on, or as good as. */
const AT_EYE = 0.1;

/** True if walls stand so near to an eye that it may be mounted on them. */
export function isAtEye({ full, panels }: Obstacles, eye: Point): boolean {
  return [full, ...panels.map(({ near }) => near)].some((near) => near.within(eye, AT_EYE).length > 0);
}

/**
 * Returns what an eye sees at absolute heights `target` (m) past walls of another level that stand all the way between
 * its height and those. Walls at the eye are left out: it is mounted on none of them.
 */
export function seenFrom(
  { floor, obstacles }: Upright,
  eye: Point,
  eyeHeight: number,
  target: Span,
  range: number,
): Region {
  const { segments, full, panels, bounds } = obstacles;
  const box = grow(boxOf([eye]) ?? bounds, range);
  const heights: Heights = { eye: eyeHeight - floor, target: [target[0] - floor, target[1] - floor] };
  const near = (index: Nearby): Segment[] =>
    index
      .touching(box)
      .map((i) => about(segments[i], eye))
      .filter((segment) => distanceToSegment([0, 0], segment) >= AT_EYE);
  const shadows = panels.flatMap(({ extents, near: index }) => {
    const spans = spansOf(extents, heights);
    return spans.length === 0 ? [] : near(index).flatMap((wall) => thrownBy(wall, spans, eye, range));
  });
  const ring = envelopeOf(near(full), undefined, range);
  return { rings: [ring.map((point) => absolute(point, eye))], shadows };
}

/** Returns the shadows of a wall that is given about the eye, in plan metres. */
export function thrownBy({ a, b }: Segment, spans: readonly Span[], eye: Point, range: number): Ring[] {
  const wall = { a: absolute(a, eye), b: absolute(b, eye) };
  return spans.map((span) => shadowOf(wall, span, eye, 2 * range)).filter((shadow) => shadow.length > 0);
}

/** Returns where extents hide in may-see, as multiples of their distance from the eye. */
export function spansOf(extents: readonly Extent[], heights: Heights): Span[] {
  return extents.map((extent) => shadowSpan(extent, heights, false)).filter((span) => span !== undefined);
}

/** Returns a segment relative to the eye. */
export function about({ a, b }: Segment, [x, y]: Point): Segment {
  return { a: [a[0] - x, a[1] - y], b: [b[0] - x, b[1] - y] };
}

/** Returns a point given relative to the eye in plan metres. */
export function absolute([x, y]: Point, eye: Point): Point {
  return [x + eye[0], y + eye[1]];
}

const UNITS = 1e6;

/**
 * Returns what is seen from the origin, within `range` m and more, among segments that don't cross; relative to the
 * eye.
 */
export function envelopeOf(solid: readonly Segment[], window: Window | undefined, range: number): Ring {
  const farthest = solid.flatMap(({ a, b }) => [Math.hypot(...a), Math.hypot(...b)]);
  const half = (farthest.reduce((most, far) => Math.max(most, far), range) + 1) * UNITS * 2;
  const box = [-half, -half, half, -half, half, -half, half, half, half, half, -half, half, -half, half, -half, -half];
  const ends = solid.flatMap(({ a, b }) => [a[0] * UNITS, a[1] * UNITS, b[0] * UNITS, b[1] * UNITS]);
  const seen = envelope(0, 0, Float64Array.from([...ends, ...box]), window);
  const ring: Point[] = window === undefined ? [] : [[0, 0]];
  for (let i = 0; i + 1 < seen.length; i += 2) ring.push([seen[i] / UNITS, seen[i + 1] / UNITS]);
  return ring;
}
