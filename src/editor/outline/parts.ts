// The parts of a text, as an outline and folds need them.
import type { Part } from '../../source/place/pointer-at.js';

/** Returns where a part ends: behind the last character of what it holds, not at the lines and comments that follow. */
export function endOf(text: string, part: Part): number {
  if (text[part.from] !== '{' && text[part.from] !== '[') {
    const last = part.parts().at(-1);
    if (last !== undefined) return endOf(text, last);
  }
  let { to } = part;
  while (to > part.from && /\s/.test(text[to - 1])) to -= 1;
  return to;
}

/** Returns the value that `token` leads to; undefined if there is none. */
export function valueIn(parts: readonly Part[], token: string | number): Part | undefined {
  return parts.find((part) => !part.isKey && part.token === token);
}
