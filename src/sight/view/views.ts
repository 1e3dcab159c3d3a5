// The view of one device on its own level in each world, and the place and window it looks from.
import { charge, GRANTS, grantBudget, spendBudget } from '../../base/budget.js';
import { compareLength } from '../../base/threshold.js';
import { containsPoint, distance, type Mounting } from '../../geometry/index.js';
import type { Point, Region, Ring, Window } from '../../geometry/types.js';
import { ALONG, sidedHeading } from '../../plan/build/membership.js';
import type { Device, Optics } from '../../plan/model.js';
import { frameOf, throughBoth } from '../cone/bounding-frame.js';
import { type Flat, turnFlat } from '../cone/convex.js';
import { mustFootprint, radiusOf } from '../optics/footprint.js';
import { certainMasks, mayMasked, mustMasked, unmaskedFrames } from '../optics/image-mask.js';
import { mayPoses, mustPose, type Span } from '../optics/optics.js';
import { azimuth, clipAbout } from '../optics/planar.js';
import { fromEvery, placesAbout } from '../optics/position.js';
import { inBoth, withoutMasks } from '../radial/masks.js';
import { type Aimed, aimed, framed, seenFrom, seenFromPlace } from '../radial/may-view.js';
import type { Slab } from '../radial/table.js';
import type { MayWorld, World } from '../scene/barriers.js';
import type { Scene } from '../scene/scene.js';
import type { Heights } from '../scene/shadow.js';

/** Region seen or heard from one eye: a point is in it if it is in any of its rings and in none of its shadows. */
export interface Look extends Region {
  readonly eye: Point;
}

/** Whole view of a device, or all it hears: a point is in it if it is in any of its looks. [] is nothing. */
export type View = readonly Look[];

/** m: any part of a person, from the floor to this height, counts in may-see. */
const PERSON = 2;
/**
 * m: the greatest mount height taken as possible if the plan gives neither it nor the level's ceiling height. A greater
 * one would only add to the view.
 */
export const HIGHEST = 20;

/** Density and height at which a camera must see its target. */
export interface Sighting {
  /** px/m; undefined: any. */
  readonly density: number | undefined;
  /** Height of the target, m above the floor; may-see takes 0–2 m, or up to this if it is higher. */
  readonly target: number;
}

/**
 * Place that a device looks from and its window (undefined: all round). A device on a wall has several if its heading
 * doesn't say which side.
 */
export interface Outlook {
  readonly eye: Point;
  readonly window: Window | undefined;
}

/** Work budget of a view, apart from its walls. */
const VIEW = 5000;

/** Returns the view of one device in one world on its own level, in plan metres. */
export function viewOf(scene: Scene, device: Device, world: World, sighting: Sighting): View {
  return charge('views', device.id, () => lookedOut(scene, device, world, sighting));
}

function lookedOut(scene: Scene, device: Device, world: World, sighting: Sighting): View {
  spendBudget(VIEW * device.lenses.length);
  grantBudget(GRANTS.look * device.lenses.length);
  const view = device.lenses.flatMap((lens) =>
    world === 'must' ? mustView(scene, device, lens, sighting) : mayView(scene, device, lens, world, sighting),
  );
  for (const { rings } of view) for (const ring of rings) grantBudget(GRANTS.met * ring.length);
  return view;
}

/** Returns a view from `eye` of the rings that have three corners or more, less the shadows; [] if none has. */
export function lookFrom(eye: Point, rings: readonly Ring[], shadows: readonly Ring[] = []): View {
  const kept = rings.filter((ring) => ring.length >= 3);
  return kept.length === 0 ? [] : [{ eye, rings: kept, shadows }];
}

/** Returns the heights (m) at which any part of a person counts: 0–2, or up to the target's if that is higher. */
export function bandOf(target: number): Span {
  return [0, Math.max(PERSON, target)];
}

/** Poses of a lens that are treated together in may-see, and the heights that count. */
export interface Family {
  readonly pose: Pose;
  /** Heights that count, m above the eye. */
  readonly slab: Slab;
  /** Returns where it may have any part of a person in frame if nothing hides it: rings about the device's foot. */
  frame(): readonly Ring[];
}

