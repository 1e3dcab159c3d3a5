import { describe, expect, test } from 'vitest';
import { locatePoint, type Point, type Ring } from '../../src/geometry/index.js';
import { inRing } from '../../src/plan/inside.js';

/** A closed curve of many corners that runs in and out, `width` by `depth` metres. */
function wavy(corners: number, width: number, depth: number): Ring {
  return Array.from({ length: corners }, (_, i): Point => {
    const turn = (2 * Math.PI * i) / corners;
    const reach = 1 + 0.4 * Math.sin(37 * turn);
    return [width * reach * Math.cos(turn), depth * reach * Math.sin(turn)];
  });
}

describe('a point in a ring', () => {
  test.each([
    [40, 3, 5],
    [1000, 5, 5],
    [1000, 90, 4],
    [1000, 4, 90],
  ])('of %d corners, %d m by %d m, is where the exact answer has it', (corners, width, depth) => {
    const ring = wavy(corners, width, depth);
    const points = Array.from({ length: 60 * 60 }, (_, i): Point => {
      return [(((i % 60) - 29.7) / 20) * width, ((Math.floor(i / 60) - 29.3) / 20) * depth];
    });
    const inside = points.filter((point) => inRing(ring, point));
    expect(inside).toEqual(points.filter((point) => locatePoint(ring, point) === 'in'));
    expect(inside.length).toBeGreaterThan(100);
  });
});
