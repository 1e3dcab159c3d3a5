import { inArea, type Point, sizeOf } from './plane.js';
import type { Zone } from './read.js';

/** m */
const CELL = 0.1;

/** Whether the line between two points stays in what is drawn: certainly, or as far as can be told. */
export type Drawn = (from: Point, to: Point, certainly: boolean) => boolean;

/** A level's zones as cells, of which those are drawn whose middle lies in a zone. */
export function drawnOn(zones: readonly Zone[]): Drawn {
  let drawn: Drawn | undefined;
  return (from, to, certainly) => {
    drawn ??= cellsOf(zones);
    return drawn(from, to, certainly);
  };
}

function cellsOf(zones: readonly Zone[]): Drawn {
  const xs = zones.flatMap(({ ring }) => ring.map(([x]) => x));
  const ys = zones.flatMap(({ ring }) => ring.map(([, y]) => y));
  const [left, low] = [Math.min(...xs) - 2 * CELL, Math.min(...ys) - 2 * CELL];
  const wide = Math.ceil((Math.max(...xs) - left) / CELL) + 3;
  const deep = Math.ceil((Math.max(...ys) - low) / CELL) + 3;
  const cells = new Uint8Array(wide * deep);
  const column = (x: number) => Math.floor((x - left) / CELL);
  const row = (y: number) => Math.floor((y - low) / CELL);
  for (const zone of zones) {
    const [zx, zy] = [zone.ring.map(([x]) => x), zone.ring.map(([, y]) => y)];
    const [minX, maxX, minY, maxY] = [Math.min(...zx), Math.max(...zx), Math.min(...zy), Math.max(...zy)];
    const upright =
      zone.holes.length === 0 && zone.ring.length === 4 && sizeOf(zone) > (maxX - minX) * (maxY - minY) - 1e-9;
    for (let j = row(minY); j <= row(maxY); j++) {
      const y = low + (j + 0.5) * CELL;
      for (let i = column(minX); i <= column(maxX); i++) {
        const x = left + (i + 0.5) * CELL;
        if (cells[j * wide + i] === 1) continue;
        const holds = upright ? x > minX && x < maxX && y > minY && y < maxY : inArea(zone, [x, y]);
        if (holds) cells[j * wide + i] = 1;
      }
    }
  }
  const isDrawn = (i: number, j: number) => i >= 0 && j >= 0 && i < wide && j < deep && cells[j * wide + i] === 1;
  const isNearDrawn = (i: number, j: number) =>
    [-1, 0, 1].some((di) => [-1, 0, 1].some((dj) => isDrawn(i + di, j + dj)));
  return (from, to, certainly) => {
    const steps = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / CELL);
    for (let k = 1; k < steps; k++) {
      const t = k / steps;
      const [i, j] = [column(from[0] + t * (to[0] - from[0])), row(from[1] + t * (to[1] - from[1]))];
      if (!(certainly ? isDrawn(i, j) : isNearDrawn(i, j))) return false;
    }
    return true;
  };
}
