// Where one level lies to an eye on another, and what the eye sees of it.
import { memoizeByName, once } from '../../base/memo.js';
import {
  boxesOverlap,
  boxOf,
  boxOfRings,
  clipConvex,
  coveredPieces,
  discCircumscribed,
  distance,
  distanceToSegment,
  isWiderThan,
  orientation,
  regionOfPiece,
  ringOfBox,
} from '../../geometry/index.js';
import type { Point, Region, Ring, Segment, Window } from '../../geometry/types.js';
import type { Level } from '../../plan/model.js';
import { throughBoth } from '../cone/bounding-frame.js';
import type { Span } from '../optics/optics.js';
import { framedBy, type Ranged } from '../radial/may-view.js';
import type { Boxes } from '../scene/box-index.js';
import { HIGHEST, type Look } from '../view/views.js';
import { type Cell, cellsOf } from './cells.js';
import { everyDirection, type Lookout, nearIn, piecesOf, seenAmong, times } from './exit.js';
import type { SeenPast } from './past.js';
import type { Slabs } from './slabs.js';
import { type Exits, type Storey, type Tower, uprightBetween } from './stack.js';
import type { Upright } from './upright.js';

/**
 * A region of another level that an eye sees through one hole in floors or ceilings; without a hole if the eye is at
 * the height of that level's rooms.
 */
export interface LevelLook extends Look {
  /** Edge of the hole at which sight lines come onto that level; undefined: no hole, they are on it from the eye on. */
  readonly entered: Segment | undefined;
}

/**
 * The level that is looked at, the stack of storeys that it is in, and the heights on it at which something counts as
 * seen.
 */
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
 * Returns whether a level lies above, below or beside an eye.
 *
 * @param eye absolute height of the eye, m
 */
export function wayTo({ floor, top }: Storey, eye: number, { storeys }: Tower): Way {
  if (eye < floor) return { is: 'above' };
  if (top !== undefined) return eye > top ? { is: 'below', plane: top, ceiling: true } : { is: 'beside' };
  const between = storeys.map((storey) => storey.floor).filter((height) => height > floor && height < eye);
  return between.length === 0 ? { is: 'beside' } : { is: 'below', plane: Math.min(...between), ceiling: false };
}

/** What a lens has in frame between two heights above the eye (m), by family of poses. */
export interface Frames {
  /** px/m that a target needs. */
  readonly density: number;
  /** Returns what is in frame between two heights, m above the eye: one item for each family of poses. */
  at(slab: Span): readonly Ranged[];
}

/** Returns the looks of a lens at one level, given what it has in frame; [] if it sees nothing there. */
export type Arrivals = (frames: Frames) => LevelLook[];

const NOTHING: Arrivals = () => [];

/**
 * Returns a function that gives the looks of an eye at another level for what a lens has in frame. Walls and holes on
 * the way from the eye are worked out once, for all lenses and poses.
 */
export function arrivalsAt(exits: Exits, target: Target): Arrivals {
  const { lookout } = exits;
  const { scene, height } = lookout;
  const { storey, tower, band } = target;
  if (height === undefined) return ofUnknownHeight(exits, target);
  const eye = scene.level.elevation + height;
  const way = wayTo(storey, eye, tower);
  const { floor } = storey;
  if (way.is === 'beside') return beside(exits, eye, target);
  const plane = way.is === 'above' ? floor : way.plane;
  const cells = exits.cellsAt(plane);
  const most = way.is === 'above' ? floor + band : Math.min(plane, floor + band);
  return cells.length === 0 ? NOTHING : through(lookout, target, cells, { plane, slab: [floor - eye, most - eye] });
}

/** How lines come to a level. */
interface Coming {
  /** Absolute height of the plane in which they pass holes, m; undefined: the eye's height is unknown. */
  readonly plane: number | undefined;
  /** Heights that count, m above the eye. */
  readonly slab: Span;
}

/**
 * Returns how a level is seen through cells of holes, past its walls and past those of others that stand beside it: of
 * several levels' walls each is passed by itself.
 */
