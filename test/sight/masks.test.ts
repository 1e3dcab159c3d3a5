import { describe, expect, it, test } from 'vitest';
import { containsPoint, distanceToSegment, measure, ringArea } from '../../src/geometry/index.js';
import type { Point, Ring } from '../../src/geometry/types.js';
import type { Device, Mask, Optics } from '../../src/plan/model.js';
import { pocketed } from '../../src/sight/cone/pockets.js';
import { mayMasked, mustMasked, unmaskedFrames } from '../../src/sight/optics/image-mask.js';
import { createScene } from '../../src/sight/scene/scene.js';
import { viewOf } from '../../src/sight/view/views.js';
import { camera, level, optics, ptz, rect, site, zone } from '../support/site.js';
import { type Numbers, numbers, radians, rotation, times, transposed, within } from './pinhole-matrices.js';

const tan = (degrees: number) => Math.tan(radians(degrees));
const REACH = 60;

const mask = (polygon: readonly Point[], more: Partial<Mask> = {}): Mask => ({
  polygon,
  permanent: true,
  dynamic: false,
  hiddenAboveZoom: false,
  ...more,
});

/** A camera at the origin that looks north, 20° down. */
const north = (masks: Mask[], lens: Partial<Optics> = {}, more: Partial<Device> = {}) =>
  camera('c', [0, 0], { heading: 0, tilt: 20, hfov: 90, ...lens }, { masks, ...more });

function lost(device: Device, top = 2, lens = 0): Ring[] {
  return mayMasked(device, device.lenses[lens] ?? expect.fail(), {
    eye: device.at,
    height: device.height ?? expect.fail(),
    top,
    reach: REACH,
  });
}

function hidden(device: Device, target = 1.5, lens = 0) {
  return mustMasked(device, device.lenses[lens] ?? expect.fail(), {
    eye: device.at,
    height: device.height ?? expect.fail(),
    target,
    reach: REACH,
  });
}

const cornersOf = (flat: readonly number[]) =>
  Array.from({ length: flat.length / 2 }, (_, i): Point => [flat[2 * i] ?? 0, flat[2 * i + 1] ?? 0]);

/** Area of convex rings that don't overlap. */
const area = (rings: readonly Ring[]) => rings.reduce((sum, ring) => sum + ringArea(ring), 0);
const span = (rings: readonly Ring[], axis: 0 | 1) => {
  const values = rings.flat().map((point) => point[axis]);
  return [Math.min(...values), Math.max(...values)] as const;
};