/** Returns the families of poses of all lenses of a device. */
export function mayFamilies(scene: Scene, device: Device, { density, target }: Sighting): Family[] {
  const slab = slabOf(scene, device, target);
  return device.lenses.flatMap((lens) =>
    posesOf(device, lens).map((pose) => ({
      pose,
      slab,
      frame: () => framed(aimed(scene, pose, slab, density), 2 * scene.reach),
    })),
  );
}

/** Families of poses by device, and by lens, density and target: the same in every world. */
const families = new WeakMap<Scene, WeakMap<Device, Map<string, readonly Aimed[]>>>();

/** Returns the families of poses of a lens as tables, without what its masks hide as cones; remembered. */
function remembered(
  scene: Scene,
  device: Device,
  lens: Optics,
  sighting: Sighting,
  floors: readonly Flat[],
): readonly Aimed[] {
  const devices = families.get(scene) ?? new WeakMap<Device, Map<string, readonly Aimed[]>>();
  families.set(scene, devices);
  const known = devices.get(device) ?? new Map<string, readonly Aimed[]>();
  devices.set(device, known);
  const key = `${device.lenses.indexOf(lens)} ${sighting.density} ${sighting.target}`;
  const found = known.get(key) ?? [...familiesOf(scene, device, lens, sighting, floors)];
  known.set(key, found);
  return found;
}

/** Yields the families of poses of a lens as tables; masks that hide cones over the floor are left out of them. */
function* familiesOf(
  scene: Scene,
  device: Device,
  lens: Optics,
  { density, target }: Sighting,
  masks: readonly Flat[] = [],
): Generator<Aimed> {
  const { height } = device;
  for (const pose of posesOf(device, lens)) {
    const slab = slabOf(scene, device, target);
    const family = aimed(scene, pose, slab, density);
    if (device.masks.length === 0 || height === undefined) {
      yield family;
      continue;
    }
    const floors = masks.map((mask) => turnFlat(mask, -family.heading));
    let table = withoutMasks(family.table, floors, height);
    if (pose.kind === 'frustum') {
      const frames = unmaskedFrames(device, lens, pose.frame);
      if (frames.some((parts) => parts.length === 0)) continue;
      const left = frames.map((parts) => aimed(scene, { ...pose, parts }, slab, density).table);
      table = left.reduce(inBoth, table);
    }
    yield { ...family, table };
  }
}

/** Returns the heights that count, m above the eye: of unknown height any may be the eye's, and any part of a person seen. */
function slabOf({ level }: Scene, { height }: Device, target: number): Slab {
  const [low, top] = bandOf(target);
  return { floor: height === undefined ? -(level.ceiling ?? HIGHEST) : low - height, top: top - (height ?? 0) };
}

/** Returns the poses of a lens; the home preset of a PTZ within its limits adds nothing. */
function posesOf(device: Device, lens: Optics): readonly Pose[] {
  const poses = mayPoses(device, lens);
  return poses.filter(
    (pose, i) => !poses.some((other, k) => k !== i && isWithin(pose, other) && (k < i || !isWithin(other, pose))),
  );
}

/** True if another family of poses holds all of a family. */
function isWithin(pose: Pose, other: Pose): boolean {
  if (pose.kind !== 'frustum' || other.kind !== 'frustum' || pose.focal !== other.focal) return false;
  if (pose.frame.some((corner, i) => corner !== other.frame[i])) return false;
  if (pose.tilts[0] < other.tilts[0] || pose.tilts[1] > other.tilts[1]) return false;
  if (other.headings === undefined) return true;
  if (pose.headings === undefined) return false;
  const [from, to] = pose.headings;
  const past = from - other.headings[0];
  const turn = 2 * Math.PI;
  return past - turn * Math.floor(past / turn) + to - from <= other.headings[1] - other.headings[0];
}

type Pose = ReturnType<typeof mayPoses>[number];

function mayView(scene: Scene, device: Device, lens: Optics, world: MayWorld, sighting: Sighting): View {
  const [, top] = bandOf(sighting.target);
  const { height, at } = device;
  const masks =
    height === undefined || device.masks.length === 0
      ? { floors: [], rings: [] }
      : certainMasks(device, lens, { eye: at, height, top, reach: scene.reach });
  const aims = remembered(scene, device, lens, sighting, masks.floors);
  return outlooks(scene, device, lens, world).flatMap(({ eye, window }) => {
    const position = positionOf(device, eye);
    const standing = { eye, height, window };
    const rings =
      position > 0
        ? placesAbout(eye, window, position).flatMap((place) =>
            aims.flatMap((family) => seenFromPlace(scene, world, standing, place, top, family)),
          )
        : aims.flatMap((family) => seenFrom(scene, world, standing, top, family));
    return lookFrom(eye, rings, masks.rings);
  });
}

