// Private zones that a camera sees in one pose, and those that it certainly sees in every pose of a cell.

import type { PrivateZone } from '../../facts/capture/private-zones.js';
import { type GradedDeviceView, isSurelyFinding, viewsOf } from '../../facts/capture/views.js';
import type { RuleContext } from '../../facts/context.js';
import type { Device, Zone } from '../../plan/model.js';
import type { PoseBox, Poses } from '../../sight/types.js';

/** A view into a private zone that is a finding, or a sliver: too small to be a finding, too large to ignore. */
export type PrivateView = GradedDeviceView & { readonly grade: { readonly is: 'finding' | 'sliver' } };

/**
 * Returns the device's views into private zones, for a device of this id and pose. Excludes grazes, which need an open
 * door and reach little.
 */
export function seenBy(contexts: readonly RuleContext[], device: Device): readonly PrivateView[] {
  return contexts
    .flatMap((context) => viewsOf(context, device))
    .filter((view): view is PrivateView => view.grade.is !== 'graze');
}

/** A private zone under one pack. */
interface Target {
  readonly context: RuleContext;
  readonly target: PrivateZone;
}

/**
 * Returns a function that gives a private zone on which every pose of a cell certainly has a finding; undefined if no
 * zone is certain. The device must have a single lens with a heading.
 *
 * @param only the zone to ask about; absent: all on the device's level. `among` of a question: the only ones that can be
 *   certain, such as those that one of its poses has a finding on
 */
export function zoneSeenByAll(
  contexts: readonly RuleContext[],
  device: Device,
  poses: Poses,
  only?: string,
): (box: PoseBox, among?: ReadonlySet<string>) => Zone | undefined {
  let targets = contexts
    .flatMap((context) => privateAround(context, device))
    .filter(({ target: { zone } }) => only === undefined || zone.id === only);
  return (box, among) => {
    const found = targets.find(
      ({ context, target }) =>
        among?.has(target.zone.id) !== false &&
        isSurelyFinding(context, device, target, (region, density, world) =>
          poses.mayInEvery(box, region, density, world),
        ),
    );
    if (found === undefined) return undefined;
    // The zone that excluded one cell is tried first in the next.
    targets = [found, ...targets.filter((one) => one !== found)];
    return found.target.zone;
  };
}

/** Returns the private zones on its level that the camera could see into, aimed anywhere and with any lens. */
function privateAround(context: RuleContext, device: Device): Target[] {
  const [lens] = device.lenses;
  if (lens === undefined) return [];
  const { hfov: _, varifocal: __, resolution: ___, vfov: ____, ...rest } = lens;
  const blind = { ...rest, form: 'varifocal', hfov: undefined, vfov: undefined } as const;
  const round = { ...device, masks: [], lenses: [{ ...blind, varifocal: undefined, resolution: undefined }] };
  return viewsOf(context, round)
    .filter(({ target, grade }) => grade.is === 'finding' && target.zone.levels.includes(device.level))
    .map(({ target }) => ({ context, target }));
}
