// Findings and faults as problems of files, for services that annotate files.
import type { Report, ReportInput, UnreadableReport } from '../lint/types.js';
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

/**
 * Returns the findings of all plans that need action, the worst first. Within a group the first finding of every
 * cluster comes before the rest of the clusters, so that a service that cuts the list loses what adds least. Leaves out
 * what the baseline holds unchanged, since these services know no baseline.
 */
export function problems(input: ReportInput): Problem[] {
  const reports = input.results.flatMap((result) => (result.ok ? [result] : []));
  return FINDING_GROUPS.flatMap((group) => {
    const clusters = reports.flatMap((report) =>
      numberedFindings(report)
        .filter(({ first }) => verdictGroup(first) === group && !isInBaseline(first))
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
