// What stands between walls, asked of walls that no drawing of a building has.
import { expect, test } from 'vitest';
import { bodiesOf } from '../../../src/import/bodies/openings/rays.js';

test('a filled wall of 200,000 corners has an inside', () => {
  const corners = 50_000;
  const side = (from: readonly [number, number], to: readonly [number, number]) =>
    Array.from({ length: corners }, (_, n): readonly [number, number] => {
      const part = n / corners;
      return [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
    });
  const ring = [...side([0, 0], [9, 0]), ...side([9, 0], [9, 1]), ...side([9, 1], [0, 1]), ...side([0, 1], [0, 0])];
  const bodies = bodiesOf({ lines: [], strips: [], singles: [], solids: [ring] });
  expect([bodies.isInside([4.5, 0.5]), bodies.isInside([4.5, 1.5])]).toEqual([true, false]);
});