describe('what a mask takes from must-see', () => {
  it('is what projects into it at the height of the target, and nothing behind it', () => {
    // H 3: at 1.5 m half way to the foot. Drawn y 2–3, x ±1; so y 1–1.5, x ±0.5.
    const { all, rings } = hidden(north([mask(rect(-1, 2, 2, 1))]));
    expect(all).toBe(false);
    expect(span(rings, 0)).toEqual([expect.closeTo(-0.5, 5), expect.closeTo(0.5, 5)]);
    expect(span(rings, 1)).toEqual([expect.closeTo(1, 5), expect.closeTo(1.5, 5)]);
    expect(area(rings)).toBeCloseTo(0.5, 5);
  });

  it('grows by the tolerance in tilt', () => {
    // H 4, drawn y 2–10: depressions 63.43° to 21.80°. With ±2° what may project into it at 1.5 m, 2.5 m below the camera,
    // has 65.43° to 19.80°: y 1.143 to 6.943.
    const device = north(
      [mask(rect(-50, 2, 100, 8))],
      {},
      { height: 4, tolerance: { heading: 0, tilt: 2, position: 0 } },
    );
    const [near, far] = span(hidden(device).rings, 1);
    expect(near).toBeCloseTo(2.5 / tan(65.434949), 4);
    expect(far).toBeCloseTo(2.5 / tan(19.801409), 4);
    expect(near).toBeCloseTo(1.143, 3);
    expect(far).toBeCloseTo(6.943, 3);
  });

  it('is nothing above the camera, unless a tilt may lift the mask over the horizon', () => {
    // 30 m away from 0.5 m: 0.95° below the horizon.
    const low = (tilt: number) =>
      north([mask(rect(-5, 20, 10, 10))], {}, { height: 0.5, tolerance: { heading: 0, tilt, position: 0 } });
    expect(hidden(low(0)).rings).toEqual([]);
    expect(hidden(low(0.9)).rings).toEqual([]);
    expect(area(hidden(low(3)).rings)).toBeGreaterThan(100);
  });

  it('keeps the shape of a mask with a bay', () => {
    // L of 8 × 6 less 3 × 3, at H 4 and 2 m: a quarter of its 39 m².
    const { rings } = hidden(north([mask(L_SHAPE)], {}, { height: 4 }), 2);
    expect(area(rings)).toBeCloseTo(39 / 4, 4);
  });

  it('grows by where the camera may be', () => {
    // Square of ±5 m at H 4: at 1.5 m ±3.125 m; within 0.5 m of it 6.25² + 4·6.25·0.5 + π·0.25.
    const device = north(
      [mask(rect(-5, -5, 10, 10))],
      {},
      { height: 4, tolerance: { heading: 0, tilt: 0, position: 0.5 } },
    );
    const exact = 6.25 ** 2 + 12.5 + Math.PI / 4;
    const { covered } = measure({ rings: [rect(-9, -9, 18, 18)], shadows: [] }, [{ ...hidden(device), shadows: [] }]);
    expect(covered).toBeGreaterThanOrEqual(exact);
    expect(covered).toBeLessThan(exact * 1.01);
  });

  it('is everything where the camera is on the floor, as the mask is', () => {
    expect(hidden(north([mask(rect(-1, 2, 2, 1))], {}, { height: 0 })).all).toBe(true);
    expect(hidden(north([], {}, { height: 0 })).all).toBe(false);
  });
});

/** 8 × 6 m from y = 2 on, less 3 × 3 m at its far right. */
const L_SHAPE: readonly Point[] = [
  [-4, 2],
  [4, 2],
  [4, 5],
  [1, 5],
  [1, 8],
  [-4, 8],
];

