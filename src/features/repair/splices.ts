// Edits of a file in several rounds, kept relative to its first text.

import type { TextEdit } from '../../source/edit/splice.js';
import { type LineColumn, lineColumn, lineStartsOf } from '../../source/place/lines.js';
import { locate } from '../../source/place/locate.js';
import type { Place, SourceFile } from '../../source/types.js';

/** A file and the edits made in it so far, kept by offsets into its original text. */
export class Splices {
  private made: readonly TextEdit[] = [];

  constructor(private readonly original: SourceFile) {}

  /** Returns the edits of the original text, in order, without overlaps. */
  get edits(): readonly TextEdit[] {
    return this.made;
  }

  /** Adds edits of the current text. They may overlap neither each other nor earlier ones. */
  add(edits: readonly TextEdit[]): void {
    const added = edits.map((edit) => ({ ...edit, from: this.origin(edit.from), to: this.origin(edit.to) }));
    this.made = [...this.made, ...added].sort((a, b) => a.from - b.from || a.to - b.to);
  }

  /**
   * Returns the line and column in the original of the start of `place` in `file`, which is the original with the
   * edits.
   */
  spot(file: SourceFile, place: Place): LineColumn {
    const { line, column } = locate(file, place).start;
    const now = (lineStartsOf(file)[line - 1] ?? 0) + column - 1;
    return lineColumn(lineStartsOf(this.original), this.origin(now));
  }

  /**
   * Returns the offset in the original of an offset into the current text. Within an edit, that is where the edit
   * begins.
   */
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
