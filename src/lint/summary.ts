// Counts of the verdicts of one report.
import { isLate } from '../base/lazy.js';
import { isFinding, type Outcome } from '../rules/verdict.js';
import type { LintVerdict, Summary } from './types.js';

/** Returns the counts of the verdicts. A waived finding counts only as waived, an undecided one as undecided. */
export function summarise(verdicts: readonly LintVerdict[]): Summary {
  const live = verdicts.filter(({ waiver, tainted }) => waiver === undefined && tainted === undefined);
  const waived = verdicts.filter(({ waiver }) => waiver !== undefined).length;
  const counts: Record<Outcome, number> = { fail: 0, open: 0, review: 0, pass: 0, notApplicable: 0 };
  for (const { outcome } of live) counts[outcome] += 1;
  return {
    counts,
    warnings: live.filter(isWarning).length,
    waived,
    undecided: verdicts.length - live.length - waived,
    // A verdict that has grazes has them worked out.
    grazes: verdicts.reduce((sum, one) => sum + (isLate(one, 'evidence') ? 0 : (one.evidence?.grazes ?? 0)), 0),
  };
}

/**
 * True if the rule itself is of level warning. False if a configuration lowered it: such a finding keeps its weight in
 * counts.
 */
export function isAdvisory({ level, lowered }: LintVerdict): boolean {
  return level === 'warning' && lowered === undefined;
}

function isWarning(verdict: LintVerdict): boolean {
  return isAdvisory(verdict) && isFinding(verdict.outcome);
}
