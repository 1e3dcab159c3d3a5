import { holds } from '../../geometry/index.js';
import type { Segment } from '../../geometry/types.js';
import type { Sign } from '../../plan/model.js';
import { fromFrame } from '../../plan/walls-plane.js';
import type { Ground, Threshold } from './ground.js';
import { meets, type Noticed } from './notice.js';

/** m: how far past a threshold the first step over it goes. */
const FIRST_STEP = 0.02;

/** A stretch of a threshold that is stepped over in its middle: from and to where along it, m. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** A stretch in equal parts none of which is longer than twice the radius: each is stepped over in its middle. */
export function partsOf({ from, to }: Part, radius: number): readonly Part[] {
  const count = Math.max(1, Math.ceil((to - from) / (2 * radius) - 1e-9));
  const step = (to - from) / count;
  return Array.from({ length: count }, (_, i) => ({ from: from + i * step, to: from + (i + 1) * step }));
}

/** The straight way by which one comes to the middle of a part: the last `radius` m, or from the first thing in the way. */
export function wayTo(ground: Ground, threshold: Threshold, part: Part, toLeft: boolean, radius: number): Segment {
  const { frame } = threshold;
  const s = (part.from + part.to) / 2;
  const foot = fromFrame(frame, s, 0);
  return { a: ground.until(foot, fromFrame(frame, s, toLeft ? -radius : radius)), b: foot };
}

/**
 * The signs that whoever steps over the middle of a part meets: noticed from some point of the straight way to it, or at
 * the latest with the first step over it.
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
  return noticed.filter(({ region }) => meets(region, way) || holds(region, step)).map(({ sign }) => sign);
}
