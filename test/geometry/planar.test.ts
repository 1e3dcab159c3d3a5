import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measure } from '../../src/geometry/area/measure.js';
import { GridSegments } from '../../src/geometry/arrangement/grid-segment.js';
import { planarize } from '../../src/geometry/arrangement/planarize.js';
import { PointNumbers } from '../../src/geometry/arrangement/point-numbers.js';
import { itemsOf, listsOf } from '../../src/geometry/arrangement/radix.js';
import { SegmentCells } from '../../src/geometry/arrangement/segment-cells.js';
import { snapRound } from '../../src/geometry/arrangement/snap-rounding.js';
import {
  type Box,
  coveredPieces,
  distanceToSegment,
  isWiderThan,
  type Point,
  type PreparedWalls,
  prepareWalls,
  type Ring,
  regionOf,
  ringArea,
  rotate,
  type Segment,
  segmentsCross,
  uncoveredPieces,
  WELD_METRES,
} from '../../src/geometry/index.js';
import { turn } from '../../src/geometry/vector.js';
import { angle, path, rect, sweepOf, wall } from './plans.js';

const prepare = (walls: readonly Segment[]): PreparedWalls => prepareWalls(walls, { closeGaps: true });

interface Piece {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

const piecesOf = ({ units }: PreparedWalls): Piece[] =>
  Array.from({ length: units.length / 4 }, (_, i) => {
    const [ax = 0, ay = 0, bx = 0, by = 0] = units.subarray(4 * i);
    return { ax, ay, bx, by };
  });

/** Pairs that meet elsewhere than in a shared end; exact. */
function faults(pieces: readonly Piece[]): string[] {
  const touches = (s: Piece, x: number, y: number): boolean =>
    !(x === s.ax && y === s.ay) &&
    !(x === s.bx && y === s.by) &&
    x >= Math.min(s.ax, s.bx) &&
    x <= Math.max(s.ax, s.bx) &&
    y >= Math.min(s.ay, s.by) &&
    y <= Math.max(s.ay, s.by) &&
    turn(s.ax, s.ay, s.bx, s.by, x, y) === 0;
  return pieces.flatMap((p, i) =>
    pieces.slice(i + 1).flatMap((q) => {
      const crosses = segmentsCross({ a: [p.ax, p.ay], b: [p.bx, p.by] }, { a: [q.ax, q.ay], b: [q.bx, q.by] });
      const rests =
        touches(p, q.ax, q.ay) || touches(p, q.bx, q.by) || touches(q, p.ax, p.ay) || touches(q, p.bx, p.by);
      const same = p.ax === q.ax && p.ay === q.ay && p.bx === q.bx && p.by === q.by;
      return crosses || rests || same ? [`${JSON.stringify(p)} ${JSON.stringify(q)}`] : [];
    }),
  );
}

/** Coordinates as a plan holds them, to 1 µm. */
const written = ([x, y]: Point): Point => [Number(x.toFixed(6)), Number(y.toFixed(6))];

interface Building {
  readonly rooms: readonly Ring[];
  /** Eyes well within the rooms. */
  readonly eyes: readonly Point[];
  readonly walls: readonly Segment[];
  readonly bounds: Box;
}

const size = fc.integer({ min: 15, max: 80 }).map((n) => n / 10);

/** How far window ends lie off the edge they cut, metres. */
const noise = fc.oneof(
  fc.constant(0),
  fc.constantFrom(1e-6, 1e-5, 1e-4, 1e-3),
  fc.double({ min: 1e-7, max: 1e-3, noNaN: true }),
);

/**
 * Rooms side by side, turned by any angle and written to 1 µm, each drawn by its whole outline, so inner walls are drawn
 * twice; windows cut a side into pieces whose ends lie slightly off it, and are drawn across as well.
 */
const building: fc.Arbitrary<Building> = fc
  .record({
    columns: fc.array(size, { minLength: 1, maxLength: 4 }),
    rows: fc.array(size, { minLength: 1, maxLength: 3 }),
    by: angle,
    far: fc.constantFrom<Point>([0, 0], [3000, -2000], [90_000, 40_000]),
    windows: fc.array(fc.tuple(fc.nat(), noise, noise), { minLength: 12, maxLength: 12 }),
  })
  .map(({ columns, rows, by, far, windows }) => {
    const place = (p: Point): Point =>
      written(rotate([p], by, [0, 0]).map(([x, y]) => [x + far[0], y + far[1]] as const)[0] ?? p);
    const rooms: Ring[] = [];
    const eyes: Point[] = [];
    const walls: Segment[] = [];
    let x = 0;
    for (const w of columns) {
      let y = 0;
      for (const h of rows) {
        const room = rect(x, y, w, h);
        const [which = 0, off = 0, other = 0] = windows[rooms.length] ?? [];
        rooms.push(room.map(place));
        eyes.push(place([x + w * 0.41, y + h * 0.57]));
        room.forEach((a, i) => {
          const b = room[(i + 1) % 4] ?? a;
          const [ux, uy] = [Math.sign(b[0] - a[0]), Math.sign(b[1] - a[1])];
          const at = (t: number, d: number): Point => [
            a[0] + t * (b[0] - a[0]) - d * uy,
            a[1] + t * (b[1] - a[1]) + d * ux,
          ];
          if (which % 5 !== i) walls.push(...path(place(a), place(b)));
          else {
            const [p, q] = [place(at(0.25, off)), place(at(0.75, -other))];
            walls.push(...path(place(a), p), ...path(q, place(b)), ...path(p, q));
          }
        });
        y += h;
      }
      x += w;
    }
    const [cx, cy] = far;
    return { rooms, eyes, walls, bounds: { minX: cx - 60, minY: cy - 60, maxX: cx + 60, maxY: cy + 60 } };
  });

describe('walls that were turned, rounded and cut', () => {
  test('a room whose window ends were rounded to 1 µm off its edge settles', () => {
    const corners: Point[] = [
      [-5.981212, -3.636634],
      [-9.399047, -5.71471],
      [-6.022173, -11.268693],
      [-2.604338, -9.190616],
    ];
    const [a = [0, 0], b = [0, 0], c = [0, 0], d = [0, 0]] = corners;
    const window: [Point, Point] = [
      [-6.835671, -4.156153],
      [-8.544588, -5.195191],
    ];
    const walls = prepare([...path(a, window[0]), ...path(window[1], b, c, d, a), ...path(a, b), ...path(...window)]);
    expect(faults(piecesOf(walls))).toEqual([]);
    const view = sweepOf(walls, { minX: -20, minY: -20, maxX: 5, maxY: 5 }).viewshed([-6, -7.5]);
    expect(ringArea(view)).toBeCloseTo(ringArea(corners), 4);
  });

  test('meet in shared ends only, and hold a view within its room', () => {
    fc.assert(
      fc.property(building, ({ rooms, eyes, walls, bounds }) => {
        const prepared = prepare(walls);
        expect(faults(piecesOf(prepared))).toEqual([]);
        const sweep = sweepOf(prepared, bounds);
        rooms.forEach((room, i) => {
          const view = regionOf(sweep.viewshed(eyes[i] ?? [0, 0]));
          const within = measure(view, [regionOf(room)]);
          // Walls are bent to window ends up to 1 mm off: a triangle over at most 4 + 4 metres, on either side.
          const slack = 1e-3 + 2 * 1e-3 * 8;
          expect(within.area - within.covered).toBeLessThan(slack);
          expect(ringArea(room) - within.covered).toBeLessThan(slack);
        });
      }),
      { numRuns: 1500 },
    );
  });

  test('turned without noise, a room is seen whole and nothing beyond it, to 1e-5 m²', () => {
    fc.assert(
      fc.property(building, angle, ({ rooms, eyes, bounds }, by) => {
        const centre: Point = [(bounds.minX + bounds.maxX) / 2, (bounds.minY + bounds.maxY) / 2];
        const turned = rooms.map((room) => rotate(room, by, centre).map(written));
        const walls = turned.flatMap((room) => path(...room, room[0] ?? centre));
        const sweep = sweepOf(prepare(walls), bounds);
        rotate(eyes, by, centre).forEach((eye, i) => {
          const room = turned[i] ?? [];
          const { area, covered } = measure(regionOf(sweep.viewshed(eye)), [regionOf(room)]);
          expect(area - covered).toBeLessThan(1e-5);
          expect(Math.abs(area - ringArea(room))).toBeLessThan(1e-5);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('drawn carelessly, rooms side by side see nothing of each other wider than twice what is welded', () => {
    const careless = fc.array(fc.tuple(fc.integer({ min: -15, max: 15 }), fc.integer({ min: -15, max: 15 })), {
      minLength: 48,
      maxLength: 48,
    });
    fc.assert(
      fc.property(building, careless, ({ rooms, eyes, bounds }, offs) => {
        const drawn = rooms.map((room, r) =>
          room.map(([x, y], i): Point => {
            const [dx, dy] = offs[4 * r + i] ?? [0, 0];
            return [x + dx / 10_000, y + dy / 10_000];
          }),
        );
        const walls = drawn.flatMap((room) => path(...room, room[0] ?? [0, 0]));
        const sweep = sweepOf(prepare(walls), bounds);
        eyes.forEach((eye, i) => {
          const view = regionOf(sweep.viewshed(eye));
          for (const other of drawn.filter((_, j) => j !== i)) {
            expect(isWiderThan(coveredPieces(regionOf(other), [view]), 2 * WELD_METRES)).toBe(false);
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  test('a view through a door has no parts along the walls beside it', () => {
    fc.assert(
      fc.property(angle, fc.integer({ min: 0, max: 2000 }), (by, shift) => {
        const turn = (...points: Point[]): Point[] =>
          rotate(points, by).map(([x, y]) => written([x + shift / 7, y - shift / 3]));
        const [west, east] = [turn(...rect(0, 0, 4, 60)), turn(...rect(4, 0, 4, 60))];
        const door = turn([4, 20], [4, 21]);
        const walls = [...path(...west, west[0] ?? [0, 0]), ...path(...east, east[0] ?? [0, 0])].filter(
          ({ a, b }) => distanceToSegment(door[0] ?? [0, 0], { a, b }) > 0.01,
        );
        const ends = turn([4, 0], [4, 60]);
        const wings = [...path(ends[0] ?? [0, 0], door[0] ?? [0, 0]), ...path(door[1] ?? [0, 0], ends[1] ?? [0, 0])];
        const bounds = { minX: -2000, minY: -2000, maxX: 2000, maxY: 2000 };
        const [eye = [0, 0]] = turn([2, 30]);
        const view = sweepOf(prepare([...walls, ...wings]), bounds).viewshed(eye);
        expect(coveredPieces(regionOf(east), [regionOf(view)])).toHaveLength(1);
        expect(coveredPieces(regionOf(west), [regionOf(view)])).toHaveLength(1);
        expect(uncoveredPieces(regionOf(west), [regionOf(view)])).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('leave no splinter at a corner: a device there would look along it', () => {
    // Door frames run across the walls at the ends of a door, and outer walls are drawn a second time, between corners.
    fc.assert(
      fc.property(building, noise, ({ walls }, off) => {
        const frames = walls.map(({ a, b }, i): Segment => {
          const l = Math.hypot(b[0] - a[0], b[1] - a[1]);
          const [ux, uy] = [(b[0] - a[0]) / l, (b[1] - a[1]) / l];
          const e = (i % 3) - 1;
          return {
            a: written([a[0] - 0.15 * uy + e * off * ux, a[1] + 0.15 * ux + e * off * uy]),
            b: written([a[0] + 0.15 * uy - e * off * ux, a[1] - 0.15 * ux - e * off * uy]),
          };
        });
        for (const { a, b } of prepare([...walls, ...frames]).segments) {
          expect(Math.hypot(b[0] - a[0], b[1] - a[1])).toBeGreaterThan(WELD_METRES);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('come out the same in any order and direction, drawn once or twice', () => {
    fc.assert(
      fc.property(
        building,
        fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 80, maxLength: 80 }),
        (plan, how) => {
          const shuffled = plan.walls
            .map((s, i) => ({ s: how[i]?.[1] === true ? { a: s.b, b: s.a } : s, key: how[i]?.[0] ?? 0 }))
            .sort((p, q) => p.key - q.key)
            .map(({ s }) => s);
          const { units } = prepare(plan.walls);
          expect(prepare(shuffled).units).toEqual(units);
          expect(prepare([...shuffled, ...plan.walls]).units).toEqual(units);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('nothing that is drawn near itself fails', () => {
    // Points within a few millimetres of a few places: welding and bending have all to do at once.
    const point = fc
      .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), fc.nat(120), fc.nat(120))
      .map(([x, y, dx, dy]): Point => [x * 0.02 + dx / 10_000, y * 0.02 + dy / 10_000]);
    fc.assert(
      fc.property(fc.array(fc.tuple(point, point), { maxLength: 14 }), (drawn) => {
        expect(faults(piecesOf(prepare(drawn.map(([a, b]) => ({ a, b })))))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('walls without a place on the grid are left out', () => {
    const walls = prepare([wall(0, 0, 1, 0), wall(0, 0, Number.NaN, 1), wall(0, 0, 1e300, 1), wall(0, 1, Infinity, 1)]);
    expect(walls.origin).toEqual([[0]]);
  });
});

describe('on the coarsest grid, where every square is hot', () => {
  const gridded = (segments: readonly (Piece & { readonly origin: readonly number[] })[]): GridSegments => {
    const origin = listsOf(
      Int32Array.from(segments.flatMap((segment, i) => segment.origin.map(() => i))),
      Int32Array.from(segments.flatMap((segment) => segment.origin)),
      segments.length,
    );
    const grid = new GridSegments(new PointNumbers(4), origin, 4);
    for (const [i, { ax, ay, bx, by }] of segments.entries()) {
      grid.add(grid.points.of(ax, ay), grid.points.of(bx, by), i);
    }
    return grid.sorted();
  };
  const listed = ({ points: { x, y }, a, b, origin, count }: GridSegments) =>
    Array.from({ length: count }, (_, i) => {
      const [p = 0, q = 0] = [a[i], b[i]];
      return { ax: x[p] ?? 0, ay: y[p] ?? 0, bx: x[q] ?? 0, by: y[q] ?? 0, origin: itemsOf(origin, i) };
    });
  const unit = fc.integer({ min: 0, max: 9 });
  const drawn = fc
    .array(fc.tuple(unit, unit, unit, unit), { maxLength: 12 })
    .map((all) => all.map(([ax, ay, bx, by], i) => ({ ax, ay, bx, by, origin: [i] })));

  test('pieces meet in shared ends only', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(0, 1, 2.5), (segments, near) => {
        expect(faults(listed(planarize(gridded(segments), near, 1).segments))).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    { n: 2 ** 40 + 1, up: 1 },
    { n: 31_415_926_535_897, up: 1 },
    { n: 31_415_926_535_897, up: -1 },
  ])('two that are all but parallel meet just where they cross, however long they are: $n, $up', ({ n, up }) => {
    // y = x (n + 1) / n and y = 1 + x (n − 1) / n, or both downwards: at x = n/2, halves up, and y = (n + 1)/2.
    const grid = gridded([
      { ax: 0, ay: 0, bx: n, by: up * (n + 1), origin: [0] },
      { ax: 0, ay: up, bx: n, by: up * n, origin: [1] },
    ]);
    const ends = listed(snapRound(grid, new SegmentCells(grid, 1)).sorted()).map(({ bx, by }) => `${bx} ${by}`);
    expect(ends).toContain(`${(n + 1) / 2} ${(up * (n + 1)) / 2}`);
  });

  test('each segment still leads from its one end to the other, within 0.71 units', () => {
    fc.assert(
      fc.property(drawn, (segments) => {
        const grid = gridded(segments);
        const pieces = listed(snapRound(grid, new SegmentCells(grid, 1)).sorted());
        for (const { ax, ay, bx, by, origin } of segments) {
          const own = pieces.filter((piece) => origin.every((i) => piece.origin.includes(i)));
          for (const piece of own) {
            for (const p of [[piece.ax, piece.ay] as const, [piece.bx, piece.by] as const]) {
              expect(distanceToSegment(p, { a: [ax, ay], b: [bx, by] })).toBeLessThanOrEqual(Math.SQRT1_2);
            }
          }
          const reached = new Set([`${ax} ${ay}`]);
          for (let grown = -1; grown !== reached.size; ) {
            grown = reached.size;
            for (const p of own) {
              const ends = [`${p.ax} ${p.ay}`, `${p.bx} ${p.by}`];
              if (ends.some((end) => reached.has(end))) for (const end of ends) reached.add(end);
            }
          }
          expect(reached.has(`${bx} ${by}`)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
