// Frames in the picture plane: rectangles of pinhole lenses, circles of fisheyes.
import type { Optics } from '../../plan/model.js';
import { corners } from '../optics/disc.js';
import { rad } from '../optics/planar.js';
import { clipFlat, type Flat, turnFlat } from './convex.js';

/** Radians (178°): from this field of view on, the tangent of half the field is too large to work with. */
export const FLAT = rad(178);

/**
 * Returns the frame in the picture plane at depth 1, with half-width `th` and half-height `tv` (tangents). A camera
 * with a positive `roll` (radians) is turned counter-clockwise as seen from behind it, its right side up.
 */
export function rectangle(th: number, tv: number, roll: number): Flat {
  return turnFlat([th, tv, -th, tv, -th, -tv, th, -tv], -roll);
}

/**
 * Returns half-height over half-width of a lens's picture in the picture plane; undefined if the plan gives neither
 * both fields of view nor the resolution.
 */
export function aspectOf(lens: Optics): number | undefined {
  if (lens.vfov !== undefined && lens.hfov !== undefined) {
    return Math.tan(Math.min(rad(lens.vfov), FLAT) / 2) / Math.tan(Math.min(rad(lens.hfov), FLAT) / 2);
  }
  return lens.resolution && lens.resolution[1] / lens.resolution[0];
}

/** Returns pixels per unit of tangent: W / (2 tan(h/2)), W the picture's width in `pixels`, h = `hfov` in degrees. */
export function focalLength(pixels: number, hfov: number): number {
  return pixels / (2 * Math.tan(rad(hfov) / 2));
}

/**
 * Picture of a fisheye. Its projection is equidistant: what lies θ radians off the axis is r = f·θ pixels from the
 * middle of the picture. Fields of view in radians; sharpness, that is f, in pixels per radian.
 */
export interface Fisheye {
  /** Fields across and down that are certainly in the picture, as far as the circle of view goes. */
  readonly across: number;
  readonly down: number;
  /** Field of the circle of view. */
  readonly circle: number;
  /** The largest angle off the axis that a corner of the picture may have. */
  readonly corner: number;
  /** Largest possible sharpness; undefined: resolution unknown. */
  readonly most: number | undefined;
  /** Smallest possible sharpness; undefined: resolution unknown. */
  readonly least: number | undefined;
}

/** Height over width assumed for a picture of unknown format: the tallest there are. */
export const TALLEST_PICTURE = 16 / 9;

/**
 * Returns the picture of a fisheye; undefined without hfov. With vfov, hfov is the field across and vfov the field
 * down. Without, hfov is the field of the circle of view, and the circle may either fit into the shorter side of the
 * picture, or fill the longer side and be cropped by the shorter. `across` and `down` are then the fields of the
 * cropped picture, which is certain, and `least` is the lesser sharpness of the two cases.
 */
export function fisheyeOf({ hfov, vfov, resolution }: Optics): Fisheye | undefined {
  if (hfov === undefined) return undefined;
  const [w, n] = resolution ?? [1, TALLEST_PICTURE];
  const [h, v] = vfov === undefined ? [rad(hfov), (rad(hfov) * n) / w] : [rad(hfov), rad(vfov)];
  const crop = vfov === undefined ? rad(hfov) / Math.max(h, v) : 1;
  const sharp = vfov === undefined ? [w / h, n / h] : [w / h, n / v];
  return {
    across: h * crop,
    down: v * crop,
    circle: Math.max(h, v) * crop,
    corner: Math.hypot(h, v) / 2,
    most: resolution && Math.max(...sharp),
    least: resolution && Math.min(...sharp),
  };
}

/** Sides of the polygon that stands for a circle of view. */
const SIDES = 24;
/** rad: a picture plane holds no more of a circle of view than this about its axis. */
const WIDEST_CIRCLE = rad(89.9);

/** Returns a polygon in the picture plane inside the circle of `halfAngle` radians about the axis. */
export function circleInside(halfAngle: number): Flat {
  return corners(Math.tan(Math.min(halfAngle, WIDEST_CIRCLE)), SIDES);
}

/**
 * Returns a polygon in the picture plane round the circle of `halfAngle` radians (less than a quarter turn) about the
 * axis.
 */
export function circleOutside(halfAngle: number): Flat {
  return corners(Math.tan(halfAngle) / Math.cos(Math.PI / SIDES), SIDES);
}

/**
 * Returns a convex part of a fisheye's picture, in the picture plane: the circle of view less what the sensor crops,
 * turned by `roll` as in {@link rectangle}. On the sensor the crop runs at θ·sin ψ = c, θ the angle off the axis, ψ that
 * round it. The straight line at height tan c of the picture plane lies inside the crop: on that line tan θ·sin ψ =
 * tan c, so that with s = sin ψ θ·sin ψ is s·atan(tan(c)/s), which grows with s up to c at s = 1.
 */
export function croppedCircle({ across, down, circle }: Fisheye, roll: number): Flat {
  let frame = circleInside(circle / 2);
  const strip = (field: number, a: number, b: number) => {
    if (field >= circle) return;
    const off = Math.tan(Math.min(field / 2, WIDEST_CIRCLE));
    frame = clipFlat(clipFlat(frame, a, b, off), -a, -b, off);
  };
  strip(across, 1, 0);
  strip(down, 0, 1);
  return turnFlat(frame, -roll);
}
