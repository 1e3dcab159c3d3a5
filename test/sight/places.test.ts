import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOfRegions, UNITS_PER_METRE } from '../../src/geometry/index.js';
import type { Box, Point } from '../../src/geometry/types.js';
import { boxesOf } from '../../src/sight/scene/box-index.js';
import { createNearby } from '../../src/sight/scene/nearby.js';
import { rect } from '../support/site.js';

const whole = fc.integer({ min: -6, max: 6 });
const box = fc.tuple(whole, whole, whole, whole).map(([a, b, c, d]): Box => {
  return { minX: Math.min(a, c), minY: Math.min(b, d), maxX: Math.max(a, c), maxY: Math.max(b, d) };
});
/** Whether two boxes share a point, their edges included. */
const touch = (a: Box, b: Box) => a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;

/** Whether a segment shares a point with a box. */
function cuts(a: Point, b: Point, { minX, minY, maxX, maxY }: Box): boolean {
  let [from, to] = [0, 1];
  for (const [at, by, low, high] of [
    [a[0], b[0] - a[0], minX, maxX],
    [a[1], b[1] - a[1], minY, maxY],
  ]) {
    if (by === 0) {
      if (at < low || at > high) return false;
      continue;
    }
    const ends = [(low - at) / by, (high - at) / by];
    from = Math.max(from, Math.min(...ends));
    to = Math.min(to, Math.max(...ends));
  }
  return from <= to;
}

describe('things found by where they are', () => {
  it('are those whose box shares a point with the one asked for, in the order given', () => {
    fc.assert(
      fc.property(fc.array(fc.option(box, { nil: undefined }), { maxLength: 40, size: 'max' }), box, (boxes, asked) => {
        const things = [...boxes.entries()];
        const index = boxesOf(things, ([, own]) => own);
        const wanted = things.filter(([, own]) => own !== undefined && touch(own, asked));
        expect(index.meeting(asked)).toEqual(wanted);
        expect(index.meeting(undefined)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('along a long line that rises by half a metre are all that lie on it', () => {
    for (const turned of [([x, y]: Point): Point => [x, y], ([x, y]: Point): Point => [y, x]]) {
      for (const rise of [0.5, -0.5]) {
        const boxes = Array.from({ length: 59 }, (_, i): Box => {
          const [x, y] = turned([i + 1, (rise * (i + 1)) / 60]);
          return { minX: x - 0.01, minY: y - 0.01, maxX: x + 0.01, maxY: y + 0.01 };
        });
        const index = boxesOf(boxes, (own) => own);
        const [from, to] = [turned([0, 0]), turned([60, rise])];
        expect(index.along({ a: from, b: to })).toEqual(boxes);
        expect(index.along({ a: to, b: from })).toEqual(boxes);
      }
    }
  });

  it('along a line are all whose box it meets, in the order given, however long it is', () => {
    const far = fc.integer({ min: -60, max: 60 });
    const place = fc.tuple(far, far);
    const small = fc.tuple(place, whole, whole).map(([[x, y], w, h]): Box => {
      return { minX: x, minY: y, maxX: x + Math.abs(w), maxY: y + Math.abs(h) };
    });
    fc.assert(
      fc.property(fc.array(small, { maxLength: 40, size: 'max' }), place, small, (boxes, a, into) => {
        const things = [...boxes.entries()];
        const index = boxesOf(things, ([, own]) => own);
        const near = index.towards(a, into);
        for (const b of [[into.minX, into.minY] as const, [into.maxX, into.minY] as const]) {
          const wanted = things.filter(([, own]) => cuts(a, b, own));
          const found = index.along({ a, b });
          expect(found).toEqual(expect.arrayContaining(wanted));
          expect(found).toEqual(things.filter((one) => found.includes(one)));
          expect(near.along({ a, b })).toEqual(expect.arrayContaining(wanted));
          // From elsewhere, and to elsewhere.
          expect(near.along({ a: b, b: a })).toEqual(expect.arrayContaining(wanted));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('in a box round all: of several regions the box round them, of none there is none', () => {
    const all = [
      { rings: [rect(1, 2, 3, 4)], shadows: [rect(0, 0, 9, 9)] },
      { rings: [rect(-1, 3, 1, 5)], shadows: [] },
    ];
    expect(boxOfRegions(all)).toEqual({ minX: -1, minY: 2, maxX: 4, maxY: 8 });
    expect(boxOfRegions([])).toBeUndefined();
  });
});

describe('walls found by where they are', () => {
  const wall = fc.tuple(whole, whole, whole, whole);
  const boxOfWall = ([a, b, c, d]: readonly [number, number, number, number]): Box => {
    return { minX: Math.min(a, c), minY: Math.min(b, d), maxX: Math.max(a, c), maxY: Math.max(b, d) };
  };

  it('are those whose box does, ascending; all of them, or of some', () => {
    fc.assert(
      fc.property(
        fc.array(wall, { maxLength: 60, size: 'max' }),
        fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
        box,
        (walls, some, asked) => {
          const units = Float64Array.from(walls.flat().map((value) => value * UNITS_PER_METRE));
          const numbers = [...walls.keys()];
          const kept = numbers.filter((i) => some[i] === true);
          const wanted = numbers.filter((i) => walls.slice(i, i + 1).some((one) => touch(boxOfWall(one), asked)));
          const near = createNearby(units);
          expect(near.touching(asked)).toEqual(wanted);
          // From the middle of a square of 2 m.
          const [x, y] = [asked.minX, asked.maxY];
          const square = { minX: x - 1, minY: y - 1, maxX: x + 1, maxY: y + 1 };
          const about = numbers.filter((i) => walls.slice(i, i + 1).some((one) => touch(boxOfWall(one), square)));
          expect(near.within([x, y], 1)).toEqual(about);
          const few = createNearby(units, kept);
          expect(few.touching(asked)).toEqual(wanted.filter((i) => kept.includes(i)));
          expect(few.within([x, y], 1)).toEqual(about.filter((i) => kept.includes(i)));
          expect([near.touching(undefined), few.touching(undefined)]).toEqual([[], []]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
