// Lookup of a site's parts by id.
import { memoize } from '../base/memo.js';
import { type Ground, groundOf } from './ground.js';
import type { Device, Opening, Site, Zone } from './model.js';

/** Zones and openings of a site by id. */
export interface GroundDirectory {
  readonly zones: ReadonlyMap<string, Zone>;
  readonly openings: ReadonlyMap<string, Opening>;
}

/** Zones, openings and devices of a site by id. */
export interface Directory extends GroundDirectory {
  readonly devices: ReadonlyMap<string, Device>;
}

/** Returns the index of a site's zones, openings and devices by id. Made once for each site. */
export const directoryOf = memoize(
  (site: Site): Directory => ({
    ...groundDirectoryOf(site),
    devices: byId(site.levels.flatMap(({ devices }) => devices)),
  }),
);

/** Returns the index of a site's zones and openings by id. Computed once for each ground. */
export function groundDirectoryOf(site: Ground): GroundDirectory {
  return directoryOn(groundOf(site));
}

const directoryOn = memoize(
  ({ levels }: Ground): GroundDirectory => ({
    zones: byId(levels.flatMap(({ zones }) => zones)),
    openings: byId(levels.flatMap(({ openings }) => openings)),
  }),
);

function byId<T extends { readonly id: string }>(parts: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const part of parts) if (!map.has(part.id)) map.set(part.id, part);
  return map;
}
