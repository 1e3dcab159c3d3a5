import { spendBudget } from '../base/budget.js';
import { boxOfRing } from '../geometry/shapes/ring.js';
import type { Box, Point, Ring } from '../geometry/types.js';
import { boxOfSegment, type Meeting, meeting } from './nearby.js';

/** From so many corners on, it pays to look up the edges that a ray meets. */
const MANY_CORNERS = 256;

/** Edge i leads to corner i. Rays across the ring's shorter side meet fewer of them: there are combs and long walls. */
interface Edges {
  readonly meet: Meeting;
  readonly upright: boolean;
}

const known = new WeakMap<Ring, Edges>();

/** Whether `point` is inside `ring` by the even-odd rule; points on the edge fall on either side. */
export function inRing(ring: Ring, point: Point): boolean {
  const box = boxOfRing(ring);
  const [x, y] = point;
  if (box === undefined || x < box.minX || x > box.maxX || y < box.minY || y > box.maxY) return false;
  if (ring.length >= MANY_CORNERS) return inLongRing(ring, point, box);
  spendBudget(ring.length);
  let inside = false;
  let a = ring.at(-1);
  for (const b of ring) {
    if (a !== undefined && passes(a, b, x, y)) inside = !inside;
    a = b;
  }
  return inside;
}

/** Whether an edge crosses the ray from a point towards greater x. */
function passes(a: Point, b: Point, x: number, y: number): boolean {
  return a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]);
}

function inLongRing(ring: Ring, [x, y]: Point, { minX, minY, maxX, maxY }: Box): boolean {
  const { meet, upright } = edgesOf(ring, maxX - minX > maxY - minY);
  let inside = false;
  for (const i of meet({ minX: x, minY: y, maxX: upright ? x : maxX, maxY: upright ? maxY : y })) {
    const [a, b] = [ring[i === 0 ? ring.length - 1 : i - 1], ring[i]];
    if (upright ? passes([a[1], a[0]], [b[1], b[0]], y, x) : passes(a, b, x, y)) inside = !inside;
  }
  return inside;
}

function edgesOf(ring: Ring, upright: boolean): Edges {
  const found = known.get(ring);
  if (found !== undefined) return found;
  const boxes = ring.map((b, i) => boxOfSegment({ a: ring[i === 0 ? ring.length - 1 : i - 1], b }));
  const edges = { meet: meeting(boxes), upright };
  known.set(ring, edges);
  return edges;
}
