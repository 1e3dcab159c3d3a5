import type { Message } from '../i18n/message.js';
import type { Place } from './types.js';

/** Something that makes a file unreadable: what (`source/…`), and where, from 1. */
export interface SourceProblem {
  readonly code: string;
  readonly message: Message;
  readonly place: Place;
  /** The words that could stand there, where a key or value is none of them. */
  readonly known?: readonly string[];
  readonly at?: { readonly line: number; readonly column: number };
}

/** Problems of a file that are told: whoever mends a thousand asks again. */
export const MOST_PROBLEMS = 1000;

/** The first of many problems, and where the last of these is, how many more there are. */
export function firstOf(problems: readonly SourceProblem[], all = problems.length): SourceProblem[] {
  const first = problems.slice(0, MOST_PROBLEMS);
  const last = first.at(-1);
  if (last === undefined || all <= first.length) return first;
  const { place, at } = last;
  const message = {
    id: 'limit/problems',
    params: { count: { zh: `${all - first.length}`, en: `${all - first.length}` } },
  };
  return [...first, { code: message.id, message, place, ...(at && { at }) }];
}
