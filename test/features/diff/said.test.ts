import { expect, test } from 'vitest';
import { difference, isEmpty } from '../../../src/features/diff/compare/diff.js';
import { elementEdits } from '../../../src/features/diff/compare/elements.js';
import { diffFrame } from '../../../src/features/diff/compare/frame.js';
import type { AreaChange, Compared, Edit, VerdictEdit } from '../../../src/features/diff/compare/types.js';
import { type ApiOptions, loadConfiguration, loadPack } from '../../../src/index.js';
import type { Report } from '../../../src/lint/types.js';
import type { Site } from '../../../src/plan/model.js';
import { readPlan } from '../../../src/plan/read/read.js';
import { lintedWith } from '../../support/linted-with.js';

/**
 * fixtures/golden/engine/diff*.txt: what is different of small plans, each beside one that is a little otherwise: edits with
 * what they say of before and after, verdicts with the edits they hang on, areas. `npx vitest run
 * test/features/diff/said.test.ts -u` writes it anew: read what changed as one who compares two plans would.
 */
const PAGES = '../../../fixtures/golden/engine/diff';

const PLAN = `sitecam: 1
site: {name: 青城宾馆, categories: [hotel], region: "150102"}
coordinates: metres
deviceTypes:
  bullet: {kind: camera, hfov: 60, resolution: [1920, 1080], audio: none}
levels:
  - id: F1
    elevation: 0
    ceiling: 3
    zones:
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 3, 12, 4]}
      - {id: wc, kind: restroom, name: 女卫生间, rect: [0, 0, 4, 3]}
      - {id: store, kind: store, polygon: [[4, 0], [8, 0], [8, 3], [4, 3]]}
    walls:
      - {id: w1, line: [[6, 3.2], [6, 4.2]], height: 2}
    openings:
      - {id: p1, kind: passage, line: [[1, 3], [2, 3]]}
      - {id: d1, kind: door, line: [[5, 3], [5.9, 3]]}
    devices:
      - {id: C1, kind: camera, type: bullet, at: [1.5, 6.8], height: 2.8, heading: 90, tilt: 20}
      - {id: C2, kind: camera, form: multi-sensor, audio: none, at: [11, 5], height: 2.8, sensors: [{heading: 270, tilt: 20, hfov: 90, resolution: [1920, 1080]}, {heading: 180, tilt: 30, hfov: 60}]}
      - {id: P1, kind: camera, form: ptz, audio: none, at: [11.5, 3.5], height: 2.8, ptz: {pan: [350, 80], tilt: [5, 60], hfov: [4, 60], limits: hard}, masks: [{polygon: [[9, 4], [10, 4], [10, 5]], permanent: true}, {polygon: [[8, 4], [9, 4], [9, 5]], permanent: true, dynamic: true}]}
      - {id: R1, kind: access-reader, at: [5, 3.1], opening: d1}
    signs:
      - {id: S1, at: [0.5, 3.1], heading: 0, height: 1.6, text: 您已进入视频监控区域}
  - id: F2
    elevation: 3
    ceiling: 3
    zones:
      - {id: loft, kind: lobby, rect: [0, 0, 6, 4]}
    devices:
      - {id: C3, kind: camera, type: bullet, at: [1, 1], height: 2.8, heading: 45, tilt: 20}
waivers:
  - {rule: coverage/protected, subject: loft, reason: 待二期, by: 张某, document: 批〔2026〕1号, until: 2026-12-31}
project:
  phase: design
  investment: 98000
`;

/** Each of these in place of those. */
function edited(text: string, changes: readonly (readonly [string | RegExp, string])[]): string {
  return changes.reduce((plan, [was, is]) => {
    const found = plan.replace(was, is);
    if (found === plan) throw new Error(`nothing is ${was}`);
    return found;
  }, text);
}

