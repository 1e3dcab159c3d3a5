import type { Locale } from '../../i18n/locale.js';
import type { Shard } from '../../lint/types.js';
import type { ReportFormat } from '../../report/formats.js';
import type { Outcome } from '../../rules/verdict.js';

/** Formats that hold every verdict and what it was judged by: they are compared value by value. */
export type RecordKind = 'json' | 'sarif';

export function isRecordFormat(format: ReportFormat): format is RecordKind {
  return format === 'json' || format === 'sarif';
}

/** Formats that hold the hashes of the plans' files; of the others any plan is good that the same is said of. */
export function holdsHashes(format: ReportFormat): boolean {
  return isRecordFormat(format) || format === 'sarif-github' || isForReaders(format);
}

/** Formats that say on paper what was judged, on which day and with which version. */
export function isForReaders(format: ReportFormat): boolean {
  return format === 'markdown' || format === 'html' || format === 'sheet' || format === 'sheet-html';
}

/** Formats that say which packs the plans were judged by; of the others nobody can tell but who made the report. */
export function saysPacks(format: ReportFormat): boolean {
  return isRecordFormat(format) || isForReaders(format) || format === 'terminal';
}

/** A file by its bytes; undefined hash: the report doesn't say it. */
export interface HashedFile {
  readonly path: string;
  readonly sha256: string | undefined;
}

/** What a report says of how one plan was judged; what is undefined it doesn't say. */
export interface RecordedPlan {
  readonly path: string;
  /** Of the plan's own bytes. */
  readonly sha256: string | undefined;
  /** Ids of the packs, the main one first; undefined of a plan that couldn't be read. */
  readonly packs: readonly string[] | undefined;
  readonly reviewer: boolean | undefined;
  readonly noWaivers: boolean | undefined;
  readonly configuration: readonly HashedFile[] | undefined;
  /** The baseline compared with; null where there was none. */
  readonly baseline: HashedFile | null;
  /** Whether edits were tried. */
  readonly fixes: boolean;
  /** Whether a configuration's failOn: never is among the cautions. */
  readonly exit: boolean;
}

/** What a report says of the run it is of. */
export interface RecordedRun {
  readonly version: string | undefined;
  readonly language: Locale | undefined;
  readonly today: string | undefined;
  readonly redacted: boolean;
  readonly shard: Shard | undefined;
  /** Undefined where the format lists no plans. */
  readonly plans: readonly RecordedPlan[] | undefined;
}

/** A report that was read. */
export interface SubmittedReport {
  /** As shown to people. */
  readonly name: string;
  readonly format: ReportFormat;
  readonly bytes: Uint8Array;
  /** Without a byte order mark. */
  readonly text: string;
  /** Of the JSON formats, what it says. */
  readonly value: unknown;
  readonly recorded: RecordedRun;
}

/** A verdict as both sides name it. */
export interface VerdictName {
  readonly plan: string;
  readonly rule: string;
  readonly subject: string;
}

/** A value that isn't what it was; undefined: it isn't there. Texts are those of the report, unescaped. */
export interface ValueChange {
  /** JSON pointer, or a line's number. */
  readonly at: string;
  readonly report: unknown;
  readonly now: unknown;
}

/** Something in which the report and what was recomputed differ. */
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

/** Where the packs are from: the report or the command line tells them; else the configuration, else the default one. */
export type PacksFrom = 'told' | 'configuration' | 'default';

/** What keeps a report from being recomputed: the report doesn't say it, or it wasn't given. */
export type Undecidable =
  | { readonly kind: 'configuration' | 'baseline'; readonly path: string; readonly plan: string }
  | { readonly kind: 'pack'; readonly id: string }
  /** The format doesn't say which packs it is by, nor does the command line: what it differs in may be theirs. */
  | { readonly kind: 'packs'; readonly ids: readonly string[]; readonly from: PacksFrom }
  /** The report was written by another version: what it differs in may be that version's. */
  | { readonly kind: 'version'; readonly report: string; readonly now: string }
  /** The format lists its plans for people only, and can be recomputed for all of them alone; or they have no names. */
  | { readonly kind: 'plans'; readonly report: number; readonly given: number }
  /** Written before reports said on what terms they were made. */
  | { readonly kind: 'terms' };
