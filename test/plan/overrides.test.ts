import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lintPlan } from '../../src/lint/lint.js';
import { assumptionRecord } from '../../src/report/json/report.js';
import { deviceOf, HEAD, levelOf, pack, reading, siteOf, zoneOf } from './support.js';

const GEOMETRY = JSON.stringify({
  type: 'FeatureCollection',
  sitecam: { version: 1, coordinates: 'metres' },
  features: [
    feature('zone', ring(0, 0, 4, 3), { id: 'u1', kind: 'other', kindUnknown: 'unspecified', name: '甲' }),
    feature('zone', ring(4, 0, 8, 3), { id: 'wc', kind: 'restroom' }),
    feature('zone', ring(0, 3, 8, 5), { id: 'hall', kind: 'corridor' }),
    feature('wall', [
      [9, 0],
      [9, 3],
    ]),
    feature(
      'opening',
      [
        [1, 3],
        [2, 3],
      ],
      { id: 'd1', kind: 'door' },
    ),
    feature('device', [2, 4], { id: 'C1', kind: 'camera' }),
  ],
});

function ring(west: number, south: number, east: number, north: number): number[][][] {
  return [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ];
}

function feature(element: string, coordinates: unknown, properties: object = { id: 'w1' }): object {
  const type = { zone: 'Polygon', wall: 'LineString', opening: 'LineString', device: 'Point' }[element];
  return { type: 'Feature', properties: { element, level: 'F1', ...properties }, geometry: { type, coordinates } };
}

/** The plan with these lines after it. */
function planWith(lines: string): Record<string, string> {
  return { 'plan.yaml': `${HEAD}levels:\n  - {id: F1, geometry: plan.geojson}\n${lines}`, 'plan.geojson': GEOMETRY };
}

function faultsOf(lines: string) {
  const result = reading(planWith(lines));
  return result.ok ? result.site.faults : result.unreadable.map((fault) => ({ ...fault, rule: fault.code }));
}

describe('what overrides state', () => {
  test('a kind that is still a question mark is none: the room stays of unknown use, and nothing else is open for it', () => {
    const site = siteOf(planWith('overrides:\n  u1: {kind: "?", name: 值班室}\n'));
    expect(site.levels[0]?.zones.find(({ id }) => id === 'u1')).toMatchObject({
      kind: 'other',
      kindUnknown: 'unspecified',
      name: '值班室',
    });
    expect(faultsOf('overrides:\n  u1: {kind: "?"}\n')).toEqual(faultsOf(''));
  });

  test('takes the place of what is drawn, of every sort of element', () => {
    const site = siteOf(
      planWith(`overrides:
  u1: {kind: office, name: 办公室, important: true}
  w1: {height: 1.2, material: clear}
  d1: {kind: glass-door, glazing: clear, normallyOpen: true}
  C1: {audio: none, heading: 90, height: 2.5}
`),
    );
    expect(site.faults).toEqual([]);
    expect(zoneOf(site, 'u1')).toMatchObject({
      kind: 'office',
      name: '办公室',
      important: true,
      kindUnknown: undefined,
    });
    expect(levelOf(site).walls[0]).toMatchObject({ height: 1.2, material: 'clear' });
    expect(levelOf(site).openings[0]).toMatchObject({ kind: 'glass-door', glazing: 'clear', normallyOpen: true });
    expect(deviceOf(site, 'C1')).toMatchObject({ audio: 'none', height: 2.5, at: [2, 4] });
  });

  test('is on record, as drawn and as stated, at the line where it is stated', () => {
    const { overrides } = siteOf(planWith('overrides:\n  u1: {kind: office}\n  wc: {name: 公厕}\n'));
    expect(overrides).toEqual([
      {
        element: 'zone',
        id: 'u1',
        key: 'kind',
        from: 'other',
        unknown: 'unspecified',
        to: 'office',
        place: { path: 'plan.yaml', pointer: '/overrides/u1/kind' },
      },
      {
        element: 'zone',
        id: 'wc',
        key: 'name',
        from: undefined,
        to: '公厕',
        place: { path: 'plan.yaml', pointer: '/overrides/wc/name' },
      },
    ]);
  });

  test('null takes a key away; a stated kind takes kindUnknown away, unless that is stated too', () => {
    const of = (keys: string) => zoneOf(siteOf(planWith(`overrides: {u1: ${keys}}\n`)), 'u1');
    expect(of('{name: null, kindUnknown: null}')).toMatchObject({ name: undefined, kindUnknown: undefined });
    expect(of('{kind: other}').kindUnknown).toBeUndefined();
    expect(of('{kind: other, kindUnknown: 待定}').kindUnknown).toBe('待定');
    expect(of('{name: 乙}').kindUnknown).toBe('unspecified');
  });

  test('elements of the plan itself may be meant, and nothing need be', () => {
    const own = (lines: string) =>
      siteOf({
        'plan.yaml': `${HEAD}levels: [{id: F1, zones: [{id: r1, kind: office, rect: [0, 0, 4, 3]}]}]\n${lines}`,
      });
    expect(zoneOf(own('overrides: {r1: {kind: store}}\n'), 'r1').kind).toBe('store');
    expect(own('overrides:\n').overrides).toBeUndefined();
  });

  test('masks are metres of the file they are written in, whatever the device is drawn in', () => {
    const degrees = JSON.stringify({
      type: 'FeatureCollection',
      features: [feature('device', [111.75, 40.84], { id: 'C1', kind: 'camera' })],
    });
    const plan = `${HEAD}origin: [111.75, 40.84]\nlevels: [{id: F1, geometry: g.geojson}]\noverrides: {C1: {masks: [{polygon: [[300, 1], [302, 1], [302, 2]]}]}}\n`;
    const [mask] = deviceOf(siteOf({ 'plan.yaml': plan, 'g.geojson': degrees }), 'C1').masks;
    expect(mask.polygon[0]).toEqual([300, 1]);
  });
});

