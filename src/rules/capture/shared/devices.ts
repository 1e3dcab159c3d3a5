import { onceFor } from '../../../base/memo.js';
import { boxOf, boxOfRegion, grow } from '../../../geometry/index.js';
import type { Device, Site, Zone } from '../../../plan/model.js';
import { meeting } from '../../../plan/nearby.js';

/** Devices of the site that are installed or planned; what is removed captures nothing any more. */
export const devicesOf: (site: Site) => readonly Device[] = onceFor((site) =>
  site.levels.flatMap((level) => level.devices).filter((device) => device.status !== 'removed'),
);

/** Some of the site's devices in the plan's order, each once. */
export function inOrder(site: Site, devices: Iterable<Device>): readonly Device[] {
  const rank = ranks(site);
  return [...new Set(devices)].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
}

const ranks = onceFor((site: Site) => new Map(devicesOf(site).map((device, index) => [device, index])));

/** Of these, devices that may take pictures. */
export const watchersOf: (site: Site) => readonly Device[] = onceFor((site) =>
  devicesOf(site).filter((device) => device.video !== 'none'),
);

/** Of these, devices that certainly take sound. */
export const listenersOf: (site: Site) => readonly Device[] = onceFor((site) => devicesOf(site).filter(takesSound));

/** The devices that stand in each zone, by its id. */
export const devicesInZones: (site: Site) => ReadonlyMap<string, readonly Device[]> = onceFor((site) => {
  const found = new Map<string, Device[]>();
  for (const device of devicesOf(site)) {
    for (const id of device.zones) {
      const known = found.get(id);
      if (known === undefined) found.set(id, [device]);
      else known.push(device);
    }
  }
  return found;
});

/** Devices on the zone's levels within `by` m of the box round it, in the plan's order. */
export function devicesNear(site: Site, zone: Zone, by: number): readonly Device[] {
  const { devices, meets } = placed(site);
  const box = boxOfRegion(zone.region);
  const near = box === undefined ? [] : meets(grow(box, by)).flatMap((i) => devices[i] ?? []);
  return near.filter((device) => zone.levels.includes(device.level));
}

const placed = onceFor((site: Site) => {
  const devices = devicesOf(site);
  return { devices, meets: meeting(devices.flatMap(({ at }) => boxOf([at]) ?? [])) };
});

/** Whether it certainly takes pictures: visible light or heat. */
export function takesPictures(device: Device): boolean {
  return device.video === 'visible' || device.video === 'thermal';
}

/** Whether it may take pictures, where the plan doesn't say or they are of depth alone. */
export function mayTakePictures({ video }: Device): boolean {
  return video === 'unknown' || video === 'depth';
}

/** Whether it certainly takes sound. */
export function takesSound(device: Device): boolean {
  return device.audio === 'microphone' || device.audio === 'two-way';
}

/** Whether anything it may have could capture: what Art. 9 can be about at all. */
export function mayCapture(device: Device): boolean {
  return device.video !== 'none' || device.audio !== 'none';
}
