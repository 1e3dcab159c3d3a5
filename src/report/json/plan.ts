// Sites, waivers and devices as JSON records.
import type { LocalView } from '../../findings/local.js';
import type { Decision } from '../../lint/types.js';
import type { Device, Level, Site, Waiver, Zone } from '../../plan/model.js';
import type { SourceFile } from '../../source/types.js';
import { placeRecord } from './places.js';

/**
 * Returns what the JSON report says of the site as judged: the plan's statements on it, its levels and zones, and what
 * its author declares absent, waives or overrides.
 */
export function siteRecord(site: Site, view: LocalView, files: readonly SourceFile[]) {
  return {
    name: site.name,
    region: site.region ?? null,
    categories: site.categories.map(({ id }) => id),
    coordinates: site.coordinates,
    ...(site.origin === undefined ? {} : { origin: site.origin }),
    shift: site.shift,
    north: site.north ?? 0,
    keepsImportantItems: site.keepsImportantItems ?? null,
    designation: site.designation ?? null,
    absent: site.absent.map(({ role, reason, by, place }) => ({
      role,
      reason,
      by,
      place: placeRecord(place, view.spot(place, files)),
    })),
    levels: site.levels.map(levelRecord),
    waivers: site.waivers.map((waiver) => waiverRecord(waiver, view, files)),
    ...(site.overrides && {
      overrides: site.overrides.map(({ place, from, leftOut, ...override }) => ({
        ...override,
        from: from ?? null,
        ...(leftOut && { leftOut }),
        place: placeRecord(place, view.spot(place, files)),
      })),
    }),
  };
}

function levelRecord({ id, name, elevation, ceiling, zones, walls, openings, devices, signs }: Level) {
  return {
    id,
    name: name ?? null,
    elevation,
    ceiling: ceiling ?? null,
    counts: {
      zones: zones.length,
      walls: walls.length,
      openings: openings.length,
      devices: devices.length,
      ...(signs.length > 0 && { signs: signs.length }),
    },
    zones: zones.map(zoneRecord),
  };
}

function zoneRecord(zone: Zone) {
  const { id, kind, name, levels, roles, enclosed, important, secondary, designated, namedKind, spec } = zone;
  return {
    id,
    name: name ?? null,
    kind,
    kindName: spec?.name ?? null,
    // The words of its source if they don't determine its kind.
    ...(zone.kindUnknown === undefined ? {} : { kindUnknown: zone.kindUnknown }),
    // The kind that its name suggests, by which capture is judged.
    ...(namedKind === undefined ? {} : { namedKind: namedKind.id }),
    levels,
    roles,
    enclosed,
    public: zone.public,
    important,
    secondary,
    designated,
  };
}

/** Returns what the JSON report says of a reviewing authority's decision on a finding to review. */
export function decisionRecord(decision: Decision, view: LocalView, files: readonly SourceFile[]) {
  const { decision: answer, by, document, date, reason, lapsed = false, place } = decision;
  return { decision: answer, lapsed, by, document, date, reason, place: placeRecord(place, view.spot(place, files)) };
}

/** Returns what the JSON report says of a waiver, which has no legal effect. */
export function waiverRecord(waiver: Waiver, view: LocalView, files: readonly SourceFile[]) {
  const { rule, subject, reason, by, document, until, place } = waiver;
  return {
    rule,
    subject,
    reason,
    by,
    document: document ?? null,
    until,
    place: placeRecord(place, view.spot(place, files)),
  };
}

/**
 * Returns a device as the JSON report gives it, with its type's data filled in; null for values that the plan doesn't
 * state.
 */
export function deviceRecord(device: Device, view: LocalView, files: readonly SourceFile[]) {
  return {
    id: device.id,
    name: device.name ?? null,
    kind: device.kind,
    type: device.type ?? null,
    level: device.level,
    at: device.at,
    height: device.height ?? null,
    status: device.status,
    video: device.video,
    audio: device.audio,
    range: device.range ?? null,
    pickup: device.pickup ?? null,
    opening: device.opening ?? null,
    zones: device.zones,
    standsIn: device.standsIn,
    lenses: device.lenses.map((lens) => ({
      form: lens.form,
      heading: lens.heading ?? null,
      tilt: lens.tilt ?? null,
      roll: lens.roll,
      hfov: lens.hfov ?? null,
      vfov: lens.vfov ?? null,
      resolution: lens.resolution ?? null,
      ...(lens.varifocal === undefined ? {} : { varifocal: lens.varifocal }),
      ...(lens.ptz === undefined ? {} : { ptz: lens.ptz }),
    })),
    masks: device.masks,
    tolerance: {
      heading: device.tolerance.heading ?? null,
      tilt: device.tolerance.tilt ?? null,
      position: device.tolerance.position,
    },
    place: placeRecord(device.place, view.spot(device.place, files)),
  };
}
