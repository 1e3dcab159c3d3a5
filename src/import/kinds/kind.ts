import type { Localized } from '../../i18n/locale.js';
import type { Pack } from '../../law/types.js';
import { valueUnder } from '../mapping/match.js';
import type { Mapping, MappingRule } from '../mapping/types.js';
import type { Note } from '../notes.js';
import { nameOf, namesOf } from '../support/names.js';
import type { ImportFormat, RawFeature } from '../types.js';
import { imdfKind, listedKind, mappedKind, type SourceCategory, sourceCategories } from './category.js';
import { kindByCategoryWords, kindFromWords } from './kind-from-words.js';
import { isPrivate, kindByWords } from './named.js';
import { nearestKind } from './nearest.js';
import { conflictNote, isPrivateRoom, kindWords, privateWithin } from './private.js';

/** What a room is for: a kind of the pack; or `other`, and what the source calls what we don't know. */
export interface RoomKind {
  readonly kind: string;
  readonly untold: string | undefined;
  /** To be told once for all rooms alike. */
  readonly note?: Pick<Note, 'sort' | 'message'>;
}

/**
 * Tells the kind of a room: by the rule that takes it, by a category that the mapping's `kinds` or the pack's lists have, by
 * its names, by the words of a category that no list has. What none of them tells is `other`. Of statements that contradict
 * each other a private one wins, and that is noted; of what only stands in the room, as private.ts says.
 *
 * @param rule the one that takes the room: what it asks of a room it has translated into its own kind
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

/** A category and what it means. */
interface Meaning extends SourceCategory {
  /** By the mapping or the pack's lists. */
  readonly listed: string | undefined;
  /** By its words, where no list has it. */
  readonly worded: string | undefined;
}

