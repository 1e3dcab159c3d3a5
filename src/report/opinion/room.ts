// How much of two pages the parts of a form take, estimated without a printer: a row too many would begin a third page.
import { textWidth } from '../../draw/text.js';
import type { Localized } from '../../i18n/locale.js';

/** Height of two pages between their margins, and what may stay empty at the end of the first, mm. */
const PAGES = 2 * 263 - 16;

/** Millimetres of a point. */
const POINT = 25.4 / 72;

/** Sizes of text (pt) and heights of its lines (mm), as the style of the form has them. */
const TABLE = { size: 9.5, line: 9.5 * 1.32 * POINT };
const NOTE = { size: 8.5, line: 8.5 * 1.35 * POINT };
const LIST = { size: 8.8, line: 8.8 * 1.3 * POINT };

/** Widths of what is said and of what to do in a row, of a column of the list, and of the page, mm. */
const WIDTH = { text: 105.5, remedy: 30.5, item: 75, page: 168 };

/** Heights of parts, mm: head, notice on cautions, figure, headings, notes on what is left out, conclusion with signatures. */
const PARTS = { head: 45, cautions: 12, figure: 90, headings: 4 * 7 + 2 * 6, left: 8, end: 47 };

function linesOf({ zh }: Localized, size: number, width: number): number {
  return Math.max(1, Math.ceil((textWidth(zh, size * POINT) * 1.02) / width));
}

/** Returns the height of a row with this text and this remedy, mm. */
export function rowHeight(text: Localized, remedy?: Localized): number {
  const lines = Math.max(
    2,
    linesOf(text, TABLE.size, WIDTH.text),
    remedy === undefined ? 1 : linesOf(remedy, TABLE.size, WIDTH.remedy),
  );
  return lines * TABLE.line + 1.1;
}

/** Optional and variable parts of a form of an opinion, by which it is fitted onto its pages. */
export interface FormParts {
  readonly hasCautions: boolean;
  readonly hasFigure: boolean;
  /** Paragraphs in small type. */
  readonly notes: readonly Localized[];
  /** Items of the list of papers. */
  readonly items: readonly Localized[];
}

/** Returns the height, in mm, that the form's two pages leave for rows beside its other parts. */
export function roomForRows({ hasCautions, hasFigure, notes, items }: FormParts): number {
  const small = notes.reduce((sum, text) => sum + linesOf(text, NOTE.size, WIDTH.page) * NOTE.line + 1, 0);
  const list = items.reduce((sum, text) => sum + linesOf(text, LIST.size, WIDTH.item) * LIST.line, 0) / 2;
  // The columns of the list are rarely of one height.
  const papers = items.length === 0 ? 0 : list + 2 * LIST.line;
  const own = (hasCautions ? PARTS.cautions : 0) + (hasFigure ? PARTS.figure : 0);
  return PAGES - PARTS.head - own - PARTS.headings - PARTS.left - PARTS.end - small - papers;
}
