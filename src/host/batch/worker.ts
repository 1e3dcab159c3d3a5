// Entry point of a worker thread.

import { LIMITS } from '../../source/limits.js';
import { confinedReader } from '../confined-reader.js';
import { realPath } from '../files/folders.js';
import { readFileUpTo } from '../reading.js';
import { finished, handedOn, recorded } from './encoded-result.js';
import { PlanFault, portableFault } from './fault.js';
import { runJob } from './job.js';
import { type Chunk, DONE, type Done } from './shares.js';

/**
 * Lints a chunk of plans, each with the same bounds of reading as on the main thread, and returns the outcome of each;
 * the task of a worker thread. A fault on one plan does not stop the others.
 */
export async function work({ jobs, marks, at, encoded }: Chunk): Promise<Done[]> {
  const all: Done[] = [];
  for (const [n, job] of jobs.entries()) {
    Atomics.store(marks, at, n);
    const { limits = LIMITS, roots = [] } = job.options;
    const own = recorded(confinedReader(job.path, roots, (file) => readFileUpTo(file, limits.bytes), realPath));
    try {
      const result = await runJob(job, own.read);
      all.push(encoded ? finished(result, own.reads) : handedOn(result, own.reads));
    } catch (error) {
      all.push({ fault: portableFault(new PlanFault(job.path, error)) });
    }
    Atomics.add(marks, DONE, 1);
  }
  return all;
}
