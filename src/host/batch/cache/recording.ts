// Records the output of a run, and plays it again.

import type { Io } from '../../io.js';

/** One output of a run: where it went, and its text in parts. */
export interface Call {
  /** Standard output, standard error, or the path of a file. */
  readonly to: 'out' | 'err' | { readonly file: string };
  /** Parts of the text, in their order. */
  readonly parts: readonly string[];
}

/** An Io that records its output. */
export interface RecordedOutput {
  /** Io to run with. */
  readonly io: Io;
  /** Returns the outputs so far; undefined if they exceed the limit. */
  readonly calls: () => readonly Call[] | undefined;
}

/** Wraps `io` so that all output is also recorded, up to `most` characters in all. */
export function recording(io: Io, most: number): RecordedOutput {
  let calls: Call[] | undefined = [];
  let size = 0;
  const kept = (parts: string[], text: string): void => {
    if (calls === undefined) return;
    size += text.length;
    parts.push(text);
    if (size > most) calls = undefined;
  };
  const begin = (to: Call['to']): string[] => {
    const parts: string[] = [];
    calls?.push({ to, parts });
    return parts;
  };
  function* overheard(parts: Iterable<string>, into: string[]): Generator<string> {
    for (const part of parts) {
      kept(into, part);
      yield part;
    }
  }
  return {
    calls: () => calls,
    io: {
      ...io,
      out: (text) => {
        kept(begin('out'), text);
        io.out(text);
      },
      err: (text) => {
        kept(begin('err'), text);
        io.err(text);
      },
      write: (path, text) => {
        return io.write(path, overheard(typeof text === 'string' ? [text] : text, begin({ file: path })));
      },
    },
  };
}

/** Returns `call` if its parts are texts. Throws a TypeError otherwise: it comes from a cache file. */
export function checked(call: Call): Call {
  if (!call.parts.every((part) => typeof part === 'string')) throw new TypeError('no text');
  return call;
}

/** Writes recorded outputs again, in the same order. */
export async function play(calls: readonly Call[], io: Io): Promise<void> {
  for (const { to, parts } of calls) {
    if (to === 'out') for (const text of parts) io.out(text);
    else if (to === 'err') for (const text of parts) io.err(text);
    else await io.write(to.file, parts);
  }
}
