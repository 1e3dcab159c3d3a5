import { expect, it } from 'vitest';
import type { Swing } from '../../src/import/draft.js';
import { arcsAmong, arcThrough, mergedSwings } from '../../src/import/read/dxf/shape/fit.js';
import { partedRooms } from './bodies/support.js';
import { dxf, entity, line, type Pair, polyline, said } from './dxf-support.js';
import { make } from './support.js';

type XY = readonly [number, number];

const walls = partedRooms(1, 1.9).map(({ a, b }) => line('WALL', a, b));
const leaf = line('DOOR', [4.25, 1], [3.35, 1]);
const HINGE: XY = [4.25, 1];
const on = (degrees: number, radius = 0.9): XY => [
  HINGE[0] + radius * Math.cos((degrees * Math.PI) / 180),
  HINGE[1] + radius * Math.sin((degrees * Math.PI) / 180),
];

/** A quarter circle about the hinge as cubic Béziers, the way programs write arcs as splines. */
function spline(layer: string): Pair[] {
  const k = 0.9 * 0.5522847498;
  const [x, y] = HINGE;
  const control = [[x, y + 0.9], [x - k, y + 0.9], [x - 0.9, y + k], [x - 0.9, y]]; // biome-ignore format: points
  const knots = [0, 0, 0, 0, 1, 1, 1, 1].map((knot): Pair => [40, knot]);
  const points = control.flatMap(([u = 0, v = 0]): Pair[] => [[10, u], [20, v]]); // biome-ignore format: points
  return entity('SPLINE', layer, [70, 8], [71, 3], [72, 8], [73, 4], ...knots, ...points);
}

function ellipse(layer: string, ratio = 1): Pair[] {
  return entity('ELLIPSE', layer, [10, HINGE[0]], [20, HINGE[1]], [11, 0.9], [21, 0], [40, ratio], [41, Math.PI / 2], [42, Math.PI]); // biome-ignore format: pairs
}

const chords = (count: number, off = 0): XY[] =>
  Array.from({ length: count + 1 }, (_, n) => on(90 + (90 * n) / count, 0.9 + (n % 2) * off));

const doors = (...entities: Pair[][]) =>
  make([dxf({ entities: [...walls, leaf, ...entities] })]).building.identified.draft.openings.map((one) => {
    const { kind, shape, keys } = one;
    const round = (value: number) => Math.round(value * 100) / 100;
    return [kind, shape.type === 'line' ? shape.line.map(([x, y]) => [round(x), round(y)]) : [], keys.unsure];
  });

const DOOR = [['door', [[4.25, 1], [4.25, 1.9]], undefined]]; // biome-ignore format: corners

it.each([
  ['a spline', [spline('DOOR')]],
  ['an ellipse that is round', [ellipse('DOOR')]],
  ['nine chords', [polyline('DOOR', chords(9), false)]],
  [
    'three bulges',
    [
      polyline(
        'DOOR',
        chords(3).map(([x, y]) => [x, y, Math.tan(Math.PI / 24)]),
        false,
      ),
    ],
  ],
  ['chords with the leaf in one line', [polyline('DOOR', [HINGE, ...chords(12)], false)]],
])('a swing drawn as %s is a door from its hinge', (_, entities) => {
  expect(doors(...entities)).toEqual(DOOR);
});

it('in a block its pieces are one swing', () => {
  const parts = [0, 1, 2].map((n) => entity('ARC', '0', [10, 0], [20, 0], [40, 0.9], [50, 90 + 30 * n], [51, 120 + 30 * n])); // biome-ignore format: arcs
  const block = { D: [...parts, line('0', [0, 0], [-0.9, 0])] };
  const drawn = dxf({ blocks: block, entities: [...walls, entity('INSERT', 'DOOR', [2, 'D'], [10, 4.25], [20, 1])] });
  const { openings } = make([drawn]).building.identified.draft;
  expect(openings.map(({ kind }) => kind)).toEqual(['door']);
});

it('no swing is seen in what is no arc', () => {
  const wave = Array.from({ length: 12 }, (_, n): XY => [n * 0.1, 0.2 * Math.sin(n)]);
  const box: XY[] = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]; // biome-ignore format: corners
  const bay: XY[] = [[0, 0], [0.5, 0.3], [1, 0.3], [1.5, 0]]; // biome-ignore format: corners
  const uneven = [90, 91, 120, 121, 150, 151, 180].map((degrees) => on(degrees));
  for (const points of [wave, box, bay, uneven, chords(8, 0.05), chords(2)]) expect(arcsAmong(points)).toEqual([]);
  // A straight run that ends in an arc: only its arc.
  const run: XY[] = [[4.25, 4], [4.25, 3], ...chords(8)]; // biome-ignore format: corners
  const [found, ...rest] = arcsAmong(run);
  expect(rest).toEqual([]);
  expect(found?.radius).toBeCloseTo(0.9, 6);
  expect(found?.sweep).toBeCloseTo(Math.PI / 2, 2);
});

it('a circle is no swing, and an ellipse that is flat stays a curve', () => {
  const circle = Array.from({ length: 25 }, (_, n) => on(15 * n));
  expect(arcThrough(circle)).toBeUndefined();
  const flat = make([dxf({ entities: [...walls, ellipse('WALL', 0.5), leaf] })]);
  const [curve = []] = flat.building.identified.draft.walls.flatMap(({ id, line }) =>
    id === 'ELLIPSE-1' ? [line] : [],
  );
  expect(curve.length).toBeGreaterThan(8);
  expect(curve.at(0)?.map((value) => Number(value.toFixed(3)))).toEqual([4.25, 1.45]);
  expect(curve.at(-1)?.map((value) => Number(value.toFixed(3)))).toEqual([3.35, 1]);
});

it('swings about one hinge that are no further than a leaf turns are one; a double-acting leaf stays two', () => {
  const swing = (from: number, to: number): Swing => ({ hinge: HINGE, ends: [on(from), on(to)] });
  const [one, ...rest] = mergedSwings([swing(0, 30), swing(60, 30), swing(60, 90)]);
  expect(rest).toEqual([]);
  expect(one?.ends).toEqual([on(0), on(90)]);
  expect(mergedSwings([swing(-90, 0), swing(0, 90)])).toHaveLength(2);
});

it('a spline without points is refused', () => {
  const { building } = make([dxf({ entities: [...walls, entity('SPLINE', 'WALL', [71, 3])] })]);
  expect(said(building.notes)).toContain(
    "refused: layer 'WALL': SPLINE can't be read; make polylines of them in the CAD program (1)",
  );
});
