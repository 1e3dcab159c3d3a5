// Files that only this user may read, such as those of the cache.

import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from './files/folders.js';
import { attempt, codeOf } from './files/refusal.js';

/** Access to files that only this user may read: a plan of cameras is a secret. Paths are absolute. */
export interface PrivateFiles {
  /** Returns the bytes of a file; undefined if there is none that can be read. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** Writes a whole file at once, and makes the folders it needs. Throws if that fails. */
  readonly write: (path: string, bytes: Uint8Array) => void;
  /** Removes a file; does nothing if it cannot. */
  readonly remove: (path: string) => void;
  /**
   * True if another user owns the folder or may write into it, so that its content may be theirs. False if it does not
   * exist.
   */
  readonly isShared: (folder: string) => boolean;
  /** Returns the files below a folder, at any depth; [] if there is no such folder. Sizes in bytes, times in ms. */
  readonly list: (folder: string) => readonly { readonly path: string; readonly size: number; readonly time: number }[];
}

/** Mode of folders: nobody else may list them. */
const FOLDER_MODE = 0o700;
/** Mode of files: nobody else may read them. */
const FILE_MODE = 0o600;

/**
 * Returns access to private files on the disk. `mark` goes into temporary names, to tell apart files that several
 * processes write at once.
 */
export function privateFiles(mark: string): PrivateFiles {
  let written = 0;
  return {
    read: (path) => attempt(() => readFileSync(path)),
    write(path, bytes) {
      const beside = `${path}.${mark}-${++written}.tmp`;
      try {
        make(beside, bytes);
        renameSync(beside, path);
      } catch (error) {
        rmSync(beside, { force: true });
        throw error;
      }
    },
    // A file of another run, or on a read-only disk, is left.
    remove: (path) => attempt(() => rmSync(path, { force: true })),
    isShared(folder) {
      const found = statSync(folder, { throwIfNoEntry: false });
      const me = process.getuid?.();
      // Windows has no user ids and no such modes.
      if (found === undefined || me === undefined) return false;
      // Many systems give each user a group of their own, so rights of the user's group let in nobody else.
      const group = found.gid !== process.getgid?.() && (found.mode & 0o020) !== 0;
      return found.uid !== me || group || (found.mode & 0o002) !== 0;
    },
    list(folder) {
      const entries = () =>
        readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
          const path = join(entry.parentPath, entry.name);
          const found = entry.isFile() ? statSync(path, { throwIfNoEntry: false }) : undefined;
          return found === undefined ? [] : [{ path, size: found.size, time: found.mtimeMs }];
        });
      return attempt(entries) ?? [];
    },
  };
}

/** Writes a new file, and makes its folder only if that is missing, since most files go into an existing folder. */
function make(path: string, bytes: Uint8Array): void {
  const options = { mode: FILE_MODE, flag: 'wx' };
  try {
    writeFileSync(path, bytes, options);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    makeFolder(dirname(path), FOLDER_MODE);
    writeFileSync(path, bytes, options);
  }
}
