import { boxOf } from '../geometry/index.js';
import type { Point, Ring } from '../geometry/types.js';
import type { World } from './barriers.js';
import { createNearby, type Nearby } from './nearby.js';
import type { Span } from './optics.js';
import type { Panels, Selections } from './selection.js';
import { type Heights, shadowOf, shadowSpan } from './shadow.js';

/** What throws shadows in a world: panels that hide less than everything beyond them. */
export interface Casters {
  /**
   * The shadows on a view from `at`, as far as its ring goes. Without heights each panel hides everything beyond it in
   * must-see, and nothing in the other worlds.
   *
   * @param reach m: nothing is further away
   */
  shadows(heights: Heights | undefined, at: Point, ring: Ring, reach: number): Ring[];
}

/** Panels with the index to find them by, made when one of them throws a shadow. */
interface Rank {
  readonly panels: Panels;
  nearby?: Nearby;
}

export function createCasters({ all, panels }: Selections, world: World): Casters {
  const ranks: Rank[] = panels(world).map((alike) => ({ panels: alike }));
  const closed = world === 'must';
  // Few heights are drawn, and few cameras' heights: what throws a shadow is told once for each.
  const spansAt = new Map<string, readonly (readonly Span[])[]>();
  const spansOf = (heights: Heights | undefined): readonly (readonly Span[])[] => {
    const name = `${heights?.eye} ${heights?.target[0]} ${heights?.target[1]}`;
    const known = spansAt.get(name) ?? ranks.map((rank) => spans(rank.panels, heights, closed));
    spansAt.set(name, known);
    return known;
  };
  return {
    shadows(heights, at, ring, reach) {
      // A shadow falls away from the eye: only a panel within the view's box, the eye included, throws one on it.
      const box = boxOf(ring, [at]);
      return spansOf(heights).flatMap((thrown, i) => {
        const rank = ranks[i];
        if (thrown.length === 0 || rank === undefined) return [];
        rank.nearby ??= createNearby(all.units, rank.panels.walls);
        return rank.nearby.touching(box).flatMap((wall) => {
          const segment = all.segments[wall];
          if (segment === undefined) return [];
          return thrown.map((span) => shadowOf(segment, span, at, reach)).filter((shadow) => shadow.length > 0);
        });
      });
    },
  };
}

function spans({ extents }: Panels, heights: Heights | undefined, closed: boolean): Span[] {
  if (heights === undefined) return closed ? [[1, Number.POSITIVE_INFINITY]] : [];
  return extents.flatMap((extent) => {
    const span = shadowSpan(extent, heights, closed);
    // What hides everything beyond it bounds the view already.
    const whole = span?.[0] === 1 && span[1] === Number.POSITIVE_INFINITY;
    return span === undefined || whole ? [] : [span];
  });
}
