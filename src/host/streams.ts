// Standard output and standard error, with every failure to write kept until the end of the run.

import { fstatSync } from 'node:fs';
import { attempt, codeOf } from './files/refusal.js';
import { writeWhole } from './files/streams.js';

/** Why text was lost on standard output or standard error, as the system's code (or its message if it has no code). */
export interface OutputFailure {
  /** Absent if nothing was lost on standard output. */
  out?: string;
  /** Absent if nothing was lost on standard error. */
  err?: string;
}

const NAMES = { 1: 'out', 2: 'err' } as const;

const lost: OutputFailure = {};

/**
 * Streams that have an error listener. Their errors are reported at the end of the run, since files may still be
 * written.
 */
const watched = new Set<NodeJS.WriteStream>();

/**
 * Returns a function that writes text to standard output (1) or standard error (2). A regular file is written directly:
 * Node's own stream doesn't report that a file took only part of the text, as on a full disk.
 */
export function speaker(number: 1 | 2): (text: string | Uint8Array) => void {
  const failed = (error: unknown): void => {
    lost[NAMES[number]] ??= codeOf(error) ?? String(error);
  };
  let file: boolean | undefined;
  return (text) => {
    file ??= attempt(() => fstatSync(number).isFile()) === true;
    if (file) {
      try {
        writeWhole(number, text);
      } catch (error) {
        failed(error);
      }
      return;
    }
    const stream = streamOf(number);
    if (!watched.has(stream)) stream.on('error', failed);
    watched.add(stream);
    stream.write(text);
  };
}

/** Returns the failures of both streams, after both have taken or refused everything written to them. */
export async function lostOutput(): Promise<Readonly<OutputFailure>> {
  for (const stream of watched) {
    await new Promise<void>((resolve) => stream.write('', () => setImmediate(resolve)));
  }
  return lost;
}

function streamOf(number: 1 | 2): NodeJS.WriteStream {
  return number === 1 ? process.stdout : process.stderr;
}
