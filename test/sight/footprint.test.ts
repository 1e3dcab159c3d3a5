import { describe, expect, it } from 'vitest';
import { measure, ringArea } from '../../src/geometry/index.js';
import type { Ring } from '../../src/geometry/types.js';
import type { Device, Optics } from '../../src/plan/model.js';
import { mustFootprint } from '../../src/sight/optics/footprint.js';
import { mayPoses, mustPose } from '../../src/sight/optics/optics.js';
import { camera, ptz } from '../support/site.js';
import { inAny, mayFrame } from './may-frame.js';

const REACH = 1000;

function must(device: Device, target: number, density?: number, reach = REACH): Ring {
  const [lens] = device.lenses;
  const pose = lens && mustPose(device, lens);
  if (pose === undefined || device.height === undefined) return [];
  return mustFootprint(pose, device.height - target, device.range, { density, reach });
}

function may(device: Device, band: readonly [number, number], density?: number, reach = REACH) {
  const [lens] = device.lenses;
  if (lens === undefined || device.height === undefined) throw new Error('no lens');
  const pieces = mayPoses(device, lens).map((pose) =>
    mayFrame(pose, [(device.height ?? 0) - band[1], (device.height ?? 0) - band[0]], { density, reach }),
  );
  return pieces.some((piece) => piece === undefined) ? undefined : pieces.flatMap((piece) => piece ?? []);
}

const span = (ring: Ring, axis: 0 | 1) => {
  const values = ring.map((p) => p[axis]);
  return [Math.min(...values), Math.max(...values)] as const;
};

const looking = (lens: Partial<Optics>, more: Partial<Device> = {}) => camera('c', [0, 0], lens, more);
const tan = (degrees: number) => Math.tan((degrees * Math.PI) / 180);

