// Divides the plans of a run among threads.

import type { PlanInput } from '../plans/select.js';
import type { EncodedResult, HandedResult } from './encoded-result.js';
import type { PortableFault } from './fault.js';
import type { Job, JobOptions } from './job.js';

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
  /** True if the results are wanted as texts, for the cache. */
  readonly encoded: boolean;
}

/** Index in `Chunk.marks` where all threads count the plans linted. */
export const DONE = 0;

/** Outcome of linting a plan: a result, or a fault of sitecam itself. */
export type Done = EncodedResult | HandedResult | { readonly fault: PortableFault };

/** Plans that one thread lints in turn, by their indices in the run. */
export interface Share {
  /** Indices of the plans in the run. */
  readonly indices: readonly number[];
  /** The same plans as a thread receives them. */
  readonly chunk: Chunk;
  /** True if only the main thread can read them: a plan from standard input. */
  readonly here: boolean;
}

/** Most plans in a share: enough that messages cost little, few enough that threads finish together. */
const LARGEST = 8;
/** Fewest shares for each thread, if there are enough plans. */
const ROUNDS = 8;

/**
 * Returns the plans at `indices` in shares for `workers` threads.
 *
 * @param options options of each plan, in the order of `plans`
 * @param encoded true if threads are to return results as text, for the cache
 */
export function sharesOf(
  indices: readonly number[],
  plans: readonly PlanInput[],
  options: readonly JobOptions[],
  workers: number,
  encoded: boolean,
): Share[] {
  const size = Math.max(1, Math.min(LARGEST, Math.floor(indices.length / (workers * ROUNDS))));
  const isHere = (index: number) => plans[index].bytes !== undefined;
  const groups: number[][] = [];
  for (const index of indices) {
    const last = groups.at(-1);
    if (last !== undefined && last.length < size && isHere(last[0]) === isHere(index)) last.push(index);
    else groups.push([index]);
  }
  const marks = new Int32Array(new SharedArrayBuffer(4 * (1 + groups.length))).fill(-1);
  marks[DONE] = 0;
  return groups.map((group, n) => ({
    indices: group,
    here: isHere(group[0]),
    chunk: {
      jobs: group.map((index): Job => ({ path: plans[index].path, options: options[index] })),
      marks,
      at: n + 1,
      encoded,
    },
  }));
}

/**
 * Returns one share (plans that one thread lints in turn) per plan for the plans of a share whose thread died, to be
 * linted by the main thread; the plan at index `inHand` of the share, on which the thread died, is left out.
 */
export function retryShares({ indices, chunk }: Share, inHand: number): Share[] {
  return indices.flatMap((index, n) => {
    if (n === inHand) return [];
    const marks = new Int32Array(new SharedArrayBuffer(8)).fill(0);
    return [{ indices: [index], here: true, chunk: { ...chunk, jobs: [chunk.jobs[n]], marks, at: 1 } }];
  });
}

/** Hands out shares (plans that one thread lints in turn) in their order to whichever thread is free. */
export class Shares {
  private readonly waiting: Set<Share>;

  constructor(all: readonly Share[]) {
    this.waiting = new Set(all);
  }

  /** Takes and lints one share after another, until none is left for which `may` is true. */
  async each(may: (share: Share) => boolean, lint: (share: Share) => Promise<void>): Promise<void> {
    for (let share = this.take(may); share !== undefined; share = this.take(may)) await lint(share);
  }

  private take(may: (share: Share) => boolean): Share | undefined {
    for (const share of this.waiting) {
      if (!may(share)) continue;
      this.waiting.delete(share);
      return share;
    }
    return undefined;
  }
}
