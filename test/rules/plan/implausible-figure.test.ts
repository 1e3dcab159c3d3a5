import { describe, expect, test } from 'vitest';
import { renderMessage } from '../../../src/i18n/message.js';
import { rule } from '../../../src/rules/plan/implausible-figure.js';
import { CORRIDOR, saidBy, site } from '../capture/judged.js';
import { siteFrom } from '../coverage/support.js';

type Parts = Parameters<typeof site>[1];

function subjects(parts: Parts): string[] {
  return saidBy(rule, site('hotel', parts)).map(({ subject }) => subject);
}

const camera = (more: string): Parts => ({
  zones: [CORRIDOR],
  devices: [`id: X, kind: camera, at: [2, 7], heading: 90, audio: none, ${more}`],
});
const detector = (more: string): Parts => ({
  zones: [CORRIDOR],
  devices: [`id: X, kind: intrusion-detector, at: [2, 7], heading: 90, hfov: 90, ${more}`],
});
const listener = (more: string): Parts => ({
  zones: [CORRIDOR],
  devices: [`id: X, kind: microphone, at: [2, 7], ${more}`],
});
const wall = (more: string): Parts => ({ zones: [CORRIDOR], walls: [`id: X, line: [[4, 7], [6, 7]], ${more}`] });
const across = (kind: string, width: number): Parts => ({
  zones: ['id: hall, kind: corridor, rect: [0, 0, 40, 4]'],
  openings: [`id: X, kind: ${kind}, line: [[1, 4], [${1 + width}, 4]]`],
});
const window = (sill: number): Parts => ({
  zones: [CORRIDOR],
  openings: [`id: X, kind: window, line: [[1, 9], [2, 9]], sill: ${sill}, head: ${sill + 0.5}`],
});
const zone = (kind: string, more: string, area: number): Parts => ({
  zones: [CORRIDOR, `id: X, kind: ${kind}, ${more}rect: [0, 100, ${Math.sqrt(area)}, ${Math.sqrt(area)}]`],
});

/** Each figure of ours: what is said of it, the least and the most that is usual, and a plan that has it. */
const FIGURES: readonly (readonly [string, number, number, (value: number) => Parts])[] = [
  ['height', 0.3, 60, (value) => camera(`height: ${value}`)],
  ['tilt', -45, 90, (value) => camera(`tilt: ${value}`)],
  ['hfov', 2, 150, (value) => camera(`hfov: ${value}`)],
  ['range', 1, 200, (value) => detector(`range: ${value}`)],
  ['pickup', 1, 100, (value) => listener(`pickup: ${value}`)],
  ['thickness', 0.005, 2, (value) => wall(`thickness: ${value}`)],
  ['line', 0.4, 15, (value) => across('door', value)],
  ['line', 0.4, 15, (value) => across('glass-door', value)],
  ['area', 0.5, 200_000, (value) => zone('corridor', '', value)],
  ['area', 0.5, 200_000, (value) => zone('yard', 'roles: [crowd-area], ', value)],
];

/** By how much a figure that is measured in the drawing must be past the edge; a stated one by next to nothing. */
const PAST: Partial<Record<string, readonly [below: number, above: number]>> = {
  line: [0.002, 0.002],
  // 1.5 mm at half of the edges: 2.8 m around 0.5 m², 1.79 km around 0.2 km².
  area: [0.003, 1.5],
};

