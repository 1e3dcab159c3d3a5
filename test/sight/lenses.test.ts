import { describe, expect, it } from 'vitest';
import { ringArea } from '../../src/geometry/index.js';
import type { Point, Ring } from '../../src/geometry/types.js';
import type { Device, Optics } from '../../src/plan/model.js';
import { mustFootprint } from '../../src/sight/optics/footprint.js';
import { mayPoses, mustPose, sharpness, toleranceOf, withoutTolerance } from '../../src/sight/optics/optics.js';
import { createSight } from '../../src/sight/sight.js';
import { camera, level, ptz, rect, site, zone } from '../support/site.js';
import { inAny, mayFrame } from './may-frame.js';
import { type Matrix, type Numbers, numbers, radians, rotation, times, transposed } from './pinhole-matrices.js';

const REACH = 60;
const tan = (degrees: number) => Math.tan(radians(degrees));

function must(device: Device, target: number, density?: number): Ring {
  const lens = device.lenses[0] ?? expect.fail();
  const pose = mustPose(device, lens);
  if (pose === undefined || device.height === undefined) return [];
  return mustFootprint(pose, device.height - target, device.range, { density, reach: REACH });
}

/** Rings of every pose, undefined where one sees everywhere. */
function may(device: Device, density?: number, band: readonly [number, number] = [0, 2], lens = 0): Ring[] | undefined {
  const height = device.height ?? expect.fail();
  const found = mayPoses(device, device.lenses[lens] ?? expect.fail()).map((pose) =>
    mayFrame(pose, [height - band[1], height - band[0]], { density, reach: REACH }),
  );
  return found.includes(undefined) ? undefined : found.flatMap((rings) => rings ?? []);
}

const holds = (rings: readonly Ring[] | undefined, point: Point) => inAny(rings, point, 1e-6);

describe('a fisheye on the ceiling', () => {
  const round = (more: Partial<Optics> = {}, device: Partial<Device> = {}) =>
    camera(
      'c',
      [0, 0],
      { form: 'fisheye', tilt: 90, hfov: 180, resolution: [2000, 2000], ...more },
      { height: 2.8, ...device },
    );

  it('covers the disc of its pixels per radian over the distance, never of a tangent', () => {
    // 2000 px over π: 636.6 px a radian; 125 px/m to 5.093 m from the eye, 1.3 m above the target: 4.924 m.
    const radius = Math.sqrt((2000 / Math.PI / 125) ** 2 - 1.3 ** 2);
    const area = ringArea(must(round(), 1.5, 125));
    expect(radius).toBeCloseTo(4.924, 3);
    expect(area).toBeLessThanOrEqual(Math.PI * radius ** 2);
    // Chords up to 5 mm short of the arc.
    expect(area).toBeGreaterThan(Math.PI * (radius - 0.005) ** 2);
  });

  it('covers no more than its circle of view less the tolerance', () => {
    // 60° about straight down, 1.3 m below: 1.3·tan 60° = 2.252 m; with 5° of tilt 1.3·tan 55° = 1.857 m ahead and back.
    const ring = must(round({ hfov: 120 }), 1.5);
    expect(ringArea(ring) / (Math.PI * (1.3 * tan(60)) ** 2)).toBeGreaterThan(0.985);
    expect(ringArea(ring) / (Math.PI * (1.3 * tan(60)) ** 2)).toBeLessThanOrEqual(1);
    const loose = must(round({ hfov: 120 }, { tolerance: { heading: 0, tilt: 5, position: 0 } }), 1.5);
    const far = Math.max(...loose.map(([x]) => x));
    expect(far).toBeLessThanOrEqual(1.3 * tan(55) + 1e-9);
    expect(far).toBeGreaterThan(1.3 * tan(54));
  });

  it('covers only what is in the picture, whichever side of the sensor its circle fills', () => {
    // 180° over 3000 px leave 120° over 2000 px: 60° ahead, 1.3·tan 60° = 2.252 m; across, all the density leaves.
    const wide = round({ heading: 0, resolution: [3000, 2000] });
    expect(holds([must(wide, 1.5, 25)], [0, 2.25])).toBe(true);
    expect(holds([must(wide, 1.5, 25)], [0, 2.26])).toBe(false);
    expect(holds([must(wide, 1.5, 25)], [10, 0])).toBe(true);
    // Where the plan says that all of the circle is in it, it is.
    expect(holds([must(round({ heading: 0, resolution: [3000, 2000], vfov: 180 }), 1.5, 25)], [0, 10])).toBe(true);
    // Turned by 90° the crop is across.
    expect(holds([must(round({ heading: 0, resolution: [3000, 2000], roll: 90 }), 1.5, 25)], [0, 10])).toBe(true);
    // Without a heading nobody knows which way it lies.
    const unsaid = must(round({ heading: undefined, resolution: [3000, 2000] }), 1.5, 25);
    expect(Math.max(...unsaid.map(([x, y]) => Math.hypot(x, y)))).toBeLessThanOrEqual(1.3 * tan(60) + 1e-9);
    expect(ringArea(unsaid)).toBeGreaterThan(0.985 * Math.PI * (1.3 * tan(60)) ** 2);
  });

  it('of more than 180° covers everything below it', () => {
    // 93° about an axis that is at most 3° off the vertical.
    const lens = round({ hfov: 186 }, { tolerance: { heading: 3, tilt: 3, position: 0 } });
    const radius = Math.sqrt((2000 / radians(186) / 25) ** 2 - 1.3 ** 2);
    expect(ringArea(must(lens, 1.5, 25))).toBeGreaterThan(0.999 * Math.PI * radius ** 2);
  });
});

