import { describe, expect, test } from 'vitest';
import {
  along,
  azimuthOf,
  type Box,
  boxOf,
  createExpansion,
  distance,
  grow,
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
  signedArea,
  UNITS_PER_METRE,
  type Window,
} from '../../src/geometry/index.js';
import { drawPlan, seeded, segmentsOf } from '../bench/plans.js';
import { all, path, rect, SIZE, wall } from './plans.js';

const prepare = (walls: readonly Segment[]): PreparedWalls => prepareWalls(walls, { closeGaps: false });
const boundsOf = ({ segments }: PreparedWalls): Box =>
  grow(boxOf(...segments.map(({ a, b }) => [a, b])) ?? { minX: 0, minY: 0, maxX: 1, maxY: 1 }, 4);
const viewsAmong = (walls: PreparedWalls) => createExpansion(walls, boundsOf(walls)).among(all(walls));

/** m² of the rectangle that lies in any of the rings. */
const seen = (rings: readonly Ring[], x: number, y: number, w: number, h: number): number =>
  measure(
    regionOf(rect(x, y, w, h)),
    rings.map((ring) => regionOf(ring)),
  ).covered;

/** m² of a ring that lie in none of the others. */
function outside(ring: Ring, others: readonly Ring[]): number {
  const { area, covered } = measure(
    regionOf(ring),
    others.map((other) => regionOf(other)),
  );
  return area - covered;
}

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

/** Times as many plans when asked for. */
const MANY = process.env.SITECAM_LONG === undefined ? 1 : 50;
const HOURS = 3_600_000;

/** A place among walls, with positions in it from which its middle is seen. */
interface Placed {
  readonly walls: PreparedWalls;
  readonly place: Ring;
  readonly positions: readonly Point[];
  readonly window: Window | undefined;
}

type Kind = 'free' | 'before a wall' | 'on a wall' | 'across walls';

function* places(kind: Kind, plans: number, seed: number): Generator<Placed> {
  const random = seeded(seed);
  for (let i = 0; i < plans; i += 1) {
    const at = (): Point => [random() * SIZE, random() * SIZE];
    const tangle = Array.from({ length: 2 + Math.floor(random() * 16) }, () => wall(...at(), ...at()));
    const rotation = i % 4 === 1 ? 17 : 0;
    const walls = prepare(i % 2 === 0 ? tangle : segmentsOf(drawPlan({ kind: 'office', walls: 30, rotation }), 'open'));
    for (let k = 0; k < 4; k += 1) {
      const placed = placeIn(kind, walls, 0.6 * random(), random);
      if (placed !== undefined) yield { walls, ...placed, window: windowFor(kind, placed.facing, k, random) };
    }
  }
}

function placeIn(kind: Kind, walls: PreparedWalls, size: number, random: () => number) {
  const own = walls.segments[Math.floor(random() * walls.segments.length)];
  if (own === undefined) return undefined;
  const t = random();
  const foot = between(own.a, own.b, t);
  const facing = azimuthOf(own.a, own.b) + (random() < 0.5 ? 0 : Math.PI);
  const radius = Math.min(size, 0.9 * Math.min(t, 1 - t) * distance(own.a, own.b));
  const turns = kind === 'free' || kind === 'across walls' ? 8 : 7;
  const off = kind === 'free' ? 2 * random() : kind === 'across walls' ? 0.5 * radius : 0;
  const centre = along(foot, facing + Math.PI / 2, off);
  const round = Array.from({ length: turns }, (_, i) =>
    along(centre, facing + (i * 2 * Math.PI) / (turns === 8 ? 8 : 12), radius),
  );
  const place = kind === 'on a wall' ? [along(foot, facing, radius), along(foot, facing, -radius)] : round;
  const middle: Point = [
    place.reduce((sum, p) => sum + p[0], 0) / place.length,
    place.reduce((sum, p) => sum + p[1], 0) / place.length,
  ];
  const inner = Array.from({ length: 8 }, (): Point => {
    const [p = middle, q = middle] = [0, 1].map(() => place[Math.floor(random() * place.length)] ?? middle);
    const [u, v] = [random(), random()];
    return between(middle, between(p, q, u), v);
  });
  const corners = kind === 'before a wall' ? place.slice(1, -1) : place;
  const parted = (p: Point): boolean => walls.segments.some((s) => segmentsMeet(s, { a: middle, b: p }));
  const positions = [middle, ...corners, ...inner].filter((p) => kind === 'on a wall' || !parted(p));
  return { place, positions, facing };
}

const between = (p: Point, q: Point, t: number): Point => [p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])];

function windowFor(kind: Kind, facing: number, k: number, random: () => number): Window | undefined {
  if (kind === 'on a wall') return { from: facing, to: facing + Math.PI };
  const from = 2 * Math.PI * random();
  if (k === 1) return { from, to: from + 0.3 + random() };
  return k === 2 ? { from, to: from + 2 * Math.PI * random() } : undefined;
}

