// The value of a JSON file that may be broken.
import { memoize } from '../../base/memo.js';
import type { SourceFile } from '../types.js';

/** Returns the value of a JSON file, parsed once; undefined if its text is broken. */
export const jsonValueOf = memoize(({ text }: SourceFile): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
});
