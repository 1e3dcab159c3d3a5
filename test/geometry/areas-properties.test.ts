import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Box,
  boxesOverlap,
  boxOfRegion,
  clipConvex,
  coveredArea,
  coveredPieces,
  crossingOf,
  type Measure,
  measure,
  type Piece,
  type Point,
  type Region,
  type Ring,
  regionOf,
  ringArea,
  rotate,
  translate,
  uncoveredPieces,
} from '../../src/geometry/index.js';
import { exactMeasure } from './exact.js';
import { type Geos, loadGeos } from './geos.js';
import { hall, office } from './offices.js';
import { rect } from './plans.js';
import { type RandomZone, randomZones } from './random-zones.js';

/** The first zones of a seed with fewer than `most` covers. */
function some(count: number, seed: number, most = 50): RandomZone[] {
  const zones: RandomZone[] = [];
  for (const zone of randomZones(seed)) {
    if (zone.cover.length < most) zones.push(zone);
    if (zones.length === count) break;
  }
  return zones;
}

const mapped = ({ rings, shadows }: Region, change: (ring: Ring) => Ring): Region => ({
  rings: rings.map(change),
  shadows: shadows.map(change),
});

/** Both figures are the same, within the bounds of both. */
function expectSame(p: Measure, q: Measure): void {
  expect(Math.abs(p.area - q.area)).toBeLessThanOrEqual(p.bound + q.bound);
  expect(Math.abs(p.covered - q.covered)).toBeLessThanOrEqual(p.bound + q.bound);
}

describe('the numerical bound', () => {
  test('holds the difference to rational arithmetic, beside the origin and 100 km from it', () => {
    for (const { target, cover } of some(60, 11, 6)) {
      for (const far of [0, 1e5]) {
        const moved = (region: Region): Region => mapped(region, (ring) => translate(ring, far, -far));
        const { area, covered, bound } = measure(moved(target), cover.map(moved));
        const exact = exactMeasure(moved(target), cover.map(moved));
        expect(Math.abs(area - exact.area)).toBeLessThanOrEqual(bound);
        expect(Math.abs(covered - exact.covered)).toBeLessThanOrEqual(bound);
        // A bound that says nothing would hold too: 1e-9 of the zone here, 1e-5 a hundred kilometres away.
        expect(bound).toBeLessThan((far === 0 ? 1e-9 : 1e-5) * Math.max(1, exact.area));
      }
    }
  });

  const changes: readonly { readonly name: string; readonly change: (ring: Ring) => Ring }[] = [
    { name: 'reversed', change: (ring) => ring.toReversed() },
    { name: 'begun at another point', change: (ring) => [...ring.slice(2), ...ring.slice(0, 2)] },
    { name: 'mirrored, so that slabs lie across', change: (ring) => ring.map(([x, y]): Point => [y, x]) },
    { name: 'turned', change: (ring) => rotate(ring, 0.7) },
    { name: 'moved', change: (ring) => translate(ring, 30, -12) },
    {
      name: 'every edge halved',
      change: (ring) => ring.flatMap((p, i) => [p, middle(p, ring[(i + 1) % ring.length])]),
    },
  ];
  test.each(changes)('rings $name measure the same', ({ change }) => {
    for (const { target, cover } of some(300, 12)) {
      const other = measure(
        mapped(target, change),
        cover.map((region) => mapped(region, change)),
      );
      expectSame(measure(target, cover), other);
    }
  });

  test('covers in another order, or twice, measure the same', () => {
    for (const { target, cover } of some(300, 13)) {
      expectSame(measure(target, cover), measure(target, cover.toReversed()));
      expectSame(measure(target, cover), measure(target, [...cover, ...cover]));
    }
  });

  test('with each cover more is covered, never less', () => {
    for (const { target, cover } of some(300, 14)) {
      const steps = cover.map((_, i) => measure(target, cover.slice(0, i + 1)));
      steps.forEach(({ covered, area, bound }, i) => {
        const before = steps[i - 1] ?? { covered: 0, bound: 0 };
        expect(covered).toBeGreaterThanOrEqual(before.covered - bound - before.bound);
        expect(covered).toBeLessThanOrEqual(area + bound);
      });
    }
  });

  test('what of a zone is covered is the same asked alone', () => {
    for (const { target, cover } of some(300, 15)) {
      const whole = measure(target, cover);
      const part = coveredArea(target, cover);
      expect(Math.abs(whole.covered - part.covered)).toBeLessThanOrEqual(whole.bound + part.bound);
    }
  });

  test('what is given as nothing is no more than asked for', () => {
    for (const least of [1e-4, 0.1, 2]) {
      for (const { target, cover } of some(300, 18)) {
        const whole = coveredArea(target, cover);
        const { covered } = coveredArea(target, cover, least);
        if (covered === 0) expect(whole.covered).toBeLessThanOrEqual(least + whole.bound);
        else expect(covered).toBe(whole.covered);
      }
    }
  });

  test('a view that ends at the wall between is nothing at once', () => {
    // The square turned by 45°: the view beyond its lower right side overlaps its box, and reaches 1 mm past the side.
    const diamond = rotate(rect(-1, -1, 2, 2), Math.PI / 4);
    const beyond = rotate(rect(0.999, -5, 5, 10), -Math.PI / 4);
    expect(coveredArea(regionOf(diamond), [regionOf(beyond)]).covered).toBeCloseTo(0.002, 9);
    expect(coveredArea(regionOf(diamond), [regionOf(beyond)], 0.01)).toMatchObject({ covered: 0 });
    expect(coveredArea(regionOf(diamond), [regionOf(beyond)], 1e-4).covered).toBeCloseTo(0.002, 9);
  });

  test('two covers: both less what is common', () => {
    for (const { target, cover, uncut } of some(300, 16)) {
      const [p, q] = cover;
      const clip = uncut[1]?.ring;
      if (p === undefined || q === undefined || clip === undefined) continue;
      const [onlyP, onlyQ, both] = [[p], [q], [p, q]].map((covers) => measure(target, covers));
      // What is common, from the outlines of the one measured against the other.
      const pieces = coveredPieces(target, [p]).map(({ outline: [outer = [], ...holes] }) => regionOf(outer, holes));
      const common = pieces.reduce((sum, piece) => sum + measure(piece, [q]).covered, 0);
      // 1e-5 m²: slivers that are no pieces.
      expect(Math.abs(onlyP.covered + onlyQ.covered - both.covered - common)).toBeLessThan(1e-5);
    }
  });
});

