// Repairs of one ring.

import { crossingOf, locatePoint, signedArea } from '../../../geometry/index.js';
import { distanceToSegment } from '../../../geometry/shapes/segment.js';
import type { Point, Ring } from '../../../geometry/types.js';
import { distance, halfway } from '../../../geometry/vector.js';
import { SAME_POINT } from '../tolerances.js';

/** A fault of a ring that can be repaired without doubt. */
export interface Slip {
  readonly what: 'unclosed' | 'repeated-points' | 'doubled' | 'spike' | 'keyhole';
  /**
   * Figure in m: distance between the ends or between merged points, length of a spike, or diameter of what was
   * doubled.
   */
  readonly size: number;
  readonly at: Point;
  /** Number of points or rounds. */
  readonly count: number;
}

/** A ring after repair. */
interface MendedRing {
  /** Without closing point; empty if it encloses nothing. */
  readonly ring: Ring;
  /** Holes cut free where the ring touched itself in a point. */
  readonly holes: readonly Ring[];
  readonly slips: readonly Slip[];
}

/** Returns a ring without its closing point. That is no repair: rings of a plan are written without it. */
export function opened(points: readonly Point[]): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)];
  const closed = points.length > 1 && first !== undefined && last !== undefined && distance(first, last) === 0;
  return closed ? points.slice(0, -1) : points;
}

/**
 * Repairs a ring and records each fault. The result has no closing point, no repeated points and no spikes (ways out
 * and back along one line), and is walked round once. Holes that the ring reaches by a line and back become `holes`. A
 * ring that crosses itself isn't put in order. Repairing the result again changes nothing.
 */
export function mendRing(points: readonly Point[]): MendedRing {
  const slips: Slip[] = [];
  return mendOpened(ends(points, slips), slips);
}

function mendOpened(points: readonly Point[], slips: Slip[]): MendedRing {
  const kept = distinct(points, slips);
  const { loops, spikes } = crossingOf(kept) === undefined ? { loops: [kept], spikes: [] } : loopsOf(kept);
  const rings = oneOf(loops, slips);
  if (rings === undefined) {
    const ring = withoutSpikes(kept, slips);
    // A ring that a spike kept from being taken apart may be one round with holes without it.
    return ring.length < kept.length ? mendOpened(ring, slips) : { ring, holes: [], slips };
  }
  // The way to a hole and back is no spike.
  if (rings.length === 1) slips.push(...spikes);
  const [outer, ...holes] = rings.map((loop) => withoutSpikes(loop, slips));
  return { ring: outer ?? [], holes: holes.filter(({ length }) => length > 0), slips };
}

/** Removes the closing point, or records that there is none. */
function ends(points: readonly Point[], slips: Slip[]): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return points;
  const gap = distance(first, last);
  if (gap > 0) slips.push({ what: 'unclosed', size: gap, at: halfway(first, last), count: 1 });
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

/** Returns a ring taken apart where it returns to a point: simple loops, and ways out and back. */
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

/** Returns the one ring that `loops` form, with the holes inside it; undefined if they don't form one. */
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

/** Returns a ring without the points at which it runs back over itself; empty if nothing is left. */
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
    // Out and back to the same point: it now occurs twice.
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

/** True if two rings have the same points in the same order, in either direction and from any start. */
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

/** True if all points lie on one line within SAME_POINT (1 mm), so that the ring encloses nothing. */
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
