// The zone kind of a room from all that its source gives: rule, category, names.

import { memoize } from '../../base/memo.js';
import type { Localized } from '../../i18n/locale.js';
import { zoneKind } from '../../law/lookup.js';
import type { Pack, ZoneKind } from '../../law/types.js';
import { slips } from '../../source/suggest.js';
import { valueUnder } from '../mapping/match.js';
import type { Mapping, MappingRule } from '../mapping/types.js';
import type { Note } from '../notes.js';
import { nameOf, namesOf } from '../support/names.js';
import type { ImportFormat, RawFeature } from '../types.js';
import { imdfKind, listedKind, mappedKind, type SourceCategory, sourceCategories } from './category.js';
import { kindByCategoryWords, kindFromWords } from './kind-from-words.js';
import { isPrivate, kindByWords } from './named.js';
import { conflictNote, isPrivateRoom, kindWords, privateWithin } from './private.js';
import { foldedName } from './reading.js';
import { t } from './texts.js';
import hints from './words/hints.json' with { type: 'json' };

/** Zone kind of a room, with the source's word if the import doesn't know it. */
export interface RoomKind {
  readonly kind: string;
  readonly untold: string | undefined;
  /** Note for the import record; equal notes are recorded once. */
  readonly note?: Pick<Note, 'sort' | 'message'>;
}

/**
 * Returns the zone kind of a room: by the rule that takes it, by a category in the mapping's `kinds` or the pack's
 * lists, by its names, by the words of an unlisted category; `other` if none of them gives one. If these contradict
 * each other, a private kind wins and a note records it. For things that only stand in the room see kinds/private.ts.
 *
 * @param rule rule that takes the room; properties it tests don't count again if it gives a kind
 */
export function kindOfRoom(feature: RawFeature, mapping: Mapping, pack: Pack, rule?: MappingRule): RoomKind {
  const isOpen = (key: string) => rule?.kind === undefined || !Object.hasOwn(rule.where, key);
  const nameKeys = (mapping.keys?.name ?? ['name']).filter(isOpen);
  const names = nameKeys.flatMap((key) => namesOf(feature.properties, key)).map(({ text }) => text);
  const meanings = sourceCategories(feature, mapping)
    .filter(({ key }) => isOpen(key))
    .map((category) => meaningOf(category, feature.format, mapping, pack));
  const named = kindByNames(names, mapping, pack);
  const base = rule?.kind === undefined ? harmlessKind({ meanings, names, named, feature, mapping, pack }) : undefined;
  const told = base ?? { kind: rule?.kind ?? 'other', untold: undefined };
  return contradicted(told, statementsOf(meanings, named, nameOf(feature.properties, nameKeys), rule, pack), pack);
}

/** A category and the zone kind it gives. */
interface Meaning extends SourceCategory {
  /** Kind by the mapping or the pack's lists. */
  readonly listed: string | undefined;
  /** Kind by its words, if no list has it. */
  readonly worded: string | undefined;
}

function meaningOf(category: SourceCategory, format: ImportFormat, mapping: Mapping, pack: Pack): Meaning {
  const { value, speaks, within } = category;
  const listed = mappedKind(category, mapping) ?? listedKind(category, format, pack);
  if (listed !== undefined) return { ...category, listed, worded: undefined };
  // A thing inside a room must name a kind of room: a hotel in it makes it no hotel room.
  const byWords = within ? kindByWords(value.replace(/[_.\s]+/g, ' ').trim(), pack) : kindByCategoryWords(value, pack);
  return { ...category, listed, worded: speaks || within ? byWords : undefined };
}

interface Sayings {
  readonly meanings: readonly Meaning[];
  readonly names: readonly string[];
  readonly named: string | undefined;
  readonly feature: RawFeature;
  readonly mapping: Mapping;
  readonly pack: Pack;
}

/** Returns the kind by the first statement that gives one, whatever the others give. */
function harmlessKind({ meanings, names, named, feature, mapping, pack }: Sayings): RoomKind {
  const known = meanings.find(({ listed }) => listed !== undefined && listed !== 'other')?.listed;
  const spoken = meanings.filter(({ speaks }) => speaks);
  const told = known ?? named ?? spoken.find(({ worded }) => worded !== undefined)?.worded;
  if (told !== undefined) return { kind: told, untold: undefined };
  // A category in the list for which the pack has no kind: a theatre, a terrace.
  if (spoken.some(({ listed }) => listed === 'other')) return { kind: 'other', untold: undefined };
  return untold(spoken[0]?.value, valueUnder(feature, mapping.keys?.kind ?? []), names, pack);
}

