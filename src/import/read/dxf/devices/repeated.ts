// Devices that share a number.

import { groupBy } from '../../../../base/arrays.js';
import { localizedList } from '../../../../i18n/list.js';
import type { Mapping } from '../../../mapping/types.js';
import type { Note } from '../../../notes.js';
import { idsByPlace, type Storeys } from '../../../support/place-ids.js';
import type { RawFeature } from '../../../types.js';
import { dxfText } from '../messages.js';

/**
 * Gives devices that share a number ids made from their places, with a note for each such number. Of several devices on
 * one storey all get such ids, since nobody can tell whose the number is. If the number is on several storeys, the
 * device on the lowest keeps it, if it is alone there. The order of drawings and devices makes no difference.
 *
 * @returns all `features`, those devices with their new ids
 */
export function numberedOnce(
  features: readonly RawFeature[],
  mapping: Mapping,
  storeys: Storeys,
): { readonly features: readonly RawFeature[]; readonly notes: readonly Note[] } {
  const { levelOf, order } = storeys;
  const repeated = [...groupBy(features.filter(isNumbered), ({ id }) => id)].flatMap(([number = '', same]) => {
    if (same.length === 1) return [];
    const floors = [...groupBy(same, levelOf)].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
    const lowest = floors[0]?.[1] ?? [];
    const placed = floors.length > 1 && lowest.length === 1 ? same.filter((one) => !lowest.includes(one)) : same;
    return [{ number, same, placed, places: floors.map(([level]) => level) }];
  });
  const ids = idsByPlace(
    repeated.flatMap(({ placed }) => placed),
    mapping,
    storeys,
  );
  const notes = repeated.map(({ number, same, placed, places }): Note => {
    const own = placed.flatMap((feature) => ids.get(feature) ?? []).sort();
    const params = { number, times: String(same.length), ids: own.join(', ') };
    const message =
      places.length === 1
        ? dxfText('dxf/same-number', params)
        : dxfText('dxf/number-again', { ...params, places: localizedList(places.slice(0, MOST)) });
    return { sort: 'unknown', message, origin: { path: same[0]?.origin.path ?? '', pointer: '' }, ids: own };
  });
  return {
    features: features.map((feature) => {
      const id = ids.get(feature);
      return id === undefined ? feature : { ...feature, id, unnamed: true };
    }),
    notes,
  };
}

/** True of a device that the drawing numbers; any other has its handle for an id. */
function isNumbered({ id, origin, properties }: RawFeature): boolean {
  return properties.direction !== undefined && id !== origin.pointer;
}

/** Most storeys that a note lists. */
const MOST = 8;
