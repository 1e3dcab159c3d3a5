import { metresOf } from './metres.js';
import { withModel } from './models.js';
import { type Area, isConvex, type Point, type Ring } from './plane.js';

/** A plan as its YAML spelling has it, in metres, with the defaults that the format gives. Units: m, degrees, px. */

export interface Plan {
  readonly categories: readonly string[];
  readonly levels: readonly Level[];
}

export interface Level {
  readonly id: string;
  readonly elevation: number;
  readonly ceiling: number | undefined;
  readonly zones: readonly Zone[];
  readonly walls: readonly Wall[];
  readonly openings: readonly Opening[];
  readonly devices: readonly Device[];
}

export interface Zone extends Area {
  readonly id: string;
  readonly kind: string;
  readonly enclosed: boolean | undefined;
  readonly important: boolean;
  readonly secondary: boolean;
  readonly roles: readonly string[];
  /** What its name says that it is, as long as the author doesn't say why it isn't. */
  readonly named: string | undefined;
  /** Nobody could tell what it is for. */
  readonly untold: boolean;
  /** Is said not to be open to the public. */
  readonly closed: boolean;
  /** The levels it is on: that on which it is drawn, and others. */
  readonly levels: readonly string[];
  readonly spans: boolean;
  /** Is drawn on another level, and goes on here. */
  readonly guest: boolean;
  /** Says something of itself that isn't modelled here. */
  readonly odd: boolean;
}

export interface Wall {
  readonly line: Ring;
  readonly height: number | undefined;
  readonly thickness: number;
  readonly material: string;
}

export interface Opening {
  readonly id: string;
  readonly kind: string;
  readonly a: Point;
  readonly b: Point;
  readonly sill: number | undefined;
  readonly head: number | undefined;
  readonly thickness: number | undefined;
  readonly stands: boolean;
  readonly film: boolean;
  readonly fixed: boolean;
  readonly glazing: string | undefined;
}

export interface Device {
  readonly id: string;
  readonly kind: string;
  readonly at: Point;
  readonly height: number | undefined;
  readonly video: string;
  readonly audio: string;
  readonly pickup: number | undefined;
  readonly range: number | undefined;
  readonly removed: boolean;
  readonly opening: string | undefined;
  /** The first of its lenses, by which it knows what side of a wall it is on. */
  readonly lens: Lens;
  readonly lenses: readonly Lens[];
  /** Says something of itself that isn't modelled here: several sensors, a roll, a tolerance of position. */
  readonly odd: boolean;
  /** m either way that its place may be off. */
  readonly position: number;
  /** Moves about, so that where it is drawn says little. */
  readonly moves: boolean;
  /** Is ordered by another rule, as the author says. */
  readonly ordered: boolean;
}

export interface Lens {
  readonly form: string;
  readonly heading: number | undefined;
  readonly tilt: number | undefined;
  readonly hfov: number | undefined;
  readonly vfov: number | undefined;
  readonly roll: number;
  readonly resolution: readonly [number, number] | undefined;
  readonly tolerance: { readonly heading: number; readonly tilt: number };
  readonly zoom: { readonly tele: number; readonly wide: number; readonly locked: boolean } | undefined;
  readonly ptz: Ptz | undefined;
  /** Has a mask that always hides the same. */
  readonly masked: boolean;
  /** Such masks, as drawn on the floor; undefined where one isn't modelled here. */
  readonly masks: readonly Ring[] | undefined;
}

export interface Ptz {
  readonly pan: readonly [number, number] | undefined;
  readonly tilt: readonly [number, number] | undefined;
  readonly hfov: readonly [number, number] | undefined;
  readonly hard: boolean;
}

type Keys = { readonly [key: string]: unknown };

const VIDEO: Readonly<Record<string, string>> = {
  camera: 'visible',
  'face-terminal': 'visible',
  intercom: 'unknown',
  other: 'unknown',
};
const AUDIO: Readonly<Record<string, string>> = {
  camera: 'unknown',
  'face-terminal': 'unknown',
  microphone: 'microphone',
  intercom: 'two-way',
  other: 'unknown',
};

/**
 * Reads a document that a YAML parser made.
 *
 * @param file returns the GeoJSON document that a level names
 */
export function planOf(document: unknown, file?: (name: string) => unknown): Plan {
  const { site, levels, deviceTypes, north } = metresOf(document, file);
  const types = keys(deviceTypes);
  const turned = number(north) ?? 0;
  const read = list(levels).map((level) => levelOf(keys(level), types, turned));
  return {
    categories: list(keys(site).categories).map(String),
    levels: read.map((level) => ({ ...level, zones: [...level.zones, ...guestsOn(level, read)] })),
  };
}

