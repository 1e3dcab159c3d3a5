import { describe, expect, test } from 'vitest';
import { attempt, withBudget } from '../../src/base/budget.js';
import {
  along,
  createExpansion,
  measure,
  type PreparedWalls,
  type Ring,
  regionOf,
  ringArea,
  rotate,
  UNITS_PER_METRE,
  type Window,
} from '../../src/geometry/index.js';
import { GateLists } from '../../src/geometry/visibility/expansion/walk.js';
import { seeded } from '../bench/plans.js';
import { prepare, seen, viewsAmong } from './places.js';
import { all, path, rect, wall } from './plans.js';

describe('views from a place, with areas worked by hand, to 1e-6 m²', () => {
  const room = path([0, -5], [4, -5], [4, 5], [0, 5], [0, -5]);
  // A metre of positions across the room, looking east.
  const place: Ring = [
    [1, -0.5],
    [1, 0.5],
  ];
  const east: Window = { from: -Math.PI / 2, to: Math.PI / 2 };

  test('through an opening of 2 m, 1 m ahead', () => {
    // Beyond x = 2 some position sees up to the line from (1, −0.5) through (2, 1), y = 4 at the far wall: a trapezoid of
    // 2 and 8 by 2, 10 m². All see up to that from (1, 0.5), y = 2 there: 2 and 4 by 2, 6 m².
    const views = viewsAmong(prepare([...room, wall(2, -5, 2, -1), wall(2, 1, 2, 5)]));
    expect(seen(views.fromAny(place, east), 2, -5, 2, 10)).toBeCloseTo(10, 6);
    expect(seen(views.fromAll(place, east), 2, -5, 2, 10)).toBeCloseTo(6, 6);
    // Before it all positions see everything ahead.
    expect(seen(views.fromAny(place, east), 0, -5, 2, 10)).toBeCloseTo(10, 6);
    expect(seen(views.fromAll(place, east), 0, -5, 2, 10)).toBeCloseTo(10, 6);
  });

  test('past a post of half a metre', () => {
    // From (1, ±0.5) past (2, ±0.25) the lines meet at (3, 0): 0.25 m² behind the post that none sees. Those from
    // (1, ∓0.5) leave it at slopes of ±0.75: 0.5 to 3.5 m by 2 m, 4 m² that not all see.
    const views = viewsAmong(prepare([...room, wall(2, -0.25, 2, 0.25)]));
    expect(seen(views.fromAny(place, east), 1, -5, 3, 10)).toBeCloseTo(30 - 0.25, 6);
    expect(seen(views.fromAll(place, east), 1, -5, 3, 10)).toBeCloseTo(30 - 4, 6);
  });

  test('along a wall seen end-on from the middle', () => {
    // From (1, ±0.5) past the near end (2, 0): all see neither half of the wedge of slopes ±0.5 behind it, 2 by 2/2.
    const views = viewsAmong(prepare([...room, wall(2, 0, 4, 0)]));
    expect(seen(views.fromAny(place, east), 1, -5, 3, 10)).toBeCloseTo(30, 6);
    expect(seen(views.fromAll(place, east), 1, -5, 3, 10)).toBeCloseTo(30 - 2, 6);
  });

  test('in a window of 90° to the east', () => {
    // Without walls between: some position has in its window what lies above y = −0.5 − (x − 1) and below the mirror
    // line, up to x = 4: 1 and 7 by 3, 12 m². All have what lies above 0.5 − (x − 1) and below that mirrored: from
    // x = 1.5 on a triangle of 5 by 2.5, 6.25 m².
    const views = viewsAmong(prepare(room));
    const window = { from: -Math.PI / 4, to: Math.PI / 4 };
    expect(seen(views.fromAny(place, window), 0, -5, 4, 10)).toBeCloseTo(12, 6);
    expect(seen(views.fromAll(place, window), 0, -5, 4, 10)).toBeCloseTo(6.25, 6);
  });

  test('a place that a wall parts counts on its middle’s side only', () => {
    // A square of 1 m about (1.9, 0); the wall at x = 2 leaves its west part.
    const views = viewsAmong(prepare([...room, wall(2, -5, 2, 5)]));
    const square = rect(1.4, -0.5, 1, 1);
    expect(ringArea(views.reachable(square))).toBeCloseTo(0.6, 6);
    expect(seen(views.fromAny(square), 0, -5, 2, 10)).toBeCloseTo(20, 6);
    expect(seen(views.fromAny(square), 2, -5, 2, 10)).toBeLessThan(1e-6);
    expect(views.fromAll(square)).toEqual([]);
    expect(seen(views.fromAll(views.reachable(square)), 0, -5, 4, 10)).toBeCloseTo(20, 6);
  });

  test('a place whose very middle a wall runs through counts on one side, and sees that side', () => {
    for (const by of [0, Math.PI / 2, Math.PI, -Math.PI / 2]) {
      const turned = (ring: Ring): Ring =>
        rotate(ring, by, [2, 0]).map(([x, y]) => [Number(x.toFixed(9)), Number(y.toFixed(9))]);
      const [square, east, west] = [rect(1.5, -0.5, 1, 1), rect(2, -5, 2, 10), rect(0, -5, 2, 10)].map(turned);
      const views = viewsAmong(prepare([...path(...east, east[0]), ...path(...west, west[0])]));
      const sides = (rings: readonly Ring[]): number[] =>
        [east, west].map(
          (side) =>
            measure(
              regionOf(side),
              rings.map((ring) => regionOf(ring)),
            ).covered,
        );
      const near = sides([views.reachable(square)]);
      expect(near.toSorted()).toEqual([expect.closeTo(0, 6), expect.closeTo(0.5, 6)]);
      expect(sides(views.fromAny(square))).toEqual(near.map((area) => expect.closeTo(40 * area, 6)));
      expect(sides(views.fromAll(views.reachable(square)))).toEqual(near.map((area) => expect.closeTo(40 * area, 6)));
    }
  });

  test('a wall that ends in the place leaves nothing that all see', () => {
    const views = viewsAmong(prepare([...room, wall(2, -5, 2, 0)]));
    expect(views.fromAll(rect(1.4, -0.5, 1, 1))).toEqual([]);
    // All is seen from the part of the place above the wall's end.
    expect(seen(views.fromAny(rect(1.4, -0.5, 1, 1)), 0, -5, 4, 10)).toBeCloseTo(40, 6);
  });

  test('a baffle that no line of sight passes lets nothing through', () => {
    // Above (2, 1) and below (2.2, 0.8) lead only lines of slope −1 or steeper, which pass x = 1 above y = 2. Tangents alone
    // would leave open what lies above the line from (1, 0.5) past (2, 1), y = 2 at the far wall, and below that from
    // (1, −0.5) past (2.2, 0.8), y = 2.75 there.
    const views = viewsAmong(prepare([...room, wall(2, -5, 2, 1), wall(2.2, 0.8, 2.2, 5)]));
    expect(seen(views.fromAny(place, east), 2.2, -5, 1.8, 10)).toBeLessThan(1e-6);
  });

  test('a wall that reaches halfway through a place, in any direction, parts nothing of it', () => {
    const random = seeded(3);
    const place = Array.from({ length: 8 }, (_, i) => along([4, 4], (i * Math.PI) / 4, 0.5));
    for (let i = 0; i < 100; i += 1) {
      const end = along([4, 4], 2 * Math.PI * random(), 0.4 * random());
      const views = viewsAmong(prepare([{ a: along(end, 2 * Math.PI * random(), 2), b: end }]));
      expect(ringArea(views.reachable(place))).toBeCloseTo(ringArea(place), 9);
    }
  });

  test('positions along a wall look out on its side', () => {
    // On the west wall: the wall hides nothing. All see the whole room but for what the post hides from some.
    const views = viewsAmong(prepare([...room, wall(1, -0.25, 1, 0.25)]));
    const onWall: Ring = [
      [0, -0.5],
      [0, 0.5],
    ];
    // As past the post above, with slopes of 0.75 over 3 m: 0.5 to 5 m, 8.25 m².
    expect(seen(views.fromAll(onWall, east), -6, -5, 10, 10)).toBeCloseTo(40 - 8.25, 6);
    expect(seen(views.fromAny(onWall, east), 0, -5, 4, 10)).toBeCloseTo(40 - 0.25, 6);
    expect(seen(views.fromAny(onWall, east), -6, -5, 6, 10)).toBeLessThan(1e-6);
  });
});

