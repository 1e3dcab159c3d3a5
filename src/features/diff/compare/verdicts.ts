// The verdicts that differ between two reports, paired by rule, subject and pack.
import { groupBy } from '../../../base/arrays.js';
import type { ClauseId } from '../../../law/types.js';
import { findingExtent } from '../../../lint/baseline/snapshot.js';
import { countsForExit, type FailOn } from '../../../lint/exit.js';
import type { LintVerdict, Report } from '../../../lint/types.js';
import { isFinding, type Outcome } from '../../../rules/verdict.js';
import type { Renames } from './elements.js';
import { renamed } from './facts.js';
import { type Compared, type Figures, GRAVITIES, type VerdictChange, type VerdictEdit } from './types.js';

/** The verdicts that changed, and the number of those that didn't. */
export interface Verdicts {
  /** Without the edits that may explain them. */
  readonly changed: readonly Omit<VerdictEdit, 'why'>[];
  readonly unchanged: number;
}

/**
 * Returns the verdicts that changed, in the order of the new report, then those that are gone in the order of the old
 * one. Of several on one subject, those with the same outcome are paired first.
 */
export function verdictEdits(old: Report | undefined, now: Report | undefined, renames: Renames): Verdicts {
  const left = groupBy(old?.verdicts ?? [], (verdict) => keyOf(verdict, renamed(verdict.subject, renames)));
  const pairs = (now?.verdicts ?? []).map((verdict): Pair => ({ verdict, before: undefined }));
  for (const wanted of ['same', 'any']) {
    for (const pair of pairs) {
      if (pair.before !== undefined) continue;
      const candidates = left.get(keyOf(pair.verdict, pair.verdict.subject)) ?? [];
      const found = candidates.findIndex((one) => wanted === 'any' || isAlike(one, pair.verdict));
      if (found >= 0) [pair.before] = candidates.splice(found, 1);
    }
  }
  const rest = new Set([...left.values()].flat());
  const changed = [
    ...pairs.flatMap(({ verdict, before }) => editOf(before, verdict)),
    ...(old?.verdicts ?? []).filter((verdict) => rest.has(verdict)).flatMap((verdict) => editOf(verdict, undefined)),
  ];
  return { changed, unchanged: pairs.length + rest.size - changed.length };
}

interface Pair {
  readonly verdict: LintVerdict;
  before: LintVerdict | undefined;
}

function keyOf({ rule }: LintVerdict, subject: string): string {
  return `${rule}\0${subject}`;
}

function isAlike(a: LintVerdict, b: LintVerdict): boolean {
  return a.outcome === b.outcome && isWaived(a) === isWaived(b) && a.level === b.level;
}

function isWaived({ waiver }: LintVerdict): boolean {
  return waiver !== undefined;
}

function editOf(old: LintVerdict | undefined, now: LintVerdict | undefined): Omit<VerdictEdit, 'why'>[] {
  const [from, to] = [old === undefined ? {} : findingExtent(old), now === undefined ? {} : findingExtent(now)];
  const change = changeOf(old, now, trend(from, to));
  return change === undefined ? [] : [{ change, old, new: now, from, to }];
}

function changeOf(
  old: LintVerdict | undefined,
  now: LintVerdict | undefined,
  more: -1 | 0 | 1,
): VerdictChange | undefined {
  if (old === undefined) return 'new';
  if (now === undefined) return 'gone';
  const by = GRAVITIES[now.outcome] - GRAVITIES[old.outcome];
  if (by > 0) return 'worse';
  if (isWaived(old) !== isWaived(now)) return isWaived(now) ? 'waived' : isFinding(now.outcome) ? 'unwaived' : 'better';
  if (by < 0) return 'better';
  if (old.outcome !== now.outcome) return 'other';
  const clauses = clauseShifts(old, now).map((one) => GRAVITIES[one.to] - GRAVITIES[one.from]);
  if (isFinding(now.outcome) && (more > 0 || clauses.some((shift) => shift > 0))) return 'worse';
  if (isFinding(now.outcome) && (more < 0 || clauses.length > 0)) return 'better';
  // A configuration may have turned an error into a warning: the verdict is the same, but weighs less.
  if (old.level !== now.level && isFinding(now.outcome)) return now.level === 'error' ? 'worse' : 'better';
  return undefined;
}

/** A clause by which a verdict became graver or lighter; `notApplicable` also where it decides nothing. */
interface ClauseShift {
  readonly clause: ClauseId;
  readonly from: Outcome;
  readonly to: Outcome;
}

/**
 * Returns the clauses by which the outcome became graver or milder from the old verdict to the new one on the same
 * fact, in the order of the new one. Each verdict shows only its gravest outcome, which may hide such a change.
 */
export function clauseShifts(old: LintVerdict, now: LintVerdict): ClauseShift[] {
  const [before, after] = [outcomesOf(old), outcomesOf(now)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((clause) => {
    const [from, to] = [before.get(clause) ?? 'notApplicable', after.get(clause) ?? 'notApplicable'];
    return GRAVITIES[from] === GRAVITIES[to] ? [] : [{ clause, from, to }];
  });
}

/** Returns the outcome by each clause that decides a verdict, the gravest of several. */
function outcomesOf({ bases }: LintVerdict): Map<ClauseId, Outcome> {
  const found = new Map<ClauseId, Outcome>();
  for (const { clause, outcome } of bases) {
    if (outcome === null) continue;
    const known = found.get(clause);
    if (known === undefined || GRAVITIES[outcome] > GRAVITIES[known]) found.set(clause, outcome);
  }
  return found;
}

/** Smallest changes that count: m² seen, m of depth, and share of a zone covered. Less is rounding. */
export const SPECK = { seen: 0.01, depth: 0.01, covered: 0.001 } as const;

/**
 * Returns 1 if more is seen or heard, or less is covered; −1 if the opposite; 0 if neither. If both, 1: some of it got
 * worse.
 */
export function trend(from: Figures, to: Figures): -1 | 0 | 1 {
  const by = (figure: keyof Figures) => {
    const change = (to[figure] ?? Number.NaN) - (from[figure] ?? Number.NaN);
    if (!(Math.abs(change) > SPECK[figure])) return 0;
    return Math.sign(change) * (figure === 'covered' ? -1 : 1);
  };
  const all = [by('seen'), by('depth'), by('covered')];
  const worse = all.some((one) => one > 0);
  const better = all.some((one) => one < 0);
  return worse ? 1 : better ? -1 : 0;
}

/** True if a verdict got worse and counts: `lint --fail-on` counts it, and it is new, graver or no longer waived. */
export function gotWorse({ change, new: now }: VerdictEdit, failOn: FailOn): boolean {
  return now !== undefined && isForWorse(change) && countsForExit(now, failOn);
}

/** True if a verdict that changed so is new, graver or no longer waived. */
export function isForWorse(change: VerdictChange): boolean {
  return change === 'new' || change === 'worse' || change === 'unwaived';
}

/** Returns the exit code: 1 if a verdict that counts got worse, else 0. */
export function diffCode({ verdicts }: Pick<Compared, 'verdicts'>, failOn: FailOn): 0 | 1 {
  return verdicts.some((edit) => gotWorse(edit, failOn)) ? 1 : 0;
}
