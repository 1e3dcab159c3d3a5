// The model of a project: facts that the plan states of its documents.

import type { Phase } from '../../law/requirement.js';
import type { Place } from '../../source/types.js';

/** One fact that the plan states of the project's documents, with its place. */
export interface Fact {
  /** Keys below `project`, joined by dots; items of lists by their index from 0: `changes.0.what`. */
  readonly path: string;
  /** A list of texts is one fact. `none` is the plan's word for 无. */
  readonly value: string | number | boolean | readonly string[];
  readonly place: Place;
}

/** A statement that a clause of a law applies to the place: who says so, and by what document. */
export interface StatedTrack {
  /** Clause id. */
  readonly clause: string;
  readonly document: string;
  readonly by: string;
  readonly place: Place;
}

/** Facts that the plan states of its project. Nobody saw the documents. */
export interface Project {
  readonly phase: Phase;
  /** Every fact in the order of the plan, `phase` included. */
  readonly facts: readonly Fact[];
  readonly tracks: readonly StatedTrack[];
  readonly place: Place;
}
