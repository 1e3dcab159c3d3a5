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

const TYPES: Readonly<Record<string, string>> = { zone: 'Polygon', opening: 'LineString', device: 'Point' };

function feature(element: string, id: string, coordinates: unknown, more: object = {}): object {
  const geometry = { type: TYPES[element], coordinates };
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
