import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { render } from '../../src/i18n/locale.js';
import { keysFrom } from '../../src/import/classify/classify.js';
import { importBuilding } from '../../src/import/import.js';
import { loadMapping } from '../../src/import/mapping/load.js';
import { ruleFor } from '../../src/import/mapping/match.js';
import type { Mapping, MappingRule } from '../../src/import/mapping/types.js';
import type { ImportFormat, InputFile, RawFeature, RawShape } from '../../src/import/types.js';
import { locate } from '../../src/source/place/locate.js';
import { Folder } from '../support/folder.js';
import { rooms } from './imdf-rooms.js';
import { file, make, pack } from './support.js';

const EXAMPLES = 'fixtures/import/mappings';

function load(text: string, path = 'm.yaml') {
  return loadMapping(path, new TextEncoder().encode(text), pack);
}

function mapping(text: string): Mapping {
  const loaded = load(text);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.mapping;
}

/** What is wrong, as `line:column id: text`. */
function wrong(text: string, path?: string): string[] {
  const loaded = load(text, path);
  if (loaded.ok) return [];
  return loaded.problems.map(({ code, message, place, at }) => {
    const { line, column } = at ?? locate(loaded.file, place).start;
    return `${line}:${column} ${code}: ${message.en}`;
  });
}

