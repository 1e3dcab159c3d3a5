import Flatbush from 'flatbush';
import { turn } from './vector.js';
import { pointKey } from './weld.js';

/** A piece of wall between grid points, with the source segments it stands for. */
export interface GridSegment {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly origin: readonly number[];
}

/**
 * A vertex this near (grid units) to a segment's inside is on it. Half a grid square's diagonal is 0.71: a crossing
 * rounded to the grid always counts as on both its segments, so splitting settles.
 */
const ON_SEGMENT = 0.75;

/** Splitting settles in two or three rounds; a plan that still moves after this many has met a bug, not a wall. */
const MAX_ROUNDS = 64;

/**
 * Splits segments at crossings, T-junctions and overlaps until they meet only in shared ends, and merges those that
 * coincide. Sorted by coordinates.
 *
 * @param near grid units: in the first round a vertex strictly nearer than this to a segment's inside splits it there
 */
export function planarize(segments: readonly GridSegment[], near: number = ON_SEGMENT): GridSegment[] {
  let current = merge(segments);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const splits = findSplits(current, round === 0 ? Math.max(near, ON_SEGMENT) : ON_SEGMENT);
    if (splits.size === 0) return current;
    current = merge(current.flatMap((segment, i) => applySplits(segment, splits.get(i) ?? [])));
  }
  throw new Error(`walls do not settle on the grid after ${MAX_ROUNDS} rounds (${current.length} pieces)`);
}

/** Drops points without length, orients left to right, joins the origins of what coincides, sorts. */
function merge(segments: readonly GridSegment[]): GridSegment[] {
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

type Splits = Map<number, [number, number][]>;

function findSplits(segments: readonly GridSegment[], near: number): Splits {
  const splits: Splits = new Map();
  if (segments.length < 2) return splits;
  const index = new Flatbush(segments.length);
  for (const { ax, ay, bx, by } of segments) index.add(ax, Math.min(ay, by), bx, Math.max(ay, by));
  index.finish();
  segments.forEach((p, i) => {
    const { ax, ay, bx, by } = p;
    const found = index.search(ax - near, Math.min(ay, by) - near, bx + near, Math.max(ay, by) + near, (j) => j > i);
    for (const j of found) {
      const q = segments[j];
      if (q !== undefined) splitPair(p, i, q, j, near, splits);
    }
  });
  return splits;
}

function splitPair(p: GridSegment, i: number, q: GridSegment, j: number, near: number, splits: Splits): void {
  splitAt(p, i, q.ax, q.ay, near, splits);
  splitAt(p, i, q.bx, q.by, near, splits);
  splitAt(q, j, p.ax, p.ay, near, splits);
  splitAt(q, j, p.bx, p.by, near, splits);
  const crossing = crossingOnGrid(p, q);
  if (crossing === undefined) return;
  splitAt(p, i, crossing[0], crossing[1], Number.POSITIVE_INFINITY, splits);
  splitAt(q, j, crossing[0], crossing[1], Number.POSITIVE_INFINITY, splits);
}

/** Notes a split of segment i at a vertex that is near its inside and isn't one of its ends. */
function splitAt(s: GridSegment, i: number, x: number, y: number, near: number, splits: Splits): void {
  if ((x === s.ax && y === s.ay) || (x === s.bx && y === s.by)) return;
  const dx = s.bx - s.ax;
  const dy = s.by - s.ay;
  const length2 = dx * dx + dy * dy;
  const dot = (x - s.ax) * dx + (y - s.ay) * dy;
  if (dot <= 0 || dot >= length2) return;
  const cross = dx * (y - s.ay) - dy * (x - s.ax);
  if (cross * cross >= near * near * length2) return;
  const at = splits.get(i);
  if (at === undefined) splits.set(i, [[x, y]]);
  else if (!at.some(([u, v]) => u === x && v === y)) at.push([x, y]);
}

/** Grid point nearest to a proper crossing; undefined where the segments don't cross inside both. */
function crossingOnGrid(p: GridSegment, q: GridSegment): [number, number] | undefined {
  const pa = turn(q.ax, q.ay, q.bx, q.by, p.ax, p.ay);
  const pb = turn(q.ax, q.ay, q.bx, q.by, p.bx, p.by);
  if (!(pa > 0 && pb < 0) && !(pa < 0 && pb > 0)) return undefined;
  const qa = turn(p.ax, p.ay, p.bx, p.by, q.ax, q.ay);
  const qb = turn(p.ax, p.ay, p.bx, p.by, q.bx, q.by);
  if (!(qa > 0 && qb < 0) && !(qa < 0 && qb > 0)) return undefined;
  const t = pa / (pa - pb);
  return [Math.round(p.ax + t * (p.bx - p.ax)), Math.round(p.ay + t * (p.by - p.ay))];
}

/** The chain through the split points, in order along the segment. */
function applySplits(segment: GridSegment, points: readonly [number, number][]): GridSegment[] {
  if (points.length === 0) return [segment];
  const { ax, ay, bx, by, origin } = segment;
  const along = (x: number, y: number): number => (x - ax) * (bx - ax) + (y - ay) * (by - ay);
  const ordered = points.toSorted((p, q) => along(...p) - along(...q) || p[0] - q[0] || p[1] - q[1]);
  const pieces: GridSegment[] = [];
  let x = ax;
  let y = ay;
  for (const [u, v] of [...ordered, [bx, by] as const]) {
    pieces.push({ ax: x, ay: y, bx: u, by: v, origin });
    x = u;
    y = v;
  }
  return pieces;
}
