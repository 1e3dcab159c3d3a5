// The ground of a site: all of it but its devices, one and the same for all sites that differ in devices alone.
import { memoize } from '../base/memo.js';
import type { Pack } from '../law/types.js';
import type { Device, Level, Site } from './model.js';

/** A level without its devices. */
export type GroundLevel = Omit<Level, 'devices'>;

/**
 * A site without its devices. What is remembered by its ground holds for every site on it, so it can't read a device.
 * Every site is one, too.
 */
export type Ground = Omit<Site, 'levels'> & { readonly levels: readonly GroundLevel[] };

const grounds = new WeakMap<Ground, Ground>();

/** Returns the ground of `site`: the same object for all sites made of one by `withDevices`; of a ground, itself. */
export function groundOf(site: Ground): Ground {
  const known = grounds.get(site);
  if (known !== undefined) return known;
  const ground: Ground = { ...site, levels: site.levels.map(withoutDevices) };
  put(ground, ground);
  return put(site, ground);
}

function withoutDevices(level: Level | GroundLevel): GroundLevel {
  if (!('devices' in level)) return level;
  const { devices: _, ...ground } = level;
  return ground;
}

function put<S extends Ground>(site: S, ground: Ground): Ground {
  grounds.set(site, ground);
  return ground;
}

/** Returns the site with other devices, by level, on the same ground. */
export function withDevices(site: Site, devicesOn: (level: Level) => readonly Device[]): Site {
  const moved: Site = { ...site, levels: site.levels.map((level) => ({ ...level, devices: devicesOn(level) })) };
  put(moved, groundOf(site));
  return moved;
}

/** Returns the site as judged by `pack`. Sites on one ground stay on one ground under each pack. */
export function underPack(site: Site, pack: Pack): Site {
  const judged: Site = { ...site, pack };
  put(judged, judgedBy(groundOf(site))(pack));
  return judged;
}

const judgedBy = memoize((ground: Ground) =>
  memoize((pack: Pack): Ground => {
    const judged: Ground = { ...ground, pack };
    return put(judged, judged);
  }),
);
