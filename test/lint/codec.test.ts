import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encode } from '../../src/lint/support/codec.js';

const scalar = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, undefined, -0, Number.NaN, '$', 'undefined', 'shared'),
);
const key = fc.oneof(fc.string(), fc.constantFrom('$', 'of', '__proto__', '7'));
const { data } = fc.letrec((tie) => ({
  data: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('data')),
    fc.dictionary(key, tie('data'), { noNullPrototype: true }),
    fc.array(fc.tuple(tie('data'), tie('data'))).map((entries) => new Map(entries)),
  ),
}));

test('plain data comes back as it went, on one line', () => {
  fc.assert(
    fc.property(data, (value) => {
      const text = encode(value);
      expect(decode(text)).toStrictEqual(value);
      expect(text).not.toContain('\n');
      JSON.parse(text);
    }),
    { numRuns: 500 },
  );
});

test('an object that occurs several times stays one, also as the key of a map', () => {
  const [a, b] = [{ name: 'a' }, [1]];
  const again = decode(encode({ list: [a, { in: a }, b, b], map: new Map([[a, b]]) }));
  expect(again).toMatchObject({ list: [a, { in: a }, b, b] });
  const { list, map } = again as { list: [object, { in: object }, object, object]; map: Map<object, object> };
  expect(list[1].in).toBe(list[0]);
  expect(list[3]).toBe(list[2]);
  expect(map.get(list[0])).toBe(list[2]);
});

test('what is no plain data is refused, not lost', () => {
  for (const value of [new Date(0), new Set([1]), () => 1, 1n, { in: [Symbol('x')] }, new Float64Array(2)]) {
    expect(() => encode(value)).toThrow(TypeError);
  }
});

test.each([
  '',
  '{',
  '{"$":0}',
  '{"$":"shared","of":{"a":{"$":0}}}',
  '{"$":"map","of":[1]}',
  '{"$":"map"}',
  '{"$":"strange","of":[]}',
  '{"$":null}',
])('%j is no text of the codec', (text) => {
  expect(() => decode(text)).toThrow(SyntaxError);
});

test('a key that names the prototype is a key', () => {
  const value = decode('{"__proto__":{"ok":{"$":"undefined"}}}');
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Object.keys(Object(value))).toEqual(['__proto__']);
  expect(Reflect.get(Object(value), 'ok')).toBeUndefined();
});
