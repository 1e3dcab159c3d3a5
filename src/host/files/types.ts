import { accessSync, constants, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { placeAll, type StagedWrite } from './place.js';
import { stage, sweep } from './stage.js';

/** Bytes that take the place of those a file has. */
export interface Replacement {
  readonly path: string;
  readonly was: Uint8Array;
  readonly bytes: Uint8Array;
}

/**
 * All new bytes are on the disk, beside the old files, before one takes the place of another: a full disk or a file that may
 * not be written leaves everything as it was. Where putting them in place fails half-way, what was done is undone.
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
