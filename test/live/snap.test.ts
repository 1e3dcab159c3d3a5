// Where a dragged device lands: by a wall, else on the grid. Distances are worked out by hand.
import { describe, expect, test } from 'vitest';
import type { DrawnWall } from '../../src/draw/model.js';
import type { Point } from '../../src/geometry/index.js';
import { landing, landingOn, turned, wallBeside } from '../../src/web/live/snap.js';

const wall = (...line: Point[]): DrawnWall => ({ line, material: 'opaque' });
const EAST = wall([0, 0], [10, 0]);
const NORTH = wall([0, 0], [0, 10]);
/** From (20, 0) up to the right, at 3 : 4. */
const SLOPED = wall([20, 0], [26, 8]);

function expectAt(landed: { readonly at: Point }, [x, y]: Point): void {
  expect(landed.at[0]).toBeCloseTo(x, 9);
  expect(landed.at[1]).toBeCloseTo(y, 9);
}

describe('a device that is let go', () => {
  test.each([
    ['above a wall', [3.02, 0.29], [3, 0.04], 0],
    ['below it', [3.02, -0.29], [3, -0.04], 180],
    ['right of another', [0.2, 4.98], [0.04, 5], 90],
    ['left of it', [-0.2, 4.98], [-0.04, 5], 270],
  ] as const)('%s within 0.3 m stands 0.04 m off it, on its side, facing away', (_, at, lands, away) => {
    const landed = landing([at[0], at[1]], [EAST, NORTH], false);
    expectAt(landed, [lands[0], lands[1]]);
    expect(landed.away).toBeCloseTo(away, 9);
  });

  test('by a sloped wall stands off it at a right angle', () => {
    // 5 m along (0.6, 0.8), 0.2 m to the right of it: (0.8, -0.6).
    const landed = landing([20 + 3 + 0.16, 4 - 0.12], [SLOPED], false);
    expectAt(landed, [23 + 0.04 * 0.8, 4 - 0.04 * 0.6]);
    expect(landed.away).toBeCloseTo((Math.atan2(0.8, -0.6) * 180) / Math.PI, 9);
  });

  test('of two walls takes the nearer', () => {
    expectAt(landing([0.1, 0.2], [EAST, NORTH], false), [0.04, 0.2]);
    expectAt(landing([0.2, 0.1], [EAST, NORTH], false), [0.2, 0.04]);
  });

  test.each([
    ['farther than 0.3 m', [3.02, 0.31], [3, 0.3]],
    ['past the end of the wall', [10.02, 0.11], [10, 0.1]],
  ] as const)('%s lands on the grid of 0.05 m', (_, at, lands) => {
    const landed = landing([at[0], at[1]], [EAST], false);
    expectAt(landed, [lands[0], lands[1]]);
    expect(landed.away).toBeUndefined();
  });

  test('with Alt lands where it is', () => {
    expect(landing([3.021, 0.123], [EAST], true)).toEqual({ at: [3.021, 0.123], away: undefined });
  });
});

describe('a device that is held on its wall', () => {
  const held = wallBeside([3, 0.04], [EAST, NORTH]);

  test.each([
    [
      [7.01, 4],
      [7, 0.04],
    ],
    [
      [7.01, -4],
      [7, 0.04],
    ],
    [
      [14, 1],
      [10, 0.04],
    ],
    [
      [-2, 1],
      [0, 0.04],
    ],
  ] as const)('goes along with %j, on its side and no farther than the wall', (at, lands) => {
    if (held === undefined) throw new Error('no wall is near');
    expectAt(landingOn([at[0], at[1]], held), [lands[0], lands[1]]);
  });

  test('is held by none where no wall is near', () => {
    expect(wallBeside([3, 1], [EAST, NORTH])).toBeUndefined();
  });
});

test('headings go in steps of 15°, with Alt of 1°', () => {
  expect([7.4, 7.6, 352.4, 352.6].map((heading) => turned(heading, false))).toEqual([0, 15, 345, 0]);
  expect([7.4, 359.6].map((heading) => turned(heading, true))).toEqual([7, 0]);
});
