// Straight lines held against what a drawing is made of: the walls and openings of a plan, or the lines of a DXF as they stand
// in its file. Shares nothing with the import.

import { readFileSync } from 'node:fs';
import { cutsOf } from './outline.js';
import { type Plan, wayOf, type XY } from './plan.js';

/** A box along a line: a wall between its openings, an opening, or a line (no thickness). */
interface Piece {
  readonly a: XY;
  readonly b: XY;
  readonly thickness: number;
}

/** What stands in a source. Metres of the drawing. */
export interface SourceWalls {
  readonly walls: readonly Piece[];
  /** Doors and windows: shut and opaque in must-see, open and clear in may-see. Undefined if nobody can tell where they are. */
  readonly openings: readonly Piece[] | undefined;
  /** Gaps in which nothing is drawn: must-see takes them as shut or as open. */
  readonly gaps: readonly Piece[];
  /** Ends of glass, where a frame or a joint is. */
  readonly frames: readonly Piece[];
}

/**
 * m: what lies nearer to the line of sight isn't decided by it. Sheets drawn in haste are 3 mm off, ends within 5 mm are
 * welded, and an opening's line may lie 1 cm beside the middle of its wall.
 */
const UNSURE = 0.03;

/** m: half a frame of glass, as wide as is drawn between two panes. */
const FRAME = 0.05;

/** Returns the walls of a plan that a drawing is made of, moved as the drawing is. */
export function wallsOfPlan(plan: Plan, [dx, dy]: XY): SourceWalls {
  const to = ([x, y]: XY): XY => [x + dx, y + dy];
  const along = (from: XY, [u, v]: XY, by: number): XY => to([from[0] + u * by, from[1] + v * by]);
  const walls = plan.walls.flatMap((wall): Piece[] => {
    const { from, to: end, thickness } = wall;
    const way = wayOf(wall);
    const length = Math.hypot(end[0] - from[0], end[1] - from[1]);
    const edges = [-thickness / 2, ...cutsOf(plan, wall).flat(), length + thickness / 2];
    return Array.from({ length: edges.length / 2 }, (_, n) => ({
      a: along(from, way, edges[2 * n] ?? 0),
      b: along(from, way, edges[2 * n + 1] ?? 0),
      thickness,
    }));
  });
  const columns = plan.columns.map(([x0, y0, x1, y1]): Piece => {
    const middle = (y0 + y1) / 2;
    return { a: to([x0, middle]), b: to([x1, middle]), thickness: y1 - y0 };
  });
  const curves = plan.curves.flatMap(({ centre, radius, from, to: end, thickness }): Piece[] => {
    const count = Math.ceil((end - from) / 3);
    const at = (n: number): XY => {
      const angle = ((from + ((end - from) * n) / count) * Math.PI) / 180;
      return to([centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)]);
    };
    return Array.from({ length: count }, (_, n) => ({ a: at(n), b: at(n + 1), thickness }));
  });
  const opened = (isGap: boolean) =>
    plan.openings
      .filter(({ leaf }) => (leaf === 'gap') === isGap)
      .map(({ at, width, wall }): Piece => {
        const way = wayOf(wall);
        return { a: along(at, way, -width / 2), b: along(at, way, width / 2), thickness: wall.thickness };
      });
  return { walls: [...walls, ...columns, ...curves], openings: opened(false), gaps: opened(true), frames: [] };
}

