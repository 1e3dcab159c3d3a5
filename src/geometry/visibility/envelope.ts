// The angular sweep: the nearest segments in every direction from the eye.

import type { Window } from '../types.js';
import { turn } from '../vector.js';
import { rankDirections } from './directions.js';

/**
 * Returns the ring of the nearest points of non-crossing segments in every direction from the eye, by an angular sweep.
 * Directions are ranked exactly and segments are ordered by exact turns, so walls that share a vertex leave no gap and
 * no order is guessed. Grid units.
 *
 * @param segments x0, y0, x1, y1 of each; they must surround the eye, meet only in shared ends (or lie on each other),
 *   and not contain the eye
 * @param window radians; undefined for a full turn
 * @returns x, y of the ring's vertices, counter-clockwise, without the eye
 */
export function envelope(ex: number, ey: number, segments: Float64Array, window: Window | undefined): number[] {
  const ends = orientAboutEye(ex, ey, segments);
  const full = window === undefined || window.to - window.from >= 2 * Math.PI;
  const start = full ? 0 : window.from;
  const stop = full ? undefined : window.to;
  if (stop !== undefined && !(stop > start)) return [];
  const ranks = rankDirections(ex, ey, ends, start, stop);
  const sweep = new Sweeping(ex, ey, ends, ranks.rank);
  sweep.begin();
  let previous = -1;
  for (const group of ranks.groups) {
    sweep.pass(group.points, group.rank);
    const nearest = sweep.nearest();
    if (previous === -1) sweep.emit(nearest, group.rank, group.x, group.y);
    else if (nearest !== previous || group.rank === ranks.last) {
      sweep.emit(previous, group.rank, group.x, group.y);
      if (group.rank !== ranks.last) sweep.emit(nearest, group.rank, group.x, group.y);
    }
    if (group.rank === ranks.last) break;
    previous = nearest;
  }
  if (full) sweep.emit(previous, 0, ranks.startX, ranks.startY);
  return sweep.finish(full);
}

/**
 * Returns the segments directed so that the eye is on their left. Segments seen end-on hide nothing and are left out.
 */
function orientAboutEye(ex: number, ey: number, segments: Float64Array): Float64Array {
  const out = new Float64Array(segments.length);
  let n = 0;
  for (let i = 0; i < segments.length; i += 4) {
    const x0 = segments[i] ?? 0;
    const y0 = segments[i + 1] ?? 0;
    const x1 = segments[i + 2] ?? 0;
    const y1 = segments[i + 3] ?? 0;
    const side = turn(ex, ey, x0, y0, x1, y1);
    if (side === 0) continue;
    out.set(side > 0 ? [x0, y0, x1, y1] : [x1, y1, x0, y0], n);
    n += 4;
  }
  return out.subarray(0, n);
}

/** State of the sweep: the segments that the current ray crosses, nearest first. */
class Sweeping {
  private readonly active: number[] = [];
  private readonly ring: number[] = [];

  constructor(
    private readonly ex: number,
    private readonly ey: number,
    private readonly ends: Float64Array,
    private readonly rank: Int32Array,
  ) {}

  /** Starts with the segments whose inside the first ray crosses. */
  begin(): void {
    for (let s = 0; s < this.rank.length / 2; s += 1) {
      const from = this.rank[2 * s] ?? 0;
      const to = this.rank[2 * s + 1] ?? 0;
      if (from > to && to > 0) this.insert(s);
    }
  }

  /**
   * Moves the ray over the segment ends that lie on it: removes the segments that end there, then adds those that
   * begin.
   */
  pass(points: readonly number[], rank: number): void {
    for (const point of points) {
      if ((point & 1) === 1 && rank > 0) this.remove(point >> 1);
    }
    for (const point of points) {
      if ((point & 1) === 0) this.insert(point >> 1);
    }
  }

  nearest(): number {
    return this.active[0] ?? -1;
  }

  /** Adds the point where the ray through (x, y) meets segment `s`. */
  emit(s: number, rank: number, x: number, y: number): void {
    if (s < 0) return;
    if (this.rank[2 * s] === rank) this.push(this.at(4 * s), this.at(4 * s + 1));
    else if (this.rank[2 * s + 1] === rank) this.push(this.at(4 * s + 2), this.at(4 * s + 3));
    else this.pushCrossing(s, x, y);
  }

  finish(full: boolean): number[] {
    const { ring } = this;
    const n = ring.length;
    if (full && n > 2 && ring[0] === ring[n - 2] && ring[1] === ring[n - 1]) ring.length = n - 2;
    return ring;
  }

  private at(i: number): number {
    return this.ends[i] ?? 0;
  }

  private push(x: number, y: number): void {
    const n = this.ring.length;
    if (n > 0 && this.ring[n - 2] === x && this.ring[n - 1] === y) return;
    this.ring.push(x, y);
  }

  private pushCrossing(s: number, x: number, y: number): void {
    const ax = this.at(4 * s) - this.ex;
    const ay = this.at(4 * s + 1) - this.ey;
    const dx = this.at(4 * s + 2) - this.at(4 * s);
    const dy = this.at(4 * s + 3) - this.at(4 * s + 1);
    const rx = x - this.ex;
    const ry = y - this.ey;
    const t = (ax * dy - ay * dx) / (rx * dy - ry * dx);
    this.push(this.ex + t * rx, this.ey + t * ry);
  }

  private insert(s: number): void {
    let low = 0;
    let high = this.active.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.isBefore(this.active[middle] ?? 0, s)) low = middle + 1;
      else high = middle;
    }
    this.active.splice(low, 0, s);
  }

  private remove(s: number): void {
    const i = this.active.indexOf(s);
    if (i >= 0) this.active.splice(i, 1);
  }

  /** True if p hides q where one ray crosses both: q lies beyond p's line, or p on the eye's side of q's line. */
  private isBefore(p: number, q: number): boolean {
    const q0 = this.side(p, 4 * q);
    const q1 = this.side(p, 4 * q + 2);
    if (q0 <= 0 && q1 <= 0) return true;
    if (q0 >= 0 && q1 >= 0) return false;
    const p0 = this.side(q, 4 * p);
    const p1 = this.side(q, 4 * p + 2);
    return p0 >= 0 && p1 >= 0;
  }

  private side(s: number, point: number): number {
    const i = 4 * s;
    return turn(this.at(i), this.at(i + 1), this.at(i + 2), this.at(i + 3), this.at(point), this.at(point + 1));
  }
}
