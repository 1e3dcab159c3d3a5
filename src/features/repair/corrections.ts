import { folded } from '../../source/schema/key-names.js';
import { near } from '../../source/suggest.js';
import type { RepairMessage } from './messages.js';
import type { Likeness } from './types.js';

/** What a word could be, and how freely it may be taken for one of them. */
export interface RepairVocabulary {
  readonly known: readonly string[];
  /** What `word` is exactly another name for. */
  readonly called?: (word: string) => readonly string[];
  /** Words that a slip must never be taken for: they free what is named so from something that is asked. */
  readonly frees?: ReadonlySet<string>;
  /** Of these, words that the same word in another case may not mean: `None` may say that nothing is known. */
  readonly unsaid?: ReadonlySet<string>;
  /** Words that a name must not be taken for: it may be what its author found no better word for. */
  readonly catchAll?: string;
  /** Whether one slip leaves no doubt of a word. */
  readonly isSure: (candidate: string, swapped: boolean) => boolean;
  /** Why not, where it leaves some. */
  readonly doubt: RepairMessage;
}

export type Correction =
  | { readonly sure: true; readonly to: string; readonly how: Likeness }
  | { readonly sure: false; readonly to: string; readonly why: RepairMessage };

/**
 * What `word` was meant to be: surely, where it is the same word spelled differently, exactly another name for one alone, or
 * one slip (a letter left out, put in, put in place of another, or swapped with its neighbour) away from one alone, none
 * other being near. Undefined where nothing is near.
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

/** Whether the one slip between the two is that neighbours changed places: then no letter is another. */
function isSwap(word: string, candidate: string): boolean {
  const letters = (text: string) => [...text.toLowerCase()].sort().join('');
  return letters(word) === letters(candidate);
}
