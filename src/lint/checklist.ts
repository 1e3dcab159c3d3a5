// The checklist of papers: reviews that a rule states as tick boxes, kept apart from the verdicts.
import type { Verdict } from '../rules/verdict.js';
import type { ChecklistItem } from './types.js';

/**
 * Parts what rules gave into verdicts and the checklist: a review that has a `tick` becomes a tick box of the checklist
 * and is no verdict any more. One that became `open` by a fault of the plan stays a verdict, since the author can
 * settle it.
 */
export function withoutTicks<V extends Verdict>(
  judged: readonly V[],
): { readonly verdicts: readonly V[]; readonly checklist: readonly ChecklistItem[] } {
  const verdicts: V[] = [];
  const checklist: ChecklistItem[] = [];
  for (const verdict of judged) {
    const { rule, subject, tick, outcome, bases } = verdict;
    const [basis] = bases;
    if (tick === undefined || outcome !== 'review' || basis === undefined) verdicts.push(verdict);
    else checklist.push({ rule, subject, clause: basis.clause, ...tick });
  }
  return { verdicts, checklist };
}
