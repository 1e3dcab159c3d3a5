// Growing lists in flat arrays: linear functions of a direction by their values at both ends of a piece, and points.
import { roomFor } from '../../base/arrays.js';

/**
 * A list of linear functions of a direction, each kept as two numbers, `a` and `b`. Whoever fills a list decides what
 * they are: x and y of the function x·cos θ + y·sin θ, or its values at both ends of a piece (a range of directions, t
 * from 0 to 1). Methods that take `t` need the values at the ends. They name a function by its index.
 */
export class Lines {
  a = new Float64Array(8);
  b = new Float64Array(8);
  n = 0;
  /** Where the line found last by {@link nextAfter} takes over. */
  crossing = 0;

  /** Appends a line. */
  put(a: number, b: number): void {
    if (this.n === this.a.length) this.grow();
    this.a[this.n] = a;
    this.b[this.n] = b;
    this.n += 1;
  }

  /** Returns the greatest (sign 1) or the least (−1) line just after t; −1 if the list is empty. */
  extremeAt(t: number, sign: 1 | -1): number {
    const { a, b, n } = this;
    let best = -1;
    let value = 0;
    let slope = 0;
    for (let i = 0; i < n; i += 1) {
      const v = sign * (a[i] + (b[i] - a[i]) * t);
      const s = sign * (b[i] - a[i]);
      if (best < 0 || v > value || (v === value && s > slope)) {
        best = i;
        value = v;
        slope = s;
      }
    }
    return best;
  }

  /**
   * Returns the line that takes over next from the greatest (sign 1) or least (−1) one after t and before `end`, and
   * leaves in `crossing` where; −1 if none does.
   */
  nextAfter(line: number, t: number, end: number, sign: 1 | -1): number {
    const { a, b, n } = this;
    let next = -1;
    this.crossing = end;
    const slope = sign * (b[line] - a[line]);
    for (let i = 0; i < n; i += 1) {
      if (i === line) continue;
      const s = sign * (b[i] - a[i]);
      if (s <= slope) continue;
      const x = (sign * (a[line] - a[i])) / (s - slope);
      if (x > t && x < this.crossing) {
        this.crossing = x;
        next = i;
      }
    }
    return next;
  }

  protected grow(): void {
    const [a, b] = [new Float64Array(2 * this.n), new Float64Array(2 * this.n)];
    a.set(this.a);
    b.set(this.b);
    this.a = a;
    this.b = b;
  }
}

/** m: two bounds whose constants differ by less are both through one point. */
const THROUGH = 1e-9;

/**
 * Adds the line within which a lower bound of the height is below an upper bound: the points p (from the eye) with l·p
 * ≤ room, l given by `a` and `b` in the form in which the lists are kept. Adds l/room, in each direction 1 over the
 * line's distance (1/m): to `fars` if room > 0 (p is before the line), to `nears` if room < 0 (p is behind it). Returns
 * false and adds nothing if the line runs through the eye (|room| ≤ 1e-9 m); the pair then only cuts directions.
 */
export function addPair(room: number, a: number, b: number, fars: Lines, nears: Lines): boolean {
  if (room > THROUGH) fars.put(a / room, b / room);
  else if (room < -THROUGH) nears.put(a / room, b / room);
  else return false;
  return true;
}

/**
 * A list of bounds on a height. Each is a constant `at` (m) plus a slope times the plan distance; the slope is a linear
 * function of the direction, kept as in {@link Lines}.
 */
export class Bounds extends Lines {
  at = new Float64Array(8);
  /** 1 for the face of a mask. */
  mask = new Uint8Array(8);

  /** Appends a bound. */
  bound(at: number, a: number, b: number, mask: boolean): void {
    if (this.n === this.a.length) this.grow();
    this.at[this.n] = at;
    this.mask[this.n] = mask ? 1 : 0;
    this.put(a, b);
  }

  protected override grow(): void {
    super.grow();
    const [at, mask] = [new Float64Array(this.a.length), new Uint8Array(this.a.length)];
    at.set(this.at);
    mask.set(this.mask);
    this.at = at;
    this.mask = mask;
  }
}

/** A list of points without equal neighbours. */
export class Points {
  /** x and y of each in turn. */
  xy = new Float64Array(64);
  /** Count of numbers in use. */
  n = 0;

  /** Appends a point unless it is the last one. */
  put(x: number, y: number): void {
    const { n } = this;
    if (n > 0 && this.xy[n - 2] === x && this.xy[n - 1] === y) return;
    this.xy = roomFor(this.xy, n + 2);
    this.xy[n] = x;
    this.xy[n + 1] = y;
    this.n = n + 2;
  }
}
