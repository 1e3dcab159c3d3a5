import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signedArea, uncoveredPieces } from '../../src/geometry/index.js';
import type { Piece, Point, Segment } from '../../src/geometry/types.js';
import { type Cell, cellsOf } from '../../src/sight/levels/cells.js';
import { rect } from '../support/site.js';

const square = (ring: Point[]): Piece => ({ area: Math.abs(signedArea(ring)), outline: [ring] });
const areaOf = ({ near, far }: Cell, eye: Point) =>
  signedArea(near === undefined ? [eye, far.a, far.b] : [near.a, far.a, far.b, near.b]);
const points = ({ a, b }: Segment) => [a, b].map(([x, y]) => [Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6]);

describe('cells of a region about an eye', () => {
  it('of a square ahead of it: one for each pair of sides that lines pass', () => {
    // From the origin the square 2–4 × −1–1 shows its near side between (2, ±1); its far side shows between the lines
    // through (4, ±1), and its flanks between those and the near corners.
    const cells = cellsOf([square(rect(2, -1, 2, 2))], [0, 0]);
    expect(cells.map(({ near, far }) => [near && points(near), points(far)])).toEqual([
      [
        [
          [2, -1],
          [2, -0.5],
        ],
        [
          [2, -1],
          [4, -1],
        ],
      ],
      [
        [
          [2, -0.5],
          [2, 0.5],
        ],
        [
          [4, -1],
          [4, 1],
        ],
      ],
      [
        [
          [2, 0.5],
          [2, 1],
        ],
        [
          [4, 1],
          [2, 1],
        ],
      ],
    ]);
  });

  it('of a square round it: its sides, and no near edge', () => {
    const cells = cellsOf([square(rect(-1, -1, 2, 2))], [0, 0.25]);
    expect(cells.every(({ near }) => near === undefined)).toBe(true);
    expect(cells.reduce((sum, cell) => sum + areaOf(cell, [0, 0.25]), 0)).toBeCloseTo(4, 9);
  });

  it('from a corner: what lies between its two other sides', () => {
    const cells = cellsOf([square(rect(0, 0, 3, 2))], [0, 0]);
    expect(cells.map(({ near, far }) => [near, points(far)])).toEqual([
      [
        undefined,
        [
          [3, 0],
          [3, 2],
        ],
      ],
      [
        undefined,
        [
          [3, 2],
          [0, 2],
        ],
      ],
    ]);
  });

  it('of a region whose outline folds along a sight line: no near edge behind the eye', () => {
    const eye: Point = [7.510005043662521, -2.8199997207488603];
    // The third side is 14 nm long and seen end-on: both ends lie in one direction.
    const region = square([
      [0, -5.0899965],
      [2.0999985, -5.0899949],
      [2.099998487461401, -5.089994905261095],
      [8.4, -5.0899902],
      eye,
    ]);
    const cells = cellsOf([region], eye);
    expect(cells.map(({ near }) => near)).toEqual(cells.map(() => undefined));
    expect(cells.reduce((sum, cell) => sum + areaOf(cell, eye), 0)).toBeCloseTo(region.area, 6);
  });

  it('are together the whole region, each counter-clockwise, whatever is cut out of it', () => {
    const span = fc.integer({ min: 0, max: 90 });
    const hole = fc.tuple(span, span, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }));
    const eye = fc.tuple(
      fc.double({ min: -50, max: 150, noNaN: true }),
      fc.double({ min: -50, max: 150, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(hole, { maxLength: 8 }), eye, (holes, at) => {
        const cut = holes.map(([x, y, w, h]) => ({ rings: [rect(x, y, w, h)], shadows: [] }));
        const pieces = uncoveredPieces({ rings: [rect(0, 0, 100, 100)], shadows: [] }, cut);
        const whole = pieces.reduce((sum, { area }) => sum + area, 0);
        const areas = cellsOf(pieces, at).map((cell) => areaOf(cell, at));
        // Cells narrower than 1e-11 rad are left out: at 200 m less than 1e-6 m² each.
        expect(areas.every((area) => area > -1e-9)).toBe(true);
        expect(areas.reduce((sum, area) => sum + area, 0)).toBeCloseTo(whole, 4);
      }),
      { numRuns: 300, seed: 11 },
    );
  });
});
