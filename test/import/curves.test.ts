import { describe, expect, it } from 'vitest';
import type { Swing } from '../../src/import/draft.js';
import { IDENTITY } from '../../src/import/read/dxf/parse/matrix.js';
import { arcsAmong, arcThrough, mergedSwings } from '../../src/import/read/dxf/shape/fit.js';
import { outlineOf } from '../../src/import/read/dxf/shape/outline.js';
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

function ellipse(layer: string, ratio = 1, [from, to]: XY = [Math.PI / 2, Math.PI]): Pair[] {
  return entity('ELLIPSE', layer, [10, HINGE[0]], [20, HINGE[1]], [11, 0.9], [21, 0], [40, ratio], [41, from], [42, to]); // biome-ignore format: pairs
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

describe('drawn on a plane that faces down, which mirrors nothing but what lies in it', () => {
  const down: Pair = [230, -1];

  it.each([
    ['a spline', [[...spline('DOOR'), down]]],
    // Seen from below it turns the other way.
    ['an ellipse', [[...ellipse('DOOR', 1, [Math.PI, 1.5 * Math.PI]), down]]],
    // Its own plane: x is mirrored.
    ['an arc', [entity('ARC', 'DOOR', [10, -4.25], [20, 1], [40, 0.9], [50, 0], [51, 90], down)]],
  ])('%s is the same door', (_, entities) => {
    expect(doors(...entities)).toEqual(DOOR);
  });

  /** The lines that an entity draws, rounded. */
  const drawn = ([[, type], ...pairs]: Pair[], vertices: Pair[][] = []) => {
    const groupsOf = (all: readonly Pair[]) => all.map(([code, value]) => ({ code, value: `${value}`, line: 1 }));
    const parts = vertices.map((own) => ({ type: 'VERTEX', groups: groupsOf(own), line: 1, parts: [] }));
    const outline = outlineOf({ type: `${type}`, groups: groupsOf(pairs), line: 1, parts }, IDENTITY, 0.005);
    if (typeof outline === 'string') throw new Error(outline);
    return outline.lines.map((line) => line.map((point) => point.map((value) => Math.round(value * 1e6) / 1e6)));
  };

  it('an ellipse lies where its centre is, and turns the other way', () => {
    const half = entity('ELLIPSE', 'WALL', [10, 3], [20, 2.5], [11, 0], [21, 1.5], [40, 0.2], [41, 0], [42, Math.PI]);
    const [up] = drawn(half);
    const [seen] = drawn([...half, down]);
    expect(up?.[0]).toEqual([3, 4]);
    expect(up?.every(([x]) => x !== undefined && x <= 3)).toBe(true);
    expect(seen).toEqual(up?.map(([x, y]) => [6 - (x ?? 0), y]));
  });

  it('a multiline and a polyline in space lie where their points are; a flat polyline is mirrored', () => {
    const element = (offset: number): Pair[] => [[74, 2], [41, offset], [41, 0], [75, 0]]; // biome-ignore format: pairs
    const vertex = (x: number): Pair[] => [[11, x], [21, 5], [12, 1], [22, 0], [13, 0], [23, 1], ...element(0), ...element(-0.2)]; // biome-ignore format: pairs
    const multi = entity('MLINE', 'WALL', [70, 1], [71, 0], [72, 2], [73, 2], ...vertex(1), ...vertex(4));
    expect(drawn([...multi, down])).toEqual([[[1, 5], [4, 5]], [[1, 4.8], [4, 4.8]]]); // biome-ignore format: lines
    const vertices = (flags: number) => [1, 4].map((x): Pair[] => [[10, x], [20, 5], [70, flags]]); // biome-ignore format: points
    expect(drawn(entity('POLYLINE', 'WALL', [70, 8], down), vertices(32))).toEqual([[[1, 5], [4, 5]]]); // biome-ignore format: lines
    expect(drawn(entity('POLYLINE', 'WALL', [70, 0], down), vertices(0))).toEqual([[[-1, 5], [-4, 5]]]); // biome-ignore format: lines
  });
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
