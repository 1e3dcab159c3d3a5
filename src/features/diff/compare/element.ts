// Elements of a plan of any kind (zones, walls, openings, devices, signs), and what two plans compare them by.
import { canonicalJson } from '../../../base/equality.js';
import type { Point } from '../../../geometry/types.js';
import { ringShape, sorted } from '../../../lint/baseline/shape.js';
import { TRAITS } from '../../../plan/kinds.js';
import type { Device, Opening, Optics, Range, Sign, Site, Wall, Zone } from '../../../plan/model.js';
import { bearing } from '../../../plan/read/frame.js';
import { lineOffset, type Map2, mapped, regionOffset } from './shapes.js';

/** Element of either plan with its kind and the id of its level. */
export type DiffElement = { readonly level: string } & (
  | { readonly of: 'zone'; readonly it: Zone }
  | { readonly of: 'wall'; readonly it: Wall }
  | { readonly of: 'opening'; readonly it: Opening }
  | { readonly of: 'device'; readonly it: Device }
  | { readonly of: 'sign'; readonly it: Sign }
);

/** One of the two plans of a comparison: conversion of its ids and points into those of the new plan. */
export interface Side {
  /** Returns the id in the new plan of an id of this plan. */
  readonly idOf: (id: string) => string;
  /** Maps a point of this plan to the metres of the new one. */
  readonly toNew: Map2;
  /** Maps a point of this plan to the coordinates of its file, in metres. */
  readonly toFile: Map2;
  /** True north, degrees clockwise from +y. */
  readonly north: number;
}

/** Returns all elements of a plan, level by level. */
export function planElements({ levels }: Pick<Site, 'levels'>): DiffElement[] {
  return levels.flatMap(({ id: level, zones, walls, openings, devices, signs }) => [
    ...zones.map((it): DiffElement => ({ of: 'zone', it, level })),
    ...walls.map((it): DiffElement => ({ of: 'wall', it, level })),
    ...openings.map((it): DiffElement => ({ of: 'opening', it, level })),
    ...devices.map((it): DiffElement => ({ of: 'device', it, level })),
    ...signs.map((it): DiffElement => ({ of: 'sign', it, level })),
  ]);
}

/** Returns the key of an element within its plan: kind and id, as in `zone Z1`. */
export function elementKey({ of, it }: DiffElement): string {
  return `${of} ${it.id}`;
}

/** Returns the points of an element as drawn, plan metres; of a zone without its holes. */
export function pointsOf({ of, it }: DiffElement): readonly Point[] {
  if (of === 'zone') return it.region.rings.flat();
  return of === 'wall' || of === 'opening' ? it.line : [it.at];
}

/** Returns the outline and the holes of a zone, the line of a wall or an opening, plan metres; else []. */
export function linesOf({ of, it }: DiffElement): readonly (readonly Point[])[] {
  if (of === 'zone') return [...it.region.rings, ...it.region.shadows];
  return of === 'wall' || of === 'opening' ? [it.line] : [];
}

/**
 * Returns the offset (m) from `one`, of the old plan, to `other`, of the new one, if both have the same shape, however
 * their points are listed; undefined if not. Holes of zones count unless `outlines`.
 */
export function offsetOf(one: DiffElement, other: DiffElement, toNew: Map2, outlines = false): Point | undefined {
  if (one.of !== 'zone' || other.of !== 'zone') return lineOffset(pointsOf(one).map(toNew), pointsOf(other));
  const shape = ({ region }: Zone) => (outlines ? { rings: region.rings, shadows: [] } : region);
  return regionOffset(mapped(shape(one.it), toNew), shape(other.it));
}

/** True if two values are the same data, whatever the order of the members of objects. */
export function isSameData(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}

/** Keys whose default depends on the element's kind. */
export const BY_KIND: ReadonlySet<string> = new Set(['enclosed', 'public', 'video', 'audio']);

/**
 * Returns what a plan states about an element besides its place, shape and headings, by the keys of the plan format;
 * for a device with those of its type filled in. A key left to its default isn't listed.
 */
export function keysOf({ of, it }: DiffElement, side: Side): ReadonlyMap<string, unknown> {
  const entries =
    of === 'zone'
      ? zoneKeys(it, side)
      : of === 'wall'
        ? wallKeys(it)
        : of === 'opening'
          ? openingKeys(it)
          : of === 'device'
            ? deviceKeys(it, side)
            : signKeys(it);
  return new Map(entries.filter(([, value]) => value !== undefined));
}

type Entries = readonly (readonly [key: string, value: unknown])[];

