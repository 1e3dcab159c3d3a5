import { describe, expect, it } from 'vitest';
import { certainPolygon, possiblePoints } from '../../src/sight/cone/cone.js';
import { type Flat, hullFlat, squareFlat, turnFlat } from '../../src/sight/cone/convex.js';
import { holdsPoint } from '../../src/sight/optics/disc.js';
import { numbers } from './pinhole-matrices.js';

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

describe('a tilt of which a quarter of a turn or more is not known', () => {
  const certain = (off: number) =>
    area(certainPolygon({ frame: squareFlat(1), tilts: [0.5 - off, 0.5 + off], headings: [0, 0] }, 2, 9));

  it('leaves nothing that is in frame for certain', () => {
    expect(certain(0.1)).toBeGreaterThan(1);
    for (const off of [Math.PI / 2, 1.8, 3, Math.PI]) expect({ off, area: certain(off) }).toEqual({ off, area: 0 });
  });
});

describe('what some pose of a camera has in frame', () => {
  const rectangle = (half: number, up: number, roll: number): Flat =>
    turnFlat([half, up, -half, up, -half, -up, half, -up], -roll);
  /** Whether a point is in a convex frame at a tilt. */
  function pictured(frame: Flat, tilt: number, x: number, y: number, drop: number): boolean {
    const depth = x * Math.cos(tilt) + drop * Math.sin(tilt);
    const up = x * Math.sin(tilt) - drop * Math.cos(tilt);
    return depth > 0 && holdsPoint(frame, y / depth, up / depth);
  }

  it('is in the hull of its points: at every tilt, at every drop, as far as is looked', () => {
    const { between, of } = numbers(17);
    let held = 0;
    for (let n = 0; n < 160; n++) {
      const frame = rectangle(between(0.1, 2), between(0.1, 1.5), of(0, 0, between(-1.5, 1.5), Math.PI / 2));
      const low = between(-0.4, 1.3);
      const tilts = [low, Math.min(1.6, low + of(0, between(0, 0.1), between(0, 1.4)))] as const;
      const d0 = of(0, between(-1, 3));
      const drops = [d0, d0 + of(1e-6, between(0, 2))] as const;
      const far = of(30, between(2, 12));
      const hull = hullFlat(possiblePoints({ frame, tilts, headings: [0, 0] }, drops, far));
      for (let k = 0; k < 250; k++) {
        const tilt = of(tilts[0], tilts[1], between(...tilts));
        const drop = of(drops[0], drops[1], between(...drops));
        const [x, y] = [between(-10, 14) * between(0, 1), between(-8, 8) * between(0, 1)];
        const seen = pictured(frame, tilt, x, y, drop);
        if (!seen || Math.hypot(x, y, drop) > far) continue;
        held++;
        // 1e-6 m: rounding.
        const near = [-1e-6, 1e-6].some((dx) => [-1e-6, 1e-6].some((dy) => holdsPoint(hull, x + dx, y + dy)));
        if (!near) expect({ n, tilt, x, y, drop, tilts, drops, far }).toBeUndefined();
      }
    }
    expect(held).toBeGreaterThan(3000);
  });

  it('is no more than that where it has one tilt', () => {
    // Level, ±45° each way, at a drop of 1 m, up to 5 m: a trapezoid of half-widths 1 at 1 m to 5 at 5 m, whatever the roll
    // of a square picture by quarters; on its corner a triangle from (√½, 0) to half-widths of √2·5 − 1 at 5 m.
    const at = (roll: number) =>
      area(
        hullFlat(possiblePoints({ frame: rectangle(1, 1, roll), tilts: [0, 0], headings: [0, 0] }, [1, 1 + 1e-9], 5)),
      );
    for (const roll of [0, Math.PI / 2, -Math.PI]) expect(at(roll)).toBeCloseTo(24, 5);
    expect(at(Math.PI / 4)).toBeCloseTo((Math.SQRT2 * 5 - 1) * (5 - Math.SQRT1_2), 5);
    // On its corner and just as high as what it looks at: all from its foot on, and no corner nowhere.
    const level = possiblePoints({ frame: rectangle(1, 1, Math.PI / 4), tilts: [0, 0], headings: [0, 0] }, [0, 1], 5);
    expect(level.every(Number.isFinite)).toBe(true);
    expect(area(hullFlat(level))).toBeCloseTo(25 * Math.SQRT2, 5);
  });
});
