// Input of the formats of a comparison: pairs of plans.
import type { FailOn } from '../../../lint/exit.js';
import type { LintResult, ReportInput } from '../../../lint/types.js';
import { isEmpty } from '../compare/diff.js';
import type { Compared } from '../compare/types.js';

/** One of the two plans of a pair, with its lint result. */
export interface DiffSide {
  /** Path as shown to people. */
  readonly path: string;
  /** The git revision it is from; undefined: a file as it stands. */
  readonly revision?: string;
  readonly result: LintResult;
}

/** Two states of one plan. If one is missing, the plan was added or removed. */
export interface DiffPair {
  /** Path of the new plan; of the old one if the plan was removed. */
  readonly path: string;
  readonly old: DiffSide | undefined;
  readonly new: DiffSide | undefined;
  /** Undefined if a side can't be read: nothing was compared. */
  readonly compared: Compared | undefined;
  /** From which outcome on a verdict that got worse counts. */
  readonly failOn: FailOn;
}

/** Input of every format of `sitecam diff`. */
export interface DiffInput extends Pick<ReportInput, 'tool' | 'rules' | 'today'> {
  readonly pairs: readonly DiffPair[];
  /** The git revision compared with, and the number of plans unchanged since. */
  readonly since?: { readonly revision: string; readonly unchanged: number };
}

/** State of a pair after the comparison; `unreadable`: nothing was compared. */
export type PairState = 'unchanged' | 'changed' | 'added' | 'removed' | 'unreadable';

/** Returns how a pair came out. */
export function pairState({ compared }: DiffPair): PairState {
  if (compared === undefined) return 'unreadable';
  if (compared.old === undefined) return 'added';
  if (compared.new === undefined) return 'removed';
  return isEmpty(compared) ? 'unchanged' : 'changed';
}

/**
 * Returns the results that a report on the pairs is about: of each pair the new plan's, or the old one's if there is no
 * new one; if a side can't be read, those that can't.
 */
export function resultsOf({ pairs }: DiffInput): LintResult[] {
  return pairs.flatMap(({ old, new: now }): LintResult[] => {
    const unread = [old, now].flatMap((side) => (side === undefined || side.result.ok ? [] : [side.result]));
    if (unread.length > 0) return unread;
    const side = now ?? old;
    return side === undefined ? [] : [side.result];
  });
}
