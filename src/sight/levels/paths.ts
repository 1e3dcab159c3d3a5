// Where one level lies to an eye on another, and everything the eye sees of it.
import { boxesOverlap, boxOfRings, coveredPieces, isWiderThan } from '../../geometry/index.js';
import type { Point, Region, Ring, Segment } from '../../geometry/types.js';
import type { Level } from '../../plan/model.js';
import type { Span } from '../optics/optics.js';
import type { Boxes } from '../scene/box-index.js';
import type { Look } from '../view/views.js';
import { type Cell, cellsOf } from './cells.js';
import { type Onward, seenThrough } from './continue.js';
import { type Lookout, nearIn, openView, outOf, piecesOf } from './exit.js';
import { clipped, type Ladder, ladderOf, pastOthers, type Storey, type Tower, uprightBetween } from './stack.js';

/** Look at another level. */
export interface LevelLook extends Look {
  /** Edge past which all of its lines are on that level; undefined: all the way. */
  readonly entered: Segment | undefined;
}

/** The level that is looked at. */
export interface Target {
  readonly storey: Storey;
  readonly tower: Tower;
  /** m: heights from the floor to this count. */
  readonly band: number;
}

/** Position of a level relative to an eye: above it, below it, or at the height of its rooms. */
export type Way =
  | { readonly is: 'above' }
  /** Below: seen through the plane of its ceiling, or of a floor above it if that height is unknown. */
  | { readonly is: 'below'; readonly plane: number; readonly ceiling: boolean }
  /** Beside: the eye is at the height of its rooms. */
  | { readonly is: 'beside' };

/**
 * Returns how a level lies to an eye.
 *
 * @param eye absolute height of the eye, m
 */
export function wayTo({ floor, top }: Storey, eye: number, { storeys }: Tower): Way {
  if (eye < floor) return { is: 'above' };
  if (top !== undefined) return eye > top ? { is: 'below', plane: top, ceiling: true } : { is: 'beside' };
  const between = storeys.map((storey) => storey.floor).filter((height) => height > floor && height < eye);
  return between.length === 0 ? { is: 'beside' } : { is: 'below', plane: Math.min(...between), ceiling: false };
}

/** Function that returns the ladder of an eye up or down, made at the first call: it serves every level. */
export type Ladders = (way: 'up' | 'down', make: () => Ladder) => Ladder;

/** Returns everything an eye sees of another level within its window and range. */
export function looksAt(lookout: Lookout, target: Target, ladders: Ladders): LevelLook[] {
  const { scene, height } = lookout;
  if (height === undefined) return ofUnknownHeight(lookout, target);
  const { storey, tower, band } = target;
  const eye = scene.level.elevation + height;
  const way = wayTo(storey, eye, tower);
  if (way.is === 'beside') return beside(lookout, eye, target);
  const ladder = (direction: 'up' | 'down') => ladders(direction, () => ladderOf(lookout, eye, tower, direction));
  const { floor } = storey;
  if (way.is === 'above') {
    const times: Span = [1, (floor + band - eye) / (floor - eye)];
    const onward = { times, eye, target: [floor, floor + band], plane: floor } as const;
    return through(lookout, target, ladder('up').cellsAt(floor), onward, [floor, floor + band]);
  }
  const { plane } = way;
  const highest = Math.min(plane, floor + band);
  const most = way.ceiling ? (eye - floor) / (eye - plane) : Number.POSITIVE_INFINITY;
  const times: Span = [(eye - highest) / (eye - plane), most];
  const onward = { times, eye, target: [floor, floor + band], plane } as const;
  return through(lookout, target, ladder('down').cellsAt(plane), onward, [floor, plane]);
}

/** Returns what is seen of the level through cells, past its walls and those of others that stand beside it. */
function through(
  { eye, world, range }: Lookout,
  { storey, tower }: Target,
  cells: readonly Cell[],
  onward: Omit<Onward, 'range'>,
  [low, high]: Span,
): LevelLook[] {
  const own = { floor: storey.floor, obstacles: storey.obstacles(world), scene: storey.scene };
  const others = uprightBetween(tower, world, low, high).filter(({ obstacles }) => obstacles !== own.obstacles);
  const { bounds } = storey.scene;
  return cells.flatMap((cell): LevelLook[] => {
    const seen = seenThrough([own, ...others], eye, cell, { ...onward, range }, bounds);
    return seen === undefined ? [] : [{ eye, ...seen, entered: cell.far }];
  });
}

/**
 * Returns the view of an eye of unknown height, which may be above or below every level: all that is seen past any
 * hole, at any height.
 */
