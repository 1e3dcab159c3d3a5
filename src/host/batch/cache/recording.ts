// Records the output of a run, and plays it again.

import type { Io } from '../../io.js';

/** One piece of text that a cached run wrote, and where to. */
export interface Call {
  /** Standard output, standard error, or the path of a file. */
  readonly to: 'out' | 'err' | { readonly file: string };
  readonly text: string;
}

/** Most characters of output that are recorded: they are held in memory until the run ends. */
const MOST = 5e7;

/**
 * Wraps `io` so that all output is also recorded. `calls` returns the outputs so far; undefined if they have too many
 * characters to be kept.
 */
export function recording(io: Io): { readonly io: Io; readonly calls: () => readonly Call[] | undefined } {
  const calls: Call[] = [];
  let size = 0;
  const kept = (text: string): string => {
    size += text.length;
    if (size <= MOST) return text;
    calls.length = 0;
    return '';
  };
  function* overheard(parts: Iterable<string | Uint8Array>, file: string): Generator<string | Uint8Array> {
    const texts: string[] = [];
    for (const part of parts) {
      // Bytes can't be told again as text.
      if (typeof part !== 'string') size = Number.POSITIVE_INFINITY;
      else if (size <= MOST) texts.push(kept(part));
      if (size > MOST) texts.length = 0;
      yield part;
    }
    calls.push({ to: { file }, text: texts.join('') });
  }
  return {
    calls: () => (size > MOST ? undefined : calls),
    io: {
      ...io,
      out: (text) => {
        calls.push({ to: 'out', text: kept(text) });
        io.out(text);
      },
      err: (text) => {
        calls.push({ to: 'err', text: kept(text) });
        io.err(text);
      },
      write: (path, text) => io.write(path, overheard(typeof text === 'string' ? [text] : text, path)),
    },
  };
}

/** Writes recorded outputs again, in the same order. */
export async function play(calls: readonly Call[], io: Io): Promise<void> {
  for (const { to, text } of calls) {
    if (to === 'out') io.out(text);
    else if (to === 'err') io.err(text);
    else await io.write(to.file, text);
  }
}