describe('a fisheye on a wall', () => {
  const wall = (more: Partial<Optics> = {}) =>
    camera('c', [0, 0], { form: 'fisheye', heading: 90, tilt: 0, hfov: 90, resolution: [2000, 2000], ...more });

  it('covers the cone about its axis: at one height a hyperbola', () => {
    // 45° about +x, 1.5 m below: y² + 1.5² ≤ x².
    const rings = [must(wall(), 1.5)];
    for (const [x, y, seen] of [
      [1.53, 0, true],
      [1.49, 0, false],
      [5, 4.6, true],
      [5, -4.6, true],
      [5, 4.8, false],
      [20, 19.7, true],
      [20, 20, false],
    ] as const) {
      expect([x, y, holds(rings, [x, y])]).toEqual([x, y, seen]);
    }
  });

  it('may see no more than the cone about its axis with its corners', () => {
    // A square picture of 90°: its corners are 45°·√2 = 63.6° off the axis. At 2 m, 1 m below: y² + 1 ≤ x²·tan² 63.6°, at
    // x = 1 y to 1.756.
    expect(holds(may(wall()), [1, 1.75])).toBe(true);
    expect(holds(may(wall()), [1, 1.8])).toBe(false);
    expect(holds(may(wall()), [-0.1, 0])).toBe(false);
    expect(may(wall({ hfov: 180 }))).toBeUndefined();
  });

  it('covers nothing without a tilt, and with neither heading nor a tilt near the vertical', () => {
    expect(must(wall({ tilt: undefined }), 1.5)).toEqual([]);
    expect(must(wall({ heading: undefined }), 1.5)).toEqual([]);
    expect(must(wall({ resolution: undefined }), 1.5)).toEqual([]);
  });

  it('on a wall between two rooms watches the one it is aimed into, and nothing of the other', () => {
    // At 1.5 m, as high as the target, looking east from the middle of a 4 m wall with 90°: y ≤ x to either side of it,
    // 4 m² up to x = 2, then the 2 × 4 m left.
    const [west, east] = [zone('west', rect(-4, -2, 4, 4)), zone('east', rect(0, -2, 4, 4))];
    const device = camera(
      'c',
      [-0.02, 0],
      { form: 'fisheye', heading: 90, tilt: 0, hfov: 90, resolution: [2000, 2000] },
      { height: 1.5 },
    );
    const sight = createSight(site(level({ zones: [west, east], devices: [device] })));
    const covered = (room: typeof west) => sight.coverage(room, 25, { detectors: false, minus: [] }).covered;
    // A polygon of 24 sides in its circle: as much as 1 − cos(π/24) less each way.
    expect(covered(east)).toBeGreaterThan(12 * 0.98);
    expect(covered(east)).toBeLessThanOrEqual(12 + 1e-6);
    expect(covered(west)).toBe(0);
    expect(sight.reach(device, 'F1', west.region, 1, 'may')).toBeUndefined();
  });
});

