import { describe, expect, test } from 'vitest';
import { compareAngle, compareArea, compareLength, compareWithin } from '../../src/base/threshold.js';

describe('a measured figure and its limit', () => {
  test('a length is at its limit within 1.5 mm, so that no other number of millimetres is', () => {
    const said = [1.998, 1.999, 2, 2.001, 2.002].map((length) => compareLength(length, 2));
    expect(said).toEqual(['below', 'at', 'at', 'at', 'above']);
  });

  test('an angle is at its limit within 0.01°', () => {
    expect([9.98, 9.995, 10, 10.005, 10.02].map((angle) => compareAngle(angle, 10))).toEqual([
      'below',
      'at',
      'at',
      'at',
      'above',
    ]);
  });

  test('an area is at its limit within 1.5 mm at half of its edges', () => {
    // A square metre has edges of 4 m: 3 mm².
    const square = (area: number) => compareArea({ area, bound: 0, outline: () => 4 }, 1);
    expect([0.996, 0.998, 1, 1.002, 1.004].map(square)).toEqual(['below', 'at', 'at', 'at', 'above']);
  });

  test('a long and narrow area is at its limit within 2 % at most', () => {
    const strip = (area: number) => compareArea({ area, bound: 0, outline: () => 1000 }, 0.05);
    expect([0.0489, 0.0491, 0.0509, 0.0511].map(strip)).toEqual(['below', 'at', 'at', 'above']);
  });

  test('an area is never known better than its numerical bound', () => {
    const rough = (area: number) => compareArea({ area, bound: 0.1, outline: () => 0.1 }, 1);
    expect([0.89, 0.91, 1.09, 1.11].map(rough)).toEqual(['below', 'at', 'at', 'above']);
  });

  test('the outline of an area far from its limit is not measured', () => {
    const outline = () => {
      throw new Error('measured');
    };
    expect(compareArea({ area: 3, bound: 0, outline }, 1)).toBe('above');
    expect(compareArea({ area: 0.5, bound: 0, outline }, 1)).toBe('below');
  });

  test('what is exactly known is at its limit only there', () => {
    expect([1, 2, 3].map((n) => compareWithin(n, 2, 0))).toEqual(['below', 'at', 'above']);
  });
});
