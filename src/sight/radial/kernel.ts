// The kernel of may-see: the part of a view that is in frame at a height that no sill, lintel or low wall hides.
import { spendBudget } from '../../base/budget.js';
import { type GatedSpans, SPAN, UNITS_PER_METRE } from '../../geometry/index.js';
import type { Point, Ring } from '../../geometry/types.js';
import { Bounds, Lines, Points } from './lines.js';
import { type Pass, passAbout, SLIT } from './passes.js';
import { COUNTS, type Packed, type Table, THROUGH } from './table.js';

/** What a lens sees past walls and gates from one eye. */
export interface Looking {
  readonly eye: Point;
  /** Height of the eye, m above the floor; of no use without gates. */
  readonly height: number;
  /** Azimuth (radians) of the table's heading in the plan. */
  readonly heading: number;
  readonly table: Table;
  readonly seen: GatedSpans;
  /** True if the spans go all round. */
  readonly round: boolean;
  /** Ends of the prepared walls, grid units: x0, y0, x1, y1 of each. */
  readonly units: Float64Array;
  /** Returns the heights that a gate lets through, m above the floor; []: none. */
  readonly passes: (wall: number) => readonly Pass[];
}

/**
 * Returns what is seen: rings in metres that together hold every point of the plan at which some height is within the bounds of
 * a cell of the table, free of the walls, and let through by every gate before it, all at the same height.
 *
 * In a direction every bound is linear in the inverse of the distance, and on the chord between two directions so are
 * its coefficients. A lower bound L ≤ z and an upper bound z ≤ U, affine in the point, leave a height where L ≤ U:
 * with L − U = l·p − κ that is a far line (κ > 0: 1/r ≥ l·d/κ), a near line (κ < 0), or a cut of the directions (κ =
 * 0, both through the eye). Some height is within all bounds exactly if it is within each pair. So a piece of a view,
 * between two directions and two walls or gates, is what lies between the greatest far line and the least near line.
 * Pieces of one list of gates that meet are joined along their common ray.
 */
export function seenRings(looking: Looking): Ring[] {
  return new Kernel(looking).run();
}

/** A ring that grows counter-clockwise: its far side, and its near side where that isn't the eye. */
interface Chain {
  readonly outer: Points;
  readonly inner: Points;
  /** Direction at which it ends. */
  x: number;
  y: number;
  /** True if it ends at the end of a piece rather than before. */
  whole: boolean;
  /** True if it began with the first direction of all. */
  readonly first: boolean;
  /** True if its near side is the eye throughout. */
  apex: boolean;
  /** The span on whose wall it ends, a corner still to be written; −1: none. */
  onWall: number;
}

const METRES = 1 / UNITS_PER_METRE;
/** Part of a piece that is too small to matter. */
const TINY = 1e-12;
/** Most ways through gates that leave several ranges of heights; beyond that they count as open from least to most. */
const MOST_WAYS = 16;
/** Most cells of a sector. */
const MOST_CELLS = 64;
/** Steps counted for a piece. */
const PIECE = 8;
/** Directions nearer than this, as a share of their lengths, are one. */
const ONE_RAY = 1e-9;

/** Working memory shared by all views. */
const lows = new Bounds();
const highs = new Bounds();
const fars = new Lines();
const nears = new Lines();
const spare: Points[] = [];
let endX = new Float64Array(64);
let endY = new Float64Array(64);

class Kernel {
  private readonly found: Ring[] = [];
  /** The ring before any gate of the first cell, and all others by gates, cell and way. */
  private plain: Chain | undefined;
  private readonly chains = new Map<number, Chain>();
  /** The piece is looked at between these parts of it. */
  private from = 0;
  private to = 1;
  /** Directions of the piece's ends, m about the eye. */
  private cx = 0;
  private cy = 0;
  private nx = 0;
  private ny = 0;
  /** Where they meet the span's wall, and the inverse distances in their own lengths. */
  private px = 0;
  private py = 0;
  private wa = 0;
  private wb = 0;
  private first = true;
  private readonly ex: number;
  private readonly ey: number;
  private readonly cos: number;
  private readonly sin: number;
  private readonly spans: Float64Array;
  private readonly packed: Packed;
  /** By list of gates: the line g·p = 1 of its last gate about the eye, and the heights above it that it lets through. */
  private readonly gateX: number[] = [];
  private readonly gateY: number[] = [];
  private readonly gatePasses: (readonly Pass[] | undefined)[] = [];

