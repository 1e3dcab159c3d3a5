import { expect, test } from 'vitest';
import { groupBy, listsOf } from '../../src/base/arrays.js';
import { memoize, memoizeByName, memoizeNamed } from '../../src/base/memo.js';

test('work is done once for each key, whatever it returns', () => {
  const asked: string[] = [];
  const byObject = memoize(({ id }: { readonly id: string }) => void asked.push(id));
  const byName = memoizeByName((name: string) => void asked.push(name));
  const byBoth = memoizeNamed(({ id }: { readonly id: string }, name: string) => asked.push(`${id} ${name}`));
  const [a, likeA] = [{ id: 'a' }, { id: 'a' }];
  for (const key of [a, a, likeA]) byObject(key);
  for (const name of ['x', 'x', 'y']) byName(name);
  expect([byBoth(a, 'x'), byBoth(a, 'y'), byBoth(likeA, 'x'), byBoth(a, 'x')]).toEqual([5, 6, 7, 5]);
  expect(asked).toEqual(['a', 'a', 'x', 'y', 'a x', 'a y', 'a x']);
});

test('lists keep the order in which keys and values come', () => {
  const pairs = [['b', 1] as const, ['a', 2] as const, ['b', 3] as const];
  const lists = [...listsOf(pairs)];
  expect(lists).toEqual([
    ['b', [1, 3]],
    ['a', [2]],
  ]);
  expect([...groupBy([3, 1, 5, 2], (number) => number % 2)]).toEqual([
    [1, [3, 1, 5]],
    [0, [2]],
  ]);
});
