import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsPoint } from '../../src/geometry/index.js';
import type { Point } from '../../src/geometry/types.js';
import type { Optics } from '../../src/plan/model.js';
import { mustFootprint } from '../../src/sight/optics/footprint.js';
import { mayPoses, mustPose } from '../../src/sight/optics/optics.js';
import { camera, ptz } from '../support/site.js';
import { mayFrame } from './may-frame.js';

const rad = (degrees: number) => (degrees * Math.PI) / 180;

interface Pose {
  readonly heading: number;
  readonly tilt: number;
  readonly roll: number;
  readonly hfov: number;
}

/** An independent pinhole: image coordinates of a point (plan x, y and drop below the camera) by plain vectors. */
function inFrame(pose: Pose, aspect: number, pixels: number, [x, y]: Point, drop: number, density: number): boolean {
  const azimuth = rad(90 - pose.heading);
  const tilt = rad(pose.tilt);
  const axis = [Math.cos(azimuth) * Math.cos(tilt), Math.sin(azimuth) * Math.cos(tilt), -Math.sin(tilt)] as const;
  const right = [Math.sin(azimuth), -Math.cos(azimuth), 0] as const;
  const up = [Math.cos(azimuth) * Math.sin(tilt), Math.sin(azimuth) * Math.sin(tilt), Math.cos(tilt)] as const;
  const dot = (v: readonly [number, number, number]) => v[0] * x + v[1] * y - v[2] * drop;
  const depth = dot(axis);
  if (depth <= 1e-12) return false;
  const [u, v] = [dot(right) / depth, dot(up) / depth];
  const [c, s] = [Math.cos(rad(pose.roll)), Math.sin(rad(pose.roll))];
  const [across, upward] = [u * c + v * s, -u * s + v * c];
  const half = Math.tan(rad(pose.hfov) / 2);
  if (Math.abs(across) > half || Math.abs(upward) > half * aspect) return false;
  return pixels / (2 * half) / depth >= density;
}

const lens = fc.record({
  heading: fc.double({ min: 0, max: 360, noNaN: true }),
  tilt: fc.double({ min: -30, max: 90, noNaN: true }),
  roll: fc.constantFrom(0, 0, 5, -20, 90),
  hfov: fc.double({ min: 3, max: 130, noNaN: true }),
  resolution: fc.constantFrom<[number, number]>([1920, 1080], [2560, 1440], [1080, 1920]),
  height: fc.double({ min: 0.3, max: 6, noNaN: true }),
  tolerance: fc.constantFrom(0, 1, 3, 20),
  density: fc.constantFrom(12.5, 25, 125),
});

const spot = fc.record({
  // Most spots near the camera, where the frame's edges are.
  distance: fc.double({ min: 0, max: 5, noNaN: true }).map((root) => root * root),
  bearing: fc.double({ min: 0, max: 360, noNaN: true }),
  up: fc.double({ min: 0, max: 2, noNaN: true }),
});

const at = ({ distance, bearing }: { distance: number; bearing: number }): Point => [
  distance * Math.sin(rad(bearing)),
  distance * Math.cos(rad(bearing)),
];

const sway = fc.array(
  fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
  {
    minLength: 6,
    maxLength: 6,
  },
);
const corners: [number, number][] = [
  [-1, -1],
  [-1, 1],
  [1, -1],
  [1, 1],
  [0, 0],
];

/** Where the ray through an image corner of a pose meets the height `drop` below the camera, a hair inside the frame. */
function cornerPoints(pose: Pose, aspect: number, drop: number): Point[] {
  const half = Math.tan(rad(pose.hfov) / 2) * (1 - 1e-6);
  const [c, s] = [Math.cos(rad(pose.roll)), Math.sin(rad(pose.roll))];
  const [azimuth, tilt] = [rad(90 - pose.heading), rad(pose.tilt)];
  return [-1, 1].flatMap((i) =>
    [-1, 1].flatMap((j): Point[] => {
      const [across, upward] = [i * half, j * half * aspect];
      const [u, v] = [across * c - upward * s, across * s + upward * c];
      const forward = Math.cos(tilt) + v * Math.sin(tilt);
      const up = -Math.sin(tilt) + v * Math.cos(tilt);
      const scale = -drop / up;
      if (!(scale > 0) || scale > 30) return [];
      const [x, y] = [forward * scale, -u * scale];
      return [[x * Math.cos(azimuth) - y * Math.sin(azimuth), x * Math.sin(azimuth) + y * Math.cos(azimuth)]];
    }),
  );
}

