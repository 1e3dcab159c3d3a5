// Zip archives for import: a document lists entries, each a name and a text that is repeated.
import AdmZip from 'adm-zip';
import { circle, list } from '../draft.js';
import { type Json, type Kind, member, seed } from './kinds.js';

const entry = (name: string, text: string, times = 1): Json => ({ name, text, times });

const polygon = (coordinates: unknown, more: object = {}) => ({
  type: 'Feature',
  properties: { level: '0', indoor: 'room', ...more },
  geometry: { type: 'Polygon', coordinates },
});

const collection = (features: readonly object[]) => JSON.stringify({ type: 'FeatureCollection', features });

const square = (x: number, y: number, a: number) => [
  [x, y],
  [x + a, y],
  [x + a, y + a],
  [x, y + a],
  [x, y],
];

const uuid = (n: number) => `11111111-1111-4111-8111-${String(n).padStart(12, '0')}`;

/** An IMDF archive of one storey. */
const imdf = (units: readonly object[], more: readonly Json[] = []): Json => [
  entry('manifest.json', '{"version": "1.0.0", "created": "2026-01-01T00:00:00Z", "language": "zh"}'),
  entry(
    'venue.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          id: uuid(1),
          type: 'Feature',
          feature_type: 'venue',
          geometry: { type: 'Polygon', coordinates: [square(111, 40, 0.001)] },
          properties: { category: 'hotel', name: { zh: 'v' } },
        },
      ],
    }),
  ),
  entry(
    'level.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          id: uuid(2),
          type: 'Feature',
          feature_type: 'level',
          geometry: { type: 'Polygon', coordinates: [square(111, 40, 0.001)] },
          properties: {
            ordinal: 0,
            name: { zh: '1F' },
            short_name: { zh: '1' },
            category: 'unspecified',
            outdoor: false,
          },
        },
      ],
    }),
  ),
  entry('unit.geojson', JSON.stringify({ type: 'FeatureCollection', features: units })),
  ...more,
];

const unit = (n: number, coordinates: unknown, category = 'room') => ({
  id: uuid(100 + n),
  type: 'Feature',
  feature_type: 'unit',
  geometry: { type: 'Polygon', coordinates },
  properties: { category, level_id: uuid(2), name: null },
});

export const archives: Kind = {
  seeds: {
    bomb: seed(1, 255, (n) => list(n, (i) => entry(`${i}.geojson`, ' ', 2 ** 20))),
    oneBomb: seed(1, 250, (n) => [entry('a.geojson', ' ', n * 2 ** 20)]),
    bombOfBrackets: seed(1, 120, (n) => [entry('a.geojson', '[', n * 2 ** 20)]),
    bombOfLists: seed(1, 120, (n) => [entry('a.geojson', '[],', n * 2 ** 18)]),
    bombOfZeros: seed(1, 120, (n) => [entry('unit.geojson', '[0,', n * 2 ** 18)]),
    bombOfKeys: seed(1, 120, (n) => [entry('unit.geojson', '{"a":', n * 2 ** 18)]),
    bombOfStrings: seed(1, 120, (n) => [entry('unit.geojson', '"aaaa",', n * 2 ** 17)]),
    validBomb: seed(1, 60, (n) =>
      imdf(
        [unit(0, [square(111, 40, 0.0001)])],
        [
          entry(
            'amenity.geojson',
            `{"type":"FeatureCollection","features":[${'{"type":"Feature","geometry":null,"properties":{}},'.repeat(10)}`,
            1,
          ),
          entry('section.geojson', '{"type":"Feature"},', n * 2 ** 16),
        ],
      ),
    ),
    entries: seed(10, 9990, (n) => list(n, (i) => entry(`${i}.geojson`, collection([]), 1))),
    longNames: seed(10, 60_000, (n) => [entry(`${'n'.repeat(n)}.geojson`, '{}'), entry('b.geojson', '{}')]),
    manyLongNames: seed(10, 1000, (n) => list(n, (i) => entry(`${i}${'/n'.repeat(n / 2)}.geojson`, '{}'))),
    folders: seed(10, 5000, (n) => list(n, (i) => entry(`${'d/'.repeat(i % 100)}${i}/`, ''))),
    sameName: seed(10, 5000, (n) => list(n, () => entry('unit.geojson', '{}'))),
    rooms: seed(10, 4000, (n) =>
      imdf(list(n, (i) => unit(i, [square(111 + (i % 60) / 1e4, 40 + Math.floor(i / 60) / 1e4, 1e-4)]))),
    ),
    overlapping: seed(10, 4000, (n) =>
      imdf(list(n, (i) => unit(i, [square(111 + i / 1e7, 40 + i / 1e7, 1e-4)], 'restroom'))),
    ),
    corners: seed(10, 20_000, (n) =>
      imdf([unit(0, [[...circle(n, 1), circle(n, 1)[0]].map(([x, y]) => [111 + x / 1e5, 40 + y / 1e5])])]),
    ),
    categories: seed(10, 4000, (n) =>
      imdf(list(n, (i) => unit(i, [square(111 + (i % 60) / 1e4, 40 + Math.floor(i / 60) / 1e4, 1e-4)], `catgory${i}`))),
    ),
    osm: seed(10, 4000, (n) => [
      entry(
        'a.geojson',
        collection(
          list(n, (i) =>
            polygon([square(111 + (i % 60) / 1e4, 40 + Math.floor(i / 60) / 1e4, 1e-4)], { name: `room ${i}` }),
          ),
        ),
      ),
    ]),
    osmLevels: seed(10, 4000, (n) => [
      entry(
        'a.geojson',
        collection([
          polygon([square(111, 40, 1e-4)], { level: `0-${n}` }),
          polygon([square(111, 40, 1e-4)], { level: list(n, (i) => i).join(';') }),
        ]),
      ),
    ]),
    osmRepeat: seed(1, 400_000, (n) => [
      entry('a.geojson', collection(list(5, () => polygon([square(111, 40, 1e-4)], { repeat_on: `0-${n}` })))),
    ]),
  },
  jobOf: (document) => {
    const zip = new AdmZip(undefined, { noSort: true });
    for (const one of Array.isArray(document) ? document : []) {
      const [name, text, times] = ['name', 'text', 'times'].map((key) => member(one, key));
      zip.addFile(String(name), Buffer.from(String(text).repeat(Math.min(2 ** 28, Number(times)))));
    }
    const imported = JSON.stringify(document).includes('manifest.json');
    return {
      files: { 'building.zip': zip.toBuffer() },
      argv: ['import', 'building.zip', '-o', 'plan.yaml', ...(imported ? [] : ['--from', 'osm'])],
    };
  },
};
