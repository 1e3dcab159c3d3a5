// Protects the files that a run has read or written from being overwritten by its own output.

import { dirname } from 'node:path';
import type { Replacement } from './files/place.js';
import { NotPlaced } from './files/refusal.js';
import { isWithin } from './files/target.js';
import type { Io } from './io.js';
import { UsageError } from './usage.js';
import { writeErrorText } from './write-errors.js';

/**
 * Wraps `io` so that no output (`write`, `create`) overwrites a file this run read or wrote, whatever path or link names
 * it. Two methods may replace a file that was read: `amend` (repairs), within the plan's folder and only if the file hasn't
 * changed since; and `replace`, for commands that rewrite their own file. Every failure to write becomes a UsageError.
 */
export function guardedIo(io: Io): Io {
  const read = new Set<string>();
  const written = new Set<string>();
  /** Folders that the user's paths start from: the current folder, and the folders of files that were read. */
  const folders = new Set(['.']);
  const haveRead = (path: string): void => {
    read.add(io.real(path));
    folders.add(dirname(path));
  };
  const inPlace = <T>(path: string, act: () => T): T => {
    checkFolder(path, folders, io);
    return orUnwritable(path, act);
  };
  return {
    ...io,
    read: (path, most) => {
      const bytes = io.read(path, most);
      if (bytes !== undefined) haveRead(path);
      return bytes;
    },
    amend: (files, plan) => {
      for (const file of files) checkReplacement(file, plan, io, read, written);
      const paths = files.map(({ path }) => path).join(', ');
      orUnwritable(paths, () => io.amend(files, plan));
    },
    haveRead,
    again: () => guardedIo(io),
    write: async (path, text) => {
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
      checkFolder(path, folders, io);
      written.add(real);
      await writeOrSay(path, typeof text === 'string' ? [text] : text, io);
    },
    create: (path, text) => inPlace(path, () => io.create(path, text)),
    // No check against files that were read: a command that replaces a file has read it for that purpose.
    replace: (path, text) => inPlace(path, () => io.replace(path, text)),
    together: async (work) => {
      try {
        return await io.together(work);
      } catch (error) {
        throw error instanceof NotPlaced ? unwritable(io.shown(error.path), error.cause) : error;
      }
    },
  };
}

/**
 * Throws a UsageError if `path` names a place inside one of the folders but a symbolic link on the way leads out of it.
 * Whoever made the plan may have put that link there. A user who wants the other folder names it.
 */
function checkFolder(path: string, folders: ReadonlySet<string>, io: Io): void {
  const named = io.absolute(path);
  const real = io.real(dirname(path));
  for (const folder of folders) {
    const [base, realBase] = [io.absolute(folder), io.real(folder)];
    if (!isWithin(base, named) || real === realBase || isWithin(realBase, real)) continue;
    const shown = io.shown(folder) || '.';
    throw new UsageError({
      zh: `不能写入“${path}”：路径中有符号链接，指向“${shown}”之外（${real}）。确需写入该处的，请直接写明其路径。`,
      en: `can't write '${path}': a symbolic link on its way leads out of '${shown}' (to ${real}). If that is where it should go, name that path itself.`,
    });
  }
}

async function writeOrSay(path: string, parts: Iterable<string | Uint8Array>, io: Io): Promise<void> {
  let fault: unknown;
  /** Parts are computed while they are written: an error from that is not a write error of the file. */
  function* rendered(): Generator<string | Uint8Array> {
    try {
      yield* parts;
    } catch (error) {
      fault = error;
      throw error;
    }
  }
  try {
    await io.write(path, rendered());
  } catch (error) {
    if (fault !== undefined) throw fault;
    throw unwritable(path, error);
  }
}

function orUnwritable<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): UsageError {
  const why = writeErrorText(error instanceof NotPlaced ? error.cause : error);
  return new UsageError(
    { zh: `无法写入“${path}”：${why.zh}`, en: `cannot write '${path}': ${why.en}` },
    { zh: `有文件无法写入：${why.zh}`, en: `a file cannot be written: ${why.en}` },
  );
}

/**
 * Throws unless this run read the file and did not write it, it lies within the plan's folder, and its bytes are still
 * those that were read.
 */
function checkReplacement(
  { path, was }: Replacement,
  plan: string,
  io: Io,
  read: ReadonlySet<string>,
  written: ReadonlySet<string>,
): void {
  const real = io.real(path);
  if (!read.has(real) || written.has(real)) throw new Error(`'${path}' is no file that was read`);
  const folder = io.real(dirname(plan));
  if (!isWithin(folder, real)) {
    throw new UsageError({
      zh: `未改动“${path}”：它经由符号链接指向设计图所在文件夹之外（${real}）。请直接对该文件使用 --fix。`,
      en: `'${path}' was left as it is: it leads through a symbolic link out of the plan's folder (to ${real}). Run --fix on that file itself.`,
    });
  }
  const now = io.read(path);
  if (now === undefined || Buffer.compare(now, was) !== 0) {
    throw new UsageError({
      zh: `未改动“${path}”：读取之后该文件已被另行修改，请重新运行。`,
      en: `'${path}' was left as it is: it has been changed since it was read. Run again.`,
    });
  }
}