function middle(p: Point, q: Point): Point {
  return [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
}

test('nothing measured before changes a bit of the answer', () => {
  const zones = some(100, 17, 200);
  const answers = () =>
    zones.map(({ target, cover }) => [
      measure(target, cover),
      coveredArea(target, cover),
      coveredPieces(target, cover),
      uncoveredPieces(target, cover),
    ]);
  const forwards = answers();
  const { zone, views } = hall(1, 40, 80);
  measure(zone, views);
  zones.reverse();
  expect(answers().toReversed()).toEqual(forwards);
});

describe('rings joined by edges of no width', () => {
  // Teeth of 1 m at x 0, 2 and 4, up to y 3, on a bar up to y 1; cut at y 2 only their tops are left: 1 m² each.
  const comb: Ring = [
    [0, 0],
    [5, 0],
    [5, 3],
    [4, 3],
    [4, 1],
    [3, 1],
    [3, 3],
    [2, 3],
    [2, 1],
    [1, 1],
    [1, 3],
    [0, 3],
  ];
  const tops = clipConvex(comb, rect(-1, 2, 7, 3));
  const zone = regionOf(rect(0, 0, 5, 5));

  test('cover what their parts cover', () => {
    expect(crossingOf(tops)).toBeDefined();
    expect(measure(zone, [regionOf(tops)])).toMatchObject({ area: 25, covered: 3 });
    expect(coveredArea(zone, [regionOf(tops)]).covered).toBe(3);
  });

  test.each([0, 0.3])('come apart in pieces, turned by %d', (angle) => {
    const turned = (ring: Ring): Ring => rotate(ring, angle, [2, 1]);
    const lit = coveredPieces(regionOf(turned(zone.rings[0])), [regionOf(turned(tops))]);
    expect(lit.map(({ area, outline }) => [area, ...outline.map((ring) => ring.length)])).toEqual(
      Array.from({ length: 3 }, () => [expect.closeTo(1, 12), 4]),
    );
    const dark = uncoveredPieces(regionOf(turned(zone.rings[0])), [regionOf(turned(tops))]);
    expect(dark.map(({ area, outline }) => [area, outline.length])).toEqual([
      [expect.closeTo(22, 12), expect.any(Number)],
    ]);
  });

  test('hide what their parts hide', () => {
    const masked = { rings: [rect(0, 0, 5, 5)], shadows: [tops] };
    expect(measure(zone, [masked])).toMatchObject({ covered: 22 });
  });
});

describe('outlines that touch', () => {
  let geos: Geos;
  beforeAll(async () => {
    geos = await loadGeos();
  });

  const zone = rect(0, 0, 4, 4);
  const diamond: Ring = [
    [2, 0],
    [3, 1],
    [2, 2],
    [1, 1],
  ];
  const pinched: Ring = [
    [1, 1],
    [3, 1],
    [3, 2],
    [2, 1],
    [1, 2],
  ];
  // Rings of the one uncovered piece: the hole is a ring by itself, and the outline has a corner where it touches it.
  test.each([
    { name: 'a hole on its edge', covers: [diamond], rings: [5, 4], area: 14 },
    { name: 'two holes in a corner', covers: [rect(1, 1, 1, 1), rect(2, 2, 1, 1)], rings: [4, 4, 4], area: 14 },
    { name: 'a hole pinched to a point', covers: [pinched], rings: [4, 3, 3], area: 15 },
    {
      name: 'three holes in a row',
      covers: [diamond, rect(3, 1, 0.5, 1), rect(0.5, 1, 0.5, 1)],
      rings: [5, 4, 4, 4],
      area: 13,
    },
  ])('$name', ({ covers, rings, area }) => {
    for (const turned of [0, 0.3, 1]) {
      const turn = (ring: Ring): Region => regionOf(rotate(ring, turned));
      const [piece, ...none] = uncoveredPieces(turn(zone), covers.map(turn));
      expect(none).toEqual([]);
      expect(piece?.area).toBeCloseTo(area, 9);
      expect(piece?.outline.map((ring) => ring.length)).toEqual(rings);
      for (const ring of piece?.outline ?? []) expect(crossingOf(ring)).toBeUndefined();
      if (turned === 0) expect(geos.isValid(piece?.outline ?? [])).toBe(true);
    }
  });
});

// A plan turned back and forth stands off its axes by a rounding or by a georeference's last digit. Then all the edges of a
// wall lie within nanometres of each other in x and cross anywhere along it.
test.each([1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11])('rooms turned by %d against what is seen of them', (angle) => {
  const { zones, views } = office(1, 3, 30, 60);
  const turn = (region: Region): Region => mapped(region, (ring) => rotate(ring, angle, [15, 10]));
  const all = [...views, ...views.map(turn)];
  const box = (region: Region): Box => boxOfRegion(region) ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 };
  for (const zone of zones.map(turn)) {
    const cover = all.filter((view) => boxesOverlap(box(view), box(zone)));
    const { area, covered } = measure(zone, cover);
    const lit = coveredPieces(zone, cover);
    const dark = uncoveredPieces(zone, cover);
    const sum = (pieces: readonly Piece[]): number => pieces.reduce((total, piece) => total + piece.area, 0);
    // Slivers along walls are no pieces: 1e-6 of some metres each.
    expect(Math.abs(sum(lit) - covered)).toBeLessThan(1e-4);
    expect(Math.abs(sum(lit) + sum(dark) - area)).toBeLessThan(1e-4);
    for (const { area: inside, outline } of [...lit, ...dark]) {
      const [outer = [], ...holes] = outline;
      const traced = ringArea(outer) - holes.reduce((total, hole) => total + ringArea(hole), 0);
      expect(Math.abs(traced - inside)).toBeLessThan(1e-6);
    }
  }
});

