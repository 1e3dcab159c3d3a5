// Assembly of one document from all files of a plan.

import { append } from '../../base/arrays.js';
import { spendBudget } from '../../base/budget.js';
import * as posix from '../../base/posix.js';
import type { Point } from '../../geometry/types.js';
import type { Text } from '../../i18n/catalogue.js';
import { hintOf, NO_HINT } from '../../source/hint.js';
import { type Limits, limitParams } from '../../source/limits.js';
import type { Parsed } from '../../source/parse/parse.js';
import { OUTSIDE_FOLDER } from '../../source/parse/reading.js';
import { child } from '../../source/place/pointer.js';
import { problemOf } from '../../source/problem.js';
import { limitText, schemaText, sourceText } from '../../source/texts.js';
import type { SourceFile } from '../../source/types.js';
import type { Faults } from '../check/faults.js';
import type { Override, Unreadable } from '../model.js';
import { type Collection, isFeatureCollection, readCollection } from './geojson.js';
import type { FeatureElement } from './geojson-feature.js';
import { applyOverrides, LISTS, type Pinned, type Removal } from './overrides.js';
import { Provenance } from './provenance.js';
import { planText } from './texts.js';
import { planInMetres } from './units.js';
import { isRecord, listIn, memberOf, textIn, type Unchecked } from './unknown.js';

/** Coordinate system of a file, once read: metres, or WGS 84 longitude and latitude in degrees. */
export type System = 'metres' | 'wgs84';

/** One document made of all files of a plan, not yet checked against the schema. */
export interface Assembled {
  /** As schemas/plan.read.schema.json spells it; undefined if there is nothing to check. */
  readonly value: unknown;
  readonly provenance: Provenance;
  /** Coordinate system of each file, by path. */
  readonly systems: ReadonlyMap<string, System>;
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

/** Returns the document of the plan whose main file is `main`, after reading the files it refers to. */
export function assemble(main: Parsed & { ok: true }, sources: PlanSources, faults: Faults): Assembled {
  return isFeatureCollection(main.value)
    ? assembleCollection(main.file, main.value, faults)
    : new Assembler(main.file, sources, faults).assemble(main.value);
}

function assembleCollection(file: SourceFile, value: Unchecked, faults: Faults): Assembled {
  const { path } = file;
  const collection = readCollection(path, value);
  const systems = new Map([[path, collection.coordinates]]);
  const provenance = new Provenance(path, '/sitecam');
  const { member } = collection;
  if (member === undefined) {
    const missing = problemOf(schemaText.missingKey({ key: 'sitecam', hint: NO_HINT }), path);
    return { value: undefined, provenance, systems, files: [file], unreadable: [missing, ...collection.unreadable] };
  }
  const { version, ...rest } = planInMetres(member);
  if (version !== undefined) provenance.register('/sitecam', { path, pointer: '/sitecam/version' });
  const levels = listIn(rest, 'levels') ?? [];
  const ids = levels.map((level) => (isRecord(level) ? textIn(level, 'id') : undefined));
  const merged = levels.map((level, index) => {
    spendBudget(LOOK * collection.elements.length);
    const taken = collection.elements.filter(
      (element) =>
        (element.level ?? (levels.length === 1 ? ids[0] : undefined)) === ids[index] && ids[index] !== undefined,
    );
    return isRecord(level)
      ? merge(level, `/levels/${index}`, taken, { path, pointer: '/sitecam' }, provenance, faults)
      : level;
  });
  for (const element of collection.elements) {
    if (element.level === undefined && levels.length !== 1) {
      faults.add('plan/unknown-reference', element.id, 'no-level', { id: element.id }, element.place, { site: true });
    } else if (element.level !== undefined && !ids.includes(element.level))
      strayed(element, element.level, ids, faults);
  }
  const unreadable = [...collection.unreadable];
  if (version === undefined)
    unreadable.push(problemOf(schemaText.missingKey({ key: 'version', hint: NO_HINT }), { path, pointer: '/sitecam' }));
  const levelled = listIn(rest, 'levels') !== undefined ? { levels: merged } : {};
  const assembled = { coordinates: 'wgs84', ...rest, sitecam: version ?? 1, ...levelled };
  const root = { path, pointer: '/sitecam' };
  const features = new Map(collection.elements.map((element) => [element.id, element]));
  const overridden = applyOverrides(assembled, { root, provenance, faults, features });
  append(unreadable, overridden.unreadable);
  const { value: stated, overrides, pinned, removals } = overridden;
  const result = { value: stated, provenance, systems, files: [file], unreadable, overrides, pinned, removals };
  const { first } = collection;
  return first === undefined ? result : { ...result, first };
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
  const levels = [textIn(level, 'id') ?? ''];
  const taints = { levels, devices: element === 'device' ? [id] : [], elements: [id] };
  faults.add('plan/no-geometry', id, 'none', { id }, place, taints);
  return false;
}

/**
 * Budget steps for looking at a feature for a level, and for taking it there. Several levels may name the same file.
 */
const [LOOK, TAKE] = [2, 100];

/** Assembles a YAML (or plain JSON) plan and the GeoJSON files that its levels name. */
class Assembler {
  private readonly provenance: Provenance;
  private readonly systems = new Map<string, System>();
  private readonly files: SourceFile[];
  private readonly unreadable: Unreadable[] = [];
  private readonly collections = new Map<string, Collection | undefined>();
  private readonly taken = new Set<FeatureElement>();

