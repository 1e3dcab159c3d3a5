// Which element of an earlier import an element is, and that an id once given is given to nothing else.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { render } from '../../src/i18n/locale.js';
import { importBuilding } from '../../src/import/import.js';
import type { MappingLevel } from '../../src/import/mapping/types.js';
import { type Previous, previousOf } from '../../src/import/reimport/previous.js';
import { type PresentTrait, recognised, type Trait } from '../../src/import/reimport/recognise.js';
import { reimport } from '../../src/import/reimport/reimport.js';
import { identify } from '../../src/import/support/ids.js';
import type { InputFile } from '../../src/import/types.js';
import { write } from '../../src/import/write/write.js';
import { parseSource } from '../../src/source/parse/parse.js';
import { partedRooms } from './bodies/support.js';
import { dxf, insert, line, type Pair } from './dxf-support.js';
import { type Room, rooms } from './imdf-rooms.js';
import { EMPTY } from './repair/support.js';
import { pack } from './support.js';

const room = (x: number, width: number, from: string | undefined, level = 'F1'): PresentTrait => ({
  from,
  level,
  at: [x + width / 2, 2],
  region: {
    rings: [
      [
        [x, 0],
        [x + width, 0],
        [x + width, 4],
        [x, 4],
      ],
    ],
    shadows: [],
  },
  block: '',
  isLoose: false,
});
const placed = (x: number, width: number, from: string) => ({ ...room(x, width, from), isLoose: true });
const thing = (x: number, from: string | undefined, block = 'door', isLoose = false): PresentTrait => ({
  from,
  level: 'F1',
  at: [x, 0],
  block,
  isLoose,
});
/** The earlier one, by its place in the list, that each is. */
const pairs = (now: readonly PresentTrait[], before: readonly Trait[]) => {
  const found = recognised(now, before);
  return now.map((_, index) => {
    const one = found.get(index);
    return one === undefined ? undefined : before.indexOf(one);
  });
};

describe('rooms', () => {
  test.each([
    ['half of their union in common', room(2, 6, 'new'), 0],
    ['less', room(2.1, 6, 'new'), undefined],
    ['much, on another level', room(0, 6, 'new', 'F2'), undefined],
    ['nothing, but of one id', room(30, 6, 'a'), 0],
    ['nothing, with an id that is its place', placed(30, 6, 'a'), undefined],
  ])('with %s', (_, now, found) => {
    expect(pairs([now], [room(0, 6, 'a')])).toEqual([found]);
  });

  test('go by overlap before the id, the largest first', () => {
    const before = [room(0, 6, 'a'), room(6, 6, 'b')];
    expect(pairs([room(0, 6, 'b'), room(6, 6, 'a')], before)).toEqual([0, 1]);
    expect(pairs([room(0, 4.5, 'x'), room(0.2, 6, 'y')], [before[0]])).toEqual([undefined, 0]);
    // Drawn twice at one place: the id tells them apart.
    expect(pairs([room(0, 6, 'b'), room(0, 6, 'a')], [room(0, 6, 'a'), room(0, 6, 'b')])).toEqual([1, 0]);
  });

  test('of which one is split in two: the larger part is it', () => {
    expect(pairs([room(0, 2, undefined), room(2, 4, undefined)], [room(0, 6, 'a')])).toEqual([undefined, 0]);
  });
});