describe('hundreds on one zone', () => {
  // Strips of 1/15 m, as wide as the gaps between them, 150 across and 150 along: of 20 m by 20 m a quarter is in none.
  const width = 1 / 15;
  const across = Array.from({ length: 150 }, (_, i) => rect(2 * i * width, -1, width, 22));
  const along = across.map((ring): Ring => ring.map(([x, y]): Point => [y, x]));
  const zone = regionOf(rect(0, 0, 20, 20));

  test('shadows of one view', () => {
    const view = { rings: [rect(-5, -5, 30, 30)], shadows: [...across, ...along] };
    expect(measure(zone, [view]).covered).toBeCloseTo(100, 8);
    expect(coveredPieces(zone, [{ ...view, shadows: across }])).toHaveLength(150);
  });

  test('covers', () => {
    const covers = [...across, ...along].map((ring) => regionOf(ring));
    expect(measure(zone, covers).covered).toBeCloseTo(300, 8);
  });

  test.each([0, 0.3])('islands in one sea that cells cut, turned by %d', (angle) => {
    // 196 squares of 1 m every 1.4 m.
    const turned = (ring: Ring): Region => regionOf(rotate(ring, angle));
    const squares = Array.from({ length: 196 }, (_, i) =>
      rect(0.5 + 1.4 * (i % 14), 0.5 + 1.4 * Math.floor(i / 14), 1, 1),
    );
    const target = turned(rect(0, 0, 20, 20));
    const cover = squares.map(turned);
    const [sea, ...none] = uncoveredPieces(target, cover);
    expect(none).toEqual([]);
    expect(sea?.area).toBeCloseTo(400 - 196, 8);
    // No corner where a cell's side went through.
    expect(sea?.outline.map((ring) => ring.length)).toEqual(Array.from({ length: 197 }, () => 4));
    const islands = coveredPieces(target, cover);
    expect(islands.map(({ outline }) => outline.map((ring) => ring.length))).toEqual(squares.map(() => [4]));
  });

  describe('views of a hall', () => {
    let geos: Geos;
    beforeAll(async () => {
      geos = await loadGeos();
    });

    test('agree with GEOS, which takes one after the other from the hall', () => {
      const { zone: whole, views } = hall(3, 60, 100);
      const ours = measure(whole, views);
      const theirs = geos.measure(whole, views);
      expect(Math.abs(ours.covered - theirs.covered)).toBeLessThan(1e-8 * theirs.area);
      const dark = uncoveredPieces(whole, views);
      expect(dark.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(ours.area - ours.covered, 4);
      for (const { area, outline } of dark) {
        expect(geos.isValid(outline)).toBe(true);
        const [outer = [], ...holes] = outline;
        expect(ringArea(outer) - holes.reduce((sum, hole) => sum + ringArea(hole), 0)).toBeCloseTo(area, 6);
      }
    });
  });
});
