import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  along,
  type Box,
  distanceToSegment,
  forEachEdge,
  locatePoint,
  measure,
  type Point,
  type PreparedWalls,
  prepareWalls,
  type Ring,
  regionOf,
  ringArea,
  type Segment,
  segmentsMeet,
  type Viewshed,
} from '../../src/geometry/index.js';
import {
  all,
  angle,
  anyPoint,
  anyWalls,
  bounds,
  implementations,
  latticeWall,
  latticeWalls,
  offLattice,
} from './plans.js';

const open = { closeGaps: false };
const prepare = (walls: readonly Segment[]): PreparedWalls => prepareWalls(walls, open);

/** m² that lie in one ring and not in both. */
function difference(p: Ring, q: Ring): number {
  const there = measure(regionOf(p), [regionOf(q)]);
  const back = measure(regionOf(q), [regionOf(p)]);
  return there.area - there.covered + back.area - back.covered;
}

/** Distance to the ring's edge: a point nearer than 1e-7 m may fall on either side by rounding. */
function clear(ring: Ring, p: Point): boolean {
  let least = Number.POSITIVE_INFINITY;
  forEachEdge(ring, (a, b) => {
    least = Math.min(least, distanceToSegment(p, { a, b }));
  });
  return least > 1e-7;
}

describe.each(implementations)('sight by %s', (_, create) => {
  const sightOf = (walls: PreparedWalls, within: Box = bounds): Viewshed => create(walls, within).among(all(walls));
  const view = (walls: readonly Segment[], eye: Point): Ring => sightOf(prepare(walls)).viewshed(eye);

  test('a point is in the view exactly when no wall stands on the line to it', () => {
    fc.assert(
      fc.property(
        fc.oneof(latticeWalls, anyWalls),
        anyPoint,
        fc.array(anyPoint, { maxLength: 20 }),
        (walls, eye, ps) => {
          const prepared = prepare(walls);
          fc.pre(prepared.segments.every((s) => distanceToSegment(eye, s) > 1e-5));
          const ring = sightOf(prepared).viewshed(eye);
          for (const p of ps.filter((q) => clear(ring, q))) {
            const blocked = prepared.segments.some((s) => segmentsMeet(s, { a: eye, b: p }));
            expect(locatePoint(ring, p)).toBe(blocked ? 'out' : 'in');
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test('p sees q exactly when q sees p', () => {
    fc.assert(
      fc.property(anyWalls, anyPoint, anyPoint, (walls, p, q) => {
        const sight = sightOf(prepare(walls));
        const fromP = sight.viewshed(p);
        const fromQ = sight.viewshed(q);
        fc.pre(clear(fromP, q) && clear(fromQ, p));
        expect(locatePoint(fromP, q)).toBe(locatePoint(fromQ, p));
      }),
      { numRuns: 400 },
    );
  });

  // Lattice walls: nothing bends, so 1e-9 m² is rounding alone (areas of 200 m², ε 2e-16, some hundred terms).
  test('adding a wall never grows a view', () => {
    fc.assert(
      fc.property(latticeWalls, latticeWall, offLattice, (walls, extra, eye) => {
        const before = view(walls, eye);
        const { area, covered } = measure(regionOf(view([...walls, extra], eye)), [regionOf(before)]);
        expect(area - covered).toBeLessThan(1e-9);
      }),
      { numRuns: 300 },
    );
  });

  test('splitting walls changes nothing', () => {
    fc.assert(
      fc.property(latticeWalls, fc.integer({ min: 1, max: 4 }), offLattice, (walls, fifths, eye) => {
        const pieces = walls.flatMap(({ a, b }): Segment[] => {
          // Fifths of a lattice step lie on the grid: nothing bends.
          const t = fifths / 5;
          const m: Point = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
          return [
            { a, b: m },
            { a: m, b },
          ];
        });
        expect(difference(view(walls, eye), view(pieces, eye))).toBeLessThan(1e-9);
      }),
      { numRuns: 200 },
    );
  });

  test('fields of view add up', () => {
    fc.assert(
      fc.property(anyWalls, anyPoint, angle, angle, angle, (walls, eye, ...angles) => {
        const [p = 0, q = 0, r = 0] = angles.toSorted((s, t) => s - t);
        const sight = sightOf(prepare(walls));
        const area = (from: number, to: number): number => ringArea(sight.viewshed(eye, { from, to }));
        expect(area(p, q) + area(q, r)).toBeCloseTo(area(p, r), 8);
        expect(area(p, r) + area(r, p + 2 * Math.PI)).toBeCloseTo(ringArea(sight.viewshed(eye)), 8);
      }),
      { numRuns: 200 },
    );
  });

  test('a plan ten times as large is seen ten times as far', () => {
    // Views that end in the first room's radius on the small plan take several rounds of search on the large one.
    const scale = ([x, y]: Point): Point => [10 * x, 10 * y];
    const large = { minX: -10, minY: -10, maxX: 10 * bounds.maxX, maxY: 10 * bounds.maxY };
    fc.assert(
      fc.property(latticeWalls, offLattice, angle, (walls, eye, from) => {
        const window = { from, to: from + 1.2 };
        const small = sightOf(prepare(walls));
        const big = sightOf(prepare(walls.map(({ a, b }) => ({ a: scale(a), b: scale(b) }))), large);
        expect(ringArea(big.viewshed(scale(eye))) / 100).toBeCloseTo(ringArea(small.viewshed(eye)), 8);
        expect(ringArea(big.viewshed(scale(eye), window)) / 100).toBeCloseTo(ringArea(small.viewshed(eye, window)), 8);
      }),
      { numRuns: 300 },
    );
  });

  test('a range only leaves out what is beyond it', () => {
    fc.assert(
      fc.property(anyWalls, anyPoint, fc.double({ min: 0.5, max: 15, noNaN: true }), (walls, eye, range) => {
        const sight = sightOf(prepare(walls));
        // Sixty points on the circle, all of the polygon in range.
        const circle = Array.from({ length: 60 }, (_, i) => along(eye, (i * Math.PI) / 30, range));
        const within = regionOf(circle);
        const whole = measure(within, [regionOf(sight.viewshed(eye))]).covered;
        const near = measure(within, [regionOf(sight.viewshed(eye, undefined, range))]).covered;
        expect(near).toBeCloseTo(whole, 8);
      }),
      { numRuns: 200 },
    );
  });
});

describe('preparing walls', () => {
  test('order, direction and repetition change nothing at all', () => {
    fc.assert(
      fc.property(fc.oneof(latticeWalls, anyWalls), fc.array(fc.nat(), { maxLength: 30 }), (walls, picks) => {
        const shuffled = walls.map((w, i) => ({ w, key: picks[i] ?? i })).sort((p, q) => p.key - q.key);
        const turned = shuffled.map(({ w }, i) => (i % 2 === 0 ? w : { a: w.b, b: w.a }));
        const doubled = [...turned, ...walls.slice(0, picks.length)];
        expect(prepare(doubled).units).toEqual(prepare(walls).units);
        expect(prepare(doubled).leaks.map((l) => l.at)).toEqual(prepare(walls).leaks.map((l) => l.at));
      }),
      { numRuns: 300 },
    );
  });

  test('prepared walls meet only in shared ends', () => {
    const same = (v: Point, w: Point): boolean => v[0] === w[0] && v[1] === w[1];
    fc.assert(
      fc.property(anyWalls, (walls) => {
        const { segments } = prepare(walls);
        segments.forEach((p, i) => {
          for (const q of segments.slice(i + 1)) {
            const shared = [p.a, p.b].find((v) => same(v, q.a) || same(v, q.b));
            if (shared === undefined) expect(segmentsMeet(p, q)).toBe(false);
            else {
              const end = same(q.a, shared) ? q.b : q.a;
              expect(distanceToSegment(end, p)).toBeGreaterThan(5e-5);
            }
          }
        });
      }),
      { numRuns: 200 },
    );
  });
});
