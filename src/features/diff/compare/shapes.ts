// Shapes compared up to a shift, whatever their spelling.
import { boxOfRings, type Point, type Region, type Ring } from '../../../geometry/index.js';

/** Metres: an element drawn nearer than this to where it was hasn't moved. The engine's own precision. */
export const STILL = 1e-4;

/** m: a point this near to the line through its neighbours is no corner. */
const STRAIGHT = 1e-5;

/** Map from the metres of one plan to those of the other. */
export type Map2 = (point: Point) => Point;

/**
 * Returns the offset [x, y] (m) by which region `a` must be moved to be `b`. Where outlines start, their direction,
 * and points on straight lines don't count. Undefined if the two have different shapes.
 */
export function regionOffset(a: Region, b: Region): Point | undefined {
  const [from, to] = [partsOf(a), partsOf(b)];
  const offset = minus(cornerOf(to), cornerOf(from));
  return samePart(from.rings, to.rings, offset) && samePart(from.shadows, to.shadows, offset) ? offset : undefined;
}

/**
 * Returns the offset [x, y] (m) by which line `a` must be moved to be `b`, whichever end either is drawn from;
 * undefined if the two differ in more than that.
 */
export function lineOffset(a: readonly Point[], b: readonly Point[]): Point | undefined {
  if (a.length !== b.length) return undefined;
  const offset = minus(corner(b), corner(a));
  const fits = (line: readonly Point[]) => a.every((point, n) => isAt(point, line[n], offset));
  return fits(b) || fits(b.toReversed()) ? offset : undefined;
}

/** True if an offset is no more than {@link STILL}. */
export function isStill([x, y]: Point): boolean {
  return Math.hypot(x, y) <= STILL;
}

/** Returns a region in the metres of the other plan. */
export function mapped({ rings, shadows }: Region, map: Map2): Region {
  return { rings: rings.map((ring) => ring.map(map)), shadows: shadows.map((ring) => ring.map(map)) };
}

/** Returns the south-west corner of the box of some points. */
export function corner(points: readonly Point[]): Point {
  const { minX, minY } = boxOfRings([points]) ?? { minX: Infinity, minY: Infinity };
  return [minX, minY];
}

function partsOf({ rings, shadows }: Region): Region {
  return { rings: rings.map(corners), shadows: shadows.map(corners) };
}

function cornerOf({ rings }: Region): Point {
  return corner(rings.flat());
}

/** True if each ring of one list is a ring of the other, in any order. */
function samePart(a: readonly Ring[], b: readonly Ring[], offset: Point): boolean {
  if (a.length !== b.length) return false;
  const left = [...b];
  return a.every((ring) => {
    const found = left.findIndex((other) => sameRing(ring, other, offset));
    if (found < 0) return false;
    left.splice(found, 1);
    return true;
  });
}

function sameRing(a: Ring, b: Ring, offset: Point): boolean {
  if (a.length !== b.length) return false;
  return [b, b.toReversed()].some((ring) =>
    ring.some((_, start) => a.every((point, n) => isAt(point, ring[(start + n) % ring.length], offset))),
  );
}

function isAt(a: Point, b: Point | undefined, [dx, dy]: Point): boolean {
  return b !== undefined && Math.hypot(b[0] - a[0] - dx, b[1] - a[1] - dy) <= STILL;
}

/** Returns a ring without points on straight lines. None is repeated: the reader of plans leaves those out. */
function corners(ring: Ring): Ring {
  let points = [...ring];
  for (let before = Number.POSITIVE_INFINITY; points.length > 3 && points.length < before; ) {
    before = points.length;
    points = points.filter((point, n) => !isCornerless(points.at(n - 1), point, points[(n + 1) % points.length]));
  }
  return points;
}

/** True if `b` is no corner between `a` and `c`. */
function isCornerless(a: Point | undefined, b: Point, c: Point | undefined): boolean {
  if (a === undefined || c === undefined) return false;
  const length = Math.hypot(c[0] - a[0], c[1] - a[1]);
  if (length === 0) return false;
  const off = Math.abs((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / length;
  const along = ((b[0] - a[0]) * (c[0] - a[0]) + (b[1] - a[1]) * (c[1] - a[1])) / length;
  return off <= STRAIGHT && along > 0 && along < length;
}

function minus(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1]];
}
