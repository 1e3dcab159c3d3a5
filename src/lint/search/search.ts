// The search of a camera's poses, stage by stage: cells of poses are divided until each is excluded or small.

import { spendBudget } from '../../base/budget.js';
import type { PoseBox } from '../../sight/types.js';
import { halved } from './cells.js';

/** Most boxes of poses that one search examines. Chosen by sitecam; reports print it. */
export const MOST_CELLS = 20_000;

/** A cell (box of poses) of which no pose will do, and why: what `PoseSearch.excluded` returned for it. */
export interface Closed<Reason> {
  readonly box: PoseBox;
  readonly by: Reason;
}

/**
 * The search for a pose in which a camera does what its caller asks, such as seeing nothing private: the poses to
 * search, and the caller's test, which returns why all poses of a cell fail (`Reason`, such as a private zone that each
 * of them sees).
 */
export interface PoseSearch<Reason> {
  /** Cells to begin with, in the order in which they are examined. */
  readonly cells: readonly PoseBox[];
  /** Widths in degrees: each stage in turn divides cells down to the next of them. */
  readonly widths: readonly number[];
  /** Returns a reason that holds for every pose of a cell; undefined if some pose may be free of all. */
  readonly excluded: (box: PoseBox) => Reason | undefined;
}

/**
 * What a search has found once it has halved its cells down to one of its widths: those that failed, and those left.
 */
export interface Stage<Reason> {
  /** Cells not excluded, no wider than the stage's width unless `cut`; [] if every pose is excluded. */
  readonly open: readonly PoseBox[];
  /** Cells that are excluded, by this stage or an earlier one. */
  readonly closed: readonly Closed<Reason>[];
  /** Number of cells examined so far. */
  readonly count: number;
  /** True if the limit on cells was reached, so that some open cells are wider. */
  readonly cut: boolean;
  /** True if no stage follows. */
  readonly last: boolean;
}

/** Budget steps for examining one cell, without the measuring in it. */
const CELL = 500;

/**
 * Yields the stages of a search, one for each of `widths`: cells of which `excluded` gives no reason are halved until
 * they are that narrow. Between two stages the caller tries single poses in the cells left open, and stops as soon as
 * one will do.
 */
export function* stagesOf<Reason>({ cells, widths, excluded }: PoseSearch<Reason>): Generator<Stage<Reason>> {
  const closed: Closed<Reason>[] = [];
  let waiting = [...cells].reverse();
  let count = 0;
  for (const [stage, width] of widths.entries()) {
    const open: PoseBox[] = [];
    for (let box = waiting.pop(); box !== undefined; box = waiting.pop()) {
      if (count >= MOST_CELLS) {
        yield { open: [...open, box, ...waiting], closed: [...closed], count, cut: true, last: true };
        return;
      }
      count += 1;
      spendBudget(CELL);
      const by = excluded(box);
      if (by !== undefined) {
        closed.push({ box, by });
        continue;
      }
      const halves = halved(box, width);
      if (halves === undefined) open.push(box);
      else waiting.push(...halves);
    }
    const last = open.length === 0 || stage + 1 === widths.length;
    yield { open, closed: [...closed], count, cut: false, last };
    if (last) return;
    waiting = [...open].reverse();
  }
}
