// Numbers beside the blocks of devices: whose they are, and what they no longer are.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MappingRule } from '../../../src/import/mapping/types.js';
import { type Candidate, paired } from '../../../src/import/read/dxf/devices/pairs.js';
import { attributes, dxf, insert, line, type Pair, type Parts, polyline, said, text } from '../dxf-support.js';
import { type Made, make } from '../support.js';

const BLOCK = [line('0', [-0.1, 0], [0.1, 0]), line('0', [0, -0.1], [0, 0.1])];
const ROOM = polyline('ROOM', [
  [0, 0],
  [10, 0],
  [10, 5],
  [0, 5],
]);

const imported = (entities: Parts['entities'], more: Partial<Parts> = {}) =>
  make([
    dxf({ blocks: { 'SXJ-QJ': BLOCK, DKQ: BLOCK, Q7: BLOCK, CHAIR: BLOCK }, ...more, entities: [ROOM, ...entities] }),
  ]);
const ids = (...entities: Parts['entities']) =>
  imported(entities).building.identified.draft.devices.map(({ id }) => id);
const camera = (at: readonly number[], ...more: Pair[]) => insert('安防', 'SXJ-QJ', at, ...more);
const number = (at: readonly number[], words: string, ...more: Pair[]) => text('PUB_TEXT', at, words, 0.2, ...more);
const handles = /^INSERT-\d$/;

