// Which of two outlines lies in the other as a room lies in another.
import { describe, expect, test } from 'vitest';
import type { Region } from '../../src/geometry/index.js';
import { isNested } from '../../src/plan/build/nesting.js';
import { rect } from '../support/site.js';

const region = (...box: readonly [x: number, y: number, width: number, depth: number]): Region => ({
  rings: [rect(...box)],
  shadows: [],
});

describe('one of two regions lies in the other', () => {
  const room = region(0, 0, 6, 5);
  const hollow: Region = { rings: [rect(0, 0, 6, 5)], shadows: [rect(1, 1, 2, 2)] };
  const ell: Region = {
    rings: [
      [
        [0, 0],
        [6, 0],
        [6, 5],
        [4, 5],
        [4, 2],
        [0, 2],
      ],
    ],
    shadows: [],
  };

  test.each<[string, Region, Region, boolean]>([
    ['wholly', room, region(1, 1, 2, 2), true],
    ['in a corner', room, region(0, 0, 2, 2), true],
    ['but for 5 cm', room, region(-0.05, 1, 2, 2), true],
    ['but for more', room, region(-0.06, 1, 2, 2), false],
    ['as most of it', room, region(0, 0, 5.6, 5), true],
    ['as all but a strip', room, region(0, 0, 5.8, 5), false],
    ['as the same', room, region(0, 0, 6, 5), false],
    ['in its hole', hollow, region(1, 1, 2, 2), false],
    ['beside its hole', hollow, region(3.5, 1, 2, 2), true],
    ['in its hull alone', ell, region(0.5, 2.5, 2, 2), false],
    ['in an arm of it', ell, region(0.5, 0, 2, 2), true],
    ['beside it', room, region(6, 0, 2, 2), false],
    ['nowhere, empty', room, { rings: [], shadows: [] }, false],
  ])('%s, whichever comes first', (_, outer, inner, nested) => {
    expect(isNested(outer, inner)).toBe(nested);
    expect(isNested(inner, outer)).toBe(nested);
  });
});
