import { zoneKind } from '../../law/lookup.js';
import { kindMeantByName } from '../../law/names.js';
import type { Pack } from '../../law/types.js';
import { valueUnder } from '../mapping/match.js';
import type { Mapping } from '../mapping/types.js';
import { nameOf, namesOf } from '../names.js';
import type { Note } from '../notes.js';
import type { RawFeature } from '../types.js';
import { categoriesOf, imdfKind, listedKind, mappedKind } from './category.js';
import { isPrivate, kindByWords } from './named.js';
import { nearestKind } from './nearest.js';
import { kindByCategoryWords, kindByOwnWords } from './told.js';

/** What a room is for: a kind of the pack; or `other`, and what the source calls what we don't know. */
export interface RoomKind {
  readonly kind: string;
  readonly untold: string | undefined;
  /** To be told once for all rooms alike. */
  readonly note?: Pick<Note, 'sort' | 'message'>;
}

/**
 * Tells the kind of a room: by a category that the mapping's `kinds` or the pack's lists have, by its names, by the words
 * of a category that no list has. What none of them tells is `other`.
 *
 * A name in a language that linting doesn't read (Umkleide) wins over the category of a room that isn't private, and that
 * is noted; of one that it reads (更衣室), linting says that they contradict each other.
 */
export function kindOfRoom(feature: RawFeature, mapping: Mapping, pack: Pack): RoomKind {
  const categories = categoriesOf(feature, mapping);
  const names = (mapping.keys?.name ?? ['name']).flatMap((key) => namesOf(feature.properties, key));
  const named = kindByNames(
    names.map(({ text }) => text),
    mapping,
    pack,
  );
  const name = nameOf(feature.properties, mapping.keys?.name ?? ['name']) ?? '';
  const listed = categories.map(
    (category) => mappedKind(category, mapping) ?? listedKind(category, feature.format, pack),
  );
  const known = listed.find((kind) => kind !== undefined && kind !== 'other');
  if (known !== undefined) {
    // Linting reads these names itself, and says that the name means another kind.
    const read = kindMeantByName(pack, name) !== undefined;
    return { kind: known, untold: undefined, ...(!read && onlyPrivate(known, named, name, pack)) };
  }
  const spoken = categories.filter(({ speaks }) => speaks);
  const [worded] = spoken.flatMap(({ value }) => kindByCategoryWords(value, pack) ?? []);
  const told = named ?? worded;
  if (told !== undefined) return { kind: told, untold: undefined, ...onlyPrivate(worded, named, name, pack) };
  // A category of the list for which the pack has no kind: a theatre, a terrace.
  if (categories.some(({ speaks }, index) => speaks && listed[index] === 'other'))
    return { kind: 'other', untold: undefined };
  return untold(
    spoken[0]?.value,
    valueUnder(feature, mapping.keys?.kind ?? []),
    names.map(({ text }) => text),
    pack,
  );
}

/** Where a category and a name contradict each other and one of them is private: that one, and what is to be said of it. */
function onlyPrivate(
  given: string | undefined,
  named: string | undefined,
  name: string,
  pack: Pack,
): Pick<RoomKind, 'kind' | 'note'> | undefined {
  if (given === undefined || named === undefined || isPrivate(given, pack) === isPrivate(named, pack)) return undefined;
  const kind = isPrivate(given, pack) ? given : named;
  const params = { name, given: said(given, pack), named: said(named, pack), kind: said(kind, pack) };
  return { kind, note: { sort: 'assumed', message: { id: 'kinds/contradiction', params } } };
}

/** The kind that any of a room's names tells, the user's words first; one that is private before others. */
function kindByNames(names: readonly string[], { names: own = {} }: Mapping, pack: Pack): string | undefined {
  const [first] = names.flatMap((name) => kindByOwnWords(name, own) ?? []);
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

function said(kind: string, pack: Pack): { readonly zh: string; readonly en: string } {
  return { zh: zoneKind(pack, kind)?.name.zh ?? kind, en: kind };
}
