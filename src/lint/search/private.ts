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
 * Returns the views of `device`, which may be posed otherwise than drawn, into private zones, under each of
 * `contexts` (one for each pack that judges). Leaves out grazes.
 */
export function seenBy(contexts: readonly RuleContext[], device: Device): readonly PrivateView[] {
  return contexts
    .flatMap((context) => viewsOf(context, device))
    .filter((view): view is PrivateView => view.grade.is !== 'graze');
}

/**
 * Yields the ids of the private zones (under any of `contexts`) of which a device sees more than a graze, each once and
 * as soon as it is found; the zone with the id `first`, if it is one of them, before the others of its level.
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

/**
 * True if a device may see so much floor outside all zones that lint leaves it to a reviewer: under some of `contexts`
 * the parameter `undrawnArea` (m²) or more.
 */
export function seesUndrawn(contexts: readonly RuleContext[], device: Device): boolean {
  return contexts.some(({ sight, pack }) => sight.undrawn(device).area >= parameter(pack, 'undrawnArea'));
}

/** A private zone under one pack. */
interface Target {
  readonly context: RuleContext;
  readonly target: PrivateZone;
}

/**
 * Returns a function from a cell of poses to a private zone on which every pose in the cell certainly has a finding;
 * undefined if there is no such zone. The device must have a single lens with a heading.
 *
 * @param contexts one for each pack that judges; a zone that is private under any of them counts
 * @param poses bounds on what `device` sees over cells of poses
 * @param only id of the one zone to try; absent: all on the device's level. `atLeast`: `sliver` if a view that is a
 * sliver is enough. `among`, of the returned function: ids of the only zones to try, such as those on which one pose
 * in the cell has a finding
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
 * True if every pose of a box certainly sees so much floor outside all zones that lint leaves it to a reviewer: under
 * some of `contexts` the parameter `undrawnArea` (m²) or more. The device must have a single lens with a heading.
 *
 * @param poses bounds on what the device sees over boxes of poses
 * @param level id of the level whose floor counts
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