function through(
  { eye, world, scene, height, range }: Lookout,
  { storey, tower, band }: Target,
  cells: readonly Cell[],
  { plane, slab }: Coming,
): Arrivals {
  const { bounds } = storey.scene;
  const own = { floor: storey.floor, obstacles: storey.obstacles(world) };
  const [low, high] = [storey.floor, plane !== undefined && plane > storey.floor ? plane : storey.floor + band];
  const others =
    plane === undefined
      ? []
      : uprightBetween(tower, world, low, high).filter(({ obstacles }) => obstacles !== own.obstacles);
  const eyeHeight = height === undefined ? undefined : scene.level.elevation + height;
  const inRange = rangeAbout(eye);
  const all = cells.flatMap((cell) => {
    const concerned = boxOf(fanOf(cell, eye, range));
    if (concerned === undefined || !boxesOverlap(concerned, bounds)) return [];
    const window = windowOf(cell, eye);
    const hole = { ...cell, height: plane === undefined || eyeHeight === undefined ? undefined : plane - eyeHeight };
    const past = ({ floor, obstacles }: Upright) => {
      const above = eyeHeight === undefined ? undefined : eyeHeight - floor;
      return obstacles.past({ eye, height: above, window, range, hole, mounted: obstacles !== own.obstacles });
    };
    const pastOwn = seenIn(
      once(() => past(own)),
      storey,
      inRange,
    );
    const beside = others
      .filter(({ obstacles }) => boxesOverlap(concerned, obstacles.bounds))
      .map((other) => once((): Region => ({ rings: past(other)(everyDirection(slab)), shadows: [] })));
    const seen = (families: readonly Ranged[]): readonly Region[] => {
      const rings = pastOwn(families.filter((family) => throughBoth(window, framedBy(family)) !== undefined));
      return rings.length === 0 ? [] : inAll({ rings, shadows: [] }, beside);
    };
    return [{ seen, entered: cell.far }];
  });
  // Of a cell through which nothing is seen nothing is seen at a finer density.
  let [coarsest, seeing] = [Number.POSITIVE_INFINITY, all];
  return ({ density, at }) => {
    const asked = density < coarsest ? all : seeing;
    if (asked.length === 0) return [];
    const families = at(slab);
    const found = asked.map((one) => ({ ...one, looks: one.seen(families) }));
    if (density < coarsest) [coarsest, seeing] = [density, found.filter(({ looks }) => looks.length > 0)];
    return found.flatMap(({ looks, entered }) => looks.map((look) => ({ eye, ...look, entered })));
  };
}

/** Function that returns the parts of rings that are at most `radius` m from their eye, or a hair more. */
type InRange = (rings: readonly Ring[], radius: number) => readonly Ring[];

function rangeAbout(eye: Point): InRange {
  const discs = memoizeByName((radius: number) => discCircumscribed(eye, radius, HAIR * radius));
  return (rings, radius) =>
    rings
      .map((ring) => (ring.every((point) => distance(eye, point) <= radius) ? ring : clipConvex(ring, discs(radius))))
      .filter((ring) => ring.length >= 3);
}

/**
 * Returns a function that returns what families of poses see past walls, less the parts in which nothing of the level is
 * drawn: most are air before a façade. What a table shows is worked out once for as long as it is the one asked for.
 */
function seenIn(
  past: () => ReturnType<SeenPast>,
  { scene, drawn }: Storey,
  inRange: InRange,
): (families: readonly Ranged[]) => readonly Ring[] {
  const box = ringOfBox(scene.bounds);
  const last: { readonly family: Ranged; readonly rings: readonly Ring[] }[] = [];
  return (families) =>
    families.flatMap((family, i) => {
      const known = last[i];
      if (known?.family.table !== family.table || known.family.heading !== family.heading) {
        const rings = past()(family).map((ring) => clipConvex(ring, box));
        last[i] = { family, rings: rings.filter((ring) => drawn().meeting(boxOf(ring)).length > 0) };
      }
      return inRange(last[i].rings, family.radius);
    });
}

