import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSweep, measure, type Point, prepareWalls, regionOf, type Segment } from '../../src/geometry/index.js';
import { anyPoint, anyWalls, bounds, path, sweepOf, wall } from './plans.js';

const open = (walls: readonly Segment[]) => prepareWalls(walls, { closeGaps: false });
const closed = (walls: readonly Segment[]) => prepareWalls(walls, { closeGaps: true });

/** Pieces as text, a → b. */
const drawn = ({ segments }: { readonly segments: readonly Segment[] }): string[] =>
  segments.map(({ a, b }) => `${a.join(',')} ${b.join(',')}`);

describe('prepared walls', () => {
  test('are split where they cross, with the origin of each piece', () => {
    const walls = open([wall(0, 1, 4, 1), wall(2, 0, 2, 3)]);
    expect(drawn(walls)).toEqual(['0,1 2,1', '2,0 2,1', '2,1 2,3', '2,1 4,1']);
    expect(walls.origin).toEqual([[0], [1], [1], [0]]);
  });

  test('are split at T-junctions and where they overlap; what coincides stands for both', () => {
    const walls = open([wall(0, 0, 4, 0), wall(3, 0, 6, 0), wall(2, 0, 2, 2)]);
    expect(drawn(walls)).toEqual(['0,0 2,0', '2,0 2,2', '2,0 3,0', '3,0 4,0', '4,0 6,0']);
    expect(walls.origin).toEqual([[0], [2], [0], [0, 1], [1]]);
  });

  test('ends nearer than 5 mm are one, ends 5 mm apart, within the tolerance of 1.5 mm, are not', () => {
    for (const gap of [0.003, 0.0034]) {
      expect(drawn(open([wall(0, 0, 2, 0), wall(2 + gap, 0, 4, 0)]))).toEqual(['0,0 2,0', '2,0 4,0']);
      expect(open([wall(0, 0, 2, 0), wall(2 + gap, 0, 4, 0)]).leaks).toEqual([]);
    }
    for (const gap of [0.0036, 0.004, 0.005, 0.006]) {
      expect(drawn(open([wall(0, 0, 2, 0), wall(2 + gap, 0, 4, 0)]))).toHaveLength(2);
      expect(open([wall(0, 0, 2, 0), wall(2 + gap, 0, 4, 0)]).leaks).toHaveLength(1);
    }
  });

  test('of near ends the one stays where most walls meet, on whichever side of it the others lie', () => {
    const square = path([0, 0], [4, 0], [4, 4], [0, 4], [0, 0]);
    for (const [dx, dy] of [
      [0.003, 0.001],
      [-0.003, 0.001],
      [0.001, -0.003],
      [-0.001, -0.003],
    ]) {
      const stub = wall(4 + dx, 4 + dy, 7, 9);
      expect(drawn(open([...square, stub]))).toEqual(['0,0 0,4', '0,0 4,0', '0,4 4,4', '4,0 4,4', '4,4 7,9']);
      // Further left than all the others.
      const west = wall(-3, -5, dx, dy);
      expect(drawn(open([...square, west]))).toEqual(['-3,-5 0,0', '0,0 0,4', '0,0 4,0', '0,4 4,4', '4,0 4,4']);
    }
  });

  test('an end nearer than 5 mm to the inside of a wall is joined to it', () => {
    const walls = open([wall(0, 0, 4, 0), wall(2, 0.003, 2, 3)]);
    expect(drawn(walls)).toEqual(['0,0 2,0.003', '2,0.003 2,3', '2,0.003 4,0']);
  });

  test('a chain of near ends does not collapse', () => {
    const spokes = [0, 0.003, 0.006, 0.009, 0.012].map((x, i) => wall(x, 0, x, 3 + i));
    const { segments } = open(spokes);
    const feet = new Set(
      segments
        .flatMap(({ a, b }) => [a, b])
        .filter((p) => p[1] === 0)
        .map((p) => p[0]),
    );
    expect([...feet].sort()).toEqual([0, 0.006, 0.012]);
  });

  test('a gap of 5–50 mm is a leak with its width and both walls, one of more is an opening', () => {
    const [leak, ...others] = open([wall(0, 0, 2, 0), wall(2.03, 0, 4, 0)]).leaks;
    expect(others).toEqual([]);
    expect(leak?.gap).toBeCloseTo(0.03, 10);
    expect(leak?.at[0]).toBeCloseTo(2.015, 10);
    expect(leak?.between).toEqual([0, 1]);
    for (const [gap, leaks] of [
      [0.051, 1],
      [0.0514, 1],
      [0.0516, 0],
      [0.052, 0],
    ])
      expect(open([wall(0, 0, 2, 0), wall(2 + gap, 0, 4, 0)]).leaks).toHaveLength(leaks);
  });

  test('a gap between two free ends is one leak, whichever way the walls run', () => {
    for (const direction of [0, 90, 180, 270]) {
      for (const from of [1, -5]) {
        const [cos, sin] = [Math.cos((direction * Math.PI) / 180), Math.sin((direction * Math.PI) / 180)];
        const at = (along: number): Point => [from + along * cos, 2 + along * sin];
        const { leaks } = open([...path(at(0), at(3)), ...path(at(3.02), at(6))]);
        expect(leaks.map(({ gap, between }) => [gap, between])).toEqual([[expect.closeTo(0.02, 6), [0, 1]]]);
      }
    }
  });

  test('a free end short of the inside of a wall leaks too', () => {
    const walls = [wall(0, 0, 4, 0), wall(2, 0.02, 2, 3)];
    expect(open(walls).leaks.map((l) => [l.at, l.between])).toEqual([
      [
        [2, 0.01],
        [0, 1],
      ],
    ]);
    expect(drawn(closed(walls))).toEqual(['0,0 2,0', '2,0 2,0.02', '2,0 4,0', '2,0.02 2,3']);
    expect(closed(walls).origin[1]).toEqual([]);
  });

  test('from a free end to two corners as near are two leaks', () => {
    const room = (side: 1 | -1) =>
      path([2.03, side * 0.02], [5, side * 0.02], [5, 3 * side], [2.03, 3 * side], [2.03, side * 0.02]);
    const walls = [wall(0, 0, 2, 0), ...room(1), ...room(-1)];
    for (const order of [walls, [...walls].reverse()]) {
      const places = open(order).leaks.map(({ at: [x, y] }) => [x.toFixed(4), y.toFixed(4)].join());
      expect(places.sort()).toEqual(['2.0150,-0.0100', '2.0150,0.0100']);
    }
  });

  test('closed corners near each other and short stubs are no leaks', () => {
    const rooms = [
      ...path([0, 0], [4, 0], [4, 3], [0, 3], [0, 0]),
      ...path([4.03, 0], [8, 0], [8, 3], [4.03, 3], [4.03, 0]),
    ];
    expect(open([...rooms, wall(2, 0, 2, 0.03)]).leaks).toEqual([]);
  });

  test('a closed gap lets nothing through, an open one does', () => {
    const box = path([0, 0], [8, 0], [8, 5], [0, 5], [0, 0]);
    const walls = [...box, wall(4, 0, 4, 2.48), wall(4, 2.5, 4, 5)];
    const beyond = regionOf([
      [4.001, 0],
      [8, 0],
      [8, 5],
      [4.001, 5],
    ]);
    const seen = (prepared: ReturnType<typeof open>): number =>
      measure(beyond, [regionOf(sweepOf(prepared, bounds).viewshed([2, 2.5]))]).covered;
    expect(seen(closed(walls))).toBe(0);
    // Through 0.02 m at 2 m: a triangle from (4, 2.48…2.5) widening by 0.01 a metre; 0.02·4 + 0.01·4²/2 = 0.16.
    expect(seen(open(walls))).toBeCloseTo(0.16 - 0.00002, 5);
  });

  test('worlds selected from one preparation never see more for having more walls', () => {
    fc.assert(
      fc.property(anyWalls, fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), anyPoint, (walls, keep, eye) => {
        const all = closed(walls);
        const fewer = Uint8Array.from(all.origin, (sources) => (sources.some((i) => keep[i] === true) ? 1 : 0));
        const wide = createSweep(all, bounds).among(fewer).viewshed(eye);
        const narrow = sweepOf(all, bounds).viewshed(eye);
        const { area, covered } = measure(regionOf(narrow), [regionOf(wide)]);
        // 1e-9 m²: rounding of crossings alone, on walls in any direction.
        expect(area - covered).toBeLessThan(1e-9);
      }),
      { numRuns: 300 },
    );
  });

  test('keep within 0.1 mm of where they were drawn, away from near ends', () => {
    const turned = (p: Point): Point => [
      p[0] * Math.cos(0.3) - p[1] * Math.sin(0.3),
      p[0] * Math.sin(0.3) + p[1] * Math.cos(0.3),
    ];
    const walls = path([0, 0], [8, 0], [8, 5], [0, 5], [0, 0]).map(({ a, b }) => ({ a: turned(a), b: turned(b) }));
    const back = open(walls).segments.flatMap(({ a, b }) => [a, b]);
    for (const { a } of walls) {
      expect(Math.min(...back.map((p) => Math.hypot(p[0] - a[0], p[1] - a[1])))).toBeLessThan(1e-4);
    }
  });
});