describe('a device that overrides puts elsewhere', () => {
  const moved = (lines: string) => faultsOf(lines).filter(({ rule }) => rule === 'plan/drawn-elsewhere');

  test('stands there, in the coordinates of the plan, and reports list it', () => {
    const files = planWith('overrides:\n  C1: {at: [3000, 4500], drawnAt: [2000, 4000]}\n');
    const site = siteOf({ ...files, 'plan.yaml': `${files['plan.yaml']}coordinates: millimetres\n` });
    expect(deviceOf(site, 'C1')).toMatchObject({ at: [3, 4.5], zones: ['hall'] });
    expect(site.faults).toEqual([]);
    expect(site.overrides).toMatchObject([{ element: 'device', id: 'C1', key: 'at', from: [2, 4], to: [3, 4.5] }]);
  });

  test('is open once its drawing has moved it by more than 0.05 m since', () => {
    for (const x of [1.95, 2.04, 2.05]) {
      expect(moved(`overrides: {C1: {at: [3, 4], drawnAt: [${x}, 4]}}\n`)).toEqual([]);
    }
    expect(moved('overrides: {C1: {at: [3, 4], drawnAt: [2.8, 4]}}\n')).toMatchObject([
      {
        subject: 'C1',
        place: { path: 'plan.yaml', pointer: '/overrides/C1/drawnAt' },
        message: { params: { by: '0.80' } },
      },
    ]);
    expect(moved('overrides: {C1: {at: [3, 4]}}\n')).toEqual([]);
    expect(moved('overrides: {C1: {drawnAt: [9, 4]}}\n')).toEqual([]);
  });

  test.each([
    ['[2.8, .inf]', '/overrides/C1/drawnAt/1'],
    ['[2.8, four]', '/overrides/C1/drawnAt/1'],
    ['[2.8]', '/overrides/C1/drawnAt'],
    ['[2.8, 4, 0]', '/overrides/C1/drawnAt'],
    ['there', '/overrides/C1/drawnAt'],
  ])('is compared with a place alone, not with %s', (drawnAt, pointer) => {
    expect(faultsOf(`overrides: {C1: {at: [3, 4], drawnAt: ${drawnAt}}}\n`)).toMatchObject([
      { code: expect.stringMatching(/^schema\/(type|count)$/), place: { path: 'plan.yaml', pointer } },
    ]);
  });

  test('stands where degrees and metres of two files mean the same', () => {
    const { 'plan.yaml': plan } = planWith('origin: [111.65, 40.82]\noverrides: {C1: {at: [3, 4], drawnAt: [2, 4]}}\n');
    const degrees = GEOMETRY.replace('"coordinates":"metres"', '"coordinates":"wgs84"').replaceAll(
      /\[(-?[\d.]+),(-?[\d.]+)\]/g,
      (_, x: string, y: string) => `[${111.65 + Number(x) * 1.18466e-5}, ${40.82 + Number(y) * 9.0047e-6}]`,
    );
    const site = siteOf({ 'plan.yaml': plan, 'plan.geojson': degrees });
    expect(deviceOf(site, 'C1')).toMatchObject({ at: [3, 4], zones: ['hall'] });
    expect(site.faults).toEqual([]);
  });
});

