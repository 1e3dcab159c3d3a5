import type { OUTSIDE_FOLDER, Read } from '../../../source/parse/reading.js';

/** Every file that was asked for, with its bytes; undefined where there was none that could be read, OUTSIDE where it may not be. */
export type Reads = ReadonlyMap<string, Uint8Array | typeof OUTSIDE_FOLDER | undefined>;

/** `read`, each file once, with an account of what was asked for. */
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
