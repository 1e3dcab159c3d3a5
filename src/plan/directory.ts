// Lookup of a site's parts by id.
import { memoize } from '../base/memo.js';
import type { Device, Opening, Site, Zone } from './model.js';

/** Zones, openings and devices of a site by id. */
export interface Directory {
  readonly zones: ReadonlyMap<string, Zone>;
  readonly openings: ReadonlyMap<string, Opening>;
  readonly devices: ReadonlyMap<string, Device>;
}

/** Returns the parts of `site` by id. Made once for each site. */
export const directoryOf = memoize(
  ({ levels }: Site): Directory => ({
    zones: byId(levels.flatMap(({ zones }) => zones)),
    openings: byId(levels.flatMap(({ openings }) => openings)),
    devices: byId(levels.flatMap(({ devices }) => devices)),
  }),
);

function byId<T extends { readonly id: string }>(parts: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const part of parts) if (!map.has(part.id)) map.set(part.id, part);
  return map;
}
