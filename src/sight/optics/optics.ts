// The poses of a lens in both worlds: where it may look, and where it certainly looks.
import { memoize } from '../../base/memo.js';
import type { Device, Optics, Range } from '../../plan/model.js';
import { type Cone, type Span, steepest, TALLEST } from '../cone/cone.js';
import type { Flat } from '../cone/convex.js';
import {
  aspectOf,
  circleInside,
  circleOutside,
  croppedCircle,
  FLAT,
  fisheyeOf,
  focalLength,
  rectangle,
  TALLEST_PICTURE,
} from '../cone/frames.js';
import { azimuth, rad } from './planar.js';

/** Interval [from, to] in radians or metres. */
export type { Span } from '../cone/cone.js';

/** Family of poses of a pinhole camera; its frame is exact, its roll included. */
export interface Frustum extends Cone {
  readonly kind: 'frustum';
  /** Pixels per unit of tangent at the finest zoom (may) or the coarsest (must); undefined: unknown, so unbounded. */
  readonly focal: number | undefined;
  /** Secant of the largest angle off the axis in frame. */
  readonly corner: number;
  /** Parts of the frame that count, each holding the axis; absent: all of it. */
  readonly parts?: readonly Flat[];
}

/**
 * A view to all sides at once. `perRadian`: its sharpness in pixels per radian, which bounds how far it reaches at a
 * density; undefined: not known, so that nothing bounds it.
 */
export interface AllRound {
  readonly kind: 'all-round';
  readonly perRadian: number | undefined;
  /** Slope (rise per metre of plan distance) above which it sees nothing: of a lens that looks straight down. */
  readonly highest?: number;
}

/**
 * Family of poses of a fisheye. Its frame is the part of the picture that fits into a picture plane (must), or a frame
 * that contains the picture (may).
 */
export interface Dome extends Cone {
  readonly kind: 'dome';
  /** Radians about the axis within which everything is in the picture (must), or beyond which nothing is (may). */
  readonly halfAngle: number;
  readonly perRadian: number | undefined;
}

/** Tilts of a camera if the plan doesn't say: nobody mounts one looking higher, and none looks past straight down. */
const ANY_TILT: Range = [-30, 90];
/** Widest field taken for certain of a lens that isn't a fisheye. */
const WIDEST_CERTAIN = rad(170);
/** An axis straight down, which needs no heading. */
const DOWN = { headings: [0, 0], tilts: [Math.PI / 2, Math.PI / 2] } as const;

/**
 * The hfov (degrees) that bounds the `field` of a lens in one world, and the one that bounds its `density`: in may-see
 * its widest field and longest zoom, in must-see its narrowest field and shortest zoom.
 */
export interface Zoom {
  readonly field: number;
  readonly density: number;
}

/**
 * Returns the heading and tilt tolerance of one lens in radians: the declared one, else 3° or a tenth of hfov,
 * whichever is less. It is at most half a turn, which stands for any direction.
 */
export function toleranceOf(device: Device, lens: Optics): { readonly heading: number; readonly tilt: number } {
  const standard = Math.min(3, (lens.hfov ?? lens.ptz?.home?.hfov ?? 30) / 10);
  return {
    heading: Math.min(Math.PI, rad(device.tolerance.heading ?? standard)),
    tilt: Math.min(Math.PI, rad(device.tolerance.tilt ?? standard)),
  };
}

/**
 * Returns the device mounted exactly as drawn, always the same object. A verdict that differs for it depends on the
 * tolerance alone.
 */
export const withoutTolerance = memoize(
  (device: Device): Device => ({ ...device, tolerance: { heading: 0, tilt: 0, position: 0 } }),
);

/**
 * Returns the pixel density (px/m) at 1 m from the camera, of a frustum on its axis: an upper bound for poses of may-see,
 * a lower bound for those of must-see; undefined if it isn't bounded.
 */
export function sharpness(pose: Frustum | Dome | AllRound): number | undefined {
  return pose.kind === 'frustum' ? pose.focal : pose.perRadian;
}

