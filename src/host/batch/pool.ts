import { fileURLToPath } from 'node:url';
import type { Chunk, Done } from './cache/chunk.js';

export interface Pool {
  /** Lints a chunk on one of the threads. Throws where the thread itself broke down; the mark tells which plan it had in hand. */
  readonly run: (chunk: Chunk) => Promise<readonly Done[]>;
  readonly close: () => Promise<void>;
}

/**
 * MB of young objects: all that is worked out of one plan dies with it, before it is moved twice. The default of 48 gives
 * a scavenge every few plans.
 */
const YOUNG = 64;

/** Chunks a thread is given at once, so that it needn't wait for this one while it lints too. */
export const AHEAD = 2;

/** Starts `threads` worker threads. Loaded only when there is enough to do for more than one. */
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
