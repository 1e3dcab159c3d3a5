// The order of faults in reports.

import { locate } from '../../source/place/locate.js';
import type { SourceFile } from '../../source/types.js';
import type { Unreadable } from '../model.js';

/**
 * Returns the faults in the order of the files as read, and within a file by place: the order in which somebody
 * corrects them.
 */
export function faultsInOrder(unreadable: readonly Unreadable[], files: readonly SourceFile[]): Unreadable[] {
  const placed = unreadable.map((fault, index) => {
    const file = files.findIndex(({ path }) => path === fault.place.path);
    const at = fault.at ?? (file === -1 ? { line: 1, column: 1 } : locate(files[file], fault.place).start);
    return { fault, key: [file, at.line, at.column, index] as const };
  });
  const compare = (a: readonly number[], b: readonly number[]) =>
    a.reduce((order, value, i) => order || value - b[i], 0);
  return placed.sort((a, b) => compare(a.key, b.key)).map(({ fault }) => fault);
}
