import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Bytes that take the place of those a file has. */
export interface Replacement {
  readonly path: string;
  readonly was: Uint8Array;
  readonly bytes: Uint8Array;
}

/** Writes a file: its parts in turn. */
export function writeParts(path: string, parts: Iterable<string>): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  try {
    for (const part of parts) writeFileSync(file, part);
  } finally {
    closeSync(file);
  }
}

/** Writes a file that isn't there yet; false, and nothing is touched, where something of that name is. */
export function createFile(path: string, text: string): boolean {
  mkdirSync(dirname(path), { recursive: true });
  try {
    // One call that looks and writes: what appears between the two would be lost.
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Puts `text` in the place of a file, or makes it: whoever reads it, or pulls the plug, finds the old text or the new one. */
export function replaceFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = stage(path, new TextEncoder().encode(text));
  try {
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/**
 * All new bytes are on the disk, beside the old files, before one takes the place of another: a full disk or a file that may
 * not be written leaves everything as it was. Where putting them in place fails half-way, what was done is undone.
 */
export function replaceAll(files: readonly Replacement[]): void {
  const staged: string[] = [];
  const placed: Replacement[] = [];
  try {
    for (const { path, bytes } of files) {
      accessSync(path, constants.W_OK);
      staged.push(stage(path, bytes));
    }
    for (const [index, file] of files.entries()) {
      const temporary = staged[index];
      if (temporary !== undefined) renameSync(temporary, file.path);
      placed.push(file);
    }
  } catch (error) {
    for (const { path, was } of placed) renameSync(stage(path, was), path);
    throw error;
  } finally {
    for (const temporary of staged) rmSync(temporary, { force: true });
  }
}

/** Bytes in a new file beside `path`, with its mode where it is there; the name of it. */
function stage(path: string, bytes: Uint8Array): string {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  const file = openSync(temporary, 'wx', mode);
  try {
    if (mode !== undefined) fchmodSync(file, mode);
    writeFileSync(file, bytes);
    fsyncSync(file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  return temporary;
}
