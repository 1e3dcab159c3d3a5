import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clipConvex,
  clipHalfPlane,
  convexHull,
  crossingOf,
  discCircumscribed,
  discInscribed,
  distance,
  distanceBetweenSegments,
  distanceToSegment,
  type HalfPlane,
  interiorPoint,
  intersectSegments,
  isDisjoint,
  isWiderThan,
  leftOf,
  locatePoint,
  measure,
  type Piece,
  type Point,
  type Ring,
  regionOf,
  ringArea,
  ringOfBox,
  rotate,
  SAGITTA,
  sectorCircumscribed,
  sectorInscribed,
  signedArea,
  translate,
  wedgePlanes,
  widthOf,
} from '../../src/geometry/index.js';
import { angle, anyPoint, rect, SIZE, wall } from './plans.js';

const points = fc.array(anyPoint, { minLength: 3, maxLength: 20 });

describe('hull and clipping', () => {
  test('a hull turns left at every vertex and holds all points', () => {
    fc.assert(
      fc.property(points, (ps) => {
        const hull = convexHull(ps);
        fc.pre(hull.length > 2);
        expect(crossingOf(hull)).toBeUndefined();
        expect(signedArea(hull)).toBeGreaterThan(0);
        for (const p of ps) expect(locatePoint(hull, p)).not.toBe('out');
      }),
    );
  });

  test('collinear points of a hull are left out', () => {
    expect(
      convexHull([
        [0, 0],
        [1, 0],
        [2, 0],
        [2, 2],
        [0, 2],
        [1, 1],
      ]),
    ).toEqual(rect(0, 0, 2, 2));
  });

  test('clipping any ring by a convex one leaves their common area', () => {
    fc.assert(
      fc.property(points, points, (ring, other) => {
        const hull = convexHull(other);
        fc.pre(hull.length > 2 && ringArea(hull) > 1e-3);
        const clipped = clipConvex(ring, hull);
        const whole = regionOf(rect(0, 0, SIZE, SIZE));
        const common = measure(regionOf(hull), [regionOf(ring)]).covered;
        expect(measure(whole, [regionOf(clipped)]).covered).toBeCloseTo(common, 8);
      }),
    );
  });

  test('clipping by nothing or by what is elsewhere leaves nothing', () => {
    expect(clipConvex(rect(0, 0, 1, 1), [])).toEqual([]);
    expect(clipConvex(rect(0, 0, 1, 1), rect(2, 2, 1, 1))).toEqual([]);
  });

  test('two corners that only a rounding parts have no side between them that cuts anything off', () => {
    // What is common to nine frames of a camera had such a side, and with it lost a quarter of a hall.
    const convex: Ring = [
      [1.2482986450525395, 28.266095793856937],
      [-0.2080551148400931, 28.2928813308918],
      [-23.819409643757794, 27.511128640814583],
      [-23.81940964375779, 27.511128640814583],
      [-2.354509577256726, 2.7834039777774575],
      [0.048100035756027726, 2.6152422418520485],
      [2.455268357838336, 2.6949416216124],
      [24.81493785637146, 26.616636415088458],
    ];
    const hall = rect(0, 0, 8, 8);
    const plain = convex.filter((_, i) => i !== 3);
    expect(ringArea(clipConvex(hall, convex))).toBeCloseTo(ringArea(clipConvex(hall, plain)), 9);
    expect(ringArea(clipConvex(hall, plain))).toBeGreaterThan(20);
    // As small a ring as one likes still cuts.
    expect(clipConvex(rect(0, 0, 1, 1), rect(0.1, 0.1, 1e-13, 1e-13)).length).toBeGreaterThan(2);
    expect(ringArea(clipConvex(rect(0, 0, 1, 1), rect(0.1, 0.1, 1e-6, 1e-6)))).toBeCloseTo(1e-12, 18);
  });

  test('half-planes meet in a convex ring, or nowhere', () => {
    const box = ringOfBox({ minX: -10, minY: -10, maxX: 10, maxY: 10 });
    const within = (planes: readonly HalfPlane[]) => planes.reduce((ring, plane) => clipHalfPlane(ring, plane), box);
    // x ≥ 0, y ≥ 0, x + 2y ≤ 4.
    const triangle = [leftOf([0, 1], [0, 0]), leftOf([0, 0], [1, 0]), { a: 1, b: 2, c: 4 }];
    expect(ringArea(within(triangle))).toBeCloseTo(4, 12);
    expect(within([...triangle, { a: -1, b: 0, c: -5 }])).toEqual([]);
    expect(ringArea(within(wedgePlanes([0, 0], 0, Math.PI / 2)))).toBeCloseTo(100, 9);
  });
});

