import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Box,
  boxesOverlap,
  boxOfRegion,
  clipConvex,
  coveredArea,
  coveredPieces,
  crossingOf,
  measure,
  outlineOfPieces,
  type Piece,
  type Point,
  type Region,
  type Ring,
  regionOf,
  ringArea,
  rotate,
  uncoveredPieces,
} from '../../src/geometry/index.js';
import { type Geos, loadGeos } from './geos.js';
import { hall, office } from './offices.js';
import { rect } from './plans.js';

const mapped = ({ rings, shadows }: Region, change: (ring: Ring) => Ring): Region => ({
  rings: rings.map(change),
  shadows: shadows.map(change),
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

describe('the length of an outline leaves out hairlines', () => {
  const length = (ring: Ring): number => outlineOfPieces([{ area: ringArea(ring), outline: [ring] }]);

  test.each([0, 0.4, 1.9, 3, 4.6])('turned by %d', (angle) => {
    // A room of 10 m by 4 m with a hairline of 0.2 mm by 6 m at one corner: 28 m without the hairline's long sides.
    const room: Ring = [
      [0, 0],
      [10, 0],
      [10, 3.9998],
      [16, 3.9998],
      [16, 4],
      [0, 4],
    ];
    expect(length(rotate(room, angle))).toBeCloseTo(28, 9);
    // A wedge that opens to 10 mm over 20 m is a hairline, up to 0.5 mm wide, for its first metre of the twenty.
    const wedge: Ring = [
      [0, 0],
      [20, 0],
      [20, 0.01],
    ];
    expect(length(rotate(wedge, angle))).toBeCloseTo(19 + 19 + 0.01, 4);
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

test('slits that are no nanometre wide leave outlines that GEOS finds valid, whichever way they run', async () => {
  const geos = await loadGeos();
  for (const width of [3e-10, 6e-10, 9e-10, 1.1e-9, 3e-9]) {
    for (let angle = 0; angle < 3.2; angle += 0.1) {
      const turn = (ring: Ring): Region => regionOf(rotate(ring, angle));
      // Between the zone's left side and the cover beside it, which is open to that side in the middle.
      const bracket: Ring = [
        [width, 1],
        [2, 1],
        [2, 3],
        [width, 3],
        [width, 2.2],
        [1, 2.2],
        [1, 1.8],
        [width, 1.8],
      ];
      const dark = uncoveredPieces(turn(rect(0, 0, 4, 4)), [turn(bracket)]);
      expect(dark.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(16 - 4 + 0.4, 6);
      if (angle === 0) expect(dark).toHaveLength(width < 1e-9 ? 2 : 1);
      for (const { outline } of dark) expect(geos.isValid(outline), `${width} at ${angle}`).toBe(true);
    }
  }
});

test("a view that ends on the zone's slanted side, a nanometre off, leaves an outline that GEOS finds valid", async () => {
  const geos = await loadGeos();
  const zone: Ring = [
    [9.325795717103217, 3.30890069491282],
    [13.784733377489932, 4.672134744404536],
    [12.450851410492703, 9.035066068906197],
    [7.991913750105988, 7.671832019414481],
  ];
  const view: Ring = [
    [11.9469177039208, 7.600272392936597],
    [12.694083560483199, 8.23948955231643],
    [12.4508514, 9.0350661],
    [11.466010864142984, 8.733970114319249],
  ];
  const [piece, ...none] = uncoveredPieces(regionOf(zone), [regionOf(view)]);
  expect(none).toEqual([]);
  expect(geos.isValid(piece?.outline ?? [])).toBe(true);
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
    for (const strips of [across, along]) {
      const between = coveredPieces(zone, [{ ...view, shadows: strips }]);
      expect(between).toHaveLength(150);
      expect(between.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(200, 8);
    }
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
