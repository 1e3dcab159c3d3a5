// Assumed elevations of levels.

import type { ImportedBuilding, Input } from '../import.js';
import { mappingFor } from '../mapping/defaults/defaults.js';
import type { Mapping } from '../mapping/types.js';
import type { Note } from '../notes.js';
import { elevations } from '../texts.js';

/**
 * Metres from floor to floor (`assume.storey`). Sources know the order of storeys but seldom their heights. Chosen by
 * sitecam.
 */
export const ASSUMED_STOREY = 3.6;

/**
 * Returns metres from floor to floor, by the user's mapping, else by the shipped mapping of the first source's format.
 */
export function storeyOf([input]: readonly Input[], mapping: Mapping | undefined): number {
  const own = input === undefined ? mapping : mappingFor(input.format, mapping);
  return own?.assume?.storey ?? ASSUMED_STOREY;
}

/**
 * Returns `building` with a note if elevations of its levels are assumed because the source has none.
 *
 * @param storey metres from floor to floor
 */
export function withElevations(building: ImportedBuilding, storey: number): ImportedBuilding {
  const assumed = building.identified.levels.filter(({ elevation }) => elevation === undefined);
  // A single storey at zero assumes nothing about others.
  if (assumed.length === 0 || building.identified.levels.length < 2) return building;
  const note: Note = {
    sort: 'assumed',
    message: elevations.assumed({ storey }),
    ids: assumed.map(({ key }) => key),
    count: assumed.length,
  };
  return { ...building, notes: [...building.notes, note] };
}
