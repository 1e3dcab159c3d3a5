// Looks at paths and folders on the disk, and runs git.

import { readdirSync, statSync, watch } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { attempt } from './files/refusal.js';
import { readFileUpTo } from './reading.js';

const load = createRequire(import.meta.url);

/** Kind of file that a path leads to; `other` is a pipe, a device or a socket. */
export type FileKind = 'file' | 'folder' | 'other';

/** One entry of a folder. Links are not followed: their kind is `link`. */
export interface FolderEntry {
  /** Name without the folder. */
  readonly name: string;
  /** Kind of the entry itself. */
  readonly kind: FileKind | 'link';
}

/** Result of a git command. */
export interface GitAnswer {
  /** True if git exited with 0. */
  readonly ok: boolean;
  /** Bytes of its standard output. */
  readonly out: Uint8Array;
  /** Text of its standard error, in English. */
  readonly err: string;
}

/** Access to the disk that finding plans needs beyond reading one. */
export interface Disk {
  /** Returns the kind of file at `path`, links followed; undefined if nothing is there or access is denied. */
  readonly kind: (path: string) => FileKind | undefined;
  /** Returns the entries of a folder in the order of code units; undefined if it cannot be read. */
  readonly list: (path: string) => readonly FolderEntry[] | undefined;
  /**
   * Returns the bytes of a file that is only looked at, not linted; undefined if it cannot be read. The file does not
   * count as read, so a report may overwrite it.
   */
  readonly peek: (path: string) => Uint8Array | undefined;
  /**
   * Runs git in the current folder, without a shell; undefined if git is not installed. `input` goes to its standard
   * input.
   */
  readonly git: (args: readonly string[], input?: string) => GitAnswer | undefined;
  /**
   * Calls `act` with the name of whatever changes directly in a folder, undefined where the system gives none, until the
   * returned function is called. Returns undefined if the folder can't be watched.
   */
  readonly watch: (folder: string, act: (name: string | undefined) => void) => (() => void) | undefined;
  /** Returns a text of size and time of change that is another once the file was written; undefined if there is none. */
  readonly stamp: (path: string) => string | undefined;
}

/** Returns access to the disk of this machine, with relative paths taken from the folder `cwd`. */
export function diskOf(cwd: string): Disk {
  const at = (path: string) => resolve(cwd, path);
  /** Options that disable filters; determined once, not before each command. */
  let harmless: readonly string[] | undefined;
  return {
    kind: (path) => attempt(() => kindOf(statSync(at(path)))),
    list: (path) =>
      attempt(() =>
        readdirSync(at(path), { withFileTypes: true })
          .map((entry): FolderEntry => ({ name: entry.name, kind: entry.isSymbolicLink() ? 'link' : kindOf(entry) }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      ),
    peek: (path) => readFileUpTo(at(path)),
    git: (args, input) => {
      harmless ??= filters(cwd);
      return gitIn(cwd, [...harmless, ...args], input);
    },
    watch: (folder, act) =>
      attempt(() => {
        const watcher = watch(at(folder), (_, name) => act(name ?? undefined));
        // A folder that is removed, or a limit of the system: what was in it has changed, or may have.
        watcher.on('error', () => act(undefined));
        return () => watcher.close();
      }),
    stamp: (path) =>
      attempt(() => {
        const { size, mtimeNs, ino } = statSync(at(path), { bigint: true });
        return `${size} ${mtimeNs} ${ino}`;
      }),
  };
}

function kindOf(found: { isFile(): boolean; isDirectory(): boolean }): FileKind {
  if (found.isFile()) return 'file';
  return found.isDirectory() ? 'folder' : 'other';
}

/** Most bytes of output taken from git: the file names of a big repository are megabytes. */
const MOST_BYTES = 1 << 30;

/**
 * Returns an environment in which git neither prompts, nor writes to the index, nor fetches missing objects of a
 * partial clone.
 */
function gitEnvironment(): NodeJS.ProcessEnv {
  const quiet = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  return { ...process.env, ...quiet, GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' };
}

/**
 * Returns options that disable every filter of the repository's settings, since filters are programs that it could run.
 */
function filters(cwd: string): string[] {
  const { spawnSync }: typeof import('node:child_process') = load('node:child_process');
  const asked = ['config', '--includes', '--name-only', '-z', '--get-regexp', '^filter\\..*\\.(clean|smudge|process)$'];
  const { stdout } = spawnSync('git', asked, { cwd, env: gitEnvironment(), maxBuffer: MOST_BYTES, windowsHide: true });
  const names = new Set(
    (stdout ?? '')
      .toString()
      .split('\0')
      .filter((name) => name !== '')
      .map((name) => name.replace(/\.[a-z]+$/, '')),
  );
  return [...names].flatMap((name) => ['clean', 'smudge', 'process'].flatMap((what) => ['-c', `${name}.${what}=`]));
}

function gitIn(cwd: string, args: readonly string[], input: string | undefined): GitAnswer | undefined {
  const { spawnSync }: typeof import('node:child_process') = load('node:child_process');
  // A repository's settings can name programs for git to run. None may run, since plans come from anybody.
  const safe = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];
  const { error, status, stdout, stderr } = spawnSync('git', [...safe, ...args], {
    cwd,
    ...(input === undefined ? {} : { input }),
    env: gitEnvironment(),
    maxBuffer: MOST_BYTES,
    windowsHide: true,
  });
  if (error !== undefined && status === null && stdout === null) return undefined;
  return { ok: status === 0, out: stdout ?? new Uint8Array(), err: (stderr ?? '').toString() };
}
