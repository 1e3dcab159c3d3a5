// Tables as columns of text, for terminals.
import { displayWidth, padEnd, wrap } from '../i18n/width.js';

/** A table as plain text in one language. */
export interface TextTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const GAP = '  ';

/** Narrowest readable column, in characters. */
const NARROWEST = 10;

/**
 * Returns the lines of `table` in columns two spaces apart; a Chinese character takes two columns. The columns with the
 * indices in `figures` (from 0) are aligned right. With `room`, columns, cells wrap; if the columns don't fit then, each
 * row becomes its first cell with the others below it, and the head is left out.
 */
export function columnLines({ head, rows }: TextTable, figures: readonly number[] = [], room?: number): string[] {
  const all = [head, ...rows];
  const natural = head.map((_, column) => Math.max(...all.map((row) => displayWidth(row[column] ?? ''))));
  const widths = room === undefined ? natural : fitted(natural, all, room - GAP.length * (natural.length - 1));
  if (widths === undefined) {
    return rows.flatMap(([first = '', ...cells]) => [
      ...wrap(first, room),
      ...cells.flatMap((cell) => wrap(cell, room === undefined ? room : room - 4).map((line) => `    ${line}`)),
    ]);
  }
  return all.flatMap((row) => {
    const cells = widths.map((width, column) => wrap(row[column] ?? '', room === undefined ? room : width));
    return Array.from({ length: Math.max(...cells.map(({ length }) => length)) }, (_, n) =>
      cells
        .map((lines, column) => {
          const text = lines[n] ?? '';
          const width = widths[column] ?? 0;
          return figures.includes(column) ? padEnd('', width - displayWidth(text)) + text : padEnd(text, width);
        })
        .join(GAP)
        .trimEnd(),
    );
  });
}

/**
 * Returns widths of columns that together take `room`; the widest column that can shrink does so first. Undefined if
 * some would be too narrow: words aren't broken, and a narrow column can't be read.
 */
function fitted(natural: readonly number[], rows: readonly (readonly string[])[], room: number): number[] | undefined {
  const least = natural.map((width, column) => {
    const words = rows.flatMap((row) => row[column]?.match(/[!-~]+/g) ?? []);
    return Math.min(width, Math.max(NARROWEST, ...words.map(({ length }) => length)));
  });
  const widths = [...natural];
  for (let over = widths.reduce((sum, width) => sum + width, 0) - room; over > 0; over--) {
    const spare = widths.map((width, column) => (width > least[column] ? width : 0));
    const widest = Math.max(...spare);
    if (widest === 0) return undefined;
    widths[spare.lastIndexOf(widest)]--;
  }
  return widths;
}
