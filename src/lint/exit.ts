import { rules } from '../rules/index.js';
import type { LintResult, LintVerdict } from './types.js';

/** From what on a finding counts for the exit code. */
export const FAIL_ON = ['error', 'warning', 'review', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** Nothing found · something found · a plan that can't be judged on its terms · nothing to read or a plan that can't be read. */
export type ResultCode = 0 | 1 | 2 | 3;

/** The exit code of several plans: that of the worst, in the order 3, 2, 1, 0. No plan at all is nothing to read. */
export function exitCode(results: readonly LintResult[], failOn: FailOn): ResultCode {
  const unread = results.filter((result) => !result.ok);
  if (results.length === 0 || unread.some(({ terms }) => terms === undefined)) return 3;
  if (unread.length > 0) return 2;
  return results.some((result) => result.ok && result.verdicts.some((verdict) => countsForExit(verdict, failOn)))
    ? 1
    : 0;
}

/** Rules that say of every plan what no drawing settles: no plan could pass by them. */
const STANDING: ReadonlySet<string> = new Set(
  rules.filter(({ alwaysPrinted }) => alwaysPrinted === true).map(({ id }) => id),
);

/** What of a verdict decides whether it counts; a record of it says as much. */
export type Weighed = Pick<LintVerdict, 'rule' | 'outcome' | 'level' | 'since'> & { readonly waiver?: unknown };

/**
 * Whether a verdict counts for the exit code. What can't be verified does not pass: open weighs as much as fail. What a
 * baseline has as it is was counted when that was made.
 */
export function countsForExit({ rule, outcome, level, waiver, since }: Weighed, failOn: FailOn): boolean {
  if (level === 'warning' && STANDING.has(rule)) return false;
  if (failOn === 'never' || waiver !== undefined || since === 'unchanged') return false;
  if (outcome === 'review') return failOn === 'review';
  if (outcome !== 'fail' && outcome !== 'open') return false;
  return level === 'error' || failOn !== 'error';
}
