// Inline content as runs of text, for all writers.
import { type Locale, type Localized, render } from '../../i18n/locale.js';
import type { Inline, Inlines, Position } from '../document.js';

/** Returns a text between the control characters of a terminal style. */
export type Style = (text: string) => string;

/** A stretch of text written in one style. */
export interface Run {
  readonly text: string;
  readonly style: Style;
}

/** Returns inline content as a list of pieces. */
export function piecesOf(inlines: Inlines): readonly Inline[] {
  return isList(inlines) ? inlines : [inlines];
}

function isList(inlines: Inlines): inlines is readonly Inline[] {
  return Array.isArray(inlines);
}

/** Returns inline content as characters, marked up by nothing. */
export function inlineText(inlines: Inlines, locale: Locale): string {
  return piecesOf(inlines)
    .map((piece) => {
      if ('zh' in piece) return render(piece, locale);
      if ('strong' in piece) return inlineText(piece.strong, locale);
      if ('quiet' in piece) return inlineText(piece.quiet, locale);
      if ('code' in piece) return piece.code;
      if ('place' in piece) return positionText(piece.place);
      if ('blank' in piece) return render(piece.blank, locale);
      return inlineText(piece.text, locale);
    })
    .join('');
}

/** Returns `path:line:column`, or as much of it as is known. */
export function positionText({ path, line, column }: Position): string {
  return [path, line, column].filter((part) => part !== undefined).join(':');
}

/** Returns a place in words, for paper: `path:100:5` would render as an emoji. */
export function positionWords({ path, line, column }: Position): Localized {
  if (line === undefined || column === undefined) return { zh: path, en: path };
  return { zh: `${path}，第${line}行第${column}列`, en: `${path}, line ${line}, column ${column}` };
}

/** Returns wrapped lines with the styles of the runs they came from. Wrapping only drops spaces and moves none. */
export function styledLines(runs: readonly Run[], lines: readonly string[]): string[] {
  const all = runs.map(({ text }) => text).join('');
  const ends: number[] = [];
  for (const { text } of runs) ends.push((ends[ends.length - 1] ?? 0) + text.length);
  let at = 0;
  return lines.map((line) => {
    at = all.indexOf(line, at);
    const end = at + line.length;
    const styled = runs
      .map(({ text, style }, n) => {
        const from = ends[n] - text.length;
        const part = text.slice(Math.max(0, at - from), Math.max(0, end - from));
        return part === '' ? '' : style(part);
      })
      .join('');
    at = end;
    return styled;
  });
}
