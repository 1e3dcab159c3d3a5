import type { Note } from '../notes.js';

/** With --strict: the same place and size, but it wasn't done. */
export function unmended(note: Note): Note {
  return note.sort === 'mended' ? { ...note, sort: 'refused' } : note;
}
