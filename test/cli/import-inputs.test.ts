import AdmZip from 'adm-zip';
import { describe, expect, it } from 'vitest';
import { dxf, line } from '../import/dxf-support.js';
import { archiveOf } from '../import/imdf-support.js';
import { Folder } from '../support/folder.js';

const ARCHIVE = archiveOf({ units: [{ id: 'hall', category: 'walkway' }] });

function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ARCHIVE).map(([name, value]) => [`${folder}${name}`, JSON.stringify(value)]),
  );
}

function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  const zip = new AdmZip();
  for (const [name, content] of Object.entries(files)) zip.addFile(name, Buffer.from(content));
  return zip.toBuffer();
}

async function imported(files: Readonly<Record<string, string | Uint8Array>>, source: string, lang = 'zh-CN') {
  const folder = new Folder(files);
  const ran = await folder.run(['import', source, '-o', 'out/plan.yaml', '--category', 'school', '--lang', lang]);
  const wrote = folder.io({ out: '', err: '' }).exists('out/plan.yaml');
  return { ...ran, wrote, geometry: wrote ? folder.read('out/plan.geojson') : '' };
}

describe('a building is read', () => {
  it('from a folder, from an archive and from a folder in either alike', async () => {
    const plain = await imported(filesIn('in/'), 'in');
    expect(plain).toMatchObject({ code: 0, wrote: true });
    expect(plain.geometry).toContain('"hall"');
    const others = [
      await imported(filesIn('in/campus/'), 'in'),
      await imported({ 'in.zip': zipped(filesIn('')) }, 'in.zip'),
      await imported({ 'in.zip': zipped(filesIn('campus/imdf/')) }, 'in.zip'),
      await imported({ 'campus.imdf': zipped(filesIn('')) }, 'campus.imdf'),
    ];
    for (const { code, geometry } of others) expect([code, geometry]).toEqual([0, plain.geometry]);
  });

  it('from two archives together', async () => {
    const folder = new Folder({
      'north.zip': zipped(filesIn('')),
      'south.zip': zipped(filesIn('')).map((byte) => byte),
    });
    const ran = await folder.run(['import', 'north.zip', 'south.zip', '-o', 'plan.yaml', '--category', 'school']);
    // The same archive twice has every level twice.
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('不止一个');
    // What is there twice as it is, is there once in the plan.
    expect(ran.err).toContain('只保留“hall”');
    expect(folder.read('plan.geojson').match(/"hall/g)).toHaveLength(2);
  });
});

describe('nothing to read is exit code 3, and nothing is written', () => {
  it.each([
    ['no such file, with what was probably meant', { 'campus.zip': '' }, 'campis.zip', ['不存在', 'campus.zip']],
    ['a broken archive', { 'in.zip': 'PK' }, 'in.zip', ['不是 zip 压缩包']],
    ['an archive of something else', { 'in.zip': zipped({ 'photo.jpg': '' }) }, 'in.zip', ['photo.jpg', '.geojson']],
    ['a folder of something else', { 'in/plan.dwg': '' }, 'in', ['plan.dwg', '.dxf']],
    [
      'an archive with a broken file',
      { 'in.zip': zipped({ ...filesIn(''), 'unit.geojson': '{' }) },
      'in.zip',
      ['in.zip/unit.geojson:1'],
    ],
  ])('%s', async (_, files: Record<string, string | Uint8Array>, source, words) => {
    const { code, err, wrote } = await imported(files, source);
    expect([code, wrote]).toEqual([3, false]);
    for (const word of words) expect(err).toContain(word);
  });

  it.each([
    ['in', 'in'],
    ['in/', 'in'],
  ])('a folder of nothing but an earlier import, given as %s, by its name', async (source, name) => {
    const folder = new Folder(filesIn('campus/'));
    await folder.run(['import', 'campus', '-o', 'in/plan.yaml', '--category', 'school']);
    const before = folder.read('in/plan.geojson');
    const again = (lang: string) => folder.run(['import', source, '-o', 'in/plan.yaml', '--lang', lang]);
    const [zh, en] = [await again('zh-CN'), await again('en')];
    expect([zh.code, en.code, folder.read('in/plan.geojson')]).toEqual([3, 3, before]);
    expect(zh.err).toMatch(new RegExp(`^${name}: 其中只有.*plan\\.geojson.*建筑数据.*请`));
    expect(en.err).toMatch(new RegExp(`^${name}: .*plan\\.geojson.*name the file`));
  });

  it('is said in English too', async () => {
    const { code, err } = await imported({ 'in.zip': 'PK' }, 'in.zip', 'en');
    expect([code, err]).toEqual([3, 'in.zip: this is no zip archive, or it is damaged or not whole.\n']);
  });
});

it('what is said to be IMDF and is not is not read as such', async () => {
  const folder = new Folder({ 'rooms.geojson': '{"type": "FeatureCollection", "features": []}' });
  const ran = await folder.run(['import', 'rooms.geojson', '--from', 'imdf', '-o', 'plan.yaml']);
  expect(ran.code).toBe(3);
  expect(ran.err).toContain('level.geojson');
});

it.each([
  ['plan.dat', '--from'],
  ['plan.rvt', 'DXF（ASCII）'],
  ['plan.pdf', 'DXF（ASCII）'],
  ['points.CSV', 'GeoJSON 的点'],
  ['my rooms.kml', 'ogr2ogr -t_srs EPSG:4326 "my rooms.geojson" "my rooms.kml"'],
])('of %s, which can’t be read, it is said what to do', async (name, said) => {
  const { code, err, wrote } = await imported({ [name]: 'BIM' }, name);
  expect([code, wrote]).toEqual([2, false]);
  expect(err).toContain(said);
});

it('a file given twice, by itself and in its folder too, is refused', async () => {
  const room = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [0.0001, 0],
        [0.0001, 0.0001],
        [0, 0],
      ],
    ],
  };
  const collection = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: room }] };
  const folder = new Folder({ 'in/rooms.geojson': JSON.stringify(collection) });
  for (const sources of [
    ['in/rooms.geojson', './in/rooms.geojson'],
    ['in', 'in/rooms.geojson'],
  ]) {
    const { code, err } = await folder.run(['import', ...sources, '-o', 'plan.yaml']);
    expect([code, err]).toEqual([2, 'sitecam：“in/rooms.geojson”给出了不止一次，每个文件只能导入一次。\n']);
  }
});