describe('a mapping', () => {
  it.each(readdirSync(EXAMPLES))('the example %s is one', (name) => {
    expect(wrong(readFileSync(`${EXAMPLES}/${name}`, 'utf8'), name)).toEqual([]);
  });

  it('is joined with the one that comes with sitecam no more often for many features than for two', () => {
    const joined = (count: number) => {
      let times = 0;
      const own: Mapping = {
        get rules() {
          times += 1;
          return [];
        },
      };
      const features = Array.from({ length: count }, (_, n) => {
        const [x, y] = [116 + n / 10_000, 40];
        const ring = [[x, y], [x + 5e-5, y], [x + 5e-5, y + 5e-5], [x, y]]; // biome-ignore format: a ring
        return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } };
      });
      make([file('a.geojson', { type: 'FeatureCollection', features })], { mapping: own });
      return times;
    };
    expect(joined(40)).toBe(joined(2));
  });

  it('takes one name for a list of one, numbers for keys of levels, and leaves out what is left out', () => {
    expect(
      mapping('keys: {name: N}\nlevels:\n  - {key: -1, elevation: -4}\n  - {id: F1, files: "*1.dxf"}\nsilent: x\n'),
    ).toEqual({
      keys: { name: ['N'] },
      levels: [
        { key: '-1', elevation: -4 },
        { id: 'F1', key: 'F1', files: ['*1.dxf'] },
      ],
      silent: ['x'],
      rules: [],
    });
    expect(mapping('# nothing yet\n{}\n')).toEqual({ rules: [] });
  });

  it('is read as JSON too', () => {
    const json = load('{"$schema": "mapping.schema.json", "kinds": {"spa": "public-bathroom"}}', 'm.json');
    expect(json).toEqual({ ok: true, mapping: { kinds: { spa: 'public-bathroom' }, rules: [] } });
    expect(wrong('{"kinds": {"spa": "spa"}}', 'm.json')[0]).toMatch(/^1:19 mapping\/unknown-kind/);
  });

  it.each<[string, string, string, RegExp]>([
    ['an unknown key', 'key: {name: x}\n', 'key', /schema\/unknown-key: .*did you mean 'keys'/],
    ['no mapping at all', '- a\n', 'a', /mapping\/no-mapping/],
    ['a unit as text', 'unit: "0.001"\n', '"0.001"', /schema\/type: .*number/],
    ['an unknown becoming', 'rules:\n  - {where: {}, as: walls}\n', 'walls', /schema\/value: .*did you mean 'wall'/],
    ['no `as`', 'rules:\n  - {where: {}}\n', '{where', /schema\/missing-key: .*'as'/],
    [
      'a key that walls do not have',
      'rules:\n  - {where: {}, as: wall, keys: {thicknes: 1}}\n',
      'thicknes',
      /schema\/unknown-key: .*'thickness'/,
    ],
    [
      'a key of zones on a wall',
      'rules:\n  - {where: {}, as: wall, keys: {enclosed: true}}\n',
      'enclosed',
      /schema\/unknown-key: .*'enclosed'/,
    ],
    [
      'a value that the key can not have',
      'rules:\n  - {where: {}, as: wall, keys: {material: glass}}\n',
      'glass',
      /schema\/value: .*'clear'/,
    ],
    [
      'what no attribute can hold',
      'rules:\n  - {where: {}, as: device, from: {masks: M}}\n',
      'masks',
      /schema\/unknown-key: .*'masks'/,
    ],
    [
      'an unknown kind of zone',
      'kinds:\n  a: changing-rom\n',
      'changing-rom',
      /mapping\/unknown-kind: .*zone 'changing-rom'.*'changing-room'/,
    ],
    ['a kind by its Chinese name', 'names:\n  a: 更衣室\n', '更衣室', /mapping\/unknown-kind: .*'changing-room'/],
    [
      'an unknown kind of opening',
      'rules:\n  - {where: {}, as: opening, kind: glassdoor}\n',
      'glassdoor',
      /mapping\/unknown-kind: .*opening.*'glass-door'/,
    ],
    [
      'an unknown kind of device',
      'rules:\n  - {where: {}, as: device, kind: 摄像头}\n',
      '摄像头',
      /mapping\/unknown-kind: .*device.*'camera'/,
    ],
    ['an opening of no kind', 'rules:\n  - {where: {}, as: opening}\n', '{where', /mapping\/no-kind: .*passage, door/],
    ['a wall of a kind', 'rules:\n  - {where: {}, as: wall, kind: brick}\n', 'brick', /mapping\/kind-of-nothing/],
    [
      'a geometry there is not',
      'rules:\n  - {where: {geometry: [Point, MultiPolygon]}, as: none}\n',
      'MultiPolygon',
      /mapping\/geometry: .*'Polygon'/,
    ],
    ['a level of nothing', 'levels:\n  - {id: F1}\n', '{id', /mapping\/level:/],
    ['a level twice', 'levels:\n  - {key: 1}\n  - {key: "1"}\n', '{key: "1"', /mapping\/level-twice: .*level 1/],
  ])('%s is told with its place', (_, text, token, expected) => {
    const before = text.slice(0, text.indexOf(token)).split('\n');
    const found = wrong(text);
    expect(found).toHaveLength(1);
    expect(found[0].split(' ')[0]).toBe(`${before.length}:${(before.at(-1) ?? '').length + 1}`);
    expect(found[0]).toMatch(expected);
  });

  it('that is no YAML is told where that ends', () => {
    expect(wrong('rules: [\n')[0]).toMatch(/^\d+:\d+ source\//);
  });

  it('tells all that is wrong, in the order of the file', () => {
    const found = wrong('levels: [{id: F1}]\nkinds: {a: b}\nrules:\n  - {where: {x: 1}, as: wall, kind: door}\n');
    expect(found.map((text) => text.split(':')[0])).toEqual(['1', '2', '4']);
  });

  describe('a rule that an earlier one leaves nothing for', () => {
    const never = (first: string, second: string) =>
      wrong(`rules:\n  - {where: ${first}, as: none}\n  - {where: ${second}, as: zone}\n`).length > 0;

    it.each([
      ['{}', '{layer: A}'],
      ['{layer: A-*}', '{layer: a-wall, geometry: Polygon}'],
      ['{layer: ["A*", B]}', '{layer: [b, AB, "A-*"]}'],
      ['{name: true}', '{name: "*"}'],
      ['{name: false}', '{name: false, layer: A}'],
      ['{code: 12}', '{code: "12"}'],
      ['{name: "*"}', '{name: true}'],
    ])('%s before %s', (first, second) => {
      expect(never(first, second)).toBe(true);
    });

    it.each([
      ['{layer: A}', '{}'],
      ['{layer: A, geometry: Polygon}', '{layer: A}'],
      ['{layer: A-*}', '{layer: "A*"}'],
      ['{layer: A-*}', '{layer: [A-1, B]}'],
      ['{name: "t*"}', '{name: true}'],
      ['{name: "*"}', '{name: false}'],
      ['{name: true}', '{name: false}'],
    ])('not %s before %s', (first, second) => {
      expect(never(first, second)).toBe(false);
    });
  });
});

