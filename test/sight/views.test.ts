import { describe, expect, it } from 'vitest';
import { containsPoint, measure, rotate } from '../../src/geometry/index.js';
import type { Point, Region } from '../../src/geometry/types.js';
import type { Device, Level, Optics } from '../../src/plan/model.js';
import { createScene } from '../../src/sight/scene/scene.js';
import { detection } from '../../src/sight/view/coverage.js';
import { bandOf, howMounted, lookFrom, mayFamilies, outlooks, viewOf } from '../../src/sight/view/views.js';
import { camera, level, optics, rect, region, site, wall, zone } from '../support/site.js';

const sceneOf = (own: Level) => createScene(site(own), own);
const degrees = (angle: number) => (angle * 180) / Math.PI;

/** Two rooms side by side, 4 × 3 each, their common wall at x = 4, and a column at (10, 10) outdoors. */
const rooms = [zone('west', rect(0, 0, 4, 3)), zone('east', rect(4, 0, 4, 3))];
const plan = level({ zones: rooms, walls: [wall('pillar', [...rect(10, 10, 2, 2), [10, 10]])] });
const scene = sceneOf(plan);
const how = (at: Point, heading: number | undefined) => howMounted(scene, camera('c', at, { heading }));

describe('how a camera is mounted', () => {
  it('is along a wall with a heading within a degree of it, either way', () => {
    for (const way of [0, 180]) {
      for (const off of [-0.9, 0, 0.9]) expect(how([4, 1.5], way + off)).toBe('along-wall');
      for (const off of [-1.1, 1.1]) expect(how([4, 1.5], way + off)).toBe('on-wall');
    }
    expect(how([4, 1.5], 90)).toBe('on-wall');
    expect(how([4, 1.5], undefined)).toBe('on-wall');
  });

  it('is on a wall within 5 cm of it, and else free', () => {
    expect(how([3.96, 1.5], 90)).toBe('on-wall');
    expect(how([3.94, 1.5], 90)).toBe('free');
    expect(how([3.94, 1.5], undefined)).toBe('free');
    expect(howMounted(scene, { ...camera('c', [4, 1.5]), lenses: [] })).toBe('on-wall');
    expect(howMounted(scene, { ...camera('c', [2, 1.5]), lenses: [] })).toBe('free');
  });

  it('in an inner corner is along a wall only where it is drawn on its very line', () => {
    // The corner of the west room at the origin: heading east along its south wall.
    expect(how([0, 0], 90)).toBe('along-wall');
    expect(how([0.01, 0.0005], 90)).toBe('along-wall');
    expect(how([0.01, 0.001], 90)).toBe('along-wall');
    expect(how([0.01, 0.002], 90)).toBe('along-wall');
    expect(how([0.01, 0.003], 90)).toBe('on-wall');
    expect(how([0.0005, 0.01], 0)).toBe('along-wall');
    expect(how([0.003, 0.0005], 0)).toBe('on-wall');
    expect(how([0, 0], 45)).toBe('on-wall');
  });

  it('in a corner that lies askew is so too, however far along the wall', () => {
    const turn = (points: readonly Point[]) => rotate(points, Math.PI / 6);
    const askew = sceneOf(level({ zones: [zone('west', turn(rect(0, 0, 4, 3)))] }));
    const mountedAt = (point: Point) => {
      const [at = point] = turn([point]);
      return howMounted(askew, camera('c', at, { heading: 60 }));
    };
    expect(mountedAt([0.01, 0.0005])).toBe('along-wall');
    expect(mountedAt([0.01, 0.002])).toBe('along-wall');
    expect(mountedAt([0.01, 0.003])).toBe('on-wall');
  });

  it('at an outer corner is along a wall like anywhere on it', () => {
    for (const heading of [180, 270]) expect(how([12, 12], heading)).toBe('along-wall');
    for (const heading of [0, 45, 90]) expect(how([12, 12], heading)).toBe('on-wall');
  });

  it('at the end of a wall looks on from it, or along it on neither side', () => {
    const end = sceneOf(
      level({
        zones: [zone('hall', rect(0, 0, 9, 9))],
        walls: [
          wall('w', [
            [3, 4.5],
            [6, 4.5],
          ]),
        ],
      }),
    );
    const at = (heading: number) => howMounted(end, camera('c', [6, 4.5], { heading }));
    expect(at(90)).toBe('on-wall');
    expect(at(0)).toBe('on-wall');
    expect(at(270)).toBe('on-wall');
  });

  it('of several lenses is along a wall where one is, and remembered for none of the others', () => {
    const two = (first: number, second: number): Device => ({
      ...camera('c', [4, 1.5]),
      lenses: [optics({ heading: first }), optics({ heading: second })],
    });
    expect(howMounted(scene, two(90, 270))).toBe('on-wall');
    expect(howMounted(scene, two(90, 0))).toBe('along-wall');
    expect(howMounted(scene, two(0, 90))).toBe('along-wall');
  });
});

