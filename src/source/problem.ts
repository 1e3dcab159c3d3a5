// Problems that make a file unreadable.
import type { Text } from '../i18n/catalogue.js';
import { verbatim } from '../i18n/locale.js';
import { limitText } from './texts.js';
import type { Place } from './types.js';

/**
 * A problem that makes a file unreadable: what (`code`, such as `source/…`, and `message`) and where (`place`, and `at`
 * if line and column are known without looking for the place).
 */
export interface SourceProblem {
  readonly code: string;
  readonly message: Text;
  readonly place: Place;
  /** The words allowed there, if a key or value is none of them. */
  readonly known?: readonly string[];
  /** Line and column from 1, if known without `place`. */
  readonly at?: { readonly line: number; readonly column: number };
}

/**
 * Returns the problem that `message` states of the place `at`; its code is the id of the message. If `at` is a path
 * alone, the place is that whole file. `more`: further members of the problem.
 */
export function problemOf(
  message: Text,
  at: Place | string,
  more: Pick<SourceProblem, 'known' | 'at'> = {},
): SourceProblem {
  return { code: message.id, message, place: typeof at === 'string' ? { path: at, pointer: '' } : at, ...more };
}

/** Most problems of a file that are reported: whoever fixes a thousand runs the tool again. */
export const MOST_PROBLEMS = 1000;

/**
 * Returns the first MOST_PROBLEMS problems. If there are more (`all` in total), adds one that says how many were left
 * out, at the place of the last.
 */
export function firstOf(problems: readonly SourceProblem[], all = problems.length): SourceProblem[] {
  const first = problems.slice(0, MOST_PROBLEMS);
  const last = first.at(-1);
  if (last === undefined || all <= first.length) return first;
  const { place, at } = last;
  const message = limitText.problems({ count: verbatim(`${all - first.length}`) });
  return [...first, problemOf(message, place, { ...(at && { at }) })];
}