describe('against a pinhole', () => {
  it('the corners of the frame are in may-see in every allowed pose', () => {
    let hits = 0;
    fc.assert(
      fc.property(lens, sway, fc.double({ min: 0, max: 2, noNaN: true }), (c, sways, up) => {
        const device = camera('c', [0, 0], c, {
          height: c.height,
          tolerance: { heading: c.tolerance, tilt: c.tolerance, position: 0 },
        });
        const rings = device.lenses
          .flatMap((one) => mayPoses(device, one))
          .map((pose) => mayFrame(pose, [c.height - 2, c.height], { density: undefined, reach: 100 }));
        for (const [dh, dt] of [...corners, ...sways]) {
          const pose = { ...c, heading: c.heading + dh * c.tolerance, tilt: c.tilt + dt * c.tolerance };
          for (const point of cornerPoints(pose, c.resolution[1] / c.resolution[0], c.height - up)) {
            hits++;
            expect(rings.some((pieces) => pieces === undefined || pieces.some((ring) => near(ring, point)))).toBe(true);
          }
        }
      }),
      { numRuns: 500, seed: 6 },
    );
    expect(hits).toBeGreaterThan(1000);
  });

  it('whatever an allowed pose has in frame at any height of a person is in may-see', () => {
    let hits = 0;
    fc.assert(
      fc.property(lens, fc.array(spot, { minLength: 30, maxLength: 30 }), sway, (c, spots, sways) => {
        const device = camera('c', [0, 0], c, {
          height: c.height,
          tolerance: { heading: c.tolerance, tilt: c.tolerance, position: 0 },
        });
        const poses = device.lenses.flatMap((one) => mayPoses(device, one));
        const rings = poses.map((pose) => mayFrame(pose, [c.height - 2, c.height], { density: c.density, reach: 60 }));
        for (const one of spots) {
          const point = at(one);
          const seen = [...corners, ...sways].some(([dh, dt]) =>
            inFrame(
              { ...c, heading: c.heading + dh * c.tolerance, tilt: c.tilt + dt * c.tolerance },
              c.resolution[1] / c.resolution[0],
              c.resolution[0],
              point,
              c.height - one.up,
              c.density,
            ),
          );
          if (!seen) continue;
          hits++;
          const inside = rings.some((pieces) => pieces === undefined || pieces.some((ring) => near(ring, point)));
          expect(inside).toBe(true);
        }
      }),
      { numRuns: 400, seed: 7 },
    );
    expect(hits).toBeGreaterThan(300);
  });

  it('whatever is in must-see is in frame in every allowed pose', () => {
    let hits = 0;
    fc.assert(
      fc.property(lens, fc.array(spot, { minLength: 30, maxLength: 30 }), sway, (c, spots, sways) => {
        const device = camera('c', [0, 0], c, {
          height: c.height,
          tolerance: { heading: c.tolerance, tilt: c.tolerance, position: 0 },
        });
        const rings = device.lenses.map((one) => {
          const pose = mustPose(device, one);
          return pose && mustFootprint(pose, c.height - 1.5, undefined, { density: c.density, reach: 60 });
        });
        // Corners of the view are where it would leave the frame first.
        for (const point of [...spots.map(at), ...rings.flatMap((ring) => ring ?? [])]) {
          if (!rings.some((ring) => ring !== undefined && ring.length > 0 && near(ring, point))) continue;
          hits++;
          // The far edge is nearest straight ahead: look at the point itself, where the tolerance lets the camera.
          const bearing = (Math.atan2(point[0], point[1]) * 180) / Math.PI - c.heading;
          const towards = (((bearing + 540) % 360) - 180) / (c.tolerance || 1);
          const straight: [number, number][] =
            Math.abs(towards) <= 1
              ? [
                  [towards, -1],
                  [towards, 1],
                ]
              : [];
          for (const [dh, dt] of [...corners, ...sways, ...straight]) {
            // A hair less than the tolerance: points exactly on the frame's edge fall on either side of it.
            const by = c.tolerance * (1 - 1e-9);
            const pose = { ...c, heading: c.heading + dh * by, tilt: c.tilt + dt * by, hfov: c.hfov + 1e-4 };
            const aspect = c.resolution[1] / c.resolution[0];
            expect(inFrame(pose, aspect, c.resolution[0] * (1 + 1e-3), point, c.height - 1.5, c.density)).toBe(true);
          }
        }
      }),
      { numRuns: 400, seed: 8 },
    );
    expect(hits).toBeGreaterThan(300);
  });

  it('a PTZ sees in may whatever any direction within its hard limits has in frame', () => {
    const pan = fc.tuple(fc.double({ min: 0, max: 360, noNaN: true }), fc.double({ min: 5, max: 300, noNaN: true }));
    const where = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(pan, where, fc.array(spot, { minLength: 30, maxLength: 30 }), ([from, turn], [p, t], spots) => {
        const limits: Partial<Optics> = {
          form: 'ptz',
          ptz: ptz({ pan: [from, (from + turn) % 360], tilt: [0, 90], hfov: [3, 60] }),
          heading: undefined,
          tilt: undefined,
          hfov: undefined,
          resolution: [1920, 1080],
        };
        const device = camera('c', [0, 0], limits);
        const rings = device.lenses
          .flatMap((one) => mayPoses(device, one))
          .map((pose) => mayFrame(pose, [1, 3], { density: undefined, reach: 60 }));
        for (const one of spots) {
          const point = at(one);
          const pose = { heading: from + p * turn, tilt: t * 90, roll: 0, hfov: 60 };
          if (!inFrame(pose, 1080 / 1920, 1920, point, 3 - one.up, 0)) continue;
          expect(rings.some((pieces) => pieces === undefined || pieces.some((ring) => near(ring, point)))).toBe(true);
        }
      }),
      { numRuns: 300, seed: 9 },
    );
  });
});

/** In the ring, or within a rounding of it. */
function near(ring: readonly Point[], [x, y]: Point): boolean {
  const d = 1e-7;
  return (
    [
      [0, 0],
      [d, 0],
      [-d, 0],
      [0, d],
      [0, -d],
    ] as const
  ).some(([dx, dy]) => containsPoint(ring, [x + dx, y + dy]));
}
