// Which devices hear into a private place, and how far in.

import { listsOf } from '../../base/arrays.js';
import { charge } from '../../base/budget.js';
import { memoize } from '../../base/memo.js';
import { boxOf, boxOfRegion, grow } from '../../geometry/index.js';
import { parameter } from '../../law/lookup.js';
import type { Device } from '../../plan/model.js';
import { boxesOf } from '../../sight/scene/box-index.js';
import type { Reach } from '../../sight/types.js';
import type { GroundContext, RuleContext } from '../context.js';
import { memoizeOnGround, memoizeOnGroundBy, memoizePerPlan } from '../memo.js';
import { devicesOf } from './devices.js';
import {
  exclusiveRegion,
  firstOfKinds,
  isAnchor,
  type PrivateZone,
  placementAs,
  possiblePlaces,
} from './private-zones.js';

/** m: a device on a wall hears from the wall, at most this far from where it is drawn. */
const AT_WALL = 0.1;

/**
 * Returns the devices that may hear into a private place, or one that may be: all for which `heardBy` returns
 * something, and perhaps others, in the plan's order. It compares straight lines alone, as no way round walls is
 * shorter.
 */
export function mayHear(context: RuleContext, { zone }: PrivateZone): readonly Device[] {
  return hearersByZone(context).get(zone.id) ?? [];
}

const hearersByZone = memoizePerPlan((context) =>
  listsOf(
    devicesOf(context.site).flatMap((device) => zonesInEarshot(context, device).map((id) => [id, device] as const)),
  ),
);

/**
 * Returns the ids of the zones that are or may be private and that the device may hear into: those whose bounding boxes
 * (of ballot boxes and the like those of their near areas) come within its pickup distance and tolerance, walls or not.
 * Whether it hears into one round the walls, {@link heardBy} tells.
 */
export const zonesInEarshot = memoizeOnGroundBy(({ site, pack }, { at, level, pickup, tolerance }: Device) => {
  const box = boxOf([at]);
  if (box === undefined) return [];
  const reach = (pickup ?? parameter(pack, 'pickup')) + Math.max(0, tolerance.position) + AT_WALL;
  const near = placesToHear(site)
    .meeting(grow(box, reach))
    .filter(({ zone }) => zone.levels.includes(level));
  return [...new Set(near.map(({ zone }) => zone.id))];
});

/** Private places, and those that may be, by the boxes of where people speak in them. */
const placesToHear = memoizeOnGround((site) =>
  boxesOf(possiblePlaces(site), (target) => {
    const box = boxOfRegion(target.zone.region);
    return box && isAnchor(target) ? grow(box, parameter(site.pack, 'nearRadius')) : box;
  }),
);

/** What a device hears of a private place (a reach), and the kind as which the place is judged. */
export interface HeardPlace {
  /** The place as the kind by which it is judged. */
  readonly as: PrivateZone;
  readonly reach: Reach;
}

/**
 * Returns what the device would hear, with a microphone, of a private place that it stands outside of. A place of
 * several kinds is judged as the strictest of which the device hears anything. Of a ballot box and the like, what
 * counts is its near area, where people speak. Undefined if the device hears nothing.
 */
export function heardBy(context: GroundContext, device: Device, target: PrivateZone): HeardPlace | undefined {
  return heardPlaces(context, device)(target);
}

const heardPlaces = memoizeOnGroundBy((context, device: Device) =>
  memoize((target: PrivateZone) =>
    firstOfKinds(target, (as): HeardPlace | undefined => {
      const reach = heardInto(context, device, as);
      return reach && { as, reach };
    }),
  ),
);

function heardInto(context: GroundContext, device: Device, target: PrivateZone): Reach | undefined {
  const { zone, prohibition } = target;
  if (!zone.levels.includes(device.level) || placementAs(context, device, target) !== undefined) return undefined;
  const region =
    prohibition.regime === 'anchor'
      ? context.sight.near(zone, parameter(context.pack, 'nearRadius'))
      : exclusiveRegion(context, target, device.level, 'sound');
  return charge('sound', device.id, () => context.sight.hear(device, device.level, region));
}
