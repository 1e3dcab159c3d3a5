// Common parts of the readers of room names.

/** Zone kind that one part of a name gives; `kind` is undefined if its word is known and names no kind. */
export interface NameReading {
  readonly kind: string | undefined;
}

/** Words of one language, as the files in words/ hold them: words by kind, and known words without a kind. */
interface WordList {
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  readonly none: readonly string[];
}

/** Returns every word of a word list (words by kind, and words that name none), spelled by `fold`, with its reading. */
export function readingsIn({ kinds, none }: WordList, fold: (word: string) => string): [string, NameReading][] {
  return [
    ...Object.entries(kinds).flatMap(([kind, words]) =>
      words.map((word): [string, NameReading] => [fold(word), { kind }]),
    ),
    ...none.map((word): [string, NameReading] => [fold(word), { kind: undefined }]),
  ];
}

/**
 * Returns the readings of words that give a kind only if they are the whole name (Damen on a door), by the word as
 * spelled by `fold`. `words` holds them by kind.
 */
export function aloneIn(
  words: Readonly<Record<string, readonly string[]>>,
  fold: (word: string) => string,
): ReadonlyMap<string, NameReading> {
  return new Map(Object.entries(words).flatMap(([kind, list]) => list.map((word) => [fold(word), { kind }] as const)));
}

/**
 * Returns `name` without invisible characters, full-width letters made half-width (NFKC), in lower case, with single
 * spaces.
 */
export function foldedName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}|\p{Cc}/gu, (c) => (/\s/.test(c) ? ' ' : ''))
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

const BRACKETS = /[([{<«【〔「『《〈][^()[\]{}<>«»【】〔〕「」『』《》〈〉]*[)\]}>»】〕」』》〉]/gu;

/** Returns `text` without what stands in brackets of any form, and the contents of the brackets. */
export function bracketed(text: string): { readonly base: string; readonly inner: readonly string[] } {
  return {
    base: text.replace(BRACKETS, ' ').trim(),
    inner: [...text.matchAll(BRACKETS)].map(([all]) => all.slice(1, -1).trim()).filter((part) => part !== ''),
  };
}
