import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes read at once. */
const PIECE = 1 << 16;

/**
 * Bytes of a regular file; undefined where there is none that can be read. No more than one past `most` are read, which
 * shows that there are too many: a file may have any size, grow while it is read, or, like those of /proc, not tell.
 * What is opened is what is looked at, without waiting: a pipe that took the file's place would never answer.
 */
export function readFileUpTo(path: string, most: number): Uint8Array | undefined {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch {
    return undefined;
  }
  try {
    const found = fstatSync(file);
    return found.isFile() ? readUpTo(file, most, found.size) : undefined;
  } catch {
    return undefined;
  } finally {
    closeSync(file);
  }
}

/** What an open file still has, up to one byte past `most`. Throws what the system says where it can't be read. */
export function readUpTo(file: number, most: number, expected = PIECE): Uint8Array {
  let bytes = new Uint8Array(Math.min(expected, most) + 1);
  let length = 0;
  for (;;) {
    if (length === bytes.length) {
      if (length > most) return bytes;
      const larger = new Uint8Array(Math.min(2 * length + PIECE, most + 1));
      larger.set(bytes);
      bytes = larger;
    }
    const read = readSync(file, bytes, length, bytes.length - length, null);
    if (read === 0) return bytes.subarray(0, length);
    length += read;
  }
}
