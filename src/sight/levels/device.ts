// What one lens of a device sees of another level.
import { boxOf, containsPoint, distance, ringOfBox } from '../../geometry/index.js';
import type { Point, Window } from '../../geometry/types.js';
import type { Device, Level, Optics } from '../../plan/model.js';
import { throughBoth } from '../cone/bounding-frame.js';
import { mayPoses } from '../optics/optics.js';
import { framedBy, ranged } from '../radial/may-view.js';
import type { World } from '../scene/barriers.js';
import type { Scene } from '../scene/scene.js';
import type { Unsaid } from '../types.js';
import { type Passed, passed } from '../view/crossings.js';
import { HIGHEST, howMounted, mayShadows, type Outlook, outlooks } from '../view/views.js';
import { type Arrivals, enteredAt, type Frames, type LevelLook, type Target, wayTo } from './paths.js';
import { type Exits, exitsOf, type Tower } from './stack.js';

/** One lens of a device and the other level that it looks at. */
export interface Question {
  readonly device: Device;
  readonly lens: Optics;
  /** Number of the lens in the device, from 0. */
  readonly index: number;
  readonly world: World;
  readonly own: Scene;
  readonly other: Scene;
}

/** m: a device on a wall, or within its tolerance, looks from less than this beside where it is drawn. */
const OFF = 0.1;

/** Returns the metres from the device to the farthest corner of what is drawn on any level. */
function reachTo({ at, tolerance }: Device, { bounds }: Tower): number {
  return Math.max(...ringOfBox(bounds).map((corner) => distance(at, corner))) + OFF + tolerance.position;
}

/**
 * Returns the regions of another level in which a lens sees some height that counts, at `density` px/m or finer; [] if
 * there are none. `known` is the device's cache.
 */
export function seenFrom(question: Question, target: Target, density: number, known: Remembered): LevelLook[] {
  const { device, lens, index, own, other, world } = question;
  const { height } = device;
  const { storey, tower } = target;
  const way = height === undefined ? undefined : wayTo(storey, own.level.elevation + height, tower).is;
  const frames: Frames = {
    density,
    at([floor, top]) {
      const reach = reachTo(device, tower);
      return mayPoses(device, lens).map((pose) => ranged(other, pose, { floor, top }, density, reach));
    },
  };
  // A device above its own level's walls, or clear of them beside the other level, is mounted on a wall of that level if
  // one is near: on its very line rounding would decide to which side of it the device looks.
  const isFree = isAbove(device, own.level) || (way === 'beside' && howMounted(own, device) === 'free');
  const places = outlooks(isFree ? other : own, device, lens, world).flatMap((outlook) =>
    placesAbout(own, device, outlook),
  );
  return places.flatMap((outlook) => {
    const { eye, window } = outlook;
    const name = `${world} ${index} ${eye.join()} ${window?.from} ${window?.to}`;
    const exits = known.exits(name, () => {
      const limits = limitsOf(question, frames, target, outlook);
      const masks = mayShadows(own, device, lens, 0);
      return limits && exitsOf({ scene: own, world, eye, height, masks, ...limits }, tower);
    });
    return exits === undefined ? [] : known.arrivals(exits, target)(frames);
  });
}

/**
 * Cache of one device, kept by the caller: how its sight lines leave its own level, by eye, and come to other levels.
 */
export interface Remembered {
  /** Returns the exits of that name, made when first asked for; undefined if there are none. */
  exits(name: string, make: () => Exits | undefined): Exits | undefined;
  /** Returns how an eye sees another level. */
  arrivals(exits: Exits, target: Target): Arrivals;
}

/** Returns what limits all views of a lens on other levels; undefined if it sees nothing. */
function limitsOf(
  { device, own }: Question,
  frames: Frames,
  { tower, band }: Target,
  { window }: Outlook,
): { readonly window: Window | undefined; readonly range: number } | undefined {
  const reach = reachTo(device, tower);
  const { height } = device;
  // Of unknown height the eye may be above or below them all, and its own ceiling is as good as any.
  const rises = tower.storeys.map(({ floor }) => floor - own.level.elevation - (height ?? 0));
  const families = frames.at([
    Math.min(...rises) - (height === undefined ? (own.level.ceiling ?? HIGHEST) : 0),
    Math.max(...rises) + band,
  ]);
  const only = families.length === 1 ? framedBy(families[0]).window : undefined;
  const through = throughBoth(window, { window: only });
  const ranges = families.map((family) => Math.min(reach, family.radius, framedBy(family).range ?? reach));
  return through && { window: through.window, range: Math.max(...ranges) };
}

