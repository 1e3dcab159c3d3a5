// Excerpts of source lines, with the token that a message points at.
import { displayWidth, expandTabs } from '../i18n/width.js';
import { lineStartsOf } from '../source/place/lines.js';
import type { SourceFile, Span } from '../source/types.js';
import { plainSource } from './escape.js';

/** One printed line of source, and the columns in it that a message points at (the token). */
export interface Frame {
  readonly line: number;
  /** The line as printed: control characters replaced, tabs expanded, cut to the room available. */
  readonly text: string;
  /** Columns before the token, and columns of the token itself. */
  readonly indent: number;
  readonly width: number;
}

const ELLIPSIS = '…';
/** Share of the room that text before the token may take in a line that is too long. */
const LEAD = 0.5;

/** Characters to consider on each side of a token, per column of room. More than a line ever shows. */
const BESIDE = 8;

/** Returns the text of line `line` (from 1) of `file`, without its line break; '' beyond the end of the file. */
export function lineText(file: SourceFile, line: number): string {
  const { text } = file;
  const starts = lineStartsOf(file);
  const from = starts[line - 1] ?? text.length;
  let to = starts[line] ?? text.length;
  if (to > from && text[to - 1] === '\n') to -= to - 1 > from && text[to - 2] === '\r' ? 2 : 1;
  return text.slice(from, to);
}

/**
 * Returns the first line of `span` in `file`, cut to `room` columns, with the columns that the span takes up in it.
 * Undefined `room` cuts nothing.
 */
export function frame(file: SourceFile, span: Span, room: number | undefined): Frame {
  const line = lineText(file, span.start.line);
  const start = Math.min(span.start.column - 1, line.length);
  const end = span.end.line > span.start.line ? line.trimEnd().length : Math.min(span.end.column - 1, line.length);
  const { source, from, to } = aboutToken(line, start, Math.max(start, end), room);
  const before = expandTabs(plainSource(source.slice(0, from)));
  const token = expandTabs(plainSource(source.slice(from, to)), displayWidth(before));
  const after = plainSource(source.slice(to)).replaceAll('\t', ' ');
  const head = room === undefined ? before : keepEnd(before, Math.max(1, Math.floor(room * LEAD)), room, token + after);
  const text = room === undefined ? head + token + after : keepStart(head + token + after, room);
  const indent = displayWidth(head);
  const width = Math.max(1, Math.min(displayWidth(token), displayWidth(text) - indent));
  return { line: span.start.line, text: text.trimEnd(), indent, width };
}

/**
 * Returns the part of a line near the token that could be shown, with the token's place in it: some files are one very
 * long line. Returns the whole line if there are tabs, since their width depends on where they stand.
 */
function aboutToken(line: string, from: number, to: number, room: number | undefined) {
  const reach = BESIDE * (room ?? Number.POSITIVE_INFINITY);
  const start = Math.max(0, from - reach);
  const source = line.slice(start, Math.min(to, from + reach) + reach);
  if (source.length === line.length || source.includes('\t')) return { source: line, from, to };
  return { source, from: from - start, to: Math.min(to, from + reach) - start };
}

/** Returns `text`; if it and `rest` don't fit into `room` columns, its last `columns` columns after an ellipsis. */
function keepEnd(text: string, columns: number, room: number, rest: string): string {
  if (displayWidth(text) <= columns || displayWidth(text + rest) <= room) return text;
  const characters = [...text];
  let used = displayWidth(ELLIPSIS);
  let at = characters.length;
  while (at > 0 && used + displayWidth(characters[at - 1]) <= columns) used += displayWidth(characters[--at]);
  return ELLIPSIS + characters.slice(at).join('');
}

/** Returns `text`, cut to `room` columns with an ellipsis if it is longer. */
function keepStart(text: string, room: number): string {
  if (displayWidth(text) <= room) return text;
  let used = displayWidth(ELLIPSIS);
  let out = '';
  for (const character of text) {
    used += displayWidth(character);
    if (used > room) break;
    out += character;
  }
  return out + ELLIPSIS;
}
