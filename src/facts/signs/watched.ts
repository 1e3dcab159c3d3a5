// Which devices watch the public zones of a site.

import { listsOf } from '../../base/arrays.js';
import { compareArea } from '../../base/threshold.js';
import { coveredArea, coveredPieces, outlineOfPieces } from '../../geometry/index.js';
import type { Region } from '../../geometry/types.js';
import { parameter } from '../../law/lookup.js';
import { isFixed } from '../../plan/fixed.js';
import type { Device, Zone } from '../../plan/model.js';
import { devicesOf, mayTakePictures, takesPictures } from '../capture/devices.js';
import type { GroundContext, RuleContext } from '../context.js';
import { memoizeOnGround, memoizeOnGroundBy, memoizePerPlan } from '../memo.js';
import { zonesOf } from '../protection/site.js';
import { hasUnknownUse } from '../unknown-use.js';

/** The devices that watch the public zones of a site. */
export interface Watch {
  /** Devices that certainly take images and stand in a public zone or may see one, in the plan's order. */
  readonly sure: readonly Device[];
  /** Devices that may watch a public zone: they may take images, or the zone may be public. In the plan's order. */
  readonly doubtful: readonly Device[];
  /** Devices that may take images of a public zone and move: nobody installed them there. In the plan's order. */
  readonly mobile: readonly Device[];
  /**
   * Devices that may take images, fixed or not, of nothing but zones of a public kind that the plan says aren't public. In
   * the plan's order.
   */
  readonly denied: readonly Device[];
}

/** True if the kind of the zone is public and the plan says that the zone isn't. */
function isDenied(zone: Zone): boolean {
  return zone.publicDeclared && !zone.public;
}

/**
 * Returns the area in m² of a region on `level` that the device may see; 0 if it is below the area from which a view
 * counts (parameter `viewArea`).
 */
export function seenOf({ sight, pack }: GroundContext, device: Device, level: string, region: Region): number {
  const view = sight.view(device, level, parameter(pack, 'privacyDensity'), 'may');
  const { covered, bound } = coveredArea(region, view);
  const outline = () => outlineOfPieces(coveredPieces(region, view));
  return compareArea({ area: covered, bound, outline }, parameter(pack, 'viewArea')) === 'below' ? 0 : covered;
}

/**
 * Returns the devices that watch public zones, those that may, those that move, and those that watch denied ones
 * (zones of a public kind that the plan says aren't public).
 */
export const watchOf: (context: RuleContext) => Watch = memoizePerPlan((context) => {
  const [sure, doubtful, mobile, denied]: [Device[], Device[], Device[], Device[]] = [[], [], [], []];
  for (const device of devicesOf(context.site)) {
    const takes = takesPictures(device);
    if (!takes && !mayTakePictures(device)) continue;
    const fixed = isFixed(context.site, device);
    if (fixed && takes && isAboutPublic(context, device)) sure.push(device);
    else if (mayBeAboutPublic(context, device)) (fixed ? doubtful : mobile).push(device);
    else if (isAboutDenied(context, device)) denied.push(device);
  }
  return { sure, doubtful, mobile, denied };
});

const isAboutPublic = memoizeOnGroundBy((context, device: Device) => isAbout(context, device, (zone) => zone.public));

const mayBeAboutPublic = memoizeOnGroundBy((context, device: Device) =>
  isAbout(context, device, (zone) => zone.public || hasUnknownUse(context.site, zone)),
);

const isAboutDenied = memoizeOnGroundBy((context, device: Device) => isAbout(context, device, isDenied));

/** Returns the zones of a public kind that the plan says aren't public and of which one of the devices may take images. */
export function deniedZones(context: RuleContext, devices: readonly Device[]): readonly Zone[] {
  const watched = new Set(devices.flatMap((device) => [...zonesAbout(context, device, isDenied)]));
  return zonesOf(context.site).filter((zone) => watched.has(zone));
}

/** Zones by id; several where an id is used twice. */
const zonesNamed = memoizeOnGround(({ levels }) =>
  listsOf(levels.flatMap(({ zones }) => zones).map((zone) => [zone.id, zone] as const)),
);

/** True if the device stands in a zone for which `is` is true, or may see part of one. */
function isAbout(context: GroundContext, device: Device, is: (zone: Zone) => boolean): boolean {
  return zonesAbout(context, device, is).next().done !== true;
}

/** Yields the zones for which `is` is true and that the device stands in or may see part of, some more than once. */
function* zonesAbout(context: GroundContext, device: Device, is: (zone: Zone) => boolean): Generator<Zone, void> {
  const { site, sight, pack } = context;
  const named = zonesNamed(site);
  for (const id of device.zones) yield* named.get(id)?.filter(is) ?? [];
  for (const { id } of site.levels) {
    for (const zone of sight.within(device, id, parameter(pack, 'privacyDensity'))) {
      if (is(zone) && seenOf(context, device, id, zone.region) > 0) yield zone;
    }
  }
}