/** What a fisheye may turn out to be: pixels per radian, circle of view and crop, rad. */
interface Reading {
  readonly sharp: number;
  readonly circle: number;
  readonly across: number;
  readonly down: number;
}

interface Eye {
  readonly device: Device;
  readonly lens: Optics;
  readonly readings: readonly Reading[];
  readonly poses: readonly Matrix[];
}

function randomEye({ between, of }: Numbers): Eye {
  const hfov = of(180, between(60, 200));
  const [w, n] = of<readonly [number, number]>([2000, 2000], [3000, 2000], [2000, 2600]);
  const vfov = of(undefined, undefined, (hfov * n) / w);
  const tolerance = of(
    { heading: 0, tilt: 0, position: 0 },
    { heading: between(0, 6), tilt: between(0, 6), position: 0 },
  );
  const heading = between(0, 360);
  const tilt = of(90, between(0, 90), between(0, 40));
  const roll = of(0, between(-180, 180));
  const unsaid = tilt > 70 && of(true, false);
  const device = camera(
    'c',
    [0, 0],
    { form: 'fisheye', heading: unsaid ? undefined : heading, tilt, roll, hfov, vfov, resolution: [w, n] },
    { height: between(0.5, 6), tolerance },
  );
  const h = radians(hfov);
  const whole = { circle: h, across: 2 * Math.PI, down: 2 * Math.PI };
  const readings =
    vfov === undefined
      ? [
          { ...whole, sharp: Math.min(w, n) / h },
          { circle: h, sharp: Math.max(w, n) / h, across: (h * w) / Math.max(w, n), down: (h * n) / Math.max(w, n) },
        ]
      : [{ circle: Math.max(h, radians(vfov)), sharp: w / h, across: h, down: radians(vfov) }];
  const poses = Array.from({ length: 10 }, () => {
    const by = () => of(-1, 1, 0, between(-1, 1));
    const turned = unsaid ? between(0, 360) : heading;
    return rotation(turned + by() * tolerance.heading, tilt + by() * tolerance.tilt, roll);
  });
  return { device, lens: device.lenses[0] ?? expect.fail(), readings, poses };
}

/** r = f·θ: whether the ray is in the picture, up to `off` rad. */
function pictured(
  { circle, across, down }: Reading,
  [right, up, forward]: readonly [number, number, number],
  off: number,
) {
  const angle = Math.atan2(Math.hypot(right, up), forward);
  const round = Math.atan2(up, right);
  return (
    angle <= circle / 2 + off &&
    Math.abs(angle * Math.cos(round)) <= across / 2 + off &&
    Math.abs(angle * Math.sin(round)) <= down / 2 + off
  );
}

const CAMERAS = process.env.SITECAM_LONG === '1' ? 100_000 : 1_500;

