// The kernel of may-see: the part of a view that is in frame at a height that no sill, lintel or low wall hides.

import { roomFor } from '../../base/arrays.js';
import { spendBudget } from '../../base/budget.js';
import { type GatedSpans, SPAN, UNITS_PER_METRE } from '../../geometry/index.js';
import type { Point, Ring, Segment } from '../../geometry/types.js';
import { addPair, Bounds, Lines, Points } from './lines.js';
import { BOUND, COUNTS, type Packed } from './packed.js';
import { type Pass, SLIT } from './passes.js';
import type { Table } from './table.js';

/** Input of {@link seenRings}: what a lens has in frame, and the walls and gates that sight lines from its eye meet. */
export interface Looking {
  readonly eye: Point;
  /** Azimuth (radians) of the table's heading in the plan. */
  readonly heading: number;
  readonly table: Table;
  readonly seen: GatedSpans;
  /** True if the spans go all round. */
  readonly round: boolean;
  /** Ends of the prepared walls, grid units: x0, y0, x1, y1 of each. */
  readonly units: Float64Array;
  /** Returns the heights that a gate lets through, m above the eye; []: none; undefined: it counts as no gate. */
  readonly passes: (wall: number) => readonly Pass[] | undefined;
  /** Hole between two levels that all lines pass, in the directions of the spans; undefined: none. */
  readonly hole?: Hole | undefined;
  /** True if nothing may be returned that isn't seen; otherwise all that is seen is returned. */
  readonly sure?: boolean | undefined;
}

/** Part of a hole in a floor or a ceiling, between two of its edges as seen from the eye. */
export interface Hole {
  /** Where lines enter it, counter-clockwise about the eye, m; undefined: the eye is above it, or below. */
  readonly near: Segment | undefined;
  /** Where they leave it. */
  readonly far: Segment;
  /** m above the eye, not 0; undefined: the eye's height isn't known, and lines pass the hole at any height. */
  readonly height: number | undefined;
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
  /**
   * What its far side, and its near side, lie on up to the direction at which it ends; the corner there is still to be
   * written. Sides: {@link NOTHING} that is written, a span's wall by the span, a line by its name.
   */
  far: number;
  near: number;
  /** The lines l·p = 1 (m about the eye) of its sides, unless a wall's. */
  farX: number;
  farY: number;
  nearX: number;
  nearY: number;
}

