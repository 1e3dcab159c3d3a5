// A silhouette never denies that a view meets a box, and mostly does where it doesn't.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coveredArea, ringOfBox } from '../../src/geometry/index.js';
import type { Box, Point, Ring } from '../../src/geometry/types.js';
import { Silhouette } from '../../src/sight/view/silhouette.js';

const coordinate = fc.integer({ min: -400, max: 400 }).map((n) => n / 10);
const point = fc.tuple(coordinate, coordinate);
const box = fc.tuple(point, point).map(([[a, b], [c, d]]): Box => {
  return { minX: Math.min(a, c), minY: Math.min(b, d), maxX: Math.max(a, c), maxY: Math.max(b, d) };
});
/** Corners all round a point, at any distances. */
const star = fc.tuple(point, fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 3, maxLength: 40 })).map(
  ([[x, y], reaches]): Ring =>
    reaches.map((reach, i): Point => {
      const angle = (2 * Math.PI * i) / reaches.length;
      return [x + (reach / 10) * Math.cos(angle), y + (reach / 10) * Math.sin(angle)];
    }),
);

test.each([
  ['room', 1],
  ['campus', 10],
])('on a %s, a silhouette meets every box that the view has a part of', (_, size) => {
  let [kept, dropped] = [0, 0];
  const large = ([x, y]: Point): Point => [size * x, size * y];
  fc.assert(
    fc.property(fc.array(star, { minLength: 1, maxLength: 3 }), point, box, (small, place, part) => {
      const rings = small.map((ring) => ring.map(large));
      const eye = large(place);
      const [[minX, minY], [maxX, maxY]] = [large([part.minX, part.minY]), large([part.maxX, part.maxY])];
      const asked: Box = { minX, minY, maxX, maxY };
      const region = { rings: [ringOfBox(asked)], shadows: [] };
      const { covered } = coveredArea(region, [{ rings, shadows: [] }], 0);
      const meets = new Silhouette([{ eye, rings, shadows: [] }]).meets(asked);
      if (covered > 0) expect(meets).toBe(true);
      else if (meets) kept += 1;
      else dropped += 1;
    }),
    { numRuns: 2000 },
  );
  expect(dropped).toBeGreaterThan(kept / 2);
});

test('the eye of a view may lie on its ring, and outside it', () => {
  const ring: Ring = [
    [1, 0],
    [3, 0],
    [3, 2],
    [1, 2],
  ];
  const at = (eye: Point) => new Silhouette([{ eye, rings: [ring], shadows: [] }]);
  for (const eye of [
    [1, 0],
    [2, 0],
    [0, 0],
    [2, 1],
    [9, 9],
  ] satisfies Point[]) {
    expect(at(eye).meets({ minX: 2.5, minY: 1.5, maxX: 2.6, maxY: 1.6 })).toBe(true);
  }
  expect(at([0, 0]).meets({ minX: -1, minY: -1, maxX: -0.5, maxY: 1 })).toBe(false);
  expect(at([0, 0]).meets({ minX: 4, minY: 0, maxX: 5, maxY: 2 })).toBe(false);
});
