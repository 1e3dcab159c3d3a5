// The words by which a law pack's zone kinds are recognised.
import { memoize } from '../../base/memo.js';
import type { Pack, ZoneKind } from '../types.js';
import { englishKey, englishWords } from './english.js';
import { foldName } from './text.js';

/**
 * Words of one language, each with the kinds it can mean in the pack's order; an empty list for a word that means no
 * kind.
 */
export interface WordTable {
  readonly byWord: ReadonlyMap<string, readonly ZoneKind[]>;
  /** Length of the longest word, in characters (Chinese) or words (English). */
  readonly longest: number;
}

/** A word of the vocabulary found at the end of a name, and the text before it. */
export interface Match {
  /** Empty if the word is known and yet names no kind. */
  readonly kinds: readonly ZoneKind[];
  readonly before: string;
}

/** The words of a law pack in both languages. */
export interface KindVocabulary {
  readonly zh: WordTable;
  readonly en: WordTable;
}

/** Returns the words by which `pack` recognises its zone kinds. Built once per pack. */
export const vocabularyOf = memoize((pack: Pack): KindVocabulary => {
  let english: WordTable | undefined;
  return {
    zh: terms(
      pack,
      (kind) => [kind.name.zh, ...kind.synonyms.zh],
      'zh',
      foldName,
      (word) => word.length,
    ),
    // Built when first needed: many plans have no name in English.
    get en() {
      english ??= terms(
        pack,
        (kind) => [kind.name.en, ...kind.synonyms.en],
        'en',
        (word) => englishKey(englishWords(foldName(word))),
        (word) => word.split(' ').length,
      );
      return english;
    },
  };
});

function terms(
  pack: Pack,
  words: (kind: ZoneKind) => readonly string[],
  language: 'zh' | 'en',
  key: (word: string) => string,
  length: (key: string) => number,
): WordTable {
  const byWord = new Map<string, ZoneKind[]>();
  for (const kind of pack.zoneKinds) {
    for (const word of words(kind)) {
      const name = key(word);
      const kinds = byWord.get(name) ?? [];
      if (!kinds.includes(kind)) byWord.set(name, [...kinds, kind]);
    }
    for (const word of kind.notNames?.[language] ?? []) {
      const name = key(word);
      if (!byWord.has(name)) byWord.set(name, []);
    }
  }
  return { byWord, longest: Math.max(0, ...[...byWord.keys()].map(length)) };
}
