// Places of notes in source files, by line and column.

import { sha256 } from '../../base/hash.js';
import { decode } from '../../source/parse/decode.js';
import { locate } from '../../source/place/locate.js';
import type { SourceFile } from '../../source/types.js';
import type { InputFile, SourceOrigin } from '../types.js';

/** A place in a source: line and column if the file has meaningful lines, else pointer or handle. */
export interface SourceSpot {
  readonly path: string;
  readonly pointer: string;
  readonly line?: number;
  readonly column?: number;
}

/** Returns the place of an origin in its file: line and column of its pointer if that file is JSON, else the pointer alone. */
export type Resolve = (origin: SourceOrigin) => SourceSpot;

/**
 * Returns a function that gives the place of an origin in `files` (`resolve`), and the SHA-256 of each file (`sources`).
 * A file is decoded when a place in it is first looked up.
 */
export function resolver(files: readonly InputFile[]): {
  readonly resolve: Resolve;
  readonly sources: readonly { readonly path: string; readonly sha256: string }[];
} {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const decoded = new Map<string, SourceFile | undefined>();
  const fileOf = (path: string): SourceFile | undefined => {
    if (!decoded.has(path)) decoded.set(path, decodedJson(byPath.get(path)));
    return decoded.get(path);
  };
  return {
    sources: files.map(({ path, bytes }) => ({ path, sha256: sha256(bytes) })),
    resolve: ({ path, pointer }) => {
      // A pointer begins with a slash. The handle of a DXF entity has no line.
      const file = pointer.startsWith('/') ? fileOf(path) : undefined;
      if (file === undefined) return { path, pointer };
      const { line, column } = locate(file, { path, pointer }).start;
      return { path, pointer, line, column };
    },
  };
}

function decodedJson(file: InputFile | undefined): SourceFile | undefined {
  if (file === undefined || !/json$/i.test(file.path)) return undefined;
  const text = decode(file.bytes);
  return text.ok ? { path: file.path, text: text.text, sha256: '', format: 'json' } : undefined;
}
