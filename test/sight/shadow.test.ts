import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/geometry/types.js';
import { type Extent, hidesAll, shadowOf, shadowSpan } from '../../src/sight/scene/shadow.js';

/** From the floor to w; from w0 to the ceiling. */
const low = (w: number): Extent => ({ from: -Infinity, to: w });
const lintel = (w0: number): Extent => ({ from: w0, to: Infinity });

type Hidden = readonly [near: number, far: number] | undefined;

/** Multiples of the panel's distance between which it hides a target of one height: in must-see, in may-see. */
function ofOne(extent: Extent, eye: number, height: number): [must: Hidden, may: Hidden] {
  const heights = { eye, target: [height, height] } as const;
  return [shadowSpan(extent, heights, true), shadowSpan(extent, heights, false)];
}

function expectSpan(actual: Hidden, wanted: Hidden): void {
  if (wanted === undefined) expect(actual).toBeUndefined();
  else
    expect(actual).toEqual([
      expect.closeTo(wanted[0], 12),
      wanted[1] === Infinity ? Infinity : expect.closeTo(wanted[1], 12),
    ]);
}

const ENDLESS: Hidden = [1, Infinity];

describe('a wall from the floor to w, at the distance p', () => {
  const rows: [string, eye: number, target: number, w: number, must: Hidden, may: Hidden][] = [
    // From above. Eye 3 m, target 1 m: the sight line sinks 2 m over D; it is under w from D·(3 − w)/2 on.
    ['w < t: none', 3, 1, 0.9, undefined, undefined],
    ['w = t: none, only the wall itself', 3, 1, 1, undefined, undefined],
    ['t < w < H: p to p·(3 − 1)/(3 − 2) = 2p', 3, 1, 2, [1, 2], [1, 2]],
    ['t < w < H: p to p·(3 − 1)/(3 − 2.5) = 4p', 3, 1, 2.5, [1, 4], [1, 4]],
    ['t < w < H, floor: p to p·3/(3 − 2.7) = 10p', 3, 0, 2.7, [1, 10], [1, 10]],
    ['w = H: hidden in must-see, seen in may-see', 3, 1, 3, ENDLESS, undefined],
    ['w > H: endless', 3, 1, 3.1, ENDLESS, ENDLESS],
    // From below. Eye 1 m, target 2 m: the sight line rises 1 m over D; it is under w up to D·(w − 1).
    ['w < H: none', 1, 2, 0.8, undefined, undefined],
    ['w = H: none, the line rises from there', 1, 2, 1, undefined, undefined],
    ['H < w < t: p·(2 − 1)/(1.25 − 1) = 4p to infinity', 1, 2, 1.25, [4, Infinity], [4, Infinity]],
    ['H < w < t: p·(2 − 1)/(1.5 − 1) = 2p to infinity', 1, 2, 1.5, [2, Infinity], [2, Infinity]],
    ['w = t: endless', 1, 2, 2, ENDLESS, ENDLESS],
    ['w > t: endless', 1, 2, 2.5, ENDLESS, ENDLESS],
    // Level: all or nothing.
    ['level, w < H', 1.5, 1.5, 1.4, undefined, undefined],
    ['level, w = H: hidden in must-see, seen in may-see', 1.5, 1.5, 1.5, ENDLESS, undefined],
    ['level, w > H', 1.5, 1.5, 1.6, ENDLESS, ENDLESS],
  ];
  it.each(rows)('%s', (_, eye, target, w, must, may) => {
    const [inMust, inMay] = ofOne(low(w), eye, target);
    expectSpan(inMust, must);
    expectSpan(inMay, may);
  });
});

