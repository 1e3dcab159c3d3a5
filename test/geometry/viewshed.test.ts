import fc from 'fast-check';
import { compute } from 'visibility-polygon';
import { describe, expect, test } from 'vitest';
import {
  type Box,
  measure,
  type Point,
  prepareWalls,
  type Ring,
  regionOf,
  ringArea,
  type Segment,
  type Viewshed,
  type Window,
} from '../../src/geometry/index.js';
import { all, anyWalls, bounds, implementations, latticeWalls, offLattice, path, rect, wall } from './plans.js';

const outside: Box = { minX: -10, minY: -10, maxX: 30, maxY: 30 };

/** m² of the view within a rectangle. */
function seen(ring: Ring, x: number, y: number, w: number, h: number): number {
  return measure(regionOf(rect(x, y, w, h)), [regionOf(ring)]).covered;
}

const box = path([0, 0], [8, 0], [8, 5], [0, 5], [0, 0]);

describe.each(implementations)('%s', (_, create) => {
  const among = (segments: readonly Segment[], within: Box): Viewshed => {
    const walls = prepareWalls(segments, { closeGaps: false });
    return create(walls, within).among(all(walls));
  };
  const view = (segments: readonly Segment[], eye: Point, window?: Window): Ring =>
    among(segments, outside).viewshed(eye, window);

  describe('viewsheds with areas worked by hand, to 1e-6 m²', () => {
    test('an empty room from its corner is seen whole', () => {
      expect(ringArea(view(box, [0, 0], { from: 0, to: Math.PI / 2 }))).toBeCloseTo(40, 6);
    });

    test('without walls a view ends at the bounds', () => {
      const empty = among([], { minX: 0, minY: 0, maxX: 8, maxY: 5 });
      expect(ringArea(empty.viewshed([3, 2]))).toBeCloseTo(40, 6);
    });

    test('ninety degrees from the middle of a long wall', () => {
      // The right-angled triangle of height 5 has 25 m²; the room cuts off both corners beyond 4 m: 2 · 1·1/2.
      const ring = view(box, [4, 0], { from: Math.PI / 4, to: (3 * Math.PI) / 4 });
      expect(ringArea(ring)).toBeCloseTo(24, 6);
      expect(ring[0]).toEqual([4, 0]);
    });

    test('a pillar hides what is behind it', () => {
      // Shadow of x = 2, 1 ≤ y ≤ 3 from (0, 2): y within 2 ± x/2 and the room; below 3 + 2·4, above 8 + 3·2.
      const ring = view([...box, wall(2, 1, 2, 3)], [0, 2], { from: -Math.PI / 2, to: Math.PI / 2 });
      expect(ringArea(ring)).toBeCloseTo(40 - (3 + 8 + 8 + 6), 6);
    });

    test('through a door of 1 m in a wall of 0.1 m', () => {
      // Two rooms, wall from y 2 to 2.1, door x 3…4 with its reveals; eye at (3.5, 0). The tunnel's far end limits the
      // view: 1 m wide at y 2.1, so 5/2.1 at y 5, a trapezoid 2.9 high.
      const walls = [
        ...path([0, 0], [7, 0], [7, 2], [4, 2], [4, 2.1], [7, 2.1], [7, 5], [0, 5], [0, 2.1], [3, 2.1], [3, 2], [0, 2]),
        wall(0, 2, 0, 0),
      ];
      const ring = view(walls, [3.5, 0], { from: 0, to: Math.PI });
      expect(seen(ring, 0, 2.1, 7, 2.9)).toBeCloseTo(((1 + 5 / 2.1) / 2) * 2.9, 6);
      // Within the tunnel nothing is hidden: its far end is the narrower.
      expect(seen(ring, 3, 2, 1, 0.1)).toBeCloseTo(0.1, 6);
    });

    test('past the bend of an L-shaped corridor', () => {
      // Corridor 2 m wide: 0 ≤ x ≤ 10, 0 ≤ y ≤ 2, then up 8 ≤ x ≤ 10 to y 10. Eye at (0, 0): the inner corner (8, 2) casts
      // y = x/4, which ends at (10, 2.5): of the upper leg a triangle of 2 by 0.5.
      const walls = path([0, 0], [10, 0], [10, 10], [8, 10], [8, 2], [0, 2], [0, 0]);
      const ring = view(walls, [0, 0], { from: 0, to: Math.PI / 2 });
      expect(seen(ring, 0, 0, 10, 2)).toBeCloseTo(20, 6);
      expect(seen(ring, 8, 2, 2, 8)).toBeCloseTo(0.5, 6);
      expect(ringArea(ring)).toBeCloseTo(20.5, 6);
    });

    test('over a half-open wall between two rooms', () => {
      // Wall x = 4 from y 0 to 2.5, eye at (0, 2.5): beyond it the upper half is seen, the lower half isn't.
      const ring = view([...box, wall(4, 0, 4, 2.5)], [0, 2.5], { from: -Math.PI / 2, to: Math.PI / 2 });
      expect(seen(ring, 4, 2.5, 4, 2.5)).toBeCloseTo(10, 6);
      expect(seen(ring, 4, 0, 4, 2.5)).toBeCloseTo(0, 6);
      // From (0, 5) the wall's end casts y = 5 − 5x/8, which leaves a triangle of 4 by 2.5 under y 2.5 unseen.
      const upper = view([...box, wall(4, 0, 4, 2.5)], [0, 5], { from: -Math.PI / 2, to: 0 });
      expect(seen(upper, 4, 0, 4, 5)).toBeCloseTo(20 - 5, 6);
    });

    test('nothing passes between walls that meet in a point', () => {
      const walls = [...path([4, 0], [4, 2], [6, 3], [4, 5]), wall(4, 2, 2, 2)];
      const ring = view([...box, ...walls], [1, 1]);
      expect(seen(ring, 4.0, 0, 4, 2)).toBe(0);
      // Straight at the vertex (4, 2), and along the wall that ends in it.
      expect(seen(view([...box, wall(4, 0, 4, 2), wall(4, 2, 4, 5)], [1, 2]), 4, 0, 4, 5)).toBe(0);
      expect(seen(view([...box, wall(4, 0, 4, 2), wall(4, 2, 4, 5), wall(2, 2, 4, 2)], [1, 2]), 4, 0, 4, 5)).toBe(0);
    });

    test('a wall that holds the eye does not blind it', () => {
      const ring = view([...box, wall(2, 2, 6, 2)], [4, 2]);
      expect(ringArea(ring)).toBeCloseTo(40, 6);
    });

    test('an empty window sees nothing', () => {
      expect(view(box, [4, 2], { from: 1, to: 1 })).toEqual([]);
    });
  });

  test('no corner of a view stands twice in a row', () => {
    fc.assert(
      fc.property(fc.oneof(latticeWalls, anyWalls), offLattice, (walls, eye) => {
        const ring = among(walls, bounds).viewshed(eye);
        ring.forEach((corner, i) => {
          expect(corner).not.toEqual(ring[(i + 1) % ring.length]);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('visibility-polygon sees the same', () => {
    // It works with angles in degrees from atan2 and rounds distances to 1e-7 of its units, so 1e-4 m² on some 200 m².
    const edge = path([-1, -1], [13, -1], [13, 13], [-1, 13], [-1, -1]);
    fc.assert(
      fc.property(fc.oneof(latticeWalls, anyWalls), offLattice, (walls, eye) => {
        const prepared = prepareWalls([...walls, ...edge], { closeGaps: false });
        fc.pre(prepared.segments.every(({ a, b }) => Math.hypot(a[0] - b[0], a[1] - b[1]) > 0.02));
        const theirs = compute(
          [eye[0], eye[1]],
          prepared.segments.map(({ a, b }) => [
            [a[0], a[1]],
            [b[0], b[1]],
          ]),
        );
        const ours = create(prepared, bounds).among(all(prepared)).viewshed(eye);
        expect(Math.abs(ringArea(theirs) - ringArea(ours))).toBeLessThan(1e-4);
      }),
      { numRuns: 200 },
    );
  });
});
