// Runs a command, or plays its cached output.

import type { ExitCode, Io } from '../../io.js';
import type { PlanInput } from '../../plans/select.js';
import type { JobOptions } from '../job.js';
import type { ResultCache } from './cache.js';

/** A run as its command describes it. */
export interface RunRequest {
  /** Plans of the run, in their order. */
  readonly plans: readonly PlanInput[];
  /** Options of each plan, in the order of `plans`. */
  readonly options: readonly JobOptions[];
  /** Cache to use; undefined without --cache. */
  readonly cache: ResultCache | undefined;
  /** All other options that decide the output, as plain data. */
  readonly asked: unknown;
}

/**
 * Runs `work`, or plays the output of an earlier run if nothing it depends on has changed, and returns the exit code. A
 * run is never cached if a plan comes from standard input, is missing, or cannot be judged on its terms.
 */
export async function cachedRun(
  { plans, options, cache, asked }: RunRequest,
  io: Io,
  work: (io: Io) => Promise<ExitCode>,
): Promise<ExitCode> {
  const kept = plans.every(
    ({ bytes, fault, unjudged }) => bytes === undefined && fault === undefined && unjudged === undefined,
  );
  if (cache === undefined || !kept) return work(io);
  const run = { jobs: plans.map(({ path }, index) => ({ path, options: options[index] })), asked };
  const known = await io.together(() => cache.replay(run, io));
  if (known !== undefined) return known;
  const recorded = cache.record(run, io);
  const code = await work(recorded.io);
  // A run with a fault of sitecam is never cached.
  if (code !== 70) recorded.done(code);
  cache.close();
  return code;
}
