import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/geometry/types.js';
import { frameOf, throughBoth } from '../../src/sight/cone/bounding-frame.js';

const box = (x: number, y: number): Point[] => [
  [x - 1, y - 1],
  [x + 1, y - 1],
  [x + 1, y + 1],
  [x - 1, y + 1],
];

describe('what bounds a footprint', () => {
  it('is a wedge wider than it by no more than a hair, and the distance of its farthest corner', () => {
    // Corners (1, ±1) of a box two ahead: ±45°; the farthest are (3, ±1).
    const { window, range } = frameOf([box(2, 0)]);
    expect(range).toBe(Math.hypot(3, 1));
    const [from, to] = [(window?.from ?? 0) - 2 * Math.PI + Math.PI / 4, (window?.to ?? 0) - 2 * Math.PI - Math.PI / 4];
    for (const wider of [-from, to]) {
      expect(wider).toBeGreaterThan(1e-10);
      expect(wider).toBeLessThan(1e-8);
    }
  });

  it('has no wedge where it is all round, and where there is none', () => {
    const around = [box(1.1, 0), box(-1.1, 0), box(0, 1.1), box(0, -1.1)];
    for (const pieces of [[box(0, 0)], [box(1, 0)], around]) {
      const { window, range } = frameOf(pieces);
      expect(window).toBeUndefined();
      expect(range).toBeGreaterThan(1);
    }
    expect(frameOf([])).toEqual({ window: undefined, range: 0 });
    // All but two milliradians of a turn: as good as closed, and still not.
    const gap = 0.001;
    const nearly: Point[][] = [
      [
        [Math.cos(gap), Math.sin(gap)],
        [0, 1],
        [-1, 0.001],
      ],
      [
        [-1, 0.002],
        [-1, -0.002],
        [-0.001, -1],
      ],
      [
        [-0.002, -1],
        [0.002, -1],
        [Math.cos(gap), -Math.sin(gap)],
      ],
    ];
    const { window } = frameOf(nearly);
    expect((window?.to ?? 0) - (window?.from ?? 0)).toBeCloseTo(2 * Math.PI - 2 * gap, 6);
  });
});

describe('what a wall leaves of a frame', () => {
  /** Steps in a turn. */
  const TURN = 16;
  const rad = (steps: number) => (steps * 2 * Math.PI) / TURN;
  /** Which of the steps from `origin` on lie in a window. */
  const cells = (from: number, width: number, origin: number): boolean[] =>
    Array.from({ length: TURN }, (_, i) => (((origin + i - from) % TURN) + TURN) % TURN < width);

  it('is what both have in common; the whole of the window where that is in two parts', () => {
    let [none, one, two] = [0, 0, 0];
    for (let start = -TURN; start <= TURN; start += 5) {
      for (let open = 1; open <= TURN; open += 1) {
        for (let begin = -TURN; begin <= TURN; begin += 1) {
          for (let wide = 1; wide < TURN; wide += 2) {
            const window = { from: rad(start), to: rad(start + open) };
            const wedge = { from: rad(begin) + 1e-6, to: rad(begin + wide) - 1e-6 };
            const found = throughBoth(window, { window: wedge, range: 7 });
            const both = cells(begin, wide, start).map((is, i) => is && i < open);
            const runs = both.filter((is, i) => is && both[i - 1] !== true).length;
            if (runs === 0) {
              none += 1;
              if (found !== undefined) expect(found).toEqual({ start, open, begin, wide });
              continue;
            }
            const first = runs === 2 ? 0 : both.indexOf(true);
            const last = runs === 2 ? open : both.lastIndexOf(true) + 1;
            const off = [
              rad(start + first) - (found?.window?.from ?? NaN),
              rad(start + last) - (found?.window?.to ?? NaN),
            ];
            if (!off.every((by) => Math.abs(by) < 1e-5)) expect(found).toEqual({ start, open, begin, wide });
            if (found?.range !== 7) expect(found).toEqual({ range: 7 });
            if (runs === 1) one += 1;
            else two += 1;
          }
        }
      }
    }
    for (const count of [none, one, two]) expect(count).toBeGreaterThan(100);
  });

  it('is the one where there is no other', () => {
    const window = { from: 1, to: 2 };
    expect(throughBoth(undefined, { window, range: 3 })).toEqual({ window, range: 3 });
    expect(throughBoth(window, { window: undefined, range: 3 })).toEqual({ window, range: 3 });
    expect(throughBoth(undefined, { range: 3 })).toEqual({ window: undefined, range: 3 });
  });
});