  constructor(private readonly looking: Looking) {
    [this.ex, this.ey] = looking.eye;
    this.cos = Math.cos(looking.heading);
    this.sin = Math.sin(looking.heading);
    this.spans = looking.seen.spans;
    this.packed = looking.table.packed;
  }

  run(): Ring[] {
    const { spans, ex, ey, cos, sin, packed } = this;
    const { end } = this.looking.seen;
    const n = packed.cos.length;
    if (endX.length < n) {
      endX = new Float64Array(2 * n);
      endY = new Float64Array(2 * n);
    }
    for (let i = 0; i < n; i += 1) {
      endX[i] = packed.cos[i] * cos - packed.sin[i] * sin;
      endY[i] = packed.cos[i] * sin + packed.sin[i] * cos;
    }
    let sector = -1;
    let pieces = 0;
    for (let at = 0; at < end; at += SPAN) {
      const ax = spans[at + 1] * METRES - ex;
      const ay = spans[at + 2] * METRES - ey;
      const bx = spans[at + 3] * METRES - ex;
      const by = spans[at + 4] * METRES - ey;
      if (!(ax * by - ay * bx > 0)) continue;
      if (sector < 0) sector = this.sectorAt(ax, ay);
      this.cx = ax;
      this.cy = ay;
      for (;;) {
        const qx = endX[sector];
        const qy = endY[sector];
        // The sector ends before the span does, seen from where the piece begins.
        const ends = qx * by - qy * bx > 0 && this.cx * qy - this.cy * qx >= 0;
        this.nx = ends ? qx : bx;
        this.ny = ends ? qy : by;
        if (this.cx * this.ny - this.cy * this.nx > 0) {
          pieces += 1;
          this.piece(at, sector, !ends);
          this.first = false;
        }
        if (!ends) break;
        this.cx = qx;
        this.cy = qy;
        sector = sector + 1 === n ? 0 : sector + 1;
      }
    }
    spendBudget(PIECE * pieces + 20);
    if (this.plain !== undefined) this.flush(this.plain, true);
    for (const chain of this.chains.values()) this.flush(chain, true);
    return this.found;
  }

  private sectorAt(x: number, y: number): number {
    const { sectors } = this.looking.table;
    const azimuth = Math.atan2(y * this.cos - x * this.sin, x * this.cos + y * this.sin);
    let low = 0;
    let high = sectors.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sectors[middle].to > azimuth) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Takes up one piece: between two directions, one sector of the table and one span of wall, which ends with it or not. */
  private piece(at: number, sector: number, last: boolean): void {
    const { first } = this.packed;
    const begin = first[sector];
    const cells = first[sector + 1] - begin;
    if (cells === 0) return;
    const list = this.spans[at + SPAN - 1];
    if (list === 0 && cells === 1 && this.isWallAlone(at, begin, last)) return;
    this.wall(at);
    const gates = list === 0 ? NONE : this.gatesOf(list);
    for (let cell = 0; cell < cells; cell += 1) {
      if (gates.length === 0) this.through(at, begin + cell, cell, gates, NONE, 0);
      else this.waysThrough(at, begin + cell, cell, gates);
    }
  }

