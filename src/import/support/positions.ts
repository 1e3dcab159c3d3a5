// The points of a shape as its source draws it.

import type { Position, RawShape } from '../types.js';

/** Returns all points of a shape, in source coordinates. */
export function positionsOf(shape: RawShape): readonly Position[] {
  if (shape.type === 'Point') return [shape.at];
  return shape.type === 'LineString' ? shape.line : shape.rings.flat();
}
