import { lstatSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder, removeFolders } from './folders.js';
import { onInterruption, turn } from './interruption.js';
import { placeAll, type Staged } from './place.js';
import { codeOf, NotPlaced } from './refusal.js';
import { stage, sweep } from './stage.js';
import { writeDescriptor, writeStream } from './streams.js';
import { type FileTarget, targetOf } from './target.js';

/** Writes files, each whole or not at all. Paths are absolute. */
export interface Writer {
  /** A file, in place of what may be there; or into what takes bytes as they come, a pipe or a terminal. */
  readonly write: (path: string, parts: Iterable<string>) => void;
  /** A file that isn't there yet; false, and nothing is touched, where something of that name is. */
  readonly create: (path: string, text: string) => boolean;
  /**
   * What `work` writes stands beside its place until all of it is whole; then all of it is put there. Where `work` fails, or
   * the process is told to end, nothing is.
   */
  readonly together: <T>(work: () => T | Promise<T>) => Promise<T>;
}

/** What a run has written and not put in its place. */
interface Pending {
  readonly files: Staged[];
  /** Folders made for them. */
  readonly made: string[];
}

/** @param say writes to standard output (1) and standard error (2), which aren't written past their streams */
export function writer(say: Readonly<Record<1 | 2, (text: string) => void>>): Writer {
  let open: Pending | undefined;
  const swept = new Set<string>();

  /** Puts a file beside its place, and there too unless others are to come with it. */
  const put = (asked: string, { path, was }: FileTarget, parts: Iterable<string>, isNew: boolean): void => {
    const pending = open ?? { files: [], made: [] };
    const folder = dirname(path);
    let placed = false;
    try {
      pending.made.push(...makeFolder(folder));
      if (!swept.has(folder)) sweep(folder);
      swept.add(folder);
      const temporary = stage(path, parts, was);
      pending.files.push({ asked, path, temporary, isNew, wasThere: was !== undefined });
      if (open !== undefined) return;
      placeAll(pending.files);
      placed = true;
    } finally {
      if (open === undefined) discard(pending, !placed);
    }
  };
  const write = (path: string, parts: Iterable<string>, isNew: boolean): void => {
    const target = targetOf(path);
    if (target.kind === 'file') put(path, target, parts, isNew);
    else if (target.kind === 'stream') writeStream(target.path, target.pipe, parts);
    else if (target.number === 1 || target.number === 2) for (const part of parts) say[target.number](part);
    else writeDescriptor(target.number, parts);
  };

  return {
    write: (path, parts) => write(path, parts, false),
    create: (path, text) => {
      if (isThere(path)) return false;
      try {
        write(path, [text], true);
        return true;
      } catch (error) {
        if (error instanceof NotPlaced && codeOf(error.cause) === 'EAPPEARED') return false;
        throw error;
      }
    },
    async together(work) {
      if (open !== undefined) return work();
      const pending: Pending = { files: [], made: [] };
      open = pending;
      let placed = false;
      const atEnd = onInterruption(() => discard(pending, !placed));
      try {
        const result = await work();
        await turn();
        placeAll(pending.files);
        placed = true;
        return result;
      } finally {
        open = undefined;
        discard(pending, !placed);
        atEnd();
      }
    },
  };
}

/** Removes what wasn't put in its place, and the folders too that were made for nothing. */
function discard({ files, made }: Pending, forNothing: boolean): void {
  for (const { temporary } of files.splice(0)) rmSync(temporary, { force: true });
  if (forNothing) removeFolders(made.splice(0));
}

/** Whether anything has the name, a link to nowhere too. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
