import { coveredPieces, isWiderThan } from '../geometry/index.js';
import type { Point, Region, Ring, Segment } from '../geometry/types.js';
import type { Level } from '../plan/model.js';
import type { World } from './barriers.js';
import { type Obstacles, seenThrough } from './levels-beyond.js';
import {
  type Frame,
  type Holes,
  holesAbove,
  holesBelow,
  type Lookout,
  openView,
  outOf,
  type Sheet,
} from './levels-holes.js';
import type { Bridged, Slabs } from './levels-slabs.js';
import type { Span } from './optics.js';
import type { Boxes } from './places.js';
import type { Scene } from './scene.js';
import type { Look } from './views.js';

/** A look at another level. */
export interface LevelLook extends Look {
  /** Where its lines are all on that level; undefined: all the way. */
  readonly entered: Segment | undefined;
}

/** The level looked at, and what lies between it and the one looked from. */
export interface Target {
  readonly scene: Scene;
  /** Levels of the site, with what is flat on each. */
  readonly levels: readonly Level[];
  scenes(): readonly Scene[];
  slabsOf(level: string): Slabs;
  obstaclesOf(world: World): Obstacles;
  /** Walls of the own level that go on above its ceiling. */
  bridged(): Boxes<Bridged>;
  /** m: from the floor to this height counts. */
  readonly band: number;
}

/** How a level lies to an eye. */
export type Way =
  | { readonly is: 'above' }
  /** Seen through the plane of its ceiling, or of a floor above it where that height isn't known. */
  | { readonly is: 'below'; readonly plane: number; readonly ceiling: boolean }
  /** The eye is at the height of its rooms. */
  | { readonly is: 'beside' };

/** @param eye absolute height of the eye, m */
export function wayTo(target: Level, eye: number, levels: readonly Level[]): Way {
  const { elevation, ceiling } = target;
  if (eye < elevation) return { is: 'above' };
  if (ceiling !== undefined) {
    const top = elevation + ceiling;
    return eye > top ? { is: 'below', plane: top, ceiling: true } : { is: 'beside' };
  }
  const between = levels.map((level) => level.elevation).filter((height) => height > elevation && height < eye);
  return between.length === 0 ? { is: 'beside' } : { is: 'below', plane: Math.min(...between), ceiling: false };
}

/** Everything an eye sees of another level in some directions, as far as a range. */
export function looksAt(lookout: Lookout, frame: Frame, target: Target): LevelLook[] {
  const { scene, height } = lookout;
  if (height === undefined) return ofUnknownHeight(lookout, frame, target);
  const eye = scene.level.elevation + height;
  const way = wayTo(target.scene.level, eye, target.levels);
  if (way.is === 'beside') return beside(lookout, frame, target);
  const { elevation } = target.scene.level;
  const heights = { eye: eye - elevation, target: [0, target.band] as const };
  const own = target.slabsOf(scene.level.id);
  if (way.is === 'above') {
    const floors = sheets(target, (at) => at > eye && at <= elevation);
    const holes = holesAbove(lookout, frame, own, { plane: elevation, sheets: floors }, target.bridged());
    return past(lookout, frame, target, holes, heights, [1, (elevation + target.band - eye) / (elevation - eye)]);
  }
  const holes = holesBelow(lookout, frame, own, { plane: way.plane, sheets: sheetsBelow(target, way, eye) });
  const most = way.ceiling ? (eye - elevation) / (eye - way.plane) : Number.POSITIVE_INFINITY;
  const highest = Math.min(way.plane, elevation + target.band);
  return past(lookout, frame, target, holes, heights, [(eye - highest) / (eye - way.plane), most]);
}

function sheets({ levels, slabsOf }: Target, isBetween: (height: number) => boolean): Sheet[] {
  return levels
    .filter(({ elevation }) => isBetween(elevation))
    .map(({ id, elevation }) => ({ height: elevation, solid: slabsOf(id).floor }));
}

function sheetsBelow(target: Target, way: Extract<Way, { is: 'below' }>, eye: number): Sheet[] {
  const floors = sheets(target, (at) => at >= way.plane && at < eye);
  return way.ceiling ? [...floors, { height: way.plane, solid: target.slabsOf(target.scene.level.id).roof }] : floors;
}