  /**
   * Takes up a piece where nothing but the wall ends what is seen; false if that isn't so. Most pieces of most views are
   * such, and a corner is written only where the span begins or ends.
   */
  private isWallAlone(at: number, cell: number, last: boolean): boolean {
    const { data, at: cellAt } = this.packed;
    const begin = cellAt[cell];
    if (data[begin + 3] > 0 || data[begin + 4] > 0) return false;
    const chain = this.plain;
    const goesOn = chain !== undefined && chain.onWall === at;
    const { cx, cy, nx, ny } = this;
    const count = data[begin + 2];
    if (count > 0) {
      this.wall(at);
      let line = begin + COUNTS + 4 * (data[begin] + data[begin + 1]);
      const c0 = cx * this.cos + cy * this.sin;
      const c1 = cy * this.cos - cx * this.sin;
      const n0 = nx * this.cos + ny * this.sin;
      const n1 = ny * this.cos - nx * this.sin;
      for (let i = 0; i < count; i += 1) {
        const x = data[line];
        const y = data[line + 1];
        if (x * c0 + y * c1 > this.wa || x * n0 + y * n1 > this.wb) return false;
        line += 2;
      }
    }
    const ring = this.chainFor(0, 0, cx, cy);
    if (!goesOn || ring !== chain) this.corner(at, at + 1, cx, cy, ring.outer);
    if (last) this.corner(at, at + 3, nx, ny, ring.outer);
    ring.onWall = last ? -1 : at;
    if (ring.inner.n === 0 || !ring.apex) ring.inner.put(this.ex, this.ey);
    ring.x = nx;
    ring.y = ny;
    ring.whole = true;
    return true;
  }

  /** Takes up a piece for each way through its gates: most leave one range of heights each. */
  private waysThrough(at: number, cell: number, number: number, gates: readonly number[]): void {
    let ways = 1;
    for (const gate of gates) ways *= Math.max(1, this.passesOf(gate).length);
    if (ways === 1 || ways > MOST_WAYS) {
      this.through(at, cell, number, gates, NONE, 0);
      return;
    }
    const choice = gates.map(() => 0);
    for (let way = 0; way < ways; way += 1) {
      let rest = way;
      for (let i = 0; i < gates.length; i += 1) {
        const count = Math.max(1, this.passesOf(gates[i]).length);
        choice[i] = rest % count;
        rest = Math.floor(rest / count);
      }
      this.through(at, cell, number, gates, choice, way);
    }
  }

  /** Returns the gates of a list, as lists that end with each, the nearest first. */
  private gatesOf(list: number): readonly number[] {
    const { before } = this.looking.seen.gates;
    const found: number[] = [];
    for (let one = list; one > 0; one = before[one]) found.push(one);
    return found.reverse();
  }

  private passesOf(gate: number): readonly Pass[] {
    const known = this.gatePasses[gate];
    if (known !== undefined) return known;
    const { seen, units, passes } = this.looking;
    const wall = seen.gates.wall[gate];
    const ax = units[4 * wall] * METRES - this.ex;
    const ay = units[4 * wall + 1] * METRES - this.ey;
    const bx = units[4 * wall + 2] * METRES - this.ex;
    const by = units[4 * wall + 3] * METRES - this.ey;
    const area = ax * by - ay * bx;
    this.gateX[gate] = (by - ay) / area;
    this.gateY[gate] = (ax - bx) / area;
    const { height } = this.looking;
    const found = passes(wall).flatMap((pass) => passAbout(pass, height) ?? []);
    this.gatePasses[gate] = found;
    return found;
  }

  /**
   * Takes up a piece with one cell and one way through its gates: before the first gate, then beyond each.
   *
   * @param number the cell's number in its sector
   * @param choice by gate, which of the ranges that it lets through; []: from the lowest to the highest
   */
  private through(
    at: number,
    cell: number,
    number: number,
    gates: readonly number[],
    choice: readonly number[],
    way: number,
  ): void {
    const { cx, cy, nx, ny } = this;
    this.from = 0;
    this.to = 1;
    this.load(cell);
    if (this.to - this.from <= TINY) return;
    // Before the first gate every way is the same.
    if (way === 0) {
      if (gates.length === 0) this.until(this.wa, this.wb);
      else this.untilGate(gates[0]);
      this.part(at, gates.length === 0, 0, number);
    }
    for (let i = 0; i < gates.length; i += 1) {
      const gate = gates[i];
      const passes = this.passesOf(gate);
      if (passes.length === 0) return;
      const ga = this.gateX[gate] * cx + this.gateY[gate] * cy;
      const gb = this.gateX[gate] * nx + this.gateY[gate] * ny;
      if (!(ga > 0 && gb > 0) || !Number.isFinite(ga + gb)) return;
      const { from } = passes[choice.length === 0 ? 0 : choice[i]];
      const { to } = passes[choice.length === 0 ? passes.length - 1 : choice[i]];
      if (from > Number.NEGATIVE_INFINITY) this.low(from * ga, from * gb, ga, gb);
      if (to < Number.POSITIVE_INFINITY) this.high(to * ga, to * gb, ga, gb);
      if (this.to - this.from <= TINY) return;
      nears.a[0] = ga;
      nears.b[0] = gb;
      const last = i + 1 === gates.length;
      if (last) this.until(this.wa, this.wb);
      else this.untilGate(gates[i + 1]);
      // Ways that differ only in later gates are the same up to here.
      if (choice.length === 0 || isFirstOf(choice, i + 1)) this.part(at, last, gate, number * MOST_WAYS + way);
    }
  }

