import { describe, expect, it } from 'vitest';
import { ringArea } from '../../../src/geometry/shapes/ring.js';
import type { Mapping } from '../../../src/import/mapping/types.js';
import { dxf, entity, insert, line, type Pair, polyline, text } from '../dxf-support.js';
import { make } from '../support.js';
import { box, partedRooms, twoRooms } from './support.js';

const mapping = { rules: [{ where: { layer: 'PLAN' }, as: 'building' as const }] };
const walls = partedRooms(1, 1.9).map(({ a, b }) => line('PLAN', a, b));
const arcOn = (layer: string, x: number, y: number) =>
  entity('ARC', layer, [10, x], [20, y], [40, 0.9], [50, 90], [51, 180]);
const arc = arcOn('PLAN', 4.2, 1);

function imported(...entities: Pair[][]) {
  const { draft } = make([dxf({ entities: [...walls, ...entities] })], { mapping }).building.identified;
  return draft;
}

describe('a layer that holds walls and doors (as: building)', () => {
  it.each([
    ['a line', [line('PLAN', [4.2, 1], [3.3, 1])]],
    [
      'a thin rectangle',
      [
        polyline('PLAN', [
          [4.2, 1],
          [3.3, 1],
          [3.3, 1.04],
          [4.2, 1.04],
        ]),
      ],
    ],
  ])('has a door where an arc is drawn; the leaf drawn open, %s, is no wall', (_, leaf) => {
    const { zones, openings, walls: left } = imported(arc, ...leaf);
    expect(zones).toHaveLength(2);
    expect(openings.map(({ kind, keys }) => [kind, keys.thickness])).toEqual([['door', 0.1]]);
    const inRoom = left.flatMap((wall) => wall.line).filter(([x, y]) => x > 0.3 && x < 4.1 && y > 0.3 && y < 3.1);
    expect(inRoom).toEqual([]);
  });

  it.each([
    ['chords of an arc', 9],
    ['few chords', 4],
  ])('has a door where %s are drawn as a polyline', (_, count) => {
    const chords = Array.from({ length: count + 1 }, (_, index): [number, number] => {
      const angle = (Math.PI / 2) * (1 + index / count);
      return [4.2 + 0.9 * Math.cos(angle), 1 + 0.9 * Math.sin(angle)];
    });
    const { zones, openings } = imported(polyline('PLAN', chords, false), line('PLAN', [4.2, 1], [3.3, 1]));
    expect(zones).toHaveLength(2);
    expect(openings.map(({ kind, keys }) => [kind, keys.thickness])).toEqual([['door', 0.1]]);
  });

  it('has a window where lines fill a gap of a wall: two faces, single, or running on', () => {
    const panes = (offs: readonly number[]) => offs.map((y) => line('PLAN', [3, y], [4.5, y]));
    const openingsOf = (...entities: Pair[][]) =>
      make([dxf({ entities })], { mapping }).building.identified.draft.openings.map(({ kind, keys, shape }) => [
        kind,
        keys.thickness,
        shape.type === 'line' ? shape.line.map(([x]) => x) : [],
      ]);
    const rest = [line('PLAN', [8, 0], [8, 4]), line('PLAN', [8, 4], [0, 4]), line('PLAN', [0, 4], [0, 0])];
    const single = [line('PLAN', [0, 0], [3, 0]), line('PLAN', [4.5, 0], [8, 0]), ...rest];
    expect(openingsOf(...single, ...panes([-0.1, -0.03, 0.03, 0.1]))).toEqual([['window', undefined, [3, 4.5]]]);
    const faces = (from: number, to: number) => [0, 0.24].map((y) => line('PLAN', [from, y], [to, y]));
    const jambs = [3, 4.5].map((x) => line('PLAN', [x, 0], [x, 0.24]));
    const window = panes([0, 0.08, 0.16, 0.24]);
    expect(openingsOf(...faces(0, 3), ...faces(4.5, 8), ...jambs, ...window, ...rest)).toEqual([
      ['window', 0.24, [3, 4.5]],
    ]);
    expect(openingsOf(...faces(0, 8), ...window, ...rest)).toEqual([['window', 0.24, [3, 4.5]]]);
  });

  it('has walls where as many lines go on, and where none does', () => {
    const layers = [0, 0.1, 0.2].flatMap((y) => [line('PLAN', [0, y], [3, y]), line('PLAN', [3.0005, y], [8, y])]);
    const rest = [line('PLAN', [8, 0], [8, 4]), line('PLAN', [8, 4], [0, 4]), line('PLAN', [0, 4], [0, 0])];
    const shelves = [1, 1.2, 1.4].map((y) => line('PLAN', [3, y], [4.5, y]));
    const { openings } = make([dxf({ entities: [...layers, ...rest, ...shelves] })], { mapping }).building.identified
      .draft;
    expect(openings).toEqual([]);
  });

  it('has no door where a wall is drawn in steps', () => {
    const steps: [number, number][] = [
      [0.2, 1],
      [0.6, 1.2],
      [1, 1.1],
      [1.4, 1.3],
      [1.8, 1.1],
    ];
    expect(imported(polyline('PLAN', steps, false)).openings.map(({ kind }) => kind)).toEqual(['passage']);
  });

  it.each([
    ['in a gap', walls],
    ['in a wall that runs through', twoRooms().map(({ a, b }) => line('PLAN', a, b))],
  ])('has a door where a leaf stands ajar without an arc, %s', (_, around) => {
    const turned = (degrees: number, length = 0.9): Pair[][] => {
      const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
      return [line('PLAN', [4.2, 1], [4.2 - length * sine, 1 + length * cosine])];
    };
    const doors = (entities: Pair[][]) => {
      const { openings } = make([dxf({ entities: [...around, ...entities] })], { mapping }).building.identified.draft;
      return openings.filter(({ kind }) => kind === 'door').map(({ shape, keys }) => [shape, keys.thickness]);
    };
    const [shape, thickness] = doors(turned(12))[0] ?? [];
    expect(thickness).toBe(0.1);
    expect(shape).toMatchObject({ type: 'line' });
    expect(doors(turned(12))).toHaveLength(1);
    // Too far open, too short, or no line at all.
    expect([...doors(turned(40)), ...doors(turned(12, 0.5)), ...doors([])]).toEqual([]);
  });

  it('has no leaf where both ends of a slanted line meet others', () => {
    const slant = [line('PLAN', [4.2, 1], [4, 1.9]), line('PLAN', [4, 1.9], [2, 1.9])];
    expect(imported(...slant).openings.filter(({ kind }) => kind === 'door')).toEqual([]);
  });

  it('has walls where nothing swings', () => {
    const { zones, openings } = imported();
    expect(zones).toHaveLength(2);
    expect(openings.map(({ kind, keys }) => [kind, keys.unsure])).toEqual([['passage', true]]);
  });
});