describe('what overrides can’t state', () => {
  test.each([
    ['u1', 'polygon: [[0, 0], [1, 0], [1, 1]]', 'polygon'],
    ['u1', 'rect: [0, 0, 1, 1]', 'rect'],
    ['u1', 'holes: []', 'holes'],
    ['w1', 'line: [[0, 0], [1, 1]]', 'line'],
    ['d1', 'line: [[0, 0], [1, 1]]', 'line'],
    ['C1', 'id: C2', 'id'],
  ])('of %s: %s', (id, keys, key) => {
    expect(faultsOf(`overrides:\n  ${id}: {${keys}}\n`)).toMatchObject([
      { code: 'schema/not-overridable', place: { path: 'plan.yaml', pointer: `/overrides/${id}/${key}`, key: true } },
    ]);
  });

  test('a key or a value that such an element doesn’t have, where it is written', () => {
    expect(faultsOf('overrides: {u1: {heading: 90}}\n')).toMatchObject([
      { code: 'schema/unknown-key', place: { path: 'plan.yaml', pointer: '/overrides/u1/heading' } },
    ]);
    expect(faultsOf('overrides: {u1: {important: often}}\n')).toMatchObject([
      { code: 'schema/type', place: { path: 'plan.yaml', pointer: '/overrides/u1/important' } },
    ]);
    expect(faultsOf('overrides: {u1: {kind: null}}\n')).toMatchObject([
      { code: 'schema/type', place: { path: 'plan.yaml', pointer: '/overrides/u1/kind' } },
    ]);
    expect(faultsOf('overrides: {u1: {valid: {from: gestern}}}\n')).toMatchObject([
      { place: { path: 'plan.yaml', pointer: '/overrides/u1/valid/from' } },
    ]);
    expect(faultsOf('overrides: {u1: office}\n')).toMatchObject([
      { code: 'schema/type', place: { path: 'plan.yaml', pointer: '/overrides/u1' } },
    ]);
    expect(faultsOf('overrides: [u1]\n')).toMatchObject([
      { code: 'schema/type', place: { path: 'plan.yaml', pointer: '/overrides' } },
    ]);
  });

  test('a kind nobody knows, a level or an opening that isn’t there: at the line where they are stated', () => {
    expect(faultsOf('overrides: {u1: {kind: ofice, levels: [F9]}, C1: {opening: d9}}\n')).toMatchObject([
      { rule: 'plan/unknown-kind', place: { path: 'plan.yaml', pointer: '/overrides/u1/kind' } },
      { rule: 'plan/unknown-reference', place: { path: 'plan.yaml', pointer: '/overrides/u1/levels/0' } },
      { rule: 'plan/unknown-reference', place: { path: 'plan.yaml', pointer: '/overrides/C1/opening' } },
    ]);
  });

  test('an id that nothing has: with the nearest, whose level can then not be told', () => {
    expect(faultsOf('overrides: {halll: {kind: lobby}, nothing-like-it: {kind: lobby}}\n')).toMatchObject([
      {
        rule: 'plan/unknown-reference',
        subject: 'overrides/halll',
        message: { params: { hint: { en: " (did you mean 'hall'?)" } } },
        place: { path: 'plan.yaml', pointer: '/overrides/halll', key: true },
        taints: { levels: ['F1'] },
      },
      { subject: 'overrides/nothing-like-it', message: { params: { hint: { en: '' } } }, taints: { levels: [] } },
    ]);
  });

  test('__proto__ hands no keys down to what is drawn: it is a key like others, and unknown', () => {
    const confirmed = '{"__proto__": {kindConfirmed: {reason: 甲, by: 乙}}}';
    expect(faultsOf(`overrides: {u1: ${confirmed}}\n`)).toMatchObject([
      { code: 'schema/unknown-key', place: { path: 'plan.yaml', pointer: '/overrides/u1/__proto__' } },
    ]);
    expect(faultsOf('overrides: {"__proto__": 5}\n')).toMatchObject([
      { code: 'schema/type', place: { path: 'plan.yaml', pointer: '/overrides/__proto__' } },
    ]);
  });

  test('names that every object has are no ids', () => {
    expect(faultsOf('overrides: {constructor: {kind: lobby}, __proto__: {kind: lobby}}\n')).toMatchObject([
      { subject: 'overrides/constructor' },
      { subject: 'overrides/__proto__' },
    ]);
  });
});