describe('other things', () => {
  test.each([
    ['of one id, near', thing(1.9, 'a'), 0],
    ['of one id, far away', thing(50, 'a'), 0],
    ['without an id, within 0.3 m', thing(0.29, undefined), 0],
    ['without an id, farther', thing(0.31, undefined), undefined],
    ['without an id, of another block', thing(0, undefined, 'window'), undefined],
    ['with another handle, there', thing(0.1, 'F7', 'door', true), 0],
    ['with another number, there', thing(0.1, 'QJ-02'), undefined],
  ])('%s', (_, now, found) => {
    expect(pairs([now], [thing(0, 'a')])).toEqual([found]);
  });

  test('whose handles a drawing program gave anew stay where they are', () => {
    const before = [0, 10, 20].map((x, n) => thing(x, `${n}`, 'door', true));
    expect(
      pairs([thing(0, '1', 'door', true), thing(10, '2', 'door', true), thing(20, '0', 'door', true)], before),
    ).toEqual([0, 1, 2]);
  });

  test('whose handles went over to their neighbours stay, too, and a chair is no camera', () => {
    const at = (x: number, from: string, block = 'camera') => thing(x, from, block, true);
    const before = [at(0, 'INSERT-1'), at(1, 'INSERT-2')];
    expect(pairs([at(0, 'INSERT-2'), at(1, 'INSERT-3'), at(1.5, 'INSERT-1', 'reader')], before)).toEqual([
      0,
      1,
      undefined,
    ]);
    // Both at one place: the handle tells them apart.
    expect(pairs([at(0, 'b'), at(0, 'a')], [at(0, 'a'), at(0, 'b')])).toEqual([1, 0]);
  });

  test('whose handle stays are the same where they are put elsewhere, or are of another kind in their place', () => {
    const door = thing(0, '2A', 'door', true);
    const of = (x: number, block: string) => pairs([thing(x, '2A', block, true)], [door])[0];
    expect([of(1.9, 'door'), of(50, 'door'), of(0.2, 'window'), of(0.4, 'window')]).toEqual([0, 0, 0, undefined]);
  });

  test('whose numbers were exchanged go with their numbers', () => {
    const before = [thing(0, 'C1'), thing(10, 'C2')];
    expect(pairs([thing(0, 'C2'), thing(10, 'C1')], before)).toEqual([1, 0]);
  });

  test('no two are one, whatever they are', () => {
    const any = fc.record({
      x: fc.integer({ min: 0, max: 4 }),
      from: fc.constantFrom(undefined, 'a', 'b'),
      isRoom: fc.boolean(),
      isLoose: fc.boolean(),
    });
    const traits = fc
      .array(any, { maxLength: 8 })
      .map((all) =>
        all.map(({ x, from, isRoom, isLoose }) =>
          isRoom ? { ...room(x, 4, from), isLoose } : thing(x, from, 'door', isLoose),
        ),
      );
    fc.assert(
      fc.property(traits, traits, (now, before) => {
        const found = pairs(now, before).filter((one) => one !== undefined);
        expect(new Set(found).size).toBe(found.length);
        // Nothing changed: everything is recognised.
        expect(pairs(before, before)).not.toContain(undefined);
      }),
    );
  });
});

describe('a drawing', () => {
  const walls = partedRooms(1, 1.9).map(({ a, b }) => line('WALL', a, b));
  const cameras: Pair[][] = [[3.4, 1], [4.8, 1]].map((at) => insert('安防', '摄像机', at)); // biome-ignore format: places
  const blocks = { 摄像机: [line('0', [0, 0], [0.3, 0])], 椅: [line('0', [0, 0], [0.3, 0])] };
  const floor = (name: string, entities: readonly (readonly Pair[])[]) => ({
    ...dxf({ blocks, entities: [...walls, ...entities] }),
    path: `${name}.dxf`,
  });

  /** What an import makes of drawings, and what a plan's overrides are then told. */
  function imported(files: readonly InputFile[], earlier?: { written: Previous; overrides: string }) {
    const options = { mapping: undefined, pack, strict: false, previous: earlier?.written };
    const result = importBuilding([{ format: 'dxf', files }], options);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { building } = result;
    const { plan, geometry } = write(building, { name: 's', category: 'school', geometry: 'g.geojson', from: ['a'] });
    const written = previousOf('g.geojson', new TextEncoder().encode(geometry));
    if (written === undefined) throw new Error('it carries no mark');
    const text = `${plan}overrides: ${earlier?.overrides ?? '{}'}\n`;
    const read = (path: string) => new TextEncoder().encode(path === 'p.yaml' ? text : geometry);
    const parsed = parseSource('p.yaml', read('p.yaml'));
    const value = parsed.ok ? parsed.value : undefined;
    const { orphans, displaced } = reimport(building, {
      plan: 'p.yaml',
      value,
      previous: earlier?.written,
      read,
      pack,
    });
    const { devices, openings } = building.identified.draft;
    const idAt = (x: number) => devices.find(({ at }) => Math.abs(at[0] - x) < 0.01)?.id;
    return { written, idAt, gap: openings[0]?.id, orphans: orphans.map(({ id }) => id), displaced: displaced.map(({ mention, by }) => [mention.id, by]) }; // biome-ignore format: one answer
  }

  test('without handles: a block before it gives its id to nothing else', () => {
    const first = imported([floor('1F', cameras)]);
    expect([first.idAt(3.4), first.idAt(4.8)]).toEqual(['INSERT-1', 'INSERT-2']);
    const chair = insert('家具', '椅', [2, 2]);
    const overrides = '{INSERT-2: {remove: true, reason: x}}';
    const again = imported([floor('1F', [chair, ...cameras])], { written: first.written, overrides });
    expect([again.idAt(3.4), again.idAt(4.8), again.orphans, again.displaced]).toEqual([
      'INSERT-1',
      'INSERT-2',
      [],
      [],
    ]);
  });

  test('whose device moves and has but a handle: what overrides say of it is to be checked', () => {
    const first = imported([floor('1F', cameras)]);
    const overrides = '{INSERT-1: {name: x}, INSERT-2: {name: y}}';
    const moved = (by: number) =>
      imported([floor('1F', [insert('安防', '摄像机', [3.4 + by, 1]), ...cameras.slice(1)])], { written: first.written, overrides }); // biome-ignore format: one import
    expect([moved(0.2).displaced, moved(0.5).displaced]).toEqual([[], [['INSERT-1', 0.5]]]);
  });

  test('of which another storey is imported beside it keeps its ids, gaps too', () => {
    const first = imported([floor('1F', cameras)]);
    const overrides = `{INSERT-1: {name: x}, ${first.gap}: {kind: door}}`;
    const both = [floor('1F', cameras), floor('2F', cameras)];
    const again = imported(both, { written: first.written, overrides });
    expect([again.idAt(3.4), again.gap, again.orphans, again.displaced]).toEqual(['INSERT-1', first.gap, [], []]);
    const alone = imported([floor('1F', cameras)], { written: imported(both).written, overrides: '{1F-INSERT-1: {name: x}}' }); // biome-ignore format: one import
    expect([alone.idAt(3.4), alone.orphans]).toEqual(['1F-INSERT-1', []]);
  });
});

