import { describe, expect, it } from 'vitest';
import { discInside, discOutside, inDisc } from '../../src/sight/optics/disc.js';
import { inAnyTurn, inEveryTurn } from '../../src/sight/optics/turning.js';

const RADII = [0.02, 0.5, 3, 40, 900];
const corners = (flat: readonly number[]) =>
  Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i], flat[2 * i + 1]] as const);
const farthest = (flat: readonly number[]) => Math.max(...corners(flat).map(([x, y]) => Math.hypot(x, y)));
/** m from the origin to the nearest side, that is to its line. */
const inradius = (flat: readonly number[]) =>
  Math.min(
    ...corners(flat).map(([ax, ay], i, all) => {
      const [bx, by] = all[(i + 1) % all.length];
      return (ax * by - ay * bx) / Math.hypot(bx - ax, by - ay);
    }),
  );

describe('a point in any turn', () => {
  it.each(RADII)(
    'goes no further than 5 mm or a five-hundredth beyond the arc of %d m, by as few corners as do it',
    (radius) => {
      const slack = Math.max(0.005, radius / 500);
      for (const [from, to] of [
        [0.2, 0.3],
        [-1, 1],
        [-3, 0.5],
      ] as const) {
        const hull = inAnyTurn([0, 0, radius, 0, 0, 0], from, to);
        expect(farthest(hull)).toBeLessThanOrEqual(radius + slack + 1e-8);
        // A corner of tangents `half` either side lies 1/cos half away: within the slack while half ≤ acos(r/(r + slack)).
        const least = Math.ceil((to - from) / 2 / Math.acos(radius / (radius + slack)) - 1e-9);
        expect(hull.length / 2).toBeLessThanOrEqual(least + 3);
        const at = (angle: number) => [radius * Math.cos(angle), radius * Math.sin(angle)];
        for (const angle of [from, to]) {
          const [x, y] = at(angle);
          expect(Math.min(...corners(hull).map(([cx, cy]) => Math.hypot(cx - x, cy - y)))).toBeLessThan(1e-8);
        }
      }
    },
  );

  it('of no turn is what it was, turned there', () => {
    const square = [1, 0, 2, 0, 2, 1, 1, 1];
    expect(farthest(inAnyTurn(square, 0.3, 0.3))).toBeCloseTo(Math.sqrt(5), 8);
    expect(inAnyTurn(square, 0, 0)).toEqual(square);
    expect(inAnyTurn(square, 0.1, -0.1)).toHaveLength(8);
  });
});

describe('what is in a polygon in every turn', () => {
  /** A square strip `c` m to the right of the origin at most, and far to every other side. */
  const left = (c: number, half: number) => [-half, -half, c, -half, c, half, -half, half];

  it.each([0.02, 0.5, 3, 40])('loses of a side %d m off no more than 5 mm or a five-hundredth of the arc', (c) => {
    const half = 400;
    const kept = inEveryTurn(left(c, half), 0.5, half);
    const slack = Math.max(0.005, c / 500);
    // Straight ahead the arc itself is the limit; its chords lie within.
    const ahead = Math.max(
      ...corners(kept)
        .filter(([, y]) => Math.abs(y) < c / 2)
        .map(([x, y]) => Math.hypot(x, y)),
    );
    expect(ahead).toBeLessThanOrEqual(c + 1e-9);
    const nearest = corners(kept).reduce((least, [ax, ay], i, all) => {
      const [bx, by] = all[(i + 1) % all.length];
      const long = Math.hypot(bx - ax, by - ay);
      return long < 1e-9 ? least : Math.min(least, (ax * by - ay * bx) / long);
    }, Number.POSITIVE_INFINITY);
    expect(nearest).toBeGreaterThanOrEqual(c - slack - 1e-9);
    expect(nearest).toBeLessThanOrEqual(c);
    expect(kept.length / 2).toBeLessThan(80);
  });

  it('loses nothing where it doesn’t turn, nor by the square it is looked at in', () => {
    const flat = left(3, 50);
    expect(inEveryTurn(flat, 0, 50)).toBe(flat);
    const square = [-50, -50, 50, -50, 50, 50, -50, 50];
    expect(inEveryTurn(square, 0.3, 50)).toEqual(square);
    // Of another size its sides turn as any.
    expect(farthest(inEveryTurn(square, 0.3, 60))).toBeLessThan(farthest(square) - 1);
  });

  it('of a side beyond which the origin lies is what both ends leave', () => {
    // x ≥ 2 in every turn by ±0.3: right of the lines through both ends, whose corner is at 2/cos 0.3.
    const kept = inEveryTurn([2, -50, 50, -50, 50, 50, 2, 50], 0.3, 50);
    expect(Math.min(...corners(kept).map(([x]) => x))).toBeCloseTo(2 / Math.cos(0.3), 9);
    expect(inEveryTurn([2, -0.1, 3, -0.1, 3, 0.1, 2, 0.1], 0.3, 50)).toEqual([]);
  });
});