describe('arcs', () => {
  test.each([1e6, 1e12, 1e20, 1e300])('one %d m away has an end, and what is drawn lies within it', (radius) => {
    const sector = { from: -Math.PI / 4, to: Math.PI / 4 };
    for (const ring of [discInscribed([0, 0], radius), sectorInscribed([0, 0], radius, sector)]) {
      expect(ring.length).toBeLessThanOrEqual(20_002);
      expect(locatePoint(ring, [100_000, 50_000])).toBe('in');
    }
  });

  const radius = fc.integer({ min: 1, max: 100_000 }).map((n) => n / 1000);

  test('a disc lies between its polygons, neither further than the sagitta from it', () => {
    fc.assert(
      fc.property(anyPoint, radius, (center, r) => {
        const inner = discInscribed(center, r);
        const outer = discCircumscribed(center, r);
        for (const [i, p] of inner.entries()) {
          const q = inner[(i + 1) % inner.length] ?? p;
          const middle: Point = [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
          expect(distance(center, p)).toBeCloseTo(r, 9);
          expect(r - distance(center, middle)).toBeLessThan(SAGITTA + 1e-9);
        }
        for (const [i, p] of outer.entries()) {
          const q = outer[(i + 1) % outer.length] ?? p;
          expect(distanceToSegment(center, { a: p, b: q })).toBeGreaterThan(r - 1e-9);
          // Beyond the disc by r(1/cos − 1), that is the sagitta divided by the cosine of an eighth of a turn at most.
          expect(distance(center, p) - r).toBeLessThan(SAGITTA * 1.1);
        }
      }),
    );
  });

  test('a sector lies between its polygons', () => {
    fc.assert(
      fc.property(radius, angle, angle, (r, from, width) => {
        fc.pre(width > 1e-3);
        const window = { from, to: from + width };
        const exact = (width * r * r) / 2;
        const inner = ringArea(sectorInscribed([0, 0], r, window));
        const round = sectorCircumscribed([0, 0], r, window);
        const outer = ringArea(round);
        for (let i = 2; i < round.length; i += 1) {
          expect(distanceToSegment([0, 0], { a: round[i - 1], b: round[i] })).toBeGreaterThan(r - 1e-9 * r);
        }
        expect(inner).toBeLessThanOrEqual(exact + 1e-9 * exact);
        expect(outer).toBeGreaterThanOrEqual(exact - 1e-9 * exact);
        expect(outer - inner).toBeLessThan(3 * SAGITTA * r * width);
      }),
    );
  });

  test('no radius, no disc', () => {
    expect(discInscribed([0, 0], 0)).toEqual([]);
    expect(discCircumscribed([0, 0], Number.NaN)).toEqual([]);
  });

  test('no radius or no width, no sector', () => {
    for (const sector of [sectorInscribed, sectorCircumscribed]) {
      expect(sector([0, 0], 0, { from: 0, to: 1 })).toEqual([]);
      expect(sector([0, 0], -1, { from: 0, to: 1 })).toEqual([]);
      expect(sector([0, 0], 2, { from: 1, to: 1 })).toEqual([]);
    }
  });
});

describe('rings', () => {
  test('a figure of eight crosses itself in the middle', () => {
    expect(
      crossingOf([
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
      ]),
    ).toEqual([1, 1]);
  });

  test('touching counts: a vertex on an edge, a vertex visited twice, a spike', () => {
    expect(
      crossingOf([
        [0, 0],
        [4, 0],
        [4, 3],
        [2, 0],
        [0, 3],
      ]),
    ).toEqual([2, 0]);
    expect(
      crossingOf([
        [0, 0],
        [2, 1],
        [4, 0],
        [4, 4],
        [2, 1],
        [0, 4],
      ]),
    ).toEqual([2, 1]);
    expect(
      crossingOf([
        [0, 0],
        [4, 0],
        [4, 6],
        [4, 4],
        [0, 4],
      ]),
    ).toEqual([4, 6]);
  });

  test('repeated points and a repeated first point are no crossing', () => {
    expect(
      crossingOf([
        [0, 0],
        [2, 0],
        [2, 0],
        [2, 2],
        [0, 2],
        [0, 0],
      ]),
    ).toBeUndefined();
  });

  test('a large ring is searched by index and gives the same', () => {
    const circle = discInscribed([0, 0], 50, 0.0005);
    expect(circle.length).toBeGreaterThan(400);
    expect(crossingOf(circle)).toBeUndefined();
    expect(crossingOf([...circle.slice(0, 300), [0, 60] as const, ...circle.slice(300)])).toBeDefined();
  });

  test('points on edges and vertices are on the edge, of regions too', () => {
    const ring = rect(0, 0, 4, 2);
    expect(
      [
        [0, 0],
        [2, 0],
        [4, 1],
      ].map(([x = 0, y = 0]) => locatePoint(ring, [x, y])),
    ).toEqual(['edge', 'edge', 'edge']);
    const holed = regionOf(ring, [rect(1, 0.5, 1, 1)]);
    expect(locatePoint(holed, [1.5, 1])).toBe('out');
    expect(locatePoint(holed, [1, 1])).toBe('edge');
    expect(locatePoint(holed, [0.5, 1])).toBe('in');
  });

  test('the interior point of a U lies in it', () => {
    const u: Ring = [
      [0, 0],
      [6, 0],
      [6, 6],
      [5, 6],
      [5, 1],
      [1, 1],
      [1, 6],
      [0, 6],
    ];
    const p = interiorPoint(regionOf(u));
    expect(p && locatePoint(u, p)).toBe('in');
    expect(
      interiorPoint(
        regionOf([
          [0, 0],
          [1, 1],
          [2, 2],
        ]),
      ),
    ).toBeUndefined();
  });

  test('the point inside lies in the largest part, whichever of two over each other that is', () => {
    const ring = (thick: number, thin: number): Ring => [
      [0, 0],
      [6, 0],
      [6, thin],
      [1, thin],
      [1, 6 - thick],
      [6, 6 - thick],
      [6, 6],
      [0, 6],
    ];
    expect(interiorPoint(regionOf(ring(3, 1)))).toEqual([3.5, 4.5]);
    expect(interiorPoint(regionOf(ring(1, 3)))).toEqual([3.5, 1.5]);
  });

  test('moving and turning keep areas', () => {
    fc.assert(
      fc.property(points, angle, anyPoint, (ring, by, center) => {
        expect(ringArea(translate(rotate(ring, by, center), 3, -5))).toBeCloseTo(ringArea(ring), 9);
      }),
    );
  });
});

describe('segments', () => {
  test('cross, touch, overlap, miss', () => {
    expect(intersectSegments(wall(0, 0, 2, 2), wall(0, 2, 2, 0))).toEqual([1, 1]);
    expect(intersectSegments(wall(0, 0, 2, 0), wall(1, 0, 1, 1))).toEqual([1, 0]);
    expect(intersectSegments(wall(0, 0, 2, 0), wall(1, 0, 3, 0))).toEqual([1, 0]);
    expect(intersectSegments(wall(0, 0, 2, 0), wall(3, 0, 4, 0))).toBeUndefined();
    // The one that lies within the other has the first shared end.
    expect(intersectSegments(wall(1, 0, 2, 0), wall(0, 0, 3, 0))).toEqual([1, 0]);
    // y = 1/2 − x/4 and y = x/2; the first’s end turns by just 1 m² from the second.
    const [x, y] = intersectSegments(wall(0, 0.5, 2, 0), wall(0, 0, 2, 1)) ?? [];
    expect([x, y]).toEqual([expect.closeTo(2 / 3, 12), expect.closeTo(1 / 3, 12)]);
    expect(intersectSegments(wall(0, 0, 2, 0), wall(1, 0.1, 1, 1))).toBeUndefined();
  });

  test('distances', () => {
    expect(distanceBetweenSegments(wall(0, 0, 2, 0), wall(1, 3, 1, 0.5))).toBe(0.5);
    expect(distanceBetweenSegments(wall(0, 0, 2, 0), wall(1, 3, 1, -1))).toBe(0);
    expect(distanceToSegment([5, 4], wall(0, 0, 2, 0))).toBe(5);
  });
});

describe('a segment without length', () => {
  test('is a point: it meets a segment that it lies on, and no other, on whichever side it stands', () => {
    const point = (x: number, y: number) => wall(x, y, x, y);
    for (const [one, other, far] of [
      [point(1, 0), wall(0, 0, 2, 2), Math.SQRT1_2],
      [point(1, 1), wall(0, 0, 2, 2), 0],
      [point(2, 2), wall(0, 0, 2, 2), 0],
      [point(3, 3), wall(0, 0, 2, 2), Math.SQRT2],
      [point(1, 1), point(1, 1), 0],
      [point(1, 1), point(1, 2), 1],
    ] as const) {
      for (const [p, q] of [
        [one, other],
        [other, one],
      ]) {
        expect(distanceBetweenSegments(p, q)).toBeCloseTo(far, 12);
        expect(intersectSegments(p, q)).toEqual(far === 0 ? one.a : undefined);
      }
    }
  });
});

describe('widths', () => {
  const piece = (...outline: Ring[]): Piece => ({ area: outlineArea(outline), outline });
  const outlineArea = ([outer = [], ...holes]: readonly Ring[]): number =>
    ringArea(outer) - holes.reduce((sum, hole) => sum + ringArea(hole), 0);

  test('a strip is as wide as it is, however long and however turned', () => {
    fc.assert(
      fc.property(angle, fc.constantFrom(0.001, 0.03, 0.2), fc.integer({ min: 1, max: 300 }), (by, width, length) => {
        const strip = [piece(rotate(rect(0, 0, length, width), by))];
        expect(isWiderThan(strip, width * 1.001)).toBe(false);
        expect(isWiderThan(strip, width * 0.97)).toBe(true);
      }),
    );
  });

  test('a strip round a corner, or round a room, is no wider for it', () => {
    const frame = piece(rect(0, 0, 8, 5), rect(0.04, 0.04, 7.92, 4.92));
    const corner = piece([
      [0, 0],
      [9, 0],
      [9, 0.04],
      [0.04, 0.04],
      [0.04, 7],
      [0, 7],
    ]);
    // In a corner the widest disc touches both outer sides and the inner vertex: 0.08 / (1 + √½) = 0.0469 across.
    for (const strip of [frame, corner]) {
      expect(isWiderThan([strip], 0.05)).toBe(false);
      expect(isWiderThan([strip], 0.038)).toBe(true);
    }
  });

  test('a tail does not make a room narrow, nor many thin pieces one wide one', () => {
    const tailed = piece([
      [0, 0],
      [0.2, 0],
      [0.2, 0.1],
      [60, 0.1],
      [60, 0.11],
      [0.2, 0.11],
      [0.2, 0.2],
      [0, 0.2],
    ]);
    expect(isWiderThan([tailed], 0.19)).toBe(true);
    expect(isWiderThan([tailed], 0.21)).toBe(false);
    expect(isWiderThan([piece(rect(0, 0, 9, 0.03)), piece(rect(0, 0.03, 9, 0.03))], 0.05)).toBe(false);
  });

  test('a grating is as wide as where its bars cross, however many holes it has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0.02, max: 3, noNaN: true }), (count, hole) => {
        const [bar, step] = [0.1, hole + 0.1];
        const numbers = Array.from({ length: count }, (_, i) => i);
        const holes = numbers.flatMap((i) => numbers.map((j) => rect(bar + i * step, bar + j * step, hole, hole)));
        const grating = piece(rect(0, 0, bar + count * step, bar + count * step), ...holes);
        // Between four holes there is place for a disc from corner to corner.
        const widest = count === 1 ? (2 * bar) / (1 + Math.SQRT1_2) : bar * Math.SQRT2;
        expect(isWiderThan([grating], widest * 1.001)).toBe(false);
        expect(isWiderThan([grating], bar * 0.97)).toBe(true);
      }),
    );
  });

  test('many holes leave a plate no wide place', () => {
    const at = Array.from({ length: 30 }, (_, i) => 0.02 + i / 30);
    const holes = at.flatMap((x) => at.map((y) => rect(x, y, 0.0001, 0.0001).toReversed()));
    expect(isWiderThan([piece(rect(0, 0, 1, 1), ...holes)], 0.05)).toBe(false);
    expect(isWiderThan([piece(rect(0, 0, 1, 1), ...holes)], 0.04)).toBe(true);
  });

  test('of hulls', () => {
    expect(widthOf(rect(0, 0, 4, 3))).toBe(3);
    expect(widthOf(rotate(rect(0, 0, 4, 3), 0.7))).toBeCloseTo(3, 12);
    expect(
      widthOf([
        [0, 0],
        [1, 0],
      ]),
    ).toBe(0);
  });

  test('what lies past a line by no more than the overlap is apart', () => {
    fc.assert(
      fc.property(angle, (by) => {
        const room = rotate(rect(0, 0, 4, 3), by);
        expect(isDisjoint(room, rotate(rect(3.96, 1, 4, 3), by), 0.05)).toBe(true);
        expect(isDisjoint(rotate(rect(5, 1, 4, 3), by), room, 0.05)).toBe(true);
        expect(isDisjoint(room, rotate(rect(3.94, 1, 4, 3), by), 0.05)).toBe(false);
        expect(isDisjoint(room, rotate(rect(1, 1, 1, 1), by), 0.05)).toBe(false);
      }),
    );
    // A corner that reaches in by just the overlap, of a square on its tip: over its own edges the room reaches further.
    const tip: Ring = [
      [3.5, 1.5],
      [5, 0],
      [6.5, 1.5],
      [5, 3],
    ];
    for (const [p, q] of [
      [rect(0, 0, 4, 3), tip],
      [tip, rect(0, 0, 4, 3)],
    ])
      expect([0.49, 0.5].map((overlap) => isDisjoint(p, q, overlap))).toEqual([false, true]);
  });
});
