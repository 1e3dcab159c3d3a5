import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from './files/folders.js';

/** Files that are this user's alone: a plan of cameras is a secret. Paths are absolute. */
export interface PrivateFiles {
  /** Undefined where there is none that can be read. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** Puts a whole file in its place at once, in folders made for it. Throws where that can't be done. */
  readonly write: (path: string, bytes: Uint8Array) => void;
  readonly remove: (path: string) => void;
  /** Whether somebody else may write into the folder: what is read there may be theirs. False where it isn't there yet. */
  readonly isShared: (folder: string) => boolean;
  /** Files below a folder, of any depth; [] where there is none. Times in ms. */
  readonly list: (folder: string) => readonly { readonly path: string; readonly size: number; readonly time: number }[];
}

/** Nobody else reads or lists them. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/** Files on the disk; `mark` tells apart those that several processes write at once. */
export function privateFiles(mark: string): PrivateFiles {
  let written = 0;
  return {
    read(path) {
      try {
        return readFileSync(path);
      } catch {
        return undefined;
      }
    },
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
    remove(path) {
      try {
        rmSync(path, { force: true });
      } catch {
        // Another run's, or on a disk that can't be written: it stays.
      }
    },
    isShared(folder) {
      const found = statSync(folder, { throwIfNoEntry: false });
      const me = process.getuid?.();
      // On Windows neither says anything.
      if (found === undefined || me === undefined) return false;
      // Where each user has a group of their own, what that group may do says nothing of others.
      const group = found.gid !== process.getgid?.() && (found.mode & 0o020) !== 0;
      return found.uid !== me || group || (found.mode & 0o002) !== 0;
    },
    list(folder) {
      try {
        return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
          const path = join(entry.parentPath, entry.name);
          const found = entry.isFile() ? statSync(path, { throwIfNoEntry: false }) : undefined;
          return found === undefined ? [] : [{ path, size: found.size, time: found.mtimeMs }];
        });
      } catch {
        return [];
      }
    },
  };
}

/** Most files go into a folder that is there already. */
function make(path: string, bytes: Uint8Array): void {
  const options = { mode: FILE_MODE, flag: 'wx' };
  try {
    writeFileSync(path, bytes, options);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    makeFolder(dirname(path), FOLDER_MODE);
    writeFileSync(path, bytes, options);
  }
}
