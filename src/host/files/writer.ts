import { lstatSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder, removeFolders } from './folders.js';
import { type Listening, onInterruption, yieldToSignals } from './interruption.js';
import { placeAll, type StagedWrite } from './place.js';
import { codeOf, NotPlaced } from './refusal.js';
import { StagedFile, stage, sweep } from './stage.js';
import { type StdStreams, writeDescriptor, writeStream } from './streams.js';
import { type FileTarget, outputTarget } from './target.js';

/** Writes files, each whole or not at all. Paths are absolute. */
export interface FileWriter {
  /**
   * A file, in place of what may be there; or into what takes bytes as they come, a pipe or a terminal. The parts are taken
   * one by one, and none is held.
   */
  readonly write: (path: string, parts: Iterable<string>) => Promise<void>;
  /** The same at once, of what is short. */
  readonly replace: (path: string, text: string) => void;
  /** A file that isn't there yet; false, and nothing is touched, where something of that name is. */
  readonly create: (path: string, text: string) => boolean;
  /**
   * What `work` writes stands beside its place until all of it is whole; then all of it is put there. Where `work` fails, or
   * the process is told to end, nothing is.
   */
  readonly together: <T>(work: () => T | Promise<T>) => Promise<T>;
}

/** ms of writing after which signals are listened to. */
const LONG = 100;

/** What a run has written and not put in its place. */
class Pending {
  /** Also what isn't whole yet. */
  readonly temporaries: string[] = [];
  readonly files: StagedWrite[] = [];
  /** Folders made for them. */
  readonly made: string[] = [];

  /** Puts all in their places. */
  place(): void {
    placeAll(this.files);
    this.made.length = 0;
  }

  /** Removes what wasn't put in its place, and the folders that were made for it. */
  discard(): void {
    for (const temporary of this.temporaries.splice(0)) rmSync(temporary, { force: true });
    removeFolders(this.made.splice(0));
  }
}

/** @param say what stands on standard output and standard error, which aren't written past it */
export function writer(say: StdStreams): FileWriter {
  let open: Pending | undefined;
  let listening: Listening | undefined;
  const swept = new Set<string>();

  /** Makes the folder of a file, and looks after it. */
  const prepare = (folder: string, { made }: Pending): void => {
    made.push(...makeFolder(folder));
    if (!swept.has(folder)) sweep(folder);
    swept.add(folder);
  };
  const draft = async ({ path, was }: FileTarget, parts: Iterable<string>, pending: Pending): Promise<string> => {
    prepare(dirname(path), pending);
    const file = new StagedFile(path, was);
    pending.temporaries.push(file.temporary);
    try {
      let heard = performance.now();
      for (const part of parts) {
        file.add(part);
        if (performance.now() - heard < LONG) continue;
        await yieldToSignals();
        heard = performance.now();
      }
      file.finish();
    } finally {
      file.close();
    }
    return file.temporary;
  };
  const brief = ({ path, was }: FileTarget, text: string, pending: Pending): string => {
    prepare(dirname(path), pending);
    const temporary = stage(path, text, was);
    pending.temporaries.push(temporary);
    return temporary;
  };
  /** The file that `asked` is; undefined where it is none, and has been written into. */
  const streamed = (asked: string, parts: Iterable<string>): FileTarget | undefined => {
    const target = outputTarget(asked);
    if (target.kind === 'file') return target;
    const write =
      target.kind === 'stream'
        ? () => writeStream(target.path, target.pipe, parts)
        : () => writeDescriptor(target.number, parts, say);
    if (listening === undefined) write();
    else listening.aside(write);
    return undefined;
  };
  const put = (asked: string, text: string, isNew: boolean): void => {
    const target = streamed(asked, [text]);
    if (target === undefined) return;
    const pending = open ?? new Pending();
    try {
      const temporary = brief(target, text, pending);
      pending.files.push({ asked, path: target.path, temporary, isNew, wasThere: target.was !== undefined });
      if (open === undefined) pending.place();
    } finally {
      if (open === undefined) pending.discard();
    }
  };
  const together: FileWriter['together'] = async (work) => {
    if (open !== undefined) return work();
    const pending = new Pending();
    open = pending;
    listening = onInterruption(() => pending.discard());
    try {
      const result = await work();
      await yieldToSignals();
      pending.place();
      return result;
    } finally {
      open = undefined;
      pending.discard();
      listening.stop();
      listening = undefined;
    }
  };

  return {
    together,
    write: (asked, parts) =>
      together(async () => {
        const target = streamed(asked, parts);
        if (target === undefined || open === undefined) return;
        const temporary = await draft(target, parts, open);
        open.files.push({
          asked,
          path: target.path,
          temporary,
          isNew: false,
          wasThere: target.was !== undefined,
        });
      }),
    replace: (path, text) => put(path, text, false),
    create: (path, text) => {
      if (isThere(path)) return false;
      try {
        put(path, text, true);
        return true;
      } catch (error) {
        if (error instanceof NotPlaced && codeOf(error.cause) === 'EAPPEARED') return false;
        throw error;
      }
    },
  };
}

/** Whether anything has the name, a link to nowhere too. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
