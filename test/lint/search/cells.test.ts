import { describe, expect, test } from 'vitest';
import { united } from '../../../src/features/conflicts/search.js';
import { firstCells } from '../../../src/lint/search/cells.js';
import { stagesOf } from '../../../src/lint/search/search.js';
import type { PoseBox } from '../../../src/sight/types.js';

const spans: PoseBox = { headings: [10, 171], tilts: [0, 90], fields: [60, 60] };
const first = firstCells({ heading: 95, tilt: 20 }, spans);
/** The search's one stage. */
function divide<Reason>(cells: readonly PoseBox[], width: number, excluded: (box: PoseBox) => Reason | undefined) {
  const [stage] = stagesOf({ cells, widths: [width], excluded });
  if (stage === undefined) throw new Error('no stage');
  return stage;
}

const size = ({ headings, tilts }: PoseBox) => (headings[1] - headings[0]) * (tilts[1] - tilts[0]);
const sum = (boxes: readonly PoseBox[]) => boxes.reduce((total, box) => total + size(box), 0);

describe('cells of poses', () => {
  test('those to begin with hold every pose, once', () => {
    expect(sum(first)).toBeCloseTo(161 * 90, 6);
    const holding = first.filter(({ headings: [a, b], tilts: [c, d] }) => a < 95 && 95 < b && c < 20 && 20 < d);
    expect(holding).toHaveLength(1);
    expect(holding[0]).toEqual({ headings: [92, 98], tilts: [17, 23], fields: [60, 60] });
  });

  test('those left open and those closed are all there is', () => {
    // Poses that do: within a small square, which no cell without it holds.
    const inSquare = ({ headings: [a, b], tilts: [c, d] }: PoseBox) => b > 100.3 && a < 101 && d > 30 && c < 31;
    const { open, closed, cut, count } = divide(first, 0.25, (box) => (inSquare(box) ? undefined : { is: 'coverage' }));
    expect(cut).toBe(false);
    expect(sum([...open, ...closed.map(({ box }) => box)])).toBeCloseTo(161 * 90, 6);
    expect(open.length).toBeGreaterThan(0);
    expect(open.every(inSquare)).toBe(true);
    for (const { headings, tilts } of open) {
      expect(Math.max(headings[1] - headings[0], tilts[1] - tilts[0])).toBeLessThanOrEqual(0.25);
    }
    expect(count).toBeGreaterThan(first.length);
  });

  test('where more are needed than may be, what is left stays open', () => {
    const { open, closed, cut } = divide(first, 0.25, () => undefined);
    expect(cut).toBe(true);
    expect(sum([...open, ...closed.map(({ box }) => box)])).toBeCloseTo(161 * 90, 6);
  });

  test('are divided further where they are open, stage by stage', () => {
    const asked: string[] = [];
    const inMiddle = ({ headings: [a, b] }: PoseBox) => a < 94.3 && b > 94.3;
    const excluded = (box: PoseBox) => {
      asked.push(JSON.stringify(box));
      return inMiddle(box) ? undefined : ('off' as const);
    };
    const stages = [...stagesOf({ cells: first, widths: [3, 1.5], excluded })];
    expect(stages.map(({ last, cut }) => [last, cut])).toEqual([
      [false, false],
      [true, false],
    ]);
    for (const [i, { open, closed, count }] of stages.entries()) {
      expect(open.every(inMiddle)).toBe(true);
      expect(Math.max(...open.map(({ headings: [a, b] }) => b - a))).toBeLessThanOrEqual(i === 0 ? 3 : 1.5);
      expect(sum([...open, ...closed.map(({ box }) => box)])).toBeCloseTo(161 * 90, 6);
      expect(count).toBeGreaterThan(i === 0 ? first.length : (stages[0]?.count ?? 0));
    }
    expect(stages[1]?.count).toBe(asked.length);
    // Where nothing is open, no stage follows.
    expect([...stagesOf({ cells: first, widths: [3, 1.5], excluded: () => 'off' })].map(({ last }) => last)).toEqual([
      true,
    ]);
  });

  test('fields of a lens that zooms are divided too', () => {
    const zoom = firstCells({ heading: 0, tilt: 20 }, { headings: [0, 2], tilts: [19, 21], fields: [30, 90] });
    expect(zoom.map(({ fields }) => fields)).toEqual([
      [30, 36],
      [36, 48],
      [48, 60],
      [60, 72],
      [72, 84],
      [84, 90],
    ]);
    const { open } = divide(zoom, 0.25, () => undefined);
    expect(open.some(({ fields: [a, b] }) => b - a < 6)).toBe(true);
  });
});

describe('sectors of headings', () => {
  test('are as few as they can be, past north too', () => {
    expect(
      united([
        [350, 356],
        [356, 362],
        [2, 8],
        [90, 96],
      ]),
    ).toEqual([
      [90, 96],
      [350, 368],
    ]);
    expect(
      united([
        [-10, 4],
        [100, 120],
        [110, 130],
      ]),
    ).toEqual([
      [100, 130],
      [350, 364],
    ]);
    expect(
      united([
        [0, 200],
        [180, 361],
      ]),
    ).toEqual([[0, 360]]);
    expect(united([])).toEqual([]);
  });
});
