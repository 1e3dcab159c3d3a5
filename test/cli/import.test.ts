import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import schema from '../../schemas/import-record-1.schema.json' with { type: 'json' };
import { complete } from '../../src/cli/completion/candidates.js';
import { main } from '../../src/cli/main.js';
import { program } from '../../src/cli/program.js';
import { processIo } from '../../src/host/io.js';
import { dxfText, insert, line, polyline } from '../import/dxf-support.js';
import { type Room, rooms } from '../import/imdf-rooms.js';
import { NO_IO } from '../support/io.js';

const OFFICE: Room = { id: 'a', cell: 0, name: 'Office' };
const UNKNOWN: Room = { id: 'u', cell: 2, category: 'quarterdeck' };
const ROOMS: readonly Room[] = [OFFICE, { id: 'b', cell: 1, name: 'Toilet', category: 'restroom' }, UNKNOWN];

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sitecam-import-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs in a folder of its own. */
async function run(...argv: readonly string[]) {
  let [out, err] = ['', ''];
  const io = {
    ...processIo(folder),
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    env: {},
    errIsTerminal: false,
    isTerminal: false,
  };
  const code = await main(argv, io);
  return { code, out, err };
}

/** Writes the source, and gives what to import. */
function source(all: readonly Room[], levels?: readonly string[]): string[] {
  mkdirSync(join(folder, 'source'), { recursive: true });
  for (const { path, bytes } of rooms(all, levels)) writeFileSync(join(folder, 'source', path), bytes);
  return ['source'];
}

const text = (path: string) => readFileSync(join(folder, path), 'utf8');
const put = (path: string, content: string) => writeFileSync(join(folder, path), content);
const there = () =>
  readdirSync(folder)
    .filter((name) => name !== 'source')
    .sort();

