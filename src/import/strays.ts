// Puts devices of which a source names no level, such as a list of cameras beside a building, on the levels of rooms.

import { addTo, groupBy } from '../base/arrays.js';
import { boxOf, grow } from '../geometry/shapes/ring.js';
import type { Box, Point } from '../geometry/types.js';
import type { PlanDraft } from './draft.js';
import type { ImportFrame } from './frame.js';
import { ruleFor } from './mapping/match.js';
import type { Mapping } from './mapping/types.js';
import type { Note } from './notes.js';
import { isOutdoors, isRoof, type NamedStorey, storeyAt, storeyNamed } from './read/storeys.js';
import { positionsOf } from './support/positions.js';
import { strays as t } from './texts.js';
import type { ImportFormat, ImportSource, RawFeature, RawShape, SourceLevel } from './types.js';

/** A level with rooms or walls; `box` is what these cover, in m. */
interface Home {
  readonly level: SourceLevel;
  readonly box: Box | undefined;
  /** Storey that its names say; undefined if they say none. */
  readonly storey: NamedStorey | undefined;
  /** Storeys above the ground floor, negative below it; undefined if neither its names nor its number say it. */
  readonly floor: number | undefined;
  /** True if that comes of a number that may count from the ground floor, too, but is taken to count from 1. */
  readonly isDoubtful: boolean;
}

/** A level whose name is a number. */
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** Formats in which a level has a number by definition, and 0 is the ground floor. */
const FROM_GROUND: readonly ImportFormat[] = ['osm', 'imdf'];

/** m: devices on the outside of a building hang no further from its rooms. */
const OUTSIDE = 1;

/** m: devices outdoors are no further from the building whose yard they watch. Chosen by sitecam. */
const AROUND = 100;

/**
 * Returns `source` with its devices on the levels they belong to. A device for which the source names no level goes to
 * the level of its file's storey, else to the only one with rooms, else to the only one whose rooms lie about all
 * devices of the file, or about it alone; else to the lowest (of OSM to the ground floor), which a person should check.
 * A level of devices outdoors near the ground floor is that floor. A level of devices alone, from another format than
 * the rooms, is the level of rooms with the same name.
 *
 * @param mappingOf returns the mapping of a format
 */
export function placeDevices(
  source: ImportSource,
  frame: ImportFrame,
  mappingOf: (format: ImportFormat) => Mapping,
): ImportSource {
  const { levels, features } = source;
  const formats = new Set(features.map(({ format }) => format));
  const files = new Set(features.map(({ origin }) => origin.path));
  const outdoors = levels.filter(({ key, name = key }) => isOutdoors(name));
  const isTold = formats.size < 2 && files.size < 2 && !features.some(({ astray }) => astray === true);
  if (isTold && outdoors.length === 0) return source;
  const devices: RawFeature[] = [];
  const others: RawFeature[] = [];
  for (const feature of features) {
    const as = ruleFor(mappingOf(feature.format), feature)?.as ?? 'none';
    if (as === 'device') devices.push(feature);
    else if (as !== 'none' && feature.astray !== true) others.push(feature);
  }
  const strays = devices.filter(({ astray }) => astray === true);
  const settled = devices.filter(({ astray }) => astray !== true);
  const homes = homesOf(levels, others, frame);
  const moves = new Map<RawFeature, string>();
  const notes: Note[] = [];
  const there = homes.length > 0 ? homes : homesOf(levels, settled, frame).map((home) => ({ ...home, box: undefined }));
  if (there.length > 0) {
    for (const [path, list] of groupBy(strays, ({ origin }) => origin.path)) {
      const all = placed(path, list, there, frame, moves);
      // One level leaves no choice to report.
      notes.push(...(levels.length > 1 ? all : all.filter(({ sort }) => sort === 'unknown')));
    }
  }
  const listed = new Set([...formats].flatMap((format) => mappingOf(format).levels?.map(({ key }) => key) ?? []));
  const [ground, another] = homes.filter(({ floor }) => floor === 0);
  for (const { key } of outdoors) {
    const list = settled.filter(({ levels: [level] }) => level === key);
    const isNear = ground?.box !== undefined && holds(ground.box, pointsIn(list, frame), AROUND);
    if (another !== undefined || !isNear || listed.has(key) || homes.some(({ level }) => level.key === key)) continue;
    for (const one of list) moves.set(one, ground.level.key);
    const message = t.outdoors({ level: key, home: ground.level.name ?? ground.level.key });
    notes.push({ sort: 'assumed', message, level: ground.level.key, count: list.length });
  }
  const ours = new Set(others.map(({ format }) => format));
  const drawn = new Set(others.map(({ origin }) => origin.path));
  // Files of GeoJSON are sources of their own; the drawings of a set, or the parts of an archive, are one.
  const isForeign = ({ format, origin }: RawFeature) =>
    !ours.has(format) || (format === 'geojson' && !drawn.has(origin.path));
  const foreign = groupBy(
    settled.filter((one) => homes.length > 0 && isForeign(one) && !moves.has(one)),
    ({ levels: [key] }) => key,
  );
  // OSM counts from 0, a Chinese list of cameras from 1.
  const numbers = [...foreign].flatMap(([key = '', list]) => {
    // A basement has the same number either way.
    return NUMBER.test(key) && Number(key) >= 0 && !isCounted(list) ? [Number(key)] : [];
  });
  const from = startOf(numbers, homes);
  for (const level of levels) {
    const { key } = level;
    const list = foreign.get(key) ?? [];
    if (list.length === 0 || homes.some((home) => home.level.key === key)) continue;
    const isDecided = !NUMBER.test(key) || isCounted(list);
    const [home, another] = isDecided ? homesOfLevel(level, homes) : homesAt(Number(key), from, homes);
    const count = list.length;
    if (home === undefined || another !== undefined) {
      notes.push({ sort: 'unknown', message: t.alone({ level: key }), level: key, count });
      continue;
    }
    for (const one of list) moves.set(one, home.level.key);
    if (isDecided || from === undefined || Number(key) < 0) continue;
    const message = t.numbered({ one: key, other: home.level.key, from });
    notes.push({ sort: 'assumed', message, level: home.level.key, count });
  }
  return { ...moved(source, moves), notes: [...source.notes, ...notes, ...alikeNote(foreign, homes)] };
}

