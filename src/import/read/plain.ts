// Reads GeoJSON of any origin.

import { localizedList, quoted } from '../../i18n/list.js';
import { ANY_SIZE } from '../../source/limits.js';
import { parseSource } from '../../source/parse/parse.js';
import { locate } from '../../source/place/locate.js';
import type { SourceProblem } from '../../source/problem.js';
import { isLike, ruleFor, spendOnWords } from '../mapping/match.js';
import type { Becomes, Mapping, MappingLevel } from '../mapping/types.js';
import type { Note } from '../notes.js';
import { drawingNames } from '../support/drawing-names.js';
import type { InputFile, Position, RawFeature, RawShape, ReadSource, SourceLevel } from '../types.js';
import { type RawCollection, readFeature, readImportCollection } from './collection.js';
import { mercator, misplaced, positionsIn, tooFar, tooSmall, type Unplaced } from './degrees.js';
import { levelsCalled, levelsMapped, levelsNamed, type NamedStorey, storeyAt, storeyNamed } from './storeys.js';
import { plain } from './texts.js';

/**
 * Reads GeoJSON of any origin. The level of a feature comes from its own properties, else from the mapping's `files`;
 * else each file is the storey in its name, or a level by itself if names don't tell storeys apart. A single file
 * without any of this is one level. Remaining features go to the lowest level.
 */
export function readPlain(files: readonly InputFile[], mapping: Mapping): ReadSource {
  const system = mapping.coordinates ?? 'wgs84';
  const problems: SourceProblem[] = [];
  const notes: Note[] = [];
  const found: Found[] = [];
  let raised = 0;
  for (const file of files) {
    const read = readImportCollection(file);
    const fault = read.ok ? (system === 'wgs84' ? misplaced : mercator)(read.collection) : undefined;
    if (!read.ok) problems.push(...read.problems);
    else if (fault !== undefined) problems.push(placed(fault, file));
    else {
      for (const index of read.collection.features.keys()) {
        const { feature, notes: said } = readFeature(read.collection, index, { format: 'geojson', system });
        notes.push(...said);
        if (feature === undefined) continue;
        const as = ruleFor(mapping, feature)?.as ?? 'none';
        found.push({ feature: scaled(feature, mapping.unit ?? 1), path: file.path, as });
      }
      raised += raisedIn(read.collection);
    }
  }
  const taken = found.flatMap(({ feature, as }) => (as === 'none' ? [] : [feature]));
  const doubts =
    system === 'wgs84'
      ? files.map(({ path }) => tooFar(taken.filter(({ origin }) => origin.path === path)))
      : [tooSmall(taken, mapping.unit ?? 1)];
  for (const doubt of problems.length > 0 ? [] : doubts) {
    if (doubt !== undefined)
      problems.push(placed(doubt, files.find(({ path }) => path === doubt.place.path) ?? files[0]));
  }
  if (problems.length > 0) return { ok: false, problems };
  if (raised > 0) notes.push({ sort: 'left-out', message: plain.heights, count: raised });
  const levels = new Levels(found, files, mapping);
  const features = found.map((one) => ({ ...one.feature, ...levels.of(one) }));
  return {
    ok: true,
    source: { name: undefined, levels: levels.all(), features, notes: [...notes, ...levels.notes()] },
  };
}

/** A feature and the path of its file. */
interface Found {
  readonly feature: RawFeature;
  readonly path: string;
  readonly as: Becomes;
}

/** Assigns a level to each feature. */
class Levels {
  private readonly mapped: readonly MappingLevel[];
  private readonly keys: readonly string[];
  /** Level key of each file; undefined if files aren't levels. */
  private readonly byFile: ReadonlyMap<string, string> | undefined;
  private readonly levels: readonly SourceLevel[];
  /** For other spellings of a storey (一层, F1), the one that counts (1F). */
  private readonly spellings = new Map<string, string>();
  /** Words by which rooms name levels. */
  private readonly ofRooms: ReadonlySet<string>;
  /** Features of which a property for a level says something else, with that property and its value. */
  private readonly otherwise = { grade: new Map<RawFeature, Word>(), storeys: new Map<RawFeature, Word>() };
  private readonly kindKeys: readonly string[];
  /** True if some file has more than devices. */
  private readonly hasRooms: boolean;
  /** Number of features without any level, but for devices: their level may be told by where they stand. */
  private astray = 0;