function ofUnknownHeight(lookout: Lookout, { storey, tower }: Target): LevelLook[] {
  const { scene, eye, range, world } = lookout;
  const own = tower.storeys.find((one) => one.scene === scene);
  const upright = [{ floor: storey.floor, obstacles: storey.obstacles(world), scene: storey.scene }];
  const past = (left: Boxes<Region>, entered: Boxes<Region>): LevelLook[] => {
    const free = clipped(outOf(lookout, left), lookout);
    return cellsOf(piecesOf(free, nearIn(entered, free)), eye).flatMap((cell): LevelLook[] => {
      const onward = { times: ANYWHERE, eye: 0, target: undefined, plane: 0, range } as const;
      const seen = seenThrough(upright, eye, cell, onward, storey.scene.bounds);
      return seen === undefined ? [] : [{ eye, ...seen, entered: cell.far }];
    });
  };
  if (own === undefined) return [];
  const above = past(own.slabs().roof, storey.slabs().floor);
  return storey.floor > own.floor ? above : [...above, ...past(own.slabs().floor, storey.slabs().roof)];
}

const ANYWHERE: Span = [1, Number.POSITIVE_INFINITY];

/** m: the intersection of two views is rounding if it is nowhere wider. */
const LINE = 1e-6;

/**
 * Returns the view of an eye at the height of the other level's rooms. If the walls of its own level are as high as all
 * its lines go, they hide all the way; else its lines have at least to come out from under the ceilings of its own
 * level. Walls of other levels at that height hide too.
 */
function beside(lookout: Lookout, eyeHeight: number, { storey, tower, band }: Target): LevelLook[] {
  const { scene, height = 0, world, eye, window, range } = lookout;
  const other = storey.scene;
  const rise = storey.floor - scene.level.elevation;
  const target: Span = [rise, rise + band];
  const heights = { eye: height - rise, target: [0, band] as const };
  const ring = other.viewshed(world, heights, eye, { window, range });
  const seen: Region = { rings: [ring], shadows: other.shadows(world, heights, eye, ring) };
  const free = freeBeside(lookout, target, tower);
  const common = free === undefined ? [seen] : inBoth(seen, free);
  const [low, high] = [Math.min(eyeHeight, storey.floor), Math.max(eyeHeight, storey.floor + band)];
  const here = [scene, other].map((one) => tower.storeys.find((each) => each.scene === one)?.obstacles(world));
  const others = uprightBetween(tower, world, low, high).filter(({ obstacles }) => !here.includes(obstacles));
  return common.flatMap(({ rings, shadows }): LevelLook[] => {
    const box = boxOfRings([...rings, [eye]]);
    const between = box === undefined ? [] : others.filter(({ obstacles }) => boxesOverlap(obstacles.bounds, box));
    if (between.length === 0) return [{ eye, rings, shadows, entered: undefined }];
    const all = [storey.floor, storey.floor + band] as const;
    const left = pastOthers(piecesOf({ rings, shadows: [] }, []), between, lookout, eyeHeight, all);
    return left.map(({ outline: [outer = [], ...holes] }) => {
      return { eye, rings: [outer], shadows: [...shadows, ...holes], entered: undefined };
    });
  });
}

/** Returns where a line from the eye may be at heights above its own level's floor; undefined: anywhere. */
function freeBeside(lookout: Lookout, target: Span, { storeys }: Tower): Region | undefined {
  const { scene, height = 0 } = lookout;
  const { ceiling = Number.POSITIVE_INFINITY } = scene.level;
  if (height > ceiling) return undefined;
  if (isWalled(scene.level, height, target)) return openView(lookout, target);
  const own = storeys.find((storey) => storey.scene === scene);
  return own && outOf(lookout, own.slabs().roof);
}

/**
 * True if the walls of a level hide all lines from `height` to `band` m above its floor: a storey is no lower than a
 * person.
 */
function isWalled({ ceiling }: Level, height: number, band: Span): boolean {
  const walls = ceiling ?? Math.max(height, PERSON);
  return Math.max(height, band[1]) <= walls;
}

const PERSON = 2;

/** Returns the intersection of two views from one eye. */
function inBoth(one: Region, other: Region): Region[] {
  const shadows: readonly Ring[] = [...one.shadows, ...other.shadows];
  return coveredPieces({ rings: one.rings, shadows: [] }, [{ rings: other.rings, shadows: [] }])
    .filter((piece) => isWiderThan([piece], LINE))
    .map(({ outline: [outer = [], ...holes] }) => ({ rings: [outer], shadows: [...shadows, ...holes] }));
}

/**
 * Returns where a sight line meets the edge `entered`, past which it is on the level it looks at; undefined if
 * parallel.
 */
export function enteredAt(eye: Point, towards: Point, entered: Segment): Point | undefined {
  const [dx, dy] = [towards[0] - eye[0], towards[1] - eye[1]];
  const [ex, ey] = [entered.b[0] - entered.a[0], entered.b[1] - entered.a[1]];
  const across = dx * ey - dy * ex;
  if (across === 0) return undefined;
  const t = ((entered.a[0] - eye[0]) * ey - (entered.a[1] - eye[1]) * ex) / across;
  return [eye[0] + t * dx, eye[1] + t * dy];
}
