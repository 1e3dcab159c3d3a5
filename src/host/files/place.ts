import { closeSync, constants, copyFileSync, linkSync, lstatSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { realPath } from './folders.js';
import { codeOf, NotPlaced, Refusal } from './refusal.js';
import { nameBeside } from './stage.js';

/** A whole file beside the place where it belongs. */
export interface StagedWrite {
  /** As it was asked for. */
  readonly asked: string;
  /** Where it belongs: an absolute path without links. */
  readonly path: string;
  readonly temporary: string;
  /** Nothing may be there: it takes nobody's place. */
  readonly isNew: boolean;
  /** Whether a file was there when it was looked for. */
  readonly wasThere: boolean;
}

/**
 * Puts files in their places, in their order: all, or none as far as the system lets what was done be undone.
 *
 * @throws NotPlaced for the file that couldn't be
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

/** Gives the file its name where nothing has it; one call looks and writes, since what appears between the two would be lost. */
function appear({ temporary, path }: StagedWrite): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new Refusal('EAPPEARED', path);
    // File systems without links: the name is taken first, for an instant by an empty file.
    claim(path);
    renameSync(temporary, path);
  }
}

function claim(path: string): void {
  try {
    closeSync(openSync(path, 'wx'));
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? new Refusal('EAPPEARED', path) : error;
  }
}

/** The file that is there under a second name, or a copy of it; undefined where there is none. */
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

/** Where the file system has no second names. */
function copied(path: string, name: string): void {
  copyFileSync(path, name, constants.COPYFILE_EXCL);
}

/** A file in its place; `before`: the one it took that of. */
interface Done {
  readonly file: StagedWrite;
  readonly before: string | undefined;
}

function undo({ file, before }: Done): void {
  try {
    if (before !== undefined) renameSync(before, file.path);
    // What was there and couldn't be kept is gone either way, and the new file is whole.
    else if (!file.wasThere) rmSync(file.path, { force: true });
  } catch {
    // What is told is the fault that led here.
  }
}

/** Which file it is, by whatever name. */
function markOf(path: string): string | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? undefined : `${found.dev}:${found.ino}`;
}
