// Assembly of one document from all files of a plan.

import { append, groupBy } from '../../base/arrays.js';
import { spendBudget } from '../../base/budget.js';
import * as posix from '../../base/posix.js';
import type { Point } from '../../geometry/types.js';
import type { Text } from '../../i18n/catalogue.js';
import { capabilityMeantByName } from '../../law/names/devices.js';
import { hintOf, NO_HINT } from '../../source/hint.js';
import { type Limits, limitParams } from '../../source/limits.js';
import type { Parsed } from '../../source/parse/parse.js';
import { OUTSIDE_FOLDER } from '../../source/parse/reading.js';
import { child } from '../../source/place/pointer.js';
import { problemOf } from '../../source/problem.js';
import { limitText, schemaText, sourceText } from '../../source/texts.js';
import type { Place, SourceFile } from '../../source/types.js';
import type { Faults } from '../check/faults.js';
import { deviceKind, kindCalled, TRAITS } from '../kinds.js';
import type { Override, Unreadable } from '../model.js';
import { type Collection, isFeatureCollection, readCollection } from './geojson.js';
import type { FeatureElement } from './geojson-feature.js';
import { applyOverrides, LISTS, type Pinned, type Removal } from './overrides.js';
import { Provenance } from './provenance.js';
import { planText } from './texts.js';
import { type LengthUnit, lengthUnit, planInMetres } from './units.js';
import { isRecord, listIn, memberOf, textIn, type Unchecked } from './unknown.js';

/** Coordinate system of a file, once read: metres, or WGS 84 longitude and latitude in degrees. */
export type System = 'metres' | 'wgs84';

/** A plan put together of all its files, not yet checked against the schema, and what reading these found. */
export interface Assembled {
  /** As schemas/plan.read.schema.json spells it; undefined if there is nothing to check. */
  readonly value: unknown;
  readonly provenance: Provenance;
  /** Coordinate system of each file, by path. */
  readonly systems: ReadonlyMap<string, System>;
  /** Unit in which each file gives its coordinates, by path; undefined for degrees. */
  readonly units: ReadonlyMap<string, LengthUnit | undefined>;
  readonly files: readonly SourceFile[];
  readonly unreadable: readonly Unreadable[];
  readonly overrides?: readonly Override[];
  readonly pinned?: readonly Pinned[];
  readonly removals?: readonly Removal[];
  /** The first WGS 84 position in the order of a GeoJSON plan. */
  readonly first?: Point;
}

/** Gives the reader of a plan its files, within the limits on number and size. */
export interface PlanSources {
  /** Returns the parsed file at `path`; undefined if there is none. */
  parse(path: string): Parsed | typeof OUTSIDE_FOLDER | undefined;
  readonly limits: Limits;
  /** True if the plan may name files outside its folder. */
  readonly beyond: boolean;
  /** True if the files parsed so far are larger than a plan may be. */
  isTooMuch(): boolean;
}

/**
 * Returns the plan whose main file is `main`, put together with the files it refers to, which are read from `sources`.
 * Faults with which it can be read all the same are added to `faults`.
 */
export function assemble(main: Parsed & { ok: true }, sources: PlanSources, faults: Faults): Assembled {
  return isFeatureCollection(main.value)
    ? new Assembler(main.file, '/sitecam', sources, faults).assembleCollection(main.value)
    : new Assembler(main.file, '', sources, faults).assemble(main.value);
}

function strayed(element: FeatureElement, level: string, ids: readonly (string | undefined)[], faults: Faults): void {
  const known = ids.filter((id) => id !== undefined);
  const params = { id: element.id, reference: level, hint: hintOf(level, known) };
  const place = { ...element.place, pointer: `${element.place.pointer}/level` };
  faults.add('plan/unknown-reference', element.id, 'level', params, place, { site: true });
}

/** Returns `level` with the elements of a GeoJSON file before its own, and registers the places of both. */
function merge(
  level: Unchecked,
  pointer: string,
  elements: readonly FeatureElement[],
  root: { readonly path: string; readonly pointer: string },
  provenance: Provenance,
  faults: Faults,
): Unchecked {
  const merged: Record<string, unknown> = { ...level };
  for (const [key, element] of LISTS) {
    const written = memberOf(level, key);
    if (written !== undefined && !Array.isArray(written)) continue;
    const featured = elements.filter((candidate) => candidate.element === element && isDrawn(candidate, level, faults));
    if (featured.length === 0) continue;
    const own_ = written ?? [];
    const places = own_.map((_, index) => ({
      place: { path: root.path, pointer: child(root.pointer + pointer, key, index) },
    }));
    provenance.registerList(child(pointer, key), [...featured, ...places]);
    merged[key] = [...featured.map((feature) => feature.value), ...own_];
  }
  return merged;
}