describe('what a mask takes from may-see', () => {
  it('is where every height of a person is hidden', () => {
    // H 3, person 2 m: M (y 1–4, x ±1.5) and M drawn by 1/3 (y 1/3–4/3, x ±0.5) share y 1–4/3, 1 m wide.
    expect(area(lost(north([mask(rect(-1.5, 1, 3, 3))])))).toBeCloseTo(1 / 3, 8);
    // And M of y 2–3 shares nothing with its third.
    expect(lost(north([mask(rect(-1, 2, 2, 1))]))).toEqual([]);
  });

  it('is what of a mask with a bay no height looks past', () => {
    // H 4, so M and its half: x ±2, y 2–4, 8 m². The bay is x > 1, y > 5: a sight line from (x, y) to twice that meets it
    // where 2x > 1 and 2y > 5: less 1.5 × 1.5.
    const rings = lost(north([mask(L_SHAPE)], {}, { height: 4 }));
    expect(area(rings)).toBeCloseTo(8 - 2.25, 6);
  });

  it('has the pockets of a mask with bays, a point on the hull between them too', () => {
    // 8 × 6 m with two bays, triangles of 4 × 3 m each, that meet in the middle of its upper side.
    const bays = pocketed([
      [-4, 2],
      [4, 2],
      [4, 8],
      [2, 5],
      [0, 8],
      [-2, 5],
      [-4, 8],
    ]);
    expect(area([bays?.hull ?? []])).toBeCloseTo(48, 9);
    expect(area(bays?.pockets ?? [])).toBeCloseTo(12, 9);
  });

  it('is round the foot where the mask is', () => {
    expect(area(lost(north([mask(rect(-5, -5, 10, 10))], {}, { height: 4 })))).toBeCloseTo(25, 8);
    expect(area(lost(north([mask(rect(-5, -5, 10, 10))], { tilt: 90 }, { height: 4 })))).toBeCloseTo(25, 8);
  });

  it('is nothing from within the band of heights', () => {
    for (const height of [0, 1.5, 2]) expect(lost(north([mask(rect(-50, -50, 100, 100))], {}, { height }))).toEqual([]);
    expect(lost(north([mask(rect(-50, -50, 100, 100))], {}, { height: 2.5 }), 2.5)).toEqual([]);
  });

  it('shrinks by the tolerance in tilt', () => {
    // H 4, drawn y 2–10: 63.43° to 21.80°. With ±2° certain from 61.43° to 23.80°: on the floor y 2.178–9.069, at 2 m
    // 1.089–4.535; at both 2.178–4.535.
    const device = north(
      [mask(rect(-50, 2, 100, 8))],
      {},
      { height: 4, tolerance: { heading: 0, tilt: 2, position: 0 } },
    );
    const [near, far] = span(lost(device), 1);
    expect(near).toBeCloseTo(4 / tan(61.434949), 5);
    expect(far).toBeCloseTo(2 / tan(23.801409), 5);
    expect(near).toBeCloseTo(2.178, 3);
    expect(far).toBeCloseTo(4.534, 3);
  });

  it('shrinks by where the camera may be', () => {
    // ±2.5 m less 0.5 m on every side.
    const device = north(
      [mask(rect(-5, -5, 10, 10))],
      {},
      { height: 4, tolerance: { heading: 0, tilt: 0, position: 0.5 } },
    );
    expect(area(lost(device))).toBeCloseTo(16, 8);
  });

  it('is nothing of a mask that may be taken off, crosses itself, or whose camera nobody aimed', () => {
    const whole = rect(-5, -5, 10, 10);
    const crossed: readonly Point[] = [
      [-5, -5],
      [5, 5],
      [5, -5],
      [-5, 5],
    ];
    const high = { height: 4 };
    expect(lost(north([mask(whole, { permanent: false })], {}, high))).toEqual([]);
    expect(lost(north([mask(crossed)], {}, high))).toEqual([]);
    expect(lost(north([mask(whole)], { heading: undefined }, high))).toEqual([]);
    expect(lost(north([mask(whole)], { tilt: undefined }, high))).toEqual([]);
  });
});

