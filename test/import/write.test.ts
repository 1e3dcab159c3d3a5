import { describe, expect, test } from 'vitest';
import { importBuilding } from '../../src/import/import.js';
import { MOST_LISTED } from '../../src/import/write/plan-file.js';
import { write, writeGeoJson } from '../../src/import/write/write.js';
import { readPlan } from '../../src/plan/read/read.js';
import { type Room, rooms } from './imdf-rooms.js';
import { pack } from './support.js';

const OPTIONS = { name: '场所', geometry: 'plan.geojson', from: ['a.geojson', 'b\n# sitecam: 2'], pack };

function buildingOf(all: readonly Room[], levels?: readonly string[]) {
  const imported = importBuilding([{ format: 'imdf', files: rooms(all, levels) }], {
    mapping: undefined,
    pack,
    strict: false,
  });
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
  return imported.building;
}

function read(files: Readonly<Record<string, string>>) {
  const bytes = (path: string) => (Object.hasOwn(files, path) ? new TextEncoder().encode(files[path]) : undefined);
  return readPlan(Object.keys(files)[0] ?? '', bytes, { pack });
}

function siteOf(files: Readonly<Record<string, string>>) {
  const result = read(files);
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result.site;
}

const ROOMS: readonly Room[] = [
  { id: 'a', cell: 0, name: 'Office', category: 'office' },
  { id: 'u "1"', cell: 1, category: 'quarterdeck', name: 'Deck #1' },
];

describe('the plan that people edit', () => {
  test('reads as it is, with its geometry beside it', () => {
    const { plan, geometry } = write(buildingOf(ROOMS), { ...OPTIONS, category: 'school', schema: './s.json' });
    const site = siteOf({ 'plan.yaml': plan, 'plan.geojson': geometry });
    expect(site.faults).toEqual([]);
    expect(site.name).toBe('场所');
    expect(site.levels.map(({ zones }) => zones.map(({ id, kindUnknown }) => [id, kindUnknown]))).toEqual([
      [
        ['a', undefined],
        ['u-"1"', 'quarterdeck'],
      ],
    ]);
    expect(plan).toMatch(/^# yaml-language-server: \$schema=\.\/s\.json\n/);
    expect(plan).toContain('categories: ["school"]      # 学校 / School');
  });

  test('without a category it names them all, and asks for one when read', () => {
    const { plan, geometry } = write(buildingOf(ROOMS), { ...OPTIONS, category: undefined });
    for (const { id, name } of pack.categories) expect(plan).toContain(`${id} ${name.zh}`);
    expect(plan.split('\n').every((line) => line.length < 140)).toBe(true);
    expect(read({ 'plan.yaml': plan, 'plan.geojson': geometry })).toMatchObject({
      ok: false,
      unreadable: [{ place: { pointer: '/site/categories' } }],
    });
  });

  test('every comment that is to be filled in is YAML once the # is gone', () => {
    const { plan, geometry } = write(buildingOf(ROOMS), { ...OPTIONS, category: 'school' });
    const filled = plan
      .replace(/^( *)# (devices:| {2}- \{id: C1.*|deviceTypes:| {2}dome: .*|overrides:| {2}".*: \{kind: .*)$/gm, '$1$2')
      .replace('{kind: "?"}', '{kind: office}');
    const site = siteOf({ 'plan.yaml': filled, 'plan.geojson': geometry });
    expect(site.faults).toEqual([]);
    expect(site.levels[0]?.devices).toMatchObject([{ id: 'C1', zones: ['a'], audio: 'none' }]);
    expect(site.overrides).toMatchObject([{ id: 'u-"1"', key: 'kind', to: 'office', unknown: 'quarterdeck' }]);
  });

  test('a kind that was left at ? leaves its room of unknown use, which passes nothing, and nothing else open', () => {
    const { plan, geometry } = write(buildingOf(ROOMS), { ...OPTIONS, category: 'school' });
    const left = plan.replace(/^# (overrides:| {2}".*: \{kind: .*)$/gm, '$1');
    const site = siteOf({ 'plan.yaml': left, 'plan.geojson': geometry });
    expect(site.faults).toEqual([]);
    expect(site.levels[0]?.zones.find(({ id }) => id === 'u-"1"')).toMatchObject({
      kind: 'other',
      kindUnknown: 'quarterdeck',
    });
  });

  test('lists so many zones of unknown use and counts the rest', () => {
    const many = Array.from(
      { length: MOST_LISTED + 3 },
      (_, cell): Room => ({ id: `u${cell}`, cell, category: 'deck' }),
    );
    const { plan } = write(buildingOf(many), { ...OPTIONS, category: 'school' });
    expect(plan.match(/\{kind: "\?"\}/g)).toHaveLength(MOST_LISTED);
    expect(plan).toContain('其余3处');
  });

  test('says which elevations are assumed', () => {
    const { plan } = write(buildingOf(ROOMS, ['ground', 'upper']), { ...OPTIONS, category: 'school' });
    expect(plan).toMatch(/elevation: 3\.6 {2}# 按每层 3\.6 m 假定/);
  });

  test('nothing of the source can end a comment or a text', () => {
    const hostile = 'x"\n  bad: true\u2028# \u0085y: [';
    const building = buildingOf([{ id: 'u', cell: 0, category: hostile, name: hostile }]);
    const { plan, geometry } = write({ ...building, name: hostile }, { ...OPTIONS, category: 'school' });
    expect(siteOf({ 'plan.yaml': plan, 'plan.geojson': geometry }).name).toBe(hostile);
  });
});

test('one file: the same site as the two', () => {
  const building = buildingOf(ROOMS, ['ground', 'upper']);
  const { plan, geometry } = write(building, { ...OPTIONS, category: 'school' });
  const whole = siteOf({ 'plan.geojson': writeGeoJson(building, { ...OPTIONS, category: 'school' }) });
  const two = siteOf({ 'plan.yaml': plan, 'plan.geojson': geometry });
  const essence = ({ name, categories, levels, faults, origin }: typeof two) =>
    JSON.stringify(
      { name, categories: categories.map(({ id }) => id), levels, faults, origin },
      (key, value: unknown) => (key === 'place' ? undefined : value),
    );
  expect(essence(whole)).toBe(essence(two));
});
