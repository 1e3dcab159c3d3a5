// Finds a point well inside a region, for labels and probes.

import { boxOfRegion } from '../shapes/ring.js';
import type { Point, Region } from '../types.js';
import { scratchCell } from './cells.js';
import { RunFinder, type Runs, type RunTaker } from './runs.js';

/** Takes runs and keeps the middle of the largest one. */
class Largest implements RunTaker {
  area = 0;
  point: Point = [0, 0];

  runs(left: number, right: number, { count, area, leftLow, leftHigh, rightLow, rightHigh }: Runs): void {
    for (let i = 0; i < count; i += 1) {
      if (!(area[i] > this.area)) continue;
      this.area = area[i];
      this.point = [(left + right) / 2, (leftLow[i] + leftHigh[i] + rightLow[i] + rightHigh[i]) / 4];
    }
  }
}

const finder = new RunFinder();

/**
 * Returns a point well inside the region, in metres: the middle of its largest trapezoid. Undefined if the region has
 * no area.
 */
export function interiorPoint(region: Region): Point | undefined {
  const box = boxOfRegion(region);
  const cell = scratchCell(0);
  if (box === undefined || !cell.fill(region, [], box)) return undefined;
  const largest = new Largest();
  finder.run(cell, 'uncovered', largest);
  return largest.area > 0 ? largest.point : undefined;
}
