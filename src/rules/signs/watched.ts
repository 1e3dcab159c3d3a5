import type { RuleContext } from '../../facts/context.js';
import { oncePerPlan } from '../../facts/memo.js';
import { coveredArea } from '../../geometry/index.js';
import type { Region } from '../../geometry/types.js';
import { parameter } from '../../law/lookup.js';
import type { Device, Zone } from '../../plan/model.js';
import { devicesOf, mayTakePictures, takesPictures } from '../capture/shared/devices.js';
import { isUnsettled } from '../unsettled.js';

/** What of a site's public zones is watched, and by what. */
export interface Watch {
  /** Devices that certainly take images and stand in a public zone or may see one, in the plan's order. */
  readonly sure: readonly Device[];
  /** Devices that may, for all the plan says: they may take images, or the zone may be public. */
  readonly doubtful: readonly Device[];
}

/** How much of a region on a level a device may see, m²; 0 where it is too little to count. */
export function seenOf({ sight, pack }: RuleContext, device: Device, level: string, region: Region): number {
  const view = sight.view(device, level, parameter(pack, 'privacyDensity'), 'may');
  const { covered } = coveredArea(region, view);
  return covered > parameter(pack, 'viewArea') ? covered : 0;
}

/** Which devices are about public places, and which may be. */
export const watchOf: (context: RuleContext) => Watch = oncePerPlan((context) => {
  const { site } = context;
  const isPublic = (zone: Zone) => zone.public;
  const mayBe = (zone: Zone) => zone.public || isUnsettled(site, zone);
  const [sure, doubtful]: [Device[], Device[]] = [[], []];
  for (const device of devicesOf(site)) {
    const takes = takesPictures(device);
    if (takes && isAbout(context, device, isPublic)) sure.push(device);
    else if ((takes || mayTakePictures(device)) && isAbout(context, device, mayBe)) doubtful.push(device);
  }
  return { sure, doubtful };
});

/** Whether a device stands in such a zone or may see some of one. */
function isAbout(context: RuleContext, device: Device, is: (zone: Zone) => boolean): boolean {
  const { site, sight, pack } = context;
  const zones = site.levels.flatMap((level) => level.zones);
  if (zones.some((zone) => device.zones.includes(zone.id) && is(zone))) return true;
  return site.levels.some(({ id }) =>
    sight
      .within(device, id, parameter(pack, 'privacyDensity'))
      .some((zone) => is(zone) && seenOf(context, device, id, zone.region) > 0),
  );
}
