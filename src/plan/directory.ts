// Lookup of a site's parts by id.

import type { Device, Opening, Site, Zone } from './model.js';

/** Zones, openings and devices of a site by id. */
export interface Directory {
  readonly zones: ReadonlyMap<string, Zone>;
  readonly openings: ReadonlyMap<string, Opening>;
  readonly devices: ReadonlyMap<string, Device>;
}

const known = new WeakMap<Site, Directory>();

/** Returns the parts of `site` by id. Made once for each site. */
export function directoryOf(site: Site): Directory {
  const found = known.get(site) ?? {
    zones: byId(site.levels.flatMap(({ zones }) => zones)),
    openings: byId(site.levels.flatMap(({ openings }) => openings)),
    devices: byId(site.levels.flatMap(({ devices }) => devices)),
  };
  known.set(site, found);
  return found;
}

function byId<T extends { readonly id: string }>(parts: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const part of parts) if (!map.has(part.id)) map.set(part.id, part);
  return map;
}
