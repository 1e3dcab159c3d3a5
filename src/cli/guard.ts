import type { Io } from './io.js';
import { UsageError } from './usage.js';

/**
 * The same world, in which nothing written takes the place of a file that was read, nor of one written before, by
 * whatever path or link it is named: nobody's work is lost. What can't be written is wrong usage, whoever asked for it.
 */
export function guarded(io: Io): Io {
  const read = new Set<string>();
  const written = new Set<string>();
  return {
    ...io,
    read: (path) => {
      const bytes = io.read(path);
      if (bytes !== undefined) read.add(io.real(path));
      return bytes;
    },
    write: (path, text) => {
      const real = io.real(path);
      if (read.has(real)) {
        throw new UsageError({
          zh: `不能写入“${path}”：该文件是本次读取的设计图或者其所引用的文件，请另取文件名。`,
          en: `can't write '${path}': it is a plan that was read, or a file the plan refers to; choose another name.`,
        });
      }
      if (written.has(real)) {
        throw new UsageError({
          zh: `不能写入“${path}”：本次已有另一份报告或者图写入该文件，请分别取名。`,
          en: `can't write '${path}': another report or drawing of this run is there already; give each its own name.`,
        });
      }
      written.add(real);
      writeOrSay(path, typeof text === 'string' ? [text] : text, io);
    },
    create: (path, text) => {
      try {
        return io.create(path, text);
      } catch (error) {
        throw unwritable(path, error);
      }
    },
    // A command that replaces a file knows what is in it: it read it for that.
    replace: (path, text) => {
      try {
        io.replace(path, text);
      } catch (error) {
        throw unwritable(path, error);
      }
    },
  };
}

function writeOrSay(path: string, parts: Iterable<string>, io: Io): void {
  let fault: unknown;
  /** Parts are worked out while they are written: what goes wrong in that isn't the file's fault. */
  function* rendered(): Generator<string> {
    try {
      yield* parts;
    } catch (error) {
      fault = error;
      throw error;
    }
  }
  try {
    io.write(path, rendered());
  } catch (error) {
    if (fault !== undefined) throw fault;
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): UsageError {
  const reason = error instanceof Error ? error.message : String(error);
  return new UsageError({ zh: `无法写入“${path}”：${reason}`, en: `cannot write '${path}': ${reason}` });
}
