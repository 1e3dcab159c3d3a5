// What the word at an offset is by the format of plans: a key with what it says, a value with what it stands for.
import type { Locale, Localized } from '../../i18n/locale.js';
import { zoneKindCalled } from '../../plan/build/kinds.js';
import type { SourceFile } from '../../source/types.js';
import type { Candidate } from '../completion/candidate.js';
import { sourcesOf } from '../completion/completion.js';
import { fileFormOf, type KeyForm, keysOf, placeOf } from '../completion/format.js';
import { outlineOf } from '../completion/outline.js';
import { type Entry, readAround, textOf } from '../completion/reading.js';
import { valuesAt } from '../completion/values.js';
import type { OpenPlan } from '../types.js';

/** A key or value of a plan's text on which somebody rests the pointer, with its place and meaning. */
export interface Word {
  readonly at: 'key' | 'value';
  /** The word, without quotes. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Where the format says so, of a value: `zone.kind`. */
  readonly name: string;
  /** What its key says; undefined of a key that the format doesn't have, and of what the author named. */
  readonly key?: Localized;
  /** The key itself. */
  readonly keyName: string;
  /** What a value stands for; undefined if it is no word of a vocabulary. */
  readonly meaning?: Candidate;
}

/** Returns the word at an offset of a file of a plan; undefined if there is none that the format knows of. */
export function wordAt(plan: OpenPlan, file: SourceFile, offset: number, locale: Locale): Word | undefined {
  if (!plan.files.includes(file)) return undefined;
  const { root, cursor } = readAround(file, offset);
  if (cursor === undefined || cursor.from === cursor.to) return undefined;
  const form = fileFormOf(root, file === plan.files[0]);
  const { at, entry, from, to, self } = cursor;
  const text = file.text.slice(from, to);
  const place = placeOf(entry, form);
  if (place === undefined) return undefined;
  if (at === 'key') {
    const keyName = self?.key ?? text;
    const object = place.form.object;
    const key = object === undefined ? undefined : keyIn(keysOf(object, form), keyName);
    return { at, text, from, to, name: place.name, keyName, ...(key && { key }) };
  }
  const sources = sourcesOf(plan, file, outlineOf(root, form), { locale, typed: text });
  const written = place.name.endsWith('.kind') ? (zoneKindCalled(text, sources.pack) ?? text) : text;
  const meaning = valuesAt(place, entry, sources).find(({ word }) => word === written);
  const holder = keyed(entry);
  const around = holder?.parent && placeOf(holder.parent, form);
  const key =
    around?.form.object === undefined ? undefined : keyIn(keysOf(around.form.object, form), holder?.key ?? '');
  return {
    at,
    text: entry.kind === 'scalar' ? textOf(entry) : text,
    from,
    to,
    name: place.name,
    keyName: holder?.key ?? '',
    ...(key && { key }),
    ...(meaning && { meaning }),
  };
}

function keyIn(keys: Readonly<Record<string, KeyForm>>, key: string): KeyForm | undefined {
  return Object.hasOwn(keys, key) ? keys[key] : undefined;
}

/** Returns the value whose key leads to an entry: itself, or the list that it is an item of. */
function keyed(entry: Entry): Entry | undefined {
  return entry.key !== undefined || entry.parent === undefined ? entry : keyed(entry.parent);
}
