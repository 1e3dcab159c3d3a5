// Searches of several parts, each given its share of the work.

import type { Effort, PartProgress, Steps } from './part.js';
import type { Solved } from './solve.js';

/** The search of one part, with its number among those that take turns. */
export interface Search {
  readonly n: number;
  readonly steps: Steps<Solved>;
}

/** A step of one of several searches that take turns; `n` is the number of the search. */
export interface Turn {
  readonly n: number;
  readonly progress: PartProgress | undefined;
  /** Set by the last step. */
  readonly result: Solved | undefined;
  /** Number of searches that aren't through. */
  readonly left: number;
}

/** Steps of work that one part is given before it is another's turn. */
const TURN = 3000;

/**
 * Runs several searches by turns, always the one with the least work so far, so that all have a design soon even if
 * they are ended early. `effort`: the count of work that all of them share.
 */
export function* inTurn(searches: readonly Search[], effort: Effort): Generator<Turn, void, void> {
  let live = searches.map((one) => ({ ...one, done: 0 }));
  while (live.length > 0) {
    const next = live.reduce((least, one) => (one.done < least.done ? one : least));
    const { n, steps } = next;
    for (const until = next.done + TURN; next.done < until; ) {
      const before = effort.done;
      const step = steps.next();
      next.done += effort.done - before;
      if (step.done === true) live = live.filter((one) => one !== next);
      const { progress, result } =
        step.done === true ? { progress: undefined, result: step.value } : { progress: step.value, result: undefined };
      yield { n, progress, result, left: live.length };
      if (result !== undefined) break;
    }
  }
}
