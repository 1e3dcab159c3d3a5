// A table in flat arrays for the kernel: sectors cut until one line ends each cell before any gate.
import { addPair, Lines } from './lines.js';
import type { Bound, Cell, TableSector } from './table.js';

/**
 * A table in flat arrays, for speed. Sectors are cut further, so that in each of them a single straight line in plan
 * bounds a cell on its far side.
 */
export interface Packed {
  /** By sector, the azimuth at which it ends (radians), and that direction. */
  readonly to: Float64Array;
  readonly cos: Float64Array;
  readonly sin: Float64Array;
  /** By sector, its first cell; one more for the end. */
  readonly first: Int32Array;
  /** By cell, its number in the table's sector. */
  readonly number: Int32Array;
  /** By cell, x and y of the line beyond which nothing is seen before any gate: 1/r ≥ x·cos θ + y·sin θ; 0, 0: none. */
  readonly far: Float64Array;
  /** By cell, x and y of the line nearer than which nothing is seen: 1/r ≤ x·cos θ + y·sin θ; NaN: none. */
  readonly near: Float64Array;
  /** By cell, where its bounds begin in `data`. */
  readonly at: Int32Array;
  /** Of a cell, its counts of lower and upper bounds, and the bounds: at, x, y, and 1 for the face of a mask. */
  readonly data: Float64Array;
}

/** How many numbers stand before the bounds of a cell in `Packed.data`: its counts of lower and upper bounds. */
export const COUNTS = 2;
/** How many numbers each bound of a cell takes in `Packed.data`. */
export const BOUND = 4;

/** Share of a sector that is too narrow to be cut off. */
const NARROW = 1e-9;

/** The lines of a cell, by x and y, and by their values at both ends of the sector. */
class CellLines {
  readonly fars = new Lines();
  readonly nears = new Lines();
  /** Functions of a direction that are negative where nothing is seen. */
  readonly cuts = new Lines();
  readonly farsAtEnds = new Lines();
  readonly nearsAtEnds = new Lines();

  load({ fars, lows, highs }: Cell, cx: number, cy: number, nx: number, ny: number): void {
    this.fars.n = 0;
    this.nears.n = 0;
    this.cuts.n = 0;
    for (const { x, y } of fars) this.fars.put(x, y);
    for (const low of lows) for (const high of highs) this.pair(low, high);
    valuesAt(this.fars, cx, cy, nx, ny, this.farsAtEnds);
    valuesAt(this.nears, cx, cy, nx, ny, this.nearsAtEnds);
  }

  private pair(low: Bound, high: Bound): void {
    const x = low.x - high.x;
    const y = low.y - high.y;
    if (x === 0 && y === 0 && high.at >= low.at) return;
    if (!addPair(high.at - low.at, x, y, this.fars, this.nears)) this.cuts.put(-x, -y);
  }
}

function valuesAt({ a, b, n }: Lines, cx: number, cy: number, nx: number, ny: number, found: Lines): void {
  found.n = 0;
  for (let i = 0; i < n; i += 1) found.put(a[i] * cx + b[i] * cy, a[i] * nx + b[i] * ny);
}

/** Working memory: the lines of a sector's cells. */
const spare: CellLines[] = [];

