// Finds gaps of up to 50 mm between a wall's free end and the next wall.
import { spendBudget } from '../../base/budget.js';
import { LENGTH_TOLERANCE } from '../../base/threshold.js';
import { UNITS_PER_METRE } from '../units.js';
import type { GridSegments } from './grid-segment.js';
import type { Planar } from './planarize.js';
import { itemsOf, type Lists } from './radix.js';

/**
 * Widest gap that counts as a slip of the pen and not as an opening, in grid units: 50 mm plus the tolerance of
 * lengths.
 */
export const WIDEST_GAP = (0.05 + LENGTH_TOLERANCE) * UNITS_PER_METRE;

/**
 * A free end that is this near to another wall, measured along the walls, is a stub or kink of that wall and not a gap:
 * 150 mm, and at it; in grid units.
 */
const STUB = (0.15 + LENGTH_TOLERANCE) * UNITS_PER_METRE;

type GridPoint = readonly [x: number, y: number];

/**
 * A gap between a free end of a wall and the next wall: its two points in grid units, and the indices of the source
 * segments on both sides, ascending. They include all walls that meet at the far point, and all that are as near within
 * the tolerance: if only one of these were taken, turning the plan might change which.
 */
export interface Gap {
  readonly from: GridPoint;
  readonly to: GridPoint;
  readonly between: readonly number[];
}

/**
 * Returns the gaps between a free end of a wall and the nearest other wall within 50 mm: to other vertices if any is
 * within reach, else to the nearest point of a wall between its ends. Each gap once, sorted by position.
 *
 * @param planar walls as segments that meet only in shared ends, from `planarize` with a `margin` of at least the
 *   widest gap
 */
export function findLeaks(planar: Planar): Gap[] {
  const { segments } = planar;
  if (segments.count < 2) return [];
  const { points, origin } = segments;
  const touching = new Touching(segments);
  const gaps = new Map<string, Gap>();
  const face = facing(planar, touching);
  const free = touching.freeEnds();
  for (let k = 0; k < free.length; k += 1) {
    const end = free[k];
    const from: GridPoint = [points.x[end], points.y[end]];
    for (const target of face(end)) {
      const ends = [from, target.to].sort((p, q) => p[0] - q[0] || p[1] - q[1]);
      const sources = new Set([touching.only(end), ...target.segments].flatMap((i) => itemsOf(origin, i)));
      const key = ends.join(' ');
      // Seen from its other end, a gap has no more sides than those two.
      const known = gaps.get(key)?.between ?? [...sources];
      const between = known.filter((i) => sources.has(i)).sort((i, j) => i - j);
      gaps.set(key, { from, to: target.to, between });
    }
  }
  return [...gaps.values()].sort((p, q) => p.from[0] - q.from[0] || p.from[1] - q.from[1]);
}

/** Returns a function that finds the wall that a free end comes near without being connected to it. */
function facing({ segments, cells }: Planar, touching: Touching): (end: number) => readonly Nearest[] {
  const { a, b } = segments;
  let own = 0;
  let foot = -1;
  const near: number[] = [];
  const meet = (end: number, i: number): void => {
    // A wall at the foot of the stub makes no gap with it: most free ends belong to door frames.
    if (i !== own && a[i] !== foot && b[i] !== foot && comesNear(segments, i, end)) near.push(i);
  };
  return (end) => {
    own = touching.only(end);
    const other = a[own] === end ? b[own] : a[own];
    foot = lengthOf(segments, own) <= STUB ? other : -1;
    near.length = 0;
    cells.forEachNear(segments, end, WIDEST_GAP, meet);
    if (near.length === 0) return [];
    const attached = touching.within(end, STUB);
    spendBudget(80 * near.length + 40 * attached.size);
    return nearest(
      segments,
      near.filter((i) => !attached.has(i)),
      end,
    );
  };
}

function lengthOf({ points: { x, y }, a, b }: GridSegments, i: number): number {
  const [p = 0, q = 0] = [a[i], b[i]];
  return Math.hypot(x[q] - x[p], y[q] - y[p]);
}

/** Index of the segments by the points they end in. */
class Touching {
  private readonly at: Lists;

  constructor(private readonly segments: GridSegments) {
    this.at = segments.byEnd();
  }

