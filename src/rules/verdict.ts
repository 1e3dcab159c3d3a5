// Verdict: what one rule states about one subject, with outcome, clauses and evidence.
import type { Point, Ring } from '../geometry/types.js';
import type { Localized } from '../i18n/locale.js';
import type { Message } from '../i18n/message.js';
import type { ClauseId } from '../law/types.js';
import type { Place } from '../source/types.js';

/** The five outcomes of a verdict; docs/architecture.md says what each means and which count for the exit code. */
export type Outcome = 'fail' | 'open' | 'review' | 'pass' | 'notApplicable';

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

/** One verdict: what one rule states about one subject. */
export interface Verdict {
  /** Id of the rule; filled in by `lint`. */
  readonly rule: string;
  /**
   * Id of the pack judged by; filled in by `lint` if there are several packs. Undefined for a verdict on the plan
   * itself.
   */
  readonly pack?: string;
  /** Id of the thing judged, exact and stable: an element's id, or `device>zone`. Waivers and baselines name it. */
  readonly subject: string;
  readonly outcome: Outcome;
  /** Sentence to print: id of one of the rule's messages, with values for its placeholders. */
  readonly message: Message;
  /** Message on how to settle the finding; undefined if there is no advice. */
  readonly advice?: Message;
  /** Clauses the verdict rests on: the main one first, then penalties and references in the order to print. */
  readonly clauses: readonly ClauseId[];
  /**
   * Those of `clauses` that the verdict decides; the others are only cited. Undefined: all of them. A view from outside
   * is judged by Art. 9(1): the item of Art. 9(2) says why the place is private, and the view doesn't breach it.
   */
  readonly decides?: readonly ClauseId[];
  /** Penalty clauses that may apply; only on `fail`. */
  readonly penalties: readonly ClauseId[];
  /**
   * Set if the finding holds without anything being built as drawn: its subject is marked as installed, or is a
   * document.
   */
  readonly existing?: true;
  /** Place in the plan's files that the finding points to. */
  readonly place: Place;
  /** Other places that explain the verdict, such as openings crossed. */
  readonly related: readonly Related[];
  /** Figures to check by hand; undefined if the verdict rests on none. */
  readonly evidence?: Evidence;
  /**
   * Levels and devices that the verdict rests on, by id. If one of them is faulty, `lint` turns the verdict into `open`
   * with the reason.
   */
  readonly dependsOn: {
    readonly levels: readonly string[];
    readonly devices: readonly string[];
    /** Only for a verdict on signs: ids of the signs met there, perhaps none. */
    readonly signs?: readonly string[];
  };
}

/** A verdict as a rule returns it; `lint` adds the ids of rule and pack. */
export type Statement = Omit<Verdict, 'rule' | 'pack'>;

/**
 * Returns a statement of which only some fields are given; the others are empty. Empty `clauses` make it a verdict on
 * the plan itself, and empty `dependsOn` one that stays as it is whatever else is faulty: give both in a verdict by a
 * law. Penalties can't be given; a `fail` that names some is written as an object.
 */
export function statement(
  said: Pick<Statement, 'subject' | 'outcome' | 'message' | 'place'> &
    Partial<Pick<Statement, 'advice' | 'clauses' | 'related' | 'evidence' | 'dependsOn'>>,
): Statement {
  return { clauses: [], penalties: [], related: [], dependsOn: { levels: [], devices: [] }, ...said };
}
