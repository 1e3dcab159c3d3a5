// Rings in flat arrays that are reused from call to call: scratch memory for clipping.
import { roomFor } from '../../base/arrays.js';
import { type PackedRing, STRETCH } from '../shapes/packed.js';
import type { Box, Point, Ring } from '../types.js';

/**
 * Scratch memory. A run measures areas some hundred thousand times, so rings are clipped and swept in flat arrays that
 * are reused. No call leaves anything in them that another call reads.
 */

/** A ring that is being clipped: x and y in turn in a flat array, metres. Clipping alternates between two buffers. */
export class FlatRing {
  /** x and y in turn, metres; valid for `count` points. */
  xy: Float64Array = new Float64Array(256);
  private other: Float64Array = new Float64Array(256);
  /** Number of points. */
  count = 0;

  /** Reads the points of a ring. */
  load(ring: Ring): void {
    const count = ring.length;
    this.reserve(count);
    const { xy } = this;
    for (let i = 0; i < count; i += 1) {
      const point = ring[i];
      xy[2 * i] = point[0];
      xy[2 * i + 1] = point[1];
    }
    this.count = count;
  }

  /**
   * Reads the part of a packed ring that matters in a box. A run of edges that lies wholly on one side of the box
   * becomes a single edge there, which winds round the box's points as often as the run does.
   */
  loadNear({ xy: source, boxes }: PackedRing, { minX, minY, maxX, maxY }: Box): void {
    const count = source.length / 2;
    this.reserve(count);
    const { xy } = this;
    let n = 0;
    let side = 0;
    for (let k = 0; 4 * k < boxes.length; k += 1) {
      const before = side;
      if (boxes[4 * k + 2] <= minX) side = 1;
      else if (boxes[4 * k] >= maxX) side = 2;
      else if (boxes[4 * k + 3] <= minY) side = 3;
      else if (boxes[4 * k + 1] >= maxY) side = 4;
      else side = 0;
      if (side !== 0 && side === before) continue;
      const last = side === 0 ? Math.min(STRETCH * (k + 1), count) : STRETCH * k + 1;
      for (let i = 2 * STRETCH * k; i < 2 * last; i += 1) {
        xy[n] = source[i];
        n += 1;
      }
    }
    this.count = n / 2;
  }

  /** Reads points from a flat array: its numbers from index `from` up to, not including, `to`. */
  loadFlat(source: Float64Array, from: number, to: number): void {
    const count = (to - from) / 2;
    this.reserve(count);
    const { xy } = this;
    for (let i = from; i < to; i += 1) xy[i - from] = source[i];
    this.count = count;
  }

  /** Returns the ring as points; [] if nothing is left. */
  points(): Ring {
    const { xy, count } = this;
    if (count < 3) return [];
    const ring: Point[] = [];
    for (let i = 0; i < 2 * count; i += 2) ring.push([xy[i], xy[i + 1]]);
    return ring;
  }

  /**
   * Clips the ring to the box; coordinates on the box's sides are exact. Pieces stay joined as in clipHalfPlane.
   *
   * @param own the ring's own box
   */
  clipToBox({ minX, minY, maxX, maxY }: Box, own: Box): void {
    if (!(own.minX < maxX && own.maxX > minX && own.minY < maxY && own.maxY > minY)) this.count = 0;
    if (own.minX < minX) this.clipAxis(0, minX, -1);
    if (own.maxX > maxX) this.clipAxis(0, maxX, 1);
    if (own.minY < minY) this.clipAxis(1, minY, -1);
    if (own.maxY > maxY) this.clipAxis(1, maxY, 1);
  }

  /** Clips the ring to the half-plane a·x + b·y ≤ c. Returns true if anything lay outside. */
  clipHalfPlane(a: number, b: number, c: number): boolean {
    const { xy, count, other } = this;
    if (count === 0) return false;
    let px = xy[2 * count - 2];
    let py = xy[2 * count - 1];
    let dp = a * px + b * py - c;
    let first = 0;
    if (dp <= 0) {
      while (first < count && a * xy[2 * first] + b * xy[2 * first + 1] - c <= 0) first += 1;
      if (first === count) return false;
    }
    let n = 0;
    for (let i = 0; i < count; i += 1) {
      const qx = xy[2 * i];
      const qy = xy[2 * i + 1];
      const dq = a * qx + b * qy - c;
      if (dp > 0 !== dq > 0) {
        const t = dp / (dp - dq);
        other[n] = px + t * (qx - px);
        other[n + 1] = py + t * (qy - py);
        n += 2;
      }
      if (dq <= 0) {
        other[n] = qx;
        other[n + 1] = qy;
        n += 2;
      }
      px = qx;
      py = qy;
      dp = dq;
    }
    this.swap(n / 2);
    return true;
  }

  private clipAxis(axis: 0 | 1, limit: number, sign: 1 | -1): void {
    const { xy, count, other } = this;
    if (count === 0) return;
    const across = 1 - axis;
    let p = xy[2 * count - 2 + axis];
    let pAcross = xy[2 * count - 2 + across];
    let dp = sign * (p - limit);
    let n = 0;
    for (let i = 0; i < 2 * count; i += 2) {
      const q = xy[i + axis];
      const qAcross = xy[i + across];
      const dq = sign * (q - limit);
      if (dp > 0 !== dq > 0) {
        other[n + axis] = limit;
        other[n + across] = pAcross + (dp / (dp - dq)) * (qAcross - pAcross);
        n += 2;
      }
      if (dq <= 0) {
        other[n + axis] = q;
        other[n + across] = qAcross;
        n += 2;
      }
      p = q;
      pAcross = qAcross;
      dp = dq;
    }
    this.swap(n / 2);
  }

  /**
   * Makes the other buffer, which holds the clipped points, the current one. Clipping at most doubles the number of
   * points, and the buffers have room for that.
   */
  private swap(count: number): void {
    const { xy, other } = this;
    this.xy = other;
    this.other = xy;
    this.count = count < 3 ? 0 : count;
    this.reserve(this.count);
  }

  /** Makes room in both buffers: each clip adds at most one point for each that it reads. */
  private reserve(count: number): void {
    const needed = 4 * count + 4;
    if (needed <= this.xy.length && needed <= this.other.length) return;
    this.xy = roomFor(this.xy, needed);
    this.other = roomFor(this.other, needed);
  }

  /** Returns the smallest box round the ring. */
  box(): Box {
    const { xy, count } = this;
    let minX = Number.POSITIVE_INFINITY;
    let minY = Number.POSITIVE_INFINITY;
    let maxX = Number.NEGATIVE_INFINITY;
    let maxY = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < 2 * count; i += 2) {
      const x = xy[i];
      const y = xy[i + 1];
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
    return { minX, minY, maxX, maxY };
  }
}
