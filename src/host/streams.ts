import { fstatSync } from 'node:fs';
import { codeOf } from './files/refusal.js';
import { writeWhole } from './files/streams.js';

/** What kept standard output or standard error from taking what was said, by the system's code. */
export interface OutputFailure {
  out?: string;
  err?: string;
}

const NAMES = { 1: 'out', 2: 'err' } as const;

const lost: OutputFailure = {};

/** The streams that are listened to: what goes wrong with them is told when all is said, since there may be files to write. */
const watched = new Set<NodeJS.WriteStream>();

/**
 * Says something on standard output (1) or standard error (2). What a file takes only part of, as on a full disk, Node's
 * own stream doesn't tell.
 */
export function speaker(number: 1 | 2): (text: string) => void {
  const failed = (error: unknown): void => {
    lost[NAMES[number]] ??= codeOf(error) ?? String(error);
  };
  let file: boolean | undefined;
  return (text) => {
    file ??= isFile(number);
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

/** What was lost, once both streams have taken or refused all that they were given. */
export async function lostOutput(): Promise<Readonly<OutputFailure>> {
  for (const stream of watched) {
    await new Promise<void>((resolve) => stream.write('', () => setImmediate(resolve)));
  }
  return lost;
}

function streamOf(number: 1 | 2): NodeJS.WriteStream {
  return number === 1 ? process.stdout : process.stderr;
}

function isFile(number: number): boolean {
  try {
    return fstatSync(number).isFile();
  } catch {
    return false;
  }
}
