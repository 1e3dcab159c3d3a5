// Tells points that lie at the edge of a room.

import { spendBudget } from '../../base/budget.js';
import { boxOf } from '../../geometry/shapes/ring.js';
import { distanceToSegment } from '../../geometry/shapes/segment.js';
import type { Point, Ring } from '../../geometry/types.js';

/** True if a point lies no more than `within` m from an edge of rings, on either side. */
export function isAtEdge([x, y]: Point, rings: readonly Ring[], within: number): boolean {
  return rings.some((ring) => {
    const box = boxOf(ring);
    if (box === undefined || x < box.minX - within || x > box.maxX + within) return false;
    if (y < box.minY - within || y > box.maxY + within) return false;
    spendBudget(ring.length);
    return ring.some((a, index) => distanceToSegment([x, y], { a, b: ring[(index + 1) % ring.length] }) <= within);
  });
}
