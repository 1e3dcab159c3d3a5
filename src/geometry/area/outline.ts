// Joins the runs of neighbouring slabs into trapezoids, and traces their outlines.
import { makeRoom, roomFor } from '../../base/arrays.js';
import { type AreaOutline, Boundary } from './boundary.js';
import { type Runs, type RunTaker, SAME_HEIGHT } from './runs.js';

/** The runs of one slab, and the trapezoids they belong to. */
class Open {
  count = 0;
  bottom: Int32Array = new Int32Array(64);
  top: Int32Array = new Int32Array(64);
  leftLow: Float64Array = new Float64Array(64);
  leftHigh: Float64Array = new Float64Array(64);
  rightLow: Float64Array = new Float64Array(64);
  rightHigh: Float64Array = new Float64Array(64);
  raised: Int32Array = new Int32Array(64);
  trapezoid: Int32Array = new Int32Array(64);
  /** 1 if the run continues across the current cut. */
  stays: Int32Array = new Int32Array(64);
  /** Vertices on the current cut. */
  low: Int32Array = new Int32Array(64);
  high: Int32Array = new Int32Array(64);

  take(runs: Runs): void {
    const { count } = runs;
    this.reserve(count);
    this.count = count;
    for (let i = 0; i < count; i += 1) {
      this.bottom[i] = runs.bottom[i];
      this.top[i] = runs.top[i];
      this.leftLow[i] = runs.leftLow[i];
      this.leftHigh[i] = runs.leftHigh[i];
      this.rightLow[i] = runs.rightLow[i];
      this.rightHigh[i] = runs.rightHigh[i];
      this.raised[i] = runs.raised[i];
      this.stays[i] = 0;
    }
  }

  /** True if run i is more than a point at its left side, and apart from the runs beside it. */
  isClearAtLeft(i: number): boolean {
    const { leftLow, leftHigh } = this;
    return (
      leftHigh[i] - leftLow[i] > SAME_HEIGHT &&
      (i === 0 || leftLow[i] - leftHigh[i - 1] > SAME_HEIGHT) &&
      (i === this.count - 1 || leftLow[i + 1] - leftHigh[i] > SAME_HEIGHT)
    );
  }

  /** True if run i is more than a point at its right side, and apart from the runs beside it. */
  isClearAtRight(i: number): boolean {
    const { rightLow, rightHigh } = this;
    return (
      rightHigh[i] - rightLow[i] > SAME_HEIGHT &&
      (i === 0 || rightLow[i] - rightHigh[i - 1] > SAME_HEIGHT) &&
      (i === this.count - 1 || rightLow[i + 1] - rightHigh[i] > SAME_HEIGHT)
    );
  }

  /** Returns the first run from i on that ends or begins on the cut and reaches above the vertex. */
  reaching(i: number, vertex: number): number {
    let at = i;
    while (at < this.count && (this.stays[at] === 1 || this.high[at] <= vertex)) at += 1;
    return at;
  }

  private reserve(count: number): void {
    if (count <= this.bottom.length) return;
    makeRoom(
      this,
      count,
      'bottom',
      'top',
      'leftLow',
      'leftHigh',
      'rightLow',
      'rightHigh',
      'raised',
      'trapezoid',
      'stays',
      'low',
      'high',
    );
  }
}

/**
 * Joins runs (see {@link Runs}) of neighbouring slabs, the vertical strips of a cell, into trapezoids as long as they
 * lie between the same two edges, joins trapezoids that share part of a vertical side, and traces the boundary of each
 * group of them.
 */
export class Outliner implements RunTaker {
  private readonly boundary = new Boundary();
  private before = new Open();
  private now = new Open();
  /** x at which the previous slab ends. */
  private right = Number.NaN;
  /** By edge, the run of the previous slab that rests on it. */
  private restsOn: Int32Array = new Int32Array(256);

  /** Removes everything, for a new cell. */
  clear(): void {
    this.boundary.clear();
    this.before.count = 0;
  }

