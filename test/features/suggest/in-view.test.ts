// Squares within, outside and across views, told by edges: against their measured area.

import { expect, test } from 'vitest';
import { inView } from '../../../src/features/suggest/space/in-view.js';
import { coveredArea, ringOfBox } from '../../../src/geometry/index.js';
import type { Box, Point, Ring } from '../../../src/geometry/types.js';
import { Dice } from '../../fuzz/dice.js';

/** Returns a ring about a point, with corners at random distances. */
function starAbout([x, y]: Point, dice: Dice): Ring {
  const corners = 3 + dice.below(9);
  return Array.from({ length: corners }, (_, n): Point => {
    const [turn, far] = [(2 * Math.PI * n) / corners, dice.between(0.5, 6)];
    return [x + far * Math.cos(turn), y + far * Math.sin(turn)];
  });
}

test('what is told of a square is what is measured of it', () => {
  const dice = new Dice(7);
  const told = { all: 0, none: 0, part: 0 };
  for (let n = 0; n < 4000; n++) {
    const at = (): Point => [dice.between(0, 10), dice.between(0, 10)];
    const view = Array.from({ length: 1 + dice.below(2) }, () => ({
      rings: Array.from({ length: 1 + dice.below(2) }, () => starAbout(at(), dice)),
      shadows: dice.chance(0.5) ? [starAbout(at(), dice)] : [],
    }));
    const [x, y] = at();
    const size = dice.between(0.05, 2);
    const box: Box = { minX: x, minY: y, maxX: x + size, maxY: y + size };
    const { covered } = coveredArea({ rings: [ringOfBox(box)], shadows: [] }, view);
    const how = inView(view)(box);
    told[how] += 1;
    if (how === 'all') expect(covered).toBeCloseTo(size * size, 9);
    if (how === 'none') expect(covered).toBeLessThan(1e-9);
  }
  // Squares that no edge comes near are told, not measured.
  expect(Math.min(told.all, told.none, told.part)).toBeGreaterThan(300);
});

test('a square at an edge is measured from within', () => {
  const view = [{ rings: [ringOfBox({ minX: 0, minY: 0, maxX: 4, maxY: 4 })], shadows: [] }];
  expect(inView(view)({ minX: 3, minY: 1, maxX: 4, maxY: 2 })).toBe('part');
  expect(inView(view)({ minX: 4, minY: 1, maxX: 5, maxY: 2 })).toBe('none');
  expect(inView(view)({ minX: 1, minY: 1, maxX: 2, maxY: 2 })).toBe('all');
  expect(inView(view)({ minX: 6, minY: 1, maxX: 7, maxY: 2 })).toBe('none');
});
