// Types of repairs and suggestions.

import type { Message } from '../../i18n/message.js';
import type { TextEdit } from '../../source/edit/splice.js';
import type { Place } from '../../source/types.js';

/** The way in which a misspelt word is known to stand for another. */
export type Likeness =
  /** The same word but for case, width, hyphens and spaces. */
  | 'spelling'
  /** A name that the law's vocabulary or another tool has for it. */
  | 'name'
  /** An id without the characters that ids may not contain. */
  | 'id';

/** A repair that may be made but isn't proved yet. */
export interface RepairCandidate {
  readonly place: Place;
  readonly from: string;
  readonly to: string;
  readonly how: Likeness;
  /** Edits of the current texts; the first is at `place`, the others at references to it. */
  readonly edits: readonly TextEdit[];
  /** Names (`faultName`) of the faults that it is for. */
  readonly faults: readonly string[];
  /** Part of a file that is read anew once a key is known; faults hidden in it may show. */
  readonly opens?: { readonly path: string; readonly pointer: string };
}

/** A word that probably means something else, which only the author can say. */
export interface SpellingDoubt {
  readonly place: Place;
  readonly from: string;
  readonly to: string;
  /** Reason why it isn't written: one of `spellingMessages`. */
  readonly why: Message;
}

/** A repair that was made. */
export interface Repair {
  readonly message: Message;
  readonly path: string;
  /** Line and column in the file as first read, from 1; columns in UTF-16 code units. */
  readonly at: { readonly line: number; readonly column: number };
  readonly from: string;
  readonly to: string;
}

/** A word left as it is, with what it perhaps means. */
export interface Suggestion extends Repair {
  readonly why: Message;
}