describe('a number', () => {
  it('beside a device is its id', () => {
    expect(ids(camera([1, 1]), number([1.2, 1.1], 'QJ-01'))).toEqual(['QJ-01']);
  });

  it('is its id although a wall has it for a handle', () => {
    const wall = polyline(
      'WALL',
      [
        [0, 6],
        [4, 6],
      ],
      false,
      [5, 'C1'],
    );
    const { draft } = imported([wall, camera([1, 1]), text('安防', [1.2, 1.1], 'C1')]).building.identified;
    expect(draft.devices.map(({ id }) => id)).toEqual(['C1']);
    expect(draft.walls.map(({ id }) => id)).toEqual(['C1-2']);
  });

  it('belongs to it within three heights of the letters and half its size, and no further', () => {
    // The middle line of the letters lies 0.1 above their foot; half the block is 0.1.
    expect(ids(camera([1, 1]), number([1, 1.59], 'QJ-01'))).toEqual(['QJ-01']);
    expect(ids(camera([1, 1]), number([1, 1.61], 'QJ-01'))).toEqual([expect.stringMatching(handles)]);
  });

  it('is as near as the nearest of its letters, wherever its place is', () => {
    // Five letters of 0.14 each end at 0.9 right of their start.
    expect(ids(camera([2, 1]), number([0.6, 0.9], 'QJ-01'))).toEqual(['QJ-01']);
    const middle: Pair[] = [
      [72, 1],
      [73, 2],
      [11, 1.55],
      [21, 1],
    ];
    expect(ids(camera([2.5, 1]), number([0, 0], 'QJ-01', ...middle))).toEqual(['QJ-01']);
    expect(ids(camera([2, 3]), number([2, 1.7], 'QJ-01', [50, 90]))).toEqual(['QJ-01']);
  });

  it('is measured from where its letters stand, not from the point that they are aligned to', () => {
    const right = (x: number): Pair[] => [
      [72, 2],
      [11, x],
      [21, 0.9],
    ];
    expect(ids(camera([3, 1]), number([0, 0], 'QJ-01', ...right(4.2)))).toEqual(['QJ-01']);
    expect(ids(camera([3, 1]), number([0, 0], 'QJ-01', ...right(2)))).toEqual([expect.stringMatching(handles)]);
  });

  it('of a larger block reaches from its size, but not from the view drawn with it', () => {
    const blocks = (half: number) => ({ CAM: [line('0', [-half, 0], [half, 0]), line('0', [0, -half], [0, half])] });
    const found = (half: number, away: number) =>
      imported([insert('0', 'CAM', [3, 0.2]), number([3, 0.1 + away], 'QJ-01')], { blocks: blocks(half) }).building
        .identified.draft.devices[0]?.id;
    expect(found(0.5, 1)).toBe('QJ-01');
    expect(found(0.1, 1)).not.toBe('QJ-01');
    expect(found(4, 1.5)).toBe('QJ-01');
    expect(found(4, 1.8)).not.toBe('QJ-01');
  });

  it('belongs to one device, and a device has one', () => {
    expect(ids(camera([1, 1]), camera([1.5, 1]), number([1.05, 1], 'QJ-01'), number([1.6, 1], 'QJ-02'))).toEqual([
      'QJ-01',
      'QJ-02',
    ]);
    expect(ids(camera([1, 1]), camera([1.3, 1]), number([1, 1.1], 'QJ-01'))).toEqual([
      'QJ-01',
      expect.stringMatching(handles),
    ]);
  });

  it('in an attribute of the block or of a tag beside it counts, and a model does not', () => {
    const own = [...camera([1, 1], [66, 1]), ...attributes('0', { 型号: 'QX100', 序: 'QJ-07' })];
    expect(ids(own)).toEqual(['QJ-07']);
    const tag = [
      ...insert('0', 'TAG', [1.1, 1.1], [66, 1]),
      ...([
        [0, 'ATTRIB'],
        [8, '0'],
        [10, 1.1],
        [20, 1.1],
        [40, 0.2],
        [1, 'QJ-08'],
        [2, '序'],
        [0, 'SEQEND'],
      ] as Pair[]),
    ];
    const made = imported([camera([1, 1]), tag], { blocks: { 'SXJ-QJ': BLOCK, TAG: [] } });
    expect(made.building.identified.draft.devices.map(({ id }) => id)).toEqual(['QJ-08']);
  });

  it('in an attribute within another block stands where that block is put', () => {
    const tag = insert('0', 'TAG', [1.1, 1.1], [66, 1]);
    const attribute: Pair[] = [
      [0, 'ATTRIB'],
      [8, '0'],
      [10, 1.1],
      [20, 1.1],
      [40, 0.2],
      [1, 'QJ-08'],
      [2, '序'],
      [0, 'SEQEND'],
    ];
    const blocks = { 'SXJ-QJ': BLOCK, TAG: [], GROUP: [camera([1, 1]), [...tag, ...attribute]] };
    const made = imported([insert('0', 'GROUP', [5, 2])], { blocks });
    expect(made.building.identified.draft.devices.map(({ id, at }) => [id, at])).toEqual([['QJ-08', [6, 3]]]);
  });

  it('written as an attribute that the mapping lists goes before the text beside', () => {
    const own = [...camera([1, 1], [66, 1]), ...attributes('0', { 编号: 'C-9' })];
    expect(ids(own, number([1.1, 1.1], 'QJ-01'))).toEqual(['C-9']);
  });

  it('of a door is none, unless it stands on the layer of the device', () => {
    expect(ids(camera([1, 1]), number([1.1, 1.1], 'M0921'))).toEqual([expect.stringMatching(handles)]);
    expect(ids(camera([1, 1]), text('窗编号', [1.1, 1.1], 'C-01'))).toEqual([expect.stringMatching(handles)]);
    expect(ids(camera([1, 1]), text('安防', [1.1, 1.1], 'C-01'))).toEqual(['C-01']);
  });

  it('that means a device goes before a nearer one that may mean anything', () => {
    expect(ids(camera([1, 1]), number([1, 1], 'A-2'), number([1, 1.4], 'QJ-01'))).toEqual(['QJ-01']);
    expect(ids(camera([1, 1]), number([1, 1.4], 'A-2'))).toEqual(['A-2']);
    expect(ids(camera([1, 1]), number([1, 1.4], 'SC20'))).toEqual([expect.stringMatching(handles)]);
  });

  it('on the first line of a text is one, unless a room is named below', () => {
    const lines = (words: string): Pair[] => [
      [0, 'MTEXT'],
      [8, 'T'],
      [10, 1],
      [20, 1.3],
      [40, 0.2],
      [1, words],
    ];
    expect(ids(camera([1, 1]), lines('QJ-01\\P2.8m'))).toEqual(['QJ-01']);
    expect(ids(camera([1, 1]), lines('QJ-01\\P女厕'))).toEqual([expect.stringMatching(handles)]);
  });

  it('is no device of its own where a rule makes devices of all that is on a layer', () => {
    const made = make(
      [dxf({ blocks: { Q7: BLOCK }, entities: [ROOM, insert('Z', 'Q7', [1, 1]), text('Z', [1.1, 1.1], 'QJ-01')] })],
      { mapping: { rules: [{ where: { layer: 'Z' }, as: 'device', kind: 'camera' }] } },
    );
    expect(made.building.identified.draft.devices.map(({ id }) => id)).toEqual(['QJ-01']);
  });

  it('twice is told, and their places number both devices', () => {
    const first = [camera([1, 1]), number([1.1, 1.1], 'QJ-01')];
    const second = [camera([7.32, 4]), number([7.4, 4.1], 'QJ-01')];
    const { building } = imported([...first, ...second]);
    const ids = ['camera-x10y10', 'camera-x73y40'];
    expect(building.identified.draft.devices.map(({ id }) => id)).toEqual(ids);
    const turned = imported([...second, ...first]).building.identified.draft.devices;
    expect(turned.map(({ id }) => id)).toEqual([...ids].reverse());
    expect(said(building.notes)).toContain(
      "unknown: number 'QJ-01' stands beside 2 devices, and nobody can tell whose it is; their places number them: camera-x10y10, camera-x73y40",
    );
  });

  it('twice gives ids that rules find, and no rule by the number changes', () => {
    const all = [camera([1, 1]), number([1.1, 1.1], 'QJ-01'), camera([7.32, 4]), number([7.4, 4.1], 'QJ-01')];
    const found = (id: string) => {
      const rules: MappingRule[] = [{ where: { id }, as: 'device', kind: 'microphone' }];
      const made = make([dxf({ blocks: { 'SXJ-QJ': BLOCK }, entities: [ROOM, ...all] })], { mapping: { rules } });
      return made.building.identified.draft.devices.map((device) => [device.id, device.kind]);
    };
    expect(found('camera-x73y40')).toEqual([
      ['camera-x10y10', 'camera'],
      ['camera-x73y40', 'microphone'],
    ]);
    expect(found('QJ-01')).toEqual([
      ['camera-x10y10', 'camera'],
      ['camera-x73y40', 'camera'],
    ]);
  });

  it('used again on another storey of the site is told', () => {
    const floor = (path: string, ...entities: Parts['entities']) =>
      dxf({ blocks: { 'SXJ-QJ': BLOCK }, entities: [ROOM, ...entities] }, path);
    const one = [camera([1, 1]), number([1.1, 1.1], 'QJ-01')];
    const files = [floor('1F.dxf', ...one), floor('2F.dxf', ...one, camera([5, 4]))];
    const idsIn = (made: Made) => made.building.identified.draft.devices.map(({ id, level }) => [level, id]).sort();
    const made = make(files);
    const { building } = made;
    expect(idsIn(made)).toEqual([
      ['F1', 'QJ-01'],
      ['F2', '2F-INSERT-2'],
      ['F2', 'camera-x10y10'],
    ]);
    expect(idsIn(make(files.toReversed()))).toEqual(idsIn(made));
    const told = said(building.notes).filter((text) => text.includes('of this site'));
    expect(told).toEqual([
      "unknown: number 'QJ-01' is on 2 devices of this site (1F and 2F); numbers are unique on a site: correct the drawings; places number these: camera-x10y10",
    ]);
    // Handles of several files are no numbers.
    const plain = make([floor('1F.dxf', camera([1, 1])), floor('2F.dxf', camera([1, 1]))]);
    expect(said(plain.building.notes).join()).not.toContain('of this site');
  });
});

