// What can be typed at a place of a plan, in block and flow style, in JSON, and in texts that are broken there.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the notation of snippets
import { describe, expect, test } from 'vitest';
import { completionsAt } from '../../src/editor/completion/completion.js';
import { fileOf, labels, offered, offeredAt, taken, unmarked } from './completions.js';

const HEAD = 'sitecam: 1\nsite: {name: 宾馆, categories: [hotel]}\nlevels:\n  - id: F1\n';
const ZONES = `${HEAD}    zones:\n`;

/** Returns `line` as the first zone of a plan with another one after it. */
const zone = (line: string): string => `${ZONES}${line}\n      - {id: next, kind: store, rect: [0, 0, 1, 1]}\n`;

describe('the kind of a zone', () => {
  test.each([
    ['flow', '      - {id: r1, kind: |, rect: [0, 0, 1, 1]}', '      - {id: r1, kind: restroom, rect: [0, 0, 1, 1]}'],
    [
      'flow, no space',
      '      - {id: r1, kind:|, rect: [0, 0, 1, 1]}',
      '      - {id: r1, kind: restroom, rect: [0, 0, 1, 1]}',
    ],
    [
      'flow, no space, half typed',
      '      - {id: r1, kind:res|, rect: [0, 0]}',
      '      - {id: r1, kind: restroom, rect: [0, 0]}',
    ],
    [
      'flow, half typed',
      '      - {id: r1, kind: res|, rect: [0, 0]}',
      '      - {id: r1, kind: restroom, rect: [0, 0]}',
    ],
    [
      'flow, within a word',
      '      - {id: r1, kind: re|sty, rect: [0, 0]}',
      '      - {id: r1, kind: restroom, rect: [0, 0]}',
    ],
    ['flow, not closed', '      - {id: r1, kind: |', '      - {id: r1, kind: restroom'],
    ['flow, not closed, half typed', '      - {id: r1, kind: res|', '      - {id: r1, kind: restroom'],
    [
      'flow, no comma behind',
      '      - {id: r1, kind: | rect: [0, 0]}',
      '      - {id: r1, kind: restroom rect: [0, 0]}',
    ],
    [
      'flow, no comma behind the word',
      '      - {id: r1, kind: res| rect: [0, 0]}',
      '      - {id: r1, kind: restroom rect: [0, 0]}',
    ],
    [
      'flow, in quotes',
      '      - {id: r1, kind: "|", rect: [0, 0]}',
      '      - {id: r1, kind: "restroom", rect: [0, 0]}',
    ],
    [
      'flow, quote not closed',
      '      - {id: r1, kind: "res|, rect: [0, 0]}',
      '      - {id: r1, kind: "restroom", rect: [0, 0]}',
    ],
    [
      'flow, on lines',
      '      - {id: r1,\n         kind: res|,\n         rect: [0, 0]}',
      '      - {id: r1,\n         kind: restroom,\n         rect: [0, 0]}',
    ],
    ['block', '      - id: r1\n        kind: |', '      - id: r1\n        kind: restroom'],
    ['block, no space', '      - id: r1\n        kind:|', '      - id: r1\n        kind: restroom'],
    ['block, no space, half typed', '      - id: r1\n        kind:res|', '      - id: r1\n        kind: restroom'],
    ['block, half typed', '      - kind: res|\n        id: r1', '      - kind: restroom\n        id: r1'],
    ['block, in quotes', "      - kind: 'res|'\n        id: r1", "      - kind: 'restroom'\n        id: r1"],
    ['block, quote not closed', "      - kind: 'res|\n        id: r1", "      - kind: 'restroom'\n        id: r1"],
    [
      'block, before a comment',
      '      - kind: res| # 待定\n        id: r1',
      '      - kind: restroom # 待定\n        id: r1',
    ],
    [
      'block, on the next line',
      '      - kind:\n          res|\n        id: r1',
      '      - kind:\n          restroom\n        id: r1',
    ],
    ['behind an anchor', '      - &r {id: r1, kind: |}', '      - &r {id: r1, kind: restroom}'],
  ])('%s', (_, before, after) => {
    expect(taken(zone(before), 'restroom')).toBe(zone(after));
  });
});

