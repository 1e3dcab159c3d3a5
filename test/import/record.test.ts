import { Ajv } from 'ajv';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import schema from '../../schemas/import-record-1.schema.json' with { type: 'json' };
import { displayWidth } from '../../src/i18n/width.js';
import { importBuilding } from '../../src/import/import.js';
import { type Note, SORTS } from '../../src/import/notes.js';
import { recordDocument } from '../../src/import/record/document.js';
import { recordJson } from '../../src/import/record/json.js';
import { type ImportRecord, recordOf } from '../../src/import/record/record.js';
import { summaryDocument } from '../../src/import/record/summary.js';
import { t } from '../../src/import/repair/texts.js';
import type { InputFile } from '../../src/import/types.js';
import { writeMarkdown } from '../../src/render/writers/markdown.js';
import { writePlain } from '../../src/render/writers/plain.js';
import { Folder } from '../support/folder.js';
import { dxf, polyline } from './dxf-support.js';
import { dataFiles, file, hasData, pack } from './support.js';

const at = (x: number, y: number) => [111.7 + x * 1e-5, 40.8 + y * 1e-5];
const ring = (...points: number[][]) => [...points, points[0]];

/** An IMDF folder, one feature a line, with an unclosed room, a room of no area and a door beside its wall. */
function imdf(): InputFile[] {
  const level_id = 'ground|floor';
  const feature = (id: string, geometry: unknown, properties: object) =>
    JSON.stringify({ type: 'Feature', id, geometry, properties: { ...properties, level_id } });
  const polygon = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings });
  const collection = (...features: string[]) =>
    `{"type": "FeatureCollection", "features": [\n${features.join(',\n')}\n]}\n`;
  const units = [
    feature('hall', polygon(ring(at(0, 0), at(100, 0), at(100, 20), at(0, 20))), { category: 'walkway' }),
    feature('wc', polygon([at(0, 20), at(40, 20), at(40, 60), at(0, 60)]), { category: 'restroom.female' }),
    feature('flat', polygon(ring(at(0, 0), at(5, 0), at(9, 0))), { category: 'office' }),
    feature('desk', polygon(ring(at(40, 20), at(100, 20), at(100, 60), at(40, 60))), { category: 'quarterdeck' }),
  ];
  const doors = Array.from({ length: 7 }, (_, n) =>
    feature(`d ${n}`, { type: 'LineString', coordinates: [at(10 * n + 1, 20.03), at(10 * n + 6, 20.03)] }, {}),
  );
  const level = JSON.stringify({
    type: 'Feature',
    id: level_id,
    geometry: null,
    properties: { ordinal: 0, short_name: { en: 'G' } },
  });
  return [
    file('imdf/level.geojson', collection(level)),
    file('imdf/unit.geojson', collection(...units)),
    file('imdf/opening.geojson', collection(...doors)),
  ];
}

function recorded(files: readonly InputFile[], strict = false): ImportRecord {
  const imported = importBuilding([{ format: 'imdf', files }], { mapping: undefined, pack, strict });
  if (!imported.ok) throw new Error('unreadable');
  return recordOf(imported.building, { plan: 'plan.yaml', geometry: 'plan.geojson', files, strict });
}

const record = recorded(imdf());

