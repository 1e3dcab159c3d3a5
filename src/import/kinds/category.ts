// Zone kinds from the category of a room in its source.

import type { Pack } from '../../law/types.js';
import { isLike, spendOnWords } from '../mapping/match.js';
import type { Mapping } from '../mapping/types.js';
import type { ImportFormat, RawFeature } from '../types.js';

/** A value that gives the use of a room, and the property that holds it. */
export interface SourceCategory {
  readonly key: string;
  readonly value: string;
  /** True if the value alone gives the use: not a word such as `room`, nor anything that merely stands in the room. */
  readonly speaks: boolean;
  /** True if the value belongs to something in the room: an amenity, an occupant. */
  readonly within: boolean;
  /** True if that amenity or occupant is assigned to other rooms too. */
  readonly shared: boolean;
}

/**
 * Returns the values that may give the use of the room `feature`: those of the properties in the mapping's `keys.kind`,
 * in that order, one for each entry of a list (`toilets;shower`); then texts drawn in the room.
 */
export function sourceCategories(
  { format, properties }: RawFeature,
  { keys, silent = [] }: Mapping,
): readonly SourceCategory[] {
  // Texts of a drawing that stand in a room without naming it.
  const drawn = format === 'dxf' ? ['texts'] : [];
  return [...(keys?.kind ?? []), ...drawn].flatMap((key, index) => {
    if (!Object.hasOwn(properties, key)) return [];
    const values = String(properties[key])
      .split(';')
      .map((value) => value.trim());
    // Amenities and occupants of a unit: a cash machine doesn't make a room a bank.
    const within = (format === 'imdf' && index > 0) || (format === 'dxf' && key === 'texts');
    const shared = String(properties[`${key}.shared`] ?? '').split(';');
    return values.flatMap((value) => {
      if (value === '') return [];
      spendOnWords(silent.length, value.length);
      const speaks = !within && !silent.some((word) => isLike(word, value));
      return [{ key, value, speaks, within, shared: within && shared.includes(value) }];
    });
  });
}

/**
 * Returns the zone kind that the mapping's `kinds` give a category; undefined if none. Exact words win over patterns,
 * whatever their order.
 */
export function mappedKind({ key, value }: SourceCategory, { kinds = {} }: Mapping): string | undefined {
  const pair = `${key}=${value}`;
  for (const word of [pair, value]) if (Object.hasOwn(kinds, word)) return kinds[word];
  const words = Object.entries(kinds);
  spendOnWords(words.length, value.length);
  const found = words.find(([word]) => isLike(word, word.includes('=') ? pair : value));
  return found?.[1];
}

/**
 * Returns the zone kind that the pack's own list for `format` (IMDF categories, OSM tags) gives; undefined if none.
 */
export function listedKind({ key, value }: SourceCategory, format: ImportFormat, pack: Pack): string | undefined {
  if (format === 'imdf') return imdfKind(value, pack);
  if (format !== 'osm') return undefined;
  const listed = (tag: string) => pack.zoneKinds.find(({ osm }) => osm.includes(tag))?.id;
  return listed(`${key}=${value}`) ?? listed(`${key}=*`);
}

/**
 * Returns the zone kind for an IMDF category, without its last parts if the pack has no closer word: `restroom.female`
 * is a `restroom`. Undefined if unknown.
 */
export function imdfKind(category: string, pack: Pack): string | undefined {
  for (let name = category; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const kind = pack.zoneKinds.find(({ imdf }) => imdf.includes(name));
    if (kind !== undefined) return kind.id;
  }
  return undefined;
}