function isDrawn(feature: FeatureElement, level: Unchecked, faults: Faults): boolean {
  if (feature.drawn) return true;
  const { id, element, place } = feature;
  // Nobody knows where on the level it is: a wall may hide anything there, an opening may let it be seen.
  const taints = {
    levels: levelsOf(feature, textIn(level, 'id') ?? ''),
    devices: element === 'device' && mayCapture(feature) ? [id] : [],
    elements: [id],
  };
  faults.add('plan/no-geometry', id, 'none', { id }, place, taints);
  return false;
}

/**
 * False for a device that certainly takes neither images nor sound: one that is taken away, or whose kind or own keys say
 * so. A type, a model or a name may mean a camera whatever these say.
 */
function mayCapture({ value }: FeatureElement): boolean {
  if (textIn(value, 'status') === 'removed') return false;
  const [type, model, name, word = ''] = ['type', 'model', 'name', 'kind'].map((key) => textIn(value, key));
  const kind = deviceKind(kindCalled(word) ?? word);
  if (type !== undefined || model !== undefined || kind === undefined || kind === 'camera') return true;
  const { images, sound } = capabilityMeantByName(name ?? '');
  const takes = (key: 'video' | 'audio') => (textIn(value, key) ?? TRAITS[kind][key]) !== 'none';
  return images || sound || takes('video') || takes('audio');
}

/** Returns the id of the level that an element is on, then of the others that it says it spans. */
function levelsOf({ value }: FeatureElement, level: string): string[] {
  const others = (listIn(value, 'levels') ?? []).filter((id) => typeof id === 'string');
  return [...new Set([level, ...others])];
}

/**
 * Budget steps for looking at a feature for a level, and for taking it there. Several levels may name the same file.
 */
const [LOOK, TAKE] = [2, 100];

/** Assembles a plan and the GeoJSON files that its levels name. */
class Assembler {
  private readonly provenance: Provenance;
  private readonly systems = new Map<string, System>();
  private readonly units = new Map<string, LengthUnit | undefined>();
  private readonly files: SourceFile[];
  private readonly unreadable: Unreadable[] = [];
  private readonly collections = new Map<string, Collection | undefined>();
  private readonly taken = new Set<FeatureElement>();

  /** @param base pointer to the plan's keys in its own file */
  constructor(
    private readonly file: SourceFile,
    private readonly base: string,
    private readonly sources: PlanSources,
    private readonly faults: Faults,
  ) {
    this.provenance = new Provenance(file.path, base);
    this.files = [file];
  }

  /** Returns the document of a plan in YAML or plain JSON. */
  assemble(written: unknown): Assembled {
    const { provenance, systems, units, files, unreadable } = this;
    if (!isRecord(written)) {
      unreadable.push(problemOf(planText.notAPlan, this.file.path));
      return { value: undefined, provenance, systems, units, files, unreadable };
    }
    const value = planInMetres(written);
    const coordinates = memberOf(value, 'coordinates');
    systems.set(this.file.path, coordinates === 'wgs84' ? 'wgs84' : 'metres');
    units.set(this.file.path, coordinates === 'wgs84' ? undefined : (lengthUnit(coordinates) ?? 'metres'));
    if (listIn(value, 'levels') === undefined) return { value, provenance, systems, units, files, unreadable };
    return this.withFeatures(value, []);
  }

  /** Returns the document of a GeoJSON plan, whose features come before those of the files that it names. */
  assembleCollection(value: Unchecked): Assembled {
    const { provenance, systems, units, files, unreadable } = this;
    const { path } = this.file;
    const { member, coordinates, unit, elements, first, unreadable: faulty } = readCollection(path, value);
    systems.set(path, coordinates);
    units.set(path, unit);
    const missing = (key: string, place: Place | string): void => {
      unreadable.push(problemOf(schemaText.missingKey({ key, hint: NO_HINT }), place));
    };
    if (member === undefined) missing('sitecam', path);
    append(unreadable, faulty);
    if (member === undefined) return { value: undefined, provenance, systems, units, files, unreadable };
    const { version, ...rest } = planInMetres(member);
    if (version === undefined) missing('version', this.root);
    else provenance.register('/sitecam', { path, pointer: '/sitecam/version' });
    const assembled = this.withFeatures({ coordinates: 'wgs84', ...rest, sitecam: version ?? 1 }, elements);
    return first === undefined ? assembled : { ...assembled, first };
  }

