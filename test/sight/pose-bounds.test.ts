import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { viewsOf } from '../../src/facts/capture/views.js';
import type { RuleContext } from '../../src/facts/context.js';
import { boxOfRings, containsPoint, coveredArea, measure } from '../../src/geometry/index.js';
import type { Point, Region, Ring } from '../../src/geometry/types.js';
import { zoneSeenByAll } from '../../src/lint/search/private.js';
import type { Device, Level, Optics, Range, Zone } from '../../src/plan/model.js';
import { createSight } from '../../src/sight/sight.js';
import type { Eyes, PoseBox, Poses, Reach, Sight } from '../../src/sight/types.js';
import { drawn } from '../features/conflicts/drawn.js';
import { linted } from '../features/conflicts/plans.js';
import { Dice } from '../fuzz/dice.js';
import { rect } from '../support/site.js';

const LONG = process.env.SITECAM_LONG !== undefined;
/** Random cells of each kind. */
const CELLS = Number(process.env.SITECAM_BOXES ?? (LONG ? 400 : 6));
const TARGET_DENSITY = 25;
const PRIVATE_DENSITY = 12.5;

const SITES = [
  'fixtures/sites/qingcheng-hotel/plan.yaml',
  'fixtures/sites/ktv/plan.yaml',
  'fixtures/sites/hospital-outpatient/plan.yaml',
  'fixtures/sites/boarding-school/plan.yaml',
];

interface Place {
  readonly level: Level;
  readonly zone: Zone;
  readonly zones: readonly Zone[];
  readonly sight: Sight;
  readonly poses: Poses;
  readonly context: RuleContext;
  readonly device: Device;
  /** The stretch and the heading at right angles to it, degrees. */
  readonly from: Point;
  readonly to: Point;
  readonly eyes: Eyes;
  readonly ahead: number;
}

/** A camera as others of the level, but at a place and with a heading (degrees). */
function camera(dice: Dice, level: Level, at: Point, heading: number): Device | undefined {
  const lens: Optics = {
    form: 'fixed',
    heading,
    tilt: 20,
    hfov: dice.pick([54, 78, 98]),
    vfov: undefined,
    resolution: [2560, 1440],
    roll: 0,
    varifocal: undefined,
    ptz: undefined,
  } as unknown as Optics;
  const base = level.devices.find(({ kind }) => kind === 'camera');
  if (base === undefined) return undefined;
  const tolerance = dice.pick([0, 1, 3]);
  return {
    ...base,
    id: 'new',
    at,
    height: 2.7,
    lenses: [lens],
    masks: [],
    range: undefined,
    tolerance: { heading: tolerance, tilt: tolerance, position: 0 },
  };
}

/** Where cameras are put, and what is changed of them. */
interface Stage {
  readonly context: RuleContext;
  readonly level: Level;
  readonly zones: readonly Zone[];
  readonly vary: (dice: Dice, device: Device) => Device;
}

/** The same camera with a lens that zooms, a mask, a position that isn't certain, a rolled picture, or none of these. */
function varied(dice: Dice, device: Device): Device {
  const { at, tolerance, lenses } = device;
  const [x, y] = [at[0] + dice.between(-3, 1), at[1] + dice.between(-3, 1)];
  const polygon: Ring = [
    [x, y],
    [x + 2, y],
    [x + 2, y + 2],
    [x, y + 2],
  ];
  const zooms = dice.chance(0.4);
  return {
    ...device,
    masks: dice.chance(0.5) ? [{ polygon, permanent: true, dynamic: false, hiddenAboveZoom: false }] : [],
    tolerance: { ...tolerance, position: dice.pick([0, 0, 0.05]) },
    lenses: lenses.map((lens) => ({
      ...lens,
      roll: dice.pick([0, 0, 20]),
      ...(zooms && { form: 'varifocal', hfov: 60, varifocal: { hfov: [40, 98], locked: false } }),
    })),
  };
}

