// Verdict: what one rule states about one subject, with outcome, clauses and evidence.
import type { Point, Ring } from '../geometry/types.js';
import type { Text } from '../i18n/catalogue.js';
import type { Enumeration } from '../i18n/list.js';
import type { Localized } from '../i18n/locale.js';
import type { Message } from '../i18n/message.js';
import type { Basis, ClauseId } from '../law/types.js';
import type { Place } from '../source/types.js';

/** The five outcomes of a verdict; docs/architecture.md says what each means and which count for the exit code. */
export type Outcome = 'fail' | 'open' | 'review' | 'pass' | 'notApplicable';

/** Outcomes that somebody must act on. */
export type FindingOutcome = Extract<Outcome, 'fail' | 'open' | 'review'>;

/** True if the outcome is a finding, that is, not settled: fail, open or review. */
export function isFinding(outcome: Outcome): outcome is FindingOutcome {
  return outcome === 'fail' || outcome === 'open' || outcome === 'review';
}

/** A second place of the plan that explains the verdict's own place, with a caption. */
export interface Related {
  readonly place: Place;
  /** Caption of the place, for a list of related places. */
  readonly caption: Localized;
}

/** Figures that a reviewer can check by hand. Lengths in m, areas in m², densities in px/m; points in plan metres. */
export interface Evidence {
  /** Id of the level on which the place seen or covered lies. */
  readonly level: string;
  /** Id of the device's own level, if that is another one. */
  readonly from?: string;
  /**
   * The sight line. `points`: camera, each crossing of an opening, witness point. `openings`: ids of the openings or
   * glazed walls crossed, from the device on. `area` and `depth` are of the whole view.
   */
  readonly sightLine?: {
    readonly device: string;
    readonly points: readonly Point[];
    readonly openings: readonly string[];
    readonly distance: number;
    readonly density?: number;
    readonly area?: number;
    readonly depth?: number;
  };
  /**
   * Coverage of a zone: `fraction` and `threshold` 0–1, `area` to cover and `covered` in m²; `level` is the level of
   * detail asked.
   */
  readonly coverage?: {
    readonly fraction: number;
    readonly threshold: number;
    readonly area: number;
    readonly covered: number;
    readonly level: string;
  };
  /** Blind areas, largest first. */
  readonly uncovered?: readonly { readonly area: number; readonly outline: readonly Ring[] }[];
  /** Number of views into the zone that graze it: through closed doors or curtains, and too slight to matter. */
  readonly grazes?: number;
}

/** A tick box of the checklist: papers that the law asks of every project, and that no drawing shows. */
export interface Tick {
  /** Name of what is to be checked: 综合设计、同步施工、独立验收. */
  readonly item: Localized;
  /** The plan's statement about it, as a sentence; undefined if the plan states nothing. */
  readonly stated?: Localized;
}

/**
 * Part that a clause plays in a verdict. `decides`: its words settle the fact. `prohibits-installing`: the clause
 * makes a place private, but the device stands outside that place, so the clause isn't broken. `refers`: it is read
 * beside the others.
 */
export type Role = 'decides' | 'prohibits-installing' | 'refers';

/** One clause that a verdict rests on. */
export interface LegalBasis {
  readonly clause: ClauseId;
  /** Id of the pack that states it. */
  readonly law: string;
  readonly role: Role;
  /** The outcome by this clause; null unless it decides. */
  readonly outcome: Outcome | null;
  /** Whether the clause's own words carry the outcome. If not, reports say 按本工具对该项的理解. */
  readonly basis: Basis;
  /** Why the outcome is milder than that of the verdict; undefined if it isn't, or nothing needs saying. */
  readonly because?: Text;
  /** Penalty clauses that may apply; only with the outcome `fail`. */
  readonly penalties: readonly ClauseId[];
  /** Clauses on what must be done at once. */
  readonly duties: readonly ClauseId[];
}