/** Returns the sectors in flat arrays. */
export function packedOf(sectors: readonly TableSector[]): Packed {
  const ends: number[] = [];
  const cos: number[] = [];
  const sin: number[] = [];
  const first: number[] = [];
  const number: number[] = [];
  const far: number[] = [];
  const near: number[] = [];
  const at: number[] = [];
  const data: number[] = [];
  for (const { from, to, cells } of sectors) {
    const [cx, cy, nx, ny] = [Math.cos(from), Math.sin(from), Math.cos(to), Math.sin(to)];
    for (let k = 0; k < cells.length; k += 1) {
      spare[k] ??= new CellLines();
      spare[k].load(cells[k], cx, cy, nx, ny);
    }
    const shares = sharesOf(cells.length, cx, cy, nx, ny);
    for (let i = 1; i < shares.length; i += 1) {
      if (shares[i] === 1) {
        ends.push(to);
        cos.push(nx);
        sin.push(ny);
      } else {
        const [x, y] = [cx + (nx - cx) * shares[i], cy + (ny - cy) * shares[i]];
        const length = Math.hypot(x, y);
        ends.push(Math.atan2(y, x));
        cos.push(x / length);
        sin.push(y / length);
      }
      first.push(at.length);
      const middle = (shares[i - 1] + shares[i]) / 2;
      const [mx, my] = [cx + (nx - cx) * middle, cy + (ny - cy) * middle];
      for (let k = 0; k < cells.length; k += 1) {
        const { lows, highs } = cells[k];
        const { fars, nears, cuts, farsAtEnds, nearsAtEnds } = spare[k];
        if (!isKept(cuts, mx, my)) continue;
        const end = farsAtEnds.n === 0 ? -1 : farsAtEnds.extremeAt(middle, 1);
        const begin = nearsAtEnds.n === 0 ? -1 : nearsAtEnds.extremeAt(middle, -1);
        const isFar = end >= 0 && fars.a[end] * mx + fars.b[end] * my > 0;
        if (begin >= 0) {
          const nearest = nears.a[begin] * mx + nears.b[begin] * my;
          if (nearest <= (isFar ? fars.a[end] * mx + fars.b[end] * my : 0)) continue;
        }
        at.push(data.length);
        number.push(k);
        far.push(isFar ? fars.a[end] : 0, isFar ? fars.b[end] : 0);
        near.push(begin >= 0 ? nears.a[begin] : Number.NaN, begin >= 0 ? nears.b[begin] : Number.NaN);
        data.push(lows.length, highs.length);
        for (const { at: by, x, y, mask } of lows) data.push(by, x, y, mask === true ? 1 : 0);
        for (const { at: by, x, y, mask } of highs) data.push(by, x, y, mask === true ? 1 : 0);
      }
    }
  }
  first.push(at.length);
  return {
    to: new Float64Array(ends),
    cos: new Float64Array(cos),
    sin: new Float64Array(sin),
    first: new Int32Array(first),
    number: new Int32Array(number),
    far: new Float64Array(far),
    near: new Float64Array(near),
    at: new Int32Array(at),
    data: new Float64Array(data),
  };
}

/** Shares of a sector that isn't cut. */
const WHOLE: readonly number[] = [0, 1];

/** Returns the shares of a sector, from 0 to 1, at which a cell begins or ends or another line ends it. */
function sharesOf(cells: number, cx: number, cy: number, nx: number, ny: number): readonly number[] {
  const found: number[] = [];
  /** Adds the share at which a linear function from a to b is 0. */
  const add = (a: number, b: number) => {
    if (a < 0 !== b < 0) found.push(a / (a - b));
  };
  for (let n = 0; n < cells; n += 1) {
    const { cuts, farsAtEnds: fars, nearsAtEnds: nears } = spare[n];
    for (let i = 0; i < cuts.n; i += 1) add(cuts.a[i] * cx + cuts.b[i] * cy, cuts.a[i] * nx + cuts.b[i] * ny);
    addTurns(fars, 1, found);
    addTurns(nears, -1, found);
    for (let i = 0; i < fars.n; i += 1) {
      add(fars.a[i], fars.b[i]);
      for (let k = 0; k < nears.n; k += 1) add(fars.a[i] - nears.a[k], fars.b[i] - nears.b[k]);
    }
    for (let k = 0; k < nears.n; k += 1) add(nears.a[k], nears.b[k]);
  }
  if (found.length === 0) return WHOLE;
  found.sort((p, q) => p - q);
  const shares = [0];
  for (const share of found) {
    if (share > shares[shares.length - 1] + NARROW && share < 1 - NARROW) shares.push(share);
  }
  shares.push(1);
  return shares;
}

/** Adds where another line takes over as the greatest (sign 1) or least (−1). */
function addTurns(lines: Lines, sign: 1 | -1, found: number[]): void {
  if (lines.n < 2) return;
  let line = lines.extremeAt(0, sign);
  let t = 0;
  for (;;) {
    line = lines.nextAfter(line, t, 1, sign);
    if (line < 0) return;
    t = lines.crossing;
    found.push(t);
  }
}

/** True if no cut takes the direction. */
function isKept(cuts: Lines, x: number, y: number): boolean {
  for (let i = 0; i < cuts.n; i += 1) if (cuts.a[i] * x + cuts.b[i] * y < 0) return false;
  return true;
}
