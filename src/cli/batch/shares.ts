import type { PlanInput } from '../plans.js';
import type { Chunk } from './chunk.js';
import type { Job, JobOptions } from './job.js';

/** Plans that one thread lints in turn, by their places in the run. */
export interface Share {
  readonly indices: readonly number[];
  readonly chunk: Chunk;
  /** Whether only this thread can read them: what stood on standard input. */
  readonly here: boolean;
}

/** Plans that go to a thread together at most: enough that messages cost nothing, few enough to come out even. */
const LARGEST = 8;
/** Shares for each thread at least, where there are enough plans. */
const ROUNDS = 8;

/** The plans at `indices` in shares for `workers` threads. */
export function sharesOf(
  indices: readonly number[],
  plans: readonly PlanInput[],
  options: readonly JobOptions[],
  workers: number,
): Share[] {
  const size = Math.max(1, Math.min(LARGEST, Math.floor(indices.length / (workers * ROUNDS))));
  const isHere = (index: number) => plans[index].bytes !== undefined;
  const groups: number[][] = [];
  for (const index of indices) {
    const last = groups.at(-1);
    if (last !== undefined && last.length < size && isHere(last[0]) === isHere(index)) last.push(index);
    else groups.push([index]);
  }
  const marks = new Int32Array(new SharedArrayBuffer(4 * (1 + groups.length)));
  return groups.map((group, n) => ({
    indices: group,
    here: isHere(group[0]),
    chunk: {
      jobs: group.map((index): Job => ({ path: plans[index].path, options: options[index] })),
      marks,
      at: n + 1,
    },
  }));
}

/** Hands out shares in their order, to whoever is free; after a fault none more. */
export class Shares {
  private readonly waiting: Set<Share>;
  private readonly faults = new Map<Share, unknown>();

  constructor(private readonly all: readonly Share[]) {
    this.waiting = new Set(all);
  }

  /** Lints one share after the other, until there is none that `may` be. */
  async each(may: (share: Share) => boolean, lint: (share: Share) => Promise<void>): Promise<void> {
    for (let share = this.take(may); share !== undefined; share = this.take(may)) {
      try {
        await lint(share);
      } catch (error) {
        this.faults.set(share, error);
      }
    }
  }

  /** Throws the first fault in the order of the plans, whoever met it first: nothing is decided of any plan then. */
  check(): void {
    const first = this.all.find((share) => this.faults.has(share));
    if (first !== undefined) throw this.faults.get(first);
  }

  private take(may: (share: Share) => boolean): Share | undefined {
    if (this.faults.size > 0) return undefined;
    for (const share of this.waiting) {
      if (!may(share)) continue;
      this.waiting.delete(share);
      return share;
    }
    return undefined;
  }
}
