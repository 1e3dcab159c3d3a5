import { likeness } from './match.js';
import type { Pattern, Where } from './types.js';

/** Whether whatever matches `narrow` is certain to match `wide` too. */
export function impliesMatch(wide: Where, narrow: Where): boolean {
  return Object.entries(wide).every(([key, pattern]) => {
    const other = Object.hasOwn(narrow, key) ? narrow[key] : undefined;
    return other !== undefined && includes(pattern, other);
  });
}

function includes(wide: Pattern, narrow: Pattern): boolean {
  if (typeof wide === 'boolean') return wide ? narrow !== false : narrow === false;
  // What is there at all is like `*`.
  if (typeof narrow === 'boolean') return narrow && wordsOf(wide).includes('*');
  // A `*` of the narrow word is a character like others: of the wide word nothing but a `*` can stand for it.
  return wordsOf(narrow).every((word) => wordsOf(wide).some((other) => likeness(other).test(word)));
}

function wordsOf(pattern: Exclude<Pattern, boolean>): readonly string[] {
  return typeof pattern === 'object' ? pattern.map(String) : [String(pattern)];
}
