import { describe, expect, it } from 'vitest';
import { measure, ringOfBox } from '../../src/geometry/index.js';
import type { Point, Region, Segment } from '../../src/geometry/types.js';
import type { ZoneKind } from '../../src/law/types.js';
import type { Level, Opening, Zone } from '../../src/plan/model.js';
import { everything, type Lookout, seenAmong } from '../../src/sight/levels/exit.js';
import { createPast, solidsOf } from '../../src/sight/levels/past.js';
import { enteredAt, wayTo } from '../../src/sight/levels/paths.js';
import { jointsOf, lieInEachOther, slabsOf } from '../../src/sight/levels/slabs.js';
import { isSame, type Storey, type Tower, uprightBetween } from '../../src/sight/levels/stack.js';
import { fullWalls, type Obstacles } from '../../src/sight/levels/upright.js';
import { createScene, type Scene } from '../../src/sight/scene/scene.js';
import { level, opening, rect, region, site, wall, zone } from '../support/site.js';

const kind = (open: ZoneKind['open']): ZoneKind => ({
  id: open ?? 'room',
  name: { zh: '', en: '' },
  synonyms: { zh: [], en: [] },
  imdf: [],
  osm: [],
  enclosed: open !== 'sky',
  public: false,
  ...(open && { open }),
});
const sky = { enclosed: false, spec: kind('sky') };
const shaft = { spec: kind('shaft') };

/** Floor and ceiling of a level among others, m². */
function slabs(of: string, levels: readonly Level[]) {
  const plan = site(...levels);
  const scenes = new Map(levels.map((one): [string, Scene] => [one.id, createScene(plan, one)]));
  const scene = scenes.get(of) ?? expect.fail();
  const found = slabsOf({ levels, sceneOf: (id) => scenes.get(id) }, scene);
  const everywhere = { minX: -99, minY: -99, maxX: 99, maxY: 99 };
  const area = (regions: readonly Region[]) =>
    Math.round(1e4 * measure({ rings: [ringOfBox(everywhere)], shadows: [] }, regions).covered) / 1e4;
  return { floor: area(found.floor.meeting(everywhere)), roof: area(found.roof.meeting(everywhere)) };
}

