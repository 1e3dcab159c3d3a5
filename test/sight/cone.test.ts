import { describe, expect, it } from 'vitest';
import { certainPolygon } from '../../src/sight/cone.js';
import { type Flat, squareFlat } from '../../src/sight/convex.js';

function area(flat: Flat): number {
  let sum = 0;
  for (let i = 0, n = flat.length; i < n; i += 2) {
    sum += (flat[i] * flat[(i + 3) % n] - flat[(i + 2) % n] * flat[i + 1]) / 2;
  }
  return sum;
}

describe('what every pose of a camera has in frame', () => {
  // Straight down with ±45° each way, 3 m above: a square of 6 m, less what a turn takes of its corners.
  const down = (headings: readonly [number, number], half: number) =>
    certainPolygon({ frame: squareFlat(1), tilts: [Math.PI / 2, Math.PI / 2], headings }, 3, half);

  it('is the whole square that is asked about, where that lies in frame however the camera is turned', () => {
    for (const turn of [0, 0.1, 0.3]) expect(area(down([-turn, turn], 2))).toBeCloseTo(16, 6);
  });

  it('is what a turn leaves of the frame', () => {
    expect(area(down([0, 0], 9))).toBeCloseTo(36, 6);
    // Of each corner what lies beyond the sides of the square turned by ±0.1 is lost; the round between is a few mm.
    const certain = area(down([-0.1, 0.1], 9));
    const turned = 36 / (Math.cos(0.1) + Math.sin(0.1)) ** 2;
    expect(certain).toBeGreaterThan(turned);
    expect(certain).toBeLessThan(36);
  });
});
