// Private zones that a camera sees in one pose, and those that it certainly sees in every pose of a cell.

import { memoize, memoizeByName } from '../../base/memo.js';
import type { PrivateZone } from '../../facts/capture/private-zones.js';
import { type GradedDeviceView, isSurelyFinding, viewsInTurn, viewsOf } from '../../facts/capture/views.js';
import type { RuleContext } from '../../facts/context.js';
import { parameter } from '../../law/lookup.js';
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

/**
 * Yields the ids of the private zones of which a device sees more than a graze, each once and as soon as it is found;
 * `first`, if it is one of them, before the others of its level.
 */
export function* zonesSeenBy(
  contexts: readonly RuleContext[],
  device: Device,
  first?: string,
): Generator<string, void, void> {
  const known = new Set<string>();
  for (const context of contexts) {
    for (const { target, grade } of viewsInTurn(context, device, first)) {
      if (grade.is === 'graze' || known.has(target.zone.id)) continue;
      known.add(target.zone.id);
      yield target.zone.id;
    }
  }
}

/** True if a device sees so much floor that is in no zone that lint asks a person about it. */
export function seesUndrawn(contexts: readonly RuleContext[], device: Device): boolean {
  return contexts.some(({ sight, pack }) => sight.undrawn(device).area >= parameter(pack, 'undrawnArea'));
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
 * @param only the zone to ask about; absent: all on the device's level. `atLeast` sliver: a sliver is enough. `among` of a
 *   question: the only zones that can be certain, such as those that one of its poses has a finding on
 */
export function zoneSeenByAll(
  contexts: readonly RuleContext[],
  device: Device,
  poses: Poses,
  { only, atLeast = 'finding' }: { readonly only?: string | undefined; readonly atLeast?: 'finding' | 'sliver' } = {},
): (box: PoseBox, among?: ReadonlySet<string>) => Zone | undefined {
  let targets = contexts
    .flatMap((context) => privateAround(context, device, atLeast))
    .filter(({ target: { zone } }) => only === undefined || zone.id === only);
  return (box, among) => {
    const found = targets.find(
      ({ context, target }) =>
        among?.has(target.zone.id) !== false &&
        isSurelyFinding(
          context,
          device,
          target,
          (region, density, world) => poses.mayInEvery(box, region, density, world),
          atLeast,
        ),
    );
    if (found === undefined) return undefined;
    // The zone that excluded one cell is tried first in the next.
    targets = [found, ...targets.filter((one) => one !== found)];
    return found.target.zone;
  };
}

/**
 * True if every pose of a box certainly sees so much floor that is in no zone that lint asks a person about it. The device
 * must have a single lens with a heading.
 */
export function seesUndrawnInAll(contexts: readonly RuleContext[], poses: Poses, level: string, box: PoseBox): boolean {
  return contexts.some((context) => {
    const reach = poses.mayInEvery(box, undrawnFloor(context)(level), parameter(context.pack, 'privacyDensity'), 'may');
    return reach !== undefined && reach.area - reach.bound >= parameter(context.pack, 'undrawnArea');
  });
}

const undrawnFloor = memoize(({ sight }: RuleContext) => memoizeByName((level: string) => sight.undrawnFloor(level)));

/** Returns the private zones on its level that the camera could see into, aimed anywhere and with any lens. */
function privateAround(context: RuleContext, device: Device, atLeast: 'finding' | 'sliver'): Target[] {
  const [lens] = device.lenses;
  if (lens === undefined) return [];
  const { hfov: _, varifocal: __, resolution: ___, vfov: ____, ...rest } = lens;
  const blind = { ...rest, form: 'varifocal', hfov: undefined, vfov: undefined } as const;
  const round = { ...device, masks: [], lenses: [{ ...blind, varifocal: undefined, resolution: undefined }] };
  return viewsOf(context, round)
    .filter(({ grade }) => grade.is === 'finding' || grade.is === atLeast)
    .filter(({ target }) => target.zone.levels.includes(device.level))
    .map(({ target }) => ({ context, target }));
}