  /** Returns the one segment that ends at a free end. */
  only(end: number): number {
    return this.at.items[this.at.start[end]];
  }

  /** Returns the points where a single segment ends, in the order of the segments. */
  freeEnds(): number[] {
    const { a, b, count } = this.segments;
    const free: number[] = [];
    for (let i = 0; i < count; i += 1) {
      const p = a[i];
      const q = b[i];
      if (this.isFree(p)) free.push(p);
      if (this.isFree(q)) free.push(q);
    }
    return free;
  }

  /** Returns the segments reached from a point along the walls within `limit` grid units. */
  within(start: number, limit: number): Set<number> {
    const { a, b } = this.segments;
    const reached = new Set<number>();
    const shortest = new Map<number, number>();
    const queue = [{ point: start, length: 0 }];
    for (const { point, length } of queue) {
      if ((shortest.get(point) ?? Number.POSITIVE_INFINITY) <= length) continue;
      shortest.set(point, length);
      for (let k = this.at.start[point]; k < this.at.start[point + 1]; k += 1) {
        const i = this.at.items[k];
        reached.add(i);
        spendBudget(20);
        const further = length + lengthOf(this.segments, i);
        if (further <= limit) queue.push({ point: a[i] === point ? b[i] : a[i], length: further });
      }
    }
    return reached;
  }

  private isFree(point: number): boolean {
    return this.at.start[point + 1] - this.at.start[point] === 1;
  }
}

/** True if the box round a segment comes within the widest gap of a point. */
function comesNear({ points: { x, y }, a, b }: GridSegments, i: number, point: number): boolean {
  const p = a[i];
  const q = b[i];
  const px = x[point];
  if (x[p] > px + WIDEST_GAP || x[q] < px - WIDEST_GAP) return false;
  const ay = y[p];
  const by = y[q];
  const py = y[point];
  return Math.min(ay, by) <= py + WIDEST_GAP && Math.max(ay, by) >= py - WIDEST_GAP;
}

interface Target {
  readonly segment: number;
  readonly to: GridPoint;
  readonly distance: number;
  readonly vertex: boolean;
}

/** A nearest point, and all segments that have one of its kind there, or as near to within the tolerance and beside it. */
interface Nearest {
  readonly to: GridPoint;
  readonly segments: readonly number[];
}

/**
 * Returns the nearest point of a wall's inside; or the vertices that are as near as the nearest one, unless they lie side by
 * side: of those at the two ends of a wall the bearing of the plan would choose.
 */
function nearest(segments: GridSegments, among: readonly number[], from: number): readonly Nearest[] {
  const within = among
    .toSorted((p, q) => p - q)
    .flatMap((i) => targets(segments, i, from))
    .filter(({ distance }) => distance <= WIDEST_GAP);
  const [first, ...others] = within;
  if (first === undefined) return [];
  const best = others.reduce((one, other) => (better(other, one) ? other : one), first);
  const alike = within.filter((target) => target.vertex === best.vertex && target.distance <= best.distance + EQUAL);
  if (!best.vertex) return [{ to: best.to, segments: alike.map(({ segment }) => segment) }];
  const found: { to: GridPoint; segments: number[] }[] = [];
  for (const { to, segment } of alike.toSorted((p, q) => p.distance - q.distance)) {
    const beside = found.find((one) => Math.hypot(one.to[0] - to[0], one.to[1] - to[1]) <= best.distance);
    if (beside === undefined) found.push({ to, segments: [segment] });
    else beside.segments.push(segment);
  }
  return found;
}

/** Grid units: distances that differ by no more are equal. */
const EQUAL = LENGTH_TOLERANCE * UNITS_PER_METRE;

function better(p: Target, q: Target): boolean {
  return p.vertex === q.vertex ? p.distance < q.distance : p.vertex;
}

/**
 * Returns both ends of a segment, and the grid point nearest to the foot of the perpendicular from a point onto its
 * inside.
 */
function targets({ points, a, b }: GridSegments, segment: number, from: number): Target[] {
  const [p = 0, q = 0] = [a[segment], b[segment]];
  const [ax = 0, ay = 0, bx = 0, by = 0] = [points.x[p], points.y[p], points.x[q], points.y[q]];
  const [x = 0, y = 0] = [points.x[from], points.y[from]];
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
