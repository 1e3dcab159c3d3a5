import { type Drawn, drawnOn } from './drawn.js';
import { eyesOf } from './eyes.js';
import { certainFrames } from './frames.js';
import { standsIn } from './inside.js';
import { askedOf, isHall, isPublicWord, LAWS, NEAR, POINT_ROOM, POINTS, PROTECTS } from './law.js';
import { distance, fromEdge, inArea, type Point, pointsIn, rimOf, sizeOf } from './plane.js';
import { type Around, around, lineOf } from './rays.js';
import type { Device, Level, Zone } from './read.js';
import { before, type Screen, screensOf } from './screens.js';
import { regimeOf, waysOf } from './targets.js';
import type { Scene } from './views.js';

/**
 * What protects a place that Art. 8 asks about, by counting points of it at 1.5 m that some camera or detector certainly
 * has. `less`: half isn't reached, and whether anything acts at all is too close to call.
 */
export type Protects = 'enough' | 'partly' | 'bare' | 'less' | 'unsure';

/** The regulation, of which Art. 8 is asked. */
const LAW = LAWS['nm-2017'];
/** Points counted in a zone. */
const POINTS_COUNTED = 300;
/** Share of the zone that the grid and the margins may be wrong by. */
const ABOUT = 0.04;

/** What protects a place on two of its levels: what is enough, or lacking, on either. */
export function protectsOn(one: Protects | undefined, other: Protects): Protects {
  if (one === undefined) return other;
  const enough = [one, other].filter((is) => is === 'enough').length;
  return enough === 2 ? 'enough' : enough === 1 || [one, other].includes('unsure') ? 'unsure' : 'less';
}

export interface MustScene {
  readonly scene: Scene;
  readonly sure: readonly Screen[];
  readonly perhaps: readonly Screen[];
  readonly drawn: Drawn;
}

export function mustSceneOf(level: Level, scene: Scene): MustScene {
  return {
    scene,
    sure: screensOf(level, 'must', 'sure'),
    perhaps: screensOf(level, 'must', 'perhaps'),
    drawn: drawnOn(level.zones),
  };
}

interface Asked {
  readonly zone: Zone;
  readonly named: boolean;
}

/** Zones of a level of which Art. 8 asks something, and whether it names them. */
export function askedOn(level: Level, categories: readonly string[]): readonly Asked[] {
  return level.zones.flatMap((zone): Asked[] => {
    if (zone.odd || regimeOf(zone, LAW) !== undefined) return [];
    const asked = categories.map((category) => askedOf(category, zone));
    if (asked.includes('named')) return [{ zone, named: true }];
    return asked.includes('related') ? [{ zone, named: false }] : [];
  });
}

/** Which of the zone's points each device certainly has (2), or may certainly have (1). */
export type Marks = Uint8Array;

export interface Counted {
  readonly points: readonly Point[];
  /** Points along its edges, which no view comes in between but the slightest. */
  readonly rim: readonly Point[];
  /** Points near an anchor, which may or may not count. */
  readonly spared: readonly boolean[];
}

export function countedIn(level: Level, zone: Zone): Counted {
  const nested = level.zones.filter((other) => other !== zone && regimeOf(other, LAW) !== undefined);
  const anchors = level.zones.filter((other) => waysOf(other, LAW).some(({ regime }) => regime === 'anchor'));
  const points = pointsIn(zone, POINTS_COUNTED).points.filter((at) => !nested.some((other) => inArea(other, at)));
  return {
    points,
    rim: rimOf(zone, RIM),
    spared: points.map((at) => anchors.some((anchor) => inArea(anchor, at) || fromEdge(anchor, at) < NEAR + 0.1)),
  };
}

/** m between points of the rim, and from the edge. */
const RIM = { apart: 0.04, within: 0.02 } as const;

