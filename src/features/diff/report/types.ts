import type { FailOn } from '../../../lint/exit.js';
import type { LintResult, ReportInput } from '../../../lint/types.js';
import { isEmpty } from '../compare/diff.js';
import type { Compared } from '../compare/types.js';

/** One of the two plans, as it was judged. */
export interface DiffSide {
  /** Path as people see it. */
  readonly path: string;
  /** The git revision it is of; undefined: a file as it stands. */
  readonly revision?: string;
  readonly result: LintResult;
}

/** Two states of one plan. One of them may be missing: then the plan was added or removed. */
export interface DiffPair {
  /** Of the new plan; of one that was removed that of the old one. */
  readonly path: string;
  readonly old: DiffSide | undefined;
  readonly new: DiffSide | undefined;
  /** Undefined where a side can't be read: nothing was compared. */
  readonly compared: Compared | undefined;
  /** From what on a verdict that got worse counts. */
  readonly failOn: FailOn;
}

/** What every format of `sitecam diff` is given. */
export interface DiffInput extends Pick<ReportInput, 'tool' | 'rules' | 'today'> {
  readonly pairs: readonly DiffPair[];
  /** The git revision that is compared with, and how many plans haven't changed since. */
  readonly since?: { readonly revision: string; readonly unchanged: number };
}

export type PairState = 'unchanged' | 'changed' | 'added' | 'removed' | 'unreadable';

export function pairState({ compared }: DiffPair): PairState {
  if (compared === undefined) return 'unreadable';
  if (compared.old === undefined) return 'added';
  if (compared.new === undefined) return 'removed';
  return isEmpty(compared) ? 'unchanged' : 'changed';
}

/** What of the pairs a report of plans speaks of: the new plans; where there is none, the old; what can't be read of both. */
export function resultsOf({ pairs }: DiffInput): LintResult[] {
  return pairs.flatMap(({ old, new: now }): LintResult[] => {
    const unread = [old, now].flatMap((side) => (side === undefined || side.result.ok ? [] : [side.result]));
    if (unread.length > 0) return unread;
    const side = now ?? old;
    return side === undefined ? [] : [side.result];
  });
}