describe('the record', () => {
  it('lists everything by sort, with line and column in the source, level, place and size', () => {
    const sorts = record.entries.map(({ sort }) => SORTS.indexOf(sort));
    expect(sorts).toEqual(sorts.toSorted((a, b) => a - b));
    expect(record.entries[0]).toMatchObject({
      sort: 'refused',
      message: 'repair/no-area',
      place: { path: 'imdf/unit.geojson', pointer: '/features/2', line: 4, column: 1 },
      level: 'G',
      ids: [{ source: 'flat', plan: 'flat' }],
    });
    const unclosed = record.entries.find(({ message }) => message === 'repair/unclosed');
    expect(unclosed).toMatchObject({ sort: 'mended', place: { path: 'imdf/unit.geojson', line: 3, column: 1 } });
    // 40 · 1e-5° of latitude.
    expect(unclosed?.size).toBeCloseTo(44.4, 0);
    const moved = record.entries.filter(({ message }) => message === 'repair/opening-moved');
    expect(moved).toHaveLength(7);
    expect(moved[3]).toMatchObject({
      place: { path: 'imdf/opening.geojson', line: 5, column: 1 },
      ids: [{ source: 'd 3', plan: 'd-3' }],
    });
  });

  it('counts what says the same of different things, with the largest size', () => {
    const total = record.totals.find(({ message }) => message === 'repair/opening-moved');
    expect(total).toMatchObject({ sort: 'mended', count: 7, text: { zh: '门窗洞口“…”距墙…（移至墙上）' } });
    expect(total?.largest).toBe(
      Math.max(...record.entries.flatMap(({ message, size = 0 }) => (message === total?.message ? [size] : []))),
    );
    const counted = record.totals.reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(record.entries.reduce((sum, { count }) => sum + count, 0));
  });

  it('has every id of the source, and what became of it', () => {
    expect(record.ids.map(({ element, level, source, plan }) => [element, level, source, plan])).toEqual([
      ['level', undefined, 'ground|floor', 'G'],
      ...['hall', 'wc', 'flat', 'desk'].map((id) => ['zone', 'G', id, id]),
      ...[0, 1, 2, 3, 4, 5, 6].map((n) => ['opening', 'G', `d ${n}`, `d-${n}`]),
    ]);
  });

  it('with --strict refuses what would be mended, at the same places and of the same sizes', () => {
    const strict = recorded(imdf(), true);
    expect(strict.entries.some(({ sort }) => sort === 'mended')).toBe(false);
    const plain = ({ message, size, place }: ImportRecord['entries'][number]) => [message, size, place?.line];
    const sorted = (entries: ImportRecord['entries']) => entries.map(plain).map(String).sort();
    expect(sorted(strict.entries)).toEqual(sorted(record.entries));
  });
});

describe('a drawing whose name no id can have', () => {
  const box = (x0: number, y0: number, x1: number, y1: number) =>
    polyline('WALL', [
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1],
    ]);
  /** A wall across the floor, with a gap in it and no door. */
  const parting = (x: number) => [box(x, 0.2, x + 0.2, 1.5), box(x, 2.4, x + 0.2, 4)];
  const outer = [box(0, 0, 12.2, 0.2), box(0, 4, 12.2, 4.2), box(0, 0.2, 0.2, 4), box(12, 0.2, 12.2, 4)];
  const files = [dxf({ entities: [...outer, ...parting(4), ...parting(8)] }, '1F plan.dxf')];
  const imported = importBuilding([{ format: 'dxf', files }], { mapping: undefined, pack, strict: false });
  if (!imported.ok) throw new Error('unreadable');
  const { entries, totals } = recordOf(imported.building, { plan: 'a', geometry: 'b', files, strict: false });

  it('says the ids of the plan in its sentences', () => {
    const unsure = entries.filter(({ message }) => message === 'bodies/unsure');
    expect(unsure.map(({ text }) => text.en.split(':')[0]).sort()).toEqual([
      "'1F-plan-gap-x41y20'",
      "'1F-plan-gap-x81y20'",
    ]);
    expect(unsure.flatMap(({ ids }) => ids)).toContainEqual({
      source: '1F plan-gap-x41y20',
      plan: '1F-plan-gap-x41y20',
    });
  });

  it('has a text for every total', () => {
    expect(totals.filter(({ text, message }) => text.en === message)).toEqual([]);
  });
});

