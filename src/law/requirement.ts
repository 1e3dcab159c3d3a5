// Requirements of a law on a project's documents, as data.
import type { Localized } from '../i18n/locale.js';
import type { ClauseId } from './types.js';

/** Phases of a project in their order: 设计、施工、检测、验收、使用. */
export const PHASES = ['design', 'construction', 'inspection', 'acceptance', 'in-use'] as const;
/** One phase of a project. */
export type Phase = (typeof PHASES)[number];

/**
 * A key of `project` in a plan, written with dots: `inspection.date`. `*` stands for each item of a list:
 * `changes.*.approved`.
 */
export type FactPath = string;

/** A day: the path of a fact that is a day, `today`, the row's own `deadline`, or YYYY-MM-DD. */
export type DayTerm = string;

/**
 * A condition for a case of a requirement. For a path with `*` it is enough that one item meets it. A fact that the
 * plan omits, or that is no day or figure, meets no comparison.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** The plan omits at least one of these facts. */
  | { readonly missing: readonly FactPath[] }
  /** The plan states the fact, and it equals this value or one of these. */
  | { readonly fact: FactPath; readonly is: string | number | boolean | readonly (string | number | boolean)[] }
  /** The plan states the list, and one of these isn't in it. */
  | { readonly fact: FactPath; readonly lacks: readonly string[] }
  /** The plan states the fact, and by its name it is an organ of the police. */
  | { readonly fact: FactPath; readonly names: 'police' }
  /** The plan states the figure, and it is less. */
  | { readonly fact: FactPath; readonly under: number }
  | { readonly day: DayTerm; readonly before: DayTerm }
  | { readonly day: DayTerm; readonly after: DayTerm }
  /** The project is in this phase or a later one. */
  | { readonly from: Phase }
  /** The plan has, or will have, a device of one of the given kinds or with the given abilities. */
  | { readonly devices: DeviceTerm }
  /** The plan draws a zone of a kind in which the pack prohibits capture. */
  | { readonly zones: 'prohibited' };

/**
 * The devices that a condition asks about: of one of `kinds`; `images`: that take or may take images; `existing`: that
 * are there already.
 */
export interface DeviceTerm {
  readonly kinds?: readonly string[];
  readonly images?: true;
  readonly existing?: true;
  /** That stand in a zone open to the public. */
  readonly public?: true;
}

/** One of the possible outcomes of a requirement. The first case whose condition holds gives the verdict. */
export interface Case {
  /** The condition; absent: the case holds if no earlier one does. */
  readonly when?: Condition;
  readonly outcome: 'pass' | 'fail' | 'open' | 'review' | 'notApplicable';
  /**
   * The sentence to print. Placeholders: `{inspection.body}` is the fact that the plan states (a list if the path has
   * `*`); `{clause}` is the row's first clause; `{bearer}`, `{phase}`, `{deadline}` and `{today}` are what they say;
   * `{missing}` lists the facts that the condition finds missing, by name; `{particulars}` lists what a filing has to
   * state, as far as the plan has it.
   */
  readonly say: Localized;
  /** The advice to print. */
  readonly advice?: Localized;
  /** Clauses that the case rests on beside the row's own. */
  readonly clauses?: readonly ClauseId[];
}

/** One requirement of a law on a project's documents. It gives one verdict, whose subject is the row's id. */
export interface Requirement {
  /** Id of the row. It has a slash, so that it can't be an element's id: `13.4/inspection`. */
  readonly id: string;
  readonly name: Localized;
  /** Clauses of the requirement, the main one first. The pack's penalties for these are printed with a fail. */
  readonly clauses: readonly ClauseId[];
  /** Set if a review of it is a finding and no tick box: the drawing shows what a person has to judge. */
  readonly finding?: true;
  /** Who bears the duty. */
  readonly bearer: Localized;
  /** Categories of site that the requirement applies to, as far as their conditions are met; absent: any. */
  readonly categories?: readonly string[];
  /** Clauses of the tracks that the requirement is about; absent: all that aren't spared it. */
  readonly tracks?: readonly ClauseId[];
  /**
   * The deadline: `days` after the fact `from`. If that day is before one of `early`, the first such entry gives the
   * deadline.
   */
  readonly deadline?: {
    readonly from: FactPath;
    readonly days: number;
    readonly early?: readonly { readonly before: string; readonly until: string }[];
  };
  /** The cases in order. The last one has no condition. */
  readonly cases: readonly Case[];
}
