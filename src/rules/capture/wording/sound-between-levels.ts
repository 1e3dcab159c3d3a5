// Findings about sound between levels, which isn't computed.

import { minOf } from '../../../base/arrays.js';
import { compareLength } from '../../../base/threshold.js';
import { captureOf } from '../../../facts/capture/bars.js';
import { takesSound } from '../../../facts/capture/devices.js';
import { distanceToOpening, leastDistance, outsideOpenings, standsOutdoors } from '../../../facts/capture/levels.js';
import { possiblePrivateZones } from '../../../facts/capture/private-zones.js';
import type { RuleContext } from '../../../facts/context.js';
import { distinctClauses, levelNames, standsIn, zoneLabel, zonesById } from '../../../facts/labels.js';
import { catalogue } from '../../../i18n/catalogue.js';
import { distinct, plainFigure } from '../../../i18n/number.js';
import { parameter } from '../../../law/lookup.js';
import type { Device } from '../../../plan/model.js';
import { andUnsettled, openingNamed } from './phrases.js';
import { says } from './predicates.js';
import { type CaptureStatement, pairDependsOn, pairSubject, relatedZone, zoneParams } from './statements.js';
import { t as phrases } from './texts.js';

/** Message templates on sound between levels; a rule that calls {@link heardBetweenLevels} needs them. */
export const SOUND = {
  heardInside: {
    zh: '设备“{device}”设于跨越多个楼层的“{zone}”内，具有或者可能具有音频采集功能。本工具未计算跨楼层的拾音范围；{levels}标明有涉及个人隐私的场所和区域{count}处{unsettled}，与其直线距离最近{distance}米，不超过拾音距离{pickup}米，须结合剖面图核对。',
    en: "Device '{device}' stands in '{zone}', which spans several levels, and has or may have sound capture. This tool does not compute sound between levels; places that involve personal privacy are marked on {levels} ({count}{unsettled}), the nearest {distance} m away in a straight line, within the pickup of {pickup} m: check it with a section of the building.",
  },
  heardOutdoors: {
    zh: '设备“{device}”设于室外（{stands}），{has}音频采集功能，距{level}“{zone}”（{zoneKind}）的{opening}{distance}米，不超过拾音距离{pickup}米。本工具未计算跨楼层的拾音范围，须结合立面图核对。',
    en: "Device '{device}' stands outdoors ({stands}), {has} sound capture, and is {distance} m from {opening} of '{zone}' ({zoneKind}) on {level}, within the pickup of {pickup} m. This tool does not compute sound between levels: check it with an elevation of the building.",
  },
  noSound: {
    zh: '改用不具有音频采集功能的型号（audio: none），或者移远。仅关闭录音的，仍按具有音频采集功能计。',
    en: 'Use a model without sound capture (audio: none), or move it away. Switching the sound recording off does not make it one.',
  },
} as const;

const t = catalogue('', SOUND);

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
      .filter(({ distance }) => compareLength(distance, pickup) !== 'above');
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
    };
    return [
      {
        subject: pairSubject(device, zone),
        outcome: 'review',
        message: t.heardInside(params),
        says: (leads) => says.review({ leads }),
        basis: 'reading',
        advice: t.noSound,
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

/** Findings on a device that captures sound or may, stands outdoors, and is near a window or door of another level. */
function heardOutdoors(context: RuleContext, device: Device): CaptureStatement[] {
  const pickup = pickupOf(context, device);
  const { duty, prohibition } = captureOf(context.pack);
  return [...possiblePrivateZones(context.site).values()].flatMap((target): CaptureStatement[] => {
    if (target.zone.levels.includes(device.level)) return [];
    if (compareLength(leastDistance(context, device, target), pickup) === 'above') return [];
    const [nearest] = outsideOpenings(context, target, device.level)
      .map((opening) => ({ opening, distance: distanceToOpening(context, device, opening) }))
      .filter(({ distance }) => compareLength(distance, pickup) !== 'above')
      .sort((p, q) => p.distance - q.distance);
    if (nearest === undefined) return [];
    const { opening, distance } = nearest;
    const params = {
      ...zoneParams(context, target),
      device: device.id,
      stands: standsIn(context.site, device),
      has: takesSound(device) ? phrases.has : phrases.mayHave,
      level: levelNames(context.site, [opening.level]),
      opening: openingNamed(opening),
      distance: distinct(distance, pickup, 1),
      pickup: plainFigure(pickup),
    };
    return [
      {
        subject: pairSubject(device, target.zone),
        outcome: 'review',
        message: t.heardOutdoors(params),
        says: (leads) => says.review({ leads }),
        basis: 'reading',
        advice: t.noSound,
        clauses: distinctClauses([target.prohibition.clause, prohibition, duty]),
        decides: [duty],
        places: [target.prohibition.clause],
        penalties: [],
        place: device.place,
        related: [{ place: opening.place, caption: params.opening }, relatedZone(target.zone)],
        dependsOn: pairDependsOn(device, target.zone),
      },
    ];
  });
}

/**
 * Returns a `review` wherever the device may hear private places on another level. If it stands in a zone that spans
 * levels: one for that zone (message `heardInside`). If it stands outdoors: one for each place with an opening to the
 * outdoors within the pickup distance (message `heardOutdoors`). Sound between levels isn't computed, so a person must
 * decide. [] if the device has no pickup.
 */
export function heardBetweenLevels(context: RuleContext, device: Device): CaptureStatement[] {
  if (device.audio === 'none') return [];
  const inside = heardInside(context, device);
  return standsOutdoors(context, device) ? [...inside, ...heardOutdoors(context, device)] : inside;
}
