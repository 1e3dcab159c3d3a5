import type { Outcome } from '../rules/verdict.js';
import type { LintVerdict, Summary } from './types.js';

/** Counts of what was found. Waived findings count only as waived. */
export function summarise(verdicts: readonly LintVerdict[]): Summary {
  const live = verdicts.filter(({ waiver }) => waiver === undefined);
  const counts: Record<Outcome, number> = { fail: 0, open: 0, review: 0, pass: 0, notApplicable: 0 };
  for (const { outcome } of live) counts[outcome] += 1;
  return {
    counts,
    warnings: live.filter(isWarning).length,
    waived: verdicts.length - live.length,
    grazes: verdicts.reduce((sum, { evidence }) => sum + (evidence?.grazes ?? 0), 0),
  };
}

/** On a rule that is a warning by its nature: what a configuration lowered stays what it is. */
export function isAdvisory({ level, lowered }: LintVerdict): boolean {
  return level === 'warning' && lowered === undefined;
}

function isWarning(verdict: LintVerdict): boolean {
  const { outcome } = verdict;
  return isAdvisory(verdict) && (outcome === 'fail' || outcome === 'open' || outcome === 'review');
}
