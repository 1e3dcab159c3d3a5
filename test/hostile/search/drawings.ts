// Drawings in DXF: a document has the layers, blocks and entities of a drawing, each entity a list of pairs.

import { attributes, dxfText, entity, insert, line, type Pair, polyline, text } from '../../import/dxf-support.js';
import { HOSTILE } from '../../import/hostile.js';
import { chance, circle, list, star } from '../draft.js';
import { type Json, type Kind, member, type Seed, seed } from './kinds.js';

type Entities = readonly (readonly Pair[])[];

const drawing = (entities: Entities, blocks: Readonly<Record<string, Entities>> = {}): Json =>
  JSON.parse(JSON.stringify({ blocks, entities }));

const room: Entities = [
  [0, 0],
  [6, 0],
  [6, 4],
  [0, 4],
].map((at, n, all) => line('WALL', at, all[(n + 1) % 4]));

const start = [insert('0', 'B0', [0, 0])];

function nested(deep: number, times: number, last: Entities): Record<string, Entities> {
  const names = list(deep, (n) => [`B${n}`, list(times, (i) => insert('0', `B${n + 1}`, [i * 1.5, n / 10]))]);
  return { ...Object.fromEntries(names), [`B${deep}`]: last };
}

const next = chance();
const some = (far: number) => Math.round(next() * far * 1000) / 1000;

