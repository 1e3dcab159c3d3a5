import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { difference } from '../../../src/features/diff/compare/diff.js';
import type { Edit } from '../../../src/features/diff/compare/types.js';
import type { Report } from '../../../src/lint/types.js';
import { lintedPlan } from '../../support/linted.js';

type Keys = Readonly<Record<string, unknown>>;
const KINDS = ['site', 'zone', 'wall', 'opening', 'device', 'sign'] as const;
type Kind = (typeof KINDS)[number];

const { definitions }: { definitions: Record<Kind, { properties: Keys }> } = JSON.parse(
  readFileSync('schemas/plan.read.schema.json', 'utf8'),
);

const SQUARE = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
];
const HOLE = [
  [1, 1],
  [2, 1],
  [2, 2],
  [1, 2],
];

/** What there is of each kind, before one of its keys is set. */
const BASE: Readonly<Record<Kind, Keys>> = {
  site: { name: '示例', categories: ['hotel'], region: '150104' },
  zone: { id: 'z', kind: 'lobby', polygon: SQUARE },
  wall: {
    id: 'w',
    line: [
      [0, 2],
      [4, 2],
    ],
  },
  opening: {
    id: 'o',
    kind: 'door',
    line: [
      [1, 0],
      [2, 0],
    ],
  },
  device: { id: 'd', kind: 'camera', at: [1, 1], height: 2.8, heading: 0, tilt: 20, hfov: 90 },
  sign: { id: 's', at: [1, 0.1], heading: 0 },
};

/** A key as it is in the old plan (undefined: not there) and in the new one, and what the edit is called where not by the key. */
type Set = readonly [from: unknown, to: unknown, called?: string, without?: readonly string[]];

const SET: Readonly<Record<Kind, Readonly<Record<string, Set>>>> = {
  site: {
    name: ['示例', '另一示例'],
    categories: [['hotel'], ['hotel', 'bank'], 'categories[bank]'],
    region: ['150104', '150102'],
    absent: [undefined, [{ role: 'entrance', reason: '没有', by: '张三' }], 'absent[entrance]'],
    designation: [undefined, { document: '公治〔2026〕1号', by: '公安局', date: '2026-01-01' }],
    keepsImportantItems: [undefined, false],
    songAndDance: [true, false],
  },
  zone: {
    kind: ['lobby', 'corridor'],
    name: ['甲', '乙'],
    polygon: [SQUARE, [...SQUARE.slice(0, 3), [0, 3]]],
    holes: [undefined, [HOLE], 'polygon'],
    rect: [[0, 0, 4, 4], [0, 0, 4, 3], 'polygon', ['polygon']],
    enclosed: [undefined, false],
    public: [false, true],
    important: [undefined, true],
    secondary: [undefined, true],
    designated: [undefined, true],
    roles: [undefined, ['entrance']],
    valid: [undefined, { from: '2026-01-01' }],
    levels: [undefined, ['F2']],
    kindUnknown: [undefined, '待定'],
    kindConfirmed: [undefined, { reason: '现场核实', by: '张三' }],
  },
  wall: {
    line: [
      BASE.wall.line,
      [
        [0, 2],
        [3, 2],
      ],
    ],
    height: [undefined, 2],
    thickness: [undefined, 0.1],
    material: [undefined, 'clear'],
  },
  opening: {
    kind: ['door', 'curtain'],
    name: ['甲', '乙'],
    line: [
      BASE.opening.line,
      [
        [1, 0],
        [2.5, 0],
      ],
    ],
    sill: [undefined, 0.5],
    head: [undefined, 2],
    thickness: [undefined, 0.1],
    normallyOpen: [undefined, true],
    film: [undefined, 'permanent'],
    fixed: [undefined, true],
    glazing: [undefined, 'frosted'],
    lock: ['none', 'inner'],
    unsure: [undefined, true],
  },
  device: {
    type: ['one', 'two'],
    at: [[1, 1], [2, 1], 'moved'],
    kind: ['camera', 'face-terminal'],
    model: ['A-1', 'A-2'],
    lens: [2.8, 4, 'hfov', ['hfov']],
    name: ['甲', '乙'],
    height: [2.8, 2.5],
    video: [undefined, 'thermal'],
    audio: [undefined, 'microphone'],
    heading: [0, 30, 'turned'],
    tilt: [20, 30],
    roll: [undefined, 5],
    hfov: [90, 60],
    vfov: [undefined, 40],
    focalLength: [4, 6, 'hfov', ['hfov']],
    sensor: [[4.8, 3.6], [5.3, 3.6], 'hfov', ['hfov']],
    resolution: [undefined, [1920, 1080]],
    range: [undefined, 20],
    form: ['fixed', 'fisheye'],
    varifocal: [{ hfov: [30, 90] }, { hfov: [40, 90] }, 'varifocal.hfov'],
    ptz: [{ pan: [0, 90] }, { pan: [0, 180] }, 'ptz.pan'],
    sensors: [undefined, [{ heading: 0 }, { heading: 90 }]],
    masks: [undefined, [{ polygon: HOLE }]],
    pickup: [undefined, 3],
    opening: [undefined, 'o'],
    status: [undefined, 'existing'],
    tolerance: [undefined, { heading: 3 }, 'tolerance.heading'],
    mobile: [{ form: 'robot' }, { form: 'robot', area: ['z'] }, 'mobile.area'],
    mandatedBy: [undefined, { rule: '示例标准第5条', document: '某函〔2026〕1号', by: '张三' }],
  },
  sign: {
    name: ['甲', '乙'],
    at: [[1, 0.1], [2, 0.1], 'moved'],
    heading: [0, 90, 'turned'],
    height: [undefined, 1.5],
    text: [undefined, '视频监控区域'],
    status: [undefined, 'existing'],
  },
};

