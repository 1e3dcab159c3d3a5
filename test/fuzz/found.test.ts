import { describe, expect, test } from 'vitest';
import { moved, turned } from '../support/transform.js';
import { Dice } from './dice.js';
import type { DeviceDoc, PlanDoc, ZoneDoc } from './document.js';
import { linted, said, saidOf } from './lint.js';
import { drawPlan } from './plan.js';
import { BOUND, otherwise, type Sameness, WELD } from './same.js';
import { one } from './spell.js';

/** Small plans of which the fuzzers once found something wrong. */

function plan(zones: readonly ZoneDoc[], devices: readonly DeviceDoc[] = []): PlanDoc {
  const level = { id: 'F1', ceiling: 3, zones: [...zones], walls: [], openings: [], devices: [...devices] };
  return { sitecam: 1, site: { name: '场', categories: ['hotel'] }, levels: [level] };
}

const cases: readonly (readonly [name: string, how: Sameness, doc: PlanDoc])[] = [
  [
    'a device half a kilometre off a corner of what is drawn',
    'turn',
    plan(
      [
        {
          id: 'z2',
          kind: 'ward',
          polygon: [
            [0, 0],
            [563, 608],
            [563, 0],
          ],
        },
      ],
      [{ id: 'c7', kind: 'camera', at: [-340, -380] }],
    ),
  ],
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
  [
    'two rooms drawn one over the other, on levels that share one of them',
    'order',
    {
      sitecam: 1,
      site: { name: '场', categories: ['bank'] },
      levels: [
        {
          id: 'F1',
          zones: [
            {
              id: 'z2',
              kind: 'operating-room',
              polygon: [
                [0.0625, 3.859375],
                [4.03125, 3.859375],
                [4.03125, 0.984375],
                [0.0625, 0.984375],
              ],
            },
            {
              id: 'z4',
              kind: 'dining-private-room',
              polygon: [
                [4.03125, 3.859375],
                [0.0625, 3.859375],
                [0.0625, 0.984375],
                [4.03125, 0.984375],
              ],
              levels: ['F5'],
            },
          ],
          walls: [],
          openings: [],
          devices: [{ id: 'c12', at: [0, 6], height: 0, tolerance: { position: 0.02 } }],
          ceiling: 0,
        },
        {
          id: 'F5',
          zones: [
            {
              id: 'z7',
              kind: 'nursing-room',
              polygon: [
                [0, 0],
                [4, 4],
                [0, 4],
              ],
            },
          ],
          walls: [],
          openings: [
            {
              id: 'd8',
              kind: 'door',
              line: [
                [3, 3.9],
                [0, 4],
              ],
            },
          ],
          devices: [],
          elevation: 0.2,
        },
      ],
    },
  ],
  [
    'a shaft and a room that are one and the same, and what an opening joins of them',
    'order',
    {
      sitecam: 0,
      site: { name: '场', categories: ['public-institution'] },
      levels: [
        {
          id: 'F1',
          zones: [
            {
              id: 'z3',
              kind: 'shaft',
              polygon: [
                [7.76998, 11.550014],
                [13.41998, 11.550023],
                [13.419976, 13.800023],
                [7.769976, 13.800014],
              ],
              levels: ['F4'],
            },
          ],
          walls: [],
          openings: [],
          devices: [],
        },
        {
          id: 'F4',
          zones: [
            {
              id: 'z5',
              kind: 'restroom',
              polygon: [
                [7.76998, 11.550014],
                [13.41998, 11.550023],
                [13.419976, 13.800023],
                [7.769976, 13.800014],
              ],
            },
            {
              id: 'z6',
              kind: 'counter',
              polygon: [
                [13.4, 0],
                [13, 15],
                [0, 15],
              ],
            },
          ],
          walls: [],
          openings: [
            {
              id: 'd7',
              kind: 'passage',
              line: [
                [7, 13.8],
                [14, 14],
              ],
            },
          ],
          devices: [],
        },
      ],
    },
  ],
  [
    'a hole that touches its outline',
    'turn',
    {
      sitecam: 1,
      site: { name: '场', categories: ['bank'] },
      levels: [
        {
          id: 'F1',
          zones: [
            {
              id: 'z2',
              kind: 'staff-rest-room',
              rect: [3.63, 3.8, 5, 6],
              holes: [
                [
                  [3.63, 7],
                  [7, 7],
                  [4, 4],
                ],
              ],
            },
          ],
          walls: [],
          openings: [
            {
              id: 'd3',
              kind: 'door',
              line: [
                [3.6, 7.04],
                [4, 0],
              ],
            },
          ],
          devices: [],
        },
      ],
    },
  ],
  [
    'a ballot place of a bent outline, seen from another level',
    'turn',
    {
      sitecam: 1,
      site: { name: '场', categories: ['school'] },
      levels: [
        {
          id: 'F1',
          zones: [
            {
              id: 'z2',
              kind: 'shaft',
              rect: [2.2181389435281744, 3.693170917846146, 4.890625, 9.921875],
              levels: ['F1'],
            },
          ],
          walls: [],
          openings: [],
          devices: [
            {
              id: 'c6',
              at: [8.03125, 11.28125],
              kind: 'camera',
              height: 0.3,
              heading: 359.58015214651823,
              tilt: 30,
              hfov: 170,
              resolution: [100, 10000],
            },
          ],
          elevation: 0,
          ceiling: 3.5,
        },
        {
          id: 'F3',
          zones: [
            {
              id: 'z4',
              kind: 'writing-place',
              polygon: [
                [11.96875, 19.890625],
                [20.21875, 19.890625],
                [20.21875, 19.890625],
                [20.21875, 15.71875],
                [20.21875, 15.71875],
                [28.9375, 15.71875],
                [30.375, 15.71875],
                [30.375, 15.71875],
                [30.375, 5.921875],
                [11.96875, 0],
              ],
              enclosed: true,
            },
          ],
          walls: [],
          openings: [],
          devices: [],
        },
      ],
    },
  ],
  [
    "a microphone in a room of two levels, and a private place on the other one a room's box away",
    'turn',
    {
      sitecam: 1,
      site: { name: '场', categories: ['public-institution'] },
      levels: [
        {
          id: 'F1',
          zones: [{ id: 'z2', kind: 'make-up-room', rect: [0, 0, 6, 7] }],
          walls: [],
          openings: [],
          devices: [],
        },
        {
          id: 'F5',
          zones: [{ id: 'z6', kind: 'ward', rect: [0, 14, 4, 8], levels: ['F1'] }],
          walls: [],
          openings: [],
          devices: [{ id: 'c8', at: [0, 14], kind: 'intercom' }],
        },
      ],
    },
  ],
  [
    'a face terminal that looks past a ballot box, near no zone',
    'turn',
    {
      sitecam: 1,
      site: { name: '场', categories: ['hotel'], region: '150102' },
      levels: [
        {
          id: 'F1',
          zones: [
            {
              id: 'z2',
              kind: 'ballot-box',
              polygon: [
                [0.734375, 12.40625],
                [6.203125, 12.40625],
                [6.203125, 5.65625],
                [0.734375, 5.65625],
              ],
            },
          ],
          walls: [],
          openings: [],
          devices: [{ id: 'c5', at: [9.5, 10], kind: 'face-terminal', hfov: 170, resolution: [1, 1] }],
        },
      ],
    },
  ],
  [
    'two rooms drawn one over the other, seen from the one above',
    'order',
    {
      sitecam: 0,
      site: { name: '场', categories: ['public-institution'] },
      levels: [
        {
          id: 'F1',
          zones: [
            {
              id: 'z2',
              kind: 'washroom',
              polygon: [
                [0.703125, 0.078125],
                [7.90625, 0.078125],
                [7.90625, 8.140625],
                [0.703125, 8.140625],
              ],
            },
          ],
          walls: [],
          openings: [],
          devices: [],
        },
        {
          id: 'F3',
          zones: [{ id: 'z4', kind: 'make-up-room', rect: [0.7, 0.1, 7.203125, 8.0625], levels: ['F1'] }],
          walls: [],
          openings: [],
          devices: [{ id: 'c6', at: [1, 8], kind: 'camera', height: 0 }],
        },
      ],
    },
  ],
  [
    'a plan hardly a metre long, and turned narrower than that',
    'turn',
    {
      sitecam: 0,
      site: { name: '场', categories: ['hotel'] },
      levels: [
        {
          id: 'F1',
          zones: [
            {
              id: 'z2',
              kind: 'research',
              polygon: [
                [3, 2],
                [3, 3.3],
                [3, 3],
              ],
            },
          ],
          walls: [],
          openings: [],
          devices: [],
        },
      ],
    },
  ],
  [
    'levels of one elevation, of which one joins two others',
    'order',
    {
      sitecam: 0,
      site: { name: '场', categories: ['residential-area'] },
      levels: [
        {
          id: 'F1',
          zones: [
            {
              id: 'z2',
              kind: 'store',
              polygon: [
                [400155, 0],
                [400170, 965],
                [400170, 0],
              ],
            },
          ],
          walls: [],
          openings: [],
          devices: [{ id: 'c20', at: [400153, 0] }],
        },
        {
          id: 'F4',
          zones: [
            {
              id: 'z5',
              kind: 'shaft',
              polygon: [
                [400156, 980],
                [400158.7, 0],
                [400159, 0],
              ],
            },
            {
              id: 'z6',
              kind: 'ballot-box',
              polygon: [
                [400167, 0],
                [400171, 0],
                [400171, 968],
              ],
            },
            {
              id: 'z7',
              kind: 'shaft',
              polygon: [
                [400159, 980],
                [400153.4, 0],
                [400153, 0],
              ],
            },
          ],
          walls: [
            {
              id: 'w8',
              line: [
                [400169.7, 0],
                [400170, 0],
              ],
            },
            {
              id: 'w9',
              line: [
                [400167, 0],
                [400171, 0],
              ],
            },
          ],
          openings: [],
          devices: [],
        },
        {
          id: 'F10',
          zones: [
            {
              id: 'z11',
              kind: 'stairs',
              polygon: [
                [400158.7, 984],
                [400153, 0],
                [400159, 986],
              ],
            },
          ],
          walls: [],
          openings: [],
          devices: [{ id: 'c21', at: [400159, 984] }],
        },
        {
          id: 'F14',
          zones: [
            {
              id: 'z15',
              kind: 'polling-hall',
              polygon: [
                [400157, 987],
                [400163, 0],
                [400157, 0],
              ],
            },
          ],
          walls: [],
          openings: [
            {
              id: 'd16',
              kind: 'window',
              line: [
                [400167.3, 0],
                [400167, 0],
              ],
            },
            {
              id: 'd17',
              kind: 'curtain',
              line: [
                [400167.3, 0],
                [400167, 0],
              ],
            },
            {
              id: 'd18',
              kind: 'glass-door',
              line: [
                [400166, 0],
                [400153, 0],
              ],
            },
            {
              id: 'd19',
              kind: 'window',
              line: [
                [400156, 0],
                [400163, 0],
              ],
            },
          ],
          devices: [],
        },
      ],
    },
  ],
  [
    'a camera on the outer corner of a room, drawn there to within 2 m',
    'shift',
    {
      sitecam: 1,
      site: { name: '场', categories: ['hotel'] },
      levels: [
        {
          id: 'F1',
          zones: [
            {
              id: 'z2',
              kind: 'staff-rest-room',
              polygon: [
                [3.609375, -3.375],
                [10, 0],
                [0, 0],
              ],
            },
          ],
          walls: [],
          openings: [],
          devices: [{ id: 'c3', at: [3.609375, -3.375], kind: 'camera', heading: -90, tolerance: { position: 2 } }],
        },
      ],
    },
  ],
  [
    'a room of two levels and an elevator car that lie across each other, and what is seen up between their walls',
    'order',
    {
      sitecam: 0,
      site: { name: '场', categories: ['city-water-supply'] },
      levels: [
        {
          id: 'F1',
          zones: [
            {
              id: 'z2',
              kind: 'restroom',
              polygon: [
                [-1, 4],
                [0, 7],
                [0, 0],
              ],
              levels: ['F4', 'F6'],
            },
          ],
          walls: [],
          openings: [],
          devices: [{ id: 'c9', at: [0, 6], height: 0, video: 'visible' }],
          ceiling: 4,
        },
        {
          id: 'F4',
          zones: [
            {
              id: 'z5',
              kind: 'elevator-car',
              polygon: [
                [0, 9],
                [-1, 0],
                [0, 0],
              ],
              levels: ['F1'],
            },
          ],
          walls: [],
          openings: [],
          devices: [],
          elevation: 100,
          ceiling: 0,
        },
        {
          id: 'F6',
          zones: [
            {
              id: 'z7',
              kind: 'report-box',
              polygon: [
                [0, 5],
                [7, 0],
                [0, 0],
              ],
            },
            {
              id: 'z8',
              kind: 'business-hall',
              polygon: [
                [0, 8],
                [4, 0],
                [0, 0],
              ],
            },
          ],
          walls: [],
          openings: [],
          devices: [],
          elevation: 200,
        },
      ],
    },
  ],
  [
    'a device in a sharp corner of which nobody says where it looks',
    'turn',
    {
      sitecam: 1,
      site: { name: '场', categories: ['residential-area'] },
      levels: [
        {
          id: 'F1',
          zones: [
            {
              id: 'z2',
              kind: 'public-bathroom',
              polygon: [
                [1, 11],
                [8, 11],
                [5, 6],
                [3.8, 0.7],
              ],
            },
          ],
          walls: [],
          openings: [],
          devices: [{ id: 'c5', at: [3.8, 0.7], kind: 'other' }],
        },
      ],
    },
  ],
  [
    "a camera deep inside a wall thicker than any room's",
    'turn',
    {
      sitecam: 1,
      site: { name: '场', categories: ['residential-area'] },
      levels: [
        {
          id: 'F1',
          zones: [],
          walls: [
            {
              id: 'w10',
              line: [
                [891.8, 660],
                [896.5, 686],
              ],
              thickness: 2,
            },
          ],
          openings: [],
          devices: [{ id: 'c13', at: [891.9, 665], kind: 'camera' }],
        },
      ],
    },
  ],
  [
    'a writing place that lies across the wall of a polling hall',
    'turn',
    {
      sitecam: 1,
      site: { name: '场', categories: ['hotel'] },
      levels: [
        {
          id: 'F1',
          zones: [
            {
              id: 'z6',
              kind: 'writing-place',
              polygon: [
                [-0.796875, 0.46875],
                [2.8754085023873257, 3.145024842319508],
                [1.078125, 1.546875],
              ],
            },
            {
              id: 'z7',
              kind: 'polling-hall',
              polygon: [
                [-0.37448524399138283, 0.5159651874793822],
                [-0.526757595381965, 1],
                [1, 2],
              ],
            },
          ],
          walls: [],
          openings: [],
          devices: [],
        },
      ],
    },
  ],
  [
    'two rooms of one size that lie across each other, and the curtain of one of them',
    'ids',
    {
      sitecam: 1,
      site: { name: '场', categories: ['bank'] },
      levels: [
        {
          id: 'F1',
          zones: [
            {
              id: 'z2',
              kind: 'make-up-room',
              polygon: [
                [4.453125, 6.828125],
                [4.453125, 4.859375],
                [1.984375, 4.859375],
                [1.984375, 6.828125],
              ],
            },
            { id: 'z3', kind: 'make-up-room', rect: [2, 5, 2.46875, 1.96875] },
          ],
          openings: [
            {
              id: 'd4',
              kind: 'curtain',
              line: [
                [2, 6.4],
                [2, 6],
              ],
            },
          ],
          devices: [],
          walls: [],
        },
      ],
    },
  ],
  [
    'two rooms that are one and the same',
    'ids',
    {
      sitecam: 1,
      site: { name: '场', categories: ['bank'] },
      levels: [
        {
          id: 'F1',
          zones: [
            {
              id: 'z2',
              kind: 'make-up-room',
              polygon: [
                [4.5, 7],
                [4.5, 5],
                [2, 5],
                [2, 7],
              ],
            },
            { id: 'z3', kind: 'make-up-room', rect: [2, 5, 2.5, 2] },
          ],
          openings: [
            {
              id: 'd4',
              kind: 'curtain',
              line: [
                [2, 6.4],
                [2, 6],
              ],
            },
          ],
          devices: [],
          walls: [],
        },
      ],
    },
  ],
  [
    'a room as good as without width, whose corners lie on one line but for rounding',
    'outlines',
    {
      sitecam: 1,
      site: { name: '场', categories: ['public-institution'] },
      levels: [
        {
          id: 'F3',
          zones: [
            {
              id: 'z4',
              kind: 'operating-room',
              polygon: [
                [133.7886218405965, 248.31946787430203],
                [128.8814942032079, 234.42475391426242],
                [151.44, 298.3],
              ],
            },
          ],
          walls: [],
          openings: [],
          devices: [],
        },
      ],
    },
  ],
  [
    'a room with two corners a rounding apart',
    'millimetres',
    {
      sitecam: 1,
      site: { name: '场', categories: ['school'] },
      levels: [
        {
          id: 'F1',
          zones: [
            {
              id: 'z3',
              kind: 'customer-information-area',
              polygon: [
                [-15.790415455671706, -31.051565744800428],
                [-15.790415455671642, -31.051565744800428],
                [0, 0],
              ],
            },
          ],
          walls: [],
          openings: [],
          devices: [],
        },
      ],
    },
  ],
  [
    'a rectangle as deep as a rounding',
    'millimetres',
    {
      sitecam: 1,
      site: { name: '场', categories: ['school'] },
      levels: [
        {
          id: 'F1',
          zones: [{ id: 'z7', kind: 'lobby', rect: [0, 6, 1, 8.881784197001252e-16] }],
          walls: [],
          openings: [],
          devices: [],
        },
      ],
    },
  ],
  [
    'a door at the very angle at which it still belongs to a wall',
    'shift',
    {
      sitecam: 1,
      site: { name: '场', categories: ['residential-area'] },
      levels: [
        {
          id: 'F1',
          zones: [
            {
              id: 'z2',
              kind: 'polling-hall',
              polygon: [
                [2.078125, 2.609375],
                [0, 0],
                [1.7163635815795573, 1.3053975806344735],
              ],
            },
          ],
          openings: [
            {
              id: 'd3',
              kind: 'door',
              line: [
                [1.9695965744738673, 2.218181774190342],
                [1.917663715670069, 1.679387260829168],
              ],
            },
          ],
          walls: [],
          devices: [],
        },
      ],
    },
  ],
  [
    'a sharp end in the corner of a room that is walled all round, and a microphone outside',
    'turn',
    {
      sitecam: 1,
      site: { name: '场', categories: ['school'] },
      levels: [
        {
          id: 'F1',
          zones: [{ id: 'z2', kind: 'dining-private-room', rect: [1.75, 1.27, 4, 2], levels: ['F3'] }],
          walls: [],
          openings: [],
          devices: [],
        },
        {
          id: 'F3',
          zones: [
            {
              id: 'z4',
              kind: 'private-area',
              polygon: [
                [1.75, 1.27],
                [5.7, 3],
                [6, 3],
              ],
            },
          ],
          devices: [{ id: 'c6', at: [0, 0], kind: 'microphone' }],
          walls: [],
          openings: [],
        },
      ],
    },
  ],
];

