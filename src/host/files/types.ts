// Replaces the bytes of existing files, of all or of none.

import { accessSync, constants, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { placeAll, type StagedWrite } from './place.js';
import { stage, sweep } from './stage.js';

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
