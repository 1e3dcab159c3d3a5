// Limits as messages tell them.
import { expect, test } from 'vitest';
import { limitParams } from '../../src/source/limits.js';

test.each([
  [226_400_000, '2.26亿步', '226 million steps', 'work=453M'],
  [100_000_000, '1亿步', '100 million steps', 'work=200M'],
  [5_000_000, '500万步', '5 million steps', 'work=10M'],
])('%i steps are told as each language counts', (most, zh, en, more) => {
  expect(limitParams('work', most)).toEqual({ limit: { zh, en }, more });
});
