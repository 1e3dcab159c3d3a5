// Repair of ids with characters that aren't allowed, and of references to them.

import type { Text } from '../../i18n/catalogue.js';
import type { Report } from '../../lint/types.js';
import type { Fault } from '../../plan/model.js';
import { isRecord, listIn, memberOf, type Unchecked } from '../../plan/read/unknown.js';
import { respell } from '../../source/edit/respell.js';
import type { TextEdit } from '../../source/edit/splice.js';
import { readValue } from '../../source/parse/parse.js';
import { child } from '../../source/place/pointer.js';
import type { Place, SourceFile } from '../../source/types.js';
import { faultName, idOf } from './prove.js';
import { t } from './texts.js';
import type { Respelling } from './types.js';

/** An id as it stands in a file, and the kind of thing it names. */
interface Mention {
  readonly place: Place;
  readonly id: string;
  readonly is: 'level' | 'opening' | 'element';
}

/**
 * Returns respellings that remove forbidden characters from ids and from every reference to them; with a reason if in
 * doubt.
 */
export function invalidIds(report: Report): Respelling[] {
  const faults = report.site.faults.filter(({ rule }) => rule === 'plan/invalid-id');
  if (faults.length === 0) return [];
  const { files } = report;
  const mentions = files.flatMap((file) => mentionsIn(file, files[0] === file));
  const borne = mentions.filter(({ place }) => place.pointer.endsWith('/id')).map(({ id }) => id);
  const wanted = faults.map(({ subject }) => nearestValidId(subject));
  return faults.flatMap((fault, index): Respelling[] => {
    const { subject: from, place } = fault;
    const to = wanted[index];
    if (to === '') return [];
    const base = { place, from, to, how: 'id', faults: [faultName(idOf(fault), place)] } as const;
    const contested = wanted.filter((other) => other === to).length > 1;
    const why = contested ? t.taken : doubtOf(from, to, borne, report);
    const made = why ?? renamed(fault, to, mentions, files);
    return [Array.isArray(made) ? { ...base, edits: made } : { ...base, edits: [], why: made }];
  });
}

function doubtOf(from: string, to: string, borne: readonly string[], { site }: Report): Text | undefined {
  if (borne.includes(to)) return t.taken;
  // Which of two elements a reference means only the author can say.
  if (borne.filter((id) => id === from).length > 1) return t.several;
  const waived = site.waivers.some(({ subject }) => subject.includes(from) || subject.split(/[>/@:]/).includes(to));
  return waived ? t.waiver : undefined;
}

/**
 * Returns the nearest allowed id: in Unicode normal form C, without invisible characters, with hyphens for white space,
 * `>` and `/`. May be ''.
 */
export function nearestValidId(id: string): string {
  return id
    .normalize('NFC')
    .replace(/(?!\s)[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/^[\s>/]+|[\s>/]+$/gu, '')
    .replace(/[\s>/]+/gu, '-')
    .normalize('NFC');
}

/** Returns the edits of the id and of every reference to it, or the text that says what prevents them. */
function renamed(
  { subject, place }: Fault,
  to: string,
  mentions: readonly Mention[],
  files: readonly SourceFile[],
): TextEdit[] | Text {
  const own = mentions.find((mention) => mention.place.path === place.path && mention.place.pointer === place.pointer);
  if (own === undefined) return t.marked;
  const others = mentions.filter((mention) => mention !== own && mention.id === subject && mention.is === own.is);
  const edits: TextEdit[] = [];
  for (const mention of [own, ...others]) {
    const file = files.find(({ path }) => path === mention.place.path);
    const edit = file && respell(file, mention.place, to);
    if (edit === undefined) return mention === own ? t.marked : t.references;
    edits.push(edit);
  }
  return edits;
}

/** Returns every id in a file and every reference to one, in their order. */
function mentionsIn(file: SourceFile, isMain: boolean): Mention[] {
  const found: Mention[] = [];
  const add = (pointer: string, holder: Unchecked, key: string, is: Mention['is']): void => {
    const id = memberOf(holder, key);
    if (typeof id === 'string') found.push({ place: { path: file.path, pointer: child(pointer, key) }, id, is });
  };
  const element = (pointer: string, one: Unchecked, is: Mention['is']): void => {
    add(pointer, one, 'id', is);
    add(pointer, one, 'opening', 'opening');
    for (const [index, level] of (listIn(one, 'levels') ?? []).entries()) {
      const place = { path: file.path, pointer: child(pointer, 'levels', index) };
      if (typeof level === 'string') found.push({ place, id: level, is: 'level' });
    }
  };
  const value = recordOf(readValue(file));
  const collection = memberOf(value, 'type') === 'FeatureCollection';
  const base = collection ? '/sitecam' : '';
  const plan = isMain ? (collection ? recordOf(memberOf(value, 'sitecam')) : value) : {};
  for (const [pointer, level] of records(`${base}/levels`, plan, 'levels')) {
    add(pointer, level, 'id', 'level');
    for (const list of ['zones', 'walls', 'openings', 'devices', 'signs']) {
      for (const [at, one] of records(`${pointer}/${list}`, level, list)) {
        element(at, one, list === 'openings' ? 'opening' : 'element');
      }
    }
  }
  for (const [id, keys] of Object.entries(recordOf(memberOf(plan, 'overrides')))) {
    const pointer = child(`${base}/overrides`, id);
    const place = { path: file.path, pointer, key: true as const };
    // An override doesn't say what it is about, so both are taken; ids are unique in the whole plan.
    found.push({ place, id, is: 'element' }, { place, id, is: 'opening' });
    element(pointer, recordOf(keys), 'element');
  }
  for (const [type, keys] of Object.entries(recordOf(memberOf(plan, 'deviceTypes')))) {
    add(child(`${base}/deviceTypes`, type), recordOf(keys), 'opening', 'opening');
  }
  for (const [pointer, feature] of collection ? records('/features', value, 'features') : []) {
    const properties = recordOf(memberOf(feature, 'properties'));
    const is = memberOf(properties, 'element') === 'opening' ? 'opening' : 'element';
    element(`${pointer}/properties`, properties, is);
    add(`${pointer}/properties`, properties, 'level', 'level');
    if (memberOf(properties, 'id') === undefined) add(pointer, feature, 'id', is);
  }
  return found;
}

function recordOf(value: unknown): Unchecked {
  return isRecord(value) ? value : {};
}

/** Returns the objects in the list `key` of `holder`, with their pointers. */
function records(pointer: string, holder: Unchecked, key: string): (readonly [string, Unchecked])[] {
  return (listIn(holder, key) ?? []).map((one, index) => [child(pointer, index), recordOf(one)]);
}
