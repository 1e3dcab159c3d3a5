// Reads the zone kind from the end of an English name.
import type { Match, WordTable } from './vocabulary.js';

/** Words that say whose, which or where, and may follow the word for the kind: toilets (women), WC 2, toilet - men. */
const QUALIFIERS = new Set(
  (
    'men mens man women womens woman male males female females lady ladies gent gents boy boys girl girls unisex ' +
    'accessible disabled staff public family guest guests visitors wheelchair for of no number nr level floor ground first second third ' +
    'north south east west left right area zone large small big main new old upper lower'
  ).split(' '),
);

/**
 * Words before the kind's word that make it a place to go to or lie beside: corridor to toilets, store for changing
 * rooms.
 */
const APPROACH = new Set(
  'to near by opposite outside from of for before behind beside next towards toward facing off at between via adjoining adjacent serving'.split(
    ' ',
  ),
);

const NEGATION = new Set(['no', 'not', 'non']);

/** Returns the words of folded `text`, without apostrophes (womens) and separated from their numbers (wc 2). */
export function englishWords(text: string): string[] {
  return text
    .replace(/['’‘`]/g, '')
    .replace(/(?<=\p{L}{2})(?=\d)/gu, ' ')
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((word) => word !== '');
}

/** Returns the look-up key of a term: its words, as {@link englishWords} gives them, the last one in the singular. */
export function englishKey(words: readonly string[]): string {
  return words.map((word, i) => (i === words.length - 1 ? singular(word) : word)).join(' ');
}

/**
 * Returns the term of `terms` that `text`, folded by `foldName`, ends in: the kinds that it means and the words before
 * it. Undefined if it ends in none. A lone Ladies or Gents counts, 'shop ladies' doesn't.
 */
export function englishMatch(text: string, terms: WordTable): Match | undefined {
  const words = englishWords(text);
  const whole = terms.byWord.get(englishKey(words));
  if (whole !== undefined) return { kinds: whole, before: '' };
  const alone = terms.whole.get(englishKey(withoutQualifiers(words)));
  if (alone !== undefined) return { kinds: alone, before: '' };
  for (let rest = words; rest.length > 0; rest = rest.slice(0, -1)) {
    const found = endingIn(rest, terms);
    if (found !== undefined) return found;
    if (!isQualifier(rest[rest.length - 1])) return undefined;
  }
  return undefined;
}

function endingIn(words: readonly string[], terms: WordTable): Match | undefined {
  for (let count = Math.min(terms.longest, words.length); count > 0; count--) {
    const tail = words.slice(-count);
    const kinds = tail.every(isQualifier) ? undefined : terms.byWord.get(englishKey(tail));
    if (kinds === undefined) continue;
    const before = words.slice(0, -count);
    const elsewhere = before.some((word) => APPROACH.has(word)) || NEGATION.has(before.at(-1) ?? '');
    return { kinds: elsewhere ? [] : kinds, before: before.join(' ') };
  }
  return undefined;
}

/** Returns `words` without qualifiers at both ends: mens rr 2, exam 3. */
function withoutQualifiers(words: readonly string[]): readonly string[] {
  const isKind = (word: string): boolean => !isQualifier(word);
  return words.slice(Math.max(0, words.findIndex(isKind)), words.findLastIndex(isKind) + 1);
}

function isQualifier(word: string): boolean {
  return QUALIFIERS.has(word) || /^[a-z]?\d+[a-z]?$/.test(word) || /^[a-z]$/.test(word);
}

function singular(word: string): string {
  if (word.length < 4) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}