describe('what lies flat on a level', () => {
  const f1 = (zones: Zone[], more: Partial<Level> = {}) => level({ zones, ...more });
  const f2 = (zones: Zone[], more: Partial<Level> = {}) =>
    level({
      id: 'F2',
      elevation: 4,
      zones: zones.map((one) => ({ ...one, levels: one.levels.includes('F1') ? ['F1', 'F2'] : ['F2'] })),
      ...more,
    });
  const on2 = (id: string, at: Point[], more: Partial<Zone> = {}) => zone(id, at, { levels: ['F2'], ...more });

  it('is a floor under every zone, and a ceiling over those that are rooms', () => {
    expect(
      slabs('F1', [f1([zone('room', rect(0, 0, 4, 3)), zone('yard', rect(4, 0, 2, 3), { enclosed: false })])]),
    ).toEqual({ floor: 18, roof: 12 });
    expect(slabs('F1', [f1([])])).toEqual({ floor: 0, roof: 0 });
  });

  it('is no floor in a shaft or under the sky, and no ceiling', () => {
    const zones = [
      zone('room', rect(0, 0, 4, 3)),
      zone('yard', rect(4, 0, 2, 3), sky),
      zone('shaft', rect(6, 0, 1, 3), shaft),
    ];
    expect(slabs('F1', [f1(zones)])).toEqual({ floor: 12, roof: 12 });
  });

  it('is no ceiling where a zone goes on up, and no floor where it goes on down', () => {
    const hall = zone('hall', rect(0, 0, 4, 3), { levels: ['F1', 'F2'] });
    const levels = [f1([hall, zone('room', rect(4, 0, 2, 3))]), f2([on2('gallery', rect(4, 0, 3, 3))])];
    expect(slabs('F1', levels)).toEqual({ floor: 18, roof: 6 });
    expect(slabs('F2', levels)).toEqual({ floor: 9, roof: 21 });
    // Levels in any order, and a name that no level has.
    const odd = { ...hall, levels: ['F1', 'F2', 'F9'] };
    expect(slabs('F2', [levels[1], f1([odd])])).toEqual({ floor: 9, roof: 21 });
  });

  it('is a floor under the sky above what is drawn below, but for what is open there or is the same', () => {
    const yard = on2('yard', rect(0, 0, 4, 4), sky);
    expect(slabs('F2', [f1([zone('cellar', rect(-2, 0, 4, 2))]), f2([yard])]).floor).toBe(4);
    expect(slabs('F2', [f1([zone('pit', rect(-2, 0, 4, 2), sky)]), f2([yard])]).floor).toBe(0);
    // What goes on up to the yard’s own level is not below it.
    expect(slabs('F2', [f1([zone('well', rect(0, 0, 1, 1), { levels: ['F1', 'F2'] })]), f2([yard])]).floor).toBe(0);
    // A yard that itself goes down has none.
    const deep = { ...yard, levels: ['F1', 'F2'] };
    expect(slabs('F2', [f1([zone('cellar', rect(-2, 0, 4, 2)), deep]), level({ id: 'F2', elevation: 4 })]).floor).toBe(
      0,
    );
  });

  it('is no ceiling under a shaft drawn above, nor a floor where a shaft is drawn in it', () => {
    const room = zone('room', rect(0, 0, 4, 3));
    const lift = on2('lift', rect(1, 1, 1, 1), shaft);
    expect(slabs('F1', [f1([room]), f2([lift])])).toEqual({ floor: 12, roof: 11 });
    // Below it, it is none of its.
    expect(slabs('F2', [f1([zone('lift', rect(1, 1, 1, 1), shaft)]), f2([on2('room', rect(0, 0, 4, 3))])])).toEqual({
      floor: 12,
      roof: 12,
    });
    const within = zone('lift', rect(1, 1, 1, 1), shaft);
    expect(slabs('F1', [f1([room, within])])).toEqual({ floor: 11, roof: 11 });
    // A zone in the shaft itself has both.
    const cabin = zone('cabin', rect(1.2, 1.2, 0.5, 0.5));
    expect(slabs('F1', [f1([{ ...within, nested: ['cabin'] }, cabin])]).floor).toBeCloseTo(0.25, 9);
  });

  it('is both in a doorway between rooms that have them, as deep as their walls are apart', () => {
    const rooms = (more: Partial<Zone> = {}) => [zone('a', rect(0, 0, 4, 3)), zone('b', rect(4.2, 0, 4, 3), more)];
    const door = opening('d', 'door', [4.1, 1], [4.1, 2], { thickness: 0.2 });
    const plan = (zones: Zone[], openings: Opening[]) => slabs('F1', [f1(zones, { openings })]);
    expect(plan(rooms(), [])).toEqual({ floor: 24, roof: 24 });
    expect(plan(rooms(), [door])).toEqual({ floor: 24.2, roof: 24.2 });
    expect(plan(rooms(sky), [door])).toEqual({ floor: 12, roof: 12 });
    expect(plan([zone('a', rect(0, 0, 4, 3))], [opening('d', 'door', [4, 1], [4, 2], { thickness: 0.2 })])).toEqual({
      floor: 12,
      roof: 12,
    });
  });
});