  constructor(
    private readonly file: SourceFile,
    private readonly sources: PlanSources,
    private readonly faults: Faults,
  ) {
    this.provenance = new Provenance(file.path);
    this.files = [file];
  }

  assemble(written: unknown): Assembled {
    const { provenance, systems, files, unreadable } = this;
    if (!isRecord(written)) {
      unreadable.push(problemOf(planText.notAPlan, this.file.path));
      return { value: undefined, provenance, systems, files, unreadable };
    }
    const value = planInMetres(written);
    systems.set(this.file.path, memberOf(value, 'coordinates') === 'wgs84' ? 'wgs84' : 'metres');
    const levels = listIn(value, 'levels');
    if (levels === undefined) return { value, provenance, systems, files, unreadable };
    const merged = levels.map((level, index) =>
      isRecord(level) ? this.level(level, `/levels/${index}`, value) : level,
    );
    this.reportUntaken(levels);
    const features = new Map(
      [...this.collections.values()].flatMap((one) => one?.elements.map((element) => [element.id, element]) ?? []),
    );
    const root = { path: this.file.path, pointer: '' };
    const context = { root, provenance, faults: this.faults, features };
    const overridden = applyOverrides({ ...value, levels: merged }, context);
    append(unreadable, overridden.unreadable);
    const { value: stated, overrides, pinned, removals } = overridden;
    return { value: stated, provenance, systems, files, unreadable, overrides, pinned, removals };
  }

  private level(level: Unchecked, pointer: string, plan: Unchecked): Unchecked {
    const reference = textIn(level, 'geometry');
    if (reference === undefined) return level;
    const collection = this.collection(reference, `${pointer}/geometry`);
    if (collection === undefined) return level;
    if (
      collection.coordinates === 'wgs84' &&
      memberOf(plan, 'origin') === undefined &&
      memberOf(plan, 'coordinates') !== 'wgs84'
    ) {
      this.refuse(planText.needsOrigin({ file: reference }), `${pointer}/geometry`);
    }
    const id = textIn(level, 'id');
    spendBudget(LOOK * collection.elements.length);
    const elements = collection.elements.filter((element) => element.level === undefined || element.level === id);
    spendBudget(TAKE * elements.length);
    for (const element of elements) this.taken.add(element);
    const drawn = this.withDrawing(level, pointer, collection);
    return merge(drawn, pointer, elements, { path: this.file.path, pointer: '' }, this.provenance, this.faults);
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
    append(this.unreadable, collection.unreadable);
    return collection;
  }

  private refuse(message: Text, pointer: string): undefined {
    this.unreadable.push(problemOf(message, { path: this.file.path, pointer }));
    return undefined;
  }

  /** Reports once that a limit is exceeded; nothing more is read then. */
  private beyond(name: 'files' | 'total', pointer: string): undefined {
    const message = limitText[name](limitParams(name, this.sources.limits[name]));
    if (!this.unreadable.some(({ code }) => code === message.id)) this.refuse(message, pointer);
    return undefined;
  }

  /** Adds a fault for each feature on a level that doesn't name its file, or on a level that doesn't exist. */
  private reportUntaken(levels: readonly unknown[]): void {
    const ids = levels.map((level) => (isRecord(level) ? textIn(level, 'id') : undefined));
    for (const collection of this.collections.values()) {
      for (const element of collection?.elements ?? []) {
        if (this.taken.has(element) || element.level === undefined) continue;
        if (!ids.includes(element.level)) strayed(element, element.level, ids, this.faults);
        else {
          const place = { ...element.place, pointer: `${element.place.pointer}/level` };
          const params = { id: element.id, reference: element.level };
          this.faults.add('plan/unknown-reference', element.id, 'untaken', params, place, { levels: [element.level] });
        }
      }
    }
  }
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