/** What goes with a key. */
const BESIDE: Readonly<Record<string, Keys>> = {
  focalLength: { sensor: [4.8, 3.6] },
  sensor: { focalLength: 4 },
  lens: { model: 'DS-2CD2143G2-I' },
  varifocal: { form: 'varifocal' },
  ptz: { form: 'ptz' },
  kindUnknown: { kind: 'other' },
};

/** An id is by what elements are known: another one is a rename, or another element. */
const KNOWN_BY = 'id';

function judged(kind: Kind, key: string, value: unknown, without: readonly string[]): Report {
  const of = (one: Kind) => {
    if (one !== kind) return BASE[one];
    const { [key]: _, ...rest } = Object.fromEntries(
      Object.entries(BASE[one]).filter(([name]) => !without.includes(name)),
    );
    return { ...rest, ...BESIDE[key], ...(value !== undefined && { [key]: value }) };
  };
  const level = { id: 'F1', elevation: 0, ceiling: 3 };
  const plan = {
    sitecam: 1,
    site: of('site'),
    coordinates: 'metres',
    deviceTypes: { one: { kind: 'camera' }, two: { kind: 'camera' } },
    levels: [
      {
        ...level,
        zones: [of('zone')],
        walls: [of('wall')],
        openings: [of('opening')],
        devices: [of('device')],
        signs: [of('sign')],
      },
      { ...level, id: 'F2', elevation: 3, zones: [] },
    ],
  };
  const result = lintedPlan('plan.json', { 'plan.json': JSON.stringify(plan) });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result;
}

/** Of what an edit is and what it is called there. */
function told(edit: Edit): string[] {
  if (edit.of === 'fact') return [edit.path];
  const what = [
    ...edit.keys.map(({ key }) => key),
    ...(edit.moved === undefined ? [] : ['moved']),
    ...(edit.turned.length === 0 ? [] : ['turned']),
  ];
  return what.map((key) => `${edit.element}.${key}`);
}

describe.each(KINDS)('%s', (kind) => {
  test.each(Object.keys(definitions[kind].properties).filter((key) => key !== KNOWN_BY))('%s is seen', (key) => {
    const set = SET[kind][key];
    if (set === undefined) throw new Error(`sitecam diff isn’t asked about ${kind}.${key}`);
    const [from, to, called = key, without = []] = set;
    const edits = difference(judged(kind, key, from, without), judged(kind, key, to, without)).edits;
    expect(edits.flatMap(told)).toContain(`${kind}.${called}`);
  });
});

test('one edit to a track is listed once, in any order of them', () => {
  const path = 'plan.json';
  const linted = (...tracks: readonly (readonly [clause: string, document: string])[]): Report => {
    const plan = {
      sitecam: 1,
      site: BASE.site,
      coordinates: 'metres',
      levels: [{ id: 'F1', elevation: 0, ceiling: 3, zones: [BASE.zone] }],
      project: { phase: 'design', tracks: tracks.map(([clause, document]) => ({ clause, document, by: '公安局' })) },
    };
    const result = lintedPlan(path, { [path]: JSON.stringify(plan) });
    if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
    return result;
  };
  const [one, two, three] = ['cn-799-2025/7.2(1)', 'cn-799-2025/7.2(2)', 'cn-799-2025/7.2(1)'] as const;
  const paths = (old: Report, now: Report) => difference(old, now).edits.map((edit) => edit.of === 'fact' && edit.path);
  expect(paths(linted([one, '甲']), linted([one, '乙']))).toEqual([`project.tracks[${one}]`]);
  expect(paths(linted([one, '甲'], [two, '丙']), linted([two, '丙'], [one, '甲']))).toEqual([]);
  expect(paths(linted([one, '甲'], [three, '丙']), linted([one, '乙'], [three, '丙']))).toEqual([
    `project.tracks[${one}]`,
  ]);
});
