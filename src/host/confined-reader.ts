// Which files a plan or a configuration may lead to, by whatever name or link.

import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { OUTSIDE_FOLDER, type Read } from '../source/parse/reading.js';
import type { Io } from './io.js';

/**
 * `read` for the plan at `path` and what it refers to: that must lie in the plan's folder or below one of `roots`, links
 * followed, whatever its name says. The plan itself was named by whoever runs this, and may be a link to anywhere.
 *
 * @param real the one path of a file, links followed
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

/** What the files that a configuration, or a file of its own sort, leads to may be. */
export interface Reach {
  /** True if the file at `path`, or the folder, may be looked at, links followed. */
  readonly has: (path: string) => boolean;
  readonly read: Read;
}

/**
 * Returns what the file at `path` may lead to: what lies in the repository that holds its folder, or without one in that
 * folder, or below one of `roots`. What it leads to leads no further: a file that is extended, which links may have put
 * anywhere, doesn't bring a repository of its own with it.
 *
 * @param isNamed whoever runs this named the file itself, which then may be a link to anywhere
 */
export function reachOf(path: string, roots: readonly string[], io: Io, { isNamed }: { isNamed: boolean }): Reach {
  const folder = io.real(dirname(path));
  const all = [repositoryOf(join(folder, 'file'), io) ?? folder, ...roots];
  const has = (file: string) => (isNamed && file === path) || isWithinAny(all, io.real(file));
  return { has, read: (file) => (has(file) ? io.read(file) : OUTSIDE_FOLDER) };
}

/** The folder of the repository that the file at `path` (absolute) lies in. */
export function repositoryOf(path: string, io: Pick<Io, 'exists'>): string | undefined {
  const folder = dirname(path);
  if (io.exists(join(folder, '.git'))) return folder;
  return folder === path ? undefined : repositoryOf(folder, io);
}

/** Whether a path is that of one of the folders, or lies below one; all by their real paths. */
function isWithinAny(folders: readonly string[], path: string): boolean {
  return folders.some((folder) => {
    const way = relative(folder, path);
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  });
}
