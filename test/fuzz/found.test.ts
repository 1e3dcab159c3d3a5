import { describe, expect, test } from 'vitest';
import { Dice } from './dice.js';
import type { DeviceDoc, PlanDoc, ZoneDoc } from './document.js';
import { linted } from './lint.js';
import { otherwise, type Sameness } from './same.js';
import { one } from './spell.js';

/** Small plans of which the fuzzers once found something wrong. */

function plan(zones: readonly ZoneDoc[], devices: readonly DeviceDoc[] = []): PlanDoc {
  const level = { id: 'F1', ceiling: 3, zones: [...zones], walls: [], openings: [], devices: [...devices] };
  return { sitecam: 1, site: { name: '场', categories: ['hotel'] }, levels: [level] };
}

const cases: readonly (readonly [name: string, how: Sameness, doc: PlanDoc])[] = [
  [
    'a camera in the corner of two rooms that meet at a sharp angle',
    'order',
    plan(
      [
        { id: 'z2', kind: 'yard', rect: [0, 0.8, 1, 2] },
        {
          id: 'z3',
          kind: 'nursing-room',
          polygon: [
            [1, 0.8],
            [-1, 1],
            [0, 1],
          ],
        },
        {
          id: 'z4',
          kind: 'dining-private-room',
          polygon: [
            [-2, 0],
            [0, 0],
            [1, 0.8],
          ],
        },
        {
          id: 'z5',
          kind: 'counter',
          polygon: [
            [0, 2],
            [0.2, 0],
            [0, 0],
          ],
        },
      ],
      [{ id: 'c7', kind: 'camera', at: [1, 0.8], height: 3.2, heading: -88 }],
    ),
  ],
  [
    'a camera on the edge of one room where another has its corner',
    'outlines',
    plan(
      [
        {
          id: 'z2',
          kind: 'kitchen',
          polygon: [
            [1.464, 0],
            [1.5, 2],
            [1.6, 0],
            [1.6, 2.3],
            [1.5, 4],
          ],
        },
        {
          id: 'z3',
          kind: 'nursing-room',
          polygon: [
            [3, 0],
            [1.5, 4],
            [1.5, 0],
          ],
        },
      ],
      [{ id: 'c5', kind: 'camera', at: [1.5, 2], heading: 0 }],
    ),
  ],
];

describe('what decides nothing', () => {
  test.each(cases)('%s (%s)', (_, how, doc) => {
    const all = Array.from({ length: 12 }, (_, seed) => otherwise({ doc, exact: false }, how, new Dice(seed)));
    expect(all.flat()).toEqual([]);
  });
});

describe('a ballot box as large as a block', () => {
  const large = plan(
    [
      { id: 'z1', kind: 'report-box', rect: [0, 0, 500, 200] },
      { id: 'z2', kind: 'lobby', rect: [0, 200, 30, 10] },
    ],
    [{ id: 'c1', kind: 'intercom', at: [500.05, 100] }],
  );

  test('is a fault, and what hangs on it is open', () => {
    const result = linted(one('plan.json', JSON.stringify(large)));
    if (!result.ok) expect.fail('it can be read');
    const said = result.verdicts.filter(({ subject }) => subject === 'z1/outline' || subject === 'z1');
    expect(said.map(({ rule, outcome }) => `${rule} ${outcome}`)).toContain('plan/impossible-dimension fail');
    expect(said.some(({ outcome }) => outcome === 'pass')).toBe(false);
  });
});