describe('rooms of one number on two storeys', () => {
  const box = (x: number, y: number, w: number) => [[x, y], [x + w, y], [x + w, y + 3], [x, y + 3], [x, y]]; // biome-ignore format: a ring
  const rooms = (...all: readonly (readonly [id: string, ring: number[][]])[]) =>
    all.map(([id, line]) => ({ type: 'Feature', id, properties: { kind: 'office' }, geometry: { type: 'Polygon', coordinates: [line] } })); // biome-ignore format: a feature
  const textsOf = (message: string, ...floors: readonly (readonly object[])[]) => {
    const files = floors.map((features, i) => file(`${i + 1}F.geojson`, { type: 'FeatureCollection', features }));
    const imported = importBuilding([{ format: 'geojson', files }], {
      mapping: { coordinates: 'metres', rules: [] },
      pack,
      strict: false,
    });
    if (!imported.ok) throw new Error('unreadable');
    const { entries } = recordOf(imported.building, { plan: 'a', geometry: 'b', files, strict: false });
    return entries.flatMap((entry) => (entry.message === message ? [[entry.text.zh, entry.ids]] : []));
  };

  it('keep the figures of a sentence, though one is spelled like an id', () => {
    const [first, ...rest] = box(0, 0, 4);
    const twice = [first, first, first, ...rest];
    expect(textsOf('repair/repeated-points', rooms(['2', box(0, 0, 5)]), rooms(['2', twice]))).toEqual([
      [expect.stringMatching(/^“2-2”有2个点与前一点重复/), [{ source: '2', plan: '2-2' }]],
    ]);
  });

  it('are not both called as one of them is in the plan', () => {
    const [here, there] = [rooms(['3', box(0, 0, 4)]), rooms(['3', box(0, 0, 4)])];
    const unsure = { source: '3', plan: undefined };
    expect(textsOf('repair/repeated-elsewhere', here, there)).toEqual([
      ['“3”与另一楼层的“3”几何相同：按上下层相同处理，均予保留', [unsure, unsure]],
    ]);
  });
});

describe('a geometry of several shapes', () => {
  const ground = (x: number) => [ring(at(x, 0), at(x + 5, 0), at(x + 5, 5), at(x, 5))];
  const several = (...xs: readonly number[]) => ({ type: 'MultiPolygon', coordinates: xs.map(ground) });
  const unit = (id: string, geometry: object) => ({
    type: 'Feature',
    id,
    geometry,
    properties: { category: 'office', level_id: 'L' },
  });
  const files = [
    file('level.geojson', {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', id: 'L', geometry: null, properties: { ordinal: 0 } }],
    }),
    file('unit.geojson', {
      type: 'FeatureCollection',
      features: [unit('a', several(0)), unit('b', several(10)), unit('c', several(20, 30))],
    }),
  ];

  it('is on record: of one as that shape, of several as elements of their own', () => {
    const { entries, ids } = recorded(files);
    const found = entries.filter(({ message }) => message.startsWith('read/multi'));
    expect(found.map(({ sort, message, count }) => [sort, message, count])).toEqual([
      ['mended', 'read/multi-of-one', 2],
      ['mended', 'read/multi', 1],
    ]);
    expect(ids.filter(({ element }) => element === 'zone').map(({ plan }) => plan)).toEqual(['a', 'b', 'c-1', 'c-2']);
    expect(recorded(files, true).entries.filter(({ sort }) => sort === 'mended')).toEqual([]);
  });
});

describe('as JSON', () => {
  const validate = new Ajv({ allErrors: true, strict: true }).compile(schema);
  const value = JSON.parse(recordJson(record, '1.2.3'));

  it('is as its schema says', () => {
    validate(value);
    expect(validate.errors).toBeNull();
    expect(validate({ ...value, entries: [{ sort: 'mended' }] })).toBe(false);
    expect(value.tool).toEqual({ name: 'sitecam', version: '1.2.3' });
  });

  it('every property is in the schema', () => {
    const names = new Set<string>();
    JSON.stringify(schema, (key, inner) => {
      if (key === 'properties') for (const name of Object.keys(inner)) names.add(name);
      return inner;
    });
    const missing = new Set<string>();
    JSON.stringify(value, (key, inner) => {
      if (key !== '' && !/^\d+$/.test(key) && !names.has(key)) missing.add(key);
      return inner;
    });
    expect([...missing]).toEqual([]);
  });
});

