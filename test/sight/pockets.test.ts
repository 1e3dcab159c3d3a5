import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringArea } from '../../src/geometry/index.js';
import type { Point, Ring } from '../../src/geometry/types.js';
import { convexParts, pocketed } from '../../src/sight/cone/pockets.js';
import { rect } from '../support/site.js';

/** By the parity of the edges on the ray to the right. */
function isIn(ring: Ring, [x, y]: Point): boolean {
  return (
    ring.filter(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length];
      return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax);
    }).length %
      2 ===
    1
  );
}

function isConvex(ring: Ring): boolean {
  return ring.every(([bx, by], i) => {
    const [[ax, ay], [cx, cy]] = [ring[(i + ring.length - 1) % ring.length], ring[(i + 1) % ring.length]];
    return (bx - ax) * (cy - by) - (by - ay) * (cx - bx) >= 0;
  });
}

/** A simple polygon about the origin, of corners on a grid, some in line and some of them twice. */
const simple = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 8, maxLength: 8 }), fc.boolean(), fc.boolean())
  .map(([far, isTwice, isClockwise]): Ring => {
    const ways = [
      [1, 0],
      [1, 1],
      [0, 1],
      [-1, 1],
      [-1, 0],
      [-1, -1],
      [0, -1],
      [1, -1],
    ];
    const ring = ways.map(([x, y], i): Point => [x * far[i], y * far[i]]);
    const twice = isTwice ? [...ring.slice(0, 3), ring[2], ...ring.slice(3), ring[7]] : ring;
    return isClockwise ? twice.toReversed() : twice;
  });

const spots = Array.from({ length: 400 }, (_, i): Point => [(i % 20) - 9.63, Math.floor(i / 20) - 9.58]);

describe('a simple polygon', () => {
  it('is its hull less its pockets, and is parted into its parts, all of them convex', () => {
    fc.assert(
      fc.property(simple, (ring) => {
        const found = pocketed(ring);
        if (found === undefined) throw new Error('not simple');
        const { hull, pockets } = found;
        const parts = convexParts(ring);
        expect([hull, ...pockets, ...parts].every((one) => isConvex(one) && ringArea(one) > 0)).toBe(true);
        expect(pockets.reduce((sum, pocket) => sum + ringArea(pocket), ringArea(ring))).toBeCloseTo(ringArea(hull), 9);
        expect(parts.reduce((sum, part) => sum + ringArea(part), 0)).toBeCloseTo(ringArea(ring), 9);
        const wrong = spots.filter((spot) => {
          const is = isIn(ring, spot);
          const holding = pockets.filter((pocket) => isIn(pocket, spot)).length;
          const own = parts.filter((part) => isIn(part, spot)).length;
          return own !== (is ? 1 : 0) || holding !== (isIn(hull, spot) && !is ? 1 : 0);
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('that is convex has no pockets and is its own only part', () => {
    const square = rect(0, 0, 2, 2);
    for (const ring of [square, square.toReversed(), [...square, [0, 0] as Point]]) {
      expect(pocketed(ring)).toEqual({ hull: expect.any(Array), pockets: [] });
      expect(convexParts(ring).map(ringArea)).toEqual([4]);
    }
    const triangle: Ring = square.slice(0, 3);
    expect(pocketed(triangle)).toEqual({ hull: triangle, pockets: [] });
    expect(convexParts(triangle)).toEqual([triangle]);
  });
});

describe('a polygon that crosses or touches itself', () => {
  const bow: Ring = [
    [0, 0],
    [2, 2],
    [2, 0],
    [0, 2],
  ];
  it('is nothing for certain, and its hull at most', () => {
    expect(pocketed(bow)).toBeUndefined();
    expect(convexParts(bow).map(ringArea)).toEqual([4]);
  });

  it('is nothing at all where it has no area', () => {
    const flat: Ring = [
      [0, 0],
      [2, 2],
      [1, 1],
    ];
    expect(pocketed(flat)).toBeUndefined();
    expect(convexParts(flat)).toEqual([]);
    expect(convexParts([])).toEqual([]);
  });
});