describe('footprint at one height', () => {
  // H 3, α 30°, v 50°: the depressions in frame are 5° to 55°.
  const tilted = looking({ tilt: 30, hfov: 60, vfov: 50 });

  it('has the worked near and far ends on the floor: 2.10 and 34.3 m', () => {
    const [near, far] = span(must(tilted, 0), 0);
    expect(near).toBeCloseTo(3 / tan(55), 9);
    expect(far).toBeCloseTo(3 / tan(5), 6);
    expect(near).toBeCloseTo(2.1, 2);
    expect(far).toBeCloseTo(34.3, 1);
  });

  it('has the worked ends at 1.8 m: 0.84 and 13.7 m', () => {
    const [near, far] = span(must(tilted, 1.8), 0);
    expect(near).toBeCloseTo(0.84, 2);
    expect(far).toBeCloseTo(13.7, 1);
  });

  it('is a trapezoid whose sides miss the camera, not a sector', () => {
    // Half-width at x: tan(h/2)·(x·cos 30° + 3·sin 30°), linear in x; so the area is the mean width times the length.
    const [near, far] = [3 / tan(55), 3 / tan(5)];
    const half = (x: number) => tan(30) * (x * Math.cos(Math.PI / 6) + 1.5);
    expect(ringArea(must(tilted, 0))).toBeCloseTo((half(near) + half(far)) * (far - near), 6);
  });

  it('is ±2.77 m wide 0.6 m ahead of a camera at 2.8 m that is tilted 45° with 98°', () => {
    const ring = must(looking({ tilt: 45, hfov: 98, vfov: 98 }, { height: 2.8 }), 0);
    const depth = 0.6 * Math.SQRT1_2 + 2.8 * Math.SQRT1_2;
    const strip: Ring = [
      [0.6, -50],
      [0.6001, -50],
      [0.6001, 50],
      [0.6, 50],
    ];
    const { covered } = measure({ rings: [strip], shadows: [] }, [{ rings: [ring], shadows: [] }]);
    expect(covered / 1e-4 / 2).toBeCloseTo(depth * tan(49), 3);
    expect(covered / 1e-4 / 2).toBeCloseTo(2.77, 2);
  });

  it('ends at the worked density: 2688 px over 90° give 125 px/m at 10.75 m', () => {
    const ring = must(looking({ resolution: [2688, 1520] }, { height: 1.5 }), 1.5, 125);
    const [, far] = span(ring, 0);
    expect(1344 / 8).toBe(168);
    expect(far).toBeLessThanOrEqual(10.752 + 1e-9);
    expect(far).toBeGreaterThan(10.752 - 0.005);
  });

  it('is cut by the range', () => {
    const [, far] = span(must(looking({}, { height: 1.5, range: 6 }), 1.5), 0);
    expect(far).toBeGreaterThan(5.994);
    expect(far).toBeLessThanOrEqual(6);
  });

  it('is empty where the plan says too little', () => {
    for (const missing of [{ heading: undefined }, { tilt: undefined }, { hfov: undefined }, { resolution: undefined }])
      expect(must(looking(missing), 1.5)).toEqual([]);
  });

  it('looks up from below the target too', () => {
    // Mounted 1 m below the target, looking up 30° with 50°: elevations 5° to 55°.
    const [near, far] = span(must(looking({ tilt: -30, hfov: 60, vfov: 50 }, { height: 0.5 }), 1.5), 0);
    expect(near).toBeCloseTo(1 / tan(55), 9);
    expect(far).toBeCloseTo(1 / tan(5), 6);
  });

  it('of a camera on its side is that of a tall frame', () => {
    const turned = must(looking({ tilt: 30, hfov: 60, vfov: 40, roll: 90 }), 0);
    const portrait = must(looking({ tilt: 30, hfov: 40, vfov: 60 }), 0);
    expect(ringArea(turned) / ringArea(portrait)).toBeCloseTo(1, 9);
  });

  it('of a rolled camera is where the four corners of its picture fall', () => {
    // Body axes with the right side up by 10°: a to the right and b up are a·cos − b·sin to the right of the vertical
    // plane and a·sin + b·cos above the axis. That ray goes cos 30° + up·sin 30° forward and sin 30° − up·cos 30° down.
    const [c, s] = [Math.cos(Math.PI / 18), Math.sin(Math.PI / 18)];
    const corners = [
      [1, 1],
      [-1, 1],
      [-1, -1],
      [1, -1],
    ].map(([i = 0, j = 0]) => {
      const [a, b] = [i * tan(30), j * tan(20)];
      const [right, up] = [a * c - b * s, a * s + b * c];
      const scale = 3 / (0.5 - up * Math.cos(Math.PI / 6));
      return [scale * (Math.cos(Math.PI / 6) + up / 2), -scale * right] as const;
    });
    const ring = must(looking({ tilt: 30, hfov: 60, vfov: 40, roll: 10 }), 0);
    expect(ring).toHaveLength(4);
    for (const [x, y] of corners) {
      expect(Math.min(...ring.map((p) => Math.hypot(p[0] - x, p[1] - y)))).toBeLessThan(1e-8);
    }
    // Its top corner looks nearer to the horizon than an upright picture does: 32.0 m against 17.0 m.
    expect(span(ring, 0)[1]).toBeCloseTo(Math.max(...corners.map(([x]) => x)), 8);
    expect(span(must(looking({ tilt: 30, hfov: 60, vfov: 40 }), 0), 0)[1]).toBeCloseTo(3 / tan(10), 8);
  });

  it('is cut by a far edge that only a turn brings onto the level', () => {
    // 1.5 m below the camera the frame's upper edge lies 110 m ahead; the level reaches 50 m, and twice that is looked at.
    // Turned by up to 25° it cuts all that is further than 110 m in any of those directions.
    const tilt = 40 + (Math.atan(1.5 / 110) * 180) / Math.PI;
    const swings = looking({ tilt, hfov: 130, vfov: 80 }, { tolerance: { heading: 25, tilt: 0, position: 0 } });
    const ring = must(swings, 1.5, undefined, 50);
    expect(span(ring, 0)[1]).toBeGreaterThan(90);
    for (const [x, y] of ring) {
      for (const turn of [-25, -10, 0, 10, 25]) {
        const angle = (turn * Math.PI) / 180;
        expect(x * Math.cos(angle) + y * Math.sin(angle)).toBeLessThanOrEqual(110 + 1e-6);
      }
    }
  });

  it('leaves a blind spot below the camera', () => {
    // H 3, lower edge 55° below the horizon: nothing nearer than 3/tan 55° = 2.10 m on the floor, 0.70 m at 2 m; with 3°
    // of tolerance in tilt 3/tan 52° = 2.34 m for certain, and 1/tan 58° = 0.62 m at most.
    const loose = looking({ tilt: 30, hfov: 60, vfov: 50 }, { tolerance: { heading: 0, tilt: 3, position: 0 } });
    expect(span(must(loose, 0), 0)[0]).toBeCloseTo(3 / tan(52), 8);
    expect(span(may(loose, [0, 2])?.[0] ?? [], 0)[0]).toBeCloseTo(1 / tan(58), 8);
    expect(span(may(tilted, [0, 2])?.[0] ?? [], 0)[0]).toBeCloseTo(1 / tan(55), 8);
  });
});

