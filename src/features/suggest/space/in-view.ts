// Whether a square of floor lies wholly within a view, or wholly outside: most do, and needn't be measured.

import { boxesOverlap, boxOfRing } from '../../../geometry/index.js';
import type { Box, Region, Ring } from '../../../geometry/types.js';

/**
 * How much of a box on the floor is in a view: all of it lies in one of the view's regions, none is in any, or
 * neither is certain (`part`).
 */
export type InView = 'all' | 'none' | 'part';

/** Returns a function that says how much of a box on the floor is in a view; box and view are in plan metres. */
export function inView(view: readonly Region[]): (box: Box) => InView {
  const regions = view.map(({ rings, shadows }) => ({ rings: boxed(rings), shadows: boxed(shadows) }));
  return (box) => {
    let isNone = true;
    for (const { rings, shadows } of regions) {
      const how = inRings(rings, box);
      if (how === 'none') continue;
      isNone = false;
      if (how === 'all' && inRings(shadows, box) === 'none') return 'all';
    }
    return isNone ? 'none' : 'part';
  };
}

interface Boxed {
  /** x and y of each corner in turn, the last one first and last. */
  readonly xy: Float64Array;
  readonly box: Box;
}

function boxed(rings: readonly Ring[]): Boxed[] {
  return rings.flatMap((ring) => {
    const box = boxOfRing(ring);
    const last = ring.at(-1);
    return box === undefined || last === undefined ? [] : [{ xy: Float64Array.from([last, ...ring].flat()), box }];
  });
}

function inRings(rings: readonly Boxed[], box: Box): InView {
  let isNone = true;
  for (const { xy, box: own } of rings) {
    if (!boxesOverlap(own, box)) continue;
    const how = inRing(xy, box);
    if (how === 'all') return 'all';
    if (how === 'part') isNone = false;
  }
  return isNone ? 'none' : 'part';
}

/** m: an edge this near to a box may cross it. */
const NEAR = 1e-6;

/** Returns how a box lies to a ring: `part` if an edge meets it, or comes near it. */
function inRing(xy: Float64Array, box: Box): InView {
  const [minX, minY, maxX, maxY] = [box.minX - NEAR, box.minY - NEAR, box.maxX + NEAR, box.maxY + NEAR];
  let isWithin = false;
  let [ax, ay] = [xy[0] ?? 0, xy[1] ?? 0];
  for (let i = 2; i < xy.length; i += 2) {
    const bx = xy[i] ?? 0;
    const by = xy[i + 1] ?? 0;
    const isBeyond = (ax < minX && bx < minX) || (ay < minY && by < minY) || (ay > maxY && by > maxY);
    if (!isBeyond) {
      // Positive and negative on the two sides of the edge's line.
      const [dx, dy] = [bx - ax, by - ay];
      const [left, right] = [dy * (minX - ax), dy * (maxX - ax)];
      const [low, high] = [dx * (minY - ay), dx * (maxY - ay)];
      const least = Math.min(low, high) - Math.max(left, right);
      const most = Math.max(low, high) - Math.min(left, right);
      if (least <= 0 && most >= 0) {
        if (!(ax > maxX && bx > maxX)) return 'part';
      }
      // No edge meets the box, so that any of its points tells: those to the right of the lower left one count.
      if (ay > minY !== by > minY && dx * ((minY - ay) / dy) + ax > minX) isWithin = !isWithin;
    }
    ax = bx;
    ay = by;
  }
  return isWithin ? 'all' : 'none';
}
