// What a device's name, model number and device type say of it.
import { memoize } from '../../base/memo.js';
import { type DeviceMeaning, meaningsOfName } from '../../law/names/devices.js';
import type { Device } from '../../plan/model.js';

/**
 * Returns what the device's name, its model number and the id of its device type (often a model number, too) say that
 * it is or captures, such as `ptz` or `robot`. The value of each meaning is the first of these texts that has it.
 */
export const meaningsOf: (device: Device) => ReadonlyMap<DeviceMeaning, string> = memoize((device) => {
  const found = new Map<DeviceMeaning, string>();
  for (const text of [device.name, device.model, device.type]) {
    if (text === undefined) continue;
    for (const meaning of meaningsOfName(text)) if (!found.has(meaning)) found.set(meaning, text);
  }
  return found;
});