describe('a first import', () => {
  test('writes the plan and its geometry, which lint', async () => {
    const { code, err } = await run('import', ...source(ROOMS), '-o', 'plan.yaml', '--category', '学校');
    expect([code, there()]).toEqual([0, ['plan.geojson', 'plan.yaml']]);
    expect(err).toContain('已写出 plan.yaml、plan.geojson');
    expect(err).toContain('sitecam lint plan.yaml');
    expect(text('plan.yaml')).toContain('categories: ["school"]');
    const linted = await run('lint', 'plan.yaml', '--lang', 'en');
    expect(linted.code).toBe(1);
    expect(linted.out).toContain('Zones of unknown use: 1 (u)');
  });

  test('says what is left to do, and nothing else', async () => {
    const all = await run('import', ...source(ROOMS), '-o', 'all.yaml');
    expect(all.err).toContain(
      '下一步：写明场所类别（categories），认定1处区域的用途，写入设备，然后审查  sitecam lint all.yaml\n',
    );
    const some = await run('import', ...source([OFFICE]), '-o', 'some.yaml', '--category', '学校', '--lang', 'en');
    expect(some.err).toContain('Next: write in the devices; then run  sitecam lint some.yaml\n');
    const layer = { type: 'Feature', geometry: { type: 'Point', coordinates: [1, 1] } };
    const camera = { man_made: 'surveillance', 'surveillance:type': 'camera', 'camera:type': 'dome' };
    put('cameras.geojson', JSON.stringify({ type: 'FeatureCollection', features: [{ ...layer, properties: camera }] }));
    const cameras = await run('import', 'cameras.geojson', '-o', 'plan.yaml', '--category', '学校');
    expect(cameras.err).toContain('设计图中既无区域也无墙');
    expect(cameras.err).toContain(
      '下一步：补充1台摄像机的视场角、分辨率和有无拾音，然后审查  sitecam lint plan.yaml\n',
    );
  });

  test('says in English too what it wrote', async () => {
    const { err } = await run('import', ...source(ROOMS), '-o', 'plan.yaml', '--lang', 'en');
    expect(err).toContain('wrote plan.yaml and plan.geojson\n');
  });

  test('says how high it took storeys to be, by the mapping where that says so', async () => {
    const files = source([...ROOMS, { id: 'n', cell: 0, level: 'upper' }], ['ground', 'upper']);
    const { err } = await run('import', ...files, '-o', 'plan.yaml', '--lang', 'en');
    expect(err).toContain("3.6 m each (sitecam's figure)");
    expect(text('plan.yaml')).toContain('elevation: 3.6  # 按每层 3.6 m 假定');
    put('mapping.yaml', 'rules: []\nassume: {storey: 4}\n');
    await run('import', ...files, '-o', 'high.yaml', '--mapping', 'mapping.yaml');
    expect(text('high.yaml')).toContain('elevation: 4  # 按每层 4 m 假定');
  });

  test('writes one file, and only one that isn’t there', async () => {
    const files = source(ROOMS);
    expect((await run('import', ...files, '-o', 'all.geojson', '--category', 'school')).code).toBe(0);
    expect(there()).toEqual(['all.geojson']);
    expect((await run('lint', 'all.geojson', '--fail-on', 'never')).code).toBe(0);
    const before = text('all.geojson');
    const { code, err } = await run('import', ...files, '-o', 'all.geojson');
    expect([code, text('all.geojson')]).toEqual([2, before]);
    expect(err).toContain('“all.geojson”已经存在');
  });

  test('writes one plan to standard output and nothing else there', async () => {
    const { code, out, err } = await run('import', ...source(ROOMS), '-o', '-', '--category', 'school');
    expect([code, there()]).toEqual([0, []]);
    expect(JSON.parse(out)).toMatchObject({ type: 'FeatureCollection', sitecam: { site: { categories: ['school'] } } });
    expect(err).toContain('区域3');
  });

  test('--dry-run writes nothing', async () => {
    const { code, err } = await run('import', ...source(ROOMS), '-o', 'plan.yaml', '--dry-run');
    expect([code, there()]).toEqual([0, []]);
    expect(err).toContain('将写出 plan.yaml、plan.geojson');
  });

  test.each([
    [[], '-o plan.yaml'],
    [['-o', ''], '--output 缺少文件名'],
    [['-o', 'plan.txt'], '应以 .yaml'],
    [['-o', '.'], '是文件夹'],
    [['-o', 'plan.yaml', '--category', 'scool'], '是否指“school”'],
    [['-o', 'plan.yaml', '--category', '三号教学楼'], '是否指“school”（学校）'],
    [['-o', 'plan.yaml', '--category', '娱乐'], '是否指“cultural-entertainment-venue”（文化娱乐场所）'],
    [['-o', 'plan.yaml', '--category', '如意宾馆'], '是否指“hotel”（旅店）'],
    [['-o', 'plan.yaml', '--from', 'imdv'], 'imdf'],
  ])('%j is wrong usage, and nothing is written', async (flags, said) => {
    const { code, err } = await run('import', ...source(ROOMS), ...flags);
    expect([code, there()]).toEqual([2, []]);
    expect(err).toContain(said);
  });

  test('says in Chinese why nothing can be written', async () => {
    put('file', '');
    const { code, err } = await run('import', ...source(ROOMS), '-o', 'file/plan.yaml');
    expect([code, err]).toEqual([2, 'sitecam：无法写入“file/plan.geojson”：路径中有一处是文件，不是文件夹。\n']);
  });

  test('doesn’t write over what it reads', async () => {
    source(ROOMS);
    const before = text('source/unit.geojson');
    const { code, err } = await run('import', 'source/unit.geojson', '-o', 'source/unit.yaml');
    expect([code, text('source/unit.geojson')]).toEqual([2, before]);
    expect(err).toContain('“source/unit.geojson”是要导入的文件');
    expect(err).toContain('例如 -o source/unit-plan.yaml');
  });

  test('in the folder of the source doesn’t read what it wrote', async () => {
    source(ROOMS);
    await run('import', 'source', '-o', 'source/plan.yaml', '--category', 'school');
    const before = text('source/plan.geojson');
    const { code } = await run('import', 'source', '-o', 'source/plan.yaml');
    expect([code, text('source/plan.geojson')]).toEqual([0, before]);
  });

  test('takes no file of geometry that it didn’t write', async () => {
    put('plan.geojson', '{"type": "FeatureCollection", "features": []}');
    const { code, err } = await run('import', ...source(ROOMS), '-o', 'plan.yaml');
    expect([code, there()]).toEqual([2, ['plan.geojson']]);
    expect(err).toContain('没有 imported 标记');
  });
});

