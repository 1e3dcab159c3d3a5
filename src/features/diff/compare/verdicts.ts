// The verdicts that differ between two reports, paired by rule, subject and pack.
import { isFinding } from '../../../lint/baseline/snapshot.js';
import type { LintVerdict, Report } from '../../../lint/types.js';
import type { Renames } from './elements.js';
import { renamed } from './facts.js';
import { figuresOf, trend } from './figures.js';
import { GRAVITIES, type VerdictChange, type VerdictEdit } from './types.js';

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
  const left = new Map<string, LintVerdict[]>();
  for (const verdict of old?.verdicts ?? []) push(left, keyOf(verdict, renamed(verdict.subject, renames)), verdict);
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

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function keyOf({ rule, pack = '' }: LintVerdict, subject: string): string {
  return `${rule}\0${subject}\0${pack}`;
}

function isAlike(a: LintVerdict, b: LintVerdict): boolean {
  return a.outcome === b.outcome && isWaived(a) === isWaived(b) && a.level === b.level;
}

function isWaived({ waiver }: LintVerdict): boolean {
  return waiver !== undefined;
}

function editOf(old: LintVerdict | undefined, now: LintVerdict | undefined): Omit<VerdictEdit, 'why'>[] {
  const [from, to] = [figuresOf(old), figuresOf(now)];
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
  if (isFinding(now.outcome) && more !== 0) return more > 0 ? 'worse' : 'better';
  if (old.outcome !== now.outcome) return 'other';
  // A configuration may have turned an error into a warning: the verdict is the same, but weighs less.
  if (old.level !== now.level && isFinding(now.outcome)) return now.level === 'error' ? 'worse' : 'better';
  return undefined;
}
