import type { LintVerdict, Report, ReportInput, UnreadableReport } from '../lint/types.js';
import type { Unreadable } from '../plan/model.js';
import { isInBaseline } from './baseline-words.js';
import { numberedFindings } from './numbering.js';
import { type VerdictGroup, verdictGroup } from './tally.js';
import { tellsCause } from './wording/unjudged.js';

/** A finding that someone must still do something about. */
export interface Problem {
  readonly group: VerdictGroup;
  readonly verdict: LintVerdict;
  readonly report: Report;
}

/** What waits to be settled, in the order in which findings are numbered. */
const OPEN: readonly VerdictGroup[] = ['fail', 'open', 'warning', 'review'];

/**
 * What waits to be settled in all plans, the worst first; of findings that are read as one the first stands before the
 * others of its group, so that what a service cuts is what says least that is new. What a baseline has as it is isn't
 * among them: services that show these know of no baseline.
 */
export function problems(input: ReportInput): Problem[] {
  const reports = input.results.flatMap((result) => (result.ok ? [result] : []));
  return OPEN.flatMap((group) => {
    const clusters = reports.flatMap((report) =>
      numberedFindings(report)
        .filter(({ first }) => verdictGroup(first) === group && !isInBaseline(first))
        .map(({ first, rest }) => ({ first: { group, verdict: first, report }, rest, report })),
    );
    return [
      ...clusters.map(({ first }) => first),
      ...clusters.flatMap(({ rest, report }) => rest.map((verdict) => ({ group, verdict, report }))),
    ];
  });
}

/** Why plans of the run can't be read or judged, each fault with its plan; one that several share with the first of them. */
export function faults(input: ReportInput): { readonly fault: Unreadable; readonly result: UnreadableReport }[] {
  return input.results.flatMap((result) =>
    result.ok || !tellsCause(result) ? [] : result.unreadable.map((fault) => ({ fault, result })),
  );
}
