import { type Chance, chanceOf } from './chance.js';
import { degreesAt } from './metres.js';
import { type Keys, turned } from './wide.js';

/**
 * Other ways to write the same plan: in other units or degrees, far from zero, turned from north, with Chinese words for
 * kinds, what devices have in common as types, the shapes of a level in a file of their own, and what the author says by
 * overrides in place of what is drawn.
 */
export interface Guised {
  readonly plan: Keys;
  /** GeoJSON documents that levels name. */
  readonly files: ReadonlyMap<string, Keys>;
}

const LISTS = ['zones', 'walls', 'openings', 'devices', 'signs'] as const;
const WORDS: Readonly<Record<string, string>> = {
  restroom: '卫生间',
  'changing-room': '更衣室',
  corridor: '走廊',
  door: '门',
  window: '窗',
  camera: '摄像机',
};
const ORIGIN = [111.65, 40.82] as const;

export function guised(plan: Keys, seed: number): Guised {
  const dice = chanceOf(seed + 0x9a15);
  const { chance, pick } = dice;
  const found = structuredClone(plan);
  const isGlobe = chance(0.1);
  if (chance(0.15)) inWords(found);
  if (!isGlobe && chance(0.15)) turn(found, pick([30, -17.5, 90, 200]));
  if (chance(0.4)) typed(found, dice);
  if (chance(0.35)) overridden(found, dice);
  const unit = isGlobe ? 'wgs84' : pick(['metres', 'metres', 'metres', 'centimetres', 'millimetres']);
  const far = !isGlobe && chance(0.1) ? ([512340.5, 308900.25] as const) : ([0, 0] as const);
  const files = new Map<string, Keys>();
  if (chance(0.15)) {
    const inFile = isGlobe ? 'wgs84' : pick(['metres', 'centimetres', 'millimetres']);
    for (const level of listOf(found.levels)) drawnApart(level, inFile, far, files);
  }
  if (isGlobe) found.origin = [...ORIGIN];
  if (unit === 'metres' && chance(0.2)) delete found.coordinates;
  else found.coordinates = unit;
  const place = placing(unit, far);
  found.levels = listOf(found.levels).map((level) => each(level, (element) => placed(element, place, unit)));
  for (const name of ['deviceTypes', 'overrides']) {
    if (found[name] === undefined) continue;
    found[name] = mapped(keysOf(found[name]), (element) => placed(element, place, unit));
  }
  return { plan: found, files };
}

function inWords(plan: Keys): void {
  for (const element of elementsOf(plan)) {
    const word = typeof element.kind === 'string' ? WORDS[element.kind] : undefined;
    if (word !== undefined) element.kind = word;
  }
}

/** Headings are from true north: of a plan turned by `north` they are as much less. */
function turn(plan: Keys, north: number): void {
  plan.north = north;
  const less = (holder: Keys) => {
    if (typeof holder.heading === 'number') holder.heading = turned(holder.heading - north);
  };
  for (const element of elementsOf(plan)) {
    less(element);
    for (const sensor of listOf(element.sensors)) less(sensor);
    const ptz = keysOf(element.ptz);
    if (Array.isArray(ptz.pan)) {
      const [from, to] = ptz.pan.map(Number);
      const start = turned(from - north);
      ptz.pan = [start, start + to - from];
    }
    if (ptz.home !== undefined) less(keysOf(ptz.home));
  }
}

/** Keys of devices moved into types, of which a device may say otherwise. */
function typed(plan: Keys, { chance, pick }: Chance): void {
  const types: Keys = {};
  for (const device of devicesOf(plan)) {
    if (!chance(0.7)) continue;
    const name = `T${Object.keys(types).length}`;
    const type: Keys = {};
    for (const key of Object.keys(device)) {
      if (['id', 'at', 'type'].includes(key) || !chance(0.6)) continue;
      const value = device[key];
      if ((key === 'ptz' || key === 'tolerance') && chance(0.5)) {
        // Some of what it holds is the type's.
        const all = Object.entries(keysOf(value));
        type[key] = Object.fromEntries(all.filter((_, i) => i % 2 === 0));
        device[key] = Object.fromEntries(all.filter((_, i) => i % 2 === 1));
        continue;
      }
      type[key] = value;
      delete device[key];
    }
    // What the device says counts.
    if (device.height !== undefined && chance(0.5)) type.height = pick([0.2, 2.9]);
    if (device.audio !== undefined && chance(0.5)) type.audio = pick(['none', 'microphone']);
    if (device.status !== undefined) type.status = pick(['planned', 'removed']);
    if (chance(0.1)) type.name = '乙';
    device.type = name;
    types[name] = type;
  }
  if (Object.keys(types).length > 0) plan.deviceTypes = types;
}

