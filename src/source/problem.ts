import type { Message } from '../i18n/message.js';
import type { Place } from './types.js';

/** Something that makes a file unreadable: what (`source/…`), and where, from 1. */
export interface SourceProblem {
  readonly code: string;
  readonly message: Message;
  readonly place: Place;
  readonly at?: { readonly line: number; readonly column: number };
}
