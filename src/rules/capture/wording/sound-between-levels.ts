// Findings about sound between levels, which isn't computed.

import { minOf } from '../../../base/arrays.js';
import { captureOf, wholeArticle } from '../../../facts/capture/bars.js';
import { takesSound } from '../../../facts/capture/devices.js';
import { distanceToOpening, isOutdoors, leastDistance, outsideOpenings } from '../../../facts/capture/levels.js';
import { possiblePrivateZones } from '../../../facts/capture/private-zones.js';
import type { RuleContext } from '../../../facts/context.js';
import { distinctClauses, levelNames, standsIn, zoneLabel, zonesById } from '../../../facts/labels.js';
import { distinct, plainFigure } from '../../../i18n/number.js';
import { parameter } from '../../../law/lookup.js';
import type { Device } from '../../../plan/model.js';
import { andUnsettled, openingNamed } from './phrases.js';
import { type CaptureStatement, pairDependsOn, pairSubject, relatedZone, zoneParams } from './statements.js';

function pickupOf({ pack }: RuleContext, device: Device): number {
  return device.pickup ?? parameter(pack, 'pickup');
}

/** Sound goes round corners and isn't computed from level to level: in a zone that spans levels, it may be heard. */
function heardInside(context: RuleContext, device: Device): CaptureStatement[] {
  const pickup = pickupOf(context, device);
  const { duty, prohibition } = captureOf(context.pack);
  const zones = device.zones.flatMap((id) => zonesById(context.site).get(id) ?? []);
  return zones.flatMap((zone): CaptureStatement[] => {
    // Empty if the zone spans no other level; then no place is near.
    const levels = zone.levels.filter((level) => level !== device.level);
    const near = [...possiblePrivateZones(context.site).values()]
      .filter((target) => !target.zone.levels.includes(device.level))
      .filter((target) => target.zone.levels.some((level) => levels.includes(level)))
      .map((target) => ({ target, distance: leastDistance(context, device, target) }))
      .filter(({ distance }) => distance <= pickup);
    if (near.length === 0) return [];
    const unsettled = near.filter(({ target }) => target.unsettled === true).length;
    const params = {
      device: device.id,
      zone: zoneLabel(zone),
      levels: levelNames(context.site, levels),
      count: String(near.length - unsettled),
      unsettled: andUnsettled(unsettled),
      distance: distinct(minOf(near.map(({ distance }) => distance)), pickup, 1),
      pickup: plainFigure(pickup),
      article: wholeArticle(context.pack),
    };
    return [
      {
        subject: pairSubject(device, zone),
        outcome: 'review',
        message: { id: 'heardInside', params },
        advice: { id: 'noSound', params: {} },
        clauses: [duty, prohibition],
        decides: [duty],
        penalties: [],
        place: device.place,
        related: [relatedZone(zone), ...near.map(({ target }) => relatedZone(target.zone))],
        dependsOn: pairDependsOn(device, zone),
      },
    ];
  });
}

/** Findings on a device that surely captures sound, stands outdoors, and is near a window or door of another level. */
function heardOutdoors(context: RuleContext, device: Device): CaptureStatement[] {
  const pickup = pickupOf(context, device);
  const { duty, prohibition } = captureOf(context.pack);
  return [...possiblePrivateZones(context.site).values()].flatMap((target): CaptureStatement[] => {
    if (target.zone.levels.includes(device.level) || leastDistance(context, device, target) > pickup) return [];
    const [nearest] = outsideOpenings(context, target, device.level)
      .map((opening) => ({ opening, distance: distanceToOpening(context, device, opening) }))
      .filter(({ distance }) => distance <= pickup)
      .sort((p, q) => p.distance - q.distance);
    if (nearest === undefined) return [];
    const { opening, distance } = nearest;
    const params = {
      ...zoneParams(context, target),
      device: device.id,
      stands: standsIn(context.site, device),
      level: levelNames(context.site, [opening.level]),
      opening: openingNamed(opening),
      distance: distinct(distance, pickup, 1),
      pickup: plainFigure(pickup),
    };
    return [
      {
        subject: pairSubject(device, target.zone),
        outcome: 'review',
        message: { id: 'heardOutdoors', params },
        advice: { id: 'noSound', params: {} },
        clauses: distinctClauses([target.prohibition.clause, prohibition, duty]),
        penalties: [],
        place: device.place,
        related: [{ place: opening.place, caption: params.opening }, relatedZone(target.zone)],
        dependsOn: pairDependsOn(device, target.zone),
      },
    ];
  });
}

/**
 * Returns a `review` for each place on another level that the device may hear, in a zone that spans levels or from
 * outdoors; messages `heardInside` and `heardOutdoors`. Sound between levels isn't computed. Empty if the device has no
 * pickup.
 */
export function heardBetweenLevels(context: RuleContext, device: Device): CaptureStatement[] {
  if (device.audio === 'none') return [];
  const inside = heardInside(context, device);
  return takesSound(device) && isOutdoors(context, device) ? [...inside, ...heardOutdoors(context, device)] : inside;
}
