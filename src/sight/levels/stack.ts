// All levels of a site as a stack of planes, and the holes by which sight lines climb through it.
import { spendBudget } from '../../base/budget.js';
import { boxesOverlap, boxOf, boxOfRings, clipConvex, coveredPieces, grow, ringOfBox } from '../../geometry/index.js';
import type { Box, Piece, Region } from '../../geometry/types.js';
import type { Span } from '../optics/optics.js';
import type { World } from '../scene/barriers.js';
import type { Scene } from '../scene/scene.js';
import { type Cell, cellsOf } from './cells.js';
import { seenThrough } from './continue.js';
import { everything, type Lookout, nearIn, openView, outOf, piecesOf } from './exit.js';
import type { Slabs } from './slabs.js';
import { isAtEye, type Obstacles, seenFrom, type Upright } from './upright.js';

/** A level as sight lines pass it. Heights are absolute, m. */
export interface Storey {
  readonly scene: Scene;
  readonly floor: number;
  /** Height of its ceiling; undefined: not in the plan. */
  readonly top: number | undefined;
  slabs(): Slabs;
  obstacles(world: World): Obstacles;
}

/** Walls between the ceiling of a level and the floor of another; absolute heights, m. */
export interface Joint {
  readonly from: number;
  readonly to: number;
  readonly obstacles: Obstacles;
}

/** All levels of a site, and the walls between them. */
export interface Tower {
  readonly storeys: readonly Storey[];
  joints(): readonly Joint[];
}

/** m: heights closer than this are one plane. */
const SAME = 1e-6;

/** True if two heights are one plane; false if the other is undefined. */
export function isSame(height: number, other: number | undefined): boolean {
  return other !== undefined && Math.abs(height - other) < SAME;
}

/** m: no storey is lower than a person. */
const LEAST = 2;

/**
 * Returns the walls that stand upright all the way between two heights (m): they hide everything that passes them
 * there.
 */
export function uprightBetween({ storeys, joints }: Tower, world: World, low: number, high: number): Upright[] {
  spendBudget(4 * (storeys.length + joints().length));
  const walls = storeys
    .filter(({ floor, top }) => floor <= low + SAME && (top ?? floor + LEAST) >= high - SAME)
    .map(({ floor, obstacles, scene }) => ({ floor, obstacles: obstacles(world), scene }));
  const joined = joints()
    .filter(({ from, to }) => from <= low + SAME && to >= high - SAME)
    .map(({ from, obstacles }) => ({ floor: from, obstacles, scene: undefined }));
  return [...walls, ...joined];
}

/**
 * Cells in which the sight lines of an eye pass the planes above it, or below, one after another. `cellsAt` returns
 * those in the plane at an absolute height, [] if no line comes there.
 */
export interface Ladder {
  cellsAt(plane: number): readonly Cell[];
}

/**
 * Returns the cells in which an eye's lines pass planes, worked out up to the plane that is asked for.
 *
 * Planes are the floors and the ceilings of all levels. Into the first, lines come past the walls of the eye's own
 * level; from one to the next past what stands upright all the way between; and in each they are where no floor and no
 * ceiling lies. At a given plane a line is where it was at the one before, by as many times farther from the eye as the
 * plane is: each step is exact, since it is a view of a single height.
 */
export function ladderOf(lookout: Lookout, eyeHeight: number, tower: Tower, way: 'up' | 'down'): Ladder {
  const sign = way === 'up' ? 1 : -1;
  spendBudget(100 * tower.storeys.length);
  const heights = tower.storeys.flatMap(({ floor, top }) => (top === undefined ? [floor] : [floor, top]));
  const planes = heights
    .filter((height) => sign * (height - eyeHeight) > 0)
    .sort((a, b) => sign * (a - b))
    .filter((height, i, all) => !isSame(height, all[i - 1]));
  const rungs: (readonly Cell[])[] = [];
  const climb = (): readonly Cell[] => {
    const [from, to] = [planes[rungs.length - 1], planes[rungs.length] ?? eyeHeight];
    const below = rungs.at(-1);
    if (below === undefined || from === undefined) return firstRung(lookout, eyeHeight, tower, to, way);
    return below.length === 0 ? [] : nextRung(lookout, eyeHeight, tower, { from, to, cells: below });
  };
  return {
    cellsAt(plane) {
      spendBudget(2 * planes.length);
      const wanted = planes.findIndex((height) => isSame(height, plane));
      while (rungs.length <= wanted) rungs.push(climb());
      return rungs[wanted] ?? [];
    },
  };
}

