import { plainFigure } from '../i18n/number.js';
import { plainText } from './escape.js';

/** A cell: text, which may be a plan's, or a figure; undefined is empty. */
export type Cell = string | number | undefined;

/** What spreadsheets, those of China too, take for the start of a formula, with what they skip before it. */
const FORMULA = /^[\s"]*[=+\-@|＝＋－＠]/;

/** The same in the middle of a text: where a semicolon parts cells, what follows one is the start of a cell. */
const AFTER_SEMICOLON = /;(?=[\s"]*[=+\-@|＝＋－＠])/g;

/** Tells spreadsheets that the file is UTF-8: without it Chinese reads as mojibake. */
export const BYTE_ORDER_MARK = '\ufeff';

/** One record of RFC 4180, with its line break. */
export function csvRecord(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? plainFigure(cell) : '';
  const text = harmless(plainText(cell));
  return /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `text` that no spreadsheet works out: an apostrophe before what would begin a formula. */
function harmless(text: string): string {
  return (FORMULA.test(text) ? `'${text}` : text).replace(AFTER_SEMICOLON, ";'");
}