describe('figures at the edge of what is usual', () => {
  test.each(FIGURES)('%s: %d and %d are usual, what is beyond them is not', (key, low, high, plan) => {
    for (const usual of [low, low - 5e-7, low + 1e-4, (low + high) / 2, high - 1e-4, high + 4e-7]) {
      expect([usual, subjects(plan(usual))]).toEqual([usual, []]);
    }
    const [below, above] = PAST[key] ?? [1e-4, 1e-4];
    for (const odd of [low - below, high + above]) expect([odd, subjects(plan(odd))]).toEqual([odd, [`X/${key}`]]);
  });

  test.each([
    [159, 1],
    [160, 0],
    [20_000, 0],
    [20_001, 1],
  ])('a picture %d pixels wide', (width, count) => {
    expect(subjects(camera(`resolution: [${width}, 1080]`))).toHaveLength(count);
  });

  test('a sill above head height, of windows alone', () => {
    expect(subjects(window(2.4))).toEqual([]);
    expect(subjects(window(2.4001))).toEqual(['X/sill']);
    expect(
      subjects({ ...window(0), openings: ['id: X, kind: door, line: [[1, 9], [2, 9]], sill: 2.5, head: 2.9'] }),
    ).toEqual([]);
  });

  test('a PTZ zooms in further, and a fisheye sees further round and up', () => {
    const fisheye = (hfov: number) =>
      camera(`form: fisheye, tilt: -80, hfov: ${hfov}, vfov: 5, resolution: [3000, 3000]`);
    expect(subjects(fisheye(360))).toEqual([]);
    expect(subjects(fisheye(2))).toEqual([]);
    expect(subjects(fisheye(1.9))).toEqual(['X/hfov']);
    expect(subjects(camera('form: ptz, hfov: 0.3'))).toEqual([]);
    expect(subjects(camera('form: ptz, hfov: 0.29'))).toEqual(['X/hfov']);
    expect(subjects(camera('form: ptz, hfov: 151'))).toEqual(['X/hfov']);
  });

  test('a picture twice as high or low as its shape makes it', () => {
    // 90° across a square is 90° down.
    const vfov = (value: number, rest = 'hfov: 90, resolution: [1000, 1000]') =>
      subjects(camera(`vfov: ${value}, ${rest}`));
    expect([45, 44.999, 179.99].map((value) => vfov(value).length)).toEqual([0, 1, 0]);
    // 60° across 16:9 is 35.98° down.
    const wide = 'hfov: 60, resolution: [1600, 900]';
    expect([17.99, 17.995, 71.96, 71.98].map((value) => vfov(value, wide).length)).toEqual([1, 0, 0, 1]);
    expect(vfov(5, 'hfov: 90')).toEqual([]);
    for (const hfov of [180, 181]) {
      expect(vfov(5, `hfov: ${hfov}, resolution: [1000, 1000]`)).toEqual(['X/hfov']);
    }
    expect(vfov(5, 'resolution: [1000, 1000]')).toEqual([]);
    expect(subjects(camera(wide))).toEqual([]);
  });

  test('of several sensors each is told apart, of one it isn’t', () => {
    const sensors = (list: string) => subjects(camera(`height: 2.8, sensors: [${list}]`));
    const good = '{heading: 0, hfov: 90, tilt: 20, resolution: [1920, 1080]}';
    const bad = '{heading: 90, hfov: 1, tilt: 20, resolution: [1920, 1080]}';
    expect(sensors(`${good}, ${bad}`)).toEqual(['X/sensors.2.hfov']);
    expect(sensors(`${bad}, ${bad}`)).toEqual(['X/sensors.1.hfov', 'X/sensors.2.hfov']);
    expect(sensors(bad)).toEqual(['X/hfov']);
  });
});

describe('what isn’t asked', () => {
  test('the height of what takes no pictures, the pickup of what takes no sound', () => {
    expect(subjects({ zones: [CORRIDOR], devices: ['id: X, kind: panic-button, at: [2, 7], height: 0.1'] })).toEqual(
      [],
    );
    expect(subjects({ zones: [CORRIDOR], devices: ['id: X, kind: microphone, at: [2, 7], height: 0.1'] })).toEqual([]);
    expect(subjects(camera('pickup: 500'))).toEqual([]);
    expect(
      subjects({
        zones: [CORRIDOR],
        devices: ['id: X, kind: camera, at: [2, 7], audio: microphone, pickup: 500, height: 0.1'],
      }),
    ).toEqual(['X/pickup', 'X/height']);
    expect(subjects(detector('height: 0.1, range: 10'))).toEqual([]);
  });

  test('what is removed', () => {
    expect(subjects(camera('height: 0.1, status: removed'))).toEqual([]);
  });

  test('how wide an open passage or a window is', () => {
    for (const kind of ['passage', 'curtain', 'window']) expect(subjects(across(kind, 16))).toEqual([]);
  });

  test('the least area of a room that nobody must pass, and any of what has no walls', () => {
    expect(subjects(zone('store', '', 0.1))).toEqual([]);
    expect(subjects(zone('store', '', 200_002))).toEqual(['X/area']);
    expect(subjects(zone('yard', '', 200_002))).toEqual([]);
    expect(subjects(zone('yard', '', 0.1))).toEqual([]);
  });

  test.each([
    'main-entrance',
    'entrance',
    'corridor',
    'stairs',
    'elevator-lobby',
    'lobby',
    'business-hall',
    'waiting-hall',
    'crowd-area',
    'exhibition-hall',
  ])('but people must find room in a zone of kind %s', (kind) => {
    expect(subjects(zone(kind, '', 0.4))).toEqual(['X/area']);
  });
});

