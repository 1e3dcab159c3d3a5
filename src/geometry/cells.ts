import { clipBox } from './clip.js';
import { boxesOverlap, boxOfRegion, boxOfRing } from './ring.js';
import type { Box, Region, Ring } from './types.js';

/** Covers whose box overlaps the target's. */
export function relevant(cover: readonly Region[], box: Box): Region[] {
  return cover.filter((region) => {
    const own = boxOfRegion(region);
    return own !== undefined && boxesOverlap(own, box);
  });
}

/** The box cut in two across its longer side. */
export function halves({ minX, minY, maxX, maxY }: Box): readonly [Box, Box] {
  if (maxX - minX >= maxY - minY) {
    const middle = (minX + maxX) / 2;
    return [
      { minX, minY, maxX: middle, maxY },
      { minX: middle, minY, maxX, maxY },
    ];
  }
  const middle = (minY + maxY) / 2;
  return [
    { minX, minY, maxX, maxY: middle },
    { minX, minY: middle, maxX, maxY },
  ];
}

/** The region's part in a box; undefined when there is none. */
export function cut(region: Region, box: Box): Region | undefined {
  const rings = cutRings(region.rings, box);
  return rings.length === 0 ? undefined : { rings, shadows: cutRings(region.shadows, box) };
}

/** Vertices of all rings. */
export function vertices(target: Region, cover: readonly Region[]): number {
  let sum = 0;
  for (const region of [target, ...cover]) {
    for (const ring of region.rings) sum += ring.length;
    for (const ring of region.shadows) sum += ring.length;
  }
  return sum;
}

function cutRings(rings: readonly Ring[], box: Box): Ring[] {
  const kept: Ring[] = [];
  for (const ring of rings) {
    const own = boxOfRing(ring);
    if (own === undefined || !boxesOverlap(own, box)) continue;
    const clipped = clipBox(ring, box);
    if (clipped.length >= 3) kept.push(clipped);
  }
  return kept;
}
