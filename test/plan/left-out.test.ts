import { describe, expect, test } from 'vitest';
import { compose } from '../../src/law/compose.js';
import { loadPack } from '../../src/law/load.js';
import type { Site } from '../../src/plan/model.js';
import { readPlan } from '../../src/plan/read/read.js';
import { HEAD, levelOf, levelSite, pack, reading, siteOf } from './support.js';

const LINES = `ceiling: 3
zones:
  - {id: hall, kind: corridor, rect: [0, 0, 12, 2]}
  - {id: hall-2, kind: corridor, rect: [0, 0, 12, 2]}
  - {id: store, kind: store, rect: [0, 2, 6, 4]}
walls:
  - {id: W1, line: [[3, 0], [3, 2]]}
  - {id: W2, line: [[9, 0], [9, 2]]}
openings:
  - {id: lost, kind: door, line: [[20, 20], [21, 20]]}
  - {id: d1, kind: door, line: [[1, 2], [2, 2]]}
devices:
  - {id: C1, kind: camera, at: [1, 1]}
  - {id: C2, kind: camera, at: [6, 1]}
signs:
  - {id: S1, at: [0, 1]}
  - {id: S2, at: [11, 1]}
`;

const idsOf = (site: Site) => {
  const { zones, walls, openings, devices, signs } = levelOf(site);
  return [zones, walls, openings, devices, signs].map((list) => list.map(({ id }) => id));
};
const removing = (...ids: string[]) =>
  `overrides: {${ids.map((id) => `${id}: {remove: true, reason: 图中重复绘制}`).join(', ')}}\n`;
