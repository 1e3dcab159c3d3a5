// Floods a plan cell by cell, with its openings shut: the areas of rooms by a way of its own.

import { type Plan, wayOf, type XY } from './plan.js';

/** m. */
const STEP = 0.02;

/** Cells that hang together. */
export interface Component {
  readonly isOutside: boolean;
  /** m². */
  readonly area: number;
  /** One of its points. */
  readonly seed: XY;
}

/** The cells of a plan: wall or part of a place. */
export class Raster {
  readonly components: readonly Component[];
  readonly #cells: Int32Array;
  readonly #width: number;
  readonly #height: number;
  readonly #x0: number;
  readonly #y0: number;

  constructor(plan: Plan, thin: boolean) {
    const points = plan.walls.flatMap(({ from, to }) => [from, to]);
    const round = plan.curves.flatMap(({ centre: [x, y], radius: r }): XY[] => [[x - r, y - r], [x + r, y + r]]); // biome-ignore format: corners
    const xs = [...points, ...round].map(([x]) => x);
    const ys = [...points, ...round].map(([, y]) => y);
    // Cells' middles lie beside the faces of walls; of thin walls, on their axes.
    const off = thin ? STEP / 2 : 0;
    this.#x0 = Math.min(...xs) - 1 - off;
    this.#y0 = Math.min(...ys) - 1 - off;
    this.#width = Math.ceil((Math.max(...xs) + 1 - this.#x0) / STEP);
    this.#height = Math.ceil((Math.max(...ys) + 1 - this.#y0) / STEP);
    this.#cells = new Int32Array(this.#width * this.#height);
    for (const wall of plan.walls) this.#block(wall.from, wall.to, wayOf(wall), thin ? STEP / 2 : wall.thickness / 2);
    for (const [x0, y0, x1, y1] of plan.columns) this.#fill(x0, y0, x1, y1, () => true);
    for (const {
      centre: [cx, cy],
      radius,
      from,
      to,
      thickness,
    } of plan.curves) {
      // biome-ignore format: one line
      const far = radius + thickness;
      this.#fill(cx - far, cy - far, cx + far, cy + far, (x, y) => {
        const turn = ((Math.atan2(y - cy, x - cx) * 180) / Math.PI - from + 720) % 360;
        return turn <= to - from && Math.abs(Math.hypot(x - cx, y - cy) - radius) < thickness / 2;
      });
    }
    this.components = this.#flood(thin);
  }

  /** Returns the place that a point lies in; undefined in a wall. */
  at([x, y]: XY): Component | undefined {
    const [column, row] = [Math.floor((x - this.#x0) / STEP), Math.floor((y - this.#y0) / STEP)];
    return this.components[(this.#cells[row * this.#width + column] ?? 0) - 1];
  }

  /** Blocks a wall and half its thickness beyond both ends. */
  #block([ax, ay]: XY, [bx, by]: XY, [u, v]: XY, half: number): void {
    const length = Math.hypot(bx - ax, by - ay);
    const far = half * 1.5 + STEP;
    const box = [
      Math.min(ax, bx) - far,
      Math.min(ay, by) - far,
      Math.max(ax, bx) + far,
      Math.max(ay, by) + far,
    ] as const;
    this.#fill(...box, (x, y) => {
      const along = (x - ax) * u + (y - ay) * v;
      const across = Math.abs((x - ax) * v - (y - ay) * u);
      return across < half + 1e-6 && along > -half - 1e-6 && along < length + half + 1e-6;
    });
  }

  #fill(x0: number, y0: number, x1: number, y1: number, isIn: (x: number, y: number) => boolean): void {
    const range = (from: number, to: number, zero: number, most: number) =>
      [Math.max(0, Math.floor((from - zero) / STEP)), Math.min(most, Math.ceil((to - zero) / STEP))] as const;
    const [left, right] = range(x0, x1, this.#x0, this.#width);
    const [low, high] = range(y0, y1, this.#y0, this.#height);
    for (let row = low; row < high; row++) {
      for (let column = left; column < right; column++) {
        const [x, y] = this.#middle(column, row);
        if (x > x0 && x < x1 && y > y0 && y < y1 && isIn(x, y)) this.#cells[row * this.#width + column] = -1;
      }
    }
  }

  #middle(column: number, row: number): XY {
    return [this.#x0 + (column + 0.5) * STEP, this.#y0 + (row + 0.5) * STEP];
  }

  #flood(thin: boolean): Component[] {
    const found: Component[] = [];
    const [cells, width] = [this.#cells, this.#width];
    const queue = new Int32Array(cells.length);
    for (let start = 0; start < cells.length; start++) {
      if (cells[start] !== 0) continue;
      const number = found.length + 1;
      let [head, tail, edges] = [0, 0, 0];
      cells[start] = number;
      queue[tail++] = start;
      while (head < tail) {
        const cell = queue[head++] ?? 0;
        const column = cell % width;
        for (const next of [
          cell - width,
          cell + width,
          column > 0 ? cell - 1 : -1,
          column < width - 1 ? cell + 1 : -1,
        ]) {
          if (next < 0 || next >= cells.length) continue;
          if (cells[next] === -1) edges++;
          if (cells[next] !== 0) continue;
          cells[next] = number;
          queue[tail++] = next;
        }
      }
      const area = tail * STEP * STEP + (thin ? (edges * STEP * STEP) / 2 : 0);
      // The first cell is on the edge of the raster, which no wall reaches.
      found.push({ isOutside: start === 0, area, seed: this.#middle(start % width, Math.floor(start / width)) });
    }
    return found;
  }
}
