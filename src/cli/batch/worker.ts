import { diskRead } from '../io.js';
import { type Chunk, type Done, runChunk } from './chunk.js';

/** What a worker thread does: lints a chunk of plans. */
export function work(chunk: Chunk): Promise<Done[]> {
  return runChunk(chunk, diskRead);
}