describe('discs', () => {
  it.each([0.001, 0.004, 0.02, 0.5, 3, 40, 900])(
    'of %d m have no more corners than the sagitta asks for, and eight at least',
    (radius) => {
      const s = Math.max(0.005, radius / 2000);
      const chord = radius <= s ? Math.PI / 4 : Math.min(Math.PI / 4, 2 * Math.acos(1 - s / radius));
      const count = Math.ceil((2 * Math.PI) / chord - 1e-9);
      for (const disc of [discInside(radius), discOutside(radius)]) {
        expect(disc.length / 2).toBeGreaterThanOrEqual(Math.max(8, count));
        expect(disc.length / 2).toBeLessThanOrEqual(count + 1);
      }
      expect(farthest(discInside(radius)) / radius).toBeCloseTo(1, 12);
      expect(inradius(discOutside(radius)) / radius).toBeCloseTo(1, 12);
      expect(radius - inradius(discInside(radius))).toBeLessThanOrEqual(s + 1e-9);
    },
  );

  it('are whole in a polygon that holds them, and nothing of one that lies beside them', () => {
    const square = (x: number, y: number, half: number) => [
      x - half,
      y - half,
      x + half,
      y - half,
      x + half,
      y + half,
      x - half,
      y + half,
    ];
    expect(inDisc(square(0, 0, 0.5), 0.3)).toEqual(discInside(0.3));
    expect(inDisc(square(0, 0, 50), 30)).toEqual(discInside(30));
    for (const [x, y] of [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ])
      expect(inDisc(square(x, y, 0.5), 0.3)).toEqual([]);
    expect(inDisc([], 0.3)).toEqual([]);
  });

  it('are left and entered by arcs, whichever corner comes first', () => {
    // A strip of ±0.5 across the disc of 1 m, its corners in any order: 1.9132 m², less chords.
    const strip = [-0.5, -9, 0.5, -9, 0.5, 9, -0.5, 9];
    // A triangle with one corner in the disc.
    const wedge = [0, 0, 9, -2, 9, 2];
    const sizes = [strip, wedge].map((flat) =>
      Array.from({ length: flat.length / 2 }, (_, i) => {
        const cut = inDisc([...flat.slice(2 * i), ...flat.slice(0, 2 * i)], 1);
        return corners(cut).reduce((sum, [ax, ay], k, all) => {
          const [bx, by] = all[(k + 1) % all.length];
          return sum + (ax * by - ay * bx) / 2;
        }, 0);
      }),
    );
    const whole = [Math.PI - 2 * (Math.acos(0.5) - 0.5 * Math.sqrt(0.75)), Math.atan2(2, 9)];
    sizes.forEach((areas, shape) => {
      for (const area of areas) {
        expect(area).toBeLessThanOrEqual(whole[shape] + 1e-9);
        expect(area).toBeGreaterThan(whole[shape] * 0.99);
      }
    });
  });

  it('have arcs in as many', () => {
    // A half-plane through the middle leaves half a disc, with a corner straight ahead.
    for (const radius of [0.5, 3, 40]) {
      const half = inDisc([0, -99, 99, -99, 99, 99, 0, 99], radius);
      const s = Math.max(0.005, radius / 2000);
      const least = 2 * Math.ceil(Math.PI / (4 * Math.acos(1 - s / radius)));
      expect(half.length / 2).toBe(least + 1);
      expect(Math.max(...corners(half).map(([x]) => x)) / radius).toBeCloseTo(1, 12);
    }
  });
});
