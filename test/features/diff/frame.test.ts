import { describe, expect, test } from 'vitest';
import { areaViewIn, gainOf, onlyIn } from '../../../src/features/diff/compare/coverage.js';
import { elementEdits } from '../../../src/features/diff/compare/elements.js';
import { diffFrame, fileMetres } from '../../../src/features/diff/compare/frame.js';
import type { Point, Region } from '../../../src/geometry/types.js';
import { loadPack } from '../../../src/law/load.js';
import type { Site } from '../../../src/plan/model.js';
import { project, unproject } from '../../../src/plan/read/frame.js';
import { readPlan } from '../../../src/plan/read/read.js';
import { siteOf } from '../../lint/support.js';

type Kind = 'zones' | 'walls' | 'openings' | 'devices' | 'signs';

/** What there is of each kind, at so many metres east of where it is. */
const ONE: Readonly<Record<Kind, (id: string, east: number) => object>> = {
  zones: (id, east) => ({ id, kind: 'store', rect: [east, 0, 4, 3] }),
  walls: (id, east) => ({
    id,
    line: [
      [east, 5],
      [east + 4, 5],
    ],
  }),
  openings: (id, east) => ({
    id,
    kind: 'door',
    line: [
      [east, 3],
      [east + 1, 3],
    ],
  }),
  devices: (id, east) => ({ id, kind: 'panic-button', at: [east + 1, 1] }),
  signs: (id, east) => ({ id, at: [east + 1, 2] }),
};
const KINDS = ['zones', 'walls', 'openings', 'devices', 'signs'] as const;

function read(plan: object): Site {
  const found = readPlan('plan.json', () => new TextEncoder().encode(JSON.stringify(plan)), {
    pack: loadPack('nm-2017'),
  });
  if (!found.ok) throw new Error(JSON.stringify(found.unreadable));
  return found.site;
}

/** A plan with these elements, each so many metres east. */
function plan(elements: readonly (readonly [kind: Kind, id: string, east: number])[], more: object = {}): Site {
  const of = (kind: Kind) => elements.flatMap(([one, id, east]) => (one === kind ? [ONE[kind](id, east)] : []));
  const level = Object.fromEntries([
    ['id', 'F1'],
    ['zones', of('zones')],
    ...KINDS.slice(1).map((kind) => [kind, of(kind)]),
  ]);
  return read({
    sitecam: 1,
    site: { name: '甲', categories: ['hotel'] },
    coordinates: 'metres',
    levels: [level],
    ...more,
  });
}

describe('a shift of the whole', () => {
  /** What `moved` elements of a kind and `stayed` of another come to, moved by 10 m. */
  const shift = (kind: Kind, moved: number, other: Kind, stayed: number, aside = 0) => {
    const of = (by: number) => [
      ...Array.from({ length: moved }, (_, n) => [kind, `m${n}`, n * 10 + by] as const),
      ...Array.from({ length: stayed }, (_, n) => [other, `s${n}`, n * 10] as const),
      // Each by another distance.
      ...Array.from({ length: aside }, (_, n) => [other, `a${n}`, n * 10 + (by === 0 ? 0 : 100 + n * 7)] as const),
    ];
    return diffFrame(plan(of(0)), plan(of(10))).shift?.distance;
  };

  test.each(KINDS)('is told by %s as by anything else: where more moved alike than stayed', (kind) => {
    const other = kind === 'zones' ? 'devices' : 'zones';
    expect(shift(kind, 1, other, 0)).toBeCloseTo(10, 9);
    expect(shift(kind, 2, other, 1)).toBeCloseTo(10, 9);
    expect(shift(kind, 1, other, 1)).toBeUndefined();
    expect(shift(kind, 1, other, 2)).toBeUndefined();
  });

  test('is of more than half of all', () => {
    expect(shift('devices', 2, 'zones', 0, 1)).toBeCloseTo(10, 9);
    expect(shift('devices', 3, 'zones', 0, 2)).toBeCloseTo(10, 9);
    expect(shift('devices', 2, 'zones', 0, 2)).toBeUndefined();
    expect(shift('devices', 2, 'zones', 1, 1)).toBeUndefined();
  });

  test('is the one that most have, whichever comes first', () => {
    const by = (east: readonly number[]) =>
      diffFrame(
        plan(east.map((_, n) => ['devices', `d${n}`, n * 50])),
        plan(east.map((value, n) => ['devices', `d${n}`, n * 50 + value])),
      ).shift?.east;
    expect(by([3, 7, 7, 7])).toBeCloseTo(7, 9);
    expect(by([7, 7, 7, 3])).toBeCloseTo(7, 9);
    expect(by([7, 7, 7, 3, 3])).toBeCloseTo(7, 9);
    expect(by([7, 7.0004, 6.9996, 3])).toBeCloseTo(7, 9);
    expect(by([7, 7.001, 6.999, 3])).toBeUndefined();
  });

  test('is counted in millimetres, and none of nothing; nothing of what has another shape', () => {
    const device = (east: number) => plan([['devices', 'd', east]]);
    expect(diffFrame(device(0), device(0.00049)).shift).toBeUndefined();
    expect(diffFrame(device(0), device(0.00051)).shift?.east).toBeCloseTo(0.00051, 9);
    const hall = (width: number, x: number) =>
      read({
        sitecam: 1,
        site: { name: '甲', categories: ['hotel'] },
        coordinates: 'metres',
        levels: [{ id: 'F1', zones: [{ id: 'z', kind: 'store', rect: [x, 0, width, 3] }] }],
      });
    expect(diffFrame(hall(4, 0), hall(5, 10)).shift).toBeUndefined();
    expect(diffFrame(hall(4, 0), hall(4, 10)).shift?.east).toBeCloseTo(10, 9);
    // A zone and a wall of one id are two things.
    expect(diffFrame(plan([['zones', 'x', 0]]), plan([['walls', 'x', 9]])).shift).toBeUndefined();
  });

  test('is taken back of every point', () => {
    const { toNew, shift } = diffFrame(plan([['zones', 'z', 0]]), plan([['zones', 'z', 10]]));
    expect(toNew([1, 2])).toEqual([11, 2]);
    expect(shift).toEqual({ east: 10, north: 0, distance: 10 });
  });
});