test('lines may end as those of Windows do', () => {
  const [before, after] = ['      - id: r1\n        kind: res|', '      - id: r1\n        kind: restroom'].map((line) =>
    zone(line).replaceAll('\n', '\r\n'),
  );
  expect(taken(before, 'restroom')).toBe(after);
  expect(labels(offered('sitecam: 1\r\n|\r\n'))).toContain('levels');
});

describe('values', () => {
  const offers = (marked: string, path?: string): string[] =>
    labels(offered(marked, path === undefined ? {} : { path }));
  const device = (line: string): string => `${HEAD}    devices:\n      - {id: c1, at: [1, 1], ${line}}\n`;

  test.each([
    [
      'kinds of opening',
      `${HEAD}    openings:\n      - {id: d1, kind: |}`,
      ['passage', 'door', 'curtain', 'glass-door', 'window'],
    ],
    ['kinds of device', device('kind: ca|'), ['camera']],
    ['forms', device('form: |'), ['fixed', 'varifocal', 'ptz', 'fisheye', 'multi-sensor']],
    ['images', device('video: |'), ['none', 'visible', 'thermal', 'depth', 'unknown']],
    ['states', device('status: |'), ['planned', 'existing', 'removed']],
    ['ways of moving', device('mobile: {form: |}'), ['body-worn', 'handheld', 'robot', 'drone', 'vehicle']],
    ['materials', `${HEAD}    walls:\n      - {id: w, material: |}`, ['opaque', 'clear', 'frosted']],
    ['locks', `${HEAD}    openings:\n      - id: d1\n        lock: |\n        kind: door`, ['inner', 'outer', 'none']],
    ['the only film', `${HEAD}    openings:\n      - {id: d1, film: |}`, ['permanent']],
    ['units', 'sitecam: 1\ncoordinates: |\n', ['metres', 'centimetres', 'millimetres', 'wgs84']],
    ['yes or no', `${ZONES}      - {id: a, public: |}`, ['true', 'false']],
    ['facts of the project', 'project: {phase: |}', ['design', 'construction', 'inspection', 'acceptance', 'in-use']],
    [
      'facts in a list',
      'project:\n  designReview:\n    participants: [police, |]',
      ['developer', 'design-unit', 'construction-unit', 'supervision-unit', 'experts'],
    ],
    ['nothing else in words', `${ZONES}      - {id: a, name: |}`, []],
    ['nothing in a comment', `${ZONES}      # kind: |`, []],
    ['nothing behind a value', `${ZONES}      - {id: a, kind: store |}`, []],
    ['nothing in a text of several lines', 'site:\n  name: >\n    kind: |\n', []],
    ['no word that a list has', 'site: {categories: [hotel, ho|]}', ['hospital']],
    ['items of a list in block style', 'site:\n  categories:\n    - hotel\n    - ho|\n', ['hospital']],
  ])('%s', (_, marked, expected) => {
    expect(offers(marked).slice(0, expected.length)).toEqual(expected);
    if (expected.length === 0) expect(offers(marked)).toEqual([]);
  });

  test('types of device by the names that the plan gives them', () => {
    const types = 'deviceTypes:\n  dome-4mp: {kind: camera}\n  bullet: {kind: camera}\n';
    expect(offers(`${types}${device('type: |')}`)).toEqual(['dome-4mp', 'bullet']);
  });

  test('openings, zones and levels by id, or by the pinyin of their names', () => {
    const plan = `${ZONES}      - {id: z1, kind: store, name: 布草间}\n    openings:\n      - {id: d7, kind: door, name: 更衣室门}\n`;
    expect(offers(`${plan}    devices:\n      - {id: a, opening: |}`)).toEqual(['d7']);
    expect(offers(`${plan}    devices:\n      - {id: a, opening: gys|}`)).toEqual(['d7']);
    expect(offers(`${plan}    devices:\n      - {id: a, mobile: {area: [|]}}`)).toEqual(['z1']);
    expect(offers(`${plan}  - id: F2\n    zones:\n      - {id: b, levels: [F1, |]}`)).toEqual(['F2']);
  });

  test('rules and subjects of waivers, zones behind a device', () => {
    const plan = `${ZONES}      - {id: z1, kind: store}\n    devices:\n      - {id: c1, kind: camera}\nwaivers:\n`;
    expect(offers(`${plan}  - {rule: |}`)).toContain('coverage/criterion');
    expect(offers(`${plan}  - {rule: criterion|}`)).toEqual(['coverage/criterion']);
    expect(offers(`${plan}  - {subject: |}`)).toEqual(['z1', 'c1']);
    expect(taken(`${plan}  - {subject: c1>|}`, 'c1>z1')).toBe(`${plan}  - {subject: c1>z1}`);
  });

  test('roles that a site may lack, clauses that apply to it', () => {
    expect(offers('site: {categories: [hotel], absent: [{role: |}]}')).toContain('main-entrance');
    expect(offers('project: {tracks: [{clause: cn-799-2025/7.2|}]}')).toContain('cn-799-2025/7.2(1)');
    expect(offers(device('mandatedBy: {rule: 七|}')).some((label) => label.includes('第七条'))).toBe(true);
  });

  test('models by a part of their number, a few of thousands', () => {
    const found = offers('deviceTypes:\n  dome: {kind: camera, model: ds-2cd2143|}');
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((label) => label.startsWith('DS-2CD2143'))).toBe(true);
    expect(offers('deviceTypes:\n  dome: {model: |}').length).toBeLessThanOrEqual(50);
  });

  test('the kinds of what an override is of', () => {
    const plan = `${ZONES}      - {id: z1, kind: store}\n    openings:\n      - {id: d1, kind: door}\noverrides:\n`;
    expect(offers(`${plan}  d1: {kind: |}`)).toEqual(['passage', 'door', 'curtain', 'glass-door', 'window']);
    expect(offers(`${plan}  z1: {kind: store|}`)[0]).toBe('store');
    expect(offers(`${plan}  |`)).toEqual(['z1', 'd1']);
    expect(taken(`${plan}  |`, 'd1')).toBe(`${plan}  d1: `);
  });

  test('a value that YAML would read as a number is in quotes', () => {
    const plan = `${HEAD}    openings:\n      - {id: "301", kind: door}\n    devices:\n`;
    expect(taken(`${plan}      - {id: a, opening: |}`, '301')).toBe(`${plan}      - {id: a, opening: "301"}`);
  });
});

