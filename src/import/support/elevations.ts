// Assumed elevations of levels.

import type { ImportedBuilding, Input } from '../import.js';
import { mappingFor } from '../mapping/defaults/defaults.js';
import type { Mapping } from '../mapping/types.js';
import type { Note, NoteMessages } from '../notes.js';

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

/** Returns `building` with a note if elevations of its levels are assumed because the source has none. */
export function withElevations(building: ImportedBuilding, storey: number): ImportedBuilding {
  const assumed = building.identified.levels.filter(({ elevation }) => elevation === undefined);
  // A single storey at zero assumes nothing about others.
  if (assumed.length === 0 || building.identified.levels.length < 2) return building;
  const note: Note = {
    sort: 'assumed',
    message: { id: 'elevations/assumed', params: { storey: String(storey) } },
    ids: assumed.map(({ key }) => key),
    count: assumed.length,
  };
  return { ...building, notes: [...building.notes, note] };
}

/** Text of the note on assumed elevations. */
export const elevationMessages = {
  'elevations/assumed': {
    zh: '来源未写明标高的楼层，按每层{storey}米（本工具设定）自下而上排列',
    en: "levels whose elevation the source doesn't give: one above the other, {storey} m each (sitecam's figure)",
  },
} as const satisfies NoteMessages;