function past(
  { eye, world }: Lookout,
  { range }: Frame,
  target: Target,
  { cells, plane }: Holes,
  heights: { readonly eye: number; readonly target: readonly [number, number] } | undefined,
  times: Span,
): LevelLook[] {
  const obstacles = target.obstaclesOf(world);
  const onward = { times, heights, plane: plane - target.scene.level.elevation, range };
  return cells.flatMap((cell): LevelLook[] => {
    const seen = seenThrough(obstacles, eye, cell, onward);
    return seen === undefined ? [] : [{ eye, rings: [seen.ring], shadows: seen.shadows, entered: cell.far }];
  });
}

/** Of unknown height it may be above or below every level: all that is seen past any hole, at any height. */
function ofUnknownHeight(lookout: Lookout, frame: Frame, target: Target): LevelLook[] {
  const { elevation, ceiling } = target.scene.level;
  const own = target.slabsOf(lookout.scene.level.id);
  const unbounded = (holes: Holes) => past(lookout, frame, target, holes, undefined, [1, Number.POSITIVE_INFINITY]);
  const floors = sheets(target, (at) => at === elevation);
  const above = unbounded(holesAbove(lookout, frame, own, { plane: elevation, sheets: floors }, NONE));
  if (elevation > lookout.scene.level.elevation || ceiling === undefined) return above;
  const plane = elevation + ceiling;
  const roof = [{ height: plane, solid: target.slabsOf(target.scene.level.id).roof }];
  return [...above, ...unbounded(holesBelow(lookout, frame, own, { plane, sheets: roof }))];
}

const NONE = { meeting: () => [] };

/** m: what two views have in common that is nowhere wider is rounding. */
const LINE = 1e-6;

/**
 * An eye at the height of the other level's rooms. Where the walls of its own level are as high as all its lines go they
 * hide all the way as well; else its lines have at least to come out from under the ceilings of its own level.
 */
function beside(lookout: Lookout, { range, wedge }: Frame, target: Target): LevelLook[] {
  const { scene, height = 0, world, eye } = lookout;
  const other = target.scene;
  const rise = other.level.elevation - scene.level.elevation;
  const band: Span = [rise, rise + target.band];
  const heights = { eye: height - rise, target: [0, target.band] as const };
  const ring = other.viewshed(world, heights, eye, { window: wedge, range });
  const seen: Region = { rings: [ring], shadows: other.shadows(world, heights, eye, ring) };
  const own = target.slabsOf(scene.level.id);
  const { ceiling = Number.POSITIVE_INFINITY } = scene.level;
  if (height > ceiling) return [{ eye, ...seen, entered: undefined }];
  const free = lookout.leaving(`beside ${rise}`, () =>
    isWalled(scene.level, height, band) ? [openView(lookout, band)] : outOf(lookout, own.roof),
  );
  return free
    .flatMap((region) => inBoth(seen, region))
    .map(({ rings, shadows }) => ({ eye, rings, shadows, entered: undefined }));
}

/** Whether the walls of a level hide all lines from `height` to `band` m above its floor: a storey is no lower than a person. */
function isWalled({ ceiling }: Level, height: number, band: Span): boolean {
  const walls = ceiling ?? Math.max(height, PERSON);
  return Math.max(height, band[1]) <= walls;
}

const PERSON = 2;

/** Where two views from one eye see. */
function inBoth(one: Region, other: Region): Region[] {
  const shadows: readonly Ring[] = [...one.shadows, ...other.shadows];
  return coveredPieces({ rings: one.rings, shadows: [] }, [{ rings: other.rings, shadows: [] }])
    .filter((piece) => isWiderThan([piece], LINE))
    .map(({ outline: [outer = [], ...holes] }) => ({ rings: [outer], shadows: [...shadows, ...holes] }));
}

/** Where on a line of sight everything is on the level looked at: at the edge `entered`. */
export function enteredAt(eye: Point, towards: Point, entered: Segment): Point | undefined {
  const [dx, dy] = [towards[0] - eye[0], towards[1] - eye[1]];
  const [ex, ey] = [entered.b[0] - entered.a[0], entered.b[1] - entered.a[1]];
  const across = dx * ey - dy * ex;
  if (across === 0) return undefined;
  const t = ((entered.a[0] - eye[0]) * ey - (entered.a[1] - eye[1]) * ex) / across;
  return [eye[0] + t * dx, eye[1] + t * dy];
}