/** Zones of other levels that go on here. */
function guestsOn({ id }: Level, levels: readonly Level[]): Zone[] {
  return levels
    .filter((other) => other.id !== id)
    .flatMap(({ zones }) => zones)
    .filter(({ levels: theirs }) => theirs.includes(id))
    .map((zone) => ({ ...zone, guest: true }));
}

function levelOf(raw: Keys, types: Keys, north: number): Level {
  return {
    id: String(raw.id),
    elevation: number(raw.elevation) ?? 0,
    ceiling: number(raw.ceiling),
    zones: list(raw.zones).map((zone) => zoneOf(keys(zone), String(raw.id))),
    walls: list(raw.walls).map((wall) => wallOf(keys(wall))),
    openings: list(raw.openings).map((opening) => openingOf(keys(opening))),
    devices: list(raw.devices).map((device) => {
      const own = keys(device);
      return deviceOf(withModel(refocused(own, over(keys(types[String(own.type)]), own))), north);
    }),
  };
}

/**
 * All keys of a lens, with those it inherits: a focal length or sensor size of its `own` takes the place of an angle that it
 * inherits, unless of a fisheye, which sees more than a flat picture.
 */
function refocused(own: Keys, all: Keys): Keys {
  const says = own.hfov === undefined && (own.focalLength !== undefined || own.sensor !== undefined);
  const isFlat = all.focalLength !== undefined && all.sensor !== undefined && all.form !== 'fisheye';
  return says && isFlat ? { ...all, hfov: undefined } : all;
}

/** The keys of a type under those of a device, at any depth. */
function over(type: Keys, own: Keys): Keys {
  const both = Object.keys(own).filter((key) => isKeys(type[key]) && isKeys(own[key]));
  return { ...type, ...own, ...Object.fromEntries(both.map((key) => [key, over(keys(type[key]), keys(own[key]))])) };
}

/** Words that a plan may write for a kind. */
const WORDS: Readonly<Record<string, string>> = {
  卫生间: 'restroom',
  更衣室: 'changing-room',
  走廊: 'corridor',
  门: 'door',
  窗: 'window',
  摄像机: 'camera',
};

function kindOf({ kind }: Keys): string {
  return WORDS[String(kind)] ?? String(kind);
}

/** Words by which a room's name says what it is. */
const NAMES: readonly (readonly [word: string, kind: string])[] = [
  ['卫生间', 'restroom'],
  ['更衣室', 'changing-room'],
  ['哺乳室', 'nursing-room'],
];

function zoneOf(raw: Keys, level: string): Zone {
  const levels = [...new Set([level, ...list(raw.levels).map(String)])];
  const confirmed = keys(raw.kindConfirmed);
  const isConfirmed = [confirmed.reason, confirmed.by].every((text) => typeof text === 'string' && text.trim() !== '');
  const named = isConfirmed ? undefined : NAMES.find(([word]) => raw.name === word)?.[1];
  return {
    id: String(raw.id),
    kind: kindOf(raw),
    ring: raw.rect === undefined ? ring(raw.polygon) : rectangle(list(raw.rect).map(Number)),
    holes: list(raw.holes).map(ring),
    enclosed: typeof raw.enclosed === 'boolean' ? raw.enclosed : undefined,
    important: raw.important === true,
    secondary: raw.secondary === true,
    roles: list(raw.roles).map(String),
    named,
    // What nobody could tell, its name does.
    untold: raw.kind === 'other' && raw.kindUnknown !== undefined && named === undefined && raw.name !== '走廊',
    closed: raw.public === false,
    levels,
    spans: levels.length > 1,
    guest: false,
    odd:
      raw.kindUnknown !== undefined ||
      raw.kindConfirmed !== undefined ||
      raw.public !== undefined ||
      raw.designated !== undefined ||
      NAMES.some(([word]) => raw.name === word),
  };
}

function rectangle([x, y, width, depth]: readonly number[]): Ring {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
  ];
}

function wallOf(raw: Keys): Wall {
  return {
    line: list(raw.line).map(point),
    height: number(raw.height),
    thickness: number(raw.thickness) ?? 0,
    material: String(raw.material ?? 'opaque'),
  };
}

function openingOf(raw: Keys): Opening {
  const [a, b] = ring(raw.line);
  return {
    id: String(raw.id),
    kind: kindOf(raw),
    a,
    b,
    sill: number(raw.sill),
    head: number(raw.head),
    thickness: number(raw.thickness),
    stands: raw.kind === 'passage' || raw.normallyOpen === true,
    film: raw.film === 'permanent',
    fixed: raw.fixed === true,
    glazing: typeof raw.glazing === 'string' ? raw.glazing : undefined,
  };
}

