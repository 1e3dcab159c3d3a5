import { describe, expect, test } from 'vitest';
import { boxOfRings, type Ring } from '../src/geometry/index.js';

/** More than a call's arguments can hold. */
const MANY = 200_000;

const numbers = Array.from({ length: MANY }, (_, i) => i);

describe('a plan may hold more than a call can', () => {
  test('the box of many rings holds them all', () => {
    const rings = numbers.map(
      (i): Ring => [
        [i, 0],
        [i + 1, 0],
        [i, -i],
      ],
    );
    expect(boxOfRings(rings)).toEqual({ minX: 0, minY: 1 - MANY, maxX: MANY, maxY: 0 });
  });
});
