// Writes output files, each whole or not at all.

import { lstatSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder, removeFolders } from './folders.js';
import { placeAll, type StagedWrite } from './place.js';
import { codeOf, NotPlaced } from './refusal.js';
import { SIGNALS } from './signals.js';
import { StagedFile, stage, sweep } from './stage.js';
import { type StdStreams, writeDescriptor, writeStream } from './streams.js';
import { type FileTarget, outputTarget } from './target.js';

/** Writes files, each whole or not at all. Paths are absolute. */
interface FileWriter {
  /**
   * Writes a file, replacing an existing one, or writes into a pipe or a terminal. Takes the parts one by one and holds
   * none.
   */
  readonly write: (path: string, parts: Iterable<string | Uint8Array>) => Promise<void>;
  /** Writes a short text like `write`, but synchronously. */
  readonly replace: (path: string, text: string) => void;
  /** Writes a file that does not exist yet. Returns false, and touches nothing, if something has that name. */
  readonly create: (path: string, text: string) => boolean;
  /**
   * Runs `work`. All files that it writes stay beside their places until every one is whole, and are then put in place.
   * If `work` fails, or a signal ends the process, none is.
   */
  readonly together: <T>(work: () => T | Promise<T>) => Promise<T>;
}

/** ms of writing after which signals are handled. */
const LONG = 100;

/** Files of one run that are staged but not yet in their places. */
class Pending {
  /** Paths of temporary files, incomplete ones included. */
  readonly temporaries: string[] = [];
  readonly files: StagedWrite[] = [];
  /** Folders made for these files. */
  readonly made: string[] = [];

  /** Puts all files in their places. */
  place(): void {
    placeAll(this.files);
    this.made.length = 0;
  }

  /** Removes the files that are not in their places, and the folders made for them. */
  discard(): void {
    for (const temporary of this.temporaries.splice(0)) rmSync(temporary, { force: true });
    removeFolders(this.made.splice(0));
  }
}

/**
 * Returns a writer of files.
 *
 * @param say functions for standard output and standard error, through which outputs named /dev/stdout or /dev/stderr
 * go
 */
export function writer(say: StdStreams): FileWriter {
  let open: Pending | undefined;
  let listening: Listening | undefined;
  const swept = new Set<string>();

  /** Makes the folder of a file, and sweeps it the first time. */
  const prepare = (folder: string, { made }: Pending): void => {
    made.push(...makeFolder(folder));
    if (!swept.has(folder)) sweep(folder);
    swept.add(folder);
  };
  const draft = async (
    { path, was }: FileTarget,
    parts: Iterable<string | Uint8Array>,
    pending: Pending,
  ): Promise<string> => {
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
  /** Returns the file that `asked` leads to; undefined if it is a stream or descriptor, which has then been written. */
  const streamed = (asked: string, parts: Iterable<string | Uint8Array>): FileTarget | undefined => {
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

/** True if anything has this name, even a link that leads nowhere. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Handle of the listeners for the end of the process. */
interface Listening {
  /** Removes the listeners. */
  readonly stop: () => void;
  /**
   * Runs `act`, which may wait for another process, such as one that reads a pipe slowly. A signal during it ends the
   * process at once, without tidying: no JavaScript can run while the system call waits.
   */
  readonly aside: (act: () => void) => void;
}

/**
 * Runs `tidy` when the process exits or a signal ends it, and then lets the signal end it as usual. SIGKILL cannot be
 * caught. Until stopped, a file that exceeds the size limit of the user causes an error instead of ending the process
 * (SIGXFSZ).
 */
function onInterruption(tidy: () => void): Listening {
  const ended = (signal: NodeJS.Signals): void => {
    tidy();
    stop();
    process.kill(process.pid, signal);
  };
  const listen = (): void => {
    for (const signal of SIGNALS) process.on(signal, ended);
  };
  const ignore = (): void => {
    for (const signal of SIGNALS) process.off(signal, ended);
  };
  const stop = (): void => {
    process.off('exit', tidy);
    ignore();
    if (process.platform !== 'win32') process.off('SIGXFSZ', nothing);
  };
  process.on('exit', tidy);
  listen();
  if (process.platform !== 'win32') process.on('SIGXFSZ', nothing);
  return {
    stop,
    aside: (act) => {
      ignore();
      try {
        act();
      } finally {
        listen();
      }
    },
  };
}

function nothing(): void {}

/** Waits one turn of the event loop, so that handlers of signals that came while files were written can run. */
function yieldToSignals(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
