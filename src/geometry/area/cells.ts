// Rectangular cells of the plane with the parts of target and covers that reach into them.
import { roomFor } from '../../base/arrays.js';
import { spendBudget } from '../../base/budget.js';
import { packedOf } from '../shapes/packed.js';
import { boxesOverlap, boxOfRing } from '../shapes/ring.js';
import type { Box, Region, Ring } from '../types.js';
import { FlatRing } from './scratch.js';

/**
 * Weight of a shadow. A point's cover count in a region adds 1 for each ring and SHADOW for each shadow around it; the
 * point is in the region if the count is at least 1 and less than SHADOW.
 */
export const SHADOW = 2 ** 26;

/**
 * Crossings grow with the square of the number of edges that meet; above this many vertices two half cells are cheaper
 * than the whole.
 */
const MANY_VERTICES = 120;

/** Most bisections. Where hundreds of views begin in one point, no cell round it is small enough. */
const MAX_DEPTH = 14;

/** Rings of more points than this are clipped run by run (see packed.ts). */
const LONG = 20;

const flat = new FlatRing();

/**
 * The rings of a target and its covers, clipped to a box. A ring that surrounds the whole box is left out and counts
 * for all points of the box instead (see `base`); a region without any part in the box is left out.
 */
export class AreaCell {
  box: Box = { minX: 0, minY: 0, maxX: 0, maxY: 0 };
  /** x and y in turn, ring after ring, metres. */
  xy: Float64Array = new Float64Array(1024);
  /** By ring, the index in `xy` at which it ends. */
  ends: Int32Array = new Int32Array(64);
  /** By ring, its region: 0 is the target, covers follow. */
  region: Int32Array = new Int32Array(64);
  /** By ring: 1 for a ring, SHADOW for a shadow. */
  weight: Float64Array = new Float64Array(64);
  /** Number of rings. */
  rings = 0;
  /** By region, the cover count of all points of the box before any ring of the cell is crossed. */
  base: Float64Array = new Float64Array(16);
  /** Number of regions. */
  regions = 0;
  /** True if one cover holds the whole box. Then no other cover is in the cell. */
  covered = false;

  /** Fills the cell with the parts of the regions that reach into the box. Returns true if the target does. */
  fill(target: Region, cover: readonly Region[], box: Box): boolean {
    this.clear(box);
    this.begin();
    this.addAll(target);
    if (!this.hasTarget()) return false;
    for (const region of cover) {
      const ringsBefore = this.rings;
      this.begin();
      this.addAll(region);
      if (this.end(ringsBefore)) break;
    }
    return true;
  }

  /** Fills the cell as {@link fill} does, but from a cell whose box holds this one. */
  fillFrom(parent: AreaCell, box: Box): boolean {
    this.clear(box);
    spendBudget(8 + (parent.rings === 0 ? 0 : parent.ends[parent.rings - 1]));
    let ring = 0;
    for (let region = 0; region < parent.regions; region += 1) {
      const ringsBefore = this.rings;
      this.begin();
      this.base[this.regions - 1] = parent.base[region];
      for (; ring < parent.rings && parent.region[ring] === region; ring += 1) {
        flat.loadFlat(parent.xy, ring === 0 ? 0 : parent.ends[ring - 1], parent.ends[ring]);
        this.add(parent.weight[ring], flat.box());
      }
      if (region === 0 ? !this.hasTarget() : this.end(ringsBefore)) break;
    }
    this.covered ||= parent.covered;
    return this.regions > 0;
  }

  /** True if any cover reaches into the target's box. */
  hasCovers(): boolean {
    return this.covered || this.regions > 1;
  }

  /** True if it is cheaper to process two halves of the cell. */
  isCrowded(depth: number): boolean {
    return depth < MAX_DEPTH && this.regions > 1 && this.rings > 0 && this.ends[this.rings - 1] > 2 * MANY_VERTICES;
  }

  private clear(box: Box): void {
    this.box = box;
    this.rings = 0;
    this.regions = 0;
    this.covered = false;
  }

  private begin(): void {
    this.base = roomFor(this.base, this.regions + 1);
    this.base[this.regions] = 0;
    this.regions += 1;
  }

  private hasTarget(): boolean {
    if (this.rings > 0 && this.weight[0] === 1 && this.base[0] < SHADOW) return true;
    this.clear(this.box);
    return false;
  }