describe('what masks leave of a picture that turns', () => {
  const tolerance = { heading: 3, tilt: 3, position: 0 };
  // 45° to either side and 15° up and down of an axis 20° below the horizon.
  const frame = [1, tan(15), -1, tan(15), -1, -tan(15), 1, -tan(15)];
  const left = (masks: Mask[], more: Partial<Device> = {}) => {
    const device = north(masks, {}, { height: 3, tolerance, ...more });
    return unmaskedFrames(device, device.lenses[0] ?? expect.fail(), frame)[0];
  };

  it('is nothing where they hide all of it, however little more', () => {
    expect(left([mask(rect(-5000, 2, 10_000, 1e4))])).toEqual([]);
  });

  it('is nothing where the last of many masks hides all of it', () => {
    const many = Array.from({ length: 12 }, (_, i) => mask(rect(-1 + i / 100, 7, 2, 2)));
    const device = north([...many, mask(rect(-5000, 2, 10_000, 1e4))], {}, { height: 3, tolerance });
    expect(unmaskedFrames(device, device.lenses[0] ?? expect.fail(), frame).at(-1)).toEqual([]);
  });

  it('is the part of it beside a mask', () => {
    // All that lies more than half as far to the right as ahead on the axis.
    const edge = (y: number): Point => [(y * Math.cos(radians(20)) + 3 * Math.sin(radians(20))) / 2, y];
    const parts = left([mask([edge(2), [5e4, 2], [5e4, 1e4], edge(1e4)])]) ?? expect.fail();
    const sides = parts.flat().filter((_, i) => i % 2 === 0);
    expect([Math.min(...sides), Math.max(...sides)]).toEqual([expect.closeTo(-0.5, 9), 1]);
  });

  it('is the parts to the left, to the right and below of a mask at the middle of its upper edge', () => {
    // Between lines 20° to either side of the axis, from 7.5° above it.
    const at = (side: number, up: number): Point => {
      const [cos, sin] = [Math.cos(radians(20)), Math.sin(radians(20))];
      return [(-side * 3) / (sin - up * cos), (3 * (cos + up * sin)) / (sin - up * cos)];
    };
    const [side, low, high] = [tan(20), tan(7.5), tan(18)];
    const parts = left([mask([at(side, low), at(-side, low), at(-side, high), at(side, high)])]) ?? expect.fail();
    const holds = (x: number, y: number) => parts.some((part) => within(cornersOf(part), x, y, 1e-9));
    for (const x of [-0.9, 0.9]) expect(holds(x, tan(14))).toBe(true);
    for (const x of [-0.9, 0, 0.9]) expect(holds(x, tan(7.4))).toBe(true);
    expect([holds(0, tan(9)), holds(0.2, tan(13)), holds(-0.3, tan(13))]).toEqual([false, false, false]);
  });

  it('is the parts all round a mask in its middle; of one with many sides they are taken as one', () => {
    expect(left([mask(rect(-1, 7, 2, 2))])).toHaveLength(4);
    const round = Array.from({ length: 12 }, (_, i): Point => [Math.cos(i / 2), 8 + Math.sin(i / 2)]);
    expect(left([mask(round)])).toBeUndefined();
  });

  it('is all of it where a mask may be taken off, or nothing turns', () => {
    expect(left([mask(rect(-5000, 2, 10_000, 1e4), { permanent: false })])).toBeUndefined();
    const still = { heading: 0, tilt: 0, position: 0 };
    expect(left([mask(rect(-5000, 2, 10_000, 1e4))], { tolerance: still })).toBeUndefined();
  });

  it('holds every direction of the picture that isn’t masked', () => {
    const random = numbers(35);
    let hits = 0;
    for (let n = 0; n < CAMERAS; n++) {
      const [x, y] = [random.between(-12, 12), random.between(2, 6)];
      const polygon = rect(x, y, random.between(2, 30), random.between(2, 60));
      const rest = left([mask(polygon)]);
      if (rest === undefined) continue;
      const kept = rest.map(cornersOf);
      for (let k = 0; k < 20; k++) {
        const [side, up] = [random.between(-1, 1), random.between(-tan(15), tan(15))];
        const [cos, sin] = [Math.cos(radians(20)), Math.sin(radians(20))];
        // Ahead and down of the direction, and where it meets the floor.
        const [ahead, down] = [cos + up * sin, sin - up * cos];
        const floor: Point = [(-side * 3) / down, (ahead * 3) / down];
        if (insideOf(polygon, ...floor)) continue;
        hits++;
        expect(kept.some((part) => within(part, side, up, 1e-9))).toBe(true);
      }
    }
    expect(hits).toBeGreaterThan(CAMERAS);
  });

  it('is seen, whatever the pose, wherever its rays come among people', () => {
    const random = numbers(36);
    const field = zone('field', rect(-60, -60, 120, 120), { enclosed: false });
    const [wide, tall] = [tan(30), 0.75 * tan(30)];
    let hits = 0;
    for (let n = 0; n < CAMERAS / 10; n++) {
      const polygon = rect(random.between(-8, 4), random.between(2, 6), random.between(1, 8), random.between(2, 20));
      const [tilt, by] = [random.between(10, 40), random.between(0.5, 6)];
      const lens = { tilt, hfov: 60, resolution: [2000, 1500] } as const;
      const device = north([mask(polygon)], lens, { height: 3, tolerance: { heading: by, tilt: by, position: 0 } });
      const own = level({ zones: [field], devices: [device] });
      const view = viewOf(createScene(site(own), own), device, 'may', { density: 1, target: 1.5 });
      for (let k = 0; k < 50; k++) {
        const [side, up] = [random.between(-wide, wide), random.between(-tall, tall)];
        const ray = (down: number, turn: number) => {
          const ahead = Math.cos(down) + up * Math.sin(down);
          const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
          return [-side * cos - ahead * sin, ahead * cos - side * sin, up * Math.cos(down) - Math.sin(down)] as const;
        };
        const [x, y, z] = ray(radians(tilt), 0);
        if (z < 0 && insideOf(polygon, (-3 * x) / z, (-3 * y) / z)) continue;
        const posed = ray(radians(tilt + random.between(-by, by)), radians(random.between(-by, by)));
        const far = (random.between(0.01, 1.99) - 3) / posed[2];
        if (far < 0 || far > 40) continue;
        hits++;
        expect(view.some((look) => containsPoint(look, [far * posed[0], far * posed[1]]))).toBe(true);
      }
    }
    expect(hits).toBeGreaterThan(CAMERAS);
  });
});

