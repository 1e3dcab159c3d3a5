import type { Point } from '../../geometry/types.js';
import type { Device, Level, Mask, Opening, Optics, Range, Sign, Site, Wall, Zone } from '../../plan/model.js';
import { unproject } from '../../plan/read/frame.js';
import { lineShape, regionShape, ringShape, sorted, type ToCell } from './shape.js';

/** Grid units in a metre, the engine's own precision (0.1 mm), and in a degree of longitude or latitude. */
const PER_METRE = 1e4;
const PER_DEGREE = 1e9;

/** Units of angles and of figures that aren't points: a ten-thousandth. */
const FINE = 1e4;

/** The plan's own numbers, whatever it was shifted by or projected about when it was read. */
export function fileGrid({ coordinates, origin, shift: [dx, dy] }: Site): ToCell {
  if (coordinates !== 'wgs84' || origin === undefined) {
    return ([x, y]) => [units(x + dx, PER_METRE), units(y + dy, PER_METRE)];
  }
  return ([x, y]) => {
    const [longitude, latitude] = unproject([x + dx, y + dy], origin);
    return [units(longitude, PER_DEGREE), units(latitude, PER_DEGREE)];
  };
}

/** The same from the south-west corner of all that is drawn; of a plan in degrees the plan's own numbers. */
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

/** A figure to a ten-thousandth; null where the plan doesn't say. */
function figure(value: number | undefined): number | null {
  return value === undefined ? null : units(value, FINE);
}

function figures(values: Range | undefined): readonly number[] | null {
  return values === undefined ? null : values.map((value) => units(value, FINE));
}

/** A bearing in [0°, 360°). */
function bearing(degrees: number): number {
  const whole = 360 * FINE;
  return ((units(degrees, FINE) % whole) + whole) % whole;
}

/** A zone: where it is and what it is, without its name. */
export function zoneRecord(zone: Zone, toCell: ToCell): unknown {
  const { kind, levels, region, enclosed, important, secondary, designated, roles } = zone;
  const [own, ...others] = levels;
  const flags = [enclosed, zone.public, important, secondary, designated];
  return ['zone', kind, own, sorted(others), regionShape(region, toCell), flags, sorted(roles)];
}

export function wallRecord({ level, line, height, thickness, material }: Wall, toCell: ToCell): unknown {
  return ['wall', level, lineShape(line, toCell), figure(height), figure(thickness), material];
}

export function openingRecord(opening: Opening, toCell: ToCell): unknown {
  const { level, kind, line, sill, head, thickness, normallyOpen, film, fixed, glazing, lock } = opening;
  const sizes = [sill, head, thickness].map(figure);
  const flags = [normallyOpen, film, fixed];
  // Only where it is said: what a baseline knew before there were locks it still knows.
  const said = lock === undefined ? [] : [lock];
  return ['opening', level, kind, lineShape(line, toCell), sizes, flags, glazing ?? null, ...said];
}

/** A notice: where it stands and which way it faces, without its name and its text. */
export function signRecord({ level, at, heading, height, status }: Sign, toCell: ToCell): unknown {
  return ['sign', level, toCell(at), figure(height), heading === undefined ? null : bearing(heading), status];
}

export function levelRecord({ id, elevation, ceiling }: Level): unknown {
  return ['level', id, figure(elevation), figure(ceiling)];
}

/** A device: where it is, where it looks and what it can capture, without its name and its type's; `guarded` is its door. */
export function deviceFingerprint(device: Device, guarded: Opening | undefined, toCell: ToCell): unknown {
  const { kind, level, at, height, video, audio, lenses, facing, masks, range, pickup, status, tolerance } = device;
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
