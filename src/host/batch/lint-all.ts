// Lints all plans of a run, on one thread or several.

import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { settle } from '../../base/lazy.js';
import type { Timing } from '../../base/timing.js';
import type { Follower } from '../../lint/lint.js';
import { internalError } from '../../lint/support/internal-error.js';
import { mayKeepSight, releaseSight } from '../../lint/support/report-sight.js';
import type { LintResult } from '../../lint/types.js';
import { forgetParsed } from '../../source/place/locate.js';
import type { Io } from '../io.js';
import { type PlanInput, readerOf } from '../plans/select.js';
import type { ResultCache } from './cache/cache.js';
import { finished, lookUpPlaces, recorded, resultOf } from './encoded-result.js';
import { faultFrom, PlanFault } from './fault.js';
import { type Job, type JobOptions, runJob } from './job.js';
import { faultOf } from './lint-one.js';
import type { Progress } from './progress.js';
import { Results } from './results.js';
import { type Chunk, DONE, type Done, retryShares, type Share, Shares, sharesOf } from './shares.js';

/** The input of a run: its plans, the options of each, and how many threads work on them. */
export interface Batch {
  /** Plans of the run, in their order. */
  readonly plans: readonly PlanInput[];
  /** Options of each plan, in the order of `plans`. */
  readonly options: readonly JobOptions[];
  /** Threads that lint, this one included. */
  readonly workers: number;
  /** True if all threads start at once; false if they start only when the run proves long enough. */
  readonly atOnce: boolean;
  /** Cache to use; absent without --cache. */
  readonly cache?: ResultCache | undefined;
  /** Progress line to update. */
  readonly progress: Progress;
  /** Takes the time of what is linted on this thread. */
  readonly timing?: Timing | undefined;
  /** Makes the run of a plan cheaper by the run before. */
  readonly follower?: Follower | undefined;
  /** True if drawings will be made, so that what was computed for each plan is kept for them. */
  readonly draws: boolean;
}

/** What linting all plans of a run gave: a result for each, and errors in sitecam itself. */
export interface Linted {
  /** Result of each plan; the report of an internal error for a plan on which sitecam itself failed. */
  readonly results: readonly LintResult[];
  /** Faults of sitecam itself, one for each such plan. */
  readonly faults: readonly PlanFault[];
}

/**
 * Lints all plans of a run and returns the results in their order. Takes from the cache what it holds; lints the rest
 * on this thread and, with more than one worker, on others beside it. A result is the same wherever it comes from.
 *
 * @throws PlanFault if sitecam itself fails on every plan
 */
export async function lintAll(batch: Batch, io: Io): Promise<Linted> {
  const { plans, options, cache, progress } = batch;
  const jobOf = (index: number): Job => ({ path: plans[index].path, options: options[index] });
  if (plans.length > MANY) spareMemory();
  const outcomes: Outcomes = { results: new Results(jobOf), faults: new Map() };
  for (const [index, plan] of plans.entries()) {
    const kept = plan.bytes === undefined ? cache : undefined;
    const unjudged = faultOf(plan);
    const known = unjudged === undefined ? kept?.find(jobOf(index)) : { result: unjudged, text: undefined };
    if (known !== undefined) outcomes.results.put(index, known.result, known.text);
  }
  try {
    await lintRest(batch, outcomes, io);
  } finally {
    progress.clear();
  }
  const { results } = outcomes;
  const faults = [...plans.keys()].flatMap((index) => outcomes.faults.get(index) ?? []);
  if (faults.length === plans.length && faults[0] !== undefined) throw faults[0];
  return { results: plans.map(({ path }, index) => results.get(index) ?? internalError(path)), faults };
}

/** What came of the plans so far: a result of each, or a fault of sitecam itself. */
interface Outcomes {
  readonly results: Results;
  /** Faults by the index of the plan. */
  readonly faults: Map<number, PlanFault>;
}

