// Long rings in flat arrays with a box for each run of edges, so that most of a ring can be skipped.
import { memoize } from '../../base/memo.js';
import type { Ring } from '../types.js';

/** A long ring in a flat array, with the box of each run of STRETCH edges. Metres. */
export interface PackedRing {
  /** x and y of the vertices in turn. */
  readonly xy: Float64Array;
  /** minX, minY, maxX, maxY of the edges from each STRETCH-th vertex to the next such vertex. */
  readonly boxes: Float64Array;
}

/** How many edges of a packed ring share one bounding box. */
export const STRETCH = 8;

/**
 * Returns the ring in packed form. Cached, since a view is compared with all zones it may reach, and most of it is far
 * from each.
 */
export const packedOf = memoize((ring: Ring): PackedRing => {
  const count = ring.length;
  const xy = new Float64Array(2 * count);
  for (let i = 0; i < count; i += 1) {
    xy[2 * i] = ring[i][0];
    xy[2 * i + 1] = ring[i][1];
  }
  const stretches = Math.ceil(count / STRETCH);
  const boxes = new Float64Array(4 * stretches);
  for (let k = 0; k < stretches; k += 1) {
    let minX = Number.POSITIVE_INFINITY;
    let minY = Number.POSITIVE_INFINITY;
    let maxX = Number.NEGATIVE_INFINITY;
    let maxY = Number.NEGATIVE_INFINITY;
    const last = Math.min(STRETCH * (k + 1), count);
    for (let i = STRETCH * k; i <= last; i += 1) {
      const at = i === count ? 0 : 2 * i;
      minX = Math.min(minX, xy[at]);
      maxX = Math.max(maxX, xy[at]);
      minY = Math.min(minY, xy[at + 1]);
      maxY = Math.max(maxY, xy[at + 1]);
    }
    boxes.set([minX, minY, maxX, maxY], 4 * k);
  }
  return { xy, boxes };
});