describe('keys', () => {
  test.each([
    ['flow', '      - {id: r1, ki|}', '      - {id: r1, kind: }'],
    ['flow, behind a comma', '      - {id: r1, |}', '      - {id: r1, kind: }'],
    ['flow, not closed', '      - {id: r1, |', '      - {id: r1, kind: '],
    ['flow, before another key', '      - {|id: r1}', '      - {kind: id: r1}'],
    ['flow, with its colon', '      - {id: r1, kin|: store}', '      - {id: r1, kind: store}'],
    ['block', '      - id: r1\n        |', '      - id: r1\n        kind: '],
    [
      'block, half typed',
      '      - id: r1\n        ki|\n        name: 甲',
      '      - id: r1\n        kind: \n        name: 甲',
    ],
    ['block, the first of an item', '      - |', '      - kind: '],
    ['block, the first of an item, no space', '      -|', '      - kind: '],
    ['block, the first of an item, half typed', '      - ki|\n        id: r1', '      - kind: \n        id: r1'],
    ['block, with its colon', '      - ki|: store\n        id: r1', '      - kind: store\n        id: r1'],
    ['by a Chinese name', '      - {id: r1, 类型|}', '      - {id: r1, kind: }'],
    ['by pinyin', '      - {id: r1, leixing|}', '      - {id: r1, kind: }'],
  ])('%s', (_, before, after) => {
    expect(taken(zone(before), 'kind')).toBe(zone(after));
  });

  test('those that it has are not offered again, required ones come first', () => {
    const { items } = offered(zone('      - {id: r1, name: 甲, |}'));
    expect(labels({ isIncomplete: true, items }).slice(0, 3)).toEqual(['kind', 'polygon', 'rect']);
    expect(items.map(({ detail }) => detail).slice(0, 2)).toEqual(['（必填）区域类型', '（择一必填）外轮廓']);
    expect(labels({ isIncomplete: true, items })).not.toContain('name');
  });

  test('of two keys of which one is enough, the other is not offered beside it', () => {
    expect(labels(offered(zone('      - {id: r1, rect: [0, 0, 1, 1], |}')))).not.toContain('polygon');
  });

  test('also keys behind the cursor are known', () => {
    expect(
      labels(offered(zone('      - id: r1\n        |\n        kind: store\n        rect: [0, 0, 1, 1]'))),
    ).not.toContain('kind');
  });

  test('of the plan itself, of a level, of nested objects', () => {
    expect(labels(offered('sitecam: 1\n|'))).toEqual(
      expect.arrayContaining(['site', 'levels', 'deviceTypes', 'waivers']),
    );
    expect(labels(offered('|'))).toContain('sitecam');
    expect(labels(offered(`${HEAD}    |`))).toEqual(expect.arrayContaining(['zones', 'devices', 'ceiling']));
    expect(labels(offered('deviceTypes:\n  a: {ptz: {|}}'))).toEqual(['pan', 'tilt', 'hfov', 'limits', 'home']);
    expect(labels(offered('site:\n  |'))).toEqual(expect.arrayContaining(['name', 'categories', 'region']));
    expect(labels(offered('project: {units: {design: {|}}}'))).toContain('name');
  });

  test('of what the column of an empty line belongs to', () => {
    const at = (column: number): string[] =>
      labels(offered(zone(`      - id: r1\n        kind: store\n${' '.repeat(column)}|`)));
    expect(at(8)).toContain('rect');
    expect(at(6)).toContain('区域');
    expect(at(4)).toContain('devices');
    expect(at(2)).toContain('楼层');
    expect(at(0)).toContain('deviceTypes');
    expect(at(12)).toEqual([]);
  });

  test('a key that is written whole is still offered in its place', () => {
    expect(labels(offered(zone('      - {id: r1, kind|: store}')))).toContain('kind');
  });

  test('in the language of the reader', () => {
    const [item] = offered(zone('      - {id: r1, ki|}'), { locale: 'en' }).items;
    expect(item.detail).toBe('(required) kind of zone');
  });
});

