import type { Point } from '../../src/geometry/types.js';
import type { Barrier } from '../../src/import/rooms/spaces.js';
import { inRing } from '../../src/plan/inside.js';

/**
 * What a flood finds between barriers, by a second way: a grid of `cell` m, blocked where anything is drawn or solid, filled from
 * cell to cell within the outlines. A point of every pool that is some cells wide, well inside it.
 */
export function poolsBetween(barriers: readonly Barrier[], cell: number): Point[] {
  const points = barriers.flatMap(({ lines }) => lines.flat());
  const minX = Math.min(...points.map(([x]) => x)) - 3 * cell;
  const minY = Math.min(...points.map(([, y]) => y)) - 3 * cell;
  const columns = Math.ceil((Math.max(...points.map(([x]) => x)) - minX) / cell) + 4;
  const rows = Math.ceil((Math.max(...points.map(([, y]) => y)) - minY) / cell) + 4;
  const blocked = new Uint8Array(columns * rows);
  const block = (x: number, y: number): void => {
    blocked[Math.floor((y - minY) / cell) * columns + Math.floor((x - minX) / cell)] = 1;
  };
  for (const { lines, as } of barriers) {
    for (const line of lines) {
      const closed = as === 'line' ? line : [...line, line[0]];
      for (let i = 1; i < closed.length; i += 1) drawLine(closed[i - 1], closed[i], cell / 3, block);
      if (as === 'solid') fill(line, cell, minY, block);
    }
  }
  const depth = depthsOf(blocked, columns, rows);
  const outlines = barriers.filter(({ as }) => as === 'outline').flatMap(({ lines }) => lines);
  const seen = new Uint8Array(blocked);
  const pools: Point[] = [];
  for (let start = 0; start < seen.length; start += 1) {
    if (seen[start] === 1) continue;
    let deepest = start;
    const queue = [start];
    seen[start] = 1;
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (depth[at] > depth[deepest]) deepest = at;
      const column = at % columns;
      for (const next of [at - 1, at + 1, at - columns, at + columns]) {
        if (next < 0 || next >= seen.length || seen[next] === 1) continue;
        if (Math.abs((next % columns) - column) > 1) continue;
        seen[next] = 1;
        queue.push(next);
      }
    }
    const middle: Point = [
      minX + ((deepest % columns) + 0.5) * cell,
      minY + (Math.floor(deepest / columns) + 0.5) * cell,
    ];
    if (depth[deepest] >= WIDE && outlines.some((ring) => inRing(ring, middle))) pools.push(middle);
  }
  return pools;
}

/** Cells from the nearest blocked one from which on a pool is looked at. */
const WIDE = 3;

function drawLine(a: Point, b: Point, step: number, block: (x: number, y: number) => void): void {
  const steps = Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / step) + 1;
  for (let i = 0; i <= steps; i += 1) block(a[0] + ((b[0] - a[0]) * i) / steps, a[1] + ((b[1] - a[1]) * i) / steps);
}

/** Blocks what a ring encloses, row by row. */
function fill(ring: readonly Point[], cell: number, minY: number, block: (x: number, y: number) => void): void {
  const [low, high] = [Math.min(...ring.map(([, y]) => y)), Math.max(...ring.map(([, y]) => y))];
  for (let row = Math.floor((low - minY) / cell); row * cell + minY <= high; row += 1) {
    const y = minY + (row + 0.5) * cell;
    const xs = ring
      .flatMap((a, i) => {
        const b = ring[(i + 1) % ring.length];
        return a[1] > y === b[1] > y ? [] : [a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])];
      })
      .sort((p, q) => p - q);
    for (let i = 0; i + 1 < xs.length; i += 2) for (let x = xs[i]; x <= xs[i + 1]; x += cell / 2) block(x, y);
  }
}

/** Steps over sides to the nearest blocked cell. */
function depthsOf(blocked: Uint8Array, columns: number, rows: number): Int32Array {
  const depth = new Int32Array(blocked.length).fill(columns + rows);
  const pass = (from: number, to: number, step: number, before: readonly number[]): void => {
    for (let i = from; i !== to; i += step) {
      depth[i] = blocked[i] === 1 ? 0 : Math.min(depth[i], ...before.map((other) => (depth[i + other] ?? 0) + 1));
    }
  };
  pass(0, blocked.length, 1, [-1, -columns]);
  pass(blocked.length - 1, -1, -1, [1, columns]);
  return depth;
}
