// Runs: the covered or uncovered stretches of a slab, from bottom to top.
import { makeRoom } from '../../base/arrays.js';
import type { AreaCell } from './cells.js';
import { CoverCount, type SlabVisitor, Sweep } from './slab.js';

/**
 * Metres: points of a vertical cut whose heights differ by no more are one vertex, such as the same crossing computed
 * from two edges. Cuts that lie no further apart are one cut, too: in a thinner slab the order of the edges isn't
 * certain, since rounding moves a steep edge up or down by more; and a slit must be wider than this whichever way it
 * runs. Costs the outlines 1e-9 m² per metre of edge.
 */
export const SAME_HEIGHT = 1e-9;

/** The part of the target to find: that in at least one cover, or that in none. */
export type CoverageSide = 'covered' | 'uncovered';

/**
 * The runs of one slab (a vertical strip of a cell in which no edges cross), from bottom to top: trapezoids between two
 * edges, all covered or all uncovered (see {@link RunFinder.run}). No run touches the next.
 */
export class Runs {
  /** Number of runs; the arrays are valid up to it. */
  count = 0;
  /** By run, the edges below and above it. */
  bottom: Int32Array = new Int32Array(64);
  top: Int32Array = new Int32Array(64);
  /** Heights at the slab's left and right sides, metres. */
  leftLow: Float64Array = new Float64Array(64);
  leftHigh: Float64Array = new Float64Array(64);
  rightLow: Float64Array = new Float64Array(64);
  rightHigh: Float64Array = new Float64Array(64);
  /** 1 if a height had to be raised, so that the run doesn't follow its edges. */
  raised: Int32Array = new Int32Array(64);
  /** Area of each run, in m². */
  area: Float64Array = new Float64Array(64);

  /** Makes room for one more run. */
  room(): void {
    if (this.count < this.bottom.length) return;
    const length = this.count + 1;
    makeRoom(this, length, 'bottom', 'top', 'leftLow', 'leftHigh', 'rightLow', 'rightHigh', 'raised', 'area');
  }
}

/** Receives the runs of each slab (vertical strip) of a cell, from left to right. */
export interface RunTaker {
  /** Takes the runs between x = `left` and x = `right`, in metres. `runs` is reused after the call. */
  runs(left: number, right: number, runs: Runs): void;
}

/**
 * Finds the runs of a cell (in its vertical strips, trapezoids between two edges) that lie in the target and in some
 * cover, or those that lie in the target and in no cover: whichever `run` is asked for.
 */
export class RunFinder implements SlabVisitor {
  private readonly sweep = new Sweep();
  private readonly standing = new CoverCount();
  private readonly found = new Runs();
  private wanted: CoverageSide = 'covered';
  private taker: RunTaker | undefined;
  // Edges that meet on a cut may have been swapped there by rounding: heights must never fall from one run to the next.
  private onLeft = 0;
  private onRight = 0;

  /** Passes the wanted runs of the cell to `taker`, slab by slab. */
  run(cell: AreaCell, wanted: CoverageSide, taker: RunTaker): void {
    if (cell.covered && wanted === 'uncovered') return;
    this.wanted = wanted;
    this.taker = taker;
    this.standing.reset(cell);
    if (cell.covered) this.standing.covers = 1;
    this.sweep.run(cell, SAME_HEIGHT, this);
    this.taker = undefined;
  }

  slab(left: number, right: number, order: Int32Array, count: number, low: Float64Array, high: Float64Array): void {
    const { standing, found } = this;
    const { ring } = this.sweep.edges;
    const covered = this.wanted === 'covered';
    found.count = 0;
    this.onLeft = Number.NEGATIVE_INFINITY;
    this.onRight = Number.NEGATIVE_INFINITY;
    let bottom = -1;
    for (let i = 0; i < count; i += 1) {
      const edge = order[i];
      standing.cross(ring[edge]);
      const within = standing.inTarget && standing.covers > 0 === covered;
      if (within && bottom < 0) bottom = edge;
      else if (!within && bottom >= 0) {
        this.add(bottom, edge, right - left, low, high);
        bottom = -1;
      }
    }
    if (found.count > 0) this.taker?.runs(left, right, found);
  }

  private add(bottom: number, top: number, width: number, low: Float64Array, high: Float64Array): void {
    const { found } = this;
    const area = (width * (low[top] - low[bottom] + (high[top] - high[bottom]))) / 2;
    const leftLow = Math.max(this.onLeft, low[bottom]);
    const rightLow = Math.max(this.onRight, high[bottom]);
    const leftHigh = Math.max(leftLow, low[top]);
    const rightHigh = Math.max(rightLow, high[top]);
    const lift = leftLow - low[bottom] + (leftHigh - low[top]) + (rightLow - high[bottom]) + (rightHigh - high[top]);
    this.onLeft = leftHigh;
    this.onRight = rightHigh;
    let at = found.count - 1;
    // If one cover ends on the very edge where another begins, there is no slit between them.
    if (at >= 0 && leftLow - found.leftHigh[at] <= SAME_HEIGHT && rightLow - found.rightHigh[at] <= SAME_HEIGHT) {
      found.area[at] += area;
      found.raised[at] |= lift > SAME_HEIGHT ? 1 : 0;
    } else {
      found.room();
      at = found.count;
      found.count += 1;
      found.bottom[at] = bottom;
      found.leftLow[at] = leftLow;
      found.rightLow[at] = rightLow;
      found.area[at] = area;
      found.raised[at] = lift > SAME_HEIGHT ? 1 : 0;
    }
    found.top[at] = top;
    found.leftHigh[at] = leftHigh;
    found.rightHigh[at] = rightHigh;
  }
}