describe('fisheyes against r = f·θ', () => {
  it('whatever is in must-see is in the picture of every reading in every pose', () => {
    const random = numbers(77);
    const wrong: unknown[] = [];
    let hits = 0;
    for (let i = 0; i < CAMERAS; i++) {
      const eye = randomEye(random);
      const [target, density] = [random.of(1.5, random.between(0, 2)), random.of(undefined, 25, 125)];
      const ring = must(eye.device, target, density);
      const drop = (eye.device.height ?? 0) - target;
      ring.forEach(([ax, ay], k) => {
        const [bx, by] = ring[random.of(k, (k + 1) % ring.length, random.of(...ring.keys()))] ?? [ax, ay];
        const t = random.of(0, 0.5, random.between(0, 1));
        const [x, y] = [ax + t * (bx - ax), ay + t * (by - ay)];
        hits++;
        // Corners are rounded to a nanometre, which is an angle seen from near by.
        const seen = eye.readings.every(
          (reading) =>
            (density === undefined || reading.sharp / Math.hypot(x, y, drop) >= density * (1 - 1e-6)) &&
            eye.poses.every((pose) =>
              pictured(reading, times(pose, [x, y, -drop]), 1e-6 + 2e-9 / Math.hypot(x, y, drop)),
            ),
        );
        if (!seen) wrong.push([eye.lens, eye.device.height, eye.device.tolerance, target, x, y]);
      });
    }
    expect(wrong.slice(0, 2)).toEqual([]);
    expect(hits).toBeGreaterThan(3 * CAMERAS);
  });

  it('whatever any reading has in its picture in any pose is in may-see', () => {
    const random = numbers(78);
    const wrong: unknown[] = [];
    let hits = 0;
    for (let i = 0; i < CAMERAS; i++) {
      const eye = randomEye(random);
      const density = random.of(undefined, 12.5, 62.5);
      const rings = may(eye.device, density);
      const height = eye.device.height ?? 0;
      for (const pose of eye.poses) {
        for (const reading of eye.readings) {
          const [angle, round] = [
            random.of(1, random.between(0, 1)) * (reading.circle / 2 - 1e-9),
            random.between(-4, 4),
          ];
          const ray = [Math.sin(angle) * Math.cos(round), Math.sin(angle) * Math.sin(round), Math.cos(angle)] as const;
          if (!pictured(reading, ray, 0)) continue;
          const [x, y, up] = times(transposed(pose), ray);
          const furthest = density === undefined ? 40 : reading.sharp / density;
          for (const s of [furthest, -height / up, (2 - height) / up, random.between(0, 1) * furthest]) {
            const at = height + s * up;
            if (!(s > 0) || s > furthest || at < -1e-9 || at > 2 + 1e-9 || Math.hypot(s * x, s * y) > REACH) continue;
            hits++;
            if (!holds(rings, [s * x, s * y])) wrong.push([eye.lens, height, eye.device.tolerance, s * x, s * y, at]);
          }
        }
      }
    }
    expect(wrong.slice(0, 2)).toEqual([]);
    expect(hits).toBeGreaterThan(5 * CAMERAS);
  });
});

describe('a varifocal lens', () => {
  const zoomed = (varifocal: Optics['varifocal'], hfov: number | undefined = 60) =>
    camera('c', [0, 0], { form: 'varifocal', hfov, varifocal });

  it('covers by its setting, and may see over its range unless it is locked', () => {
    // Half-widths 10 m ahead, level with the target: tan 30° and tan 45°; px/m on the axis 1000/(2·tan 15°).
    const free = zoomed({ hfov: [30, 90], locked: false });
    const widest = (rings: readonly Ring[] | undefined) => {
      const slopes = (rings ?? []).flat().map(([x, y]) => (x > 1 ? y / x : 0));
      return Math.max(...slopes);
    };
    expect(widest([must(free, 3)])).toBeCloseTo(tan(30), 6);
    expect(widest(may(free))).toBeCloseTo(tan(45), 6);
    expect(widest(may(zoomed({ hfov: [30, 90], locked: true })))).toBeCloseTo(tan(30), 6);
    const sharpest = (device: Device) => mayPoses(device, device.lenses[0] ?? expect.fail()).map(sharpness);
    expect(sharpest(free)).toEqual([expect.closeTo(500 / tan(15), 6)]);
    expect(sharpest(zoomed({ hfov: [30, 90], locked: true }))).toEqual([expect.closeTo(500 / tan(30), 6)]);
  });

  it('without a setting covers what every setting does: the narrowest field at the widest one’s density', () => {
    const unset = camera('c', [0, 0], {
      form: 'varifocal',
      hfov: undefined,
      varifocal: { hfov: [30, 90], locked: true },
    });
    const pose = mustPose(unset, unset.lenses[0] ?? expect.fail());
    expect(pose && sharpness(pose)).toBeCloseTo(500, 6);
    expect(Math.max(...must(unset, 3).map(([x, y]) => (x > 1 ? y / x : 0)))).toBeCloseTo(tan(15), 6);
  });

  it('of unsaid range may see everything', () => {
    expect(may(zoomed(undefined), 1e9)).toBeUndefined();
  });
});

