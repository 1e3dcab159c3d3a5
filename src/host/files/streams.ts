import { closeSync, constants, fstatSync, openSync, writeSync } from 'node:fs';
import { codeOf, Refusal } from './refusal.js';

/** ms between looks at something that isn't ready yet. */
const PAUSE = 5;

/** ms that somebody has to begin reading a pipe: started together with sitecam, not after it. */
const PATIENCE = 2000;

/** Writes to what takes bytes as they come. A pipe that nobody reads is an error, not a wait for ever. */
export function writeStream(path: string, pipe: boolean, parts: Iterable<string>): void {
  const held = pipe ? openRead(path) : undefined;
  try {
    // Neither made nor cut off: what is there now is still what was looked at.
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

/** What says something on standard output (1) and standard error (2). */
export type StdStreams = Readonly<Record<1 | 2, (text: string) => void>>;

/** Writes to what this process has open by a number, and leaves it open; never past what `say` has in hand. */
export function writeDescriptor(number: number, parts: Iterable<string>, say: StdStreams): void {
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

/** A pipe that is read: held open, so that it can be opened again without waiting. */
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

/** Writes all of a text, however little is taken at once. Somebody else may have set a pipe to refuse what it has no room for; it has when it has been read from. */
export function writeWhole(file: number, text: string): void {
  let rest: Uint8Array = Buffer.from(text);
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