/**
 * Returns a note on each level on which only devices are, though other levels have rooms or walls: its rooms are missing,
 * or its name is misspelt. None on a roof, nor on a level that one of `notes` is about already.
 */
export function devicesAlone(
  levels: readonly SourceLevel[],
  { zones, walls, devices }: PlanDraft,
  notes: readonly Note[],
): Note[] {
  const drawn = new Set([
    ...zones.flatMap(({ level, spans }) => [level, ...spans]),
    ...walls.map(({ level }) => level),
  ]);
  if (drawn.size === 0) return [];
  const about = notes.filter(({ message: { id } }) => ['strays/alone', 'dxf/which-plan', 'dxf/no-storey'].includes(id));
  return levels.flatMap(({ key, name = key }): Note[] => {
    const own = devices.filter(({ level }) => level === key);
    const isNoted = about.some(
      ({ level, ids, origin }) =>
        level === key || ids?.includes(key) === true || own.some((one) => one.origin.path === origin?.path),
    );
    if (own.length === 0 || drawn.has(key) || isNoted || isRoof(name)) return [];
    return [{ sort: 'unknown', message: t['no-rooms']({ level: name }), level: key, count: own.length }];
  });
}

/** Returns the levels that some of `features` are on, lowest first. */
function homesOf(levels: readonly SourceLevel[], features: readonly RawFeature[], frame: ImportFrame): Home[] {
  const points = new Map<string, Point[]>();
  const counted = new Set<string>();
  for (const { levels: keys, shapes, format } of features) {
    const own = pointsOf(shapes, frame);
    for (const key of keys) {
      for (const point of own) addTo(points, key, point);
      if (FROM_GROUND.includes(format)) counted.add(key);
    }
  }
  const there = levels.filter(({ key }) => points.has(key));
  const storeys = new Map(there.map((level) => [level, storeyOf(level)]));
  const fromOne = isFromOne([...storeys.values()]);
  const hasZero = there.some(({ key }) => NUMBER.test(key) && Number(key) === 0);
  return there
    .map((level): Home => {
      const { key, ordinal } = level;
      const storey = storeys.get(level);
      const isDoubtful = storey === undefined && !hasZero && !counted.has(key) && NUMBER.test(key) && Number(key) > 0;
      const isNumbered = counted.has(key) || NUMBER.test(key);
      const number = isDoubtful ? floorOf(Number(key), true) : isNumbered ? ordinal : undefined;
      const floor = storey === undefined ? number : floorOf(storey.number, fromOne);
      return { level, box: boxOf(points.get(key) ?? []), storey, floor, isDoubtful };
    })
    .sort((a, b) => a.level.ordinal - b.level.ordinal || (a.level.key < b.level.key ? -1 : 1));
}

