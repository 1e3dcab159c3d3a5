// What one lens of a device sees of another level.
import { boxesOverlap, boxOf, containsPoint, distance, distanceToBox, grow, ringOfBox } from '../../geometry/index.js';
import type { Point, Ring } from '../../geometry/types.js';
import type { Device, Level, Optics } from '../../plan/model.js';
import { frameOf, throughBoth } from '../cone/bounding-frame.js';
import { mayFootprint } from '../optics/footprint.js';
import { mayPoses, type Span } from '../optics/optics.js';
import { clipAbout } from '../optics/planar.js';
import type { World } from '../scene/barriers.js';
import type { Scene } from '../scene/scene.js';
import type { Unsaid } from '../types.js';
import { type Passed, passed } from '../view/crossings.js';
import { howMounted, lookFrom, mayShadows, type Outlook, outlooks, type View } from '../view/views.js';
import { enteredAt, type LevelLook, looksAt, type Target, type Way, wayTo } from './paths.js';
import type { Ladder, Tower } from './stack.js';

/** One lens of a device and the other level that it looks at. */
export interface Question {
  readonly device: Device;
  readonly lens: Optics;
  /** Number of the lens in the device, from 0. */
  readonly index: number;
  readonly world: World;
  readonly own: Scene;
  readonly other: Scene;
  /** m: heights from the other level's floor to this count. */
  readonly band: number;
}

/** m: mount height assumed where neither it nor the ceiling is known; higher only sees more. */
const HIGHEST = 20;

/** Returns what a lens sees of the other level at `density` px/m, cut from what it sees there whatever its frame. */
export function framed(question: Question, density: number, unframed: () => readonly LevelLook[]): View {
  const { device, lens, other } = question;
  if (isTooFar(device, lens, other, density)) return [];
  const pieces = footprints(question, bandDrops(question), density, reachTo(device, other));
  if (pieces !== undefined && !pieces.some((piece) => comesNear(piece, device, other))) return [];
  return unframed().flatMap(({ eye, rings, shadows }) => {
    const kept =
      pieces === undefined ? rings : rings.flatMap((ring) => pieces.map((piece) => clipAbout(ring, piece, eye)));
    return lookFrom(eye, kept, shadows);
  });
}

/** m: a device on a wall, or within its tolerance, looks from less than this beside where it is drawn. */
const OFF = 0.1;

/** Returns the metres from the device to the farthest corner of what is drawn on the level. */
function reachTo({ at, tolerance }: Device, { bounds }: Scene): number {
  return Math.max(...ringOfBox(bounds).map((corner) => distance(at, corner))) + OFF + tolerance.position;
}

/**
 * True if nothing on the level is near enough to be seen at the density, wherever the lens looks: so it is for most
 * levels.
 */
function isTooFar(device: Device, lens: Optics, { bounds }: Scene, density: number): boolean {
  const { at, tolerance } = device;
  const away = distanceToBox(bounds, at);
  if (away <= OFF + tolerance.position) return false;
  const far = mayPoses(device, lens).map((pose) => {
    const sharp = pose.kind === 'frustum' ? pose.focal : pose.perRadian;
    if (sharp === undefined) return Number.POSITIVE_INFINITY;
    return (sharp / density) * (pose.kind === 'frustum' ? pose.corner ** 2 : 1);
  });
  return Math.max(...far) < away - OFF - tolerance.position;
}

function comesNear(piece: Ring, { at, tolerance }: Device, { bounds }: Scene): boolean {
  const box = boxOf(piece.map(([x, y]): Point => [x + at[0], y + at[1]]));
  return box !== undefined && boxesOverlap(grow(box, OFF + tolerance.position), bounds);
}

/** Returns where the lens has some drops below the eye in frame, about the device's foot; undefined: everywhere. */
function footprints({ device, lens }: Question, drops: Span, density: number, reach: number): Ring[] | undefined {
  const found = mayPoses(device, lens).map((pose) => mayFootprint(pose, drops, { density, reach }));
  return found.some((footprint) => footprint === undefined) ? undefined : found.flatMap((footprint) => footprint ?? []);
}

/** Returns the drops (m below the eye) of the heights that count on the other level. */
function bandDrops({ device: { height }, own, other, band }: Question): Span {
  const rise = other.level.elevation - own.level.elevation;
  const drop = -rise - band;
  return height === undefined ? [drop, (own.level.ceiling ?? HIGHEST) - rise] : [height + drop, height - rise];
}

/**
 * Returns the drops of every level above, or below, and of all heights between: what is seen of one is seen past the
 * others.
 */
function allDrops({ device: { height = 0 }, own }: Question, { storeys }: Tower, band: number, way: Way['is']): Span {
  const floors = storeys.map(({ floor }) => floor - own.level.elevation);
  return way === 'above' ? [height - Math.max(...floors) - band, 0] : [0, height - Math.min(...floors)];
}

/**
 * Returns what a lens sees of another level at `density` px/m, regardless of its frame except for the wedge and the
 * range of it.
 */
export function unframedLooks(question: Question, target: Target, density: number, ladders: Remembered): LevelLook[] {
  const { device, lens, index, own, other, world, band } = question;
  const { height } = device;
  const { storey, tower } = target;
  const way = height === undefined ? undefined : wayTo(storey, own.level.elevation + height, tower).is;
  const reach = Math.max(...tower.storeys.map(({ scene }) => reachTo(device, scene)));
  const drops = way === undefined || way === 'beside' ? bandDrops(question) : allDrops(question, tower, band, way);
  const pieces = footprints(question, drops, density, reach);
  if (pieces?.length === 0) return [];
  const frame = pieces === undefined ? {} : frameOf(pieces);
  const masks = mayShadows(own, device, lens, 0);
  // A device above its own level's walls, or clear of them beside the other level, is mounted on a wall of that level if
  // one is near: on its very line rounding would decide to which side of it the device looks.
  const isFree = isAbove(device, own.level) || (way === 'beside' && howMounted(own, device) === 'free');
  const places = outlooks(isFree ? other : own, device, lens, world).flatMap((outlook) =>
    placesAbout(own, device, outlook),
  );
  return places.flatMap(({ eye, window }) => {
    const through = throughBoth(window, frame);
    if (through === undefined) return [];
    const range = Math.min(reach, frame.range ?? reach);
    const lookout = { scene: own, world, eye, window: through.window, height, masks, range };
    const name = `${world} ${index} ${eye.join()} ${window?.from} ${window?.to}`;
    return looksAt(lookout, target, (direction, make) => ladders(`${name} ${direction}`, make));
  });
}

/** Function that returns the ladder of that name, made at the first call; one for each device. */
export type Remembered = (name: string, make: () => Ladder) => Ladder;

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
 * Returns the fact missing from the plan without which the device's views on the other level are only a bound;
 * undefined: none is missing.
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
 * Returns what a sight line passes on both levels: openings of its own one as far as the hole, of the other one from
 * there on; `from` is where it comes to the other.
 *
 * @param through the look that the line belongs to; undefined: unknown
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
