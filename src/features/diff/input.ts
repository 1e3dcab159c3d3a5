// Input of the formats of a comparison: pairs of plans, and what lint's formats take of them.

import type { FailOn } from '../../lint/exit.js';
import type { LintResult, Report, ReportInput, UnreadableReport } from '../../lint/types.js';
import { isFinding } from '../../rules/verdict.js';
import { isEmpty } from './compare/diff.js';
import type { Compared } from './compare/types.js';
import { isForWorse } from './compare/verdicts.js';

/** One of the two plans of a pair, with its lint result. */
export interface DiffSide {
  /** Path as shown to people. */
  readonly path: string;
  /** The git revision it is from; undefined: a file as it stands. */
  readonly revision?: string;
  readonly result: LintResult;
}

/** Two states of one plan. If one is missing, the plan was added or removed. */
export interface DiffPair {
  /** Path of the new plan; of the old one if the plan was removed. */
  readonly path: string;
  readonly old: DiffSide | undefined;
  readonly new: DiffSide | undefined;
  /** Undefined if a side can't be read: nothing was compared. */
  readonly compared: Compared | undefined;
  /** From which outcome on a verdict that got worse counts. */
  readonly failOn: FailOn;
}

/** Input of every format of `sitecam diff`. */
export interface DiffInput extends Pick<ReportInput, 'tool' | 'rules' | 'today'> {
  readonly pairs: readonly DiffPair[];
  /** The git revision compared with, and the number of plans unchanged since. */
  readonly since?: { readonly revision: string; readonly unchanged: number };
}

/** State of a pair after the comparison; `unreadable`: nothing was compared. */
export type PairState = 'unchanged' | 'changed' | 'added' | 'removed' | 'unreadable';

/** Returns the state of a pair after the comparison. */
export function pairState({ compared }: DiffPair): PairState {
  if (compared === undefined) return 'unreadable';
  if (compared.old === undefined) return 'added';
  if (compared.new === undefined) return 'removed';
  return isEmpty(compared) ? 'unchanged' : 'changed';
}

/** Returns the report whose names and packs are used: the new one, or the old one if the plan was removed. */
export function mainReport({ old, new: now }: Compared): Report {
  const report = now ?? old;
  if (report === undefined) throw new Error('a comparison of no plans');
  return report;
}

/** Returns those of a pair's two plans that can't be read, each with its result. */
export function unreadSides({
  old,
  new: now,
}: DiffPair): { readonly side: DiffSide; readonly result: UnreadableReport }[] {
  return [old, now].flatMap((side) => (side === undefined || side.result.ok ? [] : [{ side, result: side.result }]));
}

/**
 * Returns the comparison as the input of lint's report formats: the report on each pair's new plan, or on the old one
 * if it was removed; of a pair with unreadable plans, those plans.
 */
export function reportInput(input: DiffInput): ReportInput {
  return withResults(input, ({ compared }) => [mainReport(compared)]);
}

/**
 * Returns the input that {@link reportInput} does, but without removed plans, and in reports of new plans only those
 * findings that are new, graver or no longer waived: what a code hosting service shows.
 */
export function worsened(input: DiffInput): ReportInput {
  return withResults(input, ({ compared: { new: report, verdicts } }) => {
    if (report === undefined) return [];
    const worse = new Set(
      verdicts.flatMap(({ change, new: now }) =>
        now !== undefined && isForWorse(change) && isFinding(now.outcome) ? [now] : [],
      ),
    );
    return [{ ...report, verdicts: report.verdicts.filter((verdict) => worse.has(verdict)) }];
  });
}

type ComparedPair = DiffPair & { readonly compared: Compared };

function withResults({ tool, rules, today, pairs }: DiffInput, of: (pair: ComparedPair) => LintResult[]): ReportInput {
  const results = pairs.flatMap(({ compared, ...pair }) =>
    compared === undefined ? unreadSides({ compared, ...pair }).map(({ result }) => result) : of({ compared, ...pair }),
  );
  return { tool, rules, today, results };
}
