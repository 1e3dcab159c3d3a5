// Walls as obstacles at absolute heights.
import { UNITS_PER_METRE } from '../../geometry/index.js';
import type { Box, Point, Ring, Segment } from '../../geometry/types.js';
import type { Span } from '../optics/optics.js';
import type { World } from '../scene/barriers.js';
import { createNearby, type Nearby } from '../scene/nearby.js';
import type { Scene } from '../scene/scene.js';
import type { Panels } from '../scene/selection.js';
import { type Extent, type Heights, shadowOf, shadowSpan } from '../scene/shadow.js';
import { createPast, fullSolids, type SeenPast, solidsOf } from './past.js';

/** Walls, and the height (absolute, m) of the floor on which they stand. */
export interface Upright {
  readonly floor: number;
  readonly obstacles: Obstacles;
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
  readonly past: SeenPast;
}

/**
 * Returns the walls of a level in one world.
 *
 * @param site box round everything on the site, m
 */
export function obstaclesOf(scene: Scene, world: World, site: Box): Obstacles {
  const { all, blocking, panels } = scene.selections();
  const { blocks } = blocking(world, undefined);
  const full = [...blocks.keys()].filter((wall) => blocks[wall] === 1);
  return {
    bounds: scene.bounds,
    segments: all.segments,
    full: createNearby(all.units, full),
    panels: panels(world).map(({ extents, walls }: Panels) => ({ extents, near: createNearby(all.units, walls) })),
    past: createPast(solidsOf(scene, world), site),
  };
}

/**
 * Returns walls that reach from floor to ceiling in every world, as obstacles.
 *
 * @param segments the walls, plan metres; they must not cross each other
 * @param bounds box round everything drawn on the level, m
 */
export function fullWalls(segments: readonly Segment[], bounds: Box): Obstacles {
  const ends = segments.flatMap(({ a, b }) => [...a, ...b].map((value) => value * UNITS_PER_METRE));
  const units = Float64Array.from(ends);
  return { bounds, segments, full: createNearby(units), panels: [], past: createPast(fullSolids(units), bounds) };
}

/**
 * Returns the shadows that a wall throws as seen from `eye`, one for each of `spans` (multiples of the wall's
 * distance), in plan metres; [] if the eye is on the wall's line.
 *
 * @param range m: nothing farther from the eye matters, so that endless shadows end beyond it
 */
export function thrownBy(wall: Segment, spans: readonly Span[], eye: Point, range: number): Ring[] {
  return spans.map((span) => shadowOf(wall, span, eye, 2 * range)).filter((shadow) => shadow.length > 0);
}

/**
 * Returns from where to where panels hide in may-see, one span for each of `extents`, the heights that a panel hides,
 * but none for those that hide nothing. A span is given in multiples of the panel's own plan distance from the eye.
 */
export function spansOf(extents: readonly Extent[], heights: Heights): Span[] {
  return extents.map((extent) => shadowSpan(extent, heights, false)).filter((span) => span !== undefined);
}