describe('gaps in which nobody drew a door', () => {
  const openingsWith = (gaps?: 'passage' | 'door') => {
    const assume = gaps === undefined ? {} : { assume: { gaps } };
    const { building } = make([dxf({ entities: walls })], { mapping: { ...mapping, ...assume } });
    const told = building.notes.filter(({ message }) =>
      ['bodies/unsure', 'bodies/passage', 'bodies/door'].includes(message.id),
    );
    return [
      ...building.identified.draft.openings.map(({ kind, keys }) => [kind, keys.unsure]),
      told.map(({ message }) => message.id),
    ];
  };

  it('are asked about, unless the mapping says what they are', () => {
    expect(openingsWith()).toEqual([['passage', true], ['bodies/unsure']]);
    expect(openingsWith('passage')).toEqual([['passage', undefined], ['bodies/passage']]);
    expect(openingsWith('door')).toEqual([['door', undefined], ['bodies/door']]);
  });

  /** Rooms, openings and notes of a partition with a gap of `width` m. */
  const broken = (width: number, strict = false) => {
    const entities = partedRooms(1, 1 + width).map(({ a, b }) => line('PLAN', a, b));
    const { notes, identified } = make([dxf({ entities })], { mapping, strict }).building;
    const told = notes.flatMap(({ sort, message, size }) =>
      /(bodies\/(unsure|narrow)|rooms\/(gap|open-gap))$/.test(message.id) ? [`${sort} ${message.id} ${size}`] : [],
    );
    const openings = identified.draft.openings.map(({ kind, keys }) => [kind, keys.unsure]);
    return { rooms: identified.draft.zones.length, openings, told };
  };

  it('are asked about between two rooms even where nobody could pass: one looks through', () => {
    for (const width of [0.32, 0.45, 0.5]) {
      const size = `assumed bodies/${width < 0.5 ? 'narrow' : 'unsure'} ${width}`;
      expect(broken(width)).toEqual({ rooms: 2, openings: [['passage', true]], told: [size] });
    }
  });

  it('are closed where narrower still, on record, unless nothing may be mended', () => {
    // Jambs no further apart than a wall is thick look like its faces.
    for (const width of [0.06, 0.1, 0.2, 0.28]) {
      expect(broken(width)).toEqual({ rooms: 2, openings: [], told: [`mended rooms/gap ${width}`] });
      expect(broken(width, true)).toEqual({ rooms: 1, openings: [], told: [`refused rooms/open-gap ${width}`] });
    }
    expect(broken(0).told).toEqual([]);
  });
});

