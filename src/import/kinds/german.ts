// Zone kinds from German room names.

import { aloneIn, bracketed, foldedName, type NameReading, readingsIn } from './reading.js';
import words from './words/de.json' with { type: 'json' };

/** Returns a name spelled as the word list is compared: ä as ae, ß as ss, é as e. */
function fold(text: string): string {
  return foldedName(text)
    .replace(/[äöü]/g, (c) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[c] ?? c)
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

const LIST = readingsIn(words, fold);
const WHOLE = new Map(LIST.map(([word, reading]) => [word.replace(/^\*/, ''), reading]));
/** Words that may end a compound (Damentoilette, but not Toilettenflur), longest first. */
const ENDINGS = LIST.filter(([word]) => word.startsWith('*'))
  .map(([word, reading]) => [word.slice(1), reading] as const)
  .sort(([a], [b]) => b.length - a.length);
const BEFORE = new Set(words.before.map(fold));
const NOT = new Set(words.not.map(fold));
const FIRST = new Set(words.first.map(fold));
const GENERIC = new Set(words.generic.map(fold));
const ALONE = aloneIn(words.alone, fold);
const LAST = new Set(words.last);
const MOST_WORDS = 3;

/**
 * Returns the uses that a German name gives: the last part of a compound decides (Toilettenflur is a corridor), and
 * only words that name no room may follow it (Umkleide Herren 2). Empty if it holds no known word.
 */
export function german(name: string): NameReading[] {
  const { base, inner } = bracketed(fold(name));
  const alone = ALONE.get(tokensOf(base).join(' '));
  if (alone !== undefined) return [alone];
  const outer = partsOf(base).flatMap(head);
  return outer.length > 0 ? outer : inner.flatMap(partsOf).flatMap(head);
}

/**
 * True if `name` is certainly German: it begins with a place people pass (Flur WC) or has a word of no other language.
 */
export function surelyGerman(name: string): boolean {
  const tokens = tokensOf(fold(name));
  return (
    tokens.length > 1 &&
    ((FIRST.has(tokens[0]) && !LAST.has(tokens[0])) ||
      tokens.some((token) => /^(?:vor|zu|zum|zur|beim?|neben|keine?|ehemalige[rs]?)$/.test(token)))
  );
}

/**
 * Returns the parts of a name with several uses: Toiletten / Duschen. Words after a preposition are no use: Flur vor WC
 * und Dusche.
 */
function partsOf(text: string): string[] {
  return tokensOf(text).some((token) => BEFORE.has(token)) ? [text] : text.split(/[/+&,;]|\s(?:und|u\.)\s/u);
}

function tokensOf(text: string): string[] {
  return text.split(/[^\p{L}]+/u).filter((token) => token.length > 1);
}

function head(text: string): NameReading[] {
  const all = tokensOf(text);
  const cut = all.findIndex((token) => BEFORE.has(token));
  if (cut === 0 || all.some((token) => NOT.has(token))) return [{ kind: undefined }];
  const tokens = cut < 0 ? all : all.slice(0, cut);
  if (tokens.length > 1 && FIRST.has(tokens[0])) return [WHOLE.get(tokens[0]) ?? { kind: undefined }];
  for (let end = tokens.length; end > 0; end--) {
    const found = ending(tokens.slice(0, end), end === tokens.length);
    if (found === undefined || (found.kind === undefined && GENERIC.has(tokens[end - 1]))) continue;
    // Umkleide Turnhalle is one of the two uses; WC Lager is not.
    const other =
      end > 1 && found.kind !== undefined && !FIRST.has(tokens[end - 1])
        ? ending(tokens.slice(0, 1), false)
        : undefined;
    return other === undefined ? [found] : [found, other];
  }
  return [];
}

/**
 * Returns the use of the last words of `tokens`, longest match first; undefined if unknown. A word that is English too
 * counts only at the very end.
 */
function ending(tokens: readonly string[], last: boolean): NameReading | undefined {
  for (let count = Math.min(MOST_WORDS, tokens.length); count > 0; count--) {
    const text = tokens.slice(-count).join(' ');
    for (const form of singulars(text)) {
      const whole = WHOLE.get(form);
      if (!last && LAST.has(form)) continue;
      if (whole !== undefined) return whole;
      const compound = ENDINGS.find(([word]) => form.endsWith(word));
      if (compound !== undefined) return compound[1];
    }
  }
  return undefined;
}

/** Returns a word and the singulars it may be the plural of. */
function singulars(word: string): string[] {
  return [
    word,
    word
      .replace(/raeume$/, 'raum')
      .replace(/saele$/, 'saal')
      .replace(/gaenge$/, 'gang')
      .replace(/zuege$/, 'zug')
      .replace(/plaetze$/, 'platz'),
    ...[/n$/, /en$/, /e$/, /s$/].filter((end) => end.test(word)).map((end) => word.replace(end, '')),
  ];
}
