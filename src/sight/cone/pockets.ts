// Simple polygons as convex parts: hull and pockets, or triangles.
import { append } from '../../base/arrays.js';
import { spendBudget } from '../../base/budget.js';
import { convexHull, counterClockwise, crossingOf, orientation } from '../../geometry/index.js';
import type { Point, Ring } from '../../geometry/types.js';

/**
 * A simple polygon as its hull and the triangles that fill the pockets of the hull: the polygon is the hull less these.
 */
export interface Pocketed {
  readonly hull: Ring;
  readonly pockets: readonly Ring[];
}

/**
 * Returns the hull and pockets of a ring; undefined if it has no area, or crosses or touches itself, so that its inside
 * isn't defined.
 */
export function pocketed(ring: Ring): Pocketed | undefined {
  const polygon = withoutRepeats(counterClockwise(ring));
  const hull = convexHull(polygon);
  if (hull.length < 3 || crossingOf(polygon) !== undefined) return undefined;
  if (hull.length === polygon.length) return { hull, pockets: [] };
  const corners = new Set(hull.map(String));
  const start = polygon.findIndex((point) => corners.has(String(point)));
  const pockets: Ring[] = [];
  let chain: Point[] = [];
  for (let i = 0; i <= polygon.length; i++) {
    const point = polygon[(start + i) % polygon.length];
    chain.push(point);
    if (i === 0 || !corners.has(String(point))) continue;
    append(pockets, alongHull(chain).flatMap(triangles));
    chain = [point];
  }
  return { hull, pockets };
}

/**
 * Returns convex rings that make up a simple polygon: itself if it is convex, else triangles cut off as its ears. Its
 * hull if it isn't simple; [] if it has no area.
 */
export function convexParts(ring: Ring): readonly Ring[] {
  const polygon = withoutRepeats(counterClockwise(ring));
  const hull = convexHull(polygon);
  if (hull.length < 3) return [];
  return hull.length === polygon.length || crossingOf(polygon) !== undefined ? [hull] : triangles(polygon);
}

/** The pockets between two neighbouring corners of the hull: one for each stretch of the chain that leaves the hull's side. */
function alongHull(chain: readonly Point[]): Ring[] {
  const [a, b] = [chain[0], chain[chain.length - 1]];
  const found: Ring[] = [];
  let stretch: Point[] = [];
  spendBudget(chain.length);
  for (const point of chain) {
    stretch.push(point);
    if (orientation(a, b, point) !== 0) continue;
    // Counter-clockwise a polygon has its inside on the left, a pocket on the right.
    if (stretch.length > 2) found.push(stretch.toReversed());
    stretch = [point];
  }
  return found;
}

function triangles(polygon: readonly Point[]): Ring[] {
  const rest = [...polygon];
  const ears: Ring[] = [];
  while (rest.length >= 3) {
    spendBudget(4 * rest.length);
    const i = rest.findIndex((_, k) => isEar(rest, k));
    // A simple polygon has an ear; where rounding hides it, the hull holds all that is left.
    if (i < 0) return [...ears, convexHull(rest)];
    const ear = [rest[(i + rest.length - 1) % rest.length], rest[i], rest[(i + 1) % rest.length]];
    if (orientation(ear[0], ear[1], ear[2]) > 0) ears.push(ear);
    rest.splice(i, 1);
  }
  return ears;
}

/** True if a corner is convex or flat and none of the other corners lies in its triangle. */
function isEar(polygon: readonly Point[], i: number): boolean {
  const n = polygon.length;
  const [a, b, c] = [polygon[(i + n - 1) % n], polygon[i], polygon[(i + 1) % n]];
  if (orientation(a, b, c) <= 0) return orientation(a, b, c) === 0;
  spendBudget(2 * n);
  return polygon.every((p) => {
    if (p === a || p === b || p === c) return true;
    return orientation(a, b, p) < 0 || orientation(b, c, p) < 0 || orientation(c, a, p) < 0;
  });
}

function withoutRepeats(ring: Ring): Ring {
  return ring.filter(([x, y], i) => {
    const [px, py] = ring[(i + ring.length - 1) % ring.length];
    return x !== px || y !== py;
  });
}
