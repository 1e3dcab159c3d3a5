import { type PackedRing, STRETCH } from './packed.js';
import type { Box, Point, Ring } from './types.js';

/**
 * Scratch memory. Areas are measured some hundred thousand times in a run: rings are clipped and swept in flat arrays that
 * are kept from one call to the next, and no call leaves anything in them that another reads.
 */

/** The array, or a copy with room for at least `length` numbers. */
export function roomFor(array: Float64Array, length: number): Float64Array {
  if (array.length >= length) return array;
  const larger = new Float64Array(Math.max(length, 2 * array.length));
  larger.set(array);
  return larger;
}

/** The array, or a copy with room for at least `length` integers. */
export function roomForIntegers(array: Int32Array, length: number): Int32Array {
  if (array.length >= length) return array;
  const larger = new Int32Array(Math.max(length, 2 * array.length));
  larger.set(array);
  return larger;
}

/** A ring being clipped: x and y in turn. Clipping goes back and forth between two buffers. */
export class FlatRing {
  xy: Float64Array = new Float64Array(256);
  private other: Float64Array = new Float64Array(256);
  /** Points. */
  count = 0;

  /** Takes the points of a ring. */
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
   * Takes of a packed ring what matters in a box: stretches that lie wholly to one side of it become one edge there, which
   * goes round the box's points as often as they do.
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

  /** Takes points from `from` up to `to`, indices of numbers. */
  loadFlat(source: Float64Array, from: number, to: number): void {
    const count = (to - from) / 2;
    this.reserve(count);
    const { xy } = this;
    for (let i = from; i < to; i += 1) xy[i - from] = source[i];
    this.count = count;
  }

  /** The ring as points; [] where nothing is left. */
  points(): Ring {
    const { xy, count } = this;
    if (count < 3) return [];
    const ring: Point[] = [];
    for (let i = 0; i < 2 * count; i += 2) ring.push([xy[i], xy[i + 1]]);
    return ring;
  }

  /** Keeps what lies in the box; coordinates on its sides are exact. Pieces stay joined as in clipHalfPlane. */
  clipToBox({ minX, minY, maxX, maxY }: Box, own: Box): void {
    if (!(own.minX < maxX && own.maxX > minX && own.minY < maxY && own.maxY > minY)) this.count = 0;
    if (own.minX < minX) this.clipAxis(0, minX, -1);
    if (own.maxX > maxX) this.clipAxis(0, maxX, 1);
    if (own.minY < minY) this.clipAxis(1, minY, -1);
    if (own.maxY > maxY) this.clipAxis(1, maxY, 1);
  }

  /** Keeps what lies in the half-plane a·x + b·y ≤ c; says whether anything lay outside. */
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

  /** The clipped points are in the other buffer: no more than twice as many as before, which is what there is room for. */
  private swap(count: number): void {
    const { xy, other } = this;
    this.xy = other;
    this.other = xy;
    this.count = count < 3 ? 0 : count;
    this.reserve(this.count);
  }

  /** Each clip adds at most one point for each it finds. */
  private reserve(count: number): void {
    const needed = 4 * count + 4;
    if (needed <= this.xy.length && needed <= this.other.length) return;
    this.xy = roomFor(this.xy, needed);
    this.other = roomFor(this.other, needed);
  }

  /** Smallest box round the ring. */
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
