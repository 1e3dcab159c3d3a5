// Places in which the eye of a camera may be, as convex rings: a point, a stretch or a polygon. Their size, halves and parts.

import { clipHalfPlane, distance, type HalfPlane, signedArea } from '../../../geometry/index.js';
import type { Point, Ring, Segment } from '../../../geometry/types.js';

/** m: sides, and extents, that differ by less are as long, so that no last digit decides across which a place is cut. */
const ALIKE = 1e-6;

/** How far a ring reaches in a direction. */
interface Extent {
  readonly towards: Point;
  readonly from: number;
  readonly to: number;
}

/** Returns the longer of a ring's extents along and across its longest side; the first longest of those as long. */
function longerOf(ring: Ring): Extent {
  let longest = 0;
  let axis: Point = [1, 0];
  ring.forEach(([x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length] ?? [x, y];
    const length = Math.hypot(nx - x, ny - y);
    if (length <= longest + ALIKE) return;
    longest = length;
    axis = [(nx - x) / length, (ny - y) / length];
  });
  const [along, across] = [axis, [-axis[1], axis[0]] as const].map((towards): Extent => {
    const at = ring.map(([x, y]) => x * towards[0] + y * towards[1]);
    return { towards, from: Math.min(...at), to: Math.max(...at) };
  });
  if (along === undefined || across === undefined) throw new RangeError('two axes');
  return across.to - across.from > along.to - along.from + ALIKE ? across : along;
}

/**
 * Returns the longer of a place's extents along and across its longest side, m. A place is a convex ring in which the eye
 * of a camera may be: a point, the two ends of a stretch, or a polygon.
 */
export function sizeOf(ring: Ring): number {
  const [a, b = a] = ring;
  if (a === undefined || b === undefined) return 0;
  if (ring.length <= 2) return Math.hypot(b[0] - a[0], b[1] - a[1]);
  const { from, to } = longerOf(ring);
  return to - from;
}

/**
 * Returns the halves of a place, cut across the extent that {@link sizeOf} returns. Together they leave no point of it out.
 */
export function halvesOf(ring: Ring): readonly [Ring, Ring] {
  const [a, b = a] = ring;
  if (a === undefined || b === undefined) return [[], []];
  if (ring.length <= 2) {
    const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    return [
      [a, middle],
      [middle, b],
    ];
  }
  const {
    towards: [x, y],
    from,
    to,
  } = longerOf(ring);
  const middle = (from + to) / 2;
  return [clipHalfPlane(ring, { a: x, b: y, c: middle }), clipHalfPlane(ring, { a: -x, b: -y, c: -middle })];
}

/** m²: a part smaller than this is there by rounding alone. */
const SPECK = 1e-9;

/**
 * Returns convex parts of a convex ring that together are all of it but a rectangle: the segment, widened by `off` m
 * to both sides and lengthened by `off` m at both ends. Returns the ring itself if the rectangle doesn't meet it.
 */
export function awayFrom(ring: Ring, { a, b }: Segment, off: number): Ring[] {
  const length = distance(a, b);
  const [ux, uy] = length > 0 ? [(b[0] - a[0]) / length, (b[1] - a[1]) / length] : [1, 0];
  const plane = (x: number, y: number, by: number): HalfPlane => ({ a: x, b: y, c: x * a[0] + y * a[1] + by });
  const sides = [plane(-uy, ux, off), plane(uy, -ux, off), plane(ux, uy, length + off), plane(-ux, -uy, off)];
  const parts: Ring[] = [];
  let inside = ring;
  for (const side of sides) {
    const outside = clipHalfPlane(inside, { a: -side.a, b: -side.b, c: -side.c });
    if (isArea(outside)) parts.push(outside);
    inside = clipHalfPlane(inside, side);
    if (!isArea(inside)) return [ring];
  }
  return parts;
}

function isArea(ring: Ring): boolean {
  return ring.length >= 3 && Math.abs(signedArea(ring)) > SPECK;
}
