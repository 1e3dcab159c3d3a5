import { forgetSight } from '../../engine/sight-of.js';
import type { LintResult } from '../../engine/types.js';
import { forgetParsed } from '../../source/locate.js';
import type { Io } from '../io.js';
import { faultOf } from '../lint-one.js';
import { type PlanInput, readerOf } from '../plans.js';
import type { ResultCache } from './cache.js';
import { DONE } from './chunk.js';
import { PlanFault } from './fault.js';
import { finished, lookUpPlaces, resultOf } from './finished.js';
import { type Job, type JobOptions, runJob } from './job.js';
import { AHEAD, openPool, type Pool } from './pool.js';
import type { Progress } from './progress.js';
import { recorded } from './reads.js';
import { type Share, Shares, sharesOf } from './shares.js';

export interface Batch {
  readonly plans: readonly PlanInput[];
  /** Of each plan. */
  readonly options: readonly JobOptions[];
  /** Threads that lint, this one among them. */
  readonly workers: number;
  /** Whether all are started at once; else when it shows that the run is long enough. */
  readonly atOnce: boolean;
  readonly cache?: ResultCache | undefined;
  readonly progress: Progress;
  /** Whether what was worked out of each plan will be asked for again, for drawings. */
  readonly draws: boolean;
}

/**
 * Lints all plans of a run, in their order: what the cache knows is taken from there, the rest is linted on this thread
 * and, with more than one worker, on others beside it. A result is the same wherever it comes from.
 *
 * @throws PlanFault for the first plan, in their order, that sitecam itself fails on
 */
export async function lintAll(batch: Batch, io: Io): Promise<LintResult[]> {
  const { plans, options, cache, progress } = batch;
  const results = new Map<number, LintResult>();
  for (const [index, plan] of plans.entries()) {
    const kept = plan.bytes === undefined ? cache : undefined;
    const known = faultOf(plan) ?? kept?.find({ path: plan.path, options: options[index] });
    if (known !== undefined) results.set(index, known);
  }
  try {
    await lintRest(batch, results, io);
  } finally {
    progress.clear();
  }
  return plans.flatMap((_, index) => results.get(index) ?? []);
}

/** Lints the plans that `results` lacks. */
async function lintRest(batch: Batch, results: Map<number, LintResult>, io: Io): Promise<void> {
  const { plans, options, workers, atOnce, cache, progress } = batch;
  const left = [...plans.keys()].filter((index) => !results.has(index));
  const all = sharesOf(left, plans, options, workers);
  const shares = new Shares(all);
  const threads = Math.min(workers, all.filter(({ here }) => !here).length) - 1;
  const start = io.now();
  let pool: Promise<Pool> | undefined;
  const helpers: Promise<void>[] = [];
  const help = (): void => {
    pool = openPool(threads);
    for (let n = 0; n < threads * AHEAD; n += 1) helpers.push(shares.each(({ here }) => !here, elsewhere));
  };
  const tell = ({ chunk: { marks, jobs, at } }: Share) => {
    const done = plans.length - left.length + Atomics.load(marks, DONE);
    progress.show(done, plans.length, jobs[Atomics.load(marks, at)].path);
  };
  const here = async (share: Share): Promise<void> => {
    const { jobs, marks, at } = share.chunk;
    for (const [n, job] of jobs.entries()) {
      Atomics.store(marks, at, n);
      tell(share);
      const index = share.indices[n];
      results.set(index, await lintHere(job, plans[index], batch, io));
      Atomics.add(marks, DONE, 1);
      // What other threads have finished is taken in, and they are given more.
      if (pool !== undefined) await new Promise(setImmediate);
      else if (threads > 0 && isLong(io.now() - start, Atomics.load(marks, DONE), left.length)) help();
    }
  };
  const elsewhere = async (share: Share): Promise<void> => {
    const done = (await (await pool)?.run(share.chunk)) ?? [];
    for (const [n, result] of done.entries()) {
      const job = share.chunk.jobs[n];
      for (const [path, hash] of result.parts) if (hash !== undefined) io.haveRead(path);
      results.set(share.indices[n], resultOf(result.bytes, job));
      cache?.keep(job, result);
    }
    tell(share);
  };
  try {
    if (atOnce && threads > 0) help();
    await shares.each(() => true, here);
    await Promise.all(helpers);
  } finally {
    await pool?.then(({ close }) => close());
  }
  shares.check();
}

/** ms: before, the time that plans take says little; what is left must then last so long, for a thread to be worth starting. */
const [TRIAL, WORTH_THREADS] = [250, 1500];

function isLong(elapsed: number, done: number, all: number): boolean {
  return elapsed >= TRIAL && (elapsed / done) * (all - done) >= WORTH_THREADS;
}

async function lintHere(job: Job, plan: PlanInput, { cache, draws, plans }: Batch, io: Io): Promise<LintResult> {
  const own = recorded(readerOf(plan, io, job.options));
  try {
    const result = await runJob(job, own.read);
    if (plan.bytes === undefined && cache !== undefined) cache.keep(job, finished(result, own.reads));
    if (plans.length > 1) slim(result, draws);
    return result;
  } catch (error) {
    throw new PlanFault(job.path, error);
  }
}

/** Of a thousand plans what each was worked out with would fill the memory, and moving it about takes longer than it saves. */
function slim(result: LintResult, draws: boolean): void {
  lookUpPlaces(result);
  for (const file of result.files) forgetParsed(file);
  if (result.ok && !draws) forgetSight(result.site);
}
