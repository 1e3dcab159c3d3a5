import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseSource } from '../../src/source/parse/parse.js';
import { locate } from '../../src/source/place/locate.js';
import { child } from '../../src/source/place/pointer.js';
import type { SourceFile } from '../../src/source/types.js';
import { documents, fileOf } from './documents.js';

/** The text that a pointer's span covers. */
function shownIn(file: SourceFile, pointer: string, key?: boolean): string {
  const { start, end } = locate(
    file,
    key === undefined ? { path: file.path, pointer } : { path: file.path, pointer, key },
  );
  const lines = file.text.split('\n');
  expect(end.line).toBe(start.line);
  return lines[start.line - 1].slice(start.column - 1, end.column - 1);
}

const yaml = `sitecam: 1   # version
site:
  name: "青城宾馆"
  categories: [hotel, bank]
levels:
  - id: F1
    zones:
      - {id: lobby, kind: lobby}
      - # a comment
        id: r101
        kind: guest-room
        polygon: [
          [0, 0], [1, 0],
          [1, 1]
        ]
      - &again {id: r102}
      - *again
`;

describe('YAML places', () => {
  const file = fileOf('plan.yaml', yaml);
  test.each([
    ['/site/name', '"青城宾馆"'],
    ['/site/categories/1', 'bank'],
    ['/site/categories', '[hotel, bank]'],
    ['/site', 'site'],
    ['/levels', 'levels'],
    ['/levels/0', 'id: F1'],
    ['/levels/0/zones/0', '{id: lobby, kind: lobby}'],
    ['/levels/0/zones/0/kind', 'lobby'],
    ['/levels/0/zones/1', 'id: r101'],
    ['/levels/0/zones/1/polygon', 'polygon'],
    ['/levels/0/zones/1/polygon/2', '[1, 1]'],
    ['/levels/0/zones/3/id', 'r102'],
    ['/levels/0/zones/1/missing', 'id: r101'],
    ['', 'sitecam: 1'],
  ])('%s is %s', (pointer, shown) => {
    expect(shownIn(file, pointer)).toBe(shown);
  });

  test('a key is placed apart from its value', () => {
    expect(shownIn(file, '/site/name', true)).toBe('name');
  });

  test('columns count UTF-16 code units', () => {
    const { start } = locate(fileOf('p.yaml', '{a: "🏨室", b: 1}\n'), { path: 'p.yaml', pointer: '/b' });
    expect(start).toEqual({ line: 1, column: 15 });
  });
});

const json = `{
  "type": "FeatureCollection",
  "features": [
    {"type": "Feature", "properties": {"id": "a~b", "x/y": [1, 2]}},
    {
      "type": "Feature",
      "geometry": {
        "type": "Point"
      }
    }
  ]
}
`;

describe('JSON places', () => {
  const file = fileOf('plan.geojson', json);
  test.each([
    ['/features/0/properties/id', '"a~b"'],
    ['/features/0/properties/x~1y/1', '2'],
    ['/features/0/properties', '{"id": "a~b", "x/y": [1, 2]}'],
    ['/features/1/geometry', '"geometry"'],
    ['/features/1/geometry/type', '"Point"'],
    ['/features/1', '"type"'],
    ['/features', '"features"'],
    ['/features/0/properties/none', '"properties"'],
  ])('%s is %s', (pointer, shown) => {
    expect(shownIn(file, pointer)).toBe(shown);
  });

  test('a key is placed apart from its value', () => {
    expect(shownIn(file, '/features/0/properties/id', true)).toBe('"id"');
  });
});

/** Every scalar of a value with its pointer. */
function scalarsOf(value: unknown, pointer = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[pointer, value]];
  return Object.entries(value).flatMap(([key, inner]) => scalarsOf(inner, child(pointer, key)));
}

test('what a pointer leads to is what stands there, in JSON and in YAML', () => {
  fc.assert(
    fc.property(documents, fc.constantFrom('\n', '\r\n'), (document, newline) => {
      const texts = [
        ['a.json', JSON.stringify(document, undefined, 2)],
        ['b.json', JSON.stringify(document)],
        ['c.yaml', stringify(document, { lineWidth: 0 })],
      ] as const;
      for (const [path, text] of texts) {
        const file = fileOf(path, text.replaceAll('\n', newline));
        for (const [pointer, value] of scalarsOf(document)) {
          const shown = shownIn(file, pointer);
          const parsed = parseSource(path, new TextEncoder().encode(shown));
          expect(parsed.ok ? parsed.value : undefined).toEqual(value);
        }
      }
    }),
  );
});
