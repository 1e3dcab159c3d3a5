import { fileURLToPath } from 'node:url';
import type { Chunk } from './chunk.js';
import { faultFrom, PlanFault } from './fault.js';
import type { Finished } from './finished.js';
import type { Answer } from './worker.js';

export interface Pool {
  /** Lints a chunk on one of the threads. Throws PlanFault, also where the thread itself broke down. */
  readonly run: (chunk: Chunk) => Promise<readonly Finished[]>;
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
    async run(chunk) {
      let answer: Answer;
      try {
        answer = await pool.run(chunk);
      } catch (error) {
        // The thread is gone (out of memory, say): the mark tells which plan it had in hand.
        const { path } = chunk.jobs[Atomics.load(chunk.marks, chunk.at)];
        throw new PlanFault(path, error);
      }
      if ('fault' in answer) throw faultFrom(answer.fault);
      return answer.finished;
    },
    close: () => pool.destroy(),
  };
}
