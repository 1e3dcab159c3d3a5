import type { LintVerdict } from '../lint/types.js';
import { isInBaseline } from './baseline-words.js';

/** Findings that say the same of one device (or of one rule) in several places. */
export interface Cluster {
  readonly first: LintVerdict;
  readonly rest: readonly LintVerdict[];
}

/** The device of a subject `device>zone`; undefined for other subjects. */
export function deviceOf(subject: string): string | undefined {
  const at = subject.indexOf('>');
  return at === -1 ? undefined : subject.slice(0, at);
}

/** How bad the evidence is: what reaches deepest is what a reader should see in full. */
function depthOf(verdict: LintVerdict): number {
  return verdict.evidence?.sightLine?.depth ?? 0;
}

/**
 * `findings` clustered by rule, message, clauses and device, in the order of their first members; the member with the
 * deepest view stands for its cluster. A plan with eighty views through closed doors reads as eight cameras. Those
 * that are `alone` are put with no other, and what a baseline has as it is with nothing that is new or changed.
 */
export function clusters(
  findings: readonly LintVerdict[],
  alone: (verdict: LintVerdict) => boolean = () => false,
): Cluster[] {
  const byKey = new Map<string, LintVerdict[]>();
  for (const [n, verdict] of findings.entries()) {
    const { rule, outcome, message, clauses, subject } = verdict;
    const device = deviceOf(subject) ?? '';
    const key = JSON.stringify([
      rule,
      outcome,
      message.id,
      clauses,
      device,
      alone(verdict) ? n : '',
      isInBaseline(verdict),
    ]);
    const members = byKey.get(key);
    if (members === undefined) byKey.set(key, [verdict]);
    else members.push(verdict);
  }
  return [...byKey.values()].map((members) => {
    const first = members.reduce((worst, one) => (depthOf(one) > depthOf(worst) ? one : worst));
    return { first, rest: members.filter((one) => one !== first) };
  });
}
