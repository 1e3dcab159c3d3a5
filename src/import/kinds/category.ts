import type { Pack } from '../../law/types.js';
import { likeness } from '../mapping/match.js';
import type { Mapping } from '../mapping/types.js';
import type { ImportFormat, RawFeature } from '../types.js';

/** A value that says what a room is for, and the property that holds it. */
export interface SourceCategory {
  readonly key: string;
  readonly value: string;
  /** Whether it says so by itself: not `room`, nor what only stands in the room. */
  readonly speaks: boolean;
  /** Whether it is of something in the room: an amenity, an occupant. */
  readonly within: boolean;
  /** Whether what it is of is said to be in other rooms as well. */
  readonly shared: boolean;
}

/** What `feature` has under the mapping's `keys.kind`, in their order; of a list (`toilets;shower`) each; then texts drawn in it. */
export function sourceCategories(
  { format, properties }: RawFeature,
  { keys, silent = [] }: Mapping,
): readonly SourceCategory[] {
  // Texts of a drawing that stand in a room and don't name it.
  const drawn = format === 'dxf' ? ['texts'] : [];
  return [...(keys?.kind ?? []), ...drawn].flatMap((key, index) => {
    if (!Object.hasOwn(properties, key)) return [];
    const values = String(properties[key])
      .split(';')
      .map((value) => value.trim());
    // The amenities and occupants of a unit: a cash machine doesn't make a room a bank.
    const within = (format === 'imdf' && index > 0) || (format === 'dxf' && key === 'texts');
    const shared = String(properties[`${key}.shared`] ?? '').split(';');
    return values.flatMap((value) => {
      if (value === '') return [];
      const speaks = !within && !silent.some((word) => likeness(word).test(value));
      return [{ key, value, speaks, within, shared: within && shared.includes(value) }];
    });
  });
}

/** The kind that the mapping's `kinds` give a category: its very words before patterns, whatever their order. */
export function mappedKind({ key, value }: SourceCategory, { kinds = {} }: Mapping): string | undefined {
  const pair = `${key}=${value}`;
  for (const word of [pair, value]) if (Object.hasOwn(kinds, word)) return kinds[word];
  const found = Object.entries(kinds).find(([word]) => likeness(word).test(word.includes('=') ? pair : value));
  return found?.[1];
}

/** The kind that the pack's own lists for `format` give a category. */
export function listedKind({ key, value }: SourceCategory, format: ImportFormat, pack: Pack): string | undefined {
  if (format === 'imdf') return imdfKind(value, pack);
  if (format !== 'osm') return undefined;
  const listed = (tag: string) => pack.zoneKinds.find(({ osm }) => osm.includes(tag))?.id;
  return listed(`${key}=${value}`) ?? listed(`${key}=*`);
}

/** `restroom.female` is a `restroom` where the pack has no closer word. */
export function imdfKind(category: string, pack: Pack): string | undefined {
  for (let name = category; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const kind = pack.zoneKinds.find(({ imdf }) => imdf.includes(name));
    if (kind !== undefined) return kind.id;
  }
  return undefined;
}
