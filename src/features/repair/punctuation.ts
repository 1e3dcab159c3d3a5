// Repair of full-width punctuation, and of numbers and directions written as words, in a plan that can't be read.

import type { LintResult } from '../../lint/types.js';
import type { Unreadable } from '../../plan/model.js';
import { rewrite, sourceAt } from '../../source/edit/respell.js';
import type { TextEdit } from '../../source/edit/splice.js';
import { lineStartsOf } from '../../source/place/lines.js';
import { parent } from '../../source/place/pointer.js';
import { directionCalled } from '../../source/schema/key-names.js';
import type { SourceFile } from '../../source/types.js';
import { faultName } from './prove.js';
import type { Respelling } from './types.js';

/**
 * Returns the respellings of a plan that can't be read because of full-width signs or figures (`：` for `:`, `３` for
 * `3`), or headings written as words.
 */
export function misprints(result: LintResult): Respelling[] {
  if (result.ok) return [];
  const files = new Map(result.files.map((file) => [file.path, file]));
  const found = new Map<string, Respelling>();
  for (const fault of result.unreadable) {
    const file = files.get(fault.place.path);
    const made = file && (fault.code === 'source/yaml-syntax' ? inLine(fault, file) : inValue(fault, file));
    if (made === undefined) continue;
    const name = JSON.stringify(made.edits);
    found.set(name, { ...made, faults: [...(found.get(name)?.faults ?? []), ...made.faults] });
  }
  return [...found.values()];
}

function nameOf({ code, place, at }: Unreadable): string {
  return faultName(code, place, at && `${at.line}:${at.column}`);
}

/** Looks in the line of a fault, then in the line before: the parser may stumble a line later. */
function inLine(fault: Unreadable, file: SourceFile): Respelling | undefined {
  const { at } = fault;
  if (at === undefined) return undefined;
  const starts = lineStartsOf(file);
  for (const line of [at.line, at.line - 1]) {
    const [from, to] = [starts[line - 1], starts[line] ?? file.text.length];
    if (from === undefined) continue;
    const made = halved(file, from, to);
    if (made === undefined) continue;
    const column = made.edits[0] === undefined ? 1 : made.edits[0].from - from + 1;
    return { ...made, place: fault.place, at: { line, column }, faults: [nameOf(fault)] };
  }
  return undefined;
}

function inValue(fault: Unreadable, file: SourceFile): Respelling | undefined {
  const { place, code, message } = fault;
  const source = sourceAt(file, place);
  if (source === undefined) return undefined;
  const { from, to, word } = source;
  const base = { place, faults: [nameOf(fault)] };
  if (code === 'schema/unknown-key' && source.plain) {
    // With the colon behind it, by which the last of several keys that were read as one is known as a key.
    const made = halved(file, from, to + 1);
    return made && { ...made, ...base };
  }
  if (code === 'schema/format') {
    const bare = /^[“”](.*)[“”]$/.exec(word)?.[1];
    const edit = bare === undefined ? undefined : rewrite(file, place, JSON.stringify(bare));
    return edit && bare !== undefined
      ? { ...base, from: word, to: bare, how: 'punctuation', edits: [edit] }
      : undefined;
  }
  if (code !== 'schema/type') return undefined;
  if (source.plain && /[，：]/.test(word)) {
    const made = halved(file, from, to);
    return made && { ...made, ...base };
  }
  const number = numberMeant(word, parent(place.pointer)?.token);
  const edit = number === undefined ? undefined : rewrite(file, place, number);
  if (edit === undefined || number === undefined || !isNumberAsked(message.params.expected)) return undefined;
  return { ...base, from: word, to: number, how: 'number', edits: [edit] };
}

/** Returns the number that a word stands for: full-width figures, or a direction as a heading. */
function numberMeant(word: string, key: string | undefined): string | undefined {
  const plain = word.normalize('NFKC').replace(/^−/, '-').trim();
  if (plain !== word && /^-?\d+(?:\.\d+)?$/.test(plain)) return String(Number(plain));
  const direction = key === 'heading' ? directionCalled(word) : undefined;
  return direction === undefined ? undefined : String(direction);
}

function isNumberAsked(expected: unknown): boolean {
  return typeof expected === 'object' && expected !== null && 'en' in expected && expected.en === 'a number';
}

/** Signs that always stand for one of YAML's where a line can't be read. */
const BRACKETS: Readonly<Record<string, string>> = {
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
};

/** A key as the last thing before a colon. */
const KEY_BEFORE = /(?:^|[{｛,，])\s*(?:[-－]\s*)?[\p{L}\p{N}_]+\s*$/u;
/** A key as the next thing after a comma. */
const KEY_AFTER = /^\s*[\p{L}\p{N}_]+\s*[:：]/u;

/**
 * Returns the edits that write the full-width punctuation of a stretch of YAML as YAML's own, where it stands between
 * keys and values; signs within a text stay. Undefined if there is none.
 */
function halved(file: SourceFile, start: number, end: number): Omit<Respelling, 'place' | 'faults'> | undefined {
  const text = file.text.slice(start, end).replace(/[\r\n]+$/, '');
  const hidden = text.replace(/"[^"]*"|'[^']*'|(?:^|\s)#.*$/g, (part) => ' '.repeat(part.length));
  const edits: TextEdit[] = [];
  const [signs, plain]: [string[], string[]] = [[], []];
  for (let index = 0; index < hidden.length; index += 1) {
    const sign = hidden[index] ?? '';
    const [before, after] = [hidden.slice(0, index), hidden.slice(index + 1)];
    const written = asWritten(sign, before, after);
    if (written === undefined) continue;
    const space = /[:,-]/.test(written) && !/^\s|^$/.test(text.slice(index + 1)) ? ' ' : '';
    edits.push({ path: file.path, from: start + index, to: start + index + 1, text: `${written}${space}` });
    if (signs.includes(sign)) continue;
    signs.push(sign);
    plain.push(written);
  }
  if (edits.length === 0) return undefined;
  return { from: signs.join(''), to: plain.join(''), how: 'punctuation', edits };
}

function asWritten(sign: string, before: string, after: string): string | undefined {
  if (sign === '：') return KEY_BEFORE.test(before) ? ':' : undefined;
  if (sign === '－') return /^\s*$/.test(before) ? '-' : undefined;
  if (sign !== '，') return BRACKETS[sign];
  const between = /[\d\]］】}｝]\s*$/.test(before) && /^\s*[-\d[［【{｛]/.test(after);
  return between || KEY_AFTER.test(after) ? ',' : undefined;
}
