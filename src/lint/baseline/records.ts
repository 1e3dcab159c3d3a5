// Plan elements as plain values for hashing, on a grid of 0.1 mm or 1e-9 degrees.
import type { Point } from '../../geometry/types.js';
import type { Ground, GroundLevel } from '../../plan/ground.js';
import type { Device, Mask, Opening, Optics, Range, Sign, Site, Wall, Zone } from '../../plan/model.js';
import { unproject } from '../../plan/read/frame.js';
import { lineShape, regionShape, ringShape, sorted, type ToCell } from './shape.js';

/** Grid units in a metre, the engine's own precision (0.1 mm), and in a degree of longitude or latitude. */
const PER_METRE = 1e4;
const PER_DEGREE = 1e9;

/** Units of angles and of figures that aren't points: a ten-thousandth. */
const FINE = 1e4;

/**
 * Returns the conversion to grid units (0.1 mm; 1e-9° for a plan in degrees) in the coordinates of the plan's file,
 * undoing the shift and projection made when it was read.
 */
export function fileGrid({ coordinates, origin, shift: [dx, dy] }: Ground): ToCell {
  if (coordinates !== 'wgs84' || origin === undefined) {
    return ([x, y]) => [units(x + dx, PER_METRE), units(y + dy, PER_METRE)];
  }
  return ([x, y]) => {
    const [longitude, latitude] = unproject([x + dx, y + dy], origin);
    return [units(longitude, PER_DEGREE), units(latitude, PER_DEGREE)];
  };
}

/**
 * Returns the conversion to grid units (0.1 mm) measured from the south-west corner of all that is drawn. A plan in
 * degrees keeps its own coordinates, as in {@link fileGrid}.
 */
export function cornerGrid(site: Site): ToCell {
  if (site.coordinates === 'wgs84') return fileGrid(site);
  let [west, south] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const [x, y] of pointsOf(site)) {
    west = Math.min(west, x);
    south = Math.min(south, y);
  }
  return ([x, y]) => [units(x - west, PER_METRE), units(y - south, PER_METRE)];
}

function* pointsOf({ levels }: Site): Generator<Point> {
  for (const { zones, walls, openings, devices } of levels) {
    for (const { region } of zones) for (const ring of region.rings) yield* ring;
    for (const { line } of [...walls, ...openings]) yield* line;
    for (const { at } of devices) yield at;
  }
}

function units(value: number, scale: number): number {
  return Math.round(value * scale);
}

/** Returns a figure in ten-thousandths; null if the plan doesn't state it. */
function figure(value: number | undefined): number | null {
  return value === undefined ? null : units(value, FINE);
}

function figures(values: Range | undefined): readonly number[] | null {
  return values === undefined ? null : values.map((value) => units(value, FINE));
}

/** Returns a bearing in [0°, 360°), in ten-thousandths of a degree. */
function bearing(degrees: number): number {
  const whole = 360 * FINE;
  return ((units(degrees, FINE) % whole) + whole) % whole;
}

/** Returns a zone as a plain value for hashing: its place, shape and kind, without its name. */
export function zoneRecord(zone: Zone, toCell: ToCell): unknown {
  const { kind, levels, region, enclosed, important, secondary, designated, roles } = zone;
  const [own, ...others] = levels;
  const flags = [enclosed, zone.public, important, secondary, designated];
  return ['zone', kind, own, sorted(others), regionShape(region, toCell), flags, sorted(roles)];
}

/** Returns a wall as a plain value for hashing: its line, height, thickness and material. */
export function wallRecord({ level, line, height, thickness, material }: Wall, toCell: ToCell): unknown {
  return ['wall', level, lineShape(line, toCell), figure(height), figure(thickness), material];
}

/**
 * Returns an opening as a plain value for hashing: its line, sizes, kind, glazing, lock and whether it is an unsure
 * gap.
 */
export function openingRecord(opening: Opening, toCell: ToCell): unknown {
  const { level, kind, line, sill, head, thickness, normallyOpen, film, fixed, glazing, lock, unsure } = opening;
  const sizes = [sill, head, thickness].map(figure);
  const flags = [normallyOpen, film, fixed];
  // Present only if stated: baselines made before plans had locks stay valid.
  const said = [...(lock === undefined ? [] : [lock]), ...(unsure === true ? ['unsure'] : [])];
  return ['opening', level, kind, lineShape(line, toCell), sizes, flags, glazing ?? null, ...said];
}

