// What a lens has in frame as a table: in each sector of azimuths, affine bounds on the heights that are seen.
import type { Window } from '../../geometry/types.js';
import type { Cone } from '../cone/cone.js';
import type { Flat } from '../cone/convex.js';
import { type Between, type Plane, type Sector, sectorsOf, sectorsOfAny, WIDEST } from '../cone/sectors.js';
import { type Packed, packedOf } from './packed.js';

/**
 * Bound on a height above the eye, m: `at` + x·px + y·py of a point (px, py) about the foot, m, px along the table's
 * heading.
 */
export interface Bound extends Plane {
  readonly at: number;
  /** True for the face of a privacy mask. */
  readonly mask?: boolean;
}

/**
 * One way to be seen in a sector: a height is seen at a point if it is above all `lows`, below all `highs`, and the point
 * is within all `fars`. A sector's cells are alternatives: one suffices.
 */
export interface Cell {
  readonly lows: readonly Bound[];
  readonly highs: readonly Bound[];
  /** Half-planes x·px + y·py ≤ 1 about the foot that what is seen lies in; x and y are per metre. */
  readonly fars: readonly Plane[];
}

/**
 * Azimuths from `from` to `to` (radians counter-clockwise from the table's heading), and the ways in which something
 * is seen there (cells); without cells nothing is.
 */
export interface TableSector {
  readonly from: number;
  readonly to: number;
  readonly cells: readonly Cell[];
}

/** The range of heights at which something must be seen to count, m above the eye. */
export interface Slab {
  readonly floor: number;
  readonly top: number;
}

/** Bounds beyond which a lens sees nothing, m; ∞: no bound. */
export interface LensRange {
  /** Depth on the optical axis of some pose. Used only for cones that {@link isBoundByDepth} accepts. */
  readonly depth: number;
  /** Distance from the eye. */
  readonly far: number;
}

/**
 * All that a lens has in frame: the sectors of a whole turn, ascending, with a window and a range that hold them all.
 */
export interface Table {
  readonly sectors: readonly TableSector[];
  readonly packed: Packed;
  /** Radians: something is seen only from `from` to `to`; undefined: all round. */
  readonly window: Window | undefined;
  /** m: nothing is seen farther away in plan. */
  readonly range: number;
}

/** Radians: sectors cut by a circle are at most this wide, so that its tangent is at most 0.04 % outside it. */
const ARC = Math.PI / 60;
/** Radians: if headings and tilts of a cone span no more than this, its range is bounded by depth on the axis. */
const SMALL = Math.PI / 9;
/** Radians: an axis steeper than this has no depth to speak of in plan. */
const STEEP = (85 * Math.PI) / 180;

/**
 * Returns a table of what is in frame within `reach` at heights of the slab, for a cone, or for a lens that sees all
 * round.
 *
 * @param cone a cone with the middle of its headings at 0; undefined: a lens that sees all round
 * @param limits `highest`: the slope above which a lens that sees all round sees nothing; `frames`: the parts of the
 * cone's frame that masks leave, taken instead of it
 */
export function tableOf(
  cone: Cone | undefined,
  slab: Slab,
  reach: LensRange,
  { highest, frames }: { readonly highest?: number | undefined; readonly frames?: readonly Flat[] | undefined } = {},
): Table {
  const sectors = cone === undefined ? allRound(highest) : sectorsWithin(cone, frames);
  const deep = cone === undefined ? undefined : depthOf(cone, slab, reach.depth);
  const radius = planRadius(slab, deep === undefined ? reach.far : Number.POSITIVE_INFINITY);
  const live = radius > 0 ? sectors.flatMap((sector) => cellsOf(sector, slab, radius, deep)) : [];
  return wholeTurn(live);
}

/** Sectors by cone: a density is searched with a dozen tables of one. */
const known = new Map<string, readonly Sector[]>();

/** Most cones remembered. */
const MOST = 200;

/** Returns the sectors of a cone, or of frames that are left of its own. */
function sectorsWithin(cone: Cone, frames: readonly Flat[] = [cone.frame]): readonly Sector[] {
  const parts = frames.map((frame) => cachedSectors({ ...cone, frame }));
  return parts.length === 1 ? parts[0] : sectorsOfAny(parts);
}