test('a mask added never grows a view', () => {
  const random = numbers(77);
  const field = zone('field', rect(-60, -60, 120, 120), { enclosed: false });
  for (let n = 0; n < CAMERAS / 10; n++) {
    const masks = Array.from({ length: 3 }, () =>
      mask(rect(random.between(-8, 6), random.between(1.5, 10), random.between(0.5, 5), random.between(0.5, 10))),
    );
    const [tilt, by] = [random.between(10, 40), random.between(0.5, 6)];
    const seen = (some: Mask[]) => {
      const device = north(some, { tilt, hfov: 60 }, { height: 3, tolerance: { heading: by, tilt: by, position: 0 } });
      const own = level({ zones: [field], devices: [device] });
      const view = viewOf(createScene(site(own), own), device, 'may', { density: 1, target: 1.5 });
      return measure(field.region, view).covered;
    };
    const all = seen(masks);
    for (const one of masks) expect(all).toBeLessThan(seen(masks.filter((other) => other !== one)) + 1e-6);
  }
});

describe('masks of lenses that zoom and turn', () => {
  const whole = rect(-4, -4, 8, 8);
  const high = { height: 4 };

  it('stay where they are in the picture of a varifocal lens', () => {
    // Straight down from 4 m at 60° the square fills a picture of ±1. At 30° the same pixels show ±tan 15°/tan 30° = 0.464
    // of it: ±1.856 m on the floor, ±0.928 m at 2 m.
    const lens = { form: 'varifocal', tilt: 90, hfov: 60, varifocal: { hfov: [30, 90], locked: false } } as const;
    const half = (4 * (tan(15) / tan(30))) / 2;
    expect(area(lost(north([mask(whole)], lens, high)))).toBeCloseTo(4 * half * half, 6);
    expect(area(lost(north([mask(whole, { dynamic: true })], lens, high)))).toBeCloseTo(16, 8);
    const locked = { ...lens, varifocal: { hfov: [30, 90], locked: true } } as const;
    expect(area(lost(north([mask(whole)], locked, high)))).toBeCloseTo(16, 8);
    expect(lost(north([mask(whole, { hiddenAboveZoom: true })], lens, high))).toEqual([]);
    expect(lost(north([mask(whole)], { ...lens, hfov: undefined }, high))).toEqual([]);
    expect(lost(north([mask(whole)], { ...lens, varifocal: undefined }, high))).toEqual([]);
  });

  it('move along with a PTZ only where they are dynamic, and last only where no zoom hides them', () => {
    const lens = {
      form: 'ptz',
      ptz: ptz({ pan: [0, 360], tilt: [0, 90], hfov: [3, 60], home: { heading: 0, tilt: 20, hfov: 60 } }),
    } as const;
    expect(lost(north([mask(whole)], lens, high))).toEqual([]);
    expect(area(lost(north([mask(whole, { dynamic: true })], lens, high)))).toBeCloseTo(16, 8);
    expect(lost(north([mask(whole, { dynamic: true, hiddenAboveZoom: true })], lens, high))).toEqual([]);
    expect(area(hidden(north([mask(whole)], lens, high), 2).rings)).toBeCloseTo(16, 4);
  });

  it('are in the picture of the sensor they name; of one that names none, in any or in none', () => {
    const two = (sensor?: number) =>
      north([mask(whole, { sensor })], {}, { height: 4, lenses: [optics({ heading: 0 }), optics({ heading: 180 })] });
    const areas = (device: Device) => [
      ...[0, 1].map((lens) => area(lost(device, 2, lens))),
      ...[0, 1].map((lens) => area(hidden(device, 2, lens).rings)),
    ];
    const close = (...values: number[]) => values.map((value) => expect.closeTo(value, 4));
    expect(areas(two(1))).toEqual(close(16, 0, 16, 0));
    expect(areas(two(2))).toEqual(close(0, 16, 0, 16));
    expect(areas(two())).toEqual(close(0, 0, 16, 16));
    expect(areas(two(3))).toEqual(close(0, 0, 16, 16));
  });
});

