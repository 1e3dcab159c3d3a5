// How sight lines pass from level to level: in which holes of which planes they are.
import { spendBudget } from '../../base/budget.js';
import { memoizeByName } from '../../base/memo.js';
import {
  boxesOverlap,
  boxOf,
  boxOfRings,
  clipConvex,
  coveredPieces,
  grow,
  regionOfPiece,
  ringOfBox,
} from '../../geometry/index.js';
import type { Box, Piece, Region } from '../../geometry/types.js';
import type { Span } from '../optics/optics.js';
import type { World } from '../scene/barriers.js';
import type { Boxes } from '../scene/box-index.js';
import type { Scene } from '../scene/scene.js';
import type { Extent } from '../scene/shadow.js';
import { type Cell, cellsOf } from './cells.js';
import { everything, type Lookout, nearIn, outOf, piecesOf, seenAmong, times } from './exit.js';
import type { Slabs } from './slabs.js';
import { type Obstacles, spansOf, thrownBy, type Upright } from './upright.js';

/** A level as sight lines pass it. Heights are absolute, m. */
export interface Storey {
  readonly scene: Scene;
  readonly floor: number;
  /** Height of its ceiling; undefined: not in the plan. */
  readonly top: number | undefined;
  slabs(): Slabs;
  obstacles(world: World): Obstacles;
  /** Index of its zones, signs and devices: where something of it may be looked at. */
  drawn(): Boxes<Box>;
}

/** Walls between the ceiling of a level and the floor of another; absolute heights, m. */
export interface Joint {
  readonly from: number;
  readonly to: number;
  readonly obstacles: Obstacles;
}

/** The storeys of a site as one stack, with the walls that stand between a ceiling and the floor above. */
export interface Tower {
  readonly storeys: readonly Storey[];
  /** Box round everything on the site, plan metres. */
  readonly bounds: Box;
  joints(): readonly Joint[];
}

/** m: heights closer than this are one plane. */
const SAME = 1e-6;

/** True if two heights (m) are one plane, less than 1e-6 m apart; false if the other is undefined. */
export function isSame(height: number, other: number | undefined): boolean {
  return other !== undefined && Math.abs(height - other) < SAME;
}

/** m: no storey is lower than a person. */
const LEAST = 2;

/**
 * Returns the walls of every storey, and the joints, that reach over all heights from `low` to `high` (absolute, m): no
 * line passes above or below them there. Low walls of such a storey still hide only their own heights.
 */
export function uprightBetween({ storeys, joints }: Tower, world: World, low: number, high: number): Upright[] {
  spendBudget(4 * (storeys.length + joints().length));
  const walls = storeys
    .filter(({ floor, top }) => floor <= low + SAME && (top ?? floor + LEAST) >= high - SAME)
    .map(({ floor, obstacles }) => ({ floor, obstacles: obstacles(world) }));
  const joined = joints()
    .filter(({ from, to }) => from <= low + SAME && to >= high - SAME)
    .map(({ from, obstacles }) => ({ floor: from, obstacles }));
  return [...walls, ...joined];
}

/** How the sight lines of an eye leave its own level; each answer is worked out when it is first asked for. */
export interface Exits {
  /** The eye, with the limits that hold for all its lines. */
  readonly lookout: Lookout;
  /**
   * Returns the cells of the holes in which the sight lines pass the plane at an absolute height, m; [] if none gets
   * there.
   */
  cellsAt(plane: number): readonly Cell[];
  /**
   * Returns where the sight lines may be, past walls from floor to ceiling, once they are out from under a roof or
   * off a floor of the eye's level.
   */
  out(flat: keyof Slabs): Region;
  /**
   * Returns where the sight lines may be at heights (m above the floor of the eye's level), past that level's walls.
   */
  past(target: Span): Region;
}

/** Returns how the sight lines of an eye leave its own level: through which holes of which planes, past which walls. */
export function exitsOf(lookout: Lookout, tower: Tower): Exits {
  const { scene, world, height = 0 } = lookout;
  const eye = scene.level.elevation + height;
  const own = tower.storeys.find((storey) => storey.scene === scene);
  const ladder = memoizeByName((way: Way) => ladderOf(lookout, eye, tower, way));
  const out = memoizeByName((flat: keyof Slabs): Region => {
    return own === undefined
      ? NO_REGION
      : clipped(outOf(lookout, own.obstacles(world).past, own.slabs()[flat]), lookout);
  });
  const past = new Map<string, Region>();
  return {
    lookout,
    cellsAt: (plane) => ladder(plane > eye ? 'up' : 'down').cellsAt(plane),
    out,
    past(target) {
      const known =
        past.get(target.join()) ??
        (own === undefined ? NO_REGION : seenAmong(own.obstacles(world).past, lookout, target));
      past.set(target.join(), known);
      return known;
    },
  };
}

