import { trapezoids } from './pieces.js';
import type { Point, Region } from './types.js';

/**
 * A point well inside the region: the middle of the largest trapezoid it falls into; undefined when the region has no
 * area. Metres.
 */
export function interiorPoint(region: Region): Point | undefined {
  const largest = trapezoids(region, [], false).reduce<ReturnType<typeof trapezoids>[number] | undefined>(
    (best, t) => (best === undefined || t.area > best.area ? t : best),
    undefined,
  );
  if (largest === undefined || !(largest.area > 0)) return undefined;
  const { left, right, leftBottom, leftTop, rightBottom, rightTop } = largest;
  return [(left + right) / 2, (leftBottom + leftTop + rightBottom + rightTop) / 4];
}
