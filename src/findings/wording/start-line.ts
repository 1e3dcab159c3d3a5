import { plainText } from '../../render/escape.js';
import { lineText } from '../../render/excerpt.js';
import type { SourceFile } from '../../source/types.js';
import type { Spot } from '../view.js';

/** A place as services take it that know a file, a line and columns: from 1, in UTF-16 code units, the end exclusive. */
export interface OneLine {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** The first line of `spot`; the start of `path` where the place can't be resolved. */
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

/** Services compare paths with those of the repository, which never begin with `./`. */
function pathText(path: string): string {
  return plainText(path)
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/+)+/, '');
}