type Way = 'up' | 'down';

const NO_REGION: Region = { rings: [], shadows: [] };

/**
 * Holes in which the sight lines of an eye pass the planes above it, or below. `cellsAt` returns the cells of those in
 * the plane at an absolute height, [] if no line comes there.
 */
interface Ladder {
  cellsAt(plane: number): readonly Cell[];
}

/**
 * Returns the holes in which an eye's lines pass planes, worked out up to the plane that is asked for.
 *
 * Planes are the floors and the ceilings of all levels. A line is known by its place in one plane: in the next it is as
 * many times farther from the eye as that plane is. So what is left in a plane is what was left in the one before, as
 * many times larger, less the floors and ceilings that lie there, and less the shadows from the one to the other of what
 * stands upright all the way between. Into the first plane, lines come past the walls of the eye's own level. Each step
 * is exact, since it is a view of a single height.
 */
function ladderOf(lookout: Lookout, eyeHeight: number, tower: Tower, way: Way): Ladder {
  const sign = way === 'up' ? 1 : -1;
  spendBudget(100 * tower.storeys.length);
  const heights = tower.storeys.flatMap(({ floor, top }) => (top === undefined ? [floor] : [floor, top]));
  const planes = heights
    .filter((height) => sign * (height - eyeHeight) > 0)
    .sort((a, b) => sign * (a - b))
    .filter((height, i, all) => !isSame(height, all[i - 1]));
  const rungs: (readonly Piece[])[] = [];
  const cells: (readonly Cell[])[] = [];
  const climb = (): readonly Piece[] => {
    const [from, to] = [planes[rungs.length - 1], planes[rungs.length] ?? eyeHeight];
    const below = rungs.at(-1);
    if (below === undefined || from === undefined) return firstRung(lookout, eyeHeight, tower, to, way);
    return nextRung(lookout, eyeHeight, tower, { from, to, pieces: below });
  };
  return {
    cellsAt(plane) {
      spendBudget(2 * planes.length);
      const wanted = planes.findIndex((height) => isSame(height, plane));
      // What no line passes no line passes farther on.
      while (rungs.length <= wanted && rungs.at(-1)?.length !== 0) rungs.push(climb());
      const found = rungs[wanted] ?? [];
      cells[wanted] ??= cellsOf(found, lookout.eye);
      return cells[wanted];
    },
  };
}

function firstRung(lookout: Lookout, eyeHeight: number, tower: Tower, plane: number, way: Way): Piece[] {
  const { scene, height = 0, masks, world } = lookout;
  const own = tower.storeys.find((storey) => storey.scene === scene);
  if (own === undefined) return [];
  const top = scene.level.ceiling;
  const target = plane - scene.level.elevation;
  const walls = own.obstacles(world).past;
  // Above its own walls nothing of its level hides anything; of unknown height they may end anywhere.
  const above = top !== undefined && height > top;
  const endless = way === 'up' && top === undefined;
  if (!above && !endless && isShutIn(lookout, tower, plane)) return [];
  const seen = above
    ? everything(lookout)
    : endless
      ? outOf(lookout, walls, own.slabs().roof)
      : seenAmong(walls, lookout, [target, target]);
  const masked = isSame(target, 0) ? { rings: seen.rings, shadows: [...seen.shadows, ...masks] } : seen;
  const free = clipped(masked, lookout);
  const pieces = piecesOf(free, flatAt(tower, plane, free));
  if (pieces.length === 0) return [];
  const [low, high] = [Math.min(eyeHeight, plane), Math.max(eyeHeight, plane)];
  const others = uprightBetween(tower, world, low, high).filter(({ obstacles }) => obstacles !== own.obstacles(world));
  return pastOthers(pieces, others, lookout, [target, target]);
}

/** m: rounding of the sides of a level's bounds. */
const ON_BOUNDS = 1e-5;

/**
 * True if floors or ceilings in a plane cover all that an eye sees of its level there, and nothing of it is open to the
 * sides: so it is for most devices, which are indoors.
 */
