import Flatbush from 'flatbush';
import type { GridSegment } from './grid-segment.js';
import { UNITS_PER_METRE } from './units.js';
import { pointKey } from './weld.js';

/** Widest gap that is a slip of the pen rather than an opening: 50 mm, in grid units. */
const GAP = 0.05 * UNITS_PER_METRE;

/** A free end this near (along the walls) to a wall is a stub or a kink of that wall, not a gap: 150 mm, in grid units. */
const STUB = 0.15 * UNITS_PER_METRE;

type GridPoint = readonly [number, number];

export interface Gap {
  readonly from: GridPoint;
  readonly to: GridPoint;
  readonly between: readonly number[];
}

/**
 * Gaps between a free end and the nearest other wall within 50 mm: to another vertex where one is within reach, else to
 * the nearest point of a wall's inside. Each gap once, sorted by position.
 */
export function findLeaks(segments: readonly GridSegment[]): Gap[] {
  if (segments.length < 2) return [];
  const at = incidence(segments);
  const index = new Flatbush(segments.length);
  for (const { ax, ay, bx, by } of segments) index.add(ax, Math.min(ay, by), bx, Math.max(ay, by));
  index.finish();
  const gaps = new Map<string, Gap>();
  for (const { point, touching } of at.values()) {
    const own = segments[touching[0] ?? -1];
    if (touching.length !== 1 || own === undefined) continue;
    const [x, y] = point;
    const attached = within(segments, at, point, STUB);
    const others = index.search(x - GAP, y - GAP, x + GAP, y + GAP, (i) => !attached.has(i));
    const target = nearest(segments, others, point);
    if (target === undefined) continue;
    const ends = [point, target.to].sort((p, q) => p[0] - q[0] || p[1] - q[1]);
    const between = [...new Set([...own.origin, ...target.segment.origin])].sort((i, j) => i - j);
    gaps.set(ends.join(' '), { from: point, to: target.to, between });
  }
  return [...gaps.values()].sort((p, q) => p.from[0] - q.from[0] || p.from[1] - q.from[1]);
}

type Incidence = Map<string, { readonly point: GridPoint; readonly touching: number[] }>;

function incidence(segments: readonly GridSegment[]): Incidence {
  const at: Incidence = new Map();
  segments.forEach(({ ax, ay, bx, by }, i) => {
    for (const point of [[ax, ay] as const, [bx, by] as const]) {
      const key = pointKey(...point);
      const node = at.get(key);
      if (node === undefined) at.set(key, { point, touching: [i] });
      else node.touching.push(i);
    }
  });
  return at;
}

/** Segments reached from a vertex along the walls within `limit` grid units. */
function within(segments: readonly GridSegment[], at: Incidence, start: GridPoint, limit: number): Set<number> {
  const reached = new Set<number>();
  const shortest = new Map<string, number>();
  const queue: { readonly point: GridPoint; readonly length: number }[] = [{ point: start, length: 0 }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const key = pointKey(...next.point);
    if ((shortest.get(key) ?? Number.POSITIVE_INFINITY) <= next.length) continue;
    shortest.set(key, next.length);
    for (const i of at.get(key)?.touching ?? []) {
      const s = segments[i];
      if (s === undefined) continue;
      reached.add(i);
      const length = next.length + Math.hypot(s.bx - s.ax, s.by - s.ay);
      const here = s.ax === next.point[0] && s.ay === next.point[1];
      if (length <= limit) queue.push({ point: here ? [s.bx, s.by] : [s.ax, s.ay], length });
    }
  }
  return reached;
}

interface Target {
  readonly segment: GridSegment;
  readonly to: GridPoint;
  readonly distance: number;
  readonly vertex: boolean;
}

function nearest(segments: readonly GridSegment[], among: readonly number[], from: GridPoint): Target | undefined {
  let best: Target | undefined;
  for (const i of among.toSorted((p, q) => p - q)) {
    const segment = segments[i];
    if (segment === undefined) continue;
    for (const target of targets(segment, from)) {
      if (target.distance <= GAP && (best === undefined || better(target, best))) best = target;
    }
  }
  return best;
}

function better(p: Target, q: Target): boolean {
  return p.vertex === q.vertex ? p.distance < q.distance : p.vertex;
}

/** Both ends of a segment, and the grid point nearest to where the perpendicular from `from` meets its inside. */
function targets(segment: GridSegment, [x, y]: GridPoint): Target[] {
  const { ax, ay, bx, by } = segment;
  const found = (to: GridPoint, vertex: boolean): Target => ({
    segment,
    to,
    vertex,
    distance: Math.hypot(to[0] - x, to[1] - y),
  });
  const dx = bx - ax;
  const dy = by - ay;
  const t = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
  const ends = [found([ax, ay], true), found([bx, by], true)];
  return t > 0 && t < 1 ? [...ends, found([Math.round(ax + t * dx), Math.round(ay + t * dy)], false)] : ends;
}