/** Names of sides: nothing; the line of cell i is NOTHING − 1 − i, of gate i FIRST_GATE + i, and a span its own place. */
const NOTHING = -1;
const FIRST_GATE = 2 ** 40;

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
/** The table turned to the heading: by sector the direction at which it ends, by cell its far and near line. */
let endX = new Float64Array(64);
let endY = new Float64Array(64);
let far = new Float64Array(64);
let near = new Float64Array(64);
/** The table turned last, and the heading (radians) to which it was turned. */
let turned: Packed | undefined;
let turnedBy = 0;
/** By gate, its line g·p = 1 about the eye. */
let gateX = new Float64Array(64);
let gateY = new Float64Array(64);

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
  /** Where a ray meets the span's wall, and the inverse distances of the wall at both ends, in their own lengths. */
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
  /** By list of gates: the heights above the eye that its last gate lets through, and its gates from the nearest on. */
  private readonly gatePasses: (readonly Pass[] | undefined)[] = [];
  private readonly gateLists: (readonly number[] | undefined)[] = [];

  constructor(private readonly looking: Looking) {
    [this.ex, this.ey] = looking.eye;
    this.cos = Math.cos(looking.heading);
    this.sin = Math.sin(looking.heading);
    this.spans = looking.seen.spans;
    this.packed = looking.table.packed;
  }

  run(): Ring[] {
    const { spans, ex, ey } = this;
    const { end, gates } = this.looking.seen;
    this.turn();
    gateX = roomFor(gateX, gates.count);
    gateY = roomFor(gateY, gates.count);
    const n = this.packed.cos.length;
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
        const ahead = this.cx * qy - this.cy * qx;
        // Rounding may leave a ray at the end of its sector or a hair past it, and no later ray meets that end again.
        if (ahead <= 0 && this.cx * qx + this.cy * qy > 0) {
          sector = sector + 1 === n ? 0 : sector + 1;
          continue;
        }
        // The sector ends before the span does, seen from where the piece begins.
        const ends = qx * by - qy * bx > 0 && ahead > 0;
        this.nx = ends ? qx : bx;
        this.ny = ends ? qy : by;
        if (this.cx * this.ny - this.cy * this.nx > 0) {
          pieces += 1;
          this.piece(at, sector);
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

  /** Turns the table to the heading. */
  private turn(): void {
    const { cos, sin, packed } = this;
    // The cells of a hole are looked through one after another with one table.
    if (turned === packed && turnedBy === this.looking.heading) return;
    turned = packed;
    turnedBy = this.looking.heading;
    const n = packed.cos.length;
    endX = roomFor(endX, n);
    endY = roomFor(endY, n);
    for (let i = 0; i < n; i += 1) {
      endX[i] = packed.cos[i] * cos - packed.sin[i] * sin;
      endY[i] = packed.cos[i] * sin + packed.sin[i] * cos;
    }
    const cells = packed.far.length;
    far = roomFor(far, cells);
    near = roomFor(near, cells);
    for (let i = 0; i < cells; i += 2) {
      far[i] = packed.far[i] * cos - packed.far[i + 1] * sin;
      far[i + 1] = packed.far[i] * sin + packed.far[i + 1] * cos;
      near[i] = packed.near[i] * cos - packed.near[i + 1] * sin;
      near[i + 1] = packed.near[i] * sin + packed.near[i + 1] * cos;
    }
  }

  private sectorAt(x: number, y: number): number {
    const { to } = this.packed;
    const azimuth = Math.atan2(y * this.cos - x * this.sin, x * this.cos + y * this.sin);
    let low = 0;
    let high = to.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (to[middle] > azimuth) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Takes up one piece: between two directions, one sector of the table and one span of wall. */
  private piece(at: number, sector: number): void {
    const { first, number } = this.packed;
    const begin = first[sector];
    const end = first[sector + 1];
    if (begin === end) return;
    const list = this.spans[at + SPAN - 1];
    const gates = list === 0 ? NONE : this.gatesOf(list);
    if (gates.length === 0 && this.looking.hole === undefined) {
      for (let cell = begin; cell < end; cell += 1) this.untilWall(at, cell, number[cell]);
      return;
    }
    this.wall(at);
    for (let cell = begin; cell < end; cell += 1) {
      if (this.looking.hole === undefined) {
        const [gate] = gates;
        this.before(FIRST_GATE + gate, gateX[gate], gateY[gate], cell, number[cell]);
      }
      this.waysThrough(at, cell, number[cell], gates);
    }
  }

  /** Takes up a cell of a piece without gates. */
  private untilWall(at: number, cell: number, number: number): void {
    const { spans, ex, ey } = this;
    const sx = spans[at + 5] * METRES - ex;
    const sy = spans[at + 6] * METRES - ey;
    const tx = spans[at + 7] * METRES - ex;
    const ty = spans[at + 8] * METRES - ey;
    const area = sx * ty - sy * tx;
    this.before(at, (ty - sy) / area, (sx - tx) / area, cell, number);
  }

  /**
   * Takes up what is seen of a cell before any gate: up to a wall or the first gate, with its line l·p = 1, or to the
   * cell's own far line, and from its near line on. Only corners are written.
   */
  private before(side: number, lx: number, ly: number, cell: number, number: number): void {
    const { cx, cy, nx, ny } = this;
    const fx = far[2 * cell];
    const fy = far[2 * cell + 1];
    const ux = near[2 * cell];
    const uy = near[2 * cell + 1];
    const la = lx * cx + ly * cy;
    const lb = lx * nx + ly * ny;
    // The eye is on the line: nothing is to be seen of what lies along it.
    if (!(la > 0 && lb > 0 && la + lb < Number.POSITIVE_INFINITY)) return;
    const fa = fx * cx + fy * cy;
    const fb = fx * nx + fy * ny;
    let from = 0;
    let to = 1;
    // A cell ends beyond where it begins, so only the wall may end it before.
    const begins = !Number.isNaN(ux);
    if (begins) {
      const a = ux * cx + uy * cy - la;
      const b = ux * nx + uy * ny - lb;
      if (a > 0) {
        if (b < 0) to = a / (a - b);
      } else if (b > 0) from = a / (a - b);
      else return;
      if (to - from <= TINY) return;
    }
    const x = from === 0 ? cx : cx + (nx - cx) * from;
    const y = from === 0 ? cy : cy + (ny - cy) * from;
    const chain = this.chainFor(0, number, x, y);
    if (begins) this.nearOn(chain, NOTHING - 1 - cell, ux, uy, x, y);
    else this.nearAtEye(chain);
    const a = la - fa + (lb - fb - la + fa) * from;
    const b = la - fa + (lb - fb - la + fa) * to;
    if (a >= 0) this.farOn(chain, side, lx, ly, x, y);
    else this.farOn(chain, NOTHING - 1 - cell, fx, fy, x, y);
    if (a >= 0 !== b >= 0) {
      const t = from + (to - from) * (a / (a - b));
      chain.x = cx + (nx - cx) * t;
      chain.y = cy + (ny - cy) * t;
      if (b >= 0) this.farTurns(chain, side, lx, ly);
      else this.farTurns(chain, NOTHING - 1 - cell, fx, fy);
    }
    chain.x = to === 1 ? nx : cx + (nx - cx) * to;
    chain.y = to === 1 ? ny : cy + (ny - cy) * to;
    chain.whole = to === 1;
  }

  /** Takes up a piece for each way through its gates: most leave one range of heights each. */
  private waysThrough(at: number, cell: number, number: number, gates: readonly number[]): void {
    let ways = 1;
    for (const gate of gates) ways *= Math.max(1, this.passesOf(gate).length);
    if (ways > MOST_WAYS && this.looking.sure === true) return;
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
    const known = this.gateLists[list];
    if (known !== undefined) return known;
    const { before } = this.looking.seen.gates;
    const found: number[] = [];
    for (let one = list; one > 0; one = before[one]) if (this.passesOf(one) !== NO_GATE) found.push(one);
    found.reverse();
    this.gateLists[list] = found;
    return found;
  }

  /** Returns the heights that a gate lets through, with its line; {@link NO_GATE} if it counts as none. */
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
    gateX[gate] = (by - ay) / area;
    gateY[gate] = (ax - bx) / area;
    const found = passes(wall) ?? NO_GATE;
    this.gatePasses[gate] = found;
    return found;
  }

  /**
   * Takes up what is seen of a cell beyond each of its gates, by one way through them.
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
    if (this.looking.hole !== undefined) {
      if (!this.enter(this.looking.hole)) return;
      this.upTo(gates, 0);
      if (choice.length === 0 || isFirstOf(choice, 0)) this.part(at, gates.length === 0, 0, number * MOST_WAYS + way);
    }
    for (let i = 0; i < gates.length; i += 1) {
      const gate = gates[i];
      const passes = this.passesOf(gate);
      if (passes.length === 0) return;
      const ga = gateX[gate] * cx + gateY[gate] * cy;
      const gb = gateX[gate] * nx + gateY[gate] * ny;
      if (!(ga > 0 && gb > 0) || !Number.isFinite(ga + gb)) return;
      const { from } = passes[choice.length === 0 ? 0 : choice[i]];
      const { to } = passes[choice.length === 0 ? passes.length - 1 : choice[i]];
      if (from > Number.NEGATIVE_INFINITY) this.low(from * ga, from * gb, ga, gb);
      if (to < Number.POSITIVE_INFINITY) this.high(to * ga, to * gb, ga, gb);
      if (this.to - this.from <= TINY) return;
      nears.a[0] = ga;
      nears.b[0] = gb;
      this.upTo(gates, i + 1);
      const last = i + 1 === gates.length;
      // Ways that differ only in later gates are the same up to here.
      if (choice.length === 0 || isFirstOf(choice, i + 1)) this.part(at, last, gate, number * MOST_WAYS + way);
    }
  }

  /** Takes the next gate, or the wall after the last one, for the line at which a part ends. */
  private upTo(gates: readonly number[], next: number): void {
    const { cx, cy, nx, ny } = this;
    const gate = gates[next];
    fars.a[0] = gate === undefined ? this.wa : gateX[gate] * cx + gateY[gate] * cy;
    fars.b[0] = gate === undefined ? this.wb : gateX[gate] * nx + gateY[gate] * ny;
  }

  /**
   * Takes up the condition that a line passes a hole between its near and its far edge: two planes through the eye. False
   * if none does.
   */
  private enter({ near: nearEdge, far: farEdge, height }: Hole): boolean {
    let a = AT_EYE;
    let b = AT_EYE;
    if (nearEdge !== undefined) {
      [a, b] = this.lineAt(nearEdge);
      if (!(a > 0 && b > 0)) return false;
      if (height !== undefined) {
        if (height < 0) this.low(height * a, height * b, a, b);
        else this.high(height * a, height * b, a, b);
      }
    }
    if (height !== undefined) {
      const [p, q] = this.lineAt(farEdge);
      if (!(p > 0 && q > 0)) return false;
      if (height < 0) this.high(height * p, height * q, p, q);
      else this.low(height * p, height * q, p, q);
    }
    nears.a[0] = a;
    nears.b[0] = b;
    return this.to - this.from > TINY;
  }

  /** Returns g·p of a segment's line g·p = 1, m about the eye, at both ends of the piece. */
  private lineAt({ a: [px, py], b: [qx, qy] }: Segment): readonly [number, number] {
    const { ex, ey, cx, cy, nx, ny } = this;
    const area = (px - ex) * (qy - ey) - (py - ey) * (qx - ex);
    const x = (qy - py) / area;
    const y = (px - qx) / area;
    return [x * cx + y * cy, x * nx + y * ny];
  }

  /**
   * Loads a cell's bounds and lines for the piece. Line 0 of the far ones is left for the wall or the next gate, of the
   * near ones for the gate last passed.
   */
  private load(cell: number): void {
    const { at, data } = this.packed;
    const { cos, sin, cx, cy, nx, ny } = this;
    const c0 = cx * cos + cy * sin;
    const c1 = cy * cos - cx * sin;
    const n0 = nx * cos + ny * sin;
    const n1 = ny * cos - nx * sin;
    let i = at[cell];
    const lowCount = data[i];
    const count = lowCount + data[i + 1];
    i += COUNTS;
    lows.n = 0;
    highs.n = 0;
    for (let k = 0; k < count; k += 1) {
      const x = data[i + 1];
      const y = data[i + 2];
      (k < lowCount ? lows : highs).bound(data[i], x * c0 + y * c1, x * n0 + y * n1, data[i + 3] === 1);
      i += BOUND;
    }
    fars.n = 0;
    fars.put(0, 0);
    nears.n = 0;
    nears.put(0, 0);
    const x = far[2 * cell];
    const y = far[2 * cell + 1];
    if (x !== 0 || y !== 0) fars.put(x * cx + y * cy, x * nx + y * ny);
    const u = near[2 * cell];
    const v = near[2 * cell + 1];
    if (!Number.isNaN(u)) nears.put(u * cx + v * cy, u * nx + v * ny);
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

  /** Takes up the condition L ≤ U of a lower and an upper bound; through the eye with a slit's height to spare. */
  private pair(room: number, a: number, b: number, slitA: number, slitB: number): void {
    if (!addPair(room, a, b, fars, nears)) this.keep(-a - slitA, -b - slitB);
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
      x,
      y,
      whole: false,
      first: this.first && x === this.cx && y === this.cy,
      apex: true,
      far: NOTHING,
      near: NOTHING,
      farX: 0,
      farY: 0,
      nearX: 0,
      nearY: 0,
    };
    if (plain) this.plain = chain;
    else this.chains.set(gates * MOST_CELLS * MOST_WAYS + key, chain);
    return chain;
  }

  /** Has the far side of a ring go on, from a direction on, along a wall or a line. */
  private farOn(chain: Chain, side: number, lx: number, ly: number, x: number, y: number): void {
    if (chain.far === side) return;
    if (this.isOneWall(chain.far, side)) {
      chain.far = side;
      return;
    }
    this.endFar(chain);
    chain.far = side;
    chain.farX = lx;
    chain.farY = ly;
    this.farAt(chain, x, y);
  }

  /** True if two sides are spans of wall that go on straight from one to the other. */
  private isOneWall(one: number, other: number): boolean {
    if (one < 0 || other < 0 || one >= FIRST_GATE || other >= FIRST_GATE) return false;
    const { spans } = this;
    const x = spans[one + 7];
    const y = spans[one + 8];
    if (x !== spans[other + 5] || y !== spans[other + 6]) return false;
    // Only if both rays meet at that corner is nothing between them.
    if (spans[one + 3] !== x || spans[one + 4] !== y || spans[other + 1] !== x || spans[other + 2] !== y) return false;
    return (x - spans[one + 5]) * (spans[other + 8] - y) === (y - spans[one + 6]) * (spans[other + 7] - x);
  }

  /** Has it turn from one to the other where they cross: at the direction at which the ring ends. */
  private farTurns(chain: Chain, side: number, lx: number, ly: number): void {
    this.endFar(chain);
    chain.far = side;
    chain.farX = lx;
    chain.farY = ly;
  }

  /** Writes the corner at which the far side ends, if it is still to be written. */
  private endFar(chain: Chain): void {
    if (chain.far === NOTHING) return;
    this.farAt(chain, chain.x, chain.y);
    chain.far = NOTHING;
  }

  private farAt({ far: side, farX, farY, outer }: Chain, x: number, y: number): void {
    if (side >= 0 && side < FIRST_GATE) this.corner(side, x, y, outer);
    else outer.put(this.ex + x / (farX * x + farY * y), this.ey + y / (farX * x + farY * y));
  }

  /** Has the near side of a ring go on, from a direction on, along a line. */
  private nearOn(chain: Chain, side: number, lx: number, ly: number, x: number, y: number): void {
    chain.apex = false;
    if (chain.near === side) return;
    this.endNear(chain);
    chain.near = side;
    chain.nearX = lx;
    chain.nearY = ly;
    this.nearAt(chain, x, y);
  }

  /** Has the near side of a ring be the eye. */
  private nearAtEye(chain: Chain): void {
    this.endNear(chain);
    chain.inner.put(this.ex, this.ey);
  }

  private endNear(chain: Chain): void {
    if (chain.near === NOTHING) return;
    this.nearAt(chain, chain.x, chain.y);
    chain.near = NOTHING;
  }

  private nearAt({ nearX, nearY, inner }: Chain, x: number, y: number): void {
    inner.put(this.ex + x / (nearX * x + nearY * y), this.ey + y / (nearX * x + nearY * y));
  }

  /** Appends the part of the piece between its far and near lines to the ring of its gates. */
  private part(at: number, toWall: boolean, gates: number, key: number): void {
    let { from, to } = this;
    for (let i = 0; i < nears.n; i += 1) {
      const a = nears.a[i];
      const b = nears.b[i];
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
    this.endFar(chain);
    this.endNear(chain);
    this.far(at, toWall, from, to, chain.outer);
    chain.apex = false;
    this.near(from, to, chain.inner);
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
        if (t === 0) this.corner(at, this.cx, this.cy, outer);
        else this.corner(at, this.nx, this.ny, outer);
      } else this.on(a[line] + (b[line] - a[line]) * t, t, outer);
      if (t >= to) return;
      const next = n === 1 ? -1 : fars.nextAfter(line, t, to, 1);
      t = next < 0 ? to : fars.crossing;
      if (next < 0) {
        if (line === 0 && toWall && t === 1) this.corner(at, this.nx, this.ny, outer);
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
   * Appends where a ray meets a span's wall. A corner of the walls is taken over as it is, so that rings meet walls and
   * each other exactly.
   */
  private corner(at: number, x: number, y: number, outer: Points): void {
    const { spans, ex, ey } = this;
    for (let ray = at + 1; ray <= at + 3; ray += 2) {
      const rx = spans[ray];
      const ry = spans[ray + 1];
      const corner = (rx === spans[at + 5] && ry === spans[at + 6]) || (rx === spans[at + 7] && ry === spans[at + 8]);
      if (corner && rx * METRES - ex === x && ry * METRES - ey === y) {
        outer.put(rx / UNITS_PER_METRE, ry / UNITS_PER_METRE);
        return;
      }
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

  /** Writes a ring. */
  private flush(chain: Chain, last: boolean): void {
    const { outer, inner, apex, first } = chain;
    this.endFar(chain);
    this.endNear(chain);
    const closed =
      last && first && apex && chain.whole && this.looking.round && this.looking.table.window === undefined;
    const { xy } = outer;
    // All round, the last corner may be the first one.
    if (closed && outer.n > 2 && xy[0] === xy[outer.n - 2] && xy[1] === xy[outer.n - 1]) outer.n -= 2;
    const far = outer.n / 2;
    const near = closed ? 0 : inner.n / 2;
    if (far + near >= 3) {
      const ring = new Array<Point>(far + near);
      for (let i = 0; i < far; i += 1) ring[i] = [xy[2 * i], xy[2 * i + 1]];
      for (let i = 0; i < near; i += 1) {
        const k = inner.n - 2 - 2 * i;
        ring[far + i] = [inner.xy[k], inner.xy[k + 1]];
      }
      this.found.push(ring);
    }
    outer.n = 0;
    inner.n = 0;
    spare.push(outer, inner);
  }
}

const NONE: readonly number[] = [];
/** What a gate lets through that counts as none. */
const NO_GATE: readonly Pass[] = [];
/** Inverse distance, 1/m, of what is as good as at the eye. */
const AT_EYE = 1e6;

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
