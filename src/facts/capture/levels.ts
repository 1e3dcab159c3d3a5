// Distances and openings between a device and private places on other levels.

import { minOf } from '../../base/arrays.js';
import { distanceToSegment } from '../../geometry/shapes/segment.js';
import type { Device, Level, Opening, Zone } from '../../plan/model.js';
import { edgesOf } from '../../plan/walls/plane.js';
import type { RuleContext } from '../context.js';
import { zonesById } from '../labels.js';
import { mayBeOutdoors } from '../protection/point-devices.js';
import type { PrivateZone } from './private-zones.js';

/**
 * True if the device stands outdoors, or may: in no zone, or in one that may lie outdoors and in no walled room
 * besides. A zone indoors that is drawn without walls, such as a lift lobby, doesn't count as outdoors.
 */
export function standsOutdoors({ site }: RuleContext, { zones: ids }: Device): boolean {
  const zones = ids.flatMap((id) => zonesById(site).get(id) ?? []);
  return (
    zones.every((zone) => mayBeOutdoors(zone) || !zone.enclosed) && (zones.length === 0 || zones.some(mayBeOutdoors))
  );
}

/** Returns the openings of the private place that lead outdoors, on its levels other than `level`. */
export function outsideOpenings({ site, sight }: RuleContext, target: PrivateZone, level: string): readonly Opening[] {
  const within = (zone: Zone | undefined): boolean =>
    zone !== undefined && (zone.id === target.zone.id || target.zone.nested.includes(zone.id));
  return site.levels
    .filter((each) => each.id !== level && target.zone.levels.includes(each.id))
    .flatMap((each) => each.openings)
    .filter((opening) => {
      const [one, other] = sight.joins(opening);
      const beyond = within(one) ? other : one;
      return within(one) !== within(other) && (beyond === undefined || mayBeOutdoors(beyond));
    });
}

function levelOf({ site }: RuleContext, id: string): Level | undefined {
  return site.levels.find((level) => level.id === id);
}

/** m up or down from the device to the rooms of another level; 0 if the plan doesn't bound it. */
function rise(context: RuleContext, device: Device, id: string): number {
  const [own, other] = [levelOf(context, device.level), levelOf(context, id)];
  if (own === undefined || other === undefined || device.height === undefined) return 0;
  const above = other.elevation - own.elevation - device.height;
  const below = other.ceiling === undefined ? 0 : -above - other.ceiling;
  return Math.max(0, above, below);
}

/**
 * Returns the distance in m, in a straight line, from the device to the nearest part of a private place on another
 * level. A lower bound: the difference in height counts as 0 if the plan doesn't say enough to bound it.
 */
export function leastDistance(context: RuleContext, device: Device, { zone }: PrivateZone): number {
  const { at } = device;
  const { region } = zone;
  const edges = [...region.rings, ...region.shadows].flatMap(edgesOf);
  const across = context.sight.holds(region, at) ? 0 : minOf(edges.map((edge) => distanceToSegment(at, edge)));
  const up = Math.min(...zone.levels.map((level) => rise(context, device, level)));
  return Math.hypot(across, up);
}

/**
 * Returns the distance in m, in a straight line, from the device to an opening of another level. A lower bound: the
 * difference in height counts as 0 if the plan doesn't say enough to bound it.
 */
export function distanceToOpening(context: RuleContext, device: Device, { line: [a, b], level }: Opening): number {
  return Math.hypot(distanceToSegment(device.at, { a, b }), rise(context, device, level));
}
