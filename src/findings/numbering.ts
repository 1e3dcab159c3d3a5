// Numbers of findings, the same in every report and drawing of a run.
import { memoizeReport } from '../lint/support/report-memo.js';
import type { LintVerdict, Report } from '../lint/types.js';
import { isInBaseline } from './baseline-words.js';
import { type Cluster, clusters } from './groups.js';
import { FINDING_GROUPS, verdictsByGroup } from './tally.js';

/** A cluster of findings under the number that every report and drawing of the run gives it. */
export interface Numbered extends Cluster {
  /** Number of the cluster, from 1, in the order of the report. */
  readonly number: number;
}

/**
 * Returns the findings that are neither waived nor undecided, in clusters numbered from 1, so that a number on a
 * drawing leads to the findings of that cluster in the report.
 */
export const numberedFindings = memoizeReport((report): readonly Numbered[] => {
  const groups = verdictsByGroup(report);
  return FINDING_GROUPS.flatMap((group) => clusters(freshFirst(groups[group]), report)).map((cluster, n) => ({
    number: n + 1,
    ...cluster,
  }));
});

/** Returns the verdicts, new and changed findings before those that the baseline holds unchanged. */
function freshFirst(verdicts: readonly LintVerdict[]): readonly LintVerdict[] {
  if (!verdicts.some(isInBaseline)) return verdicts;
  return [...verdicts.filter((verdict) => !isInBaseline(verdict)), ...verdicts.filter(isInBaseline)];
}

/**
 * Returns the number of each finding; a cluster shares one. Verdicts that are waived, undecided, pass or not applicable
 * have none.
 */
export function numbersOf(report: Report): ReadonlyMap<LintVerdict, number> {
  return new Map(
    numberedFindings(report).flatMap(({ number, first, rest }) => [first, ...rest].map((one) => [one, number])),
  );
}
