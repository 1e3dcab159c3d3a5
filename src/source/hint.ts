// "Did you mean" at the end of messages.
import type { Text } from '../i18n/catalogue.js';
import { quoted } from '../i18n/list.js';
import { nearest } from './suggest.js';
import { hintText } from './texts.js';

/** An empty hint, for a message with nothing to add. */
export const NO_HINT: Text = hintText.none;

/** Returns a "did you mean" with `meant` for the end of a message; empty if `meant` is undefined. */
export function didYouMean(meant: string | undefined): Text {
  return meant === undefined ? NO_HINT : hintText.didYouMean({ word: quoted(meant) });
}

/** Returns a "did you mean" with the nearest of `candidates`; empty if none is near. */
export function hintOf(word: string, candidates: Iterable<string>): Text {
  return didYouMean(nearest(word, candidates));
}
