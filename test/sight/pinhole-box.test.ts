import { describe, expect, it } from 'vitest';
import type { Ring } from '../../src/geometry/types.js';
import type { Device } from '../../src/plan/model.js';
import { mustFootprint } from '../../src/sight/optics/footprint.js';
import { mayPoses, mustPose } from '../../src/sight/optics/optics.js';
import { camera } from '../support/site.js';
import { inAny, mayFrame } from './may-frame.js';
import {
  type Matrix,
  type Numbers,
  numbers,
  radians,
  rotation,
  times,
  transposed,
  type Vector,
} from './pinhole-matrices.js';

/**
 * Footprints against a pinhole of rotation matrices that shares no code with them. SITECAM_LONG=1 takes 100,000 cameras
 * instead of a few thousand.
 */
const CAMERAS = process.env.SITECAM_LONG === '1' ? 100_000 : 2_500;

interface Case {
  readonly heading: number;
  readonly tilt: number;
  readonly roll: number;
  readonly hfov: number;
  readonly pixels: readonly [number, number];
  readonly height: number;
  readonly tolerance: readonly [heading: number, tilt: number];
  readonly density: number | undefined;
}

function randomCase({ between, of }: Numbers): Case {
  return {
    heading: between(0, 360),
    tilt: of(0, 90, between(-30, 90), between(-30, 90), between(0, 60)),
    roll: of(0, 0, 90, between(-180, 180), between(-180, 180)),
    hfov: of(between(3, 30), between(30, 100), between(60, 130)),
    pixels: of([1920, 1080], [2560, 1440], [1080, 1920], [1000, 1000]),
    height: between(0.3, 6),
    tolerance: of([0, 0], [between(0, 4), between(0, 4)], [3, 3], [between(0, 25), between(0, 25)]),
    density: of(undefined, 12.5, 25, 62.5, 125),
  };
}

/** Poses of the box: its middle, its corners, the middles of its sides, and some within. */
function poses({ heading, tilt, roll, tolerance }: Case, { between }: Numbers): Matrix[] {
  const at = (i: number, j: number) => rotation(heading + i * tolerance[0], tilt + j * tolerance[1], roll);
  const grid = [-1, 0, 1].flatMap((i) => [-1, 0, 1].map((j) => at(i, j)));
  if (tolerance[0] === 0 && tolerance[1] === 0) return [at(0, 0)];
  return [...grid, ...Array.from({ length: 3 }, () => at(between(-1, 1), between(-1, 1)))];
}

const deviceOf = (c: Case): Device =>
  camera(
    'c',
    [0, 0],
    { ...c, resolution: c.pixels },
    {
      height: c.height,
      tolerance: { heading: c.tolerance[0], tilt: c.tolerance[1], position: 0 },
    },
  );

const REACH = 60;

/** World points that the pose has in frame at 0–2 m, with at least the density for a target that faces the camera. */
function seenPoints(c: Case, pose: Matrix, { between, of }: Numbers): Vector[] {
  const half = Math.tan(radians(c.hfov) / 2);
  const aspect = c.pixels[1] / c.pixels[0];
  const back = transposed(pose);
  const points: Vector[] = [];
  for (const [i, j] of [...CORNERS, [of(-1, 1), between(-1, 1)], [between(-1, 1), of(-1, 1)]] as const) {
    const ray = times(back, [i * half, j * half * aspect, 1]);
    const along = Math.hypot(...ray);
    // A target on this ray at depth s that faces the camera has f·|ray|/s px/m.
    const sharpest = c.density === undefined ? Infinity : ((c.pixels[0] / (2 * half)) * along) / c.density;
    const heights = [0, 2, between(0, 2)].map((up) => (up - c.height) / ray[2]);
    for (const s of [...heights, sharpest * 0.999999, between(0, 1) * Math.min(sharpest, 30)]) {
      const up = c.height + s * ray[2];
      if (!(s > 0) || s > sharpest || up < -1e-12 || up > 2 + 1e-12) continue;
      if (Math.hypot(s * ray[0], s * ray[1]) <= REACH) points.push([s * ray[0], s * ray[1], up]);
    }
  }
  return points;
}

const CORNERS = [
  [-1, -1],
  [-1, 1],
  [1, -1],
  [1, 1],
  [0, 0],
] as const;

/** Whether the pose has the point in frame, up to `off` of its width, and its distance leaves the density. */
function pictured(c: Case, pose: Matrix, [x, y, up]: Vector, off: number): boolean {
  const [right, upward, forward] = times(pose, [x, y, up - c.height]);
  const half = Math.tan(radians(c.hfov) / 2);
  const aspect = c.pixels[1] / c.pixels[0];
  if (Math.abs(right) > half * forward + off || Math.abs(upward) > half * aspect * forward + off) return false;
  return c.density === undefined || c.pixels[0] / (2 * half) / Math.hypot(x, y, up - c.height) >= c.density * (1 - off);
}

/** Corners of a ring, middles of its sides, and points within. */
function pointsOf(ring: Ring, { between }: Numbers): (readonly [number, number])[] {
  const mix = (i: number, j: number, t: number) => {
    const [[ax, ay], [bx, by]] = [ring[i % ring.length] ?? [0, 0], ring[j % ring.length] ?? [0, 0]];
    return [ax + t * (bx - ax), ay + t * (by - ay)] as const;
  };
  return ring.flatMap((_, i) => [mix(i, i, 0), mix(i, i + 1, 0.5), mix(i, i + 1 + (i >> 1), between(0, 1))]);
}

describe('footprints against rotation matrices', () => {
  it('whatever a pose of the box has in frame at 0–2 m is in may-see', () => {
    const random = numbers(20_251);
    let hits = 0;
    let everywhere = 0;
    const missed: unknown[] = [];
    for (let n = 0; n < CAMERAS; n++) {
      const c = randomCase(random);
      const device = deviceOf(c);
      const rings = mayPoses(device, device.lenses[0] ?? expect.fail()).map((pose) =>
        mayFrame(pose, [c.height - 2, c.height], { density: c.density, reach: REACH }),
      );
      if (rings.includes(undefined)) {
        everywhere++;
        continue;
      }
      for (const pose of poses(c, random)) {
        for (const [x, y, up] of seenPoints(c, pose, random)) {
          hits++;
          if (!rings.some((pieces) => inAny(pieces, [x, y], 1e-6))) missed.push([c, x, y, up]);
        }
      }
    }
    expect(missed.slice(0, 3)).toEqual([]);
    expect(hits).toBeGreaterThan(30 * CAMERAS);
    expect(everywhere).toBeLessThan(0.02 * CAMERAS);
  });

  it('whatever is in must-see is in frame in every pose of the box', () => {
    const random = numbers(20_252);
    let hits = 0;
    const missed: unknown[] = [];
    for (let n = 0; n < CAMERAS; n++) {
      const c = randomCase(random);
      const device = deviceOf(c);
      const target = random.of(0, 1.5, random.between(0, 2));
      const pose = mustPose(device, device.lenses[0] ?? expect.fail()) ?? expect.fail();
      const ring = mustFootprint(pose, c.height - target, undefined, { density: c.density, reach: REACH });
      if (ring.length === 0) continue;
      const box = poses(c, random);
      for (const [x, y] of pointsOf(ring, random)) {
        hits++;
        // Corners are rounded to a nanometre: a micrometre, or as much of the density.
        if (!box.every((one) => pictured(c, one, [x, y, target], 1e-6))) missed.push([c, target, x, y]);
      }
    }
    expect(missed.slice(0, 3)).toEqual([]);
    expect(hits).toBeGreaterThan(10 * CAMERAS);
  });
});
