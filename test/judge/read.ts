import { type Area, isConvex, type Point, type Ring } from './plane.js';

/** A plan in metres as its YAML spelling has it, with the defaults that the format gives. Units: m, degrees, px. */

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
  readonly spans: boolean;
  /** Says something of itself that isn't modelled here. */
  readonly odd: boolean;
}

export interface Wall {
  readonly line: Ring;
  readonly height: number | undefined;
  readonly thickness: number;
  readonly opaque: boolean;
  readonly clear: boolean;
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
  readonly lens: Lens;
  /** Says something of itself that isn't modelled here: several sensors, a roll, a tolerance of position. */
  readonly odd: boolean;
  /** Has several lenses, which aren't modelled here. */
  readonly several: boolean;
  /** m either way that its place may be off. */
  readonly position: number;
  readonly masked: boolean;
  /** Permanent masks, as drawn on the floor; undefined where one isn't modelled here. */
  readonly masks: readonly Ring[] | undefined;
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

/** Reads a document that a YAML parser made. */
export function planOf(document: unknown): Plan {
  const { site, levels, deviceTypes } = keys(document);
  const types = keys(deviceTypes);
  return {
    categories: list(keys(site).categories).map(String),
    levels: list(levels).map((level) => levelOf(keys(level), types)),
  };
}

function levelOf(raw: Keys, types: Keys): Level {
  return {
    id: String(raw.id),
    elevation: number(raw.elevation) ?? 0,
    ceiling: number(raw.ceiling),
    zones: list(raw.zones).map((zone) => zoneOf(keys(zone))),
    walls: list(raw.walls).map((wall) => wallOf(keys(wall))),
    openings: list(raw.openings).map((opening) => openingOf(keys(opening))),
    devices: list(raw.devices).map((device) => {
      const own = keys(device);
      return deviceOf({ ...keys(types[String(own.type)]), ...own });
    }),
  };
}

function zoneOf(raw: Keys): Zone {
  return {
    id: String(raw.id),
    kind: String(raw.kind),
    ring: raw.rect === undefined ? ring(raw.polygon) : rectangle(list(raw.rect).map(Number)),
    holes: list(raw.holes).map(ring),
    enclosed: typeof raw.enclosed === 'boolean' ? raw.enclosed : undefined,
    important: raw.important === true,
    secondary: raw.secondary === true,
    roles: list(raw.roles).map(String),
    spans: list(raw.levels).length > 1,
    odd:
      raw.kindUnknown !== undefined ||
      raw.kindConfirmed !== undefined ||
      raw.public !== undefined ||
      raw.designated !== undefined,
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
  const material = raw.material ?? 'opaque';
  return {
    line: ring(raw.line),
    height: number(raw.height),
    thickness: number(raw.thickness) ?? 0,
    opaque: material === 'opaque',
    clear: material === 'clear',
  };
}

function openingOf(raw: Keys): Opening {
  const [a, b] = ring(raw.line);
  return {
    id: String(raw.id),
    kind: String(raw.kind),
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

function deviceOf(raw: Keys): Device {
  const kind = String(raw.kind);
  return {
    id: String(raw.id),
    kind,
    at: point(raw.at),
    height: number(raw.height),
    video: String(raw.video ?? VIDEO[kind] ?? 'none'),
    audio: String(raw.audio ?? AUDIO[kind] ?? 'none'),
    pickup: number(raw.pickup),
    range: number(raw.range),
    removed: raw.status === 'removed',
    opening: typeof raw.opening === 'string' ? raw.opening : undefined,
    lens: lensOf(raw),
    odd:
      raw.sensors !== undefined || (number(raw.roll) ?? 0) !== 0 || (number(keys(raw.tolerance).position) ?? 0) !== 0,
    several: raw.sensors !== undefined,
    position: number(keys(raw.tolerance).position) ?? 0,
    masked: list(raw.masks).some((mask) => keys(mask).permanent === true),
    masks: masksOf(raw),
  };
}

/** Of a lens that neither turns nor zooms; convex ones, since others are a cone with bays. */
function masksOf(raw: Keys): readonly Ring[] | undefined {
  const permanent = list(raw.masks)
    .map(keys)
    .filter((mask) => mask.permanent === true);
  const still = raw.ptz === undefined && raw.varifocal === undefined && (raw.form ?? 'fixed') === 'fixed';
  const rings = permanent.map((mask) => ring(mask.polygon));
  return permanent.length === 0 || (still && rings.every(isConvex)) ? rings : undefined;
}

function lensOf(raw: Keys): Lens {
  const ptz = raw.ptz === undefined && raw.form !== 'ptz' ? undefined : ptzOf(keys(raw.ptz));
  const home = keys(keys(raw.ptz).home);
  const [focal, sensor] = [number(raw.focalLength), pair(raw.sensor)];
  const byFocal =
    focal === undefined || sensor === undefined ? undefined : (360 / Math.PI) * Math.atan(sensor[0] / (2 * focal));
  const hfov = number(home.hfov) ?? number(raw.hfov) ?? byFocal;
  const standard = Math.min(3, (hfov ?? 30) / 10);
  const tolerance = keys(raw.tolerance);
  const zoom = keys(raw.varifocal);
  const range = pair(zoom.hfov);
  return {
    form: String(raw.form ?? 'fixed'),
    heading: number(home.heading) ?? number(raw.heading),
    tilt: number(home.tilt) ?? number(raw.tilt),
    hfov,
    vfov: number(raw.vfov),
    roll: number(raw.roll) ?? 0,
    resolution: pair(raw.resolution),
    tolerance: { heading: number(tolerance.heading) ?? standard, tilt: number(tolerance.tilt) ?? standard },
    zoom: range === undefined ? undefined : { tele: range[0], wide: range[1], locked: zoom.locked === true },
    ptz,
  };
}

function ptzOf(raw: Keys): Ptz {
  return { pan: pair(raw.pan), tilt: pair(raw.tilt), hfov: pair(raw.hfov), hard: raw.limits === 'hard' };
}

function keys(value: unknown): Keys {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
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
