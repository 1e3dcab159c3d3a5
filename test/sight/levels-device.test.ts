import { describe, expect, it } from 'vitest';
import { measure } from '../../src/geometry/index.js';
import type { Device, Level, Optics } from '../../src/plan/model.js';
import { createSight } from '../../src/sight/sight.js';
import { camera, level, opening, rect, region, site, wall, zone } from '../support/site.js';

const everywhere = { form: 'fisheye', hfov: 180, resolution: undefined } as const;
const sightOf = (levels: readonly Level[], device: Device) =>
  createSight(site(...levels.map((one) => (one.id === device.level ? { ...one, devices: [device] } : one))));

/** A hall over both levels, 100 m by 100 m, the upper floor 4 m above the lower. */
const hall = zone('hall', rect(-50, -50, 100, 100), { levels: ['F1', 'F2'] });
const open = (ceiling: number | undefined) => [
  level({ zones: [hall], ceiling: 4 }),
  level({ id: 'F2', elevation: 4, ceiling }),
];

describe('a camera straight over a lower level', () => {
  // ±45° each way: half as wide as it is high above what it sees.
  const down: Partial<Optics> = { heading: 0, tilt: 90, hfov: 90, vfov: 90 };
  const area = (height: number | undefined, ceiling: number | undefined, density = 0.001) => {
    const device = camera('c', [3, -2], down, { level: 'F2', height });
    const seen = sightOf(open(ceiling), device).view(device, 'F1', density, 'may');
    return measure(hall.region, seen).covered;
  };

  it('sees of its floor what its frame holds', () => {
    expect(area(3, 3.2)).toBeCloseTo(14 ** 2, 4);
    expect(area(2, 3.2)).toBeCloseTo(12 ** 2, 4);
    // Above its own ceiling that hides what is below.
    expect(area(5, 3.2)).toBe(0);
  });

  it('of unknown height may hang as high as its ceiling, or 20 m high where nobody says how high that is', () => {
    expect(area(undefined, 3.2)).toBeCloseTo(14.4 ** 2, 4);
    expect(area(undefined, undefined)).toBeCloseTo(48 ** 2, 4);
  });

  it('sees no more of it than its pixels reach', () => {
    // f = 500, the frame's corner √3 off its axis: at 100 px/m no further than 5 × 3 = 15 m, at 1000 px/m 1.5 m.
    expect(area(3, 3.2, 50)).toBeCloseTo(14 ** 2, 4);
    expect(area(3, 3.2, 1000)).toBe(0);
    expect(area(3, 3.2, 120)).toBeGreaterThan(0);
    expect(area(3, 3.2, 120)).toBeLessThan(14 ** 2);
  });
});

describe('a camera below an upper level', () => {
  it('looks up at it from the height it may have', () => {
    // ±45° about straight up isn't said of any plan; level, 90° by 90°, heads 2 m above the floor at 4 m are seen from 1 m
    // from 5 m on, from a camera of unknown height up to 3.2 m from 0.8 m below the floor… at every distance.
    const up = (height: number | undefined) =>
      camera('c', [0, 0], { heading: 90, tilt: 0, hfov: 90, vfov: 90 }, { height });
    const nearest = (device: Device) => {
      const seen = sightOf(open(3), device).view(device, 'F2', 0.001, 'may');
      return Math.min(...seen.flatMap(({ rings }) => rings.flat()).map(([x]) => x));
    };
    // The floor of F2 at 4 m is 3 m above the camera: in frame from 3 m on; heads from 5 m on.
    expect(nearest(up(1))).toBeCloseTo(3, 4);
    expect(nearest(up(3))).toBeCloseTo(1, 4);
    expect(nearest(up(undefined))).toBeLessThan(0.9);
  });
});

describe('levels of one elevation, far apart', () => {
  const [west, east] = [
    zone('west', rect(0, 0, 6, 4), { enclosed: false }),
    zone('east', rect(30, 0, 5, 4), { enclosed: false }),
  ];
  it('are seen as finely as on one sheet, and no more', () => {
    const device = camera('c', [1, 2], { heading: 90, tilt: 0, hfov: 60, vfov: 40 }, { height: 1.5 });
    const one = sightOf([level({ zones: [west, east] })], device);
    const two = sightOf([level({ zones: [west] }), level({ id: 'B1', zones: [{ ...east, levels: ['B1'] }] })], device);
    const area = (sight: typeof one, on: string, density: number) =>
      sight.reach(device, on, east.region, density, 'may')?.area ?? 0;
    // f = 866 px: 29.9 px/m at 29 m on the axis, and by up to 1.47 more at the frame's corner.
    const found = [20, 25, 28, 30, 32, 36, 40, 43, 50].map(
      (density) => [area(one, 'F1', density), area(two, 'B1', density)] as const,
    );
    for (const [alone, apart] of found) expect(apart).toBeCloseTo(alone, 5);
    expect(found[0][0]).toBeCloseTo(20, 6);
    const finest = (sight: typeof one, on: string) => sight.reach(device, on, east.region, 20, 'may')?.density ?? NaN;
    expect(finest(two, 'B1') / finest(one, 'F1')).toBeCloseTo(1, 2);
    expect(found.at(-1)?.[0]).toBe(0);
  });
});