/** One statement about the use of a room. */
interface Statement {
  readonly kind: string;
  /** Words of the source. */
  readonly said: string | Localized;
  readonly by: 'rule' | 'category' | 'name' | 'within';
  readonly shared?: boolean;
}

/** Returns all statements about a room's use, the strongest first. */
function statementsOf(
  meanings: readonly Meaning[],
  named: string | undefined,
  name: string | undefined,
  rule: MappingRule | undefined,
  pack: Pack,
): readonly Statement[] {
  const of = (by: 'category' | 'within') =>
    meanings.flatMap(({ value, speaks, within, shared, listed, worded }): Statement[] => {
      const kind = listed ?? worded;
      if (kind === undefined || within !== (by === 'within') || (kind === 'other' && !speaks)) return [];
      return [{ kind, said: value, by, shared }];
    });
  return [
    ...(rule?.kind === undefined ? [] : [{ kind: rule.kind, said: kindWords(rule.kind, pack), by: 'rule' as const }]),
    ...of('category'),
    ...(named === undefined ? [] : [{ kind: named, said: name ?? '', by: 'name' as const }]),
    ...of('within'),
  ];
}

/** Returns `told`, or the private kind if another statement contradicts it. */
function contradicted(told: RoomKind, statements: readonly Statement[], pack: Pack): RoomKind {
  const harmless = statements.find(({ kind, by }) => by !== 'within' && !isPrivate(kind, pack));
  const secret = statements.find(({ kind, by, shared }) =>
    // An amenity assigned to several rooms may be in any of them; rooms/label.ts sees them all.
    by === 'within' && shared === true && harmless !== undefined ? false : isPrivateRoom(kind, pack),
  );
  if (secret === undefined) return told;
  if (harmless === undefined) return { kind: secret.kind, untold: undefined };
  const { kind } = secret;
  if (secret.by === 'name' || (harmless.by === 'name' && secret.by !== 'within')) {
    const [given, named] = secret.by === 'name' ? [harmless, secret] : [secret, harmless];
    const message = t.contradiction({
      name: secret.by === 'name' ? secret.said : harmless.said,
      given: kindWords(given.kind, pack),
      named: kindWords(named.kind, pack),
      kind: kindWords(kind, pack),
    });
    return { kind, untold: undefined, note: { sort: 'assumed', message } };
  }
  const end = secret.by === 'within' ? privateWithin(harmless.kind, pack) : 'won';
  const note = conflictNote(end, { given: harmless.said, said: secret.said, kind }, pack);
  if (end === 'open') return { kind: 'other', untold: bothSaid(harmless, secret), note };
  return { kind: end === 'won' ? kind : harmless.kind, untold: undefined, note };
}

function bothSaid(...statements: readonly Statement[]): string {
  return statements.map(({ kind, said }) => (typeof said === 'string' ? said : kind)).join(' / ');
}

/**
 * Returns the kind that any name of the room gives; undefined if none. The user's words come first, then private kinds.
 */
function kindByNames(names: readonly string[], { names: own = {} }: Mapping, pack: Pack): string | undefined {
  const [first] = names.flatMap((name) => kindFromWords(name, own) ?? []);
  if (first !== undefined) return first;
  const kinds = names.flatMap((name) => kindByWords(name, pack) ?? kindOfCategoryName(name, pack) ?? []);
  return kinds.find((kind) => isPrivate(kind, pack)) ?? kinds[0];
}

/** Returns the kind of a name that is an IMDF category (Library); undefined if none. */
function kindOfCategoryName(name: string, pack: Pack): string | undefined {
  const kind = imdfKind(name.toLowerCase().replace(/[^\p{L}]/gu, ''), pack);
  return kind === 'other' ? undefined : kind;
}

/**
 * Returns kind `other` with a note on the unknown use.
 *
 * @param raw value under the key of uses, even one that says nothing
 */
