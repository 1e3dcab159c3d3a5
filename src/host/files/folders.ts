// Makes and removes folders, and resolves paths.

import { existsSync, mkdirSync, realpathSync, rmdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { attempt } from './refusal.js';

/**
 * Makes a folder and the missing ones above it. Returns those that were made, the topmost first. Node's own recursive
 * mkdir never ends if a file system refuses with ENOENT, as /proc does.
 */
export function makeFolder(folder: string, mode?: number): string[] {
  if (existsSync(folder) || dirname(folder) === folder) return [];
  const made = makeFolder(dirname(folder), mode);
  try {
    mkdirSync(folder, { mode });
    return [...made, folder];
  } catch (error) {
    // Another run made it meanwhile.
    if (existsSync(folder)) return made;
    removeFolders(made);
    throw error;
  }
}

/**
 * Removes folders that are no longer needed. `made` lists them as `makeFolder` does, the topmost first; they are
 * removed from the last to the first. The first that is not empty stays, and so do those above it.
 */
export function removeFolders(made: readonly string[]): void {
  for (const folder of made.toReversed()) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}

/**
 * Returns the real path of a file, links followed; for a file that does not exist, links of its existing folders
 * followed.
 */
export function realPath(path: string): string {
  const folder = dirname(path);
  return attempt(() => realpathSync(path)) ?? (folder === path ? path : join(realPath(folder), basename(path)));
}
