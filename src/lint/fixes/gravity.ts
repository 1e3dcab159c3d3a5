// How grave verdicts are, together and by each law, and which of one report are graver than those of another.

import type { Outcome } from '../../rules/verdict.js';
import type { LintVerdict, Report } from '../types.js';

const GRAVITY: Readonly<Record<Outcome, number>> = { notApplicable: 0, pass: 0, review: 1, open: 2, fail: 3 };

/** Gravity of a verdict that a person must decide. */
export const REVIEW = GRAVITY.review;

/**
 * Returns how grave a verdict is: 3 fail, 2 open, 1 review, 0 no finding. One that a fault left open counts by the
 * outcome that it had before.
 */
export function gravity({ outcome, tainted }: LintVerdict): number {
  return GRAVITY[tainted?.outcome ?? outcome];
}

/** Returns what a verdict is about, as a text: its rule and subject. */
export function nameOf({ rule, subject }: LintVerdict): string {
  return `${rule}\0${subject}`;
}

/**
 * Returns the verdicts of `after` that are graver than every verdict of `before` with the same rule and subject: all
 * laws together, or by any one of them. A verdict of several laws shows only the gravest outcome, which may hide that
 * it became graver by another law.
 *
 * @param least no verdict of this gravity or less counts as graver
 */
export function graverIn(before: Report, after: Report, least = 0): LintVerdict[] {
  const was = new Map<string, LintVerdict[]>();
  for (const verdict of before.verdicts) {
    const known = was.get(nameOf(verdict));
    if (known === undefined) was.set(nameOf(verdict), [verdict]);
    else known.push(verdict);
  }
  return after.verdicts.filter((verdict) => {
    const known = was.get(nameOf(verdict)) ?? [];
    const isGraver = (by: (one: LintVerdict) => number) => by(verdict) > Math.max(least, ...known.map(by));
    return isGraver(gravity) || lawsOf(verdict).some((law) => isGraver((one) => gravityBy(one, law)));
  });
}

function lawsOf({ bases }: LintVerdict): string[] {
  return [...new Set(bases.map(({ law }) => law))];
}

/** Returns how grave a verdict is by one law; by all together if that can't be told, because it is in doubt. */
function gravityBy(verdict: LintVerdict, law: string): number {
  if (verdict.tainted !== undefined || verdict.doubt !== undefined) return gravity(verdict);
  const outcomes = verdict.bases.flatMap((one) => (one.law === law && one.outcome !== null ? [one.outcome] : []));
  return Math.max(0, ...outcomes.map((outcome) => GRAVITY[outcome]));
}
