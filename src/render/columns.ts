// Tables as columns of text, for terminals.
import { displayWidth } from '../i18n/width.js';
import type { TextTable } from './document.js';

/**
 * Returns the lines of `table` in columns two spaces apart; a Chinese character takes two columns. The columns with the
 * indices in `figures` (from 0) are aligned right.
 */
export function columnLines({ head, rows }: TextTable, figures: readonly number[] = []): string[] {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => displayWidth(row[column] ?? ''))));
  return [head, ...rows].map((row) =>
    row
      .map((cell, column) => {
        const room = ' '.repeat((widths[column] ?? 0) - displayWidth(cell));
        return figures.includes(column) ? room + cell : cell + room;
      })
      .join('  ')
      .trimEnd(),
  );
}