  /** Takes the runs of the next slab, from x = `left` to x = `right` (metres). */
  runs(left: number, right: number, runs: Runs): void {
    if (left !== this.right) this.close();
    const { before, now, boundary } = this;
    now.take(runs);
    for (let i = 0; i < now.count; i += 1) this.goOn(i);
    this.cut(left);
    for (let i = 0; i < now.count; i += 1) {
      boundary.addArea(now.trapezoid[i], runs.area[i]);
      now.stays[i] = 0;
      if (now.bottom[i] >= this.restsOn.length) this.restsOn = roomFor(this.restsOn, now.bottom[i] + 1);
      this.restsOn[now.bottom[i]] = i;
    }
    this.right = right;
    this.before = now;
    this.now = before;
  }

  /** Returns the outlines of all groups, in the order of their leftmost, then lowest trapezoids. */
  outlines(): AreaOutline[] {
    this.close();
    return this.boundary.outlines();
  }

  private close(): void {
    this.now.count = 0;
    this.cut(this.right);
    this.before.count = 0;
  }

  /**
   * Continues run i from the previous slab if that has a run between the same edges and no other run touches it on the
   * cut.
   */
  private goOn(i: number): void {
    const { before, now } = this;
    const edge = now.bottom[i];
    const earlier = edge < this.restsOn.length ? this.restsOn[edge] : 0;
    if (earlier >= before.count || before.bottom[earlier] !== edge || before.top[earlier] !== now.top[i]) return;
    if (Math.abs(before.rightLow[earlier] - now.leftLow[i]) > SAME_HEIGHT) return;
    if (Math.abs(before.rightHigh[earlier] - now.leftHigh[i]) > SAME_HEIGHT) return;
    if (before.raised[earlier] === 1 || now.raised[i] === 1) return;
    if (!before.isClearAtRight(earlier) || !now.isClearAtLeft(i)) return;
    before.stays[earlier] = 1;
    now.stays[i] = 1;
    now.trapezoid[i] = before.trapezoid[earlier];
  }

  /** Ends and begins trapezoids on a cut, and joins those that share a part of it. */
  private cut(x: number): void {
    const { before, now, boundary } = this;
    const first = boundary.points;
    this.numberVertices(x);
    for (let i = 0; i < now.count; i += 1) {
      if (now.stays[i] === 0) now.trapezoid[i] = boundary.begin(now.low[i], now.high[i]);
    }
    for (let i = 0; i < before.count; i += 1) {
      if (before.stays[i] === 0) boundary.end(before.trapezoid[i], before.low[i], before.high[i]);
    }
    let west = 0;
    let east = 0;
    for (let vertex = first; vertex + 1 < boundary.points; vertex += 1) {
      west = before.reaching(west, vertex);
      east = now.reaching(east, vertex);
      const left = west < before.count && before.low[west] <= vertex ? before.trapezoid[west] : -1;
      const right = east < now.count && now.low[east] <= vertex ? now.trapezoid[east] : -1;
      boundary.side(vertex, left, right);
    }
  }

  /** Numbers the heights on the cut at which something ends or begins; heights close to each other share a number. */
  private numberVertices(x: number): void {
    const { before, now, boundary } = this;
    let last = Number.NEGATIVE_INFINITY;
    let vertex = -1;
    let i = 0;
    let j = 0;
    for (;;) {
      while (i < 2 * before.count && before.stays[i >> 1] === 1) i += 2;
      while (j < 2 * now.count && now.stays[j >> 1] === 1) j += 2;
      const ending = i < 2 * before.count;
      const beginning = j < 2 * now.count;
      if (!ending && !beginning) return;
      const p = ending ? (i % 2 === 0 ? before.rightLow : before.rightHigh)[i >> 1] : Number.POSITIVE_INFINITY;
      const q = beginning ? (j % 2 === 0 ? now.leftLow : now.leftHigh)[j >> 1] : Number.POSITIVE_INFINITY;
      const y = Math.min(p, q);
      if (y - last > SAME_HEIGHT) vertex = boundary.addPoint(x, y);
      last = y;
      if (p <= q) {
        (i % 2 === 0 ? before.low : before.high)[i >> 1] = vertex;
        i += 1;
      } else {
        (j % 2 === 0 ? now.low : now.high)[j >> 1] = vertex;
        j += 1;
      }
    }
  }
}
