// The stage that reports rooms of unknown kind.

import type { DraftZone } from '../draft.js';
import type { Note } from '../notes.js';
import type { Stage } from '../stage.js';

/**
 * Adds a note for each use that is unknown or contradicts its source, with its count, most frequent first. Runs after
 * labels in rooms have given what they know.
 */
export const noteUnknownKinds: Stage = (draft) => {
  const found = new Map<string, Note & { readonly count: number }>();
  for (const zone of draft.zones) {
    const note = noteOf(zone);
    if (note === undefined) continue;
    const key = JSON.stringify(note);
    const known = found.get(key);
    // A person has to look at a room whose statements contradict each other.
    const ids = note.sort === 'assumed' || note.message.id === 'labels/private-open' ? { ids: [zone.id] } : {};
    if (known === undefined) found.set(key, { ...note, count: 1, ...ids });
    else found.set(key, { ...known, count: known.count + 1, ...(known.ids && { ids: [...known.ids, zone.id] }) });
  }
  return { draft, notes: [...found.values()].sort((a, b) => b.count - a.count) };
};

function noteOf({ untold, toldBy }: DraftZone): DraftZone['toldBy'] {
  // A use that a label has given since is no longer unknown.
  if (untold === undefined) return toldBy?.sort === 'unknown' ? undefined : toldBy;
  return toldBy ?? { sort: 'unknown', message: { id: 'kinds/untold', params: {} } };
}
