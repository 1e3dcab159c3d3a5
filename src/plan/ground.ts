// The ground of a site: all of it but its devices, one and the same for all sites that differ in devices alone.
import { memoize } from '../base/memo.js';
import type { Pack } from '../law/types.js';
import type { Device, Level, Site } from './model.js';

/** A level without its devices. */
export type GroundLevel = Omit<Level, 'devices'>;

/**
 * A site without its devices, its faults (some are about devices) and its files (whose text every edit changes). What
 * is memoized by a ground holds for every site on it, so it must not depend on any of these. Every `Site` may be passed
 * as a ground.
 */
export type Ground = Omit<Site, 'levels' | 'faults' | 'files'> & { readonly levels: readonly GroundLevel[] };

const grounds = new WeakMap<Ground, Ground>();

/**
 * Returns the ground of `site`: the same object for all sites that `withDevices` makes of one. Given a ground, returns
 * it.
 */
export function groundOf(site: Ground | Site): Ground {
  const known = grounds.get(site);
  if (known !== undefined) return known;
  const { faults: _, files: __, ...rest } = { faults: undefined, files: undefined, ...site };
  const ground: Ground = { ...rest, levels: site.levels.map(withoutDevices) };
  put(ground, ground);
  put(site, ground);
  return ground;
}

function withoutDevices(level: Level | GroundLevel): GroundLevel {
  if (!('devices' in level)) return level;
  const { devices: _, ...ground } = level;
  return ground;
}

function put<S extends Ground>(site: S, ground: Ground): S {
  grounds.set(site, ground);
  return site;
}

/** Returns the site with the devices that `devicesOn` gives for each level in place of its own, on the same ground. */
export function withDevices(site: Site, devicesOn: (level: Level) => readonly Device[]): Site {
  const levels = site.levels.map((level) => ({ ...level, devices: devicesOn(level) }));
  return onGround({ ...site, levels }, site);
}

/**
 * Returns a copy of `site` that shares the ground object of `known`. The caller guarantees that the two differ only in
 * devices, faults and files.
 */
export function onGround(site: Site, known: Site): Site {
  return put(site, groundOf(known));
}

/** Returns the site as judged by `pack`. Sites on one ground stay on one ground under each pack. */
export function underPack(site: Site, pack: Pack): Site {
  return put({ ...site, pack }, judgedBy(groundOf(site))(pack));
}

const judgedBy = memoize((ground: Ground) =>
  memoize((pack: Pack): Ground => {
    const judged: Ground = { ...ground, pack };
    return put(judged, judged);
  }),
);