/** Returns every pose the lens may take, as families whose union is its may-see. */
export function mayPoses(device: Device, lens: Optics): (Frustum | Dome | AllRound)[] {
  const tolerance = toleranceOf(device, lens);
  if (lens.form === 'fisheye') return [mayDome(lens, tolerance)];
  const zoom = mayZoom(lens);
  if (zoom === undefined) return [{ kind: 'all-round', perRadian: undefined }];
  const pose = (headings: Range | undefined, tilts: Range = ANY_TILT): Frustum | AllRound => {
    const th = Math.tan(rad(zoom.field) / 2);
    const tv = th * (aspectOf(lens) ?? TALLEST_PICTURE);
    const frame = rectangle(th, tv, rad(lens.roll));
    if (rad(zoom.field) >= FLAT || steepest(frame) >= TALLEST) return { kind: 'all-round', perRadian: undefined };
    return {
      kind: 'frustum',
      frame,
      headings: headings && spread(headings, tolerance.heading),
      tilts: leaning(tilts, tolerance.tilt),
      focal: lens.resolution && focalLength(lens.resolution[0], zoom.density),
      corner: Math.sqrt(1 + th * th + tv * tv),
    };
  };
  const { heading, tilt, ptz } = lens;
  const at = (angle: number | undefined): Range | undefined => (angle === undefined ? undefined : [angle, angle]);
  if (lens.form !== 'ptz') return [pose(at(heading), at(tilt))];
  const free = ptz === undefined || ptz.limits === 'software';
  const poses = [pose(free ? undefined : ptz.pan, free ? undefined : ptz.tilt)];
  const home = ptz?.home;
  // A preset outside the limits is a fault of the plan, and is seen all the same.
  if (home !== undefined) poses.push(pose(at(home.heading), at(home.tilt)));
  else if (heading !== undefined) poses.push(pose(at(heading), at(tilt)));
  return poses;
}

/**
 * Returns the poses that the lens may have within its tolerances: must-see counts a point only if all of them see it.
 * Undefined if the plan doesn't say enough.
 */
export function mustPose(device: Device, lens: Optics): Frustum | Dome | undefined {
  const { resolution } = lens;
  if (resolution === undefined) return undefined;
  const tolerance = toleranceOf(device, lens);
  if (lens.form === 'fisheye') return mustDome(lens, tolerance);
  const { heading, tilt } = setting(lens);
  const zoom = mustZoom(lens);
  const aspect = aspectOf(lens);
  if (heading === undefined || tilt === undefined || zoom === undefined || aspect === undefined) return undefined;
  const th = Math.tan(Math.min(rad(zoom.field), WIDEST_CERTAIN) / 2);
  return {
    kind: 'frustum',
    frame: rectangle(th, th * aspect, rad(lens.roll)),
    headings: spread([heading, heading], tolerance.heading),
    tilts: leaning([tilt, tilt], tolerance.tilt),
    focal: focalLength(resolution[0], zoom.density),
    corner: Math.sqrt(1 + th * th * (1 + aspect * aspect)),
  };
}

/** Returns where the lens is aimed as drawn, degrees: a PTZ at its home preset. Undefined angles aren't in the plan. */
export function setting(lens: Optics): { readonly heading: number | undefined; readonly tilt: number | undefined } {
  const home = lens.form === 'ptz' ? lens.ptz?.home : undefined;
  return { heading: home?.heading ?? lens.heading, tilt: home?.tilt ?? lens.tilt };
}

type Tolerance = ReturnType<typeof toleranceOf>;

/**
 * Returns a fisheye's largest view. Without a heading its axis is taken as straight down, and its circle as that much
 * larger.
 */
function mayDome(lens: Optics, tolerance: Tolerance): Dome | AllRound {
  const { heading, tilt } = lens;
  const fisheye = fisheyeOf(lens);
  const allRound: AllRound = { kind: 'all-round', perRadian: fisheye?.most };
  if (fisheye === undefined || tilt === undefined) return allRound;
  const leans = Math.abs(rad(90 - tilt)) + tolerance.tilt;
  const halfAngle = fisheye.corner + (heading === undefined ? leans : 0);
  if (halfAngle >= TALLEST - rad(1)) {
    const over = fisheye.corner + leans - Math.PI / 2;
    // No picture plane holds it, but a cone about the vertical does, as much wider as it leans.
    return over < TALLEST ? { ...allRound, highest: Math.tan(over) } : allRound;
  }
  return {
    kind: 'dome',
    frame: circleOutside(halfAngle),
    halfAngle,
    perRadian: fisheye.most,
    ...axis(lens, tolerance),
  };
}