function untold(value: string | undefined, raw: string | undefined, names: readonly string[], pack: Pack): RoomKind {
  const other = (untoldAs: string, message: Note['message']): RoomKind => ({
    kind: 'other',
    untold: untoldAs,
    note: { sort: 'unknown', message },
  });
  if (value !== undefined) return other(value, t.unknown({ value, hint: hintOfPart(value) ?? hint(value, pack) }));
  const name = names.find((text) => withoutNumbers(text) !== '');
  if (name === undefined) return other(raw ?? '', t.untold);
  const word = withoutNumbers(name);
  return other(name, t['unknown-name']({ name: word, hint: hint(word, pack) }));
}

/** Characters shown of a name. */
const LONGEST_NAME = 80;

/**
 * Returns `name` without numbers and codes, so that numbered rooms count as one unknown (Aula 1, Aula 2). Empty if
 * nothing but a number or code remains (101, TR0).
 */
function withoutNumbers(name: string): string {
  const bare = name
    .slice(0, LONGEST_NAME)
    .replace(/(?<![\p{L}\d])\p{L}{0,3}[-.]?\d[\d.,/-]*\p{L}?(?!\p{L})/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,:;/-]+|[\s.,:;/№#-]+$/gu, '');
  return /\p{L}{2}|[\p{Script=Han}\p{Script=Katakana}]/u.test(bare) ? bare : '';
}

/** Words for polygons that are no rooms, and what a mapping calls them. */
const PARTS: readonly (readonly [string, RegExp])[] = [
  ['wall', /^(?:walls?|columns?|pillars?|partitions?|墙体?|柱子?|隔断)$/i],
  ['opening', /^(?:doors?|windows?|门|窗户?|门窗)$/i],
  ['outline', /^(?:building[_ -]?)?outlines?$|^(?:外|建筑)轮廓$/i],
];

function hintOfPart(value: string): Localized | undefined {
  const part = PARTS.find(([, words]) => words.test(value.trim()))?.[0];
  return part === undefined ? undefined : t.noZone({ part });
}

function hint(value: string, pack: Pack): Localized {
  const kind = nearestKind(value, pack);
  return kind === undefined ? t.noHint : t.nearest({ name: kind.name.zh, id: kind.id });
}

/**
 * Returns the zone kind that an unknown word most likely means: by a list of common words, else the name, synonym or
 * category at the smallest edit distance. Only suggested, never applied. Undefined if nothing is near.
 */
export function nearestKind(value: string, pack: Pack): ZoneKind | undefined {
  const word = spelled(value);
  const known: Readonly<Record<string, string>> = hints;
  if (Object.hasOwn(known, word)) return zoneKind(pack, known[word]);
  const words = word.split(' ');
  let best: { readonly kind: ZoneKind; readonly distance: number } | undefined;
  for (const kind of pack.zoneKinds) {
    if (kind.id === 'other') continue;
    for (const other of wordsOf(kind)) {
      const distance = distanceBetween(words, other);
      if (distance !== undefined && (best === undefined || distance < best.distance)) best = { kind, distance };
    }
  }
  return best?.kind;
}

/** Returns what a kind is called, each as a list of words. */
const wordsOf = memoize(({ id, name, synonyms, imdf, osm }: ZoneKind): readonly (readonly string[])[] => {
  const tags = osm.map((tag) => tag.slice(tag.indexOf('=') + 1)).filter((tag) => tag !== '*' && tag !== 'yes');
  return [id, name.zh, name.en, ...synonyms.zh, ...synonyms.en, ...imdf, ...tags].map((one) => spelled(one).split(' '));
});

function spelled(text: string): string {
  return foldedName(text)
    .replace(/[_.\s-]+/g, ' ')
    .trim();
}

/** Letters of a word per allowed slip. With more slips it is another word: waste room is no washroom. */
const LETTERS_A_SLIP = 5;

/** Returns the slips between two texts, word by word; undefined if a pair of words is too different. */
function distanceBetween(ours: readonly string[], theirs: readonly string[]): number | undefined {
  if (ours.length !== theirs.length) return undefined;
  let sum = 0;
  for (const [index, word] of ours.entries()) {
    const other = theirs[index];
    const most = Math.floor(Math.max(word.length, other.length) / LETTERS_A_SLIP);
    // Words differ by at least as many slips as letters.
    if (Math.abs(word.length - other.length) > most) return undefined;
    const distance = slips(word, other);
    if (distance > most) return undefined;
    sum += distance;
  }
  return sum;
}