describe('points of one plan in the other', () => {
  const metres = (shift: Point, more: Partial<Site> = {}) => siteOf({ shift, ...more });

  test('are those of the same numbers in their files', () => {
    expect(fileMetres(metres([500, 4000]))([1, 2])).toEqual([501, 4002]);
    expect(diffFrame(metres([500, 4000]), metres([400, 3000])).toNew([1, 2])).toEqual([101, 1002]);
    expect(diffFrame(metres([0, 0]), metres([400, 3000])).toNew([401, 3002])).toEqual([1, 2]);
    // An origin of parts that are in degrees says nothing of metres.
    const [one, other] = [metres([0, 0], { origin: [111.7, 40.8] }), metres([0, 0], { origin: [111.8, 40.9] })];
    expect(diffFrame(one, other).toNew([1, 2])).toEqual([1, 2]);
    expect(diffFrame({ ...one, coordinates: 'wgs84' }, other).toNew([1, 2])).toEqual([1, 2]);
    expect(diffFrame(one, { ...other, coordinates: 'wgs84' }).toNew([1, 2])).toEqual([1, 2]);
  });

  test('of degrees are those of the same degrees', () => {
    const at = (origin: Point, shift: Point = [0, 0]) => siteOf({ coordinates: 'wgs84', origin, shift });
    const [here, there]: [Point, Point] = [
      [111.7, 40.8],
      [111.71, 40.79],
    ];
    const [x, y] = diffFrame(at(here), at(there)).toNew([30, 40]);
    const [wantedX, wantedY] = project(unproject([30, 40], here), there);
    expect([x, y]).toEqual([expect.closeTo(wantedX, 9), expect.closeTo(wantedY, 9)]);
    expect(Math.abs(x - 30)).toBeGreaterThan(500);
    expect(diffFrame(at(here), at(here, [3, 4])).toNew([30, 40])).toEqual([27, 36]);
    for (const moved of [
      [111.71, 40.8],
      [111.7, 40.79],
    ] as const) {
      const [east, north] = diffFrame(at(here), at(moved, [3, 4])).toNew([30, 40]);
      const wanted = project(unproject([30, 40], here), moved);
      expect([east, north]).toEqual([expect.closeTo(wanted[0] - 3, 9), expect.closeTo(wanted[1] - 4, 9)]);
    }
  });

  test('far from where its numbers begin a move is told in those', () => {
    const far = (east: number, x: number) =>
      plan([
        ['zones', 'z', east],
        ['walls', 'w', east],
        ['devices', 'd', east + x],
      ]);
    const [one, other] = [far(523_000, 0), far(523_000, 2)];
    const { edits } = elementEdits(one, other, diffFrame(one, other));
    expect(edits.map(({ id, moved }) => ({ id, moved }))).toEqual([
      {
        id: 'd',
        moved: {
          distance: expect.closeTo(2, 6),
          from: [expect.closeTo(523_001, 6), expect.closeTo(1, 6)],
          to: [expect.closeTo(523_003, 6), expect.closeTo(1, 6)],
        },
      },
    ]);
  });
});

