import { describe, expect, test } from 'vitest';
import { type Repair, type Repaired, repairsOf } from '../../../src/features/repair/repair.js';
import type { Localized } from '../../../src/i18n/locale.js';
import { loadPack } from '../../../src/law/load.js';
import { applyEdits } from '../../../src/source/edit/splice.js';

const options = { pack: loadPack('nm-2017'), today: '2026-11-24' };

function repaired(files: Readonly<Record<string, string>>): Repaired & { readonly texts: Record<string, string> } {
  const [path] = Object.keys(files);
  const found = repairsOf(
    path,
    (name) => (Object.hasOwn(files, name) ? new TextEncoder().encode(files[name]) : undefined),
    options,
  );
  const texts = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      applyEdits(
        text,
        found.edits.filter((edit) => edit.path === name),
      ),
    ]),
  );
  return { ...found, texts };
}

const HEAD = 'sitecam: 1\nsite: {name: 测试, categories: [hotel], region: "150102"}\n';

function plan(body: string): string {
  return `${HEAD}levels:\n  - id: F1\n    ceiling: 3\n${body.replace(/^(?=.)/gm, '    ')}\n`;
}

const ZONES =
  'zones:\n  - {id: hall, kind: corridor, rect: [0, 0, 9, 3]}\n  - {id: wc, kind: restroom, rect: [0, 3, 4, 4]}';

/** What became of a plan's only file, and what was suggested. */
function of(text: string): { readonly text: string; readonly left: readonly (readonly string[])[] } {
  const { texts, suggestions } = repaired({ 'plan.yaml': text });
  return { text: texts['plan.yaml'] ?? '', left: suggestions.map(({ from, to, why }) => [from, to, why.id]) };
}

describe('words that free from something are left to the author', () => {
  const device = (keys: string) => plan(`${ZONES}\ndevices:\n  - {id: C1, kind: camera, at: [2, 5], ${keys}}`);
  const wall = (keys: string) => plan(`${ZONES}\nwalls:\n  - {id: w1, line: [[0, 3], [4, 3]], ${keys}}`);
  const opening = (keys: string) =>
    plan(`${ZONES}\nopenings:\n  - {id: d1, kind: window, line: [[1, 3], [2, 3]], ${keys}}`);
  test.each([
    [device('audio: nnoe'), 'nnoe', 'none', 'slip'],
    [device('audio: None'), 'None', 'none', 'decides'],
    [device('video: nnoe'), 'nnoe', 'none', 'slip'],
    [device('video: deptth'), 'deptth', 'depth', 'slip'],
    [device('status: removd'), 'removd', 'removed', 'slip'],
    [device('form: fixde'), 'fixde', 'fixed', 'slip'],
    [device('form: ptz, ptz: {limits: hrad}'), 'hrad', 'hard', 'slip'],
    [wall('material: opaqeu'), 'opaqeu', 'opaque', 'slip'],
    [opening('glazing: opaqeu'), 'opaqeu', 'opaque', 'slip'],
    [opening('film: permanet'), 'permanet', 'permanent', 'slip'],
    [plan(`${ZONES}\n  - {id: s, kind: stoer, rect: [4, 3, 4, 4]}`), 'stoer', 'store', 'slip'],
    [plan(`${ZONES}\n  - {id: s, kind: mother, rect: [4, 3, 4, 4]}`), 'mother', 'other', 'slip'],
    [plan(`${ZONES}\n  - {id: s, kind: room, rect: [4, 3, 4, 4]}`), 'room', 'other', 'decides'],
  ])('%#', (text, from, to, why) => {
    expect(of(text)).toEqual({ text, left: [[from, to, `repair/${why}`]] });
  });

  test('so is any slip; the same word in other letters is written', () => {
    const slip = device('audio: microphoen');
    expect(of(slip)).toEqual({ text: slip, left: [['microphoen', 'microphone', 'repair/slip']] });
    expect(of(device('audio: Micro_Phone'))).toEqual({ text: device('audio: microphone'), left: [] });
  });

  test('nor is it said for an author that something is not there', () => {
    const text = plan(ZONES).replace('region', 'absent: [{role: recepton, reason: 无, by: 甲}], region');
    expect(of(text).text).toBe(text);
    const exact = text.replace('recepton', '主要出入口');
    expect(of(exact)).toEqual({ text: exact, left: [['主要出入口', 'main-entrance', 'repair/unproved']] });
  });
});

