// How well a word matches what is typed: by its id, its names, their pinyin and the initials of that.
import { folded } from '../../source/schema/key-names.js';
import { syllablesOf } from './pinyin.js';

/** The spellings by which a word is found, best ones first. */
export type Spellings = readonly Spelling[];

interface Spelling {
  readonly text: string;
  /** The text as it is compared. */
  readonly plain: string;
  /** Places of it at which a part begins. */
  readonly parts: readonly number[];
  readonly rank: number;
}

/** A match of what is typed with a word: the smaller the rank, the better; 0 is the best. */
export interface Match {
  readonly rank: number;
  /** The spelling that matched. */
  readonly text: string;
}

/**
 * Returns the spellings of a word and of its `names`, the more usual ones first: each as it is, and Chinese ones also
 * in pinyin, whole and by initials.
 */
export function spellingsOf(word: string, names: readonly string[] = []): Spellings {
  const spellings: Spelling[] = [];
  for (const [n, name] of [word, ...names].entries()) {
    const rank = Math.min(n, 2) * 10;
    spellings.push(spelling(name, rank));
    const syllables = syllablesOf(name);
    if (syllables.length === 0) continue;
    spellings.push(spelling(syllables.join(' '), rank + 2));
    spellings.push(spelling(syllables.map(([first]) => first).join(''), rank + 4));
  }
  return spellings;
}

/** Words that are compared as they stand. */
const PLAIN = /^[a-z0-9\p{Script=Han}]*$/u;
const FIRST: readonly number[] = [0];

function spelling(text: string, rank: number): Spelling {
  if (PLAIN.test(text)) return { text, plain: text, parts: FIRST, rank };
  const parts: number[] = [];
  let plain = '';
  for (const part of text.split(/[-_\s/]+/)) {
    parts.push(plain.length);
    plain += folded(part);
  }
  return { text, plain, parts, rank };
}

/**
 * Returns how `typed` matches a word of these spellings, whatever its case, width and hyphens: as the beginning of a
 * spelling or of a part of it, as Chinese within it, or as letters of the word in their order. Undefined if it doesn't.
 */
export function matchOf(typed: string, spellings: Spellings): Match | undefined {
  const plain = folded(typed).replaceAll('/', '');
  const [word] = spellings;
  if (plain === '') return word && { rank: 0, text: word.text };
  let best: Match | undefined;
  for (const { text, plain: known, parts, rank } of spellings) {
    const distance = distanceOf(plain, known, parts);
    if (distance === undefined || (best !== undefined && best.rank <= rank + distance)) continue;
    best = { rank: rank + distance, text };
  }
  return best ?? (word !== undefined && isScattered(plain, word.plain) ? { rank: 99, text: word.text } : undefined);
}

/** Returns 0 if the word begins with what is typed, more if a part of it does or it only holds that. */
function distanceOf(typed: string, word: string, parts: readonly number[]): number | undefined {
  if (word.startsWith(typed)) return word === typed ? 0 : 1;
  if (parts.some((from) => word.startsWith(typed, from))) return 30;
  return /\p{Script=Han}/u.test(typed) && word.includes(typed) ? 40 : undefined;
}

/** True if the signs of `typed` stand in the word in this order, the first one first. */
function isScattered(typed: string, word: string): boolean {
  if (typed.length < 2 || word[0] !== typed[0]) return false;
  let at = 0;
  for (const sign of typed) {
    at = word.indexOf(sign, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
