// Finds the zone kinds that a zone's name means.

import type { Pack, ZoneKind } from '../types.js';
import { chineseMatch, chineseWhole } from './chinese.js';
import { englishMatch } from './english.js';
import { foldName, hasHan, hasLatin, splitBrackets, splitJoint } from './text.js';
import { type KindVocabulary, type Match, vocabularyOf } from './vocabulary.js';

/**
 * Most characters of a name that are read. Only the end of a name says what it means, and an untrusted plan may hold
 * names of any length.
 */
const LONGEST_NAME = 200;

/**
 * Returns the private kind that a zone's name means (女卫生间, 更衣室2, "Women's toilets"); undefined if it means none.
 *
 * A name means a kind if it ends in a word for it; the longest such word wins: 卫生间门口走廊 is a corridor, 更衣室清洁用品库 a store,
 * 化妆品店 a shop. If several private kinds share the word (包间, 浴室), the result is `declared`, the kind the plan gives the
 * zone, provided it is one of them.
 */
export function kindMeantByName(pack: Pack, name: string, declared?: string): ZoneKind | undefined {
  const readings = readingsOf(vocabularyOf(pack), name);
  for (const { kinds } of readings) {
    const own = kinds.find((kind) => kind.id === declared);
    const meant = own ?? kinds.find((kind) => isPrivate(pack, kind));
    if (meant !== undefined && isPrivate(pack, meant)) return meant;
  }
  return undefined;
}

/**
 * Returns all kinds, private or not, that `name` may mean by the word it ends in; for guessing the kind of a zone
 * without one. Empty if the name ends in a known word and yet means no kind (非更衣室); undefined if it ends in no known
 * word.
 */
export function kindsNamed(pack: Pack, name: string): readonly ZoneKind[] | undefined {
  const readings = readingsOf(vocabularyOf(pack), name);
  return (readings.find(({ kinds }) => kinds.length > 0) ?? readings[0])?.kinds;
}

function isPrivate(pack: Pack, kind: ZoneKind): boolean {
  return pack.prohibitions.some((row) => row.kinds.includes(kind.id));
}

/**
 * Returns the meaning of the name, then that of its brackets unless they only say where a public zone lies: 走廊（卫生间）.
 */
function readingsOf(vocabulary: KindVocabulary, name: string): Match[] {
  const { base, inner } = splitBrackets(foldName(name).slice(-LONGEST_NAME));
  const outer = partsOf(vocabulary, base);
  const inPublic = outer.some(({ kinds }) => kinds.some((kind) => kind.public));
  const bracketed = inPublic
    ? []
    : inner.flatMap((text) => chineseWhole(text, vocabulary.zh) ?? englishAlone(vocabulary, text));
  return [...outer, ...bracketed];
}

/**
 * Returns one meaning per use in a name of joint uses (更衣室兼库房); a single meaning if the last part is a compound
 * (厕所/浴室走廊).
 */
function partsOf(vocabulary: KindVocabulary, base: string): Match[] {
  const parts = splitJoint(base);
  const last = parts.length > 1 ? (languages(vocabulary, parts[parts.length - 1])[0] ?? undefined) : undefined;
  const compound = last !== undefined && last.before !== '';
  return (compound || parts.length < 2 ? [base] : parts).flatMap((part) => languages(vocabulary, part));
}

/** Returns the meanings in both languages of a name like 女卫生间 Women's toilet. */
function languages(vocabulary: KindVocabulary, text: string): Match[] {
  const spoken = text.replace(/[a-z][a-z'’.]+/g, ' ').trim();
  const zh = hasHan(text) ? (chineseMatch(text, vocabulary.zh) ?? chineseMatch(spoken, vocabulary.zh)) : undefined;
  const tail = text.replace(/^.*\p{Script=Han}/su, '');
  const en = hasLatin(tail) ? englishMatch(tail, vocabulary.en) : undefined;
  return [zh, en].filter((match) => match !== undefined);
}

function englishAlone(vocabulary: KindVocabulary, text: string): Match[] {
  const found = hasHan(text) || !hasLatin(text) ? undefined : englishMatch(text, vocabulary.en);
  return found === undefined ? [] : [found];
}