/** Masks of three to six corners, most of them with bays, and lenses of every form. */
interface Case {
  readonly device: Device;
  readonly lens: Optics;
  readonly polygon: readonly Point[];
}

function randomCase({ between, of }: Numbers): Case {
  const n = of(3, 4, 6, 6);
  const [cx, cy, size] = [between(-6, 6), between(-6, 6), of(between(2, 8), between(2, 8), between(0.05, 0.5))];
  const polygon = Array.from({ length: n }, (_, i): Point => {
    const angle = (2 * Math.PI * (i + between(-0.3, 0.3))) / n;
    const radius = size * between(0.3, 1);
    return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
  });
  const form = of<Optics['form']>('fixed', 'fixed', 'fisheye', 'varifocal', 'ptz');
  const heading = between(0, 360);
  const tilt = of(90, between(0, 60));
  const lens = optics({
    form,
    heading: form === 'fisheye' ? of(undefined, heading) : heading,
    tilt,
    roll: between(-180, 180),
    hfov: form === 'fisheye' ? 180 : 70,
    varifocal: form === 'varifocal' ? { hfov: [30, 100], locked: false } : undefined,
    ptz:
      form === 'ptz'
        ? ptz({ pan: [0, 360], tilt: [0, 90], hfov: [3, 70], home: { heading, tilt, hfov: 70 } })
        : undefined,
  });
  const tolerance = of(
    { heading: 0, tilt: 0, position: 0 },
    { heading: 3, tilt: 3, position: 0 },
    { heading: between(0, 6), tilt: between(0, 6), position: between(0, 0.3) },
    { heading: 0, tilt: between(0, 20), position: 0 },
  );
  const masks = [mask(polygon, { dynamic: form === 'ptz' })];
  return {
    device: { ...camera('c', [0, 0]), height: between(0.5, 6), lenses: [lens], masks, tolerance },
    lens,
    polygon,
  };
}

/** A way the camera of a case may be. */
interface Mounting {
  readonly at: Point;
  readonly turn: number;
  readonly nod: number;
  readonly heading: number;
  readonly tilt: number;
  /** Field the lens is zoomed to over that at which the mask was drawn, as tangents. */
  readonly scale: number;
}

function mountings({ device: { tolerance }, lens }: Case, world: 'may' | 'must', { between, of }: Numbers): Mounting[] {
  const side = () => of(-1, 1, 0, between(-1, 1));
  return Array.from({ length: 8 }, () => {
    const [angle, off] = [between(0, 2 * Math.PI), tolerance.position * of(0, 1)];
    const anywhere = lens.heading === undefined || (lens.form === 'ptz' && world === 'may');
    const field = lens.form === 'varifocal' && world === 'may' ? of(30, 70, 100, between(30, 100)) : undefined;
    return {
      at: [off * Math.cos(angle), off * Math.sin(angle)],
      turn: side() * (tolerance.heading ?? 0),
      nod: side() * (tolerance.tilt ?? 0),
      heading: anywhere ? between(0, 360) : (lens.heading ?? 0),
      tilt: lens.tilt ?? 90,
      scale: field === undefined ? 1 : tan(field / 2) / tan(35),
    };
  });
}

