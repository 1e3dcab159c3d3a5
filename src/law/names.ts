import { chineseMatch, chineseWhole } from './names/chinese.js';
import { englishMatch } from './names/english.js';
import { foldName, hasHan, hasLatin, splitBrackets, splitJoint } from './names/text.js';
import { type Match, type Vocabulary, vocabularyOf } from './names/vocabulary.js';
import type { Pack, ZoneKind } from './types.js';

/** Only the end of a name can say what it means; a plan is untrusted and may hold names without end. */
const LONGEST_NAME = 200;

/**
 * The private kind that a zone's name means (女卫生间, 更衣室2, "Women's toilets"), undefined where it means none.
 *
 * A name means a kind when it ends in a word for it, the longest such word winning: 卫生间门口走廊 is a corridor,
 * 更衣室清洁用品库 a store, 化妆品店 a shop. Of several private kinds that share the word (包间, 浴室), `declared`,
 * the kind the zone is given, is taken where it is one of them.
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
 * All kinds, private or not, that `name` may mean by the word it ends in; for guessing the kind of what has none. Empty
 * where it ends in a known word and yet means none (非更衣室), undefined where it ends in no word of the vocabulary.
 */
export function kindsNamed(pack: Pack, name: string): readonly ZoneKind[] | undefined {
  const readings = readingsOf(vocabularyOf(pack), name);
  return (readings.find(({ kinds }) => kinds.length > 0) ?? readings[0])?.kinds;
}

function isPrivate(pack: Pack, kind: ZoneKind): boolean {
  return pack.prohibitions.some((row) => row.kinds.includes(kind.id));
}

/** What the name says, then what its brackets say where they aren't just where a public zone lies: 走廊（卫生间）. */
function readingsOf(vocabulary: Vocabulary, name: string): Match[] {
  const { base, inner } = splitBrackets(foldName(name).slice(-LONGEST_NAME));
  const outer = partsOf(vocabulary, base);
  const inPublic = outer.some(({ kinds }) => kinds.some((kind) => kind.public));
  const bracketed = inPublic
    ? []
    : inner.flatMap((text) => chineseWhole(text, vocabulary.zh) ?? englishAlone(vocabulary, text));
  return [...outer, ...bracketed];
}

/** Readings of a name's joint uses (更衣室兼库房); one reading where the last part is a compound (厕所/浴室走廊). */
function partsOf(vocabulary: Vocabulary, base: string): Match[] {
  const parts = splitJoint(base);
  const last = parts.length > 1 ? (languages(vocabulary, parts[parts.length - 1])[0] ?? undefined) : undefined;
  const compound = last !== undefined && last.before !== '';
  return (compound || parts.length < 2 ? [base] : parts).flatMap((part) => languages(vocabulary, part));
}

/** A name in two languages (女卫生间 Women's toilet) is read in both. */
function languages(vocabulary: Vocabulary, text: string): Match[] {
  const spoken = text.replace(/[a-z][a-z'’.]+/g, ' ').trim();
  const zh = hasHan(text) ? (chineseMatch(text, vocabulary.zh) ?? chineseMatch(spoken, vocabulary.zh)) : undefined;
  const tail = text.replace(/^.*\p{Script=Han}/su, '');
  const en = hasLatin(tail) ? englishMatch(tail, vocabulary.en) : undefined;
  return [zh, en].filter((match) => match !== undefined);
}

function englishAlone(vocabulary: Vocabulary, text: string): Match[] {
  const found = hasHan(text) || !hasLatin(text) ? undefined : englishMatch(text, vocabulary.en);
  return found === undefined ? [] : [found];
}
