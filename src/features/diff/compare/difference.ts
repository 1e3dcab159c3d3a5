// What became of the findings of a plan from one run to the next.
import type { LintVerdict, Report } from '../../../lint/types.js';
import { isFinding } from '../../../rules/verdict.js';
import { verdictEdits } from './verdicts.js';

/** Findings by what became of them; `gone` holds those of the old report, the others those of the new one. */
export interface Difference {
  readonly added: readonly LintVerdict[];
  readonly gone: readonly LintVerdict[];
  readonly graver: readonly LintVerdict[];
  readonly milder: readonly LintVerdict[];
}

/** Returns the difference between two reports on one plan. A finding that is waived counts as gone. */
export function differenceOf(old: Report, now: Report): Difference {
  const found: Record<keyof Difference, LintVerdict[]> = { added: [], gone: [], graver: [], milder: [] };
  for (const { change, old: before, new: after } of verdictEdits(old, now, new Map()).changed) {
    const [was, is] = [before, after].map((one) => (one !== undefined && isLive(one) ? one : undefined));
    if (was === undefined && is === undefined) continue;
    if (is === undefined) found.gone.push(...(was ? [was] : []));
    else if (was === undefined) found.added.push(is);
    else if (change === 'worse') found.graver.push(is);
    else if (change === 'better') found.milder.push(is);
  }
  return found;
}

function isLive({ outcome, waiver }: LintVerdict): boolean {
  return isFinding(outcome) && waiver === undefined;
}
