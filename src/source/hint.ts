import { quote } from '../i18n/list.js';
import type { Localized } from '../i18n/locale.js';
import { nearest } from './suggest.js';

/** Nothing to add to a message. */
export const NO_HINT: Localized = { zh: '', en: '' };

/** "Did you mean", to end a message with; empty where `meant` is undefined. */
export function didYouMean(meant: string | undefined): Localized {
  if (meant === undefined) return NO_HINT;
  return { zh: `（是否应为${quote(meant, 'zh-CN')}？）`, en: ` (did you mean ${quote(meant, 'en')}?)` };
}

/** "Did you mean" the nearest of `candidates`; empty where none is near. */
export function hintOf(word: string, candidates: Iterable<string>): Localized {
  return didYouMean(nearest(word, candidates));
}