function meaningOf(category: SourceCategory, format: ImportFormat, mapping: Mapping, pack: Pack): Meaning {
  const { value, speaks, within } = category;
  const listed = mappedKind(category, mapping) ?? listedKind(category, format, pack);
  if (listed !== undefined) return { ...category, listed, worded: undefined };
  // What stands in a room has to say that it is one: a hotel in it makes it no hotel room.
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

/** The kind by the first statement that tells one, whatever others say. */
function harmlessKind({ meanings, names, named, feature, mapping, pack }: Sayings): RoomKind {
  const known = meanings.find(({ listed }) => listed !== undefined && listed !== 'other')?.listed;
  const spoken = meanings.filter(({ speaks }) => speaks);
  const told = known ?? named ?? spoken.find(({ worded }) => worded !== undefined)?.worded;
  if (told !== undefined) return { kind: told, untold: undefined };
  // A category of the list for which the pack has no kind: a theatre, a terrace.
  if (spoken.some(({ listed }) => listed === 'other')) return { kind: 'other', untold: undefined };
  return untold(spoken[0]?.value, valueUnder(feature, mapping.keys?.kind ?? []), names, pack);
}

/** One statement of what a room is for. */
interface Statement {
  readonly kind: string;
  /** In the source's words. */
  readonly said: string | Localized;
  readonly by: 'rule' | 'category' | 'name' | 'within';
  readonly shared?: boolean;
}

/** All that is said of a room's use, the weightiest first. */
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

/** What is told of a room with the private one of the statements about it, where they contradict each other. */
function contradicted(told: RoomKind, statements: readonly Statement[], pack: Pack): RoomKind {
  const harmless = statements.find(({ kind, by }) => by !== 'within' && !isPrivate(kind, pack));
  const secret = statements.find(({ kind, by, shared }) =>
    // An amenity of several rooms may be in any of them; rooms/label.ts sees them all.
    by === 'within' && shared === true && harmless !== undefined ? false : isPrivateRoom(kind, pack),
  );
  if (secret === undefined) return told;
  if (harmless === undefined) return { kind: secret.kind, untold: undefined };
  const { kind } = secret;
  if (secret.by === 'name' || (harmless.by === 'name' && secret.by !== 'within')) {
    const [given, named] = secret.by === 'name' ? [harmless, secret] : [secret, harmless];
    const params = {
      name: secret.by === 'name' ? secret.said : harmless.said,
      given: kindWords(given.kind, pack),
      named: kindWords(named.kind, pack),
      kind: kindWords(kind, pack),
    };
    return { kind, untold: undefined, note: { sort: 'assumed', message: { id: 'kinds/contradiction', params } } };
  }
  const end = secret.by === 'within' ? privateWithin(harmless.kind, pack) : 'won';
  const note = conflictNote(end, { given: harmless.said, said: secret.said, kind }, pack);
  if (end === 'open') return { kind: 'other', untold: bothSaid(harmless, secret), note };
  return { kind: end === 'won' ? kind : harmless.kind, untold: undefined, note };
}

function bothSaid(...statements: readonly Statement[]): string {
  return statements.map(({ kind, said }) => (typeof said === 'string' ? said : kind)).join(' / ');
}

/** The kind that any of a room's names tells, the user's words first; one that is private before others. */
function kindByNames(names: readonly string[], { names: own = {} }: Mapping, pack: Pack): string | undefined {
  const [first] = names.flatMap((name) => kindFromWords(name, own) ?? []);
  if (first !== undefined) return first;
  const kinds = names.flatMap((name) => kindByWords(name, pack) ?? kindOfCategoryName(name, pack) ?? []);
  return kinds.find((kind) => isPrivate(kind, pack)) ?? kinds[0];
}

/** A name that is a category's: Library. */
function kindOfCategoryName(name: string, pack: Pack): string | undefined {
  const kind = imdfKind(name.toLowerCase().replace(/[^\p{L}]/gu, ''), pack);
  return kind === 'other' ? undefined : kind;
}

/** @param raw what stands where a use should, also where that says nothing */
function untold(value: string | undefined, raw: string | undefined, names: readonly string[], pack: Pack): RoomKind {
  const other = (untoldAs: string, message: Note['message']): RoomKind => ({
    kind: 'other',
    untold: untoldAs,
    note: { sort: 'unknown', message },
  });
  if (value !== undefined) {
    return other(value, { id: 'kinds/unknown', params: { value, hint: hintOfPart(value) ?? hint(value, pack) } });
  }
  const name = names.find((text) => withoutNumbers(text) !== '');
  if (name === undefined) return other(raw ?? '', { id: 'kinds/untold', params: {} });
  const word = withoutNumbers(name);
  return other(name, { id: 'kinds/unknown-name', params: { name: word, hint: hint(word, pack) } });
}

/** Characters of a name that are shown. */
const LONGEST_NAME = 80;

/** Rooms that are numbered through are one unknown: Aula 1, Aula 2. Empty for what is a number or a code alone: 101, TR0. */
function withoutNumbers(name: string): string {
  const bare = name
    .slice(0, LONGEST_NAME)
    .replace(/(?<![\p{L}\d])\p{L}{0,3}[-.]?\d[\d.,/-]*\p{L}?(?!\p{L})/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,:;/-]+|[\s.,:;/№#-]+$/gu, '');
  return /\p{L}{2}|[\p{Script=Han}\p{Script=Katakana}]/u.test(bare) ? bare : '';
}

/** What polygons of a source are that nobody would call rooms, by the words for them; and what a mapping calls those. */
const PARTS: readonly (readonly [string, RegExp])[] = [
  ['wall', /^(?:walls?|columns?|pillars?|partitions?|墙体?|柱子?|隔断)$/i],
  ['opening', /^(?:doors?|windows?|门|窗户?|门窗)$/i],
  ['outline', /^(?:building[_ -]?)?outlines?$|^(?:外|建筑)轮廓$/i],
];

function hintOfPart(value: string): { readonly zh: string; readonly en: string } | undefined {
  const part = PARTS.find(([, words]) => words.test(value.trim()))?.[0];
  if (part === undefined) return undefined;
  return {
    zh: `；看来不是区域，请用 --mapping 写明（as: ${part}）`,
    en: `; it seems to be no zone: say so with --mapping (as: ${part})`,
  };
}

function hint(value: string, pack: Pack): { readonly zh: string; readonly en: string } {
  const kind = nearestKind(value, pack);
  if (kind === undefined) return { zh: '', en: '' };
  return { zh: `；最接近：${kind.name.zh}（${kind.id}）`, en: `; nearest: ${kind.id}` };
}