describe('a place that nothing can be said of', () => {
  const crossing = [wall(1, 1, 5, 5), wall(1, 5, 5, 1)];
  const walls: Pick<PreparedWalls, 'segments' | 'units'> = {
    segments: crossing,
    units: Float64Array.from(crossing.flatMap(({ a, b }) => [...a, ...b].map((v) => v * UNITS_PER_METRE))),
  };

  test('may see anything and sees nothing for certain', () => {
    const views = createExpansion(walls, { minX: 0, minY: 0, maxX: 8, maxY: 8 }).among(all(walls));
    expect(seen(views.fromAny(rect(1, 2, 1, 1)), 0, 0, 8, 8)).toBeCloseTo(64, 6);
    expect(views.fromAll(rect(1, 2, 1, 1))).toEqual([]);
  });

  test('a view that ran out of its budget leaves nothing to the next', () => {
    const walls = prepare([wall(2, 1, 2, 5), wall(4, 0, 4, 3), wall(6, 2, 6, 7), wall(1, 6, 5, 6)]);
    const views = createExpansion(walls, { minX: 0, minY: 0, maxX: 8, maxY: 8 }).among(all(walls));
    const [here, there] = [rect(0.5, 0.5, 0.5, 0.5), rect(6.5, 6.5, 0.5, 0.5)];
    const alone = views.fromAll(there);
    const runsOut = (steps: number) => withBudget(1e6, () => attempt(steps, () => views.fromAll(here))) === undefined;
    let refused = 0;
    for (let steps = 1; runsOut(steps); steps += 20) {
      refused += 1;
      expect(views.fromAll(there)).toEqual(alone);
    }
    expect(refused).toBeGreaterThan(1);
  });

  test('a place of no points has no view', () => {
    const views = viewsAmong(prepare([wall(0, 0, 4, 0)]));
    expect([views.fromAny([]), views.fromAll([])]).toEqual([[], []]);
  });

  test('an eye outside of the bounds has spans all round, as its view has', () => {
    const walls = prepare([wall(0, 0, 0, 4), wall(2, 5, 5, 5)]);
    const views = createExpansion(walls, { minX: -1, minY: -1, maxX: 5, maxY: 6 }).among(all(walls));
    const [ex, ey] = [-3, 2];
    const { spans, end } = views.spans([ex, ey], undefined, 20);
    let area = 0;
    for (let at = 0; at < end; at += 10) {
      const [ax, ay, bx, by] = [1, 2, 3, 4].map((n) => spans[at + n] / UNITS_PER_METRE);
      area += ((ax - ex) * (by - ey) - (ay - ey) * (bx - ex)) / 2;
    }
    expect(area).toBeCloseTo(ringArea(views.viewshed([ex, ey], undefined, 20)), 6);
  });

  test('lists of gates hold as many as are passed', () => {
    const lists = new GateLists();
    lists.clear(200);
    let list = 0;
    for (let gate = 0; gate < 200; gate++) list = lists.with(gate, list);
    const passed: number[] = [];
    for (let at = list; at > 0; at = lists.before[at]) passed.push(lists.wall[at]);
    expect(passed.reverse()).toEqual(Array.from({ length: 200 }, (_, gate) => gate));
  });

  test('a place outside of the bounds widens them', () => {
    // From x = −12…−11 the wall x = 0, y 0…4 is passed above and below by some.
    const views = createExpansion(prepare([wall(0, 0, 0, 4)]), { minX: -1, minY: -1, maxX: 5, maxY: 5 }).among(
      Uint8Array.of(1),
    );
    const place = rect(-12, 1.5, 1, 1);
    expect(seen(views.fromAny(place), -11, 1, 10, 2)).toBeCloseTo(20, 6);
    // Behind the wall nothing is seen: the umbra widens from 4 m.
    expect(seen(views.fromAny(place), 0, 0, 5, 4)).toBeLessThan(1e-6);
  });
});