/**
 * Returns what the lens's masks certainly hide on the device's own level: rings, plan metres, within which every
 * height of 0 to `top` m is hidden. Views of other levels are reduced by these rings. [] without masks or a mount
 * height.
 */
export function mayShadows(scene: Scene, device: Device, lens: Optics, top: number): Ring[] {
  const { height, at } = device;
  if (height === undefined || device.masks.length === 0) return [];
  return mayMasked(device, lens, { eye: at, height, top, reach: scene.reach });
}

/**
 * Returns how far, in m, the device may be from `eye`: its position tolerance, plus the up to 5 cm by which the eye is
 * off the place where the device is drawn, in front of the wall it is on. 0 without a position tolerance.
 */
export function positionOf({ at, tolerance: { position } }: Device, eye: Point): number {
  return position > 0 ? position + distance(at, eye) : 0;
}

function mustView(scene: Scene, device: Device, lens: Optics, { density, target }: Sighting): View {
  const { height } = device;
  const pose = mustPose(device, lens);
  const [outlook, second] = outlooks(scene, device, lens, 'must');
  if (pose === undefined || height === undefined || outlook === undefined || second !== undefined) return [];
  const { eye, window } = outlook;
  const position = positionOf(device, eye);
  const drawn = mustFootprint(pose, height - target, device.range, { density, reach: scene.reach });
  const footprint = fromEvery(drawn, position);
  if (footprint.length < 3) return [];
  const masks = mustMasked(device, lens, { eye, height, target, reach: scene.reach });
  if (masks.all) return [];
  if (position > 0) {
    const [place, other] = placesAbout(eye, window, position);
    // Round an outer corner no point is proved to be seen from every position.
    if (place === undefined || other !== undefined) return [];
    const rings = scene.fromAll(place, { window, range: radiusOf([drawn]) });
    return lookFrom(
      eye,
      rings.map((ring) => clipAbout(ring, footprint, eye)),
      masks.rings,
    );
  }
  const through = throughBoth(window, frameOf([footprint]));
  if (through === undefined) return [];
  const heights: Heights = { eye: height, target: [target, target] };
  const ring = clipAbout(scene.viewshed('must', heights, eye, through), footprint, eye);
  if (ring.length < 3) return [];
  return lookFrom(eye, [ring], [...scene.shadows('must', heights, eye, ring), ...masks.rings]);
}

/**
 * Returns where a device looks from with one of its lenses (undefined: it has none). On a wall: on the heading's side;
 * if the heading doesn't say which side, in may-see on every side where a zone is drawn (on all, if none is), and on
 * none in must-see. The eye is the same in all worlds; must-see's window is cut at what is closed there.
 */
export function outlooks(scene: Scene, device: Device, lens: Optics | undefined, world: World): Outlook[] {
  const { heading, base, along } = mountingOf(scene, device, lens);
  if (heading === undefined || along) return everySide(scene, device, world);
  const eye = base?.eye ?? device.at;
  if (world !== 'must') return [{ eye, window: base?.window }];
  const axis = within(azimuth(heading), base?.window);
  const closed = scene.mountingOn('must', heightsOf(device), eye, axis, TOUCHING);
  return [{ eye, window: closed?.window ?? base?.window }];
}

/**
 * Returns how a device is mounted: clear of walls (`free`), on a wall, or on a wall along which a lens of it looks
 * (`along-wall`).
 */
export function howMounted(scene: Scene, device: Device): 'free' | 'on-wall' | 'along-wall' {
  const found = (device.lenses.length === 0 ? [undefined] : device.lenses).map((lens) =>
    mountingOf(scene, device, lens),
  );
  if (found.some(({ along }) => along)) return 'along-wall';
  const touching = (heading: number | undefined) => heading === undefined && sidesOf(scene, device).length > 0;
  return found.some(({ base, heading }) => base !== undefined || touching(heading)) ? 'on-wall' : 'free';
}

