import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceToSegment } from '../../src/geometry/shapes/segment.js';
import type { Point } from '../../src/geometry/types.js';
import { inRing } from '../../src/plan/inside.js';
import { createSight } from '../../src/sight/sight.js';
import { doorsOf, line, node, osm, room, told, way } from './osm-support.js';
import { dataFiles, hasData, type Made, make } from './support.js';

/** Where a door was laid, m from the corner that `node` counts from. */
function laid(made: Made, id: string): readonly (readonly [number, number])[] {
  const { draft } = made.building.identified;
  const shape = draft.openings.find((opening) => opening.id === id)?.shape;
  // The frame's corner lies within a centimetre of the south-west corner of what is drawn, which is [0, 0] in these tests.
  return shape?.type === 'line' ? shape.line.map(([x, y]) => [round(x), round(y)] as const) : [];
}

function round(metres: number): number {
  return Math.round(metres * 100) / 100 + 0;
}

/** The wall on record as refused, left out, moved or cut short. */
function about(made: Made): Record<string, number> {
  return Object.fromEntries(Object.entries(told(made)).filter(([name]) => name.includes('openings/')));
}

const CORRIDOR = way(
  1,
  [
    [0, 0],
    [20, 0],
    [20, 2],
    [10, 2],
    [0, 2],
  ],
  { indoor: 'corridor', level: '0' },
);

