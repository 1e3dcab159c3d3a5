// Records which files a result was read from.

import type { OUTSIDE_FOLDER, Read } from '../../../source/parse/reading.js';

/**
 * Every file that was requested, with its bytes; undefined if it could not be read, OUTSIDE_FOLDER if it may not be
 * read.
 */
export type Reads = ReadonlyMap<string, Uint8Array | typeof OUTSIDE_FOLDER | undefined>;

/** Wraps `read` so that each file is read once and recorded in `reads`. */
export function recorded(read: Read): { readonly read: Read; readonly reads: Reads } {
  const reads = new Map<string, Uint8Array | typeof OUTSIDE_FOLDER | undefined>();
  return {
    reads,
    read(path) {
      if (reads.has(path)) return reads.get(path);
      const bytes = read(path);
      reads.set(path, bytes);
      return bytes;
    },
  };
}
