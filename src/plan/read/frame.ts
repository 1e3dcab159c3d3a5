// The plan's frame in metres, and the projection of WGS 84 positions into it.

import { boxOf } from '../../geometry/shapes/ring.js';
import type { Point } from '../../geometry/types.js';
import type { System } from './assemble.js';

/** WGS 84 ellipsoid: semi-major axis in m, and first eccentricity squared. */
const SEMI_MAJOR = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006_694_379_990_14;

const RADIANS = Math.PI / 180;

/**
 * Returns a WGS 84 position (longitude and latitude in degrees) in metres east and north of `origin`, in azimuthal-
 * equidistant projection about it. With λ, φ in radians, Δλ = λ − λ₀ and c the angle from the origin:
 *
 *     cos c = sin φ₀ sin φ + cos φ₀ cos φ cos Δλ
 *     x = N₀ (c / sin c) cos φ sin Δλ
 *     y = M₀ (c / sin c) (cos φ₀ sin φ − sin φ₀ cos φ cos Δλ)
 *
 * (Snyder, Map Projections: A Working Manual, USGS PP 1395, eqs. 22-4, 22-5, 5-3; M₀ and N₀ are the ellipsoid's radii
 * of curvature along the meridian and across it at the origin, in place of one sphere's, which is 0.2 % off.) Within
 * 1 km distances differ from geodesics by less than 1 in 10⁴. c is taken by atan2, since the arc cosine of a
 * number next to 1 loses half its digits at the scale of a site; for the same reason the brackets are written as
 * sin Δφ + 2 sin φ₀ cos φ sin²(Δλ/2) and cos Δφ − 2 cos φ₀ cos φ sin²(Δλ/2).
 */
export function project([longitude, latitude]: Point, origin: Point): Point {
  const [dx, phi, phi0] = [(longitude - origin[0]) * RADIANS, latitude * RADIANS, origin[1] * RADIANS];
  const half = Math.sin(dx / 2);
  const east = Math.cos(phi) * Math.sin(dx);
  const north = Math.sin(phi - phi0) + 2 * Math.sin(phi0) * Math.cos(phi) * half * half;
  const sine = Math.hypot(east, north);
  const cosine = Math.cos(phi - phi0) - 2 * Math.cos(phi0) * Math.cos(phi) * half * half;
  const stretch = sine === 0 ? 1 : Math.atan2(sine, cosine) / sine;
  const radii = radiiAt(phi0);
  return [radii.across * stretch * east, radii.along * stretch * north];
}

/**
 * Returns the longitude and latitude (degrees) of a point in metres east and north of `origin`: the inverse of
 * `project`.
 */
export function unproject([x, y]: Point, origin: Point): Point {
  const phi0 = origin[1] * RADIANS;
  const radii = radiiAt(phi0);
  const [east, north] = [x / radii.across, y / radii.along];
  const c = Math.hypot(east, north);
  if (c === 0) return origin;
  const phi = Math.asin(Math.cos(c) * Math.sin(phi0) + (north * Math.sin(c) * Math.cos(phi0)) / c);
  const dx = Math.atan2(east * Math.sin(c), c * Math.cos(phi0) * Math.cos(c) - north * Math.sin(phi0) * Math.sin(c));
  return [origin[0] + dx / RADIANS, phi / RADIANS];
}

/** Returns the ellipsoid's radii of curvature in m at a latitude (radians): along the meridian, and across it. */
function radiiAt(phi: number): { readonly along: number; readonly across: number } {
  const w = Math.sqrt(1 - ECCENTRICITY_SQUARED * Math.sin(phi) ** 2);
  return { along: (SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED)) / w ** 3, across: SEMI_MAJOR / w };
}

/** The plan's own frame in metres, and how the numbers and headings of its files are turned into it. */
export interface PlanFrame {
  /** True north, degrees clockwise from +y. */
  readonly north: number;
  /** Longitude and latitude about which WGS 84 positions are projected; undefined if the plan uses none. */
  readonly origin: Point | undefined;
  /** Position of the plan's (0, 0) in the numbers of metre files, m. */
  readonly shift: Point;
  /** Returns a point of a file in plan metres. Throws for a WGS 84 point if the frame has no origin. */
  toPlan(system: System, point: Point): Point;
  /** Returns a point in plan metres in metres or degrees of a file: the inverse of `toPlan`, with its error. */
  toFile(system: System, point: Point): Point;
}

/**
 * Metres: if the corner of a metre plan is farther from zero, as in national grids, the plan's zero moves to that
 * corner.
 */
const FAR = 1000;

/**
 * Returns the frame of a plan.
 *
 * @param north true north, degrees clockwise from +y
 * @param origin longitude and latitude about which WGS 84 positions are projected; undefined if the plan uses none
 * @param metres all points of metre files, or their south-west corner; shows how far they are from zero
 */
export function planFrame(north: number, origin: Point | undefined, metres: readonly Point[]): PlanFrame {
  const shift = shiftOf(metres);
  const [sin, cos] = [Math.sin(north * RADIANS), Math.cos(north * RADIANS)];
  return {
    north,
    origin,
    shift,
    toPlan(system, point) {
      if (system === 'metres') return [point[0] - shift[0], point[1] - shift[1]];
      if (origin === undefined) throw new Error('a WGS 84 point without an origin');
      const [east, northward] = project(point, origin);
      return [east * cos + northward * sin - shift[0], northward * cos - east * sin - shift[1]];
    },
    toFile(system, point) {
      const [x, y] = [point[0] + shift[0], point[1] + shift[1]];
      if (system === 'metres') return [x, y];
      if (origin === undefined) throw new Error('a WGS 84 point without an origin');
      return unproject([x * cos - y * sin, y * cos + x * sin], origin);
    },
  };
}

function shiftOf(points: readonly Point[]): Point {
  const { minX, minY } = boxOf(points) ?? { minX: 0, minY: 0 };
  const far = Math.abs(minX) > FAR || Math.abs(minY) > FAR;
  return far ? [Math.floor(minX), Math.floor(minY)] : [0, 0];
}

/** Returns `degrees` reduced to [0, 360). */
export function bearing(degrees: number): number {
  const turned = degrees % 360;
  return turned < 0 ? turned + 360 : turned + 0;
}
