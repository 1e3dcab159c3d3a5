import { describe, expect, it } from 'vitest';
import { measure } from '../../src/geometry/index.js';
import type { Point } from '../../src/geometry/types.js';
import type { Parameter } from '../../src/law/types.js';
import type { Device, Level, Opening, Site, Zone } from '../../src/plan/model.js';
import { createSight } from '../../src/sight/sight.js';
import { isNear } from '../../src/sight/sound/hearing.js';
import { camera, emptyPack, level, opening, optics, rect, region, site, wall, zone } from '../support/site.js';

/** Two rooms side by side, 4 × 3 each, their common wall at x = 4. */
const [west, east] = [zone('west', rect(0, 0, 4, 3)), zone('east', rect(4, 0, 4, 3))];
const gap = (from = 1, to = 2) => opening('o', 'passage', [4, from], [4, to], { thickness: 0 });
/** Level with what must be seen, so that its view is a plain wedge. */
const plain = (at: Point, heading = 90, more: Partial<Device> = {}) =>
  camera('c', at, { heading }, { height: 1.5, ...more });

function sightOf(device: Device, parts: Partial<Level> = {}, ...others: Level[]) {
  return createSight(site(level({ zones: [west, east], devices: [device], ...parts }), ...others));
}

const parameter = (value: number): Parameter => ({ value, unit: 'm', what: { zh: '', en: '' }, basis: 'sitecam' });
function packed(parameters: Readonly<Record<string, number>>, ...levels: Level[]): Site {
  const entries = Object.entries(parameters).map(([name, value]) => [name, parameter(value)]);
  return { ...site(...levels), pack: { ...emptyPack, parameters: Object.fromEntries(entries) } };
}

describe('thresholds of the pack', () => {
  const microphone = (more: Partial<Device> = {}) => plain([2, 1.5], 90, { audio: 'microphone', ...more });
  const heard = (device: Device, parameters: Readonly<Record<string, number>>) => {
    const plan = level({ zones: [zone('field', rect(-20, -20, 40, 40))], devices: [device] });
    return createSight(packed(parameters, plan)).hear(device, 'F1', region(rect(-20, -20, 40, 40)))?.area ?? 0;
  };
  const disc = (area: number, radius: number) => {
    expect(area).toBeGreaterThanOrEqual(Math.PI * radius * radius - 1e-6);
    expect(area).toBeLessThan(Math.PI * (radius + 0.005) ** 2);
  };

  it('say how far a microphone hears of which the plan says nothing: 5 m where they say nothing either', () => {
    disc(heard(microphone(), {}), 5);
    disc(heard(microphone(), { pickup: 3 }), 3);
    disc(heard(microphone({ pickup: 2 }), { pickup: 3 }), 2);
    disc(heard(microphone({ pickup: 2, tolerance: { heading: 0, tilt: 0, position: 0.5 } }), {}), 2.5);
  });

  it('say at what height something must be seen: 1.5 m where they say nothing', () => {
    // Straight down with ±45°: at 3 m a square of half-side 1.5 at 1.5 m, 2 at 1 m.
    const down = camera('c', [0, 0], { heading: 0, tilt: 90, hfov: 90, vfov: 90 });
    const field = zone('field', rect(-20, -20, 40, 40));
    const covered = (parameters: Readonly<Record<string, number>>) =>
      createSight(packed(parameters, level({ zones: [field], devices: [down] }))).coverage(field, 1, {
        detectors: false,
        minus: [],
      }).covered;
    expect(covered({})).toBeCloseTo(9, 6);
    expect(covered({ targetHeight: 1 })).toBeCloseTo(16, 6);
  });

  it('say how finely something undrawn must be seen to count: 12.5 px/m where they say nothing', () => {
    // 1000 px over 90°: f = 500, on the axis 40 m at 12.5 px/m, 20 m at 25. Undrawn between two zones far apart.
    const zones = [
      zone('near', rect(0, -1, 2, 2), { enclosed: false }),
      zone('far', rect(90, -1, 2, 2), { enclosed: false }),
    ];
    const device = plain([0, 0]);
    const undrawn = (parameters: Readonly<Record<string, number>>) =>
      createSight(packed(parameters, level({ zones, devices: [device] }))).undrawn(device);
    const [coarse, fine] = [undrawn({}), undrawn({ privacyDensity: 25 })];
    expect(coarse.area).toBeGreaterThan(2 * 38 * 0.95);
    expect(fine.area).toBeLessThan(2 * 40);
    expect(fine.area).toBeGreaterThan(2 * 18 * 0.95);
    expect(fine.area).toBeLessThan(coarse.area - 20);
    expect(fine.pieces[0].area).toBeCloseTo(fine.area, 6);
    // Of what pictures nothing there is none.
    for (const more of [{ video: 'none' }, { status: 'removed' }] as const) {
      const blind = { ...device, ...more };
      expect(createSight(site(level({ zones, devices: [blind] }))).undrawn(blind)).toEqual({
        area: 0,
        pieces: [],
      });
    }
  });
});

