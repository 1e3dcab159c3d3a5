import { parameter } from '../../law/lookup.js';
import type { Zone } from '../../plan/model.js';
import { devicesOf, mayCapture } from '../../rules/capture/shared/devices.js';
import { isPrivate, zonesOf } from '../../rules/coverage/site.js';
import type { RuleContext } from '../../rules/rule.js';

/**
 * Closed rooms that aren't public and, by the kind they are drawn with, not private either, in which a device that captures
 * stands or into which one sees: whether it may hangs on that kind, which only the author says. In the plan's order.
 */
export function watchedRooms({ site, sight, pack }: RuleContext): Zone[] {
  const rooms = zonesOf(site).filter((zone) => zone.enclosed && !zone.public && !isPrivate(pack, zone));
  if (rooms.length === 0) return [];
  const candidates = new Set(rooms);
  const watched = new Set<Zone>();
  const least = parameter(pack, 'viewArea');
  const density = parameter(pack, 'privacyDensity');
  for (const device of devicesOf(site)) {
    if (!mayCapture(device)) continue;
    for (const zone of rooms) if (device.zones.includes(zone.id)) watched.add(zone);
    if (device.video === 'none') continue;
    for (const zone of sight.within(device, device.level, density)) {
      if (!candidates.has(zone) || watched.has(zone)) continue;
      const reach = sight.reach(device, device.level, zone.region, density, 'may');
      if (reach !== undefined && reach.area > least) watched.add(zone);
    }
  }
  return rooms.filter((zone) => watched.has(zone));
}