/**
 * Returns a fisheye's smallest view: without a heading its circle is that much smaller, and no part of it that may be
 * cropped counts. Undefined if the plan doesn't say enough.
 */
function mustDome(lens: Optics, tolerance: Tolerance): Dome | undefined {
  const { heading, tilt } = lens;
  const fisheye = fisheyeOf(lens);
  if (fisheye?.least === undefined || tilt === undefined) return undefined;
  const whole = Math.min(fisheye.across, fisheye.down) / 2;
  const pose = { kind: 'dome', perRadian: fisheye.least, ...axis(lens, tolerance) } as const;
  if (heading !== undefined) return { ...pose, frame: croppedCircle(fisheye, rad(lens.roll)), halfAngle: whole };
  const halfAngle = whole - Math.abs(rad(90 - tilt)) - tolerance.tilt;
  return halfAngle <= 0 ? undefined : { ...pose, frame: circleInside(halfAngle), halfAngle };
}

/** Returns the poses of a fisheye's axis: straight down if it has no heading. */
function axis({ heading, tilt }: Optics, tolerance: Tolerance): Pick<Cone, 'headings' | 'tilts'> {
  if (heading === undefined || tilt === undefined) return DOWN;
  return {
    headings: spread([heading, heading], tolerance.heading),
    tilts: leaning([tilt, tilt], tolerance.tilt),
  };
}

/**
 * Returns plan headings [from, to] (degrees clockwise) as azimuths in radians counter-clockwise from +x, widened by
 * `by` radians on both sides; undefined if they then make a full turn.
 */
export function spread([from, to]: Range, by: number): Span | undefined {
  const turned = from === to ? 0 : (((to - from) % 360) + 360) % 360 || 360;
  const span = rad(turned) + 2 * by;
  if (span >= 2 * Math.PI) return undefined;
  const start = azimuth(from + turned) - by;
  return [start, start + span];
}

/** Returns tilts (degrees) in radians, widened by `by`; all tilts there are if they then make a full turn. */
function leaning([from, to]: Range, by: number): Span {
  const [low, high] = [rad(from) - by, rad(to) + by];
  return high - low < 2 * Math.PI ? [low, high] : [-Math.PI, Math.PI];
}

/** Returns the widest field and the longest zoom the lens may have; undefined: unknown. */
export function mayZoom(lens: Optics): Zoom | undefined {
  const locked = lens.form === 'varifocal' && lens.varifocal?.locked === true && lens.hfov !== undefined;
  const range = rangeOf(lens);
  // It zooms, and the plan doesn't say how far.
  if (zooms(lens) && !locked && range === undefined) return undefined;
  const known = [lens.hfov, ...(locked ? [] : (range ?? [])), lens.ptz?.home?.hfov].filter((one) => one !== undefined);
  return known.length === 0 ? undefined : { field: Math.max(...known), density: Math.min(...known) };
}

function mustZoom(lens: Optics): Zoom | undefined {
  const set = (lens.form === 'ptz' ? lens.ptz?.home?.hfov : undefined) ?? lens.hfov;
  if (set !== undefined) return { field: set, density: set };
  const range = rangeOf(lens);
  return range && { field: Math.min(...range), density: Math.max(...range) };
}

/** Returns the fields a lens zooms over, degrees [tele, wide]; undefined if it doesn't zoom or the plan doesn't say. */
function rangeOf(lens: Optics): Range | undefined {
  if (lens.form === 'ptz') return lens.ptz?.hfov;
  return lens.form === 'varifocal' ? lens.varifocal?.hfov : undefined;
}

function zooms({ form }: Optics): boolean {
  return form === 'ptz' || form === 'varifocal';
}
