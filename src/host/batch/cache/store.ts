// Texts kept on the disk from run to run.

import { hash } from 'node:crypto';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { PrivateFiles } from '../../private-files.js';

/**
 * Texts kept from run to run under keys (sha256, hex). A damaged or truncated entry, or one moved to another key,
 * counts as absent.
 */
export interface Store {
  /** Returns the text under `key`; undefined if there is none. */
  readonly get: (key: string) => string | undefined;
  /** Keeps a text under `key`. If the disk refuses, warns once and then does nothing. */
  readonly put: (key: string, text: string) => void;
  /** Ends the run: removes the oldest entries if the limit is exceeded. */
  readonly close: () => void;
}

/** Most bytes kept. If they are exceeded, the oldest entries go until four fifths are left. */
export const LIMIT = 1e9;
const KEPT = 0.8 * LIMIT;

/** ms after which the temporary file of an unfinished write is swept. */
const ABANDONED = 24 * 3600 * 1000;

/** Bytes of the checksum that each entry starts with; its text follows, deflated. */
const SUM = 32;

/** Fast rather than small: a fifth of the text's size is small enough. */
const DEFLATED = { level: 1 };

/** Bytes: more than any text in Node.js, so that a made-up entry can't fill the memory. */
const LONGEST = { maxOutputLength: 2 ** 30 };

/** Matches the names of entries; nothing else in the folder is ever removed. */
const ENTRY = /[/\\][0-9a-f]{2}[/\\][0-9a-f]{62}(?:\.[\w-]+\.tmp)?$/;

/** Name of the file that tells backup programs to leave the folder out (https://bford.info/cachedir/). */
export const TAG_NAME = 'CACHEDIR.TAG';
const TAG = 'Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of sitecam.\n';

/**
 * Returns the store in `folder`, which is made at the first `put`. `warn` receives the reason if the store cannot be
 * written.
 */
export function openStore(folder: string, files: PrivateFiles, warn: (reason: string) => void): Store {
  let works = true;
  let wrote = false;
  const pathOf = (key: string) => join(folder, key.slice(0, 2), key.slice(2));
  return {
    get(key) {
      const entry = files.read(pathOf(key));
      if (entry === undefined || entry.length < SUM) return undefined;
      const bytes = entry.subarray(SUM);
      return sumOf(key, bytes).equals(entry.subarray(0, SUM)) ? inflated(bytes) : undefined;
    },
    put(key, text) {
      if (!works) return;
      try {
        const bytes = deflateRawSync(text, DEFLATED);
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

/** Returns the text of an entry; undefined if it is none: whoever wrote it could compute its checksum. */
function inflated(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder().decode(inflateRawSync(bytes, LONGEST));
  } catch {
    return undefined;
  }
}

/** Returns the checksum of an entry. It includes the key, so that an entry under another key is not accepted. */
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
