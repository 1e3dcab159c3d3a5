// Where one level lies to an eye on another, and what the eye sees of it.
import {
  boxesOverlap,
  boxOf,
  boxOfRings,
  clipConvex,
  coveredPieces,
  distanceToSegment,
  isWiderThan,
  ringOfBox,
} from '../../geometry/index.js';
import type { Box, Point, Region, Ring, Segment, Window } from '../../geometry/types.js';
import type { Level } from '../../plan/model.js';
import { throughBoth } from '../cone/bounding-frame.js';
import type { Span } from '../optics/optics.js';
import { type Aimed, framedBy } from '../radial/may-view.js';
import type { Boxes } from '../scene/box-index.js';
import type { Look } from '../view/views.js';
import { type Cell, cellsOf } from './cells.js';
import { everyDirection, type Lookout, nearIn, piecesOf, seenAmong, times } from './exit.js';
import type { Slabs } from './slabs.js';
import { type Exits, type Storey, type Tower, uprightBetween } from './stack.js';
import type { Upright } from './upright.js';

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

/**
 * Function that returns what a lens has in frame of heights between two, m above the eye, as families of poses.
 */
export type Framing = (slab: Span) => readonly Aimed[];

/** Returns what an eye sees of another level. */
export function looksAt(exits: Exits, target: Target, framing: Framing): LevelLook[] {
  const { lookout } = exits;
  const { scene, height } = lookout;
  const { storey, tower, band } = target;
  if (height === undefined) return ofUnknownHeight(exits, target, framing);
  const eye = scene.level.elevation + height;
  const way = wayTo(storey, eye, tower);
  const { floor } = storey;
  if (way.is === 'beside') return beside(exits, eye, target, framing);
  const plane = way.is === 'above' ? floor : way.plane;
  const cells = exits.cellsAt(plane);
  const most = way.is === 'above' ? floor + band : Math.min(plane, floor + band);
  return cells.length === 0 ? [] : through(lookout, target, framing, cells, { plane, slab: [floor - eye, most - eye] });
}

/** How lines come to a level. */
interface Coming {
  /** Absolute height of the plane in which they pass holes, m; undefined: the eye's height is unknown. */
  readonly plane: number | undefined;
  /** Heights that count, m above the eye. */
  readonly slab: Span;
}

/**
 * Returns what is seen of a level through cells of holes, past its walls and past those of others that stand beside it:
 * of several levels' walls each is passed by itself.
 */
function through(
  lookout: Lookout,
  { storey, tower, band }: Target,
  framing: Framing,
  cells: readonly Cell[],
  { plane, slab }: Coming,
): LevelLook[] {
  const { eye, world, scene, height, range } = lookout;
  const { bounds } = storey.scene;
  const own = { floor: storey.floor, obstacles: storey.obstacles(world) };
  const [low, high] = [storey.floor, plane !== undefined && plane > storey.floor ? plane : storey.floor + band];
  const others =
    plane === undefined
      ? []
      : uprightBetween(tower, world, low, high).filter(({ obstacles }) => obstacles !== own.obstacles);
  const families = framing(slab);
  const free = everyDirection(slab);
  const eyeHeight = height === undefined ? undefined : scene.level.elevation + height;
  return cells.flatMap((cell): LevelLook[] => {
    const concerned = boxOf(fanOf(cell, eye, range));
    if (concerned === undefined || !boxesOverlap(concerned, bounds)) return [];
    const hole = { ...cell, height: plane === undefined || eyeHeight === undefined ? undefined : plane - eyeHeight };
    const seen = ({ floor, obstacles }: Upright, family: Aimed, mounted: boolean): Ring[] => {
      const window = throughBoth(windowOf(cell, eye), framedBy(family));
      if (window?.window === undefined) return [];
      const above = eyeHeight === undefined ? undefined : eyeHeight - floor;
      return obstacles.past({ eye, height: above, window: window.window, range, family, hole, mounted });
    };
    const rings = families.flatMap((family) => within(seen(own, family, false), bounds));
    let looks: readonly Region[] = [{ rings, shadows: [] }];
    for (const other of others) {
      if (!boxesOverlap(concerned, other.obstacles.bounds)) continue;
      const past = { rings: seen(other, free, true), shadows: [] };
      looks = looks.flatMap((look) => inBoth(look, past));
    }
    return looks
      .filter(({ rings }) => rings.length > 0)
      .map(({ rings, shadows }) => ({ eye, rings, shadows, entered: cell.far }));
  });
}

/** Returns the parts of rings in a box: beyond the bounds of a level nothing is on it. */
function within(rings: readonly Ring[], box: Box): Ring[] {
  return rings.map((ring) => clipConvex(ring, ringOfBox(box))).filter((ring) => ring.length >= 3);
}

