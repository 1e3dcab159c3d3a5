// The scale from plan metres to pixels.
import type { Box, Point, Ring } from '../../geometry/index.js';

/** Converts plan metres (y up) to pixels (y down), rounded so that the same plan gives the same bytes. */
export interface Scale {
  /** Pixels per metre. */
  readonly perMetre: number;
  readonly x: (metres: number) => number;
  readonly y: (metres: number) => number;
  readonly point: (point: Point) => Point;
  /** Returns path data of a closed ring; '' if rounding leaves nothing of it. */
  readonly ring: (ring: Ring) => string;
  readonly line: (points: readonly Point[]) => string;
}

/** Returns the scale that puts the north-west corner of `box` at (left, top) px, with `perMetre` px per metre. */
export function scaleOf({ minX, maxY }: Box, perMetre: number, left: number, top: number): Scale {
  // A tenth of a pixel is at most 5 mm of a room, but more of a campus that people zoom into.
  const factor = perMetre >= 20 ? 10 : 100;
  const round = (value: number) => Math.round(value * factor) / factor + 0;
  const x = (metres: number) => round((metres - minX) * perMetre + left);
  const y = (metres: number) => round((maxY - metres) * perMetre + top);
  /** Relative moves: the distance to the next point is shorter to write than its position. */
  const path = (points: readonly Point[], closed: boolean): string => {
    const places = points.map(([px, py]): Point => [x(px), y(py)]);
    const [first] = places;
    // `z` draws the last side, so the first point isn't repeated.
    while (closed && places.length > 1 && places.at(-1)?.every((value, axis) => value === first?.[axis])) places.pop();
    if (first === undefined) return '';
    let [px, py] = first;
    let d = `M${px} ${py}`;
    let steps = 0;
    for (const [qx, qy] of places) {
      const [dx, dy] = [round(qx - px), round(qy - py)];
      if (dx === 0 && dy === 0) continue;
      d += dx === 0 ? `v${dy}` : dy === 0 ? `h${dx}` : `l${dx} ${dy}`;
      [px, py] = [qx, qy];
      steps += 1;
    }
    if (closed) return steps < 2 ? '' : `${d}z`;
    return steps < 1 ? '' : d;
  };
  return {
    perMetre,
    x,
    y,
    point: ([px, py]) => [x(px), y(py)],
    ring: (ring) => path(ring, true),
    line: (points) => path(points, false),
  };
}

/** Returns a number rounded to two decimals, for markup. */
export function px(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