function firstRung(lookout: Lookout, eyeHeight: number, tower: Tower, plane: number, way: 'up' | 'down'): Cell[] {
  const { scene, eye, height = 0, masks, world } = lookout;
  const own = tower.storeys.find((storey) => storey.scene === scene);
  const top = scene.level.ceiling;
  const target = plane - scene.level.elevation;
  // Above its own walls nothing of its level hides anything; of unknown height they may end anywhere.
  const above = top !== undefined && height > top;
  const seen = above
    ? everything(lookout)
    : way === 'up' && top === undefined && own !== undefined
      ? outOf(lookout, own.slabs().roof)
      : openView(lookout, [target, target]);
  const masked = isSame(target, 0) ? { rings: seen.rings, shadows: [...seen.shadows, ...masks] } : seen;
  const free = clipped(masked, lookout);
  const pieces = piecesOf(free, flatAt(tower, plane, free));
  if (pieces.length === 0) return [];
  const [low, high] = [Math.min(eyeHeight, plane), Math.max(eyeHeight, plane)];
  const others = uprightBetween(tower, world, low, high).filter((one) => one.obstacles !== own?.obstacles(world));
  return cellsOf(pastOthers(pieces, others, lookout, eyeHeight, [plane, plane]), eye);
}

/**
 * Returns the parts of some pieces that are seen at heights of `target` past walls of other levels that stand upright
 * all the way from the eye on.
 */
export function pastOthers(
  pieces: readonly Piece[],
  others: readonly Upright[],
  lookout: Lookout,
  eyeHeight: number,
  [low, high]: Span,
): Piece[] {
  const { eye, range } = lookout;
  let left: readonly Piece[] = pieces;
  for (const other of others) {
    const box = boxOfRings([[eye], ...left.flatMap(({ outline }) => outline)]);
    if (box === undefined || !boxesOverlap(box, other.obstacles.bounds)) continue;
    const { floor, obstacles, scene } = other;
    // Views are found among the walls of a level at once; but of a wall it is on an eye there would see one side only.
    const seen =
      scene === undefined || isAtEye(obstacles, eye)
        ? seenFrom(other, eye, eyeHeight, [low, high], range)
        : openView({ ...lookout, scene, height: eyeHeight - floor }, [low - floor, high - floor]);
    left = left.flatMap(({ outline: [outer = [], ...holes] }) =>
      coveredPieces({ rings: [outer], shadows: holes }, [seen]),
    );
  }
  return [...left];
}

interface Step {
  readonly from: number;
  readonly to: number;
  readonly cells: readonly Cell[];
}

function nextRung({ eye, world, range }: Lookout, eyeHeight: number, tower: Tower, { from, to, cells }: Step): Cell[] {
  const upright = uprightBetween(tower, world, Math.min(from, to), Math.max(from, to));
  const by = (to - eyeHeight) / (from - eyeHeight);
  const onward = { times: [by, by], eye: eyeHeight, target: [to, to], plane: from, range } as const;
  return joined(cells, { eye, range }, tower, to, (cell) => seenThrough(upright, eye, cell, onward));
}

/** Returns the cells of what is seen through cells, less floors and ceilings. */
function joined(
  cells: readonly Cell[],
  { eye, range }: Pick<Lookout, 'eye' | 'range'>,
  tower: Tower,
  plane: number,
  seen: (cell: Cell) => ReturnType<typeof seenThrough>,
): Cell[] {
  const looks = cells.flatMap((cell) => seen(cell) ?? []);
  const plain = looks.filter(({ shadows }) => shadows.length === 0).flatMap(({ rings }) => rings);
  const regions: Region[] = [{ rings: plain, shadows: [] }, ...looks.filter(({ shadows }) => shadows.length > 0)];
  return regions
    .map((region) => clipped(region, { eye, range }))
    .flatMap((region) => cellsOf(piecesOf(region, flatAt(tower, plane, region)), eye));
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
export function clipped({ rings, shadows }: Region, { eye, range }: Pick<Lookout, 'eye' | 'range'>): Region {
  const square = ringOfBox(grow(boxOf([eye]) ?? NOWHERE, range));
  return { rings: rings.map((ring) => clipConvex(ring, square)).filter((ring) => ring.length >= 3), shadows };
}
