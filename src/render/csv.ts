// CSV records (RFC 4180) that no spreadsheet takes for formulas.
import { plainFigure } from '../i18n/number.js';
import { plainText } from './escape.js';

/** A cell: a text, which may come from a plan, or a figure. Undefined is an empty cell. */
export type Cell = string | number | undefined;

/** Start of a formula for spreadsheets, Chinese ones included, with the characters they skip before it. */
const FORMULA = /^[\s"]*[=+\-@|＝＋－＠]/;

/** Start of a formula after a semicolon: where semicolons separate cells, a new cell starts there. */
const AFTER_SEMICOLON = /;(?=[\s"]*[=+\-@|＝＋－＠])/g;

/** UTF-8 byte order mark. Without it spreadsheets show Chinese text garbled. */
export const BYTE_ORDER_MARK = '\ufeff';

/** Returns one record by RFC 4180, with its line break. Figures that aren't finite are empty cells. */
export function csvRecord(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? plainFigure(cell) : '';
  const text = harmless(plainText(cell));
  return /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Returns `text` with an apostrophe before anything that a spreadsheet would take for a formula. */
function harmless(text: string): string {
  return (FORMULA.test(text) ? `'${text}` : text).replace(AFTER_SEMICOLON, ";'");
}
