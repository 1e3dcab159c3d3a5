import type { TextEdit } from '../../source/edit/splice.js';
import { type LineColumn, lineColumn, lineStartsOf } from '../../source/place/lines.js';
import { locate } from '../../source/place/locate.js';
import type { Place, SourceFile } from '../../source/types.js';

/** A file and the edits made in it so far, kept by where they are in its text as it was at first. */
export class Splices {
  private made: readonly TextEdit[] = [];

  constructor(private readonly original: SourceFile) {}

  /** In the original text, in order, without overlaps. */
  get edits(): readonly TextEdit[] {
    return this.made;
  }

  /** Adds edits of the text as it is now, which don't overlap with one another nor with what was written before. */
  add(edits: readonly TextEdit[]): void {
    const added = edits.map((edit) => ({ ...edit, from: this.origin(edit.from), to: this.origin(edit.to) }));
    this.made = [...this.made, ...added].sort((a, b) => a.from - b.from || a.to - b.to);
  }

  /** Where `place` of `file`, which is the original with the edits, begins in the original. */
  spot(file: SourceFile, place: Place): LineColumn {
    const { line, column } = locate(file, place).start;
    const now = (lineStartsOf(file)[line - 1] ?? 0) + column - 1;
    return lineColumn(lineStartsOf(this.original), this.origin(now));
  }

  /** Where an offset into the text as it is now was at first; within what was written since, where that begins. */
  private origin(offset: number): number {
    let shift = 0;
    for (const { from, to, text } of this.made) {
      if (offset < from + shift) break;
      if (offset < from + shift + text.length) return from;
      shift += text.length - (to - from);
    }
    return offset - shift;
  }
}
