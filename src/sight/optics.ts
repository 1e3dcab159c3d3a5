import type { Device, Optics, Range } from '../plan/model.js';
import { azimuth, rad } from './planar.js';

/** [from, to] in radians, from ≤ to. */
export type Span = readonly [from: number, to: number];

/** A family of poses of a pinhole camera. Tangents are of half the field; angles in radians. */
export interface Frustum {
  readonly kind: 'frustum';
  /** Math azimuths the axis may take, tolerance included; undefined: all round. */
  readonly headings: Span | undefined;
  /** Angles below the horizon the axis may take, tolerance included. */
  readonly tilts: Span;
  readonly th: number;
  readonly tv: number;
  /** px per unit of tangent at the finest zoom (may) or the coarsest (must); undefined: unknown, so unbounded. */
  readonly focal: number | undefined;
  /** Secant of the largest angle off the axis in frame. */
  readonly corner: number;
}

/** All round, out to where the density is `perRadian` px a radian; undefined: without end. */
export interface AllRound {
  readonly kind: 'all-round';
  readonly perRadian: number | undefined;
}

/** A fisheye that looks down: all round within `halfAngle` (rad) of straight down. */
export interface Dome {
  readonly kind: 'dome';
  readonly halfAngle: number;
  readonly perRadian: number;
}

/** Tilts of a camera whose plan doesn't say: nobody mounts one looking higher, and none looks past straight down. */
const ANY_TILT: Range = [-30, 90];
/** From here on a tangent says nothing; the view is taken as all round. */
const FLAT = rad(178);
/** Widest field taken for certain of a lens that isn't a fisheye. */
const WIDEST_CERTAIN = rad(170);
/** A fisheye that looks within 10° of straight down has its circle of view around its foot. */
const LOOKS_DOWN = 80;

/** Widest field and longest zoom, degrees, in one world; undefined: not known. */
interface Zoom {
  readonly field: number;
  readonly density: number;
}

/** Heading and tilt tolerance of one lens in radians: declared, else min(3°, hfov/10). */
export function toleranceOf(device: Device, lens: Optics): { readonly heading: number; readonly tilt: number } {
  const standard = Math.min(3, (lens.hfov ?? lens.ptz?.home?.hfov ?? 30) / 10);
  return {
    heading: rad(device.tolerance.heading ?? standard),
    tilt: rad(device.tolerance.tilt ?? standard),
  };
}

/** Every pose the lens may take, as families whose union is its may-see. */
export function mayPoses(device: Device, lens: Optics): (Frustum | AllRound)[] {
  if (lens.form === 'fisheye') return [{ kind: 'all-round', perRadian: fisheyeDensity(lens, Math.max) }];
  const zoom = mayZoom(lens);
  if (zoom === undefined) return [{ kind: 'all-round', perRadian: undefined }];
  const tolerance = toleranceOf(device, lens);
  const pose = (headings: Range | undefined, tilts: Range | undefined): Frustum | AllRound => {
    const tv = rad(zoom.field) < FLAT ? Math.tan(rad(zoom.field) / 2) * (aspectOf(lens) ?? 16 / 9) : Infinity;
    const wide = 2 * Math.atan(tv) + 2 * tolerance.tilt >= FLAT;
    if (wide) return { kind: 'all-round', perRadian: undefined };
    const th = Math.tan(rad(zoom.field) / 2);
    const [cos, sin] = [Math.abs(Math.cos(rad(lens.roll))), Math.abs(Math.sin(rad(lens.roll)))];
    const [low, high] = tilts ?? ANY_TILT;
    return {
      kind: 'frustum',
      headings: headings && spread(headings, tolerance.heading),
      tilts: [rad(low) - tolerance.tilt, rad(high) + tolerance.tilt],
      // The upright rectangle about the frame turned by the roll.
      th: th * cos + tv * sin,
      tv: th * sin + tv * cos,
      focal: lens.resolution && focalLength(lens.resolution[0], zoom.density),
      corner: Math.sqrt(1 + th * th + tv * tv),
    };
  };
  const { heading, tilt, ptz } = lens;
  const declared = pose(
    heading === undefined ? undefined : [heading, heading],
    tilt === undefined ? undefined : [tilt, tilt],
  );
  if (lens.form !== 'ptz') return [declared];
  const free = ptz === undefined || ptz.limits === 'software';
  const poses = [pose(free ? undefined : ptz.pan, free ? undefined : ptz.tilt)];
  const home = ptz?.home;
  // A preset outside the limits is a fault of the plan, and is seen all the same.
  if (home !== undefined) poses.push(pose([home.heading, home.heading], [home.tilt, home.tilt]));
  else if (heading !== undefined) poses.push(declared);
  return poses;
}