describe('what may mean two things is left', () => {
  const zone = (kind: string) => plan(`${ZONES}\n  - {id: s, kind: ${kind}, rect: [4, 3, 4, 4]}`);
  test.each([
    [plan(ZONES).replace('categories: [hotel]', 'categories: [hostel]'), ['hotel']],
    [zone('bathroom'), ['restroom', 'public-bathroom']],
    [zone('qard'), ['ward', 'yard']],
    [plan(`${ZONES}\ndevices:\n  - {id: C1, kind: camera, at: [2, 5], fov: 90}`), ['hfov']],
    [plan(`${ZONES}\ndevices:\n  - {id: C1, kind: camera, at: [2, 5], pitch: 20}`), ['tilt']],
    [
      plan(`${ZONES}\ndevices:\n  - {id: C1, kind: camera, at: [2, 5], type: cam-b}`).concat(
        'deviceTypes:\n  cam-a: {kind: camera}\n',
      ),
      ['cam-a'],
    ],
  ])('%#', (text, some) => {
    const found = of(text);
    expect(found.text).toBe(text);
    expect(found.left.map(([, to]) => to).every((to) => some.includes(to ?? ''))).toBe(true);
    expect(found.left).toHaveLength(1);
  });

  test('a category is written by its name or in other letters, and no slip of one', () => {
    const of1 = (category: string) => plan(ZONES).replace('[hotel]', `[${category}]`);
    expect(of(of1('Museum'))).toEqual({ text: of1('museum'), left: [] });
    expect(of(of1('旅店'))).toEqual({ text: of1('hotel'), left: [] });
    for (const [from, to] of [
      ['musum', 'museum'],
      ['hotle', 'hotel'],
      ['bnak', 'bank'],
    ] as const) {
      expect(of(of1(from))).toEqual({ text: of1(from), left: [[from, to, 'repair/slip']] });
    }
  });

  test('a key that is there already is not written again', () => {
    const text = plan(`${ZONES}\ndevices:\n  - {id: C1, kind: camera, at: [2, 5], height: 2, heigth: 3}`);
    expect(of(text)).toEqual({ text, left: [] });
  });

  test('a key of which the value shows that it was another is left', () => {
    const text = plan(ZONES).replace('kind: restroom', 'kind: restroom, level: F1');
    expect(of(text).text).toBe(text);
  });
});

test('a key for want of which nothing could be read is respelled, whatever faults show then', () => {
  const text = plan(`${ZONES}\n  - {id: s, kind: xyzzy, rect: [4, 3, 4, 4]}`).replace('categories', '类别');
  expect(of(text).text).toBe(text.replace('类别', 'categories'));
});

test('what shows only once something else is respelled is respelled too, in one go', () => {
  const text = plan(ZONES.replace('restroom', 'toilet')).replace('categories', '类别').replace('zones', '区域');
  expect(of(text).text).toBe(plan(ZONES));
});

test('a slip is suggested beside what is written, at its place in the file', () => {
  const text = plan(ZONES.replace('restroom', 'restrom')).replace('categories', '类别');
  const { texts, suggestions } = repaired({ 'plan.yaml': text });
  expect(texts['plan.yaml']).toBe(text.replace('类别', 'categories'));
  expect(suggestions.map(({ path, at, from, to }) => [path, at, from, to])).toEqual([
    ['plan.yaml', { line: 8, column: 24 }, 'restrom', 'restroom'],
  ]);
});

