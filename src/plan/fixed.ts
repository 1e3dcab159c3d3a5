// Which devices stay where they are drawn.
import { VEHICLE_KINDS } from '../law/names/devices.js';
import { groundDirectoryOf } from './directory.js';
import type { Ground } from './ground.js';
import type { Device } from './model.js';

/**
 * True unless the plan says that the device moves. One of a vehicle that stands in the vehicle, drawn as a zone, stays
 * where it is drawn.
 */
export function isFixed(site: Ground, { mobile, zones }: Device): boolean {
  if (mobile === undefined) return true;
  const { zones: byId } = groundDirectoryOf(site);
  return mobile.form === 'vehicle' && zones.some((id) => VEHICLE_KINDS.has(byId.get(id)?.spec?.id ?? ''));
}