describe('what a device is asked', () => {
  const seeing = plain([2, 1.5]);
  const asked = (device: Device, on = 'F1') => {
    const sight = sightOf(device, { openings: [gap()] });
    return {
      reach: sight.reach(device, on, west.region, 0.001, 'may')?.area ?? 0,
      within: sight
        .within(device, on, 0.001)
        .map(({ id }) => id)
        .sort(),
      may: sight.view(device, on, 0.001, 'may').length,
      must: sight.view(device, on, 0.001, 'must').length,
      covered: sight.coverage(west, 0.001, { detectors: true, minus: [] }).covered,
    };
  };
  const nothing = { reach: 0, within: [], may: 0, must: 0, covered: 0 };
  // From (2, 1.5) by ±45° eastwards: a trapezoid of half-widths 0 to 1.5, then 0.5 × 3: 1.5² + 1.5.
  const all = {
    reach: expect.closeTo(3.75, 6),
    within: ['east', 'west'],
    may: 1,
    must: 1,
    covered: expect.closeTo(3.75, 6),
  };

  it('is what it sees, whatever it pictures with', () => {
    expect(asked(seeing)).toEqual(all);
    expect(asked({ ...seeing, video: 'thermal' })).toEqual(all);
  });

  it('is nothing where it pictures nothing, is removed, or the level isn’t drawn', () => {
    expect(asked({ ...seeing, video: 'none' })).toEqual(nothing);
    expect(asked({ ...seeing, status: 'removed' })).toEqual(nothing);
    expect(asked(seeing, 'F9')).toEqual({ ...nothing, covered: expect.closeTo(3.75, 6) });
    expect(asked({ ...seeing, video: 'visible', lenses: [] })).toMatchObject({ reach: 0, must: 0, covered: 0 });
  });

  it('for certain is of its own level alone', () => {
    const upper = level({ id: 'F2', elevation: 4, zones: [zone('up', rect(0, 0, 4, 3), { levels: ['F2'] })] });
    const sight = sightOf(seeing, {}, upper);
    expect(sight.view(seeing, 'F2', 0.001, 'must')).toEqual([]);
    expect(sight.view(seeing, 'F1', 0.001, 'must')).toHaveLength(1);
  });

  it('of what is not there is nothing', () => {
    const sight = sightOf(seeing);
    const lost = { ...seeing, level: 'F9' };
    expect(sight.mounting(lost)).toBe('free');
    expect(sight.undrawn(lost)).toEqual({ area: 0, pieces: [] });
    expect(sight.leaks('F9')).toEqual([]);
    expect(sight.joins({ ...gap(), level: 'F9' })).toEqual([undefined, undefined]);
    expect(sight.joins(gap())).toEqual([undefined, undefined]);
    expect(sight.zonesAt('F9', [1, 1])).toEqual([]);
    expect(sight.near({ ...west, levels: [] }, 3)).toEqual({ rings: [], shadows: [] });
    expect(sight.nearTo('F9', [1, 1], west, 3)).toBeUndefined();
    expect(sight.nearTo('F1', [1, 1], { ...west, levels: ['F9'] }, 3)).toBeUndefined();
    expect(sight.nearTo('F1', [1, 1], west, 3)).toEqual({ distance: 0 });
  });

  it('of openings and regions is what is drawn', () => {
    const sight = sightOf(seeing, { openings: [gap()] });
    expect(
      sight
        .joins(gap())
        .map((one) => one?.id)
        .sort(),
    ).toEqual(['east', 'west']);
    expect(sight.holds(west.region, [4, 1])).toBe(true);
    expect(sight.holds(west.region, [4.01, 1])).toBe(false);
  });
});

