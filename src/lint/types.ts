// Types of the engine's input and output: options, verdicts, reports, cautions and fixes.

import type { DecisionFile, RawDecision } from '../config/decisions.js';
import type { Configuration } from '../config/types.js';
import type { WaiverFile } from '../config/waivers.js';
import type { Text } from '../i18n/catalogue.js';
import type { Localized } from '../i18n/locale.js';
import type { Message } from '../i18n/message.js';
import type { PackChoice } from '../law/force.js';
import type { ClauseId, Pack } from '../law/types.js';
import type { Catalogues } from '../models/types.js';
import type { Site, Unreadable, Waiver } from '../plan/model.js';
import type { FindingClass, Rule, RuleLevel } from '../rules/rule.js';
import type { Outcome, Tick, Verdict } from '../rules/verdict.js';
import type { TextEdit } from '../source/edit/splice.js';
import type { Limits } from '../source/limits.js';
import type { SourceProblem } from '../source/problem.js';
import type { Place, SourceFile } from '../source/types.js';
import type { BaselineComparison, FindingChange, PlanBaseline, Since } from './baseline/types.js';
import type { FailOn } from './exit.js';

/** A reviewing authority's decision on a finding that only a person can judge. */
export interface Decision extends Pick<RawDecision, 'decision' | 'by' | 'document' | 'date' | 'reason'> {
  /** Set if what the finding rests on changed since: the finding is unanswered again. */
  readonly lapsed?: true;
  readonly place: Place;
}

/** A verdict with what the engine adds: level, fingerprint, waiver and comparison with a baseline. */
export interface LintVerdict extends Verdict {
  readonly class: FindingClass;
  readonly level: RuleLevel;
  /**
   * Set if a configuration lowered the finding to a warning: it doesn't count for the exit code, but reports go on
   * counting it as a fail, open or review.
   */
  readonly lowered?: true;
  /** SHA-256 of rule NUL subject, in hex. */
  readonly fingerprint: string;
  /**
   * The waiver that sets the finding aside. A waived finding doesn't count for the exit code and is listed as waived.
   */
  readonly waiver?: Waiver;
  /**
   * Set on a review: the hash of what it rests on. A decision on it holds as long as that stays the same.
   */
  readonly geometry?: string;
  /** The decision on a review. One that complies doesn't count for the exit code; all are listed. */
  readonly decision?: Decision;
  /** State of the finding against the baseline. Absent if there is no baseline or a waiver sets the finding aside. */
  readonly since?: Since;
  /** Changes since the baseline, if `since` is `changed`. */
  readonly changes?: readonly FindingChange[];
  /** Set if a fault of the plan turned the verdict into `open`: the original outcome and message, and the faults. */
  readonly tainted?: { readonly outcome: Outcome; readonly message: Message; readonly by: readonly string[] };
  /**
   * Set if the verdict is open because it turns on doubtful elements of the plan: the findings on their faults, and the
   * outcome if they hide and if they let pass.
   */
  readonly doubt?: { readonly by: readonly string[]; readonly hiding: Outcome; readonly passing: Outcome };
}

/** Counts of the verdicts of one report. */
export interface Summary {
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Findings of rules of level warning; `counts` includes them. */
  readonly warnings: number;
  readonly waived: number;
  /** Verdicts that a fault of the plan keeps from being decided; `counts` leaves them out. */
  readonly undecided: number;
  /** Views through closed doors that reach too little of a room to be findings (grazes). */
  readonly grazes: number;
}

/** One line of the report's page of assumptions. */
export interface Assumption {
  readonly what: Localized;
  readonly value: Localized;
  /**
   * ours: a parameter of sitecam's, not of the law; author: stated by the plan's author; law: the text relied on; run:
   * an option or file of this run.
   */
  readonly origin: 'ours' | 'author' | 'law' | 'run';
}

/** One tick box of the checklist of papers (材料核对清单). It is no finding and counts for nothing. */
export interface ChecklistItem extends Tick {
  /** Rule that states it, and about what. */
  readonly rule: string;
  readonly subject: string;
  readonly clause: ClauseId;
}

/** The report on one judged plan: all that formats print, as plain data. `sightForReport` returns its views. */
export interface Report {
  readonly ok: true;
  /** Path of the plan as given. */
  readonly path: string;
  readonly site: Site;
  readonly pack: Pack;
  readonly today: string;
  readonly files: readonly SourceFile[];
  /** Verdicts in the order (path, line, column, rule, subject), compared by code unit. */
  readonly verdicts: readonly LintVerdict[];
  readonly summary: Summary;
  /** What the reviewer checks in the papers, in the order of the laws. */
  readonly checklist: readonly ChecklistItem[];
  readonly assumptions: readonly Assumption[];
  /** Cautions printed before everything else. Absent: none. */
  readonly cautions?: readonly Caution[];
  /** Options of the run, so that an edited plan is judged alike. */
  readonly options?: LintOptions;
  /** Proved fixes. Absent unless asked for: each costs a run of the linter. */
  readonly fixes?: Fixes;
  /** Comparison with the baseline. Absent if there is none. */
  readonly baseline?: BaselineComparison;
}

