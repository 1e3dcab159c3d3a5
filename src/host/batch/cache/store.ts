import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { PrivateFiles } from '../../private-files.js';

/** Bytes kept from run to run under keys (sha256, hex). What was damaged, cut short or put under another key is not there. */
export interface Store {
  readonly get: (key: string) => Uint8Array | undefined;
  /** Nothing happens where it can't be written, but the first time it is said. */
  readonly put: (key: string, bytes: Uint8Array) => void;
  /** Ends the run: what is too much is removed, the oldest first. */
  readonly close: () => void;
}

/** Bytes that are kept at most; where they are exceeded, the oldest go until four fifths are left. */
export const LIMIT = 1e9;
const KEPT = 0.8 * LIMIT;

/** ms after which what a run began to write and never finished is swept away. */
const ABANDONED = 24 * 3600 * 1000;

/** Bytes of the checksum that each entry starts with. */
const SUM = 32;

/** Names that are ours: nothing else in the folder is ever touched. */
const ENTRY = /[/\\][0-9a-f]{2}[/\\][0-9a-f]{62}(?:\.[\w-]+\.tmp)?$/;

/** Backup programs leave out a folder that holds this (https://bford.info/cachedir/). */
export const TAG_NAME = 'CACHEDIR.TAG';
const TAG = 'Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of sitecam.\n';

/** The store in `folder`, which is made when something is first put in. */
export function openStore(folder: string, files: PrivateFiles, warn: (reason: string) => void): Store {
  let works = true;
  let wrote = false;
  const pathOf = (key: string) => join(folder, key.slice(0, 2), key.slice(2));
  return {
    get(key) {
      const entry = files.read(pathOf(key));
      if (entry === undefined || entry.length < SUM) return undefined;
      const bytes = entry.subarray(SUM);
      return sumOf(key, bytes).equals(entry.subarray(0, SUM)) ? bytes : undefined;
    },
    put(key, bytes) {
      if (!works) return;
      try {
        if (!wrote) files.write(join(folder, TAG_NAME), Buffer.from(TAG));
        wrote = true;
        files.write(pathOf(key), Buffer.concat([sumOf(key, bytes), bytes]));
      } catch (error) {
        works = false;
        warn(error instanceof Error ? error.message : String(error));
      }
    },
    close() {
      if (wrote) prune(folder, files);
    },
  };
}

/** Of the key too: an entry under another's name isn't that one. */
function sumOf(key: string, bytes: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([Buffer.from(key, 'hex'), bytes]), 'buffer');
}

function prune(folder: string, files: PrivateFiles): void {
  const all = files.list(folder).filter(({ path }) => ENTRY.test(path));
  const newest = all.reduce((time, entry) => Math.max(time, entry.time), 0);
  let total = 0;
  for (const { path, size, time } of all) {
    if (path.endsWith('.tmp') && newest - time > ABANDONED) files.remove(path);
    else total += size;
  }
  if (total <= LIMIT) return;
  for (const { path, size } of all.toSorted((a, b) => a.time - b.time)) {
    if (total <= KEPT) return;
    files.remove(path);
    total -= size;
  }
}
