// Types of the check of a law pack.
import type { Localized } from '../../i18n/locale.js';
import type { Pack } from '../../law/types.js';

/** Names of the eight steps of the check of a law pack, in order. */
export const STEPS = ['schema', 'text', 'honesty', 'lints', 'citations', 'rows', 'penalties', 'table'] as const;
/** Name of one step of the check of a law pack. */
export type StepName = (typeof STEPS)[number];

/** Problems and notes of one step of the check of a law pack. Only problems are faults of the pack. */
export interface Step {
  readonly name: StepName;
  readonly problems: readonly Localized[];
  readonly notes: readonly Localized[];
  /** Set if an earlier step's problems keep it from being run. */
  readonly skipped?: true;
}

/**
 * One line of the table that the check of a law pack ends with: a row of the pack with its clause, and the outcomes
 * that the clause got in generated plans.
 */
export interface TableRow {
  readonly clause: string;
  /** Name of the row of the pack. */
  readonly row: Localized;
  readonly outcomes: readonly string[];
  /** Clauses that punish a breach of the clause. */
  readonly penalties: readonly string[];
}

/** The result of checking one law pack. */
export interface PackCheck {
  /** Id of the pack. */
  readonly id: string;
  readonly steps: readonly Step[];
  readonly table: readonly TableRow[];
}

/** A plan to lint by the pack: its name in problems, and its text. */
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
  /** Loads the function that returns the size of a text in bytes, gzipped. */
  readonly loadGzip: () => Promise<(text: string) => number>;
}
