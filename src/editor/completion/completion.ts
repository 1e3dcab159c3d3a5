// The door of completion: what can be typed at a place of a plan's text.
import type { CompletionList, Position } from 'vscode-languageserver-types';
import { once } from '../../base/memo.js';
import type { Locale } from '../../i18n/locale.js';
import { SHIPPED } from '../../models/table.js';
import type { SourceFile } from '../../source/types.js';
import { packFor } from '../plan.js';
import { offsetAt } from '../text.js';
import type { OpenPlan } from '../types.js';
import type { Candidate } from './candidate.js';
import { type FileForm, fileFormOf, keysOf, type Place, placeOf } from './format.js';
import { itemsOf } from './item.js';
import { missingKeys } from './keys.js';
import { type Outline, outlineOf, outlineOfFile } from './outline.js';
import { piecesOf } from './pieces.js';
import { type Cursor, type Entry, readAround, textOf } from './reading.js';
import { elements, type Sources, valuesAt } from './values.js';

/**
 * Returns what can be typed at a position of a plan's text, or of a file that it refers to: keys, values, whole items. The
 * text may be broken there, as it mostly is while somebody types. What is listed matches what is typed before the
 * position, by id, by name, by pinyin; the edit replaces the whole word.
 *
 * @param options.snippets false for an editor that takes no places to fill in
 */
export function completionsAt(
  plan: OpenPlan,
  path: string,
  position: Position,
  locale: Locale,
  { snippets = true }: { readonly snippets?: boolean } = {},
): CompletionList {
  const file = plan.files.find((one) => one.path === path);
  if (file === undefined) return NOTHING;
  const offset = offsetAt(file, position);
  const { root, cursor } = readAround(file, offset);
  if (cursor === undefined || file.text.slice(cursor.from, cursor.to).includes('\n')) return NOTHING;
  const form = fileFormOf(root, file === plan.files[0]);
  const typed = file.text.slice(cursor.from, offset);
  const sources = once(() => sourcesOf(plan, file, outlineOf(root, form), { locale, typed }));
  const offer = offerAt(cursor, form, sources);
  if (offer === undefined) return NOTHING;
  const candidates = snippets ? offer.candidates : offer.candidates.map(withoutPlaces);
  return { isIncomplete: true, items: itemsOf(candidates, file, offset, offer.cursor) };
}

/** Returns a candidate whose text has no places to fill in but what they offer, for editors that have none. */
function withoutPlaces({ snippet, ...candidate }: Candidate): Candidate {
  if (snippet === undefined) return candidate;
  const text = snippet.replace(/\$\{\d+:([^}]*)\}|\$\{\d+\|([^,|]*)[^}]*\}|\$0/g, '$1$2');
  return { ...candidate, text };
}

const NOTHING: CompletionList = { isIncomplete: false, items: [] };

/**
 * Returns the sources of the values that completion offers in a file of the plan. `own` is the outline of that file as
 * it stands; `typing.typed` the text of the word before the cursor.
 */
export function sourcesOf(
  plan: OpenPlan,
  file: SourceFile,
  own: Outline,
  typing: { readonly locale: Locale; readonly typed: string },
): Sources {
  const outlines = plan.files.map((one) => (one === file ? own : outlineOfFile(one)));
  const [{ region, categories, types }] = outlines;
  return {
    ...typing,
    levels: outlines.flatMap(({ levels }) => levels),
    elements: outlines.flatMap((outline) => outline.elements),
    types,
    region,
    categories,
    pack: packFor(plan, { region, categories }),
    catalogues: plan.options.catalogues ?? SHIPPED,
  };
}

/** What is offered, and the cursor at which it is written. */
interface Offer {
  readonly cursor: Cursor;
  readonly candidates: readonly Candidate[];
}

function offerAt(cursor: Cursor, file: FileForm, sources: () => Sources): Offer | undefined {
  const { at, entry, self, starts } = cursor;
  const place = placeOf(entry, file);
  if (place === undefined) return undefined;
  if (at === 'key') return { cursor, candidates: keysAt(place, entry, self, file, sources()) };
  const isItem = entry.parent?.kind === 'list';
  const { form } = place;
  if (form.items !== undefined && starts === 'line') {
    // Its first item, which has no dash yet.
    const item: Entry = { parent: entry, key: undefined, kind: 'empty', text: '', entries: [] };
    return offerAt({ ...cursor, entry: item, starts: 'dash' }, file, sources);
  }
  if (form.object !== undefined || form.each !== undefined) {
    const { locale, elements: drawn, levels } = sources();
    const taken = new Set([...drawn, ...levels].map(({ id }) => id));
    const pieces = isItem || starts === 'dash' ? piecesOf(form.object ?? '', cursor, locale, taken) : [];
    // On a line of its own a value may begin with its first key.
    const keys = starts === 'inline' ? [] : keysAt(place, entry, undefined, file, sources());
    return { cursor, candidates: [...pieces, ...keys] };
  }
  if (form.items !== undefined && starts === 'inline') {
    const lists = listsAt(cursor, file, sources());
    if (lists.length > 0) return { cursor, candidates: lists };
  }
  const siblings = isItem && entry.parent !== undefined ? entry.parent.entries.filter((one) => one !== entry) : [];
  const taken = new Set(siblings.map(textOf));
  const candidates = valuesAt(place, entry, sources()).filter(({ word }) => !taken.has(word));
  return { cursor, candidates };
}

/** Returns the lists of one word that may be the value at a cursor where no bracket is written yet. */
function listsAt({ entry, style }: Cursor, file: FileForm, sources: Sources): readonly Candidate[] {
  const item: Entry = { parent: { ...entry, kind: 'list' }, key: undefined, kind: 'empty', text: '', entries: [] };
  const place = placeOf(item, file);
  if (place === undefined) return [];
  const spelled = (word: string) => (style === 'json' ? JSON.stringify(word) : word);
  return valuesAt(place, item, sources).map((one) => ({ ...one, snippet: `[${spelled(one.word)}$0]` }));
}

/** Returns the keys that the object at `entry` may have and doesn't have yet; `self` is the one at the cursor. */
function keysAt(
  { form, name }: Place,
  entry: Entry,
  self: Entry | undefined,
  file: FileForm,
  sources: Sources,
): readonly Candidate[] {
  const taken = new Set(entry.entries.filter((one) => one !== self).flatMap(({ key }) => key ?? []));
  if (name.endsWith('.overrides')) {
    return elements(sources)
      .filter(({ word }) => !taken.has(word))
      .map((one) => ({ ...one, isKey: true }));
  }
  return form.object === undefined ? [] : missingKeys(keysOf(form.object, file), taken, sources.locale);
}