/** Whether the picture of a camera mounted like this has the point behind the mask. */
function isMasked(c: Case, m: Mounting, [x, y]: Point, up: number): boolean {
  const height = c.device.height ?? 0;
  const [right, upward, forward] = times(rotation(m.heading + m.turn, m.tilt + m.nod, 0), [
    x - m.at[0],
    y - m.at[1],
    up - height,
  ]);
  // Nothing behind the axis scales with the zoom.
  if (m.scale !== 1 && forward <= 0) return false;
  const drawn = times(transposed(rotation(m.heading, m.tilt, 0)), [right / m.scale, upward / m.scale, forward]);
  if (drawn[2] >= 0) return false;
  const s = -height / drawn[2];
  return insideOf(c.polygon, s * drawn[0], s * drawn[1]);
}

/** What of height `up` a camera mounted like this has where a point of the floor is drawn in its picture. */
function behind(c: Case, m: Mounting, [x, y]: Point, up: number): Point | undefined {
  const height = c.device.height ?? 0;
  const drawn = times(rotation(m.heading, m.tilt, 0), [x, y, -height]);
  const [dx, dy, dz] = times(transposed(rotation(m.heading + m.turn, m.tilt + m.nod, 0)), drawn);
  const s = (up - height) / dz;
  const point: Point = [m.at[0] + s * dx, m.at[1] + s * dy];
  return s > 0 && Math.hypot(...point) < REACH ? point : undefined;
}

function insideOf(polygon: readonly Point[], x: number, y: number): boolean {
  let odd = false;
  polygon.forEach(([ax, ay], i) => {
    const [bx, by] = polygon[(i + 1) % polygon.length] ?? [0, 0];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) odd = !odd;
  });
  return odd;
}

/** Points in a convex ring: near its corners, and anywhere. */
function inside(ring: Ring, { between }: Numbers): Point[] {
  const middle = (axis: 0 | 1) => ring.reduce((sum, point) => sum + point[axis], 0) / ring.length;
  const [x, y] = [middle(0), middle(1)];
  return ring.flatMap((point) =>
    [1e-4, between(0, 1)].map((t): Point => [point[0] + t * (x - point[0]), point[1] + t * (y - point[1])]),
  );
}

const CAMERAS = process.env.SITECAM_LONG === '1' ? 100_000 : 1_500;

describe('the shape of a mask', () => {
  it('is about the eye it is asked from, not about one it was asked from before', () => {
    const whole = rect(-4, -4, 8, 8);
    const shared = mask(whole);
    for (const eye of [
      [1, 1],
      [1, 3],
      [3, 1],
      [3, 3],
      [1, 3],
    ] as const) {
      const of = (one: Mask) => lost({ ...north([one], {}, { height: 4 }), at: eye });
      expect(of(shared)).toEqual(of(mask(whole)));
    }
  });
});

