// Several edits, one after the other, as edits of the first text.
import type { TextEdit } from './splice.js';

/** A part of a text: of the first text, or new. */
type Piece = { readonly from: number; readonly to: number } | { readonly text: string };

/**
 * Returns edits of `text`, the text of the file at `path`, that have the effect of all `groups` applied one after the
 * other. The offsets of a group count in the text that the groups before it leave.
 */
export function composed(path: string, text: string, groups: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  let pieces: readonly Piece[] = [{ from: 0, to: text.length }];
  for (const edits of groups) pieces = edited(pieces, edits);
  const made: TextEdit[] = [];
  let at = 0;
  let fresh = '';
  const flush = (to: number) => {
    if (fresh !== '' || to > at) made.push({ path, from: at, to, text: fresh });
    fresh = '';
  };
  for (const piece of pieces) {
    if ('text' in piece) fresh += piece.text;
    else if (piece.to > piece.from) {
      flush(piece.from);
      at = piece.to;
    }
  }
  flush(text.length);
  return made;
}

function edited(pieces: readonly Piece[], edits: readonly TextEdit[]): Piece[] {
  let rest = [...pieces];
  const done: Piece[] = [];
  let at = 0;
  /** Moves the next characters over, up to an offset of the text before these edits; returns them. */
  const take = (to: number): Piece[] => {
    const taken: Piece[] = [];
    while (at < to) {
      const [piece, ...others] = rest;
      if (piece === undefined) break;
      const length = 'text' in piece ? piece.text.length : piece.to - piece.from;
      const count = Math.min(length, to - at);
      at += count;
      taken.push('text' in piece ? { text: piece.text.slice(0, count) } : { from: piece.from, to: piece.from + count });
      const left = 'text' in piece ? { text: piece.text.slice(count) } : { from: piece.from + count, to: piece.to };
      rest = count < length ? [left, ...others] : others;
    }
    return taken;
  };
  for (const { from, to, text } of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < at) throw new Error(`edits overlap at ${from}`);
    done.push(...take(from), { text });
    take(to);
  }
  return [...done, ...rest];
}
