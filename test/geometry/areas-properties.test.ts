import { describe, expect, test } from 'vitest';
import {
  coveredArea,
  coveredPieces,
  type Measure,
  measure,
  type Point,
  type Region,
  type Ring,
  regionOf,
  rotate,
  translate,
  uncoveredPieces,
} from '../../src/geometry/index.js';
import { exactMeasure } from './exact.js';
import { hall } from './offices.js';
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

  test('a view round everything but a corner beside the zone is no less for that corner', () => {
    const diamond = rotate(rect(-1, -1, 2, 2), Math.PI / 4);
    const view = { rings: [rect(-5, -5, 10, 10)], shadows: [rect(1.1, 1.1, 0.2, 0.2)] };
    expect(coveredArea(regionOf(diamond), [view], 1e-4).covered).toBeCloseTo(4, 12);
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
