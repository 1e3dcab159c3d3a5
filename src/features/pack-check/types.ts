// Types of the check of a law pack.
import type { Localized } from '../../i18n/locale.js';
import type { Pack } from '../../law/types.js';

/** The eight steps, in order. */
export const STEPS = ['schema', 'text', 'honesty', 'lints', 'citations', 'rows', 'penalties', 'table'] as const;
/** One step. */
export type StepName = (typeof STEPS)[number];

/** Problems and notes of one step of the check of a law pack. Only problems are faults of the pack. */
export interface Step {
  readonly name: StepName;
  readonly problems: readonly Localized[];
  readonly notes: readonly Localized[];
  /** Set if an earlier step's problems keep it from being run. */
  readonly skipped?: true;
}

/** One row of the table: a clause, what the pack makes of it, and the outcomes that generated plans got. */
export interface TableRow {
  readonly clause: string;
  readonly row: Localized;
  readonly outcomes: readonly string[];
  readonly penalties: readonly string[];
}

/** The result for one pack. */
export interface PackCheck {
  readonly id: string;
  readonly steps: readonly Step[];
  readonly table: readonly TableRow[];
}

/** A plan to lint by the pack. */
export interface TrialPlan {
  readonly name: string;
  readonly text: string;
}

/** A pack that its schema accepts, with all that its check needs. */
export interface PackInput {
  /** The pack by itself. */
  readonly pack: Pack;
  /** Text of the statute's file; undefined if it can't be read. */
  readonly statute: string | undefined;
  /** True to lint the plans by the pack and the laws in force together, too. */
  readonly withLaws?: boolean;
  readonly plans: readonly TrialPlan[];
  /** Day of review, YYYY-MM-DD. */
  readonly today: string;
  readonly loadGzip: () => Promise<(text: string) => number>;
}
