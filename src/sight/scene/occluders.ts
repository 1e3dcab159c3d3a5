// The shadows that occluders throw on a view.
import { boxOf } from '../../geometry/index.js';
import type { Box, Point, Ring } from '../../geometry/types.js';
import type { Span } from '../optics/optics.js';
import type { World } from './barriers.js';
import { type Edge, jointShadows } from './joint.js';
import { createNearby, type Nearby } from './nearby.js';
import type { Panels, Selections } from './selection.js';
import { type Extent, type Heights, hidesAll, shadowOf, shadowSpan } from './shadow.js';

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

/** The shadows of the panels of one rank at some heights. */
interface Thrown {
  readonly spans: readonly Span[];
  /** m above the floor: tops of what stands on it, bottoms of what hangs from the ceiling. */
  readonly tops: readonly number[];
  readonly bottoms: readonly number[];
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
  const thrownAt = new Map<string, readonly Thrown[]>();
  const thrownOf = (heights: Heights | undefined): readonly Thrown[] => {
    const name = `${heights?.eye} ${heights?.target[0]} ${heights?.target[1]}`;
    const known = thrownAt.get(name) ?? ranks.map(({ panels: { extents } }) => thrownBy(extents, heights, closed));
    thrownAt.set(name, known);
    return known;
  };
  /**
   * Returns the panels of a rank within a box: those that hide the same from everywhere, or those that depend on the
   * eye.
   */
  const find = (rank: Rank, box: Box | undefined, depending: boolean): readonly number[] => {
    rank.nearby ??= createNearby(all.units, rank.panels.walls);
    return rank.nearby.touching(box).filter((wall) => selections.depends(wall) === depending);
  };
  const shadowsOf = (wall: number, thrown: readonly Span[], at: Point, reach: number): Ring[] => {
    if (thrown.length === 0) return [];
    const segment = all.segmentAt(wall);
    return thrown.map((span) => shadowOf(segment, span, at, reach)).filter((shadow) => shadow.length > 0);
  };
  const edges = (heights: readonly number[], walls: readonly number[]): Edge[] =>
    walls.flatMap((wall) => {
      const segment = all.segmentAt(wall);
      return heights.map((height) => ({ segment, height }));
    });
  return {
    shadows(heights, at, ring, reach) {
      const thrown = thrownOf(heights);
      // Two hide together only if one of them hides something alone: a level line passes between a panel lower than the
      // eye and one that hangs higher.
      if (!depends && thrown.every((one) => one.spans.length === 0)) return [];
      // A shadow falls away from the eye: only a panel within the view's box, the eye included, throws one on it.
      const box = boxOf(ring, [at]);
      const whole = thrown.flatMap(({ spans }, i) =>
        spans.length === 0 ? [] : find(ranks[i], box, false).flatMap((wall) => shadowsOf(wall, spans, at, reach)),
      );
      const rest = ranks.flatMap((rank) =>
        !rank.depends
          ? []
          : find(rank, box, true).flatMap((wall) =>
              shadowsOf(wall, thrownBy(selections.hiding(world, wall, at), heights, closed).spans, at, reach),
            ),
      );
      const hanging = thrown.flatMap(({ bottoms }, i) =>
        bottoms.length === 0 ? [] : edges(bottoms, find(ranks[i], box, false)),
      );
      if (heights === undefined || hanging.length === 0) return [...whole, ...rest];
      const low = thrown.flatMap(({ tops }, i) => (tops.length === 0 ? [] : edges(tops, find(ranks[i], box, false))));
      return [...whole, ...rest, ...jointShadows(low, hanging, { at, height: heights.eye }, ring, reach)];
    },
  };
}

function thrownBy(extents: readonly Extent[], heights: Heights | undefined, closed: boolean): Thrown {
  const own = { spans: spans(extents, heights, closed), tops: [], bottoms: [] };
  // One height is hidden by one panel; of a band one may hide the lower part and another the upper.
  if (heights === undefined || heights.target[0] === heights.target[1]) return own;
  const bounded = extents.filter((extent) => !hidesAll(extent, heights, closed));
  return {
    ...own,
    tops: bounded.flatMap(({ from, to }) => (from === Number.NEGATIVE_INFINITY ? to : [])),
    bottoms: bounded.flatMap(({ from, to }) => (to === Number.POSITIVE_INFINITY ? from : [])),
  };
}

function spans(extents: readonly Extent[], heights: Heights | undefined, closed: boolean): Span[] {
  if (heights === undefined) return closed && extents.length > 0 ? [[1, Number.POSITIVE_INFINITY]] : [];
  return extents.flatMap((extent) => {
    const span = shadowSpan(extent, heights, closed);
    // A panel that hides everything beyond it already bounds the view.
    const whole = span?.[0] === 1 && span[1] === Number.POSITIVE_INFINITY;
    return span === undefined || whole ? [] : [span];
  });
}
