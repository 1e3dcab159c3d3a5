// Findings and faults as problems of files, for services that annotate files.
import { isSettled } from '../lint/exit.js';
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
/** One value of `--alerts`. */
export type Alerts = (typeof ALERTS)[number];

/**
 * True for a finding that somebody must act on and that is at least as grave as `least`. False for one that the
 * baseline holds unchanged, and for a question that an organ answered by "complies", which no edit of the plan could
 * settle. Hints and criteria of sitecam's are no graver than a review.
 */
export function needsAction(verdict: LintVerdict, least: Alerts = 'review'): boolean {
  if (isInBaseline(verdict) || isSettled(verdict.decision)) return false;
  if (least === 'review') return true;
  if (verdictGroup(verdict) === 'warning') return false;
  return verdict.outcome === 'fail' || (least === 'open' && verdict.outcome === 'open');
}

/**
 * Returns the findings of all plans that need action and are at least as grave as `least`, the worst first. Within a
 * group the first finding of every cluster comes before the rest of the clusters, so that a service that cuts the list
 * loses what adds least.
 */
export function problems(input: ReportInput, least?: Alerts): Problem[] {
  const reports = input.results.flatMap((result) => (result.ok ? [result] : []));
  return FINDING_GROUPS.flatMap((group) => {
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
