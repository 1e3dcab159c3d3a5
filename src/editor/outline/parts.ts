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

/**
 * Returns the value of a member of an object, or an item of a list; undefined if there is none. `parts` are all keys
 * and values of the object or list, `token` is the key of the member or the index of the item.
 */
export function valueIn(parts: readonly Part[], token: string | number): Part | undefined {
  return parts.find((part) => !part.isKey && part.token === token);
}
