import type { LintVerdict, Report } from '../lint/types.js';
import { isInBaseline } from './baseline-words.js';
import { type Cluster, clusters } from './groups.js';
import { verdictsByGroup } from './tally.js';

/** Findings that are read as one, under the number that every report and drawing of the run gives them. */
export interface Numbered extends Cluster {
  /** From 1, in the order of the report for reviewers: what doesn't comply, what is open, warnings, questions. */
  readonly number: number;
}

const known = new WeakMap<Report, readonly Numbered[]>();

/** Every finding that isn't waived, numbered: a reader who finds a 7 on a drawing looks for 7 in the report. */
export function numberedFindings(report: Report): readonly Numbered[] {
  const numbered = known.get(report) ?? number(report);
  known.set(report, numbered);
  return numbered;
}

function number(report: Report): Numbered[] {
  const { fail, open, warning, review } = verdictsByGroup(report);
  const lists = [[...freshFirst(fail), ...freshFirst(open), ...freshFirst(warning)], freshFirst(review)];
  return lists
    .flatMap((list) => clusters(list))
    .map((cluster, n) => ({
      number: n + 1,
      ...cluster,
    }));
}

/** What is new or changed before what a baseline has as it is. */
function freshFirst(verdicts: readonly LintVerdict[]): readonly LintVerdict[] {
  if (!verdicts.some(isInBaseline)) return verdicts;
  return [...verdicts.filter((verdict) => !isInBaseline(verdict)), ...verdicts.filter(isInBaseline)];
}

/** The number of each finding; those that are read as one share it. What is waived, passed or doesn't apply has none. */
export function numbersOf(report: Report): ReadonlyMap<LintVerdict, number> {
  return new Map(
    numberedFindings(report).flatMap(({ number, first, rest }) => [first, ...rest].map((one) => [one, number])),
  );
}
