// Clusters: findings that a reader takes in as one.

import { groupBy } from '../base/arrays.js';
import type { LintVerdict } from '../lint/types.js';
import { clausesOf } from '../rules/bases.js';
import { isInBaseline } from './baseline-words.js';

/** Findings of one device (or one rule) that say the same in several places. */
export interface Cluster {
  readonly first: LintVerdict;
  readonly rest: readonly LintVerdict[];
}

/** Returns the device of a subject `device>zone`; undefined for other subjects. */
export function deviceOf(subject: string): string | undefined {
  const at = subject.indexOf('>');
  return at === -1 ? undefined : subject.slice(0, at);
}

/** Returns the depth (m) of a finding's view, 0 if it has none. The deepest is the one a reader should see in full. */
function depthOf(verdict: LintVerdict): number {
  return verdict.evidence?.sightLine?.depth ?? 0;
}

/**
 * Returns `findings` clustered by rule, message, clauses and device, in the order of their first members. The member
 * with the deepest view represents its cluster, so that a plan with eighty views through closed doors reads as eight
 * cameras. Findings that the baseline holds unchanged never share a cluster with others.
 */
export function clusters(findings: readonly LintVerdict[]): Cluster[] {
  const byKey = groupBy(findings, (verdict) => {
    const { rule, outcome, message, subject } = verdict;
    return JSON.stringify([
      rule,
      outcome,
      message.id,
      clausesOf(verdict),
      deviceOf(subject) ?? '',
      isInBaseline(verdict),
    ]);
  });
  return [...byKey.values()].map((members) => {
    const first = members.reduce((worst, one) => (depthOf(one) > depthOf(worst) ? one : worst));
    return { first, rest: members.filter((one) => one !== first) };
  });
}
