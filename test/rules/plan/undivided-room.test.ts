import { describe, expect, test } from 'vitest';
import { renderMessage } from '../../../src/i18n/message.js';
import { rule } from '../../../src/rules/plan/undivided-room.js';
import { saidBy, site } from '../capture/judged.js';

type Parts = Parameters<typeof site>[1];

const said = (parts: Parts) => saidBy(rule, site('hotel', parts));
const subjects = (parts: Parts) => said(parts).map(({ subject }) => subject);

/** A restroom and a corridor that touch along 4 m, and what leads from one to the other. */
const beside = (...openings: string[]): Parts => ({
  zones: ['id: wc, kind: restroom, rect: [0, 2, 4, 3]', 'id: hall, kind: corridor, rect: [0, 0, 4, 2]'],
  openings,
});

describe('a side that stands open', () => {
  test.each([
    ['half of it, and 2 m', beside('id: a, kind: passage, line: [[0, 2], [2, 2]]'), ['wc/hall']],
    ['2 m', beside('id: a, kind: passage, line: [[0, 2], [2, 2]]'), ['wc/hall']],
    ['less than 2 m', beside('id: a, kind: passage, line: [[0, 2], [1.99, 2]]'), []],
    [
      'less than half of it',
      {
        zones: ['id: wc, kind: restroom, rect: [0, 2, 4.1, 3]', 'id: hall, kind: corridor, rect: [0, 0, 9, 2]'],
        openings: ['id: a, kind: passage, line: [[0, 2], [2, 2]]'],
      },
      [],
    ],
    [
      'in several pieces',
      beside('id: a, kind: passage, line: [[0, 2], [1, 2]]', 'id: b, kind: curtain, line: [[2, 2], [3, 2]]'),
      ['wc/hall'],
    ],
    [
      'by a door that always stands open',
      beside('id: a, kind: door, line: [[0, 2], [3, 2]], normallyOpen: true'),
      ['wc/hall'],
    ],
    ['not by a door that closes', beside('id: a, kind: door, line: [[0, 2], [3, 2]]'), []],
    ['not by a window', beside('id: a, kind: window, line: [[0, 2], [3, 2]]'), []],
    ['by a curtain', beside('id: a, kind: curtain, line: [[0, 2], [3, 2]]'), ['wc/hall']],
    [
      'not to where nothing is drawn',
      {
        zones: ['id: wc, kind: restroom, rect: [0, 2, 4, 3]'],
        openings: ['id: a, kind: passage, line: [[0, 2], [3, 2]]'],
      },
      [],
    ],
    [
      'not to another private place',
      {
        zones: ['id: wc, kind: restroom, rect: [0, 2, 4, 3]', 'id: wash, kind: washroom, rect: [0, 0, 4, 2]'],
        openings: ['id: a, kind: passage, line: [[0, 2], [3, 2]]'],
      },
      [],
    ],
    [
      'not of a place that is private by our reading alone',
      {
        zones: ['id: wash, kind: ward, rect: [0, 2, 4, 3]', 'id: hall, kind: corridor, rect: [0, 0, 4, 2]'],
        openings: ['id: a, kind: passage, line: [[0, 2], [3, 2]]'],
      },
      [],
    ],
  ] as const)('%s', (_, parts, wanted) => {
    expect(subjects(parts)).toEqual(wanted);
  });

  test('is told with its width, its share and whose threshold it is', () => {
    const [found] = said(
      beside('id: a, kind: passage, line: [[0, 2], [1.5, 2]]', 'id: b, kind: passage, line: [[2, 2], [3.5, 2]]'),
    );
    expect(renderMessage(rule.messages, found.message, 'zh-CN')).toContain(
      '“wc”（卫生间）与“hall”之间敞开3.00米，占其相邻一侧的75%（本工具判定值50%，非法定）',
    );
    expect(found).toMatchObject({ outcome: 'review', dependsOn: { levels: ['F1'], devices: [] } });
  });

  test('to each neighbour for itself', () => {
    const parts: Parts = {
      zones: [
        'id: wc, kind: restroom, rect: [0, 2, 8, 3]',
        'id: a, kind: corridor, rect: [0, 0, 4, 2]',
        'id: b, kind: corridor, rect: [4, 0, 4, 2]',
      ],
      openings: ['id: p, kind: passage, line: [[0, 2], [1.5, 2]]', 'id: q, kind: passage, line: [[4, 2], [6.5, 2]]'],
    };
    expect(subjects(parts)).toEqual(['wc/b']);
  });
});

