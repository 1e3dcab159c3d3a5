import { describe, expect, test } from 'vitest';
import type { Box, Point, Ring, Segment, Window } from '../../src/geometry/index.js';
import { createSweep, measure, prepareWalls, regionOf, ringArea, uncoveredPieces } from '../../src/geometry/index.js';

const wall = (ax: number, ay: number, bx: number, by: number): Segment => ({ a: [ax, ay], b: [bx, by] });
const path = (...points: Point[]): Segment[] => points.slice(1).map((b, i) => ({ a: points[i] ?? b, b }));

function view(segments: Segment[], bounds: Box, eye: Point, window?: Window): Ring {
  return createSweep(prepareWalls(segments, { closeGaps: false }), bounds).viewshed(eye, window);
}

describe('viewsheds with areas worked by hand, to 1e-6 m²', () => {
  const room = { minX: 0, minY: 0, maxX: 8, maxY: 5 };
  const box = path([0, 0], [8, 0], [8, 5], [0, 5], [0, 0]);

  test('an empty room from its corner is seen whole', () => {
    const ring = view(box, { minX: -1, minY: -1, maxX: 9, maxY: 6 }, [0, 0], { from: 0, to: Math.PI / 2 });
    expect(ringArea(ring)).toBeCloseTo(40, 8);
  });

  test('without walls a view ends at the bounds', () => {
    expect(ringArea(view([], room, [3, 2]))).toBeCloseTo(40, 8);
  });

  test('a ninety-degree view from the middle of the long wall', () => {
    // Right-angled triangle of height 5 would be 5 either side; the room is 4 wide either side: 25 − 2·(1·1/2).
    const ring = view(box, room, [4, 0], { from: Math.PI / 4, to: (3 * Math.PI) / 4 });
    expect(ringArea(ring)).toBeCloseTo(24, 8);
  });

  test('a pillar hides a trapezoid behind it', () => {
    // Eye (0,2), pillar face x = 2 from y 1 to 3: shadow from x 2 to 8 widens from 2 to 8, cut at y 0 and 5.
    const ring = view([...box, wall(2, 1, 2, 3)], room, [0.0, 2], { from: -Math.PI / 2, to: Math.PI / 2 });
    // Seen: whole room less shadow. Shadow: y between 2 ± x/2, within [0, 5]: lower part x/2 to x = 4 then 2 → 3 + 8;
    // upper x/2 to x = 6 then 3 → 8 + 6.
    expect(ringArea(ring)).toBeCloseTo(40 - (3 + 8 + 8 + 6), 8);
  });
});

test('slab', () => {
  const target = regionOf([
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
  ]);
  const cover = [
    regionOf([
      [1, 1],
      [2, 1],
      [2, 2],
      [1, 2],
    ]),
  ];
  expect(measure(target, cover)).toMatchObject({ area: 16, covered: 1 });
  const pieces = uncoveredPieces(target, cover);
  expect(pieces).toHaveLength(1);
  expect(pieces[0]?.outline.map(ringArea)).toEqual([16, 1]);
  expect(pieces[0]?.area).toBe(15);
});
