import type { DraftZone } from '../draft.js';
import type { Note } from '../notes.js';
import type { Stage } from '../stage.js';

/**
 * Says of which rooms the kind couldn't be told, and where it was told against what their source says: each value once with
 * its count, the most frequent first. By now points in rooms have said what they know.
 */
export const noteUnknownKinds: Stage = (draft) => {
  const found = new Map<string, Note & { readonly count: number }>();
  for (const zone of draft.zones) {
    const note = noteOf(zone);
    if (note === undefined) continue;
    const key = JSON.stringify(note);
    const known = found.get(key);
    // Where statements contradict each other a person looks at the room.
    const ids = note.sort === 'assumed' || note.message.id === 'labels/private-open' ? { ids: [zone.id] } : {};
    if (known === undefined) found.set(key, { ...note, count: 1, ...ids });
    else found.set(key, { ...known, count: known.count + 1, ...(known.ids && { ids: [...known.ids, zone.id] }) });
  }
  return { draft, notes: [...found.values()].sort((a, b) => b.count - a.count) };
};

function noteOf({ untold, toldBy }: DraftZone): DraftZone['toldBy'] {
  // What a point in a room has told since is no longer unknown.
  if (untold === undefined) return toldBy?.sort === 'unknown' ? undefined : toldBy;
  return toldBy ?? { sort: 'unknown', message: { id: 'kinds/untold', params: {} } };
}
