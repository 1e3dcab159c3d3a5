import { diskRead } from '../io.js';
import { type Chunk, runChunk } from './chunk.js';
import { PlanFault, type PortableFault, portableFault } from './fault.js';
import type { Finished } from './finished.js';

export type Answer = { readonly finished: readonly Finished[] } | { readonly fault: PortableFault };

/** What a worker thread does: lints a chunk of plans. A fault comes back as data, since its class wouldn't. */
export async function work(chunk: Chunk): Promise<Answer> {
  try {
    return { finished: await runChunk(chunk, diskRead) };
  } catch (error) {
    if (error instanceof PlanFault) return { fault: portableFault(error) };
    throw error;
  }
}