/** Returns the lines and polylines on layers of walls and of glass in a DXF, as its file has them, in m. */
export function wallsOfDrawing(
  path: string,
  layers: { readonly wall: RegExp; readonly glass?: RegExp },
  unit: number,
): SourceWalls {
  const text = readFileSync(path, 'latin1').split(/\r?\n/);
  const pairs = Array.from({ length: Math.floor(text.length / 2) }, (_, n): readonly [string, string] => [
    (text[2 * n] ?? '').trim(),
    (text[2 * n + 1] ?? '').trim(),
  ]);
  const start = pairs.findIndex(([code, value]) => code === '2' && value === 'ENTITIES');
  const walls: Piece[] = [];
  const glass: Piece[] = [];
  let entity: [string, string][] = [];
  const finish = () => {
    const one = (code: string) => entity.filter(([known]) => known === code).map(([, value]) => Number(value) * unit);
    const [kind] = entity.flatMap(([code, value]) => (code === '0' ? [value] : []));
    const [layer = ''] = entity.flatMap(([code, value]) => (code === '8' ? [value] : []));
    const found = layers.wall.test(layer) ? walls : layers.glass?.test(layer) === true ? glass : [];
    const [xs, ys] = [one('10'), one('20')];
    if (kind === 'LINE')
      found.push({ a: [xs[0] ?? 0, ys[0] ?? 0], b: [one('11')[0] ?? 0, one('21')[0] ?? 0], thickness: 0 });
    if (kind !== 'LWPOLYLINE') return;
    const points = xs.map((x, n): XY => [x, ys[n] ?? 0]);
    const isClosed = entity.some(([code, value]) => code === '70' && Number(value) % 2 === 1);
    for (const [n, b] of points.entries()) {
      const a = points.at(n - 1);
      if (a !== undefined && (n > 0 || isClosed)) found.push({ a, b, thickness: 0 });
    }
  };
  for (const [code, value] of pairs.slice(start + 1)) {
    if (code === '0') {
      finish();
      entity = [];
      if (value === 'ENDSEC') break;
    }
    entity.push([code, value]);
  }
  const isLine = ({ a, b }: Piece) => Math.hypot(b[0] - a[0], b[1] - a[1]) > 0.001;
  const frame = ([x, y]: XY): Piece => ({ a: [x - FRAME, y], b: [x + FRAME, y], thickness: 2 * FRAME });
  const frames = glass.flatMap(({ a, b }) => [frame(a), frame(b)]);
  return { walls: walls.filter(isLine), openings: undefined, gaps: [], frames };
}

/** Whether the line from an eye to a point is free; undefined where it passes too near to an edge, or to what nobody can tell. */
export function isFree(source: SourceWalls, world: 'may' | 'must', eye: XY, at: XY): boolean | undefined {
  const { walls, openings, gaps, frames } = source;
  const solid = world === 'may' ? walls : [...walls, ...(openings ?? [])];
  if (solid.some((piece) => meets(piece, eye, at, -UNSURE))) return false;
  if (solid.some((piece) => meets(piece, eye, at, UNSURE))) return undefined;
  if (frames.some((piece) => meets(piece, eye, at, 0))) return undefined;
  if (world === 'must' && gaps.some((piece) => meets(piece, eye, at, UNSURE))) return undefined;
  return true;
}

/** m from a point to the nearest wall or jamb, at most `far`. */
export function clearance({ walls, openings = [], gaps }: SourceWalls, at: XY, far: number): number {
  const pieces = [...walls, ...openings, ...gaps];
  for (let by = 0; by < far; by += 0.05) if (pieces.some((piece) => meets(piece, at, at, by))) return by;
  return far;
}

/** True if a line meets a box that is larger by `grow` m on every side; a line without thickness keeps being one. */
function meets({ a, b, thickness }: Piece, from: XY, to: XY, grow: number): boolean {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const [u, v] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const half = thickness === 0 ? Math.max(grow, 0) : thickness / 2 + grow;
  if (half < 0 || length + 2 * grow < 0) return false;
  const local = ([x, y]: XY) => [(x - a[0]) * u + (y - a[1]) * v, (y - a[1]) * u - (x - a[0]) * v] as const;
  const [[s, d], [t, e]] = [local(from), local(to)];
  let [first, last] = [0, 1];
  for (const [p, q, low, high] of [
    [s, t, -grow, length + grow],
    [d, e, -half, half],
  ] as const) {
    if (p === q) {
      if (p < low || p > high) return false;
      continue;
    }
    const [one, other] = [(low - p) / (q - p), (high - p) / (q - p)];
    first = Math.max(first, Math.min(one, other));
    last = Math.min(last, Math.max(one, other));
  }
  return first <= last;
}
