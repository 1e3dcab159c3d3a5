import { sha256 } from '../../base/hash.js';
import { decode } from '../../source/parse/decode.js';
import { locate } from '../../source/place/locate.js';
import type { SourceFile } from '../../source/types.js';
import type { InputFile, SourceOrigin } from '../types.js';

/** Where something stands in a source: its line and column where the file has lines that count, else what names it there. */
export interface SourceSpot {
  readonly path: string;
  readonly pointer: string;
  readonly line?: number;
  readonly column?: number;
}

/** Where an origin is in its file. */
export type Resolve = (origin: SourceOrigin) => SourceSpot;

/** Finds places in `files`, each of which is decoded when it is first asked for; and their hashes. */
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
      // A pointer begins with a slash; the handle of a DXF entity has no line.
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
