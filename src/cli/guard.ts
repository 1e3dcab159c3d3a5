import { dirname, isAbsolute, relative, sep } from 'node:path';
import type { Replacement } from './files.js';
import type { Io } from './io.js';
import { UsageError } from './usage.js';

/**
 * The same world, in which nothing written takes the place of a file that was read, nor of one written before, by
 * whatever path or link it is named: nobody's work is lost. Only repairs may replace what was read (`amend`), in the folder
 * of the plan and where it still is what was read. What can't be written is wrong usage, whoever asked for it.
 */
export function guarded(io: Io): Io {
  const read = new Set<string>();
  const written = new Set<string>();
  return {
    ...io,
    read: (path, most) => {
      const bytes = io.read(path, most);
      if (bytes !== undefined) read.add(io.real(path));
      return bytes;
    },
    amend: (files, plan) => {
      for (const file of files) checkReplacement(file, plan, io, read, written);
      try {
        io.amend(files, plan);
      } catch (error) {
        throw unwritable(files.map(({ path }) => path).join(', '), error);
      }
    },
    haveRead: (path) => void read.add(io.real(path)),
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
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  return new UsageError(
    {
      zh: `无法写入“${path}”：${known?.zh ?? reason}`,
      en: `cannot write '${path}': ${known?.en ?? reason}`,
    },
    known && { zh: `有文件无法写入：${known.zh}`, en: `a file cannot be written: ${known.en}` },
  );
}

/** What keeps a file from being written, by the system's code for it. */
const REASONS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  EACCES: { zh: '没有写入权限。', en: 'permission denied.' },
  EPERM: { zh: '没有写入权限。', en: 'permission denied.' },
  EROFS: { zh: '所在的文件系统为只读。', en: 'its file system is read-only.' },
  ENOENT: { zh: '所在文件夹不存在，也不能建立。', en: 'its folder does not exist and cannot be made.' },
  ENOTDIR: { zh: '路径中有一处是文件，不是文件夹。', en: 'a part of its path is a file, not a folder.' },
  EEXIST: { zh: '路径中有一处是文件，不是文件夹。', en: 'a part of its path is a file, not a folder.' },
  EISDIR: { zh: '它是文件夹。', en: 'it is a folder.' },
  ENOSPC: { zh: '磁盘空间不足。', en: 'there is no space left on the disk.' },
};

/** A file may be replaced that this run read and did not write, that is within the plan's folder, and that nobody changed since. */
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

function isWithin(folder: string, path: string): boolean {
  const below = relative(folder, path);
  return below !== '' && !isAbsolute(below) && below.split(sep)[0] !== '..';
}
