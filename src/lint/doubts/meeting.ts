// Which doubtful elements the views of a device meet.

import { spendBudget } from '../../base/budget.js';
import { memoize } from '../../base/memo.js';
import {
  boxesOverlap,
  boxOf,
  boxOfRing,
  containsPoint,
  distanceBetweenSegments,
  distanceToSegment,
  forEachEdge,
  grow,
} from '../../geometry/index.js';
import type { Ring, Segment } from '../../geometry/types.js';
import type { Device, Doubt } from '../../plan/model.js';
import type { Sight } from '../../sight/types.js';

/** Returns the doubtful elements of a device's own level that its views may meet. */
export type Meeting = (device: Device) => readonly Doubt[];

/**
 * Metres around a place where readings differ within which they may change a view: the depth of an opening's tunnel, and
 * the distance within which a wall decides how a device is mounted.
 */
const AROUND = 0.5;

/**
 * Returns a function that lists the doubtful elements that the views of a device may meet. A ray that doesn't come to
 * such an element in one reading doesn't in any: it ends before. So what the device sees and detects is the same in
 * all readings if it meets none.
 *
 * @param density px/m, no more than any that is asked for: coarser views contain finer ones
 */
export function meetingWith(sight: Sight, doubts: readonly Doubt[], density: number): Meeting {
  return memoize((device: Device) => {
    const near = doubts.filter(({ levels }) => levels.includes(device.level));
    if (near.length === 0) return near;
    const rings = ringsSeen(sight, device, density);
    return near.filter(({ where, hiding, passing }) => {
      // Another outline of a zone bears on whatever is asked of it.
      if (hiding.region !== undefined || passing.region !== undefined) return true;
      spendBudget(20 * where.length);
      return where.some((segment) => isBeside(device, segment) || rings.some((ring) => comesNear(ring, segment)));
    });
  });
}

function ringsSeen(sight: Sight, device: Device, density: number): readonly Ring[] {
  if (device.video === 'none' || device.status === 'removed') return [];
  return sight.view(device, device.level, density, 'may').flatMap(({ rings }) => rings);
}

/** True if a device stands beside a segment, or senses people there by another way than images. */
function isBeside({ at, kind, range, video, lenses }: Device, segment: Segment): boolean {
  const senses = video === 'none' && (kind === 'intrusion-detector' || lenses.length > 0);
  const reach = senses ? (range ?? Number.POSITIVE_INFINITY) : 0;
  return distanceToSegment(at, segment) <= reach + AROUND;
}

function comesNear(ring: Ring, { a, b }: Segment): boolean {
  const [seen, own] = [boxOfRing(ring), boxOf([a, b])];
  if (seen === undefined || own === undefined || !boxesOverlap(seen, grow(own, AROUND))) return false;
  if (containsPoint({ rings: [ring], shadows: [] }, a)) return true;
  spendBudget(4 * ring.length);
  let near = false;
  forEachEdge(ring, (p, q) => {
    near ||= distanceBetweenSegments({ a: p, b: q }, { a, b }) <= AROUND;
  });
  return near;
}
