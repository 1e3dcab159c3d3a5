/** What one part of a name says a room is for; no kind where its word is known and yet names none. */
export interface NameReading {
  readonly kind: string | undefined;
}

/** Words of one language as the files in words/ have them: by kind, and those that are known and name none. */
export interface WordList {
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  readonly none: readonly string[];
}

/** Every word of `list` with what it says, as `fold` spells it. */
export function readingsIn({ kinds, none }: WordList, fold: (word: string) => string): [string, NameReading][] {
  return [
    ...Object.entries(kinds).flatMap(([kind, words]) =>
      words.map((word): [string, NameReading] => [fold(word), { kind }]),
    ),
    ...none.map((word): [string, NameReading] => [fold(word), { kind: undefined }]),
  ];
}

/** Words that mean a kind where they are all of a name: Damen on a door. */
export function aloneIn(
  words: Readonly<Record<string, readonly string[]>>,
  fold: (word: string) => string,
): ReadonlyMap<string, NameReading> {
  return new Map(Object.entries(words).flatMap(([kind, list]) => list.map((word) => [fold(word), { kind }] as const)));
}

/** `name` without what nobody sees, in one width, in lower case, one space between words. */
export function foldedName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}|\p{Cc}/gu, (c) => (/\s/.test(c) ? ' ' : ''))
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

const BRACKETS = /[([{<«【〔「『《〈][^()[\]{}<>«»【】〔〕「」『』《》〈〉]*[)\]}>»】〕」』》〉]/gu;

/** `text` without what stands in brackets, and what stood there. */
export function bracketed(text: string): { readonly base: string; readonly inner: readonly string[] } {
  return {
    base: text.replace(BRACKETS, ' ').trim(),
    inner: [...text.matchAll(BRACKETS)].map(([all]) => all.slice(1, -1).trim()).filter((part) => part !== ''),
  };
}