describe('views from a place hold for every position in it', () => {
  test.each<readonly [Kind, number]>([
    ['free', 24],
    ['before a wall', 24],
    ['on a wall', 16],
    ['across walls', 12],
  ])(
    '%s',
    (kind, plans) => {
      let compared = 0;
      for (const { walls, place, positions, window } of places(kind, MANY * plans, 20171201)) {
        const views = viewsAmong(walls);
        const any = views.fromAny(place, window);
        const every = views.fromAll(place, window);
        for (const eye of positions) {
          const ring = views.viewshed(eye, window);
          const where = `${kind} ${JSON.stringify({ place, eye, window })}`;
          // 1e-8 m²: rounding of where lines meet, over tens of metres.
          if (ring.length > 2) expect(outside(ring, any), where).toBeLessThan(1e-8);
          for (const part of every) expect(outside(part, [ring]), where).toBeLessThan(1e-8);
          compared += 1;
        }
      }
      expect(compared).toBeGreaterThan(300);
    },
    HOURS,
  );

  test.each([
    // An end of a wall lies where the star's round begins, so that rounding puts what it hides on either side of that.
    {
      walls: [
        wall(3.93, 4.15, 1.09, 0.62),
        wall(0.83, 9.97, 6.43, 10.38),
        wall(1.05, 0.67, 9.51, 0.62),
        wall(3.83, 4.43, 7.36, 1.3),
      ],
      x: 0.94,
      y: 8.64,
      half: 0.1529152972623706,
    },
    {
      walls: [wall(11.31, 1.28, 7.35, 3.75), wall(7.82, 2.7, 4.56, 3.32), wall(4.13, 3.46, 8.09, 11.27)],
      x: 6.24,
      y: 5.53,
      half: 0.11313681239262224,
    },
    {
      walls: [wall(1.33, 10.35, 2.68, 8.38), wall(1.43, 5.13, 4.78, 8.93)],
      x: 5.77,
      y: 9.7,
      half: 0.34455587677657606,
    },
  ])('where a wall ends just where one begins to look round, from ($x, $y)', ({ walls, x, y, half }) => {
    const views = createExpansion(prepare(walls), { minX: -2, minY: -2, maxX: 14, maxY: 14 }).among(
      all(prepare(walls)),
    );
    const place: Ring = [
      [x - half, y - half],
      [x + half, y - half],
      [x + half, y + half],
      [x - half, y + half],
    ];
    const every = views.fromAll(place);
    expect(every).toHaveLength(1);
    for (const part of every) for (const eye of place) expect(outside(part, [views.viewshed(eye)])).toBeLessThan(1e-8);
  });

  test('lines that no position sees along past two ends are not seen along', () => {
    // Without the line through both ends of two walls fromAny would be 3.8 m² larger, 1.2 %.
    const walls = prepare([wall(9, 9, 8.5, 8), wall(8.5, 4.5, 10, 10.5), wall(2, 2.5, 1.5, 4)]);
    const views = viewsAmong(walls);
    const place = rect(10.5, 10, 1, 1);
    const rim = place.flatMap((p, i) =>
      Array.from({ length: 64 }, (_, j) => between(p, place[(i + 1) % place.length] ?? p, j / 64)),
    );
    const box = boundsOf(walls);
    const whole = regionOf(rect(box.minX, box.minY, box.maxX - box.minX, box.maxY - box.minY));
    const area = (rings: readonly Ring[]): number =>
      measure(
        whole,
        rings.map((ring) => regionOf(ring)),
      ).covered;
    const any = area(views.fromAny(place));
    expect((any - area(rim.map((eye) => views.viewshed(eye)))) / any).toBeLessThan(2e-3);
  });

  test('and are no wider than that: 64 positions see nearly all of the one, and the other is all they share', () => {
    const random = seeded(7);
    let checked = 0;
    for (const { walls, place, positions } of places('free', 6, 5)) {
      // Where a wall parts the place there is nothing that all see.
      if (positions.length < 17) continue;
      const views = viewsAmong(walls);
      const rim = place.flatMap((p, i) =>
        Array.from({ length: 8 }, (_, j) => between(p, place[(i + 1) % place.length] ?? p, j / 8)),
      );
      const rings = rim.map((eye) => regionOf(views.viewshed(eye)));
      const any = views.fromAny(place);
      const box = boundsOf(walls);
      const whole = regionOf(rect(box.minX, box.minY, box.maxX - box.minX, box.maxY - box.minY));
      const area = measure(
        whole,
        any.map((ring) => regionOf(ring)),
      ).covered;
      // Positions leave gaps between what they see through slits; a bound that let each wall's end be passed by the
      // width of the place would be out by several per cent.
      expect(1 - measure(whole, rings).covered / area).toBeLessThan(3e-3);
      const [every = []] = views.fromAll(place);
      for (let i = 0; i < 100; i += 1) {
        const p: Point = [box.minX + random() * (box.maxX - box.minX), box.minY + random() * (box.maxY - box.minY)];
        const all = rim.every((eye) => !walls.segments.some((s) => segmentsMeet(s, { a: eye, b: p })));
        if (all) expect(locatePoint(every, p)).not.toBe('out');
        checked += all ? 1 : 0;
      }
    }
    expect(checked).toBeGreaterThan(50);
  });

  test('a point is seen from as it is', () => {
    for (const kind of ['free', 'on a wall'] as const) {
      for (const { walls, positions, window } of places(kind, 8, 11)) {
        const views = viewsAmong(walls);
        // Views end at the bounds, rounded outwards to the grid.
        const box = grow(boundsOf(walls), 1);
        const [eye = [0, 0]] = positions;
        const area = ringArea(views.viewshed(eye, window));
        const sum = (rings: readonly Ring[]): number =>
          seen(rings, box.minX, box.minY, box.maxX - box.minX, box.maxY - box.minY);
        // A nanometre of slack on every line of the one.
        expect(sum(views.fromAny([eye], window))).toBeCloseTo(area, 5);
        expect(sum(views.fromAll([eye], window))).toBeCloseTo(area, 6);
      }
    }
  });

  test('a larger place is seen from more widely by some and more narrowly by all', () => {
    for (const { walls, place, window } of places('free', 10, 13)) {
      const views = viewsAmong(walls);
      const [p = [0, 0]] = place;
      const smaller = place.map((q) => between(p, q, 0.5));
      for (const ring of views.fromAny(smaller, window)) {
        // From a part on the other side of a wall the middle of the whole isn't seen.
        if (views.fromAll(place).length === 0) continue;
        expect(outside(ring, views.fromAny(place, window))).toBeLessThan(1e-6);
      }
      for (const ring of views.fromAll(place, window)) {
        // Wide windows are looked at in halves, which part what lies within the place.
        const wide = window !== undefined && window.to - window.from > Math.PI;
        if (!wide) expect(outside(ring, views.fromAll(smaller, window))).toBeLessThan(1e-8);
      }
    }
  });

  test('among more walls all see less than some do among fewer', () => {
    const random = seeded(17);
    for (const { walls, place, window } of places('free', 12, 19)) {
      const few = all(walls).map(() => (random() < 0.6 ? 1 : 0));
      const expansion = createExpansion(walls, boundsOf(walls));
      const may = expansion.among(few).fromAny(place, window);
      for (const ring of expansion.among(all(walls)).fromAll(place, window)) {
        expect(outside(ring, may)).toBeLessThan(1e-8);
      }
    }
  });

  test('within a range as without one', () => {
    const random = seeded(23);
    for (const { walls, place } of places('free', 12, 29)) {
      const views = viewsAmong(walls);
      const range = 1 + 5 * random();
      const [centre = [0, 0]] = place;
      const circle = Array.from({ length: 40 }, (_, i) => along(centre, (i * Math.PI) / 20, range));
      const inRange = (rings: readonly Ring[]): number =>
        measure(
          regionOf(circle),
          rings.map((r) => regionOf(r)),
        ).covered;
      expect(inRange(views.fromAny(place, undefined, range))).toBeCloseTo(inRange(views.fromAny(place)), 6);
      // Within the range of one corner all lies within that and the place's width, 1.2 m at most, of the others.
      expect(inRange(views.fromAll(place, undefined, range + 1.2))).toBeCloseTo(inRange(views.fromAll(place)), 6);
    }
  });

  test('no ring covers itself', () => {
    for (const { walls, place } of places('free', 12, 31)) {
      for (const ring of viewsAmong(walls).fromAny(place)) {
        // Were a part covered twice, its even-odd area would be less than its signed one.
        expect(measure(regionOf(ring), []).area).toBeCloseTo(signedArea(ring), 6);
      }
    }
  });
});

describe('a place that nothing can be said of', () => {
  const crossing = [wall(1, 1, 5, 5), wall(1, 5, 5, 1)];
  const walls: PreparedWalls = {
    segments: crossing,
    origin: [[0], [1]],
    leaks: [],
    units: Float64Array.from(crossing.flatMap(({ a, b }) => [...a, ...b].map((v) => v * UNITS_PER_METRE))),
  };

  test('may see anything and sees nothing for certain', () => {
    const views = createExpansion(walls, { minX: 0, minY: 0, maxX: 8, maxY: 8 }).among(all(walls));
    expect(seen(views.fromAny(rect(1, 2, 1, 1)), 0, 0, 8, 8)).toBeCloseTo(64, 6);
    expect(views.fromAll(rect(1, 2, 1, 1))).toEqual([]);
  });

  test('a place of no points has no view', () => {
    const views = viewsAmong(prepare([wall(0, 0, 4, 0)]));
    expect([views.fromAny([]), views.fromAll([])]).toEqual([[], []]);
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