describe('what decides nothing', () => {
  test.each(cases)('%s (%s)', (_, how, doc) => {
    const exact = how === 'shift';
    const all = Array.from({ length: 12 }, (_, seed) => otherwise({ doc, exact }, how, new Dice(seed)));
    expect(all.map((other) => other?.unexplained)).toEqual(all.map(() => []));
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

test('a camera that looks past a ballot box, near no zone, films what is near the box', () => {
  const past = plan(
    [{ id: 'box', kind: 'ballot-box', rect: [0, 0, 1, 1] }],
    [
      {
        id: 'C',
        kind: 'camera',
        at: [3.9, -10],
        height: 1,
        heading: 0,
        tilt: 0,
        hfov: 1,
        vfov: 20,
        audio: 'none',
        resolution: [1920, 1080],
        tolerance: { heading: 0, tilt: 0 },
      },
    ],
  );
  const result = linted(one('plan.json', JSON.stringify(past)));
  if (!result.ok) expect.fail('it can be read');
  const said = result.verdicts.filter(({ subject }) => subject === 'C>box');
  expect(said.map(({ rule, outcome }) => `${rule} ${outcome}`)).toEqual(['capture/view-into-private-zone review']);
});

test('a detector that reaches to the stars covers its room, and is said to be odd', () => {
  const detector: DeviceDoc = {
    id: 'P',
    kind: 'intrusion-detector',
    at: [0.1, 2],
    height: 2.2,
    heading: 90,
    hfov: 90,
    range: 1e20,
  };
  const files = one(
    'plan.json',
    JSON.stringify(plan([{ id: 'hall', kind: 'corridor', rect: [0, 0, 6, 4] }], [detector])),
  );
  for (const verify of [false, true]) {
    const said = saidOf(linted(files, verify));
    expect(said).toContain('coverage/protected hall pass');
    expect(said).toContain('plan/implausible-figure P/range review');
  }
});

test('what is far narrower than the grid walls are drawn on is nothing, however it is written, in metres or in degrees', () => {
  const [x, y] = [123.4, 56.7];
  const read = (width: number, scale: number, more: object) => {
    const ring: [number, number][] = [
      [x, y],
      [x + 5 * scale, y + 3 * scale],
      [x + scale, y + (0.6 + width) * scale],
    ];
    return [ring, ring.toReversed(), [ring[1], ring[2], ring[0]]].map((polygon) => {
      const drawn = plan([
        { id: 'z2', kind: 'lobby', polygon },
        {
          id: 'z3',
          kind: 'lobby',
          polygon: [
            [x, y],
            [x + 5 * scale, y],
            [x, y + 4 * scale],
          ],
        },
      ]);
      return saidOf(linted(one('plan.json', JSON.stringify({ ...drawn, ...more }))));
    });
  };
  for (const [scale, more] of [
    [1, {}],
    [1e-5, { coordinates: 'wgs84', origin: [x, y] }],
  ] as const) {
    for (const width of [0, 1e-9, 5e-9]) {
      for (const said of read(width, scale, more)) expect(said).toEqual(['unreadable schema/empty-geometry']);
    }
    for (const said of read(1e-6, scale, more)) expect(said.length).toBeGreaterThan(5);
  }
});

test('a camera of which any tilt is within the tolerance is looked at as one that may be tilted anyhow', () => {
  const loose = (tilt: number): DeviceDoc => ({
    id: 'C',
    kind: 'camera',
    at: [1, 1],
    hfov: 60,
    vfov: 40,
    heading: 90,
    tilt: 10,
    height: 2.5,
    resolution: [1920, 1080],
    tolerance: { tilt },
  });
  const room: ZoneDoc = { id: 'hall', kind: 'corridor', rect: [0, 0, 6, 4] };
  const said = (tilt: number) =>
    saidOf(linted(one('plan.json', JSON.stringify(plan([room], [loose(tilt)]))), tilt > 200));
  expect(said(1e308)).toEqual(said(180));
  expect(said(1e308)).not.toContain('coverage/protected hall pass');
});

test('a picture of no size has no usual height', () => {
  const camera: DeviceDoc = { id: 'C', kind: 'camera', at: [1, 1], hfov: 0, vfov: 2, resolution: [0, 0] };
  const result = linted(
    one('plan.json', JSON.stringify(plan([{ id: 'hall', kind: 'corridor', rect: [0, 0, 6, 4] }], [camera]))),
  );
  if (!result.ok) expect.fail('it can be read');
  expect(JSON.stringify(result.verdicts)).not.toContain('NaN');
  expect(result.verdicts.some(({ rule }) => rule === 'plan/impossible-optics')).toBe(true);
});

test('what turning a plan changes only because a device stands on a hairline is told as within the bound, and is no fault', () => {
  const hole: [number, number][] = [
    [0, 0],
    [-2, 0],
    [0, 5],
  ];
  const room: ZoneDoc = {
    id: 'z3',
    kind: 'apartment-room',
    polygon: [
      [-6, 0],
      [0, 16],
      [0, 0],
    ],
    holes: [hole],
  };
  const doc = plan([room], [{ id: 'c4', at: [-2, 0] }]);
  const all = Array.from({ length: 12 }, (_, seed) => otherwise({ doc, exact: false }, 'turn', new Dice(seed)));
  expect(all.map((other) => other?.unexplained)).toEqual(all.map(() => []));
  const told = all.filter((other) => other !== undefined && other.within.length > 0);
  expect(told.length).toBeGreaterThan(0);
  for (const other of told) expect([BOUND, WELD]).toContain(other?.bound);
});

test('turning a plan changes nothing where sharp ends lie across each other: they were welded up to 5 mm apart', () => {
  const doc: PlanDoc = {
    sitecam: 1,
    site: { name: '场', categories: ['hospital'] },
    levels: [
      {
        id: 'F1',
        zones: [
          {
            id: 'z4',
            kind: 'private-area',
            polygon: [
              [0, 16],
              [0, 13],
              [6, 12.7],
            ],
          },
          {
            id: 'z5',
            kind: 'washroom',
            polygon: [
              [2.825, 6.5],
              [5.8, 13.4],
              [3.8434052016736064, 8.979517006129976],
            ],
          },
        ],
        devices: [{ id: 'c7', at: [5, 13], kind: 'camera', audio: 'microphone' }],
        walls: [],
        openings: [],
      },
    ],
  };
  const all = [0, 1, 3].map((seed) => otherwise({ doc, exact: false }, 'turn', new Dice(seed)));
  expect(all).toEqual(Array.from(all, () => ({ bound: 0, unexplained: [], within: [] })));
});

test('a camera on the line of a ballot box’s wall, that looks into the next room, is not near the box, however the plan is turned', () => {
  const doc = plan(
    [
      { id: 'room', kind: 'dormitory-room', rect: [-3, 0, 3, 3] },
      { id: 'box', kind: 'ballot-box', rect: [0, -5.7, 2.2, 5.7] },
    ],
    [{ id: 'c', kind: 'camera', at: [0.03, 0], height: 2.4, heading: 273.15, tilt: 25, hfov: 110 }],
  );
  for (let degrees = 0; degrees < 90; degrees += 3.7) {
    const lines = said(moved(doc, turned(degrees))).filter((line) =>
      line.startsWith('capture/device-in-private-zone c>'),
    );
    expect(lines, `turned by ${degrees}°`).toEqual(['capture/device-in-private-zone c>room fail']);
  }
});

test('a ballot box with corners in the middle of its sides has the same near area', () => {
  const box = (polygon: ZoneDoc['polygon']) => {
    const { doc } = drawPlan(1_000_001_616);
    const zones = doc.levels[0].zones.map((zone) => (zone.id === 'z3' ? { ...zone, rect: undefined, polygon } : zone));
    return said(JSON.parse(JSON.stringify({ ...doc, levels: [{ ...doc.levels[0], zones }] })));
  };
  const [left, right, low, high] = [1.078125, 2.171875, 0.828125, 2.078125];
  const [x, y] = [(left + right) / 2, (low + high) / 2];
  const sides = box([
    [left, low],
    [right, low],
    [right, high],
    [left, high],
  ]);
  const halves = box([
    [left, low],
    [x, low],
    [right, low],
    [right, y],
    [right, high],
    [x, high],
    [left, high],
    [left, y],
  ]);
  expect(halves).toEqual(sides);
});

// Wrong still: a gap of some 4 mm between an opening's end and the wall beside it is a light leak or none, depending on
// where the wall has corners.
test.fails('a corner in the middle of a wall beside a leaning opening makes no light leak', () => {
  const doc = plan(
    [
      {
        id: 'z4',
        kind: 'kitchen',
        polygon: [
          [0.7, 0],
          [0.813, 0],
          [0.813, 0.594],
          [0.7, 0.6],
        ],
      },
      {
        id: 'z6',
        kind: 'vault',
        polygon: [
          [0, 1],
          [1, 0],
          [0, 0],
        ],
      },
    ],
    [],
  );
  doc.levels[0].openings.push({
    id: 'd7',
    kind: 'passage',
    line: [
      [0.8125, 0.546875],
      [0.8, 0],
    ],
  });
  for (let seed = 0; seed < 40; seed += 1) {
    expect(otherwise({ doc, exact: false }, 'split', new Dice(seed))?.unexplained ?? []).toEqual([]);
  }
});

/** What a plan says otherwise once each stretch of its walls and rooms has a corner in its middle. */
function saidOfHalves(doc: PlanDoc): readonly string[] {
  return [0, 1, 2, 3].flatMap((seed) => otherwise({ doc, exact: false }, 'split', new Dice(seed))?.unexplained ?? []);
}

test('a corner in the middle of a wall changes nothing of an opening that leans from it', () => {
  const doc = plan(
    [
      {
        id: 'z6',
        kind: 'office',
        polygon: [
          [0, 0],
          [-6, 24],
          [7, 24],
        ],
        roles: ['fitting-room'],
      },
    ],
    [],
  );
  doc.levels[0].openings.push({
    id: 'd7',
    kind: 'window',
    line: [
      [-2, 24],
      [3, 24.8],
    ],
  });
  expect(saidOfHalves(doc)).toEqual([]);
});

test('a corner in the middle of a wall changes nothing of a glass wall that leans from it', () => {
  const doc = plan(
    [
      {
        id: 'z2',
        kind: 'changing-room',
        polygon: [
          [0, 0],
          [3, 0],
          [3, 6],
          [0, 6],
        ],
      },
    ],
    [{ id: 'c1', kind: 'camera', at: [6, 3.4], height: 2.5, heading: 270, tilt: 20, hfov: 90, audio: 'none' }],
  );
  doc.levels[0].walls.push({
    id: 'w1',
    line: [
      [2.9, 2.6],
      [2.99, 6],
    ],
    material: 'clear',
  });
  // What the camera sees lies behind the lower half of the glass, which is farther than 5 cm from the room's side.
  doc.levels[0].walls.push({
    id: 'w2',
    line: [
      [3.3, 4],
      [3.3, 9],
    ],
  });
  expect(said(doc)).toContain('capture/view-into-private-zone c1>z2 fail');
  expect(saidOfHalves(doc)).toEqual([]);
});
