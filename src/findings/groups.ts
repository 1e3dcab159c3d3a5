// Verdicts that a reader takes in as one: folds, of which reports print the worst in full, and clusters.

import { groupBy } from '../base/arrays.js';
import { memoize } from '../base/memo.js';
import type { LintVerdict, Report } from '../lint/types.js';
import { clausesOf } from '../rules/bases.js';
import { isFinding } from '../rules/verdict.js';
import { isInBaseline } from './baseline-words.js';

/**
 * Most findings of one rule, device and outcome that reports print one by one; more become a fold. A figure of ours,
 * about a screen or a page of them.
 */
export const MOST_IN_FULL = 20;

/** Verdicts printed as one: the worst in full, the others as rows, the worst first. No rows: a verdict by itself. */
export interface Fold {
  readonly first: LintVerdict;
  readonly rows: readonly LintVerdict[];
}

/**
 * Findings of one rule and one device that say the same of several places; of one rule alone if their subjects name no
 * device.
 */
export interface Cluster {
  readonly first: LintVerdict;
  readonly rest: readonly LintVerdict[];
  /** True if the rest is printed as rows: there are more than {@link MOST_IN_FULL}. */
  readonly asRows: boolean;
}

/** The figures of a row: area of the view in m², density at its worst point in px/m, covered part of a zone (0–1). */
export interface RowFigures {
  readonly area?: number;
  readonly density?: number;
  readonly covered?: number;
}

/** Returns the id of the device of a subject `device>zone`; undefined for other subjects. */
export function deviceOf(subject: string): string | undefined {
  const at = subject.indexOf('>');
  return at === -1 ? undefined : subject.slice(0, at);
}

/**
 * Returns the figures that a row prints of a verdict. Rows read no other evidence, since some of it takes time to
 * compute.
 */
export function rowFigures({ evidence }: LintVerdict): RowFigures {
  const { area, density } = evidence?.sightLine ?? {};
  const covered = evidence?.coverage?.fraction;
  return {
    ...(area !== undefined && { area }),
    ...(density !== undefined && { density }),
    ...(covered !== undefined && { covered }),
  };
}

/** Options of {@link foldsOf}. */
export interface FoldOptions {
  /** Most passes of one rule that are printed one by one. Absent: as many as findings. */
  readonly passesInFull?: number;
  /** True for verdicts that are printed by themselves. */
  readonly isApart?: (verdict: LintVerdict) => boolean;
}

/**
 * Returns the verdicts as a report prints them, in their order, each fold in the place of its first member. More than
 * {@link MOST_IN_FULL} findings of one rule, device and outcome become a fold; so do more than `passesInFull` passes of
 * one rule. Members of a fold agree in all that a row doesn't print: level, clauses with their outcomes, and state
 * against the baseline. A verdict with words or fixes of its own (waived, decided by an organ, tainted, doubtful) is
 * printed by itself, and so is one for which `isApart` is true.
 */
export function foldsOf(
  verdicts: readonly LintVerdict[],
  report: Report,
  { passesInFull = MOST_IN_FULL, isApart = () => false }: FoldOptions = {},
): Fold[] {
  const keys = verdicts.map((verdict) => (isApart(verdict) ? undefined : foldKey(verdict, report)));
  const members = groupBy(verdicts, (_, n) => keys[n]);
  const seen = new Set<string>();
  return verdicts.flatMap((verdict, n): Fold[] => {
    const key = keys[n];
    const all = key === undefined ? [] : (members.get(key) ?? []);
    if (key === undefined || all.length <= (verdict.outcome === 'pass' ? passesInFull : MOST_IN_FULL))
      return [{ first: verdict, rows: [] }];
    if (seen.has(key)) return [];
    seen.add(key);
    const [first = verdict, ...rows] = worstFirst(all);
    return [{ first, rows }];
  });
}

/** Returns a text that is the same for verdicts which one may stand for; undefined for one that stands for itself. */
function foldKey(verdict: LintVerdict, report: Report): string | undefined {
  const { rule, subject, outcome, level, lowered, existing, since, changes = [], bases } = verdict;
  const { waiver, decision, tainted, doubt } = verdict;
  const device = isFinding(outcome) ? deviceOf(subject) : outcome === 'pass' ? '' : undefined;
  if (device === undefined || (waiver ?? decision ?? tainted ?? doubt) !== undefined) return undefined;
  if (report.fixes?.of.has(verdict) === true) return undefined;
  const clauses = bases.map((one) => [one.clause, one.role, one.outcome, one.basis]);
  const state = [level, lowered === true, existing === true, since, changes, isTurned(verdict, report)];
  return JSON.stringify([rule, device, outcome, clauses, state]);
}

/** Returns verdicts by area, then density, the largest first; equal ones stay in their order. */
function worstFirst(verdicts: readonly LintVerdict[]): LintVerdict[] {
  return verdicts
    .map((verdict) => {
      const { area = 0, density = 0 } = rowFigures(verdict);
      return { verdict, area: thousandths(area), density: thousandths(density) };
    })
    .sort((a, b) => b.area - a.area || byNumber(b.density, a.density))
    .map(({ verdict }) => verdict);
}

/** Rounds to a thousandth, which hides differences in the last bits between platforms. */
function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Compares numbers, of which several may be infinite. For sorting. */
function byNumber(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * True if the baseline has a finding with the verdict's rule and subject, and the verdict is no longer a finding or is
 * waived.
 */
export function isTurned({ rule, subject, since }: LintVerdict, report: Report): boolean {
  return since === undefined && goneKeys(report).has(`${rule}\0${subject}`);
}

const goneKeys = memoize(
  ({ baseline }: Report) => new Set(baseline?.gone.map(({ rule, subject }) => `${rule}\0${subject}`)),
);

/** Returns the depth (m) of a finding's view, 0 if it has none. The deepest is the one a reader should see in full. */
function depthOf(verdict: LintVerdict): number {
  return verdict.evidence?.sightLine?.depth ?? 0;
}

/**
 * Returns `findings` clustered by rule, outcome, message, clauses and device, in the order of their first members. The
 * member with the deepest view represents its cluster, so that eighty views of eight cameras through closed doors read
 * as eight findings. Each fold is a cluster of its own. Findings that the baseline holds unchanged never share a
 * cluster with others.
 */
export function clusters(findings: readonly LintVerdict[], report: Report): Cluster[] {
  const byKey = groupBy(foldsOf(findings, report), (fold) => {
    if (fold.rows.length > 0) return fold;
    const { rule, outcome, message, subject } = fold.first;
    return JSON.stringify([
      rule,
      outcome,
      message.id,
      clausesOf(fold.first),
      deviceOf(subject) ?? '',
      isInBaseline(fold.first),
    ]);
  });
  return [...byKey.values()].map(([fold, ...folds]) => {
    if (fold.rows.length > 0) return { first: fold.first, rest: fold.rows, asRows: true };
    const members = [fold, ...folds].map(({ first }) => first);
    const first = members.reduce((worst, one) => (depthOf(one) > depthOf(worst) ? one : worst));
    return { first, rest: members.filter((one) => one !== first), asRows: false };
  });
}
