// Rooms that could be private places under another label.
import { isPassable, openingsOf } from '../../facts/adjacent-zones.js';
import { devicesOf, mayCaptureAnything } from '../../facts/capture/devices.js';
import type { RuleContext } from '../../facts/context.js';
import { isPrivateZone, zonesOf } from '../../facts/protection/site.js';
import { ringArea } from '../../geometry/index.js';
import { partsOf } from '../../law/compose.js';
import { parameter } from '../../law/lookup.js';
import type { Zone } from '../../plan/model.js';

/**
 * Returns rooms that may be private places under another label and in which a capturing device stands, or into which
 * one sees: if it may do so depends on the label, an author's claim. Rooms with a device in them come first, each group
 * in the plan's order.
 */
export function watchedRooms(context: RuleContext): Zone[] {
  const { site, sight, pack } = context;
  // A law without prohibitions has no private places that a label could hide.
  if (!partsOf(pack).some(({ prohibitions }) => prohibitions.length > 0)) return [];
  const rooms = new Set(zonesOf(site).filter((zone) => !isPrivateZone(pack, zone) && mayBeOther(context, zone)));
  if (rooms.size === 0) return [];
  const [held, seen] = [new Set<string>(), new Set<string>()];
  const least = parameter(pack, 'viewArea');
  const density = parameter(pack, 'privacyDensity');
  for (const device of devicesOf(site)) {
    if (!mayCaptureAnything(device)) continue;
    for (const id of device.zones) held.add(id);
    if (device.video === 'none') continue;
    for (const zone of sight.within(device, device.level, density)) {
      if (!rooms.has(zone) || seen.has(zone.id) || held.has(zone.id)) continue;
      const reach = sight.reach(device, device.level, zone.region, density, 'may');
      if (reach !== undefined && reach.area > least) seen.add(zone.id);
    }
  }
  const watched = [...rooms];
  return [...watched.filter(({ id }) => held.has(id)), ...watched.filter(({ id }) => !held.has(id) && seen.has(id))];
}

const ENTRANCES: ReadonlySet<string> = new Set(['main-entrance', 'entrance', 'gate']);
/** Area of the largest lift, m². */
const LARGEST_LIFT = 12;

/**
 * True for closed rooms that aren't public, public rooms with a single door, and entrances that nothing outside leads
 * into.
 */
function mayBeOther(context: RuleContext, zone: Zone): boolean {
  const own = (openingsOf(context).get(zone.id) ?? []).filter(({ opening }) => isPassable(opening));
  if (ENTRANCES.has(zone.kind)) {
    return own.length > 0 && own.every(({ beyond }) => beyond !== undefined && beyond.spec?.open !== 'sky');
  }
  if (!zone.enclosed) return false;
  if (!zone.public) return true;
  // Lifts have one door, and stairs often one on each level.
  if (zone.kind === 'elevator-car') return Math.abs(ringArea(zone.region.rings[0] ?? [])) > LARGEST_LIFT;
  if (zone.kind === 'stairs' && context.site.levels.length > 1) return false;
  return own.length < 2 && own.every(({ opening }) => opening.kind !== 'passage');
}