it('closes a gap of a wall without a word where its faces run on beside it', () => {
  // The wall bends by 30°: its strips end in a wedge.
  const [cos, sin] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
  const along = (s: number, d: number): [number, number] => [4 + s * sin + d * cos, 2 + s * cos - d * sin];
  const corner = (d: number): [number, number] => [4 + d, 2 - d * Math.tan(Math.PI / 12)];
  const faces = [-0.1, 0.1].flatMap((d) => [
    line('PLAN', [4 + d, 0], corner(d)),
    line('PLAN', corner(d), along(3 / cos - 0.5, d)),
  ]);
  const outer = box(0, 0, 9, 2 + 3 - 0.5 * cos).map(({ a, b }) => line('PLAN', a, b));
  const { notes, identified } = make([dxf({ entities: [...outer, ...faces] })], { mapping }).building;
  expect(identified.draft.openings).toEqual([]);
  expect(notes.filter(({ message }) => /rooms\/gap|bodies\/narrow/.test(message.id))).toEqual([]);
});

describe('doors far from every wall', () => {
  it('are refused in one sentence, which asks for the layers of walls', () => {
    const doors = [100, 120, 140].flatMap((x) => [arcOn('DOOR', x, 1), line('DOOR', [x, 1], [x - 0.9, 1])]);
    const made = make([dxf({ entities: [...partedRooms(1.5, 1.5).map(({ a, b }) => line('WALL', a, b)), ...doors] })]);
    const refused = made.building.notes.filter(({ sort }) => sort === 'refused');
    expect(refused.map(({ message: { id, zh }, count }) => [id, zh, count])).toEqual([
      ['bodies/far', '画为门窗，但10米内没有墙，没有采用：请在映射文件中写明哪些图层是墙；属于图例的，写明不采用', 3],
    ]);
    // Each is open until it is mended or removed: who removes one speaks of no other.
    const traces = made.building.identified.draft.walls.filter(({ id }) => id.startsWith('refused-'));
    expect(traces).toHaveLength(3);
  });
});