describe('GeoJSON that is no source', () => {
  const collection = (more: object) => JSON.stringify({ type: 'FeatureCollection', features: [], ...more });
  const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } });
  it.each([
    ['what an import wrote', collection({ sitecam: { version: 1 }, imported: {} }), '不是建筑数据'],
    [
      'Esri JSON',
      '{"geometryType": "esriGeometryPolygon", "spatialReference": {"wkid": 4547}, "features": []}',
      'Esri JSON',
    ],
    ['Web Mercator', collection(crs('urn:ogc:def:crs:EPSG::3857')), 'Web 墨卡托'],
  ])('%s', async (_, text, said) => {
    const { code, err, wrote } = await imported({ 'a.geojson': text }, 'a.geojson');
    expect([code, wrote]).toEqual([3, false]);
    expect(err).toContain(said);
  });

  it('Web Mercator isn’t metres either', async () => {
    const folder = new Folder({ 'a.geojson': collection(crs('EPSG:3857')), 'm.yaml': 'coordinates: metres\n' });
    const { code, err } = await folder.run(['import', 'a.geojson', '--mapping', 'm.yaml', '-o', 'plan.yaml']);
    expect([code, err]).toEqual([3, expect.stringContaining('Web 墨卡托')]);
  });
});

it('a folder of drawings that the plan was written into is the same building once more', async () => {
  const sides = [[0, 0], [9, 0], [9, 6], [0, 6], [0, 0]] as const; // biome-ignore format: one ring
  const walls = sides.slice(1).map((to, i) => line('WALL', sides[i] ?? to, to));
  const folder = new Folder({ '一层.dxf': dxf({ entities: walls }).bytes });
  const again = ['import', '.', '-o', 'plan.yaml'];
  expect((await folder.run([...again, '--category', 'school'])).err).toContain('楼层1');
  const { code, err } = await folder.run(again);
  expect([code, err.includes('楼层1'), err.includes('缺少来源中的楼层')]).toEqual([0, true, false]);
  expect(err).toContain('逐字节相同');
});
