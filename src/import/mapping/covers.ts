// Whether one rule of a mapping covers another.

import { likeness } from './match.js';
import type { Pattern, Where } from './types.js';

/** True if whatever matches `narrow` certainly matches `wide` too. */
export function impliesMatch(wide: Where, narrow: Where): boolean {
  return Object.entries(wide).every(([key, pattern]) => {
    const other = Object.hasOwn(narrow, key) ? narrow[key] : undefined;
    return other !== undefined && includes(pattern, other);
  });
}

function includes(wide: Pattern, narrow: Pattern): boolean {
  if (typeof wide === 'boolean') return wide ? narrow !== false : narrow === false;
  // A test for presence (`true`) is like `*`.
  if (typeof narrow === 'boolean') return narrow && wordsOf(wide).includes('*');
  // A `*` in the narrow word is an ordinary character: only a `*` of the wide word can match it.
  return wordsOf(narrow).every((word) => wordsOf(wide).some((other) => likeness(other).test(word)));
}

function wordsOf(pattern: Exclude<Pattern, boolean>): readonly string[] {
  return typeof pattern === 'object' ? pattern.map(String) : [String(pattern)];
}
