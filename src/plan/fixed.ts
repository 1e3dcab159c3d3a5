// Which devices stay where they are drawn.
import { VEHICLE_KINDS } from '../law/names/devices.js';
import { directoryOf } from './directory.js';
import type { Device, Site } from './model.js';

/**
 * True unless the plan says that the device moves. One of a vehicle that stands in the vehicle, drawn as a zone, stays
 * where it is drawn.
 */
export function isFixed(site: Site, { mobile, zones }: Device): boolean {
  if (mobile === undefined) return true;
  const { zones: byId } = directoryOf(site);
  return mobile.form === 'vehicle' && zones.some((id) => VEHICLE_KINDS.has(byId.get(id)?.spec?.id ?? ''));
}