describe('a drawing of some rooms of a storey', () => {
  const ring = (x: number, width: number) => [[x, 0.2], [x + width, 0.2], [x + width, 3.2], [x, 3.2]]; // biome-ignore format: a row
  const rooms = [ring(0.2, 4), ring(10, 4)].map((points) => polyline('ROOM', points));
  const drawn = (partition: readonly [number, number], ...others: Pair[][]) => {
    const lines = partedRooms(...partition).map(({ a, b }) => line('WALL', a, b));
    const blocks = { CAM: [line('0', [0, 0], [0.1, 0.1])] };
    const { identified, notes } = make([dxf({ blocks, entities: [...lines, ...rooms, ...others] })]).building;
    const made = notes.flatMap(({ message, ids = [] }) => (message.id === 'rooms/missing' ? [ids] : []));
    return identified.draft.zones.flatMap(({ id, kind }) => (made.flat().includes(id) ? [kind] : []));
  };
  const door = [arcOn('DOOR', 4.2, 1), line('DOOR', [4.2, 1], [3.3, 1])];

  it('has another room too, if a door or a gap leads in', () => {
    expect(drawn([1, 1.9], ...door)).toEqual(['other']);
    expect(drawn([1, 1.9])).toEqual(['other']);
  });

  it('has no room for a yard or a cavity into which a window of a room looks', () => {
    expect(drawn([1, 1.9], ...[4.2, 4.25, 4.3].map((x) => line('WINDOW', [x, 1], [x, 1.9])))).toEqual([]);
  });

  it('has stairs where the room without an outline holds a flight', () => {
    const treads = [0.2, 1.8].flatMap((y) =>
      Array.from({ length: 13 }, (_, n) => line('WALL', [4.9 + 0.27 * n, y], [4.9 + 0.27 * n, y + 1.4])),
    );
    expect(drawn([1, 1.9], ...door, ...treads)).toEqual(['stairs']);
  });

  it('has another room without a door if a name or a device is in it', () => {
    expect(drawn([1.5, 1.5], text('TEXT', [6, 1.7], '更衣室'))).toEqual(['changing-room']);
    expect(drawn([1.5, 1.5], insert('CCTV', 'CAM', [6, 1.7]))).toEqual(['other']);
    expect(drawn([1.5, 1.5])).toEqual([]);
  });
});

describe('a pillar drawn with four lines', () => {
  // It stands flush in a thinner wall, which is drawn up to it on both sides.
  const around = [...box(-0.2, -0.2, 20.4, 3.4), ...box(0, 0, 20, 3)].map(({ a, b }) => line('WALL', a, b));
  const stubs = [4, 4.1].flatMap((x) => [line('WALL', [x, 0], [x, 1.2]), line('WALL', [x, 1.8], [x, 3])]);
  const pillar = box(3.5, 1.2, 0.6, 0.6).map(({ a, b }) => line('WALL', a, b));

  it('is solid: no gap of the wall', () => {
    const { zones, openings } = make([dxf({ entities: [...around, ...stubs, ...pillar] })]).building.identified.draft;
    expect(openings).toEqual([]);
    expect(zones).toHaveLength(2);
  });

  it('is a gap where a side of it is missing', () => {
    const sides = [pillar[0], pillar[1], pillar[2]].flatMap((side) => (side === undefined ? [] : [side]));
    const { openings } = make([dxf({ entities: [...around, ...stubs, ...sides] })]).building.identified.draft;
    expect(openings.map(({ keys }) => keys.unsure)).toEqual([true]);
  });

  it('is a room if a name stands in it', () => {
    const shaft = box(3, 0, 1, 1.4).map(({ a, b }) => line('WALL', a, b));
    const names = [text('PUB_TEXT', [3.5, 0.7], '管井')];
    const zones = (entities: Pair[][]) => make([dxf({ entities })]).building.identified.draft.zones;
    expect(zones([...around, ...shaft, ...names])).toHaveLength(2);
    expect(zones([...around, ...shaft])).toHaveLength(1);
  });
});