/** A camera on a random stretch of a wall of a zone, `length` m long; undefined if there is no room for it. */
function placeOn(dice: Dice, { context, level, zones, vary }: Stage, length: number): Place | undefined {
  const { sight } = context;
  const zone = dice.pick(zones);
  const ring = zone.region.rings[0] ?? [];
  const i = dice.below(ring.length);
  const [a, b] = [ring[i] ?? [0, 0], ring[(i + 1) % ring.length] ?? [0, 0]];
  const long = Math.hypot(b[0] - a[0], b[1] - a[1]);
  if (long < length + 0.4) return undefined;
  const along: Point = [(b[0] - a[0]) / long, (b[1] - a[1]) / long];
  const start = dice.between(0.2, long - 0.2 - length);
  const at = (s: number): Point => [a[0] + s * along[0], a[1] + s * along[1]];
  const [from, to] = [at(start), at(start + length)];
  const inwards = Math.atan2(-along[1], along[0]) * (180 / Math.PI);
  const plain = camera(dice, level, from, inwards);
  if (plain === undefined) return undefined;
  const device = vary(dice, plain);
  const poses = sight.moved(device).poses(device);
  for (const ahead of [inwards, inwards + 180]) {
    const eyes = poses?.along(from, to, ahead);
    const middle = eyes && (eyes.window === undefined ? 0 : (eyes.window.from + eyes.window.to) / 2);
    if (poses === undefined || eyes === undefined || middle === undefined) continue;
    const before: Point = [from[0] + 0.3 * Math.cos(middle), from[1] + 0.3 * Math.sin(middle)];
    if (coveredArea(small(before), [zone.region]).covered < 1e-6) continue;
    return { level, zone, zones, sight, context, poses, device, from, to, eyes, ahead };
  }
  return undefined;
}

/** A camera anywhere in a square of a ceiling; undefined if the zone is too small. */
function placeUnder(dice: Dice, { context, level, zones, vary }: Stage, side: number): Place | undefined {
  const { sight } = context;
  const zone = dice.pick(zones);
  const box = boxOfRings(zone.region.rings);
  if (box === undefined || box.maxX - box.minX < side + 0.5 || box.maxY - box.minY < side + 0.5) return undefined;
  const [x, y] = [
    dice.between(box.minX + 0.2, box.maxX - 0.2 - side),
    dice.between(box.minY + 0.2, box.maxY - 0.2 - side),
  ];
  const ring: Point[] = [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ];
  const plain = camera(dice, level, [x, y], dice.between(0, 360));
  const device = plain && vary(dice, plain);
  const poses = device && sight.moved(device).poses(device);
  if (device === undefined || poses === undefined || sight.mounting(device) !== 'free') return undefined;
  const eyes: Eyes = { ring, window: undefined };
  return { level, zone, zones, sight, context, poses, device, from: [x, y], to: [x + side, y + side], eyes, ahead: 0 };
}

function small([x, y]: Point): Region {
  const r = 0.005;
  return {
    rings: [
      [
        [x - r, y - r],
        [x + r, y - r],
        [x + r, y + r],
        [x - r, y + r],
      ],
    ],
    shadows: [],
  };
}

function* places(
  seed: number,
  length: (dice: Dice) => number,
  isFree = false,
  vary: Stage['vary'] = (_, device) => device,
): Generator<[Place, Dice]> {
  const dice = new Dice(seed);
  const sites = [...SITES.map((path) => readFileSync(path, 'utf8')), ...[3, 18, 29, 250].map((n) => drawn(n).text)];
  const made = sites.map((text): RuleContext => {
    const { site, pack, today } = linted(text);
    return { site, pack, today, sight: createSight(site) };
  });
  for (;;) {
    const context = dice.pick(made);
    const { site } = context;
    const level = dice.pick(site.levels.filter(({ zones, devices }) => zones.length > 0 && devices.length > 0));
    const enclosed = level.zones.filter((zone) => zone.enclosed);
    const place = (isFree ? placeUnder : placeOn)(dice, { context, level, zones: enclosed, vary }, length(dice));
    if (place !== undefined) yield [place, dice];
  }
}

