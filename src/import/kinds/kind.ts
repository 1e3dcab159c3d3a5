import { kindsNamed } from '../../law/names.js';
import type { Pack } from '../../law/types.js';
import type { Mapping } from '../mapping/types.js';
import { namesOf } from '../names.js';
import type { RawFeature } from '../types.js';

/** What a room is for: a kind of the pack; or `other`, and what the source calls what we don't know. */
export interface RoomKind {
  readonly kind: string;
  readonly untold: string | undefined;
}

/** Tells the kind of a room by the category its source gives it, then by its names; what neither tells is `other`. */
export function kindOfRoom(feature: RawFeature, mapping: Mapping, pack: Pack): RoomKind {
  const byCategory = categoryKind(feature, mapping, pack);
  if (byCategory !== undefined && byCategory !== 'other') return { kind: byCategory, untold: undefined };
  for (const key of mapping.keys?.name ?? ['name']) {
    for (const { text } of namesOf(feature.properties, key)) {
      const [meant] = kindsNamed(pack, text);
      if (meant !== undefined) return { kind: meant.id, untold: undefined };
    }
  }
  return { kind: 'other', untold: keyOfSource(feature, mapping.keys?.kind ?? []) ?? '' };
}

/** The value of the first of `keys` that `feature` has. */
export function keyOfSource(feature: RawFeature, keys: readonly string[]): string | undefined {
  const key = keys.find((name) => Object.hasOwn(feature.properties, name));
  return key === undefined ? undefined : String(feature.properties[key]);
}

/** Of the first of the keys whose values tell one; `other` tells nothing, so that a later key may. */
function categoryKind(feature: RawFeature, mapping: Mapping, pack: Pack): string | undefined {
  for (const key of mapping.keys?.kind ?? []) {
    if (!Object.hasOwn(feature.properties, key)) continue;
    for (const value of String(feature.properties[key]).split(';')) {
      if (mapping.kinds !== undefined && Object.hasOwn(mapping.kinds, value)) return mapping.kinds[value];
      const found =
        feature.format === 'imdf'
          ? imdfKind(value, pack)
          : feature.format === 'osm'
            ? pack.zoneKinds.find(({ osm }) => osm.includes(`${key}=${value}`) || osm.includes(`${key}=*`))?.id
            : undefined;
      if (found !== undefined && found !== 'other') return found;
    }
  }
  return undefined;
}

/** `restroom.female` is a `restroom` where the pack has no closer word. */
function imdfKind(category: string, pack: Pack): string | undefined {
  for (let name = category; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const kind = pack.zoneKinds.find(({ imdf }) => imdf.includes(name));
    if (kind !== undefined) return kind.id;
  }
  return undefined;
}
