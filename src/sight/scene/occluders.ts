// The shadows that occluders throw on a view.
import { boxOf } from '../../geometry/index.js';
import type { Point, Ring } from '../../geometry/types.js';
import type { Span } from '../optics/optics.js';
import type { World } from './barriers.js';
import { createNearby, type Nearby } from './nearby.js';
import type { Panels, Selections } from './selection.js';
import { type Extent, type Heights, shadowOf, shadowSpan } from './shadow.js';

/** Occluders of one world: panels that hide only part of what lies behind them, such as half-height walls. */
export interface Casters {
  /**
   * Returns the shadows on a view from `at`, within its `ring`. Without heights each panel hides everything beyond it
   * in must-see, and nothing in the other worlds.
   *
   * @param reach m: nothing is farther away
   */
  shadows(heights: Heights | undefined, at: Point, ring: Ring, reach: number): Ring[];
}

/** Panels and their index, made when one of them first hides something. */
interface Rank {
  readonly panels: Panels;
  /** True if what some of them hide depends on where the eye is. */
  readonly depends: boolean;
  nearby?: Nearby;
}

/** Returns the occluders of one world. */
export function createCasters(selections: Selections, world: World): Casters {
  const { all } = selections;
  const ranks: Rank[] = selections.panels(world).map((alike) => ({
    panels: alike,
    depends: alike.walls.some(selections.depends),
  }));
  const depends = ranks.some((rank) => rank.depends);
  const closed = world === 'must';
  // Plans have few different heights of panels and of cameras: which panels throw a shadow is computed once for each.
  const thrownAt = new Map<string, readonly (readonly Span[])[]>();
  const thrownOf = (heights: Heights | undefined): readonly (readonly Span[])[] => {
    const name = `${heights?.eye} ${heights?.target[0]} ${heights?.target[1]}`;
    const known = thrownAt.get(name) ?? ranks.map(({ panels: { extents } }) => spansOf(extents, heights, closed));
    thrownAt.set(name, known);
    return known;
  };
  const shadowsOf = (wall: number, thrown: readonly Span[], at: Point, reach: number): Ring[] => {
    if (thrown.length === 0) return [];
    const segment = all.segmentAt(wall);
    return thrown.map((span) => shadowOf(segment, span, at, reach)).filter((shadow) => shadow.length > 0);
  };
  return {
    shadows(heights, at, ring, reach) {
      const thrown = thrownOf(heights);
      if (!depends && thrown.every((one) => one.length === 0)) return [];
      // A shadow falls away from the eye: only a panel within the view's box, the eye included, throws one on it.
      const box = boxOf(ring, [at]);
      return ranks.flatMap((rank, i) => {
        if (thrown[i].length === 0 && !rank.depends) return [];
        rank.nearby ??= createNearby(all.units, rank.panels.walls);
        return rank.nearby.touching(box).flatMap((wall) => {
          const spans = selections.depends(wall)
            ? spansOf(selections.hiding(world, wall, at), heights, closed)
            : thrown[i];
          return shadowsOf(wall, spans, at, reach);
        });
      });
    },
  };
}

function spansOf(extents: readonly Extent[], heights: Heights | undefined, closed: boolean): Span[] {
  if (heights === undefined) return closed && extents.length > 0 ? [[1, Number.POSITIVE_INFINITY]] : [];
  return extents.flatMap((extent) => {
    const span = shadowSpan(extent, heights, closed);
    // A panel that hides everything beyond it already bounds the view.
    const whole = span?.[0] === 1 && span[1] === Number.POSITIVE_INFINITY;
    return span === undefined || whole ? [] : [span];
  });
}