/** Parts that a statement by one law and the verdict by all laws have in common. */
interface Shared {
  /** Id of the thing judged, exact and stable: an element's id, or `device>zone`. Waivers and baselines name it. */
  readonly subject: string;
  readonly outcome: Outcome;
  /**
   * Sentence to print: what the drawing shows, in no law's words. Id of one of the rule's messages, with values for its
   * placeholders. If nothing is said of clauses apart from it, it is the whole sentence.
   */
  readonly message: Message;
  /** Message on how to settle the finding, for a person, without keys of the plan; undefined if there is no advice. */
  readonly advice?: Message;
  /** Message on how to edit the plan, which may name keys; undefined if the advice is enough. */
  readonly edit?: Message;
  /**
   * Set if the finding holds without anything being built as drawn: its subject is marked as installed, or is a
   * document.
   */
  readonly existing?: true;
  /** Set on a `review` of papers, which is no finding but a tick box of the checklist. */
  readonly tick?: Tick;
  /** Place in the plan's files that the finding points to. */
  readonly place: Place;
  /** Other places that explain the verdict, such as openings crossed. */
  readonly related: readonly Related[];
  /** Figures to check by hand; undefined if the verdict rests on none. */
  readonly evidence?: Evidence;
  /**
   * Levels, devices and signs that the verdict rests on, by id. If one of them is faulty, `lint` turns the verdict into `open`
   * with the reason.
   */
  readonly dependsOn: {
    readonly levels: readonly string[];
    readonly devices: readonly string[];
    /** Only for a verdict on signs: ids of the signs met there, perhaps none. */
    readonly signs?: readonly string[];
  };
}

/** One verdict on one fact, by all laws together: what one rule states about one subject. */
export interface Verdict extends Shared {
  /** Id of the rule. */
  readonly rule: string;
  /** Predicates of the message, each with the clauses that decide with the verdict's own outcome. */
  readonly says: readonly Text[];
  /** The clauses it rests on, those that lead first; empty for a verdict on the plan itself. */
  readonly bases: readonly LegalBasis[];
}

/**
 * What one rule states about one subject by one law, or about the plan itself. `lint` joins the statements of all
 * laws on one fact into one verdict.
 */
export interface Statement extends Shared {
  /** Name of the fact, the same by every law, where the subject names an item of this one; undefined: the subject. */
  readonly fact?: string;
  /**
   * Returns the predicate of the message. `leads` cites the clauses, of this law and others, that decide with the same
   * outcome, with their number. Undefined: the message is the whole sentence.
   */
  readonly says?: (leads: Enumeration) => Text;
  /** Clauses the statement rests on: the main one first, then penalties and references in the order to print. */
  readonly clauses: readonly ClauseId[];
  /** Those of `clauses` that the statement decides; undefined: all of them but a whole clause beside its own part. */
  readonly decides?: readonly ClauseId[];
  /** Those of `clauses` that make the place private and aren't broken; the others that don't decide are references. */
  readonly places?: readonly ClauseId[];
  /** Whether the words of the clauses decided carry the outcome; undefined: they do. */
  readonly basis?: LegalBasis['basis'];
  /** Why the outcome is milder than another law's may be. */
  readonly because?: Text;
  /** Penalty clauses that may apply; only on `fail`. */
  readonly penalties: readonly ClauseId[];
  /** Clauses on what must be done at once. */
  readonly duties?: readonly ClauseId[];
}

/**
 * Returns a statement of which only some fields are given; the others are empty. Empty `clauses` make it a verdict on
 * the plan itself, and empty `dependsOn` one that stays as it is whatever else is faulty: give both in a verdict by a
 * law. Penalties can't be given; a `fail` that names some is written as an object.
 */
export function statement(
  said: Pick<Statement, 'subject' | 'outcome' | 'message' | 'place'> & Partial<Omit<Statement, 'penalties'>>,
): Statement {
  return { clauses: [], penalties: [], related: [], dependsOn: { levels: [], devices: [] }, ...said };
}
