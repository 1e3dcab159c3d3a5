// Limits which files a plan or a configuration may lead to, by whatever name or link.

import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { OUTSIDE_FOLDER, type Read } from '../source/parse/reading.js';
import type { Io } from './io.js';

/**
 * Returns a reader for the plan at `path` and the files it refers to. It wraps `read` and returns OUTSIDE_FOLDER for a
 * file that doesn't lie in the plan's folder or below one of `roots`, links followed, whatever its name says. The plan
 * itself may be a link to anywhere, since the user named it.
 *
 * @param roots real paths of folders
 * @param real returns the real path of a file, links followed
 */
export function confinedReader(
  path: string,
  roots: readonly string[],
  read: Read,
  real: (path: string) => string,
): Read {
  let folder: string | undefined;
  return (file) => {
    if (file === path) return read(file);
    folder ??= real(dirname(path));
    return isWithinAny([folder, ...roots], real(file)) ? read(file) : OUTSIDE_FOLDER;
  };
}

/** Bounds on the files that a configuration, waiver file, baseline or pack may lead to. */
export interface Reach {
  /** True if the file or folder at `path` lies within the bounds, links followed. */
  readonly has: (path: string) => boolean;
  /** Reads a file within the bounds; returns OUTSIDE_FOLDER for any other. */
  readonly read: Read;
}

/**
 * Returns the bounds on what the file at `path` may lead to: the repository that holds its folder (that folder alone if
 * there is none), and everything below `roots`. They hold for every file that it leads to, directly or not: a file that
 * it extends may lie in another repository by way of a link, and doesn't widen the bounds to that one.
 *
 * @param roots real paths of folders
 * @param isNamed true if the user named the file, which then may itself be a link to anywhere
 */
export function reachOf(path: string, roots: readonly string[], io: Io, { isNamed }: { isNamed: boolean }): Reach {
  const folder = io.real(dirname(path));
  const all = [repositoryOf(join(folder, 'file'), io) ?? folder, ...roots];
  const has = (file: string) => (isNamed && file === path) || isWithinAny(all, io.real(file));
  return { has, read: (file) => (has(file) ? io.read(file) : OUTSIDE_FOLDER) };
}

/** Returns the folder of the repository that holds the file at `path` (absolute); undefined if none does. */
export function repositoryOf(path: string, io: Pick<Io, 'exists'>): string | undefined {
  const folder = dirname(path);
  if (io.exists(join(folder, '.git'))) return folder;
  return folder === path ? undefined : repositoryOf(folder, io);
}

/** True if `path` is one of the folders or lies below one; all are real paths. */
function isWithinAny(folders: readonly string[], path: string): boolean {
  return folders.some((folder) => {
    const way = relative(folder, path);
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  });
}