/** Share of a radius by which a circle may be drawn too large. */
const HAIR = 2e-3;

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
function ofUnknownHeight({ lookout, out }: Exits, target: Target): Arrivals {
  const { scene, eye } = lookout;
  const { storey, tower, band } = target;
  const own = tower.storeys.find((one) => one.scene === scene);
  if (own === undefined) return NOTHING;
  const rise = storey.floor - own.floor;
  const slab: Span = [rise - (scene.level.ceiling ?? HIGHEST), rise + band];
  const past = (left: keyof Slabs, entered: Boxes<Region>): Arrivals => {
    const free = out(left);
    const cells = cellsOf(piecesOf(free, nearIn(entered, free)), eye);
    return through(lookout, target, cells, { plane: undefined, slab });
  };
  const above = past('roof', storey.slabs().floor);
  if (storey.floor > own.floor) return above;
  const below = past('floor', storey.slabs().roof);
  return (frames) => [...above(frames), ...below(frames)];
}

/** m: the intersection of two views is rounding if it is nowhere wider. */
const LINE = 1e-6;

/**
 * Returns the view of an eye at the height of the other level's rooms. If the walls of its own level are as high as all
 * its lines go, they hide all the way; else its lines have at least to come out from under the ceilings of its own
 * level. Walls of other levels at that height hide too.
 */
function beside(exits: Exits, eyeHeight: number, { storey, tower, band }: Target): Arrivals {
  const { lookout } = exits;
  const { scene, height = 0, world, eye, window, range } = lookout;
  const { bounds } = storey.scene;
  const rise = storey.floor - scene.level.elevation;
  const target: Span = [rise, rise + band];
  const free = freeBeside(exits, target);
  const box = free && boxOfRings(free.rings);
  if (free !== undefined && (box === undefined || !boxesOverlap(box, bounds))) return NOTHING;
  const slab: Span = [rise - height, rise - height + band];
  const [low, high] = [Math.min(eyeHeight, storey.floor), Math.max(eyeHeight, storey.floor + band)];
  const here = [scene, storey.scene].map((one) => tower.storeys.find((each) => each.scene === one)?.obstacles(world));
  const others = uprightBetween(tower, world, low, high).filter(({ obstacles }) => !here.includes(obstacles));
  const past = storey.obstacles(world).past({ eye, height: height - rise, window, range });
  const pastOwn = seenIn(() => past, storey, rangeAbout(eye));
  const pastOthers = others.map(({ floor, obstacles }) =>
    once(() => seenAmong(obstacles.past, lookout, target, floor - scene.level.elevation)),
  );
  return ({ at }) => {
    const rings = pastOwn(at(slab));
    const around = boxOfRings([...rings, [eye]]);
    if (rings.length === 0 || around === undefined) return [];
    const near = pastOthers.filter((_, i) => boxesOverlap(around, others[i].obstacles.bounds));
    const looks = inAll({ rings, shadows: [] }, free === undefined ? near : [() => free, ...near]);
    return looks.map((look) => ({ eye, ...look, entered: undefined }));
  };
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

/** Returns the intersection of a view with others from the same eye. */
function inAll(view: Region, others: readonly (() => Region)[]): readonly Region[] {
  let looks: readonly Region[] = [view];
  for (const other of others) {
    if (looks.length === 0) break;
    looks = looks.flatMap((look) => inBoth(look, other()));
  }
  return looks;
}

/** Returns the intersection of two views from one eye. */
function inBoth(one: Region, other: Region): Region[] {
  return coveredPieces(one, [other])
    .filter((piece) => isWiderThan([piece], LINE))
    .map(regionOfPiece);
}

/**
 * True if the straight line from the look's eye to `point`, extended, crosses its edge `entered`, where lines of the
 * look come onto the other level; always true for a look without such an edge.
 */
export function isThrough({ eye, entered }: LevelLook, point: Point): boolean {
  return entered === undefined || (orientation(eye, entered.a, point) >= 0 && orientation(eye, entered.b, point) <= 0);
}

/**
 * Returns the point, m, where the sight line from `eye` to `towards` crosses the line of the edge `entered` of a
 * {@link LevelLook}; undefined if they are parallel.
 */
export function enteredAt(eye: Point, towards: Point, entered: Segment): Point | undefined {
  const [dx, dy] = [towards[0] - eye[0], towards[1] - eye[1]];
  const [ex, ey] = [entered.b[0] - entered.a[0], entered.b[1] - entered.a[1]];
  const across = dx * ey - dy * ex;
  if (across === 0) return undefined;
  const t = ((entered.a[0] - eye[0]) * ey - (entered.a[1] - eye[1]) * ex) / across;
  return [eye[0] + t * dx, eye[1] + t * dy];
}