describe('a wall that hangs from the ceiling down to w0', () => {
  const rows: [string, eye: number, target: number, w0: number, must: Hidden, may: Hidden][] = [
    // From below. Eye 1 m, target 2 m: the sight line is above w0 from D·(w0 − 1) on.
    ['w0 > t: none', 1, 2, 2.1, undefined, undefined],
    ['w0 = t: none, only the wall itself', 1, 2, 2, undefined, undefined],
    ['H < w0 < t: p to p·(2 − 1)/(1.5 − 1) = 2p', 1, 2, 1.5, [1, 2], [1, 2]],
    ['H < w0 < t: p to p·(2 − 1)/(1.2 − 1) = 5p', 1, 2, 1.2, [1, 5], [1, 5]],
    ['w0 = H: hidden in must-see, seen in may-see', 1, 2, 1, ENDLESS, undefined],
    ['w0 < H: endless', 1, 2, 0.9, ENDLESS, ENDLESS],
    // From above. Eye 2.5 m, target on the floor: the sight line is above w0 up to D·(2.5 − w0)/2.5.
    ['w0 > H: none', 2.5, 0, 2.6, undefined, undefined],
    ['w0 = H: none, the line sinks from there', 2.5, 0, 2.5, undefined, undefined],
    ['t < w0 < H: p·2.5/(2.5 − 2) = 5p to infinity', 2.5, 0, 2, [5, Infinity], [5, Infinity]],
    ['t < w0 < H: p·(2.5 − 1.5)/(2.5 − 2) = 2p to infinity', 2.5, 1.5, 2, [2, Infinity], [2, Infinity]],
    ['w0 = t: endless', 2.5, 1.5, 1.5, ENDLESS, ENDLESS],
    ['w0 < t: endless', 2.5, 1.5, 1, ENDLESS, ENDLESS],
    ['level, w0 > H', 1.5, 1.5, 1.6, undefined, undefined],
    ['level, w0 = H: hidden in must-see, seen in may-see', 1.5, 1.5, 1.5, ENDLESS, undefined],
    ['level, w0 < H', 1.5, 1.5, 1.4, ENDLESS, ENDLESS],
  ];
  it.each(rows)('%s', (_, eye, target, w0, must, may) => {
    const [inMust, inMay] = ofOne(lintel(w0), eye, target);
    expectSpan(inMust, must);
    expectSpan(inMay, may);
  });

  it('is the mirror of a low wall about the height of the eye', () => {
    // Turn the world upside down about the eye: w becomes 2H − w, t becomes 2H − t, and the floor the ceiling. On a grid
    // of 1/8 m, so that the mirroring is exact and equal heights occur.
    const height = fc.integer({ min: 0, max: 48 }).map((eighths) => eighths / 8);
    fc.assert(
      fc.property(height, height, height, height, fc.boolean(), (eye, t0, t1, w, closed) => {
        const band = [Math.min(t0, t1), Math.max(t0, t1)] as const;
        const mirrored = { eye, target: [2 * eye - band[1], 2 * eye - band[0]] as const };
        expect(shadowSpan(lintel(2 * eye - w), mirrored, closed)).toEqual(
          shadowSpan(low(w), { eye, target: band }, closed),
        );
      }),
      { numRuns: 5000, seed: 1 },
    );
  });
});

describe('a band of heights', () => {
  const person = [0, 2] as const;
  const rows: [string, Extent, eye: number, band: readonly [number, number], Hidden][] = [
    // From above each height is hidden from p on, the feet furthest: the head says where the shadow ends.
    ['a low wall from above: to p·(3 − 2)/(3 − 2.5) = 2p, not 6p', low(2.5), 3, person, [1, 2]],
    ['a low wall no higher than a person, from above: none', low(2), 3, person, undefined],
    ['a low wall as high as the camera: none in may-see', low(3), 3, person, undefined],
    ['a low wall higher than the camera: endless', low(3.1), 3, person, ENDLESS],
    // From within the band the feet are hidden from p on, the head from p·(2 − 1)/(1.5 − 1) = 2p on.
    ['a low wall, the camera within the band: from 2p on', low(1.5), 1, person, [2, Infinity]],
    ['a low wall no higher than the camera within the band: none', low(1), 1, person, undefined],
    ['a wall as high as a person, the camera within the band: endless', low(2), 1, person, ENDLESS],
    // Of a lintel the feet come out last: H 3, w0 2.1: the floor is hidden from p·3/0.9 = 10p/3 on, 2 m from p/0.9 on.
    ['a lintel from above: from 10p/3 on', lintel(2.1), 3, person, [10 / 3, Infinity]],
    ['a lintel above camera and person: none', lintel(2.1), 1, person, undefined],
    ['a lintel above the feet, the camera within the band below it: none', lintel(1.5), 1, person, undefined],
    ['a lintel the camera looks out above: from p·1/(1 − 0.5) = 2p on', lintel(0.5), 1, person, [2, Infinity]],
    // A target over 2 m: 0–2.8 m from 3 m over 2.9 m: to p·0.2/0.1 = 2p.
    ['a higher target', low(2.9), 3, [0, 2.8], [1, 2]],
    // A board from 1 m to 2.5 m, eye 3 m: the floor is under 2.5 from u = 1/6 and above 1 up to u = 2/3, so hidden from
    // 1.5p to 6p; 2 m is under 2.5 from u = 1/2 on and never under 1: p to 2p. Both: 1.5p to 2p.
    ['a board that touches neither floor nor ceiling', { from: 1, to: 2.5 }, 3, person, [1.5, 2]],
    // A board from 1 m to 1.5 m: the floor from 1.5p (2/3) to 2p (1/2), 2 m never.
    ['a board that hides a person only in part', { from: 1, to: 1.5 }, 3, person, undefined],
  ];
  it.each(rows)('%s', (_, extent, eye, target, wanted) => {
    expectSpan(shadowSpan(extent, { eye, target }, false), wanted);
  });

  it('is hidden where each height in it is hidden by itself', () => {
    const height = fc.double({ min: 0, max: 6, noNaN: true });
    const edges = fc.tuple(fc.constantFrom(-Infinity, 0), height, height).map(([none, p, q]): Extent => {
      const from = none === 0 ? Math.min(p, q) : -Infinity;
      return { from, to: Math.max(p, q) };
    });
    fc.assert(
      fc.property(edges, height, height, height, fc.boolean(), (extent, eye, t0, t1, closed) => {
        const band = [Math.min(t0, t1), Math.max(t0, t1)] as const;
        const whole = shadowSpan(extent, { eye, target: band }, closed);
        const each = Array.from({ length: 21 }, (_, i) => band[0] + (i / 20) * (band[1] - band[0])).map((t) =>
          shadowSpan(extent, { eye, target: [t, t] }, closed),
        );
        const near = Math.max(...each.map((span) => span?.[0] ?? Infinity));
        const far = Math.min(...each.map((span) => span?.[1] ?? -Infinity));
        // Linear in t on either side of the eye: the ends of the band are the extremes. A rounding of 1e-9 of the span.
        if (whole === undefined) expect(far).toBeLessThanOrEqual(near * (1 + 1e-9));
        else {
          expect(near).toBeLessThanOrEqual(whole[0] * (1 + 1e-9));
          expect(far).toBeGreaterThanOrEqual(whole[1] * (1 - 1e-9));
        }
      }),
      { numRuns: 3000, seed: 2 },
    );
  });
});

