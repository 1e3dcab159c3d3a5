// What other features of an archive tell about a unit.

import { namesOf } from '../../support/names.js';
import type { Properties, RawFeature } from '../../types.js';
import type { Archive } from './archive.js';
import { idsIn } from './levels.js';

/** Facts about units from other features: amenities that refer to the unit, and occupants by way of an anchor. */
export interface Hints {
  readonly of: (unit: string | undefined) => Properties;
  /** Ids of occupants without an existing unit. */
  readonly homeless: readonly string[];
}

/**
 * Returns the hints of an archive. A unit gets them as properties `amenity`, `occupant` (categories joined by `;`) and
 * `occupant.name` by language; the mapping uses them if the unit itself doesn't give its use. `amenity.shared` lists
 * amenities that refer to other units too.
 */
export function hintsOf(archive: Archive): Hints {
  const found = new Map<string, Map<string, string[]>>();
  const units = new Set(archive.of('unit').map(({ id }) => id));
  const add = (unit: string, key: string, value: unknown): void => {
    if (typeof value !== 'string' || value === '') return;
    const of = found.get(unit) ?? new Map<string, string[]>();
    found.set(unit, of);
    const values = of.get(key) ?? [];
    of.set(key, values.includes(value) ? values : [...values, value]);
  };
  for (const { properties } of archive.of('amenity')) {
    const of = new Set(idsIn(properties.unit_ids));
    for (const unit of of) {
      add(unit, 'amenity', properties.category);
      if (of.size > 1) add(unit, 'amenity.shared', properties.category);
    }
  }
  const anchors = new Map(archive.of('anchor').map(({ id, properties }) => [id, properties.unit_id]));
  const homeless: string[] = [];
  for (const { id, properties } of archive.of('occupant')) {
    const unit = anchors.get(String(properties.anchor_id));
    if (typeof unit !== 'string' || !units.has(unit)) {
      homeless.push(id ?? '');
      continue;
    }
    add(unit, 'occupant', properties.category);
    for (const { language, text } of namesOf(properties, 'name')) {
      add(unit, language === '' ? 'occupant.name' : `occupant.name.${language}`, text);
    }
  }
  return {
    homeless,
    of: (unit) =>
      Object.fromEntries(
        [...(found.get(unit ?? '') ?? [])].map(([key, values]) => [
          key,
          values.join(key.startsWith('occupant.name') ? ' / ' : ';'),
        ]),
      ),
  };
}

/**
 * Returns the level key of a feature: the one it names, else that of the first unit it belongs to; undefined if
 * neither.
 */
export function levelKeyOf(feature: RawFeature, levelOfUnit: ReadonlyMap<string, string>): string | undefined {
  const { level_id, unit_ids } = feature.properties;
  if (typeof level_id === 'string' && level_id !== '') return level_id;
  return idsIn(unit_ids).flatMap((unit) => levelOfUnit.get(unit) ?? [])[0];
}
