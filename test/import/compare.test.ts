import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importFrame } from '../../src/import/frame.js';
import { importBuilding } from '../../src/import/import.js';
import type { Mapping } from '../../src/import/mapping/types.js';
import { compareImports, isUnchanged } from '../../src/import/reimport/compare.js';
import { type Previous, previousOf } from '../../src/import/reimport/previous.js';
import type { ImportFormat, InputFile, RawFeature } from '../../src/import/types.js';
import { writtenElements } from '../../src/import/write/features.js';
import { write } from '../../src/import/write/write.js';
import { mappingOf } from './buildings.js';
import { type Room, rooms } from './imdf-rooms.js';
import { pack } from './support.js';

/** What an import makes of `files`, the file of geometry of an earlier one being there. */
function imported(
  files: readonly InputFile[],
  previous?: Previous,
  format: ImportFormat = 'imdf',
  mapping: Mapping | undefined = undefined,
) {
  const options = { mapping, pack, strict: false };
  const result = importBuilding([{ format, files }], previous === undefined ? options : { ...options, previous });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { building } = result;
  const { geometry } = write(building, { name: 's', category: 'school', geometry: 'plan.geojson', from: ['a'] });
  const written = previousOf('plan.geojson', new TextEncoder().encode(geometry));
  if (written === undefined) throw new Error('it carries no mark');
  return { building, geometry, written, elements: writtenElements(building.identified.draft, building.frame) };
}

function changesOf(before: readonly Room[], after: readonly Room[], levels?: readonly string[]) {
  const first = imported(rooms(before, levels));
  const second = imported(rooms(after, levels), first.written);
  return compareImports(first.written.elements, second.elements, second.building.frame).zone;
}

/** Id in the plan of the room in each cell. */
function idsByCell(all: readonly Room[], { elements }: ReturnType<typeof imported>): Map<number, string> {
  const zones = elements.filter(({ element }) => element === 'zone');
  return new Map(all.map(({ cell }, index) => [cell, zones[index]?.id ?? '']));
}

describe('what a second import says', () => {
  const edit = fc.constantFrom('none', 'drop', 'move', 'rename', 'relabel');

  test('exactly what was edited in the source', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 2, maxLength: 24 }), fc.nat(4), (edits, added) => {
        const before = edits.map((_, cell): Room => ({ id: `r${cell}`, cell, name: `Room ${cell}` }));
        const after = edits.flatMap((what, cell): Room[] => {
          const room = before[cell];
          switch (what) {
            case 'drop':
              return [];
            case 'move':
              return [{ ...room, east: 0.5 }];
            case 'rename':
              return [{ ...room, name: 'Other' }];
            case 'relabel':
              return [{ ...room, category: 'restroom' }];
            default:
              return [room];
          }
        });
        const extra = Array.from({ length: added }, (_, n): Room => ({ id: `new${n}`, cell: 40 + n }));
        fc.pre(after.length + added > 0);
        const of = (wanted: string) => edits.flatMap((what, cell) => (what === wanted ? [`r${cell}`] : []));
        const changes = changesOf(before, [...extra, ...after]);
        expect(changes.came.map(({ id }) => id).sort()).toEqual(extra.map(({ id }) => id).sort());
        expect(changes.went.map(({ id }) => id)).toEqual(of('drop'));
        const told = (test: (one: (typeof changes.changed)[number]) => boolean) =>
          changes.changed.filter(test).map(({ id }) => id);
        expect(told(({ moved }) => moved !== undefined)).toEqual(of('move'));
        expect(told(({ keys }) => keys.some(({ key }) => key === 'name'))).toEqual(of('rename'));
        expect(told(({ keys }) => keys.some(({ key }) => key === 'kind'))).toEqual(of('relabel'));
        for (const { moved, area } of changes.changed) {
          if (moved !== undefined) expect(moved).toBeCloseTo(0.5, 2);
          expect(area).toBeUndefined();
        }
        expect(changes.same).toBe(of('none').length);
      }),
      { numRuns: 40 },
    );
  });

  test('how far and by how much, from what to what', () => {
    const before = [
      { id: 'a', cell: 0, name: 'A' },
      { id: 'b', cell: 1 },
    ];
    const [changed] = changesOf(before, [{ id: 'a', cell: 0, category: 'quarterdeck', north: 2 }, before[1]]).changed;
    expect(changed).toMatchObject({
      id: 'a',
      kind: 'other',
      keys: [
        { key: 'kind', from: 'office', to: 'other' },
        { key: 'name', from: 'A', to: undefined },
        { key: 'kindUnknown', from: undefined, to: 'quarterdeck' },
      ],
    });
    expect(changed?.moved).toBeCloseTo(2, 2);
  });

  test('nothing of a tenth of a millimetre, which is rounding; five are told', () => {
    const at = (east: number) => changesOf([{ id: 'a', cell: 9 }], [{ id: 'a', cell: 9, east }]);
    expect(at(0.0003)).toMatchObject({ changed: [], same: 1 });
    expect(at(0.005).changed).toMatchObject([{ id: 'a', keys: [], moved: expect.closeTo(0.005, 3) }]);
  });

  test('that a room is on another level', () => {
    const levels = ['ground', 'upper'];
    const [changed] = changesOf([{ id: 'a', cell: 0 }], [{ id: 'a', cell: 0, level: 'upper' }], levels).changed;
    expect(changed?.keys).toEqual([{ key: 'level', from: 'F', to: 'F-2' }]);
  });

  test('nothing, of the same source: byte for byte', () => {
    const files = rooms([
      { id: 'a', cell: 0 },
      { id: 'a', cell: 1 },
      { cell: 2 },
      { cell: 3, category: 'quarterdeck' },
    ]);
    const first = imported(files);
    const second = imported(files, first.written);
    expect(second.geometry).toBe(first.geometry);
    expect(isUnchanged(compareImports(first.written.elements, second.elements, second.building.frame))).toBe(true);
  });
});

