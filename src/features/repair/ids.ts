// Repair of ids with characters that aren't allowed, and of references to them.

import type { Report } from '../../lint/types.js';
import type { Fault } from '../../plan/model.js';
import { isRecord, listIn, memberOf, type Unchecked } from '../../plan/read/unknown.js';
import { respell, wordAt } from '../../source/edit/respell.js';
import { readValue } from '../../source/parse/parse.js';
import { child } from '../../source/place/pointer.js';
import type { Place, SourceFile } from '../../source/types.js';
import { faultName } from './faults.js';
import type { RepairMessage } from './messages.js';
import type { SpellingRepairs } from './spelling.js';
import type { RepairCandidate, SpellingDoubt } from './types.js';

/** An id as it stands in a file, and the kind of thing it names. */
interface Mention {
  readonly place: Place;
  readonly id: string;
  readonly is: 'level' | 'opening' | 'element';
}

/**
 * Returns repairs that remove forbidden characters from ids and from every reference to them, and the ids left in
 * doubt.
 */
export function invalidIds(report: Report): SpellingRepairs {
  const { site } = report;
  const faults = site.faults.filter(({ rule }) => rule === 'plan/invalid-id');
  const candidates: RepairCandidate[] = [];
  const doubts: SpellingDoubt[] = [];
  if (faults.length === 0) return { candidates, doubts };
  const mentions = site.files.flatMap((file) => mentionsIn(file, site.files[0] === file));
  const borne = mentions.filter(({ place }) => bears(place)).map(({ id }) => id);
  const taken = new Set(borne);
  const wanted = faults.map(({ subject }) => nearestValidId(subject));
  for (const fault of faults) {
    const to = nearestValidId(fault.subject);
    if (to === '') continue;
    const contested = wanted.filter((other) => other === to).length > 1;
    const why = contested ? 'repair/taken' : doubtOf(fault, to, borne, taken, report);
    const candidate = why === undefined ? renamed(fault, to, mentions, site.files) : why;
    if (typeof candidate === 'string') {
      doubts.push({ place: fault.place, from: fault.subject, to, why: { id: candidate, params: {} } });
      continue;
    }
    candidates.push(candidate);
  }
  return { candidates, doubts };
}

function doubtOf(
  { subject }: Fault,
  to: string,
  borne: readonly string[],
  taken: ReadonlySet<string>,
  { site }: Report,
): RepairMessage | undefined {
  if (taken.has(to)) return 'repair/taken';
  // Which of two elements a reference means only the author can say.
  if (borne.filter((id) => id === subject).length > 1) return 'repair/several';
  const waived = site.waivers.some(
    (waiver) => waiver.subject.includes(subject) || waiver.subject.split(/[>/@:]/).includes(to),
  );
  return waived ? 'repair/waiver' : undefined;
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

/** Returns a repair of the id and every reference to it, or the message that says what prevents it. */
function renamed(
  fault: Fault,
  to: string,
  mentions: readonly Mention[],
  files: readonly SourceFile[],
): RepairCandidate | RepairMessage {
  const { subject, place } = fault;
  const own = mentions.find((mention) => mention.place.path === place.path && mention.place.pointer === place.pointer);
  if (own === undefined) return 'repair/marked';
  const others = mentions.filter((mention) => mention !== own && mention.id === subject && mention.is === own.is);
  const edits = [];
  for (const mention of [own, ...others]) {
    const file = files.find(({ path }) => path === mention.place.path);
    const edit = file && wordAt(file, mention.place) === subject ? respell(file, mention.place, to) : undefined;
    if (edit === undefined) return mention === own ? 'repair/marked' : 'repair/references';
    edits.push(edit);
  }
  return {
    place,
    from: subject,
    to,
    how: 'id',
    edits,
    faults: [faultName(`${fault.rule} ${fault.message.id}`, place)],
  };
}

function bears({ pointer }: Place): boolean {
  return pointer.endsWith('/id');
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
