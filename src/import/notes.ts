// Notes: the entries of the import record.

import type { Text } from '../i18n/catalogue.js';
import type { SourceOrigin } from './types.js';

/**
 * Kinds of notes, the most serious first.
 *
 * - `refused`: it belongs in the plan, but can't be used as it is and can't be repaired; linting the plan finds it too.
 * - `mended`: the source was wrong, the plan is right.
 * - `unknown`: sitecam can't tell what the source means, such as a word it doesn't know; a person should look.
 * - `assumed`: the source doesn't say; the plan holds a value chosen by sitecam.
 * - `left-out`: it is no part of a plan.
 */
export const SORTS = ['refused', 'mended', 'unknown', 'assumed', 'left-out'] as const;
/** Kind of a note, as explained at `SORTS`. */
export type Sort = (typeof SORTS)[number];

/** One entry of the import record: something mended, assumed or refused. */
export interface Note {
  readonly sort: Sort;
  readonly message: Text;
  /** Place in the source, if the note is about one thing. */
  readonly origin?: SourceOrigin;
  /** Key of the level concerned. */
  readonly level?: string;
  /** Ids of the elements concerned, as the source spells them. */
  readonly ids?: readonly string[];
  /** Figure in m that the message is about: how far a point was moved, the width of a gap. */
  readonly size?: number;
  /** Place in the plan, metres east and north. */
  readonly at?: readonly [number, number];
  /** Number of things the note stands for; 1 if undefined. */
  readonly count?: number;
}

/**
 * Returns `notes` with equal ones merged: the first stands for all and carries the count. A note with a place, a size
 * or ids stays by itself.
 */
export function together(notes: readonly Note[]): Note[] {
  const found = new Map<string, Note>();
  for (const [index, note] of notes.entries()) {
    const own = note.at !== undefined || note.size !== undefined || note.ids !== undefined;
    const key = own ? `${index}` : JSON.stringify([note.sort, note.message.id, note.message.params]);
    const first = found.get(key);
    found.set(key, first === undefined ? note : { ...first, count: (first.count ?? 1) + (note.count ?? 1) });
  }
  return [...found.values()];
}

/**
 * Returns `note` as `--strict` reports it: a repair that would have been made is refused, with the same place and size.
 */
export function unmended(note: Note): Note {
  return note.sort === 'mended' ? { ...note, sort: 'refused' } : note;
}
