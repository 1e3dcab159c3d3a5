import { TALL } from './law.js';
import type { Device, Lens } from './read.js';

/** What a lens certainly has in its picture, as the heights it shows over a point. */
export interface Frame {
  /**
   * Heights (m above the floor) in the picture over the point `x` m east and `y` m north of the camera; undefined where
   * there are none.
   */
  readonly heights: (x: number, y: number) => readonly [number, number] | undefined;
  /** px/m at a height over that point: the least it may be said to be, or the most. */
  readonly density: (x: number, y: number, z: number) => number;
}

const RAD = Math.PI / 180;
/** The frames that must-see takes: the home preset mounted as drawn, and at every corner of its tolerances. */
export function certainFrames(
  { lens, height, odd }: Device,
  margin: number,
  share: number,
): readonly Frame[] | undefined {
  const { heading, tilt, hfov, resolution, tolerance } = lens;
  if (odd || height === undefined || resolution === undefined || hfov === undefined || tilt === undefined)
    return undefined;
  if (lens.form === 'fisheye' || lens.zoom !== undefined || heading === undefined) return undefined;
  const vfov = heightOf(lens, hfov);
  if (vfov === undefined) return undefined;
  const focal = resolution[0] / 2 / Math.tan((hfov / 2) * RAD);
  const view = { hfov: hfov - 2 * margin, vfov: vfov - 2 * margin, focal, corner: 1 };
  const steps = [-share, 0, share];
  return steps.flatMap((h) =>
    steps.map((t) =>
      pinhole({ ...view, heading: heading + h * tolerance.heading, tilt: tilt + t * tolerance.tilt }, height),
    ),
  );
}

interface Pose {
  readonly heading: number;
  readonly tilt: number;
  readonly hfov: number;
  readonly vfov: number;
  /** px */
  readonly focal: number;
  /** By how much more the density may be at the edge of the picture than on its axis. */
  readonly corner: number;
}

/** A pinhole camera: each side of its picture is a plane through it, in which height is linear. */
function pinhole({ heading, tilt, hfov, vfov, focal, corner }: Pose, height: number): Frame {
  const [sin, cos] = [Math.sin(heading * RAD), Math.cos(heading * RAD)];
  const [down, level] = [Math.sin(tilt * RAD), Math.cos(tilt * RAD)];
  const [across, up] = [Math.tan((hfov / 2) * RAD), Math.tan((vfov / 2) * RAD)];
  return {
    heights(x, y) {
      const ahead = x * sin + y * cos;
      const right = Math.abs(x * cos - y * sin);
      // By how far below the camera: depth = ahead·level + drop·down, picture-up = ahead·down − drop·level.
      let low = 0;
      let high = TALL;
      for (let side = 0; side < 4; side++) {
        const still =
          side === 0
            ? ahead * level * across - right
            : side === 1
              ? ahead * (level * up - down)
              : side === 2
                ? ahead * (level * up + down)
                : ahead * level - 1e-6;
        const more =
          side === 0 ? down * across : side === 1 ? down * up + level : side === 2 ? down * up - level : down;
        if (Math.abs(more) < 1e-12) {
          if (still < 0) return undefined;
          continue;
        }
        const edge = height + still / more;
        if (more > 0) high = Math.min(high, edge);
        else low = Math.max(low, edge);
        if (low >= high) return undefined;
      }
      return low < high ? [low, high] : undefined;
    },
    density(x, y, z) {
      const depth = (x * sin + y * cos) * level + (height - z) * down;
      return (focal * corner) / Math.max(depth, 1e-6);
    },
  };
}

function heightOf({ vfov, resolution }: Lens, hfov: number): number | undefined {
  if (vfov !== undefined) return vfov;
  if (resolution === undefined) return undefined;
  return (2 * Math.atan((Math.tan((hfov / 2) * RAD) * resolution[1]) / resolution[0])) / RAD;
}