/** Keys that an override may say, by the list of the element. */
const SAID: Readonly<Record<(typeof LISTS)[number], readonly string[]>> = {
  zones: 'kind name enclosed public important secondary designated roles valid levels kindUnknown kindConfirmed'.split(
    ' ',
  ),
  walls: 'height thickness material'.split(' '),
  openings: 'kind name sill head thickness normallyOpen film fixed glazing lock unsure'.split(' '),
  devices:
    'at kind name type height video audio heading tilt roll hfov vfov focalLength sensor resolution range form varifocal ptz sensors masks pickup opening status tolerance'.split(
      ' ',
    ),
  signs: 'name heading height text status'.split(' '),
};
/** What is drawn where the author says otherwise, or strikes it out. */
const DRAWN: Keys = {
  name: '丙',
  enclosed: true,
  public: true,
  important: true,
  secondary: true,
  designated: true,
  roles: ['public'],
  valid: { from: '2020-01-01' },
  levels: ['F1'],
  kindUnknown: 'unspecified',
  kindConfirmed: { reason: '旧名', by: '王某' },
  text: '禁止吸烟',
  type: 'T99',
  height: 1.2,
  thickness: 0.1,
  material: 'clear',
  sill: 0.3,
  head: 2,
  normallyOpen: true,
  fixed: true,
  film: 'permanent',
  glazing: 'opaque',
  lock: 'none',
  unsure: true,
  video: 'thermal',
  audio: 'microphone',
  heading: 10,
  tilt: 45,
  roll: 4,
  hfov: 50,
  vfov: 40,
  focalLength: 4,
  sensor: [7.2, 4.05],
  resolution: [640, 480],
  form: 'ptz',
  varifocal: { hfov: [20, 90] },
  ptz: { pan: [0, 90] },
  sensors: [{ heading: 0 }],
  masks: [],
  pickup: 9,
  range: 2,
  opening: 'o00',
  status: 'removed',
  tolerance: { heading: 5, position: 0.5 },
};

function overridden(plan: Keys, { chance, pick }: Chance): void {
  const overrides: Keys = {};
  for (const level of listOf(plan.levels)) {
    for (const list of LISTS) {
      for (const element of listOf(level[list])) {
        if (!chance(list === 'devices' ? 0.5 : 0.2)) continue;
        const said: Keys = {};
        for (const key of SAID[list]) {
          const has = element[key] !== undefined;
          if (has && chance(key === 'kind' ? 0.6 : 0.4)) said[key] = element[key];
          // A key that the element doesn't have: the author strikes it out.
          else if (!has && key in DRAWN && chance(0.07)) said[key] = null;
          else continue;
          if (key === 'at') {
            const [x, y] = listed(element.at).map(Number);
            element.at = said.drawnAt = [x + 0.5, y];
          } else if (key === 'kind') element.kind = list === 'zones' ? 'store' : element.kind;
          else if (key in DRAWN && (said[key] === null || chance(0.7))) element[key] = DRAWN[key];
          else if (said[key] !== null) delete element[key];
        }
        // What is said to be a kind isn't of unknown use any more, unless that is said too.
        if (said.kind !== undefined && element.kindUnknown !== undefined) said.kindUnknown = element.kindUnknown;
        if (Object.keys(said).length > 0) overrides[String(element.id)] = said;
      }
    }
    if (chance(0.2)) {
      const [zone] = listOf(level.zones);
      const [x, y] = listed(zone.rect ?? listed(zone.polygon)[0]).map(Number);
      const wall = {
        id: `gone${Object.keys(overrides).length}`,
        line: [
          [x + 0.2, y + 1.5],
          [x + 4, y + 1.5],
        ],
      };
      level.walls = [...listOf(level.walls), wall];
      overrides[wall.id] = { remove: true, reason: pick(['旧墙', '已拆']) };
    }
  }
  if (Object.keys(overrides).length > 0) plan.overrides = overrides;
}

