import { countsForExit, type FailOn } from '../../../lint/exit.js';
import type { Compared, VerdictEdit } from './types.js';

/** Whether a verdict got worse so that it counts: it is one that `lint --fail-on` counts, and is new, graver or no longer waived. */
export function gotWorse({ change, new: now }: VerdictEdit, failOn: FailOn): boolean {
  if (now === undefined || !(change === 'new' || change === 'worse' || change === 'unwaived')) return false;
  return countsForExit(now, failOn);
}

/** 0: nothing got worse; 1: something did. */
export function diffCode({ verdicts }: Pick<Compared, 'verdicts'>, failOn: FailOn): 0 | 1 {
  return verdicts.some((edit) => gotWorse(edit, failOn)) ? 1 : 0;
}
