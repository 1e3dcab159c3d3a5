import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Box,
  createExpansion,
  createSweep,
  type Point,
  type PreparedWalls,
  prepareWalls,
  type Segment,
  UNITS_PER_METRE,
} from '../../src/geometry/index.js';
import { gridExtentOf } from '../../src/geometry/shapes/extent.js';
import { startX, startY, wallOn } from '../../src/geometry/triangulation/half-edges.js';
import { triangleAt } from '../../src/geometry/triangulation/locate.js';
import { type Triangulation, triangulate } from '../../src/geometry/triangulation/triangulation.js';
import { drawPlan, segmentsOf } from '../bench/plans.js';
import { all, anyPoint, anyWalls, bounds, latticeWalls, path, wall } from './plans.js';

const prepare = (walls: readonly Segment[]): PreparedWalls => prepareWalls(walls, { closeGaps: false });

function meshOf(units: Float64Array, within: Box): Triangulation {
  const mesh = triangulate(units, gridExtentOf(units, within));
  if (mesh === undefined) throw new Error('not triangulated');
  return mesh;
}

/** x, y of the vertex at which half-edge 3·t + k starts. */
const cornerOf = (mesh: Triangulation, t: number, k: number): Point => [
  startX(mesh, 3 * t + k),
  startY(mesh, 3 * t + k),
];

const cornersOf = (mesh: Triangulation, t: number): Point[] => [0, 1, 2].map((k) => cornerOf(mesh, t, k));

/** Twice the area, exact where coordinates are below 2^26: those of small plans aren't, so compared with a tolerance. */
const twiceArea = ([a = [0, 0], b = [0, 0], c = [0, 0]]: readonly Point[]): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

describe('a triangulation', () => {
  test('covers the box and has every wall as an edge, once on each side', () => {
    fc.assert(
      fc.property(fc.oneof(anyWalls, latticeWalls), (walls) => {
        const { units, segments } = prepare(walls);
        const mesh = meshOf(units, bounds);
        const [minX, minY, maxX, maxY] = gridExtentOf(units, bounds);
        const areas = Array.from({ length: mesh.count }, (_, t) => twiceArea(cornersOf(mesh, t)));
        const area = 2 * (maxX - minX) * (maxY - minY);
        // 1e-12 of the box: rounding of the sum. A triangle missing or double would be a thousandth.
        expect(Math.abs(areas.reduce((sum, a) => sum + a, 0) - area) / area).toBeLessThan(1e-12);
        const sides = new Map<number, string[]>();
        for (let t = 0; t < mesh.count; t += 1) {
          for (let k = 0; k < 3; k += 1) {
            const on = wallOn(mesh, 3 * t + k);
            const from = cornerOf(mesh, t, k);
            const to = cornerOf(mesh, t, (k + 1) % 3);
            if (on >= 0 && on < mesh.walls) sides.set(on, [...(sides.get(on) ?? []), [from, to].sort().join(' ')]);
          }
        }
        segments.forEach((_, i) => {
          const [x0, y0, x1, y1] = units.subarray(4 * i, 4 * i + 4);
          const name = [
            [x0, y0],
            [x1, y1],
          ]
            .sort()
            .join(' ');
          expect(sides.get(i)).toEqual([name, name]);
        });
      }),
      {
        numRuns: 150,
        // Of one wall the crossed edges must be flipped more than once, and end where it ends before all are.
        examples: [[[wall(10, 9, 0, 11), wall(2, 10, 12, 0), wall(4, 11, 2, 11), wall(8, 9, 6, 2)]]],
      },
    );
  });

  test('of a plan as people draw it is one, turned or not', () => {
    for (const kind of ['office', 'hall', 'corridor'] as const) {
      for (const rotation of [0, 17]) {
        const { units } = prepare(segmentsOf(drawPlan({ kind, walls: 1000, rotation }), 'open'));

        expect(triangulate(units, gridExtentOf(units, bounds))).toBeDefined();
      }
    }
  });

  test('finds the triangle of a point, the same whatever was asked before', () => {
    fc.assert(
      fc.property(anyWalls, fc.array(anyPoint, { minLength: 1, maxLength: 20 }), (walls, points) => {
        const mesh = meshOf(prepare(walls).units, bounds);
        const at = ([x, y]: Point): number => triangleAt(mesh, x * UNITS_PER_METRE, y * UNITS_PER_METRE);
        const found = points.map(at);
        points.forEach((p, i) => {
          const corners = cornersOf(mesh, found[i] ?? 0);
          const eye: Point = [p[0] * UNITS_PER_METRE, p[1] * UNITS_PER_METRE];
          corners.forEach((corner, k) => {
            const next = corners[(k + 1) % 3] ?? corner;
            // Rounding of the products: coordinates of 1e8, their differences' products of 1e16, so ±4.
            expect(twiceArea([corner, next, eye])).toBeGreaterThan(-8);
          });
        });
        expect(points.toReversed().map(at).reverse()).toEqual(found);
      }),
      { numRuns: 150 },
    );
  });

  test('holds at a vertex and on an edge', () => {
    const mesh = meshOf(prepare(path([0, 0], [8, 0], [8, 5], [0, 5], [0, 0])).units, bounds);
    const corner = cornersOf(mesh, triangleAt(mesh, 8e7, 5e7));
    expect(corner).toContainEqual([8e7, 5e7]);
    expect(cornersOf(mesh, triangleAt(mesh, 4e7, 0)).filter(([, y]) => y === 0)).toHaveLength(2);
  });

  test('of a plan a hundred thousand kilometres away is one', () => {
    const far = 1e8 - 20;
    const walls = path([far, -far], [far + 8, -far], [far + 8, 5 - far], [far, 5 - far], [far, -far]);
    const { units } = prepare([...walls, wall(far + 2, 1 - far, far + 3, 4 - far)]);
    expect(triangulate(units, gridExtentOf(units, bounds))).toBeDefined();
  });

  test('is not made of walls that cross, coincide or run through an end: they are left to the sweep', () => {
    const faulty: Segment[][] = [
      [wall(1, 1, 5, 5), wall(1, 5, 5, 1)],
      [wall(1, 1, 5, 5), wall(5, 5, 1, 1)],
      [wall(1, 1, 5, 1), wall(3, 1, 3, 4)],
    ];
    for (const segments of faulty) {
      const units = Float64Array.from(segments.flatMap(({ a, b }) => [...a, ...b].map((v) => v * UNITS_PER_METRE)));
      expect(triangulate(units, gridExtentOf(units, bounds))).toBeUndefined();
      const walls: Pick<PreparedWalls, 'segments' | 'units'> = { segments, units };
      const eye: Point = [2.5, 3.1];
      const [expansion, sweep] = [createExpansion, createSweep].map((create) =>
        create(walls, bounds).among(all(walls)),
      );
      expect(expansion?.viewshed(eye)).toEqual(sweep?.viewshed(eye));
    }
  });
});
