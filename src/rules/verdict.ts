// What a rule says of one subject: its outcome, evidence and the shape that reports print.
import type { Point, Ring } from '../geometry/types.js';
import type { Localized } from '../i18n/locale.js';
import type { Message } from '../i18n/message.js';
import type { ClauseId } from '../law/types.js';
import type { Place } from '../source/types.js';

export type Outcome = 'fail' | 'open' | 'review' | 'pass' | 'notApplicable';

/** A second place that explains the first. */
export interface Related {
  readonly place: Place;
  readonly caption: Localized;
}

/** What can be checked by hand. Metres, m², px/m; points in plan metres. */
export interface Evidence {
  readonly level: string;
  /** The level of the device, where it is another one. */
  readonly from?: string;
  /** Camera, then where it crosses openings, then the worst point. */
  readonly sightLine?: {
    readonly device: string;
    readonly points: readonly Point[];
    readonly openings: readonly string[];
    readonly distance: number;
    readonly density?: number;
    readonly area?: number;
    readonly depth?: number;
  };
  readonly coverage?: {
    readonly fraction: number;
    readonly threshold: number;
    readonly area: number;
    readonly covered: number;
    readonly level: string;
  };
  readonly uncovered?: readonly { readonly area: number; readonly outline: readonly Ring[] }[];
  /** Views into the zone through closed doors that are too slight to matter, counted. */
  readonly grazes?: number;
}

/** What one rule says of one subject. */
export interface Verdict {
  /** Filled in by the engine. */
  readonly rule: string;
  /** Filled in by the engine where there are several: the pack it is a verdict by. Absent of what a rule says of the plan itself. */
  readonly pack?: string;
  /** Stable and exact: what a waiver or a baseline names. */
  readonly subject: string;
  readonly outcome: Outcome;
  readonly message: Message;
  /** What would help, where something would. */
  readonly advice?: Message;
  /** Clauses it rests on, the first is the main one; then penalties and references in the order to print. */
  readonly clauses: readonly ClauseId[];
  /**
   * Those of `clauses` that it is a verdict on; the others are only cited. Absent: all of them. A view from outside is
   * judged by Art. 9(1): the item of Art. 9(2) says why the place is private, and is not itself broken.
   */
  readonly decides?: readonly ClauseId[];
  /** Penalty clauses that may apply (only on fail). */
  readonly penalties: readonly ClauseId[];
  /** What it is about is marked as installed already, so that nothing needs carrying out as drawn for it to be so. */
  readonly existing?: true;
  readonly place: Place;
  readonly related: readonly Related[];
  readonly evidence?: Evidence;
  /** What the verdict depends on: where one of these is faulty the engine turns it into `open` with the reason. */
  readonly dependsOn: {
    readonly levels: readonly string[];
    readonly devices: readonly string[];
    /** Of a verdict on signs those that are met there, perhaps none; absent: it is no verdict on signs. */
    readonly signs?: readonly string[];
  };
}

/** What a rule says of one subject; the engine adds the rule's id. */
export type Statement = Omit<Verdict, 'rule' | 'pack'>;

/** A statement of what no penalty follows: most are on the plan itself, with no clause behind them. What isn't given is nothing. */
export function remark(
  said: Pick<Statement, 'subject' | 'outcome' | 'message' | 'place'> &
    Partial<Pick<Statement, 'advice' | 'clauses' | 'related' | 'evidence' | 'dependsOn'>>,
): Statement {
  return { clauses: [], penalties: [], related: [], dependsOn: { levels: [], devices: [] }, ...said };
}