describe('an opening to what is not drawn', () => {
  // From 2 m before it by ±45°: a triangle of half-width 1.5 at 1.5 m and 0.5 × 3 m. Through the gap at most a wedge more.
  it.each<[string, Zone, Device]>([
    ['east', west, plain([2, 1.5])],
    ['west', east, plain([6, 1.5], 270)],
  ])(
    'leads to the %s for all that may be seen, and nowhere for certain, whichever way it is drawn',
    (_, room, device) => {
      for (const [from, to] of [
        [1, 2],
        [2, 1],
      ] as const) {
        const sight = createSight(site(level({ zones: [room], openings: [gap(from, to)], devices: [device] })));
        const area = (world: 'may' | 'must') =>
          measure(region(rect(-20, -20, 40, 40)), sight.view(device, 'F1', 0.001, world)).covered;
        expect(area('must')).toBeCloseTo(3.75, 6);
        expect(area('may')).toBeGreaterThan(3.75 + 0.5);
      }
    },
  );
});

describe('coverage', () => {
  const detector = camera(
    'd',
    [0, 1.5],
    { hfov: 360 },
    { kind: 'intrusion-detector', video: 'none', range: 2, height: 1.5 },
  );
  const camera1 = plain([0, 1.5]);
  const devices = [camera1, detector];
  const sight = sightOf(camera1, { devices });
  const covered = (detectors: boolean, minus: Zone[] = [], of = west) =>
    sight.coverage(of, 0.001, { detectors, minus: minus.map(({ region, levels }) => ({ ...region, levels })) });

  it('is of cameras, and of detectors where those count', () => {
    // The camera sees a triangle of 1.5² and 2.5 × 3; the detector half a disc of 2 m less what the walls at ±1.5 m hide.
    const by = covered(false);
    expect(by.covered).toBeCloseTo(9.75, 6);
    expect(by.devices.map(({ id }) => id)).toEqual(['c']);
    const both = covered(true);
    expect(both.devices.map(({ id }) => id).sort()).toEqual(['c', 'd']);
    expect(both.covered).toBeGreaterThan(9.75 + 1);
    expect(both.fraction).toBeCloseTo(both.covered / 12, 12);
    // Asked again, of the same and of another.
    expect(covered(false).covered).toBeCloseTo(9.75, 6);
    expect(covered(false, [], east).devices).toEqual([]);
  });

  it('is of what is left when something is taken out', () => {
    const hole = zone('hole', rect(2, 0, 2, 3));
    expect(covered(false, [hole])).toMatchObject({
      area: expect.closeTo(6, 9),
      covered: expect.closeTo(3.75, 6),
      fraction: expect.closeTo(0.625, 6),
    });
    expect(covered(false, [zone('all', rect(0, 0, 4, 3))])).toMatchObject({
      area: 0,
      covered: 0,
      fraction: 0,
      bound: 0,
      asDrawn: 0,
      uncovered: [],
    });
    expect(covered(false).covered).toBeCloseTo(9.75, 6);
  });

  it('of a zone on two levels is of both, each by what is on it', () => {
    const hall = zone('hall', rect(0, 0, 4, 3), { levels: ['F1', 'F2'] });
    const upper = plain([0, 1.5], 90, { id: 'u', level: 'F2' });
    const plan = (more: Device[]) =>
      createSight(
        site(level({ zones: [hall], devices: [camera1] }), level({ id: 'F2', elevation: 4, devices: more })),
      ).coverage(hall, 0.001, { detectors: true, minus: [] });
    expect(plan([])).toMatchObject({
      area: expect.closeTo(24, 9),
      covered: expect.closeTo(9.75, 6),
      fraction: expect.closeTo(9.75 / 24, 9),
      asDrawn: expect.closeTo(9.75 / 24, 6),
    });
    const two = plan([upper]);
    expect(two.covered).toBeCloseTo(19.5, 6);
    expect(two.devices.map(({ id }) => id).sort()).toEqual(['c', 'u']);
    // Largest first, of both levels.
    const areas = plan([]).uncovered.map(({ area }) => area);
    expect(areas).toEqual([...areas].sort((a, b) => b - a));
    expect(areas.reduce((sum, area) => sum + area, 0)).toBeCloseTo(24 - 9.75, 6);
    expect(areas[0]).toBeCloseTo(12, 6);
    const none = createSight(site(level({ zones: [hall] }), level({ id: 'F2', elevation: 4 }))).coverage(hall, 1, {
      detectors: true,
      minus: [{ ...hall.region, levels: hall.levels }],
    });
    expect(none).toMatchObject({ area: 0, fraction: 0, asDrawn: 0 });
  });
});