/**
 * Returns roughly where a device of uncertain position may be: the drawn place and eight round it, on this side of
 * every wall. Not a bound, and never taken for one.
 */
function placesAbout(scene: Scene, { tolerance: { position } }: Device, outlook: Outlook): Outlook[] {
  if (position <= 0) return [outlook];
  const { eye, window } = outlook;
  const free = scene.viewshed('may', undefined, eye, { window });
  const round = Array.from({ length: 8 }, (_, i): Point => {
    const angle = (window?.from ?? 0) + (i * Math.PI) / 4;
    return [eye[0] + position * Math.cos(angle), eye[1] + position * Math.sin(angle)];
  });
  return [outlook, ...round.filter((at) => containsPoint(free, at)).map((at) => ({ eye: at, window: undefined }))];
}

function isAbove({ height }: Device, { ceiling }: Level): boolean {
  return height !== undefined && ceiling !== undefined && height > ceiling;
}

/** True if a device stands in something that moves to the level, such as a lift: it sees there what it sees at home. */
export function ridesTo(device: Device, own: Scene, level: string): boolean {
  return own.zones.some(
    ({ id, spec, levels }) => spec?.moves === true && device.zones.includes(id) && levels.includes(level),
  );
}

/**
 * Returns the fact missing from the plan without which the device's views on the other level are no more than an
 * upper bound; undefined: none is missing.
 */
export function unsaidOf(
  { at, height, tolerance }: Device,
  own: Scene,
  other: Scene,
  { storey, tower }: Target,
): Unsaid | undefined {
  if (height === undefined) return { what: 'height' };
  if (tolerance.position > 0) return { what: 'position' };
  const eye = own.level.elevation + height;
  const way = wayTo(storey, eye, tower);
  if (way.is === 'above') return own.level.ceiling === undefined ? { what: 'ceiling', level: own.level.id } : undefined;
  if (other.level.ceiling === undefined && eye > other.level.elevation + STOREY)
    return { what: 'ceiling', level: other.level.id };
  const higher = other.level.elevation > own.level.elevation;
  const under =
    higher &&
    storey
      .slabs()
      .floor.meeting(boxOf([at]))
      .some((region) => containsPoint(region, at));
  return under ? { what: 'floor' } : undefined;
}

/** m: no room is lower. */
const STOREY = 2;

/**
 * m in front of the line where a sight line comes to a level: openings of that level may be drawn there, others may
 * not.
 */
const BEFORE = 0.4;
/** m: the edge of a place at which a sight line comes to its level is this far past the eye. */
const JUST = 0.01;

/**
 * Returns the openings and panes that the sight line from `eye` to `inside` passes: on the device's level up to the
 * hole between the levels, on the other level from there on. `from` is the point where the line comes onto the other
 * level, or the eye if the line's hole isn't known or `inside` lies in the hole itself.
 *
 * @param through the look whose hole the line goes through; undefined: unknown, and all openings of both levels count
 */
export function routeOf(
  own: Scene,
  other: Scene,
  eye: Point,
  inside: Point,
  through: LevelLook | undefined,
): { readonly way: readonly Passed[]; readonly from: Point } {
  const here = passed(own.ways(), eye, inside);
  const there = passed(other.ways(), eye, inside);
  const at = through?.entered && enteredAt(eye, inside, through.entered);
  if (at === undefined) return { way: [...here, ...there].sort((p, q) => p.distance - q.distance), from: eye };
  const far = distance(eye, at);
  // Seen from above, in the hole itself: past no opening of the other level.
  if (far >= distance(eye, inside)) return { way: here, from: eye };
  const way = [
    ...here.filter((one) => one.distance < far - BEFORE),
    ...there.filter((one) => one.distance >= far - BEFORE),
  ];
  const back = Math.max(0, 1 - JUST / (far || 1));
  return { way, from: [eye[0] + back * (at[0] - eye[0]), eye[1] + back * (at[1] - eye[1])] };
}