describe('GeoJSON', () => {
  const collection = (feature: string): string =>
    `{"type": "FeatureCollection", "sitecam": {"version": 1, "site": {"name": "a", "categories": ["hotel"]}, "levels": [{"id": "F1"}]},
"features": [
${feature},
{"type": "Feature", "properties": {"element": "opening", "id": "d1", "level": "F1", "kind": "door"}, "geometry": {"type": "LineString", "coordinates": [[0, 0], [1, 0]]}}
]}`;
  const zoneFeature = (properties: string): string =>
    collection(`{"type": "Feature", "properties": {"element": "zone", ${properties}}, "geometry": null}`);

  test.each([
    ['in quotes', '"kind": "|"', '"kind": "restroom"'],
    ['in quotes, half typed', '"kind": "re|st", "name": "甲"', '"kind": "restroom", "name": "甲"'],
    ['quote not closed', '"kind": "res|, "name": "甲"', '"kind": "restroom", "name": "甲"'],
    ['quote not closed, nothing typed', '"kind": "|, "name": "甲"', '"kind": "restroom", "name": "甲"'],
    ['without quotes', '"kind": |, "name": "甲"', '"kind": "restroom", "name": "甲"'],
    ['without quotes, half typed', '"kind": res|', '"kind": "restroom"'],
    ['right behind the colon', '"kind":|', '"kind": "restroom"'],
    ['no comma behind', '"kind": | "name": "甲"', '"kind": "restroom" "name": "甲"'],
  ])('a kind, %s', (_, before, after) => {
    expect(taken(zoneFeature(before), 'restroom', 'plan.geojson')).toBe(zoneFeature(after));
  });

  test.each([
    ['in quotes', '"id": "z", "|"', '"id": "z", "kind": '],
    ['half typed', '"id": "z", "ki|"', '"id": "z", "kind": '],
    ['quote not closed', '"id": "z", "ki|', '"id": "z", "kind": '],
    ['without quotes', '"id": "z", ki|', '"id": "z", "kind": '],
    ['nothing typed', '"id": "z", |', '"id": "z", "kind": '],
    ['with its colon', '"id": "z", "k|": "store"', '"id": "z", "kind": "store"'],
  ])('a key, %s', (_, before, after) => {
    expect(taken(zoneFeature(before), 'kind', 'plan.geojson')).toBe(zoneFeature(after));
  });

  test('a feature has the keys of its element but for its shape, the kinds too', () => {
    const at = (text: string): string[] => labels(offered(collection(text), { path: 'plan.geojson' }));
    const device = (text: string): string =>
      `{"type": "Feature", "properties": {"element": "device", ${text}}, "geometry": null}`;
    expect(at(device('"|"'))).toEqual(expect.arrayContaining(['heading', 'level', 'kind']));
    expect(at(device('"|"'))).not.toEqual(expect.arrayContaining(['at']));
    expect(at(device('"kind": "cam|"'))[0]).toBe('camera');
    expect(at(device('"opening": "|"'))).toEqual(['d1']);
    expect(at(device('"level": "|"'))).toEqual(['F1']);
    expect(at('{"type": "Feature", "properties": {"element": "|"}}')).toEqual([
      'zone',
      'wall',
      'opening',
      'device',
      'sign',
    ]);
    expect(at('{"type": "Feature", "geometry": {"type": "|"}}')[0]).toBe('Point');
    expect(at('{"|"}')).toEqual(['type', 'properties', 'geometry', 'id']);
    expect(at(device('"public": "|"'))).toEqual([]);
    expect(at('{"type": "Feature", "properties": {"element": "zone", "public": "|"}}')).toEqual(['true', 'false']);
  });

  test('truth values have no quotes', () => {
    expect(taken(zoneFeature('"public": "|"'), 'true', 'plan.geojson')).toBe(zoneFeature('"public": true'));
  });

  test('the plan itself is in its member', () => {
    const member = (text: string): string => `{"type": "FeatureCollection", "sitecam": {${text}}, "features": []}`;
    const at = (text: string): string[] => labels(offered(member(text), { path: 'plan.geojson' }));
    expect(at('"|"').slice(0, 3)).toEqual(['version', 'site', 'levels']);
    expect(at('"site": {"categories": ["hot|"]}')[0]).toBe('hotel');
    expect(at('"levels": [{"|"}]')).toContain('ceiling');
  });

  test('a file that a plan refers to is completed by the law and the names of the plan', () => {
    const plan = fileOf('sitecam: 1\nsite: {categories: [hotel]}\nlevels:\n  - {id: F9, geometry: floor.geojson}\n');
    const { text, offset } = unmarked(zoneFeature('"level": "|"'));
    expect(labels(offeredAt(fileOf(text, 'floor.geojson'), offset, { others: [plan] }))).toContain('F9');
  });
});