describe('zones at a point', () => {
  const hall = zone('hall', rect(0, 0, 10, 10), { nested: ['booth', 'big'] });
  const booth = zone('booth', rect(2, 2, 2, 2));
  // Larger than what it is nested in by its outline alone.
  const big = zone('big', rect(1, 1, 8, 8), { nested: ['booth'] });
  const twin = (id: string) => zone(id, rect(20, 0, 2, 2));
  const sight = createSight(
    site(level({ zones: [hall, big, booth, twin('b'), twin('a'), zone('c', rect(20, 0, 1.9, 2))] })),
  );
  const at = (...point: Point) => sight.zonesAt('F1', point).map(({ id }) => id);

  it('come innermost first, then the smaller, then by their ids', () => {
    expect(at(3, 3)).toEqual(['booth', 'big', 'hall']);
    expect(at(1.5, 1.5)).toEqual(['big', 'hall']);
    expect(at(21, 1)).toEqual(['c', 'a', 'b']);
    expect(at(15, 1)).toEqual([]);
  });

  it('nested in one come before it, though they are drawn larger', () => {
    const outer = zone('outer', rect(0, 0, 3, 3), { nested: ['inner'] });
    const inner = zone('inner', rect(0, 0, 4, 4));
    for (const zones of [
      [outer, inner],
      [inner, outer],
    ])
      expect(
        createSight(site(level({ zones })))
          .zonesAt('F1', [1, 1])
          .map(({ id }) => id),
      ).toEqual(['inner', 'outer']);
  });

  it('lose what is nested in them, and nothing else', () => {
    expect(sight.regionOf(hall, [booth, twin('a')]).shadows).toEqual(booth.region.rings);
    expect(sight.regionOf(booth, [hall]).shadows).toEqual([]);
    const ring = { ...hall, region: { rings: hall.region.rings, shadows: [rect(7, 7, 1, 1)] } };
    expect(sight.regionOf(ring, [booth]).shadows).toEqual([rect(7, 7, 1, 1), ...booth.region.rings]);
  });
});