const without = (lines: string, ...ids: string[]) =>
  lines.replace(/^.*\{id: ([^,]+),.*\n/gm, (line, id: string) => (ids.includes(id) ? '' : line));
const subjectsOf = ({ faults }: Site) => faults.map(({ rule, subject }) => `${rule} ${subject}`);
const essence = ({ levels, faults, doubts = [] }: Site) =>
  JSON.parse(
    JSON.stringify({ levels, faults, doubts }, (key, value: unknown) => (key === 'place' ? undefined : value)),
  );

describe('what the author leaves out', () => {
  const gone = ['hall-2', 'W1', 'lost', 'C1', 'S1'];

  test('is not in the plan: the rest is as if nobody had drawn it, its faults and doubts are gone', () => {
    expect(subjectsOf(levelSite(LINES))).toEqual([
      'plan/overlapping-zones hall-2/hall',
      'plan/opening-on-no-wall lost',
    ]);
    const site = levelSite(LINES, HEAD, removing(...gone));
    expect(idsOf(site)).toEqual([['hall', 'store'], ['W2'], ['d1'], ['C2'], ['S2']]);
    expect(site.faults).toEqual([]);
    expect(essence(site)).toEqual(essence(levelSite(without(LINES, ...gone))));
  });

  test('leaves the others where they are written', () => {
    const { walls, devices, openings } = levelOf(levelSite(LINES, HEAD, removing(...gone)));
    expect([walls, devices, openings].map(([one]) => one?.place.pointer)).toEqual([
      '/levels/0/walls/1',
      '/levels/0/devices/1',
      '/levels/0/openings/1',
    ]);
    const faulty = LINES.replace('C2, kind: camera', 'C2, kind: camrea');
    const [fault] = levelSite(faulty, HEAD, removing('C1')).faults.filter(({ rule }) => rule === 'plan/unknown-kind');
    expect(fault?.place.pointer).toBe('/levels/0/devices/1/kind');
  });

  test('is on record with what it was, why, and where that is said', () => {
    const { overrides } = levelSite(LINES, HEAD, removing('hall-2', 'C1'));
    expect(overrides).toEqual([
      {
        element: 'zone',
        id: 'hall-2',
        key: 'remove',
        from: undefined,
        to: true,
        leftOut: { reason: '图中重复绘制', levels: ['F1'], kind: 'corridor' },
        place: { path: 'plan.yaml', pointer: '/overrides/hall-2/remove', key: true },
      },
      expect.objectContaining({ id: 'C1', leftOut: { reason: '图中重复绘制', levels: ['F1'], kind: 'camera' } }),
    ]);
  });

  test('is missed by what refers to it', () => {
    const guarded = `${LINES.trimEnd()}\n`.replace(
      '{id: C2, kind: camera,',
      '{id: C2, kind: access-reader, opening: d1,',
    );
    expect(subjectsOf(levelSite(guarded, HEAD, removing('d1', 'lost', 'hall-2')))).toEqual([
      'plan/unknown-reference C2/opening',
    ]);
  });

  test('may be one that is drawn nowhere, or on a level that nothing has', () => {
    const feature = (element: string, id: string, level = 'F1', keys: object = {}) => ({
      type: 'Feature',
      properties: { element, id, level, ...keys },
      geometry: null,
    });
    const geometry = JSON.stringify({
      type: 'FeatureCollection',
      sitecam: { version: 1, coordinates: 'metres' },
      features: [
        feature('wall', 'refused-1'),
        feature('wall', 'astray', 'F9'),
        feature('zone', 'wc', 'F1', { kind: 'restroom' }),
        feature('zone', 'who', 'F1', { kind: 'other', kindUnknown: 'x' }),
        feature('zone', 'shop', 'F1', { kind: '商铺' }),
      ],
    });
    const of = (...ids: string[]) =>
      siteOf({
        'plan.yaml': `${HEAD}levels: [{id: F1, geometry: g.geojson}]\n${removing(...ids)}`,
        'g.geojson': geometry,
      });
    expect(subjectsOf(of('refused-1', 'astray', 'shop')).sort()).toEqual([
      'plan/no-geometry wc',
      'plan/no-geometry who',
    ]);
    expect(of('refused-1').overrides).toHaveLength(1);
    // Where it is nobody knows, so nothing can be shown to cover it.
    expect(subjectsOf(of('refused-1', 'astray', 'shop', 'wc', 'who')).sort()).toEqual([
      'plan/no-geometry wc',
      'plan/no-geometry who',
      'plan/removal-refused wc',
      'plan/removal-refused who',
    ]);
  });

  test('in a GeoJSON plan too', () => {
    const zone = (id: string) => ({
      type: 'Feature',
      properties: { element: 'zone', level: 'F1', id, kind: 'office', rect: [0, 0, 4, 3] },
      geometry: null,
    });
    const plan = {
      type: 'FeatureCollection',
      sitecam: {
        version: 1,
        site: { name: '测试', categories: ['hotel'] },
        coordinates: 'metres',
        levels: [{ id: 'F1' }],
        overrides: { a: { remove: true, reason: '重复' } },
      },
      features: [zone('a'), zone('b')],
    };
    const site = siteOf({ 'plan.geojson': JSON.stringify(plan) });
    expect(idsOf(site)[0]).toEqual(['b']);
    expect(levelOf(site).zones[0]?.place.pointer).toBe('/features/1/properties');
    expect(site.overrides?.[0]?.place.pointer).toBe('/sitecam/overrides/a/remove');
  });
});

describe('an entry that says too little or too much', () => {
  const problems = (entry: string) => {
    const result = reading({
      'plan.yaml': `${HEAD}levels:\n  - id: F1\n${LINES.replace(/^(?=.)/gm, '    ')}\noverrides: {W1: ${entry}}\n`,
    });
    return result.ok ? [] : result.unreadable.map(({ code, place }) => `${code} ${place.pointer}`);
  };

  test.each([
    ['{remove: true}', 'schema/no-reason /overrides/W1/remove'],
    ['{remove: true, reason: " "}', 'schema/no-reason /overrides/W1/remove'],
    ['{remove: true, reason: 5}', 'schema/no-reason /overrides/W1/remove'],
    ['{remove: true, reason: 重复, material: clear}', 'schema/removed-anyway /overrides/W1/material'],
    ['{remove: false, reason: 重复}', 'schema/value /overrides/W1/remove'],
    ['{remove: null, reason: 重复}', 'schema/value /overrides/W1/remove'],
    ['{reason: 重复}', 'schema/unknown-key /overrides/W1/reason'],
  ])('%s is told', (entry, problem) => {
    expect(problems(entry)).toContain(problem);
  });

  test('an id that nothing has is told with the nearest', () => {
    expect(levelSite(LINES, HEAD, removing('W3')).faults).toContainEqual(
      expect.objectContaining({ rule: 'plan/unknown-reference', subject: 'overrides/W3' }),
    );
  });
});

describe('a private place', () => {
  /** True if `wc`, drawn as the first of `zones`, may be left out where the others are drawn as well. */
  const goes = (zones: readonly string[], overrides = 'wc: {remove: true, reason: 重复}') => {
    const site = siteOf({
      'plan.yaml': `${HEAD}levels:\n  - id: F1\n    zones:\n${zones.map((zone) => `      - {${zone}}\n`).join('')}  - {id: F2, elevation: 4, zones: [{id: up, kind: restroom, rect: [20, 0, 4, 4]}]}\noverrides: {${overrides}}\n`,
    });
    const isGone = !levelOf(site).zones.some(({ id }) => id === 'wc');
    expect(subjectsOf(site).includes('plan/removal-refused wc')).toBe(!isGone);
    expect((site.overrides ?? []).some(({ id, key }) => id === 'wc' && key === 'remove')).toBe(isGone);
    return isGone;
  };
  const rect = 'rect: [0, 0, 4, 4]';
  const wc = `id: wc, kind: restroom, ${rect}`;

  test.each([
    ['another of its kind', wc, [`id: b, kind: restroom, ${rect}`], true],
    ['nothing', wc, [], false],
    ['96 %', wc, ['id: b, kind: restroom, rect: [0, 0, 3.84, 4]'], true],
    ['95 %', wc, ['id: b, kind: restroom, rect: [0, 0, 3.8, 4]'], false],
    [
      'two together',
      wc,
      ['id: b, kind: restroom, rect: [0, 0, 2, 4]', 'id: c, kind: nursing-room, rect: [2, 0, 2, 4]'],
      true,
    ],
    ['another room by name', wc, [`id: b, kind: other, name: 卫生间, ${rect}`], true],
    [
      'one stated not to be called so',
      wc,
      [`id: b, kind: store, name: 卫生间, kindConfirmed: {reason: 甲, by: 乙}, ${rect}`],
      false,
    ],
    ['a corridor', wc, [`id: b, kind: corridor, ${rect}`], false],
    ['one for review alone', wc, [`id: b, kind: ward, ${rect}`], false],
    ['one whose use nobody knows', wc, [`id: b, kind: other, kindUnknown: x, ${rect}`], false],
    [
      'one of a faulty outline',
      wc,
      [
        'id: b, kind: restroom, polygon: [[0, 0], [4, 4], [4, 0], [0, 4.5]]',
        'id: c, kind: restroom, polygon: [[0, 0], [4, 0], [0, 4], [4, 4]]',
      ],
      false,
    ],
    [
      'one of an id used twice',
      wc,
      [`id: b, kind: restroom, ${rect}`, 'id: b, kind: office, rect: [8, 0, 4, 4]'],
      false,
    ],
  ])('goes if %s covers it', (_, zone, others, isGone) => {
    expect(goes([zone, ...others])).toBe(isGone);
  });

  test.each([
    ['a ward under a restroom', `id: wc, kind: ward, ${rect}`, `id: b, kind: restroom, ${rect}`, true],
    ['a ward under a consulting room', `id: wc, kind: ward, ${rect}`, `id: b, kind: consulting-room, ${rect}`, true],
    ['a ballot box under a restroom', `id: wc, kind: ballot-box, ${rect}`, `id: b, kind: restroom, ${rect}`, false],
    [
      'a store that is called a restroom',
      `id: wc, kind: store, name: 女卫生间, ${rect}`,
      `id: b, kind: store, ${rect}`,
      false,
    ],
    ['a store', `id: wc, kind: store, ${rect}`, `id: b, kind: office, rect: [8, 0, 4, 4]`, true],
    ['a use that nobody knows', `id: wc, kind: other, kindUnknown: x, ${rect}`, `id: b, kind: ward, ${rect}`, false],
    [
      'a use that nobody knows under a restroom',
      `id: wc, kind: other, kindUnknown: x, ${rect}`,
      `id: b, kind: restroom, ${rect}`,
      true,
    ],
    [
      'a use that nobody knows, twice',
      `id: wc, kind: other, kindUnknown: x, ${rect}`,
      `id: b, kind: other, kindUnknown: x, ${rect}`,
      true,
    ],
    ['a kind that no law has', `id: wc, kind: retsroom, ${rect}`, `id: b, kind: office, ${rect}`, false],
    [
      'a room on two levels, of which one is covered',
      `${wc}, levels: [F1, F2]`,
      `id: b, kind: restroom, ${rect}`,
      false,
    ],
    [
      'a room on two levels, which are covered',
      `${wc}, levels: [F1, F2]`,
      `id: b, kind: restroom, levels: [F1, F2], ${rect}`,
      true,
    ],
  ])('%s', (_, zone, other, isGone) => {
    expect(goes([zone, other])).toBe(isGone);
  });

  test('is not covered by what is to go too, nor by what an override says is none', () => {
    const twice = [wc, `id: b, kind: restroom, ${rect}`];
    expect(goes(twice, 'wc: {remove: true, reason: 重复}, b: {remove: true, reason: 重复}')).toBe(false);
    expect(goes(twice, 'wc: {remove: true, reason: 重复}, b: {kind: store}')).toBe(false);
  });

  test('of a law that speaks of public places is not covered by one that is stated not to be public', () => {
    const laws = compose([pack, loadPack('cn-799-2025')]);
    const faults = (keys: string) => {
      const zones = [wc, `id: b, kind: restroom, ${keys}${rect}`].map((zone) => `{${zone}}`).join(', ');
      const plan = `${HEAD}levels: [{id: F1, zones: [${zones}]}]\n${removing('wc')}`;
      const result = readPlan('p.yaml', () => new TextEncoder().encode(plan), { pack: laws });
      return result.ok ? result.site.faults.map(({ rule }) => rule) : expect.fail('unreadable');
    };
    expect(faults('')).toEqual([]);
    expect(faults('public: false, ')).toContain('plan/removal-refused');
  });

  test('of the same id as another goes with neither', () => {
    const site = levelSite(`zones:\n  - {${wc}}\n  - {${wc}}\n`, HEAD, removing('wc'));
    expect(levelOf(site).zones).toHaveLength(1);
    expect(subjectsOf(site)).toEqual(expect.arrayContaining(['plan/removal-refused wc', 'plan/duplicate-id wc']));
  });

  test('the refusal says how much is covered, and where it is asked for', () => {
    const [fault] = levelSite(
      `zones:\n  - {${wc}}\n  - {id: b, kind: restroom, rect: [0, 0, 2, 4]}\n`,
      HEAD,
      removing('wc'),
    ).faults;
    expect(fault).toMatchObject({
      message: { params: { share: '50.00%', least: '95%' } },
      place: { path: 'plan.yaml', pointer: '/overrides/wc/remove', key: true },
      taints: { levels: [], devices: [] },
    });
  });
});
