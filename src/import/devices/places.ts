// Devices drawn in the same place.

import { groupBy } from '../../base/arrays.js';
import type { DraftDevice } from '../draft.js';
import { roundedTo } from '../frame.js';
import type { Note } from '../notes.js';
import { t } from './texts.js';

/**
 * Returns a note for each place (to 1 mm) where several devices of one level stand. All are kept; the source may list
 * one twice.
 */
export function sharedPlaces(devices: readonly DraftDevice[]): Note[] {
  const places = groupBy(devices, ({ level, at: [x, y] }) => JSON.stringify([level, roundedTo(x, 3), roundedTo(y, 3)]));
  return [...places.values()].flatMap((here): Note[] => {
    const [first] = here;
    if (first === undefined || here.length === 1) return [];
    const ids = here.map(({ id }) => id);
    const message = t['one-place']({ count: here.length, ids: ids.join(', ') });
    return [{ sort: 'assumed', message, origin: first.origin, level: first.level, ids, at: first.at }];
  });
}
