// The comparison as input for the formats of lint.
import { isFinding } from '../../../lint/baseline/snapshot.js';
import type { LintResult, LintVerdict, Report, ReportInput } from '../../../lint/types.js';
import type { VerdictEdit } from '../compare/types.js';
import { type DiffInput, resultsOf } from './types.js';

/** Returns the run as lint's formats take it: a report of the new plans. */
export function reportInput(input: DiffInput): ReportInput {
  const { tool, rules, today } = input;
  return { tool, rules, today, results: resultsOf(input) };
}

/**
 * Returns the same with only those findings that are new, graver or no longer waived: what a code hosting service
 * shows.
 */
export function worsened(input: DiffInput): ReportInput {
  const { tool, rules, today, pairs } = input;
  const results = pairs.flatMap(({ compared, old, new: now }): LintResult[] => {
    if (compared === undefined)
      return [old, now].flatMap((side) => (side === undefined || side.result.ok ? [] : [side.result]));
    const report = compared.new;
    return report === undefined ? [] : [only(report, new Set(compared.verdicts.flatMap(worse)))];
  });
  return { tool, rules, today, results };
}

function worse({ change, new: now }: VerdictEdit): LintVerdict[] {
  const counts = change === 'new' || change === 'worse' || change === 'unwaived';
  return now !== undefined && counts && isFinding(now.outcome) ? [now] : [];
}

function only(report: Report, verdicts: ReadonlySet<LintVerdict>): Report {
  return { ...report, verdicts: report.verdicts.filter((verdict) => verdicts.has(verdict)) };
}
