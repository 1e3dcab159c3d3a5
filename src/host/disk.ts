import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { LIMITS } from '../source/limits.js';
import { readFileUpTo } from './reading.js';

const load = createRequire(import.meta.url);

/** What a path leads to; `other` is a pipe, a device, a socket. */
export type FileKind = 'file' | 'folder' | 'other';

/** What a folder holds, by name; links aren't followed. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: FileKind | 'link';
}

/** What git answered. */
export interface GitAnswer {
  readonly ok: boolean;
  readonly out: Uint8Array;
  readonly err: string;
}

/** Looking about on the disk: what finding plans needs beyond reading one. */
export interface Disk {
  /** What is at `path`, links followed; undefined where nothing is, or nothing can be said. */
  readonly kind: (path: string) => FileKind | undefined;
  /** What is in a folder, in the order of code units; undefined where it can't be read. */
  readonly list: (path: string) => readonly FolderEntry[] | undefined;
  /** Bytes of a file that is looked at but not linted: writing a report over it loses nobody's plan. */
  readonly peek: (path: string) => Uint8Array | undefined;
  /** Runs git in the current folder, without a shell; undefined where there is no git. */
  readonly git: (args: readonly string[], input?: string) => GitAnswer | undefined;
}

/** The machine's disk as seen from the folder `cwd`. */
export function diskOf(cwd: string): Disk {
  const at = (path: string) => resolve(cwd, path);
  /** Asked of git once, not before each thing that it is asked. */
  let harmless: readonly string[] | undefined;
  return {
    kind: (path) => {
      try {
        return kindOf(statSync(at(path)));
      } catch {
        return undefined;
      }
    },
    list: (path) => {
      try {
        return readdirSync(at(path), { withFileTypes: true })
          .map((entry) => ({
            name: entry.name,
            kind: entry.isSymbolicLink() ? ('link' as const) : kindOf(entry),
          }))
          .sort((a, b) => (a.name < b.name ? -1 : 1));
      } catch {
        return undefined;
      }
    },
    peek: (path) => {
      return readFileUpTo(at(path), LIMITS.bytes);
    },
    git: (args, input) => {
      harmless ??= filters(cwd);
      return gitIn(cwd, [...harmless, ...args], input);
    },
  };
}

function kindOf(found: { isFile(): boolean; isDirectory(): boolean }): FileKind {
  if (found.isFile()) return 'file';
  return found.isDirectory() ? 'folder' : 'other';
}

/** The names of the files of a big repository are megabytes. */
const MOST_BYTES = 1 << 30;

/** Git must neither ask, nor write to the index, nor fetch what a repository promises to have elsewhere. */
function gitEnvironment(): NodeJS.ProcessEnv {
  const quiet = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  return { ...process.env, ...quiet, GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' };
}

/** Filters that a repository's settings name are programs too: each is told to change nothing. */
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
  // A repository's own settings name programs to run: none is, for plans come from anybody.
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
