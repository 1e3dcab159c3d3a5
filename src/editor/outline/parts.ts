// The parts of a text, as an outline and folds need them.
import type { Offsets } from '../../source/parse/json-index.js';
import type { Part } from '../../source/place/pointer-at.js';

/**
 * Returns the offset at which a part of `text` (a key or a value) ends: behind its last character, not at the white space
 * behind that.
 */
export function endOf(text: string, { from, to }: Offsets): number {
  let end = to;
  while (end > from && /\s/.test(text[end - 1])) end -= 1;
  return end;
}

/** Returns the one of `parts` that is the value of the key, or the list item (index), `token`; undefined if there is none. */
export function valueIn(parts: readonly Part[], token: string | number): Part | undefined {
  return parts.find((part) => !part.isKey && part.token === token);
}
