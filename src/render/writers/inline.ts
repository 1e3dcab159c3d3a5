// Inline content as runs of text, for all writers.
import { render } from '../../i18n/catalogue.js';
import type { Locale, Localized } from '../../i18n/locale.js';
import type { Inline, Inlines, Position } from '../document.js';

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