describe('what hides everything beyond it', () => {
  it('is what does so at every height asked', () => {
    const person = { eye: 3, target: [0, 2] } as const;
    expect(hidesAll(low(3.1), person, false)).toBe(true);
    expect(hidesAll(low(3), person, false)).toBe(false);
    expect(hidesAll(low(3), person, true)).toBe(true);
    expect(hidesAll(low(2.9), person, true)).toBe(false);
    expect(hidesAll(low(1.9), { eye: 1, target: [0, 2] }, false)).toBe(false);
    expect(hidesAll(lintel(1.4), { eye: 2, target: [1.5, 1.5] }, false)).toBe(true);
    expect(hidesAll(lintel(2.1), { eye: 2.5, target: [1.5, 1.5] }, true)).toBe(false);
  });
});

describe('a shadow in plan', () => {
  /** m² by the shoelace. */
  const area = (ring: readonly Point[]) =>
    Math.abs(
      ring.reduce((sum, [x, y], i) => {
        const [u, v] = ring[(i + 1) % ring.length] ?? [0, 0];
        return sum + x * v - u * y;
      }, 0) / 2,
    );
  const panel = { a: [3, -1], b: [3, 1] } as const;

  it('is what lies between two multiples of the panel about the eye', () => {
    // Eye (1, 0), panel 2 m wide at 2 m: from p to 2p a trapezoid of widths 2 and 4 over 2 m.
    const ring = shadowOf(panel, [1, 2], [1, 0], 100);
    expect(ring).toEqual([
      [3, -1],
      [3, 1],
      [5, 2],
      [5, -2],
    ]);
    expect(area(ring)).toBeCloseTo(6, 12);
    // From 2p to 4p: widths 4 and 8 over 4 m, whichever way the panel is drawn.
    expect(area(shadowOf({ a: panel.b, b: panel.a }, [2, 4], [1, 0], 100))).toBeCloseTo(24, 12);
  });

  it('without end goes on beyond the reach in every direction', () => {
    for (const eye of [
      [1, 0],
      [2.99, 5],
      [-40, 0.5],
      [3.001, 1.2],
    ] as const) {
      const ring = shadowOf(panel, [2, Infinity], eye, 100);
      const [, , c, d] = ring;
      // The far side is parallel to the panel: its nearest point is the foot of the perpendicular.
      const distance = Math.abs((c?.[0] ?? 0) - eye[0]);
      expect(distance).toBeGreaterThan(100);
      expect(d?.[0]).toBeCloseTo(c?.[0] ?? 0, 9);
    }
  });

  it('begins no nearer than it should where it begins beyond the reach', () => {
    const ring = shadowOf(panel, [300, Infinity], [1, 0], 100);
    expect(Math.min(...ring.map(([x]) => x))).toBeCloseTo(601, 9);
    expect(area(ring)).toBeGreaterThan(0);
  });

  it('is none where the eye is on the line of the panel', () => {
    expect(shadowOf(panel, [1, Infinity], [3, 5], 100)).toEqual([]);
    expect(shadowOf(panel, [1, Infinity], [3, 0], 100)).toEqual([]);
  });
});
