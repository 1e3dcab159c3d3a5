import type { ExitCode, Io } from '../../io.js';
import type { PlanInput } from '../../plans/select.js';
import type { JobOptions } from '../job.js';
import type { ResultCache } from './cache.js';

/** A run as its caller knows it. */
export interface RunRequest {
  readonly plans: readonly PlanInput[];
  /** Of each plan. */
  readonly options: readonly JobOptions[];
  readonly cache: ResultCache | undefined;
  /** All else that decides what the run says and writes, as plain data. */
  readonly asked: unknown;
}

/**
 * The work of a run, or what it said and wrote the last time where nothing of it has changed since. What comes from
 * standard input, isn't there, or can't be judged on its terms, is never kept.
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
  // A fault is looked for again each time.
  if (code !== 70) recorded.done(code);
  cache.close();
  return code;
}
