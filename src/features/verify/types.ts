// Reports, and what a verification finds of them.
import type { PackHash } from '../../lint/support/pack-hash.js';
import type { ReportFormat } from '../../report/formats.gen.js';
import type { RunBlock, RunFile } from '../../report/run-block.js';
import type { Outcome } from '../../rules/verdict.js';

/** Formats that hold every verdict and what it was judged by: they are compared value by value. */
export type RecordKind = 'json' | 'sarif';

/** True if a format holds every verdict and what it was judged by. */
export function isRecordFormat(format: ReportFormat): format is RecordKind {
  return format === 'json' || format === 'sarif';
}

/** True if a format records the run that it comes from. */
export function holdsRun(format: ReportFormat): boolean {
  return (
    isRecordFormat(format) ||
    format === 'markdown' ||
    format === 'html' ||
    format === 'opinion' ||
    format.startsWith('sheet')
  );
}

/** True if people fill in a report of this format: what they write isn't compared. */
export function hasBlanks(format: ReportFormat): boolean {
  return format === 'opinion';
}

/** True if a format holds the hashes of the plans' files. Without them any plan that gives the same text agrees. */
export function holdsHashes(format: ReportFormat): boolean {
  return holdsRun(format) || format === 'sarif-github';
}

/** A report file given to `verify`, with its format and its parsed content. */
export interface SubmittedReport {
  /** Name as shown to people. */
  readonly name: string;
  readonly format: ReportFormat;
  readonly bytes: Uint8Array;
  /** Text without a byte order mark. */
  readonly text: string;
  /** Parsed value of the JSON formats; undefined for others. */
  readonly value: unknown;
  /** The run it records; undefined if its format records none, or it isn't as sitecam writes it. */
  readonly run: RunBlock | undefined;
}

/** Plan, rule and subject of a verdict, by which it is found both in the report and among the verdicts recomputed. */
export interface VerdictName {
  readonly plan: string;
  readonly rule: string;
  readonly subject: string;
}

/**
 * A value that differs between the report (`report`) and what was recomputed (`now`); undefined on the side that lacks
 * it. Texts are as the files hold them, not escaped for printing.
 */
export interface ValueChange {
  /** JSON pointer, or number of a line from 1. */
  readonly at: string;
  readonly report: unknown;
  readonly now: unknown;
}

/** What the report has and what was recomputed; undefined: absent on that side. */
interface Sides {
  readonly report: string | undefined;
  readonly now: string | undefined;
}

/**
 * Difference between the report and what was recomputed. `missing`: a verdict that the report lacks; `added`: one that
 * only the report has.
 */
export type ReportDifference =
  | ({ readonly kind: 'version' } & Sides)
  | ({ readonly kind: 'file'; readonly path: string } & Sides)
  | ({ readonly kind: 'pack'; readonly id: string } & Sides)
  | { readonly kind: 'day' | 'language' | 'option' | 'value' | 'line'; readonly change: ValueChange }
  | {
      readonly kind: 'verdict';
      readonly verdict: VerdictName;
      readonly outcomes: readonly [report: Outcome | undefined, now: Outcome | undefined];
      readonly changes: readonly ValueChange[];
    }
  | { readonly kind: 'missing' | 'added'; readonly verdict: VerdictName; readonly outcome: Outcome | undefined }
  | { readonly kind: 'order'; readonly verdict: VerdictName; readonly report: number; readonly now: number }
  | { readonly kind: 'bytes'; readonly line: number };

/**
 * Source of the packs of a verification: `told`, by the report or the command line; `configuration`; or the default
 * pack.
 */
export type PacksFrom = 'told' | 'configuration' | 'default';

/** Fact without which a report can't be recomputed: the report doesn't record it, or it wasn't given. */
export type Undecidable =
  | { readonly kind: 'configuration' | 'decisions' | 'baseline'; readonly path: string; readonly plan: string }
  | { readonly kind: 'pack'; readonly id: string }
  /** Neither the format nor the command line names the packs: differences may come from other packs. */
  | { readonly kind: 'packs'; readonly ids: readonly string[]; readonly from: PacksFrom }
  /** The report was written by another version: differences may come from that version. */
  | { readonly kind: 'version'; readonly report: string; readonly now: string }
  /** The report can be recomputed only from all of its plans; or its plans have no names. */
  | { readonly kind: 'plans'; readonly report: number; readonly given: number }
  /** The report lacks the run block of its format, or the block isn't as sitecam writes it. */
  | { readonly kind: 'terms' };

/** Result of a comparison; no differences: the report is that of the plans. */
export interface ReportComparison {
  readonly differences: readonly ReportDifference[];
  /** True if there may be more differences than those listed. */
  readonly more: boolean;
  /** Number of verdicts that were compared; undefined if the format doesn't list them one by one. */
  readonly verdicts: number | undefined;
  /** True if it was compared byte by byte; false if only some of the plans were compared. */
  readonly bytes: boolean;
}

/** A plan that was given, and the name it has in the report. */
export interface ComparedPlan extends RunFile {
  readonly recorded: string;
}

/** Result of `verify`: a submitted report compared with a new run of its plans. */
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
