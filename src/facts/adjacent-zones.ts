// Adjacent zones: what lies beyond each opening of a zone.

import { addTo } from '../base/arrays.js';
import type { Opening, Zone } from '../plan/model.js';
import { memoizePerGround } from './memo.js';

/** One opening of a zone and the zone on its other side; `beyond` is undefined if no zone is drawn there. */
export interface AdjacentZone {
  readonly opening: Opening;
  readonly beyond: Zone | undefined;
}

/**
 * Returns the openings of each zone, windows included, with the zone beyond each; keyed by zone id. Zones without
 * openings have no entry.
 */
export const openingsOf = memoizePerGround(({ site, sight }): ReadonlyMap<string, readonly AdjacentZone[]> => {
  const openings = new Map<string, AdjacentZone[]>();
  for (const opening of site.levels.flatMap((level) => level.openings)) {
    const sides = sight.joins(opening);
    for (const [index, zone] of sides.entries()) {
      if (zone !== undefined) addTo(openings, zone.id, { opening, beyond: sides[1 - index] });
    }
  }
  return openings;
});

/** True if people can go through the opening: any but a window. */
export function isPassable({ kind }: Opening): boolean {
  return kind !== 'window';
}

/** True if nothing shuts the opening: it has no leaf, or its leaf stands open. A curtain shuts nothing. */
export function standsOpen({ kind, normallyOpen }: Opening): boolean {
  return kind === 'passage' || kind === 'curtain' || normallyOpen;
}