/** The device in a pose of a box: `share` of each range. */
function posed(
  { device, from, to }: Place,
  { headings, tilts, fields, heights = [2.7, 2.7] }: PoseBox,
  share: readonly number[],
): Device {
  const part = ([a, b]: Range, i: number) => a + (b - a) * (share[i] ?? 0.5);
  const at: Point = [from[0] + (to[0] - from[0]) * (share[3] ?? 0.5), from[1] + (to[1] - from[1]) * (share[3] ?? 0.5)];
  const lens = device.lenses[0];
  if (lens === undefined) throw new Error('no lens');
  return {
    ...device,
    at,
    height: part(heights, 4),
    lenses: [
      {
        ...lens,
        heading: part(headings, 0),
        tilt: part(tilts, 1),
        hfov: part(fields, 2),
        varifocal: lens.varifocal && { ...lens.varifocal, locked: true },
      },
    ],
  };
}

/** m² of a region that is outside another. */
function outside(one: readonly Region[], zones: readonly Zone[], other: readonly Region[]): number {
  let area = 0;
  for (const zone of zones) {
    const both = coveredArea(zone.region, [...one, ...other]);
    const alone = coveredArea(zone.region, other);
    area += Math.max(0, both.covered - alone.covered - both.bound - alone.bound);
  }
  return area;
}

function areaIn(view: readonly Region[], zones: readonly Zone[]): number {
  return zones.reduce((sum, zone) => sum + coveredArea(zone.region, view).covered, 0);
}

/** m² that rounding may leave over. */
const SPECK = 2e-4;

function boxAbout(place: Place, dice: Dice, scale: number): PoseBox {
  const lens = place.device.lenses[0];
  const wide = 30 * scale;
  const heading = place.ahead + dice.between(-50, 50 - wide);
  const tilt = dice.between(5, 60 - 20 * scale);
  const field = lens?.hfov ?? 0;
  const high = dice.chance(0.5) ? 0.3 * scale : 0;
  return {
    headings: [heading, heading + wide],
    tilts: [tilt, tilt + 20 * scale],
    fields: lens?.varifocal === undefined ? [field, field] : [field, field + 30 * scale],
    places: place.eyes,
    heights: [2.7, 2.7 + high],
  };
}

/** A hall of 6 m × 4 m, whose camera is on its south wall, with rooms behind the north one. */
function hall(openings: readonly string[], walls: readonly string[] = []): RuleContext {
  const text = `sitecam: 1
site: {name: 测试, categories: [hotel], region: "150104"}
coordinates: metres
deviceTypes:
  dome: {kind: camera, form: fixed, hfov: 98, resolution: [2560, 1440], audio: none}
levels:
  - id: F1
    elevation: 0
    ceiling: 4
    zones:
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 6, 4]}
      - {id: r, kind: guest-room, name: 客房, rect: [0, 4, 6, 6]}
    walls:
      - {id: side, line: [[4, 0], [4, 1]]}
${walls.map((wall) => `      - ${wall}\n`).join('')}    openings:
${openings.map((opening) => `      - ${opening}\n`).join('')}    devices:
      - {id: C1, kind: camera, type: dome, at: [2, 0.02], height: 2.4, heading: 0, tilt: 10, tolerance: {heading: 0, tilt: 0}}
`;
  const { site, pack, today } = linted(text);
  return { site, pack, today, sight: createSight(site) };
}

function cameraOf({ site }: RuleContext): Device {
  const found = site.levels[0]?.devices.find(({ id }) => id === 'C1');
  if (found === undefined) throw new Error('no camera');
  return found;
}