  constructor(found: readonly Found[], files: readonly InputFile[], { levels = [], keys }: Mapping) {
    this.mapped = levels;
    this.keys = keys?.level ?? [];
    this.kindKeys = keys?.kind ?? [];
    const rooms = found.filter(({ as }) => as !== 'device' && as !== 'none');
    this.ofRooms = new Set(rooms.flatMap(({ feature }) => this.words(feature).map(({ value }) => value)));
    // What names no level goes by its file, whatever names levels elsewhere.
    const silent = new Set(rooms.flatMap((one) => (this.said(one) === undefined ? [one.path] : [])));
    const called = [...silent].flatMap((path) => {
      const storey = storeyNamed(path);
      return storey === undefined ? [] : [[path, storey.key] as const];
    });
    this.spell([...called.map(([, key]) => key), ...[...rooms, ...found].flatMap((one) => this.said(one) ?? [])]);
    const said = new Set(found.filter(({ as }) => as !== 'none').flatMap((one) => this.said(one) ?? []));
    const drawn = new Set(found.flatMap(({ as, path }) => (as === 'device' || as === 'none' ? [] : [path])));
    // A file of devices is no level beside files of rooms, unless its name says which.
    const homes = drawn.size === 0 ? files : files.filter(({ path }) => drawn.has(path));
    this.hasRooms = drawn.size > 0;
    const others = files.flatMap((file) => (homes.includes(file) ? [] : (storeyNamed(file.path)?.number ?? [])));
    const isOne = homes.length === 1 && storeyNamed(homes[0].path) === undefined && new Set(others).size < 2;
    const counted = isOne
      ? homes
      : files.filter((file) => homes.includes(file) || storeyNamed(file.path) !== undefined);
    const named = new Map(counted.map(({ path }) => [path, storeyNamed(path)]));
    // 二层.geojson and cameras-2F.geojson are one storey, called as the file of rooms calls it.
    const storeys = new Map<number, NamedStorey>();
    for (const { path } of [...homes, ...counted]) {
      const storey = named.get(path);
      if (storey !== undefined && !storeys.has(storey.number)) storeys.set(storey.number, storey);
    }
    const isEach = [...named.values()].every((storey) => storey !== undefined);
    if (said.size > 0) {
      const byFile = new Map(called.map(([path, key]) => [path, this.spellings.get(key) ?? key]));
      if (byFile.size > 0) this.byFile = byFile;
      this.levels = merged(levels, [...new Set([...said, ...byFile.values()])]);
    } else if (counted.length < 2) this.levels = levelsCalled(['1F']);
    else if (storeys.size > 1 || isEach) {
      const keyOf = (storey: NamedStorey) => storeys.get(storey.number)?.key ?? storey.key;
      this.byFile = new Map(
        [...named].flatMap(([path, storey]) => (storey === undefined ? [] : [[path, keyOf(storey)]])),
      );
      this.levels = levelsNamed([...storeys.values()]);
    } else {
      this.byFile = drawingNames(counted);
      this.levels = levelsCalled([...new Set(this.byFile.values())]);
    }
  }

  of(found: Found): Pick<RawFeature, 'levels' | 'astray'> {
    const said = this.said(found);
    const key = said ?? this.byFile?.get(found.path);
    // The rooms may be in a source of another format, and the name of the file may say no storey of theirs.
    const isPlaced = this.hasRooms && (key !== undefined || storeyNamed(found.path) === undefined);
    const isStray = found.as === 'device' && said === undefined && !isPlaced;
    if (key !== undefined) return isStray ? { levels: [key], astray: true } : { levels: [key] };
    const levels = [this.all()[0].key];
    if (this.levels.length < 2 && !isStray) return { levels };
    if (found.as !== 'device') this.astray += 1;
    return { levels, astray: true };
  }

  /** Returns the levels, lowest first. */
  all(): SourceLevel[] {
    return [...this.levels].sort((a, b) => a.ordinal - b.ordinal || (a.key < b.key ? -1 : 1));
  }

  notes(): Note[] {
    const notes: Note[] = [];
    for (const sort of ['grade', 'storeys'] as const) {
      const words = [...this.otherwise[sort].values()];
      if (words.length === 0) continue;
      const keys = localizedList([...new Set(words.map(({ key }) => key))].map(quoted));
      const values = localizedList([...new Set(words.map(({ value }) => value))].map(quoted));
      notes.push({ sort: 'unknown', message: plain[sort]({ keys, values }), count: words.length });
    }
    if (this.byFile !== undefined) {
      notes.push({ sort: 'assumed', message: plain['by-file'], count: this.byFile.size });
    }
    if (this.astray > 0) {
      const message = plain.lowest({ level: this.all()[0].key });
      notes.push({ sort: 'assumed', message, count: this.astray });
    }
    return notes;
  }

  /** Takes names of levels that are one storey, and no other word, for the first of them; the mapping's for themselves. */
  private spell(keys: readonly string[]): void {
    const storeys = new Map<number, string>();
    const mapped = new Set(this.mapped.map(({ key }) => key));
    for (const key of new Set([...mapped, ...keys])) {
      const at = storeyAt(key);
      if (at?.text !== key) continue;
      const first = storeys.get(at.storey);
      if (first === undefined) storeys.set(at.storey, key);
      else if (!mapped.has(key)) this.spellings.set(key, first);
    }
  }

