import { aloneIn, bracketed, foldedName, type NameReading, readingsIn } from './reading.js';
import words from './words/de.json' with { type: 'json' };

/** Names as the words are compared: ä as ae, ß as ss, é as e. */
function fold(text: string): string {
  return foldedName(text)
    .replace(/[äöü]/g, (c) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[c] ?? c)
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

const LIST = readingsIn(words, fold);
const WHOLE = new Map(LIST.map(([word, reading]) => [word.replace(/^\*/, ''), reading]));
/** Words that may end a compound, the longest first: Damentoilette, but Toilettenflur. */
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
 * What a German name says a room is for: the last part of its compound (Toilettenflur is a corridor), behind which only
 * what doesn't name a room may stand (Umkleide Herren 2). Empty where no known word is in it.
 */
export function german(name: string): NameReading[] {
  const { base, inner } = bracketed(fold(name));
  const alone = ALONE.get(tokensOf(base).join(' '));
  if (alone !== undefined) return [alone];
  const outer = partsOf(base).flatMap(head);
  return outer.length > 0 ? outer : inner.flatMap(partsOf).flatMap(head);
}

/** Whether a name is certain to be German: it begins with a place one passes (Flur WC), or has a word no other language has. */
export function surelyGerman(name: string): boolean {
  const tokens = tokensOf(fold(name));
  return (
    tokens.length > 1 &&
    ((FIRST.has(tokens[0]) && !LAST.has(tokens[0])) ||
      tokens.some((token) => /^(?:vor|zu|zum|zur|beim?|neben|keine?|ehemalige[rs]?)$/.test(token)))
  );
}

/** A name for several uses: Toiletten / Duschen. What comes behind a preposition is no use: Flur vor WC und Dusche. */
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
    // Umkleide Turnhalle is one of the two, WC Lager isn't.
    const other =
      end > 1 && found.kind !== undefined && !FIRST.has(tokens[end - 1])
        ? ending(tokens.slice(0, 1), false)
        : undefined;
    return other === undefined ? [found] : [found, other];
  }
  return [];
}

/** What the last of `tokens` say together; a word that is an English one too counts only where it is the very last. */
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

/** A word, and what it may be the plural of. */
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