describe('the eyes of a device on a stretch of wall', () => {
  const context = hall(['{id: d, kind: passage, line: [[0, 1], [0, 2]]}']);
  const poses = context.sight.poses(cameraOf(context));
  const eyes = (from: Point, to: Point, heading = 0) => poses?.along(from, to, heading);

  test('look to the side that the heading says', () => {
    for (const heading of [0, 60, -60]) {
      const { ring, window } = eyes([1, 0], [2, 0], heading) ?? {};
      expect(ring).toEqual([
        [1, 0],
        [2, 0],
      ]);
      expect([Math.sin(window?.from ?? 1), Math.sin(window?.to ?? 1)].map(Math.abs).map(Math.round)).toEqual([0, 0]);
      expect(Math.sin(((window?.from ?? 0) + (window?.to ?? 0)) / 2)).toBeCloseTo(1, 6);
    }
    expect(eyes([1.5, 0], [1.5, 0])?.ring).toEqual([[1.5, 0]]);
  });

  test('are none off the wall, in a corner, across a wall that ends there, or along another wall', () => {
    expect(eyes([1, 0.5], [2, 0.5])).toBeUndefined();
    expect(eyes([0.05, 0], [1, 0])).toBeUndefined();
    expect(eyes([0.1, 0], [1, 0])).toBeDefined();
    expect(eyes([3, 0], [5, 0])).toBeUndefined();
    expect(eyes([3, 0], [3.95, 0])).toBeUndefined();
    expect(eyes([3, 0], [3.9, 0])).toBeDefined();
    expect(eyes([2, 0], [6, 2])).toBeUndefined();
  });
});

test('what only the highest of several mounts sees over a low wall is in sight of some', () => {
  // From 2.4 m a line to what is looked for at 1.5 m comes down to 1.8 m at two thirds of its way; from 1.2 m it never is so high.
  const context = hall(
    ['{id: d, kind: passage, line: [[0, 1], [0, 2]]}'],
    ['{id: low, line: [[0, 2], [6, 2]], height: 1.8}'],
  );
  const poses = context.sight.poses(cameraOf(context)) ?? expect.fail();
  const eyes = poses.along([1, 0], [2, 0], 0) ?? expect.fail();
  const seen = (low: number, high: number) => {
    const box: PoseBox = { headings: [0, 0], tilts: [10, 10], fields: [98, 98], places: eyes, heights: [low, high] };
    const view = poses.inSightOfSome(box);
    return [1.5, 2.1, 3.5].map((y) => view.some((look) => containsPoint(look, [1.5, y])));
  };
  expect(seen(1.2, 1.2)).toEqual([true, false, false]);
  expect(seen(2.4, 2.4)).toEqual([true, false, true]);
  expect(seen(1.2, 2.4)).toEqual([true, false, true]);
});

test('past more walls with two openings over each other than are followed, nothing is surely seen', () => {
  // No line passes the second wall: through the upper opening of the first it comes down to 1.7 m or less.
  const at = [0.6, 1.2, 1.8, 2.4, 3];
  const ways = (i: number) => (i % 2 === 0 ? [0.2, 2] : [0.6, 2.2]);
  const openings = at.flatMap((y, i) =>
    ways(i).map(
      (sill) =>
        `{id: o${i}-${sill * 10}, kind: window, line: [[1, ${y}], [3, ${y}]], glazing: clear, sill: ${sill}, head: ${sill + 0.1}}`,
    ),
  );
  const context = hall(
    openings,
    at.map((y, i) => `{id: w${i}, line: [[0, ${y}], [4, ${y}]]}`),
  );
  const device = cameraOf(context);
  const region: Region = { rings: [rect(0.5, 3.1, 3, 0.8)], shadows: [] };
  const box = { headings: [0, 0], tilts: [10, 10], fields: [98, 98] } as const;
  expect(context.sight.poses(device)?.mayInEvery(box, region, PRIVATE_DENSITY, 'may')).toBeUndefined();
  // What may be seen takes the openings of each for one from the lowest to the highest.
  expect(coveredArea(region, context.sight.view(device, 'F1', PRIVATE_DENSITY, 'may')).covered).toBeGreaterThan(0.1);
});

