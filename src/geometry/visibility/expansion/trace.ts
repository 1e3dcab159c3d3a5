// Turns the spans of a view into a ring.

import type { Point } from '../../types.js';
import { UNITS_PER_METRE } from '../../units.js';
import { ITEM, type Scratch } from './walk.js';

/** Adds the spans' ends to a ring in metres, each once. */
export function trace({ spans, end }: Scratch, ex: number, ey: number, ring: Point[]): void {
  let lastX = Number.NaN;
  let lastY = Number.NaN;
  const started = ring.length;
  for (let at = 0; at < end; at += ITEM) {
    const sx = spans[at + 5];
    const sy = spans[at + 6];
    const tx = spans[at + 7];
    const ty = spans[at + 8];
    for (let ray = at + 1; ray <= at + 3; ray += 2) {
      const rx = spans[ray];
      const ry = spans[ray + 1];
      let x = rx;
      let y = ry;
      if ((rx !== sx || ry !== sy) && (rx !== tx || ry !== ty)) {
        // Both shares are proportional to the distance from the ray, so that the point stays on the wall.
        const right = (ry - ey) * (sx - ex) - (rx - ex) * (sy - ey);
        const left = (rx - ex) * (ty - ey) - (ry - ey) * (tx - ex);
        const part = right <= 0 ? 0 : left <= 0 ? 1 : right / (right + left);
        x = sx + part * (tx - sx);
        y = sy + part * (ty - sy);
      }
      if (x === lastX && y === lastY) continue;
      lastX = x;
      lastY = y;
      ring.push([x / UNITS_PER_METRE, y / UNITS_PER_METRE]);
    }
  }
  const first = ring[started];
  if (started === 0 && ring.length > 2 && first !== undefined && same(first, ring.at(-1))) ring.pop();
}

function same(p: Point, q: Point | undefined): boolean {
  return q !== undefined && p[0] === q[0] && p[1] === q[1];
}