describe('footprint over a band of heights', () => {
  it('of a face terminal at 1.5 m begins at its foot', () => {
    // Level, 90° by 90°, band 0–2 m: half-widths are tan 45°·x at Δ = 0 and grow no wider, so a triangle of x² at x.
    const pieces = may(looking({}, { height: 1.5 }), [0, 2], undefined, 10);
    const [piece] = pieces ?? [];
    expect(pieces).toHaveLength(1);
    const [near, far] = span(piece ?? [], 0);
    expect(near).toBe(0);
    expect(far).toBeGreaterThan(10);
    expect(ringArea(piece ?? [])).toBeCloseTo(far * far, 6);
  });

  it('of a tilted camera is both slices and all between', () => {
    // H 3, α 30°, v 50°: floor 2.10–34.3 m, 2 m height 0.70–11.4 m. Depth at (x, Δ): x·cos 30° + Δ/2.
    const [piece = []] = may(looking({ tilt: 30, hfov: 60, vfov: 50 }), [0, 2]) ?? [];
    const half = (x: number, drop: number) => tan(30) * (x * Math.cos(Math.PI / 6) + drop / 2);
    const [x1, x2, x3] = [1 / tan(55), 3 / tan(55), 3 / tan(5)];
    expect(span(piece, 0)[0]).toBeCloseTo(x1, 8);
    expect(span(piece, 0)[1]).toBeCloseTo(x3, 6);
    // The half-widths at x1 (2 m), x2 (floor) and x3 (floor): all three are corners.
    const area = (half(x1, 1) + half(x2, 3)) * (x2 - x1) + (half(x2, 3) + half(x3, 3)) * (x3 - x2);
    expect(ringArea(piece)).toBeCloseTo(area, 6);
  });

  it('without a height sees from every height', () => {
    const lens = looking({ tilt: 30, hfov: 60, vfov: 50 }, { height: undefined });
    const poses = lens.lenses.flatMap((one) => mayPoses(lens, one));
    const pieces = poses.flatMap((pose) => mayFrame(pose, [-2, 3.2], { density: undefined, reach: 100 }) ?? []);
    expect(span(pieces[0] ?? [], 0)[0]).toBeLessThanOrEqual(0);
  });

  it('is all round without a heading, and everywhere without a field', () => {
    const round = may(looking({ heading: undefined }), [0, 2]);
    const angles = Array.from({ length: 36 }, (_, i) => (i * Math.PI) / 18);
    expect(angles.every((a) => inAny(round, [30 * Math.cos(a), 30 * Math.sin(a)], 0))).toBe(true);
    expect(may(looking({ hfov: undefined }), [0, 2])).toBeUndefined();
  });

  it('of a fisheye is a disc of its density all round', () => {
    // 2000 px over 180°: 636.6 px a radian; 25 px/m to 25.46 m from the eye, 1 m above heads.
    const pieces = may(looking({ form: 'fisheye', hfov: 180, resolution: [2000, 2000], tilt: 90 }), [0, 2], 25);
    const radius = Math.sqrt((2000 / Math.PI / 25) ** 2 - 1);
    expect(ringArea(pieces?.[0] ?? [])).toBeGreaterThanOrEqual(Math.PI * radius * radius);
    expect(ringArea(pieces?.[0] ?? [])).toBeLessThan(Math.PI * (radius + 0.005) ** 2);
  });
});

describe('what a camera that may take any tilt sees in detail', () => {
  it('of some headings is no further, but for the sides of a disc of 24', () => {
    // f = 500, the frame's corner √3 off its axis: at 100 px/m no further than 5 × 3 m, of something 1 m lower or more.
    const lens = {
      form: 'ptz',
      hfov: 90,
      vfov: 90,
      ptz: ptz({ pan: [45, 135], tilt: [0, 80], hfov: [90, 90] }),
    } as const;
    const corners = (may(looking(lens), [0, 2], 100) ?? []).flat().map(([x, y]) => Math.hypot(x, y));
    expect(Math.max(...corners)).toBeLessThanOrEqual(Math.sqrt(15 ** 2 - 1) / Math.cos(Math.PI / 24) + 1e-6);
    expect(Math.max(...corners)).toBeGreaterThan(5);
  });

  it('is no further than its pixels reach, however it tilts', () => {
    // 2560 px over 60°: f = 2217 px; vfov from 16:9 gives tan 0.3248, so the frame's corner lies sec = 1.1994 off the
    // axis. At 1000 px/m a point is in frame at most f·sec/1000 deep, and sec times that away: 3.19 m.
    const camera = looking({ hfov: 60, vfov: 36, resolution: [2560, 1440] }, { height: 4.8 });
    const anyTilt = {
      ...camera,
      lenses: camera.lenses.map((lens) => ({ ...lens, heading: undefined, tilt: undefined })),
    };
    const farthest = Math.max(...(may(anyTilt, [0, 4.8], 1000) ?? []).flat().map(([x, y]) => Math.hypot(x, y)));
    expect(farthest).toBeGreaterThan(2);
    expect(farthest).toBeLessThan(3.19 * 1.4);
    expect(may(anyTilt, [0, 2], 1e6)).toEqual([]);
  });
});
