import { describe, expect, it } from 'vitest';
import type { Wall } from '../../src/plan/model.js';
import { wall } from '../support/site.js';
import { across, expectHidden, eyeAt, opened, type Parts, type Stretch, seen } from './heights-corridor.js';

const from = (x: number): Stretch[] => [[x, 20]];

const partition = (x: number, height: number): Wall =>
  wall(
    'partition',
    [
      [x, 0],
      [x, 2],
    ],
    { height },
  );

/** A doorway across the corridor at x = 4, 2 m before the eye at (2, 1), and a low wall. */
const doorway = (head: number, low: Wall): Parts => ({
  walls: [across(), low],
  openings: [opened('passage', { head })],
});

describe('a lintel and a low wall that hide a person together', () => {
  it('behind a doorway the partitions of a washroom', () => {
    // Eye 2.6 m. Under the lintel (2.1 m, 2 m away) sight lines sink by 0.5/2 = 0.25 and more; over the partition (1.8 m,
    // 4 m away) by 0.8/4 = 0.2 and less. Beyond it nothing is seen, though it hides nobody of 2 m by itself, and the lintel
    // alone hides the floor only from 2 × 2.6/0.5 = 10.4 m on. must-see: lintel from 4.4 m, partition 4 to 5.5 m.
    expectHidden(eyeAt(2.6), doorway(2.1, partition(6, 1.8)), { must: from(6), may: from(6) });
  });

  it('not where sight passes between them', () => {
    // 3 m away: over it by up to 0.8/3 = 0.267: between 0.25 and that sight passes. must-see: 3 to 4.125 m, and from 4.4 m on.
    expectHidden(eyeAt(2.6), doorway(2.1, partition(5, 1.8)), { must: [[5, 6.125], ...from(6.4)], may: from(12.4) });
  });

  it('from below, the low wall first', () => {
    // Eye 1 m. Over a counter of 1.4 m at 2 m sight lines rise by 0.2 and more, under a lintel of 1.7 m at 4 m by
    // 0.7/4 = 0.175 and less: nothing is seen beyond 4 m. The counter alone hides 2 m from 2 × 1/0.4 = 5 m on.
    const parts: Parts = {
      walls: [
        across({ height: 1.4 }),
        wall('far', [
          [6, 0],
          [6, 2],
        ]),
      ],
      openings: [
        {
          ...opened('passage', { head: 1.7 }),
          line: [
            [6, 0],
            [6, 2],
          ],
        },
      ],
    };
    // must-see at 1.5 m: the counter from 2 × 0.5/0.4 = 2.5 m on.
    expectHidden(eyeAt(1), parts, { must: from(4.5), may: from(6) });
  });

  it('in those bearings in which the one is steeper', () => {
    // A skew partition of 1.8 m, from (6.2, 0) to (4.2, 2): seen from the eye, x + y = 3.2. In the direction (1, m) its
    // slope is −0.8·(1 + m)/3.2, the lintel's −0.25: steeper to the right, m < 0. There nothing is seen beyond it: y from
    // −1 to 0, x from 3.2 − y to 18: 14.8 − 0.5 = 14.3 m². To the left only what the lintel hides, from 10.4 m on: 7.6 m².
    const skew = wall(
      'partition',
      [
        [6.2, 0],
        [4.2, 2],
      ],
      { height: 1.8 },
    );
    expect(seen(eyeAt(2.6), doorway(2.1, skew), [4, 20]).may).toBeCloseTo(32 - 14.3 - 7.6, 6);
  });

  it('in those bearings in which both stand', () => {
    // The partition only from y = 1 on, left of the eye's axis: there nothing is seen beyond 4 m, 14 m²; to the right from
    // 10.4 m on, 7.6 m².
    const half = wall(
      'partition',
      [
        [6, 1],
        [6, 2],
      ],
      { height: 1.8 },
    );
    expect(seen(eyeAt(2.6), doorway(2.1, half), [4, 20]).may).toBeCloseTo(32 - 14 - 7.6, 6);
  });

  it('not while the height of the camera is unknown', () => {
    expect(seen(eyeAt(undefined), doorway(2.1, partition(6, 1.8)), [4, 20]).may).toBeCloseTo(32, 6);
  });

  it('not two that both stand on the floor', () => {
    // Eye 2.6 m: what is hidden of a person by the lower of two partitions is hidden by the other or seen over both.
    const parts: Parts = { walls: [across({ height: 1.8 }), partition(6, 1.9)] };
    expectHidden(eyeAt(2.6), parts, {
      must: [
        [4, 4.75],
        [6, 6 + 4 * (1.1 / 0.7 - 1)],
      ],
      may: [],
    });
  });
});