describe('a curve drawn in crumbs', () => {
  // Half a round end of a room, written by a program in pieces of 2 mm, each an entity.
  const pieces = 785;
  const on = (n: number): [number, number] => {
    const angle = -Math.PI / 2 + (Math.PI * n) / pieces;
    return [6 + 1.5 * Math.cos(angle), 1.5 + 1.5 * Math.sin(angle)].map((x) => Number(x.toFixed(6))) as [
      number,
      number,
    ];
  };
  const round = Array.from({ length: pieces }, (_, n) => line('WALL', on(n), on(n + 1)));
  const straight = [line('WALL', [6, 0], [0, 0]), line('WALL', [0, 0], [0, 3]), line('WALL', [0, 3], [6, 3])];

  it('is one wall, and the room is as large', () => {
    const { zones, walls } = make([dxf({ entities: [...straight, ...round] })]).building.identified.draft;
    const [
      {
        rings: [ring = []],
      } = { rings: [] },
    ] = zones;
    expect(zones).toHaveLength(1);
    expect(ringArea(ring)).toBeCloseTo(18 + (Math.PI * 1.5 ** 2) / 2, 1);
    expect(ring.length).toBeLessThan(pieces / 3);
    expect(walls.length).toBeLessThan(10);
  });

  it('is closed if its crumbs are', () => {
    const pillar = Array.from({ length: 400 }, (_, n) => {
      const at = (m: number): [number, number] => [
        3 + 0.2 * Math.cos((Math.PI * m) / 200),
        1.5 + 0.2 * Math.sin((Math.PI * m) / 200),
      ];
      return line('WALL', at(n), at(n + 1));
    });
    const closing = line('WALL', [6, 0], [6, 3]);
    const { zones } = make([dxf({ entities: [...straight, closing, ...pillar] })]).building.identified.draft;
    expect(zones.map(({ rings }) => rings.length)).toEqual([2]);
  });
});

describe('a room that leaks', () => {
  const told = (entities: Pair[][], id: string) =>
    make([dxf({ entities })])
      .building.notes.filter(({ message }) => message.id === id)
      .map(({ at, size, message }) => [at, Number(size?.toFixed(1)), message.params?.one, message.params?.other]);
  const names = [text('PUB_TEXT', [1, 1], '诊室'), text('PUB_TEXT', [7, 1], '走道')];

  it('into another one is told with the place: two walls that end beside each other', () => {
    const shell = box(0, 0, 8, 3).map(({ a, b }) => line('WALL', a, b));
    const ends = [line('WALL', [4, 0], [4, 1.2]), line('WALL', [5, 2.2], [5, 3])];
    expect(told([...shell, ...ends, ...names], 'bodies/leak')).toEqual([[[4.5, 1.7], 1.4, '诊室', '走道']]);
    expect(told([...shell, ...names], 'bodies/leak')).toEqual([]);
  });

  it('to the outside as well: a corner that nobody drew', () => {
    const shell = [
      line('WALL', [0, 0], [8, 0]),
      line('WALL', [8, 0], [8, 5]),
      line('WALL', [8, 5], [2, 5]),
      line('WALL', [0, 0], [0, 3]),
    ];
    expect(told([...shell, ...names.slice(0, 1)], 'bodies/outside')).toEqual([[[1, 4], 2.8, '诊室', undefined]]);
  });
});

it('the gate of a garden wall, which bounds no room, lies in a wall', () => {
  const house = box(0, 0, 6, 4).map(({ a, b }) => line('WALL', a, b));
  const garden = [9, 9.2].flatMap((x) => [line('WALL', [x, 0], [x, 1]), line('WALL', [x, 1.9], [x, 4])]);
  const jambs = [1, 1.9].map((y) => line('WALL', [9, y], [9.2, y]));
  const gate = [
    entity('ARC', 'WINDOW', [10, 9], [20, 1], [40, 0.9], [50, 90], [51, 180]),
    line('WINDOW', [9, 1], [8.1, 1]),
  ];
  const made = make([dxf({ entities: [...house, ...garden, ...jambs, ...gate] })]);
  expect(made.building.identified.draft.openings).toHaveLength(1);
  expect(made.building.notes.filter(({ message }) => message.id === 'rooms/across')).toHaveLength(1);
  expect(made.lint().site.faults.filter(({ rule }) => rule === 'plan/opening-on-no-wall')).toEqual([]);
});

