import { describe, expect, test } from 'vitest';
import type { Level, Site } from '../../src/plan/model.js';
import { unproject } from '../../src/plan/read/frame.js';
import { deviceOf, HEAD, levelOf, reading, siteOf, zoneOf } from './support.js';

const site = { name: '测试', categories: ['hotel'], region: '150102' };
const deviceTypes = { dome: { kind: 'camera', hfov: 98, resolution: [2560, 1440], audio: 'none' } };
const elements = {
  zone: {
    id: 'r101',
    kind: 'guest-room',
    name: '101',
    holes: [
      [
        [14, 1],
        [15, 1],
        [15, 2],
      ],
    ],
    polygon: [
      [12, 0],
      [16, 0],
      [16, 5],
      [12, 5],
    ],
  },
  hall: {
    id: 'hall',
    kind: 'lobby',
    important: true,
    polygon: [
      [0, 0],
      [12, 0],
      [12, 8],
      [0, 8],
    ],
  },
  wall: {
    id: 'w1',
    line: [
      [4, 0],
      [4, 3],
    ],
    height: 1.1,
    material: 'clear',
  },
  opening: {
    id: 'd101',
    kind: 'door',
    line: [
      [12, 3],
      [12, 3.9],
    ],
  },
  camera: {
    id: 'C1',
    type: 'dome',
    at: [0.2, 0.2],
    height: 2.8,
    heading: 45,
    tilt: 25,
    mobile: { form: 'robot', rules: '机器人管理制度' },
    mandatedBy: { rule: '示例标准第5条', document: '某函〔2026〕1号', by: '张三' },
  },
  reader: { id: 'R1', kind: 'access-reader', at: [11.99, 2.8], opening: 'd101', name: '门禁' },
};
const { zone, hall, wall, opening, camera, reader } = elements;

function planOf(levels: unknown): string {
  return JSON.stringify({ sitecam: 1, site, deviceTypes, levels }, undefined, 2);
}

const whole = { zones: [hall, zone], walls: [wall], openings: [opening], devices: [camera, reader] };

type Ring = readonly (readonly number[])[];
const closed = (ring: Ring) => [...ring, ring[0]];
const feature = (element: string, geometry: unknown, properties: object) => ({
  type: 'Feature',
  properties: { element, level: 'F1', ...properties },
  geometry,
});
const { polygon, holes, ...room } = zone;
const { polygon: outline, ...lobby } = hall;
const { line, ...pane } = wall;
const { line: leaf, ...door } = opening;
const { at, ...dome } = camera;
const { at: by, ...gate } = reader;
/** Clockwise, a repeated point, a MultiPolygon of one, heights above the sea: as real files have it. */
const rooms = [
  feature('zone', { type: 'MultiPolygon', coordinates: [[closed(outline.toReversed())]] }, lobby),
  feature('zone', { type: 'Polygon', coordinates: [closed([polygon[0], ...polygon]), ...holes.map(closed)] }, room),
];
const fittings = [
  feature('wall', { type: 'LineString', coordinates: line.map(([x, y]) => [x, y, 1063.5]) }, pane),
  feature('opening', { type: 'LineString', coordinates: leaf }, door),
];
const devices = [
  feature('device', { type: 'Point', coordinates: [...at, 1066.3] }, dome),
  { ...feature('device', { type: 'Point', coordinates: by }, gate), id: 'not-this-one' },
];

const collection = (features: unknown, member: object) =>
  JSON.stringify({ type: 'FeatureCollection', sitecam: member, features });

/** What the site is, wherever it was written: without places, and every ring from its least point, counter-clockwise. */
function essence({ levels, waivers, faults }: Site): unknown {
  const text = JSON.stringify({ levels: levels.map(essential), waivers, faults }, (key, value: unknown) =>
    key === 'place' || key === 'spec' ? undefined : value,
  );
  return JSON.parse(text);
}

