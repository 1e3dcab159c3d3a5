// The shadow of a mesh on the floor plan.

import { spendBudget } from '../../../base/budget.js';
import { coveredPieces } from '../../../geometry/area/pieces.js';
import { convexHull } from '../../../geometry/shapes/hull.js';
import { boxOf, grow, regionOf, ringArea, ringOfBox } from '../../../geometry/shapes/ring.js';
import { straightened } from '../../../geometry/shapes/straight.js';
import type { Point, Region, Ring } from '../../../geometry/types.js';

/** Steps per metre to which corners are rounded: meshes are exact to a millionth of their size. */
const STEPS = 10_000;

/** m²: triangles with a smaller shadow stand upright. */
const UPRIGHT = 1e-6;

/** m²: smaller rings are slips between triangles. */
const SPECK = 1e-4;

/** A connected part of an element's outline in plan: outer ring, then holes. */
export interface Shadow {
  readonly rings: readonly Ring[];
  /** m². */
  readonly area: number;
}

/** Returns a shadow as a region. */
export function regionOfShadow({ rings: [outer, ...holes] }: Shadow): Region {
  return regionOf(outer, holes);
}

/** Returns the area of shadows that lie apart, m². */
export function areaOf(shadows: readonly Shadow[]): number {
  return shadows.reduce((sum, { area }) => sum + area, 0);
}

/**
 * Returns the shadow that a mesh throws straight down: its separate parts, largest first.
 *
 * @param mesh triangles, three corners each, of x, y and z in m
 */
export function shadowOf(mesh: Float64Array): Shadow[] {
  spendBudget(mesh.length / 3);
  const triangles = new Map<string, Region>();
  for (let at = 0; at + 8 < mesh.length; at += 9) {
    const ring = [0, 3, 6].map((corner): Point => [rounded(mesh[at + corner]), rounded(mesh[at + corner + 1])]);
    const [[ax, ay], [bx, by], [cx, cy]] = ring;
    const twice = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    if (Math.abs(twice) < 2 * UPRIGHT) continue;
    const turned = twice > 0 ? ring : ring.toReversed();
    // The lower face of a solid and its upper one mostly have the same shadow.
    triangles.set([...turned].sort(byPlace).join(' '), { rings: [turned], shadows: [] });
  }
  const all = [...triangles.values()];
  const box = boxOf(all.flatMap(({ rings }) => rings.flat()));
  if (box === undefined) return [];
  return coveredPieces({ rings: [ringOfBox(grow(box, 1))], shadows: [] }, all).map(({ outline, area }) => ({
    rings: outline.map(straightened).filter((ring) => ring.length > 2 && ringArea(ring) > SPECK),
    area,
  }));
}

function byPlace(p: Point, q: Point): number {
  return p[0] - q[0] || p[1] - q[1];
}

function rounded(value: number): number {
  return Math.round(value * STEPS) / STEPS;
}

/** Returns the lowest and the highest z of a mesh, m; undefined if it is empty. */
export function heightsOf(mesh: Float64Array): readonly [low: number, high: number] | undefined {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 2; at < mesh.length; at += 3) {
    low = Math.min(low, mesh[at]);
    high = Math.max(high, mesh[at]);
  }
  return low > high ? undefined : [low, high];
}

/** Returns x and y of each corner of a mesh's triangles, a shared corner once for each triangle. */
export function cornersOf(mesh: Float64Array): Point[] {
  return Array.from({ length: Math.floor(mesh.length / 3) }, (_, at): Point => [mesh[3 * at], mesh[3 * at + 1]]);
}

/** A rectangle: its middle, the unit vector along its longer side, and its sides in m. */
export interface Rectangle {
  readonly middle: Point;
  readonly along: Point;
  readonly length: number;
  readonly depth: number;
}

/** Returns the smallest rectangle around `points`; undefined if they lie on a line or are fewer than three. */
export function rectangleAround(points: readonly Point[]): Rectangle | undefined {
  const hull = convexHull(points);
  let best: Rectangle | undefined;
  for (const [i, a] of hull.entries()) {
    const b = hull[(i + 1) % hull.length];
    const side = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (side < 1e-6) continue;
    const u: Point = [(b[0] - a[0]) / side, (b[1] - a[1]) / side];
    const [s0, s1] = rangeAlong(hull, u);
    const [d0, d1] = rangeAlong(hull, [-u[1], u[0]]);
    const [length, depth] = [s1 - s0, d1 - d0];
    if (best !== undefined && length * depth >= best.length * best.depth) continue;
    const [s, d] = [(s0 + s1) / 2, (d0 + d1) / 2];
    const middle: Point = [s * u[0] - d * u[1], s * u[1] + d * u[0]];
    best =
      length >= depth
        ? { middle, along: u, length, depth }
        : { middle, along: [-u[1], u[0]], length: depth, depth: length };
  }
  return best;
}

/** Returns the least and the greatest coordinate of `points` along the unit vector `u`, from the origin. */
export function rangeAlong(points: readonly Point[], u: Point): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [x, y] of points) {
    const s = x * u[0] + y * u[1];
    low = Math.min(low, s);
    high = Math.max(high, s);
  }
  return [low, high];
}