describe('as Markdown', () => {
  it.each(['zh-CN', 'en'] as const)('is a document with all of it, in %s', (locale) => {
    const html = micromark(writeMarkdown([recordDocument(record, '1.2.3')], { locale }), {
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
      allowDangerousHtml: true,
    });
    const rows = html.match(/<tr>/g)?.length ?? 0;
    const tables = html.match(/<table>/g)?.length ?? 0;
    const { totals, entries, ids, sources } = record;
    // Five limits, four lines of head, and each table's own head.
    expect(rows).toBe(totals.length + entries.length + ids.length + sources.length + 5 + 4 + tables);
    expect(html.replaceAll('<!-- -->', '')).toContain('imdf/unit.geojson:3:1');
    expect(html).toContain('ground|floor');
    expect(html).not.toMatch(/undefined|NaN|\[object/);
  });

  it('says in Chinese what a mend may never do', () => {
    expect(writeMarkdown([recordDocument(record, '1.2.3')], { locale: 'zh-CN' })).toContain(
      '不因裁去重叠、合拢缝隙而缩小',
    );
  });
});

describe('on a terminal', () => {
  it('says the gravest first, the first few of each, and how many more there are', () => {
    const text = writePlain([summaryDocument(record, undefined)], { locale: 'en' });
    const lines = text.split('\n');
    expect(lines[0]).toBe('levels: 1, zones: 4, walls: 0, openings: 7, devices: 0');
    expect(lines[1]).toBe('refused: 1');
    expect(lines.filter((line) => line.includes('lies 0.0'))).toHaveLength(3);
    expect(text).toContain('… and 4 more: --record FILE');
    expect(writePlain([summaryDocument(record, 'r.md')], { locale: 'zh-CN' })).toContain('……另有4项，见 r.md');
  });

  it('stands in columns', () => {
    const lines = writePlain([summaryDocument(record, undefined)], { locale: 'zh-CN' }).split('\n');
    const starts = lines.flatMap((line) => {
      const found = /^( {2}imdf\/\S+ +G +)“|^( {2}imdf\/\S+ +G +)门窗/.exec(line);
      return found === null ? [] : [displayWidth(found[1] ?? found[2])];
    });
    expect(starts.length).toBeGreaterThan(3);
    const mended = starts.slice(1);
    expect(new Set(mended).size).toBe(1);
  });

  it('nothing to tell is nothing said but the counts', () => {
    const summary = summaryDocument({ ...record, entries: [], strict: true }, undefined);
    expect(writePlain([summary], { locale: 'en' })).toMatch(/^levels: .*\n$/);
  });

  it('what a source says can move no cursor', () => {
    const note: Note = { sort: 'refused', message: t.crossing({ id: '\u001b[2Jx\u202e' }) };
    const imported = importBuilding([{ format: 'imdf', files: imdf() }], { mapping: undefined, pack, strict: false });
    if (!imported.ok) throw new Error('unreadable');
    const building = { ...imported.building, notes: [note] };
    const hostile = recordOf(building, { plan: 'p', geometry: 'g', files: [], strict: false });
    expect(writePlain([summaryDocument(hostile, undefined)], { locale: 'en' })).not.toMatch(/\u001b|\u202e/);
  });
});

describe('--record', () => {
  const folder = () => new Folder(Object.fromEntries(imdf().map(({ path, bytes }) => [path, bytes])));

  it('writes Markdown or JSON by the ending of the name', async () => {
    const here = folder();
    const ran = await here.run(['import', 'imdf', '-o', 'plan.yaml', '--record', 'out.md']);
    expect(ran.code).toBe(1);
    expect(here.read('out.md')).toMatch(/^# 建筑数据导入记录\n/);
    expect(ran.err).toContain('见 out.md');
    await here.run(['import', 'imdf', '-o', 'other.yaml', '--record', 'out.JSON', '--strict']);
    const json = JSON.parse(here.read('out.JSON'));
    expect(json).toMatchObject({ version: 1, plan: 'other.yaml', strict: true, counts: { zones: 4, openings: 7 } });
    const english = await here.run(['import', 'imdf', '-o', 'third.yaml', '--record', 'en.md', '--lang', 'en']);
    expect(english.code).toBe(1);
    expect(here.read('en.md')).toMatch(/^# Record of an import\n/);
  });

  it('with --strict writes the geometry as it came, but for rings, which are closed in every GeoJSON', async () => {
    const here = folder();
    expect((await here.run(['import', 'imdf', '-o', 'strict.yaml', '--strict'])).code).toBe(1);
    expect((await here.run(['import', 'imdf', '-o', 'mended.yaml'])).code).toBe(1);
    const features = (name: string): { id: string; geometry: { coordinates: number[][] & number[][][] } | null }[] =>
      JSON.parse(here.read(name)).features;
    const of = (name: string, id: string) => features(name).find((one) => one.id === id)?.geometry;
    const [door, same] = [of('strict.geojson', 'd 0'), of('mended.geojson', 'd 0')];
    expect(door?.coordinates[0][1]).toBeCloseTo(at(1, 20.03)[1], 8);
    expect(same?.coordinates[0][1]).toBeCloseTo(at(1, 20)[1], 8);
    const [wc] = of('strict.geojson', 'wc')?.coordinates ?? [];
    expect(wc).toHaveLength(5);
    expect(wc[4]).toEqual(wc[0]);
    expect(of('strict.geojson', 'flat')).toBeNull();
  });

  it('of a second import is as the schema says too', async () => {
    const here = folder();
    await here.run(['import', 'imdf', '-o', 'plan.yaml', '--category', 'school']);
    const units = here.read('imdf/unit.geojson');
    here.write({ 'imdf/unit.geojson': units.replace('"id":"desk"', '"id":"bench"').replace('walkway', 'office') });
    await here.run(['import', 'imdf', '-o', 'plan.yaml', '--category', 'school', '--record', 'second.json']);
    const value = JSON.parse(here.read('second.json'));
    expect(value.again.changes.zone.changed.length + value.again.changes.zone.came.length).toBeGreaterThan(0);
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
    validate(value);
    expect(validate.errors).toBeNull();
    expect(validate({ ...value, again: { ...value.again, changes: { zone: {} } } })).toBe(false);
  });

  it('refuses another ending before anything is written', async () => {
    const here = folder();
    const ran = await here.run(['import', 'imdf', '-o', 'plan.yaml', '--record', 'out.txt']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('.md');
    expect(ran.err).toContain('.json');
    expect(() => here.read('plan.yaml')).toThrow();
    expect(() => here.read('out.txt')).toThrow();
  });

  it('takes the place of no file that was read', async () => {
    const here = folder();
    const before = here.read('imdf/unit.geojson');
    here.write({ 'imdf/unit.json': 'x' });
    const ran = await here.run([
      'import',
      'imdf/unit.geojson',
      '-o',
      'plan.yaml',
      '--from',
      'geojson',
      '--record',
      'plan.json',
    ]);
    expect(ran.code).not.toBe(70);
    expect(here.read('imdf/unit.geojson')).toBe(before);
  });
});

// A function, not skipIf: what it reads would be read even where it is skipped.
(hasData('imdf-spbstu-campus') ? describe : describe.skip)('a real university', () => {
  if (!hasData('imdf-spbstu-campus')) return it('is not here', () => undefined);
  const files = dataFiles('imdf-spbstu-campus');
  const campus = recorded(files);
  const counted = (message: string) => campus.totals.filter((total) => total.message === message);

  it('every repeated geometry is on record with the ids of both, and two doors that lie off their wall', () => {
    const repeated = campus.entries.filter(({ message }) => message === 'repair/repeated-elsewhere');
    const of = (name: string) => repeated.filter(({ place }) => place?.path === `${name}.geojson`);
    // By points in any order of walking: three units more than those whose coordinates stand in the same order.
    expect([of('unit').length, of('opening').length]).toEqual([104, 114]);
    for (const { ids } of repeated) {
      expect(ids).toHaveLength(2);
      for (const { plan } of ids) expect(campus.ids.map((pair) => pair.plan)).toContain(plan);
    }
    expect(counted('repair/opening-off')).toMatchObject([{ sort: 'refused', count: 2 }]);
    expect(counted('repair/winding')).toMatchObject([{ sort: 'mended', count: 439 }]);
  });

  it('nothing is moved by more than 5 cm, and nothing wider is cut', () => {
    for (const { sort, message, largest = 0 } of campus.totals) {
      if (sort === 'mended' && message !== 'repair/spike') expect(largest).toBeLessThanOrEqual(0.05);
    }
  });

  it('is as its schema says', () => {
    const validate = new Ajv({ allErrors: true }).compile(schema);
    validate(JSON.parse(recordJson(campus, '1')));
    expect(validate.errors).toBeNull();
  });
});