describe('a door that is drawn as a point', () => {
  it('lies in the wall of both rooms, about the point', () => {
    const made = osm(CORRIDOR, room(2, [0, 2, 20, 4]), node(3, 10, 2, { door: 'hinged', level: '0' }));
    expect(doorsOf(made)).toEqual({ 'node-3': { level: 'L0', kind: 'door', width: 0.9, joins: ['way-1', 'way-2'] } });
    expect(about(made)).toEqual({});
  });

  it('keeps off the next room where it stands at the corner of two', () => {
    const made = osm(
      CORRIDOR,
      room(2, [0, 2, 10, 4]),
      room(3, [10, 2, 10, 4]),
      node(4, 10, 2, { door: 'hinged', level: '0' }),
    );
    const [door] = Object.values(doorsOf(made));
    expect(door).toMatchObject({ width: 0.9 });
    expect(door?.joins).toHaveLength(2);
    const [a = [0, 0], b = [0, 0]] = laid(made, 'node-4');
    expect([a[1], b[1]].map((y) => Math.round(y))).toEqual([2, 2]);
    // To the left or to the right of the corner, and 5 cm off it.
    const from = [a[0] - 10, b[0] - 10].sort((one, other) => Math.abs(one) - Math.abs(other));
    expect(Math.abs(from[0] ?? 0)).toBeCloseTo(0.05, 1);
    expect(Math.abs((from[0] ?? 0) + (from[1] ?? 0))).toBeCloseTo(1, 1);
    expect(about(made)).toEqual({ 'assumed openings/moved': 1 });
    expect(made.lint().site.faults).toEqual([]);
  });

  it('is cut short where the wall that two rooms share is', () => {
    const made = osm(
      CORRIDOR,
      way(
        2,
        [
          [9.7, 2],
          [10.3, 2],
          [14, 8],
          [6, 8],
        ],
        { indoor: 'room', level: '0' },
      ),
      node(3, 10, 2, { door: 'hinged', level: '0', width: '1.2' }),
    );
    expect(doorsOf(made)).toMatchObject({ 'node-3': { width: 0.6, joins: ['way-1', 'way-2'] } });
    expect(made.building.notes).toContainEqual(
      expect.objectContaining({
        sort: 'assumed',
        message: expect.objectContaining({
          id: 'openings/shortened',
          params: { id: 'node/3', size: { zh: '0.60米', en: '0.60 m' }, width: { zh: '0.60米', en: '0.60 m' } },
        }),
        size: 0.6,
      }),
    );
  });

  it('goes round no corner of its room', () => {
    const made = osm(
      way(
        1,
        [
          [0, 0],
          [6, 0],
          [6, 5.8],
          [6, 6],
          [0, 6],
        ],
        { indoor: 'room', level: '0' },
      ),
      node(2, 6, 5.8, { door: 'yes', level: '0' }),
    );
    // 5 cm from the corner; it would reach 25 cm past it.
    const [, end] = laid(made, 'node-2');
    expect(end?.[1]).toBeCloseTo(5.95, 1);
    expect(about(made)).toEqual({ 'assumed openings/moved': 1 });
    expect(doorsOf(made)).toMatchObject({ 'node-2': { width: 0.9 } });
  });

  it('follows a wall that bends a little, and stops where it bends too much', () => {
    const bend = (degrees: number): Made => {
      const angle = (degrees * Math.PI) / 180;
      const far: [number, number] = [10 + 10 * Math.cos(angle), 2 + 10 * Math.sin(angle)];
      return osm(
        way(1, [[0, -10], [20, -10], far, [10, 2], [0, 2]], { indoor: 'corridor', level: '0' }),
        way(2, [[0, 2], [10, 2], far, [20, 30], [0, 30]], { indoor: 'room', level: '0' }),
        node(3, 10, 2, { door: 'yes', level: '0' }),
      );
    };
    expect(about(bend(3))).toEqual({});
    expect(about(bend(20))).toEqual({ 'assumed openings/moved': 1 });
    for (const degrees of [0, 3, 9, 11, 20, 45, -20]) {
      expect(doorsOf(bend(degrees))['node-3']?.joins).toEqual(['way-1', 'way-2']);
      expect(bend(degrees).lint().site.faults).toEqual([]);
    }
  });

  it('leads from room to room rather than along the wall of one', () => {
    // At the corner of a room that stands free on one side: its other side is the corridor's.
    const made = osm(
      way(
        1,
        [
          [0, 0],
          [10, 0],
          [10, 4],
        ],
        { indoor: 'corridor', level: '0' },
      ),
      way(
        2,
        [
          [10, 0],
          [20, 0],
          [20, 4],
          [10, 4],
        ],
        { indoor: 'room', level: '0' },
      ),
      node(3, 10, 0, { door: 'yes', level: '0' }),
    );
    expect(doorsOf(made)).toMatchObject({ 'node-3': { joins: ['way-1', 'way-2'] } });
  });

  it('lies in the wall where one of two places has none', () => {
    const made = osm(
      room(1, [0, 0, 20, 10], { indoor: 'area' }),
      room(2, [0, 10, 20, 4]),
      node(3, 5, 10, { door: 'yes', level: '0' }),
    );
    expect(doorsOf(made)).toMatchObject({ 'node-3': { joins: ['way-1', 'way-2'] } });
  });

  it('lies in the wall at a corner of two places that have none', () => {
    const made = osm(
      room(1, [0, -20, 6, 26], { indoor: 'area' }),
      room(2, [6, -20, 6, 26], { indoor: 'area' }),
      room(3, [0, 6, 12, 4]),
      node(4, 6, 5.97, { door: 'yes', level: '0' }),
    );
    expect(doorsOf(made)['node-4']?.joins).toContain('way-3');
    expect(made.lint().site.faults).toEqual([]);
  });

  it('lies in a wall that is drawn alone', () => {
    const made = osm(
      line(
        1,
        [
          [0, 0],
          [10, 0],
        ],
        { indoor: 'wall', level: '0' },
      ),
      node(2, 4, 0, { door: 'yes', level: '0' }),
    );
    const [[from = 0] = [], [to = 0] = []] = laid(made, 'node-2');
    expect([from, to].map((x) => Math.round(x * 10) / 10)).toEqual([3.6, 4.5]);
    expect(made.lint().site.faults).toEqual([]);
  });

  it.each([
    ['on the face of the corridor', 4],
    ['in the middle of the wall', 4.12],
    ['on the face of the room', 4.24],
  ])('goes through the whole wall of rooms that are drawn by their insides: %s', (_, y) => {
    const made = osm(
      room(1, [0, 0, 10, 4], { indoor: 'corridor' }),
      room(2, [0, 4.24, 4.9, 4]),
      room(3, [5.1, 4.24, 4.9, 4]),
      node(4, 2, y, { door: 'yes', level: '0' }),
      node(5, 5, 6, { door: 'yes', level: '0' }),
    );
    expect(doorsOf(made)).toMatchObject({
      'node-4': { joins: ['way-1', 'way-2'] },
      'node-5': { joins: ['way-2', 'way-3'] },
    });
    const thick = made.building.identified.draft.openings.map(({ keys }) => Number(keys.thickness));
    expect(thick[0]).toBeCloseTo(0.24, 2);
    expect(thick[1]).toBeCloseTo(0.2, 2);
    expect(made.lint().site.faults).toEqual([]);
  });

  it('within a room, however near its wall, is in no wall', () => {
    const made = osm(room(1, [0, 0, 10, 4]), room(2, [0, 4.24, 10, 4]), node(3, 2, 3.9, { door: 'yes', level: '0' }));
    expect(made.lint().site.faults.map(({ rule, subject }) => [rule, subject])).toEqual([
      ['plan/opening-on-no-wall', 'node-3'],
    ]);
  });

  it('has no thickness where a place lies between two walls, or nothing behind its own', () => {
    const made = osm(
      room(1, [0, 0, 10, 4]),
      room(2, [0, 4.4, 10, 4]),
      room(3, [0, 4, 10, 0.4], { indoor: 'area' }),
      node(4, 2, 4, { door: 'yes', level: '0' }),
      node(5, 2, 0, { entrance: 'yes', level: '0' }),
    );
    expect(made.building.identified.draft.openings.map(({ keys }) => keys)).toEqual([{}, {}]);
  });

  it('in no wall is refused with its distance, and linting finds it', () => {
    const made = osm(room(1, [0, 0, 6, 6]), node(2, 3, 0.4, { door: 'yes', level: '0' }));
    const [note] = made.building.notes.filter(({ sort }) => sort === 'refused');
    expect(note).toMatchObject({
      message: { id: 'repair/opening-off', params: { id: 'node/2' } },
      origin: { path: 'osm.geojson', pointer: '/features/1' },
      ids: ['node/2'],
    });
    expect(note?.size).toBeCloseTo(0.4, 2);
    expect(made.lint().site.faults.map(({ rule, subject }) => [rule, subject])).toEqual([
      ['plan/opening-on-no-wall', 'node-2'],
    ]);
  });

  it('far from everything is refused too', () => {
    const made = osm(room(1, [0, 0, 6, 6]), node(2, 30, 30, { door: 'yes', level: '0' }));
    expect(made.building.notes.flatMap(({ sort, ids }) => (sort === 'refused' ? ids : []))).toEqual(['node/2']);
    expect(made.lint().site.faults.map(({ rule }) => rule)).toEqual(['plan/opening-on-no-wall']);
  });

  it('without a leaf is a passage; where no wall stands there is none', () => {
    const made = osm(
      room(1, [0, 0, 6, 6], { indoor: 'area' }),
      room(2, [6, 0, 6, 6], { indoor: 'area' }),
      room(3, [0, 6, 12, 4]),
      node(4, 6, 3, { door: 'no', level: '0' }),
      node(5, 3, 6, { door: 'no', level: '0' }),
    );
    expect(doorsOf(made)).toMatchObject({ 'node-5': { kind: 'passage', joins: ['way-1', 'way-3'] } });
    expect(Object.keys(doorsOf(made))).toEqual(['node-5']);
    expect(about(made)).toEqual({ 'left-out openings/open': 1 });
    expect(made.lint().site.faults).toEqual([]);
  });

  it('cuts the walls of both rooms, wherever in the wall it stands and however it is turned', () => {
    const rooms = fc.record({
      angle: fc.double({ min: 0, max: Math.PI, noNaN: true }),
      // The corridor runs along y = 0; the room above it from `left` to `right` of the door, its own corner perhaps beyond.
      left: fc.double({ min: 0, max: 3, noNaN: true }),
      right: fc.double({ min: 0, max: 3, noNaN: true }),
      width: fc.double({ min: 0.6, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(rooms, ({ angle, left, right, width }) => {
        fc.pre(left + right > 0.7);
        const turned = ([x, y]: readonly [number, number]): [number, number] => [
          x * Math.cos(angle) - y * Math.sin(angle),
          x * Math.sin(angle) + y * Math.cos(angle),
        ];
        const ring = (...points: readonly (readonly [number, number])[]) => points.map(turned);
        const made = osm(
          way(1, ring([-9, -2], [9, -2], [9, 0], [-9, 0]), { indoor: 'corridor', level: '0' }),
          way(2, ring([-left, 0], [right, 0], [right, 5], [-left, 5]), { indoor: 'room', level: '0' }),
          way(3, ring([right, 0], [9, 0], [9, 5], [right, 5]), { indoor: 'room', level: '0' }),
          way(4, ring([-9, 0], [-left, 0], [-left, 5], [-9, 5]), { indoor: 'room', level: '0' }),
          node(5, 0, 0, { door: 'yes', level: '0', width }),
        );
        expect(made.lint().site.faults).toEqual([]);
        const { draft } = made.building.identified;
        const [door] = draft.openings;
        expect(doorsOf(made)['node-5']?.joins).toHaveLength(2);
        expect(door === undefined ? [] : touching(door.shape, draft.zones)).toHaveLength(2);
      }),
      { numRuns: 60 },
    );
  });
});

type Shape = Made['building']['identified']['draft']['openings'][number]['shape'];
type Zones = Made['building']['identified']['draft']['zones'];

/** The rooms along whose outlines a line runs all the way, within what an opening may lie from its wall; in another way than it was laid. */
function touching(shape: Shape, zones: Zones): string[] {
  if (shape.type !== 'line') return [];
  const [a, b] = shape.line;
  // A little inside of its ends, which may lie on a corner.
  const samples = [0.02, 0.25, 0.5, 0.75, 0.98].map((t): Point => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
  const isOn = (rings: Zones[number]['rings'], p: Point): boolean =>
    rings.some((ring) =>
      ring.some((from, i) => distanceToSegment(p, { a: from, b: ring[(i + 1) % ring.length] ?? from }) <= 0.05),
    );
  return zones.filter(({ rings }) => samples.every((p) => isOn(rings, p))).map(({ id }) => id);
}

// A function, not skipIf: what it reads would be read even where it is skipped.
(hasData('osm-apb-dresden') ? describe : describe.skip)('a real university', () => {
  if (!hasData('osm-apb-dresden')) return it('is not here', () => undefined);
  const files = dataFiles('osm-apb-dresden');
  const made = make(files);
  const report = made.lint();
  const { draft, levels } = made.building.identified;
  const sight = createSight(report.site);
  /** A door on several levels is one. */
  const features = (ids: readonly string[]) => new Set(ids.map((id) => id.replace(/@.*$/, '')));
  const openings = report.site.levels.flatMap((level) => level.openings);
  const doors = openings.filter(({ kind }) => kind !== 'passage');

  it('has 446 rooms on five storeys, 30 of them private toilets', () => {
    expect(levels.map(({ id }) => id)).toEqual(['L-1', 'L0', 'L1', 'L2', 'L3']);
    expect(draft.zones).toHaveLength(446);
    expect(draft.zones.filter(({ keys }) => keys.enclosed === false)).toHaveLength(3);
    expect(draft.zones.filter(({ kind }) => kind === 'corridor')).toHaveLength(43);
    const restrooms = report.site.levels.flatMap(({ zones }) => zones).filter(({ kind }) => kind === 'restroom');
    expect(restrooms).toHaveLength(30);
    const judged = report.verdicts.filter(({ rule }) => rule === 'capture/view-into-private-zone');
    expect(restrooms.filter(({ id }) => judged.every(({ subject }) => subject !== id))).toEqual([]);
  });

  it('has 48 pillars and 8 other walls', () => {
    expect(draft.walls.filter(({ id }) => id.startsWith('node-'))).toHaveLength(48);
    expect(draft.walls.filter(({ id }) => id.startsWith('way-'))).toHaveLength(8);
    expect(told(made)).toMatchObject({ 'assumed classify/assumed-pillar': 48 });
  });

  it('has 481 doors, of which 480 lie in the wall of a room; the other stands 35 cm from every wall', () => {
    expect(features(doors.map(({ id }) => id))).toHaveProperty('size', 481);
    const none = report.site.faults
      .filter(({ rule }) => rule === 'plan/opening-on-no-wall')
      .map(({ subject }) => subject);
    // A door of the ground floor is said to be at the same place on three more, where the walls are elsewhere.
    expect(none.map((id) => id.replace(/@.*$/, ''))).toEqual([
      'node-8109446036',
      'node-8109446476',
      'node-8109446476',
      'node-8109446476',
    ]);
    const laidIn = doors.filter(({ id }) => !none.includes(id));
    expect(features(laidIn.map(({ id }) => id))).toHaveProperty('size', 480);
    expect(told(made)).toMatchObject({ 'refused repair/opening-off': 4 });
  });

  it('at least 448 of its doors join two rooms of one level', () => {
    const joining = doors.filter((door) => new Set(sight.joins(door).filter((zone) => zone !== undefined)).size === 2);
    expect(features(joining.map(({ id }) => id)).size).toBeGreaterThanOrEqual(448);
    for (const door of joining) {
      for (const zone of sight.joins(door)) expect(zone?.levels).toContain(door.level);
    }
  });

  it('each of its doors runs along the walls of the rooms it joins, all the way', () => {
    const zones = new Map(draft.zones.map((zone) => [zone.id, zone]));
    for (const { id, shape } of draft.openings) {
      const opening = openings.find((one) => one.id === id);
      const joined =
        opening === undefined ? [] : sight.joins(opening).flatMap((zone) => zones.get(zone?.id ?? '') ?? []);
      const beside = touching(shape, joined);
      for (const zone of joined) {
        // A room within a hall has the wall, and the hall needn't.
        const holdsOther = joined.some(
          (other) => other !== zone && other.rings[0]?.every((p) => inRing(zone.rings[0] ?? [], p)),
        );
        if (!holdsOther) expect([id, beside]).toEqual([id, expect.arrayContaining([zone.id])]);
      }
    }
  });

  it('19 of 21 passages are open; one is there twice, one leads from one place without walls to another', () => {
    const passages = openings.filter(({ kind }) => kind === 'passage');
    expect(features(passages.map(({ id }) => id)).size).toBe(19);
    const twice = made.building.notes.filter(({ message }) => message.id === 'repair/repeated');
    expect(features(twice.flatMap(({ ids = [] }) => ids.slice(0, 1)))).toEqual(new Set(['node/9620892363']));
    const open = made.building.notes.filter(({ message }) => message.id === 'openings/open');
    expect(open.flatMap(({ ids }) => ids)).toEqual(['node/8109446371', 'node/8109446400']);
  });

  it('7 rooms and 2 areas are on each of their floors', () => {
    const several = report.site.levels.flatMap(({ zones }) => zones).filter((zone) => zone.levels.length > 1);
    const [rooms, areas] = [several.filter(({ enclosed }) => enclosed), several.filter(({ enclosed }) => !enclosed)];
    expect(rooms.map((zone) => zone.levels.length).sort()).toEqual([4, 4, 4, 4, 5, 5, 5]);
    expect(areas.map((zone) => zone.levels.length)).toEqual([4, 4]);
    for (const zone of rooms) {
      for (const level of zone.levels) {
        const into = openings.filter(
          (door) => door.level === level && sight.joins(door).some((one) => one?.id === zone.id),
        );
        expect([zone.id, level, into.length > 0]).toEqual([zone.id, level, true]);
      }
    }
  });

  it('its misread text is mended, the rest left out with a count', () => {
    expect(told(made)).toMatchObject({
      'mended texts/misread': 1,
      'left-out osm/outdoors': 46,
      'left-out osm/no-part': 1232,
    });
  });

  it('every fault that linting finds is in the data, and said at the import', () => {
    const faults = report.site.faults.filter(({ rule }) => rule !== 'plan/opening-on-no-wall');
    // Two rooms drawn over each other by 7 dm².
    expect(faults.map(({ rule }) => rule)).toEqual(['plan/overlapping-zones']);
  });
});
