// Which of several zones at one place comes first.
import { expect, test } from 'vitest';
import { innermostFirst } from '../../src/plan/walls/plane.js';
import { rect, zone } from '../support/site.js';

test('of two zones of one size and one corner the narrower comes first, whatever their ids', () => {
  const order = (wide: string, narrow: string) =>
    [zone(wide, rect(0, 0, 6, 2)), zone(narrow, rect(0, 0, 2, 6))].sort(innermostFirst).map(({ id }) => id);
  expect(order('a', 'b')).toEqual(['b', 'a']);
  expect(order('b', 'a')).toEqual(['a', 'b']);
});
