// What a plan takes from the files of geometry that its levels name.
import { describe, expect, test } from 'vitest';
import { deviceOf, HEAD, reading, siteOf, zoneOf } from './support.js';

const SITE = { name: '测试', categories: ['hotel'] };

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

const TYPES: Readonly<Record<string, string>> = {
  zone: 'Polygon',
  wall: 'LineString',
  opening: 'LineString',
  device: 'Point',
};

function feature(element: string, id: string, coordinates: unknown, more: object = {}): object {
  const geometry = coordinates === null ? null : { type: TYPES[element], coordinates };
  return { type: 'Feature', properties: { element, id, level: 'F1', ...more }, geometry };
}

function collection(sitecam: object, features: readonly object[]): string {
  return JSON.stringify({ type: 'FeatureCollection', sitecam, features });
}

const HALL = feature('zone', 'hall', ring(0, 0, 8, 4), { kind: 'corridor' });
const RESTROOM = [
  feature('zone', 'wc', ring(2, 4, 5, 8), { kind: 'restroom' }),
  feature('device', 'C1', [3, 6], { kind: 'camera' }),
];

function problemsOf(files: Readonly<Record<string, string>>) {
  const result = reading(files);
  if (result.ok) expect.fail('the plan could be read');
  return result.unreadable.map(({ code, place }) => `${code} ${place.path}${place.pointer}`);
}

describe('a GeoJSON plan whose level names a file of geometry', () => {
  const planOf = (level: object, more: object = { coordinates: 'metres' }): string =>
    collection({ version: 1, site: SITE, ...more, levels: [{ id: 'F1', ...level }] }, [HALL]);

  test('has the elements of both, with the places of each', () => {
    const site = siteOf({
      'plan.geojson': planOf({ geometry: 'wc.geojson', zones: [{ id: 'store', kind: 'storage', rect: [5, 4, 3, 4] }] }),
      'wc.geojson': collection({ coordinates: 'metres' }, RESTROOM),
    });
    expect(site.levels[0]?.zones.map(({ id }) => id)).toEqual(['hall', 'wc', 'store']);
    expect(zoneOf(site, 'hall').place).toMatchObject({ path: 'plan.geojson', pointer: '/features/0/properties' });
    expect(zoneOf(site, 'wc').place).toMatchObject({ path: 'wc.geojson', pointer: '/features/0/properties' });
    expect(zoneOf(site, 'store').place).toMatchObject({ path: 'plan.geojson', pointer: '/sitecam/levels/0/zones/0' });
    expect(deviceOf(site, 'C1').place.path).toBe('wc.geojson');
    expect(site.files.map(({ path }) => path)).toEqual(['plan.geojson', 'wc.geojson']);
  });

  test('reads that file in its own unit', () => {
    const named = (unit: string, features: readonly object[]) =>
      siteOf({
        'plan.geojson': planOf({ geometry: 'wc.geojson' }),
        'wc.geojson': collection({ coordinates: unit }, features),
      });
    const small = feature('zone', 'wc', ring(2000, 4000, 5000, 8000), { kind: 'restroom' });
    expect(zoneOf(named('millimetres', [small]), 'wc').region).toEqual(zoneOf(named('metres', RESTROOM), 'wc').region);
  });

  test('is unreadable if the file is missing or no collection, or is in degrees and nobody says where', () => {
    const at = 'plan.geojson/sitecam/levels/0/geometry';
    const naming = planOf({ geometry: 'wc.geojson' });
    expect(problemsOf({ 'plan.geojson': naming })).toEqual([`source/missing ${at}`]);
    expect(problemsOf({ 'plan.geojson': naming, 'wc.geojson': '{}' })).toEqual([`schema/not-a-collection ${at}`]);
    expect(problemsOf({ 'plan.geojson': naming, 'wc.geojson': collection({}, []) })).toEqual([
      `schema/needs-origin ${at}`,
    ]);
    expect(problemsOf({ 'plan.geojson': planOf({ geometry: '../wc.geojson' }) })).toEqual([
      `schema/outside-folder ${at}`,
    ]);
  });

  test('says which features of that file no level takes', () => {
    const site = siteOf({
      'plan.geojson': planOf({ geometry: 'wc.geojson' }),
      'wc.geojson': collection({ coordinates: 'metres' }, [
        feature('zone', 'wc', ring(2, 4, 5, 8), { kind: 'restroom', level: 'F9' }),
      ]),
    });
    expect(site.faults.map(({ rule, subject, place }) => [rule, subject, place.path])).toEqual([
      ['plan/unknown-reference', 'wc', 'wc.geojson'],
    ]);
  });
});

