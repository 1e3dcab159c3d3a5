// The stage that reports rooms of unknown kind.

import { groupBy } from '../../base/arrays.js';
import type { DraftZone } from '../draft.js';
import type { Stage } from '../stage.js';
import { t } from './texts.js';

/**
 * Adds notes on rooms whose use is unknown or was inferred, for instance where the source contradicts itself. Equal
 * notes are one, with the number of such rooms, most frequent first. Runs after labels in rooms have given these a use.
 */
export const noteUnknownKinds: Stage = (draft) => {
  const found = draft.zones.flatMap((zone) => {
    const note = noteOf(zone);
    return note === undefined ? [] : [{ note, id: zone.id }];
  });
  const notes = [...groupBy(found, ({ note }) => JSON.stringify(note)).values()].map((all) => {
    const [{ note }] = all;
    // A person has to look at a room whose statements contradict each other.
    const isDoubtful = note.sort === 'assumed' || note.message.id === 'labels/private-open';
    return { ...note, count: all.length, ...(isDoubtful && { ids: all.map(({ id }) => id) }) };
  });
  return { draft, notes: notes.sort((a, b) => b.count - a.count) };
};

function noteOf({ untold, toldBy }: DraftZone): DraftZone['toldBy'] {
  // A use that a label has given since is no longer unknown.
  if (untold === undefined) return toldBy?.sort === 'unknown' ? undefined : toldBy;
  return toldBy ?? { sort: 'unknown', message: t.untold };
}
