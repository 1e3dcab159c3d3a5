import { crossingOf, locatePoint, signedArea } from '../../../geometry/index.js';
import { distanceToSegment } from '../../../geometry/shapes/segment.js';
import type { Point, Ring } from '../../../geometry/types.js';
import { distance } from '../../../geometry/vector.js';
import { SAME_POINT } from '../tolerances.js';

/** What was wrong with a ring and can be put right without a doubt. */
export interface Slip {
  readonly what: 'unclosed' | 'repeated-points' | 'doubled' | 'spike' | 'keyhole';
  /** m: distance of the ends, of the points taken as one; how far a spike sticks out; across what was doubled. */
  readonly size: number;
  readonly at: Point;
  /** Of points, of rounds. */
  readonly count: number;
}

export interface MendedRing {
  /** Without a closing point; empty where it encloses nothing. */
  readonly ring: Ring;
  /** What its inner part frees, where it touched itself in a point. */
  readonly holes: readonly Ring[];
  readonly slips: readonly Slip[];
}

/** A ring without the point that closes it. Not a mend: the plan's rings are written without. */
export function opened(points: readonly Point[]): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)];
  const closed = points.length > 1 && first !== undefined && last !== undefined && distance(first, last) === 0;
  return closed ? points.slice(0, -1) : points;
}

/**
 * The ring that `points` mean: closed, without points that repeat the one before, walked round once, without parts of no
 * width. What crosses itself is left as it is. Mending twice is mending once.
 */
export function mendRing(points: readonly Point[]): MendedRing {
  const slips: Slip[] = [];
  const kept = distinct(ends(points, slips), slips);
  const { loops, spikes } = crossingOf(kept) === undefined ? { loops: [kept], spikes: [] } : loopsOf(kept);
  const rings = oneOf(loops, slips);
  if (rings === undefined) return { ring: withoutSpikes(kept, slips), holes: [], slips };
  // The way to a hole and back is no spike.
  if (rings.length === 1) slips.push(...spikes);
  const [outer, ...holes] = rings.map((loop) => withoutSpikes(loop, slips));
  return { ring: outer ?? [], holes: holes.filter(({ length }) => length > 0), slips };
}

/** Takes off the closing point, or says that there is none. */
function ends(points: readonly Point[], slips: Slip[]): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return points;
  const gap = distance(first, last);
  if (gap > 0) slips.push({ what: 'unclosed', size: gap, at: middle(first, last), count: 1 });
  return gap <= SAME_POINT ? points.slice(0, -1) : points;
}

function distinct(points: readonly Point[], slips: Slip[]): readonly Point[] {
  const kept: Point[] = [];
  let [count, size] = [0, 0];
  let at: Point | undefined;
  const same = (p: Point, q: Point | undefined): boolean => {
    const gap = q === undefined ? Number.POSITIVE_INFINITY : distance(p, q);
    if (gap > SAME_POINT) return false;
    count += 1;
    size = Math.max(size, gap);
    at ??= p;
    return true;
  };
  for (const point of points) if (!same(point, kept.at(-1))) kept.push(point);
  for (let last = kept.at(-1); kept.length > 1 && last !== undefined && same(last, kept[0]); last = kept.at(-1)) {
    kept.pop();
  }
  if (at !== undefined) slips.push({ what: 'repeated-points', size, at, count });
  return kept;
}

/** A ring taken apart where it comes back to a point: loops that do so nowhere, and ways out and back. */
function loopsOf(points: readonly Point[]): { readonly loops: readonly Ring[]; readonly spikes: readonly Slip[] } {
  const loops: Ring[] = [];
  const spikes: Slip[] = [];
  const path: Point[] = [];
  for (const point of [...points, ...points.slice(0, 1)]) {
    const since = path.findIndex((known) => distance(known, point) <= SAME_POINT);
    if (since === -1) {
      path.push(point);
      continue;
    }
    const loop = path.splice(since + 1);
    const start = path[since] ?? point;
    if (loop.length >= 2) loops.push([start, ...loop]);
    else for (const tip of loop) spikes.push({ what: 'spike', size: distance(start, tip), at: tip, count: 1 });
  }
  return { loops, spikes };
}

