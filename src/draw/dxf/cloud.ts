// Revision clouds: rings of arcs about what a finding is about.

import { type Box, grow, type Point } from '../../geometry/index.js';

/** DXF bulge of each arc of a revision cloud: the tangent of a quarter of the angle that the arc spans. */
export const BULGE = 0.5;

/** Most arcs along a side of a cloud. */
const MOST = 200;

/**
 * Returns the vertices of a revision cloud (a ring of arcs) `margin` m outside a box, counter-clockwise. Each arc is at
 * least `arc` m wide; a side shorter than that is one arc.
 */
export function cloudAbout(box: Box, margin: number, arc: number): Point[] {
  const { minX, minY, maxX, maxY } = grow(box, margin);
  const corners: readonly Point[] = [
    [minX, minY],
    [maxX, minY],
    [maxX, maxY],
    [minX, maxY],
  ];
  return corners.flatMap((corner, side) => {
    const next = corners[(side + 1) % corners.length] ?? corner;
    const length = Math.hypot(next[0] - corner[0], next[1] - corner[1]);
    const arcs = Math.min(MOST, Math.max(1, Math.floor(length / arc)));
    return Array.from({ length: arcs }, (_, n): Point => {
      const part = n / arcs;
      return [corner[0] + (next[0] - corner[0]) * part, corner[1] + (next[1] - corner[1]) * part];
    });
  });
}