function essential(level: Level): unknown {
  const canonical = (ring: readonly (readonly [number, number])[]) => {
    const twice = ring.reduce((sum, [x, y], i) => {
      const [nx, ny] = ring[(i + 1) % ring.length];
      return sum + x * ny - nx * y;
    }, 0);
    const turned = twice < 0 ? ring.toReversed() : [...ring];
    const mm = turned.map(([x, y]) => [Math.round(x * 1000), Math.round(y * 1000)]);
    const first = mm.reduce((best, [x, y], i) => ((x - mm[best][0] || y - mm[best][1]) < 0 ? i : best), 0);
    return [...turned.slice(first), ...turned.slice(0, first)];
  };
  return {
    ...level,
    zones: level.zones.map((z) => ({
      ...z,
      region: { rings: z.region.rings.map(canonical), shadows: z.region.shadows.map(canonical) },
    })),
  };
}

const plain = siteOf({ 'plan.json': planOf([{ id: 'F1', ceiling: 3, ...whole }]) });
const member = { version: 1, site, deviceTypes, coordinates: 'metres', levels: [{ id: 'F1', ceiling: 3 }] };

describe('one model, whatever the spelling', () => {
  test('the plan itself', () => {
    expect(plain.faults).toEqual([]);
    expect(deviceOf(plain, 'C1')).toMatchObject({ zones: ['hall'], height: 2.8, audio: 'none', type: 'dome' });
    expect(deviceOf(plain, 'C1').mobile).toEqual({ form: 'robot', area: undefined, rules: '机器人管理制度' });
    expect(deviceOf(plain, 'C1').mandatedBy).toEqual({
      rule: '示例标准第5条',
      document: '某函〔2026〕1号',
      by: '张三',
    });
    expect(zoneOf(plain, 'r101').region.shadows).toHaveLength(1);
  });

  test('YAML', () => {
    const text = `sitecam: 1
site: {name: 测试, categories: [hotel], region: "150102"}
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: lobby, important: true, rect: [0, 0, 12, 8]}
      - {id: r101, kind: guest-room, name: "101", polygon: [[12, 0], [16, 0], [16, 5], [12, 5], [12, 0]], holes: [[[14, 1], [15, 1], [15, 2]]]}
    walls: [{id: w1, line: [[4, 0], [4, 3]], height: 1.1, material: clear}]
    openings: [{id: d101, kind: door, line: [[12, 3], [12, 3.9]]}]
    devices:
      - {id: C1, type: dome, at: [0.2, 0.2], height: 2.8, heading: 45, tilt: 25,
         mobile: {form: robot, rules: 机器人管理制度},
         mandatedBy: {rule: 示例标准第5条, document: 某函〔2026〕1号, by: 张三}}
      - {id: R1, kind: access-reader, at: [11.99, 2.8], opening: d101, name: 门禁}
deviceTypes:
  dome: {kind: camera, hfov: 98, resolution: [2560, 1440], audio: none}
`;
    expect(essence(siteOf({ 'plan.yaml': text }))).toEqual(essence(plain));
    expect(essence(siteOf({ 'plan.yaml': text.replaceAll('\n', '\r\n') }))).toEqual(essence(plain));
  });

  test('GeoJSON', () => {
    const text = collection([...rooms, ...fittings, ...devices], member);
    expect(essence(siteOf({ 'plan.geojson': text }))).toEqual(essence(plain));
  });

  test('devices in the plan, the building in GeoJSON beside it', () => {
    const levels = [{ id: 'F1', ceiling: 3, geometry: 'parts/f1.geojson', devices: whole.devices }];
    const part = collection([...rooms, ...fittings], { coordinates: 'metres' });
    const site = siteOf({ 'a/plan.json': planOf(levels), 'a/parts/f1.geojson': part });
    expect(essence(site)).toEqual(essence(plain));
    expect(site.files.map(({ path }) => path)).toEqual(['a/plan.json', 'a/parts/f1.geojson']);
    expect(zoneOf(site, 'r101').place).toEqual({ path: 'a/parts/f1.geojson', pointer: '/features/1/properties' });
    expect(deviceOf(site, 'C1').place).toEqual({ path: 'a/plan.json', pointer: '/levels/0/devices/0' });
  });

  const scaled = (value: unknown, by: number): unknown =>
    typeof value === 'number' ? value * by : Array.isArray(value) ? value.map((item) => scaled(item, by)) : value;

  test.each([
    ['millimetres', 1000],
    ['centimetres', 100],
  ])('in %s: shapes are converted, heights are metres all the same', (coordinates, by) => {
    const shape = (element: object) =>
      Object.fromEntries(
        Object.entries(element).map(([key, value]) => [key, Array.isArray(value) ? scaled(value, by) : value]),
      );
    const lists = Object.fromEntries(Object.entries(whole).map(([key, list]) => [key, list.map(shape)]));
    const text = JSON.stringify({ ...JSON.parse(planOf([{ id: 'F1', ceiling: 3, ...lists }])), coordinates });
    const site = siteOf({ 'plan.json': text });
    expect(site.coordinates).toBe(coordinates);
    expect(essence(site)).toEqual(essence(plain));
    const features = [...rooms, ...fittings, ...devices].map(({ geometry, ...rest }) => ({
      ...rest,
      geometry: Object.fromEntries(Object.entries(geometry as object).map(([key, value]) => [key, scaled(value, by)])),
    }));
    expect(essence(siteOf({ 'plan.geojson': collection(features, { ...member, coordinates }) }))).toEqual(
      essence(plain),
    );
    const levels = [{ id: 'F1', ceiling: 3, geometry: 'f1.geojson', devices: whole.devices }];
    const part = collection(features.slice(0, 4), { coordinates });
    expect(essence(siteOf({ 'plan.json': planOf(levels), 'f1.geojson': part }))).toEqual(essence(plain));
  });

  test('masks of devices, of their types and of overrides are shapes too', () => {
    const mask = (by: number) => [
      {
        polygon: [
          [0, 0],
          [by, 0],
          [by, 2 * by],
        ],
      },
    ];
    const own = { id: 'C2', kind: 'camera', at: [1, 1], masks: mask(1) };
    const text = JSON.stringify({
      sitecam: 1,
      site,
      coordinates: 'millimetres',
      levels: [
        {
          id: 'F1',
          zones: [{ ...hall, polygon: scaled(hall.polygon, 1000) }],
          devices: [
            { ...own, at: [1000, 1000], masks: mask(1000) },
            { id: 'C3', type: 'dome', at: [1000, 1000] },
            { id: 'C4', kind: 'camera', at: [1000, 1000] },
          ],
        },
      ],
      deviceTypes: { dome: { kind: 'camera', masks: mask(1000) } },
      overrides: { C4: { masks: mask(1000) } },
    });
    const read = siteOf({ 'plan.json': text });
    for (const id of ['C2', 'C3', 'C4']) {
      expect(deviceOf(read, id).masks[0].polygon, id).toEqual([
        [0, 0],
        [1, 0],
        [1, 2],
      ]);
    }
  });

  test('the same building in degrees, to a millimetre', () => {
    const origin = [111.75, 40.84] as const;
    const degrees = (value: unknown): unknown => {
      if (!Array.isArray(value)) return value;
      const [x, y]: unknown[] = value;
      return typeof x === 'number' && typeof y === 'number' ? unproject([x, y], origin) : value.map(degrees);
    };
    const turned = [...rooms, ...fittings, ...devices].map((f) => ({
      ...f,
      geometry: {
        ...(f.geometry as object),
        coordinates: degrees((f.geometry as { coordinates: unknown }).coordinates),
      },
    }));
    const { coordinates: _, ...rest } = member;
    const site = siteOf({ 'plan.geojson': collection(turned, { ...rest, origin }) });
    expect(site.coordinates).toBe('wgs84');
    const rounded = (value: unknown) =>
      JSON.parse(
        JSON.stringify(value, (_, v: unknown) => (typeof v === 'number' ? Math.round(v * 1000) / 1000 + 0 : v)),
      );
    expect(rounded(essence(site))).toEqual(rounded(essence(plain)));
  });
});

