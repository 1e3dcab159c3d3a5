// The difference that a step of a session makes to the findings.
import type { LintVerdict, Report } from '../lint/types.js';
import { isFinding, type Outcome } from '../rules/verdict.js';
import type { Difference } from './types.js';

/** Outcomes of findings, the mildest first. */
const GRAVITY: readonly Outcome[] = ['review', 'open', 'fail'];

/** Returns what became of the findings from one report to the next, by rule and subject; waived ones aren't among them. */
export function differenceOf(before: Report | undefined, after: Report | undefined): Difference {
  const [was, is] = [findingsOf(before), findingsOf(after)];
  const difference = {
    added: [] as LintVerdict[],
    gone: [] as LintVerdict[],
    graver: [] as LintVerdict[],
    milder: [] as LintVerdict[],
  };
  for (const [fingerprint, verdict] of is) {
    const known = was.get(fingerprint);
    const by = known === undefined ? 0 : GRAVITY.indexOf(verdict.outcome) - GRAVITY.indexOf(known.outcome);
    if (known === undefined) difference.added.push(verdict);
    else if (by > 0) difference.graver.push(verdict);
    else if (by < 0) difference.milder.push(verdict);
  }
  for (const [fingerprint, verdict] of was) if (!is.has(fingerprint)) difference.gone.push(verdict);
  return difference;
}

function findingsOf(report: Report | undefined): ReadonlyMap<string, LintVerdict> {
  const found = (report?.verdicts ?? []).filter(({ outcome, waiver }) => isFinding(outcome) && waiver === undefined);
  return new Map(found.map((verdict) => [verdict.fingerprint, verdict]));
}
