import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSweep, prepareWalls, UNITS_PER_METRE } from '../../src/geometry/index.js';
import type { Point, Segment } from '../../src/geometry/types.js';
import { createRoom } from '../../src/sight/sound/room.js';

const bounds = { minX: -50, minY: -50, maxX: 50, maxY: 50 };
const whole = fc.integer({ min: -4, max: 4 });
const line = fc
  .tuple(whole, whole, whole, whole)
  .map(([a, b, c, d]): Segment => ({ a: [a, b], b: [c, d] }))
  .filter(({ a, b }) => a[0] !== b[0] || a[1] !== b[1]);

/** Ends about which more than half a turn is free, and where that begins and ends, by every end with every other. */
function bends(segments: readonly Segment[]): Map<string, readonly [from: number, to: number]> {
  const spokes = new Map<string, number[]>();
  for (const { a, b } of segments) {
    for (const [p, q] of [
      [a, b],
      [b, a],
    ] as const) {
      const key = p.map((value) => value.toFixed(6)).join();
      spokes.set(key, [...(spokes.get(key) ?? []), Math.atan2(q[1] - p[1], q[0] - p[0])]);
    }
  }
  const found = new Map<string, readonly [number, number]>();
  for (const [key, angles] of spokes) {
    for (const from of angles) {
      const turns = angles.map(
        (other) => (((other - from) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI) || 2 * Math.PI,
      );
      const gap = Math.min(...turns);
      if (gap > Math.PI + 1e-9) found.set(key, [from, gap]);
    }
  }
  return found;
}

it('sound bends at the ends of walls with more than half a turn free about them, and at no other place', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 9, size: 'max' }),
      fc.array(fc.boolean(), { minLength: 300, maxLength: 300 }),
      whole,
      whole,
      (drawn, some, x, y) => {
        const walls = prepareWalls(drawn, { closeGaps: false });
        const blocks = Uint8Array.from(walls.segments, (_, i) => (some[i] === true ? 1 : 0));
        const room = createRoom(walls.units, blocks, createSweep(walls, bounds).among(blocks));
        // As prepared: on the grid.
        const segments = walls.segments.flatMap((_, i): Segment[] => {
          const at = (k: number) => (walls.units[4 * i + k] ?? NaN) / UNITS_PER_METRE;
          return blocks[i] === 1 ? [{ a: [at(0), at(1)], b: [at(2), at(3)] }] : [];
        });
        const radius = 3.3;
        const wanted = bends(segments);
        const near = [...wanted].filter(([key]) => {
          const [px, py] = key.split(',').map(Number);
          return Math.hypot(px - x, py - y) < radius;
        });
        const found = room.corners([x, y], radius);
        const key = (at: Point) => at.map((value) => value.toFixed(6)).join();
        // What is straight but for the rounding of where walls cross may be either.
        const sure = near.filter(([, [, gap]]) => gap > Math.PI + 1e-5).map(([name]) => name);
        const named = found.map(({ at }) => key(at));
        expect(named).toEqual([...new Set(named)]);
        expect(sure.filter((name) => !named.includes(name))).toEqual([]);
        const possible = near.map(([name]) => name);
        expect(named.filter((name) => !possible.includes(name))).toEqual([]);
        for (const { at, free } of found) {
          const [from, gap] = wanted.get(key(at)) ?? [NaN, NaN];
          expect(free.to - free.from).toBeCloseTo(gap, 5);
          expect(Math.cos(free.from - from)).toBeCloseTo(1, 9);
        }
      },
    ),
    { numRuns: 100 },
  );
});

it('where nothing stands it bends nowhere', () => {
  const walls = prepareWalls([{ a: [0, 0], b: [1, 0] }], { closeGaps: false });
  const none = new Uint8Array(1);
  expect(createRoom(walls.units, none, createSweep(walls, bounds).among(none)).corners([0, 0], 5)).toEqual([]);
});