describe('a camera whose place nobody knows exactly', () => {
  const atrium = zone('atrium', rect(0, 0, 10, 10), { levels: ['F1', 'F2'] });
  const gallery = zone('gallery', rect(10, 0, 5, 10), { levels: ['F2'] });
  const rail = wall(
    'rail',
    [
      [10, 0],
      [10, 10],
    ],
    { level: 'F2', height: 1.3 },
  );
  const pillar = wall('pillar', [...rect(6, 4, 1, 1.5), [6, 4]]);
  const levels = [
    level({ zones: [atrium], ceiling: 4, walls: [pillar] }),
    level({ id: 'F2', elevation: 4, ceiling: 3, zones: [gallery], walls: [rail] }),
  ];
  const placed = (x: number, y: number, position: number) =>
    camera('c', [x, y], everywhere, { height: 3, tolerance: { heading: 0, tilt: 0, position } });
  const seen = (device: Device) => sightOf(levels, device).view(device, 'F2', 0.001, 'may');

  it('may see on another level what it sees from there, and from eight places about it', () => {
    const loose = seen(placed(3, 5, 0.8));
    const drawn = measure(gallery.region, seen(placed(3, 5, 0))).covered;
    expect(measure(gallery.region, loose).covered).toBeGreaterThan(drawn + 0.1);
    for (let i = 0; i < 8; i += 1) {
      const there = seen(placed(3 + 0.8 * Math.cos((i * Math.PI) / 4), 5 + 0.8 * Math.sin((i * Math.PI) / 4), 0));
      const kept = { rings: [rect(10.001, 0.001, 4.998, 9.998)], shadows: [] };
      const both = there.map((look) => measure(kept, [look]).covered);
      const sum = measure(kept, there).covered;
      expect(both.length).toBeGreaterThan(0);
      expect(measure(kept, [...there, ...loose]).covered).toBeCloseTo(measure(kept, loose).covered, 4);
      expect(sum).toBeGreaterThan(0);
    }
  });

  it('may see through a slit what it sees as drawn, too', () => {
    const slit = [
      wall('left', [
        [5, 0],
        [5, 5.3],
      ]),
      wall('right', [
        [5, 5.5],
        [5, 10],
      ]),
    ];
    const [f1, f2] = levels;
    const through = (position: number) =>
      sightOf([{ ...f1, walls: slit }, f2], placed(3, 5, position)).view(placed(3, 5, position), 'F2', 0.001, 'may');
    const drawn = through(0);
    expect(measure(gallery.region, drawn).covered).toBeGreaterThan(1e-3);
    const loose = through(0.8);
    const all = measure(gallery.region, [...drawn, ...loose]).covered;
    expect(measure(gallery.region, loose).covered).toBeCloseTo(all, 4);
  });

  it('but not from behind a wall', () => {
    // In a closet whose wall is 0.3 m off it sees nothing of the gallery, though 0.8 m further it would.
    const closet = wall('closet', [...rect(1, 4, 2, 2), [1, 4]]);
    const device = placed(2.7, 5, 0.8);
    const [f1, f2] = levels;
    const shut = [{ ...f1, walls: [closet] }, f2];
    expect(measure(gallery.region, sightOf(shut, device).view(device, 'F2', 0.001, 'may')).covered).toBe(0);
    expect(measure(gallery.region, seen(device)).covered).toBeGreaterThan(1);
  });
});

describe('a camera on a mast above the walls of its own level', () => {
  it('is on none of them: it looks to every side of the one below it', () => {
    const shed = level({ zones: [zone('shed', rect(-4, -4, 8, 8))], ceiling: 3 });
    const deck = zone('deck', rect(-20, -20, 40, 40), { levels: ['F2'], enclosed: false });
    const device = (height: number) => camera('c', [4, 0], { ...everywhere, heading: 270, tilt: 90 }, { height });
    const sides = (height: number) => {
      const f2 = level({ id: 'F2', elevation: 3, zones: [deck] });
      const seen = sightOf([shed, f2], device(height)).view(device(height), 'F2', 0.001, 'may');
      return [rect(-20, -20, 24, 40), rect(4, -20, 16, 40)].map((half) => measure(region(half), seen).covered);
    };
    expect(sides(5)).toEqual([expect.closeTo(24 * 40, 6), expect.closeTo(16 * 40, 6)]);
    expect(sides(2.5)[1]).toBe(0);
  });
});

