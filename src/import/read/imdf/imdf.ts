// Reads IMDF archives as one source.

import { addTo } from '../../../base/arrays.js';
import { problemOf, type SourceProblem } from '../../../source/problem.js';
import type { Note, NoteMessages } from '../../notes.js';
import { problemText } from '../../problems.js';
import { nameOf, namesOf } from '../../support/names.js';
import type { ImportSource, InputFile, Properties, RawFeature, ReadSource, SourceLevel } from '../../types.js';
import { type Archive, readArchive } from './archive.js';
import { archivesOf, brokenArchive, PLACED, partOf } from './parts.js';

/** Level key of a feature that names no level. No level has this key, so linting the plan reports the feature. */
const NO_LEVEL = 'no-level';

/** Categories of openings for vehicles. Real archives give them to the doors of rooms. */
const VEHICLES = ['automobile', 'bicycle'];

/** True if `files` hold an IMDF archive, complete or not: even an incomplete one must not be read as plain GeoJSON. */
export function isImdf(files: readonly InputFile[]): boolean {
  return archivesOf(files).archives.length > 0 || brokenArchive(files) !== undefined;
}

/**
 * Reads IMDF archives: levels, units, openings, and other features that the mapping may use. A unit gets the facts of
 * its amenities and occupants. IMDF has no heights, windows or devices. Source: Apple, Indoor Mapping Data Format
 * 1.0.0.
 */
export function readImdf(files: readonly InputFile[]): ReadSource {
  const { archives, others } = archivesOf(files);
  if (archives.length === 0) {
    const broken = brokenArchive(files);
    const problem =
      broken === undefined
        ? problemOf(problemText.imdfParts, files[0]?.path ?? '')
        : problemOf(problemText.imdfLacks({ file: broken.lacks }), broken.manifest.path);
    return { ok: false, problems: [problem] };
  }
  const read = archives.map(readArchive);
  const problems: SourceProblem[] = read.flatMap((archive) => (archive.ok ? [] : archive.problems));
  for (const [index, archive] of read.entries()) {
    const file = archives[index]?.find((one) => partOf(one) === 'level');
    if (!archive.ok || archive.archive.of('level').length > 0 || file === undefined) continue;
    problems.push(problemOf(problemText.imdfNoLevels, file.path));
  }
  if (problems.length > 0) return { ok: false, problems };
  const sources = read.flatMap((archive) => (archive.ok ? [sourceOf(archive.archive)] : []));
  const unused = others.map(
    ({ path }): Note => ({ sort: 'left-out', message: { id: 'imdf/file', params: { file: path } } }),
  );
  const levels = sources.flatMap((source) => source.levels);
  return {
    ok: true,
    source: {
      name: sources.find(({ name }) => name !== undefined)?.name,
      levels,
      features: sources.flatMap(({ features }) => features),
      notes: [...sources.flatMap(({ notes }) => notes), ...twice(levels), ...unused],
    },
  };
}

function sourceOf(archive: Archive): ImportSource {
  const levels = levelsOf(archive.of('level'), archive.of('building'));
  const hints = hintsOf(archive);
  const levelOfUnit = new Map(
    archive.of('unit').map(({ id, properties }) => [id ?? '', String(properties.level_id ?? '')]),
  );
  const outdoors = new Set(
    archive.of('level').flatMap(({ id, properties }) => (properties.outdoor === true ? (id ?? '') : [])),
  );
  const features = PLACED.flatMap((part) =>
    archive.of(part).flatMap((feature): RawFeature[] => {
      // A level without an outline is still a level.
      if (part === 'level') {
        return feature.shapes.length === 0 ? [] : [{ ...feature, levels: [feature.id ?? ''] }];
      }
      // An amenity gives its level only through its units. If there is just one level, it is on that one.
      const only = part === 'amenity' && levels.length === 1 ? levels[0]?.key : undefined;
      const level = levelKeyOf(feature, levelOfUnit) ?? only ?? NO_LEVEL;
      const outside: Properties = outdoors.has(level) ? { 'level.outdoor': true } : {};
      const properties =
        part === 'unit' ? { ...hints.of(feature.id), ...outside, ...feature.properties } : feature.properties;
      const of = part === 'amenity' ? { of: idsIn(feature.properties.unit_ids) } : {};
      return [{ ...feature, ...of, properties, levels: [level] }];
    }),
  );
  const [venue] = archive.of('venue');
  return {
    name: venue === undefined ? undefined : nameOf(venue.properties, ['name', 'alt_name']),
    levels,
    features,
    notes: [
      ...archive.notes,
      ...astray(features, levels),
      ...untrusted(archive.of('opening')),
      ...restricted(archive.of('unit')),
      ...(hints.homeless.length === 0
        ? []
        : [note('left-out', 'imdf/homeless', {}, { ids: hints.homeless, count: hints.homeless.length })]),
    ],
  };
}

