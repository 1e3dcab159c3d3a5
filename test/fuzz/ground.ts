import type { Dice } from './dice.js';
import type { XY } from './document.js';

/** Metres by which drawings miss each other: nothing, the grid's width, and both sides of every limit of welding and of walls. */
const MISSES = [
  0, 0, 0, 0, 1e-7, 1e-6, 1e-4, 5e-4, 0.001, 0.0049, 0.005, 0.0051, 0.02, 0.0499, 0.05, 0.0501, 0.055, 0.1, 0.3,
] as const;

/** The widths of what is hardly there. */
const SLIVERS = [1e-7, 1e-6, 1e-5, 1e-4, 0.001, 0.004, 0.005, 0.006, 0.02, 0.05, 0.1] as const;

/** How the coordinates of a plan are written: multiples of `step` m; 0: any double. A power of 2 is added up exactly. */
const STEPS = [1 / 64, 1 / 64, 1 / 64, 0.5, 0.01, 0.01, 0.01, 0.001, 0.0001, 0] as const;

/** What has been drawn so far, to draw more on, beside and across it. */
export class Ground {
  readonly step: number;
  /** m: how large rooms are. */
  readonly room: number;
  readonly corners: XY[] = [];
  readonly edges: [XY, XY][] = [];
  readonly gaps: [XY, XY][] = [];

  constructor(readonly dice: Dice) {
    this.step = dice.pick(STEPS);
    this.room = dice.chance(0.9) ? dice.between(2, 6) : dice.pick([0.2, 0.8, 30, 300]);
  }

  /** Whether sums of coordinates are exact. */
  get exact(): boolean {
    return this.step === 1 / 64 || this.step === 0.5;
  }

  round(value: number): number {
    if (this.step === 0) return value;
    // As a decimal is written, not as its multiple comes out.
    return this.exact
      ? Math.round(value / this.step) * this.step
      : Number((Math.round(value / this.step) * this.step).toFixed(4));
  }

  point([x, y]: XY): XY {
    return [this.round(x), this.round(y)];
  }

  /** A length of a room's order. */
  length(): number {
    const { dice, room } = this;
    return Math.max(this.round(room * dice.between(0.3, 2)), this.step || 1e-3);
  }

  miss(): number {
    const miss = this.dice.pick(MISSES) * (this.dice.chance(0.3) ? -1 : 1);
    return this.exact ? this.round(miss) : miss;
  }

  sliver(): number {
    return this.exact ? this.step : this.dice.pick(SLIVERS);
  }

  /** A point somewhere about what is drawn. */
  anywhere(): XY {
    const { dice, room } = this;
    if (this.corners.length === 0) return this.point([room * dice.next(), room * dice.next()]);
    const [x, y] = dice.pick(this.corners);
    return this.point([x + room * dice.between(-1, 1), y + room * dice.between(-1, 1)]);
  }

  corner(): XY {
    return this.corners.length === 0 ? this.anywhere() : [...this.dice.pick(this.corners)];
  }

  edge(): [XY, XY] {
    if (this.edges.length === 0) return [this.anywhere(), this.anywhere()];
    const [a, b] = this.dice.pick(this.edges);
    return this.dice.chance(0.5) ? [a, b] : [b, a];
  }

  /** The point at `part` of an edge, `off` m to its left. */
  along([a, b]: readonly [XY, XY], part: number, off = 0): XY {
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const length = Math.hypot(dx, dy) || 1;
    const [x, y] = [a[0] + part * dx, a[1] + part * dy];
    const on: XY = dx === 0 ? [a[0], this.round(y)] : dy === 0 ? [this.round(x), a[1]] : [x, y];
    return off === 0 ? on : [on[0] - (off * dy) / length, on[1] + (off * dx) / length];
  }

  onEdge(off = 0): XY {
    return this.along(this.edge(), this.dice.next(), off);
  }

  /** A point where something is, hardly beside it, or somewhere. */
  spot(): XY {
    return this.dice.way<() => XY>([
      [3, () => this.corner()],
      [3, () => this.onEdge()],
      [3, () => this.onEdge(this.miss())],
      [6, () => this.anywhere()],
    ])();
  }

  keep(ring: readonly XY[]): void {
    for (const [i, point] of ring.entries()) {
      this.corners.push(point);
      this.edges.push([point, ring[(i + 1) % ring.length]]);
    }
  }
}