describe('what the plan would have to say of another level', () => {
  const at = (own: Partial<Level>, other: Partial<Level>, height: number | undefined, more: Partial<Device> = {}) => {
    const device = camera('c', [2, 2], everywhere, { height, ...more });
    const beside = zone('beside', rect(10, 0, 4, 4), { levels: ['F2'] });
    return sightOf(
      [level({ zones: [zone('own', rect(0, 0, 4, 4))], ...own }), level({ id: 'F2', zones: [beside], ...other })],
      device,
    ).unsaid(device, 'F2');
  };

  it('is nothing of one above or below of which everything is said', () => {
    expect(at({}, { elevation: 4 }, 2.5)).toBeUndefined();
    expect(at({}, { elevation: -4 }, 2.5)).toBeUndefined();
    expect(at({}, { elevation: 4 }, undefined)).toEqual({ what: 'height' });
  });

  it('is how high rooms are that may hide it', () => {
    expect(at({ ceiling: undefined }, { elevation: 4 }, 2.5)).toEqual({ what: 'ceiling', level: 'F1' });
    expect(at({ ceiling: undefined }, { elevation: 1 }, 2.5)).toBeUndefined();
    expect(at({}, { elevation: -4, ceiling: undefined }, 2.5)).toEqual({ what: 'ceiling', level: 'F2' });
    // No room is lower than 2 m: up to there it is beside one.
    expect(at({}, { elevation: 0.5, ceiling: undefined }, 2.5)).toBeUndefined();
    expect(at({}, { elevation: 0.5, ceiling: undefined }, 2.6)).toEqual({ what: 'ceiling', level: 'F2' });
    expect(at({ elevation: 0.5 }, { ceiling: undefined }, 1.5)).toBeUndefined();
    expect(at({ elevation: 0.5 }, { ceiling: undefined }, 1.6)).toEqual({ what: 'ceiling', level: 'F2' });
  });

  it('is nothing of a level that isn’t there, or of its own', () => {
    const device = camera('c', [2, 2], everywhere);
    const sight = sightOf([level({ zones: [zone('own', rect(0, 0, 4, 4))] })], device);
    expect([sight.unsaid(device, 'F9'), sight.unsaid(device, 'F1')]).toEqual([undefined, undefined]);
    expect(sight.view(device, 'F9', 1, 'may')).toEqual([]);
    expect(sight.reach(device, 'F9', region(rect(0, 0, 1, 1)), 1, 'may')).toBeUndefined();
  });

  it('is a floor under which it stands, where it is higher than that', () => {
    const over = (x: number) => ({ elevation: 3, zones: [zone('over', rect(x, 0, 4, 4), { levels: ['F2'] })] });
    expect(at({ ceiling: 6 }, over(0), 4)).toEqual({ what: 'floor' });
    expect(at({ ceiling: 6 }, over(10), 4)).toBeUndefined();
    // Lower than that floor it is simply below it.
    expect(at({ ceiling: 6 }, over(0), 2.9)).toBeUndefined();
  });
});

describe('the way to another level', () => {
  it('passes what is drawn on its own as far as the hole, and what is drawn there from there on', () => {
    // Through a door on its own level into the atrium, up to the gallery and through a door there.
    const room = zone('room', rect(-6, 0, 6, 10));
    const atrium = zone('atrium', rect(0, 0, 10, 10), { levels: ['F1', 'F2'] });
    const gallery = zone('gallery', rect(10, 0, 3, 10), { levels: ['F2'] });
    const back = zone('back', rect(13, 0, 5, 10), { levels: ['F2'] });
    const at = (id: string, x: number, on: string) =>
      opening(id, 'passage', [x, 0.5], [x, 9.5], { level: on, thickness: 0 });
    const device = camera('c', [-1, 5], everywhere, { height: 3 });
    const levels = [
      level({ zones: [room, atrium], openings: [at('own', 0, 'F1')], ceiling: 3.9 }),
      level({
        id: 'F2',
        elevation: 4,
        ceiling: 3,
        zones: [gallery, back],
        openings: [at('first', 10, 'F2'), at('second', 13, 'F2')],
      }),
    ];
    const sight = sightOf(levels, device);
    const reach = sight.reach(device, 'F2', back.region, 0.001, 'may') ?? expect.fail();
    expect(reach.crossings.map((one) => one.opening?.id)).toEqual(['own', 'first', 'second']);
    expect(reach.depth).toBeCloseTo(5, 4);
    expect(sight.reach(device, 'F2', gallery.region, 0.001, 'may')?.crossings.map((one) => one.opening?.id)).toEqual([
      'own',
      'first',
    ]);
    // A door of its own level beyond the hole, under the gallery, is not on the way; nor one of the gallery's level before.
    const under = [
      level({
        zones: [room, atrium, zone('store', rect(10, 0, 4, 10))],
        openings: [at('own', 0, 'F1'), at('under', 10, 'F1')],
        ceiling: 3.9,
      }),
      level({
        id: 'F2',
        elevation: 4,
        ceiling: 3,
        zones: [gallery, back, zone('landing', rect(-6, 0, 5.5, 10), { levels: ['F2'] })],
        openings: [at('first', 10, 'F2'), at('second', 13, 'F2'), at('landing', -0.5, 'F2')],
      }),
    ];
    const ways = sightOf(under, device)
      .reach(device, 'F2', back.region, 0.001, 'may')
      ?.crossings.map((one) => one.opening?.id);
    expect(ways).toEqual(['own', 'first', 'second']);
  });
});
