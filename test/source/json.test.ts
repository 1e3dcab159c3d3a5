import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonScanner } from '../../src/source/parse/json.js';
import { parseSource } from '../../src/source/parse/parse.js';

const faultsOf = (text: string) => new JsonScanner(text).run();

const accepts = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('the JSON scanner', () => {
  test('takes every JSON text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(0, 2, '\t'), (value, space) => {
        expect(faultsOf(JSON.stringify(value, undefined, space))).toEqual([]);
      }),
    );
  });

  test('refuses exactly what JSON.parse refuses', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\',
      '\\u00e9',
      '1',
      '-',
      '0',
      '01',
      '.5',
      '1e3',
      'true',
      'nul',
      ' ',
      '\n',
      '\u0001',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        expect(faultsOf(text).some(({ kind }) => kind === 'syntax')).toBe(!accepts(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('finds every duplicate key, however it is escaped', () => {
    const text = '{"a": {"b": 1, "\\u0062": 2}, "c": 3, "a": [{"x": 1}, {"x": 2}]}';
    expect(faultsOf(text)).toEqual([
      { kind: 'duplicate-key', key: 'b', offset: text.indexOf('"\\u0062"') },
      { kind: 'duplicate-key', key: 'a', offset: text.lastIndexOf('"a"') },
    ]);
  });

  test('stops at nesting that no plan has', () => {
    expect(faultsOf('['.repeat(100_000))).toEqual([{ kind: 'too-deep', offset: 100 }]);
  });
});

describe('a JSON file', () => {
  const key = fc.constantFrom('a', 'b', '\\u0061', 'a\\"', '"', '\\\\', '__proto__', ':');
  const { json } = fc.letrec<{ json: string }>((tie) => ({
    json: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('1', 'null', '":"', '"a\\": 1"', '"\\\\"', '[]', '{}'),
      fc.array(tie('json'), { maxLength: 3 }).map((items) => `[${items.join(' , ')}]`),
      fc
        .array(fc.tuple(key, tie('json')), { maxLength: 4 })
        .map((members) => `{${members.map(([k, v]) => `"${k.replace(/^"$/, '\\"')}" : ${v}`).join(',')}}`),
    ),
  }));

  test('is refused for its duplicate keys, and only for those', () => {
    fc.assert(
      fc.property(json, (text) => {
        const parsed = parseSource('plan.json', new TextEncoder().encode(text));
        expect(parsed.ok ? [] : parsed.problems.map(({ code }) => code)).toEqual(
          faultsOf(text).map(() => 'source/duplicate-key'),
        );
        if (parsed.ok) expect(parsed.value).toEqual(JSON.parse(text));
      }),
      { numRuns: 3000 },
    );
  });
});
