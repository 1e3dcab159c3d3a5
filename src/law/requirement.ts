import type { Localized } from '../i18n/locale.js';
import type { ClauseId } from './types.js';

/** The phases of a project, in their order: 设计、施工、检测、验收、使用. */
export const PHASES = ['design', 'construction', 'inspection', 'acceptance', 'in-use'] as const;
export type Phase = (typeof PHASES)[number];

/** A key of `project` in a plan, with dots: `inspection.date`. `*` stands for each item of a list: `changes.*.approved`. */
export type FactPath = string;

/** A day: a fact that is one, `today`, the row's own `deadline`, or YYYY-MM-DD. */
export type DayTerm = string;

/**
 * What must be so for a case of a requirement to hold. Of a path with `*` it is enough that it is so of one item. What the
 * plan doesn't state, or not as a day or figure, makes no comparison hold.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** At least one of these isn't stated. */
  | { readonly missing: readonly FactPath[] }
  /** It is stated, and is this or one of these. */
  | { readonly fact: FactPath; readonly is: string | number | boolean | readonly (string | number | boolean)[] }
  /** A list that is stated and lacks one of these. */
  | { readonly fact: FactPath; readonly lacks: readonly string[] }
  /** A figure that is stated and is less. */
  | { readonly fact: FactPath; readonly under: number }
  | { readonly day: DayTerm; readonly before: DayTerm }
  | { readonly day: DayTerm; readonly after: DayTerm }
  /** The project is in this phase or a later one. */
  | { readonly from: Phase }
  /** A device is or will be there of one of these kinds, or (`images`) one that takes or may take images; `existing`: is there already. */
  | { readonly devices: DeviceTerm }
  /** A zone of a kind that the pack bars capture in is drawn. */
  | { readonly zones: 'prohibited' };

export interface DeviceTerm {
  readonly kinds?: readonly string[];
  readonly images?: true;
  readonly existing?: true;
}

/** One of the ways a requirement can stand; the first whose condition holds is the verdict. */
export interface Case {
  /** Absent: it holds where no earlier one does. */
  readonly when?: Condition;
  readonly outcome: 'pass' | 'fail' | 'open' | 'review' | 'notApplicable';
  /**
   * The sentence to print. `{inspection.body}` is what the plan states, a list of all that `*` stands for; `{clause}` the
   * row's first clause, `{bearer}`, `{phase}`, `{deadline}`, `{today}`; `{missing}` what the condition finds missing, by name;
   * `{particulars}` what a filing has to say, as far as the plan has it.
   */
  readonly say: Localized;
  /** What to do. */
  readonly advice?: Localized;
  /** Clauses that it rests on beside the row's own. */
  readonly clauses?: readonly ClauseId[];
}

/** What a law asks of a project's documents: one verdict, of which the row's id is the subject. */
export interface Requirement {
  /** With a slash, so that it is no element's id: `13.4/inspection`. */
  readonly id: string;
  readonly name: Localized;
  /** The first is the main one. Penalties of the pack for these are printed with a fail. */
  readonly clauses: readonly ClauseId[];
  /** On whom the duty is. */
  readonly bearer: Localized;
  /** Categories of site that it is asked of, as far as their conditions are met; absent: any. */
  readonly categories?: readonly string[];
  /** `days` after the fact `from`; where that day is before one of `early`, the first such has the deadline. */
  readonly deadline?: {
    readonly from: FactPath;
    readonly days: number;
    readonly early?: readonly { readonly before: string; readonly until: string }[];
  };
  /** The last has no condition. */
  readonly cases: readonly Case[];
}
