// Zone kinds from the words of the user's mapping, and from the words of an unlisted category.

import type { Pack } from '../../law/types.js';
import { isLike, spendOnWords } from '../mapping/match.js';
import { imdfKind } from './category.js';
import { kindByWords } from './named.js';
import { foldedName } from './reading.js';

/**
 * Returns the zone kind that the user's `words` (zone kinds by word or pattern) give `name`; undefined if none. The
 * name ends in the word or matches its `*` pattern; the longest word wins.
 */
export function kindFromWords(name: string, words: Readonly<Record<string, string>>): string | undefined {
  const whole = foldedName(name);
  const bare = whole.replace(/(?:[^\p{L}]|(?<!\p{L})\p{L}(?!\p{L}))+$/u, '');
  const known = Object.keys(words);
  spendOnWords(4 * known.length, whole.length);
  const found = known
    .filter((word) => (word.includes('*') ? isLike(foldedName(word), whole) : endsIn(whole, bare, foldedName(word))))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return found.length === 0 ? undefined : words[found[0]];
}

function endsIn(whole: string, bare: string, word: string): boolean {
  return [whole, bare].some((text) => {
    if (!text.endsWith(word)) return false;
    const before = text.slice(0, -word.length).at(-1);
    // Chinese and Japanese have no spaces between words.
    return (
      before === undefined ||
      !/\p{L}/u.test(before) ||
      /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)
    );
  });
}

/** A single English word, as a category has it without its "room": `meeting`, `locker`. */
const ROOMLESS = /^[a-z]+$/i;
/** Words that would mean something else with "room" added. */
const NOT_ROOMS = new Set(['rest', 'private', 'living', 'single', 'double', 'bath', 'powder', 'tea']);

/**
 * Returns the zone kind that the words of an unlisted category give (`accessible_restroom`, `Meeting Room`,
 * `changing`); undefined if none.
 */
export function kindByCategoryWords(value: string, pack: Pack): string | undefined {
  const told = [value, ...(ROOMLESS.test(value) && !NOT_ROOMS.has(value.toLowerCase()) ? [`${value} room`] : [])];
  return told
    .flatMap((text) => [
      kindByWords(text.replace(/[_.\s]+/g, ' ').trim(), pack),
      imdfKind(text.toLowerCase().replace(/[\s_-]/g, ''), pack),
    ])
    .find((kind) => kind !== undefined && kind !== 'other');
}
