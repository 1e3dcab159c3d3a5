// The keys of an element that two plans are compared by, without its place and shape.
import type { Point } from '../../../geometry/types.js';
import { ringShape, sorted } from '../../../lint/baseline/shape.js';
import { TRAITS } from '../../../plan/kinds.js';
import type { Device, Opening, Optics, Range, Sign, Wall, Zone } from '../../../plan/model.js';
import { bearing } from '../../../plan/read/frame.js';

/** Statements of a plan about an element besides its place and shape, by the keys of the plan format. */
export type ElementKeys = ReadonlyMap<string, unknown>;

/** Keys whose default depends on the element's kind. */
export const BY_KIND: ReadonlySet<string> = new Set(['enclosed', 'public', 'video', 'audio']);

/** Grid units in a metre to which masks are compared: a tenth of a millimetre. */
const PER_METRE = 1e4;

/** Returns the keys of a zone. */
export function zoneKeys(zone: Zone): ElementKeys {
  const [, ...others] = zone.levels;
  return said([
    ['kind', zone.kind],
    ['name', zone.name],
    ['levels', others.length === 0 ? undefined : sorted(others)],
    ['enclosed', byDefault(zone.enclosed, zone.spec?.enclosed ?? true)],
    ['public', byDefault(zone.public, zone.spec?.public ?? false)],
    ['important', flag(zone.important)],
    ['secondary', flag(zone.secondary)],
    ['designated', flag(zone.designated)],
    ['roles', zone.roles.length === 0 ? undefined : sorted(zone.roles)],
    ['valid', zone.valid],
    ['kindUnknown', zone.kindUnknown],
    ['kindConfirmed', zone.kindConfirmed],
  ]);
}

/** Returns the keys of a wall. */
export function wallKeys({ height, thickness, material }: Wall): ElementKeys {
  return said([
    ['height', height],
    ['thickness', thickness],
    ['material', byDefault(material, 'opaque')],
  ]);
}

/** Returns the keys of an opening. */
export function openingKeys(opening: Opening): ElementKeys {
  const { kind, name, sill, head, thickness, normallyOpen, film, fixed, glazing, lock } = opening;
  return said([
    ['kind', kind],
    ['name', name],
    ['sill', sill],
    ['head', head],
    ['thickness', thickness],
    ['normallyOpen', flag(normallyOpen)],
    ['film', flag(film)],
    ['fixed', flag(fixed)],
    ['glazing', glazing],
    ['lock', lock],
  ]);
}

/** Returns the keys of a sign; its heading isn't among them. */
export function signKeys({ name, height, text, status }: Sign): ElementKeys {
  return said([
    ['name', name],
    ['height', height],
    ['text', text],
    ['status', byDefault(status, 'planned')],
  ]);
}

/**
 * Returns the keys of a device, with those of its type filled in. Headings aren't among them: they are compared as
 * turns.
 *
 * @param place maps a point of the device's plan to the metres that both plans are compared in
 * @param north true north of its plan, degrees clockwise from +y
 */
export function comparedKeys(device: Device, place: (point: Point) => Point, north: number): ElementKeys {
  const { kind, name, type, height, video, audio, lenses, masks, range, pickup, opening, status, tolerance } = device;
  return said([
    ['kind', kind],
    ['name', name],
    ['type', type],
    ['height', height],
    ['video', byDefault(video, TRAITS[kind].video)],
    ['audio', byDefault(audio, TRAITS[kind].audio)],
    ['range', range],
    ['pickup', pickup],
    ['opening', opening],
    ['status', byDefault(status, 'planned')],
    ['tolerance.heading', tolerance.heading],
    ['tolerance.tilt', tolerance.tilt],
    ['tolerance.position', tolerance.position === 0 ? undefined : tolerance.position],
    ['masks', masks.length === 0 ? undefined : sorted(masks.map((mask) => maskOf(mask, place)))],
    ['sensors', lenses.length > 1 ? lenses.length : undefined],
    ...lenses.flatMap((lens, n) => lensKeys(lens, lenses.length > 1 ? `sensors[${n + 1}].` : '', north)),
  ]);
}

function lensKeys(lens: Optics, prefix: string, north: number): (readonly [string, unknown])[] {
  const { form, tilt, roll, hfov, vfov, resolution, varifocal, ptz } = lens;
  return [
    [`${prefix}form`, byDefault(form, 'fixed')],
    [`${prefix}tilt`, tilt],
    [`${prefix}roll`, roll === 0 ? undefined : roll],
    [`${prefix}hfov`, hfov === undefined ? undefined : round(hfov)],
    [`${prefix}vfov`, vfov],
    [`${prefix}resolution`, resolution],
    [`${prefix}varifocal.hfov`, varifocal?.hfov],
    [`${prefix}varifocal.locked`, varifocal === undefined ? undefined : flag(varifocal.locked)],
    [`${prefix}ptz.pan`, ptz?.pan === undefined ? undefined : panFrom(ptz.pan, north)],
    [`${prefix}ptz.tilt`, ptz?.tilt],
    [`${prefix}ptz.hfov`, ptz?.hfov],
    [`${prefix}ptz.limits`, ptz === undefined ? undefined : byDefault(ptz.limits, 'software')],
    // A preset is the lens's own heading, tilt and field of view.
    [`${prefix}ptz.home`, ptz === undefined ? undefined : ptz.home !== undefined],
  ];
}

function maskOf({ polygon, ...flags }: Device['masks'][number], place: (point: Point) => Point) {
  const cells = ringShape(polygon.map(place), ([x, y]) => [Math.round(x * PER_METRE), Math.round(y * PER_METRE)]);
  return { polygon: cells.map(([x, y]) => [x / PER_METRE, y / PER_METRE]), ...flags };
}

/** Returns pan limits from true north: the start in [0°, 360°), and the end clockwise of it. */
function panFrom([from, to]: Range, north: number): Range {
  const start = bearing(from - north);
  return [round(start), round(start + to - from)];
}

/** Returns degrees without the last bits of arithmetic. */
function round(degrees: number): number {
  return Number(degrees.toFixed(7)) + 0;
}

/** Returns undefined for a value that is the default: another kind has other defaults, which nobody edited. */
function byDefault<T>(value: T, usual: T): T | undefined {
  return value === usual ? undefined : value;
}

function flag(value: boolean): boolean | undefined {
  return byDefault(value, false);
}

function said(entries: readonly (readonly [string, unknown])[]): ElementKeys {
  return new Map(entries.filter(([, value]) => value !== undefined));
}

/**
 * Returns headings (degrees clockwise from true north): of each lens of a device, or the side that a sign or a device
 * without a lens faces; undefined if not in the plan.
 */
export function headingsOf(element: Device | Sign, north: number): readonly (number | undefined)[] {
  return aims(element).map((heading) => (heading === undefined ? undefined : bearing(heading - north)));
}

function aims(element: Device | Sign): readonly (number | undefined)[] {
  if (!('lenses' in element)) return [element.heading];
  const { lenses, facing } = element;
  return lenses.length > 0 ? lenses.map(({ heading }) => heading) : [facing];
}