describe('names of rooms', () => {
  const nameOf = (...entities: Parts['entities']) => imported(entities).building.identified.draft.zones[0]?.name;

  it('are without the numbers of devices, which were part of them', () => {
    const name = text('T', [5, 3], '收费', 0.2);
    expect(nameOf(name, camera([1, 1]), number([1.1, 1.1], 'QJ-01'))).toBe('收费');
    expect(nameOf(name, number([1.1, 1.1], 'QJ-01'))).toBe('收费 QJ-01');
  });

  it.each(['女卫2', 'WC-1', 'WC2', '诊室1'])('%s is one beside a camera too', (name) => {
    expect(nameOf(camera([5, 3]), text('T', [5.1, 3.1], name))).toBe(name);
  });

  it('formed of walls keep theirs', () => {
    const sides = [
      [0, 0, 1, 0],
      [2, 0, 6, 0],
      [6, 0, 6, 4],
      [6, 4, 0, 4],
      [0, 4, 0, 0],
    ];
    const walls = sides.map(([ax = 0, ay = 0, bx = 0, by = 0]) => line('WALL', [ax, ay], [bx, by]));
    const arc: Pair[] = [
      [0, 'ARC'],
      [8, '0'],
      [10, 0],
      [20, 0],
      [40, 1],
      [50, 0],
      [51, 90],
    ];
    const made = make([
      dxf({
        blocks: { DKQ: BLOCK, D: [line('0', [0, 0], [0, 1]), arc] },
        entities: [
          ...walls,
          insert('DOOR', 'D', [1, 0]),
          text('T', [3, 2], '男厕'),
          insert('安防', 'DKQ', [1, 3]),
          text('T', [1.2, 3.2], 'DK-01'),
        ],
      }),
    ]);
    expect(made.building.identified.draft.zones.map(({ name, kind }) => [name, kind])).toEqual([['男厕', 'restroom']]);
  });
});

