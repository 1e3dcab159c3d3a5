// Lists of bounds that grow.
import { expect, it } from 'vitest';
import { Bounds } from '../../src/sight/radial/lines.js';

it('bounds stay as they were given, however many there are', () => {
  const bounds = new Bounds();
  for (let n = 0; n < 40; n += 1) bounds.bound(n + 0.5, 2 * n, -n, n % 3 === 0);
  expect(bounds.n).toBe(40);
  const given = Array.from({ length: 40 }, (_, n) => [n + 0.5, 2 * n, -n, n % 3 === 0 ? 1 : 0]);
  expect(given.map((_, n) => [bounds.at[n], bounds.a[n], bounds.b[n], bounds.mask[n]])).toEqual(given);
});
