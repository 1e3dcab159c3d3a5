import type { Point } from '../../../geometry/types.js';
import { turnOf } from '../../../geometry/vector.js';
import { parameter } from '../../../law/lookup.js';
import type { Device, Opening, Optics, Zone } from '../../../plan/model.js';
import type { RuleContext } from '../../rule.js';
import type { PrivateZone } from './private-zones.js';

const RADIANS = Math.PI / 180;

/** Zones of the site by id. */
export function zonesById(context: RuleContext): ReadonlyMap<string, Zone> {
  return new Map(context.site.levels.flatMap((level) => level.zones).map((zone) => [zone.id, zone]));
}

/** Whether the device stands outdoors: in no zone that walls close in. */
export function isOutdoors(device: Device, zones: ReadonlyMap<string, Zone>): boolean {
  return device.zones.every((id) => zones.get(id)?.enclosed !== true);
}

/** Film or opaque glazing on a pane that doesn't open hides the room in both worlds. */
function isOpaque(opening: Opening): boolean {
  return opening.kind === 'window' && opening.fixed && (opening.film || opening.glazing === 'opaque');
}

/** Openings of the private zone, on levels other than `level`, that lead outdoors and may be seen through. */
export function outsideOpenings(context: RuleContext, target: PrivateZone, level: string): readonly Opening[] {
  const { site, sight } = context;
  const within = (zone: Zone | undefined): boolean =>
    zone !== undefined && (zone.id === target.zone.id || target.zone.nested.includes(zone.id));
  return site.levels
    .filter((each) => each.id !== level && target.zone.levels.includes(each.id))
    .flatMap((each) => each.openings)
    .filter((opening) => !isOpaque(opening))
    .filter((opening) => {
      const [one, other] = sight.joins(opening);
      const beyond = within(one) ? other : one;
      return within(one) !== within(other) && beyond?.enclosed !== true;
    });
}

/** m in plan at which the lens's largest pixel density falls to `density`; endless where the plan doesn't bound it. */
function reachOf(lens: Optics, density: number): number {
  const across = lens.resolution?.[0];
  const narrowest = lens.ptz?.hfov?.[0] ?? lens.varifocal?.hfov[0] ?? lens.hfov;
  if (across === undefined || narrowest === undefined) return Number.POSITIVE_INFINITY;
  if (lens.form === 'fisheye') return across / (narrowest * RADIANS) / density;
  const half = (Math.min(narrowest, 179) / 2) * RADIANS;
  // Towards the edge of the frame a facing target gets the density of the axis divided by the cosine of its angle.
  return across / (2 * Math.tan(half) * Math.cos(half)) / density;
}

/** Whether a fixed lens that looks level or downwards can be turned to `bearing` (degrees) for what lies above it. */
function coversBearing(lens: Optics, bearing: number, tolerance: number): boolean {
  const { heading, tilt, hfov, roll } = lens;
  if (lens.form !== 'fixed' || heading === undefined || hfov === undefined || tilt === undefined) return true;
  if (tilt < 0 || roll !== 0) return true;
  const off = Math.abs(((bearing - heading + 540) % 360) - 180);
  return off <= hfov / 2 + tolerance;
}

/** Whether the point looks at the outer face of the opening: the room lies on the other side of its line. */
function facesOutside(from: Point, opening: Opening, inner: Point): boolean {
  const [a, b] = opening.line;
  return turnOf(a, b, from) * turnOf(a, b, inner) < 0;
}

/** Whether any lens may, in plan, look at the outer face of the opening at the density from which privacy counts. */
export function mayReach(context: RuleContext, device: Device, opening: Opening, inner: Point): boolean {
  if (!facesOutside(device.at, opening, inner)) return false;
  const density = parameter(context.pack, 'privacyDensity');
  const ends = [...opening.line, middle(opening.line)];
  const distance = Math.min(...ends.map(([x, y]) => Math.hypot(x - device.at[0], y - device.at[1])));
  const elevations = new Map(context.site.levels.map((level) => [level.id, level.elevation]));
  const above = (elevations.get(opening.level) ?? 0) >= (elevations.get(device.level) ?? 0) + (device.height ?? 0);
  const lenses = device.lenses;
  if (lenses.length === 0) return true;
  return lenses.some((lens) => {
    if (distance > reachOf(lens, density)) return false;
    const tolerance = device.tolerance.heading ?? 3;
    return !above || ends.some((end) => coversBearing(lens, bearingTo(device.at, end), tolerance));
  });
}

function middle([a, b]: Opening['line']): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

/** Degrees clockwise from +y of the plan. */
function bearingTo(from: Point, to: Point): number {
  return Math.atan2(to[0] - from[0], to[1] - from[1]) / RADIANS;
}
