// Entry point of a worker thread.

import { LIMITS } from '../../source/limits.js';
import type { Read } from '../../source/parse/reading.js';
import { confinedReader } from '../confined-reader.js';
import { realPath } from '../files/folders.js';
import { diskRead } from '../io.js';
import { type Chunk, type Done, runChunk } from './cache/chunk.js';
import type { Job } from './job.js';

/** Returns the reader for the plan of a job, with the same bounds as on the main thread. */
function readerOf({ path, options: { limits = LIMITS, roots = [] } }: Job): Read {
  return confinedReader(path, roots, (file) => diskRead(file, limits.bytes), realPath);
}

/** Lints a chunk of plans and returns what became of each; the task of a worker thread. */
export function work(chunk: Chunk): Promise<Done[]> {
  return runChunk(chunk, readerOf);
}