function isShutIn(lookout: Lookout, tower: Tower, plane: number): boolean {
  const { scene, world, eye, window, height, range } = lookout;
  const target = plane - scene.level.elevation;
  const heights = height === undefined ? undefined : { eye: height, target: [target, target] as const };
  const ring = scene.viewshed(world, heights, eye, { window, range });
  const inner = grow(scene.bounds, -ON_BOUNDS);
  if (ring.some(([x, y]) => x <= inner.minX || x >= inner.maxX || y <= inner.minY || y >= inner.maxY)) return false;
  const seen = { rings: [ring], shadows: [] };
  return piecesOf(seen, flatAt(tower, plane, seen)).length === 0;
}

/**
 * Returns the parts of pieces that an eye sees past `others`: walls of storeys, or joints, that reach over all heights
 * from the eye to the target, as {@link uprightBetween} returns them.
 *
 * @param pieces what the eye sees at the heights `target` but for these walls
 * @param target heights above the eye's own level that are looked at, m
 */
export function pastOthers(
  pieces: readonly Piece[],
  others: readonly Upright[],
  lookout: Lookout,
  target: Span,
): Piece[] {
  const own = lookout.scene.level.elevation;
  let left: readonly Piece[] = pieces;
  for (const { floor, obstacles } of others) {
    const box = boxOfRings([[lookout.eye], ...left.flatMap(({ outline }) => outline)]);
    if (box === undefined || !boxesOverlap(box, obstacles.bounds)) continue;
    const seen = seenAmong(obstacles.past, lookout, target, floor - own);
    left = left.flatMap((piece) => coveredPieces(regionOfPiece(piece), [seen]));
  }
  return [...left];
}

interface Step {
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly Piece[];
}

function nextRung(lookout: Lookout, eyeHeight: number, tower: Tower, { from, to, pieces }: Step): Piece[] {
  const { eye, world } = lookout;
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const upright = uprightBetween(tower, world, low, high);
  const by = (to - eyeHeight) / (from - eyeHeight);
  return pieces.flatMap(({ outline }) => {
    const scaled = { outline: outline.map((ring) => ring.map((point) => times(point, eye, by))) };
    const region = clipped(regionOfPiece(scaled), lookout);
    const box = boxOfRings([...region.rings, ...outline]);
    if (box === undefined || region.rings.length === 0) return [];
    const shadows = upright.flatMap((one) => shadowsOf(one, box, lookout, { eyeHeight, low, high, to }));
    return piecesOf(region, [...flatAt(tower, to, region), ...shadows]);
  });
}

interface Between {
  readonly eyeHeight: number;
  readonly low: number;
  readonly high: number;
  readonly to: number;
}

/** Returns where in the plane at `to` lines are that meet walls between two heights. */
function shadowsOf({ floor, obstacles }: Upright, box: Box, { eye, range }: Lookout, between: Between): Region[] {
  if (!boxesOverlap(box, obstacles.bounds)) return [];
  const { eyeHeight, low, high, to } = between;
  const heights = { eye: eyeHeight - floor, target: [to - floor, to - floor] as const };
  const part = ({ from, to: end }: Extent): Extent => ({
    from: Math.max(from, low - floor),
    to: Math.min(end, high - floor),
  });
  const { segments, full, panels } = obstacles;
  const thrown = (walls: readonly number[], extents: readonly Extent[]): Region[] => {
    const spans = spansOf(
      extents.map(part).filter((extent) => extent.to > extent.from),
      heights,
    );
    return walls.flatMap((wall) => {
      spendBudget(20);
      return thrownBy(segments[wall], spans, eye, range).map((ring) => ({ rings: [ring], shadows: [] }));
    });
  };
  return [
    ...thrown(full.touching(box), [{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }]),
    ...panels.flatMap(({ extents, near }) => thrown(near.touching(box), extents)),
  ];
}

/** Returns the floors and ceilings in a plane that may meet a region. */
function flatAt({ storeys }: Tower, plane: number, region: Region): Region[] {
  const box = boxOfRings(region.rings);
  if (box === undefined) return [];
  return storeys.flatMap(({ floor, top, slabs }) => [
    ...(isSame(plane, floor) ? nearIn(slabs().floor, region) : []),
    ...(isSame(plane, top) ? nearIn(slabs().roof, region) : []),
  ]);
}

const NOWHERE: Box = { minX: 0, minY: 0, maxX: 0, maxY: 0 };

/** Returns the part of a region within range. */
function clipped({ rings, shadows }: Region, { eye, range }: Pick<Lookout, 'eye' | 'range'>): Region {
  const square = ringOfBox(grow(boxOf([eye]) ?? NOWHERE, range));
  return { rings: rings.map((ring) => clipConvex(ring, square)).filter((ring) => ring.length >= 3), shadows };
}
