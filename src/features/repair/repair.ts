// Repair of a plan's spelling: what goes by another exact name is written, what may be a slip is suggested.

import { byCodeUnit } from '../../base/order.js';
import type { Text } from '../../i18n/catalogue.js';
import { type Locale, render, verbatim } from '../../i18n/locale.js';
import { lintPlan } from '../../lint/lint.js';
import type { LintOptions, LintResult } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import { applyEdits, type TextEdit } from '../../source/edit/splice.js';
import type { Read } from '../../source/parse/reading.js';
import { lineColumn, lineStartsOf } from '../../source/place/lines.js';
import { locate } from '../../source/place/locate.js';
import type { SourceFile } from '../../source/types.js';
import { invalidIds } from './ids.js';
import { isSpellingOnly } from './prove.js';
import { misprints } from './punctuation.js';
import { misspellings } from './spelling.js';
import { t } from './texts.js';
import type { Repair, Respelling, Suggestion } from './types.js';

export type { Repair, Suggestion } from './types.js';

/** A plan before and after its spelling was repaired. */
export interface Repaired {
  /** The plan as it was read. */
  readonly before: LintResult;
  /** The plan with the edits. */
  readonly after: LintResult;
  /** Edits of the texts as read; they don't overlap. */
  readonly edits: readonly TextEdit[];
  /** Words that were respelled, in the order of the files and within each by place. */
  readonly repairs: readonly Repair[];
  /** Words that were left, with what they perhaps mean and why they were left. */
  readonly suggestions: readonly Suggestion[];
}

/** Most rounds. Each one reveals the faults that those of the last one hid; no plan nests so deeply. */
const MOST_ROUNDS = 100;

/** A respelling with its place, and edits, in the texts as first read. */
type Placed = Omit<Respelling, 'at'> & Pick<Repair, 'path' | 'at'>;

/**
 * Respells keys, values, kinds and references that go by another exact name, and ids that aren't allowed, in the plan at
 * `path`. Only repairs that are proved to change nothing but the spelling (`isSpellingOnly`) are made, in rounds, until
 * none is left. Slips, and words that may mean something else, are only suggested. Pure: nothing is written.
 */
export function repairsOf(path: string, read: Read, options: LintOptions): Repaired {
  const texts = new Map<string, SourceFile>();
  const lint = (all: readonly TextEdit[]): LintResult => {
    const edited = new Map([...byFile(all)].map(([name, own]) => [name, withEdits(texts.get(name)?.text ?? '', own)]));
    return lintPlan(path, (name) => edited.get(name) ?? read(name), options);
  };
  const before = lint([]);
  let after = before;
  let edits: readonly TextEdit[] = [];
  let left: readonly Placed[] = [];
  const made: Placed[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    for (const file of after.files) if (!texts.has(file.path)) texts.set(file.path, file);
    const start = edits;
    const placed = inOriginal(after.files, texts, byFile(start));
    const [ids, words, signs] = [after.ok ? invalidIds(after) : [], misspellings(after), misprints(after)].map((list) =>
      list.map(placed),
    );
    left = [...words, ...ids].filter(({ why }) => why !== undefined);
    // Tries repairs all at once, and each half if that can't be proved: one bad repair among many costs few runs.
    const attempt = (repairs: readonly Placed[]): void => {
      if (repairs.length === 0) return;
      const all = [...edits, ...repairs.flatMap((repair) => repair.edits)];
      // A repair that overlaps another of this round is tried again in the next.
      const result = overlaps(all) ? undefined : lint(all);
      if (result !== undefined && isSpellingOnly(after, result, repairs)) {
        made.push(...repairs);
        [after, edits] = [result, all];
      } else if (repairs.length > 1) {
        const half = repairs.length >> 1;
        attempt(repairs.slice(0, half));
        attempt(repairs.slice(half));
      } else if (result !== undefined) left = [...left, { ...repairs[0], why: t.unproved }];
    };
    // Signs first, since most else shows only in a plan that parses.
    attempt(signs);
    // Ids are tried apart from words, because more is proved of them.
    attempt(ids.filter(({ why }) => why === undefined));
    attempt(words.filter(({ why }) => why === undefined));
    if (edits === start) break;
  }
  const names = [...texts.keys()];
  return {
    before,
    after,
    edits: names.flatMap((name) => byFile(edits).get(name) ?? []),
    repairs: inOrder(made, names).map((one) => reported(one, messageOf(one))),
    suggestions: inOrder(left, names).map((one) => {
      const message = t.perhaps({ from: visible(one.from), to: one.to });
      return { ...reported(one, message), why: one.why ?? t.unproved };
    }),
  };
}

