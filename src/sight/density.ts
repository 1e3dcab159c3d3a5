import type { Point } from '../geometry/types.js';
import type { Device, Optics } from '../plan/model.js';
import { mayPoses } from './optics.js';
import { azimuth, rad } from './planar.js';

/**
 * px/m at which the device may picture something at `target` m above `point` that faces it: f/(d·cos²ψ), ψ the angle
 * off the axis as drawn, or on the axis where the lens turns or zooms. The largest of its lenses; undefined: the
 * resolution or the field is not known, so nothing bounds it.
 */
export function facingDensity(device: Device, eye: Point, point: Point, target: number): number | undefined {
  let largest: number | undefined = 0;
  for (const lens of device.lenses) {
    const drop = device.height === undefined ? 0 : device.height - target;
    const distance = Math.hypot(point[0] - eye[0], point[1] - eye[1], drop);
    for (const pose of mayPoses(device, lens)) {
      const sharp: number | undefined = pose.kind === 'frustum' ? pose.focal : pose.perRadian;
      if (sharp === undefined) return undefined;
      const off = pose.kind === 'frustum' ? secant(lens, eye, point, drop, pose.corner) : 1;
      largest = Math.max(largest, (sharp * off * off) / distance);
    }
  }
  return largest;
}

/** 1/cos of the angle off the axis as drawn, at most that of the frame's corner. */
function secant(lens: Optics, eye: Point, point: Point, drop: number, corner: number): number {
  if (lens.form !== 'fixed' || lens.heading === undefined || lens.tilt === undefined) return 1;
  const [x, y] = [point[0] - eye[0], point[1] - eye[1]];
  const along = x * Math.cos(azimuth(lens.heading)) + y * Math.sin(azimuth(lens.heading));
  const depth = along * Math.cos(rad(lens.tilt)) + drop * Math.sin(rad(lens.tilt));
  return depth <= 0 ? corner : Math.min(corner, Math.hypot(x, y, drop) / depth);
}
