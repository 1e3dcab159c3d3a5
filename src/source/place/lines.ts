// Lines and columns of a text.
import { memoize } from '../../base/memo.js';
import type { SourceFile } from '../types.js';

/** A position in a text: line and column from 1, the column in UTF-16 code units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Returns the offsets at which the lines of `text` start. A line ends with LF or CRLF. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Returns the line and column (from 1, columns in UTF-16 code units) of `offset`, given the starts of the lines. */
export function lineColumn(starts: readonly number[], offset: number): LineColumn {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low] + 1 };
}

/** Returns the starts of the lines of `file`. Computed once. */
export const lineStartsOf = memoize(({ text }: SourceFile) => lineStarts(text));
