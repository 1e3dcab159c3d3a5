import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameBytes, isSameJson, isSameList } from '../../src/base/equality.js';

/** Few keys and values, so that two are often the same. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, 0, -0, 1, '', 'a', undefined),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', '__proto__', '0'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

test('values of JSON are the same where Node says so', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(isSameJson(a, b)).toBe(isDeepStrictEqual(a, b));
    }),
    { numRuns: 5000 },
  );
});

test('the order of keys is no difference, that of a list is one', () => {
  expect(isSameJson({ a: [1, { b: 2, c: 3 }] }, { a: [1, { c: 3, b: 2 }] })).toBe(true);
  expect(isSameJson([1, 2], [2, 1])).toBe(false);
  expect(isSameJson({}, [])).toBe(false);
});

test('bytes are the same where each is', () => {
  const few = fc.uint8Array({ maxLength: 3, max: 2 });
  fc.assert(
    fc.property(few, few, (a, b) => {
      expect(isSameBytes(a, b)).toBe(Buffer.from(a).equals(b));
    }),
  );
});

test('lists are the same if they hold the same things in order, not things that are alike', () => {
  const one = { id: 'C1' };
  expect(isSameList([], [])).toBe(true);
  expect(isSameList([one, 'a'], [one, 'a'])).toBe(true);
  expect([
    isSameList([one], [{ id: 'C1' }]),
    isSameList(['a', 'b'], ['b', 'a']),
    isSameList(['a'], ['a', 'a']),
  ]).toEqual([false, false, false]);
});
