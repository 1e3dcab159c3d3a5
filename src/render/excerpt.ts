import { displayWidth, expandTabs } from '../i18n/width.js';
import { lineStartsOf } from '../source/place/lines.js';
import type { SourceFile, Span } from '../source/types.js';
import { plainSource } from './escape.js';

/** One line of source with the token that is meant. */
export interface Frame {
  readonly line: number;
  /** The line as printed: safe, tabs expanded, cut to the room there is. */
  readonly text: string;
  /** Columns before the caret, and how many the token takes. */
  readonly indent: number;
  readonly width: number;
}

const ELLIPSIS = '…';
/** Of a line too long for its room, so much may stand before the token. */
const LEAD = 0.5;

/** Characters beside a token that are looked at, for each column there is room for: more than a line ever shows. */
const BESIDE = 8;

/** The text of line `line` (from 1) of `file`, without its line break. */
export function lineText(file: SourceFile, line: number): string {
  const { text } = file;
  const starts = lineStartsOf(file);
  const from = starts[line - 1] ?? text.length;
  let to = starts[line] ?? text.length;
  if (to > from && text[to - 1] === '\n') to -= to - 1 > from && text[to - 2] === '\r' ? 2 : 1;
  return text.slice(from, to);
}

/** The first line of `span` in `file`, in at most `room` columns, with the place of its token. */
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
 * The part of a line about a token that could be shown, and where in it the token is: whole files are written on one line.
 * All of a line with tabs, whose width hangs on where they stand.
 */
function aboutToken(line: string, from: number, to: number, room: number | undefined) {
  const reach = BESIDE * (room ?? Number.POSITIVE_INFINITY);
  const start = Math.max(0, from - reach);
  const source = line.slice(start, Math.min(to, from + reach) + reach);
  if (source.length === line.length || source.includes('\t')) return { source: line, from, to };
  return { source, from: from - start, to: Math.min(to, from + reach) - start };
}

/** `text`, or its end in `columns` columns where it and what follows don't fit into `room`. */
function keepEnd(text: string, columns: number, room: number, rest: string): string {
  if (displayWidth(text) <= columns || displayWidth(text + rest) <= room) return text;
  const characters = [...text];
  let used = displayWidth(ELLIPSIS);
  let at = characters.length;
  while (at > 0 && used + displayWidth(characters[at - 1]) <= columns) used += displayWidth(characters[--at]);
  return ELLIPSIS + characters.slice(at).join('');
}

/** `text`, or its beginning in `room` columns. */
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
