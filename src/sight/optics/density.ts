import type { Point } from '../../geometry/types.js';
import type { Device, Optics } from '../../plan/model.js';
import { mayPoses, sharpness } from './optics.js';
import { azimuth, rad } from './planar.js';

/**
 * What a density printed as evidence is:
 * - as-drawn: f/(d·cos²ψ), ψ the angle off the axis as drawn, at most that of the frame's corner;
 * - on-axis: f/d, at the longest zoom, for a lens that turns or zooms, which may look straight at the point;
 * - per-radian: a fisheye's pixels per radian over the distance.
 */
export type Estimate = 'as-drawn' | 'on-axis' | 'per-radian';

/** px/m at which something is pictured, and how that was estimated. */
export interface FacingDensity {
  readonly density: number;
  readonly estimate: Estimate;
}

/**
 * The density at which the device may picture something at `target` m above `point` that faces it, the largest of its
 * lenses'; undefined: the resolution or the field is not known, so nothing bounds it.
 */
export function facingEstimate(device: Device, eye: Point, point: Point, target: number): FacingDensity | undefined {
  let largest: FacingDensity = { density: 0, estimate: 'on-axis' };
  const drop = device.height === undefined ? 0 : device.height - target;
  const distance = Math.hypot(point[0] - eye[0], point[1] - eye[1], drop);
  for (const lens of device.lenses) {
    for (const pose of mayPoses(device, lens)) {
      const sharp = sharpness(pose);
      if (sharp === undefined) return undefined;
      const found = pose.kind === 'frustum' ? slanted(lens, eye, point, drop, pose.corner) : PER_RADIAN;
      const density = (sharp * found.secant * found.secant) / distance;
      if (density > largest.density) largest = { density, estimate: found.estimate };
    }
  }
  return largest;
}

/** The px/m of {@link facingEstimate}. */
export function facingDensity(device: Device, eye: Point, point: Point, target: number): number | undefined {
  return facingEstimate(device, eye, point, target)?.density;
}

const ON_AXIS = { secant: 1, estimate: 'on-axis' } as const;
const PER_RADIAN = { secant: 1, estimate: 'per-radian' } as const;

/** 1/cos of the angle off the axis as drawn, at most that of the frame's corner. */
function slanted(lens: Optics, eye: Point, point: Point, drop: number, corner: number) {
  if (lens.form !== 'fixed' || lens.heading === undefined || lens.tilt === undefined) return ON_AXIS;
  const [x, y] = [point[0] - eye[0], point[1] - eye[1]];
  const along = x * Math.cos(azimuth(lens.heading)) + y * Math.sin(azimuth(lens.heading));
  const depth = along * Math.cos(rad(lens.tilt)) + drop * Math.sin(rad(lens.tilt));
  const secant = depth <= 0 ? corner : Math.min(corner, Math.hypot(x, y, drop) / depth);
  return { secant, estimate: 'as-drawn' } as const;
}