/** Lints the plans that have no result yet. */
async function lintRest(batch: Batch, { results, faults }: Outcomes, io: Io): Promise<void> {
  const { plans, options, workers, atOnce, cache, progress } = batch;
  const left = [...plans.keys()].filter((index) => results.get(index) === undefined);
  const all = sharesOf(left, plans, options, workers, cache !== undefined || left.length > MANY);
  const shares = new Shares(all);
  const threads = Math.min(workers, all.filter(({ here }) => !here).length) - 1;
  const start = io.now();
  let pool: Promise<Pool> | undefined;
  const helpers: Promise<void>[] = [];
  const again: Share[] = [];
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
      try {
        const { result, text } = await lintHere(job, plans[index], batch, io);
        results.put(index, result, text);
      } catch (error) {
        faults.set(index, new PlanFault(job.path, error));
      }
      Atomics.add(marks, DONE, 1);
      // Let results of other threads arrive, and give those threads more.
      if (pool !== undefined) await new Promise(setImmediate);
      else if (threads > 0 && isLong(io.now() - start, Atomics.load(marks, DONE), left.length)) help();
    }
  };
  const elsewhere = async (share: Share): Promise<void> => {
    const { jobs, marks, at } = share.chunk;
    let done: readonly Done[];
    try {
      done = (await (await pool)?.run(share.chunk)) ?? [];
    } catch (error) {
      // The thread died, out of memory for example: lint the other plans of its chunk here, one by one.
      const inHand = Atomics.load(marks, at);
      if (inHand >= 0) faults.set(share.indices[inHand], new PlanFault(jobs[inHand].path, error));
      again.push(...retryShares(share, inHand));
      return;
    }
    for (const [n, result] of done.entries()) {
      if ('fault' in result) {
        faults.set(share.indices[n], faultFrom(result.fault));
        continue;
      }
      const job = jobs[n];
      for (const [path, hash] of result.parts) if (hash !== undefined) io.haveRead(path);
      if ('text' in result) {
        results.put(share.indices[n], resultOf(result.text, job), result.text);
        cache?.keep(job, result);
      } else results.put(share.indices[n], resultOf(result.data, job));
    }
    tell(share);
  };
  try {
    if (atOnce && threads > 0) help();
    await shares.each(() => true, here);
    await Promise.all(helpers);
    await new Shares(again).each(() => true, here);
  } finally {
    await pool?.then(({ close }) => close());
  }
}

/** Plans from which on a run is one of many: threads hand on results as text, since most are packed at once. */
const MANY = 100;

/**
 * Makes V8 collect garbage when the heap has grown by a third, not when it has grown manifold: nearly all that is read
 * of many plans is garbage soon, and on a large machine it would be gigabytes.
 */
function spareMemory(): void {
  setFlagsFromString('--heap-growing-percent=33');
}

/**
 * ms. Before TRIAL the time per plan says little; then the remaining work must be expected to take WORTH_THREADS for
 * threads to be worth starting.
 */
const [TRIAL, WORTH_THREADS] = [250, 1500];

function isLong(elapsed: number, done: number, all: number): boolean {
  return elapsed >= TRIAL && (elapsed / done) * (all - done) >= WORTH_THREADS;
}

async function lintHere(
  job: Job,
  plan: PlanInput,
  { cache, draws, follower, plans, timing }: Batch,
  io: Io,
): Promise<{ readonly result: LintResult; readonly text: string | undefined }> {
  const own = recorded(readerOf(plan, io, job.options));
  const result = await runJob(job, own.read, timing, follower);
  const kept = plan.bytes === undefined && cache !== undefined ? finished(result, own.reads) : undefined;
  if (kept !== undefined) cache?.keep(job, kept);
  if (plans.length > 1) slim(result, draws && mayKeepSight(plans.length));
  return { result, text: kept?.text };
}

/**
 * Releases what was computed for a plan: that of a thousand plans would fill the memory. Places are looked up first, so
 * that the text needn't be parsed again.
 */
function slim(result: LintResult, draws: boolean): void {
  lookUpPlaces(result);
  for (const file of result.files) forgetParsed(file);
  if (!result.ok) return;
  // A message not yet put into words holds all that sight worked out.
  for (const verdict of result.verdicts) settle(verdict);
  if (!draws) releaseSight(result.site);
}

/** Worker threads that lint chunks of plans. */
interface Pool {
  /**
   * Lints a chunk on one of the threads. Rejects if the thread itself dies; the mark of the chunk tells which plan it
   * was linting.
   */
  readonly run: (chunk: Chunk) => Promise<readonly Done[]>;
  /** Ends all threads. */
  readonly close: () => Promise<void>;
}

/**
 * MB for young objects. All that is computed for one plan is garbage before it would be moved twice. With Node's
 * default of 48 there is a scavenge every few plans.
 */
const YOUNG = 64;

/** Chunks given to a thread at once, so that it needn't wait while the main thread is linting. */
const AHEAD = 2;

/** Starts `threads` worker threads. The library is loaded only if there is enough work for more than one thread. */
async function openPool(threads: number): Promise<Pool> {
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
