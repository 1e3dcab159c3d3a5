import { describe, expect, test } from 'vitest';
import { isSameData } from '../../../src/features/diff/compare/element.js';
import { corner, isStill, lineOffset, mapped, regionOffset } from '../../../src/features/diff/compare/shapes.js';
import type { Point, Ring } from '../../../src/geometry/types.js';

const SQUARE: Ring = [
  [0, 0],
  [4, 0],
  [4, 3],
  [0, 3],
];
const HOLE: Ring = [
  [1, 1],
  [2, 1],
  [2, 2],
];
const OTHER: Ring = [
  [3, 1],
  [3.5, 1],
  [3.5, 2],
];
const moved = (ring: Ring, dx: number, dy: number): Ring => ring.map(([x, y]): Point => [x + dx, y + dy]);
const region = (rings: readonly Ring[], shadows: readonly Ring[] = []) => ({ rings, shadows });

describe('a line', () => {
  const line: Point[] = [
    [0, 0],
    [1, 0],
    [1, 2],
  ];
  test('is the same elsewhere, from either end', () => {
    expect(lineOffset(line, moved(line, 2, -3))).toEqual([2, -3]);
    expect(lineOffset(line, moved(line, 2, -3).toReversed())).toEqual([2, -3]);
    expect(lineOffset(line, line)).toEqual([0, 0]);
  });

  test('is another where a point more or less, or any point elsewhere', () => {
    expect(lineOffset(line, line.slice(0, 2))).toBeUndefined();
    expect(lineOffset(line.slice(0, 2), line)).toBeUndefined();
    for (const by of [0.00011, 1]) {
      for (const n of [0, 1, 2]) {
        const bent = line.map(([x, y], at): Point => (at === n ? [x + by, y - by] : [x, y]));
        expect(lineOffset(line, bent), `${n} by ${by}`).toBeUndefined();
      }
    }
    expect(lineOffset(line, [line[0], line[1], [1, 2.00009]])).toEqual([0, 0]);
  });

  test('moves to its south-west corner', () => {
    expect(
      corner([
        [3, 1],
        [-2, 5],
        [0, -7],
      ]),
    ).toEqual([-2, -7]);
  });
});

describe('an outline', () => {
  const offset = (a: Ring, b: Ring) => regionOffset(region([a]), region([b]));

  test('is the same from any corner, either way round', () => {
    for (const start of [0, 1, 2, 3]) {
      const ring = moved([...SQUARE.slice(start), ...SQUARE.slice(0, start)], 5, 1);
      expect(offset(SQUARE, ring)).toEqual([5, 1]);
      expect(offset(SQUARE, ring.toReversed())).toEqual([5, 1]);
    }
  });

  test('is the same with points on its sides, wherever it begins', () => {
    const spelt: Ring = [
      [0, 0],
      [1, 0],
      [2, 0],
      [4, 0],
      [4, 1],
      [4, 3],
      [2, 3.000005],
      [0, 3],
      [0, 1],
    ];
    for (const start of spelt.keys()) {
      const ring = [...spelt.slice(start), ...spelt.slice(0, start)];
      expect(offset(SQUARE, ring), `from ${start}`).toEqual([0, 0]);
      expect(offset(ring, SQUARE), `from ${start}`).toEqual([0, 0]);
    }
  });

  test('is another with a corner that isn’t on a side: off it, or past its end', () => {
    const with1 = (point: Point): Ring => [SQUARE[0], point, ...SQUARE.slice(1)];
    for (const point of [
      [2, -0.00002],
      [2, 0.5],
      [5, 0],
      [-1, 0],
    ] as const) {
      expect(offset(SQUARE, with1(point)), `${point}`).toBeUndefined();
    }
    expect(offset(SQUARE, with1([2, -0.000009]))).toEqual([0, expect.closeTo(0, 4)]);
  });

  test('is another with any corner elsewhere, or one less', () => {
    for (const n of SQUARE.keys()) {
      const bent = SQUARE.map(([x, y], at): Point => (at === n ? [x + 0.3, y + 0.2] : [x, y]));
      expect(offset(SQUARE, bent), `${n}`).toBeUndefined();
    }
    expect(offset(SQUARE, SQUARE.slice(0, 3))).toBeUndefined();
    expect(offset(SQUARE.slice(0, 3), SQUARE)).toBeUndefined();
  });

  test('that is but a line and back stays what it is', () => {
    const line: Ring = [
      [0, 0],
      [1, 0],
      [2, 0],
    ];
    expect(offset(line, line)).toEqual([0, 0]);
    expect(offset(line, [line[0], [1.5, 0], line[2]])).toBeUndefined();
    const there = [
      [0, 0],
      [1, 0],
      [0, 0],
      [1, 0],
    ] as const;
    expect(offset(there, moved(there, 1, 1))).toEqual([1, 1]);
  });

  test('has its parts and holes in whatever order, each once', () => {
    const far = moved(SQUARE, 9, 9);
    const one = region([SQUARE, far], [HOLE, OTHER]);
    expect(regionOffset(one, region([far, SQUARE], [OTHER, HOLE]))).toEqual([0, 0]);
    expect(
      regionOffset(
        one,
        mapped(one, ([x, y]) => [x + 1, y + 2]),
      ),
    ).toEqual([1, 2]);
    expect(regionOffset(one, region([SQUARE, far], [HOLE, HOLE]))).toBeUndefined();
    expect(regionOffset(region([SQUARE], [HOLE, HOLE]), region([SQUARE], [HOLE, OTHER]))).toBeUndefined();
    expect(regionOffset(one, region([SQUARE, far], [HOLE]))).toBeUndefined();
    expect(regionOffset(one, region([SQUARE], [HOLE, OTHER]))).toBeUndefined();
    expect(regionOffset(one, region([SQUARE, far], [HOLE, moved(OTHER, 0.1, 0)]))).toBeUndefined();
    expect(regionOffset(one, region([SQUARE, moved(far, 0.1, 0)], [HOLE, OTHER]))).toBeUndefined();
  });
});

test('a tenth of a millimetre is no move', () => {
  expect([0, 1e-4, -1e-4].map((by) => isStill([by, 0]))).toEqual([true, true, true]);
  expect([isStill([0, 1e-4]), isStill([0, 1.01e-4]), isStill([0.8e-4, 0.8e-4])]).toEqual([true, false, false]);
});

test('data is the same whatever the order of keys, and what isn’t said', () => {
  for (const [a, b] of [
    [1, 1],
    [undefined, undefined],
    [null, null],
    [
      { a: 1, b: [{ c: 2, d: 3 }] },
      { b: [{ d: 3, c: 2 }], a: 1 },
    ],
    [{ a: 1, b: undefined }, { a: 1 }],
  ]) {
    expect(isSameData(a, b), JSON.stringify([a, b])).toBe(true);
  }
  for (const [a, b] of [
    [1, '1'],
    [0, undefined],
    [null, undefined],
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { b: 1 }],
    [{}, null],
    [{ a: null }, {}],
    [{ a: [1] }, { a: [] }],
  ]) {
    expect(isSameData(a, b), JSON.stringify([a, b])).toBe(false);
  }
});
