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
