import { randomBytes } from 'node:crypto';
import { type Stats, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Locale } from '../i18n/locale.js';
import { LIMITS } from '../source/limits.js';
import { type Disk, diskOf } from './disk.js';
import { realPath } from './files/folders.js';
import { type Replacement, replaceAll } from './files/types.js';
import { writer } from './files/writer.js';
import { type PrivateFiles, privateFiles } from './private-files.js';
import { readFileUpTo, readUpTo } from './reading.js';
import { speaker } from './streams.js';

/** 0 complies, 1 findings, 2 wrong usage or configuration, 3 nothing to read or unreadable, 70 a fault of sitecam. */
export type ExitCode = 0 | 1 | 2 | 3 | 70;

/** Everything a command may touch of the world. Below cli/ nothing touches it at all. */
export interface Io extends Disk {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Columns of the terminal on standard output; 80 where it is none. */
  readonly columns: number;
  readonly isTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Columns of the terminal on standard error; 80 where it is none. */
  readonly errColumns: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The machine's day, YYYY-MM-DD, local time. */
  readonly today: () => string;
  /** ms that have passed since some moment: what lasts long may be told of as it goes on. */
  readonly now: () => number;
  /** Threads that this machine can run at once. */
  readonly cores: () => number;
  /**
   * Bytes of a file, undefined where there is none that can be read. `path` is relative to the current folder or absolute.
   * No more than one byte past `most` (as many as a file may have, where absent) is read: there are too many then.
   */
  readonly read: (path: string, most?: number) => Uint8Array | undefined;
  /** A worker thread has read this file: it counts as read by this run. */
  readonly haveRead: (path: string) => void;
  /** Undefined where it can't be read. */
  readonly readStdin: (most?: number) => Uint8Array | undefined;
  /** Writes a file, whole or not at all: its text, or the parts of it in turn. */
  readonly write: (path: string, text: string | Iterable<string>) => Promise<void>;
  /** Writes a file that isn't there yet; false, and nothing is touched, where something of that name is. */
  readonly create: (path: string, text: string) => boolean;
  /** Puts `text` in the place of a file at once: whoever reads it, or pulls the plug, finds the old text or the new one. */
  readonly replace: (path: string, text: string) => void;
  /** Puts other bytes in the place of files of the plan `plan`, of all or of none; their modes stay. */
  readonly amend: (files: readonly Replacement[], plan: string) => void;
  readonly isFolder: (path: string) => boolean;
  /** Files that `work` writes, creates and replaces are put in their places together when it is done: all of them, or none. */
  readonly together: <T>(work: () => T | Promise<T>) => Promise<T>;
  /** Whether there is anything at the path. */
  readonly exists: (path: string) => boolean;
  /** The one path of a file, links followed; of one that isn't there yet, as far as there are folders. */
  readonly real: (path: string) => string;
  /** The path from the root, links not followed, with `/`; a drive stands below the root. */
  readonly absolute: (path: string) => string;
  /** The path as people see it: relative to the current folder, with `/`. */
  readonly shown: (path: string) => string;
  readonly privateFiles: PrivateFiles;
}

/** The real world, seen from the folder `cwd`. */
export function processIo(cwd = process.cwd()): Io {
  const at = (path: string) => resolve(cwd, path);
  const [out, err] = [speaker(1), speaker(2)];
  const files = writer({ 1: out, 2: err });
  return {
    ...diskOf(cwd),
    out,
    err,
    columns: process.stdout.columns ?? 80,
    isTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    errColumns: process.stderr.columns ?? 80,
    env: process.env,
    today: () => localDay(new Date()),
    now: () => performance.now(),
    cores: availableParallelism,
    read: (path, most) => diskRead(at(path), most),
    haveRead: () => {},
    readStdin: (most = LIMITS.bytes) => {
      try {
        return readUpTo(0, most);
      } catch {
        return undefined;
      }
    },
    write: (path, text) => files.write(at(path), typeof text === 'string' ? [text] : text),
    create: (path, text) => files.create(at(path), text),
    together: files.together,
    exists: (path) => statOf(at(path)) !== undefined,
    isFolder: (path) => statOf(at(path))?.isDirectory() === true,
    replace: (path, text) => files.replace(at(path), text),
    amend: (files) => replaceAll(files.map((file) => ({ ...file, path: realPath(at(file.path)) }))),
    real: (path) => realPath(at(path)),
    absolute: (path) =>
      at(path)
        .split(sep)
        .join('/')
        .replace(/^(?!\/)/, '/'),
    shown: (path) => {
      const short = isAbsolute(path) ? relative(cwd, path) : relative(cwd, at(path));
      return short.split(sep).join('/');
    },
    privateFiles: privateFiles(randomBytes(8).toString('hex')),
  };
}

/** Bytes of a file, relative to the current folder or absolute; undefined where there is none that can be read. */
export function diskRead(path: string, most: number = LIMITS.bytes): Uint8Array | undefined {
  return readFileUpTo(path, most);
}

/** Undefined where there is nothing, or nothing that may be looked at. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function localDay(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The locale of the terminal: `--lang`, else the environment where it names English or Chinese, else zh-CN. */
export function terminalLocale(lang: string | undefined, env: Io['env']): Locale {
  if (lang !== undefined) return lang === 'en' ? 'en' : 'zh-CN';
  const set = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return set !== undefined && /^en([_.-]|$)/i.test(set) ? 'en' : 'zh-CN';
}

/** Whether to colour: the option, else NO_COLOR and FORCE_COLOR (no-color.org), else whether it is a terminal. */
export function wantsColour(option: boolean | undefined, io: Io): boolean {
  if (option !== undefined) return option;
  if (io.env.NO_COLOR !== undefined && io.env.NO_COLOR !== '') return false;
  if (io.env.FORCE_COLOR !== undefined) return io.env.FORCE_COLOR !== '0' && io.env.FORCE_COLOR !== 'false';
  return io.isTerminal && io.env.TERM !== 'dumb';
}
