// Round pillars whose outline is drawn with arcs that end at the walls that run into them.

import { spendBudget } from '../../../base/budget.js';
import { ringArea } from '../../../geometry/shapes/ring.js';
import type { Point, Ring } from '../../../geometry/types.js';
import { distance } from '../../../geometry/vector.js';
import { inRing } from '../../../plan/inside.js';
import type { Arc } from '../../read/dxf/shape/curve.js';
import { arcThrough } from '../../read/dxf/shape/fit.js';
import { COMMON, EVEN, LARGEST_PILLAR } from '../limits.js';

/** A line that is an arc, with its points. */
interface Drawn extends Arc {
  readonly points: readonly Point[];
}

/**
 * Returns the rings of the circles, of the size of a pillar, of which arcs draw half or more: between them run walls,
 * no thicker than ordinary ones. A name inside makes it a small room instead.
 *
 * @param lines the lines that may be arcs
 * @param names places of room names
 */
export function roundPillarsAmong(lines: readonly (readonly Point[])[], names: readonly Point[]): Ring[] {
  const circles: Drawn[][] = [];
  for (const points of lines) {
    const arc = arcThrough(points);
    if (arc === undefined || Math.PI * arc.radius ** 2 >= LARGEST_PILLAR) continue;
    spendBudget(circles.length);
    const known = circles.find(([first]) => isSameCircle(first, arc));
    if (known === undefined) circles.push([{ ...arc, points }]);
    else known.push({ ...arc, points });
  }
  return circles.flatMap((arcs) => {
    const sweep = arcs.reduce((sum, arc) => sum + Math.abs(arc.sweep), 0);
    if (sweep < Math.PI) return [];
    const ring = ringOf(arcs);
    const isShut = ring.every((point, n) => distance(point, ring[(n + 1) % ring.length]) <= COMMON);
    return isShut && ringArea(ring) < LARGEST_PILLAR && !names.some((at) => inRing(ring, at)) ? [ring] : [];
  });
}

function isSameCircle(one: Arc, other: Arc): boolean {
  return distance(one.center, other.center) <= EVEN && Math.abs(one.radius - other.radius) <= EVEN;
}

/** Returns the points of arcs of one circle in the order they have on it. */
function ringOf(arcs: readonly Drawn[]): Ring {
  const [{ center }] = arcs;
  const angleOf = ([x, y]: Point) => Math.atan2(y - center[1], x - center[0]);
  return arcs.flatMap(({ points }) => points).sort((p, q) => angleOf(p) - angleOf(q));
}