describe('the examples', () => {
  const example = (name: string) => mapping(readFileSync(`${EXAMPLES}/${name}`, 'utf8'));
  const feature = (type: RawShape['type'], properties: RawFeature['properties']): RawFeature => ({
    format: 'dxf',
    system: 'metres',
    id: undefined,
    properties,
    shapes: [
      type === 'Point' ? { type, at: [0, 0] } : type === 'LineString' ? { type, line: [] } : { type, rings: [] },
    ],
    levels: [],
    origin: { path: 'a', pointer: '/0' },
  });

  it.each<[RawShape['type'], RawFeature['properties'], string]>([
    ['LineString', { layer: '结构-承重墙' }, 'wall'],
    ['LineString', { layer: '玻璃隔断' }, 'wall'],
    ['Polygon', { layer: '二层家具' }, 'none'],
    ['Point', { layer: '洞口', block: 'm0921' }, 'opening door'],
    ['Point', { layer: '洞口', block: '双扇玻璃门' }, 'opening glass-door'],
    ['LineString', { layer: '洞口' }, 'opening window'],
    ['Polygon', { layer: '轮廓-厕所' }, 'zone restroom'],
    ['Polygon', { layer: '轮廓-办公' }, 'zone'],
    ['Point', { layer: '安防', block: 'SXT-半球' }, 'device camera'],
    ['Point', { layer: '安防', block: 'TCQ-1' }, 'device intrusion-detector'],
    ['LineString', { layer: '轴线' }, '-'],
  ])('CAD: %s %j becomes %s', (type, properties, becomes) => {
    const rule = ruleFor(example('cad-layers.yaml'), feature(type, properties));
    expect([rule?.as ?? '-', rule?.kind].filter((word) => word !== undefined).join(' ')).toBe(becomes);
  });

  it('GIS: rooms get their kinds by code, by attribute and by name', () => {
    const rows: [object, string | undefined][] = [
      [{ USE_CODE: 'WC-H' }, 'restroom'],
      [{ USE_CODE: 310 }, 'ward'],
      [{ 用途: '更衣' }, 'changing-room'],
      [{ USE_CODE: 'ROOM', ROOM_NAME: '谈心室 2' }, 'consulting-room'],
      [{ USE_CODE: 'ROOM', ROOM_NAME: 'Spind Süd' }, 'changing-room'],
      [{ USE_CODE: 'SHAFT' }, 'shaft'],
      [{ USE_CODE: 'ROOM', STATUS: '拆除' }, undefined],
    ];
    const square = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ];
    const features = rows.map(([properties], index) => ({
      type: 'Feature',
      properties: { ROOM_ID: `r${index}`, FLOOR: 1, ...properties },
      geometry: { type: 'Polygon', coordinates: [square.map(([x, y]) => [111 + (x + index) * 1e-4, 40 + y * 1e-4])] },
    }));
    const made = make([file('rooms.geojson', { type: 'FeatureCollection', features })], {
      mapping: example('gis-rooms.yaml'),
    });
    const { zones } = made.building.identified.draft;
    expect(zones.map(({ id, kind }) => [id, kind])).toEqual(
      rows.flatMap(([, kind], index) => (kind === undefined ? [] : [[`r${index}`, kind]])),
    );
    expect(made.plan).toContain('一层');
  });
});

describe('--mapping', () => {
  const square = (x: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [x, 0],
        [x + 4, 0],
        [x + 4, 4],
        [x, 4],
        [x, 0],
      ],
    ],
  });
  const room = (x: number, properties: object) => ({ type: 'Feature', geometry: square(x), properties });
  const rooms = {
    type: 'FeatureCollection',
    features: [room(0, { Use: 'A7', N: 'x' }), room(4, { Use: 'B', N: 'y' })],
  };
  const text = 'coordinates: metres\nkeys: {kind: Use, name: N}\nkinds: {"A*": restroom}\n';

  it('names a file from the current folder', async () => {
    const folder = new Folder({ 'in/rooms.geojson': JSON.stringify(rooms), 'maps/m.yaml': text });
    const ran = await folder.run(['import', 'in/rooms.geojson', '--mapping', 'maps/m.yaml', '-o', 'plan.yaml']);
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('未知的用途“B”');
    expect(ran.err).not.toContain('A7');
  });

  it('that is wrong or missing is wrong usage, and nothing is written', async () => {
    const folder = new Folder({
      'rooms.geojson': JSON.stringify(rooms),
      'm.yaml': text.replace('restroom', 'restrom'),
    });
    const ran = await folder.run(['import', 'rooms.geojson', '--mapping', 'm.yaml', '-o', 'plan.yaml', '--lang', 'en']);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(
      /^The mapping can't be used \(1 fault\); nothing was written\.\n\nm\.yaml:3:15 {2}mapping\/unknown-kind\n/,
    );
    expect(ran.err).toContain("did you mean 'restroom'");
    const chinese = await folder.run(['import', 'rooms.geojson', '--mapping', 'm.yaml', '-o', 'plan.yaml']);
    expect(chinese.err).toContain('映射文件不能使用（1处错误），未生成任何文件。');
    const missing = await folder.run(['import', 'rooms.geojson', '--mapping', 'n.yaml', '-o', 'plan.yaml']);
    expect([missing.code, missing.err]).toEqual([2, 'sitecam：映射文件“n.yaml”不存在或者不能读取。\n']);
    expect((await folder.run(['lint', 'plan.yaml'])).code).toBe(3);
  });

  it('goes before what is shipped', () => {
    const made = make([file('a.geojson', rooms)], {
      mapping: mapping(`${text}rules: [{where: {Use: B}, as: none}]\n`),
    });
    expect(made.building.identified.draft.zones.map(({ kind, name }) => [kind, name])).toEqual([['restroom', 'x']]);
  });
});

