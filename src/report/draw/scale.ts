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
  const chain = (points: readonly Point[]): string[] => {
    const out: string[] = [];
    for (const [px, py] of points) {
      const text = `${x(px)} ${y(py)}`;
      if (text !== out.at(-1)) out.push(text);
    }
    return out;
  };
  return {
    perMetre,
    x,
    y,
    point: ([px, py]) => [x(px), y(py)],
    ring: (ring) => {
      const points = chain(ring);
      if (points.length > 1 && points[0] === points.at(-1)) points.pop();
      return points.length < 3 ? '' : `M${points.join('L')}Z`;
    },
    line: (points) => {
      const parts = chain(points);
      return parts.length < 2 ? '' : `M${parts.join('L')}`;
    },
  };
}

/** A number with at most two decimals, as written in markup. */
export function px(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
