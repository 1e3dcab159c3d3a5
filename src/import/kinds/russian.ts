// Zone kinds from Russian room names.

import { aloneIn, bracketed, foldedName, type NameReading, readingsIn } from './reading.js';
import words from './words/ru.json' with { type: 'json' };

/** Case endings of nouns and adjectives, so that a stem stands for all its cases: палат* is палата, not палатка. */
const ENDING =
  '(?:н?(?:ая|ый|ое|ые|ой|ого|ому|ом|ых|ым|ыми|ую|ий|ие|яя|ее|его)|[аыиуеяюь]|ей|ем|ов|ев|ам|ах|ами|ям|ях|ями|ью|ия|ию|ии|ием)?';

interface Term {
  readonly tokens: readonly RegExp[];
  readonly length: number;
  readonly reading: NameReading;
}

/** Terms with most words, then letters, first: операционный зал before операционная, проходная before проход. */
const TERMS: readonly Term[] = readingsIn(words, foldedName)
  .map(([word, reading]) => ({ tokens: word.split(' ').map(stem), length: word.length, reading }))
  .sort((a, b) => b.tokens.length - a.tokens.length || b.length - a.length);
const GENERIC = words.generic.map(stem);
const ALONE = aloneIn(words.alone, foldedName);
const BEFORE = new Set(words.before);
const LEADING = new Set(words.leading);
const ADJECTIVE = /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ых|их|ного|ской)$/u;

/**
 * Returns the uses that a Russian name gives: its first noun decides (Туалет у лестницы is a toilet, Коридор у туалета
 * is none). Empty if that noun is unknown.
 */
export function russian(name: string): NameReading[] {
  const { base, inner } = bracketed(folded(name));
  const alone = ALONE.get(tokensOf(base).join(' '));
  if (alone !== undefined) return [alone];
  const outer = partsOf(base).flatMap(head);
  return outer.length > 0 ? outer : inner.flatMap(partsOf).flatMap(head);
}

function folded(name: string): string {
  return foldedName(name)
    .replaceAll('ё', 'е')
    .replace(/(?<!\p{L})с\s*[/.\\]\s*у(?!\p{L})\.?/gu, 'санузел')
    .replace(/(?<!\p{L})сан\s*[/.\\]\s*узел(?!\p{L})/gu, 'санузел');
}

/**
 * Returns the parts of a name with several uses: Туалет и душевая. Words after a preposition are no use: Коридор у
 * туалета и душевой.
 */
function partsOf(text: string): string[] {
  if (head(text).length > 0 && tokensOf(text).some((token) => BEFORE.has(token) || token === 'для')) return [text];
  if (startsWithTerm(tokensOf(text))?.tokens.some((token) => token.test('и')) === true) return [text];
  const parts = text.split(/[/+,;&-]|\sи\s/u);
  return head(parts[0]).length === 0 && head(text).length > 0 ? [text] : parts;
}

function tokensOf(text: string): string[] {
  return text
    .replace(/(?<!\p{L})\p{L}?-?\d[\d.,]*\p{L}?(?!\p{L})/gu, ' ')
    .split(/[^\p{L}]+/u)
    .filter((token) => token !== '');
}

function head(text: string): NameReading[] {
  let tokens = tokensOf(text);
  while (tokens.length > 0) {
    const term = startsWithTerm(tokens);
    if (term !== undefined) return [term.reading];
    const [first, second] = tokens;
    if (BEFORE.has(first)) return [{ kind: undefined }];
    if (GENERIC.some((word) => word.test(first))) tokens = tokens.slice(second === 'для' ? 2 : 1);
    else if (LEADING.has(first) || ADJECTIVE.test(first)) tokens = tokens.slice(1);
    else return [];
  }
  return [];
}

function startsWithTerm(tokens: readonly string[]): Term | undefined {
  return TERMS.find((term) => term.tokens.every((word, index) => word.test(tokens[index] ?? '')));
}

function stem(word: string): RegExp {
  return new RegExp(`^${word.replace(/\*$/, ENDING)}$`, 'u');
}