describe('a drawing under a new file name', () => {
  /** Four walls about a room whose lower left corner is at (`x`, `y`). */
  const roomAt = (x: number, y = 0) => {
    const at = [[0, 0], [5, 0], [5, 4], [0, 4], [0, 0]].map(([dx, dy]) => [x + dx, y + dy]); // biome-ignore format: one ring
    return at.slice(1).map((to, i) => line('WALL', at[i], to));
  };
  const drawn = (name: string, ...parts: readonly Pair[][][]) => ({ ...dxf({ entities: parts.flat() }), path: `${name}.dxf` }); // biome-ignore format: one file
  function imported(files: readonly InputFile[], previous?: Previous, levels?: readonly MappingLevel[]) {
    const mapping = levels && { rules: [], levels };
    const options = { mapping, pack, strict: false, ...(previous && { previous }) };
    const result = importBuilding([{ format: 'dxf', files }], options);
    if (!result.ok) return { problems: result.problems.map(({ message }) => render(message, 'zh-CN')) };
    const { identified, notes } = result.building;
    const { geometry } = write(result.building, { name: 's', category: 'school', geometry: 'g.geojson', from: ['a'] });
    return {
      written: previousOf('g.geojson', new TextEncoder().encode(geometry)),
      levels: identified.levels.map(({ id }) => id),
      rooms: identified.draft.zones.map(({ id, level }) => [id, level]),
      replaced: notes.flatMap(({ message }) => (message.id === 'replaced/level' ? [render(message, 'en')] : [])),
    };
  }
  const old = (...names: readonly string[]) => imported(names.map((name) => drawn(name, roomAt(0), roomAt(9)))).written;
  const ROOMS = (name: string, level: string) => [
    [`${name}-x3y2`, level],
    [`${name}-x12y2`, level],
  ];

  test.each([
    ['诊所一层', '诊所一层 (2)', 'F1'],
    ['诊所', '诊所-改', '诊所'],
    ['一层', '诊所-改', 'F1'],
  ])('%s → %s is the same level, with the same rooms', (before, after, level) => {
    const again = imported([drawn(after, roomAt(0.4), roomAt(9.2), roomAt(20))], old(before));
    expect(again.levels).toEqual([level]);
    expect(again.rooms?.slice(0, 2)).toEqual(ROOMS(before, level));
    expect(again.replaced).toEqual([
      `'${after}' takes the place of '${before}' of the last import and is level '${level}' still: the rooms are in the same places. If it is another storey, give it another id under levels in the mapping`,
    ]);
    // The next import finds it by its own key, and says nothing.
    const third = imported([drawn(after, roomAt(0.4), roomAt(9.2), roomAt(20))], again.written);
    expect([third.levels, third.rooms, third.replaced]).toEqual([again.levels, again.rooms, []]);
  });

  test('each of several storeys is the one that its name says', () => {
    const again = imported(['一层 (2)', '二层 (2)'].map((name) => drawn(name, roomAt(0), roomAt(9))), old('一层', '二层')); // biome-ignore format: one import
    expect([again.levels, again.rooms]).toEqual([
      ['F1', 'F2'],
      [...ROOMS('一层', 'F1'), ...ROOMS('二层', 'F2')],
    ]);
  });

  test('is another level if it says another storey, or the old drawing is there too', () => {
    expect(imported([drawn('二层', roomAt(0), roomAt(9))], old('一层'))).toMatchObject({
      levels: ['F2'],
      replaced: [],
    });
    const both = ['诊所一层', '一层扩建'].map((name) => drawn(name, roomAt(0), roomAt(9)));
    expect(imported(both, old('诊所一层'))).toMatchObject({ levels: ['F1-2', 'F1'], replaced: [] });
  });

  test('with other rooms is not imported until the mapping says which level it is', () => {
    const before = old('诊所一层');
    const after = [drawn('诊所一层 (2)', roomAt(30), roomAt(39))];
    expect(imported(after, before)).toEqual({
      problems: [
        expect.stringContaining("未写任何文件。请在映射中写明：是同一层的，levels: [{key: '诊所一层 (2)', id: F1}]"),
      ],
    });
    const key = '诊所一层 (2)';
    expect(imported(after, before, [{ key, id: 'F1' }]).levels).toEqual(['F1']);
    expect(imported(after, before, [{ key, id: 'G' }]).levels).toEqual(['G']);
  });

  test('is the level whose id the mapping gives it, also where an import has given it another', () => {
    const key = '诊所一层 (2)';
    const levels = [{ key, id: 'F1' }];
    const files = [drawn(key, roomAt(0), roomAt(9))];
    const first = old('诊所一层');
    const right = imported(files, first, levels);
    expect([right.levels, right.rooms, right.replaced]).toEqual([['F1'], ROOMS('诊所一层', 'F1'), []]);
    const wrong = imported(files, first, [{ key, id: 'F1-2' }]);
    expect(wrong.levels).toEqual(['F1-2']);
    const mended = imported(files, wrong.written, levels);
    expect(mended.levels).toEqual(['F1']);
    expect(mended.rooms?.map(([id]) => id)).toEqual(wrong.rooms?.map(([id]) => id));
  });
});

