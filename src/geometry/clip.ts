import { FlatRing } from './flat.js';
import { ringOfBox, signedArea } from './ring.js';
import type { Box, Point, Ring } from './types.js';

/** The half-plane a·x + b·y ≤ c. */
export interface HalfPlane {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const flat = new FlatRing();

/**
 * The part of any ring in a half-plane (Sutherland and Hodgman 1974). Where that part is in pieces they stay joined by
 * edges of no width along the half-plane's line: even-odd membership and signed area are those of the part.
 */
export function clipHalfPlane(ring: Ring, { a, b, c }: HalfPlane): Ring {
  flat.load(ring);
  return flat.clipHalfPlane(a, b, c) || ring.length < 3 ? flat.points() : ring;
}

/** Of the farthest that a corner lies from the first: a side shorter than this has its direction from rounding alone. */
const SHORT = 1e-10;

/**
 * The part of any ring inside a convex ring (of either orientation); [] when there is none or the convex ring is empty.
 * Pieces stay joined as in {@link clipHalfPlane}: measure and locatePoint read the result rightly.
 */
export function clipConvex(ring: Ring, convex: Ring): Ring {
  const sides = convex.length;
  if (sides < 3 || ring.length < 3) return [];
  flat.load(ring);
  const turns = signedArea(convex) < 0 ? -1 : 1;
  const [[x, y]] = convex;
  let far = 0;
  for (const corner of convex) far = Math.max(far, Math.abs(corner[0] - x), Math.abs(corner[1] - y));
  const least = (SHORT * far) ** 2;
  let cut = false;
  // From the edge that closes a counter-clockwise ring, on from there.
  for (let i = 0; i < sides && flat.count > 0; i += 1) {
    const at = turns > 0 ? (i + sides - 1) % sides : (2 * sides - i) % sides;
    const p = convex[at];
    const q = convex[(at + turns + sides) % sides];
    const a = q[1] - p[1];
    const b = p[0] - q[0];
    if (a * a + b * b < least) continue;
    if (flat.clipHalfPlane(a, b, a * p[0] + b * p[1])) cut = true;
  }
  return cut ? flat.points() : ring;
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
