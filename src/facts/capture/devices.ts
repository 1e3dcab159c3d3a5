// Devices of a site by what they capture and where they stand.
import { listsOf } from '../../base/arrays.js';
import { memoize } from '../../base/memo.js';
import { boxOf, boxOfRegion, grow } from '../../geometry/index.js';
import { namesSomething } from '../../i18n/content.js';
import type { Device, Mandate, Site, Zone } from '../../plan/model.js';
import { meeting } from '../../plan/nearby.js';

/** Returns the devices of the site that are installed or planned; removed ones capture nothing any more. */
export const devicesOf: (site: Site) => readonly Device[] = memoize((site) =>
  site.levels.flatMap((level) => level.devices).filter((device) => device.status !== 'removed'),
);

/** Returns the given devices of the site in the plan's order, each once. */
export function devicesInOrder(site: Site, devices: Iterable<Device>): readonly Device[] {
  const rank = ranks(site);
  return [...new Set(devices)].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
}

const ranks = memoize((site: Site) => new Map(devicesOf(site).map((device, index) => [device, index])));

/** Returns the devices that may take pictures: `video` isn't `none`. Removed ones are left out. */
export const watchersOf: (site: Site) => readonly Device[] = memoize((site) =>
  devicesOf(site).filter((device) => device.video !== 'none'),
);

/** Returns the devices that certainly capture sound. Removed ones are left out. */
export const listenersOf: (site: Site) => readonly Device[] = memoize((site) => devicesOf(site).filter(takesSound));

/** Returns the devices that stand in each zone, by zone id. Empty zones have no entry. */
export const devicesInZones: (site: Site) => ReadonlyMap<string, readonly Device[]> = memoize((site) =>
  listsOf(devicesOf(site).flatMap((device) => device.zones.map((id) => [id, device] as const))),
);

/** Returns the devices on the zone's levels within `by` m of the box around the zone, in the plan's order. */
export function devicesNear(site: Site, zone: Zone, by: number): readonly Device[] {
  const { devices, meets } = placed(site);
  const box = boxOfRegion(zone.region);
  const near = box === undefined ? [] : meets(grow(box, by)).flatMap((i) => devices[i] ?? []);
  return near.filter((device) => zone.levels.includes(device.level));
}

const placed = memoize((site: Site) => {
  const devices = devicesOf(site);
  return { devices, meets: meeting(devices.flatMap(({ at }) => boxOf([at]) ?? [])) };
});

/** True if the device certainly takes pictures, in visible light or heat. */
export function takesPictures(device: Device): boolean {
  return device.video === 'visible' || device.video === 'thermal';
}

/** True if the plan states that the device takes no images, whatever its name means. */
export function isStatedBlind({ video, imagesDenied }: Device): boolean {
  return video === 'none' || imagesDenied === true;
}

/** True if it is in doubt whether the device takes pictures: the plan doesn't say, or its images are of depth alone. */
export function mayTakePictures({ video }: Device): boolean {
  return video === 'unknown' || video === 'depth';
}

/** True if the device certainly captures sound. */
export function takesSound(device: Device): boolean {
  return device.audio === 'microphone' || device.audio === 'two-way';
}

/** True if the device may capture anything, image or sound. A prohibition of capture can be about no other device. */
export function mayCaptureAnything(device: Device): boolean {
  return device.video !== 'none' || device.audio !== 'none';
}

/**
 * True if the statement that another regulation requires the device names that regulation, the document and who
 * states it. Words such as 待定 (to be decided) name none of these.
 */
export function isFoundedMandate({ rule, document, by }: Mandate): boolean {
  return [rule, document, by].every(namesSomething);
}