describe('what of a mapping found nothing', () => {
  const shape = { type: 'Point', coordinates: [111, 40] };
  const source = file('a.geojson', {
    type: 'FeatureCollection',
    features: ['A-WALL', 'A-DOOR'].map((Layer) => ({
      type: 'Feature',
      geometry: shape,
      properties: { Layer, 'name.en': 'x' },
    })),
  });
  const notes = (text: string) => {
    const options = { mapping: mapping(text), pack, strict: false };
    const imported = importBuilding([{ format: 'geojson', files: [source] }], options);
    // Of points alone nothing becomes part of a plan: then it matters most what a mapping found nothing of.
    return imported.ok ? [] : (imported.notes ?? []);
  };
  const told = (text: string, locale: 'en' | 'zh-CN' = 'en') =>
    notes(text)
      .filter(({ message }) => message.id.startsWith('mapping/'))
      .map(({ message }) => render(message, locale));

  it.each<[string, string[]]>([
    ['rules: [{where: {Layer: A-*}, as: none}]\nkeys: {name: name}\n', []],
    [
      'rules: [{where: {Layer: A-WALL}, as: none}, {where: {Layer: A-DOR}, as: none}]\n',
      ["rule 2 of the mapping matched nothing: no 'Layer' is like 'A-DOR' (did you mean 'A-DOOR'?)"],
    ],
    [
      'rules: [{where: {layer: A-WALL}, as: none}]\n',
      ["rule 1 of the mapping matched nothing: nothing has a property 'layer' (did you mean 'Layer'?)"],
    ],
    [
      'rules: [{where: {Layer: A-WALL, geometry: Polygon}, as: none}]\n',
      ['rule of the mapping that matched nothing: 1'],
    ],
    [
      'rules: [{where: {Layer: false}, as: none}, {where: {Layer: A-*}, as: none}, {where: {Layer: S-BEAM}, as: none}]\n',
      ['rules of the mapping that matched nothing: 1 and 3'],
    ],
    [
      'keys: {kind: [Layr, Use]}\n',
      ["keys.kind of the mapping names what nothing in the source has: Layr and Use (did you mean 'Layer'?)"],
    ],
  ])('%j', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('is told in Chinese', () => {
    expect(told('rules: [{where: {Layer: A-DOR}, as: none}]\n', 'zh-CN')).toEqual([
      '映射的第1条规则没有与之相符的要素：属性“Layer”没有“A-DOR”这样的值（是否应为“A-DOOR”？）',
    ]);
  });
});

describe('a rule by id', () => {
  const at = (path: string): InputFile => ({ path, bytes: readFileSync(`fixtures/import/${path}`) });
  const box = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
        [0, 0],
      ],
    ],
  };
  const unnamed = file('2F.geojson', {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: { as: 'room' }, geometry: box }],
  });
  const named = mapping('coordinates: metres\nrules: [{where: {as: room}, as: zone, kind: office}]\n');
  const sources: readonly (readonly [string, ImportFormat, readonly InputFile[], Mapping | undefined])[] = [
    [
      'IMDF',
      'imdf',
      rooms([
        { id: 'a', cell: 0 },
        { id: 'b', cell: 1 },
      ]),
      undefined,
    ],
    ['OSM', 'osm', [at('osm/building.geojson')], undefined],
    [
      'GeoJSON',
      'geojson',
      [at('geojson/一层.geojson')],
      mapping(readFileSync('fixtures/import/geojson/mapping.yaml', 'utf8')),
    ],
    ['GeoJSON without ids', 'geojson', [unnamed], named],
    ['DXF', 'dxf', [at('dxf/guest-house.dxf')], undefined],
  ];
  const imported = (format: ImportFormat, files: readonly InputFile[], own: Mapping | undefined) => {
    const result = importBuilding([{ format, files }], { mapping: own, pack, strict: false });
    if (!result.ok) return { ids: [], unused: [] };
    const { identified, notes } = result.building;
    const { zones, walls, openings, devices } = identified.draft;
    const ids = [...zones, ...walls, ...openings, ...devices].map(({ id }) => id);
    return { ids, unused: notes.filter(({ message }) => message.id.startsWith('mapping/unused')) };
  };

  it.each(sources)('of %s takes one thing, and is told if there is none', (_, format, files, own) => {
    const before = imported(format, files, own);
    const source = before.ids.find((id) => !/(?<!^zone)-x-?\d+y/.test(id)) ?? '';
    expect(source).not.toBe('');
    const without = (id: string): Mapping => {
      const rule: MappingRule = { where: { id }, as: 'none' };
      return { ...own, rules: [rule, ...(own?.rules ?? [])] };
    };
    const after = imported(format, files, without(source));
    expect(after.ids).not.toContain(source);
    expect([...after.ids].length).toBeGreaterThanOrEqual(Math.max(0, before.ids.length - 3));
    expect(after.unused).toEqual(before.unused);
    expect(imported(format, files, without('no such thing')).unused).toHaveLength(1);
  });

  it('of DXF is told of no rule that takes what never becomes an element', () => {
    const own = mapping(
      'rules: [{where: {layer: 家具}, as: none}, {where: {layer: 门, entity: ARC}, as: opening, kind: door}, {where: {layer: 没有的图层名}, as: none}]\n',
    );
    const { unused } = imported('dxf', [at('dxf/guest-house.dxf')], own);
    expect(unused.map(({ message }) => render(message, 'en'))).toEqual(['rule of the mapping that matched nothing: 3']);
  });
});

