import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipFlat, exactHull, type Flat, hullFlat, squareFlat, turnFlat } from '../../src/sight/cone/convex.js';
import { common, dilate, erode, less, scaled } from '../../src/sight/cone/convex-sets.js';
import { discInside, discOutside, inDisc } from '../../src/sight/optics/disc.js';

type XY = readonly [number, number];

const whole = fc.integer({ min: -12, max: 12 });
const xy = fc.tuple(whole, whole);
/** Few enough to be sorted one way, and so many that they are sorted the other. */
const points = fc.oneof(fc.array(xy, { minLength: 1, maxLength: 12 }), fc.array(xy, { minLength: 60, maxLength: 90 }));
const polygon = fc
  .array(xy, { minLength: 3, maxLength: 8 })
  .map((list) => exactHull(list.flat()))
  .filter(({ length }) => length >= 6);
/** Beside every line through whole points. */
const spot = fc.tuple(whole, whole).map(([x, y]): XY => [x + 0.317, y + 0.171]);

const turn = ([ax, ay]: XY, [bx, by]: XY, [cx, cy]: XY) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

function cornersOf(flat: Flat): XY[] {
  return Array.from({ length: flat.length / 2 }, (_, i): XY => [flat[2 * i] ?? NaN, flat[2 * i + 1] ?? NaN]);
}

function sides(flat: Flat): (readonly [XY, XY])[] {
  const corners = cornersOf(flat);
  return corners.flatMap((a, i) =>
    corners
      .slice((i + 1) % corners.length)
      .slice(0, 1)
      .map((b) => [a, b] as const),
  );
}

function area(flat: Flat): number {
  return sides(flat).reduce((sum, [[ax, ay], [bx, by]]) => sum + (ax * by - ay * bx) / 2, 0);
}

/** m to the nearest side's line, negative outside. */
function depth(flat: Flat, at: XY): number {
  const depths = sides(flat)
    // Between corners that coincide but for a rounding a side has any direction.
    .filter(([a, b]) => Math.hypot(b[0] - a[0], b[1] - a[1]) > 1e-9)
    .map(([a, b]) => turn(a, b, at) / Math.hypot(b[0] - a[0], b[1] - a[1]));
  return depths.length === 0 ? -Infinity : Math.min(...depths);
}

const holds = (flat: Flat, at: XY) => depth(flat, at) > 0;

/** Gift wrapping (Jarvis 1973), from the leftmost and lowest of them. */
function wrapped(list: readonly XY[]): Flat {
  const start = list.reduce((a, b) => (b[0] < a[0] || (b[0] === a[0] && b[1] < a[1]) ? b : a));
  const hull: XY[] = [];
  let at = start;
  do {
    hull.push(at);
    const from = at;
    at = list.reduce((next, other) => {
      const side = turn(from, next, other);
      const far = (p: XY) => Math.hypot(p[0] - from[0], p[1] - from[1]);
      const isNext = far(next) === 0 || side < 0 || (side === 0 && far(other) > far(next));
      return far(other) > 0 && isNext ? other : next;
    }, from);
  } while (at[0] !== start[0] || at[1] !== start[1]);
  return hull.length < 3 ? [] : hull.flat();
}

describe('the convex hull', () => {
  it('has the corners that gift wrapping finds, from the leftmost and lowest', () => {
    fc.assert(
      fc.property(points, (list) => {
        expect(exactHull(list.flat())).toEqual(wrapped(list));
      }),
      { numRuns: 400 },
    );
  });

  it('takes what is a nanometre apart for one', () => {
    expect(hullFlat([0, 0, 1, 0, 1, 1, 1 + 1e-10, 1 - 1e-10, -1e-10, 0])).toEqual([0, 0, 1, 0, 1, 1]);
  });
});

