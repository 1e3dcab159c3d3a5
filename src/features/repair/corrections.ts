// Corrections of misspelt words: the word that was meant, and how sure that is.

import { folded } from '../../source/schema/key-names.js';
import { near } from '../../source/suggest.js';
import type { RepairMessage } from './messages.js';
import type { Likeness } from './types.js';

/** The words that could be meant in one place, and how freely a misspelling may be taken for one of them. */
export interface RepairVocabulary {
  readonly known: readonly string[];
  /** Returns the words that `word` is exactly another name for. */
  readonly called?: (word: string) => readonly string[];
  /** Words that a slip must never be taken for, because they free an element from a requirement. */
  readonly frees?: ReadonlySet<string>;
  /** Words that the same word in another case may not mean: `None` may say that nothing is known. */
  readonly unsaid?: ReadonlySet<string>;
  /** A word that no name may be taken for: its author may have found no better one. */
  readonly catchAll?: string;
  /**
   * True if a word one slip away from `candidate` certainly means it. `swapped`: the slip swaps two neighbouring
   * letters.
   */
  readonly isSure: (candidate: string, swapped: boolean) => boolean;
  /** The reason to give if `isSure` is false. */
  readonly doubt: RepairMessage;
}

/** The word that was meant: surely, with how it is known; or perhaps, with the reason for the doubt. */
export type Correction =
  | { readonly sure: true; readonly to: string; readonly how: Likeness }
  | { readonly sure: false; readonly to: string; readonly why: RepairMessage };

/**
 * Returns the word that `word` was meant to be; undefined if none is near. Sure if it is the same word spelled
 * differently, exactly another name for one word only, or one slip (a letter left out, added, replaced, or swapped with
 * its neighbour) away from one word with no other near.
 */
export function meantBy(word: string, vocabulary: RepairVocabulary): Correction | undefined {
  const { known, called, frees, unsaid, catchAll } = vocabulary;
  const doubt = (to: string, why: RepairMessage): Correction => ({ sure: false, to, why });
  const spelled = known.filter((candidate) => folded(candidate) === folded(word));
  const names = spelled.length > 0 ? spelled : [...new Set(called?.(word) ?? [])];
  const [name] = names;
  if (name !== undefined) {
    if (names.length > 1) return doubt(name, 'repair/several');
    const how = spelled.length > 0 ? 'spelling' : 'name';
    if (how === 'spelling' && unsaid?.has(name) === true) return doubt(name, 'repair/decides');
    if (how === 'name' && name === catchAll) return doubt(name, 'repair/decides');
    return { sure: true, to: name, how };
  }
  const [only, other] = near(word, known).sort((a, b) => a.slips - b.slips);
  if (only === undefined) return undefined;
  if (other !== undefined) return doubt(only.candidate, 'repair/several');
  if (frees?.has(only.candidate) === true) return doubt(only.candidate, 'repair/decides');
  if (only.slips > 1) return doubt(only.candidate, 'repair/far');
  if (!vocabulary.isSure(only.candidate, isSwap(word, only.candidate))) return doubt(only.candidate, vocabulary.doubt);
  return { sure: true, to: only.candidate, how: 'slip' };
}

/** True if the one slip between the words swaps neighbouring letters, so that no letter is replaced. */
function isSwap(word: string, candidate: string): boolean {
  const letters = (text: string) => [...text.toLowerCase()].sort().join('');
  return letters(word) === letters(candidate);
}
