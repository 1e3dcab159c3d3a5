// Devices that capture where nothing is drawn: what place that is, the plan doesn't say.
import { convexHull, distanceToSegment, forEachEdge } from '../../geometry/index.js';
import { orientation } from '../../geometry/vector.js';
import type { Device, Level, Site, Zone } from '../../plan/model.js';
import type { RuleContext } from '../context.js';
import { mayCaptureUnder } from './bars.js';
import { devicesOf } from './devices.js';
import { movingDevices } from './moving.js';
import { privateZones } from './private-zones.js';

/** m: a device farther than this from all that is drawn on its level is misplaced, or its place isn't drawn. Ours. */
export const FAR = 50;

/** m: a device no farther than this from the wall of a room is mounted on it. */
const ON_OUTSIDE = 0.5;

/**
 * Devices that capture, or may, and stand in no zone, by what the plan lacks; each in one list. Those on a level without
 * any zone are left out: capture/device-in-private-zone is open for that level.
 */
export interface Undrawn {
  /** Farther than `FAR` from all that is drawn, with the distance in m. */
  readonly far: readonly { readonly device: Device; readonly distance: number }[];
  /** In a hole of a private place. */
  readonly inHoles: readonly { readonly device: Device; readonly around: Zone }[];
  /** On the outside of a room's wall. */
  readonly outwards: readonly Device[];
  readonly elsewhere: readonly Device[];
}

/** Returns the devices of the site that capture where nothing is drawn. Those that move are judged by their area. */
export function undrawnDevices(context: RuleContext): Undrawn {
  const { site, pack } = context;
  const [far, inHoles]: [{ device: Device; distance: number }[], { device: Device; around: Zone }[]] = [[], []];
  const [outwards, elsewhere]: [Device[], Device[]] = [[], []];
  const moving = new Set(movingDevices(site).map(({ device }) => device));
  const misplaced = misplacedIn(site);
  for (const device of devicesOf(site)) {
    if (device.zones.length > 0 || moving.has(device) || misplaced.has(device.id)) continue;
    if (!mayCaptureUnder(pack, device)) continue;
    const level = site.levels.find(({ id }) => id === device.level);
    if (level === undefined) continue;
    const zones = site.levels.flatMap((one) => one.zones).filter(({ levels }) => levels.includes(level.id));
    const around = holeAround(context, device);
    const distance = distanceFrom(level, zones, device);
    if (zones.length === 0) continue;
    if (around !== undefined) inHoles.push({ device, around });
    else if (distance > FAR) far.push({ device, distance });
    else if (isOutside(zones, device)) outwards.push(device);
    else elsewhere.push(device);
  }
  return { far, inHoles, outwards, elsewhere };
}

/** Returns the ids of devices that a fault of the plan says are misplaced: one finding is enough. */
function misplacedIn({ faults }: Site): ReadonlySet<string> {
  return new Set(
    faults
      .filter(({ rule, subject }) => rule === 'plan/device-in-wall' || subject.endsWith('/at'))
      .flatMap(({ taints }) => taints.devices),
  );
}

/** Returns the private place in a hole of which the device stands; undefined if there is none. */
export function holeAround({ site, sight }: RuleContext, { at, level }: Device): Zone | undefined {
  const holds = (ring: Zone['region']['rings'][number]) => sight.holds({ rings: [ring], shadows: [] }, at);
  return privateZones(site)
    .map(({ zone }) => zone)
    .find(
      ({ levels, region: { rings, shadows } }) =>
        levels.includes(level) && shadows.length > 0 && shadows.some(holds) && rings.some(holds),
    );
}

/** True if a device is on a room's wall and at the rim of all rooms together, so that it hangs outside the building. */
function isOutside(zones: readonly Zone[], { at }: Device): boolean {
  const rooms = zones.filter(({ enclosed }) => enclosed);
  if (!rooms.some((zone) => offOutline(zone, { at }) <= ON_OUTSIDE)) return false;
  const hull = convexHull(rooms.flatMap(({ region }) => region.rings).flat());
  let [inside, least] = [true, Number.POSITIVE_INFINITY];
  forEachEdge(hull, (a, b) => {
    if (orientation(a, b, at) < 0) inside = false;
    least = Math.min(least, distanceToSegment(at, { a, b }));
  });
  return !inside || least <= ON_OUTSIDE;
}

function distanceFrom(level: Level, zones: readonly Zone[], { at }: Device): number {
  let least = Math.min(...zones.map((zone) => offOutline(zone, { at })), Number.POSITIVE_INFINITY);
  for (const { line } of [...level.walls, ...level.openings]) {
    for (const [index, a] of line.slice(0, -1).entries()) {
      const b = line[index + 1];
      if (b !== undefined) least = Math.min(least, distanceToSegment(at, { a, b }));
    }
  }
  return least;
}

function offOutline({ region }: Zone, { at }: Pick<Device, 'at'>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const ring of [...region.rings, ...region.shadows]) {
    forEachEdge(ring, (a, b) => {
      least = Math.min(least, distanceToSegment(at, { a, b }));
    });
  }
  return least;
}
