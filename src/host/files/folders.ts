import { existsSync, mkdirSync, realpathSync, rmdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Makes a folder and those above it; those that were made, the topmost first. Node's own recursive making of folders never
 * ends where a file system refuses with ENOENT, as /proc does.
 */
export function makeFolder(folder: string, mode?: number): string[] {
  if (existsSync(folder) || dirname(folder) === folder) return [];
  const made = makeFolder(dirname(folder), mode);
  try {
    mkdirSync(folder, { mode });
    return [...made, folder];
  } catch (error) {
    // Another run was quicker.
    if (existsSync(folder)) return made;
    removeFolders(made);
    throw error;
  }
}

/** Removes folders that were made for nothing; one that holds something by now stays. */
export function removeFolders(made: readonly string[]): void {
  for (const folder of made.toReversed()) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}

/** The one path of a file, links followed; of one that isn't there yet, as far as there are folders. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(realPath(folder), basename(path));
  }
}
