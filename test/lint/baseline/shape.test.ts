import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GridCell, lineShape, regionShape, ringShape } from '../../../src/lint/baseline/shape.js';

const toCell = ([x, y]: readonly [number, number]): GridCell => [x, y];
const whole = fc.integer({ min: -9, max: 9 });
const ring = fc.array(fc.tuple(whole, whole), { minLength: 3, maxLength: 9 });
const turned = <T>(list: readonly T[], by: number) => [...list.slice(by), ...list.slice(0, by)];

describe('a shape is the same however it is spelt', () => {
  test('a ring: from whatever corner, either way round, with points repeated or midway', () => {
    fc.assert(
      fc.property(ring, fc.nat(8), (corners, n) => {
        const shape = ringShape(corners, toCell);
        const from = turned(corners, n % corners.length);
        expect(ringShape(from, toCell)).toEqual(shape);
        expect(ringShape(from.toReversed(), toCell)).toEqual(shape);
        expect(
          ringShape(
            from.flatMap((point) => [point, point]),
            toCell,
          ),
        ).toEqual(shape);
      }),
      { numRuns: 300 },
    );
    const square = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
    ] as const;
    expect(ringShape([...square.slice(2), [0, 2], [0, 0], [1, 0], [4, 0]], toCell)).toEqual(ringShape(square, toCell));
  });

  test('but not one of other corners, nor one moved', () => {
    const square = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
    ] as const;
    const shape = ringShape(square, toCell);
    expect(shape).toHaveLength(4);
    expect(
      ringShape(
        [
          [0, 0],
          [4, 0],
          [4, 5],
          [0, 4],
        ],
        toCell,
      ),
    ).not.toEqual(shape);
    expect(
      ringShape(
        square.map(([x, y]) => [x + 1, y]),
        toCell,
      ),
    ).not.toEqual(shape);
  });

  test('a line from either end, an outline with its holes in any order', () => {
    const line = [
      [3, 1],
      [0, 0],
      [2, 5],
    ] as const;
    expect(lineShape(line, toCell)).toEqual(lineShape(line.toReversed(), toCell));
    expect(lineShape(line, toCell)).not.toEqual(lineShape(line.slice(1), toCell));
    const holes = [0, 5, 10].map(
      (x) =>
        [
          [x, 0],
          [x + 1, 0],
          [x, 1],
        ] as const,
    );
    const shape = regionShape({ rings: [line], shadows: holes }, toCell);
    expect(regionShape({ rings: [line], shadows: turned(holes, 1) }, toCell)).toEqual(shape);
    expect(regionShape({ rings: [line], shadows: holes.slice(1) }, toCell)).not.toEqual(shape);
    expect(regionShape({ rings: holes, shadows: [line] }, toCell)).not.toEqual(shape);
  });
});