/** Returns a note for each id that several levels have: a reference to it is ambiguous. */
function twice(levels: readonly SourceLevel[]): Note[] {
  const keys = levels.map(({ key }) => key);
  const double = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return [...double].map((key) => note('refused', 'imdf/level-twice', { level: key }, { ids: [key] }));
}

/**
 * Returns notes on rooms and openings whose level doesn't exist. They stay in the plan, where linting reports each.
 */
function astray(features: readonly RawFeature[], levels: readonly SourceLevel[]): Note[] {
  const known = new Set(levels.map(({ key }) => key));
  const lost = new Map<string, RawFeature[]>();
  for (const feature of features) {
    if (!['unit', 'opening'].includes(String(feature.properties.feature_type))) continue;
    const [key = NO_LEVEL] = feature.levels;
    if (!known.has(key)) addTo(lost, key, feature);
  }
  return [...lost].map(([key, found]) => {
    const about = { ids: found.map(({ id }) => id ?? ''), count: found.length, origin: found[0]?.origin };
    const { origin, ...rest } = about;
    const where = origin === undefined ? rest : { ...rest, origin };
    return key === NO_LEVEL
      ? note('refused', 'imdf/no-level', {}, where)
      : note('refused', 'imdf/unknown-level', { level: key }, where);
  });
}

/** Returns notes on categories of openings that a plan doesn't use or that aren't reliable. */
function untrusted(openings: readonly RawFeature[]): Note[] {
  const tagged = (category: string) =>
    openings.filter(({ properties }) => properties.category === category).map(({ id }) => id ?? '');
  const notes = VEHICLES.map((category) => ({ category, ids: tagged(category) }))
    .filter(({ ids }) => ids.length > 0)
    .map(({ category, ids }) => note('left-out', 'imdf/vehicles', { category }, { ids, count: ids.length }));
  const principal = tagged('pedestrian.principal');
  if (principal.length === 0) return notes;
  return [...notes, note('left-out', 'imdf/principal', {}, { ids: principal, count: principal.length })];
}

/**
 * Returns a note on units with restricted access. A person decides whether the restriction makes a room non-public.
 */
function restricted(units: readonly RawFeature[]): Note[] {
  const ids = units.filter(({ properties }) => properties.restriction !== undefined).map(({ id }) => id ?? '');
  return ids.length === 0 ? [] : [note('assumed', 'imdf/restricted', {}, { ids, count: ids.length })];
}

function note(
  sort: Note['sort'],
  id: keyof typeof imdfMessages,
  params: Note['message']['params'],
  about: Pick<Note, 'ids' | 'count' | 'origin'>,
): Note {
  return { sort, message: { id, params }, ...about };
}

/** Texts of notes on reading IMDF, by message id. */
export const imdfMessages = {
  'imdf/file': { zh: '文件“{file}”未读取，设计图不需要', en: "the file '{file}' is not read: no plan is made of it" },
  'imdf/apart': {
    zh: 'IMDF 要素“{type}”在设计图中没有对应内容',
    en: "IMDF features of type '{type}' have no place in a plan",
  },
  'imdf/extension': {
    zh: 'IMDF 标准之外的要素“{type}”',
    en: "features of type '{type}', which are none of IMDF's",
  },
  'imdf/level-twice': {
    zh: '编号为“{level}”的楼层不止一个，其要素合为一层',
    en: "more than one level has the id '{level}': what is on them is put on one",
  },
  'imdf/unknown-level': {
    zh: '所指的楼层“{level}”不在 level.geojson 中，保留在几何文件中，审查时逐一报告',
    en: "on the level '{level}', which level.geojson doesn't have: kept in the file of geometry, where linting names each",
  },
  'imdf/no-level': {
    zh: '没有注明楼层（level_id），保留在几何文件中，审查时逐一报告',
    en: "they don't say on which level (level_id) they are: kept in the file of geometry, where linting names each",
  },
  'imdf/vehicles': {
    zh: '开口的类别“{category}”（车辆通行）不予采信，一律按门处理',
    en: "the category '{category}' of openings, for vehicles, is not believed: they are doors",
  },
  'imdf/principal': {
    zh: '标为主要出入口（pedestrian.principal）的开口按普通门处理；主要出入口在设计图中以区域表示，请在该处划出 main-entrance 区域',
    en: 'openings tagged as main entrances (pedestrian.principal) are doors; a plan shows a main entrance as a zone: draw one of kind main-entrance there',
  },
  'imdf/restricted': {
    zh: '标为限制进入（restriction）的单元按非公共区域（public: false）处理，请核对',
    en: 'units with restricted access are taken for not public (public: false): check them',
  },
  'imdf/homeless': {
    zh: '使用者（occupant）未指向现有单元，其名称、类别未采用',
    en: 'occupants that are in no unit there is: their names and categories are not used',
  },
} as const satisfies NoteMessages;

