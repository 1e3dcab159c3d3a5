// Files and places as JSON records.
import type { Spot } from '../../findings/view.js';
import { startLine } from '../../findings/wording/start-line.js';
import type { Place, SourceFile } from '../../source/types.js';

/** Returns what the JSON report says of a file that was read for a plan: its path, format and SHA-256. */
export function fileRecord({ path, sha256, format }: SourceFile) {
  return { path, format, sha256 };
}

/**
 * Returns a place as the JSON report gives it: the file, a JSON pointer into it and, if `spot` is known, the part of
 * the line to point at. Lines and columns from 1, columns in UTF-16 code units, the end exclusive.
 */
export function placeRecord(place: Place, spot: Spot | undefined) {
  const { line, column, endColumn } = startLine(spot, place.path);
  return {
    file: place.path,
    pointer: place.pointer,
    ...(place.key === true ? { key: true } : {}),
    ...(spot === undefined ? {} : { line, column, endLine: line, endColumn }),
  };
}