describe('words by which people look', () => {
  test.each([
    ['categories: 宾|', '[hotel$0]'],
    ['categories: [jiudian|]', 'hotel'],
  ])('%s', (marked, text) => {
    expect(offered(`sitecam: 1\nsite:\n  ${marked}`).items[0].textEdit?.newText).toBe(text);
  });

  test('the name of a room', () => {
    const plan = 'sitecam: 1\nlevels:\n  - id: F1\n    zones:\n      - {id: Z1, kind: 女员工更衣室|';
    expect(offered(plan).items[0].label).toBe('changing-room');
  });

  test.each([
    ['类型', 'kind'],
    ['lx', 'kind'],
    ['jx', 'rect'],
  ])('the key %s', (typed, key) => {
    const plan = 'sitecam: 1\nlevels:\n  - id: F1\n    zones:\n      - {id: Z1, ';
    expect(offered(`${plan}${typed}|`).items[0].label).toBe(key);
  });

  test.each([
    ['rect: |', '[${1:0}, ${2:0}, ${3:6}, ${4:4}]'],
    ['polygon: |', '[[${1:0}, ${2:0}], [${3:4}, ${4:0}], [${5:4}, ${6:3}]]'],
  ])('the form of %s', (marked, text) => {
    const plan = 'sitecam: 1\nlevels:\n  - id: F1\n    zones:\n      - {id: Z1, ';
    expect(offered(`${plan}${marked}`).items[0].textEdit?.newText).toBe(text);
  });
});