describe('hostile plans', () => {
  test.each([
    ['an anchor', plan(`${ZONES.replace('{id: wc', '&wc {id: wc').replace('restroom', 'toilet')}`)],
    ['an anchor on the word', plan(ZONES.replace('restroom', '&k toilet'))],
    ['a tag', plan(ZONES.replace('restroom', '!!str toilet'))],
    ['a merge key', plan(`${ZONES}\n  - {<<: {kind: toilet}, id: x, rect: [4, 3, 4, 4]}`)],
    ['a key of the prototype', plan(`${ZONES}\n__proto__: {类型: x}\nconstructor: 1\ntoString: 2`)],
    ['a key given twice', plan(`${ZONES}\n区域: []\n区域: []`)],
    ['a word over two lines', plan(ZONES.replace('kind: restroom', 'kind: "toi\\\n        let"'))],
    ['a syntax error', `${plan(ZONES)}]`],
  ])('%s: nothing is touched', (_, text) => {
    expect(of(text).text).toBe(text);
  });

  test('what an alias repeats is not respelled through it', () => {
    const text = plan(ZONES).replace('categories: [hotel]', 'categories: [*h]').replace('sitecam', '# x\nsitecam');
    expect(of(`${text}x: &h 旅店\n`).text).toBe(`${text}x: &h 旅店\n`);
  });
});

describe('ids', () => {
  const doors =
    'openings:\n  - {id: "d 1", kind: door, line: [[1, 3], [2, 3]]}\ndevices:\n  - {id: R1, kind: access-reader, at: [1, 2.9], opening: d 1} # d 1';

  test('are renamed wherever they are meant; comments stay', () => {
    const { texts, repairs } = repaired({ 'plan.yaml': plan(`${ZONES}\n${doors}`) });
    expect(texts['plan.yaml']).toBe(
      plan(`${ZONES}\n${doors}`).replace('"d 1"', '"d-1"').replace('opening: d 1', 'opening: d-1'),
    );
    expect(repairs.map(({ message: { id, params } }) => ({ id, params }))).toEqual([
      { id: 'repair/id-references', params: { from: 'd 1', to: 'd-1', count: '1' } },
    ]);
  });

  test('in overrides too, whatever they are of', () => {
    const text = `${plan(`${ZONES}\n${doors}`)}overrides:\n  d 1: {normallyOpen: true} # d 1\n`;
    const { texts, repairs } = repaired({ 'plan.yaml': text });
    expect(texts['plan.yaml']).toContain('  d-1: {normallyOpen: true} # d 1');
    expect(repairs.map(({ message }) => message.params.count)).toEqual(['2']);
  });

  test('in all of a plan’s files, levels too', () => {
    const feature = (properties: object, coordinates: unknown, type = 'Polygon') => ({
      type: 'Feature',
      properties: { level: 'F 1', ...properties },
      geometry: { type, coordinates },
    });
    const square = [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
        [0, 0],
      ],
    ];
    const part = JSON.stringify(
      {
        type: 'FeatureCollection',
        sitecam: { coordinates: 'metres' },
        features: [feature({ element: 'zone', id: 'z/1', kind: 'corridor' }, square)],
      },
      undefined,
      1,
    );
    const text = `${HEAD}levels:\n  - {id: F 1, ceiling: 3, geometry: part.geojson}\n  - {id: F2, zones: [{id: s, kind: stairs, levels: ['F 1'], rect: [0, 0, 2, 2]}]}\n`;
    const { texts } = repaired({ 'plan.yaml': text, 'part.geojson': part });
    expect(texts).toEqual({
      'plan.yaml': text.replace('F 1,', 'F-1,').replace("'F 1'", "'F-1'"),
      'part.geojson': part.replace('F 1', 'F-1').replace('z/1', 'z-1'),
    });
  });

  test('of openings in GeoJSON, and of what refers to them', () => {
    const drawn = (properties: object, type: string, coordinates: unknown) => ({
      type: 'Feature',
      properties: { level: 'F1', ...properties },
      geometry: { type, coordinates },
    });
    const square = [0, 4].map((y) => [
      [0, y],
      [4, y],
      [4, y + 4],
      [0, y + 4],
      [0, y],
    ]);
    const text = JSON.stringify(
      {
        type: 'FeatureCollection',
        sitecam: {
          version: 1,
          coordinates: 'metres',
          site: { name: '测试', categories: ['hotel'] },
          levels: [{ id: 'F1', ceiling: 3 }],
        },
        features: [
          drawn({ element: 'zone', id: 'hall', kind: 'corridor' }, 'Polygon', [square[0]]),
          drawn({ element: 'zone', id: 'room', kind: 'guest-room' }, 'Polygon', [square[1]]),
          drawn({ element: 'opening', id: 'd 1', kind: 'door' }, 'LineString', [
            [1, 4],
            [2, 4],
          ]),
          drawn({ element: 'device', id: 'R1', kind: 'access-reader', opening: 'd 1' }, 'Point', [1, 3.9]),
        ],
      },
      undefined,
      1,
    );
    expect(repaired({ 'plan.geojson': text }).texts).toEqual({ 'plan.geojson': text.replaceAll('d 1', 'd-1') });
  });

  test('are left where the new one is taken, where two bear the old one, and where a waiver names it', () => {
    const taken = plan(`${ZONES}\n  - {id: d-1, kind: store, rect: [5, 3, 3, 3]}\n${doors}`);
    const twice = plan(`${ZONES}\n  - {id: d 1, kind: store, rect: [5, 3, 3, 3]}\n${doors}`);
    const waiver = 'waivers:\n  - {rule: coverage/criterion, subject: d 1, reason: x, by: y, until: 2027-01-01}\n';
    expect(of(taken)).toEqual({ text: taken, left: [['d 1', 'd-1', 'repair/taken']] });
    expect(of(twice).text).toBe(twice);
    expect(of(twice).left.map(([from, , why]) => [from, why])).toContainEqual(['d 1', 'repair/several']);
    expect(of(plan(`${ZONES}\n${doors}`) + waiver).left).toEqual([['d 1', 'd-1', 'repair/waiver']]);
  });
});

