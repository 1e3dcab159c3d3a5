import { oncePerPlan } from '../facts/memo.js';
import type { Opening, Zone } from '../plan/model.js';

/** One opening of a zone, and the zone on its other side; undefined: none is drawn there. */
export interface Beyond {
  readonly opening: Opening;
  readonly beyond: Zone | undefined;
}

/** The openings of each zone by its id, windows too, with what lies beyond them. */
export const openingsOf = oncePerPlan(({ site, sight }): ReadonlyMap<string, readonly Beyond[]> => {
  const openings = new Map<string, Beyond[]>();
  for (const opening of site.levels.flatMap((level) => level.openings)) {
    const sides = sight.joins(opening);
    for (const [index, zone] of sides.entries()) {
      if (zone === undefined) continue;
      const known = openings.get(zone.id) ?? [];
      known.push({ opening, beyond: sides[1 - index] });
      openings.set(zone.id, known);
    }
  }
  return openings;
});

/** Whether people go through it. */
export function isPassable({ kind }: Opening): boolean {
  return kind !== 'window';
}
