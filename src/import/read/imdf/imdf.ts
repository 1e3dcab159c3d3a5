// Reads IMDF archives as one source.

import { addTo } from '../../../base/arrays.js';
import type { Text } from '../../../i18n/catalogue.js';
import { problemOf, type SourceProblem } from '../../../source/problem.js';
import type { Note } from '../../notes.js';
import { nameOf, namesOf } from '../../support/names.js';
import { problemText } from '../../texts.js';
import type { ImportSource, InputFile, Properties, RawFeature, ReadSource, SourceLevel } from '../../types.js';
import { type Archive, readArchive } from './archive.js';
import { archivesOf, brokenArchive, PLACED, partOf } from './parts.js';
import { t } from './texts.js';

/** Level key of a feature that names no level. No level has this key, so linting the plan reports the feature. */
const NO_LEVEL = 'no-level';

/** Categories of openings for vehicles. Real archives give them to the doors of rooms. */
const VEHICLES = ['automobile', 'bicycle'];

/** True if `files` hold an IMDF archive, complete or not: even an incomplete one must not be read as plain GeoJSON. */
export function isImdf(files: readonly InputFile[]): boolean {
  return archivesOf(files).archives.length > 0 || brokenArchive(files) !== undefined;
}

/**
 * Reads IMDF archives: levels, units (rooms and the like), openings, and other features that the mapping may use. A
 * unit gets the facts of its amenities and occupants. IMDF has no heights, windows or devices. Source: Apple, Indoor
 * Mapping Data Format 1.0.0.
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
  const unused = others.map(({ path }): Note => ({ sort: 'left-out', message: t.file({ file: path }) }));
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
        : [note('left-out', t.homeless, { ids: hints.homeless, count: hints.homeless.length })]),
    ],
  };
}

/** Returns a note for each id that several levels have: a reference to it is ambiguous. */
function twice(levels: readonly SourceLevel[]): Note[] {
  const keys = levels.map(({ key }) => key);
  const double = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return [...double].map((key) => note('refused', t['level-twice']({ level: key }), { ids: [key] }));
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
      ? note('refused', t['no-level'], where)
      : note('refused', t['unknown-level']({ level: key }), where);
  });
}

/** Returns notes on categories of openings that a plan doesn't use or that aren't reliable. */
function untrusted(openings: readonly RawFeature[]): Note[] {
  const tagged = (category: string) =>
    openings.filter(({ properties }) => properties.category === category).map(({ id }) => id ?? '');
  const notes = VEHICLES.map((category) => ({ category, ids: tagged(category) }))
    .filter(({ ids }) => ids.length > 0)
    .map(({ category, ids }) => note('left-out', t.vehicles({ category }), { ids, count: ids.length }));
  const principal = tagged('pedestrian.principal');
  if (principal.length === 0) return notes;
  return [...notes, note('left-out', t.principal, { ids: principal, count: principal.length })];
}

/**
 * Returns a note on units with restricted access. A person decides whether the restriction makes a room non-public.
 */
function restricted(units: readonly RawFeature[]): Note[] {
  const ids = units.filter(({ properties }) => properties.restriction !== undefined).map(({ id }) => id ?? '');
  return ids.length === 0 ? [] : [note('assumed', t.restricted, { ids, count: ids.length })];
}

function note(sort: Note['sort'], message: Text, about: Pick<Note, 'ids' | 'count' | 'origin'>): Note {
  return { sort, message, ...about };
}

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
