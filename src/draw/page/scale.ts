import type { Box, Point, Ring } from '../../geometry/index.js';

/** From plan metres (y up) to pixels (y down), rounded so that the same plan is the same bytes. */
export interface Scale {
  /** Pixels a metre. */
  readonly perMetre: number;
  readonly x: (metres: number) => number;
  readonly y: (metres: number) => number;
  readonly point: (point: Point) => Point;
  /** A closed ring or an open line as path data; '' where rounding leaves nothing of it. */
  readonly ring: (ring: Ring) => string;
  readonly line: (points: readonly Point[]) => string;
}

/** `box` at `perMetre` with its north-west corner at (left, top) px. */
export function scaleOf({ minX, maxY }: Box, perMetre: number, left: number, top: number): Scale {
  // A tenth of a pixel is at most 5 mm of a room, but more of a campus that people zoom into.
  const factor = perMetre >= 20 ? 10 : 100;
  const round = (value: number) => Math.round(value * factor) / factor + 0;
  const x = (metres: number) => round((metres - minX) * perMetre + left);
  const y = (metres: number) => round((maxY - metres) * perMetre + top);
  /** From point to point: how far it is to the next is shorter to write than where it is. */
  const path = (points: readonly Point[], closed: boolean): string => {
    const places = points.map(([px, py]): Point => [x(px), y(py)]);
    const [first] = places;
    // The way back to the first is what z draws.
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

/** A number with at most two decimals, as written in markup. */
export function px(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
