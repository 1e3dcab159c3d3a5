// Pixel density printed as evidence: at which px/m a device may picture a point.
import type { Point } from '../../geometry/types.js';
import type { Device, Optics } from '../../plan/model.js';
import { mayPoses, sharpness } from './optics.js';
import { azimuth, rad } from './planar.js';

/**
 * Ways to estimate a density that is printed as evidence, f being pixels per unit of tangent and d the distance in m:
 * - as-drawn: f/(d·cos²ψ), ψ the angle off the axis as drawn, at most that of the frame's corner;
 * - on-axis: f/d at the longest zoom, for a lens that turns or zooms and so may look straight at the point;
 * - per-radian: a fisheye's pixels per radian over d.
 */
export type Estimate = 'as-drawn' | 'on-axis' | 'per-radian';

/** Pixel density (px/m) of a target that faces the camera, and how it was estimated. */
export interface FacingDensity {
  readonly density: number;
  readonly estimate: Estimate;
}

/**
 * Returns the largest density at which any lens of the device may picture something at `target` m above `point` that
 * faces it; undefined if the resolution or the field is unknown, so that nothing bounds it.
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

/** Returns the px/m of {@link facingEstimate}; undefined if not bounded. */
export function facingDensity(device: Device, eye: Point, point: Point, target: number): number | undefined {
  return facingEstimate(device, eye, point, target)?.density;
}

const ON_AXIS = { secant: 1, estimate: 'on-axis' } as const;
const PER_RADIAN = { secant: 1, estimate: 'per-radian' } as const;

/** Returns 1/cos of the angle off the axis as drawn, at most that of the frame's corner, and the kind of estimate. */
function slanted(lens: Optics, eye: Point, point: Point, drop: number, corner: number) {
  if (lens.form !== 'fixed' || lens.heading === undefined || lens.tilt === undefined) return ON_AXIS;
  const [x, y] = [point[0] - eye[0], point[1] - eye[1]];
  const along = x * Math.cos(azimuth(lens.heading)) + y * Math.sin(azimuth(lens.heading));
  const depth = along * Math.cos(rad(lens.tilt)) + drop * Math.sin(rad(lens.tilt));
  const secant = depth <= 0 ? corner : Math.min(corner, Math.hypot(x, y, drop) / depth);
  return { secant, estimate: 'as-drawn' } as const;
}
