// Which changes of verdicts count for the exit code of a comparison.
import { countsForExit, type FailOn } from '../../../lint/exit.js';
import type { Compared, VerdictEdit } from './types.js';

/** True if a verdict got worse and counts: `lint --fail-on` counts it, and it is new, graver or no longer waived. */
export function gotWorse({ change, new: now }: VerdictEdit, failOn: FailOn): boolean {
  if (now === undefined || !(change === 'new' || change === 'worse' || change === 'unwaived')) return false;
  return countsForExit(now, failOn);
}

/** Returns the exit code: 1 if a verdict that counts got worse, else 0. */
export function diffCode({ verdicts }: Pick<Compared, 'verdicts'>, failOn: FailOn): 0 | 1 {
  return verdicts.some((edit) => gotWorse(edit, failOn)) ? 1 : 0;
}
