import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GridSegments } from '../../src/geometry/arrangement/grid-segment.js';
import { sortPoints, upTo } from '../../src/geometry/arrangement/radix.js';
import { SegmentCells } from '../../src/geometry/arrangement/segment-cells.js';
import { crossingsIn } from '../../src/geometry/arrangement/snap-rounding.js';
import { distanceToSegment, PointNumbers, segmentsCross } from '../../src/geometry/index.js';
import './plans.js';

/** Near each other, on both sides of zero, and as far as a plan may lie; multiples of 2^32 hash alike in their low bits. */
const coordinate = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.integer({ min: -3, max: 3 }).map((n) => n * 2 ** 32),
  fc.integer({ min: -(2 ** 50), max: 2 ** 50 }),
);

describe('numbers of points', () => {
  test('are equal for equal points only, however many come', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { maxLength: 200 }), (all) => {
        const points = new PointNumbers(1);
        const numbers = all.map(([x, y]) => points.of(x, y));
        expect(points.count).toBe(new Set(all.map((p) => p.join())).size);
        all.forEach(([x, y], i) => {
          const n = numbers[i] ?? -1;
          expect([points.x[n], points.y[n]]).toEqual([x, y]);
          expect(points.find(x, y)).toBe(n);
        });
        expect(points.find(0.5, 0)).toBe(-1);
      }),
    );
  });

  test('sort by x, then by y', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { maxLength: 200 }), (all) => {
        const points = new PointNumbers(1);
        for (const [x, y] of all) points.of(x, y);
        const numbers = Int32Array.from({ length: points.count }, (_, n) => n);
        const sorted = [...sortPoints(numbers, points.x, points.y)].map((n) => [points.x[n], points.y[n]]);
        const expected = [...new Map(all.map((p) => [p.join(), p])).values()];
        expect(sorted).toEqual(expected.sort((p, q) => p[0] - q[0] || p[1] - q[1]));
      }),
    );
  });
});

describe('squares of segments', () => {
  // A few long ones make squares wide, and then many short ones crowd in one.
  const short = fc.tuple(fc.nat(250), fc.nat(250), fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }));
  const long = fc.tuple(fc.nat(400), fc.nat(400), fc.nat(9000), fc.integer({ min: -9000, max: 9000 }));
  const drawn = fc
    .tuple(fc.array(short, { minLength: 100, maxLength: 180 }), fc.array(long, { maxLength: 6 }))
    .map(([some, others]) => [...some, ...others]);

  const gridded = (all: readonly (readonly [number, number, number, number])[]): GridSegments => {
    const own = upTo(all.length + 1);
    const grid = new GridSegments(new PointNumbers(4), { start: own, items: own }, 4);
    all.forEach(([x, y, dx, dy], i) => {
      grid.add(grid.points.of(x, y), grid.points.of(x + dx, y + dy), i);
    });
    return grid.sorted();
  };
  const at = ({ points: { x, y } }: GridSegments, n = 0) => [x[n] ?? 0, y[n] ?? 0] as const;
  const lines = (grid: GridSegments) =>
    Array.from({ length: grid.count }, (_, i) => ({ a: at(grid, grid.a[i]), b: at(grid, grid.b[i]) }));

  test('lead from an end to every segment near it', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(1, 30), (all, near) => {
        const grid = gridded(all);
        const cells = new SegmentCells(grid, near);
        const ends = grid.ends();
        cells.place(ends);
        const met = new Set<string>();
        cells.forEachPoint(grid, near, (point, i) => void met.add(`${point} ${i}`));
        const missed = [...ends].flatMap((point) =>
          lines(grid).flatMap((line, i) =>
            distanceToSegment(at(grid, point), line) > near || met.has(`${point} ${i}`) ? [] : [`${point} ${i}`],
          ),
        );
        expect(missed).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('bring every two segments that cross together', () => {
    fc.assert(
      fc.property(drawn, (all) => {
        const grid = gridded(all);
        const found = crossingsIn(grid, new SegmentCells(grid, 1)).map(({ i, j }) =>
          [i, j].sort((p, q) => p - q).join(),
        );
        const expected = lines(grid).flatMap((p, i) =>
          lines(grid).flatMap((q, j) => (i < j && segmentsCross(p, q) ? [`${i},${j}`] : [])),
        );
        expect(new Set(found)).toEqual(new Set(expected));
      }),
      { numRuns: 25 },
    );
  });
});