  /** Returns the level that a feature names or that the mapping gives its file; undefined if neither. */
  private said({ feature, path, as }: Found): string | undefined {
    const words = this.words(feature);
    const isBuilding = as !== 'device' && this.isBuilding(feature);
    const word = words.find((one) => {
      const isGrade = as === 'device' && this.isGrade(one.value);
      const sort = isCount(one.value, isBuilding) ? 'storeys' : isGrade ? 'grade' : undefined;
      if (sort !== undefined && as !== 'none') this.otherwise[sort].set(feature, one);
      return sort === undefined;
    });
    if (word !== undefined) {
      const { key: name, value } = word;
      const key = this.mapped.some((level) => level.key === value) ? value : storeyBy(name, value);
      return this.spellings.get(key) ?? key;
    }
    const file = path.split('/').at(-1) ?? path;
    spendOnWords(this.mapped.length, file.length);
    return this.mapped.find(({ files = [] }) => files.some((pattern) => isLike(pattern, file)))?.key;
  }

  /** Returns the properties of a feature that may name its level, in order of preference. */
  private words({ properties }: RawFeature): Word[] {
    return this.keys.flatMap((key) => {
      const value = Object.hasOwn(properties, key) ? String(properties[key]).trim() : '';
      return value === '' ? [] : [{ key, value }];
    });
  }

  /** True of a whole building, of which a number under the name of a level counts the storeys. */
  private isBuilding({ properties }: RawFeature): boolean {
    const kinds = this.kindKeys.map((key) => String(properties[key] ?? ''));
    return /^(?:yes|true)$/i.test(String(properties.building)) || kinds.some((kind) => BUILDING.test(kind));
  }

  /** True if the value grades a device: it is such a word, and names no level of the mapping or of rooms. */
  private isGrade(value: string): boolean {
    return GRADE.test(value) && !this.ofRooms.has(value) && !this.mapped.some(({ key }) => key === value);
  }
}

/** A property and its value. */
interface Word {
  readonly key: string;
  readonly value: string;
}

/** Kinds of a whole building. */
const BUILDING = /^(?:building|建筑物?|楼栋|楼宇|房屋)$/iu;

/** How a number of storeys is written: 共6层, 地上6层地下1层. */
const COUNT =
  /^[共总计][计共高]?\s*[\d一二三四五六七八九十]+\s*层|^(?:地上)?[\d一二三四五六七八九十]+层[、，,/\s]*地下[\d一二三四五六七八九十]+层/u;

/** True if the value says how many storeys a building has. */
function isCount(value: string, isBuilding: boolean): boolean {
  return COUNT.test(value) || (isBuilding && /^\d+$/.test(value));
}

/** Words that grade a device (level: high), where others name its storey. */
const GRADE =
  /^(?:high|low|medium|mid(?:dle)?|normal|critical|important|urgent|major|minor|[高中低](?:级|等|位)?|(?:很|非常|特别)?重要|一般|普通|关键|重点|[甲乙丙一二三四A-D]级|unknown|none|n\/?a|未知|无)$/iu;

/** Returns the value of a property that names a level. A bare number under a Chinese name counts from the first floor. */
function storeyBy(name: string, value: string): string {
  if (!/\p{Script=Han}/u.test(name) || !/^-?[1-9]\d?$/.test(value)) return value;
  return value.startsWith('-') ? `B${value.slice(1)}` : `${value}F`;
}

/** Returns the levels called so, as the mapping lists them; unlisted ones stand above. */
function merged(mapped: readonly MappingLevel[], called: readonly string[]): SourceLevel[] {
  if (mapped.length === 0) return levelsCalled(called);
  const known = new Set(mapped.map(({ key }) => key));
  const others = levelsCalled(called.filter((key) => !known.has(key)));
  const listed = levelsMapped(mapped);
  const above = Math.floor(Math.max(...listed.map(({ ordinal }) => ordinal))) + 1;
  return [
    ...listed.filter(({ key }) => called.includes(key)),
    ...others.map((level, i) => ({ ...level, ordinal: above + i })),
  ];
}

/** Returns the feature in metres; `unit` is metres per unit of the source. */
function scaled(feature: RawFeature, unit: number): RawFeature {
  if (unit === 1) return feature;
  const at = ([x, y]: Position): Position => [x * unit, y * unit];
  const shape = (one: RawShape): RawShape => {
    switch (one.type) {
      case 'Point':
        return { ...one, at: at(one.at) };
      case 'LineString':
        return { ...one, line: one.line.map(at) };
      case 'Polygon':
        return { ...one, rings: one.rings.map((ring) => ring.map(at)) };
    }
  };
  return { ...feature, shapes: feature.shapes.map(shape) };
}

function placed(problem: Unplaced, { path, bytes }: InputFile): SourceProblem {
  return {
    ...problem,
    at: locate(parseSource(path, bytes, { format: 'json', texts: 'any', limits: ANY_SIZE }).file, problem.place).start,
  };
}

/** Returns how many features have a third coordinate. */
function raisedIn({ features }: RawCollection): number {
  return features.filter((feature) => positionsIn(feature).some((position) => position.length > 2)).length;
}