describe('ids that the source repeats or doesn’t give', () => {
  const room = fc.record({ id: fc.constantFrom(undefined, 'x', 'y'), added: fc.boolean(), gone: fc.boolean() });

  test('stay with their rooms, whatever comes before them or goes', () => {
    fc.assert(
      fc.property(fc.array(room, { minLength: 1, maxLength: 16 }), (all) => {
        const placed = all.map(({ id, ...more }, cell) => ({ cell, ...more, ...(id === undefined ? {} : { id }) }));
        const before = placed.filter(({ added }) => !added);
        const after = placed.filter(({ gone }) => !gone);
        fc.pre(before.length > 0 && after.length > 0);
        const first = imported(rooms(before));
        const second = imported(rooms(after), first.written);
        const [old, now] = [idsByCell(before, first), idsByCell(after, second)];
        const gone = new Set(before.filter((one) => !after.includes(one)).map(({ cell }) => old.get(cell)));
        for (const [cell, id] of now) {
          if (old.has(cell)) expect(id).toBe(old.get(cell));
          // Of several alike one may have moved: of those without an id nobody is where another was.
          else if (all[cell]?.id === undefined) expect(gone.has(id)).toBe(false);
        }
        expect(new Set(now.values()).size).toBe(now.size);
      }),
      { numRuns: 60 },
    );
  });

  test('levels keep theirs too', () => {
    const first = imported(rooms([{ id: 'a', cell: 0, level: 'b' }], ['a', 'b']));
    expect(first.building.identified.levels.map(({ key, id }) => [key, id])).toEqual([
      ['a', 'F'],
      ['b', 'F-2'],
    ]);
    const second = imported(rooms([{ id: 'a', cell: 0, level: 'b' }], ['new', 'a', 'b']), first.written);
    expect(second.building.identified.levels.map(({ key, id }) => [key, id])).toEqual([
      ['new', 'F-3'],
      ['a', 'F'],
      ['b', 'F-2'],
    ]);
  });

  test('the id of what is gone goes to nothing else', () => {
    const first = imported(
      rooms([
        { id: 'a b', cell: 0 },
        { id: 'c', cell: 1 },
      ]),
    );
    const second = imported(
      rooms([
        { id: 'a-b', cell: 30 },
        { id: 'c', cell: 1 },
      ]),
      first.written,
    );
    expect(second.elements.map(({ id }) => id)).toEqual(['a-b-2', 'c']);
  });
});

describe('a file that an import may write again', () => {
  const { geometry } = imported(rooms([{ id: 'a', cell: 0 }]));
  const bytes = (text: string) => new TextEncoder().encode(text);

  test.each([
    ['without the mark', geometry.replace('"imported"', '"exported"')],
    ['a whole plan', geometry.replace('"version":1', '"version":1,"site":{}')],
    ['no JSON', geometry.slice(1)],
    ['something else', '[]'],
  ])('is not one %s', (_, text) => {
    expect(previousOf('plan.geojson', bytes(text))).toBeUndefined();
  });

  test('has the source’s ids, and none where the source has none', () => {
    const { written } = imported(rooms([{ id: 'a b', cell: 0 }, { cell: 1 }]));
    expect(written.elements.map(({ id, from }) => [id, from])).toEqual([
      ['a-b', 'a b'],
      ['zone-x111700155y40800027', undefined],
    ]);
  });
});

describe('every fixture of a source', () => {
  const FIXTURES: readonly (readonly [ImportFormat, readonly string[], mapping: string | undefined])[] = [
    ['dxf', ['dxf/guest-house.dxf'], undefined],
    ['dxf', ['dxf/annex.dxf'], undefined],
    ['osm', ['osm/building.geojson'], undefined],
    // Without its mapping its metres would be degrees, which an import refuses.
    ['geojson', ['geojson/一层.geojson'], 'geojson/mapping.yaml'],
  ];

  test.each(FIXTURES)('of %s, %j, imported again is the same byte for byte', (format, paths, mapping) => {
    const files = paths.map((path) => ({ path, bytes: readFileSync(`fixtures/import/${path}`) }));
    const own = mapping === undefined ? undefined : mappingOf(`fixtures/import/${mapping}`);
    const first = imported(files, undefined, format, own);
    const second = imported(files, first.written, format, own);
    expect(first.elements.length).toBeGreaterThan(3);
    expect(second.geometry).toBe(first.geometry);
  });

  test('metres keep the corner that they are counted from, though the drawing has grown beyond it', () => {
    const at = (x: number, y: number): RawFeature => ({
      format: 'dxf',
      system: 'metres',
      id: undefined,
      properties: {},
      shapes: [{ type: 'Point', at: [x, y] }],
      levels: [],
      origin: { path: 'a.dxf', pointer: '1' },
    });
    const first = importFrame([at(4_523_456, 561_234)], 'metres');
    expect(first.toMetres([4_523_456, 561_234])).toEqual([456, 234]);
    const grown = [at(4_523_456, 561_234), at(4_522_999, 561_234)];
    expect(importFrame(grown, 'metres', first.from).toMetres([4_523_456, 561_234])).toEqual([456, 234]);
    expect(importFrame([at(4_523_456, 0)], 'metres', [0, 0]).toMetres([4_523_456, 0])).toEqual([4_523_456, 0]);
  });
});