/** The result for a plan that can't be read, or can't be judged on the terms given. */
export interface UnreadableReport {
  readonly ok: false;
  readonly path: string;
  readonly unreadable: readonly Unreadable[];
  readonly files: readonly SourceFile[];
  /**
   * Set if not the plan is at fault but the terms it is judged on: its configuration, waivers, baseline or law pack
   * can't be used, or the pack doesn't govern its region.
   */
  readonly terms?: {
    /** Paths, in order, of all plans of the run that the same fault keeps from being judged, this one included. */
    readonly plans: readonly string[];
  };
}

/** The result of linting one plan. */
export type LintResult = Report | UnreadableReport;

/** The part of a run that this process does: shard `index` of `of`, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
  /** Number of plans in all shards together. */
  readonly all: number;
}

/** Input of every report format: the results of a run over plans, its rules and its day (YYYY-MM-DD). */
export interface ReportInput {
  readonly tool: { readonly name: 'sitecam'; readonly version: string };
  readonly results: readonly LintResult[];
  /** Set if the configuration can't be used, so that no plan was linted: its problems and the files they are in. */
  readonly misconfigured?: { readonly problems: readonly SourceProblem[]; readonly files: readonly SourceFile[] };
  readonly rules: readonly Rule[];
  readonly today: string;
  /** Set if the plans are those of one shard. Records name it, so that a missing shard is noticed. */
  readonly shard?: Shard;
  /** Set if the results are redacted. Formats say so. */
  readonly redacted?: true;
  /** What records name beside the results. Absent: no record is written. */
  readonly asked?: {
    /** Options of the command line that decide what the reports say, by their names. */
    readonly options: Readonly<Record<string, unknown>>;
    /** Level of each result that makes the exit code 1, unless `merge` is given another. */
    readonly failOn: readonly FailOn[];
  };
}

/** Terms on which plans are judged, beyond their own content: plain data, the same for every plan of a run. */
export interface LintTerms {
  readonly configuration?: Configuration;
  readonly waivers?: readonly WaiverFile[];
  /** Decisions on findings to review; only of a file that somebody named. */
  readonly decisions?: DecisionFile;
  /** Where the models that devices name are looked for. Absent: the shipped table alone. */
  readonly catalogues?: Catalogues;
  /** True if waivers, the plan's own included, are listed but not applied. */
  readonly noWaivers?: boolean;
  /** True if the report opens with what verdicts rest on by the author's word alone. For reviewers. */
  readonly distrust?: boolean;
  /** Author's files that a reviewer's run found and didn't use, listed as cautions. */
  readonly refused?: readonly Localized[];
  /** The caution on how the configuration changes the exit code. */
  readonly exit?: Localized;
}

/** Options of linting one plan. */
export interface LintOptions extends LintTerms, PackChoice {
  /**
   * Absolute path of the plan, `/`-separated, which globs of configuration and waivers are matched with. Absent:
   * `path`.
   */
  readonly absolute?: string;
  /** Day of the run, YYYY-MM-DD, by which waivers expire. */
  readonly today: string;
  /** True to check every viewshed with a second, independent implementation; throws ViewshedMismatch if they differ. */
  readonly verify?: boolean;
  /** The accepted state of this plan. Each finding is then marked new, changed or unchanged. */
  readonly baseline?: PlanBaseline;
  /** Set to refuse a plan of a region that the named packs don't govern. */
  readonly regionChecked?: true;
  /** Folders, beside the plan's own, from which the plan may refer to files. `read` decides if a file lies in one. */
  readonly roots?: readonly string[];
  /** Limits of reading and work. Absent: the default limits. */
  readonly limits?: Limits;
}

/** A statement that a report prints before everything else. */
export interface Caution {
  /**
   * written: judged by a pack that sitecam doesn't ship; unjudged: a law of the region is not judged by; foreign: a pack
   * judges that isn't in force there or is incomplete; region: the plan states no region; redacted: only rule, clause,
   * verdict and opaque names are shown; loosened: a configuration finds less than sitecam would; refused: files or
   * waivers of the author's weren't used; decided: a decision answers findings to review, lapsed, or is on none;
   * compared: a baseline decides which findings count for the exit code; exit: a configuration lets no finding count
   * for it; unsettled: the plan has zones of unknown kind; left-out: the author leaves out elements that are drawn;
   * overridden: the author states that a private place of the drawing is none; claimed: verdicts rest on author's
   * claims, listed for a reviewer.
   */
  readonly kind:
    | 'redacted'
    | 'written'
    | 'unjudged'
    | 'foreign'
    | 'region'
    | 'loosened'
    | 'refused'
    | 'decided'
    | 'compared'
    | 'exit'
    | 'unsettled'
    | 'left-out'
    | 'overridden'
    | 'claimed';
  readonly text: Localized;
}

/** Edits that settle a finding, proved: the edited plan, linted again, no longer has it. */
export interface Fix {
  /** The action as a part of a sentence. */
  readonly message: Text;
  /** Edits of the plan's files; they don't overlap. */
  readonly edits: readonly TextEdit[];
}

/** The fixes of one plan's findings. */
export interface Fixes {
  /** Fixes by finding, the best first. A finding that no plain edit settles has no entry. */
  readonly of: ReadonlyMap<LintVerdict, readonly Fix[]>;
  /** Number of findings for which fixes were looked for. */
  readonly tried: number;
  /** Number of findings of the same kinds that were skipped, since each costs several runs. */
  readonly untried: number;
}