const seeds: Readonly<Record<string, Seed>> = {
  rooms: seed(4, 3000, (n) =>
    drawing(
      list(n, (i) =>
        polyline(
          'WALL',
          [
            [0, 0],
            [4, 0],
            [4, 4],
            [0, 4],
          ].map(([x, y]) => [x + (i % 40) * 4.2, y + Math.floor(i / 40) * 4.2]),
        ),
      ),
    ),
  ),
  thickRooms: seed(4, 3000, (n) =>
    drawing(
      list(n, (i) =>
        polyline(
          'WALL',
          [
            [0, 0],
            [4, 0],
            [4, 4],
            [0, 4],
          ].map(([x, y]) => [x + (i % 40) * 4, y + Math.floor(i / 40) * 4]),
          true,
          [43, 0.2],
        ),
      ),
    ),
  ),
  doubleLines: seed(4, 3000, (n) =>
    drawing(list(n, (i) => [0, 0.2].map((d) => line('WALL', [0, i * 3 + d], [50, i * 3 + d]))).flat()),
  ),
  manyParallel: seed(4, 4000, (n) => drawing(list(n, (i) => line('WALL', [0, i * 0.05], [50, i * 0.05])))),
  manyNearlyParallel: seed(4, 4000, (n) => drawing(list(n, (i) => line('WALL', [0, i * 0.02], [50, i * 0.0201])))),
  crossing: seed(4, 3000, (n) => drawing(list(n, () => line('WALL', [some(60), some(60)], [some(60), some(60)])))),
  grid: seed(4, 3000, (n) =>
    drawing(
      list(n, (i) =>
        i % 2 ? line('WALL', [i * 0.2, 0], [i * 0.2, n * 0.2]) : line('WALL', [0, i * 0.2], [n * 0.2, i * 0.2]),
      ),
    ),
  ),
  shortPieces: seed(4, 8000, (n) =>
    drawing(list(n, (i) => line('WALL', [i * 0.01, 0], [i * 0.01 + 0.008, (i % 3) * 0.001]))),
  ),
  gaps: seed(4, 4000, (n) =>
    drawing([...room, ...list(n, (i) => [0, 0.2].map((d) => line('WALL', [i * 2, d], [i * 2 + 1, d]))).flat()]),
  ),
  doors: seed(2, 2000, (n) =>
    drawing([...room, ...list(n, (i) => insert('DOOR', 'D', [i, 0]))], {
      D: [entity('ARC', '0', [10, 0], [20, 0], [40, 0.9], [50, 0], [51, 90]), line('0', [0, 0], [0, 0.9])],
    }),
  ),
  looseArcs: seed(2, 4000, (n) =>
    drawing([
      ...room,
      ...list(n, (i) => [
        entity('ARC', 'DOOR', [10, i % 50], [20, Math.floor(i / 50)], [40, 0.9], [50, 0], [51, 90]),
        line('DOOR', [i % 50, Math.floor(i / 50)], [i % 50, Math.floor(i / 50) + 0.9]),
      ]).flat(),
    ]),
  ),
  arcsAtOnePlace: seed(2, 4000, (n) =>
    drawing([
      ...room,
      ...list(n, (i) => [
        entity('ARC', 'DOOR', [10, 1 + i / 1e4], [20, 0], [40, 0.9], [50, 0], [51, 90]),
        line('DOOR', [1 + i / 1e4, 0], [1 + i / 1e4, 0.9]),
      ]).flat(),
    ]),
  ),
  windows: seed(2, 4000, (n) => drawing([...room, ...list(n, (i) => line('WINDOW', [1, i * 0.05], [3, i * 0.05]))])),
  nestedBlocks: {
    knobs: { deep: [1, 60], times: [1, 40] },
    make: ({ deep, times }) => drawing(start, nested(deep, times, [line('WALL', [0, 0], [1, 0])])),
  },
  nestedEmpty: {
    knobs: { deep: [1, 60], times: [1, 40] },
    make: ({ deep, times }) => drawing(start, nested(deep, times, [])),
  },
  deepBlocks: seed(10, 5000, (n) => drawing(start, nested(n, 1, [line('WALL', [0, 0], [1, 0])]))),
  arrays: {
    knobs: { rows: [1, 40_000], columns: [1, 40_000] },
    make: ({ rows, columns }) =>
      drawing([...room, insert('0', 'B', [0, 0], [70, columns], [71, rows], [44, 1], [45, 1])], {
        B: [line('WALL', [0, 0], [1, 0.2])],
      }),
  },
  arraysOfDevices: {
    knobs: { rows: [1, 600], columns: [1, 600] },
    make: ({ rows, columns }) =>
      drawing([...room, insert('CCTV', 'CAMERA', [0, 0], [70, columns], [71, rows], [44, 0.5], [45, 0.5])], {
        CAMERA: [],
      }),
  },
  devicesWithNumbers: seed(2, 4000, (n) =>
    drawing(
      [
        ...room,
        ...list(n, (i) => [
          insert('CCTV', 'CAMERA', [(i % 60) * 0.5, Math.floor(i / 60) * 0.5]),
          text('CCTV', [(i % 60) * 0.5 + 0.1, Math.floor(i / 60) * 0.5], `QJ-${i}`),
        ]).flat(),
      ],
      { CAMERA: [entity('CIRCLE', '0', [10, 0], [20, 0], [40, 0.1])] },
    ),
  ),
  numbersAtOnePlace: seed(2, 4000, (n) =>
    drawing(
      [
        ...room,
        ...list(n, (i) => [
          insert('CCTV', 'CAMERA', [1 + i / 1e4, 1]),
          text('CCTV', [1 + i / 1e4, 1], `QJ-${i}`),
        ]).flat(),
      ],
      { CAMERA: [entity('CIRCLE', '0', [10, 0], [20, 0], [40, 0.1])] },
    ),
  ),
  texts: seed(2, 6000, (n) =>
    drawing([...room, ...list(n, (i) => text('PUB_TEXT', [(i % 60) * 0.1, Math.floor(i / 60) * 0.1], `办公室${i}`))]),
  ),
  textsOutside: seed(2, 6000, (n) =>
    drawing([...room, ...list(n, (i) => text('房间名称', [10 + (i % 60), Math.floor(i / 60)], `办公室${i}`))]),
  ),
  splines: {
    knobs: { count: [1, 200], points: [4, 20_000] },
    make: ({ count, points }) =>
      drawing([
        ...room,
        ...list(count, (i) => [
          ...entity('SPLINE', 'WALL', [70, 8], [71, 3]),
          ...list(points + 4, (k): Pair => [40, k]),
          ...list(points, (k): Pair[] => [
            [10, k % 50],
            [20, i + (k % 7)],
          ]).flat(),
        ]),
      ]),
  },
  splinesOfHighDegree: {
    knobs: { degree: [3, 400], points: [4, 5000] },
    make: ({ degree, points }) =>
      drawing([
        ...room,
        [
          ...entity('SPLINE', 'WALL', [70, 8], [71, degree]),
          ...list(points + degree + 1, (k): Pair => [40, k]),
          ...list(points, (k): Pair[] => [
            [10, k % 50],
            [20, k % 7],
          ]).flat(),
        ],
      ]),
  },
  splinesOfHugeKnots: {
    knobs: { degree: [2, 9], points: [10, 5000], far: [1, 1e9] },
    make: ({ degree, points, far }) =>
      drawing([
        ...room,
        [
          ...entity('SPLINE', 'WALL', [70, 8], [71, degree]),
          ...list(points + degree + 1, (k): Pair => [40, k * far]),
          ...list(points, (k): Pair[] => [
            [10, (k * far) % 1e6],
            [20, (k % 7) * far],
          ]).flat(),
        ],
      ]),
  },
  fitPoints: seed(3, 5000, (n) =>
    drawing([
      ...room,
      [
        ...entity('SPLINE', 'WALL', [70, 8], [71, 3], [74, n]),
        ...list(n, (k): Pair[] => [
          [11, k % 50],
          [21, k % 7],
        ]).flat(),
      ],
    ]),
  ),
  circlesHuge: {
    knobs: { count: [1, 2000], radius: [1, 1e7] },
    make: ({ count, radius }) =>
      drawing([...room, ...list(count, (i) => entity('CIRCLE', 'WALL', [10, i], [20, 0], [40, radius]))]),
  },
  ellipses: {
    knobs: { count: [1, 2000], radius: [1, 1e6] },
    make: ({ count, radius }) =>
      drawing([
        ...room,
        ...list(count, (i) =>
          entity('ELLIPSE', 'WALL', [10, i], [20, 0], [11, radius], [21, 0], [40, 0.5], [41, 0], [42, 6.28]),
        ),
      ]),
  },
  bulges: {
    knobs: { count: [2, 20_000], bulge: [1, 1000] },
    make: ({ count, bulge }) =>
      drawing([
        ...room,
        polyline(
          'WALL',
          list(count, (i) => [i % 90, Math.floor(i / 90), bulge]),
          false,
        ),
      ]),
  },
  starWall: seed(4, 8000, (n) => drawing([polyline('WALL', star(2 * n, 40))])),
  circleZone: seed(4, 20_000, (n) => drawing([polyline('ROOM', circle(n, 40)), text('ROOM', [60, 60], '大堂')])),
  zones: seed(4, 4000, (n) =>
    drawing(
      list(n, (i) => [
        polyline(
          'ROOM',
          [
            [0, 0],
            [4, 0],
            [4, 4],
            [0, 4],
          ].map(([x, y]) => [x + i * 0.01, y + i * 0.01]),
        ),
        text('ROOM', [2 + i * 0.01, 2], '办公室'),
      ]).flat(),
    ),
  ),
  zonesNested: seed(4, 4000, (n) =>
    drawing(
      list(n, (i) =>
        polyline(
          'ROOM',
          [
            [i, i],
            [9000 - i, i],
            [9000 - i, 9000 - i],
            [i, 9000 - i],
          ].map(([x, y]) => [x / 100, y / 100]),
        ),
      ),
    ),
  ),
  hatches: seed(2, 4000, (n) =>
    drawing([
      ...room,
      ...list(n, (i) => [
        ...entity('HATCH', 'WALL', [70, 1], [91, 1], [92, 2], [72, 0], [73, 1], [93, 4]),
        ...[
          [0, 0],
          [0.2, 0],
          [0.2, 4],
          [0, 4],
        ].flatMap(([x, y]): Pair[] => [
          [10, x + i],
          [20, y],
        ]),
      ]),
    ]),
  ),
  hatchLoops: seed(2, 8000, (n) =>
    drawing([
      ...room,
      [
        ...entity('HATCH', 'WALL', [70, 1], [91, n]),
        ...list(n, (i): Pair[] => [
          [92, 2],
          [72, 0],
          [73, 1],
          [93, 3],
          [10, i],
          [20, 0],
          [10, i + 0.5],
          [20, 0],
          [10, i],
          [20, 0.5],
        ]).flat(),
      ],
    ]),
  ),
  solids: seed(2, 4000, (n) =>
    drawing([
      ...room,
      ...list(n, (i) =>
        entity(
          'SOLID',
          'COLUMN',
          [10, i % 60],
          [20, i / 60],
          [11, (i % 60) + 0.5],
          [21, i / 60],
          [12, i % 60],
          [22, i / 60 + 0.5],
          [13, (i % 60) + 0.5],
          [23, i / 60 + 0.5],
        ),
      ),
    ]),
  ),
  layers: seed(2, 8000, (n) => drawing([...room, ...list(n, (i) => line(`LAYER-${i}`, [0, i], [5, i]))])),
  layersLikeWalls: seed(2, 4000, (n) => drawing(list(n, (i) => line(`WALL${i}`, [0, i / 10], [5, i / 10])))),
  blockNames: seed(2, 4000, (n) =>
    drawing(
      [...room, ...list(n, (i) => insert('X', `BLOCK${i}`, [i, 0]))],
      Object.fromEntries(list(n, (i) => [`BLOCK${i}`, [line('0', [0, 0], [1, 0])]])),
    ),
  ),
  missingBlocks: seed(2, 8000, (n) => drawing([...room, ...list(n, (i) => insert('X', `NONE${i}`, [i, 0]))])),
  attributesMany: seed(2, 4000, (n) =>
    drawing(
      [
        ...room,
        [
          ...insert('CCTV', 'CAMERA', [1, 1], [66, 1]),
          ...attributes('CCTV', Object.fromEntries(list(n, (i) => [`TAG${i}`, `v${i}`]))),
        ],
      ],
      { CAMERA: [] },
    ),
  ),
  mlines: seed(2, 3000, (n) =>
    drawing([
      ...room,
      [
        ...entity('MLINE', 'WALL', [2, 'STANDARD'], [40, 0.24], [70, 0], [72, n], [73, 2]),
        ...list(n, (i): Pair[] => [
          [11, i],
          [21, i % 2],
          [12, 1],
          [22, 0],
          [13, 0],
          [23, 1],
          [74, 1],
          [41, 0],
          [75, 0],
          [74, 1],
          [41, 0.2],
          [75, 0],
        ]).flat(),
      ],
    ]),
  ),
  farApart: {
    knobs: { count: [2, 2000], far: [1, 1e7] },
    make: ({ count, far }) => drawing(list(count, (i) => line('WALL', [i * far, 0], [i * far + 4, (i * far) % 1000]))),
  },
  views: seed(2, 600, (n) =>
    drawing(
      list(n, (i) =>
        room.map((one) =>
          one.map(([code, value]): Pair => [code, code === 10 || code === 11 ? Number(value) + i * 100 : value]),
        ),
      ).flat(),
    ),
  ),
  mtext: seed(2, 60_000, (n) =>
    drawing([...room, entity('MTEXT', 'PUB_TEXT', [10, 1], [20, 1], [40, 0.3], [1, '{\\A1;'.repeat(n / 5)])]),
  ),
  mtextFractions: seed(2, 60_000, (n) =>
    drawing([...room, entity('MTEXT', 'PUB_TEXT', [10, 1], [20, 1], [40, 0.3], [1, '\\S1^'.repeat(n / 4)])]),
  ),
};

const raw = Object.fromEntries(
  Object.entries(HOSTILE)
    .filter(([name]) => !/10 MB|10\^6|million|100 MB/.test(name))
    .map(([name, make]) => [`raw ${name}`, seed(1, 1, () => Buffer.from(make()).toString('latin1'))] as const),
);

function bytesOf(document: Json): string | Uint8Array {
  if (typeof document === 'string') return Buffer.from(document, 'latin1');
  const of = (key: string) => member(document, key) as unknown;
  return dxfText({ entities: of('entities') as Entities, blocks: of('blocks') as Record<string, Entities> });
}

export const drawings: Kind = {
  seeds: {
    ...seeds,
    ...raw,
    ...Object.fromEntries(
      Object.entries(seeds).map(([name, one]) => [
        `survey-${name}`,
        { ...one, make: (size) => ({ survey: true, ...Object(one.make(size)) }) } satisfies Seed,
      ]),
    ),
  },
  jobOf: (document) => ({
    files: { 'plan.dxf': bytesOf(document) },
    argv: [
      'import',
      'plan.dxf',
      ...(member(document, 'survey') === true
        ? ['--survey', '-o', 'mapping.yaml']
        : ['-o', 'plan.yaml', '--record', 'record.md']),
    ],
  }),
};