test('of a rolled picture only the lowest corner may be fine enough: a triangle, in which it is', () => {
  const context = hall(['{id: d, kind: passage, line: [[0, 1], [0, 2]]}']);
  const plain = cameraOf(context);
  const field = 20;
  // 1000 px over 20°: fine enough up to 0.4 m. The corner is 14° below the axis, 19° below the horizon: 0.29 m ahead.
  const density = 500 / Math.tan((field / 2) * (Math.PI / 180)) / 0.4;
  let triangles = 0;
  for (let heading = -10; heading <= 10; heading += 2) {
    const lenses = plain.lenses.map((lens): Optics => {
      return { ...lens, heading, tilt: 5, roll: 45, hfov: field, vfov: field, resolution: [1000, 1000] };
    });
    const device: Device = { ...plain, at: [3, 2], height: 1.6, lenses };
    const sight = context.sight.moved(device);
    const box = { headings: [heading, heading], tilts: [5, 5], fields: [field, field] } as const;
    const frames = sight.poses(device)?.framesOfSome(box, density) ?? [];
    triangles += frames.filter(({ length }) => length === 3).length;
    const [{ area, covered } = { area: 0, covered: 0 }, ...others] = sight
      .view(device, 'F1', density, 'must')
      .map((look) =>
        measure(
          look,
          frames.map((ring): Region => ({ rings: [ring], shadows: [] })),
        ),
      );
    expect(others).toEqual([]);
    expect(area, `${heading}`).toBeGreaterThan(0.003);
    expect(covered, `${heading}`).toBeCloseTo(area, 9);
  }
  expect(triangles).toBeGreaterThan(0);
});

