// The result of a verification, and its answer.
import type { PackHash } from '../../lint/support/pack-hash.js';
import type { ReportComparison } from './compare.js';
import type { HashedFile, PacksFrom, SubmittedReport, Undecidable } from './types.js';

/** A plan that was given, and the name it has in the report. */
export interface ComparedPlan extends HashedFile {
  readonly recorded: string;
}

/** Result of holding a report against plans. */
export interface Verified {
  readonly given: SubmittedReport;
  /** Version of sitecam that recomputed it. */
  readonly version: string;
  readonly today: string;
  /** Where the day comes from: the report, the command line, or the machine if the report has none. */
  readonly dayFrom: 'report' | 'asked' | 'machine';
  readonly packs: readonly PackHash[];
  readonly packsFrom: PacksFrom;
  readonly plans: readonly ComparedPlan[];
  /** Plans that were given and that the report doesn't have. */
  readonly unexpectedPlans: readonly string[];
  /** Plans of the report that weren't given, by its names. */
  readonly unchecked: readonly string[];
  /** Facts without which the report can't be recomputed. */
  readonly unknown: readonly Undecidable[];
  /** Undefined if the report can't be recomputed. */
  readonly comparison: ReportComparison | undefined;
}

/**
 * Answer of a verification. same: the report is that of the plans; differs: it isn't; unknown: too little was given to
 * tell.
 */
export type VerifyAnswer = 'same' | 'differs' | 'unknown';

/** Returns the answer: never `same` while anything that decides verdicts is unknown. */
export function answerOf({ comparison, unknown, unexpectedPlans, plans }: Verified): VerifyAnswer {
  if (unknown.length > 0 || comparison === undefined) return 'unknown';
  if (plans.length === 0 && unexpectedPlans.length === 0) return 'unknown';
  return comparison.differences.length === 0 && unexpectedPlans.length === 0 ? 'same' : 'differs';
}