/** A level's elements in a GeoJSON file of their own. */
function drawnApart(level: Keys, unit: string, far: readonly [number, number], files: Map<string, Keys>): void {
  const place = placing(unit, far);
  const features = LISTS.flatMap((list) =>
    listOf(level[list]).map((element) => {
      const { at, line, rect, polygon, holes, ...properties } = placed(element, place, 'wgs84');
      const closed = (points: unknown) => [...listed(points), listed(points)[0]];
      const geometry =
        at !== undefined
          ? { type: 'Point', coordinates: at }
          : line !== undefined
            ? { type: 'LineString', coordinates: line }
            : { type: 'Polygon', coordinates: [polygon, ...listed(holes)].map(closed) };
      return { type: 'Feature', properties: { element: list.slice(0, -1), ...properties }, geometry };
    }),
  );
  const name = `${String(level.id)}.geojson`;
  files.set(name, {
    type: 'FeatureCollection',
    ...(unit === 'wgs84' ? {} : { sitecam: { coordinates: unit } }),
    features,
  });
  for (const list of LISTS) delete level[list];
  level.geometry = name;
}

type Place = (at: readonly [number, number]) => readonly [number, number];

const PER_METRE: Readonly<Record<string, number>> = { metres: 1, centimetres: 100, millimetres: 1000 };

function placing(unit: string, [x, y]: readonly [number, number]): Place {
  const by = PER_METRE[unit];
  const round = (value: number, step: number) => Math.round(value / step) * step;
  if (by !== undefined) return (at) => [round((at[0] + x) * by, 1e-6), round((at[1] + y) * by, 1e-6)];
  const { across, along } = degreesAt(ORIGIN[1]);
  return (at) => [round(ORIGIN[0] + at[0] / across, 1e-10), round(ORIGIN[1] + at[1] / along, 1e-10)];
}

/** An element with its shapes in other units; in degrees a rectangle has four corners. */
function placed(element: Keys, place: Place, unit: string): Keys {
  const found: Keys = { ...element };
  const point = (at: unknown) => {
    const [x, y] = listed(at).map(Number);
    return [...place([x, y])];
  };
  const points = (ring: unknown) => listed(ring).map(point);
  if (found.rect !== undefined) {
    const [x, y, w, d] = listed(found.rect).map(Number);
    if (unit === 'wgs84') {
      delete found.rect;
      const corners = [
        [x, y],
        [x + w, y],
        [x + w, y + d],
        [x, y + d],
      ];
      found.polygon = corners.map((at) => at.map((value) => Math.round(value * 1e6) / 1e6));
    } else {
      const [low, high] = [point([x, y]), point([x + w, y + d])];
      found.rect = [low[0], low[1], high[0] - low[0], high[1] - low[1]];
    }
  }
  for (const key of ['at', 'drawnAt']) if (found[key] !== undefined) found[key] = point(found[key]);
  for (const key of ['line', 'polygon']) if (found[key] !== undefined) found[key] = points(found[key]);
  if (found.holes !== undefined) found.holes = listed(found.holes).map(points);
  if (Array.isArray(found.masks)) found.masks = listOf(found.masks).map((mask) => placed(mask, place, unit));
  return found;
}

function each(level: Keys, make: (element: Keys) => Keys): Keys {
  const lists = LISTS.filter((list) => level[list] !== undefined);
  return { ...level, ...Object.fromEntries(lists.map((list) => [list, listOf(level[list]).map(make)])) };
}

function mapped(record: Keys, make: (element: Keys) => Keys): Keys {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(keysOf(value))]));
}

function elementsOf(plan: Keys): Keys[] {
  return listOf(plan.levels).flatMap((level) => LISTS.flatMap((list) => listOf(level[list])));
}

function devicesOf(plan: Keys): Keys[] {
  return listOf(plan.levels).flatMap((level) => listOf(level.devices));
}

function isKeys(value: unknown): value is Keys {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The very object, which may be written to. */
function keysOf(value: unknown): Keys {
  return isKeys(value) ? value : {};
}

function listOf(value: unknown): Keys[] {
  return Array.isArray(value) ? value.filter(isKeys) : [];
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
