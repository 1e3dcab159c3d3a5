// The usual slips in a line of YAML, each with the edits that would mend it.
import type { Text } from '../../../i18n/catalogue.js';
import { forQuotes } from '../../../i18n/list.js';
import { verbatim } from '../../../i18n/locale.js';
import { yamlText } from '../../texts.js';

/** Replaces the characters from `from` to before `to` of the line `line` by `text`; lines and characters from 0. */
export interface LineEdit {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A possible slip in a YAML text: its place (line and column from 0), what is wrong there, and how to mend it. */
export interface Correction {
  readonly line: number;
  readonly column: number;
  readonly detail: Text;
  readonly edits: readonly LineEdit[];
  /** True for a slip that is one even if the parser stumbles on. */
  readonly always?: true;
}

/** Line and column from 0. */
interface Position {
  readonly line: number;
  readonly column: number;
}

type Lines = readonly string[];

/** Characters of a line above which it isn't searched: nobody types such a line. */
const LONGEST = 10_000;

/**
 * Returns the corrections to try for a fault of a YAML text at a position (line and column from 0). Of several that
 * mend it equally well, the likelier come first. None if a line near the fault is longer than 10,000 characters.
 */
export function* corrections(lines: Lines, at: Position): Generator<Correction> {
  const near = nearLines(lines, at.line);
  if (near.some((line) => lines[line].length > LONGEST)) return;
  yield* tabs(lines, near);
  for (const line of near) yield* wideSigns(lines[line], line);
  for (const line of near) yield* spacesAndColons(lines[line], line);
  yield* brackets(lines, at, near);
  yield* quotes(lines, at.line);
  for (const line of near) yield* commas(lines[line], line);
  for (const line of near) yield* bareTexts(lines[line], line);
  for (const line of near) yield* dashes(lines, line);
  yield* indents(lines, near);
}

/** Returns the line of a fault, the next and the one before, without blank ones and comments. */
function nearLines(lines: Lines, line: number): number[] {
  const found = hasContent(lines[line]) ? [line] : [];
  for (const step of [1, -1]) {
    let index = line + step;
    while (index >= 0 && index < lines.length && !hasContent(lines[index])) index += step;
    if (index >= 0 && index < lines.length) found.push(index);
  }
  return found;
}

function hasContent(line: string): boolean {
  return /^\s*[^\s#]/.test(line);
}

/** Returns the line up to its comment and the space before that. */
function bodyOf(line: string): string {
  const from = Math.max(line.lastIndexOf('"'), line.lastIndexOf("'")) + 1;
  const at = line.slice(from).search(from === 0 ? /(?:^|\s)#/ : /\s#/);
  return (at < 0 ? line : line.slice(0, from + at)).trimEnd();
}

/** Returns the line with every sign of its quoted texts, and of its comment, written as `_`. */
function masked(line: string): string {
  // A quote that isn't closed matches too, up to the end: else each quote after it would be tried up to there.
  return line.replace(/"(?:[^"\\]|\\.)*("?)|(?<![\p{L}\p{N}])'(?:[^']|'')*'|(?:^|\s)#.*$/gsu, (part, closed) =>
    closed === '' ? part : '_'.repeat(part.length),
  );
}

/** Returns the units of a text, in which columns count, with their columns: some characters of names take two. */
function unitsOf(text: string): (readonly [column: number, unit: string])[] {
  return Array.from({ length: text.length }, (_, column) => [column, text.charAt(column)] as const);
}

/** Spaces that are tried for a tab: what editors show it as, and what an item of a level needs. */
const TAB_WIDTHS = [2, 4, 8, 6] as const;

function* tabs(lines: Lines, near: readonly number[]): Generator<Correction> {
  const isTabbed = (line: number) => /^ *\t\s*[^\s#]/.test(lines[line]);
  if (!near.some(isTabbed)) return;
  const all = [...lines.keys()].filter(isTabbed);
  const more = all.length > 1 ? yamlText.tabbedLines({ n: all.length }) : yamlText.nothing;
  for (const width of TAB_WIDTHS) {
    const edits = all.map((line) => {
      const [indent] = /^[ \t]*/.exec(lines[line]) ?? [''];
      return { line, from: 0, to: indent.length, text: indent.replaceAll('\t', ' '.repeat(width)) };
    });
    const column = lines[all[0]].indexOf('\t');
    yield { line: all[0], column, detail: yamlText.tab({ more }), edits, always: true };
  }
}

/** Full-width signs that a Chinese keyboard writes in place of YAML's. */
const WIDE: ReadonlyMap<string, string> = new Map([
  ['：', ': '],
  ['，', ', '],
  ['｛', '{'],
  ['｝', '}'],
  ['［', '['],
  ['］', ']'],
  ['【', '['],
  ['】', ']'],
  ['“', '"'],
  ['”', '"'],
  ['＃', '#'],
]);

/** A full-width sign, YAML's sign for it, and its column (from 0). */
interface WideSign {
  readonly sign: string;
  readonly plain: string;
  readonly column: number;
}

/**
 * Returns the full-width signs of a line outside its quoted texts and its comment; [] for a line of more than 10,000
 * characters, since nobody types such a line.
 */
export function wideSignsIn(line: string): WideSign[] {
  if (line.length > LONGEST) return [];
  return unitsOf(masked(line)).flatMap(([column, sign]) => {
    const plain = WIDE.get(sign);
    return plain === undefined ? [] : [{ sign, plain, column }];
  });
}

function* wideSigns(text: string, line: number): Generator<Correction> {
  const [indent] = /^[ \u3000]*/.exec(text) ?? [''];
  if (indent.includes('\u3000')) {
    for (const width of [2, 1]) {
      const edits = [{ line, from: 0, to: indent.length, text: indent.replaceAll('\u3000', ' '.repeat(width)) }];
      yield { line, column: indent.indexOf('\u3000'), detail: yamlText.wideSpace, edits };
    }
  }
  const signs = wideSignsIn(text);
  const [first] = signs;
  if (first === undefined) return;
  const detail =
    first.plain === '"'
      ? yamlText.wideQuote
      : yamlText.wideSign({ wide: verbatim(first.sign), plain: verbatim(first.plain) });
  // From the end, so that no edit moves another.
  const edits = signs.toReversed().map(({ plain, column }) => ({ line, from: column, to: column + 1, text: plain }));
  yield { line, column: first.column, detail, edits };
}

const KEY = /^([ ]*(?:- +)*)([\p{L}_][\p{L}\p{N}_-]*)/u;

function* spacesAndColons(text: string, line: number): Generator<Correction> {
  const insert = (column: number, inserted: string, detail: Text): Correction => {
    return { line, column, detail, edits: [{ line, from: column, to: column, text: inserted }] };
  };
  const dash = /^ *-(?=[^\s-])/.exec(text);
  if (dash !== null) yield insert(dash[0].length, ' ', yamlText.spaceAfterDash);
  const [start, , key] = KEY.exec(text) ?? [];
  if (start === undefined) return;
  const rest = bodyOf(text).slice(start.length);
  if (/^:[^\s/\\]/.test(rest)) yield insert(start.length + 1, ' ', yamlText.spaceAfterColon({ key: forQuotes(key) }));
  if (/^(?:\s+[^\s:]|$)/.test(rest)) yield insert(start.length, ':', yamlText.colon({ key: forQuotes(key) }));
}

const CLOSERS: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** Lines before a fault in which a bracket or a quote may be open. */
const OPEN_LINES = 60;

/** A bracket that a line opens. */
interface Open extends Position {
  readonly sign: string;
}

function* brackets(lines: Lines, at: Position, near: readonly number[]): Generator<Correction> {
  for (const line of [...near, ...earlier(lines, at.line, near)]) {
    const open: Open[] = [];
    for (const [column, sign] of unitsOf(masked(lines[line]))) {
      if (CLOSERS[sign] !== undefined) open.push({ line, column, sign });
      if (sign !== ']' && sign !== '}') continue;
      const last = open.pop();
      if (last !== undefined && CLOSERS[last.sign] === sign) continue;
      if (last === undefined) {
        const edits = [{ line, from: column, to: column + 1, text: '' }];
        yield { line, column, detail: yamlText.closerTooMany({ close: verbatim(sign) }), edits };
      } else {
        yield closing([last], { line, column });
        open.pop();
      }
    }
    if (open.length === 0) continue;
    const body = (index: number) => ({ line: index, column: bodyOf(lines[index]).length });
    for (let count = 1; count <= Math.min(open.length, 3); count += 1) {
      const inner = open.slice(-count);
      yield closing(inner, body(line));
      // A list of several lines may end before the line at which the parser stumbles.
      for (const end of near.filter((index) => index > line)) yield closing(inner, body(end));
    }
  }
}

function closing(open: readonly Open[], { line, column }: Position): Correction {
  const close = open.map(({ sign }) => CLOSERS[sign]).toReversed();
  const [first] = open;
  const detail = yamlText.closer({
    close: verbatim(close.join('')),
    open: verbatim(first.sign),
    line: first.line + 1,
    column: first.column + 1,
  });
  return { line, column, detail, edits: [{ line, from: column, to: column, text: close.join('') }] };
}

/** Returns the lines before `line`, the nearest first, without those of `but` and those too long to be searched. */
function earlier(lines: Lines, line: number, but: readonly number[]): number[] {
  const from = Math.max(0, line - OPEN_LINES);
  return Array.from({ length: line - from }, (_, index) => line - 1 - index).filter(
    (index) => !but.includes(index) && lines[index].length <= LONGEST,
  );
}

function* quotes(lines: Lines, last: number): Generator<Correction> {
  for (const line of [last, last + 1, ...earlier(lines, last, [])]) {
    const text = lines[line] ?? '';
    const body = bodyOf(text);
    for (const sign of ['"', "'"]) {
      const columns = unitsOf(masked(text)).flatMap(([column, each]) => (each === sign ? [column] : []));
      const open = columns.find((column) => column === 0 || /[\s[{,]/.test(text[column - 1]));
      if (open !== undefined) {
        const ends = [...text.slice(open).matchAll(/[,\]}]/g)].map(({ index }) => open + index);
        for (const end of [body.length, text.trimEnd().length, ...ends]) {
          const edits = [{ line, from: end, to: end, text: sign }];
          yield { line, column: open, detail: yamlText.openQuote, edits };
        }
      }
      const [start, end] = [body.indexOf(sign), body.lastIndexOf(sign)];
      const inner = body.slice(start + 1, end).indexOf(sign);
      if (start < 0 || inner < 0) continue;
      const escaped = sign === '"' ? '\\"' : "''";
      const edits = [{ line, from: start + 1, to: end, text: body.slice(start + 1, end).replaceAll(sign, escaped) }];
      const detail = yamlText.innerQuote({ escaped: verbatim(escaped) });
      yield { line, column: start + 1 + inner, detail, edits };
    }
  }
}

/** Gaps of a line that are tried for a missing comma. */
const MOST_GAPS = 20;

function* commas(text: string, line: number): Generator<Correction> {
  const hidden = masked(text);
  const gaps = [...hidden.matchAll(/(?<=[^\s:,[{-])\s+(?=[^\s,\]}#])/g)].slice(0, MOST_GAPS);
  const isKey = (column: number) => /^\s+[^\s:,]+:\s/.test(hidden.slice(column));
  const columns = gaps.map(({ index }) => index);
  const end = bodyOf(text).length;
  for (const column of [...columns.filter(isKey), ...columns.filter((one) => !isKey(one)), end]) {
    yield { line, column, detail: yamlText.comma, edits: [{ line, from: column, to: column, text: ',' }] };
  }
}

/** A key, or a dash alone, and a value without quotes or brackets. */
const VALUE = /^(\s*(?:- +)*(?:(?!- )[^\s:#'"{[][^:]*: +|(?<=- +)))([^\s'"{[|>].*)$/;

/** Most characters of a text that are shown in an advice. */
const SHOWN = 40;

function* bareTexts(text: string, line: number): Generator<Correction> {
  const [, start, value] = VALUE.exec(bodyOf(text)) ?? [];
  if (start === undefined || value === undefined) return;
  if (!/: |:$|^[@`%&*!,?]/.test(value)) return;
  yield {
    line,
    column: start.length,
    detail: quotesFor(value),
    edits: [{ line, from: start.length, to: start.length + value.length, text: JSON.stringify(value) }],
  };
}

/** Returns the advice to put a text in quotes. */
export function quotesFor(value: string): Text {
  return yamlText.textInQuotes({ value: verbatim(JSON.stringify(shortened(value))) });
}

function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** The beginning of an item: its dash, its brace and its first key. */
const ITEM = /^ *(- +)?(\{ *)?([\p{L}_][\p{L}\p{N}_-]*):(?:\s|$)/u;

/** Takes a line that begins as the items of its list do for an item without its dash. */
function* dashes(lines: Lines, line: number): Generator<Correction> {
  const width = indentOf(lines[line]);
  const isInner = (index: number) => !hasContent(lines[index]) || indentOf(lines[index]) > width;
  const isWithin = (index: number) => isInner(index) || indentOf(lines[index]) === width;
  let [first, end] = [line, line + 1];
  while (first > Math.max(0, line - OPEN_LINES) && isWithin(first - 1)) first -= 1;
  while (end < Math.min(lines.length, line + OPEN_LINES) && isWithin(end)) end += 1;
  const starts = range(first, end).flatMap((index) => {
    const [, dash, brace, key] = isInner(index) ? [] : (ITEM.exec(lines[index]) ?? []);
    return key === undefined ? [] : [{ index, key, isMarked: dash !== undefined, hasBrace: brace !== undefined }];
  });
  const marked = new Set(starts.flatMap(({ key, isMarked }) => (isMarked ? [key] : [])));
  const items = starts.filter(({ key }) => marked.has(key));
  for (const [n, { index, key, isMarked, hasBrace }] of items.entries()) {
    if (isMarked) continue;
    const rest = range(index + 1, items[n + 1]?.index ?? end).filter((each) => hasContent(lines[each]));
    const shifted = rest.every(isInner) ? [] : rest.map((each) => ({ line: each, from: 0, to: 0, text: '  ' }));
    const item = verbatim(shortened(bodyOf(lines[index]).slice(width)));
    yield {
      line: index,
      column: width,
      detail: hasBrace ? yamlText.dash({ item }) : yamlText.dashOf({ item, key: forQuotes(key) }),
      edits: [{ line: index, from: width, to: width, text: '- ' }, ...shifted],
    };
  }
}

/** Lines about a fault whose indentation may be meant. */
const INDENT_LINES = 20;

/** Indentations that are tried for a line. */
const MOST_INDENTS = 8;

function* indents(lines: Lines, near: readonly number[]): Generator<Correction> {
  const shifts = near.flatMap((line, order) => {
    const now = indentOf(lines[line]);
    return indentsAbout(lines, line)
      .filter((width) => width !== now)
      .map((width) => ({ line, now, width, order, by: Math.abs(width - now) }));
  });
  const sorted = shifts.toSorted((a, b) => a.by - b.by || a.order - b.order);
  for (const isBlock of [false, true]) {
    for (const { line, now, width } of sorted) {
      const all = isBlock ? blockAt(lines, line) : [line];
      if (isBlock && all.length === 1) continue;
      const detail = yamlText.indent({ count: now, wanted: width });
      const moved = (index: number) => ' '.repeat(Math.max(0, indentOf(lines[index]) + width - now));
      const edits = all.map((index) => ({ line: index, from: 0, to: indentOf(lines[index]), text: moved(index) }));
      yield { line, column: now, detail, edits };
    }
  }
}

function indentOf(line: string): number {
  return line.length - line.replace(/^ +/, '').length;
}

/** Returns the indentations of the lines about `line`, and of what their dashes begin; the nearest to its own first. */
function indentsAbout(lines: Lines, line: number): number[] {
  const now = indentOf(lines[line]);
  const widths = new Set<number>();
  for (let index = Math.max(0, line - INDENT_LINES); index < Math.min(lines.length, line + INDENT_LINES); index += 1) {
    if (index === line || !hasContent(lines[index])) continue;
    const [dashes] = /^ *(?:- +)*/.exec(lines[index]) ?? [''];
    widths.add(indentOf(lines[index]));
    widths.add(dashes.length);
  }
  return [...widths].toSorted((a, b) => Math.abs(a - now) - Math.abs(b - now) || b - a).slice(0, MOST_INDENTS);
}

/** Returns `line` and the lines after it that are indented as far or farther. */
function blockAt(lines: Lines, line: number): number[] {
  const block = [line];
  for (let index = line + 1; index < Math.min(lines.length, line + OPEN_LINES); index += 1) {
    if (hasContent(lines[index]) && indentOf(lines[index]) < indentOf(lines[line])) break;
    if (hasContent(lines[index])) block.push(index);
  }
  return block;
}

/** Returns the numbers from `from` to before `to`. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