describe('where a camera looks from', () => {
  const from = (
    at: Point,
    heading: number | undefined,
    world: 'may' | 'must' | 'standing',
    own = scene,
    more: Partial<Device> = {},
  ) => {
    const device = camera('c', at, { heading }, more);
    return outlooks(own, device, device.lenses[0], world).map(({ eye, window }) => {
      const round = (value: number) => Math.round(value * 1e3) / 1e3 + 0;
      return [
        ...eye.map(round),
        ...(window === undefined
          ? []
          : [((round(degrees(window.from)) % 360) + 360) % 360, round(degrees(window.to - window.from))]),
      ];
    });
  };

  it('is where it is drawn, all round, off every wall', () => {
    for (const world of ['may', 'must', 'standing'] as const) expect(from([2, 1.5], 90, world)).toEqual([[2, 1.5]]);
    expect(from([2, 1.5], undefined, 'must')).toEqual([[2, 1.5]]);
  });

  it('is the wall, to the side of its heading, though it is drawn on the other', () => {
    for (const x of [3.97, 4, 4.03]) {
      for (const world of ['may', 'must'] as const) {
        expect(from([x, 1.5], 80, world)).toEqual([[4, 1.5, 270, 180]]);
        expect(from([x, 1.5], 280, world)).toEqual([[4, 1.5, 90, 180]]);
      }
    }
  });

  it('without a heading, or with one along the wall, is every side in may-see and none in must-see', () => {
    const both = [
      [4, 1.5, 270, 180],
      [4, 1.5, 90, 180],
    ];
    for (const heading of [undefined, 0]) {
      expect(from([4, 1.5], heading, 'may')).toEqual(expect.arrayContaining(both));
      expect(from([4, 1.5], heading, 'may')).toHaveLength(2);
      expect(from([4, 1.5], heading, 'must')).toEqual([]);
    }
  });

  it('is every side on which a zone is drawn, and where none is, every side', () => {
    expect(from([0, 1.5], undefined, 'may')).toEqual([[0, 1.5, 270, 180]]);
    expect(from([8, 1.5], 0, 'may')).toEqual([[8, 1.5, 90, 180]]);
    expect(from([11, 12], undefined, 'may')).toHaveLength(2);
    // Drawn up to the wall but for 3 cm, it is as good as not drawn there.
    const short = (gap: number) =>
      sceneOf(
        level({
          zones: [
            zone('field', rect(0, 0, 4 - gap, 3), { enclosed: false }),
            zone('yard', rect(4, 0, 4, 3), { enclosed: false }),
          ],
          walls: [
            wall('w', [
              [4, 0],
              [4, 3],
            ]),
          ],
        }),
      );
    expect(from([4, 1.5], undefined, 'may', short(0.01))).toHaveLength(2);
    expect(from([4, 1.5], undefined, 'may', short(0.03))).toEqual([[4, 1.5, 270, 180]]);
  });

  it('is a low wall only where that is as high as the camera', () => {
    const low = (height: number) =>
      sceneOf(
        level({
          zones: [zone('hall', rect(0, 0, 8, 3))],
          walls: [
            wall(
              'w',
              [
                [4, 0],
                [4, 3],
              ],
              { height },
            ),
          ],
        }),
      );
    expect(from([4, 1.5], 90, 'may', low(2.5))).toEqual([[4, 1.5]]);
    expect(from([4, 1.5], 90, 'may', low(3.1))).toEqual([[4, 1.5, 270, 180]]);
    expect(from([4, 1.5], 90, 'may', low(3.1), { height: undefined })).toEqual([[4, 1.5]]);
  });
});

