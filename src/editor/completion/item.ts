// Makes items of an editor's list of what can be typed, each with the edit that writes it.
import type { CompletionItem, Range } from 'vscode-languageserver-types';
import type { SourceFile } from '../../source/types.js';
import { rangeOf } from '../text.js';
import { type Candidate, KIND, MOST_ITEMS } from './candidate.js';
import { type Match, matchOf } from './match.js';
import type { Cursor } from './reading.js';

/** The list's items are snippets: their text has places to fill in. */
const SNIPPET = 2;
/** Lines of a text are indented as its first one. */
const ADJUST_INDENTATION = 2;

/** Where items are written, and what is typed there. */
interface Spot {
  readonly cursor: Cursor;
  readonly range: Range;
  /** The text from the start of the range to the cursor, which editors compare with `filterText`. */
  readonly typed: string;
}

/** Returns the items for the candidates that match the word typed before `offset`, at `cursor`, the best ones first. */
export function itemsOf(
  candidates: readonly Candidate[],
  file: SourceFile,
  offset: number,
  cursor: Cursor,
): CompletionItem[] {
  const typed = file.text.slice(cursor.from, offset);
  const matches = candidates.flatMap((candidate, n) => {
    const match = matchOf(typed, candidate.spellings);
    return match === undefined ? [] : [{ candidate, match, n }];
  });
  matches.sort(
    (a, b) => a.match.rank - b.match.rank || (a.candidate.group ?? 0) - (b.candidate.group ?? 0) || a.n - b.n,
  );
  return matches.slice(0, MOST_ITEMS).map(({ candidate, match }, n) => {
    const [from, to] = rangeFor(candidate, cursor);
    const spot = { cursor, range: rangeOf(file, from, to), typed: file.text.slice(from, offset) };
    return itemOf(candidate, match, spot, n);
  });
}

function itemOf(candidate: Candidate, match: Match, { cursor, range, typed }: Spot, place: number): CompletionItem {
  const { word, detail, doc, kind, snippet, text } = candidate;
  return {
    label: word,
    kind,
    ...(detail !== undefined && { detail }),
    ...(detail !== undefined && kind !== KIND.property && { labelDetails: { description: detail } }),
    ...(doc !== undefined && doc !== '' && { documentation: { kind: 'markdown', value: doc } }),
    filterText: filterText(candidate, match, typed),
    sortText: String(place).padStart(4, '0'),
    textEdit: { range, newText: `${lead(cursor)}${snippet ?? text ?? written(candidate, cursor)}` },
    ...(snippet !== undefined && { insertTextFormat: SNIPPET, insertTextMode: ADJUST_INDENTATION }),
  };
}

/**
 * Returns the text by which an editor filters the list. It begins with what is typed: some editors compare nothing else.
 * What follows keeps the item in the list while its next letters are typed.
 */
function filterText({ spellings }: Candidate, { text }: Match, typed: string): string {
  const begins = text.toLowerCase().startsWith(typed.toLowerCase());
  const others = spellings.slice(0, MOST_SPELLINGS).map((spelling) => spelling.text.replaceAll(' ', ''));
  return [...new Set([...(begins ? [] : [typed]), text, ...others])].join(' ');
}

/** The word, and its two names with their pinyin. */
const MOST_SPELLINGS = 6;

/** Returns what is written before a word: a space that is missing, the dash of an item. */
function lead({ needsSpace, starts }: Cursor): string {
  return `${needsSpace ? ' ' : ''}${starts === 'dash' ? '- ' : ''}`;
}

/** Returns the range that a candidate replaces: the word, and quotes that can't stay. */
function rangeFor(
  { isBare, isKey, snippet, text }: Candidate,
  { from, to, quote, closed, hasColon }: Cursor,
): [number, number] {
  if (quote === '') return [from, to];
  const end = closed ? to + 1 : to;
  if (isBare === true || snippet !== undefined || text !== undefined) return [from - 1, end];
  return isKey === true && !hasColon ? [from, end] : [from, to];
}

function written(candidate: Candidate, cursor: Cursor): string {
  return candidate.isKey === true ? keyText(candidate.word, cursor) : valueText(candidate, cursor);
}

function keyText(word: string, { quote, style, hasColon }: Cursor): string {
  if (quote !== '') return hasColon ? word : `${word}${quote}: `;
  const key = style === 'json' ? JSON.stringify(word) : scalar(word, style);
  return hasColon ? key : `${key}: `;
}

function valueText({ word, isBare }: Candidate, { quote, closed, style }: Cursor): string {
  if (isBare === true) return word;
  if (quote === '') return style === 'json' ? JSON.stringify(word) : scalar(word, style);
  const inside = quote === '"' ? JSON.stringify(word).slice(1, -1) : word.replaceAll("'", "''");
  return closed ? inside : `${inside}${quote}`;
}

/** Texts of YAML that would be read as something else without quotes. */
const OTHERWISE = /^(?:true|false|null|~|[-+.]?[\d.].*)$|^[-?:,[\]{}#&*!|>'"%@`\s]|: |:$| #|\s$/i;

/** Returns a text as YAML has it, in quotes where it needs them. */
function scalar(text: string, style: 'flow' | 'block'): string {
  const isPlain = text !== '' && !OTHERWISE.test(text) && !(style === 'flow' && /[,[\]{}]/.test(text));
  return isPlain ? text : JSON.stringify(text);
}
