// Finds out what the name of an output leads to: a file, a stream or an open descriptor.

import { accessSync, constants, lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { realPath } from './folders.js';
import { attempt, Refusal } from './refusal.js';

/** Destination of an output, as its name leads to it. */
type OutputTarget =
  /** An open descriptor of this process: `/dev/stdout`, or `/dev/fd/63` as a shell names its `>(…)`. */
  | { readonly kind: 'descriptor'; readonly number: number }
  /** A named pipe, a terminal or /dev/null, which takes bytes as they come. */
  | { readonly kind: 'stream'; readonly path: string; readonly pipe: boolean }
  | FileTarget;

/** A regular file to write, by its path without links. */
export interface FileTarget {
  /** Tag of the union. */
  readonly kind: 'file';
  /** Absolute path without links. */
  readonly path: string;
  /** Status of the existing file; undefined if there is none. */
  readonly was: Stats | undefined;
}

/**
 * Returns the destination that `path` (absolute) leads to.
 *
 * @throws Refusal, or the system's error, if nothing can be written there
 */
export function outputTarget(path: string): OutputTarget {
  const number = descriptorOf(path);
  if (number !== undefined) return { kind: 'descriptor', number };
  const named = lstatSync(path, { throwIfNoEntry: false });
  const real = named?.isSymbolicLink() === true ? linked(path) : join(realPath(dirname(path)), basename(path));
  const was = statSync(real, { throwIfNoEntry: false });
  if (was?.isFIFO() === true || was?.isCharacterDevice() === true) {
    return { kind: 'stream', path: real, pipe: was.isFIFO() };
  }
  if (was?.isDirectory() === true) throw Object.assign(new Error(`EISDIR: ${path}`), { code: 'EISDIR' });
  if (was !== undefined && !was.isFile()) throw new Refusal('ENOTFILE', path);
  // Replacing a file needs no right to write it. Check all the same: whoever took that right away meant to protect it.
  if (was !== undefined) accessSync(real, constants.W_OK);
  return { kind: 'file', path: real, was };
}

/**
 * Returns the descriptor that a path names; undefined if it names none. Opened by its name, a file on a shell's
 * standard output would lose what this process has written there.
 */
function descriptorOf(path: string): number | undefined {
  if (path === '/dev/stdout') return 1;
  if (path === '/dev/stderr') return 2;
  const number = /^\/(?:dev|proc\/self)\/fd\/(\d{1,6})$/.exec(path)?.[1];
  return number === undefined ? undefined : Number(number);
}

/**
 * Returns the real path of a symbolic link. Throws a Refusal if it leads out of the folder that it lies in, or nowhere:
 * the user sees only its name, and can't know that it leads elsewhere.
 */
function linked(path: string): string {
  const real = attempt(() => realpathSync(path));
  if (real === undefined || !isWithin(realPath(dirname(path)), real)) throw new Refusal('ELINKOUT', path);
  return real;
}

/** True if `path` lies below `folder`; both absolute. False for the folder itself. */
export function isWithin(folder: string, path: string): boolean {
  const below = relative(folder, path);
  return below !== '' && !isAbsolute(below) && below.split(sep)[0] !== '..';
}