describe('walls that go on from a ceiling to the next floor', () => {
  const hall = zone('hall', rect(0, 0, 4, 3), { levels: ['F1', 'F2', 'F3'] });
  const room = zone('room', rect(4, 0, 2, 3));
  const joints = (zones: Zone[], more: Partial<Level> = {}) => {
    const levels = [
      level({ zones, ceiling: 3, ...more }),
      level({ id: 'F2', elevation: 4 }),
      level({ id: 'F3', elevation: 8 }),
    ];
    const plan = site(...levels);
    const scenes = new Map(levels.map((one): [string, Scene] => [one.id, createScene(plan, one)]));
    return jointsOf({ levels, sceneOf: (id) => scenes.get(id) }, scenes.get('F1') ?? expect.fail());
  };
  const length = (segments: readonly Segment[]) =>
    segments.reduce((sum, { a, b }) => sum + Math.hypot(b[0] - a[0], b[1] - a[1]), 0);

  it('are those of zones that go on up, as far as the next of their levels', () => {
    const [joint, ...others] = joints([hall, room]);
    expect(others).toEqual([]);
    expect([joint.from, joint.to]).toEqual([3, 4]);
    expect(length(joint.obstacles.segments)).toBeCloseTo(14, 6);
  });

  it('are none of a level whose ceiling nobody says or is the next floor, nor of rooms of one level', () => {
    expect(joints([hall], { ceiling: undefined })).toEqual([]);
    expect(joints([hall], { ceiling: 4 })).toEqual([]);
    expect(joints([room])).toEqual([]);
    // A low wall along one side is no such wall.
    const low = wall(
      'low',
      [
        [0, 0],
        [0, 3],
      ],
      { height: 1 },
    );
    expect(length(joints([hall], { walls: [low] })[0].obstacles.segments)).toBeCloseTo(11, 6);
    const glass = wall(
      'glass',
      [
        [0, 0],
        [0, 3],
      ],
      { material: 'clear' },
    );
    expect(length(joints([hall], { walls: [glass] })[0].obstacles.segments)).toBeCloseTo(11, 6);
  });
});

describe('levels of one height', () => {
  const lie = (one: Zone[], other: Zone[]) => {
    const levels = [level({ zones: one }), level({ id: 'F2', zones: other })];
    const plan = site(...levels);
    return lieInEachOther(createScene(plan, levels[0]), createScene(plan, levels[1]));
  };
  const at = (id: string, x: number, more: Partial<Zone> = {}) => zone(id, rect(x, 0, 4, 4), more);
  const on2 = { levels: ['F2'] };
  it('lie in each other from a square metre on', () => {
    expect(lie([at('a', 0)], [at('b', 3.76, on2)])).toBe(false);
    expect(lie([at('a', 0)], [at('b', 3.74, on2)])).toBe(true);
    // Of all zones together.
    expect(
      lie([at('a', 0), zone('c', rect(0, 10, 4, 4))], [at('b', 3.8, on2), zone('d', rect(3.8, 10, 4, 4), on2)]),
    ).toBe(true);
  });

  it('not by what is open, nor by what lies on both', () => {
    expect(lie([at('a', 0)], [at('b', 1, { ...on2, ...sky })])).toBe(false);
    expect(lie([at('a', 0, sky)], [at('b', 1, on2)])).toBe(false);
    const both = at('a', 0, { levels: ['F1', 'F2'] });
    expect(lie([both], [at('b', 1, on2)])).toBe(false);
    expect(lie([at('b', 1)], [at('a', 0, { levels: ['F2', 'F1'] })])).toBe(false);
  });
});

/** Round everything. */
const BOX = { minX: -99, minY: -99, maxX: 99, maxY: 99 };

/** A storey of nothing, or with what stands on it. */
function storey(floor: number, top: number | undefined, more: Partial<Level> = {}): Storey {
  const own = level({
    id: `at ${floor}`,
    elevation: floor,
    ceiling: top === undefined ? undefined : top - floor,
    ...more,
  });
  const obstacles: Obstacles = fullWalls([], { minX: 0, minY: 0, maxX: 0, maxY: 0 });
  return {
    scene: createScene(site(own), own),
    floor,
    top,
    slabs: () => expect.fail(),
    drawn: () => expect.fail(),
    obstacles: () => obstacles,
  };
}
const towerOf = (...storeys: Storey[]): Tower => ({ storeys, bounds: BOX, joints: () => [] });