  /** Drops the current cover if it holds nothing of the box. Returns true if it holds all of it. */
  private end(ringsBefore: number): boolean {
    const cover = this.regions - 1;
    const standing = this.base[cover];
    const shadowless = this.rings === ringsBefore || this.weight[this.rings - 1] === 1;
    if (standing > 0 && standing < SHADOW && shadowless) {
      this.covered = true;
      while (this.rings > 0 && this.region[this.rings - 1] > 0) this.rings -= 1;
      this.regions = 1;
      return true;
    }
    const empty =
      standing >= SHADOW || (standing === 0 && (this.rings === ringsBefore || this.weight[ringsBefore] > 1));
    if (empty) {
      this.rings = ringsBefore;
      this.regions -= 1;
    }
    return false;
  }

  /** Adds a region, rings first: a region without rings is dropped whatever its shadows are. */
  private addAll({ rings, shadows }: Region): void {
    const before = this.rings;
    for (const ring of rings) this.addRing(ring, 1);
    if (this.rings === before && this.base[this.regions - 1] === 0) return;
    for (const ring of shadows) this.addRing(ring, SHADOW);
  }

  private addRing(ring: Ring, weight: number): void {
    const own = boxOfRing(ring);
    spendBudget(4);
    if (own === undefined || !boxesOverlap(own, this.box)) return;
    spendBudget(ring.length);
    if (ring.length > LONG) flat.loadNear(packedOf(ring), this.box);
    else flat.load(ring);
    this.add(weight, own);
  }

  /** Adds the ring in scratch memory, whose box is `own`. */
  private add(weight: number, own: Box): void {
    const { box } = this;
    flat.clipToBox(box, own);
    const { count, xy } = flat;
    if (count < 3) return;
    const region = this.regions - 1;
    // The target's own rings stay: they bound what is measured.
    if ((region > 0 || weight > 1) && runsAlong(xy, count, box)) {
      if (windings(xy, count, box) % 2 !== 0) this.base[region] += weight;
      return;
    }
    const start = this.rings === 0 ? 0 : this.ends[this.rings - 1];
    const end = start + 2 * count;
    this.xy = roomFor(this.xy, end);
    for (let i = 0; i < 2 * count; i += 1) this.xy[start + i] = xy[i];
    this.ends = roomFor(this.ends, this.rings + 1);
    this.region = roomFor(this.region, this.rings + 1);
    this.weight = roomFor(this.weight, this.rings + 1);
    this.ends[this.rings] = end;
    this.region[this.rings] = region;
    this.weight[this.rings] = weight;
    this.rings += 1;
  }
}

const cells: AreaCell[] = [];

/**
 * Returns the cell to fill next while areas are measured: there is one for each depth of the bisection of a box (0: the
 * whole box). Cells are reused: each holds what it was last filled with until it is filled again.
 */
export function scratchCell(depth: number): AreaCell {
  cells[depth] ??= new AreaCell();
  return cells[depth];
}

/** Returns the two halves of a box, cut across its longer side. */
export function bisect({ minX, minY, maxX, maxY }: Box): readonly [Box, Box] {
  if (maxX - minX >= maxY - minY) {
    const middle = (minX + maxX) / 2;
    return [
      { minX, minY, maxX: middle, maxY },
      { minX: middle, minY, maxX, maxY },
    ];
  }
  const middle = (minY + maxY) / 2;
  return [
    { minX, minY, maxX, maxY: middle },
    { minX, minY: middle, maxX, maxY },
  ];
}

/** True if all edges of the ring lie on the box's sides: then all points within have the same cover count. */
function runsAlong(xy: Float64Array, count: number, { minX, minY, maxX, maxY }: Box): boolean {
  let px = xy[2 * count - 2];
  let py = xy[2 * count - 1];
  for (let i = 0; i < 2 * count; i += 2) {
    const x = xy[i];
    const y = xy[i + 1];
    const onSide =
      (x === minX && px === minX) ||
      (x === maxX && px === maxX) ||
      (y === minY && py === minY) ||
      (y === maxY && py === maxY);
    if (!onSide) return false;
    px = x;
    py = y;
  }
  return true;
}

/** Returns how often a ring on the box's sides winds round the box. */
function windings(xy: Float64Array, count: number, { minX, minY, maxX, maxY }: Box): number {
  let twice = 0;
  let px = xy[2 * count - 2] - minX;
  let py = xy[2 * count - 1] - minY;
  for (let i = 0; i < 2 * count; i += 2) {
    const x = xy[i] - minX;
    const y = xy[i + 1] - minY;
    twice += px * y - x * py;
    px = x;
    py = y;
  }
  return Math.round(twice / (2 * (maxX - minX) * (maxY - minY)));
}
