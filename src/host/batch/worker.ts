import { LIMITS } from '../../source/limits.js';
import type { Read } from '../../source/parse/reading.js';
import { confinedReader } from '../confined-reader.js';
import { realPath } from '../files/folders.js';
import { diskRead } from '../io.js';
import { type Chunk, type Done, runChunk } from './cache/chunk.js';
import type { Job } from './job.js';

/** How the plan of a job is read here, as it is on the main thread. */
function readerOf({ path, options: { limits = LIMITS, roots = [] } }: Job): Read {
  return confinedReader(path, roots, (file) => diskRead(file, limits.bytes), realPath);
}

/** What a worker thread does: lints a chunk of plans. */
export function work(chunk: Chunk): Promise<Done[]> {
  return runChunk(chunk, readerOf);
}
