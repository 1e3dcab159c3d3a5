import type { Io } from '../../io.js';

/** Something said or written: where to, and its text in parts (UTF-8). */
export interface Call {
  readonly to: 'out' | 'err' | { readonly file: string };
  readonly parts: readonly Uint8Array[];
}

export interface RecordedOutput {
  readonly io: Io;
  /** Undefined where it was too much to keep. */
  readonly calls: () => readonly Call[] | undefined;
}

/** The same world, in which what is said and written is kept too, up to `most` bytes. */
export function recording(io: Io, most: number): RecordedOutput {
  let calls: Call[] | undefined = [];
  let size = 0;
  const kept = (parts: Uint8Array[], text: string): void => {
    if (calls === undefined) return;
    const bytes = Buffer.from(text);
    size += bytes.length;
    parts.push(bytes);
    if (size > most) calls = undefined;
  };
  const begin = (to: Call['to']): Uint8Array[] => {
    const parts: Uint8Array[] = [];
    calls?.push({ to, parts });
    return parts;
  };
  function* overheard(parts: Iterable<string>, into: Uint8Array[]): Generator<string> {
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

/** Throws where it can't be said or written. */
export function checked(call: Call): Call {
  if (!call.parts.every((part) => part instanceof Uint8Array)) throw new TypeError('no text');
  return call;
}

/** Says and writes it all again, in the same order. */
export async function play(calls: readonly Call[], io: Io): Promise<void> {
  for (const { to, parts } of calls) {
    if (to === 'out') for (const text of texts(parts)) io.out(text);
    else if (to === 'err') for (const text of texts(parts)) io.err(text);
    else await io.write(to.file, texts(parts));
  }
}

function* texts(parts: readonly Uint8Array[]): Generator<string> {
  for (const part of parts) yield Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString();
}