describe('a PTZ', () => {
  const HARD = ptz({ pan: [45, 135], tilt: [0, 60], hfov: [3, 60], home: { heading: 90, tilt: 10, hfov: 40 } });
  const turning = (more: Partial<Optics['ptz']> = {}) =>
    camera('c', [0, 0], { form: 'ptz', heading: 90, tilt: 10, hfov: 40, ptz: { ...HARD, ...more } });

  it('covers by its home preset, at that preset’s density', () => {
    const device = turning();
    const pose = mustPose(device, device.lenses[0] ?? expect.fail());
    expect(pose && sharpness(pose)).toBeCloseTo(500 / tan(20), 6);
    expect(holds([must(device, 1.5)], [10, 0])).toBe(true);
    expect(holds([must(device, 1.5)], [10, 4])).toBe(false);
  });

  it('may see within hard limits at its widest, as finely as at its longest', () => {
    // From 45° to 135° and half of 60° more: from 15° east of north, 10.7 m east of it 40 m on.
    expect(holds(may(turning()), [10.8, 40])).toBe(true);
    expect(holds(may(turning()), [9, 40])).toBe(false);
    expect(holds(may(turning()), [-20, 0])).toBe(false);
    const device = turning();
    expect(mayPoses(device, device.lenses[0] ?? expect.fail()).map(sharpness)).toEqual([
      expect.closeTo(500 / tan(1.5), 3),
      expect.closeTo(500 / tan(1.5), 3),
    ]);
  });

  it.each([
    ['software limits', { limits: 'software' }],
    ['no pan limits', { pan: undefined }],
  ] as const)('of %s may look all round', (_, more) => {
    expect(holds(may(turning(more)), [-40, 1])).toBe(true);
  });

  it('without a range of zoom may see everything, however finely', () => {
    expect(may(turning({ hfov: undefined }), 1e9)).toBeUndefined();
  });

  it('may see its home preset even outside its limits', () => {
    expect(holds(may(turning({ home: { heading: 270, tilt: 10, hfov: 40 } })), [-20, 0])).toBe(true);
  });
});

describe('a device with several sensors', () => {
  it('looks with each lens on its own', () => {
    const base = camera('c', [0, 0], { heading: 90, tilt: 10, hfov: 60 });
    const [east] = base.lenses;
    const west = { ...(east ?? expect.fail()), heading: 270, hfov: 40 };
    const device = { ...base, lenses: [east ?? expect.fail(), west] };
    const at = (lens: number, point: Point) => holds(may(device, undefined, [0, 2], lens), point);
    expect([at(0, [20, 8]), at(1, [20, 8]), at(0, [-20, 8]), at(1, [-20, 7])]).toEqual([true, false, false, true]);
  });
});

describe('tolerance', () => {
  it('is 3° or a tenth of the field where the plan gives none, and can be left out to see what hangs on it', () => {
    const device = camera(
      'c',
      [0, 0],
      { hfov: 20, tilt: 30 },
      { tolerance: { heading: undefined, tilt: undefined, position: 0.2 } },
    );
    const lens = device.lenses[0] ?? expect.fail();
    expect(toleranceOf(device, lens).heading).toBeCloseTo(radians(2), 12);
    expect(toleranceOf(device, { ...lens, hfov: 90 }).tilt).toBeCloseTo(radians(3), 12);
    const exact = withoutTolerance(device);
    expect([toleranceOf(exact, lens), exact.tolerance.position]).toEqual([{ heading: 0, tilt: 0 }, 0]);
    // 20° square at 30° down from 3 m: the floor from 3/tan 40° to 3/tan 20°; less 2° at either end.
    const span = (ring: Ring) => [Math.min(...ring.map(([x]) => x)), Math.max(...ring.map(([x]) => x))];
    expect(span(must(exact, 0))).toEqual([expect.closeTo(3 / tan(40), 8), expect.closeTo(3 / tan(20), 8)]);
    const [near, far] = span(must(device, 0));
    expect(near).toBeGreaterThan(3 / tan(38) - 0.05);
    expect(far).toBeLessThanOrEqual(3 / tan(22) + 1e-9);
  });
});
