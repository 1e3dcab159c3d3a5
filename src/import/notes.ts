import type { Message, Messages } from '../i18n/message.js';
import type { SourceOrigin } from './types.js';

/**
 * What a person has to know of how a plan was made.
 *
 * - `mended`: the source was wrong, the plan is right.
 * - `assumed`: the source doesn't say; a figure of ours stands there.
 * - `unknown`: the source says something we don't know.
 * - `left-out`: it is not part of a plan.
 * - `refused`: it belongs in the plan, can't be used as it is and can't be mended: linting the plan will find it too.
 */
export const SORTS = ['refused', 'mended', 'unknown', 'assumed', 'left-out'] as const;
export type Sort = (typeof SORTS)[number];

/** One entry of the record of an import. */
export interface Note {
  readonly sort: Sort;
  readonly message: Message;
  /** Where it stands in the source, where it is about one thing. */
  readonly origin?: SourceOrigin;
  /** Key of the level it is on. */
  readonly level?: string;
  /** Of what it is about, as the source has them. */
  readonly ids?: readonly string[];
  /** m: how far a point was moved, how wide a gap was … */
  readonly size?: number;
  /** m east and north in the plan: where to look. */
  readonly at?: readonly [number, number];
  /** How many things it stands for; 1 where absent. */
  readonly count?: number;
}

/**
 * `notes` with those that say the same of many things as one, which counts them and names the first; those that are about a place
 * or about things by their ids stay each its own.
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

/** With `--strict`: the same of the same place and size, but it wasn't done. */
export function unmended(note: Note): Note {
  return note.sort === 'mended' ? { ...note, sort: 'refused' } : note;
}

/** The messages of one stage of the import; all of them together are in messages.ts. */
export type NoteMessages = Messages;