describe('masks against a pinhole', () => {
  it('whatever may-see loses is masked at every height, from every place and in every pose', () => {
    const random = numbers(31);
    const wrong: unknown[] = [];
    let hits = 0;
    for (let n = 0; n < CAMERAS; n++) {
      const c = randomCase(random);
      for (const point of lost(c.device).flatMap((ring) => inside(ring, random))) {
        for (const one of mountings(c, 'may', random)) {
          for (const up of [0, 2, random.between(0, 2)]) {
            hits++;
            if (!isMasked(c, one, point, up)) wrong.push([c, one, point, up]);
          }
        }
      }
    }
    expect(wrong.slice(0, 2)).toEqual([]);
    expect(hits).toBeGreaterThan(50 * CAMERAS);
  });

  it('whatever any pose has behind a mask is lost in must-see', () => {
    const random = numbers(32);
    const wrong: unknown[] = [];
    let hits = 0;
    for (let n = 0; n < CAMERAS; n++) {
      const c = randomCase(random);
      const target = random.of(1.5, 0, random.between(0, 2));
      const { all, rings } = hidden(c.device, target);
      if (all) continue;
      for (const one of mountings(c, 'must', random)) {
        for (const [x, y] of [...c.polygon, ...inside(c.polygon, random)]) {
          const point = behind(c, one, [x, y], target);
          if (point === undefined) continue;
          hits++;
          if (!rings.some((ring) => within(ring, ...point, 1e-6))) wrong.push([c, one, point, target]);
        }
      }
    }
    expect(wrong.slice(0, 2)).toEqual([]);
    expect(hits).toBeGreaterThan(10 * CAMERAS);
  });

  /** As they are drawn, so that nothing is lost to a bound. */
  const drawn = (random: Numbers): Case => {
    const c = randomCase(random);
    return { ...c, device: { ...c.device, tolerance: { heading: 0, tilt: 0, position: 0 } } };
  };
  /** Places close round a point, so that what holds of all of them isn't a rounding. */
  const round = ([x, y]: Point, by: number): Point[] => [
    [x + by, y],
    [x - by, y],
    [x, y + by],
    [x, y - by],
  ];

  it('as drawn, whatever is masked at every height and zoom is lost in may-see', () => {
    const random = numbers(33);
    const wrong: unknown[] = [];
    let hits = 0;
    for (let n = 0; n < CAMERAS / 3; n++) {
      const c = drawn(random);
      const height = c.device.height ?? 0;
      if (height <= 2) continue;
      const shape = pocketed(c.polygon) ?? expect.fail();
      // A mask with bays isn't told of one that zooms.
      if (c.lens.form === 'varifocal' && shape.pockets.length > 0) continue;
      const rings = lost(c.device);
      for (let k = 0; k < 12; k++) {
        const [x, y] = random.of(...inside(c.polygon, random));
        const by = random.between(0, 1);
        const point: Point = [x * by, y * by];
        const fields = c.lens.form === 'varifocal' ? [30, 70, 100] : [70];
        const { heading = 0, tilt = 90 } = c.lens;
        const isHidden = fields.every((field) =>
          Array.from({ length: 41 }, (_, i) => i / 20).every((up) =>
            round(point, 1e-3).every((near) =>
              isMasked(c, { at: [0, 0], turn: 0, nod: 0, heading, tilt, scale: tan(field / 2) / tan(35) }, near, up),
            ),
          ),
        );
        if (!isHidden) continue;
        hits++;
        if (!rings.some((ring) => within(ring, ...point, 1e-6))) wrong.push([c, point]);
      }
    }
    expect(wrong.slice(0, 2)).toEqual([]);
    expect(hits).toBeGreaterThan(CAMERAS / 5);
  });

  it('as drawn, nothing is lost in must-see but what is masked', () => {
    const random = numbers(34);
    const wrong: unknown[] = [];
    let hits = 0;
    for (let n = 0; n < CAMERAS / 2; n++) {
      const c = drawn(random);
      const { height = 0 } = c.device;
      const target = random.of(1.5, 0, random.between(0, 2));
      const { all, rings } = hidden(c.device, target);
      expect(all).toBe(false);
      expect(rings.length === 0).toBe(target >= height);
      for (const [x, y] of rings.flatMap((ring) => inside(ring, random))) {
        hits++;
        // Of the floor the line of sight comes down here.
        const by = height / (height - target);
        const floor: Point = [x * by, y * by];
        const off = c.polygon.map((a, i) =>
          distanceToSegment(floor, { a, b: c.polygon[(i + 1) % c.polygon.length] ?? a }),
        );
        if (!insideOf(c.polygon, ...floor) && Math.min(...off) > 1e-5 * by) wrong.push([c, target, [x, y]]);
      }
    }
    expect(wrong.slice(0, 2)).toEqual([]);
    expect(hits).toBeGreaterThan(CAMERAS);
  });
});