function zoneKeys(zone: Zone, { idOf }: Side): Entries {
  const [, ...others] = zone.levels;
  return [
    ['kind', zone.kind],
    ['name', zone.name],
    ['levels', unlessEmpty(others.map(idOf))],
    ['enclosed', unless(zone.spec?.enclosed ?? true, zone.enclosed)],
    // Verdicts rest on the statement itself, even where it equals the kind's default.
    ['public', zone.saidPublic === true ? true : zone.saidNotPublic === true ? false : undefined],
    ['important', unless(false, zone.important)],
    ['secondary', unless(false, zone.secondary)],
    ['designated', unless(false, zone.designated)],
    ['roles', unlessEmpty(zone.roles)],
    ['valid', zone.valid],
    ['kindUnknown', zone.kindUnknown],
    ['kindConfirmed', zone.kindConfirmed],
  ];
}

function wallKeys({ height, thickness, material }: Wall): Entries {
  return [
    ['height', height],
    ['thickness', thickness],
    ['material', unless('opaque', material)],
  ];
}

function openingKeys({
  kind,
  name,
  sill,
  head,
  thickness,
  normallyOpen,
  film,
  fixed,
  glazing,
  lock,
  unsure,
}: Opening): Entries {
  return [
    ['kind', kind],
    ['name', name],
    ['sill', sill],
    ['head', head],
    ['thickness', thickness],
    ['normallyOpen', unless(false, normallyOpen)],
    ['film', unless(false, film)],
    ['fixed', unless(false, fixed)],
    ['glazing', glazing],
    ['lock', lock],
    ['unsure', unsure],
  ];
}

function signKeys({ name, height, text, status }: Sign): Entries {
  return [
    ['name', name],
    ['height', height],
    ['text', text],
    ['status', unless('planned', status)],
  ];
}

function deviceKeys(device: Device, { idOf, toNew, north }: Side): Entries {
  const { kind, name, type, height, video, audio, lenses, masks, range, pickup, opening, status, tolerance } = device;
  const { mobile, mandatedBy } = device;
  return [
    ['kind', kind],
    ['name', name],
    ['type', type],
    ['model', device.model],
    ['height', height],
    ['video', unless(TRAITS[kind].video, video)],
    ['audio', unless(TRAITS[kind].audio, audio)],
    ['range', range],
    ['pickup', pickup],
    ['opening', opening === undefined ? undefined : idOf(opening)],
    ['status', unless('planned', status)],
    ['tolerance.heading', tolerance.heading],
    ['tolerance.tilt', tolerance.tilt],
    ['tolerance.position', unless(0, tolerance.position)],
    ['mobile.form', mobile?.form],
    ['mobile.area', mobile?.area?.map(idOf)],
    ['mobile.rules', mobile?.rules],
    ['mandatedBy', mandatedBy],
    ['masks', unlessEmpty(masks.map((mask) => maskOf(mask, toNew)))],
    ['sensors', lenses.length > 1 ? lenses.length : undefined],
    ...lenses.flatMap((lens, n) => lensKeys(lens, lenses.length > 1 ? `sensors[${n + 1}].` : '', north)),
  ];
}

function lensKeys({ form, tilt, roll, hfov, vfov, resolution, varifocal, ptz }: Optics, prefix: string, north: number) {
  const entries: Entries = [
    ['form', unless('fixed', form)],
    ['tilt', tilt],
    ['roll', unless(0, roll)],
    ['hfov', hfov === undefined ? undefined : round(hfov)],
    ['vfov', vfov],
    ['resolution', resolution],
    ['varifocal.hfov', varifocal?.hfov],
    ['varifocal.locked', varifocal && unless(false, varifocal.locked)],
    ['ptz.pan', ptz?.pan && panFrom(ptz.pan, north)],
    ['ptz.tilt', ptz?.tilt],
    ['ptz.hfov', ptz?.hfov],
    ['ptz.limits', ptz && unless('software', ptz.limits)],
    // A preset is the lens's own heading, tilt and field of view.
    ['ptz.home', ptz && ptz.home !== undefined],
  ];
  return entries.map(([key, value]) => [`${prefix}${key}`, value] as const);
}

/** Grid units in a metre to which masks are compared: a tenth of a millimetre. */
const PER_METRE = 1e4;

function maskOf({ polygon, ...flags }: Device['masks'][number], place: Map2) {
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
function unless<T>(usual: T, value: T): T | undefined {
  return value === usual ? undefined : value;
}

function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : sorted(list);
}

/**
 * Returns headings (degrees clockwise from true north): of each lens of a device, or the side that a sign or a device
 * without a lens faces; undefined if not in the plan. [] for other elements.
 *
 * @param north true north, degrees clockwise from +y
 */
export function headingsOf({ of, it }: DiffElement, north: number): readonly (number | undefined)[] {
  if (of !== 'device' && of !== 'sign') return [];
  const lenses = of === 'device' ? it.lenses : [];
  const headings =
    lenses.length > 0 ? lenses.map(({ heading }) => heading) : [of === 'device' ? it.facing : it.heading];
  return headings.map((heading) => (heading === undefined ? undefined : bearing(heading - north)));
}