it('a room that is not as large as the drawing states is told: a wall may be missing', () => {
  const shell = box(0, 0, 6, 4).map(({ a, b }) => line('WALL', a, b));
  const told = (area: string) => {
    const label = entity(
      'MTEXT',
      '房间名称',
      [10, 3],
      [20, 2],
      [40, 0.3],
      [71, 5],
      [1, `名称：女卫生间\\P使用面积：${area}`],
    );
    const { building } = make([dxf({ entities: [...shell, label] })]);
    expect(building.identified.draft.zones.map(({ name, kind }) => [name, kind])).toEqual([['女卫生间', 'restroom']]);
    return building.notes.filter(({ message }) => message.id === 'bodies/area').map(({ message }) => message.params);
  };
  expect([...told('24㎡'), ...told('22.5㎡')]).toEqual([]);
  expect(told('12.5㎡')).toEqual([{ name: '女卫生间', stated: '12.5', formed: '24.0' }]);
});

describe('lines on a layer of walls that are no walls', () => {
  const shell = box(0, 0, 6, 4).map(({ a, b }) => line('WALL', a, b));
  const zonesOf = (entities: Pair[][]) => make([dxf({ entities })]).building.identified.draft.zones;

  it('treads leave the room as it is', () => {
    const treads = Array.from({ length: 8 }, (_, n) => line('WALL', [0, 1 + 0.28 * n], [1.4, 1 + 0.28 * n]));
    expect(zonesOf([...shell, ...treads]).map(({ rings: [ring = []] }) => ringArea(ring))).toEqual([24]);
  });

  it('are walls where two of them stand as far apart as they are thick', () => {
    for (const apart of [0.2, 0.24]) {
      const faces = [0, 1, 2, 3].map((n) => line('WALL', [0, 1.5 + n * apart], [3, 1.5 + n * apart]));
      const areas = zonesOf([...shell, ...faces, line('WALL', [3, 0], [3, 4])]).map(({ rings: [ring = []] }) => ringArea(ring)); // biome-ignore format: a line
      expect(areas.map((area) => Number(area.toFixed(2))).sort()).toEqual(
        [12, 4.5, Number((3 * (2.5 - 3 * apart)).toFixed(2))].sort(),
      );
    }
  });

  it('are walls if a rule names them by their ids, whatever they look like', () => {
    const treads = Array.from({ length: 8 }, (_, n) => line('WALL', [0, 1 + 0.28 * n], [6, 1 + 0.28 * n]));
    const shorter = treads.map((pairs) => pairs.map(([code, value]) => (code === 11 ? ([11, 3.9] as const) : ([code, value] as const)))); // biome-ignore format: a line
    const side = line('WALL', [3.9, 0], [3.9, 4]);
    const rooms = (mapping?: Mapping) =>
      make([dxf({ entities: [...shell, side, ...shorter] })], { mapping }).building.identified.draft.zones.length;
    const told: Mapping = { rules: [{ where: { id: 'LINE-6' }, as: 'wall' }] };
    expect([rooms(), rooms(told)]).toEqual([2, 3]);
  });

  describe('a stair of two flights', () => {
    const from = (...points: [number, number][]) => points.slice(1).map((to, n) => line('WALL', points[n] ?? to, to));
    const flights = [
      ...Array.from({ length: 8 }, (_, n) => line('WALL', [1.8 + 0.28 * n, 0], [1.8 + 0.28 * n, 1.4])),
      ...Array.from({ length: 8 }, (_, n) => line('WALL', [1.8 + 0.28 * n, 1.6], [1.8 + 0.28 * n, 3])),
    ];
    const well = box(0, 0, 6, 3).map(({ a, b }) => line('WALL', a, b));
    const rail = box(1.7, 1.4, 2.4, 0.2).map(({ a, b }) => line('WALL', a, b));
    const riser = from([4.04, 0], [4.04, 3]);
    const arrow = from([1, 0.7], [4.6, 0.7], [4.6, 2.3], [3.2, 2.3]);
    const broken = from([2.6, 1.6], [2.75, 2.2], [2.85, 2.15], [3, 3]);

    it('is one room: no riser, arrow or line that breaks a flight parts it', () => {
      const { zones, openings } = make([
        dxf({ entities: [...well, ...flights, ...rail, ...riser, ...arrow, ...broken] }),
      ]).building.identified.draft;
      expect(zones.map(({ rings: [ring = []] }) => ringArea(ring))).toEqual([18]);
      expect(openings).toEqual([]);
    });

    it('ends at the walls beside it, and at one across the landing', () => {
      const wall = [...from([4.6, 0], [4.6, 3]), ...from([4.7, 0], [4.7, 3])];
      expect(zonesOf([...well, ...flights, ...rail, ...riser, ...wall])).toHaveLength(2);
    });
  });

  describe('a room under a flight', () => {
    const treads = (count: number) =>
      Array.from({ length: count }, (_, n) => line('WALL', [0.5 + 0.28 * n, 0], [0.5 + 0.28 * n, 1.4]));
    const stair = [...box(0, 0, 5, 1.4), ...box(0, 1.4, 5, 4)].map(({ a, b }) => line('WALL', a, b));
    const kinds = (...entities: Pair[][]) =>
      zonesOf([...stair, ...entities]).map(({ kind, rings: [ring = []] }) => [kind, Math.round(ringArea(ring))]);

    it('is stairs; a room with a stair in it is none', () => {
      expect(kinds(...treads(15))).toEqual([['other', 20], ['stairs', 7]]); // biome-ignore format: rows
      expect(kinds(...treads(7))).toEqual([['other', 20], ['other', 7]]); // biome-ignore format: rows
    });

    it('is what its name says', () => {
      const { zones } = make([dxf({ entities: [...stair, ...treads(15), text('NAME', [4.8, 0.7], '库房')] })], {
        mapping: {
          rules: [
            { where: { layer: 'WALL' }, as: 'wall' },
            { where: { layer: 'NAME', label: true }, as: 'zone' },
          ],
        },
      }).building.identified.draft;
      expect(zones.find(({ name }) => name === '库房')?.kind).not.toBe('stairs');
    });
  });

  it('lines as far apart but of other lengths are walls', () => {
    const shelves = [1.4, 2, 2.6, 3.2].map((length, n) => line('WALL', [0, 1 + 0.35 * n], [length, 1 + 0.35 * n]));
    const notes = make([dxf({ entities: [...shell, ...shelves] })]).building.notes;
    expect(notes.filter(({ message }) => message.id === 'bodies/treads')).toEqual([]);
  });

  it('the cross of a lift parts it into no rooms', () => {
    const lift = box(4, 2, 2, 2).map(({ a, b }) => line('WALL', a, b));
    const cross = [line('WALL', [4, 2], [6, 4]), line('WALL', [4, 4], [6, 2])];
    expect(zonesOf([...shell, ...lift, ...cross])).toHaveLength(2);
  });
  it('nor does it where the walls round the lift run on, and two walls that cross in a square room are walls', () => {
    const lift = [line('WALL', [4, 0], [4, 4]), line('WALL', [2, 2], [6, 2])];
    const cross = [line('WALL', [4, 2], [6, 4]), line('WALL', [4, 4], [6, 2])];
    expect(zonesOf([...shell, ...lift, ...cross])).toHaveLength(3);
    const square = box(0, 0, 4, 4).map(({ a, b }) => line('WALL', a, b));
    const walls = [line('WALL', [2, 0], [2, 4]), line('WALL', [0, 2], [4, 2])];
    expect(zonesOf([...square, ...walls])).toHaveLength(4);
  });
});