/** Returns a sign as a plain value for hashing: its place and heading, without its name and text. */
export function signRecord({ level, at, heading, height, status }: Sign, toCell: ToCell): unknown {
  return ['sign', level, toCell(at), figure(height), heading === undefined ? null : bearing(heading), status];
}

/** Returns all signs of the site as a plain value for hashing, with their texts. */
export function signsRecord({ levels }: Site, toCell: ToCell): unknown {
  return sorted(levels.flatMap(({ signs }) => signs.map((sign) => [signRecord(sign, toCell), sign.text ?? null])));
}

/**
 * Returns the site as a whole as a plain value for hashing: its name, region, categories and designation, and which
 * rooms it has, by level, kind and name.
 */
export function siteRecord({ name, region, categories, designation, levels }: Site): unknown {
  const document = designation && [designation.document, designation.by, designation.date];
  const rooms = levels.flatMap(({ zones }) =>
    zones.map((zone) => [sorted(zone.levels), zone.kind, zone.name ?? null, sorted(zone.roles)]),
  );
  return ['site', name, region ?? null, sorted(categories.map(({ id }) => id)), document ?? null, sorted(rooms)];
}

/** Returns what the plan states of its project as a plain value for hashing. */
export function projectRecord({ project }: Site): unknown {
  if (project === undefined) return [];
  const { facts, tracks } = project;
  return [
    facts.map(({ path, value }) => [path, value]),
    tracks.map(({ clause, document, by }) => [clause, document, by]),
  ];
}

/** Returns a level as a plain value for hashing: its id, elevation and ceiling height. */
export function levelRecord({ id, elevation, ceiling }: GroundLevel): unknown {
  return ['level', id, figure(elevation), figure(ceiling)];
}

/**
 * Returns a device as a plain value for hashing: its place, pose and capabilities, without its name and the name of
 * its type. `guarded` is the opening that the device belongs to.
 */
export function deviceFingerprint(device: Device, guarded: Opening | undefined, toCell: ToCell): unknown {
  const { kind, level, at, height, video, audio, lenses, facing, masks, range, pickup, status, tolerance, mobile } =
    device;
  return [
    'device',
    kind,
    level,
    toCell(at),
    figure(height),
    [video, audio, status],
    lenses.map(lensRecord),
    facing === undefined ? null : bearing(facing),
    sorted(masks.map((mask) => maskRecord(mask, toCell))),
    [range, pickup, tolerance.heading, tolerance.tilt, tolerance.position].map(figure),
    guarded === undefined ? null : openingRecord(guarded, toCell),
    // Present only if stated: baselines made before plans had moving devices stay valid.
    ...(mobile === undefined ? [] : [[mobile.form, sorted(mobile.area ?? [])]]),
  ];
}

function lensRecord(lens: Optics): unknown {
  const { form, heading, tilt, roll, hfov, vfov, resolution, varifocal, ptz } = lens;
  return [
    form,
    heading === undefined ? null : bearing(heading),
    [tilt, roll, hfov, vfov].map(figure),
    resolution ?? null,
    varifocal === undefined ? null : [figures(varifocal.hfov), varifocal.locked],
    ptz === undefined ? null : ptzRecord(ptz),
  ];
}

function ptzRecord({ pan, tilt, hfov, limits, home }: NonNullable<Optics['ptz']>): unknown {
  return [
    pan === undefined ? null : [bearing(pan[0]), units(pan[1] - pan[0], FINE)],
    figures(tilt),
    figures(hfov),
    limits,
    home === undefined ? null : [bearing(home.heading), figure(home.tilt), figure(home.hfov)],
  ];
}

function maskRecord({ polygon, permanent, dynamic, hiddenAboveZoom, sensor }: Mask, toCell: ToCell): unknown {
  return [ringShape(polygon, toCell), [permanent, dynamic, hiddenAboveZoom], sensor ?? null];
}
