// Writes to open descriptors, pipes and terminals.

import { closeSync, constants, fstatSync, openSync, writeSync } from 'node:fs';
import { codeOf, Refusal } from './refusal.js';

/** ms between two attempts at something that is not ready yet. */
const PAUSE = 5;

/** ms to wait for a reader to open a pipe: a reader is started together with sitecam, not after it. */
const PATIENCE = 2000;

/**
 * Writes to a pipe, terminal or character device. Throws a Refusal if nobody reads a pipe, rather than wait for ever.
 *
 * @param pipe true if `path` is a named pipe, for whose reader it waits 2 s
 */
export function writeStream(path: string, pipe: boolean, parts: Iterable<string | Uint8Array>): void {
  const held = pipe ? openRead(path) : undefined;
  try {
    // Without O_CREAT and O_TRUNC: if a file has taken the place of the pipe since, it must not be made or truncated.
    const file = openSync(path, constants.O_WRONLY | constants.O_NOCTTY);
    try {
      if (fstatSync(file).isFile()) throw new Refusal('ENOTFILE', path);
      for (const part of parts) writeWhole(file, part);
    } finally {
      closeSync(file);
    }
  } finally {
    if (held !== undefined) closeSync(held);
  }
}

/** Functions that write text to standard output (1) and standard error (2). */
export type StdStreams = Readonly<Record<1 | 2, (text: string | Uint8Array) => void>>;

/**
 * Writes to descriptor `number` of this process and leaves it open. Standard output and standard error go through
 * `say`, so that the order of what is already waiting there is kept. Throws a Refusal for a descriptor that cannot take
 * text.
 */
export function writeDescriptor(number: number, parts: Iterable<string | Uint8Array>, say: StdStreams): void {
  if (number === 1 || number === 2) {
    for (const part of parts) say[number](part);
    return;
  }
  const found = fstatSync(number);
  if (!found.isFIFO() && !found.isFile() && !found.isCharacterDevice() && !found.isSocket()) {
    throw new Refusal('ENOTFILE', `/dev/fd/${number}`);
  }
  for (const part of parts) writeWhole(number, part);
}

/**
 * Opens a pipe that has a reader, and returns the descriptor. While it is held open, the pipe can be opened again
 * without waiting.
 */
function openRead(path: string): number {
  for (let waited = 0; ; waited += PAUSE) {
    try {
      return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch (error) {
      if (codeOf(error) !== 'ENXIO') throw error;
      if (waited >= PATIENCE) throw new Refusal('ENOREADER', path);
      pause();
    }
  }
}

/**
 * Writes all of a text to an open file, however little the system takes at once. Another process may have made a pipe
 * non-blocking: then it refuses text while it is full, and this waits and tries again.
 */
export function writeWhole(file: number, text: string | Uint8Array): void {
  let rest: Uint8Array = typeof text === 'string' ? Buffer.from(text) : text;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(file, rest));
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error;
      pause();
    }
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
}