/** Returns the sectors of a cone; those of the last {@link MOST} cones or so are cached. */
export function cachedSectors(cone: Cone): readonly Sector[] {
  const key = `${cone.headings} ${cone.tilts} ${cone.frame}`;
  const sectors = known.get(key) ?? sectorsOf(cone);
  if (known.size >= MOST) known.clear();
  known.set(key, sectors);
  return sectors;
}

/** Returns the sectors of a lens that sees all round, up to a slope: of one below the horizon the plane is its tangent. */
function allRound(highest: number | undefined): readonly Sector[] {
  if (highest === undefined) return ALL_ROUND;
  return Array.from({ length: 120 }, (_, i) => {
    const [from, to] = [-Math.PI + i * ARC, -Math.PI + (i + 1) * ARC];
    const middle = (from + to) / 2;
    const steep = highest > 0 ? highest / Math.cos(ARC / 2) : highest;
    return {
      from,
      to,
      parts: [{ low: undefined, high: { x: steep * Math.cos(middle), y: steep * Math.sin(middle) } }],
    };
  });
}

const ALL_ROUND: readonly Sector[] = Array.from({ length: 6 }, (_, i) => ({
  from: -Math.PI + (i * Math.PI) / 3,
  to: -Math.PI + ((i + 1) * Math.PI) / 3,
  parts: [{ low: undefined, high: undefined }],
}));

/**
 * Returns the greatest plan distance (m) of what is `far` m from the eye at some height of the slab; 0 if nothing is that
 * near.
 */
export function planRadius({ floor, top }: Slab, far: number): number {
  if (far === Number.POSITIVE_INFINITY) return far;
  const nearest = Math.max(0, floor, -top);
  return far <= nearest ? 0 : Math.sqrt(far * far - nearest * nearest);
}

/** The bound that a depth on the axis sets: (x, y) of a point on the side of the heading it is farthest from. */
interface Depth {
  readonly swing: number;
  /** m in plan along a heading at the slab's top, and at its floor. */
  readonly atTop: number;
  readonly atFloor: number;
}

/**
 * Returns how deep a small box of poses sees: x·cos t + d·sin t ≤ depth at some tilt t for a point x m ahead and d m
 * below the eye, and then it is so at one end of the tilts. So x is at most the greater of two linear functions of d,
 * and of a slab at most the chord through the greater at both its ends.
 */
function depthOf(cone: Cone, { floor, top }: Slab, depth: number): Depth | undefined {
  const {
    headings,
    tilts: [low, high],
  } = cone;
  if (depth === Number.POSITIVE_INFINITY || headings === undefined || !isBoundByDepth(cone)) return undefined;
  const at = (below: number) =>
    Math.max(...[low, high].map((tilt) => (depth - below * Math.sin(tilt)) / Math.cos(tilt)));
  return { swing: (headings[1] - headings[0]) / 2, atTop: at(-top), atFloor: at(-floor) };
}

/**
 * True if a cone has headings and tilts in so narrow a range, none of them near vertical, that its range is better
 * bounded by the depth on the optical axis than by the distance from the eye.
 */
export function isBoundByDepth({ headings, tilts: [low, high] }: Cone): boolean {
  if (headings === undefined || low < -STEEP || high > STEEP) return false;
  return headings[1] - headings[0] <= SMALL && high - low <= SMALL;
}

function cellsOf(sector: Sector, slab: Slab, radius: number, deep: Depth | undefined): TableSector[] {
  // A side of the headings' middle is nearer to one end of them.
  const cuts =
    deep !== undefined && deep.swing > 0 && sector.from < 0 && sector.to > 0
      ? [sector.from, 0, sector.to]
      : [sector.from, sector.to];
  const found: TableSector[] = [];
  for (let i = 1; i < cuts.length; i += 1) {
    const n = radius < Number.POSITIVE_INFINITY ? Math.max(1, Math.ceil((cuts[i] - cuts[i - 1]) / ARC - 1e-9)) : 1;
    for (let k = 0; k < n; k += 1) {
      const from = cuts[i - 1] + ((cuts[i] - cuts[i - 1]) * k) / n;
      const to = cuts[i - 1] + ((cuts[i] - cuts[i - 1]) * (k + 1)) / n;
      const cells = sector.parts.flatMap((part) => cellOf(part, from, to, slab, radius, deep) ?? []);
      found.push({ from, to, cells });
    }
  }
  return found;
}