/** True if the ground floor is 1, as in China: no level is a ground floor by another name. */
function isFromOne(storeys: readonly (NamedStorey | undefined)[]): boolean {
  return storeys.every((storey) => storey?.number !== 0);
}

/** Returns how many storeys above the ground floor the storey of a number is. */
function floorOf(number: number, fromOne: boolean): number {
  return fromOne && number > 0 ? number - 1 : number;
}

/** Returns the levels that a name of a storey may mean: `2F` means the level 1 of numbers that begin with 0. */
function homesNamed({ key, number }: NamedStorey, homes: readonly Home[]): Home[] {
  const floor = floorOf(number, isFromOne(homes.map(({ storey }) => storey)));
  // L2 is the second floor in some places, and the third in others.
  const isClear = number <= 0 || storeyAt(key) !== undefined;
  return homes.filter((home) => home.floor === floor && (isClear || home.storey !== undefined));
}

/** Puts the stray devices of one file on levels: adds to `moves`, and returns the notes on it. */
function placed(
  path: string,
  list: readonly RawFeature[],
  homes: readonly Home[],
  frame: ImportFrame,
  moves: Map<RawFeature, string>,
): Note[] {
  const origin = { path, pointer: '' };
  const file = path.split('/').at(-1) ?? path;
  const storey = storeyNamed(path);
  const named = storey === undefined ? [] : homesNamed(storey, homes);
  if (storey !== undefined && named.length === 1) {
    const [{ level, isDoubtful }] = named;
    for (const one of list) moves.set(one, level.key);
    if (!isDoubtful) return [];
    const message = t.numbered({ one: storey.key, other: level.key, from: 1 });
    return [{ sort: 'assumed', message, origin, count: list.length }];
  }
  const about = (points: readonly Point[]): Home[] =>
    homes.filter(({ box }) => box !== undefined && holds(box, points));
  const of = list.map((one) => ({ one, points: pointsOf(one.shapes, frame) }));
  const all = homes.length === 1 ? homes : about(of.flatMap(({ points }) => points));
  const each = of.map(({ one, points }) => ({ one, homes: all.length === 1 ? all : about(points) }));
  const lacking = named.length === 0 ? storey?.key : undefined;
  if (each.some((one) => one.homes.length !== 1)) {
    const level = likeliest(list, homes).level.key;
    for (const one of list) moves.set(one, level);
    const message = lacking === undefined ? t.undecided({ file, level }) : t.noStorey({ file, storey: lacking, level });
    return [{ sort: 'unknown', message, origin, count: list.length }];
  }
  for (const {
    one,
    homes: [home],
  } of each)
    moves.set(one, home.level.key);
  const counts = groupBy(each, ({ homes: [home] }) => home.level.key);
  return [...counts].map(([level, own]): Note => {
    const count = own.length;
    return lacking === undefined
      ? { sort: 'assumed', message: t.joined({ file, level }), origin, count }
      : { sort: 'unknown', message: t.noStorey({ file, storey: lacking, level }), origin, count };
  });
}

/** Returns the lowest level; the ground floor for what numbers it 0, as things outdoors say no level there. */
function likeliest(list: readonly RawFeature[], homes: readonly Home[]): Home {
  return (isCounted(list) ? homes.find(({ floor }) => floor === 0) : undefined) ?? homes[0];
}

/** True if there are points, and all are in the box or within `around` of it, in m. */
function holds(box: Box, points: readonly Point[], around = OUTSIDE): boolean {
  const { minX, minY, maxX, maxY } = grow(box, around);
  const isIn = ([x, y]: Point) => x >= minX && x <= maxX && y >= minY && y <= maxY;
  return points.length > 0 && points.every(isIn);
}

/** Returns the storey that the names of a level say; undefined if they say none. */
function storeyOf({ short, key, name }: SourceLevel): NamedStorey | undefined {
  return [short, key, name].flatMap((text) => storeyNamed(text ?? '') ?? [])[0];
}

