import type { Outcome } from '../../rules/verdict.js';

/** Outcomes that are findings, from the lightest. */
export const GRAVITY = ['review', 'open', 'fail'] as const;
export type FindingOutcome = (typeof GRAVITY)[number];

/** One finding as a baseline knows it: what is found of what, and by hash where; no coordinates, no text of the site. */
export interface BaselineFinding {
  readonly rule: string;
  readonly subject: string;
  /** The pack it is a finding by, where that isn't the default. */
  readonly pack?: string;
  readonly outcome: FindingOutcome;
  /** sha256(rule NUL subject), hex: the fingerprint that every report gives. */
  readonly fingerprint: string;
  /** Hash of what the finding is about and rests on, where the plan's own coordinates have it. */
  readonly geometry: string;
  /** The same measured from the plan's south-west corner: a plan shifted as a whole keeps it. */
  readonly layout: string;
  /** m² that are seen or heard, of a finding that something is. */
  readonly seen?: number;
  /** m that a view or a sound reaches in. */
  readonly depth?: number;
  /** 0–1, of a finding on how well a zone is covered. */
  readonly covered?: number;
}

export interface PlanFindings {
  /** Path of the plan from the baseline's folder, `/`-separated. */
  readonly plan: string;
  readonly findings: readonly BaselineFinding[];
}

/** A baseline: the findings of some plans at the time when they were accepted as the state to compare with. */
export interface Baseline {
  readonly tool: { readonly name: string; readonly version: string };
  readonly plans: readonly PlanFindings[];
}

/** What a baseline says of one plan. */
export interface PlanBaseline {
  readonly file: BaselineFile;
  /** Undefined: the plan isn't in it, so that everything is new. */
  readonly findings: readonly BaselineFinding[] | undefined;
}

export interface BaselineFile {
  /** As shown to people. */
  readonly path: string;
  /** Undefined: not to be told. */
  readonly sha256: string | undefined;
}

/**
 * What a finding is beside a baseline: `new`, no finding of this rule and subject is in it; `changed`, one is, but it has
 * got worse or what it is about has been altered; `unchanged`, it is as it was, or better.
 */
export type Since = (typeof SINCE)[number];
export const SINCE = ['new', 'changed', 'unchanged'] as const;

/**
 * Why a finding counts as changed: its outcome is graver; a device, zone or opening that it is about has been altered; more
 * is seen or heard, or less is covered.
 */
export type FindingChange = 'graver' | 'altered' | 'more';

/** A finding of the baseline that is none any more. */
export interface ResolvedFinding {
  readonly rule: string;
  readonly subject: string;
  readonly pack?: string;
  readonly outcome: FindingOutcome;
  readonly fingerprint: string;
  /** The verdict on it now, `waived` where a waiver sets it aside; undefined where there is none. */
  readonly now?: Outcome | 'waived';
}

/** A plan beside a baseline. */
export interface BaselineComparison {
  readonly file: BaselineFile;
  /** Whether the baseline has the plan. */
  readonly known: boolean;
  readonly counts: Readonly<Record<Since, number>>;
  /** Findings of the baseline of rules that weren't run: nobody knows whether they are gone. */
  readonly unjudged: number;
  /** In the order of rule and subject. */
  readonly gone: readonly ResolvedFinding[];
}