/** Of a plan the same plan, `dx` east and `dy` north. */
function shifted(text: string, dx: number, dy: number): string {
  const moved = (x: string, y: string) => `[${Number(x) + dx}, ${Number(y) + dy}`;
  return text
    .replace(/(rect: |at: )\[([\d.]+), ([\d.]+)/g, (_, key, x, y) => `${key}${moved(x, y)}`)
    .replace(/(?:line|polygon): \[\[.*?\]\]/g, (list) =>
      list.replace(/\[([\d.]+), ([\d.]+)/g, (_, x, y) => moved(x, y)),
    );
}

type Change = readonly [was: string | RegExp, is: string];

type Pair = readonly [title: string, ...changes: readonly Change[]];

/** What is drawn otherwise, by itself. */
const DRAWN: readonly Pair[] = [
  ['a camera without images', ['heading: 90, tilt: 20', 'heading: 90, tilt: 20, video: none']],
  ['a zone of unknown use', ['kind: store,', 'kind: other, kindUnknown: 间,']],
  ['a zone of a kind that nobody knows', ['kind: store,', 'kind: nonsense,']],
  ['a camera without images that is a reader, which never has any', ['kind: access-reader', 'kind: panic-button']],
  ['a zone that says what it is anyway', ['kind: store,', 'kind: store, enclosed: true, public: false,']],
  [
    'an outline from another corner, with a point more',
    ['[[4, 0], [8, 0], [8, 3], [4, 3]]', '[[8, 3], [6, 3], [4, 3], [4, 0], [8, 0], [8, 0]]'],
  ],
  [
    'an outline the other way round, elsewhere',
    ['[[4, 0], [8, 0], [8, 3], [4, 3]]', '[[4, -2], [4, 1], [8, 1], [8, -2]]'],
  ],
  ['an outline with a bay', ['[[4, 0], [8, 0], [8, 3], [4, 3]]', '[[4, 0], [8, 0], [8, 3], [6, 2.5], [4, 3]]']],
  [
    'an outline with a hole',
    ['[[4, 0], [8, 0], [8, 3], [4, 3]]}', '[[4, 0], [8, 0], [8, 3], [4, 3]], holes: [[[5, 1], [6, 1], [6, 2]]]}'],
  ],
  ['a wall bent', ['[[6, 3.2], [6, 4.2]], height: 2', '[[6, 3.2], [6.5, 4.2]], thickness: 0.1, material: clear']],
  [
    'an opening that says all it can',
    [
      'kind: door, line: [[5, 3], [5.9, 3]]',
      'kind: window, line: [[5, 3], [5.8, 3]], name: 窗, sill: 0.9, head: 2, thickness: 0.1, film: permanent, fixed: true, glazing: frosted',
    ],
  ],
  [
    'a door open, with a lock',
    ['line: [[5, 3], [5.9, 3]]', 'line: [[5, 3], [5.9, 3]], normallyOpen: true, lock: inner'],
  ],
  [
    'a camera turned by half, and by a hair',
    ['heading: 90', 'heading: 270'],
    ['heading: 0, height: 1.6', 'heading: 0.0000005, height: 1.6'],
  ],
  ['a camera turned over north', ['heading: 90', 'heading: 300']],
  ['a camera without a heading', ['heading: 90, ', '']],
  [
    'a camera that says all it can',
    [
      'heading: 90, tilt: 20',
      'heading: 90, tilt: 20.5, roll: 3, vfov: 40, form: varifocal, varifocal: {hfov: [30, 60], locked: true}, name: 甲, range: 20, status: existing, tolerance: {heading: 2, tilt: 3, position: 0.1}',
    ],
  ],
  [
    'a camera that says what it is anyway',
    [
      'heading: 90, tilt: 20',
      'heading: 90, tilt: 20, video: visible, audio: none, form: fixed, roll: 0, status: planned',
    ],
  ],
  [
    'a camera that is a reader',
    ['id: C1, kind: camera, type: bullet,', 'id: C1, kind: access-reader,'],
    [', heading: 90, tilt: 20', ''],
  ],
  [
    'a camera that is a detector that looks the same way',
    ['id: C1, kind: camera, type: bullet,', 'id: C1, kind: intrusion-detector,'],
    [', heading: 90, tilt: 20', ', heading: 90, hfov: 60, range: 8'],
  ],
  [
    'a camera of another type',
    ['type: bullet, at: [1.5', 'type: dome, at: [1.5'],
    ['levels:', '  dome: {kind: camera, hfov: 98, resolution: [1920, 1080], audio: none}\nlevels:'],
  ],
  ['a sensor turned', ['heading: 270', 'heading: 200']],
  ['a sensor without a heading', ['{heading: 180, tilt: 30, hfov: 60}', '{tilt: 30, hfov: 60}']],
  [
    'a sensor more',
    ['{heading: 180, tilt: 30, hfov: 60}', '{heading: 180, tilt: 30, hfov: 60}, {heading: 0, tilt: 30, hfov: 60}'],
  ],
  ['one sensor of two', [', {heading: 180, tilt: 30, hfov: 60}', '']],
  ['pan limits from the same place, further', ['pan: [350, 80]', 'pan: [350, 90]']],
  [
    'a dome without limits, with a preset',
    [
      'ptz: {pan: [350, 80], tilt: [5, 60], hfov: [4, 60], limits: hard}',
      'ptz: {limits: software, home: {heading: 30, tilt: 20, hfov: 40}}',
    ],
  ],
  [
    'masks in another order, from another corner',
    [
      'masks: [{polygon: [[9, 4], [10, 4], [10, 5]], permanent: true}, {polygon: [[8, 4], [9, 4], [9, 5]], permanent: true, dynamic: true}]',
      'masks: [{polygon: [[9, 5], [9, 4], [8, 4]], permanent: true, dynamic: true}, {polygon: [[10, 4], [10, 5], [9, 4], [9.5, 4]], permanent: true}]',
    ],
  ],
  [
    'a sign elsewhere, of other words',
    [
      'at: [0.5, 3.1], heading: 0, height: 1.6, text: 您已进入视频监控区域',
      'at: [0.5, 3.6], heading: 350, height: 1.8, name: 北, text: 监控, status: existing',
    ],
  ],
  ['a reader of another door', ['opening: d1', 'opening: p1']],
  ['levels that share nothing', ['id: F2', 'id: U2'], ['id: loft', 'id: attic'], ['id: C3', 'id: C9']],
];

/** The same with what hangs on it. */
const JUDGED: readonly Pair[] = [
  ['a zone of another kind, with other defaults', ['kind: store,', 'kind: restroom, enclosed: false,']],
  [
    'a zone that says all it can',
    [
      'kind: store,',
      'kind: store, name: 库, public: true, important: true, secondary: true, designated: true, roles: [vault, entrance], levels: [F2], valid: {from: "2026-01-01"}, kindConfirmed: {reason: 核实, by: 甲},',
    ],
  ],
  ['a wall drawn from its other end, of no height', ['[[6, 3.2], [6, 4.2]], height: 2', '[[6, 4.2], [6, 3.2]]']],
  ['a wall elsewhere', ['[[6, 3.2], [6, 4.2]]', '[[4, 5.2], [4, 6.2]]']],
  [
    'an opening of another kind, moved',
    ['kind: passage, line: [[1, 3], [2, 3]]', 'kind: door, line: [[2, 3], [3, 3]]'],
  ],
  [
    'a camera turned and moved',
    ['at: [1.5, 6.8], height: 2.8, heading: 90', 'at: [1.5, 6], height: 2.8, heading: 180'],
  ],
  [
    'a camera without images, that hears',
    ['heading: 90, tilt: 20', 'heading: 90, tilt: 20, video: none, audio: microphone, pickup: 4'],
  ],
  [
    'a mask less, and one elsewhere',
    ['masks: [{polygon: [[9, 4], [10, 4], [10, 5]], permanent: true}, ', 'masks: ['],
    ['[8, 4], [9, 4], [9, 5]', '[8, 4], [9, 4], [9, 5.0002]'],
  ],
  ['a door under another id, and its reader', [/id: d1/, 'id: d9'], ['opening: d1', 'opening: d9']],
  ['a camera under another id, on another level', ['id: C3', 'id: C9'], ['id: F2', 'id: F3']],
  [
    'a level under another id, and what is waived there',
    ['id: F2', 'id: U2'],
    ['id: loft', 'id: attic'],
    ['subject: loft', 'subject: attic'],
  ],
  [
    'a camera carried up',
    [/ {6}- \{id: C1.*\n/, ''],
    [
      '      - {id: C3',
      '      - {id: C1, kind: camera, type: bullet, at: [1.5, 6.8], height: 2.8, heading: 90, tilt: 20}\n      - {id: C3',
    ],
  ],
  ['everything of a level gone', [/ {2}- id: F2[\s\S]*(?=waivers)/, '']],
  [
    'levels that say other things',
    ['elevation: 3\n    ceiling: 3', 'name: 二层\n    elevation: 3.2\n    ceiling: 2.8'],
  ],
  ['another waiver', ['reason: 待二期, by: 张某', 'reason: 待三期, by: 张某']],
  ['no waiver', [/waivers:[\s\S]*?(?=project)/, '']],
  ['overrides', ['project:', 'overrides:\n  store: {kind: corridor}\n  w1: {height: 1}\nproject:']],
  ['other facts of the project', ['investment: 98000', 'investment: 120000\n  works: new\n  risk: {published: none}']],
  ['no facts of the project', [/project:[\s\S]*/, '']],
  [
    'facts of the site',
    [
      'name: 青城宾馆, categories: [hotel], region: "150102"',
      'name: 另馆, categories: [bank, hotel], region: "150104", keepsImportantItems: true, songAndDance: false, absent: [{role: vault, reason: 无, by: 甲}], designation: {document: 文, by: 局, date: "2026-01-01"}',
    ],
  ],
  ['true north, by which all is turned', ['coordinates: metres', 'coordinates: metres\nnorth: 30']],
];

const CONFIGURATION = `rules: {capture/view-into-private-zone: warning, coverage/protected: warning, plan/sliver-view: "off"}
parameters: {pickup: 3, privacyDensity: 40}
profile: ours
profiles: {ours: [{zones: [any], fraction: 0.99, level: recognise}]}
`;

function inDegrees(origin: readonly number[], nudge = 0): string {
  const at = ([x, y]: readonly number[]) => [111.7 + x / 84_000, 40.8 + y / 111_000];
  const feature = (properties: object, type: string, coordinates: unknown) => ({
    type: 'Feature',
    properties: { level: 'F1', ...properties },
    geometry: { type, coordinates },
  });
  const square = [
    [0, 0],
    [9, 0],
    [9, 6],
    [0, 6],
    [0, 0],
  ].map(at);
  return JSON.stringify({
    type: 'FeatureCollection',
    sitecam: {
      version: 1,
      site: { name: '测试', categories: ['hotel'] },
      origin,
      levels: [{ id: 'F1', ceiling: 3 }],
    },
    features: [
      feature({ element: 'zone', id: 'hall', kind: 'corridor' }, 'Polygon', [square]),
      feature({ element: 'wall', id: 'w' }, 'LineString', [at([3, 1]), at([5, 1 + nudge])]),
      feature(
        { element: 'device', id: 'C1', kind: 'camera', audio: 'none', height: 2.8, hfov: 60, tilt: 20, heading: 30 },
        'Point',
        at([1 + nudge, 1]),
      ),
    ],
  });
}

const configured = (text: string) => {
  const loaded = loadConfiguration('c.yaml', {
    absolute: (path) => `/${path}`,
    pack: loadPack('nm-2017'),
    read: () => new TextEncoder().encode(text),
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.configuration;
};

const figure = (value: number) => Math.round(value * 1000) / 1000 + 0;
const json = (value: unknown) =>
  JSON.stringify(value, (_, one: unknown) => (typeof one === 'number' ? figure(one) : one)) ?? '–';

function edit(one: Edit): string {
  const { place, side } = one;
  const at = `${side}${place === undefined ? '' : ` ${place.pointer}`}`;
  if (one.of === 'fact') {
    return `${one.number} ${one.group} ${one.path} of ${one.about}: ${json(one.from)} → ${json(one.to)} (${at})`;
  }
  const { element, change, id, was, name, kind, level, moved, turned, keys } = one;
  const head = `${one.number} ${change} ${element} ${id}${was === undefined ? '' : `, was ${was}`} (${[name, kind, level].join(' ')}; ${at})`;
  return [
    head,
    ...(moved === undefined ? [] : [`    moved ${json(moved)}`]),
    ...turned.map((turn) => `    turned ${json(turn)}`),
    ...keys.map(({ key, from, to }) => `    ${key}: ${json(from)} → ${json(to)}`),
  ].join('\n');
}

function verdict({ change, old, new: now, from, to, why }: VerdictEdit): string {
  const of = now ?? old;
  const hangs = why.map((one) => `${one.edit} ${one.how}`).join(', ');
  return `${change} ${of?.rule} ${of?.subject}: ${old?.outcome ?? '–'} ${json(from)} → ${now?.outcome ?? '–'} ${json(to)} [${hangs}]`;
}

function area({ zone, name, level, density, asked, area, seen, gained, lost, outlines }: AreaChange): string {
  const drawn = (rings: AreaChange['outlines']['gained']) => rings.map((ring) => ring.length).join('+');
  const figures = [area, seen].map(({ old, new: now }) => `${figure(old)}→${figure(now)}`).join(' seen ');
  return `${zone} ${name} ${level} at ${density.old}→${density.new}${asked ? ' asked' : ''}: ${figures} +${figure(gained)} (${drawn(outlines.gained)}) −${figure(lost)} (${drawn(outlines.lost)})`;
}

const list = (name: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [`  ${name}`, ...lines.map((line) => `    ${line.replaceAll('\n', '\n  ')}`)];

function pageOf(title: string, found: Compared): string {
  return [
    `# ${title}${isEmpty(found) ? ': nothing' : ''}`,
    ...(found.shift === undefined ? [] : [`  shift ${json(found.shift)}`]),
    ...(found.renames.size === 0 ? [] : [`  renames ${json([...found.renames])}`]),
    ...list('edits', found.edits.map(edit)),
    ...list('verdicts', found.verdicts.map(verdict)),
    `  unchanged ${found.unchanged}`,
    ...list('coverage', found.coverage.map(area)),
    ...list('privacy', found.privacy.map(area)),
  ].join('\n');
}

/** What is said of the same by rules that stay as they are when a law brings more of them. */
const STEADY = /^(?:capture|plan|waiver)\/|^coverage\/(?:protected|declared|criterion)$/;
const OF_PROJECTS = ['project/stated', '13.2/works', '14/risk-grade'];

function judged(text: string, options: Partial<ApiOptions> = {}, path = 'plan.yaml'): Report {
  const report = lintedWith(text, options, path);
  const verdicts = report.verdicts.filter(({ rule, subject, outcome }) =>
    rule.startsWith('project/') ? OF_PROJECTS.includes(subject) : STEADY.test(rule) && outcome !== 'notApplicable',
  );
  return { ...report, verdicts };
}

function siteOf(text: string): Site {
  const read = readPlan('plan.yaml', () => new TextEncoder().encode(text), { pack: loadPack('nm-2017') });
  if (!read.ok) throw new Error(JSON.stringify(read.unreadable));
  return read.site;
}

/** Edits of what is drawn, there and back. */
function drawnOf(title: string, old: Site, now: Site): string {
  const told = (name: string, one: Site, other: Site) => {
    const { edits, renames } = elementEdits(one, other, diffFrame(one, other));
    return [
      ...(renames.size === 0 ? [] : [`  renames ${json([...renames])}`]),
      ...list(
        name,
        edits.map((found, n) => edit({ ...found, number: n + 1 })),
      ),
    ];
  };
  return [`# ${title}`, ...told('there', old, now), ...told('back', now, old)].join('\n');
}

test('what is drawn otherwise, key for key', async () => {
  const first = siteOf(PLAN);
  const pages = [...DRAWN, ...JUDGED].map(([title, ...changes]) =>
    drawnOf(title, first, siteOf(edited(PLAN, changes))),
  );
  await expect(`${pages.join('\n\n')}\n`).toMatchFileSnapshot(`${PAGES}.drawn.txt`);
});

test('what hangs on it, figure for figure', async () => {
  const first = judged(PLAN);
  const [here, there, moved] = [
    inDegrees([111.7, 40.8]),
    inDegrees([111.701, 40.8005]),
    inDegrees([111.6999, 40.8001], 0.5),
  ].map((text) => judged(text, {}, 'plan.geojson'));
  const pairs: readonly (readonly [string, Report | undefined, Report | undefined])[] = [
    ...JUDGED.map(([title, ...changes]) => [title, first, judged(edited(PLAN, changes))] as const),
    ['shifted as a whole', first, judged(shifted(PLAN, 100.25, -3))],
    [
      'shifted as a whole, but for one wall',
      first,
      judged(edited(shifted(PLAN, 10, 0), [['[[16, 3.2], [16, 4.2]]', '[[6, 3.2], [6, 4.2]]']])),
    ],
    ['a plan that is new', undefined, first],
    ['a plan that is gone', first, undefined],
    ['a configuration', first, judged(PLAN, { configuration: configured(CONFIGURATION) })],
    ['degrees about another place', here, there],
    ['degrees about another place, something moved', here, moved],
  ];
  const pages = pairs.map(([title, old, now]) => pageOf(title, difference(old, now)));
  await expect(`${pages.join('\n\n')}\n`).toMatchFileSnapshot(`${PAGES}.txt`);
});