function cellOf(
  { low, high }: Between,
  from: number,
  to: number,
  { floor, top }: Slab,
  radius: number,
  deep: Depth | undefined,
): Cell | undefined {
  const lows: Bound[] = [{ at: floor, x: 0, y: 0 }];
  const highs: Bound[] = [{ at: top, x: 0, y: 0 }];
  const fars: Plane[] = [];
  if (low !== undefined) lows.push({ at: 0, ...low });
  if (high !== undefined) highs.push({ at: 0, ...high });
  const middle = (from + to) / 2;
  if (radius < Number.POSITIVE_INFINITY) fars.push({ x: Math.cos(middle) / radius, y: Math.sin(middle) / radius });
  if (deep !== undefined) {
    const { swing, atTop, atFloor } = deep;
    const axis = middle > 0 ? -swing : swing;
    const [x, y] = [Math.cos(axis), Math.sin(axis)];
    // Ahead ≤ atTop + grows·(top − z): a bound on z unless it is the same at every height.
    const grows = (atFloor - atTop) / (top - floor);
    const most = Math.max(atTop, atFloor);
    const level = Math.abs(grows) < 1e-6 || !(top > floor);
    if (level && most <= 0) return undefined;
    if (!level) {
      const bound = { at: top + atTop / grows, x: -x / grows, y: -y / grows };
      if (grows > 0) highs.push(bound);
      else lows.push(bound);
    }
    // Of a steep lens all that is near may lie behind the foot: no line that goes round the foot bounds that.
    if (most > 0) fars.push({ x: x / most, y: y / most });
  }
  return { lows, highs, fars };
}

/**
 * Returns the table of a whole turn. The gaps between the sectors `live`, which must ascend within −π to π and not
 * overlap, become sectors in which nothing is seen.
 */
export function wholeTurn(live: readonly TableSector[]): Table {
  const sectors: TableSector[] = [];
  const fill = (from: number, to: number) => {
    if (to - from <= 1e-12) return;
    const n = Math.ceil((to - from) / WIDEST - 1e-9);
    for (let k = 0; k < n; k += 1)
      sectors.push({ from: from + ((to - from) * k) / n, to: from + ((to - from) * (k + 1)) / n, cells: [] });
  };
  let at = -Math.PI;
  for (const sector of live) {
    fill(at, sector.from);
    sectors.push(sector);
    at = sector.to;
  }
  fill(at, Math.PI);
  return { sectors, packed: packedOf(sectors), window: windowOf(sectors), range: rangeOf(sectors) };
}

/** Returns the turn without the widest stretch in which nothing is seen. */
function windowOf(sectors: readonly TableSector[]): Window | undefined {
  const live = sectors.filter(({ cells }) => cells.length > 0);
  if (live.length === 0) return { from: 0, to: 0 };
  let widest = 0;
  let window: Window | undefined;
  live.forEach((sector, i) => {
    const next = live[(i + 1) % live.length];
    const gap = next.from - sector.to + (i + 1 === live.length ? 2 * Math.PI : 0);
    if (gap <= Math.max(widest, 1e-6)) return;
    widest = gap;
    const from = next.from;
    window = { from, to: from + 2 * Math.PI - gap };
  });
  return window;
}

/** Returns the plan distance (m) within which every cell ends; ∞ if one doesn't. */
function rangeOf(sectors: readonly TableSector[]): number {
  let range = 0;
  for (const { from, to, cells } of sectors) {
    for (const cell of cells) {
      for (const azimuth of [from, to]) {
        const near = nearness(cell, Math.cos(azimuth), Math.sin(azimuth));
        range = Math.max(range, near <= 1e-9 ? Number.POSITIVE_INFINITY : 1 / near);
      }
    }
  }
  return range;
}

/** Returns the inverse of the distance at which a cell ends in a direction; 0: nowhere. */
function nearness({ lows, highs, fars }: Cell, cos: number, sin: number): number {
  let most = 0;
  for (const { x, y } of fars) most = Math.max(most, x * cos + y * sin);
  for (const low of lows) {
    for (const high of highs) {
      const room = high.at - low.at;
      if (room > 0) most = Math.max(most, ((low.x - high.x) * cos + (low.y - high.y) * sin) / room);
    }
  }
  return most;
}