function deviceOf(raw: Keys, north: number): Device {
  const kind = kindOf(raw);
  const sensors = raw.sensors === undefined ? [{}] : list(raw.sensors).map(keys);
  const lenses = sensors.map((sensor, i) =>
    lensOf(refocused(sensor, { ...raw, ...sensor }), sensors.length > 1 ? i + 1 : undefined, north),
  );
  const video = String(raw.video ?? VIDEO[kind] ?? 'none');
  return {
    id: String(raw.id),
    kind,
    at: point(raw.at),
    height: number(raw.height),
    // What is called a camera and is said to take no images leaves open what it does.
    video: kind === 'camera' && video === 'none' ? 'unknown' : video,
    audio: String(raw.audio ?? AUDIO[kind] ?? 'none'),
    pickup: number(raw.pickup),
    range: number(raw.range),
    removed: raw.status === 'removed',
    opening: typeof raw.opening === 'string' ? raw.opening : undefined,
    lens: lenses[0],
    lenses,
    odd:
      raw.sensors !== undefined || (number(raw.roll) ?? 0) !== 0 || (number(keys(raw.tolerance).position) ?? 0) !== 0,
    position: number(keys(raw.tolerance).position) ?? 0,
    moves: raw.mobile !== undefined,
    ordered: raw.mandatedBy !== undefined,
  };
}

interface Masks {
  readonly masked: boolean;
  readonly masks: readonly Ring[] | undefined;
}

/**
 * The masks that hide the same whatever the lens does: permanent ones in its own picture, that a PTZ carries along and no
 * zoom takes away. Convex ones of a lens that neither turns nor zooms are modelled; others are a cone with bays.
 */
function masksOf(raw: Keys, sensor: number | undefined): Masks {
  const turns = raw.ptz !== undefined || raw.form === 'ptz';
  const zooms = raw.varifocal !== undefined || raw.form === 'varifocal';
  const unlocked = zooms && keys(raw.varifocal).locked !== true;
  const lasting = list(raw.masks)
    .map(keys)
    .filter((mask) => mask.permanent === true && (!turns || mask.dynamic === true))
    .filter((mask) => !(mask.hiddenAboveZoom === true && (turns || unlocked)))
    .filter((mask) => sensor === undefined || mask.sensor === sensor);
  const still = !turns && !zooms && raw.form !== 'fisheye';
  const rings = lasting.map((mask) => ring(mask.polygon));
  return {
    masked: lasting.length > 0,
    masks: lasting.length === 0 || (still && rings.every(isConvex)) ? rings : undefined,
  };
}

function lensOf(raw: Keys, sensor: number | undefined, north: number): Lens {
  const turns = raw.ptz !== undefined || raw.form === 'ptz';
  const ptz = turns ? ptzOf(keys(raw.ptz), north) : undefined;
  const home = keys(keys(raw.ptz).home);
  const [focal, size] = [number(raw.focalLength), pair(raw.sensor)];
  const byFocal =
    focal === undefined || size === undefined ? undefined : (360 / Math.PI) * Math.atan(size[0] / (2 * focal));
  const hfov = number(home.hfov) ?? number(raw.hfov) ?? byFocal;
  const standard = Math.min(3, (hfov ?? 30) / 10);
  const tolerance = keys(raw.tolerance);
  const zoom = keys(raw.varifocal);
  const range = pair(zoom.hfov);
  const heading = number(home.heading) ?? number(raw.heading);
  return {
    form: String(raw.form ?? 'fixed'),
    heading: heading === undefined ? undefined : heading + north,
    tilt: number(home.tilt) ?? number(raw.tilt),
    hfov,
    vfov: number(raw.vfov),
    roll: number(raw.roll) ?? 0,
    resolution: pair(raw.resolution),
    tolerance: { heading: number(tolerance.heading) ?? standard, tilt: number(tolerance.tilt) ?? standard },
    zoom: range === undefined ? undefined : { tele: range[0], wide: range[1], locked: zoom.locked === true },
    ptz,
    ...masksOf(raw, sensor),
  };
}

function ptzOf(raw: Keys, north: number): Ptz {
  const pan = pair(raw.pan);
  return {
    pan: pan && [pan[0] + north, pan[1] + north],
    tilt: pair(raw.tilt),
    hfov: pair(raw.hfov),
    hard: raw.limits === 'hard',
  };
}

function keys(value: unknown): Keys {
  return isKeys(value) ? value : {};
}

function isKeys(value: unknown): value is Keys {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function pair(value: unknown): readonly [number, number] | undefined {
  const [a, b] = list(value).map(Number);
  return a === undefined || b === undefined ? undefined : [a, b];
}

function point(value: unknown): Point {
  const [x, y] = list(value).map(Number);
  return [x, y];
}

/** A closing point that repeats the first is left out. */
function ring(value: unknown): Ring {
  const points = list(value).map(point);
  const [first, last] = [points[0], points[points.length - 1]];
  return points.length > 2 && first[0] === last[0] && first[1] === last[1] ? points.slice(0, -1) : points;
}