/** True if the levels of features have numbers of which 0 is the ground floor. */
function isCounted(features: readonly RawFeature[]): boolean {
  return features.every(({ format }) => FROM_GROUND.includes(format));
}

/** Returns the levels that one of another source may be, by its names; by its order, if it has a number for its name. */
function homesOfLevel(level: SourceLevel, homes: readonly Home[]): Home[] {
  if (NUMBER.test(level.key))
    return homes.filter(
      ({ floor, isDoubtful, level: { ordinal } }) => (isDoubtful ? ordinal : (floor ?? ordinal)) === level.ordinal,
    );
  const storey = storeyOf(level);
  return storey === undefined ? [] : homesNamed(storey, homes);
}

/** Returns the levels of a number that counts from `from`; none if that is undefined, but for a basement. */
function homesAt(number: number, from: 0 | 1 | undefined, homes: readonly Home[]): Home[] {
  if (number >= 0 && (from === undefined || (from === 1 && number === 0))) return [];
  return homes.filter(({ floor }) => floor === floorOf(number, from === 1));
}

/**
 * Returns whether the numbers of levels count from 0 or from 1, if only one makes each of them a level of rooms. What
 * has the number of a level of rooms stays there: then the others don't count from 1 either.
 */
function startOf(numbers: readonly number[], homes: readonly Home[]): 0 | 1 | undefined {
  const stay = numbers.flatMap((one) => homeOf(one, homes) ?? []);
  const fits = ([0, 1] as const).filter((from) => numbers.every((one) => homesAt(one, from, homes).length === 1));
  if (stay.length > 0) return fits.includes(0) && !stay.some(({ isDoubtful }) => isDoubtful) ? 0 : undefined;
  return fits.length === 1 ? fits[0] : undefined;
}

/** Returns the level of rooms that has the number. */
function homeOf(number: number, homes: readonly Home[]): Home | undefined {
  return homes.find(({ level: { key } }) => NUMBER.test(key) && Number(key) === number);
}

/**
 * Returns a note on devices that are on levels of rooms because the numbers are equal, if one side counts from 0 and
 * the other may count from 1: each number, a storey up or down, is one of rooms, too.
 */
function alikeNote(foreign: ReadonlyMap<string | undefined, readonly RawFeature[]>, homes: readonly Home[]): Note[] {
  const above = [...foreign].filter(([key = '']) => NUMBER.test(key) && Number(key) >= 0);
  const alike = above.filter(([key]) => homeOf(Number(key), homes) !== undefined);
  if (alike.length === 0) return [];
  const fromZero = above.some(([key, list]) => Number(key) === 0 || isCounted(list));
  const roomsFromZero = !alike.some(([key]) => homeOf(Number(key), homes)?.isDoubtful);
  const step = fromZero ? 1 : -1;
  const isShifted = above.every(([key]) => homeOf(Number(key) + step, homes) !== undefined);
  if (fromZero === roomsFromZero || !isShifted) return [];
  const levels = alike.map(([key = '']) => key).sort((a, b) => Number(a) - Number(b));
  const count = alike.reduce((sum, [, list]) => sum + list.length, 0);
  return [{ sort: 'assumed', message: t.alike({ levels: levels.join(', ') }), count }];
}

/** Returns the source with features on other levels, and without the levels that nothing is on any more. */
function moved(source: ImportSource, moves: ReadonlyMap<RawFeature, string>): ImportSource {
  const features = source.features.map((feature) => {
    const key = moves.get(feature);
    return key === undefined ? feature : { ...feature, levels: [key] };
  });
  const left = new Set(features.flatMap(({ levels }) => levels));
  const emptied = new Set([...moves.keys()].flatMap(({ levels }) => levels.filter((key) => !left.has(key))));
  return { ...source, features, levels: source.levels.filter(({ key }) => !emptied.has(key)) };
}

function pointsIn(features: readonly RawFeature[], frame: ImportFrame): Point[] {
  return features.flatMap(({ shapes }) => pointsOf(shapes, frame));
}

function pointsOf(shapes: readonly RawShape[], { toMetres }: ImportFrame): Point[] {
  return shapes.flatMap(positionsOf).map(toMetres);
}
