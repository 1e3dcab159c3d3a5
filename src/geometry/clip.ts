import { boxOfRing, counterClockwise, forEachEdge, ringOfBox } from './ring.js';
import type { Box, Point, Ring } from './types.js';

/** The half-plane a·x + b·y ≤ c. */
export interface HalfPlane {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/**
 * The part of any ring in a half-plane (Sutherland and Hodgman 1974). Where that part is in pieces they stay joined by
 * edges of no width along the half-plane's line: even-odd membership and signed area are those of the part.
 */
export function clipHalfPlane(ring: Ring, { a, b, c }: HalfPlane): Ring {
  const out: Point[] = [];
  forEachEdge(ring, (p, q) => {
    const dp = a * p[0] + b * p[1] - c;
    const dq = a * q[0] + b * q[1] - c;
    if (dp > 0 !== dq > 0) {
      const t = dp / (dp - dq);
      out.push([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])]);
    }
    if (dq <= 0) out.push(q);
  });
  return out.length < 3 ? [] : out;
}

/**
 * The part of any ring inside a convex ring (of either orientation); [] when there is none or the convex ring is empty.
 * Pieces stay joined as in {@link clipHalfPlane}: measure and locatePoint read the result rightly.
 */
export function clipConvex(ring: Ring, convex: Ring): Ring {
  if (convex.length < 3) return [];
  let clipped = ring;
  forEachEdge(counterClockwise(convex), (p, q) => {
    if (clipped.length > 0) clipped = clipHalfPlane(clipped, leftOf(p, q));
  });
  return clipped;
}

/** The part of a ring inside a box; coordinates on the box's sides are exact. */
export function clipBox(ring: Ring, { minX, minY, maxX, maxY }: Box): Ring {
  const own = boxOfRing(ring);
  if (own === undefined) return [];
  let clipped = ring;
  if (own.minX < minX) clipped = clipAxis(clipped, 0, minX, -1);
  if (own.maxX > maxX) clipped = clipAxis(clipped, 0, maxX, 1);
  if (own.minY < minY) clipped = clipAxis(clipped, 1, minY, -1);
  return own.maxY > maxY ? clipAxis(clipped, 1, maxY, 1) : clipped;
}

/** Half-plane to the left of the directed line from p to q, its line included. */
export function leftOf(p: Point, q: Point): HalfPlane {
  const a = q[1] - p[1];
  const b = p[0] - q[0];
  return { a, b, c: a * p[0] + b * p[1] };
}

/** The convex part of `within` that lies in all half-planes; [] when there is none. */
export function intersectHalfPlanes(planes: readonly HalfPlane[], within: Box): Ring {
  let ring = ringOfBox(within);
  for (const plane of planes) {
    if (ring.length === 0) return [];
    ring = clipHalfPlane(ring, plane);
  }
  return ring;
}

/** Convex wedge at `apex` from azimuth `from` counter-clockwise to `to` (to − from ≤ π), as half-planes. */
export function wedgePlanes(apex: Point, from: number, to: number): readonly HalfPlane[] {
  const [x, y] = apex;
  return [leftOf(apex, [x + Math.cos(from), y + Math.sin(from)]), leftOf([x + Math.cos(to), y + Math.sin(to)], apex)];
}

function clipAxis(ring: Ring, axis: 0 | 1, limit: number, sign: 1 | -1): Ring {
  const out: Point[] = [];
  let p = ring.at(-1);
  if (p === undefined) return ring;
  let dp = sign * (p[axis] - limit);
  let inside = true;
  for (const q of ring) {
    const dq = sign * (q[axis] - limit);
    if (dp > 0 !== dq > 0) {
      const t = dp / (dp - dq);
      const x = axis === 0 ? limit : p[0] + t * (q[0] - p[0]);
      const y = axis === 1 ? limit : p[1] + t * (q[1] - p[1]);
      out.push([x, y]);
    }
    if (dq <= 0) out.push(q);
    else inside = false;
    p = q;
    dp = dq;
  }
  if (inside) return ring;
  return out.length < 3 ? [] : out;
}
