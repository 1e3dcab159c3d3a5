// The words by which a law pack's zone kinds are recognised.
import { memoize, memoizeNamed } from '../../base/memo.js';
import type { Pack, ZoneKind } from '../types.js';
import { englishKey, englishWords } from './english.js';
import { foldName } from './text.js';

/**
 * Words of one language, each with the kinds it can mean in the pack's order; an empty list for a word that means no
 * kind. The keys are words as `foldName` spells them, English ones as `englishKey` does.
 */
export interface WordTable {
  readonly byWord: ReadonlyMap<string, readonly ZoneKind[]>;
  /** Words that count only as a whole name, with their kinds. */
  readonly whole: ReadonlyMap<string, readonly ZoneKind[]>;
  /** Length of the longest word, in characters (Chinese) or words (English). */
  readonly longest: number;
}

/** A word of the vocabulary found at the end of a name, and the text before it. */
export interface Match {
  /** Empty if the word is known and yet names no kind. */
  readonly kinds: readonly ZoneKind[];
  readonly before: string;
}

/** The words of both languages by which a law pack's zone kinds are recognised. */
export interface KindVocabulary {
  readonly zh: WordTable;
  readonly en: WordTable;
}

/** Returns the words by which `pack` recognises its zone kinds on any site. Built once per pack. */
export function vocabularyOf(pack: Pack): KindVocabulary {
  return vocabularyFor(pack, '');
}

/**
 * Returns the words by which `pack` recognises its zone kinds on a site of `categories`. Built once for each pack and
 * each set of those categories on which words depend.
 */
export function vocabularyOn(pack: Pack, categories: readonly string[]): KindVocabulary {
  const asked = categoriesWithWords(pack);
  return vocabularyFor(
    pack,
    [...new Set(categories)]
      .filter((id) => asked.has(id))
      .sort()
      .join(' '),
  );
}

/** Returns the categories on whose sites some words mean a kind. */
const categoriesWithWords = memoize(
  (pack: Pack) => new Set(pack.zoneKinds.flatMap(({ namesOn }) => namesOn?.categories ?? [])),
);

const vocabularyFor = memoizeNamed((pack: Pack, categories: string): KindVocabulary => {
  const on = new Set(categories.split(' '));
  const wordsOf = ({ name, synonyms, namesOn }: ZoneKind, language: 'zh' | 'en') => [
    name[language],
    ...synonyms[language],
    ...(namesOn?.categories.some((id) => on.has(id)) === true ? namesOn.words[language] : []),
  ];
  let english: WordTable | undefined;
  return {
    zh: terms(pack, wordsOf, 'zh', foldName, (word) => word.length),
    // Built when first needed: many plans have no name in English.
    get en() {
      const key = (word: string) => englishKey(englishWords(foldName(word)));
      english ??= terms(pack, wordsOf, 'en', key, (word) => word.split(' ').length);
      return english;
    },
  };
});

function terms(
  pack: Pack,
  words: (kind: ZoneKind, language: 'zh' | 'en') => readonly string[],
  language: 'zh' | 'en',
  key: (word: string) => string,
  length: (key: string) => number,
): WordTable {
  const byWord = new Map<string, ZoneKind[]>();
  const whole = new Map<string, ZoneKind[]>();
  const add = (to: Map<string, ZoneKind[]>, word: string, kind: ZoneKind) => {
    const kinds = to.get(key(word)) ?? [];
    if (!kinds.includes(kind)) to.set(key(word), [...kinds, kind]);
  };
  for (const kind of pack.zoneKinds) {
    for (const word of words(kind, language)) add(byWord, word, kind);
    for (const word of kind.wholeNames?.[language] ?? []) add(whole, word, kind);
    for (const word of kind.notNames?.[language] ?? []) {
      const name = key(word);
      if (!byWord.has(name)) byWord.set(name, []);
    }
  }
  return { byWord, whole, longest: Math.max(0, ...[...byWord.keys()].map(length)) };
}
