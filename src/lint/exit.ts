// Exit codes of a run, and which verdicts count for them.
import type { Decision, LintResult, LintVerdict } from './types.js';

/** Values of `--fail-on`: the least grave kind of finding that makes the exit code 1. */
export const FAIL_ON = ['error', 'warning', 'review', 'never'] as const;
/** A value of `--fail-on`: the least grave kind of finding that makes the exit code 1; `never`: none does. */
export type FailOn = (typeof FAIL_ON)[number];

/**
 * Exit code of judged plans: 0 no finding counts · 1 a finding counts · 2 wrong configuration, waivers, baseline or law
 * pack · 3 nothing to read or an unreadable plan.
 */
export type ResultCode = 0 | 1 | 2 | 3;

/**
 * Returns the exit code of several plans: the gravest of theirs, in the order 3, 2, 1, 0. Without any plan it is 3,
 * since nothing was read.
 */
export function exitCode(results: readonly LintResult[], failOn: FailOn): ResultCode {
  const unread = results.filter((result) => !result.ok);
  if (results.length === 0 || unread.some(({ terms }) => terms === undefined)) return 3;
  if (unread.length > 0) return 2;
  return results.some((result) => result.ok && result.verdicts.some((verdict) => countsForExit(verdict, failOn)))
    ? 1
    : 0;
}

/**
 * Returns the exit code of a run in which each plan has its own level of `--fail-on`, in the order of `results`; 0
 * without any plan, as in an empty shard.
 */
export function runExitCode(results: readonly LintResult[], failOn: readonly FailOn[]): ResultCode {
  const codes = results.map((result, n) => exitCode([result], failOn[n]));
  return ([3, 2, 1] as const).find((code) => codes.includes(code)) ?? 0;
}

/** The parts of a verdict that decide if it counts for the exit code. A written record of a verdict holds them too. */
export type Weighed = Pick<LintVerdict, 'outcome' | 'level' | 'since'> & {
  readonly waiver?: unknown;
  readonly decision?: Pick<Decision, 'decision' | 'lapsed'>;
};

/**
 * True if a verdict counts for the exit code. Open weighs as much as fail, since what can't be verified does not
 * pass. A waived finding doesn't count, nor one that the baseline holds unchanged: it counted when the baseline was
 * made. A review counts only for the level `review`, and not if a decision in force says that it complies; one that
 * must be amended still counts.
 */
export function countsForExit({ outcome, level, waiver, decision, since }: Weighed, failOn: FailOn): boolean {
  if (failOn === 'never' || waiver !== undefined || since === 'unchanged') return false;
  if (outcome === 'review') return failOn === 'review' && !isSettled(decision);
  if (outcome !== 'fail' && outcome !== 'open') return false;
  return level === 'error' || failOn !== 'error';
}

/** True if a decision in force says that the finding complies. */
export function isSettled(decision: Weighed['decision']): boolean {
  return decision?.decision === 'complies' && decision.lapsed !== true;
}