describe('an id once given', () => {
  function imported(all: readonly Room[], previous?: Previous) {
    const options = { mapping: undefined, pack, strict: false };
    const files = rooms(all);
    const result = importBuilding(
      [{ format: 'imdf', files }],
      previous === undefined ? options : { ...options, previous },
    );
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { geometry } = write(result.building, { name: 's', category: 'school', geometry: 'g.geojson', from: ['a'] });
    const written = previousOf('g.geojson', new TextEncoder().encode(geometry));
    if (written === undefined) throw new Error('it carries no mark');
    return { geometry, written, ids: result.building.identified.draft.zones.map(({ id }) => id) };
  }

  test('is given to nothing else, however many imports later', () => {
    const first = imported([{ cell: 0 }, { cell: 1 }]);
    const [left, right] = first.ids;
    expect(right).toMatch(/^zone-x\d+y\d+$/);
    const second = imported([{ cell: 0 }], first.written);
    const third = imported([{ cell: 0 }], second.written);
    expect(third.geometry).toBe(second.geometry);
    // Nobody can tell whether it is the room that stood there.
    expect(imported([{ cell: 0 }, { cell: 1 }], third.written).ids).toEqual([left, `${right}-2`]);
  });

  test('is given back to what the source has again', () => {
    const first = imported([
      { id: 'a', cell: 0 },
      { id: 'b', cell: 1 },
    ]);
    const second = imported([{ id: 'a', cell: 0 }], first.written);
    expect(second.written.gone).toEqual([{ element: 'zone', id: 'b', from: 'b' }]);
    const third = imported(
      [
        { id: 'b', cell: 1 },
        { id: 'a', cell: 0 },
      ],
      second.written,
    );
    expect([third.ids, third.written.gone]).toEqual([['b', 'a'], []]);
  });

  test('stays with a room that is drawn otherwise and has another id', () => {
    const first = imported([{ id: 'a', cell: 0 }]);
    expect(imported([{ id: 'z', cell: 0, east: 1 }], first.written).ids).toEqual(['a']);
  });
});

describe('a level', () => {
  /** Id by present key, of keys that an earlier import named. */
  const named = (before: Readonly<Record<string, string>>, keys: readonly string[]) => {
    const levels = Object.entries(before).map(([from, to]) => ({ from, to }));
    const now = keys.map((key, ordinal) => ({ key, ordinal, short: undefined, name: undefined }));
    const { levels: found } = identify(EMPTY, now, { levels, elements: [], gone: [] });
    return Object.fromEntries(found.map(({ key, id }) => [key, id]));
  };

  test('is the one of its drawing, also where that was once called by its path', () => {
    expect(named({ '../drawings/1F': 'F1' }, ['1F'])).toEqual({ '1F': 'F1' });
  });

  test('is none that has its own drawing still, whatever another is called', () => {
    expect(named({ '1F': 'F1' }, ['1F', 'annex/1F'])).toEqual({ '1F': 'F1', 'annex/1F': 'annex-1F' });
  });
});
