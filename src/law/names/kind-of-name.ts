// Finds the zone kinds that a zone's name means.

import type { Pack, ZoneKind } from '../types.js';
import { englishMatch } from './english.js';
import { foldName, hasHan, hasLatin, splitBrackets, splitJoint, withoutTail } from './text.js';
import { type KindVocabulary, type Match, vocabularyOf, vocabularyOn, type WordTable } from './vocabulary.js';

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
 *
 * @param categories of the site: some words mean a kind on some sites alone
 */
export function kindMeantByName(
  pack: Pack,
  name: string,
  declared?: string,
  categories: readonly string[] = [],
): ZoneKind | undefined {
  const readings = readingsOf(vocabularyOn(pack, categories), name);
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

/** Endings that may follow the word for the kind without changing it: 卫生间（女）2号, 更衣室A, 客房内. */
const TAILS = [
  /[^\p{L}\p{N}]+$/u,
  /(?:no\.?)?[a-z]?\d+[a-z]?(?:号|人间|间|室|房|层|楼|f|区|型|床)?$/u,
  /[甲乙丙丁戊一二三四五六七八九十]+号?$/u,
  /(?:区域|内部|里面|内侧|内|里)$/u,
  /(?:男女|男士|女士|男|女|公用|公共|东侧|西侧|南侧|北侧|东|西|南|北)$/u,
  /(?<![a-z])[a-z]$/u,
];

/** Words before the kind's word in a name that only says where something leads or lies: 通往卫生间, 非更衣室. */
const APPROACH =
  /(?:非|至|到|往|通向|面向|朝向|走向|正对|面对|门对|斜对|^对|毗邻|紧邻|邻近|靠近|临近|接近|(?<!附)近|连接|不含|不设|无)$/u;

/** Qualifiers that may precede the kind's word in a name that must hold nothing else: 女, 一层, 2号. */
const QUALIFIER =
  /^(?:男女|男士|女士|男|女|公共|公用|无障碍|内部|员工|职工|[\d一二三四五六七八九十]+(?:号|层|楼|f)?|[a-z]\d*)+$/u;

/**
 * Returns the kinds whose word ends `text` (folded, without brackets), the longest word first; undefined if no word
 * does.
 */
function chineseMatch(text: string, terms: WordTable): Match | undefined {
  const whole = terms.whole.get(numberless(text));
  if (whole !== undefined) return { kinds: whole, before: '' };
  for (let rest = text; rest !== ''; rest = withoutTail(rest, TAILS)) {
    const found = endingIn(rest, terms);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Returns `text` without numbers around it: 1号卫, 卫2. */
function numberless(text: string): string {
  return text.replace(/^[\d一二三四五六七八九十]+(?:号|层|楼|f)?|[a-z]?-?\d+[a-z]?(?:号|#)?$/gu, '');
}

/** Returns the kinds of `text` if it is just their word, with at most a qualifier before it (女卫生间); else undefined. */
function chineseWhole(text: string, terms: WordTable): Match | undefined {
  const found = chineseMatch(text, terms);
  return found !== undefined && (found.before === '' || QUALIFIER.test(found.before)) ? found : undefined;
}

function endingIn(text: string, terms: WordTable): Match | undefined {
  for (let length = Math.min(terms.longest, text.length); length > 0; length--) {
    const kinds = terms.byWord.get(text.slice(-length));
    if (kinds === undefined) continue;
    const before = text.slice(0, -length);
    return { kinds: APPROACH.test(before) ? [] : kinds, before };
  }
  return undefined;
}