describe('keys that are taken from the source', () => {
  const rule: MappingRule = {
    where: {},
    as: 'device',
    keys: { height: 2.8 },
    from: { height: ['H', 'HEIGHT'], tilt: ['TILT'], status: ['S'], type: ['T'] },
  };
  const of = (properties: RawFeature['properties'], made: MappingRule = rule) =>
    keysFrom(made, {
      format: 'dxf',
      system: 'metres',
      id: undefined,
      properties,
      shapes: [],
      levels: [],
      origin: { path: 'a.dxf', pointer: '/1F' },
    });

  it('are numbers where the plan has numbers, whatever the source writes', () => {
    expect(of({ H: '3,2', TILT: 20, S: 'Existing', T: 4 })).toEqual({
      keys: { height: 3.2, tilt: 20, status: 'existing', type: '4' },
      unfit: [],
    });
    const door: MappingRule = { where: {}, as: 'opening', kind: 'door', from: { normallyOpen: ['OPEN'] } };
    expect(of({ OPEN: '是' }, door).keys).toEqual({ normallyOpen: true });
  });

  it('are what `keys` says where the source says nothing, or what it can not be', () => {
    expect(of({ H: ' ', HEIGHT: '2.5' }).keys).toEqual({ height: 2.5 });
    expect(of({}).keys).toEqual({ height: 2.8 });
    expect(of({ H: 'high', S: 'new' })).toEqual({
      keys: { height: 2.8 },
      unfit: [
        { property: 'H', value: 'high', key: 'height' },
        { property: 'S', value: 'new', key: 'status' },
      ],
    });
  });

  it('leave to the reader of devices what is more than a value', () => {
    const camera = (DIR: string) => ({
      type: 'Feature',
      properties: { DIR, STATE: 'planned' },
      geometry: { type: 'Point', coordinates: [111, 40] },
    });
    const given = file('a.geojson', { type: 'FeatureCollection', features: [camera('NW')] });
    const made = make([given], {
      mapping: mapping('rules: [{where: {}, as: device, kind: camera, from: {heading: DIR, status: STATE}}]\n'),
    });
    expect(made.building.identified.draft.devices[0].keys).toMatchObject({ heading: 315, status: 'planned' });
    expect(made.building.notes.filter(({ message }) => message.id === 'classify/value')).toEqual([]);
  });

  it('name keys that one value can hold, in the schema', () => {
    const schema: {
      properties: {
        rules: { items: { allOf: readonly { then: { properties: { from: { properties?: object } } } }[] } };
      };
    } = createRequire(import.meta.url)('../../schemas/mapping.schema.json');
    const keys = schema.properties.rules.items.allOf.map(({ then }) =>
      Object.keys(then.properties.from.properties ?? {}),
    );
    expect(keys[3]).toEqual(expect.arrayContaining(['height', 'heading', 'status', 'type']));
    expect(keys[3]).not.toContain('masks');
    expect(keys[1]).toEqual(['height', 'thickness', 'material']);
  });
});