test('the kind of a type is repaired where it is told', () => {
  const types = 'deviceTypes:\n  a: {kind: CCTV} # CCTV\n';
  const own = plan(`${ZONES}\ndevices:\n  - {id: C1, kind: camera, type: a, at: [8, 1]}`) + types;
  const bare = plan(`${ZONES}\ndevices:\n  - {id: C1, type: a, at: [8, 1]}`) + types;
  for (const text of [own, bare]) expect(of(text).text).toBe(text.replace('CCTV}', 'camera}'));
});

test('what a device says itself is repaired with it, whatever its type says', () => {
  const text = `${plan(`${ZONES}\ndevices:\n  - {id: C1, kind: CCTV, type: a, at: [8, 1]}`)}deviceTypes:\n  a: {kind: camera}\n`;
  expect(of(text)).toEqual({ text: text.replace('CCTV', 'camera'), left: [] });
});

test('what the type of a device says is repaired where it is told, wherever the device is drawn', () => {
  const feature = (properties: object, coordinates: unknown, type: string) => ({
    type: 'Feature',
    properties: { level: 'F1', ...properties },
    geometry: { type, coordinates },
  });
  const part = JSON.stringify({
    type: 'FeatureCollection',
    sitecam: { coordinates: 'metres' },
    features: [
      feature({ element: 'device', id: 'R1', type: 'reader' }, [1, 2.9], 'Point'),
      feature({ element: 'device', id: 'R2', type: 'other' }, [1, 2.8], 'Point'),
    ],
  });
  const text = `${HEAD}levels:
  - id: F1
    ceiling: 3
    geometry: part.geojson
    zones: [{id: hall, kind: corridor, rect: [0, 0, 9, 3]}, {id: wc, kind: office, rect: [0, 3, 4, 4]}]
    openings: [{id: d-enter, kind: door, line: [[1, 3], [2, 3]]}]
deviceTypes:
  reader: {kind: access-reader, opening: D-Enter}
  other: {kind: access_reader}
`;
  const { texts } = repaired({ 'plan.yaml': text, 'part.geojson': part });
  expect(texts).toEqual({
    'plan.yaml': text.replace('D-Enter', 'd-enter').replace('access_', 'access-'),
    'part.geojson': part,
  });
});

