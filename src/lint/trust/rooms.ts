import { isPassable, openingsOf } from '../../facts/adjacent-zones.js';
import { devicesOf, mayCaptureAnything } from '../../facts/capture/devices.js';
import type { RuleContext } from '../../facts/context.js';
import { isPrivateZone, zonesOf } from '../../facts/protection/site.js';
import { ringArea } from '../../geometry/index.js';
import { partsOf } from '../../law/compose.js';
import { parameter } from '../../law/lookup.js';
import type { Zone } from '../../plan/model.js';

/**
 * Rooms that may be private places under another label, in which a device that captures stands or into which one sees:
 * whether it may hangs on that label, which only the author says. First those in which one stands, else in the plan's order.
 */
export function watchedRooms(context: RuleContext): Zone[] {
  const { site, sight, pack } = context;
  // A law that bars capture nowhere has no private places that a label could hide.
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
/** m²: no lift is larger. */
const LARGEST_LIFT = 12;

/**
 * Closed rooms that aren't public; public ones that one door leads into and none out of; entrances that don't lead in from
 * anywhere outside.
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