describe('zones that no wall divides', () => {
  const open = (other: string, wc = 'rect: [0, 2, 4, 3], enclosed: false'): Parts => ({
    zones: [`id: wc, kind: restroom, ${wc}`, `id: hall, kind: corridor, ${other}`],
  });

  test.each([
    ['side by side', open('rect: [0, 0, 4, 2], enclosed: false'), ['wc/hall']],
    ['drawn by the two faces of what would be a wall', open('rect: [0, 0, 4, 1.61], enclosed: false'), ['wc/hall']],
    ['further apart than a wall is thick', open('rect: [0, 0, 4, 1.59], enclosed: false'), []],
    ['along half of a side of 2 m', open('rect: [2, 0, 4, 2], enclosed: false'), ['wc/hall']],
    ['along less than 2 m', open('rect: [2.01, 0, 4, 2], enclosed: false'), []],
    ['past the other end', open('rect: [-2, 0, 4, 2], enclosed: false'), ['wc/hall']],
    ['past the other end, along less', open('rect: [-2.01, 0, 4, 2], enclosed: false'), []],
    ['at a corner', open('rect: [4, 5, 4, 2], enclosed: false'), []],
    ['along a side', open('rect: [4, 2, 4, 3], enclosed: false'), ['wc/hall']],
    ['where the other has walls', open('rect: [0, 0, 4, 2]'), []],
    ['where it has walls itself', open('rect: [0, 0, 4, 2], enclosed: false', 'rect: [0, 2, 4, 3]'), []],
    ['at a slight angle', open('polygon: [[0, 0], [4, 0], [4, 2], [0, 1.7]], enclosed: false'), ['wc/hall']],
    ['at a wide angle', open('polygon: [[0, 0], [4, 0], [4, 2], [0, 1.2]], enclosed: false'), []],
    ...(
      [
        ['by less than a wall is thick', 0.2, ['wc/hall']],
        ['by more', 0.5, []],
      ] as const
    ).map(
      ([by, off, wanted]) =>
        [
          `on the slant, apart ${by}`,
          open(
            `polygon: [[${4 + off}, ${4 - off}], [${8 + off}, ${8 - off}], [${12 + off}, ${4 - off}]], enclosed: false`,
            'polygon: [[4, 4], [8, 8], [4, 12]], enclosed: false',
          ),
          wanted,
        ] as const,
    ),
    [
      'on the slant',
      open(
        'polygon: [[4, 4], [8, 8], [12, 4]], enclosed: false',
        'polygon: [[4, 4], [8, 8], [4, 12]], enclosed: false',
      ),
      ['wc/hall'],
    ],
  ] as const)('%s', (_, parts, wanted) => {
    expect(subjects(parts)).toEqual(wanted);
  });

  test('nor another private place beside it', () => {
    const parts: Parts = {
      zones: [
        'id: wc, kind: restroom, rect: [0, 2, 4, 3], enclosed: false',
        'id: wc2, kind: restroom, rect: [0, 0, 4, 2], enclosed: false',
      ],
    };
    expect(subjects(parts)).toEqual([]);
  });

  test('an opening that is drawn says how much of it is open', () => {
    const zones = [
      'id: wc, kind: restroom, rect: [0, 2, 4, 3], enclosed: false',
      'id: hall, kind: corridor, rect: [0, 0, 4, 2], enclosed: false',
    ];
    const [found] = said({ zones });
    expect(renderMessage(rule.messages, found.message, 'zh-CN')).toContain('之间敞开4.00米，占其相邻一侧的100%');
  });
});

describe('a room too small for one', () => {
  test.each([
    [0.503, []],
    [0.5, ['wc']],
    [0.499, ['wc']],
    [0.1, ['wc']],
  ] as const)('%d m²', (area, wanted) => {
    expect(subjects({ zones: [`id: wc, kind: restroom, rect: [0, 0, 1, ${area}]`] })).toEqual(wanted);
  });

  test('whichever way round its outline is drawn', () => {
    const drawn = (size: number) => [
      `id: wc, kind: restroom, polygon: [[0, 0], [0, ${size}], [${size}, ${size}], [${size}, 0]]`,
      'id: big, kind: corridor, rect: [20, 0, 9, 9]',
    ];
    expect([subjects({ zones: drawn(2) }), subjects({ zones: drawn(0.5) })]).toEqual([[], ['wc']]);
  });

  test('never reads as if it were as large as that', () => {
    const [found] = said({ zones: ['id: wc, kind: restroom, name: 卫, rect: [0, 0, 1, 0.4999]'] });
    expect(renderMessage(rule.messages, found.message, 'zh-CN')).toContain(
      '“卫”（卫生间）仅0.4999平方米，小于本工具判定值0.5平方米',
    );
  });

  test('only where the law names rooms of the kind', () => {
    expect(
      subjects({ zones: ['id: w, kind: ward, rect: [0, 0, 1, 0.1]', 'id: s, kind: store, rect: [2, 0, 1, 0.1]'] }),
    ).toEqual([]);
  });
});

test('a side counts in pieces of whatever length', () => {
  const corners = [4, 3, 2, 1, 0].map((x) => `[${x}, 2]`).join(', ');
  expect(
    subjects({
      zones: [
        'id: wc, kind: restroom, rect: [0, 2, 4, 3]',
        `id: hall, kind: corridor, polygon: [[0, 0], [4, 0], ${corners}]`,
      ],
      openings: ['id: a, kind: passage, line: [[0, 2], [2, 2]]'],
    }),
  ).toEqual(['wc/hall']);
});

describe('rooms without walls, turned on the sheet', () => {
  const ring = (points: readonly (readonly [x: number, y: number])[], clockwise: boolean) =>
    JSON.stringify(clockwise ? [...points].reverse() : points);
  /** Side by side along 5.7 m, `apart` times the root of 2 m between them. */
  const pair = (apart: number, clockwise: boolean): Parts => ({
    zones: [
      `id: wc, kind: restroom, enclosed: false, polygon: ${ring(
        [
          [0, 0],
          [4, 4],
          [2, 6],
          [-2, 2],
        ],
        clockwise,
      )}`,
      `id: hall, kind: corridor, enclosed: false, polygon: ${ring(
        [
          [apart, -apart],
          [2 + apart, -2 - apart],
          [6 + apart, 2 - apart],
          [4 + apart, 4 - apart],
        ],
        clockwise,
      )}`,
    ],
  });

  test.each([false, true])('are one where they touch, not a metre apart; drawn clockwise: %s', (clockwise) => {
    expect(subjects(pair(0, clockwise))).toEqual(['wc/hall']);
    expect(subjects(pair(0.2, clockwise))).toEqual(['wc/hall']);
    expect(subjects(pair(0.7, clockwise))).toEqual([]);
  });
});
