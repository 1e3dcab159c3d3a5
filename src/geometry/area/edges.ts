// The edges of an area cell in flat arrays, sorted by their left ends, for the sweep over slabs.

import { makeRoom } from '../../base/arrays.js';
import { spendBudget } from '../../base/budget.js';
import type { AreaCell } from './cells.js';

/** The edges of a cell's rings that aren't vertical, each led from its left end to its right end. Metres. */
export class Edges {
  /** Number of edges; the arrays are valid up to it. */
  count = 0;
  x0: Float64Array = new Float64Array(256);
  y0: Float64Array = new Float64Array(256);
  x1: Float64Array = new Float64Array(256);
  y1: Float64Array = new Float64Array(256);
  /**
   * Rise in metres per metre to the right. 0 if that isn't a finite number: such an edge is too narrow to have anything
   * between its ends.
   */
  slope: Float64Array = new Float64Array(256);
  /** By edge, the index of its ring in the cell. */
  ring: Int32Array = new Int32Array(256);
  /** Edges in the order of their left ends. */
  order: Int32Array = new Int32Array(256);
  /** Sum of the widths and heights of all edges, in metres: an upper bound of their length. */
  length = 0;

  /** Reads the edges of a cell and sorts them. The arrays of the last cell are reused. */
  load({ xy, ends, rings }: AreaCell): void {
    const numbers = rings === 0 ? 0 : ends[rings - 1];
    spendBudget(numbers);
    this.reserve(numbers / 2);
    const { x0, y0, x1, y1, slope, ring, order } = this;
    let n = 0;
    let length = 0;
    let start = 0;
    for (let r = 0; r < rings; r += 1) {
      const end = ends[r];
      let px = xy[end - 2];
      let py = xy[end - 1];
      for (let i = start; i < end; i += 2) {
        const x = xy[i];
        const y = xy[i + 1];
        length += Math.abs(x - px) + Math.abs(y - py);
        if (x !== px) {
          const rise = (y - py) / (x - px);
          slope[n] = Math.abs(rise) < Number.POSITIVE_INFINITY ? rise : 0;
          if (px < x) {
            x0[n] = px;
            y0[n] = py;
            x1[n] = x;
            y1[n] = y;
          } else {
            x0[n] = x;
            y0[n] = y;
            x1[n] = px;
            y1[n] = py;
          }
          ring[n] = r;
          order[n] = n;
          n += 1;
        }
        px = x;
        py = y;
      }
      start = end;
    }
    this.count = n;
    this.length = length;
    this.sort();
  }

  /** Sorts by left end (Shell's sort, gaps of Ciura 2001); ties keep the order of the rings. */
  private sort(): void {
    const { count, order, x0 } = this;
    for (const gap of GAPS) {
      for (let i = gap; i < count; i += 1) {
        const edge = order[i];
        const x = x0[edge];
        let at = i;
        for (; at >= gap; at -= gap) {
          const other = order[at - gap];
          if (x0[other] < x || (x0[other] === x && other < edge)) break;
          order[at] = other;
        }
        order[at] = edge;
      }
    }
  }

  private reserve(count: number): void {
    if (count <= this.x0.length && count <= this.order.length) return;
    makeRoom(this, count, 'x0', 'y0', 'x1', 'y1', 'slope', 'ring', 'order');
  }
}

const GAPS = [132_000, 57_000, 21_000, 8_861, 3_938, 1_750, 701, 301, 132, 57, 23, 10, 4, 1];