  /**
   * Loads a cell's bounds and lines for the piece. Line 0 of the far ones is left for the wall or the next gate, of the
   * near ones for the gate last passed.
   */
  private load(cell: number): void {
    const { data } = this.packed;
    const { cos, sin } = this;
    const c0 = this.cx * cos + this.cy * sin;
    const c1 = this.cy * cos - this.cx * sin;
    const n0 = this.nx * cos + this.ny * sin;
    const n1 = this.ny * cos - this.nx * sin;
    let i = this.packed.at[cell];
    const [lowCount, highCount, farCount, nearCount, cutCount] = [
      data[i],
      data[i + 1],
      data[i + 2],
      data[i + 3],
      data[i + 4],
    ];
    i += COUNTS;
    lows.n = 0;
    highs.n = 0;
    for (let k = 0; k < lowCount + highCount; k += 1) {
      const x = data[i + 1];
      const y = data[i + 2];
      (k < lowCount ? lows : highs).bound(data[i], x * c0 + y * c1, x * n0 + y * n1, data[i + 3] === 1);
      i += 4;
    }
    fars.n = 0;
    fars.put(0, 0);
    nears.n = 0;
    nears.put(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
    for (let k = 0; k < farCount + nearCount + cutCount; k += 1) {
      const a = data[i] * c0 + data[i + 1] * c1;
      const b = data[i] * n0 + data[i + 1] * n1;
      if (k < farCount) fars.put(a, b);
      else if (k < farCount + nearCount) nears.put(a, b);
      else this.keep(a, b);
      i += 2;
    }
  }

  private until(a: number, b: number): void {
    fars.a[0] = a;
    fars.b[0] = b;
  }

  private untilGate(gate: number): void {
    this.passesOf(gate);
    const x = this.gateX[gate];
    const y = this.gateY[gate];
    this.until(x * this.cx + y * this.cy, x * this.nx + y * this.ny);
  }

  /** Adds a gate's lower bound, and pairs it with the upper ones. (ga, gb): the gate's line at both ends. */
  private low(a: number, b: number, ga: number, gb: number): void {
    for (let i = 0; i < highs.n; i += 1) {
      const slit = highs.mask[i] === 1 ? SLIT : 0;
      this.pair(highs.at[i], a - highs.a[i], b - highs.b[i], slit * ga, slit * gb);
    }
    lows.bound(0, a, b, false);
  }

  private high(a: number, b: number, ga: number, gb: number): void {
    for (let i = 0; i < lows.n; i += 1) {
      const slit = lows.mask[i] === 1 ? SLIT : 0;
      this.pair(-lows.at[i], lows.a[i] - a, lows.b[i] - b, slit * ga, slit * gb);
    }
    highs.bound(0, a, b, false);
  }

  /** Takes up the condition l·p ≤ room of a lower and an upper bound; through the eye with a slit's height to spare. */
  private pair(room: number, a: number, b: number, slitA: number, slitB: number): void {
    if (room > THROUGH) fars.put(a / room, b / room);
    else if (room < -THROUGH) nears.put(a / room, b / room);
    else this.keep(-a - slitA, -b - slitB);
  }

  /** Keeps the part of the piece in which a linear function is not negative. */
  private keep(a: number, b: number): void {
    if (a >= 0) {
      if (b < 0) this.to = Math.min(this.to, a / (a - b));
    } else if (b > 0) this.from = Math.max(this.from, a / (a - b));
    else this.to = -1;
  }

  /** Leaves the inverse distances of the span's wall at both ends of the piece, in lengths of their directions. */
  private wall(at: number): void {
    const { cx, cy, nx, ny } = this;
    this.wallAt(at, cx, cy);
    this.wa = (cx * cx + cy * cy) / (this.px * cx + this.py * cy);
    this.wallAt(at, nx, ny);
    this.wb = (nx * nx + ny * ny) / (this.px * nx + this.py * ny);
  }

  /** Leaves in (px, py) where a ray meets the span's wall, m about the eye: on the wall, whatever rounding does. */
  private wallAt(at: number, rx: number, ry: number): void {
    const { spans, ex, ey } = this;
    const sx = spans[at + 5] * METRES - ex;
    const sy = spans[at + 6] * METRES - ey;
    const tx = spans[at + 7] * METRES - ex;
    const ty = spans[at + 8] * METRES - ey;
    // Both shares are proportional to the distance from the ray.
    const right = ry * sx - rx * sy;
    const left = rx * ty - ry * tx;
    const part = right / (right + left);
    this.px = sx + part * (tx - sx);
    this.py = sy + part * (ty - sy);
  }

  /** Returns the ring that a part beginning in a direction goes on with, or a new one. */
  private chainFor(gates: number, key: number, x: number, y: number): Chain {
    const plain = gates === 0 && key === 0;
    const known = plain ? this.plain : this.chains.get(gates * MOST_CELLS * MOST_WAYS + key);
    if (known !== undefined) {
      if (known.whole && isOneRay(known.x, known.y, x, y)) return known;
      this.flush(known, false);
    }
    const chain: Chain = {
      outer: spare.pop() ?? new Points(),
      inner: spare.pop() ?? new Points(),
      x: 0,
      y: 0,
      whole: false,
      first: this.first && x === this.cx && y === this.cy,
      apex: true,
      onWall: -1,
    };
    if (plain) this.plain = chain;
    else this.chains.set(gates * MOST_CELLS * MOST_WAYS + key, chain);
    return chain;
  }

  /** Appends the part of the piece between its far and near lines to the ring of its gates. */
  private part(at: number, toWall: boolean, gates: number, key: number): void {
    let { from, to } = this;
    for (let i = 0; i < nears.n; i += 1) {
      const a = nears.a[i];
      const b = nears.b[i];
      if (a === Number.POSITIVE_INFINITY) continue;
      for (let k = 0; k < fars.n; k += 1) {
        const p = a - fars.a[k];
        const q = b - fars.b[k];
        if (p >= 0) {
          if (q < 0) to = Math.min(to, p / (p - q));
        } else if (q > 0) from = Math.max(from, p / (p - q));
        else return;
      }
    }
    if (to - from <= TINY) return;
    const x = from === 0 ? this.cx : this.cx + (this.nx - this.cx) * from;
    const y = from === 0 ? this.cy : this.cy + (this.ny - this.cy) * from;
    const chain = this.chainFor(gates, key, x, y);
    this.endOnWall(chain);
    this.far(at, toWall, from, to, chain.outer);
    if (nears.n === 1 && nears.a[0] === Number.POSITIVE_INFINITY) chain.inner.put(this.ex, this.ey);
    else {
      chain.apex = false;
      this.near(from, to, chain.inner);
    }
    chain.x = this.nx;
    chain.y = this.ny;
    chain.whole = to === 1;
  }

  /** Appends the far side of a part: the greatest of the far lines from one direction to another. */
  private far(at: number, toWall: boolean, from: number, to: number, outer: Points): void {
    const { a, b, n } = fars;
    let t = from;
    let line = fars.extremeAt(t, 1);
    for (;;) {
      if (line === 0 && toWall && (t === 0 || t === 1)) {
        if (t === 0) this.corner(at, at + 1, this.cx, this.cy, outer);
        else this.corner(at, at + 3, this.nx, this.ny, outer);
      } else this.on(a[line] + (b[line] - a[line]) * t, t, outer);
      if (t >= to) return;
      const next = n === 1 ? -1 : fars.nextAfter(line, t, to, 1);
      t = next < 0 ? to : fars.crossing;
      if (next < 0) {
        if (line === 0 && toWall && t === 1) this.corner(at, at + 3, this.nx, this.ny, outer);
        else this.on(a[line] + (b[line] - a[line]) * t, t, outer);
        return;
      }
      line = next;
    }
  }

  /** Appends the near side of a part: the least of the near lines. */
  private near(from: number, to: number, inner: Points): void {
    const { a, b } = nears;
    let t = from;
    let line = nears.extremeAt(t, -1);
    for (;;) {
      this.on(a[line] + (b[line] - a[line]) * t, t, inner);
      if (t >= to) return;
      const next = nears.nextAfter(line, t, to, -1);
      t = next < 0 ? to : nears.crossing;
      if (next < 0) {
        this.on(a[line] + (b[line] - a[line]) * t, t, inner);
        return;
      }
      line = next;
    }
  }

  /**
   * Appends where a ray meets the span's wall. A corner of the walls is taken over as it is, so that rings meet walls and
   * each other exactly.
   *
   * @param ray where the span's own ray is, right or left; the ray asked for may be another
   */
  private corner(at: number, ray: number, x: number, y: number, outer: Points): void {
    const { spans, ex, ey } = this;
    const rx = spans[ray];
    const ry = spans[ray + 1];
    const corner = (rx === spans[at + 5] && ry === spans[at + 6]) || (rx === spans[at + 7] && ry === spans[at + 8]);
    if (corner && rx * METRES - ex === x && ry * METRES - ey === y) {
      outer.put(rx / UNITS_PER_METRE, ry / UNITS_PER_METRE);
      return;
    }
    this.wallAt(at, x, y);
    outer.put(ex + this.px, ey + this.py);
  }

  /** Appends the point in a direction at an inverse distance. */
  private on(inverse: number, t: number, to: Points): void {
    const x = this.cx + (this.nx - this.cx) * t;
    const y = this.cy + (this.ny - this.cy) * t;
    to.put(this.ex + x / inverse, this.ey + y / inverse);
  }

  /** Writes the corner at which a ring ends on a wall, if it is still to be written: a bound may jump from there on. */
  private endOnWall(chain: Chain): void {
    if (chain.onWall >= 0) this.corner(chain.onWall, chain.onWall + 1, chain.x, chain.y, chain.outer);
    chain.onWall = -1;
  }

  /** Writes a ring. */
  private flush(chain: Chain, last: boolean): void {
    const { outer, inner, apex, first } = chain;
    this.endOnWall(chain);
    const ring: Point[] = [];
    const { xy } = outer;
    for (let i = 0; i < outer.n; i += 2) ring.push([xy[i], xy[i + 1]]);
    if (last && first && apex && chain.whole && this.looking.round && this.looking.table.window === undefined) {
      if (outer.n > 2 && xy[0] === xy[outer.n - 2] && xy[1] === xy[outer.n - 1]) ring.pop();
    } else for (let i = inner.n - 2; i >= 0; i -= 2) ring.push([inner.xy[i], inner.xy[i + 1]]);
    if (ring.length >= 3) this.found.push(ring);
    outer.n = 0;
    inner.n = 0;
    spare.push(outer, inner);
  }
}

const NONE: readonly number[] = [];

/** True if every choice from one gate on is the first. */
function isFirstOf(choice: readonly number[], from: number): boolean {
  for (let i = from; i < choice.length; i += 1) if (choice[i] !== 0) return false;
  return true;
}

/** True if two directions are the same but for rounding. */
function isOneRay(ax: number, ay: number, bx: number, by: number): boolean {
  const cross = ax * by - ay * bx;
  return Math.abs(cross) <= ONE_RAY * (Math.abs(ax) + Math.abs(ay)) * (Math.abs(bx) + Math.abs(by));
}
