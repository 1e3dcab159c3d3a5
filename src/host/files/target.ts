import { accessSync, constants, lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { realPath } from './folders.js';
import { Refusal } from './refusal.js';

/** What the name of an output leads to. */
export type OutputTarget =
  /** What this process has open by a number: `/dev/stdout`, or `/dev/fd/63` as a shell's `>(…)` is called. */
  | { readonly kind: 'descriptor'; readonly number: number }
  /** What takes bytes as they come: a named pipe, a terminal, /dev/null. */
  | { readonly kind: 'stream'; readonly path: string; readonly pipe: boolean }
  | FileTarget;

/** A file, by its path without links; `was`: the one that is there. */
export interface FileTarget {
  readonly kind: 'file';
  readonly path: string;
  readonly was: Stats | undefined;
}

/**
 * Looks where `path` (absolute) leads.
 *
 * @throws Refusal or the system's error, where nothing can be written there
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
  // A file that is put in place of another asks for no right to write that one: whoever took it away meant it.
  if (was !== undefined) accessSync(real, constants.W_OK);
  return { kind: 'file', path: real, was };
}

/** Opened by its name, a file on a shell's standard output would be cut off at what this process has written there. */
function descriptorOf(path: string): number | undefined {
  if (path === '/dev/stdout') return 1;
  if (path === '/dev/stderr') return 2;
  const number = /^\/(?:dev|proc\/self)\/fd\/(\d{1,6})$/.exec(path)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Where a link leads: within the folder that it lies in, or nowhere. What it is called is all that its user sees of it. */
function linked(path: string): string {
  const folder = realPath(dirname(path));
  let real: string;
  try {
    real = realpathSync(path);
  } catch {
    throw new Refusal('ELINKOUT', path);
  }
  if (!isWithin(folder, real)) throw new Refusal('ELINKOUT', path);
  return real;
}

/** Whether `path` is below `folder`; both absolute. */
export function isWithin(folder: string, path: string): boolean {
  const below = relative(folder, path);
  return below !== '' && !isAbsolute(below) && below.split(sep)[0] !== '..';
}