/** The poses the lens certainly has, all of which must see a point; undefined: the plan doesn't say enough. */
export function mustPose(device: Device, lens: Optics): Frustum | Dome | undefined {
  const { resolution } = lens;
  if (resolution === undefined) return undefined;
  const tolerance = toleranceOf(device, lens);
  if (lens.form === 'fisheye') {
    const perRadian = fisheyeDensity(lens, Math.min);
    if (lens.hfov === undefined || lens.tilt === undefined || perRadian === undefined) return undefined;
    if (lens.tilt < LOOKS_DOWN) return undefined;
    return { kind: 'dome', perRadian, halfAngle: rad(lens.hfov) / 2 - Math.abs(rad(90 - lens.tilt)) - tolerance.tilt };
  }
  const home = lens.form === 'ptz' ? lens.ptz?.home : undefined;
  const heading = home?.heading ?? lens.heading;
  const tilt = home?.tilt ?? lens.tilt;
  const zoom = mustZoom(lens);
  const aspect = aspectOf(lens);
  if (heading === undefined || tilt === undefined || zoom === undefined || aspect === undefined) return undefined;
  const th = Math.tan(Math.min(rad(zoom.field), WIDEST_CERTAIN) / 2);
  const [rolledH, rolledV] = inscribed(th, th * aspect, rad(lens.roll));
  return {
    kind: 'frustum',
    headings: spread([heading, heading], tolerance.heading),
    tilts: [rad(tilt) - tolerance.tilt, rad(tilt) + tolerance.tilt],
    th: rolledH,
    tv: rolledV,
    focal: focalLength(resolution[0], zoom.density),
    corner: Math.sqrt(1 + th * th * (1 + aspect * aspect)),
  };
}

/** Plan bearings [from, to] clockwise, degrees → math azimuths, widened; undefined once they close the circle. */
function spread([from, to]: Range, by: number): Span | undefined {
  const turned = from === to ? 0 : (((to - from) % 360) + 360) % 360 || 360;
  const span = rad(turned) + 2 * by;
  if (span >= 2 * Math.PI) return undefined;
  const start = azimuth(from + turned) - by;
  return [start, start + span];
}

/** Largest upright rectangle, of the frame's shape or the frame on its side, in the frame turned by `roll`. */
function inscribed(th: number, tv: number, roll: number): readonly [number, number] {
  const [cos, sin] = [Math.abs(Math.cos(roll)), Math.abs(Math.sin(roll))];
  const inside = (a: number, b: number): readonly [number, number] => {
    const scale = Math.min(th / (a * cos + b * sin), tv / (a * sin + b * cos));
    return [a * scale, b * scale];
  };
  const [upright, sideways] = [inside(th, tv), inside(tv, th)];
  return upright[0] * upright[1] >= sideways[0] * sideways[1] ? upright : sideways;
}

/** Half-height over half-width of the picture plane. */
function aspectOf(lens: Optics): number | undefined {
  if (lens.vfov !== undefined && lens.hfov !== undefined) {
    return Math.tan(Math.min(rad(lens.vfov), FLAT) / 2) / Math.tan(Math.min(rad(lens.hfov), FLAT) / 2);
  }
  return lens.resolution && lens.resolution[1] / lens.resolution[0];
}

function mayZoom(lens: Optics): Zoom | undefined {
  // It zooms, and the plan doesn't say how far.
  if (lens.form === 'varifocal' && lens.varifocal === undefined) return undefined;
  const fields = [lens.hfov];
  if (lens.form === 'ptz') fields.push(...(lens.ptz?.hfov ?? []), lens.ptz?.home?.hfov);
  if (lens.form === 'varifocal' && !(lens.varifocal?.locked && lens.hfov !== undefined))
    fields.push(...(lens.varifocal?.hfov ?? []));
  const known = fields.filter((field) => field !== undefined);
  return known.length === 0 ? undefined : { field: Math.max(...known), density: Math.min(...known) };
}

function mustZoom(lens: Optics): Zoom | undefined {
  const set = (lens.form === 'ptz' ? lens.ptz?.home?.hfov : undefined) ?? lens.hfov;
  if (set !== undefined) return { field: set, density: set };
  const range = lens.form === 'ptz' ? lens.ptz?.hfov : lens.varifocal?.hfov;
  return range && { field: Math.min(...range), density: Math.max(...range) };
}

/** px per unit of tangent: W / (2 tan(h/2)). */
function focalLength(pixels: number, hfov: number): number {
  return pixels / (2 * Math.tan(rad(hfov) / 2));
}

/** Equidistant: N pixels over the whole field, N across or down: nobody says which the circle of view fills. */
function fisheyeDensity(lens: Optics, pick: (across: number, down: number) => number): number | undefined {
  return lens.resolution && lens.hfov ? pick(...lens.resolution) / rad(lens.hfov) : undefined;
}