export function marksOf(must: MustScene, device: Device, points: readonly Point[]): Marks {
  const marks = new Uint8Array(points.length);
  if (device.removed) return marks;
  const { eyes, doubtful } = eyesOf(must.scene, device);
  const test = device.kind === 'intrusion-detector' ? detects(device) : seesFor(device);
  if (test === undefined) return marks;
  const sights = sightsOf(must, device, eyes);
  points.forEach((at, i) => {
    const reached = sights.map(({ eye, sure, perhaps }) => {
      const level = test(at[0] - eye[0], at[1] - eye[1]);
      if (level === 0 || !isOpen(must.drawn, perhaps, eye, at, device.height, -1)) return 0;
      return level === 2 && isOpen(must.drawn, sure, eye, at, device.height, 1) ? 2 : 1;
    });
    // What moves isn't where it is drawn.
    marks[i] =
      !doubtful && !device.moves && reached.every((one) => one === 2) ? 2 : reached.some((one) => one > 0) ? 1 : 0;
  });
  return marks;
}

interface Sight {
  readonly eye: Point;
  readonly sure: Around<Screen>;
  readonly perhaps: Around<Screen>;
}

const known = new WeakMap<Device, readonly Sight[]>();

/** A device looks at several zones. */
function sightsOf(must: MustScene, device: Device, eyes: readonly Point[]): readonly Sight[] {
  const found = known.get(device);
  if (found !== undefined) return found;
  const fresh = eyes.map((eye) => ({
    eye,
    sure: around(must.sure, eye),
    perhaps: around(before(must.perhaps, eye), eye),
  }));
  known.set(device, fresh);
  return fresh;
}

type Test = (x: number, y: number) => 0 | 1 | 2;

function seesFor(device: Device): Test | undefined {
  const { lens, height, video } = device;
  if (video !== 'visible' && video !== 'thermal') return video === 'none' ? undefined : () => 1;
  if (lens.resolution === undefined) return undefined;
  const [narrow, wide] = [certainFrames(device, 0.3, 1.15), certainFrames(device, -0.3, 0.85)];
  if (narrow === undefined || wide === undefined || height === undefined) return () => 1;
  const focal = lens.resolution[0] / 2 / Math.tan(((lens.hfov ?? 90) * Math.PI) / 360);
  const reach = focal / PROTECTS.density;
  const { range = Infinity } = device;
  const { target } = PROTECTS;
  const has = (frames: typeof narrow, x: number, y: number) =>
    frames.every((frame) => {
      const heights = frame.heights(x, y);
      return heights !== undefined && heights[0] <= target && heights[1] >= target;
    });
  return (x, y) => {
    const [flat, far] = [Math.hypot(x, y), Math.hypot(x, y, height - target)];
    if (far > reach * 1.02 || flat > range * 1.02 || !has(wide, x, y)) return 0;
    return far < reach * 0.98 && flat < range * 0.98 && has(narrow, x, y) ? 2 : 1;
  };
}

function detects({ lens, range, odd }: Device): Test | undefined {
  const { heading, hfov, tolerance } = lens;
  if (range === undefined || hfov === undefined) return undefined;
  if (heading === undefined || odd) return () => 1;
  return (x, y) => {
    const out = Math.hypot(x, y);
    const off = Math.abs((((((Math.atan2(x, y) * 180) / Math.PI - heading) % 360) + 540) % 360) - 180);
    const half = hfov / 2 - tolerance.heading;
    if (out > range * 1.01 || off > half + 0.5) return 0;
    return out < range * 0.99 && off < half - 0.5 ? 2 : 1;
  };
}

/** Whether a line of the smallest view is open: past walls, closed doors and whatever nobody drew. */
function isOpen(
  drawn: Drawn,
  index: Around<Screen>,
  eye: Point,
  at: Point,
  height: number | undefined,
  sign: 1 | -1,
): boolean {
  return lineOf(index, eye, at, height, PROTECTS.target, sign) && drawn(eye, at, sign === 1);
}

