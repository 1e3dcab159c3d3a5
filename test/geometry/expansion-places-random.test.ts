import { describe, expect, test } from 'vitest';
import {
  along,
  createExpansion,
  grow,
  locatePoint,
  measure,
  type Point,
  type Ring,
  regionOf,
  ringArea,
  segmentsMeet,
  signedArea,
} from '../../src/geometry/index.js';
import { seeded } from '../bench/plans.js';
import { between, boundsOf, type Kind, outside, places, prepare, seen, viewsAmong } from './places.js';
import { all, rect, wall } from './plans.js';

/** Times as many plans when asked for. */
const MANY = process.env.SITECAM_LONG === undefined ? 1 : 50;
const HOURS = 3_600_000;

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