describe('elements that the member sitecam of a file of geometry states', () => {
  const withMember = (level: object, more: object = {}) => ({
    'plan.yaml': `${HEAD}levels:\n  - {id: F1, geometry: wc.geojson}\n`,
    'wc.geojson': collection({ coordinates: 'metres', levels: [{ id: 'F1', ...level }], ...more }, [HALL]),
  });

  test.each(['zones', 'walls', 'openings', 'devices', 'signs'])('are read by nobody, so %s are a fault', (list) => {
    expect(problemsOf(withMember({ [list]: [{ id: 'wc' }] }))).toEqual([
      `schema/not-of-geometry wc.geojson/sitecam/levels/0/${list}`,
    ]);
  });

  test('so are another file of geometry, and overrides', () => {
    expect(problemsOf(withMember({ geometry: 'more.geojson' }))).toEqual([
      'schema/not-of-geometry wc.geojson/sitecam/levels/0/geometry',
    ]);
    expect(problemsOf(withMember({}, { overrides: { hall: { kind: 'restroom' } } }))).toEqual([
      'schema/not-of-geometry wc.geojson/sitecam/overrides',
    ]);
  });

  test('are none if the lists are empty', () => {
    expect(siteOf(withMember({ zones: [], devices: null }, { overrides: {} })).faults).toEqual([]);
  });
});

describe('the unit of a file of geometry', () => {
  const metres = (unit: string) => ({
    'plan.yaml': `${HEAD}levels:\n  - {id: F1, geometry: wc.geojson, zones: [{id: hall, kind: corridor, rect: [0, 0, 20, 4]}]}\n`,
    'wc.geojson': collection({ coordinates: unit }, [feature('zone', 'wc', ring(2, 4, 5, 8), { kind: 'restroom' })]),
  });
  const doors = (plan: string, unit: string, by: number) => ({
    'plan.yaml': `${HEAD}coordinates: ${plan}\nlevels:\n  - {id: F1, geometry: wc.geojson}\n`,
    'wc.geojson': collection({ coordinates: unit }, [
      feature('zone', 'wc', ring(2 * by, 4 * by, 80 * by, 80 * by), { kind: 'restroom' }),
      feature(
        'opening',
        'd1',
        [
          [3 * by, 4 * by],
          [3.9 * by, 4 * by],
        ],
        { kind: 'door' },
      ),
    ]),
  });

  test.each(['millimetres', 'centimetres'])(
    'is wrong if all that is in it is tiny in %s, however large the site is',
    (unit) => {
      expect(problemsOf(metres(unit))).toEqual(['schema/tiny-file wc.geojson/features/0/geometry/coordinates/0']);
    },
  );

  test('is wrong if no door of the file could be walked through, whatever the unit of the plan', () => {
    for (const plan of ['metres', 'millimetres']) {
      expect(problemsOf(doors(plan, 'centimetres', 1))).toEqual(['schema/metres wc.geojson/features/1/properties']);
    }
  });

  test('is what the message says, not that of the plan', () => {
    const said = (plan: string, unit: string) => {
      const result = reading(doors(plan, unit, 100_000));
      return result.ok ? [] : result.unreadable.map(({ code, message }) => `${code} ${message.en}`);
    };
    expect(said('metres', 'centimetres')).toEqual([
      expect.stringContaining('schema/huge The coordinates are said to be in centimetres'),
    ]);
    expect(said('centimetres', 'metres')).toEqual([expect.stringMatching(/^schema\/millimetres .*not metres/)]);
  });

  test('is right if only one thing as small as a ballot box is in it', () => {
    const box = feature('zone', 'box', ring(2000, 2000, 2400, 2300), { kind: 'ballot-box' });
    const site = siteOf({ ...metres('metres'), 'wc.geojson': collection({ coordinates: 'millimetres' }, [box]) });
    expect(site.levels[0]?.zones.map(({ id }) => id)).toEqual(['box', 'hall']);
  });
});

describe('one of several elements of one id that the plan leaves out', () => {
  const wall = feature('wall', '7', [
    [5, 2],
    [5, 2.5],
  ]);
  const room = (kind: string) => feature('zone', '7', null, { kind });
  const faultsOf = (features: readonly object[]) => {
    const site = siteOf({
      'plan.yaml': `${HEAD}levels:\n  - {id: F1, geometry: wc.geojson}\noverrides:\n  "7": {remove: true, reason: 多余}\n`,
      'wc.geojson': collection({ coordinates: 'metres' }, [HALL, ...features]),
    });
    const faults = site.faults.map(({ rule, place }) => `${rule} ${place.path}${place.pointer}`);
    return { faults, removed: (site.overrides ?? []).map(({ element }) => element) };
  };

  test('takes no fault of a private room along that is drawn nowhere', () => {
    for (const [at, features] of [
      [1, [room('restroom'), wall]],
      [2, [wall, room('restroom')]],
    ] as const) {
      expect(faultsOf(features)).toEqual({
        faults: [
          `plan/no-geometry wc.geojson/features/${at}/properties`,
          'plan/removal-refused plan.yaml/overrides/7/remove',
        ],
        removed: ['wall'],
      });
    }
  });

  test('takes the others along if these may go', () => {
    expect(faultsOf([room('lobby'), wall])).toEqual({ faults: [], removed: ['wall', 'zone'] });
    expect(faultsOf([room('lobby'), room('corridor')])).toEqual({ faults: [], removed: ['zone', 'zone'] });
  });
});
