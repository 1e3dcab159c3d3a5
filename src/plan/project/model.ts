import type { Phase } from '../../law/requirement.js';
import type { Place } from '../../source/types.js';

/** Something that the plan states of the project's documents, and where. */
export interface Fact {
  /** Keys from `project` on, with dots; items of lists by their number from 0: `changes.0.what`. */
  readonly path: string;
  /** Lists of texts are one fact. `none` is what the plan writes for 无. */
  readonly value: string | number | boolean | readonly string[];
  readonly place: Place;
}

/** Who says which clause of a law a place falls under, and by what document. */
export interface StatedTrack {
  readonly clause: string;
  readonly document: string;
  readonly by: string;
  readonly place: Place;
}

/** What the plan states of the project it is part of. Nobody saw the documents. */
export interface Project {
  readonly phase: Phase;
  /** Every fact, in the order of the plan; `phase` is one of them. */
  readonly facts: readonly Fact[];
  readonly tracks: readonly StatedTrack[];
  readonly place: Place;
}
