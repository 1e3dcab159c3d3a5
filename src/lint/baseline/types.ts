// Types of baselines and of the comparison with them.
import type { ClauseId } from '../../law/types.js';
import type { FindingOutcome, Outcome } from '../../rules/verdict.js';

/** Outcomes that are findings, the lightest first. */
export const GRAVITY = ['review', 'open', 'fail'] as const satisfies readonly FindingOutcome[];

/**
 * One finding of a baseline: rule, subject, outcome and hashes of the elements it rests on. It holds no coordinates and
 * no text of the site.
 */
export interface BaselineFinding {
  readonly rule: string;
  readonly subject: string;
  readonly outcome: FindingOutcome;
  /** The clauses that decide, with their outcomes. Undefined in a finding that version 1 recorded. */
  readonly bases?: readonly { readonly clause: ClauseId; readonly outcome: Outcome }[];
  /** Version 1 only: the packs that it was a finding by. */
  readonly packs?: readonly string[];
  /** SHA-256 of rule NUL subject, in hex: the fingerprint that every report gives. */
  readonly fingerprint: string;
  /** Hash of the elements the finding rests on, in the plan's own coordinates. */
  readonly geometry: string;
  /**
   * Hash of these elements measured from the plan's south-west corner: a shift of the whole plan doesn't change it.
   */
  readonly layout: string;
  /** Area seen or heard, m². Absent for findings that have none. */
  readonly seen?: number;
  /** Depth that the view or the sound reaches, m. Absent for findings that have none. */
  readonly depth?: number;
  /** Coverage of the zone, 0–1. Absent unless the finding is on coverage. */
  readonly covered?: number;
}

/** The findings of one plan in a baseline. */
export interface PlanFindings {
  /** Path of the plan from the baseline's folder, `/`-separated. */
  readonly plan: string;
  readonly findings: readonly BaselineFinding[];
}

/** A baseline: the findings of some plans when they were accepted as the state to compare with. */
export interface Baseline {
  readonly tool: { readonly name: string; readonly version: string };
  readonly plans: readonly PlanFindings[];
}

/** The findings that a baseline file holds for one plan. */
export interface PlanBaseline {
  readonly file: BaselineFile;
  /** Undefined if the baseline doesn't hold the plan: every finding is then new. */
  readonly findings: readonly BaselineFinding[] | undefined;
}

/** Path and hash of the file of a baseline. */
export interface BaselineFile {
  /** Path as shown to people. */
  readonly path: string;
  /** SHA-256 of the file's bytes, in hex. Undefined in a redacted report. */
  readonly sha256: string | undefined;
}

/**
 * State of a finding against a baseline: `new`, the baseline has none of this rule and subject; `changed`, it has one,
 * but the finding got worse or an element it rests on was altered; `unchanged`, it is as it was, or better.
 */
export type Since = (typeof SINCE)[number];
/** All states of a finding against a baseline. */
export const SINCE = ['new', 'changed', 'unchanged'] as const;

/**
 * How a finding changed since the baseline. `graver`: its outcome is worse. `law`: its outcome is worse, but only by a
 * law that the baseline wasn't judged by. `altered`: a device, zone or opening that it rests on was changed. `more`:
 * more is seen or heard, or less is covered.
 */
export type FindingChange = 'graver' | 'law' | 'altered' | 'more';

/** A finding of the baseline that the plan no longer has. */
export interface ResolvedFinding {
  readonly rule: string;
  readonly subject: string;
  readonly outcome: FindingOutcome;
  readonly fingerprint: string;
  /** Outcome of the current verdict on its subject, or `waived`. Absent if there is no such verdict. */
  readonly now?: Outcome | 'waived';
}

/** The comparison of a plan with a baseline. */
export interface BaselineComparison {
  readonly file: BaselineFile;
  /** True if the baseline holds the plan. */
  readonly known: boolean;
  readonly counts: Readonly<Record<Since, number>>;
  /** Number of findings in the baseline whose rules weren't run, so that nobody knows if they are resolved. */
  readonly unjudged: number;
  /** Resolved findings, by rule and subject. */
  readonly gone: readonly ResolvedFinding[];
}
