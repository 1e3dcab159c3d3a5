// Clipping of rings by half-planes and convex rings.
import { FlatRing } from '../area/scratch.js';
import type { Point, Ring } from '../types.js';
import { signedArea } from './ring.js';

/** The half-plane a·x + b·y ≤ c, in metres. */
export interface HalfPlane {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const flat = new FlatRing();

/**
 * Returns the part of any ring that lies in a half-plane (Sutherland and Hodgman 1974). If that part falls into pieces,
 * edges of no width along the half-plane's line keep them joined; even-odd membership and signed area are still those
 * of the part.
 */
export function clipHalfPlane(ring: Ring, { a, b, c }: HalfPlane): Ring {
  flat.load(ring);
  return flat.clipHalfPlane(a, b, c) || ring.length < 3 ? flat.points() : ring;
}

/**
 * Share of the distance between the convex ring's first corner and its farthest one: a side shorter than this gets its
 * direction from rounding alone and is skipped.
 */
const SHORT = 1e-10;

/**
 * Returns the part of any ring inside a convex ring (of either orientation); [] if there is none or the convex ring is
 * empty. Pieces stay joined as in {@link clipHalfPlane}; measure and locatePoint read the result correctly.
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

/** Returns the half-plane to the left of the directed line from p to q, the line included. */
export function leftOf(p: Point, q: Point): HalfPlane {
  const a = q[1] - p[1];
  const b = p[0] - q[0];
  return { a, b, c: a * p[0] + b * p[1] };
}

/**
 * Returns the half-planes of the convex wedge at `apex` from azimuth `from` counter-clockwise to `to` (radians, to −
 * from ≤ π).
 */
export function wedgePlanes(apex: Point, from: number, to: number): readonly HalfPlane[] {
  const [x, y] = apex;
  return [leftOf(apex, [x + Math.cos(from), y + Math.sin(from)]), leftOf([x + Math.cos(to), y + Math.sin(to)], apex)];
}
