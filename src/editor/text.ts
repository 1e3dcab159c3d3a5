// Offsets of a text as an editor counts them: lines and characters from 0, characters in UTF-16 code units.
import type { Position, Range } from 'vscode-languageserver-types';
import { lineColumn, lineStartsOf } from '../source/place/lines.js';
import type { SourceFile, Span } from '../source/types.js';

/** Returns the position, line and character from 0, of `offset` in the text of `file`. Both count UTF-16 units. */
export function positionAt(file: SourceFile, offset: number): Position {
  const { line, column } = lineColumn(lineStartsOf(file), offset);
  return { line: line - 1, character: column - 1 };
}

/** Returns the offset of a position in the text of `file`; one beyond a line, or the text, counts as its end. */
export function offsetAt(file: SourceFile, { line, character }: Position): number {
  const starts = lineStartsOf(file);
  const start = starts[line];
  if (start === undefined) return file.text.length;
  return Math.min(start + character, (starts[line + 1] ?? file.text.length + 1) - 1);
}

/** Returns the range from one offset to another in the text of `file`. */
export function rangeOf(file: SourceFile, from: number, to: number): Range {
  return { start: positionAt(file, from), end: positionAt(file, to) };
}

/** Returns a span, whose lines and columns count from 1, as a range. */
export function rangeOfSpan({ start, end }: Span): Range {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}
