import { describe, expect, it } from 'vitest';
import { containsPoint, convexHull, ringArea } from '../../src/geometry/index.js';
import type { Point } from '../../src/geometry/types.js';
import { flatOf, hullFlat, ringOf } from '../../src/sight/cone/convex.js';
import { inDisc } from '../../src/sight/optics/disc.js';
import { wedgeOf } from '../../src/sight/optics/footprint.js';
import { turn } from '../../src/sight/optics/planar.js';
import { inAnyTurn, inEveryTurn } from '../../src/sight/optics/turning.js';

const SQUARE = [1, -1, 3, -1, 3, 1, 1, 1];
/** Points of the plane about a square, to be in or out of what is made of it. */
const grid = Array.from({ length: 81 * 81 }, (_, i): Point => [((i % 81) - 40) / 10, (Math.floor(i / 81) - 40) / 10]);
const angles = Array.from({ length: 41 }, (_, i) => -0.4 + i * 0.02);

describe('turned polygons', () => {
  it('a swept point lies in the hull of its sweep at every angle between, but for a rounding of a nanometre', () => {
    for (const radius of [0.01, 1, 40]) {
      const hull = ringOf(inAnyTurn([0, 0, radius, 0, 0, 0], -0.4, 0.7));
      for (let angle = -0.3999; angle < 0.7; angle += 0.00997)
        expect(containsPoint(hull, turn([radius - 2e-9, 0], angle))).toBe(true);
    }
  });

  it('any turn holds every turn, and every turn lies in each', () => {
    const turns = angles.map((angle) => ringOf(SQUARE).map((point) => turn(point, angle)));
    const [any, every] = [ringOf(inAnyTurn(SQUARE, -0.4, 0.4)), ringOf(inEveryTurn(SQUARE, 0.4, 10))];
    for (const point of grid) {
      const [some, all] = [
        turns.some((ring) => containsPoint(ring, point)),
        turns.every((ring) => containsPoint(ring, point)),
      ];
      if (some) expect(containsPoint(any, point)).toBe(true);
      if (containsPoint(every, point)) expect(all).toBe(true);
    }
    // What both lose is little: all turns of the square have about 0.28 m² in common.
    expect(ringArea(every)).toBeGreaterThan(
      (0.97 * grid.filter((p) => turns.every((ring) => containsPoint(ring, p))).length) / 100,
    );
  });
});

describe('a convex polygon in a disc', () => {
  // Area of a half-plane x ≥ h in the unit disc: acos h − h·√(1 − h²).
  const segment = (h: number) => Math.acos(h) - h * Math.sqrt(1 - h * h);
  it.each([
    ['all of it', [-9, -9, 9, -9, 9, 9, -9, 9], Math.PI],
    ['none of it', [2, -9, 9, -9, 9, 9, 2, 9], 0],
    ['the polygon', [-0.1, -0.1, 0.1, -0.1, 0, 0.1], 0.02],
    ['a half', [0, -9, 9, -9, 9, 9, 0, 9], Math.PI / 2],
    ['a small segment', [0.9, -9, 9, -9, 9, 9, 0.9, 9], segment(0.9)],
    ['all but a small segment', [-0.9, -9, 9, -9, 9, 9, -0.9, 9], Math.PI - segment(0.9)],
    ['a strip', [-0.5, -9, 0.5, -9, 0.5, 9, -0.5, 9], Math.PI - 2 * segment(0.5)],
    ['a corner on the circle', [1, 0, 9, -9, 9, 9], 0],
  ])('is %s', (_, polygon, area) => {
    const ring = ringOf(hullFlat(inDisc(polygon, 1)));
    // Chords lie up to 5 mm inside the circle: at most 2π·5 mm·⅔ less.
    expect(ringArea(ring)).toBeLessThanOrEqual(area + 1e-9);
    expect(ringArea(ring)).toBeGreaterThan(area - 0.022);
    for (const [x, y] of ring) expect(Math.hypot(x, y)).toBeLessThanOrEqual(1 + 1e-8);
  });

  it('has the corners of another hull', () => {
    const points: Point[] = grid.filter((_, i) => i % 37 === 0);
    expect(
      ringOf(hullFlat(flatOf(points)))
        .map(String)
        .sort(),
    ).toEqual(
      convexHull(points.map(([x, y]): Point => [Math.round(x * 1e9) * 1e-9, Math.round(y * 1e9) * 1e-9]))
        .map(String)
        .sort(),
    );
  });
});

describe('the window of a footprint', () => {
  const box = (x: number, y: number): Point[] => [
    [x - 1, y - 1],
    [x + 1, y - 1],
    [x + 1, y + 1],
    [x - 1, y + 1],
  ];
  it('is the wedge from the foot that holds it', () => {
    // Corners (1, ±1) of a box two ahead: ±45°.
    const window = wedgeOf([box(2, 0)]);
    expect(((window?.from ?? 0) + Math.PI) % (2 * Math.PI)).toBeCloseTo((3 * Math.PI) / 4, 9);
    expect((window?.to ?? 0) - (window?.from ?? 0)).toBeCloseTo(Math.PI / 2, 9);
  });

  it('leaves out the widest gap between several', () => {
    // Boxes to the east and the north: from −45° to 135°.
    const window = wedgeOf([box(0, 2), box(2, 0)]);
    expect((window?.to ?? 0) - (window?.from ?? 0)).toBeCloseTo(Math.PI, 9);
    expect(Math.cos((window?.from ?? 0) + Math.PI / 4)).toBeCloseTo(1, 9);
  });

  it('is all round where the foot is seen or boxes are on all sides, and none where nothing is', () => {
    expect(wedgeOf([box(0.5, 0)])).toEqual({ from: 0, to: 2 * Math.PI });
    expect(wedgeOf([box(1, 0)])).toEqual({ from: 0, to: 2 * Math.PI });
    expect(wedgeOf([box(1.1, 0), box(-1.1, 0), box(0, 1.1), box(0, -1.1)])).toEqual({ from: 0, to: 2 * Math.PI });
    expect(wedgeOf([])).toBeUndefined();
  });
});
