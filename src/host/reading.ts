// Reads files up to a limit of bytes.

import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { LIMITS } from '../source/limits.js';
import { attempt } from './files/refusal.js';

/** Bytes by which the buffer grows when the size of a file is not known. */
const PIECE = 1 << 16;

/**
 * Returns the bytes of a regular file; undefined if there is none that can be read. Reads at most one byte past `most`,
 * which shows that there are too many: a file may have any size, grow while it is read, or, like those of /proc, report
 * no size.
 *
 * Opens first, without waiting, and then checks what was opened: a pipe that took the place of the file would never
 * answer.
 */
export function readFileUpTo(path: string, most: number = LIMITS.bytes): Uint8Array | undefined {
  const file = attempt(() => openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)));
  if (file === undefined) return undefined;
  try {
    const found = fstatSync(file);
    return found.isFile() ? readUpTo(file, most, found.size) : undefined;
  } catch {
    return undefined;
  } finally {
    closeSync(file);
  }
}

/**
 * Returns the remaining bytes of an open file, up to one past `most`. Throws the system's error if it cannot be read.
 * @param expected size of the file in bytes, if it is known
 */
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