describe('GeoJSON as it comes', () => {
  const one = (value: object, more: object = {}) =>
    siteOf({
      'plan.geojson': collection(
        [{ ...feature('device', { type: 'Point', coordinates: [1, 2] }, { kind: 'camera' }), ...value }],
        { ...member, ...more },
      ),
    });

  test('the id may be the feature’s own, and a number', () => {
    expect(levelOf(one({ id: 17 })).devices[0].id).toBe('17');
  });

  test('without an origin the first coordinate of the file is it', () => {
    const site = one({ id: 'C1', geometry: { type: 'Point', coordinates: [111.75, 40.84] } }, { coordinates: 'wgs84' });
    expect(site.origin).toEqual([111.75, 40.84]);
    expect(deviceOf(site, 'C1').at).toEqual([0, 0]);
  });

  test('where there is one level, features need not name it', () => {
    const site = one({ id: 'C1', properties: { element: 'device', kind: 'camera' } });
    expect(levelOf(site).devices).toHaveLength(1);
  });

  test('a feature without geometry is a fault of its level, and the rest is read', () => {
    const site = siteOf({ 'plan.geojson': collection([feature('zone', null, room), ...devices], member) });
    expect(site.faults).toMatchObject([
      { rule: 'plan/no-geometry', subject: 'r101', taints: { levels: ['F1'] } },
      { rule: 'plan/unknown-reference' },
    ]);
    expect(levelOf(site).devices).toHaveLength(2);
  });

  test('a legacy crs that says WGS 84 does no harm', () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } };
    const text = JSON.stringify({
      type: 'FeatureCollection',
      crs,
      sitecam: { ...member, coordinates: 'wgs84' },
      features: [],
    });
    expect(reading({ 'plan.geojson': text }).ok).toBe(true);
  });

  test('nesting that would exhaust the stack is refused', () => {
    const deep = `{"type": "FeatureCollection", "features": ${'['.repeat(50_000)}`;
    expect(reading({ 'plan.geojson': deep })).toMatchObject({ ok: false, unreadable: [{ code: 'source/too-deep' }] });
    expect(reading({ 'plan.yaml': `a: ${'['.repeat(50_000)}` }).ok).toBe(false);
  });
});