test('a word that would be no text without quotes gets them', () => {
  const text = `${plan(`${ZONES}\ndevices:\n  - {id: C1, kind: camera, type: True_, at: [8, 1]}`)}deviceTypes:\n  "true": {kind: camera}\n`;
  expect(of(text)).toEqual({ text: text.replace('True_', '"true"'), left: [] });
});

test('a fault that was there, and the verdicts it leaves open, stay', () => {
  const text = plan(`${ZONES.replace('restroom', 'toilet')}\n  - {id: x, kind: nonsense, rect: [4, 3, 4, 4]}`);
  const { texts, after } = repaired({ 'plan.yaml': text });
  expect(texts['plan.yaml']).toBe(text.replace('toilet', 'restroom'));
  expect(after.ok && after.site.faults.map(({ subject }) => subject)).toEqual(['x']);
});

test('a slip never clears what would be a prohibited capture but for the fault; the same name spelled otherwise may', () => {
  const camera = (type: string) =>
    `${plan(`${ZONES}\nopenings:\n  - {id: p, kind: passage, line: [[1, 3], [3, 3]]}\ndevices:\n  - {id: C1, kind: camera, type: ${type}, at: [2, 0.1], height: 2.7, tilt: 20}`)}deviceTypes:\n  dome-4mp: {kind: camera, heading: 120, hfov: 40, resolution: [2560, 1440], audio: none}\n`;
  expect(of(camera('dmoe-4mp'))).toEqual({
    text: camera('dmoe-4mp'),
    left: [['dmoe-4mp', 'dome-4mp', 'repair/slip']],
  });
  expect(of(camera('Dome-4MP')).text).toBe(camera('dome-4mp'));
});

/** Every repair and suggestion with its words in both languages and where it stands, and what the texts are then. */
function pageOf({ texts, repairs, suggestions, after }: ReturnType<typeof repaired>): string {
  const said = ({ zh, en }: Localized) => `${zh} | ${en}`;
  const at = ({ path, at: { line, column } }: Repair) => `${path}:${line}:${column}`;
  return [
    ...repairs.map((one) => `${at(one)} ${one.from} → ${one.to}: ${said(one.message)}`),
    ...suggestions.map((one) => `${at(one)} ${one.from} → ${one.to}? ${said(one.message)}；${said(one.why)}`),
    after.ok ? 'faults' : 'unreadable',
    ...(after.ok ? after.site.faults : after.unreadable).map(
      ({ message, place }) => `  ${message.id} ${place.pointer}`,
    ),
    ...Object.values(texts),
  ].join('\n');
}

