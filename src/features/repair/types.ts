import type { Message } from '../../i18n/message.js';
import type { TextEdit } from '../../source/edit/splice.js';
import type { Place } from '../../source/types.js';

/** How a word is known to stand for another. */
export type Likeness =
  /** The same word: case, width, hyphens and spaces aside. */
  | 'spelling'
  /** A name the law's vocabulary or other tools have for it. */
  | 'name'
  /** One slip of the fingers away, and nothing else is near. */
  | 'slip'
  /** An id without what ids may not contain. */
  | 'id';

/** A repair that may be made, not yet proved. */
export interface RepairCandidate {
  readonly place: Place;
  readonly from: string;
  readonly to: string;
  readonly how: Likeness;
  /** In the texts as they stand; the first is that of `place`, the others of references to it. */
  readonly edits: readonly TextEdit[];
  /** The faults it is for, by `faultName`. */
  readonly faults: readonly string[];
  /** What is read anew once a key is known: faults that were hidden in it may show. */
  readonly opens?: { readonly path: string; readonly pointer: string };
}

/** A word that something else was probably meant by, which only the author can say. */
export interface SpellingDoubt {
  readonly place: Place;
  readonly from: string;
  readonly to: string;
  /** Why it isn't written: one of `repairMessages`. */
  readonly why: Message;
}

/** A repair as made. */
export interface Repair {
  readonly message: Message;
  readonly path: string;
  /** Where it stands in the file as first read, from 1, columns in UTF-16 code units. */
  readonly at: { readonly line: number; readonly column: number };
  readonly from: string;
  readonly to: string;
}

/** A word left as it is, with what was perhaps meant. */
export interface Suggestion extends Repair {
  readonly why: Message;
}