/** Returns the directions of a cell. */
function windowOf({ far: { a, b } }: Cell, [x, y]: Point): Window {
  const [from, to] = [Math.atan2(a[1] - y, a[0] - x), Math.atan2(b[1] - y, b[0] - x)];
  return { from, to: to < from ? to + 2 * Math.PI : to };
}

/** Returns the triangle from the eye over a cell to the range or beyond. */
function fanOf({ far: { a, b } }: Cell, eye: Point, range: number): Ring {
  const by = Math.max(1, range / distanceToSegment(eye, { a, b }));
  return [eye, times(a, eye, by), times(b, eye, by)];
}

/**
 * Returns the view of an eye of unknown height, which may be above or below every level: all that is seen past any
 * hole, at any height.
 */
function ofUnknownHeight({ lookout, out }: Exits, target: Target, framing: Framing): LevelLook[] {
  const { scene, eye } = lookout;
  const { storey, tower, band } = target;
  const own = tower.storeys.find((one) => one.scene === scene);
  if (own === undefined) return [];
  const rise = storey.floor - own.floor;
  const slab: Span = [rise - (scene.level.ceiling ?? HIGHEST), rise + band];
  const past = (left: keyof Slabs, entered: Boxes<Region>): LevelLook[] => {
    const free = out(left);
    const cells = cellsOf(piecesOf(free, nearIn(entered, free)), eye);
    return through(lookout, target, framing, cells, { plane: undefined, slab });
  };
  const above = past('roof', storey.slabs().floor);
  return storey.floor > own.floor ? above : [...above, ...past('floor', storey.slabs().roof)];
}

/** m: mount height assumed where neither it nor the ceiling is known; higher only sees more. */
export const HIGHEST = 20;

/** m: the intersection of two views is rounding if it is nowhere wider. */
const LINE = 1e-6;

/**
 * Returns the view of an eye at the height of the other level's rooms. If the walls of its own level are as high as all
 * its lines go, they hide all the way; else its lines have at least to come out from under the ceilings of its own
 * level. Walls of other levels at that height hide too.
 */
function beside(exits: Exits, eyeHeight: number, { storey, tower, band }: Target, framing: Framing): LevelLook[] {
  const { lookout } = exits;
  const { scene, height = 0, world, eye, range } = lookout;
  const rise = storey.floor - scene.level.elevation;
  const target: Span = [rise, rise + band];
  const free = freeBeside(exits, target);
  const box = free && boxOfRings(free.rings);
  if (free !== undefined && (box === undefined || !boxesOverlap(box, storey.scene.bounds))) return [];
  const slab: Span = [rise - height, rise - height + band];
  const rings = framing(slab).flatMap((family): Ring[] => {
    const seen = throughBoth(lookout.window, framedBy(family));
    if (seen === undefined) return [];
    return storey.obstacles(world).past({ eye, height: height - rise, window: seen.window, range, family });
  });
  if (rings.length === 0) return [];
  const view: Region = { rings: within(rings, storey.scene.bounds), shadows: [] };
  const [low, high] = [Math.min(eyeHeight, storey.floor), Math.max(eyeHeight, storey.floor + band)];
  const here = [scene, storey.scene].map((one) => tower.storeys.find((each) => each.scene === one)?.obstacles(world));
  const others = uprightBetween(tower, world, low, high).filter(({ obstacles }) => !here.includes(obstacles));
  let looks: readonly Region[] = free === undefined ? [view] : inBoth(view, free);
  for (const { floor, obstacles } of others) {
    const around = boxOfRings([...looks.flatMap((look) => look.rings), [eye]]);
    if (around === undefined || !boxesOverlap(around, obstacles.bounds)) continue;
    const past = seenAmong(obstacles.past, lookout, target, floor - scene.level.elevation);
    looks = looks.flatMap((look) => inBoth(look, past));
  }
  return looks.map((look) => ({ eye, ...look, entered: undefined }));
}

/** Returns where a line from the eye may be at heights above its own level's floor; undefined: anywhere. */
function freeBeside({ lookout: { scene, height = 0 }, past, out }: Exits, target: Span): Region | undefined {
  const { ceiling = Number.POSITIVE_INFINITY } = scene.level;
  if (height > ceiling) return undefined;
  return isWalled(scene.level, height, target) ? past(target) : out('roof');
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
  return coveredPieces(one, [other])
    .filter((piece) => isWiderThan([piece], LINE))
    .map(({ outline: [outer = [], ...holes] }) => ({ rings: [outer], shadows: holes }));
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
