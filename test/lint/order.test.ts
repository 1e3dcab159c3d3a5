import { expect, test } from 'vitest';
import { byCodeUnit } from '../../src/base/order.js';
import { order } from '../../src/lint/assess.js';
import { engineText } from '../../src/lint/notes/texts.js';
import { internalError, isInternalError } from '../../src/lint/support/internal-error.js';
import type { LintVerdict } from '../../src/lint/types.js';
import { place, verdictOf } from './support.js';

test('verdicts stand by file, line, column, rule and subject; what has no place in a text first', () => {
  const at: Readonly<Record<string, readonly [number, number]>> = {
    '/a': [1, 9],
    '/b': [2, 1],
    '/c': [2, 5],
    '/d': [10, 1],
  };
  const verdict = (pointer: string, rule = 'r', subject = 's', path = 'p'): LintVerdict => ({
    ...verdictOf(subject, { place: { ...place(pointer), path } }),
    rule,
  });
  const sorted = [
    verdict('/d', 'r', 's', 'o'),
    verdict('/none', 'z', 'z'),
    verdict('/a', 'z', 'z'),
    verdict('/b', 'z', 'z'),
    verdict('/c', 'a', 'z'),
    verdict('/c', 'b', 'a'),
    verdict('/c', 'b', 'b'),
    verdict('/d', 'a', 'a'),
  ];
  const spanOf = ({ pointer }: { readonly pointer: string }) => {
    const [line, column] = at[pointer] ?? [];
    return line === undefined || column === undefined ? undefined : { start: { line, column }, end: { line, column } };
  };
  for (const given of [sorted, [...sorted].reverse(), [...sorted.slice(3), ...sorted.slice(0, 3)]]) {
    expect(order(given, spanOf)).toEqual(sorted);
  }
  expect([byCodeUnit('a', 'a'), byCodeUnit('a', 'b'), byCodeUnit('b', 'a'), byCodeUnit('Z', 'a')]).toEqual([
    0, -1, 1, -1,
  ]);
});

test('a fault of sitecam’s own is told from what keeps a plan from being read', () => {
  const own = internalError('p.yaml');
  expect(own).toEqual({
    ok: false,
    path: 'p.yaml',
    unreadable: [{ code: 'engine/fault', message: engineText.fault, place: { path: 'p.yaml', pointer: '' } }],
    files: [],
  });
  expect(isInternalError(own)).toBe(true);
  expect(
    isInternalError({ ...own, unreadable: own.unreadable.map((one) => ({ ...one, code: 'source/missing' })) }),
  ).toBe(false);
});