/** Returns the heights for mounting: a wall counts if it hides the whole of a person on its other side. */
function heightsOf({ height }: Device): Heights | undefined {
  return height === undefined ? undefined : { eye: height, target: [0, PERSON] };
}

interface Mounted {
  readonly heading: number | undefined;
  readonly base: Mounting | undefined;
  /** True if the heading runs along the wall. */
  readonly along: boolean;
}

const mounted = new WeakMap<Scene, WeakMap<Device, Mounted>>();

/** Returns how a device is mounted; remembered, since it is the same in every world. */
function mountingOf(scene: Scene, device: Device, lens: Optics | undefined): Mounted {
  const known = mounted.get(scene) ?? new WeakMap<Device, Mounted>();
  mounted.set(scene, known);
  const found = known.get(device);
  if (found !== undefined && device.lenses.length < 2) return found;
  const mounting = mountedAs(scene, device, lens);
  known.set(device, mounting);
  return mounting;
}

function mountedAs(scene: Scene, device: Device, lens: Optics | undefined): Mounted {
  const heading = lens?.ptz?.home?.heading ?? (lens === undefined ? device.facing : sidedHeading(lens));
  if (heading === undefined) return { heading, base: undefined, along: false };
  const axis = azimuth(heading);
  const base = scene.mountingOn('mounts', heightsOf(device), device.at, axis);
  return { heading, base, along: base !== undefined && runsAlong(device.at, base, axis) };
}

/**
 * True if a heading runs along the wall, so that it doesn't say which side of it is meant. In an inner corner the other
 * wall says it, unless the device is drawn on the very line.
 */
function runsAlong([x, y]: Point, { eye, window }: Mounting, axis: number): boolean {
  const width = window.to - window.from;
  const along = [window.from, window.to].some((side) => Math.abs(Math.sin((axis - side) / 2)) < Math.sin(ALONG / 2));
  if (!along || width > 2 * Math.PI - ALONG) return false;
  if (width > Math.PI - ALONG) return true;
  const off = Math.abs((x - eye[0]) * Math.sin(axis) - (y - eye[1]) * Math.cos(axis));
  return compareLength(off, DRAWN_OFF) !== 'above';
}

/** m: a device drawn less than this off a wall's line isn't drawn on one side of it. */
const DRAWN_OFF = 0.001;

/** Returns every side of a device's wall where a zone is drawn (every side, if none is); in must-see none. */
function everySide(scene: Scene, device: Device, world: World): Outlook[] {
  const sides = sidesOf(scene, device);
  if (sides.length === 0) return [{ eye: device.at, window: undefined }];
  if (world === 'must') return [];
  const drawn = sides.filter(({ eye, window }) => {
    const middle = (window.from + window.to) / 2;
    const before: Point = [eye[0] + BEFORE * Math.cos(middle), eye[1] + BEFORE * Math.sin(middle)];
    return scene.zones.some((zone) => containsPoint(zone.region, before));
  });
  return drawn.length > 0 ? drawn : sides;
}

/** m in front of a wall at which a zone is looked up. */
const BEFORE = 0.02;

function sidesOf(scene: Scene, device: Device): Mounting[] {
  return [
    ...new Map(scene.mountingsOn('mounts', heightsOf(device), device.at).map((side) => [keyOf(side), side])).values(),
  ];
}

/** Returns the axis, kept off the sides of the window, where a rounding would decide which side of a wall is meant. */
function within(axis: number, window: Window | undefined): number {
  if (window === undefined) return axis;
  const turn = 2 * Math.PI;
  const middle = (window.from + window.to) / 2;
  const off = ((((axis - middle + Math.PI) % turn) + turn) % turn) - Math.PI;
  const half = Math.max(0, (window.to - window.from) / 2 - OFF_SIDE);
  return middle + Math.max(-half, Math.min(half, off));
}

/** Radians: a little more than what counts as running along a wall. */
const OFF_SIDE = 0.004;

/** m: an eye this near to a wall is on it. */
const TOUCHING = 1e-5;

function keyOf({ eye, window }: Outlook): string {
  const turn = 2 * Math.PI;
  const from = window === undefined ? 0 : (((window.from % turn) + turn) % turn).toFixed(6);
  return `${eye[0]} ${eye[1]} ${from}`;
}
