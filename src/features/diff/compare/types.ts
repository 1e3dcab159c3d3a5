import type { Point, Ring } from '../../../geometry/types.js';
import type { LintVerdict, Report } from '../../../lint/types.js';
import type { Outcome } from '../../../rules/verdict.js';
import type { Place } from '../../../source/types.js';

/** What a plan is drawn with. */
export type ElementKind = 'zone' | 'wall' | 'opening' | 'device' | 'sign';
export const ELEMENT_KINDS: readonly ElementKind[] = ['zone', 'wall', 'opening', 'device', 'sign'];

/** Which of the two plans something is said of. */
export type PlanSide = 'old' | 'new';

/** A key of an element, named as the plan names it. Undefined: the plan doesn't say. */
export interface KeyChange {
  readonly key: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** How far something is drawn from where it was: metres, and the places in each plan's own metres. */
export interface Displacement {
  readonly distance: number;
  readonly from: Point;
  readonly to: Point;
}

/** By how much a device looks elsewhere: degrees, clockwise positive, in (−180, 180]; headings from true north. */
export interface HeadingChange {
  /** Which of several sensors, from 1. */
  readonly sensor?: number;
  readonly by: number;
  readonly from: number;
  readonly to: number;
}

/** An element that was added, removed or changed. Of what is added or removed no keys are listed. */
export interface ElementEdit {
  readonly of: 'element';
  /** From 1, in the order in which edits are listed: what verdicts name them by. */
  readonly number: number;
  readonly element: ElementKind;
  readonly change: 'added' | 'removed' | 'changed';
  /** In the new plan; of what is removed in the old one. */
  readonly id: string;
  /** Its id in the old plan, where that alone changed. */
  readonly was?: string;
  readonly name: string | undefined;
  readonly kind: string | undefined;
  readonly level: string;
  readonly moved?: Displacement;
  readonly turned: readonly HeadingChange[];
  readonly keys: readonly KeyChange[];
  readonly side: PlanSide;
  readonly place: Place;
}

/** What a fact is about: it says which verdicts may hang on it. */
export type FactGroup = 'site' | 'level' | 'waiver' | 'absent' | 'override' | 'project' | 'configuration';

/** Something that the plan or the configuration states, and that isn't drawn. */
export interface FactEdit {
  readonly of: 'fact';
  readonly number: number;
  readonly group: FactGroup;
  /** As the plan or the configuration names it: `site.categories[hotel]`, `waivers[RULE SUBJECT]`, `parameters.nearRadius`. */
  readonly path: string;
  /** What it names within its group: a category, a role, a level, a parameter, `RULE SUBJECT`. */
  readonly about: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly side: PlanSide;
  readonly place: Place | undefined;
}

export type Edit = ElementEdit | FactEdit;

/** The whole plan lies elsewhere: what its parts are compared after. Metres east and north. */
export interface Shift {
  readonly east: number;
  readonly north: number;
  readonly distance: number;
}

/**
 * What became of a verdict. `new`, `gone`: only one plan has one of this rule on this subject. `worse`, `better`: graver or
 * lighter (not complying, open, for review, settled), or more of the same is seen or heard, or less covered. `other`: settled
 * either way (passed, doesn't apply). `waived`, `unwaived`: the author's waiver sets it aside, or does no more.
 */
export const VERDICT_CHANGES = ['new', 'worse', 'unwaived', 'waived', 'better', 'gone', 'other'] as const;
export type VerdictChange = (typeof VERDICT_CHANGES)[number];

/** How a verdict hangs on an edit: its subject names it · its evidence meets it · its rule rests on it · it rests on that device · on that level · on the whole site. */
export const EDIT_LINKS = ['subject', 'evidence', 'rule', 'device', 'level', 'site'] as const;
export type EditLink = (typeof EDIT_LINKS)[number];

export interface Why {
  readonly edit: number;
  readonly how: EditLink;
}

/** A figure of a verdict that is the same in kind: m² seen, m deep, fraction covered. */
export interface Figures {
  readonly seen?: number;
  readonly depth?: number;
  readonly covered?: number;
}

/** A verdict that isn't what it was. */
export interface VerdictEdit {
  readonly change: VerdictChange;
  readonly old: LintVerdict | undefined;
  readonly new: LintVerdict | undefined;
  readonly from: Figures;
  readonly to: Figures;
  /** The edits it hangs on, the most direct first; empty: none could be told. */
  readonly why: readonly Why[];
}

/** What is seen of a zone on a level before and after, m². */
export interface AreaChange {
  readonly zone: string;
  readonly name: string | undefined;
  readonly level: string;
  /** px/m asked for; undefined where that plan doesn't have the zone, or asks nothing of this sort of it. */
  readonly density: { readonly old: number | undefined; readonly new: number | undefined };
  /** Whether a design criterion asks for it: else the density is that at which anything counts as seen. */
  readonly asked: boolean;
  /** m² that there are to see. */
  readonly area: { readonly old: number; readonly new: number };
  /** m² of these that are seen. */
  readonly seen: { readonly old: number; readonly new: number };
  readonly gained: number;
  readonly lost: number;
  /** Rings, even-odd, in the new plan's metres. */
  readonly outlines: { readonly gained: readonly Ring[]; readonly lost: readonly Ring[] };
}

/** Two plans beside each other. */
export interface PlanDifference {
  /** From ids of the old plan to those of the new one, of elements and levels whose id alone changed. */
  readonly renames: ReadonlyMap<string, string>;
  readonly shift: Shift | undefined;
  readonly edits: readonly Edit[];
  readonly verdicts: readonly VerdictEdit[];
  /** How many verdicts are the same in both. */
  readonly unchanged: number;
  /** Seen for certain, of zones where that is wanted. */
  readonly coverage: readonly AreaChange[];
  /** Seen at most, of zones where nobody may capture. */
  readonly privacy: readonly AreaChange[];
}

/** A difference with what it is of. */
export interface Compared extends PlanDifference {
  readonly old: Report | undefined;
  readonly new: Report | undefined;
}

/** How grave a verdict is: of several the greatest counts. */
export const GRAVITIES: Readonly<Record<Outcome, number>> = { notApplicable: 0, pass: 0, review: 1, open: 2, fail: 3 };