describe('what a reviewer sees of it', () => {
  const report = (lines: string) => {
    const files = planWith(lines);
    const read = (path: string) => (Object.hasOwn(files, path) ? new TextEncoder().encode(files[path]) : undefined);
    const result = lintPlan('plan.yaml', read, { pack, today: '2026-11-24' });
    if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
    return result;
  };
  /** Cautions of what the author states; the ones of the laws, which this plan always has, stand before them. */
  const cautions = (lines: string) => {
    const [unjudged, region, ...others] = report(lines).cautions ?? [];
    expect([unjudged?.kind, region?.kind]).toEqual(['unjudged', 'region']);
    return others;
  };

  test('every change, the same ones together, with what was drawn', () => {
    const { assumptions } = report('overrides: {u1: {kind: office}, hall: {enclosed: true}}\n');
    expect(assumptions.filter(({ what }) => what.en.includes('overrides')).map(assumptionRecord)).toEqual([
      {
        what: {
          zh: '由设计人员改写（overrides）：区域，类型（kind）',
          en: 'Stated by the author in overrides: kind of zones',
        },
        value: {
          zh: '图形中为“其他”（用途未定，来源写作“unspecified”），改写为“办公室”：u1',
          en: "drawn as 'Other' (use unknown, 'unspecified' in its source), stated as 'Office': u1",
        },
        origin: 'author',
      },
      {
        what: {
          zh: '由设计人员改写（overrides）：区域，是否封闭（enclosed）',
          en: 'Stated by the author in overrides: enclosed of zones',
        },
        value: { zh: '图形中为未写明，改写为是：hall', en: 'drawn as unsaid, stated as true: hall' },
        origin: 'author',
      },
    ]);
  });

  test('words and lists of the format as a reviewer says them', () => {
    const { assumptions } = report('overrides: {hall: {roles: [entrance, important], important: true}}\n');
    const stated = assumptions
      .filter(({ what }) => what.en.includes('overrides'))
      .map(({ what, value }) => [what.zh, value.zh]);
    expect(stated).toEqual([
      ['由设计人员改写（overrides）：区域，兼有的部位名称（roles）', '图形中为未写明，改写为[出入口, 重要部位]：hall'],
      ['由设计人员改写（overrides）：区域，是否重要部位（important）', '图形中为未写明，改写为是：hall'],
    ]);
  });

  test('a restroom that is stated to be something else stands before the first verdict', () => {
    expect(cautions('overrides: {wc: {kind: store}}\n')).toMatchObject([
      { kind: 'overridden', text: { en: expect.stringContaining("'wc' ('Restroom' → 'Store')") } },
      { kind: 'unsettled' },
    ]);
    expect(cautions('overrides: {wc: {kind: changing-room}, u1: {kind: store}}\n')).toEqual([]);
  });

  test.each([
    ['kind: other, name: 女卫生间, kindUnknown: x', 'name: 库房', "'z1' ('Restroom' → 'Other')"],
    ['kind: store, name: 女卫生间', 'name: null', "'z1' ('Restroom' → 'Store')"],
    ['kind: store, name: 女卫生间', 'kindConfirmed: {reason: 甲, by: 乙}', "'z1' ('Restroom' → 'Store')"],
    ['kind: restroom, levels: [F1, F2]', 'levels: [F1]', "'z1' ('Restroom' → not on level F2)"],
    ['kind: restroom, levels: [F1, F2]', 'levels: null', "'z1' ('Restroom' → not on level F2)"],
  ])('so does one that is drawn with %s and stated with %s', (drawn, stated, said) => {
    const plan = `${HEAD}levels: [{id: F1, zones: [{id: z1, rect: [0, 0, 4, 3], ${drawn}}]}, {id: F2, elevation: 4}]\noverrides: {z1: {${stated}}}\n`;
    const result = lintPlan('p.yaml', () => new TextEncoder().encode(plan), { pack, today: '2026-11-24' });
    expect(result.ok && result.cautions?.find(({ kind }) => kind === 'overridden')?.text.en).toContain(said);
  });

  test.each(['kindUnknown: null', 'kind: other'])('and a use that nobody knows and nobody states: %s', (stated) => {
    expect(cautions(`overrides: {u1: {${stated}}}\n`)).toMatchObject([
      {
        kind: 'overridden',
        text: { zh: expect.stringContaining('去除了区域1处的“用途未定”'), en: expect.stringContaining('u1') },
      },
    ]);
    expect(cautions('overrides: {u1: {kind: office}}\n')).toEqual([]);
  });

  test('a name that means another kind is asked about at the line that states the kind', () => {
    const [asked] = report('overrides: {u1: {kind: store, name: 女卫生间}}\n').verdicts.filter(
      ({ rule }) => rule === 'plan/zone-kind-mismatch',
    );
    expect(asked).toMatchObject({ subject: 'u1', place: { path: 'plan.yaml', pointer: '/overrides/u1/kind' } });
  });
});