describe('bounds over cells of places, heights, headings and tilts', () => {
  test.each([
    ['on walls', false, undefined],
    ['under ceilings', true, undefined],
    ['of other cameras on walls', false, varied],
    ['of other cameras under ceilings', true, varied],
  ])(
    'hold the view of each pose in them, %s',
    (_, isFree, vary) => {
      let [count, seen, sure] = [0, 0, 0];
      for (const [place, dice] of places(1, (dice) => dice.pick([0.01, 0.1, 0.5, 1]), isFree, vary)) {
        const box = boxAbout(place, dice, dice.pick([1, 0.3, 0.05]));
        const some = place.poses.mustInSome(box, TARGET_DENSITY);
        const every = place.zones.flatMap((zone) =>
          (['may', 'standing'] as const).flatMap((world) => {
            const reach = place.poses.mayInEvery(box, zone.region, PRIVATE_DENSITY, world);
            return reach === undefined ? [] : [{ zone, world, reach }];
          }),
        );
        for (let i = 0; i < 4; i++) {
          const device = posed(
            place,
            box,
            i === 0 ? [0, 0, 0, 0, 0] : i === 1 ? [1, 1, 1, 1, 1] : [0, 0, 0, 0, 0].map(() => dice.next()),
          );
          const sight = place.sight.moved(device);
          if (isFree && sight.mounting(device) !== 'free') continue;
          const view = sight.view(device, place.level.id, TARGET_DENSITY, 'must');
          seen += areaIn(view, place.zones) > 0.1 ? 1 : 0;
          expect(
            outside(view, place.zones, some),
            JSON.stringify([place.from, place.to, box, device.lenses[0]]),
          ).toBeLessThan(SPECK);
          const own = sight.poses(device);
          const field = device.lenses[0]?.hfov ?? 0;
          const drawn = { headings: headingOf(device), tilts: tiltOf(device), fields: [field, field] } as const;
          for (const { zone, world, reach } of every) {
            const may = sight.view(device, place.level.id, PRIVATE_DENSITY, world);
            const about = JSON.stringify([zone.id, world, place.from, place.to, box, device.lenses[0]]);
            expect(outside(piecesOf(reach), [zone], may), about).toBeLessThan(SPECK);
            // Each height by itself, as for the device drawn there: here shadows of sills and low walls count.
            const here = piecesOf(own?.mayInEvery(drawn, zone.region, PRIVATE_DENSITY, world));
            expect(outside(piecesOf(reach), [zone], here), about).toBeLessThan(SPECK + LOOSE * reach.area);
            sure += 1;
          }
        }
        count += 1;
        if (count >= CELLS) break;
      }
      expect(seen).toBeGreaterThan(CELLS);
      expect(sure).toBeGreaterThan(CELLS);
    },
    3_600_000,
  );

  test('of half a cell lie within those of the whole', () => {
    let count = 0;
    for (const [place, dice] of places(2, () => 1)) {
      const box = boxAbout(place, dice, dice.pick([1, 0.3, 0.1]));
      for (const half of halves(place, box)) {
        const [whole, part] = [box, half].map((one) => place.poses.mustInSome(one, TARGET_DENSITY));
        const all = areaIn(whole ?? [], place.zones);
        expect(outside(part ?? [], place.zones, whole ?? []), JSON.stringify([box, half])).toBeLessThan(
          SPECK + LOOSE * all,
        );
        for (const zone of place.zones) {
          const sure = (one: PoseBox) => place.poses.mayInEvery(one, zone.region, PRIVATE_DENSITY, 'may');
          const [of, more] = [sure(box), sure(half)];
          if (of === undefined) continue;
          expect(outside(piecesOf(of), [zone], piecesOf(more)), JSON.stringify([zone.id, box, half])).toBeLessThan(
            CORNER.least + CORNER.share * of.area,
          );
        }
      }
      count += 1;
      if (count >= CELLS / 2) break;
    }
  }, 3_600_000);

  test('from which all surely see a private zone have a finding on it in each pose', () => {
    let [count, found] = [0, 0];
    for (const [place, dice] of places(4, (dice) => dice.pick([0.01, 0.1, 0.3]), false, varied)) {
      const box = boxAbout(place, dice, dice.pick([0.3, 0.1, 0.03]));
      const zone = zoneSeenByAll([place.context], place.device, place.poses)(box);
      count += 1;
      if (count >= 40 * CELLS) break;
      if (zone === undefined || zone.id === place.zone.id) continue;
      for (let i = 0; i < 5; i++) {
        const device = posed(
          place,
          box,
          [0, 0, 0, 0, 0].map(() => (i < 2 ? i : dice.next())),
        );
        const grades = viewsOf(place.context, device).filter(({ target }) => target.zone.id === zone.id);
        expect(
          grades.map(({ grade }) => grade.is),
          JSON.stringify([zone.id, place.from, place.to, box, device.lenses[0]]),
        ).toContain('finding');
      }
      found += 1;
      if (found >= CELLS) break;
    }
    expect(found).toBeGreaterThan(CELLS / 3);
  }, 3_600_000);

  test.each([
    ['on walls', false],
    ['under ceilings', true],
  ])(
    'shrink to the view of the pose in the middle, in step with the cell, %s',
    (_, isFree) => {
      const sums = new Map<string, readonly [excess: number, area: number]>();
      const add = (name: string, excess: number, area: number) => {
        const [a, b] = sums.get(name) ?? [0, 0];
        sums.set(name, [a + excess, b + area]);
      };
      let count = 0;
      for (const [place, dice] of places(3, () => 1, isFree)) {
        const middle = boxAbout(place, dice, 0);
        const device = posed(place, middle, [0.5, 0.5, 0.5, 0.5, 0.5]);
        if (isFree && place.sight.moved(device).mounting(device) !== 'free') continue;
        const view = areaIn(
          place.sight.moved(device).view(device, place.level.id, TARGET_DENSITY, 'must'),
          place.zones,
        );
        if (view < 1) continue;
        const sure = (box: PoseBox) =>
          place.zones.map((zone) => place.poses.mayInEvery(box, zone.region, PRIVATE_DENSITY, 'may')?.area ?? 0);
        const point = sure(shrunk(place, middle, 0));
        for (const scale of SCALES) {
          const box = shrunk(place, middle, scale);
          const some = areaIn(place.poses.mustInSome(box, TARGET_DENSITY), place.zones);
          if (scale <= 0.01) expect(some, JSON.stringify(box)).toBeLessThan(1.05 * view + 0.05);
          add(`must ${scale}`, some - view, view);
          for (const [i, every] of sure(box).entries()) add(`may ${scale}`, (point[i] ?? 0) - every, point[i] ?? 0);
        }
        count += 1;
        if (count >= CELLS) break;
      }
      const share = (name: string) => {
        const [excess, area] = sums.get(name) ?? [Number.NaN, 0];
        return excess / area;
      };
      if (process.env.SITECAM_BOXES !== undefined) {
        process.stderr.write(
          `${[...sums.keys()].map((name) => `${name}: ${share(name).toPrecision(2)}`).join(', ')}\n`,
        );
      }
      // Measured over 12 cells: on walls 35 %, 3.4 %, 0.33 % for must-see and 30 %, 3.7 %, 0.38 % for may-see; under ceilings,
      // where places have two sides, 130 %, 12 %, 1.2 % and 70 %, 7.9 %, 0.8 %.
      for (const name of ['must', 'may']) {
        expect(share(`${name} 0.1`)).toBeLessThan(0.2 * share(`${name} 1`));
        expect(share(`${name} 0.01`)).toBeLessThan(0.2 * share(`${name} 0.1`));
        expect(share(`${name} 0.01`)).toBeLessThan(isFree ? 0.02 : 0.01);
      }
      expect(share('must 0')).toBeLessThan(1e-4);
    },
    3_600_000,
  );
});

