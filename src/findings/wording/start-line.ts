// Places as services take them that know a file, a line and columns.
import { plainText } from '../../render/escape.js';
import { lineText } from '../../render/excerpt.js';
import type { SourceFile } from '../../source/types.js';
import type { Spot } from '../view.js';

/** A place on one line: line and columns from 1, columns in UTF-16 code units, the end exclusive. */
export interface OneLine {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/**
 * Returns the part of `spot` that lies on its first line; the start of the file `path` if `spot` is undefined, since
 * the place couldn't be resolved.
 */
export function startLine(spot: Spot | undefined, path: string): OneLine {
  if (spot === undefined) return { file: pathText(path), line: 1, column: 1, endColumn: 1 };
  const { start, end } = spot.span;
  const endColumn = end.line > start.line ? lineEnd(spot.file, start.line) : end.column;
  return {
    file: pathText(spot.file.path),
    line: start.line,
    column: start.column,
    endColumn: Math.max(endColumn, start.column),
  };
}

function lineEnd(file: SourceFile, line: number): number {
  return lineText(file, line).trimEnd().length + 1;
}

/** Returns the path as services compare it with those of the repository, which never begin with `./`. */
function pathText(path: string): string {
  return plainText(path)
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/+)+/, '');
}