test('stated in overrides or written with the element, in YAML or in GeoJSON: the same site', () => {
  const essence = (files: Record<string, string>) => {
    const { levels, faults } = siteOf(files);
    const text = JSON.stringify({ levels, faults }, (key, value: unknown) =>
      key === 'place' || key === 'kindPlace' || key === 'spec' ? undefined : value,
    );
    return JSON.parse(text);
  };
  const zoneKeys = fc.record(
    {
      kind: fc.constantFrom('office', 'restroom', 'store', 'other', 'lobby'),
      name: fc.constantFrom('甲', '乙'),
      enclosed: fc.boolean(),
      public: fc.boolean(),
      important: fc.boolean(),
      secondary: fc.boolean(),
      designated: fc.boolean(),
      roles: fc.constantFrom(['important'], []),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(zoneKeys, (keys) => {
      const zone = { id: 'u1', kind: 'other', kindUnknown: 'x', rect: [0, 0, 4, 3] };
      const { kindUnknown, ...known } = zone;
      const written = { ...(Object.hasOwn(keys, 'kind') ? known : zone), ...keys };
      const head = { site: { name: '测试', categories: ['hotel'] } };
      const plan = (one: object, overrides?: object) => ({
        'plan.json': JSON.stringify({ sitecam: 1, ...head, levels: [{ id: 'F1', zones: [one] }], overrides }),
      });
      const { rect: _, ...properties } = zone;
      const collection = {
        type: 'FeatureCollection',
        sitecam: { version: 1, ...head, coordinates: 'metres', levels: [{ id: 'F1' }], overrides: { u1: keys } },
        features: [feature('zone', ring(0, 0, 4, 3), properties)],
      };
      const direct = essence(plan(written));
      expect(essence(plan(zone, { u1: keys }))).toEqual(direct);
      expect(essence({ 'plan.geojson': JSON.stringify(collection) })).toEqual(direct);
    }),
    { numRuns: 60 },
  );
});