/**
 * m² and share: within a tolerance, poses to both sides of the middle stand for all of them. Those of half a cell are others, and a
 * corner of a frame may be in one of the whole's alone.
 */
const CORNER = { least: 0.02, share: 0.01 };

/** Share of a bound by which half a cell's may reach over the whole's: frames of turned and tilted boxes are hulls. */
const LOOSE = 1e-3;

/** Sizes of cells: 1 is 1 m, 0.3 m of height, 10° of heading and of tilt. */
const SCALES = [1, 0.1, 0.01, 0];

function shrunk(place: Place, { headings, tilts, fields }: PoseBox, scale: number): PoseBox {
  const about = (at: number, by: number): Range => [at - (by * scale) / 2, at + (by * scale) / 2];
  const { ring: whole } = place.eyes;
  const [mx, my] = [0, 1].map((i) => whole.reduce((sum, point) => sum + (point[i] ?? 0), 0) / whole.length);
  const middle: Point = [mx ?? 0, my ?? 0];
  const near = ([x, y]: Point): Point => [middle[0] + scale * (x - middle[0]), middle[1] + scale * (y - middle[1])];
  return {
    headings: about(headings[0], 10),
    tilts: about(tilts[0], 10),
    fields,
    places: { ...place.eyes, ring: scale === 0 ? [middle] : whole.map(near) },
    heights: about(2.7, 0.3),
  };
}

function headingOf({ lenses: [lens] }: Device): Range {
  return [lens?.heading ?? 0, lens?.heading ?? 0];
}

function tiltOf({ lenses: [lens] }: Device): Range {
  return [lens?.tilt ?? 0, lens?.tilt ?? 0];
}

function halves(place: Place, box: PoseBox): PoseBox[] {
  const middle = ([a, b]: Range) => (a + b) / 2;
  const [[ax, ay], [bx, by]] = [place.eyes.ring[0] ?? [0, 0], place.eyes.ring.at(-1) ?? [0, 0]];
  const eye: Point = [(ax + bx) / 2, (ay + by) / 2];
  return [
    { ...box, headings: [box.headings[0], middle(box.headings)] },
    { ...box, tilts: [middle(box.tilts), box.tilts[1]] },
    { ...box, places: { ...place.eyes, ring: [[ax, ay], eye] } },
    { ...box, places: { ...place.eyes, ring: [eye, [bx, by]] } },
  ];
}

function piecesOf(reach: Reach | undefined): Region[] {
  return (reach?.pieces ?? []).map(
    ({ outline: [outer = [], ...holes] }): Region => ({ rings: [outer], shadows: holes }),
  );
}