describe('a second import', () => {
  const people = (plan: string) =>
    `${plan}# mine\noverrides:\n  u: {kind: office}\n  b: {enclosed: true}\nwaivers:\n  - {rule: coverage/criterion, subject: b, reason: x, by: y, until: "2027-01-01"}\n`;

  beforeEach(async () => {
    await run('import', ...source(ROOMS), '-o', 'plan.yaml', '--category', 'school');
    put('plan.yaml', people(text('plan.yaml')));
  });

  test('of the same source leaves both files as they are', async () => {
    const before = [text('plan.yaml'), text('plan.geojson')];
    const { code, err } = await run('import', ...source(ROOMS), '-o', 'plan.yaml');
    expect([code, text('plan.yaml'), text('plan.geojson')]).toEqual([0, ...before]);
    expect(err).toContain('plan.geojson 逐字节相同，未写');
  });

  test('leaves the people’s file and says what changed and what it still speaks of', async () => {
    const before = text('plan.yaml');
    const edited = [{ ...OFFICE, east: 0.5 }, UNKNOWN, { id: 'n', cell: 9 }];
    const { code, err } = await run('import', ...source(edited), '-o', 'plan.yaml', '--lang', 'en');
    expect([code, text('plan.yaml')]).toEqual([1, before]);
    expect(text('plan.geojson')).toContain('"id":"n"');
    expect(err).toContain('zones: 1 came, 1 went, 1 changed, 1 unchanged\n');
    expect(err).toContain('  came: n (office, F)\n');
    expect(err).toContain("  went: b ('Toilet', restroom, F)\n");
    expect(err).toContain('  changed: a: moved 0.50 m\n');
    const line = before.split('\n').findIndex((one) => one.startsWith('  b: {')) + 1;
    expect(err).toContain(`  plan.yaml:${line}:3  b, in overrides\n`);
    expect(err).toMatch(/plan\.yaml:\d+:\d+ {2}b, in waivers\n/);
    expect(err).toContain('plan.yaml is as it was, and reads with the new geometry.');
    expect(there()).toEqual(['plan.geojson', 'plan.yaml']);
  });

  test('is on record, all of it', async () => {
    const edited = [
      { ...OFFICE, east: 0.5 },
      UNKNOWN,
      ...Array.from({ length: 9 }, (_, n) => ({ id: `n${n}`, cell: 9 + n })),
    ];
    const files = source(edited);
    await run('import', ...files, '-o', 'plan.yaml', '--record', 'r.json', '--dry-run');
    expect(there()).toEqual(['plan.geojson', 'plan.yaml']);
    await run('import', ...files, '-o', 'plan.yaml', '--record', 'r.json');
    const record = JSON.parse(text('r.json'));
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    expect([validate(record), validate.errors]).toEqual([true, null]);
    const { again } = record;
    expect(again.changes.zone).toMatchObject({ went: [{ id: 'b', level: 'F' }], same: 1 });
    expect(again.changes.zone.came).toHaveLength(9);
    expect(again.orphans[0]).toMatchObject({ id: 'b', as: 'override', place: { path: 'plan.yaml', column: 3 } });
    source(ROOMS);
    await run('import', ...files, '-o', 'plan.yaml', '--record', 'r.md');
    expect(text('r.md')).toContain('## 与上次导入相比');
    expect(text('r.md').match(/\| 消失 \|/g)).toHaveLength(9);
  });

  test('writes nothing where its record can’t be written', async () => {
    mkdirSync(join(folder, 'r.json'));
    const { code, err } = await run('import', ...source(ROOMS), '-o', 'other.yaml', '--record', 'r.json');
    expect([code, err.includes('无法写入“r.json”')]).toEqual([2, true]);
    expect(there()).toEqual(['plan.geojson', 'plan.yaml', 'r.json']);
  });

  test('--dry-run says the same and writes nothing', async () => {
    const before = text('plan.geojson');
    const { code, err } = await run('import', ...source(ROOMS.slice(0, 1)), '-o', 'plan.yaml', '--dry-run');
    expect([code, text('plan.geojson')]).toEqual([1, before]);
    expect(err).toContain('区域：消失2，未变1');
  });

  test.each([
    ['no override speaks of it', 'a', 2.5, 0],
    ['within 2 m', 'u', 1.9, 0],
    ['farther', 'u', 2.1, 1],
    ['farther than it is wide', 'u', 40, 1],
  ])(
    'of a room that has moved, %s: exits with 1 only where an override may no longer hold',
    async (_, id, east, code) => {
      const edited = ROOMS.map((room) => (room.id === id ? { ...room, east } : room));
      const before = text('plan.yaml');
      const ran = await run('import', ...source(edited), '-o', 'plan.yaml', '--lang', 'en', '--record', 'r.json');
      expect(ran.code).toBe(code);
      const line = before.split('\n').findIndex((one) => one.startsWith('  u: {')) + 1;
      const said = `  plan.yaml:${line}:3  u, in overrides, moved `;
      expect(ran.err.includes(said)).toBe(code === 1);
      const { displaced } = JSON.parse(text('r.json')).again;
      expect(displaced).toEqual(code === 0 ? [] : [expect.objectContaining({ id: 'u', as: 'override' })]);
    },
  );

  test.each([
    ['of the key that an override replaces', 'kind: office', { id: 'u', cell: 2, category: 'restroom' }, 1],
    ['of another key', 'public: false', { id: 'u', cell: 2, category: 'restroom' }, 0],
    ['to what the override says', 'kind: restroom', { id: 'u', cell: 2, category: 'restroom' }, 0],
    ['of an override that is not filled in', 'kind: "?"', { id: 'u', cell: 2, category: 'restroom' }, 0],
    [
      'of an element that an override leaves out',
      'remove: true, reason: x',
      { id: 'u', cell: 2, category: 'restroom' },
      1,
    ],
  ])('where the drawn use has changed %s: exits with 1 only if the override hides it', async (_, keys, edit, code) => {
    put('plan.yaml', text('plan.yaml').replace('  u: {kind: office}', `  u: {${keys}}`));
    const edited = ROOMS.map((room) => (room.id === 'u' ? { ...room, ...edit, cell: room.cell } : room));
    const ran = await run('import', ...source(edited), '-o', 'plan.yaml', '--lang', 'en', '--record', 'r.json');
    expect(ran.code, ran.err).toBe(code);
    const line =
      text('plan.yaml')
        .split('\n')
        .findIndex((one) => one.startsWith('  u: {')) + 1;
    expect(ran.err.includes(`  plan.yaml:${line}:3  u, in overrides, kind 'other' → 'restroom'`)).toBe(code === 1);
    const record = JSON.parse(text('r.json'));
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    expect([validate(record), validate.errors]).toEqual([true, null]);
    const hidden = { id: 'u', keys: expect.arrayContaining([{ key: 'kind', from: 'other', to: 'restroom' }]) };
    expect(record.again.redrawn).toEqual(code === 0 ? [] : [expect.objectContaining(hidden)]);
  });

  /** Imports an office and a camera as GeoJSON in metres; `overrides` is what people wrote of them before. */
  async function again(overrides: string, room: object, east: number) {
    const put = (properties: object, x: number) => {
      const ring = [[0, 0], [6, 0], [6, 4], [0, 4], [0, 0]]; // biome-ignore format: a ring
      const of = (id: string, own: object, geometry: object) => ({ type: 'Feature', id, properties: own, geometry });
      const features = [
        of('r1', properties, { type: 'Polygon', coordinates: [ring] }),
        of('C1', { kind: 'camera' }, { type: 'Point', coordinates: [x, 1] }),
      ];
      writeFileSync(join(folder, 'a.geojson'), JSON.stringify({ type: 'FeatureCollection', features }));
    };
    writeFileSync(
      join(folder, 'm.yaml'),
      'coordinates: metres\nrules: [{where: {kind: camera}, as: device, kind: camera}, {where: {}, as: zone}]\n',
    );
    put({ kind: 'office', name: '办公室' }, 1);
    await run('import', 'a.geojson', '--mapping', 'm.yaml', '-o', 'p.yaml', '--category', 'school');
    writeFileSync(join(folder, 'p.yaml'), `${text('p.yaml')}overrides:\n${overrides}`);
    put({ kind: 'office', name: '办公室', ...room }, east);
    const ran = await run('import', 'a.geojson', '--mapping', 'm.yaml', '-o', 'p.yaml', '--lang', 'en', '--record', 'r.json'); // biome-ignore format: one command
    return { ...ran, again: JSON.parse(text('r.json')).again };
  }

  test.each([
    ['{at: [1.2, 1]}', 2.8, 1.8],
    ['{at: [1.2, 1]}', 1.06, 0.06],
    ['{at: [1.2, 1]}', 1.04, undefined],
    ['{height: 3}', 2.8, undefined],
  ])(
    'where overrides state %s and the drawn device has moved to %s: exits with 1 if that is hidden',
    async (keys, east, by) => {
      const ran = await again(`  C1: ${keys}\n`, {}, east);
      expect(ran.code, ran.err).toBe(by === undefined ? 0 : 1);
      expect(ran.again.displaced).toEqual(by === undefined ? [] : [expect.objectContaining({ id: 'C1', by })]);
    },
  );

  test.each([
    ['kindConfirmed: {reason: x, by: y}', { kind: 'other', name: '休息室' }, ['kind', 'name']],
    ['kindConfirmed: {reason: x, by: y}', { name: '休息室' }, ['name']],
    ['kind: office, kindConfirmed: {reason: x, by: y}', { name: '办公室二' }, ['name']],
    ['name: 休息室, kindConfirmed: {reason: x, by: y}', { name: '休息室' }, []],
    ['kindConfirmed: {reason: x, by: y}', {}, []],
    ['public: false', { kind: 'other', name: '休息室' }, []],
  ])('where overrides state {%s} and the room is drawn as %j: lists %j as hidden', async (keys, room, hidden) => {
    const ran = await again(`  r1: {${keys}}\n`, room, 1);
    expect(ran.code, ran.err).toBe(hidden.length === 0 ? 0 : 1);
    const listed = ran.again.redrawn.flatMap((one: { readonly keys: readonly { readonly key: string }[] }) =>
      one.keys.map(({ key }) => key).filter((key) => key !== 'kindUnknown'),
    );
    expect(listed).toEqual(hidden);
  });

  test('tells what has vanished each time until the plan no longer speaks of it', async () => {
    const files = source(ROOMS.filter(({ id }) => id !== 'u'));
    for (const _ of [1, 2, 3]) {
      const { code, err } = await run('import', ...files, '-o', 'plan.yaml', '--lang', 'en');
      expect([code, err.includes('u, in overrides')]).toEqual([1, true]);
    }
    put('plan.yaml', text('plan.yaml').replace('  u: {kind: office}\n', ''));
    expect((await run('import', ...files, '-o', 'plan.yaml')).code).toBe(0);
  });

  test('says which levels to add', async () => {
    const files = source([...ROOMS, { id: 'n', cell: 0, level: 'upper' }], ['ground', 'upper']);
    const { err } = await run('import', ...files, '-o', 'plan.yaml');
    expect(err).toContain('plan.yaml 缺少来源中的楼层，请在 levels 下加入：\n  - id: "F-2"\n    elevation: 3.6');
    const added = /加入：\n((?: {2}.*\n)+)/.exec(err)?.[1] ?? '';
    put('plan.yaml', text('plan.yaml').replace(/^levels:\n/m, `levels:\n${added}`));
    const linted = await run('lint', 'plan.yaml', '--lang', 'en');
    expect(linted.out).not.toContain('unknown-reference');
  });

  test('says which types of devices to add', async () => {
    const blocks = { 'SXJ-QJ': [line('0', [-0.1, 0], [0.1, 0])] };
    const room = polyline('ROOM', [[0, 0], [6, 0], [6, 4], [0, 4]]); // biome-ignore format: a ring
    put('1F.dxf', dxfText({ blocks, entities: [room] }));
    await run('import', '1F.dxf', '-o', 'other.yaml');
    put('1F.dxf', dxfText({ blocks, entities: [room, insert('安防', 'SXJ-QJ', [1, 1])] }));
    const { err } = await run('import', '1F.dxf', '-o', 'other.yaml');
    expect(err).toContain('请在 deviceTypes 下加入，并写明参数：\n  "SXJ-QJ": {kind: camera}\n');
    put('other.yaml', `${text('other.yaml')}deviceTypes:\n  "SXJ-QJ": {kind: camera}\n`);
    expect((await run('import', '1F.dxf', '-o', 'other.yaml')).err).not.toContain('deviceTypes');
  });

  test('exits with 1 where the plan doesn’t read, and says where', async () => {
    put('plan.yaml', text('plan.yaml').replace('{kind: office}', '{kind: office, heading: 3}'));
    const { code, err } = await run('import', ...source(ROOMS), '-o', 'plan.yaml');
    expect(code).toBe(1);
    expect(err).toMatch(/plan\.yaml:\d+:\d+: .*heading/);
  });

  test('touches nothing of a plan that is no YAML', async () => {
    put('plan.yaml', 'a: [');
    const before = text('plan.geojson');
    const { code, err } = await run('import', ...source(ROOMS.slice(1)), '-o', 'plan.yaml');
    expect([code, text('plan.geojson')]).toEqual([3, before]);
    expect(err).toContain('plan.yaml:1:');
  });

  test('touches nothing beside a plan that has its geometry elsewhere', async () => {
    put('plan.yaml', text('plan.yaml').replace('geometry: "plan.geojson"', 'geometry: other.geojson'));
    const before = text('plan.geojson');
    const { code, err } = await run('import', ...source(ROOMS.slice(1)), '-o', 'plan.yaml');
    expect([code, text('plan.geojson')]).toEqual([2, before]);
    expect(err).toContain('没有楼层引用“plan.geojson”');
  });

  test('overwrites no geometry that somebody took over', async () => {
    put('plan.geojson', text('plan.geojson').replace('"imported"', '"mine"'));
    const before = text('plan.geojson');
    const { code } = await run('import', ...source(ROOMS.slice(1)), '-o', 'plan.yaml');
    expect([code, text('plan.geojson')]).toEqual([2, before]);
  });

  test('a category is the people’s to write', async () => {
    const { err } = await run('import', ...source(ROOMS), '-o', 'plan.yaml', '--category', 'hotel');
    expect(err).toContain('--category 未采用');
  });

  test('writes the geometry anew where it is gone', async () => {
    rmSync(join(folder, 'plan.geojson'));
    const { code, err } = await run('import', ...source(ROOMS), '-o', 'plan.yaml');
    expect([code, there()]).toEqual([0, ['plan.geojson', 'plan.yaml']]);
    expect(err).toContain('没有可以比较的上次导入');
  });
});

test('completion knows the formats and the categories', async () => {
  const words = async (option: string) => {
    const { candidates } = await complete(
      program(NO_IO, 'zh-CN', () => {}),
      ['import', 'x', option, ''],
      'zh-CN',
    );
    return candidates.map(({ value }) => value);
  };
  expect(await words('--from')).toEqual(['imdf', 'osm', 'geojson', 'dxf', 'ifc']);
  expect(await words('--category')).toContain('school');
});
