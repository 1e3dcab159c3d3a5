import type { RuleContext } from '../../../facts/context.js';
import { oncePerPlan } from '../../../facts/memo.js';
import { parameter } from '../../../law/lookup.js';
import type { Device } from '../../../plan/model.js';
import type { Reach } from '../../../sight/types.js';
import { devicesNear, devicesOf } from './devices.js';
import { insideOf, ownRegion, type PrivateZone } from './private-zones.js';

/** m: a device on a wall hears from the wall, this far from where it is drawn at most. */
const AT_WALL = 0.1;

/** m: no device hears further from where it is drawn. */
const farthestPickup = oncePerPlan(({ site, pack }) =>
  devicesOf(site).reduce(
    (most, { pickup = parameter(pack, 'pickup'), tolerance }) => Math.max(most, pickup + tolerance.position),
    0,
  ),
);

/** Devices of which `heardBy` may say that they hear into the private zone: no way is shorter than the straight line. */
export function mayHear(context: RuleContext, { zone, prohibition }: PrivateZone): readonly Device[] {
  const radius = prohibition.regime === 'anchor' ? parameter(context.pack, 'nearRadius') : 0;
  return devicesNear(context.site, zone, radius + farthestPickup(context) + AT_WALL);
}

/**
 * What the device's pickup reaches of a private zone it stands outside of, supposing that it takes sound; of a ballot
 * box and the like what is near it, where people speak. Undefined: nothing.
 */
export function heardBy(context: RuleContext, device: Device, target: PrivateZone): Reach | undefined {
  const { zone, prohibition } = target;
  if (!zone.levels.includes(device.level) || insideOf(context, device, target) !== undefined) return undefined;
  const region =
    prohibition.regime === 'anchor'
      ? context.sight.near(zone, parameter(context.pack, 'nearRadius'))
      : ownRegion(context, target);
  return context.sight.hear(device, device.level, region);
}