  private get root(): Place {
    return { path: this.file.path, pointer: this.base };
  }

  /** Returns the assembled plan of these keys. `own` are the features of the plan's own file. */
  private withFeatures(plan: Unchecked, own: readonly FeatureElement[]): Assembled {
    const { root, provenance, systems, units, files, unreadable, faults } = this;
    const levels = listIn(plan, 'levels');
    const ids = (levels ?? []).map((level) => (isRecord(level) ? textIn(level, 'id') : undefined));
    const merged = levels?.map((level, index) => {
      const id = ids[index];
      spendBudget(LOOK * own.length);
      const here = own.filter(
        (element) => (element.level ?? (ids.length === 1 ? id : undefined)) === id && id !== undefined,
      );
      return isRecord(level) ? this.level(level, `/levels/${index}`, plan, here) : level;
    });
    this.reportUntaken(ids, own);
    const collected = [...this.collections.values()].flatMap((one) => one?.elements ?? []);
    const features = groupBy([...own, ...collected], ({ id }) => id);
    const value = merged === undefined ? plan : { ...plan, levels: merged };
    const overridden = applyOverrides(value, { root, provenance, faults, features });
    append(unreadable, overridden.unreadable);
    const { value: stated, overrides, pinned, removals } = overridden;
    return { value: stated, provenance, systems, units, files, unreadable, overrides, pinned, removals };
  }

  /** Returns a level with the features of the plan's own file that are on it, and those of the file that it names. */
  private level(level: Unchecked, pointer: string, plan: Unchecked, own: readonly FeatureElement[]): Unchecked {
    const collection = this.collectionOf(level, pointer, plan);
    if (collection === undefined) return merge(level, pointer, own, this.root, this.provenance, this.faults);
    const id = textIn(level, 'id');
    spendBudget(LOOK * collection.elements.length);
    const elements = collection.elements.filter((element) => element.level === undefined || element.level === id);
    spendBudget(TAKE * elements.length);
    for (const element of elements) this.taken.add(element);
    const drawn = this.withDrawing(level, pointer, collection);
    return merge(drawn, pointer, [...own, ...elements], this.root, this.provenance, this.faults);
  }

  /** Returns the file of geometry that a level names; undefined if it names none, or if that can't be read. */
  private collectionOf(level: Unchecked, pointer: string, plan: Unchecked): Collection | undefined {
    const reference = textIn(level, 'geometry');
    if (reference === undefined) return undefined;
    const collection = this.collection(reference, `${pointer}/geometry`);
    if (
      collection?.coordinates === 'wgs84' &&
      memberOf(plan, 'origin') === undefined &&
      memberOf(plan, 'coordinates') !== 'wgs84'
    ) {
      this.refuse(planText.needsOrigin({ file: reference }), `${pointer}/geometry`);
    }
    return collection;
  }

  /** Returns the level with the CAD drawing that its geometry file names for it, unless the plan names one. */
  private withDrawing(level: Unchecked, pointer: string, { path, member }: Collection): Unchecked {
    const named = (member === undefined ? undefined : listIn(member, 'levels')) ?? [];
    const index = named.findIndex((one) => isRecord(one) && textIn(one, 'id') === textIn(level, 'id'));
    const one = named[index];
    const drawing = isRecord(one) ? memberOf(one, 'drawing') : undefined;
    if (drawing === undefined || memberOf(level, 'drawing') !== undefined) return level;
    this.provenance.register(child(pointer, 'drawing'), { path, pointer: child('/sitecam/levels', index, 'drawing') });
    return { ...level, drawing };
  }

  private collection(reference: string, pointer: string): Collection | undefined {
    const path = confinedPath(this.file.path, reference, this.sources.beyond);
    if (path === undefined) return this.refuse(planText.outsideFolder({ file: reference }), pointer);
    if (!this.collections.has(path)) {
      const isTooMany = this.collections.size >= this.sources.limits.files;
      this.collections.set(path, isTooMany ? this.beyond('files', pointer) : this.read(path, reference, pointer));
    }
    return this.collections.get(path);
  }