/** Returns what the user reads of repairs: first those that are made, `written` or not, then those left to the user. */
export function repairReport({ before, repairs, suggestions }: Repaired, written: boolean, locale: Locale): string {
  const n = repairs.length;
  const made = n === 0 ? t.nothing : written ? t.written({ n }) : t.unwritten({ n });
  const lines = [
    t.plan({ plan: verbatim(before.path), made }),
    ...repairs.map(lineOf),
    ...(suggestions.length > 0 ? [t.left({ n: suggestions.length })] : []),
    ...suggestions.map((one) => t.because({ suggestion: lineOf(one), why: one.why })),
  ];
  return lines.map((line) => `${plainText(render(line, locale))}\n`).join('');
}

function lineOf({ path, at: { line, column }, message }: Repair): Text {
  return t.line({ place: verbatim(`${path}:${line}:${column}`), message });
}

/**
 * Returns the bytes that are read back as `text` with the edits. A reader removes one byte order mark, so that a leading
 * one is doubled.
 */
export function withEdits(text: string, edits: readonly TextEdit[]): Uint8Array {
  const edited = applyEdits(text, edits);
  return new TextEncoder().encode(edited.startsWith('\ufeff') ? `\ufeff${edited}` : edited);
}

/** Returns the edits of each file in their order. */
function byFile(edits: readonly TextEdit[]): ReadonlyMap<string, readonly TextEdit[]> {
  const files = new Map<string, TextEdit[]>();
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const own = files.get(edit.path);
    if (own === undefined) files.set(edit.path, [edit]);
    else own.push(edit);
  }
  return files;
}

function overlaps(edits: readonly TextEdit[]): boolean {
  return [...byFile(edits).values()].some((own) => own.some(({ to }, index) => own[index + 1]?.from < to));
}

/**
 * Returns a function that places a respelling of the current `files` in the `texts` that were read, which are the files
 * with `edits`.
 */
function inOriginal(
  files: readonly SourceFile[],
  texts: ReadonlyMap<string, SourceFile>,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
): (one: Respelling) => Placed {
  const origin = (path: string, offset: number) => originOf(offset, edits.get(path) ?? []);
  return (one) => {
    const { path } = one.place;
    const [file, original] = [files.find((other) => other.path === path), texts.get(path)];
    if (file === undefined || original === undefined) throw new Error(`${path} was not read`);
    const { line, column } = one.at ?? locate(file, one.place).start;
    const offset = (lineStartsOf(file)[line - 1] ?? 0) + column - 1;
    return {
      ...one,
      path,
      at: lineColumn(lineStartsOf(original), origin(path, offset)),
      edits: one.edits.map((e) => ({ ...e, from: origin(e.path, e.from), to: origin(e.path, e.to) })),
    };
  };
}

/**
 * Converts an offset in the text with `edits` applied into one in the text before. Within an edit, returns where the
 * edit begins.
 *
 * @param edits edits of one file, sorted by offset, which don't overlap
 */
export function originOf(offset: number, edits: readonly TextEdit[]): number {
  let shift = 0;
  for (const { from, to, text } of edits) {
    if (offset < from + shift) break;
    if (offset < from + shift + text.length) return from;
    shift += text.length - (to - from);
  }
  return offset - shift;
}

function messageOf({ how, edits, place, from, to }: Placed): Text {
  const words = { from: visible(from), to };
  if (how === 'punctuation') return t.punctuation(words);
  if (how !== 'id') return place.key === true ? t.key(words) : t.value(words);
  return edits.length > 1 ? t['id-references']({ ...words, count: edits.length - 1 }) : t.id(words);
}

/** Returns `word` with invisible and lookalike characters as codes; otherwise it would seem to be changed to itself. */
function visible(word: string): string {
  const code = (character: string) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
  const seen = word.replace(/(?! )[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu, code);
  return word === word.normalize('NFC') ? seen : seen.replace(/\p{M}/gu, code);
}

function reported({ path, at, from, to, edits }: Placed, message: Text): Repair {
  return { message, path, at, from, to, edits };
}

function inOrder(list: readonly Placed[], names: readonly string[]): Placed[] {
  return [...list].sort(
    (a, b) =>
      names.indexOf(a.path) - names.indexOf(b.path) ||
      a.at.line - b.at.line ||
      a.at.column - b.at.column ||
      byCodeUnit(a.from, b.from),
  );
}