describe('levels drawn apart', () => {
  const tower = (levels: readonly (readonly [elevation: number, ceiling?: number])[]) =>
    siteFrom(`sitecam: 1
site: {name: 示例, categories: [hotel], region: "150102"}
coordinates: metres
levels:
${levels.map(([elevation, ceiling], index) => `  - {id: F${index + 1}, elevation: ${elevation}${ceiling === undefined ? '' : `, ceiling: ${ceiling}`}}\n`).join('')}`);

  test.each([
    [
      'a floor 5 m thick is the most',
      [
        [0, 3],
        [8, 3],
      ],
      [],
    ],
    [
      'a thicker one is none',
      [
        [0, 3],
        [8.01, 3],
      ],
      ['F2/elevation'],
    ],
    [
      'the highest ceiling below counts',
      [
        [0, 9],
        [3, 3],
        [14, 3],
      ],
      [],
    ],
    [
      'from what is below alone',
      [
        [20, 3],
        [0, 3],
      ],
      ['F1/elevation'],
    ],
    [
      'whatever the order',
      [
        [0, 3],
        [4, 3],
        [30, 3],
        [8, 3],
      ],
      ['F3/elevation'],
    ],
    ['where one below has no ceiling it can’t be told', [[0], [4, 3], [30, 3]], []],
    ['its own ceiling may be unsaid', [[0, 3], [30]], ['F2/elevation']],
    ['one at the same elevation is not below', [[5, 3], [5]], []],
  ] as const)('%s', (_, levels, wanted) => {
    expect(saidBy(rule, tower(levels)).map(({ subject }) => subject)).toEqual(wanted);
  });

  test('the height above the ceiling below is told', () => {
    const [found] = saidBy(
      rule,
      tower([
        [1, 3],
        [24.5, 3],
      ]),
    );
    expect(renderMessage(rule.messages, found.message, 'zh-CN')).toContain(
      '“F2”的标高为24.5，不合常理（高出下一层顶棚20.5米，通常不超过5米，',
    );
    expect(renderMessage(rule.messages, found.message, 'en')).toContain(
      "'F2' has an elevation of 24.5, which is implausible (20.5 m above the ceiling below, usually no more than 5 m:",
    );
  });
});

test('an area is one whichever way round the outline is drawn', () => {
  for (const [size, wanted] of [
    [2, []],
    [0.5, ['X/area']],
  ] as const) {
    const clockwise = `[[0, 0], [0, ${size}], [${size}, ${size}], [${size}, 0]]`;
    const counter = `[[0, 0], [${size}, 0], [${size}, ${size}], [0, ${size}]]`;
    for (const polygon of [clockwise, counter]) {
      expect(
        subjects({
          zones: [`id: X, kind: corridor, polygon: ${polygon}`, 'id: big, kind: corridor, rect: [20, 0, 9, 9]'],
        }),
      ).toEqual(wanted);
    }
  }
});

test('what is usual is told with its unit', () => {
  const told = (parts: Parts) =>
    saidBy(rule, site('hotel', parts)).map(({ message }) =>
      renderMessage(rule.messages, message, 'en').replace(/:.*/, ''),
    );
  expect(told(camera('height: 0.1, tilt: -50, hfov: 1, resolution: [10, 10]'))).toEqual([
    "'X' has a mounting height of 0.1, which is implausible (usually between 0.3 and 60 m",
    "'X' has a tilt of -50, which is implausible (usually between -45 and 90 °",
    "'X' has a field of view of 1, which is implausible (usually between 2 and 150 °",
    "'X' has a picture width of 10, which is implausible (usually between 160 and 20000 px",
  ]);
  expect(told(camera('hfov: 150, vfov: 10, resolution: [1000, 1000]'))).toEqual([
    "'X' has a vertical field of view of 10, which is implausible (usually between 75 and 180 °",
  ]);
  expect(told(detector('range: 0.5'))).toEqual([
    "'X' has a detection range of 0.5, which is implausible (usually between 1 and 200 m",
  ]);
});