describe('what counts of a person', () => {
  it('is any part from the floor to 2 m, or to the height asked about where that is higher', () => {
    expect([bandOf(1.5), bandOf(2), bandOf(2.6)]).toEqual([
      [0, 2],
      [0, 2],
      [0, 2.6],
    ]);
  });

  it('of a fisheye that looks down ends where its circle does, though no plane holds it', () => {
    // Its corners are 87.68° off straight down: 2.32° below the horizon, from 0.5 m up the floor 12.35 m away.
    const lens: Partial<Optics> = { form: 'fisheye', heading: undefined, tilt: 90, hfov: 124, vfov: 124 };
    const device = camera('c', [0, 0], lens, { height: 0.5, tolerance: { heading: 0, tilt: 0, position: 0 } });
    const own = level({ zones: [zone('field', rect(-50, -50, 100, 100))], devices: [device] });
    const view = viewOf(sceneOf(own), device, 'may', { density: undefined, target: 1.5 });
    const far = [12.3, 12.4].map((x) => view.some((look) => containsPoint(look, [x, 0])));
    expect(far).toEqual([true, false]);
  });

  it('is in frame as far as the camera’s height, or the highest it may have, lets it', () => {
    // Straight down with ±45° each way: half-sides as large as the drop, to the floor.
    const down = { heading: 0, tilt: 90, hfov: 90, vfov: 90 };
    const widest = (own: Level, height: number | undefined, target = 1.5) => {
      const device = camera('c', [0, 0], down, { height });
      const families = mayFamilies(sceneOf(own), device, { density: undefined, target });
      const rings = families.flatMap(({ frame }) => frame());
      return Math.max(...rings.flat().map(([x]) => x));
    };
    const field = (ceiling: number | undefined) => level({ ceiling, zones: [zone('field', rect(-50, -50, 100, 100))] });
    expect(widest(field(3.2), 3)).toBeCloseTo(3, 6);
    expect(widest(field(3.2), undefined)).toBeCloseTo(3.2, 6);
    expect(widest(field(undefined), undefined)).toBeCloseTo(20, 6);
    // Below the camera nothing of a band that ends over it: from 1 m up to 2.5 m away up and down.
    const up = camera('c', [0, 0], { heading: 90, tilt: 0, hfov: 90, vfov: 90 }, { height: 1 });
    const near = (target: number) => {
      const families = mayFamilies(sceneOf(field(3.2)), up, { density: undefined, target });
      return families.flatMap(({ frame }) => frame());
    };
    expect(near(1.5)).toHaveLength(1);
    expect(
      Math.min(
        ...near(1.5)
          .flat()
          .map(([x]) => x),
      ),
    ).toBeCloseTo(0, 9);
  });

  it('is nothing where no ring has an area', () => {
    expect(
      lookFrom(
        [0, 0],
        [
          [],
          [
            [0, 0],
            [1, 1],
          ],
        ],
      ),
    ).toEqual([]);
    const ring = rect(0, 0, 1, 1);
    expect(lookFrom([1, 2], [[], ring], [ring])).toEqual([{ eye: [1, 2], rings: [ring], shadows: [ring] }]);
  });
});

