// "Did you mean" at the end of messages.
import { quote } from '../i18n/list.js';
import type { Localized } from '../i18n/locale.js';
import { nearest } from './suggest.js';

/** An empty hint, for a message with nothing to add. */
export const NO_HINT: Localized = { zh: '', en: '' };

/** Returns a "did you mean" with `meant` for the end of a message; empty if `meant` is undefined. */
export function didYouMean(meant: string | undefined): Localized {
  if (meant === undefined) return NO_HINT;
  return { zh: `（是否应为${quote(meant, 'zh-CN')}？）`, en: ` (did you mean ${quote(meant, 'en')}?)` };
}

/** Returns a "did you mean" with the nearest of `candidates`; empty if none is near. */
export function hintOf(word: string, candidates: Iterable<string>): Localized {
  return didYouMean(nearest(word, candidates));
}
