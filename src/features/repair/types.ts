// Types of repairs and suggestions.

import type { Text } from '../../i18n/catalogue.js';
import type { TextEdit } from '../../source/edit/splice.js';
import type { Place } from '../../source/types.js';

/**
 * A proposal to replace a word of the plan by the one that was meant: not proved yet or, with `why`, only a suggestion.
 */
export interface Respelling {
  readonly place: Place;
  /** Line and column in the file, from 1, where a file can't be parsed and `place` is the whole of it. */
  readonly at?: { readonly line: number; readonly column: number };
  readonly from: string;
  readonly to: string;
  /**
   * - spelling: the same word but for case, width, hyphens and spaces
   * - name: a name that the law's vocabulary or another tool has for it
   * - id: an id without the characters that ids may not contain
   * - punctuation: YAML's signs for full-width ones
   * - number: the number that a word stands for
   */
  readonly how: 'spelling' | 'name' | 'id' | 'punctuation' | 'number';
  /** Edits of the current texts; the first is at `place`, the others at references to it. */
  readonly edits: readonly TextEdit[];
  /** Names (`faultName`) of the faults that it is for. */
  readonly faults: readonly string[];
  /** Reason why it is only suggested. */
  readonly why?: Text;
}

/** A respelling that was made, placed in the texts as first read. */
export interface Repair {
  readonly message: Text;
  readonly path: string;
  /** Line and column in the file as first read, from 1; columns in UTF-16 code units. */
  readonly at: { readonly line: number; readonly column: number };
  readonly from: string;
  readonly to: string;
  /** Edits of the texts as first read that make it. */
  readonly edits: readonly TextEdit[];
}

/** A word left as it is, with what it perhaps means, and why it was left. */
export interface Suggestion extends Repair {
  readonly why: Text;
}