describe('what a detector detects', () => {
  const field = (more: Partial<Level> = {}) => level({ zones: [zone('field', rect(-20, -20, 40, 40))], ...more });
  const at: Point = [3, -2];
  const area = (
    lens: Partial<Optics>,
    more: Partial<Device> = {},
    own = field(),
    within: Region = region(rect(-20, -20, 40, 40)),
  ) => {
    const device = camera(
      'd',
      at,
      { heading: 60, hfov: 90, ...lens },
      { kind: 'intrusion-detector', range: 5, ...more },
    );
    return measure(within, detection(sceneOf(own), device, 1)).covered;
  };
  /** A sector is drawn by chords at most 5 mm inside its arc. */
  function expectSector(found: number, angle: number, radius = 5) {
    const whole = (radius * radius * angle * Math.PI) / 360;
    expect(found).toBeLessThanOrEqual(whole + 1e-9);
    expect(found).toBeGreaterThan(whole - (0.005 * radius * angle * Math.PI) / 180);
  }

  it('is its sector, as wide as it is and as far as its range', () => {
    for (const hfov of [10, 90, 180, 181, 270, 359]) expectSector(area({ hfov }), hfov);
    expectSector(area({}, { range: 7.5 }), 90, 7.5);
    // All round needs no heading.
    expectSector(area({ hfov: 360, heading: undefined }), 360);
    expectSector(area({ hfov: 360, heading: 60 }), 360);
  });

  it('lies about its heading', () => {
    // 60° clockwise from north is azimuth 30°: from −15° to 75°. A square 1 m wide, 3 m off in some direction.
    const beside = (azimuth: number) => {
      const [x, y] = [at[0] + 3 * Math.cos((azimuth * Math.PI) / 180), at[1] + 3 * Math.sin((azimuth * Math.PI) / 180)];
      return area({}, {}, field(), region(rect(x - 0.05, y - 0.05, 0.1, 0.1)));
    };
    expect([-20, -10, 30, 70, 80, 210].map((azimuth) => Math.round(1e4 * beside(azimuth)) / 1e2)).toEqual([
      0, 1, 1, 1, 0, 0,
    ]);
  });

  it('is less by its tolerance on both sides', () => {
    const loose = (heading: number) => ({ tolerance: { heading, tilt: 0, position: 0 } });
    expectSector(area({}, loose(10)), 70);
    expectSector(area({ hfov: 270 }, loose(10)), 250);
    expectSector(area({ hfov: 360 }, loose(10)), 360);
    expect(area({}, loose(45))).toBe(0);
    expectSector(area({}, loose(44)), 2);
  });

  it('is nothing where the plan says too little', () => {
    expect(area({}, { range: undefined })).toBe(0);
    expect(area({ hfov: undefined })).toBe(0);
    expect(area({ heading: undefined })).toBe(0);
    expect(area({}, { tolerance: { heading: 0, tilt: 0, position: 0.1 } })).toBe(0);
    expectSector(area({}, { height: undefined }), 90);
  });

  it('is not what a wall hides', () => {
    const walls = [
      wall('w', [
        [4, -20],
        [4, 20],
      ]),
    ];
    const before = region(rect(3, -20, 1, 40));
    expect(area({ hfov: 360 }, {}, field({ walls }), region(rect(4.01, -20, 10, 40)))).toBe(0);
    expect(area({ hfov: 360 }, {}, field({ walls }), before)).toBeGreaterThan(9);
    // A low one hides from a detector at 3 m what is at 1 m up to (3 − 1)/(3 − 2) = twice its distance of 1 m.
    const low = field({
      walls: [
        wall(
          'w',
          [
            [4, -20],
            [4, 20],
          ],
          { height: 2 },
        ),
      ],
    });
    expect(area({ hfov: 360 }, {}, low, region(rect(4.01, -2.5, 0.98, 1)))).toBe(0);
    expect(area({ hfov: 360 }, {}, low, region(rect(5.01, -2.5, 1, 1)))).toBeCloseTo(1, 6);
    // Of unknown height it may be hidden by any.
    expect(area({ hfov: 360 }, { height: undefined }, low, region(rect(5.01, -2.5, 1, 1)))).toBe(0);
  });
});