/** The one ring that `loops` are, with what they free; undefined where they are no one ring. */
function oneOf(loops: readonly Ring[], slips: Slip[]): readonly Ring[] | undefined {
  const rounds = loops.filter((loop, index) => !loops.slice(0, index).some((other) => sameRing(loop, other)));
  const [outer, ...inner] = rounds.toSorted((p, q) => Math.abs(signedArea(q)) - Math.abs(signedArea(p)));
  if (outer === undefined) return undefined;
  const turned = (ring: Ring) => signedArea(ring) < 0 !== signedArea(outer) < 0;
  const within = (ring: Ring) => ring.every((point) => locatePoint(outer, point) !== 'out');
  if (!inner.every((ring) => turned(ring) && within(ring))) return undefined;
  const [at] = outer;
  if (rounds.length < loops.length && at !== undefined) {
    slips.push({ what: 'doubled', size: across(outer), at, count: loops.length - rounds.length + 1 });
  }
  for (const hole of inner) {
    const [touch] = hole;
    if (touch !== undefined) slips.push({ what: 'keyhole', size: across(hole), at: touch, count: 1 });
  }
  return [outer, ...inner];
}

/** A ring without the points from which it runs back over itself; empty where nothing of it is left. */
function withoutSpikes(points: Ring, slips: Slip[]): Ring {
  const ring = [...points];
  for (let i = 0, calm = 0; ring.length >= 3 && calm < ring.length; ) {
    const at = i % ring.length;
    const [u, v, w] = [ring.at(at - 1), ring[at], ring[(at + 1) % ring.length]];
    if (u === undefined || v === undefined || w === undefined || !runsBack(u, v, w)) {
      i = at + 1;
      calm += 1;
      continue;
    }
    slips.push({ what: 'spike', size: Math.min(distance(u, v), distance(v, w)), at: v, count: 1 });
    ring.splice(at, 1);
    // Out and back to the same point: it is there twice now.
    if (distance(u, w) <= SAME_POINT) ring.splice(at % ring.length, 1);
    i = Math.max(0, at - 2);
    calm = 0;
  }
  return ring.length < 3 ? [] : ring;
}

function runsBack(u: Point, v: Point, w: Point): boolean {
  if ((v[0] - u[0]) * (w[0] - v[0]) + (v[1] - u[1]) * (w[1] - v[1]) >= 0) return false;
  return distanceToSegment(w, { a: u, b: v }) <= SAME_POINT || distanceToSegment(u, { a: v, b: w }) <= SAME_POINT;
}

/** Whether two rings have the same points in the same order, whichever way round and from wherever. */
export function sameRing(p: Ring, q: Ring): boolean {
  const [first] = p;
  if (p.length !== q.length || first === undefined) return p.length === q.length;
  return q.some((start, from) => {
    if (distance(first, start) > SAME_POINT) return false;
    const follows = (step: 1 | -1) => p.every((point, k) => distance(point, pointAt(q, from + step * k)) <= SAME_POINT);
    return follows(1) || follows(-1);
  });
}

function pointAt(ring: Ring, index: number): Point {
  const point = ring[((index % ring.length) + ring.length) % ring.length];
  if (point === undefined) throw new Error('an empty ring has no points');
  return point;
}

/** Whether all points of a ring lie on one line, but for what is one point anyway: it encloses nothing. */
export function isFlat(ring: Ring): boolean {
  const [first] = ring;
  if (first === undefined) return true;
  const far = ring.reduce((best, point) => (distance(first, point) > distance(first, best) ? point : best), first);
  const start = ring.reduce((best, point) => (distance(far, point) > distance(far, best) ? point : best), far);
  return ring.every((point) => distanceToSegment(point, { a: start, b: far }) <= SAME_POINT);
}

function across(ring: Ring): number {
  const [first] = ring;
  return first === undefined ? 0 : Math.max(...ring.map((point) => distance(first, point)));
}

function middle(a: Point, b: Point): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}