test('what is said of the repairs of a botched plan, word for word, and where', async () => {
  const part = JSON.stringify(
    {
      type: 'FeatureCollection',
      sitecam: { coordinates: 'metres' },
      features: [
        {
          type: 'Feature',
          properties: { elemnet: 'zone', level: 'F 1', id: 'z/1', 类型: 'Corridor' },
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [20, 0],
                [24, 0],
                [24, 4],
                [20, 4],
                [20, 0],
              ],
            ],
          },
        },
        {
          type: 'Feature',
          properties: { element: 'Device', level: 'F 1', id: 'C9', kind: 'cctv', opening: 'd 1', pitch: 3 },
          geometry: { type: 'Point', coordinates: [22, 2] },
        },
      ],
    },
    undefined,
    1,
  );
  const text = `sitecam: 1
Site: {name: 测试, categories: [旅店, hostel], region: "150102", absent: [{role: vualt, reason: 无, by: 甲}]}
Coordinates: meters
levels:
  - {id: F 1, ceiling: 3, geometry: part.geojson}
  - id: F2
    区域:
      - {id: hall, kind: 走廊, rect: [0, 0, 9, 3], 部位: [主要出入口, nonsense]} # 走廊
      - {id: w\u200bc, kind: 卫生间, rect: [0, 3, 4, 4], levels: ['F 1', F3]}
      - {id: odd, kind: stoer, rect: [4, 3, 4, 4]}
    openings:
      - {id: "d 1", kind: 门, line: [[1, 3], [2, 3]]}
      - {id: "d 2", kind: dor, line: [[3, 3], [3.5, 3]], film: permanet}
    walls:
      - {id: "e\u0301", line: [[0, 3], [4, 3]], material: opaqeu, height: 2, heigth: 3}
    devices:
      - {id: R1, kind: access_reader, at: [1, 2.9], opening: d 1, status: Existing}
      - {id: C1, type: DOME, at: [8, 1], audio: None, fov: 90, 俯角: 20}
      - {id: C2, type: cam-b, at: [8, 2], azimuth: &h 20}
deviceTypes:
  dome: {kind: camrea, 安装高度: 3, hfov: 98}
  cam-a: {kind: 摄像机}
overrides:
  w\u200bc: {name: 甲}
  hal: {name: 乙}
  d 1: {normallyOpen: true}
waivers:
  - {rule: coverage/criterion, subject: d 2, reason: x, by: y, until: 2027-01-01}
`;
  const readable = {
    'plan.yaml': text
      .replace('meters', 'Metres')
      .replace(/, (?:film: permanet|material: opaqeu|heigth: 3|audio: None|fov: 90)/g, ''),
    'part.geojson': part.replace('elemnet', 'element').replace('"pitch"', '"tilt"'),
  };
  const drawn = (properties: object, type: string, coordinates: unknown) => ({
    type: 'Feature',
    properties,
    geometry: { type, coordinates },
  });
  const square = (y: number) => [
    [
      [0, y],
      [4, y],
      [4, y + 4],
      [0, y + 4],
      [0, y],
    ],
  ];
  const collection = {
    type: 'FeatureCollection',
    sitecam: {
      version: 1,
      coordinates: 'Metres',
      site: { 名称: '测试', categories: ['Hotel'] },
      levels: [{ id: 'F 1', 层高: 3 }],
      deviceTypes: { 'dome-4mp': { kind: '摄像机', audio: 'none' }, reader: { kind: 'access-reader', opening: 'd 1' } },
    },
    features: [
      drawn({ elemnt: 'zone', level: 'F 1', id: 'hall', kind: 'corridor' }, 'Polygon', square(0)),
      drawn({ element: 'Zone', Level: 'F 1', id: 'room', kind: '客房' }, 'Polygon', square(4)),
      drawn({ element: 'opening', level: 'F 1', id: 'd 1', kind: '门' }, 'LineString', [
        [1, 4],
        [2, 4],
      ]),
      drawn({ element: 'device', level: 'F 1', id: 'C1', type: 'dome_4mp' }, 'Point', [1, 2]),
      drawn({ element: 'device', level: 'F 1', id: 'R1', type: 'reader', opening: 'd 1' }, 'Point', [1.5, 3.9]),
      {
        ...drawn({ element: 'wall', level: 'F2', line: 3 }, 'LineString', [
          [1, 1],
          [2, 2],
        ]),
        id: 'w 1',
      },
    ],
  };
  const geojson = {
    'plan.geojson': JSON.stringify(collection, undefined, 1).replace(/\[\s+([\d.]+),\s+([\d.]+)\s+\]/g, '[$1, $2]'),
  };
  const plain = { 'plan.geojson': geojson['plan.geojson'].replace(/,\s+"line": 3/, '').replace('elemnt', 'element') };
  const pages = [{ 'plan.yaml': text, 'part.geojson': part }, readable, geojson, plain].map((files) =>
    pageOf(repaired(files)),
  );
  await expect(pages.join('\n\n')).toMatchFileSnapshot('../../../fixtures/golden/engine/repairs.txt');
});
