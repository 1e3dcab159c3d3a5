import { describe, expect, it } from 'vitest';
import { type Point, ringArea } from '../../../src/geometry/index.js';
import type { PlanDraft } from '../../../src/import/draft.js';
import {
  box,
  closed,
  door,
  EMPTY,
  FLOOR,
  faults,
  mend,
  mendZonesOf,
  regionOf,
  said,
  wall,
  withZone,
  zone,
} from './support.js';

const floor = (...zones: PlanDraft['zones']): PlanDraft => ({ ...EMPTY, zones });

function areaOf({ zones }: PlanDraft, id: string): number {
  const found = zones.find((one) => one.id === id);
  return found === undefined ? Number.NaN : ringArea(regionOf(found).rings[0] ?? []);
}

describe('what no mend can settle is refused, left as it is and found by linting', () => {
  it('a bow-tie, with the place where it crosses', () => {
    const draft = floor(zone('bow', 'office', closed([0, 0], [4, 4], [4, 0], [0, 4])));
    const mended = mend(draft);
    expect(said(mended.notes)).toEqual(['refused crossing bow']);
    expect(mended.notes[0].at).toEqual([2, 2]);
    expect(mended.draft.zones[0].rings).toEqual([
      [
        [0, 0],
        [4, 4],
        [4, 0],
        [0, 4],
      ],
    ]);
    expect(faults(mended.draft)).toEqual(['plan/self-crossing-ring bow']);
  });

  it('two rooms that hang together in a point', () => {
    const ring = closed([0, 0], [2, 0], [2, 2], [4, 2], [4, 4], [2, 4], [2, 2], [0, 2]);
    const mended = mend(floor(zone('eight', 'office', ring)));
    expect(said(mended.notes)).toEqual(['refused crossing eight']);
    expect(mended.draft.zones[0].rings).toEqual([ring.slice(0, -1)]);
  });

  it.each([
    [
      'two points',
      [
        [0, 0],
        [4, 0],
      ],
    ],
    [
      'one point',
      [
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    ],
    ['no point', []],
    [
      'points on one line',
      [
        [0, 0],
        [1, 0],
        [4, 0],
        [0, 0],
      ],
    ],
  ] as const)('a ring of %s stays in the plan without geometry', (_, ring) => {
    const draft = { ...FLOOR, zones: [...FLOOR.zones, zone('none', 'office', ring)] };
    for (const strict of [false, true]) {
      const mended = mend(draft, { strict });
      expect(said(mended.notes)).toContain('refused no-area none');
      expect(faults(mended.draft)).toEqual(['plan/no-geometry none']);
    }
  });

  it('a hole that reaches out of its zone', () => {
    const mended = mend(floor(zone('room', 'office', box(0, 0, 4, 4), box(3, 1, 2, 1).toReversed())));
    expect(said(mended.notes)).toEqual(['refused hole-outside room']);
    expect(faults(mended.draft)).toEqual(['plan/self-crossing-ring room']);
  });

  it('a wall without length', () => {
    const mended = mend({ ...FLOOR, walls: [wall('w', [1, 1], [1, 1])] });
    expect(said(mended.notes)).toEqual(['refused no-length w']);
    expect(faults(mended.draft)).toEqual(['plan/no-geometry w']);
  });
});

describe('rings', () => {
  it('a ring that touches itself in a point, with the inner part the other way round, is a zone with a hole', () => {
    const ring = closed([0, 0], [8, 0], [8, 8], [0, 8], [0, 0], [2, 4], [4, 4], [4, 2]);
    const { draft, notes } = mend(floor(zone('room', 'office', ring)));
    expect(said(notes)).toEqual(['mended keyhole room']);
    expect(draft.zones[0].rings.map((one) => one.length)).toEqual([4, 4]);
    expect(faults(draft)).toEqual([]);
  });

  it('a spike hides no such hole: what is mended once is mended', () => {
    const ring: Point[] = [[3, 1], [4, 2], [3, 0], [0, 1], [4, 2], [0, 0], [2, 1]]; // biome-ignore format: a ring
    const { draft, notes } = mend({ ...EMPTY, zones: [zone('room', 'office', ring)] });
    expect(said(notes)).toEqual([
      'mended unclosed room',
      'mended spike room',
      'mended keyhole room',
      'mended winding room',
    ]);
    expect(draft.zones[0]?.rings).toHaveLength(2);
    expect(faults(draft)).toEqual([]);
    expect(mend(draft).draft).toEqual(draft);
  });

  it('a way to a hole and back is no part of either', () => {
    const ring = closed([0, 0], [8, 0], [8, 8], [0, 8], [0, 0], [2, 2], [2, 4], [4, 4], [4, 2], [2, 2]);
    const { draft, notes } = mend(floor(zone('room', 'office', ring)));
    expect(said(notes)).toEqual(['mended keyhole room']);
    expect(draft.zones[0].rings.map((one) => ringArea(one))).toEqual([64, 4]);
    expect(faults(draft)).toEqual([]);
  });

  it('holes without area, and holes drawn twice, go', () => {
    const hole = box(1, 1, 1, 1).toReversed();
    const draft = floor(
      zone('room', 'office', box(0, 0, 4, 4), hole, hole, [
        [2, 2],
        [3, 3],
        [2, 2],
      ]),
    );
    const mended = mend(draft);
    expect(said(mended.notes)).toEqual(['mended hole-repeated room', 'mended hole-flat room']);
    expect(mended.draft.zones[0].rings).toHaveLength(2);
  });

  it('outer rings run counter-clockwise and holes clockwise: one note counts those that were turned', () => {
    const draft = floor(
      zone('a', 'office', box(0, 0, 4, 4).toReversed(), box(1, 1, 1, 1)),
      zone('b', 'office', box(4, 0, 4, 4).toReversed()),
    );
    const { notes } = mend(draft);
    expect(notes).toMatchObject([{ sort: 'mended', message: { id: 'repair/winding' }, count: 3, ids: ['a', 'b'] }]);
  });

  it('walls lose repeated points, and walls drawn twice go', () => {
    const { draft, notes } = mend({
      ...FLOOR,
      walls: [wall('w', [1, 1], [1, 1], [3, 1], [3, 1.0005]), wall('again', [3, 1.0005], [1, 1])],
    });
    expect(said(notes)).toEqual(['mended repeated-points w', 'mended repeated again w']);
    expect(draft.walls.map(({ line }) => line)).toEqual([
      [
        [1, 1],
        [3, 1.0005],
      ],
    ]);
  });
});

describe('overlaps', () => {
  /** Two rooms side by side whose edges cross by `by` m; the first is the larger. */
  const pair = (kind: string, other: string, by: number): PlanDraft =>
    floor(zone('one', kind, box(0, 0, 6, 4)), zone('two', other, box(6 - by, 0, 4, 4)));

  it('are cut from the larger of two rooms that are not private', () => {
    const { draft, notes } = mend(pair('office', 'classroom', 0.08));
    expect(said(notes)).toEqual(['mended overlap-cut one two']);
    expect(notes[0].size).toBeCloseTo(0.08, 3);
    expect(notes[0].at?.[0]).toBeCloseTo(5.96, 6);
    expect([areaOf(draft, 'one'), areaOf(draft, 'two')]).toEqual([expect.closeTo(23.68, 6), 16]);
    expect(faults(draft)).toEqual([]);
  });

  it.each([
    ['restroom', 'office'],
    ['office', 'restroom'],
  ])('are never cut from the private one: %s beside %s', (kind, other) => {
    const { draft, notes } = mend(pair(kind, other, 0.08));
    const [kept, cut] = kind === 'restroom' ? ['one', 'two'] : ['two', 'one'];
    expect(said(notes)).toEqual([`mended overlap-cut ${cut} ${kept}`]);
    expect(areaOf(draft, kept)).toBe(kept === 'one' ? 24 : 16);
    expect(faults(draft)).toEqual([]);
  });

  it('nor from a room whose use is not known, or whose name means a private one', () => {
    const unknown = withZone(pair('office', 'office', 0.08), 'one', (one) => ({ ...one, kind: 'other', untold: '?' }));
    expect(said(mend(unknown).notes)).toEqual(['mended overlap-cut two one']);
    const named = withZone(pair('office', 'office', 0.08), 'one', (one) => ({ ...one, name: '女卫生间' }));
    expect(said(mend(named).notes)).toEqual(['mended overlap-cut two one']);
  });

  it('of two private rooms are refused', () => {
    const { draft, notes } = mend(pair('restroom', 'changing-room', 0.08));
    expect(said(notes)).toEqual(['refused overlap-private two one']);
    expect([areaOf(draft, 'one'), areaOf(draft, 'two')]).toEqual([24, 16]);
    expect(faults(draft)).toEqual(['plan/overlapping-zones two/one']);
  });

  it('wider than a partition are refused with their width and place', () => {
    const { draft, notes } = mend(pair('office', 'classroom', 0.3));
    expect(said(notes)).toEqual(['refused overlap-wide two one']);
    expect(notes[0].size).toBeCloseTo(0.3, 2);
    expect(faults(draft)).toEqual(['plan/overlapping-zones two/one']);
  });

  it('a door in the edge that is cut off moves with its wall, drawn as a line or as a point', () => {
    const draft = pair('office', 'classroom', 0.08);
    const at = { type: 'point', at: [6, 3], width: 0.9 } as const;
    const openings = [door('line', [6, 1], [6, 2]), { ...door('point', [0, 0], [0, 0]), shape: at }];
    const { draft: mended, notes } = mendZonesOf({ ...draft, openings });
    expect(said(notes)).toEqual([
      'mended overlap-cut one two',
      'mended opening-follows line',
      'mended opening-follows point',
    ]);
    expect(notes[1].size).toBeCloseTo(0.08, 6);
    expect(mended.openings.map(({ shape }) => shape)).toEqual([
      {
        type: 'line',
        line: [
          [expect.closeTo(5.92, 6), 1],
          [expect.closeTo(5.92, 6), 2],
        ],
      },
      { type: 'point', at: [expect.closeTo(5.92, 6), 3], width: 0.9 },
    ]);
    expect(faults({ ...mended, openings: mended.openings.slice(0, 1) })).toEqual([]);
  });

  it('a door in the edge of the other room stays', () => {
    const draft = pair('office', 'classroom', 0.08);
    const { draft: mended, notes } = mendZonesOf({ ...draft, openings: [door('d', [5.92, 1], [5.92, 2])] });
    expect(said(notes)).toEqual(['mended overlap-cut one two']);
    expect(mended.openings).toEqual([door('d', [5.92, 1], [5.92, 2])]);
  });

  it('that the plan takes as it is are left without a word', () => {
    expect(mend(pair('restroom', 'changing-room', 0.04)).notes).toEqual([]);
    expect(mend(pair('office', 'classroom', 0.003)).notes).toEqual([]);
  });

  it('are none where a room lies in another', () => {
    const draft = floor(zone('hall', 'lobby', box(0, 0, 20, 10)), zone('desk', 'office', box(-0.02, 2, 4, 4)));
    expect(mend(draft).notes).toEqual([]);
  });

  it('nor between storeys', () => {
    const draft = pair('office', 'classroom', 0.08);
    const upstairs = withZone(draft, 'two', (two) => ({ ...two, level: 'F2' }));
    expect(mend(upstairs).notes).toEqual([]);
    const shaft = withZone(draft, 'two', (two) => ({ ...two, level: 'F2', spans: ['F1'] }));
    expect(said(mend(shaft).notes)).toEqual(['mended overlap-cut one two']);
  });
});

describe('slits', () => {
  const pair = (kind: string, other: string, by: number): PlanDraft =>
    floor(zone('one', kind, box(0, 0, 6, 4)), zone('two', other, box(6 + by, 0, 4, 4)));

  it('of 5 to 50 mm go to the private room, which may only grow', () => {
    const { draft, notes } = mend(pair('office', 'restroom', 0.03));
    expect(said(notes)).toEqual(['mended slit two one']);
    expect(notes[0].size).toBeCloseTo(0.03, 6);
    expect([areaOf(draft, 'one'), areaOf(draft, 'two')]).toEqual([24, expect.closeTo(16.12, 6)]);
  });

  it('wider, or as narrow as what the plan welds, are left', () => {
    for (const by of [0.003, 0.06, 0.2]) expect(mend(pair('office', 'classroom', by)).notes).toEqual([]);
  });

  it('do not chain: three rooms with 4 cm between each stand where they stood, but for one slit each', () => {
    const draft = floor(
      zone('a', 'office', box(0, 0, 3, 4)),
      zone('b', 'office', box(3.04, 0, 3, 4)),
      zone('c', 'office', box(6.08, 0, 3, 4)),
    );
    const mended = mend(draft);
    expect(said(mended.notes)).toEqual(['mended slit a b', 'mended slit b c']);
    const edges = mended.draft.zones.map(({ rings: [ring] }) => ring.map(([x]) => x).sort((p, q) => p - q));
    expect(edges.map((xs) => [xs[0], xs.at(-1)])).toEqual([
      [0, expect.closeTo(3.04, 9)],
      [3.04, expect.closeTo(6.08, 9)],
      [6.08, 9.08],
    ]);
  });

  it('along a corridor go to the rooms on it, whose whole edges lie on it', () => {
    const draft = floor(
      zone('hall', 'corridor', box(0, 0, 12, 3)),
      zone('a', 'office', box(0, 3.02, 6, 4)),
      zone('b', 'classroom', box(6, 3.02, 6, 4)),
    );
    const mended = mend(draft);
    expect(said(mended.notes)).toEqual(['mended slit a hall', 'mended slit b hall']);
    expect(areaOf(mended.draft, 'hall')).toBe(36);
    expect(areaOf(mended.draft, 'a')).toBeCloseTo(24.12, 6);
  });

  it('in which a wall is drawn, or another room lies, are none', () => {
    const slit = pair('office', 'classroom', 0.04);
    expect(mend({ ...slit, walls: [wall('w', [6.02, 0], [6.02, 4])] }).notes).toEqual([]);
    const filled = { ...slit, zones: [...slit.zones, zone('duct', 'shaft', box(6, 0, 0.04, 4))] };
    expect(mend(filled).notes).toEqual([]);
  });
});

describe('what is drawn twice', () => {
  const again = (change: Partial<PlanDraft['zones'][number]>): PlanDraft => ({
    ...FLOOR,
    zones: [...FLOOR.zones, { ...zone('again', 'office', box(5, 3, 7, 6)), ...change }],
  });

  it.each([
    ['of another kind', { kind: 'restroom' }],
    ['of another name', { name: '档案室' }],
    ['with other keys', { keys: { important: true } }],
  ])('%s on the same storey stays, is refused and found by linting', (_, change) => {
    const { draft, notes } = mend(again(change));
    expect(said(notes)).toEqual(['refused repeated-unlike again office']);
    expect(draft.zones).toHaveLength(5);
    expect(faults(draft)).toEqual(['plan/overlapping-zones again/office']);
  });

  it('on another storey stays, and both ids are on record', () => {
    const { draft, notes } = mend(again({ level: 'F2', kind: 'restroom' }));
    expect(said(notes)).toEqual(['assumed repeated-elsewhere again office']);
    expect(draft.zones).toHaveLength(5);
  });

  it('a shaft that spans both storeys is not the room below it again', () => {
    const { notes } = mend(again({ level: 'F2', spans: ['F1'] }));
    expect(said(notes)).toEqual(['refused repeated-unlike again office']);
  });
});
