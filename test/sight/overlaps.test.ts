import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Opening } from '../../src/plan/model.js';
import { deriveWalls } from '../../src/plan/walls/walls.js';
import { inBoth, stretchesOf } from '../../src/sight/scene/barriers.js';
import { type Extent, FULL } from '../../src/sight/scene/shadow.js';
import { level, opening, rect, zone } from '../support/site.js';

describe('where both hide', () => {
  const height = fc.integer({ min: 0, max: 6 });
  const extent = fc.oneof(
    fc.constant(FULL),
    height.map((to): Extent => ({ from: Number.NEGATIVE_INFINITY, to })),
    height.map((from): Extent => ({ from, to: Number.POSITIVE_INFINITY })),
    fc.tuple(height, height).map(([a, b]): Extent => ({ from: Math.min(a, b), to: Math.max(a, b) + 1 })),
  );
  const extents = fc.array(extent, { maxLength: 3 });
  const hides = (all: readonly Extent[], at: number) => all.some(({ from, to }) => from < at && at < to);

  it('is every height that each hides, and no stretch of nothing', () => {
    fc.assert(
      fc.property(extents, extents, (some, others) => {
        const both = inBoth(some, others);
        for (let at = -0.5; at < 8; at += 1) expect(hides(both, at)).toBe(hides(some, at) && hides(others, at));
        expect(both.every(({ from, to }) => from < to)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('is the very extent of the one that the other holds: a full wall is known by it', () => {
    const low: Extent = { from: Number.NEGATIVE_INFINITY, to: 2 };
    const high: Extent = { from: 1, to: Number.POSITIVE_INFINITY };
    expect(inBoth([FULL], [FULL])[0]).toBe(FULL);
    expect(inBoth([FULL], [low])[0]).toBe(low);
    expect(inBoth([low], [FULL])[0]).toBe(low);
    expect(inBoth([high], [FULL])[0]).toBe(high);
    expect(inBoth([FULL], [high])[0]).toBe(high);
    expect(inBoth([low], [high])).toEqual([{ from: 1, to: 2 }]);
    expect(inBoth([high], [low])).toEqual([{ from: 1, to: 2 }]);
  });
});

describe('an opening in stretches', () => {
  /** The stretches of the first of some openings in a wall from (0, 3) to (10, 3): from, to, and what lies over it there. */
  const stretches = (...openings: readonly Opening[]) => stretchesIn(0, openings);

  /** The same, between rooms drawn `apart` m apart. */
  function stretchesIn(apart: number, openings: readonly Opening[]) {
    const zones = [zone('south', rect(0, 0, 10, 3)), zone('north', rect(0, 3 + apart, 10, 3))];
    const { cuts } = deriveWalls(level({ zones, openings }), zones);
    const [first] = cuts;
    const found = stretchesOf(first, cuts);
    for (const { a, b } of found) expect([a[1], b[1]]).toEqual([expect.closeTo(3, 9), expect.closeTo(3, 9)]);
    return found.map(({ a, b, with: over }) => [
      Math.round(a[0] * 1e6) / 1e6,
      Math.round(b[0] * 1e6) / 1e6,
      ...over.map((cut) => cut.opening.id),
    ]);
  }
  const door = (id: string, from: number, to: number, more: Partial<Opening> = {}) =>
    opening(id, 'door', [from, 3], [to, 3], more);

  it('is one of nothing but itself', () => {
    expect(stretches(door('a', 2, 4))).toEqual([[2, 4]]);
    expect(stretches(door('a', 2, 4), door('b', 4, 5), door('c', 7, 8))).toEqual([[2, 4]]);
  });

  it('is cut where others begin and end, each with what lies there', () => {
    expect(stretches(door('a', 2, 6), door('b', 3, 5))).toEqual([
      [2, 3],
      [3, 5, 'b'],
      [5, 6],
    ]);
    expect(stretches(door('a', 2, 6), door('b', 5, 7), door('c', 1, 5.5))).toEqual([
      [2, 5, 'c'],
      [5, 5.5, 'b', 'c'],
      [5.5, 6, 'b'],
    ]);
    expect(stretches(door('a', 2, 4), door('b', 1, 7))).toEqual([[2, 4, 'b']]);
  });

  it('shares an end with one that lies over it by less than 5 mm', () => {
    expect(stretches(door('a', 2, 4), door('b', 3.997, 5))).toEqual([[2, 4]]);
    expect(stretches(door('a', 2, 4), door('b', 3.993, 5))).toEqual([
      [2, 3.993],
      [3.993, 4, 'b'],
    ]);
  });

  it('has over it what lies in the same wall, as thick as either says', () => {
    const beside = (thick: number | undefined, other: number | undefined) =>
      stretchesIn(0.15, [
        door('a', 2, 4, { thickness: thick }),
        opening('b', 'door', [2, 3.15], [4, 3.15], { thickness: other }),
      ]);
    expect(beside(undefined, undefined)).toEqual([[2, 4]]);
    expect(beside(0.2, undefined)).toEqual([[2, 4, 'b']]);
    expect(beside(undefined, 0.2)).toEqual([[2, 4, 'b']]);
    expect(beside(0.1, 0.1)).toEqual([[2, 4]]);
  });
});
