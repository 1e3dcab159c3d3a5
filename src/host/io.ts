// The machine as commands see it: files, streams, clock, environment and git.

import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Locale } from '../i18n/locale.js';
import { LIMITS } from '../source/limits.js';
import { type Disk, diskOf } from './disk.js';
import { realPath } from './files/folders.js';
import { type Replacement, replaceAll } from './files/place.js';
import { attempt } from './files/refusal.js';
import { onInterrupt } from './files/signals.js';
import { writer } from './files/writer.js';
import { type PrivateFiles, privateFiles } from './private-files.js';
import { readFileUpTo, readUpTo } from './reading.js';
import { speaker } from './streams.js';

/**
 * Exit code of a run: 0 complies, 1 findings, 2 wrong usage or configuration, 3 nothing to read or an unreadable plan,
 * 70 a fault of sitecam.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 70;

/**
 * Everything that a command may touch of the machine. Code in the folders of src other than `host`, `cli` and `web`
 * never does.
 */
export interface Io extends Disk {
  /** Writes text to standard output. */
  readonly out: (text: string) => void;
  /** Writes text to standard error. */
  readonly err: (text: string) => void;
  /** Columns of the terminal on standard output; 80 if it is no terminal. */
  readonly columns: number;
  /** True if standard output is a terminal. */
  readonly isTerminal: boolean;
  /** True if standard error is a terminal. */
  readonly errIsTerminal: boolean;
  /** Columns of the terminal on standard error; 80 if it is no terminal. */
  readonly errColumns: number;
  /** Environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Returns the day of the machine, YYYY-MM-DD, in local time. */
  readonly today: () => string;
  /** Returns a monotonic time in ms since an arbitrary moment; used to decide when to show progress. */
  readonly now: () => number;
  /** Returns the number of threads that this machine can run at once. */
  readonly cores: () => number;
  /**
   * Returns the bytes of a file; undefined if there is none that can be read. `path` is absolute or relative to the
   * current folder. Reads at most one byte past `most` (default: the size limit of a file), so that the caller can tell
   * that there are too many.
   */
  readonly read: (path: string, most?: number) => Uint8Array | undefined;
  /** Records that a worker thread has read this file, so that it counts as read by this run. */
  readonly haveRead: (path: string) => void;
  /** Returns the bytes of standard input, at most one past `most`; undefined if it cannot be read. */
  readonly readStdin: (most?: number) => Uint8Array | undefined;
  /** Writes a file, whole or not at all, from its text or from the parts of it in turn, which may be bytes. */
  readonly write: (path: string, text: string | Iterable<string | Uint8Array>) => Promise<void>;
  /** Writes a file that does not exist yet. Returns false, and touches nothing, if something has that name. */
  readonly create: (path: string, text: string) => boolean;
  /**
   * Replaces the text of a file at once: a reader, or a power cut, meets the old text or the new one, never a mixture.
   */
  readonly replace: (path: string, text: string) => void;
  /** Replaces the bytes of files of the plan `plan`, of all or of none; their modes stay. For repairs (`--fix`). */
  readonly amend: (files: readonly Replacement[], plan: string) => void;
  /** True if the path leads to a folder. */
  readonly isFolder: (path: string) => boolean;
  /** Runs `work` and then puts all files that it wrote, created or replaced in their places: all of them, or none. */
  readonly together: <T>(work: () => T | Promise<T>) => Promise<T>;
  /** True if anything exists at the path. */
  readonly exists: (path: string) => boolean;
  /**
   * Returns the real path of a file, links followed; for a file that does not exist, links of its existing folders
   * followed.
   */
  readonly real: (path: string) => string;
  /** Returns the absolute path, links not followed, with `/`; a drive of Windows stands below the root. */
  readonly absolute: (path: string) => string;
  /** Returns the path as people see it: relative to the current folder, with `/`. */
  readonly shown: (path: string) => string;
  /** Files that only this user may read, for the cache. */
  readonly privateFiles: PrivateFiles;
  /** Returns this Io for another run of the same process: nothing counts as read or written by it yet. */
  readonly again: () => Io;
  /**
   * Calls `act` at Ctrl+C, or when the system asks the process to end, until the returned function is called. From then
   * on either ends the process at once, as usual.
   */
  readonly onInterrupt: (act: () => void) => () => void;
  /** Opens an address in the user's browser. Calls `failed` if none can be started. */
  readonly browse: (address: string, failed: () => void) => void;
}

/** Returns the Io of this process, with relative paths taken from the folder `cwd`. */
export function processIo(cwd = process.cwd()): Io {
  const at = (path: string) => resolve(cwd, path);
  const [out, err] = [speaker(1), speaker(2)];
  const files = writer({ 1: out, 2: err });
  const io: Io = {
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
    read: (path, most) => readFileUpTo(at(path), most),
    haveRead: () => {},
    readStdin: (most = LIMITS.bytes) => attempt(() => readUpTo(0, most)),
    write: (path, text) => files.write(at(path), typeof text === 'string' ? [text] : text),
    create: (path, text) => files.create(at(path), text),
    together: files.together,
    exists: (path) => attempt(() => statSync(at(path))) !== undefined,
    isFolder: (path) => attempt(() => statSync(at(path)).isDirectory()) === true,
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
    again: () => io,
    onInterrupt,
    browse: (address, failed) => {
      import('./serve/browse.js').then(({ browse }) => browse(address, failed), failed);
    },
  };
  return io;
}

function localDay(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Returns the locale of the terminal: `--lang`, else English if the environment names it, else zh-CN. */
export function terminalLocale(lang: string | undefined, env: Io['env']): Locale {
  if (lang !== undefined) return lang === 'en' ? 'en' : 'zh-CN';
  const set = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return set !== undefined && /^en([_.-]|$)/i.test(set) ? 'en' : 'zh-CN';
}

/**
 * True if output should be coloured: decided by the option, else NO_COLOR and FORCE_COLOR (no-color.org), else by
 * whether standard output is a terminal.
 */
export function wantsColour(option: boolean | undefined, io: Io): boolean {
  if (option !== undefined) return option;
  if (io.env.NO_COLOR !== undefined && io.env.NO_COLOR !== '') return false;
  if (io.env.FORCE_COLOR !== undefined) return io.env.FORCE_COLOR !== '0' && io.env.FORCE_COLOR !== 'false';
  return io.isTerminal && io.env.TERM !== 'dumb';
}
