// Rings, boxes and regions: area, extent, orientation, edges.
import { memoize } from '../../base/memo.js';
import type { Box, Point, Region, Ring } from '../types.js';
import { distance } from '../vector.js';

/**
 * Returns the area that the ring encloses, in m²: positive if it runs counter-clockwise. The sum is taken about the
 * ring's first point, so that a plan far from the origin loses no precision.
 */
export function signedArea(ring: Ring): number {
  const origin = ring[0];
  if (origin === undefined) return 0;
  const [ox, oy] = origin;
  let sum = 0;
  let px = 0;
  let py = 0;
  for (const point of ring) {
    const qx = point[0] - ox;
    const qy = point[1] - oy;
    sum += px * qy - qx * py;
    px = qx;
    py = qy;
  }
  return sum / 2;
}

/** Box that holds nothing and meets no other: that of no points. */
export const NO_BOX: Box = { minX: 0, minY: 0, maxX: -1, maxY: -1 };

/** Returns the area that a simple ring encloses, in m², whichever way the ring runs. */
export function ringArea(ring: Ring): number {
  return Math.abs(signedArea(ring));
}

/** Returns the area of a region of rings that don't overlap, with its shadows within them; in the square of its unit. */
export function areaOfRegion({ rings, shadows }: Region): number {
  const total = (sum: number, ring: Ring) => sum + ringArea(ring);
  return rings.reduce(total, 0) - shadows.reduce(total, 0);
}

/** Returns the ring running counter-clockwise. */
export function counterClockwise(ring: Ring): Ring {
  return signedArea(ring) < 0 ? ring.toReversed() : ring;
}

/** Returns the smallest box round all points of a few rings; undefined if there is no point. */
export function boxOf(...rings: readonly (readonly Point[])[]): Box | undefined {
  return boxOfRings(rings);
}

/** Returns the longer side of a box. */
export function longerSideOf({ minX, minY, maxX, maxY }: Box): number {
  return Math.max(maxX - minX, maxY - minY);
}

/**
 * Returns the smallest box round all points of any number of rings; undefined if there is no point. Takes one list,
 * since a call can't hold that many arguments.
 */
export function boxOfRings(rings: readonly (readonly Point[])[]): Box | undefined {
  let minX = Number.POSITIVE_INFINITY;
  let minY = Number.POSITIVE_INFINITY;
  let maxX = Number.NEGATIVE_INFINITY;
  let maxY = Number.NEGATIVE_INFINITY;
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 1) {
      const point = ring[i];
      const x = point[0];
      const y = point[1];
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
  }
  return minX <= maxX ? { minX, minY, maxX, maxY } : undefined;
}

/**
 * Returns the smallest box round a ring; undefined for an empty one. Cached, since rings don't change and each is
 * compared with many others.
 */
export const boxOfRing = memoize((ring: Ring): Box | undefined => boxOf(ring));

/** Returns the smallest box round a region's rings; undefined if it has none. Shadows don't count. */
export function boxOfRegion({ rings }: Region): Box | undefined {
  const [first] = rings;
  if (first === undefined) return undefined;
  let all = boxOfRing(first);
  for (let i = 1; i < rings.length; i += 1) all = union(all, boxOfRing(rings[i]));
  return all;
}

/** Returns the smallest box round the rings of all regions; undefined if there are none. */
export function boxOfRegions(regions: readonly Region[]): Box | undefined {
  let all: Box | undefined;
  for (const region of regions) all = union(all, boxOfRegion(region));
  return all;
}

function union(a: Box | undefined, b: Box | undefined): Box | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return {
    minX: Math.min(a.minX, b.minX),
    minY: Math.min(a.minY, b.minY),
    maxX: Math.max(a.maxX, b.maxX),
    maxY: Math.max(a.maxY, b.maxY),
  };
}

/** True if two boxes overlap in more than an edge. */
export function boxesOverlap(a: Box, b: Box): boolean {
  return a.minX < b.maxX && b.minX < a.maxX && a.minY < b.maxY && b.minY < a.maxY;
}

/** True if two boxes share a point; an edge is enough, as in an index of boxes. */
export function boxesMeet(a: Box, b: Box): boolean {
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;
}

/** Returns the box grown by `margin` metres on every side. */
export function grow(box: Box, margin: number): Box {
  return { minX: box.minX - margin, minY: box.minY - margin, maxX: box.maxX + margin, maxY: box.maxY + margin };
}

/** Returns the distance of a point from the box, m; 0 in it. */
export function distanceToBox({ minX, minY, maxX, maxY }: Box, [x, y]: Point): number {
  return Math.hypot(Math.max(0, minX - x, x - maxX), Math.max(0, minY - y, y - maxY));
}

/** Returns the box as a counter-clockwise ring that starts at its lower left corner. */
export function ringOfBox({ minX, minY, maxX, maxY }: Box): Ring {
  return [
    [minX, minY],
    [maxX, minY],
    [maxX, maxY],
    [minX, maxY],
  ];
}

/** Returns a region of one ring with `holes` as its shadows. */
export function regionOf(ring: Ring, holes: readonly Ring[] = []): Region {
  return { rings: [ring], shadows: holes };
}

/** Calls `visit` for each edge of the ring, the closing edge first. `index` is that of the edge's first point. */
export function forEachEdge(ring: Ring, visit: (a: Point, b: Point, index: number) => void): void {
  let previous = ring.at(-1);
  if (previous === undefined) return;
  let index = ring.length - 1;
  let next = 0;
  for (const point of ring) {
    visit(previous, point, index);
    previous = point;
    index = next;
    next += 1;
  }
}

/** Returns the total length of all edges of the rings, in metres. */
export function perimeterOf(rings: readonly Ring[]): number {
  let length = 0;
  for (const ring of rings)
    forEachEdge(ring, (a, b) => {
      length += distance(a, b);
    });
  return length;
}