/** Facts about units from other features: amenities that refer to the unit, and occupants by way of an anchor. */
interface Hints {
  readonly of: (unit: string | undefined) => Properties;
  /** Ids of occupants without an existing unit. */
  readonly homeless: readonly string[];
}

/**
 * Returns the hints of an archive. A unit gets them as properties `amenity`, `occupant` (categories joined by `;`) and
 * `occupant.name` by language; the mapping uses them if the unit itself doesn't give its use. `amenity.shared` lists
 * amenities that refer to other units too.
 */
function hintsOf(archive: Archive): Hints {
  const found = new Map<string, Map<string, string[]>>();
  const units = new Set(archive.of('unit').map(({ id }) => id));
  const add = (unit: string, key: string, value: unknown): void => {
    if (typeof value !== 'string' || value === '') return;
    const of = found.get(unit) ?? new Map<string, string[]>();
    found.set(unit, of);
    const values = of.get(key) ?? [];
    of.set(key, values.includes(value) ? values : [...values, value]);
  };
  for (const { properties } of archive.of('amenity')) {
    const of = new Set(idsIn(properties.unit_ids));
    for (const unit of of) {
      add(unit, 'amenity', properties.category);
      if (of.size > 1) add(unit, 'amenity.shared', properties.category);
    }
  }
  const anchors = new Map(archive.of('anchor').map(({ id, properties }) => [id, properties.unit_id]));
  const homeless: string[] = [];
  for (const { id, properties } of archive.of('occupant')) {
    const unit = anchors.get(String(properties.anchor_id));
    if (typeof unit !== 'string' || !units.has(unit)) {
      homeless.push(id ?? '');
      continue;
    }
    add(unit, 'occupant', properties.category);
    for (const { language, text } of namesOf(properties, 'name')) {
      add(unit, language === '' ? 'occupant.name' : `occupant.name.${language}`, text);
    }
  }
  return {
    homeless,
    of: (unit) =>
      Object.fromEntries(
        [...(found.get(unit ?? '') ?? [])].map(([key, values]) => [
          key,
          values.join(key.startsWith('occupant.name') ? ' / ' : ';'),
        ]),
      ),
  };
}

/**
 * Returns the level key of a feature: the one it names, else that of the first unit it belongs to; undefined if
 * neither.
 */
function levelKeyOf(feature: RawFeature, levelOfUnit: ReadonlyMap<string, string>): string | undefined {
  const { level_id, unit_ids } = feature.properties;
  if (typeof level_id === 'string' && level_id !== '') return level_id;
  return idsIn(unit_ids).flatMap((unit) => levelOfUnit.get(unit) ?? [])[0];
}

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/**
 * Returns the storeys of an archive. Each building of a campus counts its own; if two storeys have the same short name,
 * the building's name is added to name and id.
 */
function levelsOf(levels: readonly RawFeature[], buildings: readonly RawFeature[]): SourceLevel[] {
  const names = new Map(buildings.map(({ id, properties }) => [id, nameOf(properties, ['name', 'alt_name'])]));
  const read = levels.map(({ id, properties }) => {
    const key = id ?? '';
    const ordinal = typeof properties.ordinal === 'number' ? properties.ordinal : 0;
    const [building] = idsIn(properties.building_ids).flatMap((of) => names.get(of) ?? []);
    const short = nameOf(properties, ['short_name']) ?? (UUID.test(key) ? `${ordinal}` : key);
    return { key, short, name: nameOf(properties, ['name']), ordinal, building };
  });
  const called = read.map(({ short }) => short);
  const alike = new Set(called.filter((short, index) => called.indexOf(short) !== index));
  const several = new Set(read.filter(({ short }) => alike.has(short)).map(({ building }) => building)).size > 1;
  return read.map(({ building, ...level }) =>
    several && building !== undefined
      ? { ...level, short: `${level.short}-${building}`, name: `${building} ${level.name ?? level.short}` }
      : level,
  );
}

/** Returns the ids in a list that the GeoJSON reader flattened to text. */
function idsIn(value: unknown): string[] {
  return typeof value === 'string' ? value.split(';').filter((id) => id !== '') : [];
}
