// Storeys of an IMDF archive.

import { nameOf } from '../../support/names.js';
import type { RawFeature, SourceLevel } from '../../types.js';

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/**
 * Returns the storeys of an archive. Each building of a campus counts its own; if two storeys have the same short name,
 * the building's name is added to name and id.
 */
export function levelsOf(levels: readonly RawFeature[], buildings: readonly RawFeature[]): SourceLevel[] {
  const names = new Map(buildings.map(({ id, properties }) => [id, nameOf(properties, ['name', 'alt_name'])]));
  const read = levels.map(({ id, properties }) => {
    const key = id ?? '';
    const ordinal = typeof properties.ordinal === 'number' ? properties.ordinal : 0;
    const [building] = idsIn(properties.building_ids).flatMap((of) => names.get(of) ?? []);
    const short = nameOf(properties, ['short_name']) ?? (UUID.test(key) ? `${ordinal}` : key);
    return { key, short, name: nameOf(properties, ['name']), ordinal, building };
  });
  const called = read.map(({ short }) => short);
  const alike = new Set(called.filter((short, index) => called.indexOf(short) !== index));
  const several = new Set(read.filter(({ short }) => alike.has(short)).map(({ building }) => building)).size > 1;
  return read.map(({ building, ...level }) =>
    several && building !== undefined
      ? { ...level, short: `${level.short}-${building}`, name: `${building} ${level.name ?? level.short}` }
      : level,
  );
}

/** Returns the ids in a list that the GeoJSON reader flattened to text. */
export function idsIn(value: unknown): string[] {
  return typeof value === 'string' ? value.split(';').filter((id) => id !== '') : [];
}
