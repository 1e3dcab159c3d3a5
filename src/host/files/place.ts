// Puts staged files in their places: all of them, or none.

import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { realPath } from './folders.js';
import { codeOf, NotPlaced, Refusal } from './refusal.js';
import { nameBeside, stage, sweep } from './stage.js';

/** A complete temporary file beside its destination. */
export interface StagedWrite {
  /** Path as the caller named it. */
  readonly asked: string;
  /** Destination: an absolute path without links. */
  readonly path: string;
  /** Path of the temporary file. */
  readonly temporary: string;
  /** True if nothing may exist at the destination: an existing file is never replaced. */
  readonly isNew: boolean;
  /** True if a file existed at the destination when it was looked for. */
  readonly wasThere: boolean;
}

/**
 * Puts files in their places, in the order given. If one fails, undoes the earlier ones as far as the system allows.
 *
 * @throws NotPlaced for the file that failed
 */
export function placeAll(files: readonly StagedWrite[]): void {
  const done: Done[] = [];
  const kept: string[] = [];
  const marks = new Set<string>();
  try {
    for (const file of files) {
      try {
        if (realPath(dirname(file.path)) !== dirname(file.path)) throw new Refusal('ELINKOUT', file.path);
        if (marks.has(markOf(file.path) ?? '')) throw new Refusal('ESAMEFILE', file.path);
        const before = file.isNew || files.length === 1 ? undefined : keptBeside(file.path);
        if (before !== undefined) kept.push(before);
        if (file.isNew) appear(file);
        else renameSync(file.temporary, file.path);
        done.push({ file, before });
        marks.add(markOf(file.path) ?? file.path);
      } catch (error) {
        throw new NotPlaced(file.asked, error);
      }
    }
  } catch (error) {
    for (const one of done.toReversed()) undo(one);
    throw error;
  } finally {
    for (const before of kept) rmSync(before, { force: true });
  }
}

/**
 * Gives a new file its name only if nothing has it. Checking and naming are one system call, since a file that appeared
 * between the two would be lost.
 */
function appear({ temporary, path }: StagedWrite): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new Refusal('EAPPEARED', path);
    // File systems without hard links: an empty file takes the name first, for an instant.
    claim(path);
    renameSync(temporary, path);
  }
}

/** Makes an empty file at `path`. Throws a Refusal if something has that name. */
function claim(path: string): void {
  try {
    closeSync(openSync(path, 'wx'));
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? new Refusal('EAPPEARED', path) : error;
  }
}

/**
 * Keeps the existing file under a second name, or a copy of it, and returns that path; undefined if there is none, or
 * it cannot be kept.
 */
function keptBeside(path: string): string | undefined {
  const name = nameBeside(path);
  for (const keep of [linkSync, copied]) {
    try {
      keep(path, name);
      return name;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
    }
  }
  return undefined;
}

/** Copies a file, for file systems without hard links. */
function copied(path: string, name: string): void {
  copyFileSync(path, name, constants.COPYFILE_EXCL);
}

/** A file that was put in its place; `before` is the path under which the file it replaced is kept. */
interface Done {
  readonly file: StagedWrite;
  readonly before: string | undefined;
}

function undo({ file, before }: Done): void {
  try {
    if (before !== undefined) renameSync(before, file.path);
    // A file that was there but couldn't be kept is lost either way; the new file is whole, so it stays.
    else if (!file.wasThere) rmSync(file.path, { force: true });
  } catch {
    // The error that led to the undoing is the one to report.
  }
}

/** Returns device and inode, which identify a file whatever its name; undefined if there is none. */
function markOf(path: string): string | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? undefined : `${found.dev}:${found.ino}`;
}

/** New bytes for an existing file. */
export interface Replacement {
  /** Path of the file; absolute and without links for `replaceAll`. */
  readonly path: string;
  /** Bytes that the file had when it was read. */
  readonly was: Uint8Array;
  /** Bytes to write. */
  readonly bytes: Uint8Array;
}

/**
 * Replaces the bytes of all files, or of none. All new bytes are on the disk, beside the old files, before the first is
 * replaced: a full disk or a write-protected file leaves everything as it was. If replacing fails half-way, the earlier
 * replacements are undone.
 */
export function replaceAll(files: readonly Replacement[]): void {
  const staged: StagedWrite[] = [];
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) sweep(folder);
  try {
    for (const { path, bytes } of files) {
      accessSync(path, constants.W_OK);
      staged.push({ asked: path, path, temporary: stage(path, bytes, statSync(path)), isNew: false, wasThere: true });
    }
    placeAll(staged);
  } finally {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
  }
}
