import { spend } from './effort.js';
import { FlatRing, roomFor, roomForIntegers } from './flat.js';
import { packedOf } from './packed.js';
import { boxesOverlap, boxOfRing } from './ring.js';
import type { Box, Region, Ring } from './types.js';

/** A point is in a region when it is in at least one ring and no shadow: its standing, where a shadow weighs so much. */
export const SHADOW = 2 ** 26;

/** Crossings grow with the square of what meets; above this many vertices two halves are cheaper than the whole. */
const MANY_VERTICES = 120;

/** Halvings at most: where hundreds of views begin in one point, no cell round it is small enough. */
const MAX_DEPTH = 14;

/** Rings of more points are looked at by stretches. */
const LONG = 20;

const flat = new FlatRing();

/**
 * The rings of a target and its covers, cut to a box. A ring that goes round the whole box is none of them, but counts for
 * all points (see `base`); a region that holds nothing of the box is left out.
 */
export class Cell {
  box: Box = { minX: 0, minY: 0, maxX: 0, maxY: 0 };
  /** x and y in turn, ring after ring. */
  xy: Float64Array = new Float64Array(1024);
  /** Where each ring ends in `xy`. */
  ends: Int32Array = new Int32Array(64);
  /** The region of each ring: 0 is the target, covers follow. */
  region: Int32Array = new Int32Array(64);
  /** 1 for a ring, SHADOW for a shadow. */
  weight: Float64Array = new Float64Array(64);
  rings = 0;
  /** Standing of all points in each region before any of its rings here is met. */
  base: Float64Array = new Float64Array(16);
  regions = 0;
  /** Whether one cover holds the whole box: then no other is here. */
  covered = false;

  /** Takes what of the regions reaches into the box; says whether the target does. */
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

  /** As {@link fill}, from a cell whose box holds this one. */
  fillFrom(parent: Cell, box: Box): boolean {
    this.clear(box);
    spend(8 + (parent.rings === 0 ? 0 : parent.ends[parent.rings - 1]));
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

  /** Whether any cover reaches into the target's box. */
  hasCovers(): boolean {
    return this.covered || this.regions > 1;
  }

  /** Whether it is cheaper to look at its halves. */
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

  /** Drops a cover that holds nothing here; says whether it holds everything. */
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

  /** Rings first: a region without any is dropped whatever its shadows. */
  private addAll({ rings, shadows }: Region): void {
    const before = this.rings;
    for (const ring of rings) this.addRing(ring, 1);
    if (this.rings === before && this.base[this.regions - 1] === 0) return;
    for (const ring of shadows) this.addRing(ring, SHADOW);
  }

  private addRing(ring: Ring, weight: number): void {
    const own = boxOfRing(ring);
    spend(4);
    if (own === undefined || !boxesOverlap(own, this.box)) return;
    spend(ring.length);
    if (ring.length > LONG) flat.loadNear(packedOf(ring), this.box);
    else flat.load(ring);
    this.add(weight, own);
  }

  /** Adds the ring in the scratch memory, which has this box. */
  private add(weight: number, own: Box): void {
    const { box } = this;
    flat.clipToBox(box, own);
    const { count, xy } = flat;
    if (count < 3) return;
    const region = this.regions - 1;
    // The target's own rings bound what is measured.
    if ((region > 0 || weight > 1) && runsAlong(xy, count, box)) {
      if (windings(xy, count, box) % 2 !== 0) this.base[region] += weight;
      return;
    }
    const start = this.rings === 0 ? 0 : this.ends[this.rings - 1];
    const end = start + 2 * count;
    this.xy = roomFor(this.xy, end);
    for (let i = 0; i < 2 * count; i += 1) this.xy[start + i] = xy[i];
    this.ends = roomForIntegers(this.ends, this.rings + 1);
    this.region = roomForIntegers(this.region, this.rings + 1);
    this.weight = roomFor(this.weight, this.rings + 1);
    this.ends[this.rings] = end;
    this.region[this.rings] = region;
    this.weight[this.rings] = weight;
    this.rings += 1;
  }
}

const cells: Cell[] = [];

/** Scratch cells, one for each depth of halving. */
export function cellAt(depth: number): Cell {
  cells[depth] ??= new Cell();
  return cells[depth];
}

/** The box cut in two across its longer side. */
export function halves({ minX, minY, maxX, maxY }: Box): readonly [Box, Box] {
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

/** Whether all edges lie on the box's sides: then all points within stand alike. */
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

/** How often a ring on the box's sides goes round it. */
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
