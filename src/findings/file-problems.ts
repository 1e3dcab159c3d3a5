// Findings and faults as problems of files, for services that annotate files.
import { groupBy } from '../base/arrays.js';
import { countsForExit, type FailOn, isSettled } from '../lint/exit.js';
import { isAdvisory } from '../lint/summary.js';
import { memoizeReport } from '../lint/support/report-memo.js';
import { faultName } from '../lint/taint.js';
import type { LintVerdict, Report, ReportInput, UnreadableReport } from '../lint/types.js';
import type { Unreadable } from '../plan/model.js';
import { isInBaseline } from './baseline-words.js';
import type { Fold } from './groups.js';
import { numberedFindings } from './numbering.js';
import { FINDING_GROUPS, type VerdictGroup, verdictGroup } from './tally.js';
import { tellsCause } from './wording/unjudged.js';

/** A finding, or a fold of findings, that still needs action. */
export interface Problem extends Fold {
  readonly group: VerdictGroup;
  readonly report: Report;
}

/** Values of `--alerts`: the least grave outcome that becomes an alert. */
export const ALERTS = ['fail', 'open', 'review'] as const;
/** A value of `--alerts`: the least grave outcome that becomes an alert. */
export type Alerts = (typeof ALERTS)[number];

/**
 * True for a finding that somebody must act on and that is at least as grave as `least`. False for one that the
 * baseline holds unchanged, and for a question that an organ answered by "complies", which no edit of the plan could
 * settle. Hints and criteria of sitecam's are no graver than a review.
 */
export function needsAction(verdict: LintVerdict, least: Alerts = 'review'): boolean {
  if (isInBaseline(verdict) || isSettled(verdict.decision)) return false;
  if (least === 'review') return true;
  if (verdictGroup(verdict) === 'warning' || isAdvisory(verdict)) return false;
  return verdict.outcome === 'fail' || (least === 'open' && verdict.outcome === 'open');
}

/**
 * Returns the undecided, unwaived verdicts that count for the exit code themselves, since no finding counts in their
 * place. Mostly the finding about the fault that leaves a verdict undecided does; not if that finding is waived, held
 * by the baseline unchanged, or of a lower level of severity than the verdict.
 */
export const loneUndecided = memoizeReport(({ verdicts }): ReadonlySet<LintVerdict> => {
  const counting = (failOn: LintVerdict['level']) =>
    new Set(verdicts.filter((one) => one.tainted === undefined && countsForExit(one, failOn)).map(faultName));
  const faults = { error: counting('error'), warning: counting('warning') };
  return new Set(
    verdicts.filter(
      ({ tainted, waiver, level }) =>
        tainted !== undefined && waiver === undefined && !tainted.by.some((name) => faults[level].has(name)),
    ),
  );
});

/** Names of the faults on which hangs what makes the exit code by itself, by the level of `--fail-on`. */
const countingFaultsOf = memoizeReport((report) => {
  const namesAt = (failOn: FailOn) => {
    const counting = [...loneUndecided(report)].filter((verdict) => countsForExit(verdict, failOn));
    return new Set(counting.flatMap(({ tainted }) => tainted?.by ?? []));
  };
  const [error, warning] = [namesAt('error'), namesAt('warning')];
  return { error, warning, review: warning, never: new Set<string>() };
});

/**
 * True if the fault with the name `name` (`faultName`) leaves a verdict undecided that counts for the exit code at
 * `failOn` itself, since no finding counts in its place ({@link loneUndecided}).
 */
export function leavesCounting(name: string, report: Report, failOn: FailOn): boolean {
  return countingFaultsOf(report)[failOn].has(name);
}

/**
 * Returns the undecided verdicts that count for the exit code themselves, as no finding counts in their place ({@link
 * loneUndecided}), and that need action. Those of one level of severity that one fault leaves undecided are one fold.
 */
export function loneFolds(report: Report, least?: Alerts): Fold[] {
  const needed = [...loneUndecided(report)].filter((verdict) => needsAction(verdict, least));
  const byFault = groupBy(needed, ({ tainted, level }) => `${level} ${tainted?.by[0]}`);
  return [...byFault.values()].map(([first, ...rows]) => ({ first, rows }));
}

/**
 * Returns the findings of all plans that need action and are at least as grave as `least`, the worst first; after them
 * the undecided verdicts that count in place of a finding ({@link loneFolds}). Within a group the first finding of
 * every cluster comes before the rest of the clusters, so that a service that cuts the list loses what adds least.
 */
export function problems(input: ReportInput, least?: Alerts): Problem[] {
  const reports = input.results.flatMap((result) => (result.ok ? [result] : []));
  const found = FINDING_GROUPS.flatMap((group) => {
    const clusters = reports.flatMap((report) =>
      numberedFindings(report)
        .filter(({ first }) => verdictGroup(first) === group && needsAction(first, least))
        .map(({ first, rest, asRows }) => ({
          problem: { group, report, first, rows: asRows ? rest : [] },
          rest: asRows ? [] : rest,
        })),
    );
    return [
      ...clusters.map(({ problem }) => problem),
      ...clusters.flatMap(({ problem, rest }) => rest.map((first) => ({ ...problem, first }))),
    ];
  });
  const lone = reports.flatMap((report) =>
    loneFolds(report, least).map((fold): Problem => ({ group: 'undecided', report, ...fold })),
  );
  return [...found, ...lone];
}

/**
 * Returns the faults that keep plans from being read or judged, each with its plan. A fault that several plans share
 * comes once, with the first of them.
 */
export function faults(input: ReportInput): { readonly fault: Unreadable; readonly result: UnreadableReport }[] {
  return input.results.flatMap((result) =>
    result.ok || !tellsCause(result) ? [] : result.unreadable.map((fault) => ({ fault, result })),
  );
}
