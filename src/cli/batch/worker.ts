import { LIMITS } from '../../source/limits.js';
import type { Read } from '../../source/reading.js';
import { confined } from '../confined.js';
import { diskRead, realPath } from '../io.js';
import { type Chunk, runChunk } from './chunk.js';
import { PlanFault, type PortableFault, portableFault } from './fault.js';
import type { Finished } from './finished.js';
import type { Job } from './job.js';

/** How the plan of a job is read here, as it is on the main thread. */
function readerOf({ path, options: { limits = LIMITS, roots = [] } }: Job): Read {
  return confined(path, roots, (file) => diskRead(file, limits.bytes), realPath);
}

export type Answer = { readonly finished: readonly Finished[] } | { readonly fault: PortableFault };

/** What a worker thread does: lints a chunk of plans. A fault comes back as data, since its class wouldn't. */
export async function work(chunk: Chunk): Promise<Answer> {
  try {
    return { finished: await runChunk(chunk, readerOf) };
  } catch (error) {
    if (error instanceof PlanFault) return { fault: portableFault(error) };
    throw error;
  }
}
