// Results of a comparison of two plans: edits, changed verdicts, changed areas.
import type { Point, Ring } from '../../../geometry/types.js';
import type { LintVerdict, Report } from '../../../lint/types.js';
import type { Outcome } from '../../../rules/verdict.js';
import type { Place } from '../../../source/types.js';

/** Kind of element that a plan is drawn with. */
export type ElementKind = 'zone' | 'wall' | 'opening' | 'device' | 'sign';
/** All kinds of element, in the order of reports. */
export const ELEMENT_KINDS: readonly ElementKind[] = ['zone', 'wall', 'opening', 'device', 'sign'];

/** One of the two plans of a comparison. */
export type PlanSide = 'old' | 'new';

/** A key of an element whose value changed, named as in the plan. Undefined: the plan doesn't have it. */
export interface KeyChange {
  readonly key: string;
  readonly from: unknown;
  readonly to: unknown;
}

/**
 * Move of an element: its distance in metres, and the places, each in the coordinates of its plan's file, but always in
 * metres (from the origin if the file is in degrees).
 */
export interface Displacement {
  readonly distance: number;
  readonly from: Point;
  readonly to: Point;
}

/** Turn of a device or a sign: degrees, clockwise positive, in (−180, 180]; headings from true north. */
export interface HeadingChange {
  /** Number of the sensor, from 1; absent if there is only one. */
  readonly sensor?: number;
  readonly by: number;
  readonly from: number;
  readonly to: number;
}

/** An element that was added, removed or changed. Keys are listed only for changed ones. */
export interface ElementEdit {
  readonly of: 'element';
  /** Number from 1, in the order in which edits are listed: verdicts refer to it. */
  readonly number: number;
  readonly element: ElementKind;
  readonly change: 'added' | 'removed' | 'changed';
  /** Its id in the new plan; of a removed element, in the old one. */
  readonly id: string;
  /** Its id in the old plan, set if that alone changed. */
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

/**
 * What a stated fact is about, which decides which verdicts a change of it may affect. `absent`: the author's statement
 * that the site has no place of some kind; `configuration`: law pack, parameters, criteria, levels of severity.
 */
export type FactGroup = 'site' | 'level' | 'waiver' | 'absent' | 'override' | 'project' | 'configuration';

/** An edit of something that the plan or the configuration states and that isn't drawn. */
export interface FactEdit {
  readonly of: 'fact';
  readonly number: number;
  readonly group: FactGroup;
  /**
   * Its path in the plan or the configuration: `site.categories[hotel]`, `waivers[RULE SUBJECT]`,
   * `parameters.nearRadius`.
   */
  readonly path: string;
  /** Its name within its group: a category, a role, a level, a parameter, `RULE SUBJECT`. */
  readonly about: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly side: PlanSide;
  readonly place: Place | undefined;
}

/** Edit of a drawn element or of a stated fact. */
export type Edit = ElementEdit | FactEdit;

/** Shift of the whole plan, after which its parts are compared. Metres east and north. */
export interface Shift {
  readonly east: number;
  readonly north: number;
  readonly distance: number;
}

/**
 * All changes of a verdict, gravest first. `new`, `gone`: only one plan has a verdict of this rule on this subject.
 * `worse`, `better`: graver or lighter (not complying, open, for review, settled), or more or less of the same is seen,
 * heard or left uncovered. `waived`, `unwaived`: the author's waiver sets it aside, or no longer does. `other`: settled
 * before and after (passed, doesn't apply).
 */
export const VERDICT_CHANGES = ['new', 'worse', 'unwaived', 'waived', 'better', 'gone', 'other'] as const;
/** Change of a verdict, one of {@link VERDICT_CHANGES}. */
export type VerdictChange = (typeof VERDICT_CHANGES)[number];

/**
 * All links from a verdict to an edit, most direct first: the verdict's subject names what was edited, its evidence
 * meets it, its rule depends on it, or the verdict rests on the device, the level or the whole site that was edited.
 */
export const EDIT_LINKS = ['subject', 'evidence', 'rule', 'device', 'level', 'site'] as const;
/** Link from a verdict to an edit, one of {@link EDIT_LINKS}. */
export type EditLink = (typeof EDIT_LINKS)[number];

/** An edit (by number) that may have changed a verdict, and how the verdict is linked to it. */
export interface Why {
  readonly edit: number;
  readonly how: EditLink;
}

/** Figures of a verdict that can be compared: m² seen, m deep, fraction covered. Absent: it has none. */
export interface Figures {
  readonly seen?: number;
  readonly depth?: number;
  readonly covered?: number;
}

/** A verdict that changed from the old plan to the new one, with its figures in both and the edits that may be why. */
export interface VerdictEdit {
  readonly change: VerdictChange;
  readonly old: LintVerdict | undefined;
  readonly new: LintVerdict | undefined;
  readonly from: Figures;
  readonly to: Figures;
  /** The edits that may have changed it, the most direct first; []: none was found. */
  readonly why: readonly Why[];
}

/** A zone on one level, and how the area (m²) of it that is seen changed. */
export interface AreaChange {
  readonly zone: string;
  readonly name: string | undefined;
  readonly level: string;
  /** px/m that the zone needs; undefined if that plan doesn't have the zone, or needs nothing of this sort of it. */
  readonly density: { readonly old: number | undefined; readonly new: number | undefined };
  /** True if a design criterion sets the density (always for private places); else it is that of the level `detect`. */
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

/** The comparison of two plans: edits, changed verdicts and changed areas. */
export interface Compared {
  /** The plans compared; undefined: that plan is missing. */
  readonly old: Report | undefined;
  readonly new: Report | undefined;
  /** Ids of the new plan by those of the old one, for elements and levels whose id alone changed. */
  readonly renames: ReadonlyMap<string, string>;
  readonly shift: Shift | undefined;
  readonly edits: readonly Edit[];
  readonly verdicts: readonly VerdictEdit[];
  /** Number of verdicts that are the same in both. */
  readonly unchanged: number;
  /** Changes of must-see, of zones where coverage is wanted. */
  readonly coverage: readonly AreaChange[];
  /** Changes of may-see, of private places. */
  readonly privacy: readonly AreaChange[];
}

/** Gravity of each outcome; of several verdicts the greatest counts. */
export const GRAVITIES: Readonly<Record<Outcome, number>> = { notApplicable: 0, pass: 0, review: 1, open: 2, fail: 3 };
