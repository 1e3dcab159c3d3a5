// Lints a chunk of plans on one thread.

import type { Read } from '../../../source/parse/reading.js';
import { type EncodedResult, finished } from '../encoded-result.js';
import { PlanFault, type PortableFault, portableFault } from '../fault.js';
import { type Job, runJob } from '../job.js';
import { recorded } from './reads.js';

/**
 * Plans of a run that one thread lints in turn. Plans travel in chunks because a message for each would cost too much.
 */
export interface Chunk {
  /** Plans to lint, in their order. */
  readonly jobs: readonly Job[];
  /**
   * Memory shared by all threads: `marks[DONE]` is the number of plans linted, `marks[at]` the index in `jobs` of the
   * plan being linted, −1 before the first.
   */
  readonly marks: Int32Array;
  /** Index of this chunk in `marks`. */
  readonly at: number;
}

/** Index in `marks` where all threads count the plans linted. */
export const DONE = 0;

/**
 * Outcome of linting a plan: a result, or a fault of sitecam itself as plain data, since its class would not cross
 * threads.
 */
export type Done = EncodedResult | { readonly fault: PortableFault };

/** Lints the plans of a chunk and returns the outcome of each; a fault on one does not stop the others. */
export async function runChunk({ jobs, marks, at }: Chunk, readerOf: (job: Job) => Read): Promise<Done[]> {
  const all: Done[] = [];
  for (const [n, job] of jobs.entries()) {
    Atomics.store(marks, at, n);
    const own = recorded(readerOf(job));
    try {
      all.push(finished(await runJob(job, own.read), own.reads));
    } catch (error) {
      all.push({ fault: portableFault(new PlanFault(job.path, error)) });
    }
    Atomics.add(marks, DONE, 1);
  }
  return all;
}
