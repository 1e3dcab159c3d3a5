import type { Configuration } from '../config/types.js';
import type { WaiverFile } from '../config/waivers.js';
import type { Localized } from '../i18n/locale.js';
import type { Message, Messages } from '../i18n/message.js';
import type { Pack } from '../law/types.js';
import type { Site, Unreadable, Waiver } from '../plan/model.js';
import type { Rule, RuleLevel } from '../rules/rule.js';
import type { Outcome, Verdict } from '../rules/verdict.js';
import type { TextEdit } from '../source/edit/splice.js';
import type { Limits } from '../source/limits.js';
import type { SourceProblem } from '../source/problem.js';
import type { SourceFile } from '../source/types.js';
import type { BaselineComparison, FindingChange, PlanBaseline, Since } from './baseline/types.js';

/** A verdict with what the engine adds: level, fingerprint, waiver. */
export interface LintVerdict extends Verdict {
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
  readonly changes?: readonly FindingChange[];
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
  readonly verdicts: readonly LintVerdict[];
  readonly summary: Summary;
  readonly assumptions: readonly Assumption[];
  /** What it says before anything else; absent: nothing. */
  readonly cautions?: readonly Caution[];
  /** What it was linted with, so that an edited plan is judged alike. */
  readonly options?: LintOptions;
  /** What plain edits would settle, where that was asked for: it costs a run for each. */
  readonly fixes?: Fixes;
  /** What the plan is beside a baseline, where there is one. */
  readonly baseline?: BaselineComparison;
}

/** A plan that can't be read, or can't be judged on its terms. */
export interface UnreadableReport {
  readonly ok: false;
  readonly path: string;
  readonly unreadable: readonly Unreadable[];
  readonly files: readonly SourceFile[];
  /**
   * Set where the fault isn't the plan's, but one of the terms it is to be judged on: its configuration, waivers, baseline
   * or law pack can't be used, or the pack doesn't govern its region.
   */
  readonly terms?: {
    /** Paths of all plans of the run that the same fault keeps from being judged, in their order; this one's among them. */
    readonly plans: readonly string[];
  };
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

/** On what terms a plan is judged, beyond its own words: plain data, the same for every plan of a run. */
export interface LintTerms {
  readonly configuration?: Configuration;
  readonly waivers?: readonly WaiverFile[];
  /** Waivers, of the plan too, are listed and never applied. */
  readonly noWaivers?: boolean;
  /** What verdicts rest on that only the plan's author says is said first: for a reviewer. */
  readonly distrust?: boolean;
  /** What was found and not taken, said first in the report: the author's files, for a reviewer. */
  readonly refused?: readonly Localized[];
  /** What a configuration makes of the exit code, said first too. */
  readonly exit?: Localized;
}

export interface LintOptions extends LintTerms {
  readonly pack: Pack;
  /** Absolute path of the plan, `/`-separated, which globs of configuration and waivers are held against; else `path`. */
  readonly absolute?: string;
  /** YYYY-MM-DD: the day waivers are held against. */
  readonly today: string;
  /** Hold every viewshed against a second, independent implementation; a difference is thrown as ViewshedMismatch. */
  readonly verify?: boolean;
  /** The state of this plan that was accepted: each finding is then said to be new, changed or unchanged. */
  readonly baseline?: PlanBaseline;
  /** A plan of a region that the pack doesn't govern isn't judged. */
  readonly regionChecked?: true;
  /** Folders from which files may be read that the plan refers to, beside its own: `read` says whether one lies there. */
  readonly roots?: readonly string[];
  /** How much may be read and worked out; the usual limits when absent. */
  readonly limits?: Limits;
}

/** Something that a report says before anything else. */
export interface Caution {
  /**
   * written: it is judged by a pack that doesn't come with sitecam; unjudged: a law of the region isn't judged by; redacted: nothing of the plan is told but rule, clause, verdict and opaque names; loosened: a configuration finds less
   * than sitecam would; refused: something of the author's wasn't taken; compared: a baseline decides what makes the exit
   * code; exit: a configuration says that nothing does; unsettled: the plan has zones
   * whose kind couldn't be told; overridden: its author says that a private place of the drawing is none; claimed: verdicts
   * rest on what only the author says, told to a reviewer.
   */
  readonly kind:
    | 'redacted'
    | 'written'
    | 'unjudged'
    | 'loosened'
    | 'refused'
    | 'compared'
    | 'exit'
    | 'unsettled'
    | 'overridden'
    | 'claimed';
  readonly text: Localized;
}

/** What would settle a finding, computed and proved: with the edits the plan, linted again, no longer has it. */
export interface Fix {
  /** What is to be done, as part of a sentence; speaks with the engine's messages. */
  readonly message: Message;
  /** Edits of the plan's files that don't overlap. */
  readonly edits: readonly TextEdit[];
}

/** What was found for the findings of a plan. */
export interface Fixes {
  /** The best first. Findings that no plain edit settles aren't in it. */
  readonly of: ReadonlyMap<LintVerdict, readonly Fix[]>;
  /** Findings for which an edit was looked for. */
  readonly tried: number;
  /** Findings of the same kinds that were left out, since each costs several runs. */
  readonly untried: number;
}
