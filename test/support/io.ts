// Runs sitecam in the test's process, with output collected in memory.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { main } from '../../src/cli/main.js';
import { diskOf } from '../../src/host/disk.js';
import type { ExitCode, Io } from '../../src/host/io.js';
import { type PrivateFiles, privateFiles } from '../../src/host/private-files.js';

/** Result of a command line: exit code, both streams, and the files it wrote by path. */
export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
  readonly written: ReadonlyMap<string, string>;
}

const nowhere = (): never => {
  throw new Error('nothing may be touched here');
};

/** An Io whose functions all throw, for code that only declares or describes commands. */
export const NO_IO: Io = {
  out: nowhere,
  err: nowhere,
  columns: 80,
  isTerminal: false,
  errIsTerminal: false,
  errColumns: 80,
  env: {},
  today: nowhere,
  now: nowhere,
  cores: nowhere,
  haveRead: nowhere,
  privateFiles: { read: nowhere, write: nowhere, list: nowhere, remove: nowhere, isShared: nowhere },
  read: nowhere,
  readStdin: nowhere,
  write: nowhere,
  amend: nowhere,
  create: nowhere,
  replace: nowhere,
  together: nowhere,
  exists: nowhere,
  isFolder: nowhere,
  real: nowhere,
  absolute: nowhere,
  shown: nowhere,
  kind: nowhere,
  list: nowhere,
  peek: nowhere,
  git: nowhere,
  watch: nowhere,
  stamp: nowhere,
  again: nowhere,
  onInterrupt: nowhere,
  browse: nowhere,
};

/**
 * Runs a command line of sitecam in the project's folder, on a fixed day. Files in `given` take precedence over the
 * disk's; nothing is written to disk.
 */
export async function sitecam(
  argv: readonly string[],
  options: {
    given?: Readonly<Record<string, string | Uint8Array>>;
    env?: Record<string, string>;
    stdin?: string;
    columns?: number;
    isTerminal?: boolean;
    errIsTerminal?: boolean;
    today?: string;
    now?: () => number;
    privateFiles?: PrivateFiles;
  } = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const written = new Map<string, string>();
  const replaced = new Map<string, Uint8Array>();
  const io: Io = {
    ...diskOf(process.cwd()),
    kind: (path) => (options.given?.[path] === undefined ? diskOf(process.cwd()).kind(path) : 'file'),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    columns: options.columns ?? 100,
    isTerminal: options.isTerminal ?? false,
    errIsTerminal: options.errIsTerminal ?? false,
    errColumns: 80,
    env: options.env ?? {},
    today: () => options.today ?? '2026-11-24',
    now: options.now ?? (() => 0),
    cores: () => 1,
    read: (path) => {
      const given = replaced.get(path) ?? options.given?.[path];
      if (given !== undefined) return typeof given === 'string' ? new TextEncoder().encode(given) : given;
      return existsSync(path) && statSync(path).isFile() ? readFileSync(path) : undefined;
    },
    haveRead: () => {},
    readStdin: () => new TextEncoder().encode(options.stdin ?? ''),
    write: async (path, text) => {
      const parts = typeof text === 'string' ? [text] : [...text];
      // Bytes are kept one by one as the characters of their numbers.
      written.set(path, parts.map((part) => (typeof part === 'string' ? part : latin(part))).join(''));
    },
    replace: (path, text) => {
      written.set(path, text);
    },
    together: async (work) => work(),
    exists: (path) => options.given?.[path] !== undefined || existsSync(path),
    create: (path, text) => {
      if (written.has(path) || options.given?.[path] !== undefined || existsSync(path)) return false;
      written.set(path, text);
      return true;
    },
    amend: (files) => {
      for (const { path, bytes } of files) {
        replaced.set(path, bytes);
        written.set(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
      }
    },
    isFolder: (path) => existsSync(path) && statSync(path).isDirectory(),
    real: (path) => resolve(path),
    absolute: (path) => resolve(path),
    shown: (path) => (isAbsolute(path) ? relative(process.cwd(), path) : path),
    privateFiles: options.privateFiles ?? privateFiles('test'),
    again: () => io,
    onInterrupt: nowhere,
    browse: nowhere,
  };
  const code = await main(argv, io);
  return { code, out, err, written };
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
