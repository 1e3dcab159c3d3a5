// Whether a square of floor lies wholly within a view, or wholly outside: most do, and needn't be measured.

import { boxesOverlap, boxOfRing, containsPoint } from '../../../geometry/index.js';
import type { Box, Region, Ring } from '../../../geometry/types.js';

/** How a box lies to a view: wholly within one of its regions, in none of them, or neither is certain. */
export type InView = 'all' | 'none' | 'part';

/** Returns a function that says how a box lies to a view. */
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
  readonly ring: Ring;
  readonly box: Box;
}

function boxed(rings: readonly Ring[]): Boxed[] {
  return rings.flatMap((ring) => {
    const box = boxOfRing(ring);
    return box === undefined ? [] : [{ ring, box }];
  });
}

function inRings(rings: readonly Boxed[], box: Box): InView {
  let isNone = true;
  for (const { ring, box: own } of rings) {
    if (!boxesOverlap(own, box)) continue;
    if (crosses(ring, box)) isNone = false;
    else if (containsPoint(ring, [box.minX, box.minY])) return 'all';
  }
  return isNone ? 'none' : 'part';
}

/** m: an edge this near to a box may cross it. */
const NEAR = 1e-6;

/** True if an edge of a ring meets a box, or comes near it. */
function crosses(ring: Ring, box: Box): boolean {
  const [minX, minY, maxX, maxY] = [box.minX - NEAR, box.minY - NEAR, box.maxX + NEAR, box.maxY + NEAR];
  let [ax, ay] = ring.at(-1) ?? [0, 0];
  for (const [bx, by] of ring) {
    const isBeside =
      Math.max(ax, bx) < minX || Math.min(ax, bx) > maxX || Math.max(ay, by) < minY || Math.min(ay, by) > maxY;
    if (!isBeside) {
      // The box lies to one side of the edge's line, or the edge meets it.
      const [dx, dy] = [bx - ax, by - ay];
      const side = (x: number, y: number) => dx * (y - ay) - dy * (x - ax);
      const sides = [side(minX, minY), side(maxX, minY), side(minX, maxY), side(maxX, maxY)];
      if (!(sides.every((one) => one > 0) || sides.every((one) => one < 0))) return true;
    }
    [ax, ay] = [bx, by];
  }
  return false;
}
