// Which signs a person meets who steps over a threshold.
import { LENGTH_TOLERANCE } from '../../base/threshold.js';
import { containsPoint } from '../../geometry/index.js';
import type { Point, Segment } from '../../geometry/types.js';
import type { Sign } from '../../plan/model.js';
import { fromFrame, toFrame } from '../../plan/walls/plane.js';
import type { Ground, Threshold } from './ground.js';
import { meets, type Noticed } from './notice.js';

/** m: how far past a threshold the first step over it goes. */
const FIRST_STEP = 0.02;

/** Stretch of a threshold, taken to be crossed in its middle: where it starts and ends along the threshold, m. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/**
 * Divides a stretch into equal parts of at most twice `radius` m, from which a sign is noticed (within tolerance). People
 * are taken to cross each part in its middle.
 */
export function partsOf({ from, to }: Part, radius: number): readonly Part[] {
  const count = Math.max(1, Math.ceil((to - from - LENGTH_TOLERANCE) / (2 * radius)));
  const step = (to - from) / count;
  return Array.from({ length: count }, (_, i) => ({ from: from + i * step, to: from + (i + 1) * step }));
}

/**
 * Returns the straight way on which a person comes to the middle of a part (a stretch of the threshold): the last
 * `radius` m of it; if an obstacle stands on these, what lies between it and the threshold.
 *
 * @param ground the level as people walk on it
 * @param toLeft true if the person crosses from the threshold's right to its left
 */
export function wayTo(ground: Ground, threshold: Threshold, part: Part, toLeft: boolean, radius: number): Segment {
  const { frame } = threshold;
  const s = (part.from + part.to) / 2;
  const foot = fromFrame(frame, s, 0);
  return { a: ground.until(foot, fromFrame(frame, s, toLeft ? -radius : radius)), b: foot };
}

/**
 * Returns the signs that a person meets who crosses a threshold in the middle of a part (a stretch of it): those noticed
 * ahead on the straight way to it, or with the first step beyond it.
 *
 * @param ground the level as people walk on it
 * @param toLeft true if the person crosses from the threshold's right to its left
 * @param radius m: length of the straight way that counts, that from which a sign is noticed
 * @param noticed the signs of the level
 */
export function metAt(
  ground: Ground,
  threshold: Threshold,
  part: Part,
  toLeft: boolean,
  radius: number,
  noticed: readonly Noticed[],
): readonly Sign[] {
  if (noticed.length === 0) return [];
  const { frame, depth } = threshold;
  const way = wayTo(ground, threshold, part, toLeft, radius);
  const beyond = (toLeft ? depth[0] : -depth[1]) + (toLeft ? FIRST_STEP : -FIRST_STEP);
  const step = fromFrame(frame, (part.from + part.to) / 2, beyond);
  const ahead = (at: Point) => (toLeft ? 1 : -1) * toFrame(frame, at)[1];
  return noticed
    .filter(({ sign: { at }, region }) => {
      const before = partBefore(way, ahead(way.a), ahead(at));
      return (
        (before !== undefined && meets(region, before)) || (ahead(at) >= ahead(step) && containsPoint(region, step))
      );
    })
    .map(({ sign }) => sign);
}

/**
 * Returns the part of a way to a threshold from which a sign `sign` m past the threshold lies ahead: nobody looks back.
 */
function partBefore({ a, b }: Segment, from: number, sign: number): Segment | undefined {
  if (sign >= 0) return { a, b };
  if (sign <= from) return undefined;
  const t = (sign - from) / -from;
  return { a, b: [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])] };
}

/** Metres: two stretches whose ends are no farther apart than this are joined. */
export const ROUNDING = 1e-3;

/** Returns where along a threshold a segment of it starts and ends, m. */
export function stretchOf({ a, b }: Segment, { frame }: Threshold): Part {
  const [[s], [t]] = [toFrame(frame, a), toFrame(frame, b)];
  return { from: Math.min(s, t), to: Math.max(s, t) };
}

/** Returns the stretches in order, with those that meet put together. */
export function joined(stretches: readonly Part[]): Part[] {
  const found: Part[] = [];
  for (const { from, to } of stretches.toSorted((p, q) => p.from - q.from)) {
    const last = found.at(-1);
    if (last !== undefined && from <= last.to + ROUNDING)
      found[found.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else found.push({ from, to });
  }
  return found;
}
