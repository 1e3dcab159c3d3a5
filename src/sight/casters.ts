import { boxOf } from '../geometry/index.js';
import type { Point, Ring } from '../geometry/types.js';
import type { World } from './barriers.js';
import { createNearby, type Nearby } from './nearby.js';
import type { Span } from './optics.js';
import type { Left, Panels, Selections } from './selection.js';
import { type Extent, type Heights, shadowOf, shadowSpan } from './shadow.js';

/** What throws shadows in a world: panels that hide less than everything beyond them. */
export interface Casters {
  /**
   * The shadows on a view from `at`, as far as its ring goes. Without heights each panel hides everything beyond it in
   * must-see, and nothing in the other worlds.
   *
   * @param reach m: nothing is further away
   * @param left of the walls among these only what is left counts
   */
  shadows(heights: Heights | undefined, at: Point, ring: Ring, reach: number, left: Left): Ring[];
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
    const known = spansAt.get(name) ?? ranks.map(({ panels: { extents } }) => spans(extents, heights, closed));
    spansAt.set(name, known);
    return known;
  };
  const thrownBy = (wall: number, thrown: readonly Span[], at: Point, reach: number): Ring[] => {
    const segment = all.segments[wall];
    if (segment === undefined) return [];
    return thrown.map((span) => shadowOf(segment, span, at, reach)).filter((shadow) => shadow.length > 0);
  };
  return {
    shadows(heights, at, ring, reach, left) {
      // A shadow falls away from the eye: only a panel within the view's box, the eye included, throws one on it.
      const box = boxOf(ring, [at]);
      const whole = spansOf(heights).flatMap((thrown, i) => {
        const rank = ranks[i];
        if (thrown.length === 0 || rank === undefined) return [];
        rank.nearby ??= createNearby(all.units, rank.panels.walls);
        return rank.nearby
          .touching(box)
          .filter((wall) => !left.has(wall))
          .flatMap((wall) => thrownBy(wall, thrown, at, reach));
      });
      const rest = [...left].flatMap(([wall, extents]) => thrownBy(wall, spans(extents, heights, closed), at, reach));
      return [...whole, ...rest];
    },
  };
}

function spans(extents: readonly Extent[], heights: Heights | undefined, closed: boolean): Span[] {
  if (heights === undefined) return closed && extents.length > 0 ? [[1, Number.POSITIVE_INFINITY]] : [];
  return extents.flatMap((extent) => {
    const span = shadowSpan(extent, heights, closed);
    // What hides everything beyond it bounds the view already.
    const whole = span?.[0] === 1 && span[1] === Number.POSITIVE_INFINITY;
    return span === undefined || whole ? [] : [span];
  });
}
