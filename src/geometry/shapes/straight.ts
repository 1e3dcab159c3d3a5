// Removes needless vertices from rings.

import type { Point, Ring } from '../types.js';
import { distance } from '../vector.js';
import { nearestOnSegment } from './segment.js';

/** Distance in m from the line between its neighbours up to which a vertex is needless. */
const STRAIGHT = 0.001;

/** Returns `ring` without vertices that lie on a straight line between others, within 1 mm. */
export function straightened(ring: Ring): Ring {
  const start = ring.findIndex((at, i) => !isStraight(ring.at(i - 1) ?? at, [at], ring[(i + 1) % ring.length]));
  if (start < 0) return ring;
  const turned = [...ring.slice(start), ...ring.slice(0, start)];
  const kept: Point[] = [turned[0]];
  let between: Point[] = [];
  for (const [i, at] of turned.entries()) {
    if (i === 0) continue;
    between.push(at);
    const after = turned[(i + 1) % turned.length];
    if (isStraight(kept[kept.length - 1], between, after)) continue;
    kept.push(at);
    between = [];
  }
  return kept;
}

function isStraight(a: Point, between: readonly Point[], b: Point): boolean {
  return between.every((at) => distance(at, nearestOnSegment(at, { a, b })) <= STRAIGHT);
}