describe('whole items', () => {
  test('where a new item begins', () => {
    const plan = `${HEAD}    devices:\n      - |`;
    const pieces = offered(plan).items.filter(({ kind }) => kind === 15);
    expect(pieces.map(({ label }) => label)).toEqual([
      '枪式摄像机',
      '半球摄像机',
      '云台摄像机（球机）',
      '鱼眼摄像机',
      '四目摄像机',
      '拾音器',
    ]);
    expect(taken(plan, '鱼眼摄像机')).toMatch(/- \{id: \$\{1:C1\}, kind: camera, .*form: fisheye, tilt: 90,/);
  });

  test('with the dash that is missing', () => {
    const item = '- {id: ${1:D1}, kind: door,';
    expect(taken(`${HEAD}    openings:\n      |`, '门')).toContain(`\n      ${item}`);
    expect(taken(`${HEAD}    openings:\n      - {id: d1, kind: door}\n      |`, '门')).toContain(`}\n      ${item}`);
  });

  test('with the first id that is free', () => {
    const plan = `${HEAD}    devices:\n      - {id: C1, kind: camera}\n      - qj|`;
    expect(taken(plan, '云台摄像机（球机）')).toContain('{id: ${1:C2}, kind: camera,');
  });

  test('without places to fill in, for editors that have none', () => {
    const marked = `${HEAD}    openings:\n      - men|`;
    const at = marked.indexOf('|');
    const text = marked.replace('|', '');
    const before = text.slice(0, at).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    const plan = {
      files: [{ path: 'plan.yaml', text, sha256: '', format: 'yaml' }],
      options: { today: '2026-11-29' },
    } as const;
    const { items } = completionsAt(plan, 'plan.yaml', position, 'zh-CN', { snippets: false });
    expect(items[0].insertTextFormat).toBeUndefined();
    expect(JSON.stringify(items)).not.toContain('${');
    expect(items[0].textEdit?.newText).toBe('{id: D1, kind: door, name: 门, line: [[1, 0], [2, 0]]}');
  });

  test('a floor on several lines, found by pinyin', () => {
    const plan = 'sitecam: 1\nlevels:\n  - lc|';
    expect(taken(plan, '楼层')).toMatch(
      /\n {2}- id: \$\{\d+:F1\}\n {2}name: .*\n {2}elevation: .*\n {2}ceiling: .*\n {2}zones:\n {4}- \{id:/,
    );
  });

  test('in JSON with the quotes of JSON', () => {
    const plan = '{"sitecam": 1, "levels": [{"id": "F1", "zones": [|]}]}';
    expect(taken(plan, '区域', 'plan.json')).toContain('[{"id": "${1:Z1}", "kind": "${2:lobby}"');
  });
});

describe('what an item says', () => {
  const docOf = (label: string, categories: string): string => {
    const plan = `site: {categories: [${categories}]}\nlevels:\n  - id: F1\n    zones:\n      - {id: a, kind: ${label}|}`;
    const { detail, documentation } = offered(plan).items.find((one) => one.label === label) ?? {};
    return `${detail}\n${typeof documentation === 'object' ? documentation.value : documentation}`;
  };

  test('of a kind: its name, whether it has walls, who forbids to capture there', () => {
    const doc = docOf('changing-room', 'hotel');
    expect(doc).toMatch(/^更衣室\n/);
    expect(doc).toContain('默认有墙');
    expect(doc).toContain('第九条第二款第（三）项禁止采集');
  });

  test('of a kind: by which clause it must be protected on such a site', () => {
    expect(docOf('main-entrance', 'hotel')).toContain('第八条第（八）项');
    expect(docOf('main-entrance', 'residential-area')).not.toContain('第八条第（八）项');
  });
});

describe('how lists are filtered', () => {
  const kinds = (typed: string) => offered(zone(`      - {id: r1, kind: ${typed}|}`));

  test('the list is asked for again with each letter', () => {
    expect(kinds('g').isIncomplete).toBe(true);
  });

  test.each(['gys', 'gengyishi', 'gengyi', '更衣', '换衣间', 'chang', 'changing-room', 'Changing', 'room'])(
    '%s finds the changing room',
    (typed) => {
      expect(labels(kinds(typed))).toContain('changing-room');
    },
  );

  test('every text to filter by begins with what is typed, for editors that compare prefixes', () => {
    for (const typed of ['', 'g', 'gys', '更', 'room', 'chang', 'ysj']) {
      for (const { filterText = '' } of kinds(typed).items)
        expect(filterText.toLowerCase().startsWith(typed)).toBe(true);
    }
  });

  test('the order of the list is that of the texts to sort by', () => {
    const texts = kinds('c').items.map(({ sortText = '' }) => sortText);
    expect(texts).toEqual(texts.toSorted());
    expect(labels(kinds('w'))[0]).toBe('writing-place');
  });
});