export function protects(
  must: MustScene,
  zone: Zone,
  { points, rim, spared }: Counted,
  devices: readonly Device[],
  marks: (device: Device) => Marks,
): Protects {
  const { scene } = must;
  const acting = devices.filter(({ removed, kind }) => !removed && kind !== 'smoke-detector');
  const guarding = acting.map((device) => guards(scene.level, device, zone));
  const isGuarded = guarding.some((one) => one !== false);
  // Whether readers guard every way in isn't counted here.
  const whole = [
    isGuarded && !isHall(zone.kind) ? undefined : false,
    ...acting.map((one) => isPoint(scene, one, zone)),
  ];
  if (whole.includes(true)) return 'enough';
  if (points.length < 20) return 'unsure';
  const all = acting.map(marks);
  // Whether what is of no known kind is made for protection, nobody can tell.
  const certain = all.filter((_, n) => acting[n].kind !== 'other');
  let [least, most] = [0, 0];
  points.forEach((_, i) => {
    if (!spared[i] && certain.some((one) => one[i] === 2)) least++;
    if (spared[i] || all.some((one) => one[i] > 0)) most++;
  });
  const [low, high] = [least / points.length, most / points.length];
  if (low > PROTECTS.fraction + ABOUT) return 'enough';
  if (whole.includes(undefined) || high > PROTECTS.fraction - ABOUT) return 'unsure';
  // Kinds of which nobody knows what they are make it a question, not a lack.
  if (acting.some(({ kind }) => kind === 'other')) return 'less';
  const stands = [...guarding, ...acting.map((device) => (device.moves ? undefined : standsIn(scene, device, zone)))];
  if (low > ABOUT || stands.includes(true)) return 'partly';
  // A sliver between the points counted is something too: it comes in over the rim.
  const isGrazed = () => acting.some((device) => marksOf(must, device, rim).some((mark) => mark > 0));
  return most > 0 || stands.includes(undefined) || isGrazed() ? 'less' : 'bare';
}

/** Whether a reader or a contact is on a door of the zone: the innermost zones on either side of it. */
function guards({ openings, zones }: Level, { kind, opening: id, moves }: Device, zone: Zone): boolean | undefined {
  if ((kind !== 'access-reader' && kind !== 'door-contact') || id === undefined) return false;
  const door = openings.find((one) => one.id === id);
  // One of another level guards nothing here, or what isn't drawn.
  if (door === undefined) return false;
  const { a, b } = door;
  const long = distance(a, b);
  const normal: Point = [(a[1] - b[1]) / long, (b[0] - a[0]) / long];
  const beside = (off: number) => {
    const at: Point = [(a[0] + b[0]) / 2 + off * normal[0], (a[1] + b[1]) / 2 + off * normal[1]];
    return zones.filter((one) => inArea(one, at)).sort((p, q) => sizeOf(p) - sizeOf(q))[0];
  };
  if (moves) return undefined;
  const found = [0.1, 0.3].map((off) => beside(off)?.id === zone.id || beside(-off)?.id === zone.id);
  return found[0] === found[1] ? found[0] : undefined;
}

function isPoint(scene: Scene, device: Device, zone: Zone): boolean | undefined {
  const kinds = POINTS[device.kind];
  if (kinds === undefined || ![zone.kind, ...zone.roles].some((token) => kinds.includes(token))) return false;
  // A hall that is an entrance, too, is as wide as before.
  if (zone.roles.some((role) => isPublicWord(role) && !kinds.includes(role))) return false;
  // What it is said to be beside its kind may be a part of it.
  if (!kinds.includes(zone.kind)) return undefined;
  const limit =
    POINT_ROOM.kinds.some((kind) => kind === zone.kind) && device.kind === 'panic-button' ? POINT_ROOM.area : Infinity;
  if (sizeOf(zone) > limit + 0.01) return false;
  return device.moves ? undefined : standsIn(scene, device, zone);
}