  private read(path: string, reference: string, pointer: string): Collection | undefined {
    if (this.sources.isTooMuch()) return undefined;
    const parsed = this.sources.parse(path);
    if (this.sources.isTooMuch()) return this.beyond('total', pointer);
    if (parsed === OUTSIDE_FOLDER) return this.refuse(planText.leadsOut({ file: reference }), pointer);
    if (parsed === undefined) return this.refuse(sourceText.missing({ file: reference }), pointer);
    this.files.push(parsed.file);
    if (!parsed.ok) {
      append(this.unreadable, parsed.problems);
      return undefined;
    }
    if (!isFeatureCollection(parsed.value)) return this.refuse(planText.notACollection({ file: reference }), pointer);
    const collection = readCollection(path, parsed.value);
    this.systems.set(path, collection.coordinates);
    this.units.set(path, collection.unit);
    append(this.unreadable, collection.unreadable);
    append(this.unreadable, unreadIn(collection));
    return collection;
  }

  private refuse(message: Text, pointer: string): undefined {
    this.unreadable.push(problemOf(message, { path: this.file.path, pointer: this.base + pointer }));
    return undefined;
  }

  /** Reports once that a limit is exceeded; nothing more is read then. */
  private beyond(name: 'files' | 'total', pointer: string): undefined {
    const message = limitText[name](limitParams(name, this.sources.limits[name]));
    if (!this.unreadable.some(({ code }) => code === message.id)) this.refuse(message, pointer);
    return undefined;
  }

  /**
   * Adds a fault for each feature of the plan's own file on no level, and of the others on one that doesn't name the
   * file, or doesn't exist.
   *
   * @param ids ids of the levels
   * @param own the features of the plan's own file
   */
  private reportUntaken(ids: readonly (string | undefined)[], own: readonly FeatureElement[]): void {
    for (const element of own) {
      const { id, level, place } = element;
      if (level === undefined && ids.length !== 1) {
        this.faults.add('plan/unknown-reference', id, 'no-level', { id }, place, { site: true });
      } else if (level !== undefined && !ids.includes(level)) strayed(element, level, ids, this.faults);
    }
    for (const collection of this.collections.values()) {
      for (const element of collection?.elements ?? []) {
        if (this.taken.has(element) || element.level === undefined) continue;
        if (!ids.includes(element.level)) strayed(element, element.level, ids, this.faults);
        else {
          const place = { ...element.place, pointer: `${element.place.pointer}/level` };
          const params = { id: element.id, reference: element.level };
          this.faults.add('plan/unknown-reference', element.id, 'untaken', params, place, {
            levels: levelsOf(element, element.level),
          });
        }
      }
    }
  }
}

/**
 * Returns a fault for each part of the member `sitecam` that states or changes elements. In a file of geometry only
 * features are elements, and the plan that names the file never sees the rest.
 */
function unreadIn({ path, member = {} }: Collection): Unreadable[] {
  const found: Unreadable[] = [];
  const add = (holder: Unchecked, pointer: string, key: string): void => {
    const written = memberOf(holder, key);
    if (written == null || (typeof written === 'object' && Object.keys(written).length === 0)) return;
    found.push(problemOf(planText.notOfGeometry({ key }), { path, pointer: child(pointer, key), key: true }));
  };
  add(member, '/sitecam', 'overrides');
  for (const [index, level] of (listIn(member, 'levels') ?? []).entries()) {
    if (!isRecord(level)) continue;
    for (const key of ['geometry', ...LISTS.map(([list]) => list)]) add(level, child('/sitecam/levels', index), key);
  }
  return found;
}

/**
 * Returns the path that `reference`, as written in the plan at `path`, leads to; it starts where `path` starts. Undefined
 * if it leads out of the plan's folder, or isn't a relative path: one from the root, or a URL.
 *
 * @param beyond true if it may lead out of that folder
 */
export function confinedPath(path: string, reference: string, beyond = false): string | undefined {
  if (reference === '' || /^[a-zA-Z][a-zA-Z0-9+.-]*:|^[\\/]|\\|\0/.test(reference)) return undefined;
  const relative = posix.normalize(reference);
  if (!beyond && (relative === '..' || relative.startsWith('../'))) return undefined;
  return posix.join(posix.dirname(path), relative);
}
