// Variants of a site: each doubtful element hides, or lets pass.

import { isSameJson } from '../../base/equality.js';
import { membershipAmong } from '../build/membership.js';
import type { Device, Doubt, Level, Site, Variant, Zone } from '../model.js';
import { boxOfSegment, meeting, Stretches } from '../nearby.js';
import { halfThickness } from '../walls/inside.js';
import { deriveWalls } from '../walls/walls.js';

/** Which of its two variants a doubtful element is taken in. */
export type Taken = 'hiding' | 'passing';

/** Metres: a device this near to where variants differ may stand in other zones. */
const BESIDE = 0.15;

/**
 * Returns the site with each doubtful element in the variant that `taken` gives for it. Unchanged levels stay the same
 * objects, and so do unchanged zones and devices of changed levels, so that what is memoized by them holds on.
 */
export function variantOf(site: Site, doubts: readonly Doubt[], taken: (doubt: Doubt) => Taken): Site {
  const changes = doubts
    .map((doubt) => ({ doubt, variant: doubt[taken(doubt)] }))
    .filter(({ variant }) => Object.keys(variant).length > 0);
  if (changes.length === 0) return site;
  const reshaped = site.levels.map((level) => {
    const here = changes.filter(({ doubt }) => doubt.levels.includes(level.id));
    return here.length === 0 ? level : changed(level, here);
  });
  const zones = reshaped.flatMap((level) => level.zones);
  const levels = reshaped.map((level) => {
    const here = changes.filter(({ doubt }) => doubt.levels.includes(level.id));
    return here.length === 0 ? level : peopled(level, zones, here);
  });
  return { ...site, levels };
}

/** One doubtful element with the variant that it is taken in. */
interface Change {
  readonly doubt: Doubt;
  readonly variant: Variant;
}

/** Returns the level with walls, openings and outlines as the variants say. */
function changed(level: Level, changes: readonly Change[]): Level {
  const variants = changes.map(({ variant }) => variant);
  const openings = new Map(level.openings.map((opening) => [opening.id, opening]));
  for (const opening of variants.flatMap((variant) => variant.openings ?? [])) openings.set(opening.id, opening);
  const walls = variants.flatMap((variant) => variant.walls ?? []);
  const without = variants.flatMap((variant) => variant.without ?? []);
  const devices = variants.flatMap((variant) => variant.devices ?? []);
  const isBuilt = variants.some(({ openings: own, region }) => own !== undefined || region !== undefined);
  if (!isBuilt && walls.length === 0 && without.length === 0 && devices.length === 0) return level;
  const regions = new Map(
    variants.flatMap(({ region }) => (region === undefined ? [] : [[region.zone, region.region]])),
  );
  const reshaped = (zone: Zone): Zone => {
    const region = regions.get(zone.id);
    return region === undefined ? zone : { ...zone, region };
  };
  return {
    ...level,
    // A list of its own, by which walls are remembered.
    openings: [...openings.values()],
    walls: walls.length === 0 ? level.walls : [...level.walls, ...walls],
    zones: regions.size === 0 ? level.zones : level.zones.map(reshaped),
    devices: devices.length === 0 ? level.devices : [...level.devices, ...devices],
    ...(without.length > 0 && { without }),
  };
}

/** Returns the level with the devices beside what changed in the zones that they stand in now. */
function peopled(level: Level, all: readonly Zone[], changes: readonly Change[]): Level {
  const where = changes.flatMap(({ doubt }) => doubt.where);
  const outside = changes.flatMap(({ variant }) => variant.outside ?? []);
  const isReshaped = changes.some(({ variant }) => variant.region !== undefined);
  const near = meeting(where.map((segment) => boxOfSegment(segment, BESIDE)));
  const isNear = ({ at }: Device) =>
    isReshaped || near({ minX: at[0], minY: at[1], maxX: at[0], maxY: at[1] }).length > 0;
  const leftBy = ({ zones }: Device) =>
    outside.flatMap(({ zone, and }) => (zones.includes(zone) && zones.includes(and) ? [zone] : []));
  let known: ReturnType<typeof membershipAmong> | undefined;
  const membershipOf = (device: Device) => {
    const zones = all.filter((zone) => zone.levels.includes(level.id));
    known ??= membershipAmong(zones, new Stretches(deriveWalls(level, zones).faces, halfThickness));
    return known(device);
  };
  const devices = level.devices.map((device): Device => {
    const stood = isNear(device) ? { ...device, ...membershipOf(device) } : device;
    const left = leftBy(stood);
    const { zones, standsIn } = stood;
    const stays = (zone: string) => !left.includes(zone);
    const isSame = left.length === 0 && isSameJson([zones, standsIn], [device.zones, device.standsIn]);
    return isSame ? device : { ...device, zones: zones.filter(stays), standsIn: standsIn.filter(stays) };
  });
  return devices.every((device, n) => device === level.devices[n]) ? level : { ...level, devices };
}
