import { expect, it } from 'vitest';
import { convexHull, holds } from '../../src/geometry/index.js';
import { sweep, turn } from '../../src/sight/planar.js';

it('a swept point lies in the hull of its sweep at every angle between', () => {
  for (const radius of [0.01, 1, 40]) {
    const hull = convexHull([[0, 0], ...sweep([radius, 0], -0.4, 0.7)]);
    for (let angle = -0.3999; angle < 0.7; angle += 0.00997) expect(holds(hull, turn([radius, 0], angle))).toBe(true);
  }
});