describe('a block of two letters', () => {
  const kindOf = (layer: string, block: string, ...more: Parts['entities']) =>
    imported([insert(layer, block, [1, 1]), ...more], {
      blocks: { [block]: BLOCK },
    }).building.identified.draft.devices.map(({ id, kind }) => [id, kind]);

  it('is a device by the number of the same letters, and has that number', () => {
    expect(kindOf('0', 'BQ', number([1.1, 1.1], 'BQ-02'))).toEqual([['BQ-02', 'camera']]);
    expect(kindOf('0', 'BQ', number([1.1, 1.1], 'DK-02'))).toEqual([]);
    expect(kindOf('0', 'BQ')).toEqual([]);
    const reader = imported([insert('0', 'DK', [1.2, 1.3]), insert('0', 'BQ', [1, 1]), number([1, 1], 'DK-02')], {
      blocks: { BQ: BLOCK, DK: BLOCK },
    });
    expect(reader.building.identified.draft.devices.map(({ id, kind }) => [id, kind])).toEqual([
      ['DK-02', 'access-reader'],
    ]);
    expect(kindOf('PUB_TEXT', 'BQ', number([1.1, 1.1], 'BQ-02'))).toEqual([]);
  });
});

it('a rule of the user goes before the words of a block, and the number is the id', () => {
  const parts = {
    blocks: { DKQ: BLOCK },
    entities: [ROOM, insert('0', 'DKQ', [1, 1]), number([1.1, 1.1], 'C7'), number([1.1, 1.2], 'QJ-7')],
  };
  const devices = (as: 'device' | 'none') =>
    make([dxf(parts)], {
      mapping: { rules: [{ where: { block: 'DKQ' }, as, ...(as === 'device' && { kind: 'camera' }) }] },
    }).building.identified.draft.devices;
  expect(devices('device').map(({ id, kind }) => [id, kind])).toEqual([['QJ-7', 'camera']]);
  expect(devices('none')).toEqual([]);
});

describe('pairs', () => {
  const total = (found: ReadonlyMap<number, number>, all: readonly Candidate[]) =>
    [...found].reduce(
      (sum, [device, one]) => sum + (all.find((c) => c.device === device && c.number === one)?.distance ?? 0),
      0,
    );
  const at = (device: number, one: number, distance: number): Candidate => ({ device, number: one, distance });

  it('exchange numbers where that is shorter than the shortest first', () => {
    const all = [at(0, 0, 1), at(0, 1, 2), at(1, 0, 1.5), at(1, 1, 9)];
    expect(paired(all)).toEqual(
      new Map([
        [0, 1],
        [1, 0],
      ]),
    );
  });

  it('leave no device without a number if its neighbour can take another', () => {
    expect(paired([at(0, 0, 1), at(0, 1, 2), at(1, 0, 3)])).toEqual(
      new Map([
        [0, 1],
        [1, 0],
      ]),
    );
  });

  it('go on while one exchange makes room for another', () => {
    const all = [at(0, 0, 0.5), at(0, 1, 3), at(1, 1, 4), at(1, 2, 1.7), at(3, 2, 1.5), at(3, 3, 1.6), at(2, 0, 1)];
    expect([...paired(all)].sort()).toEqual([
      [0, 1],
      [1, 2],
      [2, 0],
      [3, 3],
    ]);
  });

  it('are one to one, and no exchange of two is shorter, whatever the order', () => {
    const places = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(places, places, (devices, numbers) => {
        const all = devices.flatMap(([x, y], device) =>
          numbers.flatMap(([u, v], one) => {
            const distance = Math.hypot(x - u, y - v);
            return distance <= 12 ? [at(device, one, distance)] : [];
          }),
        );
        const found = paired(all);
        expect(new Set(found.values()).size).toBe(found.size);
        expect(paired(all.toReversed())).toEqual(found);
        const before = total(found, all);
        for (const [device, one] of found) {
          for (const [other, two] of found) {
            if (other === device) continue;
            const swapped = new Map(found).set(device, two).set(other, one);
            const isPossible = [...swapped].every(([d, n]) => all.some((c) => c.device === d && c.number === n));
            if (isPossible) expect(total(swapped, all)).toBeGreaterThanOrEqual(before - 1e-9);
          }
        }
      }),
    );
  });
});
