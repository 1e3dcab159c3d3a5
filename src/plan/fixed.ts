// Which devices stay where they are drawn.
import { VEHICLE_KINDS } from '../law/names/devices.js';
import { groundDirectoryOf } from './directory.js';
import type { Ground } from './ground.js';
import type { Device } from './model.js';

/**
 * True if a device stays where it is drawn: the plan doesn't say that it moves, or the device belongs to a vehicle and
 * stands in a zone that is the inside of a vehicle.
 */
export function isFixed(site: Ground, { mobile, zones }: Device): boolean {
  if (mobile === undefined) return true;
  const { zones: byId } = groundDirectoryOf(site);
  return mobile.form === 'vehicle' && zones.some((id) => VEHICLE_KINDS.has(byId.get(id)?.spec?.id ?? ''));
}