describe('several levels', () => {
  const plan = `${HEAD}levels:
  - {id: F1, geometry: both.geojson}
  - id: F2
    elevation: 3.6
    geometry: both.geojson
    zones: [{id: stairs, kind: stairs, levels: [F1], rect: [0, 0, 2, 3]}]
    devices: [{id: C2, kind: camera, at: [1, 1]}]
`;
  const both = collection(
    [
      feature(
        'zone',
        {
          type: 'Polygon',
          coordinates: [
            closed([
              [4, 0],
              [8, 0],
              [8, 4],
            ]),
          ],
        },
        { id: 'a', kind: 'office' },
      ),
      feature(
        'zone',
        {
          type: 'Polygon',
          coordinates: [
            closed([
              [4, 0],
              [8, 0],
              [8, 4],
            ]),
          ],
        },
        { id: 'b', kind: 'office', level: 'F2' },
      ),
      feature('device', { type: 'Point', coordinates: [1, 1] }, { id: 'C1', kind: 'camera' }),
    ],
    { coordinates: 'metres' },
  );
  const site = siteOf({ 'plan.yaml': plan, 'both.geojson': both });

  test('share a file, each taking its own', () => {
    expect(site.faults).toEqual([]);
    expect(levelOf(site).zones.map(({ id }) => id)).toEqual(['a']);
    expect(levelOf(site, 'F2').zones.map(({ id }) => id)).toEqual(['b', 'stairs']);
  });

  test('share stairs, which hold devices of each', () => {
    expect(zoneOf(site, 'stairs').levels).toEqual(['F2', 'F1']);
    expect(deviceOf(site, 'C1').zones).toEqual(['stairs']);
    expect(deviceOf(site, 'C2').zones).toEqual(['stairs']);
  });

  test('zones above each other are not nested', () => {
    expect(zoneOf(site, 'a').nested).toEqual([]);
  });
});