describe('how a level lies to an eye', () => {
  it('is above or below it by its floor and its ceiling, else beside', () => {
    const own = storey(4, 7);
    const way = (eye: number) => wayTo(own, eye, towerOf(own));
    expect(way(3.99)).toEqual({ is: 'above' });
    expect(way(4)).toEqual({ is: 'beside' });
    expect(way(7)).toEqual({ is: 'beside' });
    expect(way(7.01)).toEqual({ is: 'below', plane: 7, ceiling: true });
  });

  it('of unsaid ceiling is below an eye that is above the next floor', () => {
    const own = storey(4, undefined);
    const way = (eye: number) =>
      wayTo(own, eye, towerOf(storey(0, undefined), own, storey(12, undefined), storey(8, 11)));
    expect(way(7)).toEqual({ is: 'beside' });
    expect(way(8)).toEqual({ is: 'beside' });
    expect(way(8.5)).toEqual({ is: 'below', plane: 8, ceiling: false });
    expect(way(13)).toEqual({ is: 'below', plane: 8, ceiling: false });
  });

  it('is one height with another a micrometre off', () => {
    expect([isSame(3, 3), isSame(3, 3 + 5e-7), isSame(3, 3 - 5e-7), isSame(3, 3.00001), isSame(3, undefined)]).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('what stands upright between two heights', () => {
  const [low, middle, open] = [storey(0, 3), storey(4, 7), storey(8, undefined)];
  const walls = fullWalls([], { minX: 0, minY: 0, maxX: 0, maxY: 0 });
  const tower: Tower = {
    storeys: [low, middle, open],
    bounds: BOX,
    joints: () => [{ from: 3, to: 4, obstacles: walls }],
  };
  const floors = (from: number, to: number) =>
    uprightBetween(tower, 'may', from, to).map(({ floor, obstacles }) => [floor, obstacles !== walls]);
  it('are the walls of storeys that reach from the one to the other, and those between storeys', () => {
    expect(floors(0, 3)).toEqual([[0, true]]);
    expect(floors(1, 2)).toEqual([[0, true]]);
    expect(floors(-0.1, 2)).toEqual([]);
    expect(floors(1, 3.1)).toEqual([]);
    expect(floors(3, 4)).toEqual([[3, false]]);
    expect(floors(3.2, 3.5)).toEqual([[3, false]]);
    expect(floors(2.9, 3.5)).toEqual([]);
    expect(floors(3.5, 4.1)).toEqual([]);
    expect(floors(4, 7)).toEqual([[4, true]]);
  });

  it('of unsaid ceiling reach as high as a person', () => {
    expect(floors(8, 10)).toEqual([[8, true]]);
    expect(floors(8, 10.1)).toEqual([]);
    expect(floors(7, 9)).toEqual([]);
  });

  it('reach a plane but for a rounding', () => {
    expect(floors(-5e-7, 3 + 5e-7)).toEqual([[0, true]]);
    expect(floors(3 - 5e-7, 4 + 5e-7)).toEqual([[3, false]]);
  });
});

/** An eye 2 m above the floor of a level of nothing. */
function lookoutAt(eye: Point, more: Partial<Lookout> = {}): Lookout {
  const nothing = level({});
  const scene = createScene(site(nothing), nothing);
  return { scene, world: 'may', eye, window: undefined, height: 2, masks: [], range: 50, ...more };
}

describe('walls of another level', () => {
  const eye: Point = [2, 1];
  const segments: Segment[] = [{ a: [5, -2], b: [5, 4] }];
  const area = (found: Region, of: Region = region(rect(2 - 8, 1 - 8, 16, 16))) => measure(of, [found]).covered;
  // The eye is at 4 m, the walls stand on 3 m, and what is looked at is at 5 m.
  const seen = (walls: readonly Segment[], at = eye) =>
    seenAmong(fullWalls(walls, BOX).past, lookoutAt(at, { height: 4, range: 8 }), [5, 5], 3);

  it('hide what is behind them, as far as it is looked', () => {
    expect(area(seen([]))).toBeCloseTo(256, 6);
    // 3 m away, 3 m to either side: a wedge of ±45°, of which 8² less 3² of the square is behind.
    expect(area(seen(segments))).toBeCloseTo(256 - (64 - 9), 6);
    expect(area(seen([{ a: [5, 4], b: [5, -2] }]))).toBeCloseTo(256 - (64 - 9), 6);
  });

  it('but not those at the very eye, on which it may be mounted', () => {
    expect(area(seen(segments, [4.95, 1]), region(rect(5.5, 0, 1, 1)))).toBeCloseTo(1, 6);
    expect(area(seen(segments, [4.85, 1]), region(rect(5.5, 0, 1, 1)))).toBeCloseTo(0, 6);
  });

  it('that are low hide only their shadow', () => {
    const low = wall(
      'w',
      [
        [5, -2],
        [5, 4],
      ],
      { height: 1 },
    );
    const own = level({ ceiling: 3, walls: [low] });
    const past = createPast(solidsOf(createScene(site(own), own), 'may'), BOX);
    // The floor of that level is at 3 m: from 2 m above it the floor is hidden from 3 to 6 m away, 0.5 m above it to 4 m.
    const from = (least: number, most: number) =>
      seenAmong(past, lookoutAt(eye, { height: 5, range: 8 }), [3 + least, 3 + most], 3);
    expect(area(from(0, 0))).toBeCloseTo(256 - (36 - 9), 6);
    expect(area(from(0.5, 0.5))).toBeCloseTo(256 - (4.5 ** 2 - 9), 6);
    expect(area(from(0, 0.5))).toBeCloseTo(256 - (4.5 ** 2 - 9), 6);
    expect(area(from(1, 1))).toBeCloseTo(256, 6);
  });
});

describe('where a line comes to its level', () => {
  it('is where it meets the edge', () => {
    const at = enteredAt([1, 1], [5, 3], { a: [3, -4], b: [3, 7] });
    expect(at).toEqual([expect.closeTo(3, 12), expect.closeTo(2, 12)]);
    const skew = enteredAt([1, 1], [3, 9], { a: [0, 4], b: [4, 6] });
    // y = 1 + 4(x − 1) and y = 4 + x/2: x = 2, y = 5.
    expect(skew).toEqual([expect.closeTo(2, 12), expect.closeTo(5, 12)]);
    expect(enteredAt([1, 1], [5, 1], { a: [0, 3], b: [4, 3] })).toBeUndefined();
  });
});

describe('what its own level lets an eye see', () => {
  // A room 4 × 3 in nothing else, with a gap in its east wall.
  const own = level({
    zones: [zone('room', rect(0, 0, 4, 3))],
    openings: [opening('o', 'passage', [4, 1], [4, 2], { thickness: 0 })],
  });
  const lookout = (more: Partial<Lookout> = {}): Lookout => lookoutAt([2, 1.5], more);
  const open = (one: Level) =>
    seenAmong(createPast(solidsOf(createScene(site(one), one), 'may'), BOX), lookout(), [1, 1]);
  const area = (found: Region, of: readonly Point[]) => measure(region([...of]), [found]).covered;

  it('goes on through what is open beyond everything drawn', () => {
    const view = open(own);
    expect(area(view, rect(0, 0, 4, 3))).toBeCloseTo(12, 6);
    // The wedge through the gap: half as wide as it is far, from 2 m on. At 32 m away its half-width is 8.
    expect(area(view, rect(4, -50, 30, 100))).toBeCloseTo((0.5 + 8) * 30, 4);
    expect(area(view, rect(-40, -50, 40, 100))).toBeCloseTo(0, 6);
  });

  it('on every side', () => {
    const sides: [from: Point, to: Point, beyond: Point[]][] = [
      [[4, 1], [4, 2], rect(4, -50, 30, 100)],
      [[0, 1], [0, 2], rect(-30, -50, 30, 100)],
      [[1.5, 3], [2.5, 3], rect(-50, 3, 100, 30)],
      [[1.5, 0], [2.5, 0], rect(-50, -30, 100, 30)],
    ];
    for (const [from, to, beyond] of sides) {
      const room = level({
        zones: [zone('room', rect(0, 0, 4, 3))],
        openings: [opening('o', 'passage', from, to, { thickness: 0 })],
      });
      const view = open(room);
      // Half as wide as the gap at its distance d, (d + 30)/d times that 30 m on.
      const d = from[0] === to[0] ? 2 : 1.5;
      expect(area(view, beyond)).toBeCloseTo(15 * (1 + (d + 30) / d), 3);
    }
  });

  it('is everything before it where nothing hides', () => {
    const whole = everything(lookout({ range: 5 }));
    expect(area(whole, rect(-3, -3.5, 10, 10))).toBeCloseTo(100, 6);
    const half = everything(lookout({ range: 5, window: { from: 0, to: Math.PI } }));
    expect(area(half, rect(-3, -3.5, 10, 10))).toBeCloseTo(50, 6);
  });
});
