// A cheap upper bound of the area that target and covers share.
import type { AreaCell } from './cells.js';

/** Targets of more vertices are skipped: the bound compares every edge with every vertex. */
const FEW = 16;

/**
 * Returns an upper bound, in m², of the area that a cell's target and covers share. Beyond a line along one of the
 * target's edges that has the target on one side, covers reach at most so deep, and no further along the line than the
 * box. Most views in a neighbour's box end at the wall between.
 */
export function overlapAtMost({ xy, ends, region, weight, rings, box, base, regions }: AreaCell): number {
  const width = box.maxX - box.minX;
  const height = box.maxY - box.minY;
  let least = width * height;
  // One ring of the target alone, and no cover that holds all points of the box but for its shadows.
  if (ends[0] > 2 * FEW || (rings > 1 && region[1] === 0 && weight[1] === 1)) return least;
  for (let i = 1; i < regions; i += 1) if (base[i] !== 0) return least;
  const longest = Math.sqrt(width * width + height * height);
  const all = ends[rings - 1];
  let px = xy[ends[0] - 2];
  let py = xy[ends[0] - 1];
  for (let i = 0; i < ends[0]; i += 2) {
    const qx = xy[i];
    const qy = xy[i + 1];
    const dx = qx - px;
    const dy = qy - py;
    const length = Math.sqrt(dx * dx + dy * dy);
    let left = 0;
    let right = 0;
    for (let j = 0; j < ends[0]; j += 2) {
      const side = dx * (xy[j + 1] - py) - dy * (xy[j] - px);
      if (side > left) left = side;
      else if (side < right) right = side;
    }
    // The side on which the target lies, but for rounding.
    const inward = left >= -right ? 1 : -1;
    const beyond = Math.min(left, -right);
    let depth = 0;
    for (let j = ends[0]; j < all; j += 2) {
      const side = inward * (dx * (xy[j + 1] - py) - dy * (xy[j] - px));
      if (side > depth) depth = side;
    }
    if (length > 0) least = Math.min(least, (longest * (depth + beyond)) / length);
    px = qx;
    py = qy;
  }
  return least;
}
