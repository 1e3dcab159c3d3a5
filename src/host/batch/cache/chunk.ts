import type { Read } from '../../../source/parse/reading.js';
import { type EncodedResult, finished } from '../encoded-result.js';
import { PlanFault, type PortableFault, portableFault } from '../fault.js';
import { type Job, runJob } from '../job.js';
import { recorded } from './reads.js';

/** Some plans of a run, which one thread lints in turn: a message for each plan would cost more than it tells. */
export interface Chunk {
  readonly jobs: readonly Job[];
  /** Shared by all threads: in `marks[done]` how many plans are linted, in `marks[at]` which of `jobs` is in hand, −1 while none is. */
  readonly marks: Int32Array;
  readonly at: number;
}

/** Where all threads count what is done. */
export const DONE = 0;

/** What became of a plan: a result, or a fault of sitecam itself as data, since its class wouldn't cross threads. */
export type Done = EncodedResult | { readonly fault: PortableFault };

/** Lints the plans of a chunk, whichever of them sitecam itself fails on. */
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