describe('convex sets hold what they say', () => {
  const holdsThat = (made: (a: Flat, b: Flat) => readonly Flat[], wanted: (inA: boolean, inB: boolean) => boolean) =>
    fc.assert(
      fc.property(polygon, polygon, spot, (a, b, at) => {
        fc.pre([a, b].every((flat) => Math.abs(depth(flat, at)) > 1e-6));
        const hits = made(a, b).filter((flat) => holds(flat, at)).length;
        expect(hits).toBe(wanted(holds(a, at), holds(b, at)) ? 1 : 0);
      }),
      { numRuns: 600 },
    );

  it('what two have in common', () => {
    holdsThat(
      (a, b) => [common(a, b)],
      (inA, inB) => inA && inB,
    );
    expect(common([0, 0, 1, 0, 1, 1], [])).toEqual([]);
  });

  it('one less another, in pieces that lie apart', () => {
    holdsThat(less, (inA, inB) => inA && !inB);
    fc.assert(
      fc.property(polygon, polygon, (a, b) => {
        const pieces = less(a, b);
        expect(pieces.reduce((sum, piece) => sum + area(piece), area(common(a, b)))).toBeCloseTo(area(a), 6);
        expect(pieces.every((piece) => piece.length >= 6)).toBe(true);
      }),
    );
    expect(less([0, 0, 1, 0, 1, 1], [])).toEqual([[0, 0, 1, 0, 1, 1]]);
  });

  it('a half-plane of one; the very same where nothing is cut off', () => {
    fc.assert(
      fc.property(polygon, xy, whole, spot, (flat, [a, b], c, at) => {
        const side = c + 0.5 - a * at[0] - b * at[1];
        fc.pre((a !== 0 || b !== 0) && Math.abs(side) > 1e-6 && Math.abs(depth(flat, at)) > 1e-6);
        const cut = clipFlat(flat, a, b, c + 0.5);
        expect(holds(cut, at)).toBe(holds(flat, at) && side > 0);
        if (cornersOf(flat).every(([x, y]) => a * x + b * y <= c + 0.5)) expect(cut).toBe(flat);
      }),
      { numRuns: 400 },
    );
  });

  it('one less its rim, and one with a rim of at most a fiftieth more', () => {
    const by = 0.7;
    fc.assert(
      fc.property(polygon, spot, (flat, at) => {
        const inside = depth(flat, at);
        if (Math.abs(inside - by) > 1e-6) expect(holds(erode(flat, by), at)).toBe(inside > by);
        const away = Math.min(...sides(flat).map(([a, b]) => toSegment(at, a, b)));
        if (inside > 0 || away < by - 1e-6) expect(holds(dilate(flat, by), at)).toBe(true);
        if (inside < 0 && away > by * 1.02) expect(holds(dilate(flat, by), at)).toBe(false);
      }),
      { numRuns: 600 },
    );
    const square = squareFlat(2);
    expect(erode(square, 0)).toBe(square);
    expect(dilate(square, 0)).toBe(square);
  });

  it('one turned and one drawn away from the origin', () => {
    const square = squareFlat(2);
    expect(square).toEqual([-2, -2, 2, -2, 2, 2, -2, 2]);
    const turned = turnFlat([1, 0, 0, 2], Math.PI / 2);
    for (const [i, value] of [0, 1, -2, 0].entries()) expect(turned[i]).toBeCloseTo(value, 12);
    expect(turnFlat(square, 0)).toBe(square);
    expect(scaled(square, 1)).toBe(square);
    expect(scaled(square, 3)).toEqual([-6, -6, 6, -6, 6, 6, -6, 6]);
  });
});

describe('what of a convex polygon lies in a disc about the origin', () => {
  it('holds all but what is within the sagitta of its arcs, and nothing beyond the circle', () => {
    fc.assert(
      fc.property(polygon, fc.double({ min: 0.5, max: 15, noNaN: true }), spot, (flat, radius, at) => {
        const far = Math.hypot(at[0], at[1]);
        fc.pre(Math.abs(depth(flat, at)) > 1e-6 && Math.abs(far - radius) > 0.01);
        const kept = inDisc(flat, radius);
        expect(holds(kept, at)).toBe(holds(flat, at) && far < radius);
        expect(cornersOf(kept).every(([x, y]) => Math.hypot(x, y) <= radius * (1 + 1e-9))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('discs are held by theirs and hold theirs, to 5 mm and on great ones to a two-thousandth', () => {
    for (const radius of [0.003, 0.3, 5, 40]) {
      const off = Math.min(radius, Math.max(0.005, radius / 2000));
      const [inner, outer] = [discInside(radius), discOutside(radius)];
      expect(cornersOf(inner).every(([x, y]) => Math.abs(Math.hypot(x, y) - radius) < 1e-9 * radius)).toBe(true);
      expect(depth(inner, [0, 0])).toBeGreaterThanOrEqual(radius - off);
      expect(depth(outer, [0, 0])).toBeCloseTo(radius, 9);
      expect(Math.hypot(outer[0] ?? 0, outer[1] ?? 0)).toBeLessThanOrEqual(radius + 1.1 * off);
      expect(outer[1]).toBe(0);
    }
  });
});

function toSegment([x, y]: XY, [ax, ay]: XY, [bx, by]: XY): number {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
