// Pool of worker threads.

import { fileURLToPath } from 'node:url';
import type { Chunk, Done } from './cache/chunk.js';

/** Worker threads that lint chunks of plans. */
export interface Pool {
  /**
   * Lints a chunk on one of the threads. Rejects if the thread itself dies; the mark of the chunk tells which plan it
   * was linting.
   */
  readonly run: (chunk: Chunk) => Promise<readonly Done[]>;
  /** Ends all threads. */
  readonly close: () => Promise<void>;
}

/**
 * MB for young objects. All that is computed for one plan is garbage before it would be moved twice. With Node's
 * default of 48 there is a scavenge every few plans.
 */
const YOUNG = 64;

/** Chunks given to a thread at once, so that it needn't wait while the main thread is linting. */
export const AHEAD = 2;

/** Starts `threads` worker threads. The library is loaded only if there is enough work for more than one thread. */
export async function openPool(threads: number): Promise<Pool> {
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: fileURLToPath(new URL('./worker.js', import.meta.url)),
    name: 'work',
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: AHEAD,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  return {
    run: (chunk) => pool.run(chunk),
    close: () => pool.destroy(),
  };
}