describe('the worst point of what is seen', () => {
  const worst = (device: Device, of: Zone, openings: Opening[] = []) => {
    const sight = sightOf(device, { openings });
    return () => sight.reach(device, 'F1', of.region, 0.001, 'may') ?? expect.fail();
  };
  const near = (...point: Point) => point.map((value) => expect.closeTo(value, 5));

  it('is the deepest; of two as deep the one further east, then the one further north', () => {
    expect(worst(plain([0, 1.5]), west)().worst.point).toEqual(near(4, 3));
    expect(worst(plain([4, 1.5], 270), west)().worst.point).toEqual(near(0, 3));
    expect(worst(plain([2, 0], 0), west)().worst.point).toEqual(near(4, 3));
    expect(worst(plain([2, 3], 180), west)().worst.point).toEqual(near(4, 0));
    // Deeper to the west, which is no reason to stay in the east.
    expect(worst(plain([2.5, 0], 0), west)().worst.point).toEqual(near(0, 3));
  });

  it('of two as deep is the one seen the more finely', () => {
    // Past the gap all of the far wall is 4 m deep. What faces the camera is the larger in its picture the more it is off
    // the axis: the eye is nearer to one end of it.
    const reach = worst(plain([2, 0.5]), east, [gap(0.01, 2.99)])();
    expect(reach.depth).toBeCloseTo(4, 5);
    expect(reach.worst.point).toEqual(near(8, 3));
    expect(reach.worst.distance).toBeCloseTo(Math.hypot(6, 2.5), 5);
    expect(worst(plain([2, 2.5]), east, [gap(0.01, 2.99)])().worst.point).toEqual(near(8, 0));
  });

  it('tells whether it is deeper without being looked for', () => {
    const fresh = worst(plain([2, 1.5]), east, [gap()]);
    for (const by of [0, 1, 3.99]) expect(fresh().isDeeperThan(by)).toBe(true);
    for (const by of [4.01, 9]) expect(fresh().isDeeperThan(by)).toBe(false);
    const known = fresh();
    expect(known.depth).toBeCloseTo(4, 6);
    expect([known.isDeeperThan(3.99), known.isDeeperThan(known.depth), known.isDeeperThan(4.01)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('comes with how finely it is seen there and at most, and how it gets there', () => {
    const reach = worst(plain([2, 1.5]), east, [gap()])();
    expect(reach.crossings.map(({ opening: at }) => at?.id)).toEqual(['o']);
    expect(reach.via).toEqual([[expect.closeTo(4, 5), expect.closeTo(2, 2)]]);
    // f = 500; the worst is the farther corner of the trapezoid behind the gap, at (8, 3): 4.24 away × cos² 45°… of 6 ahead.
    const far = Math.hypot(6, 1.5);
    expect(reach.worst.distance).toBeCloseTo(far, 5);
    expect(reach.worst.density).toBeCloseTo((500 * far) / 36, 3);
    // At most: right behind the gap at 2 m, at its ends, √4.25 away at cos = 2/√4.25; as a bound it is no less, nor much more.
    const most = (500 * Math.hypot(2, 0.5)) / 4;
    expect(reach.density).toBeGreaterThan(most * 0.99);
    expect(reach.density).toBeLessThan(most * 3);
    expect([reach.standing, reach.level, reach.device.id]).toEqual([true, 'F1', 'c']);
    expect(reach.pieces.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(reach.area, 6);
  });

  it('may lie where the part seen before a low wall meets the part seen over it', () => {
    // A gable of 4 m, its ridge over the end of a low wall, seen through an open front; its eaves are 2 m deep.
    const gable = zone('gable', [
      [0, 0],
      [8, 0],
      [8, 2],
      [4, 4],
      [0, 2],
    ]);
    const low = wall(
      'low',
      [
        [4, 1],
        [4, 4],
      ],
      { height: 1 },
    );
    const front = opening('o', 'passage', [0, 0], [8, 0], { thickness: 0 });
    const north = { heading: 0, hfov: 120, vfov: 100 };
    // A second lens that looks away takes nothing from what the first sees.
    for (const away of [[], [optics({ heading: 180, hfov: 60 })]]) {
      const device = camera('c', [2, -2], north, { height: 2.5, lenses: [optics(north), ...away] });
      const sight = sightOf(device, { zones: [gable], walls: [low], openings: [front] });
      const reach = sight.reach(device, 'F1', gable.region, 1, 'may');
      expect(reach?.worst.point).toEqual(near(4, 4));
      expect(reach?.depth).toBeCloseTo(4, 5);
    }
  });

  it('lies past a pane that stands just before the far wall as if there were no pane', () => {
    const room = zone('room', rect(0, 4, 6, 2));
    const front = opening('o', 'passage', [2, 4], [4, 4], { thickness: 0 });
    const depthOf = (off: number | undefined) => {
      const ends: Point[] = off === undefined ? [] : rect(0, 6 - off, 6, 0).slice(0, 2);
      const walls = off === undefined ? [] : [wall('case', ends, { material: 'clear' })];
      const device = camera('c', [3, 1], { heading: 0, hfov: 90, vfov: 100 }, { height: 1.5 });
      return sightOf(device, { zones: [room], walls, openings: [front] }).reach(device, 'F1', room.region, 1, 'may')
        ?.depth;
    };
    for (const off of [undefined, 0.3, 0.06]) expect(depthOf(off)).toBeCloseTo(2, 5);
  });

  it('lies behind the end of a wall that a camera looks past from beside its place', () => {
    const room = zone('room', rect(5, 4, 5, 1.4));
    const screen = wall('w', [
      [5.2, 4.8],
      [10, 4.8],
    ]);
    const front = opening('o', 'passage', [5, 4], [6, 4], { thickness: 0 });
    const depthOf = (position: number) => {
      const tolerance = { position, heading: 0, tilt: 0 };
      const device = camera('c', [6.9, 1], { heading: 0, hfov: 120, vfov: 100 }, { height: 1.5, tolerance });
      const sight = sightOf(device, { zones: [room], walls: [screen], openings: [front] });
      return sight.reach(device, 'F1', room.region, 1, 'may')?.depth;
    };
    // Past the end of the screen, 1.7 m west and 3.8 m north of it, the place drawn sees the side of the room up to
    // y = 1 + 1.9 · 3.8/1.7; half a metre further west the back wall.
    expect(depthOf(0)).toBeCloseTo((1.9 * 3.8) / 1.7 - 3, 4);
    expect(depthOf(0.5)).toBeCloseTo(1.4, 4);
  });

  it('stands only where it exists with every door closed', () => {
    const door = (more: Partial<Opening> = {}) => opening('o', 'door', [4, 1], [4, 2], { thickness: 0, ...more });
    expect(worst(plain([2, 1.5]), east, [door()])().standing).toBe(false);
    expect(worst(plain([2, 1.5]), east, [door({ normallyOpen: true })])().standing).toBe(true);
    expect(
      worst(plain([2, 1.5]), east, [door(), opening('p', 'passage', [4, 2.2], [4, 2.8], { thickness: 0 })])().standing,
    ).toBe(false);
  });
});

describe('the pieces of what is seen', () => {
  it('are kept while few others are looked at: of a hundred thousand they would not fit into memory', () => {
    const device = plain([0, 1.5]);
    const sight = sightOf(device);
    const reaches = Array.from({ length: 400 }, (_, i) => {
      const tile = region(rect(1 + (i % 20) / 10, 0.5 + Math.floor(i / 20) / 20, 0.1, 0.05));
      return sight.reach(device, 'F1', tile, 0.001, 'may') ?? expect.fail();
    });
    const [first] = reaches;
    const pieces = first.pieces;
    expect(first.pieces).toBe(pieces);
    for (const { pieces: other } of reaches) expect(other.map(({ area }) => area)).toEqual([expect.closeTo(0.005, 9)]);
    expect(first.pieces).not.toBe(pieces);
    expect(first.pieces).toEqual(pieces);
  });
});

describe('whether a place is near', () => {
  it('is told by its box', () => {
    const place = region(rect(2, 1, 4, 3));
    const cases: [Point, number][] = [
      [[3, 2], 0],
      [[0, 2], 2],
      [[9, 2], 3],
      [[4, -1], 2],
      [[4, 8], 4],
      [[-1, -3], 5],
      [[9, 8], 5],
    ];
    for (const [at, far] of cases) {
      expect(isNear(place, at, far)).toBe(true);
      expect(isNear(place, at, far + 0.01)).toBe(true);
      expect(isNear(place, at, far - 0.01)).toBe(false);
    }
    expect(isNear(region(), [0, 0], 9)).toBe(false);
  });

  it('of a microphone on a wall is from there', () => {
    // Drawn 4 cm behind the wall it is on, at x = 4; what is 5 m from the wall is heard.
    const mic = plain([3.96, 1.5], 90, { audio: 'microphone' });
    const sight = createSight(site(level({ zones: [west, zone('hall', rect(4, 0, 9, 3))], devices: [mic] })));
    expect(sight.hear(mic, 'F1', region(rect(8.97, 1.4, 1, 0.2)))?.area).toBeGreaterThan(0.005);
    expect(sight.hear(mic, 'F1', region(rect(9.02, 1.4, 1, 0.2)))).toBeUndefined();
  });
});

describe('the faces of a wall that stands alone', () => {
  const faces = (length: number) =>
    createSight(
      site(
        level({
          zones: [zone('field', rect(-5, -5, 10, 10), { enclosed: false })],
          walls: [
            wall('w', [
              [0, 0],
              [length, 0],
            ]),
          ],
        }),
      ),
    ).faces('F1', 2);

  it('are its two sides, 8 cm from its ends and a hair more', () => {
    const found = faces(0.3);
    expect(found.map(({ normal }) => Math.round(Math.sin(normal))).sort()).toEqual([-1, 1]);
    for (const { a, b } of found) {
      const [west, east] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
      expect([west, 0.3 - east, a[1], b[1]]).toEqual([0.081, 0.081, 0, 0].map((near) => expect.closeTo(near, 6)));
    }
  });

  it('are none where nothing of it is so far from both ends', () => {
    expect([0.16, 0.1, 0.02].map((length) => faces(length))).toEqual([[], [], []]);
  });
});

describe('anchors', () => {
  it('are seen near as far as the pack says, beyond everything drawn', () => {
    const spec = {
      id: 'box',
      name: { zh: '', en: '' },
      synonyms: { zh: [], en: [] },
      imdf: [],
      osm: [],
      enclosed: false,
      public: true,
      anchor: true,
    };
    const anchor = zone('box', rect(0, 0, 0.5, 0.5), { enclosed: false, spec });
    const plan = packed(
      { nearRadius: 4 },
      level({
        zones: [anchor],
        walls: [
          wall('w', [
            [1, -1],
            [1, 1],
          ]),
        ],
      }),
    );
    const near = createSight(plan).near(anchor, 4);
    const sight = createSight(plan);
    expect(sight.holds(near, [-3, 0.25])).toBe(true);
    expect(sight.holds(near, [0.25, 4.4])).toBe(true);
    expect(sight.holds(near, [0.25, 4.6])).toBe(false);
    expect(sight.holds(near, [3, 0.25])).toBe(false);
  });
});
