import type { Note } from '../notes.js';

/** Notes of which each stands for many things: said once, with how many. */
export class GroupedNotes {
  private readonly byWords = new Map<string, Note & { count: number }>();

  /** One more thing of which `note` holds. */
  add(note: Note): void {
    const words = JSON.stringify([note.sort, note.message]);
    const known = this.byWords.get(words);
    if (known === undefined) this.byWords.set(words, { ...note, count: 1 });
    else known.count += 1;
  }

  /** In the order they came up. */
  all(): Note[] {
    return [...this.byWords.values()];
  }

  /** What holds of most things first. */
  mostFirst(): Note[] {
    return [...this.byWords.values()].sort((a, b) => b.count - a.count);
  }
}
