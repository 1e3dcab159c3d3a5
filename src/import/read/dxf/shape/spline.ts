// Points along splines and ellipses of a drawing.

import { spendBudget } from '../../../../base/budget.js';
import type { Point } from '../../../../geometry/types.js';
import { distance, halfway } from '../../../../geometry/vector.js';
import { type Entity, numberOf, readNumber } from '../parse/drawing.js';
import { CORNER_WORK } from './curve.js';

/** Most points that one spline or ellipse becomes. */
const MOST = 10_000;

/** Highest degree of a spline in CAD programs. */
const HIGHEST_DEGREE = 25;

/**
 * Returns points along a SPLINE in its own coordinates, with no chord further than about `sagitta` (in these) from the
 * curve; undefined if the entity gives neither control points with knots nor points that it runs through. Source:
 * Autodesk, DXF Reference, "SPLINE".
 */
export function splinePoints(entity: Entity, sagitta: number): Point[] | undefined {
  const degree = numberOf(entity, 71, 3);
  const [knots, weights] = [numbersOf(entity, 40), numbersOf(entity, 41)];
  const control = pointsOf(entity, 10);
  const isWhole =
    degree >= 1 &&
    degree <= HIGHEST_DEGREE &&
    control.length > degree &&
    knots.length === control.length + degree + 1 &&
    knots.every((knot, n) => Number.isFinite(knot) && (n === 0 || knot >= knots[n - 1]));
  const [from, to] = [knots[degree], knots[control.length]];
  if (!isWhole || !(to > from)) {
    const through = pointsOf(entity, 11);
    return through.length > 1 ? through : undefined;
  }
  const spans = knots.slice(degree, control.length + 1).filter((knot, n, all) => n > 0 && knot > all[n - 1]).length;
  const curve = (u: number) => deBoor({ degree, knots, control, weights }, u);
  return sampled((share) => curve(from + (to - from) * share), Math.max(8, 4 * spans), sagitta);
}

/**
 * Returns points along an ELLIPSE, or a part of one, in the coordinates of its centre, with no chord further than about
 * `sagitta` (in these) from the curve. A whole ellipse ends where it began.
 */
export function ellipsePoints(entity: Entity, sagitta: number): Point[] {
  const [center, major] = [10, 11].map((code): Point => [numberOf(entity, code), numberOf(entity, code + 10)]);
  // Its minor axis is its normal × its major axis: to the left of the major one if it is seen from above.
  const ratio = numberOf(entity, 40, Number.NaN) * (numberOf(entity, 230, 1) < 0 ? -1 : 1);
  const [from, end] = [numberOf(entity, 41), numberOf(entity, 42, 2 * Math.PI)];
  const turn = (((end - from) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
  const sweep = turn < 1e-9 ? 2 * Math.PI : turn;
  const at = (share: number): Point => {
    const [cos, sin] = [Math.cos(from + sweep * share), Math.sin(from + sweep * share) * ratio];
    return [center[0] + major[0] * cos - major[1] * sin, center[1] + major[1] * cos + major[0] * sin];
  };
  const points = sampled(at, 16, sagitta);
  return sweep === 2 * Math.PI ? [...points.slice(0, -1), points[0]] : points;
}

interface Spline {
  readonly degree: number;
  readonly knots: readonly number[];
  readonly control: readonly Point[];
  readonly weights: readonly number[];
}

/** Returns the point of a spline at parameter `u` (de Boor). */
function deBoor({ degree, knots, control, weights }: Spline, u: number): Point {
  spendBudget(degree * degree);
  let low = degree;
  let high = control.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (knots[middle] <= u) low = middle;
    else high = middle;
  }
  const near = Array.from({ length: degree + 1 }, (_, j): [number, number, number] => {
    const n = low - degree + j;
    const w = weights[n] ?? 1;
    return [control[n][0] * w, control[n][1] * w, w];
  });
  for (let r = 1; r <= degree; r += 1) {
    for (let j = degree; j >= r; j -= 1) {
      const [a, b] = [knots[low - degree + j], knots[low + 1 + j - r]];
      const k = b > a ? (u - a) / (b - a) : 0;
      near[j] = [0, 1, 2].map((i) => near[j - 1][i] * (1 - k) + near[j][i] * k) as [number, number, number];
    }
  }
  const [x, y, w] = near[degree];
  return [x / w, y / w];
}

/** Returns points of a curve over 0 to 1, at least `least` steps, as many as `sagitta` takes. */
function sampled(at: (share: number) => Point, least: number, sagitta: number): Point[] {
  let count = Math.min(MOST, least);
  spendBudget(CORNER_WORK * count);
  let points = Array.from({ length: count + 1 }, (_, n) => at(n / count));
  while (2 * count <= MOST) {
    spendBudget(CORNER_WORK * count);
    const middles = points.slice(1).map((_, n) => at((n + 0.5) / count));
    const isNear = middles.every((middle, n) => distance(middle, halfway(points[n], points[n + 1])) <= sagitta);
    if (isNear) break;
    points = points.flatMap((point, n) => (n < count ? [point, middles[n]] : [point]));
    count *= 2;
  }
  return points;
}

function numbersOf({ groups }: Entity, code: number): number[] {
  return groups.flatMap((group) => (group.code === code ? [readNumber(group.value)] : []));
}

function pointsOf({ groups }: Entity, code: number): Point[] {
  const points: [number, number][] = [];
  for (const group of groups) {
    if (group.code === code) points.push([readNumber(group.value), Number.NaN]);
    else if (group.code === code + 10 && points.length > 0) points[points.length - 1][1] = readNumber(group.value);
  }
  return points;
}
