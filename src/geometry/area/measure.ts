// Areas of a region and of the part that other regions cover, with a numerical bound.

import { spendBudget } from '../../base/budget.js';
import { boxOfRegion, boxOfRegions } from '../shapes/ring.js';
import type { Box, Region } from '../types.js';
import { type AreaCell, bisect, scratchCell } from './cells.js';
import { CoverCount, type SlabVisitor, Sweep } from './slab.js';

/** The area of a target region and of its covered part, with their numerical bound; m². */
export interface Measure {
  /** Area of the target, in m². */
  readonly area: number;
  /** Area of the part of the target that at least one cover covers, in m². */
  readonly covered: number;
  /** Numerical bound on both figures, in m². */
  readonly bound: number;
}

/** The covered area of a target, with its numerical bound. */
interface CoveredArea extends Pick<Measure, 'covered' | 'bound'> {
  /** Upper bound of the length of all edges met where target and covers meet, in metres. */
  readonly edges: number;
}

/** Rounding errors, in units of ε, that evaluating one edge may accumulate. */
const ROUNDINGS = 16;

/** Sums the areas of the slabs visited. */
class Sum implements SlabVisitor {
  area = 0;
  covered = 0;
  /** Upper bound of the length of all edges met, in metres. */
  edges = 0;
  private readonly sweep = new Sweep();
  private readonly standing = new CoverCount();

  clear(): void {
    this.area = 0;
    this.covered = 0;
    this.edges = 0;
  }

  add(cell: AreaCell): void {
    const { sweep, standing } = this;
    standing.reset(cell);
    if (cell.covered) standing.covers = 1;
    sweep.run(cell, 0, this);
    this.edges += sweep.edges.length;
  }

  slab(left: number, right: number, order: Int32Array, count: number, low: Float64Array, high: Float64Array): void {
    const { standing } = this;
    const { ring } = this.sweep.edges;
    let area = 0;
    let covered = 0;
    let below = 0;
    for (let i = 0; i < count; i += 1) {
      const edge = order[i];
      const y = low[edge] + high[edge];
      if (standing.inTarget) {
        area += y - below;
        if (standing.covers > 0) covered += y - below;
      }
      standing.cross(ring[edge]);
      below = y;
    }
    const half = (right - left) / 2;
    this.area += half * area;
    this.covered += half * covered;
  }
}

const sum = new Sum();

/**
 * Returns the area of a target and of the part that the covers cover, summed slab by slab. Agrees with exact arithmetic
 * within `bound`: each edge is evaluated to a few ε of the largest coordinate, so the sum is off by at most that times
 * the length of all edges.
 */
export function measure(target: Region, cover: readonly Region[]): Measure {
  const box = boxOfRegion(target);
  sum.clear();
  if (box === undefined || !scratchCell(0).fill(target, cover, box)) return { area: 0, covered: 0, bound: 0 };
  addCell(0);
  const { area, covered } = sum;
  return { area, covered, bound: boundIn(box) };
}

/**
 * Returns the area in m² of the part of a target that lies in at least one cover, and its numerical bound. Agrees with
 * `measure` but for rounding, and is cheaper if the covers reach into only a part of the target.
 *
 * @param least m²: an area that is certainly no larger than this may be returned as 0
 * @param boxOfCover the box of all covers, from a caller that asks about the same ones again and again
 */
export function coveredArea(
  target: Region,
  cover: readonly Region[],
  least = 0,
  boxOfCover: Box | undefined = boxOfRegions(cover),
): CoveredArea {
  spendBudget(50 + 2 * cover.length);
  const box = common(boxOfRegion(target), boxOfCover);
  const cell = scratchCell(0);
  sum.clear();
  if (box === undefined || !cell.fill(target, cover, box) || !cell.hasCovers()) return NOTHING;
  if (!cell.covered && overlapAtMost(cell) <= least) return NOTHING;
  addCell(0);
  return { covered: sum.covered, bound: boundIn(box), edges: sum.edges };
}

const NOTHING: CoveredArea = { covered: 0, bound: 0, edges: 0 };

/** Returns the numerical bound of the areas summed so far, in m². */
function boundIn({ minX, minY, maxX, maxY }: Box): number {
  const size = Math.max(Math.abs(minX), Math.abs(minY), Math.abs(maxX), Math.abs(maxY));
  return ROUNDINGS * Number.EPSILON * size * sum.edges;
}

function common(a: Box | undefined, b: Box | undefined): Box | undefined {
  if (a === undefined || b === undefined) return undefined;
  const minX = Math.max(a.minX, b.minX);
  const minY = Math.max(a.minY, b.minY);
  const maxX = Math.min(a.maxX, b.maxX);
  const maxY = Math.min(a.maxY, b.maxY);
  return minX < maxX && minY < maxY ? { minX, minY, maxX, maxY } : undefined;
}

/** Adds the scratch cell at this depth, bisected while that is cheaper. */
function addCell(depth: number): void {
  const cell = scratchCell(depth);
  if (!cell.isCrowded(depth)) {
    sum.add(cell);
    return;
  }
  for (const half of bisect(cell.box)) if (scratchCell(depth + 1).fillFrom(cell, half)) addCell(depth + 1);
}

/** Targets of more vertices are skipped: the bound compares every edge with every vertex. */
const FEW = 16;

/**
 * Returns an upper bound, in m², of the area that a cell's target and covers share. Beyond a line along one of the
 * target's edges that has the target on one side, covers reach at most so deep, and no further along the line than the
 * box. Most views in a neighbour's box end at the wall between.
 */
function overlapAtMost({ xy, ends, region, weight, rings, box, base, regions }: AreaCell): number {
  const width = box.maxX - box.minX;
  const height = box.maxY - box.minY;
  let least = width * height;
  // One ring of the target alone, and no cover that holds all points of the box but for its shadows.
  if (ends[0] > 2 * FEW || (rings > 1 && region[1] === 0 && weight[1] === 1)) return least;
  for (let i = 1; i < regions; i += 1) if (base[i] !== 0) return least;
  const longest = Math.sqrt(width * width + height * height);
  const all = ends[rings - 1];
  let px = xy[ends[0] - 2];
  let py = xy[ends[0] - 1];
  for (let i = 0; i < ends[0]; i += 2) {
    const qx = xy[i];
    const qy = xy[i + 1];
    const dx = qx - px;
    const dy = qy - py;
    const length = Math.sqrt(dx * dx + dy * dy);
    let left = 0;
    let right = 0;
    for (let j = 0; j < ends[0]; j += 2) {
      const side = dx * (xy[j + 1] - py) - dy * (xy[j] - px);
      if (side > left) left = side;
      else if (side < right) right = side;
    }
    // The side on which the target lies, but for rounding.
    const inward = left >= -right ? 1 : -1;
    const beyond = Math.min(left, -right);
    let depth = 0;
    for (let j = ends[0]; j < all; j += 2) {
      const side = inward * (dx * (xy[j + 1] - py) - dy * (xy[j] - px));
      if (side > depth) depth = side;
    }
    if (length > 0) least = Math.min(least, (longest * (depth + beyond)) / length);
    px = qx;
    py = qy;
  }
  return least;
}
