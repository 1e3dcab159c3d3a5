import type { Localized } from '../i18n/locale.js';
import type { Message, Messages } from '../i18n/message.js';
import type { Pack } from '../law/types.js';
import type { Site, Unreadable, Waiver } from '../plan/model.js';
import type { Rule, RuleLevel } from '../rules/rule.js';
import type { Outcome, Verdict } from '../rules/verdict.js';
import type { SourceProblem } from '../source/problem.js';
import type { SourceFile } from '../source/types.js';
import type { Change, Comparison, Since } from './baseline/types.js';
import type { Caution } from './cautions.js';
import type { Fixes } from './fixes/types.js';
import type { LintOptions } from './lint.js';

/** A verdict with what the engine adds: level, fingerprint, waiver. */
export interface Judged extends Verdict {
  readonly level: RuleLevel;
  /**
   * A configuration made a warning of it, and so it doesn't count for the exit code. What it says is what it is: reports
   * go on counting it as a fail, open or review.
   */
  readonly lowered?: true;
  /** sha256(rule NUL subject), hex. */
  readonly fingerprint: string;
  /** The waiver that sets it aside; it then doesn't count for the exit code and is listed as waived. */
  readonly waiver?: Waiver;
  /** Of a finding that no waiver sets aside, where there is a baseline: what it is beside that. */
  readonly since?: Since;
  /** Of one that is changed: in what. */
  readonly changes?: readonly Change[];
  /** Set where a fault of the plan made it open: what the rule would have said, and the faults. */
  readonly tainted?: { readonly outcome: Outcome; readonly message: Message; readonly by: readonly string[] };
}

export interface Summary {
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Findings on rules of level warning, within counts. */
  readonly warnings: number;
  readonly waived: number;
  /** Views through closed doors too slight to matter. */
  readonly grazes: number;
}

/** One line of the page of assumptions. */
export interface Assumption {
  readonly what: Localized;
  readonly value: Localized;
  /** ours: a parameter of sitecam's, not of the law; author: said by the plan's author; law: the text relied on. */
  readonly origin: 'ours' | 'author' | 'law' | 'run';
}

/** One plan judged: all that a report prints, as plain data; for what is seen where ask `sightOf`. */
export interface Report {
  readonly ok: true;
  /** Path of the plan as given. */
  readonly path: string;
  readonly site: Site;
  readonly pack: Pack;
  readonly today: string;
  readonly files: readonly SourceFile[];
  /** Ordered by (path, line, column, rule, subject) in code units. */
  readonly verdicts: readonly Judged[];
  readonly summary: Summary;
  readonly assumptions: readonly Assumption[];
  /** What it says before anything else; absent: nothing. */
  readonly cautions?: readonly Caution[];
  /** What it was linted with, so that an edited plan is judged alike. */
  readonly options?: LintOptions;
  /** What plain edits would settle, where that was asked for: it costs a run for each. */
  readonly fixes?: Fixes;
  /** What the plan is beside a baseline, where there is one. */
  readonly baseline?: Comparison;
}

/** A plan that can't be read. */
export interface UnreadableReport {
  readonly ok: false;
  readonly path: string;
  readonly unreadable: readonly Unreadable[];
  readonly files: readonly SourceFile[];
}

export type LintResult = Report | UnreadableReport;

/** Which part of a run this is: the `index`-th of `of`, from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
  /** Plans of all shards together. */
  readonly all: number;
}

/** What every report format gets. */
export interface ReportInput {
  readonly tool: { readonly name: 'sitecam'; readonly version: string };
  readonly results: readonly LintResult[];
  /** What kept the configuration from being used, and with it every plan from being linted. */
  readonly misconfigured?: { readonly problems: readonly SourceProblem[]; readonly files: readonly SourceFile[] };
  readonly rules: readonly Rule[];
  readonly today: string;
  /** Set where the plans are those of one shard: a record says so, so that one that is missing is missed. */
  readonly shard?: Shard;
  /** Set where nothing is left but what may be told without the plans: formats say so. */
  readonly redacted?: true;
}

/** Messages that aren't a rule's. */
export type EngineMessages = Messages;
