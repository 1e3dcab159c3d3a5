import { pointKey } from './weld.js';

/** A piece of wall between grid points, with the source segments it stands for. */
export interface GridSegment {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly origin: readonly number[];
}

/** Drops points without length, orients left to right, joins the origins of what coincides, sorts. */
export function merge(segments: readonly GridSegment[]): GridSegment[] {
  const byKey = new Map<string, GridSegment>();
  for (const segment of segments) {
    const { ax, ay, bx, by, origin } = orient(segment);
    if (ax === bx && ay === by) continue;
    const key = `${pointKey(ax, ay)} ${pointKey(bx, by)}`;
    const twin = byKey.get(key);
    const all = twin === undefined ? origin : [...new Set([...twin.origin, ...origin])].sort((i, j) => i - j);
    byKey.set(key, { ax, ay, bx, by, origin: all });
  }
  return [...byKey.values()].sort((p, q) => p.ax - q.ax || p.ay - q.ay || p.bx - q.bx || p.by - q.by);
}

function orient(segment: GridSegment): GridSegment {
  const { ax, ay, bx, by, origin } = segment;
  return ax < bx || (ax === bx && ay <= by) ? segment : { ax: bx, ay: by, bx: ax, by: ay, origin };
}

/** The segment's pieces through the points, in the order given. */
export function chain(
  { ax, ay, bx, by, origin }: GridSegment,
  points: readonly (readonly [number, number])[],
): GridSegment[] {
  const pieces: GridSegment[] = [];
  let x = ax;
  let y = ay;
  for (const [u, v] of [...points, [bx, by] as const]) {
    pieces.push({ ax: x, ay: y, bx: u, by: v, origin });
    x = u;
    y = v;
  }
  return pieces;
}
