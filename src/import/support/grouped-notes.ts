// Notes that stand for many things.

import type { Note } from '../notes.js';

/** Notes counted together by kind and message. */
export class GroupedNotes {
  private readonly byWords = new Map<string, Note & { count: number }>();

  /** Adds one thing that `note` applies to. */
  add(note: Note): void {
    const words = JSON.stringify([note.sort, note.message]);
    const known = this.byWords.get(words);
    if (known === undefined) this.byWords.set(words, { ...note, count: 1 });
    else known.count += 1;
  }

  /** Returns the notes in the order in which they arose. */
  all(): Note[] {
    return [...this.byWords.values()];
  }

  /** Returns the notes, highest count first. */
  mostFirst(): Note[] {
    return [...this.byWords.values()].sort((a, b) => b.count - a.count);
  }
}
