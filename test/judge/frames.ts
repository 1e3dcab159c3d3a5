import { TALL } from './law.js';
import type { Device, Lens } from './read.js';

/**
 * What a lens has in its picture, as the heights it shows over a point. `sure` frames are the camera mounted exactly as
 * drawn, a little narrowed; `perhaps` frames together hold all that it has in its picture within its tolerances.
 */
export interface Frame {
  /**
   * Heights (m above the floor) in the picture over the point `x` m east and `y` m north of the camera; undefined where
   * there are none.
   */
  readonly heights: (x: number, y: number) => readonly [number, number] | undefined;
  /** px/m at a height over that point: the least it may be said to be, or the most. */
  readonly density: (x: number, y: number, z: number) => number;
}

export interface Frames {
  readonly sure: readonly Frame[];
  readonly perhaps: readonly Frame[];
}

const RAD = Math.PI / 180;
/** Degrees by which a picture is narrowed or widened, beside the tolerances. */
const MARGIN = 0.4;
/** Share by which densities are moved. */
const FINER = 1.02;

const EVERYWHERE: Frame = { heights: () => [0, TALL], density: () => Infinity };

/** The frames of a device's largest view. */
export function framesOf(device: Device): Frames {
  const { lens, height } = device;
  if (device.odd || height === undefined) return { sure: [], perhaps: [EVERYWHERE] };
  if (lens.form === 'fisheye') return fisheye(lens, height);
  if (lens.ptz !== undefined) return ptz(lens, height);
  return fixed(lens, height);
}

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

function fixed(lens: Lens, height: number): Frames {
  const { heading, tilt, hfov, resolution, tolerance, zoom } = lens;
  if (hfov === undefined && zoom === undefined) return { sure: [], perhaps: [EVERYWHERE] };
  if (heading === undefined || tilt === undefined) return { sure: [], perhaps: [EVERYWHERE] };
  const wide = zoom === undefined || (zoom.locked && hfov !== undefined) ? (hfov ?? 0) : Math.max(zoom.wide, zoom.tele);
  const tele = zoom === undefined || (zoom.locked && hfov !== undefined) ? (hfov ?? 0) : Math.min(zoom.wide, zoom.tele);
  const vfov = heightOf(lens, wide);
  if (vfov === undefined) return { sure: [], perhaps: [EVERYWHERE] };
  const focalOf = (field: number) =>
    resolution === undefined ? Infinity : resolution[0] / 2 / Math.tan((field / 2) * RAD);
  const corner = Math.hypot(1, Math.tan((wide / 2) * RAD), Math.tan((vfov / 2) * RAD));
  const as = (h: number, t: number, grown: number, focal: number, edge: number) =>
    pinhole(
      {
        heading: heading + h,
        tilt: tilt + t,
        hfov: Math.min(179, wide + grown),
        vfov: Math.min(179, vfov + grown),
        focal,
        corner: edge,
      },
      height,
    );
  const steps = [-1, 0, 1];
  // Between the steps the picture turns by no more than they are apart, of which a third is more than what is missed.
  const grown = 2 * MARGIN;
  return {
    sure: [as(0, 0, -2 * MARGIN, focalOf(wide) / FINER, 1)],
    perhaps: steps.flatMap((h) =>
      steps.map((t) => as(h * tolerance.heading, t * tolerance.tilt, grown, focalOf(tele) * FINER, corner * 1.05)),
    ),
  };
}

/** All round below its own height where it looks straight down; where it doesn't, only that it may see everything. */
function fisheye({ tilt = 90, hfov, resolution, tolerance }: Lens, height: number): Frames {
  if (hfov === undefined || tilt < 85) return { sure: [], perhaps: [EVERYWHERE] };
  const cone = (half: number, perRadian: number): Frame => ({
    heights(x, y) {
      const out = Math.hypot(x, y);
      // Off the axis by no more than half the field: as far below the camera as that asks at this distance.
      const high = Math.min(TALL, height - out / Math.tan(half * RAD));
      return high > 0 ? [0, high] : undefined;
    },
    density: (x, y, z) => perRadian / Math.max(1e-6, Math.hypot(x, y, z - height)),
  });
  const field = hfov * RAD;
  const [least, most] =
    resolution === undefined ? [Infinity, Infinity] : [Math.min(...resolution), Math.max(...resolution)];
  const slant = Math.abs(90 - tilt) + tolerance.tilt;
  return {
    sure:
      slant > 5 || hfov / 2 - slant - MARGIN < 10
        ? []
        : [cone(Math.min(89.9, hfov / 2 - slant - MARGIN), least / field / FINER)],
    perhaps:
      hfov / 2 + slant + MARGIN >= 179 ? [EVERYWHERE] : [cone(hfov / 2 + slant + MARGIN, (most / field) * FINER * 1.3)],
  };
}

/** Turned towards a point it has it in the middle of its picture; where its limits keep it, not even at its edge. */
function ptz(lens: Lens, height: number): Frames {
  const { ptz: limits, resolution, tolerance } = lens;
  const hard = limits?.hard === true;
  const pan = hard ? limits.pan : undefined;
  const fields = limits?.hfov ?? (lens.hfov === undefined ? undefined : [lens.hfov, lens.hfov]);
  const home = fixed({ ...lens, ptz: undefined }, height);
  if (fields === undefined || resolution === undefined) return { sure: home.sure, perhaps: [EVERYWHERE] };
  const [tele, wide] = [Math.min(...fields), Math.max(...fields)];
  const focal = resolution[0] / 2 / Math.tan((tele / 2) * RAD);
  const half = Math.min(89, wide / 2 + tolerance.heading + MARGIN);
  const within = (x: number, y: number, beyond: number) => {
    if (pan === undefined) return true;
    const span = (((pan[1] - pan[0]) % 360) + 360) % 360 || 360;
    const past = (((Math.atan2(x, y) / RAD - pan[0] + beyond) % 360) + 360) % 360;
    return past <= span + 2 * beyond;
  };
  const tilts = limits?.tilt;
  const towards: Frame = {
    heights(x, y) {
      if (!within(x, y, -1)) return undefined;
      const out = Math.hypot(x, y);
      const [from, to] = tilts ?? [0, 89];
      const low = Math.max(0, height - out * Math.tan(Math.min(to - 1, 89) * RAD));
      const high = Math.min(TALL, height - out * Math.tan((from + 1) * RAD));
      return low < high ? [low, high] : undefined;
    },
    density: (x, y, z) => focal / FINER / Math.max(1e-6, Math.hypot(x, y, z - height)),
  };
  // Looking down, a picture is wider by the compass than its field: sin(off) = sin(half) / cos(below the horizon).
  const off = (out: number) => Math.asin(Math.min(1, (Math.sin(half * RAD) * Math.hypot(out, height)) / out)) / RAD;
  const anywhere: Frame = {
    heights(x, y) {
      const beyond = off(Math.hypot(x, y));
      return beyond >= 90 || within(x, y, beyond) ? [0, TALL] : undefined;
    },
    density: (x, y, z) => (focal * FINER * 1.6) / Math.max(1e-6, Math.hypot(x, y, z - height)),
  };
  return { sure: [...home.sure, towards], perhaps: [...home.perhaps, anywhere] };
}
