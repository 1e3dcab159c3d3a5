// Reports, the runs they record, and the differences that a verification finds.
import type { Locale } from '../../i18n/locale.js';
import type { Shard } from '../../lint/types.js';
import type { ReportFormat } from '../../report/formats.gen.js';
import type { Outcome } from '../../rules/verdict.js';

/** Formats that hold every verdict and what it was judged by: they are compared value by value. */
export type RecordKind = 'json' | 'sarif';

/** True if a format holds every verdict and what it was judged by. */
export function isRecordFormat(format: ReportFormat): format is RecordKind {
  return format === 'json' || format === 'sarif';
}

/**
 * True if a format holds the hashes of the plans' files. A report without hashes agrees with any plan that gives the
 * same text.
 */
export function holdsHashes(format: ReportFormat): boolean {
  return isRecordFormat(format) || format === 'sarif-github' || isForReaders(format);
}

/** True if a format prints on paper what was judged, on which day and with which version. */
export function isForReaders(format: ReportFormat): boolean {
  return format === 'markdown' || format === 'html' || format === 'sheet' || format === 'sheet-html';
}

/**
 * True if a format names the packs that the plans were judged by. Otherwise only the author of the report knows them.
 */
export function saysPacks(format: ReportFormat): boolean {
  return isRecordFormat(format) || isForReaders(format) || format === 'terminal';
}

/** A file and the SHA-256 of its bytes; undefined hash: the report doesn't hold it. */
export interface HashedFile {
  readonly path: string;
  readonly sha256: string | undefined;
}

/** Terms on which one plan was judged, as the report records them. Undefined: it doesn't. */
export interface RecordedPlan {
  readonly path: string;
  /** SHA-256 of the plan's own bytes. */
  readonly sha256: string | undefined;
  /** Ids of the packs, the main one first; undefined for a plan that couldn't be read. */
  readonly packs: readonly string[] | undefined;
  readonly reviewer: boolean | undefined;
  readonly noWaivers: boolean | undefined;
  readonly configuration: readonly HashedFile[] | undefined;
  /** The baseline compared with; null if there was none. */
  readonly baseline: HashedFile | null;
  /** True if fixes were tried. */
  readonly fixes: boolean;
  /** True if the cautions say that a configuration sets failOn: never. */
  readonly exit: boolean;
}

/** The run that a report comes from, as the report records it. Undefined: it doesn't. */
export interface RecordedRun {
  readonly version: string | undefined;
  readonly language: Locale | undefined;
  readonly today: string | undefined;
  readonly redacted: boolean;
  readonly shard: Shard | undefined;
  /** Undefined if the format lists no plans. */
  readonly plans: readonly RecordedPlan[] | undefined;
}

/** A report that was read. */
export interface SubmittedReport {
  /** Name as shown to people. */
  readonly name: string;
  readonly format: ReportFormat;
  readonly bytes: Uint8Array;
  /** Text without a byte order mark. */
  readonly text: string;
  /** Parsed value of the JSON formats; undefined for others. */
  readonly value: unknown;
  readonly recorded: RecordedRun;
}

/** Plan, rule and subject of a verdict: its name on both sides. */
export interface VerdictName {
  readonly plan: string;
  readonly rule: string;
  readonly subject: string;
}

/** A value that differs; undefined: absent on that side. Texts are those of the report, unescaped. */
export interface ValueChange {
  /** JSON pointer, or number of a line. */
  readonly at: string;
  readonly report: unknown;
  readonly now: unknown;
}

/**
 * Difference between the report and what was recomputed. `missing`: a verdict that the report lacks; `added`: one that
 * only the report has.
 */
export type ReportDifference =
  | { readonly kind: 'version'; readonly report: string | undefined; readonly now: string }
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly report: string | undefined;
      readonly now: string | undefined;
    }
  | {
      readonly kind: 'pack';
      readonly id: string;
      readonly report: string | undefined;
      readonly now: string | undefined;
    }
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

/** Source of the packs: `told` by the report or the command line, else the configuration, else the default pack. */
export type PacksFrom = 'told' | 'configuration' | 'default';

/** Fact without which a report can't be recomputed: the report doesn't record it, or it wasn't given. */
export type Undecidable =
  | { readonly kind: 'configuration' | 'baseline'; readonly path: string; readonly plan: string }
  | { readonly kind: 'pack'; readonly id: string }
  /** Neither the format nor the command line names the packs: differences may come from other packs. */
  | { readonly kind: 'packs'; readonly ids: readonly string[]; readonly from: PacksFrom }
  /** The report was written by another version: differences may come from that version. */
  | { readonly kind: 'version'; readonly report: string; readonly now: string }
  /**
   * The format lists its plans for people only and can be recomputed only for all of them; or its plans have no names.
   */
  | { readonly kind: 'plans'; readonly report: number; readonly given: number }
  /** The report is older than the record of the terms it was made on. */
  | { readonly kind: 'terms' };
