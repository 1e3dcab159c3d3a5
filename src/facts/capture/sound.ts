// Which devices hear into a private place, and how far in.

import { charge } from '../../base/budget.js';
import { memoize } from '../../base/memo.js';
import { parameter } from '../../law/lookup.js';
import type { Device } from '../../plan/model.js';
import type { Reach } from '../../sight/types.js';
import type { GroundContext, RuleContext } from '../context.js';
import { memoizeOnGroundBy, memoizePerPlan } from '../memo.js';
import { devicesNear, devicesOf } from './devices.js';
import { exclusiveRegion, type PrivateZone, placementIn } from './private-zones.js';

/** m: a device on a wall hears from the wall, at most this far from where it is drawn. */
const AT_WALL = 0.1;

/** m: no device of the site hears farther than this from where it is drawn. */
const farthestPickup = memoizePerPlan(({ site, pack }) =>
  devicesOf(site).reduce(
    (most, { pickup = parameter(pack, 'pickup'), tolerance }) => Math.max(most, pickup + tolerance.position),
    0,
  ),
);

/**
 * Returns the devices for which `heardBy` may return a reach: a cheap bound, as no way round walls is shorter than the
 * straight line.
 */
export function mayHear(context: RuleContext, { zone, prohibition }: PrivateZone): readonly Device[] {
  const radius = prohibition.regime === 'anchor' ? parameter(context.pack, 'nearRadius') : 0;
  return devicesNear(context.site, zone, radius + farthestPickup(context) + AT_WALL);
}

/**
 * Returns the reach of the device's pickup into a private place that it stands outside of, supposing that it captures
 * sound. For a ballot box and the like, the reach into its near area, where people speak. Undefined if it hears
 * nothing.
 */
export function heardBy(context: GroundContext, device: Device, target: PrivateZone): Reach | undefined {
  return reaches(context, device)(target);
}

const reaches = memoizeOnGroundBy((context, device: Device) =>
  memoize((target: PrivateZone) => heardInto(context, device, target)),
);

function heardInto(context: GroundContext, device: Device, target: PrivateZone): Reach | undefined {
  const { zone, prohibition } = target;
  if (!zone.levels.includes(device.level) || placementIn(context, device, target) !== undefined) return undefined;
  const region =
    prohibition.regime === 'anchor'
      ? context.sight.near(zone, parameter(context.pack, 'nearRadius'))
      : exclusiveRegion(context, target);
  return charge('sound', device.id, () => context.sight.hear(device, device.level, region));
}
