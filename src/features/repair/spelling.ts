// Misspelt keys, values, kinds, categories, roles and references of a plan.

import type { LintResult, Report } from '../../lint/types.js';
import type { Fault, Unreadable } from '../../plan/model.js';
import { ELEMENT_KINDS } from '../../plan/read/geojson-feature.js';
import { keysBeside, respell, wordAt } from '../../source/edit/respell.js';
import { child, parent } from '../../source/place/pointer.js';
import { keysCalled } from '../../source/schema/key-names.js';
import type { Place, SourceFile } from '../../source/types.js';
import { faultName, idOf } from './prove.js';
import { t } from './texts.js';
import type { Respelling } from './types.js';
import * as vocabularies from './vocabularies.js';
import { type Correction, meantBy, type RepairVocabulary } from './vocabularies.js';

/** A word that isn't one of those allowed in its place. */
interface Misspelt {
  readonly place: Place;
  /** Name of its fault; undefined if none is reported yet. */
  readonly fault: string | undefined;
  readonly vocabulary: RepairVocabulary;
  /** Words that can't be written there because they are there already. */
  readonly taken?: readonly string[];
}

/**
 * Returns respellings of the plan's misspelt keys, values, kinds, categories, roles and references; with a reason if
 * only suggested.
 */
export function misspellings(result: LintResult): Respelling[] {
  const files = new Map(result.files.map((file) => [file.path, file]));
  const words = result.ok
    ? result.site.faults.flatMap((fault) => inFault(fault, result))
    : result.unreadable.flatMap((fault) => inUnreadable(fault, files));
  const found = new Map<string, Respelling>();
  for (const { place, fault, vocabulary, taken } of words) {
    const file = files.get(place.path);
    const from = file && wordAt(file, place);
    const name = `${place.path}\0${place.pointer}`;
    if (file === undefined || from === undefined) continue;
    const meant = similar(from, place, vocabulary) ?? meantBy(from, vocabulary);
    if (meant === undefined || taken?.includes(meant.to) === true) continue;
    const edit = respell(file, place, meant.to);
    const why = meant.why ?? (edit === undefined ? t.marked : undefined);
    const faults = [...(found.get(name)?.faults ?? []), ...(fault === undefined ? [] : [fault])];
    const base = { place, from, faults, ...meant };
    found.set(name, { ...base, edits: edit === undefined ? [] : [edit], ...(why !== undefined && { why }) });
  }
  return [...found.values()];
}

/** Returns a doubtful correction for a key that other tools use for something perhaps not quite the same. */
function similar(from: string, place: Place, vocabulary: RepairVocabulary): Correction | undefined {
  if (place.key !== true) return undefined;
  const called = keysCalled(from, vocabulary.known).find(({ same }) => !same);
  return called && { to: called.key, how: 'name', why: t['other-sense'] };
}

function inUnreadable(fault: Unreadable, files: ReadonlyMap<string, SourceFile>): Misspelt[] {
  const { code, message, place } = fault;
  const file = files.get(place.path);
  const name = faultName(code, place);
  if (file === undefined) return [];
  if (code === 'schema/unknown-key' && fault.known !== undefined) {
    const inFeature = /^\/features\/\d+\/properties\/[^/]+$/.test(place.pointer);
    const known = inFeature ? [...fault.known, 'level'] : fault.known;
    const taken = keysBeside(file, place);
    return taken === undefined ? [] : [{ place, fault: name, vocabulary: vocabularies.keys(known), taken }];
  }
  const key = message.params.key;
  if (code !== 'schema/value' || typeof key !== 'string') return [];
  const known = fault.known ?? (key === 'element' ? ELEMENT_KINDS : undefined);
  return known === undefined ? [] : [{ place, fault: name, vocabulary: vocabularies.values(known) }];
}

function inFault(fault: Fault, { site, pack, files }: Report): Misspelt[] {
  const { place } = fault;
  const name = faultName(idOf(fault), place);
  const as = (vocabulary: RepairVocabulary, at: Place = place): Misspelt[] => [{ place: at, fault: name, vocabulary }];
  switch (idOf(fault)) {
    case 'plan/unknown-kind zone':
      return as(vocabularies.zoneKinds(pack));
    case 'plan/unknown-kind opening':
      return as(vocabularies.openingKinds());
    case 'plan/unknown-kind device':
      return [...as(vocabularies.deviceKinds(), written(place, files)), ...ofType(place, files)];
    case 'plan/unknown-kind other-kind':
      // If the type's kind is unknown, that is why the two differ.
      return ofType(place, files).map((word) => ({ ...word, fault: name }));
    case 'plan/unknown-category category':
      return as(vocabularies.categories(pack));
    case 'plan/unknown-role zone':
    case 'plan/unknown-role absent':
      return as(vocabularies.roles(pack));
    case 'plan/unknown-type type':
      return as({ known: typesIn(files) });
    case 'plan/unknown-reference level':
      return as({ known: site.levels.map(({ id }) => id) });
    case 'plan/unknown-reference area':
      return as({ known: site.levels.flatMap(({ zones }) => zones.map(({ id }) => id)) });
    case 'plan/unknown-reference override':
      return as({ known: elementIds(site) });
    case 'plan/unknown-reference opening': {
      const ids = site.levels.flatMap(({ openings }) => openings.map(({ id }) => id));
      return as({ known: ids }, written(place, files));
    }
    default:
      return [];
  }
}

function elementIds({ levels }: Report['site']): readonly string[] {
  return levels.flatMap(({ zones, walls, openings, devices, signs }) =>
    [...zones, ...walls, ...openings, ...devices, ...signs].map(({ id }) => id),
  );
}

/** Returns the pointer to the device types in a plan's own file. */
export function typesPointer({ format, text }: SourceFile): string {
  return format === 'json' && /"type"\s*:\s*"FeatureCollection"/.test(text) ? '/sitecam/deviceTypes' : '/deviceTypes';
}

/** Returns the names of the types that the plan's own file defines. */
function typesIn([main]: readonly SourceFile[]): readonly string[] {
  return (main && keysBeside(main, { path: main.path, pointer: child(typesPointer(main), '') })) ?? [];
}

/** Returns the misspelt kind of the type of a device whose own kind is at `place`; [] if that kind is known. */
function ofType(place: Place, files: readonly SourceFile[]): Misspelt[] {
  const vocabulary = vocabularies.deviceKinds();
  const [main] = files;
  const at = inType(place, files);
  const kind = at && main && wordAt(main, at);
  if (at === undefined || kind === undefined || vocabulary.known.includes(kind)) return [];
  return [{ place: at, fault: undefined, vocabulary }];
}

/** Returns the place where the key of a device is written: with it, or else with its type. */
function written(place: Place, files: readonly SourceFile[]): Place {
  const file = files.find(({ path }) => path === place.path);
  const token = parent(place.pointer)?.token;
  const own = file && token !== undefined ? keysBeside(file, place)?.includes(token) : undefined;
  return own === false ? (inType(place, files) ?? place) : place;
}

/** Returns the place in a device's type of the key that `place` names with the device itself. */
function inType({ path, pointer }: Place, files: readonly SourceFile[]): Place | undefined {
  const [main] = files;
  const file = files.find((one) => one.path === path);
  const holder = parent(pointer);
  if (file === undefined || main === undefined || holder === undefined) return undefined;
  const type = wordAt(file, { path, pointer: child(holder.pointer, 'type') });
  return type === undefined ? undefined : { path: main.path, pointer: child(typesPointer(main), type, holder.token) };
}
