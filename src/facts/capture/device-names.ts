// What the names of a device and its model say of it.
import { memoize } from '../../base/memo.js';
import { type DeviceMeaning, meaningsOfName } from '../../law/names/devices.js';
import type { Device } from '../../plan/model.js';

/** Returns what the device's name and model mean, each with the first of the two texts that means it. */
export const meaningsOf: (device: Device) => ReadonlyMap<DeviceMeaning, string> = memoize((device) => {
  const found = new Map<DeviceMeaning, string>();
  for (const text of [device.name, device.type]) {
    if (text === undefined) continue;
    for (const meaning of meaningsOfName(text)) if (!found.has(meaning)) found.set(meaning, text);
  }
  return found;
});