describe('edits are in order', () => {
  const level = (id: string, elements: object) => ({ id, ...elements });
  const of = (...levels: object[]) =>
    read({ sitecam: 1, site: { name: '甲', categories: ['hotel'] }, coordinates: 'metres', levels });
  const told = (old: Site, now: Site) => {
    const { edits, renames } = elementEdits(old, now, diffFrame(old, now));
    return [
      ...edits.map(({ change, element, id, level: on }) => `${change} ${element} ${id} ${on}`),
      ...[...renames].map((one) => one.join('→')),
    ];
  };

  test('of levels, then of kinds, then of ids', () => {
    const STAYS = ONE.zones('stays', 50);
    const [low, high] = [
      level('F1', { zones: [STAYS, ONE.zones('b', 20), ONE.zones('a', 30)], walls: [ONE.walls('w', 0)] }),
      level('F2', { zones: [ONE.zones('up', 0)], signs: [ONE.signs('s', 0)] }),
    ];
    const [bare, other] = [
      level('F1', { zones: [STAYS], devices: [ONE.devices('d', 0)], openings: [ONE.openings('o', 0)] }),
      level('F2', { zones: [ONE.zones('up', 0)] }),
    ];
    expect(told(of(low, high), of(bare, other))).toEqual([
      'removed zone a F1',
      'removed zone b F1',
      'removed wall w F1',
      'added opening o F1',
      'added device d F1',
      'removed sign s F2',
    ]);
    expect(told(of(bare, other), of(low, high))).toEqual([
      'added zone a F1',
      'added zone b F1',
      'added wall w F1',
      'removed opening o F1',
      'removed device d F1',
      'added sign s F2',
    ]);
    // Levels that are gone come last.
    expect(told(of(high, low), of(bare))).toEqual([
      'removed zone a F1',
      'removed zone b F1',
      'removed wall w F1',
      'added opening o F1',
      'added device d F1',
      'removed zone up F2',
      'removed sign s F2',
    ]);
  });

  test('a level under another id is the one that has something in common with it, and that is new', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id, n) => ({ zones: [ONE.zones(id, n * 10)] }));
    expect(told(of(level('F1', a), level('F2', b)), of(level('X1', a), level('X2', b)))).toEqual(['F1→X1', 'F2→X2']);
    expect(told(of(level('F1', a), level('F2', b)), of(level('X1', b), level('X2', a)))).toEqual(['F1→X2', 'F2→X1']);
    // What was on a level that is gone is on one that was there: that is no other id.
    expect(told(of(level('F1', a), level('F2', b)), of(level('F1', { zones: [...a.zones, ...b.zones] })))).toEqual([
      'changed zone b F1',
    ]);
    expect(told(of(level('F1', a), level('F2', b)), of(level('F1', a), level('X2', c)))).toEqual([
      'added zone c X2',
      'removed zone b F2',
    ]);
  });

  test('an element under another id is the first that is the same in all else', () => {
    const [one, two] = [level('F1', { zones: [ONE.zones('a', 0)] }), level('F1', { zones: [ONE.zones('b', 0)] })];
    expect(told(of(one), of(two))).toEqual(['changed zone b F1', 'a→b']);
    const twice = level('F1', { zones: [ONE.zones('b', 0)], walls: [ONE.walls('a', 0)] });
    expect(told(of(one), of(twice))).toEqual(['changed zone b F1', 'added wall a F1', 'a→b']);
  });
});

describe('what more and what less is seen', () => {
  const rect = (x: number, width: number, height = 1): Region => ({
    rings: [
      [
        [x, 0],
        [x + width, 0],
        [x + width, height],
        [x, height],
      ],
    ],
    shadows: [],
  });
  const hall = rect(0, 10);

  test('is measured of each zone, gained and lost in what both share', () => {
    const gain = gainOf({ target: hall, cover: [rect(0, 4)] }, { target: hall, cover: [rect(2, 6)] }, true);
    expect(gain).toEqual({
      area: { old: expect.closeTo(10, 9), new: expect.closeTo(10, 9) },
      seen: { old: expect.closeTo(4, 9), new: expect.closeTo(6, 9) },
      gained: expect.closeTo(4, 9),
      lost: expect.closeTo(2, 9),
    });
    // The zone is smaller: what is seen of the rest is lost with it.
    const less = gainOf({ target: hall, cover: [rect(0, 8)] }, { target: rect(0, 5), cover: [rect(0, 8)] }, false);
    expect(less).toMatchObject({ gained: expect.closeTo(0, 9), lost: expect.closeTo(3, 9) });
    expect(less.area).toEqual({ old: expect.closeTo(10, 9), new: expect.closeTo(5, 9) });
    for (const [one, other, gained, lost] of [
      [[], [rect(2, 6)], 6, 0],
      [[rect(2, 6)], [], 0, 6],
      [[], [], 0, 0],
    ] as const) {
      expect(gainOf({ target: hall, cover: one }, { target: hall, cover: other }, true)).toMatchObject({
        gained: expect.closeTo(gained, 9),
        lost: expect.closeTo(lost, 9),
      });
    }
  });

  test('is drawn where it is no speck', () => {
    const drawn = (width: number) =>
      onlyIn({ target: hall, cover: [rect(2, width)] }, { target: hall, cover: [] }).length;
    expect([0.004, 0.0051, 1].map(drawn)).toEqual([0, 1, 1]);
    const [ring, ...others] = onlyIn({ target: hall, cover: [rect(0, 6)] }, { target: hall, cover: [rect(2, 20)] });
    expect(others).toEqual([]);
    expect([Math.min(...(ring ?? []).map(([x]) => x)), Math.max(...(ring ?? []).map(([x]) => x))]).toEqual([0, 2]);
  });

  test('lies in the other plan', () => {
    const { target, cover } = areaViewIn({ target: hall, cover: [rect(2, 1)] }, ([x, y]) => [x + 100, y]);
    expect([target.rings[0]?.[0], cover[0]?.rings[0]?.[1]]).toEqual([
      [100, 0],
      [103, 0],
    ]);
  });
});
